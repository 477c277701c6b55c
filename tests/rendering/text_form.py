"""A sheet as tabbed text: a row a line, HTML fragments in the cells, rows of dashes as rules."""

from __future__ import annotations

from tests.rendering.fragments import Dress
from tests.rendering.pages import pages
from tests.rendering.sheet import Header, Row, Sheet, Table
from tests.rendering.style import Style


def text_of(sheet: Sheet, style: Style) -> str:
    """The lines of the whole document."""
    writer = _Writer(sheet, style)
    lines = ["", sheet.title, ""]
    for section in sheet.sections:
        lines.extend([section.heading, ""])
        for table in section.tables:
            lines.extend(writer.table(table))
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, sheet: Sheet, style: Style) -> None:
        self.name = sheet.name
        self.style = style
        self.dress = Dress(style)
        self.page = 1

    def table(self, table: Table) -> list[str]:
        """The lines of one table, page ends included."""
        lines: list[str] = []
        if table.header:
            lines.extend(self._header(table.header))
        if table.heading:
            lines.append(f"{table.heading}\t")
        for number, rows in enumerate(pages(table)):
            if number:
                lines.extend(self._page_end())
            lines.extend(self._line(row) for row in rows)
        if len(table.rows) == 1:
            lines.append("-" * 18 + "\t" + "-" * 2)
        return [*lines, ""]

    def _header(self, header: Header) -> list[str]:
        labels = "\t".join(f"{label}:" for label in header.labels)
        return [labels, "\t".join(header.values)]

    def _line(self, row: Row) -> str:
        label = self.dress._text(row.label) if self.style.entities else row.label
        third = "\t" if self.style.third_column else ""
        return f"{label}\t{self.dress.cell(row.pieces)}{third}"

    def _page_end(self) -> list[str]:
        rule = "-" * (3 + self.page % 5) + "\t" + "-" * 3
        footer = [f"BCP {self.name} Pagina {self.page}/9", ""] if self.style.running_footer else []
        self.page += 1
        return [rule, "", *footer]

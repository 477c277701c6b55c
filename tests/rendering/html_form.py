"""A sheet as an HTML page: of a CMS (th and td), of a word processor, of headings and dl."""

from __future__ import annotations

from tests.rendering.fragments import Dress, escaped
from tests.rendering.pages import pages
from tests.rendering.sheet import Header, Row, Section, Sheet, Table
from tests.rendering.style import Style

_CHARSETS = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "utf-16": "utf-16", "cp1252": "windows-1252"}


def html_of(sheet: Sheet, style: Style) -> str:
    """The whole page."""
    writers = {"cms": _Cms, "word": _Word, "definitions": _Definitions}
    return writers[style.form](sheet, style).page()


class _Page:
    """What the house styles share."""

    def __init__(self, sheet: Sheet, style: Style) -> None:
        self.sheet = sheet
        self.style = style
        self.dress = Dress(style)
        self.number = 1

    def text(self, text: str) -> str:
        return escaped(text, self.style)

    def head(self) -> str:
        charset = _CHARSETS[self.style.encoding]
        return (
            f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="{charset}">\n'
            "<title>Profiel | Kennisbank</title>\n<style>td{vertical-align:top}</style>\n</head>"
        )

    def page(self) -> str:
        parts = [self.head(), self.opening()]
        for section in self.sheet.sections:
            parts.extend(self.section(section))
        return "\n".join([*parts, self.closing()]) + "\n"

    def opening(self) -> str:
        return f"<body>\n<h1>{self.text(self.sheet.title)}</h1>"

    def closing(self) -> str:
        return "</body>\n</html>"

    def section(self, section: Section) -> list[str]:
        found = [f"<h2>{self.text(section.heading)}</h2>"]
        for table in section.tables:
            found.extend(self.table(table))
        return found

    def table(self, table: Table) -> list[str]:
        raise NotImplementedError


class _Cms(_Page):
    """A table a section, label cells as th; navigation and footer around the content."""

    def opening(self) -> str:
        return (
            '<body class="page">\n<header><nav><ul><li><a href="/">Home</a></li>'
            '<li><a href="/beroepen">Beroepen</a></li></ul></nav></header>\n<main id="inhoud">\n'
            f"<h1>{self.text(self.sheet.title)}</h1>"
        )

    def closing(self) -> str:
        return "</main>\n<footer><p>© Kennisbank</p></footer>\n</body>\n</html>"

    def table(self, table: Table) -> list[str]:
        found: list[str] = []
        if table.heading and self.style.role_heading % 3 == 0:
            found.append(f"<h3>{self.text(table.heading)}</h3>")
        found.append('<table class="profile">')
        if table.heading and self.style.role_heading % 3 == 1:
            found.append(f"<caption>{self.text(table.heading)}</caption>")
        found.append("<tbody>")
        if table.heading and self.style.role_heading % 3 == 2:
            found.append(f'<tr><th colspan="2">{self.text(table.heading)}</th></tr>')
        if table.header:
            found.extend(self._header(table.header))
        found.extend(self._row(row) for row in table.rows)
        return [*found, "</tbody>", "</table>"]

    def _header(self, header: Header) -> list[str]:
        labels = "".join(f"<th>{self.text(label)}</th>" for label in header.labels)
        values = "".join(f"<td>{self.text(value)}</td>" for value in header.values)
        return [f"<tr>{labels}</tr>", f"<tr>{values}</tr>"]

    def _row(self, row: Row) -> str:
        third = "<td></td>" if self.style.third_column else ""
        return (
            f'  <tr><th scope="row">{self.text(row.label)}</th>\n'
            f"      <td>{self.dress.cell(row.pieces)}</td>{third}</tr>"
        )


class _Word(_Page):
    """Spans in everything, role headings as merged rows, tables that end with the page."""

    def head(self) -> str:
        charset = _CHARSETS[self.style.encoding]
        return (
            '<html xmlns:o="urn:schemas-microsoft-com:office:office">\n<head>\n'
            f'<meta http-equiv=Content-Type content="text/html; charset={charset}">\n'
            '<meta name=Generator content="Tekstmeester 15">\n<style>\n<!--\n p.MsoNormal\n\t'
            "{margin:0cm;}\n-->\n</style>\n</head>"
        )

    def opening(self) -> str:
        return (
            "<body lang=NL>\n<div class=WordSection1>\n<p class=MsoTitle><b><span lang=NL>"
            f"{self.text(self.sheet.title)}<o:p></o:p></span></b></p>\n"
            "<p class=MsoNormal><span lang=NL><o:p>&nbsp;</o:p></span></p>"
        )

    def closing(self) -> str:
        return "</div>\n</body>\n</html>"

    def section(self, section: Section) -> list[str]:
        found = [f"<h1><span lang=NL>{self.text(section.heading)}<o:p></o:p></span></h1>"]
        for table in section.tables:
            found.extend(self.table(table))
        return found

    def table(self, table: Table) -> list[str]:
        found = ["<table class=MsoTableGrid border=1 cellspacing=0>"]
        if table.header:
            found.extend(self._header(table.header))
        if table.heading:
            found.append(f"<tr><td colspan=2>{self._label(table.heading)}</td></tr>")
        for number, rows in enumerate(pages(table)):
            if number:
                found.extend(self._page_end())
            found.extend(self._row(row) for row in rows)
        return [*found, "</table>", "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"]

    def _page_end(self) -> list[str]:
        self.number += 1
        footer = f"BCP {self.sheet.name} Pagina {self.number - 1}/9"
        lines = [f"<p class=MsoFooter>{self.text(footer)}</p>"] if self.style.running_footer else []
        return ["</table>", *lines, "<br clear=all style='page-break-before:always'>", "<table>"]

    def _label(self, label: str) -> str:
        return f"<p class=MsoNormal><b><span lang=NL>{self.text(label)}</span></b></p>"

    def _header(self, header: Header) -> list[str]:
        labels = "".join(f"<td width=200>{self._label(label)}</td>" for label in header.labels)
        values = "".join(
            f"<td width=200>{self.dress.paragraph(self.text(value))}</td>"
            for value in header.values
        )
        return [f"<tr>{labels}</tr>", f"<tr>{values}</tr>", "</table>", "<table border=1>"]

    def _row(self, row: Row) -> str:
        label = self._label(row.label) if row.label else "<p class=MsoNormal>&nbsp;</p>"
        third = "<td></td>" if self.style.third_column else ""
        return f"<tr><td>{label}</td><td>\n{self.dress.cell(row.pieces)}</td>{third}</tr>"


class _Definitions(_Page):
    """A definition list for the facts, headings for the rest; no table at all."""

    def table(self, table: Table) -> list[str]:
        found: list[str] = []
        if table.heading:
            found.append(f"<h3>{self.text(table.heading)}</h3>")
        plain = {"developed_by", "source_documents", "legitimations", "job_titles"}
        facts = [r for r in table.rows if not table.heading and r.field in _FACTS | plain]
        if facts or table.header:
            found.append(self._list(table.header, facts))
        level = 4 if table.heading else 3
        for row in table.rows:
            if row in facts:
                continue
            if row.label:
                found.append(f"<h{level}>{self.text(row.label)}</h{level}>")
            found.append(self._value(row, level + 1))
        return found

    def _list(self, header: Header | None, rows: list[Row]) -> str:
        pairs = list(zip(header.labels, header.values, strict=True)) if header else []
        found = ["<dl>"]
        found.extend(
            f"<dt>{self.text(label)}</dt><dd>{self.text(value)}</dd>" for label, value in pairs
        )
        found.extend(
            f"<dt>{self.text(row.label)}</dt><dd>{self.dress.cell(row.pieces)}</dd>" for row in rows
        )
        return "\n".join([*found, "</dl>"])

    def _value(self, row: Row, level: int) -> str:
        """The pieces of a value; its headings are headings of the page, without emphasis."""
        if row.field not in ("competencies", "knowledge_and_skills", "developments"):
            return self.dress.cell(row.pieces)
        found: list[str] = []
        rest: list[str] = []
        pieces = list(row.pieces)
        while pieces:
            piece = pieces.pop(0)
            if piece.kind in ("emph", "title"):
                found.append(f"<h{level}>{self.text(piece.text)}</h{level}>")
                continue
            group = [piece]
            while pieces and pieces[0].kind not in ("emph", "title"):
                group.append(pieces.pop(0))
            found.append(self.dress.cell(tuple(group)))
        return "\n".join([*found, *rest])


_FACTS = {"name", "date", "version", "level", "short_name", "related_occupations"}

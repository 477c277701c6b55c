"""A sheet as Markdown: pipe tables with <br>, wrapped where a PDF-to-Markdown tool wraps."""

from __future__ import annotations

import itertools
import re

from tests.rendering.fragments import with_nbsp
from tests.rendering.pages import pages
from tests.rendering.sheet import Header, Piece, Row, Sheet, Table
from tests.rendering.style import Style

_STARTS_LIKE_MARKER = re.compile(r"[-–—•*+]|\(?\d{1,2}[.)]|\(?[a-z][.)]")


def markdown_of(sheet: Sheet, style: Style) -> str:
    """The lines of the whole document."""
    writer = _Writer(sheet, style)
    lines = ["<!-- image -->", "", f"# {writer.text(sheet.title)}", ""]
    for section in sheet.sections:
        lines.extend([f"## {writer.text(section.heading)}", ""])
        for table in section.tables:
            lines.extend(writer.table(table))
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, sheet: Sheet, style: Style) -> None:
        self.name = sheet.name
        self.style = style
        self.page = 1

    def text(self, text: str) -> str:
        found = text.replace("&", "&amp;").replace("|", "\\|")
        return with_nbsp(found, self.style)

    def table(self, table: Table) -> list[str]:
        """The lines of one table: its first row stands above the delimiter row."""
        rows: list[list[str]] = []
        if table.header:
            rows.extend(self._header(table.header))
        if table.heading:
            rows.append([self._bold(table.heading), ""])
        lines: list[str] = []
        for number, page in enumerate(pages(table)):
            if number:
                lines.extend([*_grid(rows), "", *self._page_end()])
                rows = []
            rows.extend([self._label(row), self._cell(row.pieces)] for row in page)
        return [*lines, *_grid(rows), ""]

    def _page_end(self) -> list[str]:
        footer = [f"BCP {self.name} Pagina {self.page}/9", ""] if self.style.running_footer else []
        self.page += 1
        return [*footer, "-----", ""]

    def _header(self, header: Header) -> list[list[str]]:
        if self.style.header == "inline":
            first = [self._bold(f"{header.labels[0]}:")]
            rest = [
                f"{self._bold(f'{label}:')} {value}"
                for label, value in zip(header.labels[1:], header.values[1:], strict=True)
            ]
            return [[*first, *rest], [self.text(header.values[0])]]
        labels = [self._bold(f"{label}:") for label in header.labels]
        return [labels, [self.text(value) for value in header.values]]

    def _label(self, row: Row) -> str:
        return self._bold(row.label) if row.label else ""

    def _bold(self, text: str) -> str:
        lines = _wrapped(text, 26) if self.style.wrap else [text]
        return "<br>".join(f"**{self.text(line)}**" for line in lines)

    def _cell(self, pieces: tuple[Piece, ...]) -> str:
        """The lines of a cell; paragraphs are parted by an empty one."""
        lines: list[str] = []
        before: Piece | None = None
        for is_list, group in itertools.groupby(pieces, _is_in_list):
            members = list(group)
            if is_list:
                lines.append(self._list(members))
                before = members[-1]
                continue
            for piece in members:
                if before is not None and _is_parted(before, piece):
                    lines.append("")
                lines.extend(self._lines(piece))
                before = piece
        return "<br>".join(lines)

    def _list(self, items: list[Piece]) -> str:
        """A list in tags, as tools put it into a cell."""
        tag = "ol" if items[0].ordered else "ul"
        begin = f' start="{items[0].number}"' if items[0].ordered and items[0].number > 1 else ""
        texts = ["<br>".join(self.text(line) for line in self._wrap(i.text)) for i in items]
        return f"<{tag}{begin}>{''.join(f'<li>{text}</li>' for text in texts)}</{tag}>"

    def _lines(self, piece: Piece) -> list[str]:
        if piece.kind == "emph":
            return [self._emphasised(line) for line in self._wrap(piece.text)]
        if piece.kind == "item" and not piece.goes_on:
            marker = f"{piece.number}." if piece.ordered else self.style.bullet
            if piece.form in ("lines", "paragraphs") and not self.style.wrap:
                return [self.text(piece.text)]
            return [self.text(line) for line in self._wrap(f"{marker} {piece.text}")]
        lines = [self.text(line) for line in self._wrap(piece.text)]
        return [self._emphasised(piece.head), *lines] if piece.head else lines

    def _emphasised(self, text: str) -> str:
        mark = {"i": "*", "em": "_", "b": "**", "strong": "__"}[self.style.emphasis]
        return f"{mark}{self.text(text)}{mark}"

    def _wrap(self, text: str) -> list[str]:
        return _wrapped(text, self.style.wrap) if self.style.wrap else [text]


def _is_in_list(piece: Piece) -> bool:
    return piece.kind == "item" and piece.form == "li" and not piece.goes_on


def _is_parted(before: Piece, piece: Piece) -> bool:
    if before.kind == "emph":
        return piece.kind == "emph"
    return not (before.kind == piece.kind == "item") and piece.kind != "item"


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most the width; none begins with what looks like a list marker."""
    lines = [""]
    for word in text.split(" "):
        fits = len(lines[-1]) + 1 + len(word) <= width
        if not lines[-1]:
            lines[-1] = word
        elif fits or _STARTS_LIKE_MARKER.match(word):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _grid(rows: list[list[str]]) -> list[str]:
    columns = max(len(row) for row in rows)
    filled = [[*row, *[""] * (columns - len(row))] for row in rows]
    lines = [f"|{'|'.join(row)}|" for row in filled]
    return [lines[0], "|" + "|".join(["---"] * columns) + "|", *lines[1:]]

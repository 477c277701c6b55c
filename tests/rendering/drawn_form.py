"""A sheet drawn line by line on a ReportLab canvas: untagged, with every kind of border.

Rows go over page ends wherever the page is full, in the middle of a sentence or an item.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.rendering.house import House
from tests.rendering.sheet import Piece, Row, Sheet, Table

_FACES = {
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
}
_TEXT, _BOLD, _ITALIC = 0, 1, 2
_INDENT = 14.0
Word = tuple[str, int]


@dataclass(slots=True)
class _Line:
    """One line: its words with their faces, indentation, space above, and marker."""

    words: list[Word]
    indent: float = 0.0
    gap: float = 0.0
    marker: str = ""


def drawn_pdf(sheet: Sheet, house: House) -> bytes:
    """The sheet as a PDF."""
    pages = _Drawing(house)
    pages.run(sheet)
    # A second time, now that the number of pages is known.
    final = _Drawing(house, pages.number)
    final.run(sheet)
    return final.finished()


@dataclass(slots=True)
class _Drawing:
    house: House
    total: int = 1
    number: int = 1
    y: float = 0.0
    stream: io.BytesIO = field(default_factory=io.BytesIO)
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.stream, pagesize=self.house.paper, invariant=True)
        self.y = self.top

    @property
    def top(self) -> float:
        return self.house.paper[1] - self.house.margin

    @property
    def width(self) -> float:
        return self.house.paper[0] - 2 * self.house.margin

    @property
    def leading(self) -> float:
        return self.house.size * self.house.leading

    def run(self, sheet: Sheet) -> None:
        """Draw all of it."""
        if self.house.cover:
            self.heading(sheet.title, 22)
            self.next_page()
        self.heading(sheet.title, 17)
        for section in sheet.sections:
            self.heading(section.heading, 13.5)
            for table in section.tables:
                self.table(table)
                self.y -= 10

    def finished(self) -> bytes:
        """The file."""
        self.foot()
        self.canvas.save()
        return self.stream.getvalue()

    def foot(self) -> None:
        """The running footer."""
        text = self.house.footer.format(n=self.number, total=self.total)
        self.canvas.setFont(_FACES[self.house.family][_TEXT], 8)
        self.canvas.drawCentredString(self.house.paper[0] / 2, self.house.margin / 2, text)

    def next_page(self) -> None:
        """Begin a new page."""
        self.foot()
        self.canvas.showPage()
        self.number += 1
        self.y = self.top

    def heading(self, text: str, size: float) -> None:
        """A heading, never at the foot of a page."""
        if self.y - 5 * size < self.house.margin:
            self.next_page()
        face = _FACES[self.house.family][_BOLD]
        for line in _wrapped([(w, _BOLD) for w in text.split(" ")], self.width, size, self.house):
            self.y -= size * 1.3
            self.canvas.setFont(face, size)
            self.canvas.drawString(self.house.margin, self.y, " ".join(w for w, _ in line))
        self.y -= size * 0.6

    def table(self, table: Table) -> None:
        """A table with its heading and header row."""
        if table.heading:
            self.heading(table.heading, 12)
        if table.header:
            share = self.width / len(table.header.labels)
            widths = [share] * len(table.header.labels)
            for face, texts in ((_BOLD, table.header.labels), (_TEXT, table.header.values)):
                cells = [
                    _lines(_plain(text, face), width - 2 * self.house.padding, self.house)
                    for text, width in zip(texts, widths, strict=True)
                ]
                self.cells(cells, widths)
        for row in table.rows:
            self.row(row)

    def row(self, row: Row) -> None:
        """A row of label and contents."""
        label = self.width * self.house.label_share
        widths = [label, self.width - label]
        inner = [width - 2 * self.house.padding for width in widths]
        contents: list[_Line] = []
        for piece in row.pieces:
            contents.extend(self.piece(piece, inner[1], first=not contents))
        cells = [_lines(_plain(row.label, _BOLD), inner[0], self.house), contents]
        self.cells(cells, widths, shade=bool(row.label))

    def piece(self, piece: Piece, width: float, first: bool) -> Iterator[_Line]:
        """The lines of a piece."""
        face = _ITALIC if piece.kind == "emph" else _TEXT
        words = _plain(piece.head, _ITALIC) if piece.head else []
        words += _plain(piece.text, face)
        indent = _INDENT if piece.kind == "item" else 0.0
        gap = 0.0 if first else self.house.paragraph_gap
        for number, line in enumerate(_lines(words, width - indent, self.house)):
            line.indent = indent
            if number == 0:
                line.gap = gap
                if piece.kind == "item":
                    line.marker = f"{piece.number}." if piece.ordered else self.house.bullet
            yield line

    def cells(self, cells: list[list[_Line]], widths: list[float], shade: bool = True) -> None:
        """A row of cells, over as many pages as it takes."""
        rest = [list(cell) for cell in cells]
        least = self.leading * 2 + 2 * self.house.padding
        if self.y - least < self.house.margin:
            self.next_page()
        while True:
            height = self.y - self.house.margin - 2 * self.house.padding
            taken = [_fitting(cell, height, self.leading) for cell in rest]
            used = max(_height(cell[:n], self.leading) for cell, n in zip(rest, taken, strict=True))
            bottom = self.y - used - 2 * self.house.padding
            self.borders(widths, bottom, shade)
            x = self.house.margin
            for cell, n, width in zip(rest, taken, widths, strict=True):
                self.lines(cell[:n], x + self.house.padding)
                x += width
            self.y = bottom
            rest = [cell[n:] for cell, n in zip(rest, taken, strict=True)]
            if not any(rest):
                return
            self.next_page()

    def lines(self, lines: list[_Line], x: float) -> None:
        """The lines of a cell, from its top."""
        y = self.y - self.house.padding
        for number, line in enumerate(lines):
            y -= self.leading + (line.gap if number else 0.0)
            base = y + 0.25 * self.house.size
            if line.marker == "drawn":
                self.canvas.circle(x + 4, base + 3, 1.6, stroke=0, fill=1)
            elif line.marker:
                self.canvas.setFont(_FACES[self.house.family][_TEXT], self.house.size)
                self.canvas.drawString(x, base, line.marker)
            self.words(line, x + line.indent, base)

    def words(self, line: _Line, x: float, y: float) -> None:
        """The words of a line, face by face."""
        faces = _FACES[self.house.family]
        at = 0
        while at < len(line.words):
            face = line.words[at][1]
            end = at
            while end < len(line.words) and line.words[end][1] == face:
                end += 1
            text = " ".join(word for word, _ in line.words[at:end])
            self.canvas.setFont(faces[face], self.house.size)
            self.canvas.drawString(x, y, text)
            x += stringWidth(text + " ", faces[face], self.house.size)
            at = end

    def borders(self, widths: list[float], bottom: float, shade: bool) -> None:
        """What is drawn around the cells of a row on one page."""
        left, right = self.house.margin, self.house.margin + sum(widths)
        edges = [left]
        for width in widths:
            edges.append(edges[-1] + width)
        draw = getattr(self, f"_{self.house.borders}")
        draw(edges, self.y, bottom, right, shade)
        self.canvas.setFillGray(0)

    def _full(self, edges: list[float], top: float, bottom: float, right: float, _: bool) -> None:
        self.canvas.setLineWidth(0.5)
        for y in (top, bottom):
            self.canvas.line(edges[0], y, right, y)
        for x in edges:
            self.canvas.line(x, top, x, bottom)

    def _boxes(self, edges: list[float], top: float, bottom: float, right: float, _: bool) -> None:
        for y in (top, bottom):
            self.canvas.rect(edges[0], y - 0.24, right - edges[0], 0.48, stroke=0, fill=1)
        for x in edges:
            self.canvas.rect(x - 0.24, bottom, 0.48, top - bottom, stroke=0, fill=1)
            self.canvas.rect(x - 0.24, bottom - 0.24, 0.48, 0.48, stroke=0, fill=1)

    def _cells(self, edges: list[float], top: float, bottom: float, _r: float, _: bool) -> None:
        self.canvas.setLineWidth(0.4)
        for left, right in pairwise(edges):
            self.canvas.rect(left + 0.4, bottom, right - left - 0.8, top - bottom)

    def _dashed(self, edges: list[float], top: float, bottom: float, right: float, s: bool) -> None:
        self.canvas.setDash(2, 1.5)
        self._full(edges, top, bottom, right, s)
        self.canvas.setDash()

    def _double(self, edges: list[float], top: float, bottom: float, right: float, s: bool) -> None:
        self._full(edges, top, bottom, right, s)
        self._full([x + 1.5 for x in edges], top - 1.5, bottom + 1.5, right + 1.5, s)

    def _levels(self, edges: list[float], top: float, bottom: float, right: float, _: bool) -> None:
        self.canvas.setLineWidth(0.7)
        for y in (top, bottom):
            self.canvas.line(edges[0], y, right, y)

    def _shaded(self, edges: list[float], top: float, bottom: float, right: float, _: bool) -> None:
        for n, (left, end) in enumerate(zip(edges[:-1], [*edges[1:-1], right], strict=True)):
            self.canvas.setFillGray(0.85 if n == 0 else 0.94)
            self.canvas.rect(left + 0.5, bottom + 0.5, end - left - 1, top - bottom - 1, 0, 1)

    def _none(self, _e: list[float], _t: float, _b: float, _r: float, _: bool) -> None:
        pass


def _plain(text: str, face: int) -> list[Word]:
    return [(word, face) for word in text.split(" ")]


def _lines(words: list[Word], width: float, house: House) -> list[_Line]:
    return [_Line(line) for line in _wrapped(words, width, house.size, house)]


def _wrapped(words: list[Word], width: float, size: float, house: House) -> Iterator[list[Word]]:
    """Words in lines that fit; a word that is too wide by itself is cut without a hyphen."""
    faces = _FACES[house.family]
    line: list[Word] = []
    used = 0.0
    for whole, face in words:
        word = whole
        space = stringWidth(" ", faces[face], size) if line else 0.0
        wide = stringWidth(word, faces[face], size)
        if line and used + space + wide > width:
            yield line
            line, used, space = [], 0.0, 0.0
        while wide > width and len(word) > 1:
            cut = next(
                n
                for n in range(len(word), 0, -1)
                if stringWidth(word[:n], faces[face], size) <= width or n == 1
            )
            yield [(word[:cut], face)]
            word = word[cut:]
            wide = stringWidth(word, faces[face], size)
        line.append((word, face))
        used += space + wide
    if line:
        yield line


def _height(lines: list[_Line], leading: float) -> float:
    return sum(leading + (line.gap if n else 0.0) for n, line in enumerate(lines))


def _fitting(lines: list[_Line], height: float, leading: float) -> int:
    """How many lines fit into a height."""
    count = 0
    while count < len(lines) and _height(lines[: count + 1], leading) <= height:
        count += 1
    return count

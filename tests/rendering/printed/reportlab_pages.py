"""PDF drawn by hand on ReportLab's canvas: untagged, cell by cell, as Word's own export draws.

Rows break over pages wherever the page is full, in a sentence, a list or an item.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from tests.rendering.arrangement import (
    Cell,
    Grid,
    Heading,
    Line,
    arranged,
    contents_entries,
    is_heading,
)
from tests.rendering.printed.fonts import font
from tests.rendering.printed.rules import Box, draw_rules
from tests.rendering.printed.setting import SetLine, set_cell, set_text, width_of
from tests.rendering.printed.style import PAPERS, PdfStyle, footer_text, header_text
from tests.rendering.sheet import Sheet

_SMALL = 8.0
_LEAST_BELOW = 6  # lines that a heading wants on its page
_ASCENT = 0.8  # of the size: from the top of a line to its base line
_DOT_RADIUS = 0.16  # of the size


def reportlab_pdf(sheet: Sheet, style: PdfStyle) -> bytes:
    """The PDF of a sheet. It is drawn twice: the first time to count the pages."""
    first = _Press(sheet, style, pages=99, found={})
    first.print()
    second = _Press(sheet, style, pages=first.page, found=first.places)
    return second.print()


@dataclass
class _Part:
    """A cell of the row at hand: where it stands and the lines still to be drawn."""

    left: float
    width: float
    cell: Cell
    lines: list[SetLine]
    first_column: bool
    last_column: bool
    taken: list[SetLine] = field(default_factory=list)


class _Press:
    def __init__(self, sheet: Sheet, style: PdfStyle, pages: int, found: dict[str, int]) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.sheet = sheet
        self.style = style
        self.pages = pages
        self.found = found
        self.places: dict[str, int] = {}
        self.page = 1
        self.bare = False
        self.repeated: tuple[Line, int] | None = None
        self.file = io.BytesIO()
        self.width, self.height = PAPERS[style.paper]
        # A fixed date and identifier: the same bytes every time.
        self.canvas: Any = Canvas(self.file, pagesize=PAPERS[style.paper], invariant=1)
        self.canvas.setTitle(sheet.title)
        self.y = self.height - style.margin

    @property
    def leading(self) -> float:
        return self.style.size * self.style.leading

    @property
    def inner_width(self) -> float:
        return self.width - 2 * self.style.margin

    def print(self) -> bytes:
        """The whole document."""
        self._cover()
        self._contents()
        if self.style.cover != "alone":
            self._free_text(self.sheet.title, 1.5, "", after=12)
        for part in arranged(self.sheet, self.style.arrangement):
            if isinstance(part, Heading):
                self._heading(part)
            else:
                self._grid(part)
        self._running()
        self.canvas.showPage()
        self.canvas.save()
        return self.file.getvalue()

    # ------------------------------------------------------------------- what frames the text

    def _cover(self) -> None:
        if self.style.cover == "none":
            return
        self.bare = True
        self.y -= 180
        self._free_text(self.sheet.title, 2.0, "", after=0)
        self._next_page()
        self.bare = False

    def _contents(self) -> None:
        if not self.style.contents:
            return
        name, size = font(self.style.font, False, False), self.style.size
        self._free_text("Inhoud", 1.25, "", after=6 + size)
        for level, text in contents_entries(self.sheet):
            left = self.style.margin + 12 * (level - 1)
            number = str(self.found.get(text, 1))
            right = self.style.margin + self.inner_width
            dot = width_of(".", name, size)
            used = left + width_of(f"{text} ", name, size)
            dots = "." * int((right - used - width_of(f" {number}", name, size)) / dot)
            self.canvas.setFont(name, size)
            self.canvas.drawString(left, self.y, f"{text} {dots}")
            self.canvas.drawRightString(right, self.y, number)
            self.y -= self.leading * 1.3
        self._next_page()

    def _running(self) -> None:
        if self.bare:
            return
        self.canvas.setFont(font(self.style.font, False, False), _SMALL)
        middle = self.width / 2
        if self.style.running_header:
            top = self.height - self.style.margin / 2
            self.canvas.drawCentredString(middle, top, header_text(self.sheet.title))
        if self.style.running_footer:
            text = footer_text(self.sheet.name, self.page, self.pages, self.style.footer_style)
            self.canvas.drawCentredString(middle, self.style.margin / 2, text)

    def _next_page(self) -> None:
        self._running()
        self.canvas.showPage()
        self.page += 1
        self.y = self.height - self.style.margin

    # ------------------------------------------------------------------------------- the text

    def _free_text(self, text: str, scale: float, place: str, after: float) -> None:
        size = self.style.size * scale
        name = font(self.style.second_font or self.style.font, True, False)
        lines = set_text(text, name, size, self.inner_width)
        for line in lines:
            self.y -= size * 1.2
            self._draw_line(line, self.style.margin, self.y, self.inner_width, size)
        self.y -= after
        if place:
            self.places[place] = self.page

    def _heading(self, heading: Heading) -> None:
        # A heading stays with the first lines of its table.
        if self.y - 6 * self.leading < self.style.margin:
            self._next_page()
        self.y -= 10
        scale = 1.25 if heading.level == 1 else 1.1
        self._free_text(heading.text, scale, heading.text, after=6)

    def _grid(self, grid: Grid) -> None:
        self.repeated = None
        for number, line in enumerate(grid.lines):
            following = grid.lines[number + 1 : number + 2]
            covers = bool(following) and _columns(following[0]) < grid.columns
            self._row(line, grid.columns, covers)
            if line.repeats:
                self.repeated = (line, grid.columns)
        self.repeated = None
        self.y -= 8

    def _row(self, line: Line, columns: int, label_goes_on: bool) -> None:
        parts = self._parts(line, columns)
        label_covered = _columns(line) < columns
        if is_heading(line):
            self.repeated = None
        if not self._begins_here(parts, _LEAST_BELOW if is_heading(line) else 1):
            self._table_goes_on()
        if is_heading(line):
            self.places[line.cells[0].pieces[0].text] = self.page
        above = True
        while True:
            room = self.y - self.style.margin - 2 * self.style.padding
            rest = self._take(parts, room)
            self._draw_row(parts, above, not rest, (label_covered, label_goes_on))
            if not rest:
                return
            self._table_goes_on()
            above = False

    def _table_goes_on(self) -> None:
        self._next_page()
        if self.repeated:
            line, columns = self.repeated
            parts = self._parts(line, columns)
            self._take(parts, self.y)
            self._draw_row(parts, True, True, (False, False))

    def _parts(self, line: Line, columns: int) -> list[_Part]:
        first = self.inner_width * self.style.label_width
        rest = (self.inner_width - first) / (columns - 1)
        widths = [first, *([rest] * (columns - 1))]
        at = columns - _columns(line)
        found: list[_Part] = []
        for cell in line.cells:
            left = self.style.margin + sum(widths[:at])
            width = sum(widths[at : at + cell.span])
            lines = set_cell(cell, self.style, width - 2 * self.style.padding)
            last = at + cell.span == columns
            found.append(_Part(left, width, cell, list(lines), at == 0, last))
            at += cell.span
        return found

    def _begins_here(self, parts: list[_Part], least: int) -> bool:
        """Whether the label and the first lines of the value fit on this page."""
        wanted = least
        for part in parts:
            kept = next((n for n, li in enumerate(part.lines) if not li.keep), len(part.lines))
            whole = len(part.lines) if part.cell.kind == "label" else 0
            wanted = max(wanted, whole, min(kept + 1, len(part.lines)))
        gaps = self.style.paragraph_gap * 2
        height = wanted * self.leading + gaps + 2 * self.style.padding
        return self.y - height >= self.style.margin

    def _take(self, parts: list[_Part], room: float) -> bool:
        """Move the lines that fit to `taken`; whether any are left."""
        for part in parts:
            part.taken = []
            used = 0.0
            while part.lines:
                line = part.lines[0]
                gap = line.gap if part.taken else 0.0
                if used + gap + self.leading > room:
                    break
                used += gap + self.leading
                part.taken.append(part.lines.pop(0))
            while part.lines and len(part.taken) > 1 and part.taken[-1].keep:
                part.lines.insert(0, part.taken.pop())
        return any(part.lines for part in parts)

    def _draw_row(
        self, parts: list[_Part], above: bool, below: bool, label: tuple[bool, bool]
    ) -> None:
        closed = not self.style.open_breaks
        height = max(map(self._height, parts)) + 2 * self.style.padding
        if label[0]:
            self._covered_label(height)
        for part in parts:
            is_label = part.cell.kind != "value"
            ends = below and not (part.cell.depth > 1 and label[1])
            box = Box(
                part.left,
                self.y,
                part.width,
                height,
                is_label,
                above or closed,
                ends or (closed and not below),
                part.first_column,
                part.last_column,
            )
            draw_rules(self.canvas, box, self.style)
            self._draw_lines(part)
        self.y -= height

    def _covered_label(self, height: float) -> None:
        """The part of a merged label cell beside a row that it covers."""
        width = self.inner_width * self.style.label_width
        box = Box(self.style.margin, self.y, width, height, True, False, False, True, False)
        draw_rules(self.canvas, box, self.style)

    def _height(self, part: _Part) -> float:
        gaps = sum(line.gap for line in part.taken[1:])
        return max(1, len(part.taken)) * self.leading + gaps

    def _draw_lines(self, part: _Part) -> None:
        y = self.y - self.style.padding
        left = part.left + self.style.padding
        for number, line in enumerate(part.taken):
            y -= line.gap if number else 0.0
            base = y - self.style.size * _ASCENT
            if line.marker:
                self._marker(line.marker, left + line.indent, base)
            width = part.width - 2 * self.style.padding
            self._draw_line(line, left, base, width, self.style.size, part.cell.kind)
            y -= self.leading

    def _marker(self, marker: str, right: float, base: float) -> None:
        size, name = self.style.size, font(self.style.font, False, False)
        left = right - self.style.list_indent + 3
        glyph = self.style.bullet_glyph if marker == "•" else "text"
        if glyph == "drawn":
            self.canvas.circle(left + 2, base + size * 0.3, size * _DOT_RADIUS, stroke=0, fill=1)
            return
        shown = {"zapf": "●"}.get(glyph, marker)
        self.canvas.setFont({"symbol": "Symbol", "zapf": "ZapfDingbats"}.get(glyph, name), size)
        self.canvas.drawString(left, base, shown)

    def _draw_line(
        self, line: SetLine, left: float, base: float, width: float, size: float, kind: str = ""
    ) -> None:
        x = left + line.indent
        stretch = self._stretch(line, width, size) if kind == "value" else 0.0
        if self.style.text_drawing == "word" or stretch:
            for word in line.words:
                self.canvas.setFont(word.font, size)
                self.canvas.drawString(x, base, word.text)
                space = width_of(" ", word.font, size) + stretch if word.spaced else 0.0
                x += width_of(word.text, word.font, size) + space
            return
        trailing = line.full and self.style.text_drawing == "line-with-space"
        for name, text in _runs(line, trailing):
            self.canvas.setFont(name, size)
            self.canvas.drawString(x, base, text)
            x += width_of(text, name, size)

    def _stretch(self, line: SetLine, width: float, size: float) -> float:
        """What justification adds to each space."""
        spaces = sum(word.spaced for word in line.words[:-1])
        if not (self.style.justified and line.full and spaces):
            return 0.0
        used = sum(width_of(word.text, word.font, size) for word in line.words)
        used += sum(width_of(" ", word.font, size) for word in line.words[:-1] if word.spaced)
        return max(0.0, width - line.indent - used) / spaces


def _columns(line: Line) -> int:
    return sum(cell.span for cell in line.cells)


def _runs(line: SetLine, trailing: bool) -> list[tuple[str, str]]:
    """(font, text) of each stretch of a line in one font."""
    found: list[tuple[str, str]] = []
    last = len(line.words) - 1
    for number, word in enumerate(line.words):
        space = " " if word.spaced and (number < last or trailing) else ""
        if found and found[-1][0] == word.font:
            found[-1] = (word.font, found[-1][1] + word.text + space)
        else:
            found.append((word.font, word.text + space))
    return found

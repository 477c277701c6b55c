"""PDF by fpdf2: tables where cells are boxed, else labels and values set by hand side by side.

A row of fpdf2's table is never broken, and a cell has one font: passages are rows without a rule
between them. What is set by hand breaks over pages by itself, and is divided at soft hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.rendering.arrangement import (
    Cell,
    Grid,
    Heading,
    Line,
    contents_entries,
    is_heading,
    printed_parts,
)
from tests.rendering.passages import MarkedList, Passage, passages
from tests.rendering.printed.fonts import font_files
from tests.rendering.printed.style import PAPERS, PdfStyle, footer_text, header_text
from tests.rendering.sheet import Sheet

_BOXED = ("solid", "dotted", "dashed", "double")
_SHADE = (221, 230, 238)
_LEAST_BELOW = 5  # lines that a heading wants on its page
_LONG_WORD = re.compile(r"[a-zëïöüé]{6,}")
_SOFT_HYPHEN = "\u00ad"


def fpdf_pdf(sheet: Sheet, style: PdfStyle) -> bytes:
    """The PDF of a sheet. It is made twice where its contents name pages."""
    first = _Press(sheet, style, {})
    found = first.printed()
    return _Press(sheet, style, first.places).printed() if style.contents else found


class _Press:
    def __init__(self, sheet: Sheet, style: PdfStyle, found: dict[str, int]) -> None:
        self.sheet = sheet
        self.style = style
        self.found = found
        self.places: dict[str, int] = {}
        self.pdf = _document(sheet, style)
        self.width = PAPERS[style.paper][0] - 2 * style.margin
        self.leading = style.size * style.leading

    def printed(self) -> bytes:
        """The whole document."""
        style, pdf = self.style, self.pdf
        if style.cover != "none":
            pdf.bare = True
            pdf.add_page()
            pdf.set_y(pdf.get_y() + 160)
            self._text(self.sheet.title, 22, 0)
        pdf.add_page()
        pdf.bare = False
        if style.contents:
            self._contents()
        if style.cover != "alone":
            self._text(self.sheet.title, style.size * 1.5, 12)
        for part in printed_parts(self.sheet, style.arrangement):
            if isinstance(part, Heading):
                self._heading(part)
            else:
                self._boxed(part) if style.rules in _BOXED else self._by_hand(part)
                pdf.set_y(pdf.get_y() + 10)
        return bytes(pdf.output())

    # ------------------------------------------------------------------- what frames the text

    def _contents(self) -> None:
        pdf, style = self.pdf, self.style
        self._text("Inhoud", style.size * 1.25, 6)
        pdf.set_font(style.font, "", style.size)
        for level, text in contents_entries(self.sheet):
            number = str(self.found.get(text, 1))
            room = self.width - 12 * (level - 1) - pdf.get_string_width(f"{text}  {number}") - 6
            dots = "." * max(3, int(room / pdf.get_string_width(".")))
            pdf.set_x(style.margin + 12 * (level - 1))
            shown = f"{text} {dots} {number}"
            pdf.cell(0, self.leading * 1.3, shown, new_x="LMARGIN", new_y="NEXT")
        pdf.add_page()

    def _text(self, text: str, size: float, after: float) -> None:
        self.pdf.set_font(self.style.second_font or self.style.font, "B", size)
        self.pdf.multi_cell(0, size * 1.2, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.pdf.set_y(self.pdf.get_y() + after)

    def _heading(self, heading: Heading) -> None:
        self._need(_LEAST_BELOW * self.leading)
        self.pdf.set_y(self.pdf.get_y() + 8)
        self.places[heading.text] = self.pdf.page_no()
        self._text(heading.text, self.style.size * (1.25 if heading.level == 1 else 1.1), 5)

    def _need(self, height: float) -> None:
        if self.pdf.get_y() + height > self.pdf.page_break_trigger:
            self.pdf.add_page()

    # --------------------------------------------------------------------------------- tables

    def _boxed(self, grid: Grid) -> None:
        from fpdf.enums import TableBordersLayout
        from fpdf.fonts import FontFace

        style, pdf = self.style, self.pdf
        self._need(_LEAST_BELOW * self.leading)
        pdf.set_font(style.font, "", style.size)
        with pdf.table(
            width=self.width,
            col_widths=grid.shares(style.label_width),
            borders_layout=TableBordersLayout.ALL,
            first_row_as_headings=bool(grid.head),
            headings_style=FontFace(emphasis="BOLD"),
            line_height=self.leading,
            padding=style.padding,
            text_align="JUSTIFY" if style.justified else "LEFT",
            v_align="TOP",
        ) as table:
            for line in grid.lines:
                self._boxed_line(table, line, grid)

    def _boxed_line(self, table: Any, line: Line, grid: Grid) -> None:
        """A line as rows, one for each passage of its last cell."""
        from fpdf.fonts import FontFace

        *before, last = line.cells
        found = list(passages(last.pieces, self.style.wording.bullet))
        parts: list[Passage | None] = [*found] or [None]
        covered = sum(cell.span for cell in line.cells) < grid.columns
        for number, part in enumerate(parts):
            row = table.row()
            sides = _sides(number == 0, number == len(parts) - 1)
            if covered:
                row.cell("", border=sides)
            for cell in before:
                text = _plain(cell, self.style) if number == 0 else ""
                row.cell(text, style=self._face(cell), border=sides, align="L")
            bold = last.kind == "heading" or self._emphasis(part) == "B"
            italic = self._emphasis(part) == "I"
            emphasis = "BOLD" if bold else "ITALICS" if italic else None
            row.cell(
                self._divided(_text_of(part)) if last.kind == "value" else _text_of(part),
                colspan=last.span,
                style=self._face(last) if last.kind == "label" else FontFace(emphasis=emphasis),
                border=sides,
            )

    def _face(self, cell: Cell) -> Any:
        from fpdf.fonts import FontFace

        bold = cell.kind != "value" and self.style.label_bold
        family = self.style.second_font or None if cell.kind != "value" else None
        return FontFace(family=family, emphasis="BOLD" if bold else None)

    def _emphasis(self, passage: Passage | None) -> str:
        if passage is None or isinstance(passage, MarkedList) or passage.look != "emphasis":
            return ""
        return "B" if self.style.wording.emphasis in ("b", "strong") else "I"

    # --------------------------------------------------------------------------------- by hand

    def _by_hand(self, grid: Grid) -> None:
        style, pdf = self.style, self.pdf
        top, page = pdf.get_y(), pdf.page_no()
        heavy = style.rules in ("booktabs", "frame")
        if heavy:
            self._rule(1.0)
        for line in grid.lines:
            self._line(line)
            if style.rules == "horizontal" or (style.rules == "booktabs" and is_heading(line)):
                self._rule(0.5)
        if heavy:
            self._rule(1.0)
        if style.rules == "frame" and pdf.page_no() == page:
            for x in (style.margin, style.margin + self.width):
                pdf.line(x, top, x, pdf.get_y())

    def _rule(self, width: float) -> None:
        self.pdf.set_line_width(width)
        y = self.pdf.get_y()
        self.pdf.line(self.style.margin, y, self.style.margin + self.width, y)

    def _line(self, line: Line) -> None:
        """The cells of a line beside one another; the last may go on over pages."""
        style, pdf = self.style, self.pdf
        self._need((_LEAST_BELOW if is_heading(line) else 3) * self.leading + 2 * style.padding)
        if is_heading(line):
            self.places[line.cells[0].pieces[0].text] = pdf.page_no()
        top, page = pdf.get_y() + style.padding, pdf.page_no()
        columns = max(2, len(line.cells))
        value_left = style.margin + self.width * style.label_width
        rest = (self.width - self.width * style.label_width) / (columns - 1)
        lefts = [style.margin, *(value_left + n * rest for n in range(columns - 1))]
        *before, last = line.cells
        lowest = top
        for cell, left, right in zip(before, lefts, lefts[1:], strict=False):
            pdf.set_y(top)
            self._set(cell, left, right - left)
            lowest = max(lowest, pdf.get_y())
        pdf.set_y(top)
        left = style.margin if last.kind == "heading" else lefts[columns - 1]
        self._set(last, left, style.margin + self.width - left)
        if pdf.page_no() == page:
            pdf.set_y(max(lowest, pdf.get_y()))
        pdf.set_y(pdf.get_y() + style.padding)

    def _set(self, cell: Cell, left: float, width: float) -> None:
        """The passages of a cell, one below the other; a page end goes on in the same column."""
        style, pdf = self.style, self.pdf
        inner = width - 2 * style.padding
        shaded = style.rules == "shaded" and cell.kind != "value"
        pdf.set_fill_color(*_SHADE)
        pdf.set_left_margin(left + style.padding)
        if cell.kind == "value":
            align = "J" if style.justified else "L"
            family, face = style.font, ""
        else:
            align = "L"
            family = style.second_font or style.font
            face = "B" if cell.kind == "heading" or style.label_bold else ""
        for number, passage in enumerate(passages(cell.pieces, style.wording.bullet)):
            if number:
                pdf.set_y(pdf.get_y() + style.paragraph_gap)
            pdf.set_font(family, face or self._emphasis(passage), style.size)
            if isinstance(passage, MarkedList):
                self._list(passage, left + style.padding, inner, align)
                continue
            text = _text_of(passage)
            text = self._divided(text) if cell.kind == "value" else text
            self._paragraph(text, inner, align, shaded)
        pdf.set_left_margin(style.margin)

    def _paragraph(self, text: str, width: float, align: str, shaded: bool = False) -> None:
        pdf = self.pdf
        pdf.set_x(pdf.l_margin)
        pdf.multi_cell(
            width, self.leading, text, align=align, fill=shaded, new_x="LMARGIN", new_y="NEXT"
        )

    def _list(self, found: MarkedList, left: float, width: float, align: str) -> None:
        pdf, indent = self.pdf, self.style.list_indent
        for number, item in enumerate(found.items, found.start):
            self._need(self.leading)
            pdf.set_left_margin(left)
            pdf.set_x(left)
            pdf.cell(indent, self.leading, f"{number}." if found.ordered else "•")
            pdf.set_left_margin(left + indent)
            self._paragraph(self._divided(item), width - indent, align)
        pdf.set_left_margin(left)

    def _divided(self, text: str) -> str:
        """The text with soft hyphens, where the style hyphenates."""
        if not self.style.hyphenated:
            return text
        return _LONG_WORD.sub(lambda m: _hyphenation().inserted(m[0], _SOFT_HYPHEN), text)


def _document(sheet: Sheet, style: PdfStyle) -> Any:
    from fpdf import FPDF

    class _Document(FPDF):
        bare = False

        def header(self) -> None:
            if style.running_header and not self.bare:
                self._running(header_text(sheet.title), style.margin / 2)

        def footer(self) -> None:
            if style.running_footer and not self.bare:
                shown = footer_text(sheet.name, self.page_no(), 999, style.footer_style)
                self._running(shown.replace("999", "{nb}"), self.h - style.margin / 2)

        def _running(self, text: str, y: float) -> None:
            left = self.l_margin
            self.set_left_margin(style.margin)
            self.set_y(y - 4)
            self.set_font(style.font, "", 8)
            self.cell(0, 8, text, align="C")
            # The body goes on in the column that it was in.
            self.set_left_margin(left)
            self.set_y(style.margin)

    pdf = _Document(unit="pt", format=PAPERS[style.paper])
    pdf.set_margin(style.margin)
    pdf.set_auto_page_break(True, style.margin)
    pdf.set_title(sheet.title)
    pdf.set_lang("nl")
    pdf.c_margin = 0
    for family in {style.font, style.second_font} - {""}:
        for face, file in zip(("", "B", "I", "BI"), font_files(family), strict=True):
            pdf.add_font(family, face, file)
    return pdf


def _sides(first: bool, last: bool) -> Any:
    from fpdf.enums import CellBordersLayout as Sides

    sides = Sides.LEFT | Sides.RIGHT
    if first:
        sides |= Sides.TOP
    return sides | Sides.BOTTOM if last else sides


def _plain(cell: Cell, style: PdfStyle) -> str:
    return "\n".join(_lines_of(cell, style))


def _lines_of(cell: Cell, style: PdfStyle) -> Iterator[str]:
    for passage in passages(cell.pieces, style.wording.bullet):
        yield _text_of(passage)


def _text_of(passage: Passage | None) -> str:
    if passage is None:
        return ""
    if isinstance(passage, MarkedList):
        marked = enumerate(passage.items, passage.start)
        return "\n".join(f"{f'{n}.' if passage.ordered else '•'} {text}" for n, text in marked)
    return "\n".join(passage.lines)


@cache
def _hyphenation() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="nl_NL")

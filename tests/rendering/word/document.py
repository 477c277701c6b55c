"""A sheet as a Word document by python-docx."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from tests.rendering.arrangement import Cell, Grid, Heading, Line, printed_parts
from tests.rendering.passages import MarkedList, Paragraph, passages
from tests.rendering.sheet import Sheet
from tests.rendering.word.elements import element
from tests.rendering.word.furniture import add_front, add_furniture
from tests.rendering.word.history import with_history
from tests.rendering.word.numbering import Numbering, number_paragraph
from tests.rendering.word.style import PAPERS, DocxStyle

_TYPED_NUMBER = re.compile(r"(\d+)\. ")
_TWIPS = 20  # a point


def docx_of(sheet: Sheet, style: DocxStyle) -> bytes:
    """The bytes of the document."""
    document = _Writer(sheet, style).document()
    with_history(document, style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


class _Writer:
    def __init__(self, sheet: Sheet, style: DocxStyle) -> None:
        self.sheet = sheet
        self.style = style
        self.docx: Any = docx.Document()
        self.numbering = Numbering(self.docx, style)
        self.counted: dict[str, tuple[int, int]] = {}
        width, height = PAPERS[style.paper]
        self.width = int((width - 2 * style.margin) / 2.54 * 72 * _TWIPS)
        section = self.docx.sections[0]
        section.page_width, section.page_height = Cm(width), Cm(height)
        section.left_margin = section.right_margin = Cm(style.margin)
        section.top_margin = section.bottom_margin = Cm(style.margin)
        self._styles()

    def document(self) -> Any:
        """The document with all its parts."""
        add_front(self.docx, self.sheet, self.style)
        self.docx.add_paragraph(self.sheet.title, style="Title")
        for part in printed_parts(self.sheet, self.style.arrangement):
            if isinstance(part, Heading):
                self._heading(part)
            else:
                self._table(part)
        add_furniture(self.docx, self.sheet, self.style)
        return self.docx

    def _styles(self) -> None:
        styles = self.docx.styles
        normal = styles["Normal"]
        _set_font(normal, self.style.font)
        normal.font.size = Pt(self.style.size)
        normal.paragraph_format.space_after = Pt(self.style.paragraph_gap)
        if self.style.justified:
            normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for name, size in (("Title", 18), ("Heading 1", 13), ("Heading 2", 11.5)):
            _set_font(styles[name], self.style.second_font or self.style.font)
            styles[name].font.size = Pt(size)
        for name in ("List Bullet", "List Number"):
            styles[name].paragraph_format.space_after = Pt(0)
        language = element("w:lang", val="nl-NL")
        normal.element.get_or_add_rPr().append(language)
        if self.style.hyphenated:
            self.docx.settings.element.insert(0, element("w:autoHyphenation"))

    # ------------------------------------------------------------------- headings and tables

    def _heading(self, heading: Heading) -> None:
        paragraph = self.docx.add_paragraph(style=f"Heading {heading.level}")
        self._counted(paragraph, heading.text, f"heading {heading.level}")

    def _counted(self, paragraph: Any, text: str, series: str) -> None:
        """Write a text whose number, where it has one and all are in order, is automatic."""
        found = _TYPED_NUMBER.match(text)
        number, last = self.counted.get(series, (0, 0))
        if found and int(found[1]) == 1:
            number, last = self.numbering.new_series(), 0
        in_order = found is not None and int(found[1]) == last + 1 and number > 0
        if not self.style.automatic_numbers or not in_order or found is None:
            paragraph.add_run(text)
            return
        self.counted[series] = (number, last + 1)
        number_paragraph(paragraph, number)
        paragraph.add_run(text[found.end() :])

    def _table(self, grid: Grid) -> None:
        table: Any = self.docx.add_table(rows=0, cols=grid.columns)
        table.autofit = False
        if self.style.borders == "grid":
            table.style = "Table Grid"
        if self.style.borders == "horizontal":
            table._tbl.tblPr.append(_horizontal_rules())
        first = int(self.width * self.style.label_width)
        rest = (self.width - first) // (grid.columns - 1)
        widths = [first, *([rest] * (grid.columns - 1))]
        for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            column.set(qn("w:w"), str(width))
        for line in grid.lines:
            self._row(table, line, widths)
        gap = self.docx.add_paragraph()
        gap.paragraph_format.space_after = Pt(2)

    def _row(self, table: Table, line: Line, widths: list[int]) -> None:
        row = element("w:tr")
        properties = row.get_or_add_trPr()
        if not self.style.rows_may_break:
            properties.append(element("w:cantSplit"))
        if line.repeats:
            properties.append(element("w:tblHeader"))
        table._tbl.append(row)
        at = len(widths) - sum(cell.span for cell in line.cells)
        if at:
            covered = element("w:tc", _cell_properties(widths[0], 1, "continue", ""))
            covered.append(element("w:p"))
            row.append(covered)
        for cell in line.cells:
            merge = "restart" if cell.depth > 1 else ""
            shade = "DDE6EE" if self.style.borders == "shaded" and cell.kind != "value" else ""
            width = sum(widths[at : at + cell.span])
            tc = element("w:tc", _cell_properties(width, cell.span, merge, shade))
            row.append(tc)
            self._fill(_Cell(tc, table), cell)
            at += cell.span

    def _fill(self, target: Any, cell: Cell) -> None:
        if cell.kind == "heading":
            paragraph = target.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            self._counted(paragraph, cell.pieces[0].text, "heading cell")
            for run in paragraph.runs:
                run.bold = True
            return
        for passage in passages(cell.pieces, self.style.wording.bullet):
            if isinstance(passage, MarkedList):
                self._list(target, passage)
            else:
                self._paragraph(target, passage, cell.kind)
        if not cell.pieces:
            target.add_paragraph()
        else:
            target.paragraphs[-1].paragraph_format.space_after = Pt(1)

    # -------------------------------------------------------------------------------- passages

    def _list(self, target: Any, found: MarkedList) -> None:
        name = "List Number" if found.ordered else "List Bullet"
        number = self.numbering.new_numbers(found.start) if found.ordered else 0
        for item in found.items:
            paragraph = target.add_paragraph()
            if self.style.lists == "style":
                paragraph.style = name
                if found.ordered:
                    # The style's own list would count on from the list before.
                    number_paragraph(paragraph, number)
            else:
                number_paragraph(paragraph, number or self.numbering.bullets)
                paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(item)

    def _paragraph(self, target: Any, found: Paragraph, kind: str) -> None:
        paragraph = target.add_paragraph()
        if kind == "label":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        if found.look != "plain":
            paragraph.paragraph_format.keep_with_next = True
        if found.look == "title":
            self._counted(paragraph, found.lines[0], "trend")
            return
        if found.head:
            self._emphasise(paragraph.add_run(found.head))
            paragraph.add_run(" ")
        for number, line in enumerate(found.lines):
            run = paragraph.add_run(line)
            if number < len(found.lines) - 1:
                run.add_break()
            if kind == "label" and self.style.label_bold:
                run.bold = True
            if found.look == "emphasis":
                self._emphasise(run)

    def _emphasise(self, run: Any) -> None:
        bold = self.style.wording.emphasis in ("b", "strong")
        if self.style.emphasis_by_style:
            run.style = "Strong" if bold else "Emphasis"
        elif bold:
            run.bold = True
        else:
            run.italic = True


def _set_font(style: Any, name: str) -> None:
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)


def _cell_properties(width: int, span: int, merge: str, shade: str) -> Any:
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=span))
    if merge:
        properties.append(element("w:vMerge", val=merge))
    if shade:
        properties.append(element("w:shd", val="clear", color="auto", fill=shade))
    return properties


def _horizontal_rules() -> Any:
    sides = ("top", "bottom", "insideH")
    rules = [element(f"w:{side}", val="single", sz=4, space=0, color="auto") for side in sides]
    return element("w:tblBorders", *rules)

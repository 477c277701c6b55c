"""Word files by python-docx: heading styles or formatted lines, real lists, nested tables."""

from __future__ import annotations

import io
import random
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell

from tests.rendering.word.elements import element
from tests.shapes.compose import Document
from tests.shapes.tree import Block, Cell, Heading, Items, PageEnd, Para, Run, Table

_SIZES = (18.0, 14.0, 12.0, 11.0, 10.5)
_WIDTH = 9000  # of the text, in twentieths of a point


def docx_of(document: Document) -> bytes:
    """The bytes of the file."""
    file = io.BytesIO()
    _Writer(random.Random(document.number)).written(document).save(file)
    return file.getvalue()


class _Writer:
    def __init__(self, rng: random.Random) -> None:
        self.docx: Any = docx.Document()
        normal = self.docx.styles["Normal"]
        normal.font.size = Pt(10)
        normal.paragraph_format.space_after = Pt(5)
        self.has_styles = rng.random() < 0.7
        self.has_bold_labels = rng.random() < 0.7
        self.numberings = 40

    def written(self, document: Document) -> Any:
        """The document with all its blocks."""
        for block in document.tree:
            self._block(self.docx, block, _WIDTH)
        return self.docx

    def _block(self, target: Any, block: Block, width: int, bold: bool = False) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Para):
            self._runs(target.add_paragraph(), block, bold)
        elif isinstance(block, Items):
            self._list(target, block, 0, self._numbering(block.ordered))
        elif isinstance(block, PageEnd):
            self.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            self._table(target, block, width)

    def _heading(self, heading: Heading) -> None:
        level = min(heading.level, 4)
        if self.has_styles:
            style = "Title" if level == 0 else f"Heading {level}"
            self.docx.add_paragraph(heading.text, style=style)
            return
        run = self.docx.add_paragraph().add_run(heading.text)
        run.bold = True
        run.font.size = Pt(_SIZES[level])

    def _runs(self, paragraph: Any, block: Para, bold: bool = False) -> None:
        for run in block.runs:
            self._run(paragraph, run, bold)

    def _run(self, paragraph: Any, run: Run, bold: bool) -> None:
        first, *rest = run.text.split("\n")
        made = paragraph.add_run(first)
        for line in rest:
            made.add_break()
            made.add_text(line)
        if bold or run.emphasis in ("bold", "both"):
            made.bold = True
        if run.emphasis in ("italic", "both"):
            made.italic = True
        if run.emphasis == "underline":
            made.underline = True

    # --------------------------------------------------------------------------------- lists

    def _list(self, target: Any, block: Items, level: int, number: int) -> None:
        for first, *rest in block.items:
            assert isinstance(first, Para)
            paragraph = target.add_paragraph()
            self._runs(paragraph, first)
            marks = (element("w:ilvl", val=level), element("w:numId", val=number))
            paragraph._p.get_or_add_pPr().append(element("w:numPr", *marks))
            for inner in rest:
                assert isinstance(inner, Items)
                self._list(target, inner, level + 1, number)

    def _numbering(self, ordered: bool) -> int:
        """A list definition of its own, so that each numbered list starts at 1."""
        self.numberings += 1
        root = self.docx.part.numbering_part.element
        levels = [_level(0, "decimal" if ordered else "bullet"), _level(1, "bullet")]
        abstract = element("w:abstractNum", *levels, abstractNumId=self.numberings)
        root.find(qn("w:num")).addprevious(abstract)
        number = element("w:abstractNumId", val=self.numberings)
        root.append(element("w:num", number, numId=self.numberings))
        return self.numberings

    # -------------------------------------------------------------------------------- tables

    def _table(self, target: Any, table: Table, width: int) -> None:
        count = len(table.shares)
        if isinstance(target, _Cell):
            made: Any = target.add_table(rows=0, cols=count)
        else:
            made = target.add_table(rows=0, cols=count)
        self._rules(made, table)
        widths = [int(share * width) for share in table.shares]
        for column, one in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            column.set(qn("w:w"), str(one))
        for row in table.rows:
            self._row(made, row, widths)
        if not isinstance(target, _Cell):
            target.add_paragraph()

    def _rules(self, made: Any, table: Table) -> None:
        if table.rules == "grid":
            made.style = self.docx.styles["Table Grid"]
        elif table.rules == "horizontal":
            sides = ("top", "bottom", "insideH")
            lines = [element(f"w:{s}", val="single", sz=4, space=0, color="auto") for s in sides]
            made._tbl.tblPr.append(element("w:tblBorders", *lines))

    def _row(self, made: Any, row: tuple[Cell, ...], widths: list[int]) -> None:
        line = element("w:tr")
        made._tbl.append(line)
        at = 0
        for cell in row:
            width = sum(widths[at : at + cell.span])
            at += cell.span
            properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
            if cell.span > 1:
                properties.append(element("w:gridSpan", val=cell.span))
            holder = element("w:tc", properties)
            line.append(holder)
            self._fill(_Cell(holder, made), cell, width)

    def _fill(self, target: Any, cell: Cell, width: int) -> None:
        for block in cell.blocks:
            self._block(target, block, width, cell.is_label and self.has_bold_labels)
        # Word wants a paragraph at the end of each cell.
        if not cell.blocks or isinstance(cell.blocks[-1], Table):
            target.add_paragraph()


def _level(number: int, form: str) -> Any:
    text = "%1." if form == "decimal" else "•◦"[number]
    left = 360 * (number + 1)
    return element(
        "w:lvl",
        element("w:start", val=1),
        element("w:numFmt", val=form),
        element("w:lvlText", val=text),
        element("w:lvlJc", val="left"),
        element("w:pPr", element("w:ind", left=left, hanging=260)),
        ilvl=number,
    )

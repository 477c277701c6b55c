"""DOCX by python-docx: real heading styles or bold lines, numbering of our own."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from tests.core_tasks.parts import (
    Bullets,
    Cell,
    Contents,
    Document,
    Grid,
    Heading,
    Inner,
    Labelled,
    Lines,
    PageEnd,
    Part,
    Row,
)
from tests.core_tasks.web import PAPERS
from tests.rendering.word.elements import element, field_runs

_TWIPS = 567  # a centimetre
_HEADING_SIZES = {0: 18.0, 1: 14.0, 2: 12.0, 3: 11.0, 4: 10.5}
_SIGNS = {"\uf0b7": "Symbol", "\uf0a7": "Wingdings"}


def docx_of(document: Document) -> bytes:
    """The bytes of the file."""
    file = io.BytesIO()
    _Writer(document).written().save(file)
    return file.getvalue()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.dress = document.dress
        self.docx: Any = docx.Document()
        self.numbers = 40  # of abstract numberings of our own
        width, height = PAPERS[self.dress.paper]
        section = self.docx.sections[0]
        if self.dress.paper == "landscape":
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(width), Cm(height)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, Cm(self.dress.margin))
        self.width = int((width - 2 * self.dress.margin) * _TWIPS)
        self._styles()
        self.bullets = self._numbering("bullet", self.dress.bullet)

    def written(self) -> Any:
        """The document with all its parts."""
        self._cover()
        for part in self.document.parts:
            self._part(part)
        section = self.docx.sections[0]
        if self.document.head:
            section.header.paragraphs[0].text = self.document.head
        if self.document.foot:
            self._foot(section.footer.paragraphs[0])
        return self.docx

    def _styles(self) -> None:
        styles = self.docx.styles
        normal = styles["Normal"]
        names = ["Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4"]
        for name in names:
            style = styles[name]
            style.font.name = self.dress.font
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{kind}"), None)
        normal.font.size = Pt(self.dress.size)
        normal.paragraph_format.space_after = Pt(self.dress.gap)
        normal.element.get_or_add_rPr().append(element("w:lang", val="nl-NL"))
        if self.dress.hyphenated:
            self.docx.settings.element.insert(0, element("w:autoHyphenation"))

    def _foot(self, paragraph: Any) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        rest = self.document.foot
        while rest:
            at = rest.find("{")
            if at < 0:
                paragraph.add_run(rest)
                return
            if at:
                paragraph.add_run(rest[:at])
            end = rest.index("}")
            name = "PAGE" if rest[at + 1 : end] == "page" else "NUMPAGES"
            for run in field_runs(name, "1"):
                paragraph._p.append(run)
            rest = rest[end + 1 :]

    def _cover(self) -> None:
        for number, line in enumerate(self.document.cover):
            paragraph = self.docx.add_paragraph(line)
            if number == 0:
                paragraph.paragraph_format.space_before = Pt(170)
            paragraph.runs[0].font.size = Pt((22, 18, 11)[min(number, 2)])
        if self.document.cover:
            paragraph.add_run().add_break(WD_BREAK.PAGE)

    # --------------------------------------------------------------------------------- parts

    def _part(self, part: Part) -> None:
        if isinstance(part, Heading):
            self._heading(part)
        elif isinstance(part, Grid):
            self._table(part)
        elif isinstance(part, Labelled):
            paragraph = self.docx.add_paragraph()
            paragraph.add_run(part.label).bold = True
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_after = Pt(1)
            for inner in part.parts:
                self._inner(self.docx, inner, "value")
        elif isinstance(part, Contents):
            self.docx.add_paragraph().add_run(part.title).bold = True
            for level, line in part.lines:
                paragraph = self.docx.add_paragraph(line)
                paragraph.paragraph_format.left_indent = Pt(12 * (level - 1))
                paragraph.paragraph_format.space_after = Pt(1)
        elif isinstance(part, PageEnd):
            self.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            self._inner(self.docx, part, "value")

    def _heading(self, heading: Heading) -> None:
        level = min(heading.level, 4)
        if self.dress.heading_styles:
            self.docx.add_paragraph(
                heading.text, style="Title" if level == 0 else f"Heading {level}"
            )
            return
        paragraph = self.docx.add_paragraph()
        run = paragraph.add_run(heading.text)
        run.bold = True
        run.font.size = Pt(_HEADING_SIZES[level])
        paragraph.paragraph_format.space_before = Pt(12 if level < 3 else 6)
        paragraph.paragraph_format.keep_with_next = True

    def _inner(self, target: Any, part: Inner, kind: str) -> None:
        if isinstance(part, Bullets):
            self._list(target, part)
            return
        paragraph = target.add_paragraph()
        if isinstance(part, Lines):
            run = paragraph.add_run(part.texts[0])
            for text in part.texts[1:]:
                run.add_break()
                run = paragraph.add_run(text)
            return
        if part.label:
            paragraph.add_run(part.label).bold = True
            paragraph.add_run(" ")
        run = paragraph.add_run(part.text)
        if part.face in ("bold", "title") or kind != "value":
            run.bold = True
        if part.face == "italic":
            run.italic = True
        if part.face != "plain":
            paragraph.paragraph_format.keep_with_next = True
        if self.dress.justified and kind == "value":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _list(self, target: Any, part: Bullets) -> None:
        number = self._numbering("decimal", "%1.") if part.ordered else self.bullets
        for item in part.items:
            paragraph = target.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            if part.typed:
                paragraph.add_run(f"{part.typed} {item}")
                paragraph.paragraph_format.left_indent = Pt(10)
                continue
            paragraph.add_run(item)
            paragraph._p.get_or_add_pPr().append(
                element("w:numPr", element("w:ilvl", val=0), element("w:numId", val=number))
            )

    def _numbering(self, form: str, text: str) -> int:
        """A list definition; each ordered list has its own, so that it starts at 1."""
        self.numbers += 1
        root = self.docx.part.numbering_part.element
        level = element(
            "w:lvl",
            element("w:start", val=1),
            element("w:numFmt", val=form),
            element("w:lvlText", val=text),
            element("w:lvlJc", val="left"),
            element("w:pPr", element("w:ind", left=360, hanging=260)),
            ilvl=0,
        )
        if text in _SIGNS:
            font = _SIGNS[text]
            fonts = element("w:rFonts", ascii=font, hAnsi=font, hint="default")
            level.append(element("w:rPr", fonts))
        abstract = element("w:abstractNum", level, abstractNumId=self.numbers)
        first = root.find(qn("w:num"))
        first.addprevious(abstract)
        root.append(
            element("w:num", element("w:abstractNumId", val=self.numbers), numId=self.numbers)
        )
        return self.numbers

    # -------------------------------------------------------------------------------- tables

    def _table(self, grid: Grid) -> None:
        table: Any = self.docx.add_table(rows=0, cols=len(grid.widths))
        table.autofit = False
        if self.dress.rules == "grid":
            table.style = "Table Grid"
        elif self.dress.rules == "horizontal":
            sides = ("top", "bottom", "insideH")
            rules = [
                element(f"w:{one}", val="single", sz=4, space=0, color="auto") for one in sides
            ]
            table._tbl.tblPr.append(element("w:tblBorders", *rules))
        widths = [int(share * self.width) for share in grid.widths]
        for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            column.set(qn("w:w"), str(width))
        deep = [0] * len(widths)
        for row in grid.rows:
            self._row(table, row, widths, deep)
        self.docx.add_paragraph().paragraph_format.space_after = Pt(2)

    def _row(self, table: Any, row: Row, widths: list[int], deep: list[int]) -> None:
        line = element("w:tr")
        if row.repeats:
            line.get_or_add_trPr().append(element("w:tblHeader"))
        table._tbl.append(line)
        cells = list(row.cells)
        at = 0
        while at < len(widths):
            if deep[at]:
                deep[at] -= 1
                covered = element("w:tc", _properties(widths[at], 1, "continue", ""))
                covered.append(element("w:p"))
                line.append(covered)
                at += 1
                continue
            cell = cells.pop(0)
            deep[at] = cell.depth - 1
            shaded = self.dress.rules == "shaded" and cell.kind != "value"
            merge = "restart" if cell.depth > 1 else ""
            width = sum(widths[at : at + cell.span])
            tc = element("w:tc", _properties(width, cell.span, merge, "DDE6EE" if shaded else ""))
            line.append(tc)
            self._fill(_Cell(tc, table), cell)
            at += cell.span

    def _fill(self, target: Any, cell: Cell) -> None:
        for part in cell.parts:
            self._inner(target, part, cell.kind)
        if not cell.parts:
            target.add_paragraph()
        target.paragraphs[-1].paragraph_format.space_after = Pt(1)


def _properties(width: int, span: int, merge: str, shade: str) -> Any:
    found = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if span > 1:
        found.append(element("w:gridSpan", val=span))
    if merge:
        found.append(element("w:vMerge", val=merge))
    if shade:
        found.append(element("w:shd", val="clear", color="auto", fill=shade))
    return found

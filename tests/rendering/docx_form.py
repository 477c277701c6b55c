"""A sheet as a Word document, by python-docx and a little XML of Word's own kind."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.rendering.house import House
from tests.rendering.sheet import Piece, Row, Section, Sheet, Table

_FAMILIES = {"sans": "Carlito", "serif": "Liberation Serif"}


def word_document(sheet: Sheet, house: House, merged_labels: bool = False) -> bytes:
    """The sheet as a .docx file; `merged_labels` merges the label cell of a row's parts."""
    writer = _Writer(house, merged_labels)
    writer.write(sheet)
    stream = io.BytesIO()
    writer.document.save(stream)
    return stream.getvalue()


class _Writer:
    def __init__(self, house: House, merged_labels: bool) -> None:
        self.house = house
        self.merged_labels = merged_labels
        self.document = docx.Document()
        self.changes = 0
        section = self.document.sections[0]
        section.page_width, section.page_height = Pt(house.paper[0]), Pt(house.paper[1])
        section.left_margin = section.right_margin = Pt(house.margin)
        section.top_margin = section.bottom_margin = Pt(house.margin)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = _FAMILIES[house.family], Pt(house.size)
        normal.paragraph_format.space_after = Pt(house.paragraph_gap)
        normal.paragraph_format.line_spacing = house.leading
        if house.footer:
            section.footer.paragraphs[0].text = house.footer.format(n=1, total=9)

    def write(self, sheet: Sheet) -> None:
        """The whole document."""
        if self.house.cover:
            self.document.add_paragraph(sheet.title).runs[0].add_break(WD_BREAK.PAGE)
        self.document.add_heading(sheet.title, 1)
        for section in sheet.sections:
            self.section(section)

    def section(self, section: Section) -> None:
        """A section with its tables, an empty paragraph after each."""
        self.document.add_heading(section.heading, 2)
        for table in section.tables:
            self.table(table)
            self.document.add_paragraph()

    def table(self, table: Table) -> None:
        """Header tables by themselves, then a table of label and contents."""
        if table.header:
            grid = self.document.add_table(2, len(table.header.labels), "Table Grid")
            for column, (label, value) in enumerate(
                zip(table.header.labels, table.header.values, strict=True)
            ):
                self.runs(grid.cell(0, column).paragraphs[0], label, bold=True)
                self.runs(grid.cell(1, column).paragraphs[0], value)
        if not table.rows and not table.heading:
            return
        merged = bool(table.heading) and self.house.borders != "none"
        if table.heading and not merged:
            self.document.add_heading(table.heading, 3)
        grid = self.document.add_table(len(table.rows) + merged, 2, "Table Grid")
        grid.autofit = False
        width = self.house.paper[0] - 2 * self.house.margin
        for row in grid.rows:
            row.cells[0].width = Pt(width * self.house.label_share)
            row.cells[1].width = Pt(width * (1 - self.house.label_share))
        if merged:
            whole = grid.cell(0, 0).merge(grid.cell(0, 1))
            self.runs(whole.paragraphs[0], table.heading, bold=True)
        for number, row in enumerate(table.rows, int(merged)):
            self.row(grid, number, row)

    def row(self, grid: Any, number: int, row: Row) -> None:
        """A row; its label cell may be merged with the one above where it has no label."""
        label, contents = grid.cell(number, 0), grid.cell(number, 1)
        if row.label:
            self.runs(label.paragraphs[0], row.label, bold=True)
        elif self.merged_labels:
            grid.cell(number - 1, 0).merge(label)
        paragraph = contents.paragraphs[0]
        for piece, marked in self.marked(row.pieces):
            if paragraph is None:
                paragraph = contents.add_paragraph()
            self.piece(paragraph, piece, marked)
            paragraph = None

    def marked(self, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
        """Each piece with the number of its list, 0 for none; a new list counts from 1."""
        current = 0
        previous: Piece | None = None
        for piece in pieces:
            if piece.kind != "item":
                current = 0
            elif previous is None or previous.kind != "item" or piece.number == 1:
                current = self.new_list(piece.ordered)
            yield piece, current
            previous = piece

    def piece(self, paragraph: Any, piece: Piece, list_number: int) -> None:
        """A paragraph, an emphasised line or an item."""
        if piece.kind == "item" and self.house.typed_lists:
            marker = f"{piece.number}." if piece.ordered else "-"
            self.runs(paragraph, f"{marker}\t{piece.text}")
            return
        if piece.kind == "item":
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/>'
                    f'<w:numId w:val="{list_number}"/></w:numPr>'
                )
            )
        if piece.head:
            self.runs(paragraph, f"{piece.head} ", italic=True)
        self.runs(paragraph, piece.text, italic=piece.kind == "emph")

    def new_list(self, ordered: bool) -> int:
        """A list of its own that counts from 1."""
        if self.house.typed_lists:
            return 0
        root = self.document.part.numbering_part.element
        abstracts = root.findall(qn("w:abstractNum"))
        number = 100 + len(root.findall(qn("w:num")))
        kind, text = ("decimal", "%1.") if ordered else ("bullet", "\uf0b7")
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        )
        abstracts[-1].addnext(abstract)
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/>'
                "</w:num>"
            )
        )
        return number

    def runs(self, paragraph: Any, text: str, bold: bool = False, italic: bool = False) -> None:
        """The text in one run, or as Word leaves it after a few corrections."""
        pieces = _split(text) if self.house.split_runs else [text]
        for piece in pieces:
            run = paragraph.add_run(piece)
            run.bold, run.italic = bold or None, italic or None
        if self.house.tracked and len(text) > 40:
            self.track(paragraph)
        if self.house.controls and len(text) > 30:
            self.control(paragraph)

    def track(self, paragraph: Any) -> None:
        """Mark the last run as inserted, and put a deleted one before it."""
        self.changes += 1
        run = paragraph.runs[-1]._r
        who = f'w:id="{self.changes}" w:author="A" w:date="2026-01-01T00:00:00Z"'
        inserted = parse_xml(f"<w:ins {nsdecls('w')} {who}/>")
        deleted = parse_xml(
            f"<w:del {nsdecls('w')} {who}><w:r><w:delText>vervallen</w:delText></w:r></w:del>"
        )
        run.addprevious(deleted)
        deleted.addnext(inserted)
        inserted.append(run)

    def control(self, paragraph: Any) -> None:
        """Put the whole paragraph's runs into a content control."""
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        control.append(OxmlElement("w:sdtPr"))
        control.append(content)
        parts = [kid for kid in paragraph._p if kid.tag != qn("w:pPr")]
        for part in parts:
            content.append(deepcopy(part))
            paragraph._p.remove(part)
        paragraph._p.append(control)


def _split(text: str) -> list[str]:
    """A text in stretches of a few characters, as corrections leave it."""
    return [text[n : n + 7] for n in range(0, len(text), 7)]

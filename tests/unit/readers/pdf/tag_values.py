"""Tagged parts made by hand, and what is drawn around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.document.model import Block
from pipeline.readers.pdf.boxes import around
from pipeline.readers.pdf.candidates import RULES, Candidate
from pipeline.readers.pdf.grid import Grid, GridCell
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.tag_choice import drawn_cells
from pipeline.readers.pdf.tag_parts import TagCell, TagLayout, TagParagraph, TagPart, TagTable
from pipeline.readers.pdf.tagged import TagReading, settled
from tests.unit.readers.pdf.typed import Typed


@dataclass
class Tags:
    """Tagged parts, and what is drawn."""

    typed: Typed = field(default_factory=Typed)
    drawn: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)

    def line(self, text: str, x: float = 50, y: float = 100, page: int = 1) -> Line:
        return replace(self.typed.line(text, x, y), page=page)

    def text(self, text: str, x: float = 50, y: float = 100, page: int = 1) -> TagParagraph:
        return TagParagraph((), (self.line(text, x, y, page),))

    def cell(self, text: str, x: float = 50, y: float = 100, page: int = 1) -> TagCell:
        return TagCell((self.text(text, x, y, page),) if text else ())

    def grid(self, *boxes: Box, source: str = RULES, page: int = 1) -> None:
        lefts = sorted({box[0] for box in boxes})
        cells = tuple(GridCell(n, lefts.index(box[0]), 1, 1, box) for n, box in enumerate(boxes))
        whole = around(boxes)
        found = Candidate(Grid(whole, (), (*lefts, whole[2]), cells), source)
        self.drawn[page] = (*self.drawn.get(page, ()), found)

    def reading(self, *parts: TagPart) -> TagReading:
        return self.reading_of(TagLayout(parts))

    def reading_of(self, layout: TagLayout) -> TagReading:
        cells, maker = drawn_cells(self.drawn), self.typed.maker
        return TagReading.of(settled(layout, cells, maker), cells, maker)

    def blocks(self, *parts: TagPart) -> list[Block]:
        return list(self.reading(*parts).blocks())


def table(*rows: Sequence[TagCell]) -> TagTable:
    return TagTable(tuple(tuple(row) for row in rows))

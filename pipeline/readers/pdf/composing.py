"""Areas of lines to blocks: headings by their size, paragraphs, items, and tables of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.document.model import (
    Block,
    Cell,
    Furniture,
    Heading,
    PageEnd,
    Paragraph,
    Row,
    Table,
)
from pipeline.readers.pdf.areas import Area, CellArea, PageLayout, TableArea, TextArea, all_cells
from pipeline.readers.pdf.edges import cell_edges, side_key, text_edge
from pipeline.readers.pdf.line_seams import Column
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.page_ends import column_ends, cut_rows, meetings
from pipeline.readers.pdf.paragraphs import ParagraphMaker
from pipeline.readers.pdf.settings import Count, Share
from pipeline.readers.pdf.sizes import sizes

# Headings are set larger than the text by a point or more, half a point being rounding.
_LARGER: Share = 1.06
# HTML and Word have no more levels of headings.
_MAX_LEVEL: Count = 6


class Composing:
    """Blocks of the areas of all pages, with what the whole document shows of its setting."""

    def __init__(
        self,
        layouts: Sequence[PageLayout],
        maker: LineMaker,
        running: Mapping[int, Sequence[tuple[str, Line]]],
    ) -> None:
        self.layouts = layouts
        self.running = running
        self.edges = cell_edges(layouts, maker)
        self.text_edge = text_edge(layouts, maker)
        columns = list(self._columns())
        ends = (
            end for m in meetings(layouts) for end in column_ends(m, self._edge, self.text_edge)
        )
        self.paragraphs = ParagraphMaker.of(columns, ends, maker)
        texts = [area.lines for layout in layouts for area in layout.texts]
        self.text_leading = self.paragraphs.seams.text_leading(texts)
        self.levels = _heading_levels(lines for lines, _ in columns)
        self.cut = cut_rows(layouts)
        self.paragraphs.reasons.extend(reason for row in self.cut for reason in row.reasons())

    def _columns(self) -> Iterator[tuple[Sequence[Line], float]]:
        """The lines of all columns, and where full ones end there."""
        texts = (area for layout in self.layouts for area in layout.texts)
        yield from ((area.lines, self.text_edge) for area in texts)
        for cell in all_cells(table for layout in self.layouts for table in layout.tables):
            yield cell.lines, self._edge(cell)

    def _edge(self, cell: CellArea) -> float:
        """Where full lines of a cell end."""
        return self.edges.get(side_key(cell.box), cell.box[2])

    def blocks(self) -> Iterator[Block]:
        """The blocks of the document, a page end between its pages, and between their columns."""
        for number, layout in enumerate(self.layouts):
            if number:
                yield PageEnd()
            if not number or layout.page.number != self.layouts[number - 1].page.number:
                for kind, line in self.running.get(layout.page.number, ()):
                    yield Furniture(kind, line.text)
            for area in layout.areas:
                yield from self.of_area(area)

    def of_area(self, area: Area) -> Iterator[Block]:
        """The blocks of one area."""
        if isinstance(area, TableArea):
            yield self._table(area)
        else:
            yield from self._text(area)

    def _text(self, area: TextArea) -> Iterator[Block]:
        left = min(line.x0 for line in area.lines)
        column = Column(area.lines, left, self.text_edge, self.text_leading)
        # The heading that may go on, with its last line.
        pending: tuple[Line, Heading] | None = None
        for group, block in self.paragraphs.blocks(column):
            level = self.levels.get(group[0].size) if isinstance(block, Paragraph) else None
            if pending is not None and level is not None:
                last, heading = pending
                if self.paragraphs.heading_goes_on(last, group[0]):
                    line = replace(group[0], text=block.text)
                    whole = self.paragraphs.with_line(heading.text, last, line, column.right)
                    pending = (group[-1], Heading(heading.level, whole))
                    continue
            if pending is not None:
                yield pending[1]
            pending = None if level is None else (group[-1], Heading(level, block.text))
            if pending is None:
                yield block
        if pending is not None:
            yield pending[1]

    def _table(self, area: TableArea) -> Table:
        rows = [Row(tuple(map(self._cell, cells))) for cells in area.rows()]
        if any(area is row.table and row.verdict for row in self.cut):
            rows[-1] = replace(rows[-1], goes_on=True)
        return Table(tuple(rows))

    def _cell(self, area: CellArea) -> Cell:
        found: list[tuple[float, Block]] = [
            (inner.box[1], self._table(inner)) for inner in area.inner
        ]
        if area.lines:
            column = Column(area.lines, area.box[0], self._edge(area))
            found.extend((g[0].top, block) for g, block in self.paragraphs.blocks(column))
        found.sort(key=lambda pair: pair[0])
        return Cell(tuple(block for _, block in found), area.colspan, area.rowspan)


def _heading_levels(columns: Iterable[Sequence[Line]]) -> dict[float, int]:
    """The level of a heading of each size that is larger than the text's."""
    found = sizes((line.size, len(line.text)) for lines in columns for line in lines)
    larger = {own: kind for own, kind in found.alike.items() if kind > _LARGER * found.usual}
    levels = {kind: n for n, kind in enumerate(sorted(set(larger.values()), reverse=True), 1)}
    return {own: min(levels[kind], _MAX_LEVEL) for own, kind in larger.items()}

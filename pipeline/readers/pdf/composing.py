"""Areas of lines to blocks: headings by their size, paragraphs, items, and tables of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

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
from pipeline.readers.pdf.areas import CellArea, PageLayout, TableArea, TextArea, all_cells
from pipeline.readers.pdf.edges import cell_edges, side_key, text_edge
from pipeline.readers.pdf.fullness import room_left
from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.line_seams import Column, LineSeams
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.paragraphs import ParagraphMaker
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

# Headings are set larger than the text by a point or more, half a point being rounding.
_LARGER: Share = 1.06
# HTML and Word have no more levels of headings.
_MAX_LEVEL: Count = 6
# Headings have more space above them than their own lines have between them.
_HEADING_LEADING: Ems = 1.5
# Sizes that differ by less are one.
_SAME_SIZE: Points = 0.5
# A rule at the edge of a table lies on it but for its own width.
_ON_EDGE: Points = 3.0


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
        columns = list(_columns(layouts))
        room = room_left(self._filled(), maker)
        seams = LineSeams(maker, Habits.of(columns, maker), room)
        self.paragraphs = ParagraphMaker(seams, seams.over_page_ends(self._page_ends()))
        self.sizes = _heading_sizes(columns)
        self.cut = [table for pair in pairwise(layouts) for table in _cut_tables(*pair)]

    def _filled(self) -> Iterator[tuple[Sequence[Line], float]]:
        """The lines of all columns, and where full ones end there."""
        texts = (area for layout in self.layouts for area in layout.texts)
        yield from ((area.lines, self.text_edge) for area in texts)
        for cell in all_cells(table for layout in self.layouts for table in layout.tables):
            yield cell.lines, self.edges.get(side_key(cell.box), cell.box[2])

    def blocks(self) -> Iterator[Block]:
        """The blocks of the document, a page end between its pages."""
        for number, layout in enumerate(self.layouts):
            if number:
                yield PageEnd()
            for kind, line in self.running.get(layout.page.number, ()):
                yield Furniture(kind, line.text)
            for area in layout.areas:
                if isinstance(area, TableArea):
                    yield self._table(area)
                else:
                    yield from self._text(area)

    def _text(self, area: TextArea) -> Iterator[Block]:
        left = min(line.x0 for line in area.lines)
        column = Column(area.lines, left, self.text_edge)
        pending: tuple[list[Line], Heading] | None = None
        for group, block in self.paragraphs.blocks(column):
            level = self.sizes.get(_size_key(group[0]))
            if pending is not None and level is not None and _goes_on(pending[0][-1], group[0]):
                line = replace(group[0], text=block.text)  # type: ignore[union-attr]
                whole = self.paragraphs.with_line(
                    pending[1].text, pending[0][-1], line, column.right
                )
                pending = (group, Heading(pending[1].level, whole))
                continue
            if pending is not None:
                yield pending[1]
                pending = None
            if level is not None and isinstance(block, Paragraph):
                pending = (group, Heading(level, block.text))
            else:
                yield block
        if pending is not None:
            yield pending[1]

    def _table(self, area: TableArea) -> Table:
        rows: dict[int, list[Cell]] = {}
        for cell in area.cells:
            rows.setdefault(cell.row, []).append(self._cell(cell))
        last = max(rows) if any(area is table for table in self.cut) else -1
        return Table(tuple(Row(tuple(cells), n == last) for n, cells in sorted(rows.items())))

    def _cell(self, area: CellArea) -> Cell:
        found: list[tuple[float, Block]] = [
            (inner.box[1], self._table(inner)) for inner in area.inner
        ]
        if area.lines:
            right = self.edges.get(side_key(area.box), area.box[2])
            column = Column(area.lines, area.box[0], right)
            found.extend((g[0].top, block) for g, block in self.paragraphs.blocks(column))
        found.sort(key=lambda pair: pair[0])
        return Cell(tuple(block for _, block in found), area.colspan, area.rowspan)

    def _page_ends(self) -> Iterator[tuple[Sequence[Line], Line, float]]:
        for before, after in pairwise(self.layouts):
            yield from self._seams(before, after)

    def _seams(
        self, before: PageLayout, after: PageLayout
    ) -> Iterator[tuple[Sequence[Line], Line, float]]:
        """(lines above, first line below, right edge) of the columns that meet at a page end."""
        if not before.areas or not after.areas:
            return
        upper, lower = before.areas[-1], after.areas[0]
        if isinstance(upper, TextArea) and isinstance(lower, TextArea):
            yield upper.lines, lower.lines[0], self.text_edge
        elif isinstance(upper, TableArea) and isinstance(lower, TableArea):
            firsts = {c.column: c for c in lower.cells if c.row == 0 and c.lines}
            bottom = max((c.row + c.rowspan for c in upper.cells), default=0)
            for cell in upper.cells:
                below = firsts.get(cell.column)
                if cell.row + cell.rowspan == bottom and cell.lines and below is not None:
                    right = self.edges.get(side_key(cell.box), cell.box[2])
                    yield cell.lines, below.lines[0], right


def _cut_tables(before: PageLayout, after: PageLayout) -> Iterator[TableArea]:
    """The table in whose last row a page ends: no rule closes it, and none opens the next one.

    Where a page ends between two rows, rules of both tell so.
    """
    if not before.areas or not after.areas:
        return
    upper, lower = before.areas[-1], after.areas[0]
    if not isinstance(upper, TableArea) or not isinstance(lower, TableArea):
        return
    if upper.evidence == lower.evidence == "rules" and not (
        _has_rule(before, upper.box, upper.box[3]) or _has_rule(after, lower.box, lower.box[1])
    ):
        yield upper


def _has_rule(layout: PageLayout, box: Box, y: float) -> bool:
    """Whether a level rule lies at a height within a box."""
    return any(
        rule.level and abs(rule.at - y) <= _ON_EDGE and rule.start < box[2] and rule.end > box[0]
        for rule in layout.page.rules
    )


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line goes on with the heading above it: as large, and directly below."""
    distance = line.baseline - last.baseline
    return abs(line.size - last.size) < _SAME_SIZE and 0 < distance <= _HEADING_LEADING * line.size


def _columns(layouts: Sequence[PageLayout]) -> Iterator[Sequence[Line]]:
    for layout in layouts:
        yield from (area.lines for area in layout.texts)
    for cell in all_cells(table for layout in layouts for table in layout.tables):
        yield cell.lines


def _size_key(line: Line) -> float:
    return round(line.size / _SAME_SIZE) * _SAME_SIZE


def _heading_sizes(columns: Iterable[Sequence[Line]]) -> dict[float, int]:
    """The sizes that are larger than the text's, and the level of a heading of each."""
    weight: Counter[float] = Counter()
    for lines in columns:
        for line in lines:
            weight[_size_key(line)] += len(line.text)
    if not weight:
        return {}
    body = weight.most_common(1)[0][0]
    larger = sorted((size for size in weight if size > _LARGER * body), reverse=True)
    return {size: min(level, _MAX_LEVEL) for level, size in enumerate(larger, 1)}

"""Where full lines end in tagged cells, column by column, and outside of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.readers.pdf.edges import padded_right, side_key
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Points
from pipeline.readers.pdf.tag_columns import DrawnCell
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagParagraph,
    TagPart,
    cells_of,
    lines_of,
    tables_of,
)

# Cells that hold text at the same places are of one column, to so many points.
_SAME_PLACE: Points = 4.0
_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TagEdges:
    """Where full lines end, in points: outside tables (`text`), and in the column of each cell."""

    text: float
    columns: Mapping[_Key, float]
    keys: Mapping[int, _Key]

    @classmethod
    def of(cls, parts: Sequence[TagPart], drawn_cell: DrawnCell, maker: LineMaker) -> TagEdges:
        """The edges of the cells of all tables, and of the paragraphs around them."""
        keys: dict[int, _Key] = {}
        lines: dict[_Key, list[Line]] = defaultdict(list)
        boxes: dict[_Key, list[Box]] = defaultdict(list)
        for table in tables_of(parts):
            for row in table.rows:
                for cell, own, box, key in _keyed(row, drawn_cell):
                    keys[id(cell)] = key
                    lines[key] += own
                    boxes[key] += [] if box is None else [box]
        columns = {
            key: padded_right(boxes[key], found, maker)
            if boxes[key]
            else max(line.x1 for line in found)
            for key, found in lines.items()
        }
        return cls(max((line.x1 for line in lines_of(parts)), default=0.0), columns, keys)

    def right(self, cell: TagCell | None) -> float:
        """Where full lines of a cell end, or outside tables."""
        return self.columns[self.keys[id(cell)]] if id(cell) in self.keys else self.text

    def filled(self, parts: Sequence[TagPart]) -> Iterator[tuple[Sequence[Line], float]]:
        """The lines of all paragraphs, and where full ones end there."""
        for home, paragraphs in ((None, parts), *((cell, cell.parts) for cell in cells_of(parts))):
            right = self.right(home)
            yield from ((p.lines, right) for p in paragraphs if isinstance(p, TagParagraph))


def _keyed(
    row: Sequence[TagCell], drawn_cell: DrawnCell
) -> Iterator[tuple[TagCell, Sequence[Line], Box | None, _Key]]:
    """Each cell of a row that holds text: its lines, how it is drawn, what names its column.

    That are its drawn sides; without them, where it begins and where the next one does.
    """
    found = [(cell, list(lines_of(cell.parts))) for cell in row]
    filled = [(cell, lines, min(line.x0 for line in lines)) for cell, lines in found if lines]
    for n, (cell, lines, start) in enumerate(filled):
        box = drawn_cell(lines[0])
        following = filled[n + 1][2] if n + 1 < len(filled) else -_SAME_PLACE
        key = (round(start / _SAME_PLACE), round(following / _SAME_PLACE))
        yield cell, lines, box, key if box is None else side_key(box)

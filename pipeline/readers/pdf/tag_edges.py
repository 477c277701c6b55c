"""Where full lines end in tagged cells, column by column, and outside of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.readers.pdf.edges import SAME_SIDE, nearest, padded_right, side_key
from pipeline.readers.pdf.fullness import narrowed
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.tag_columns import DrawnCell
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagParagraph,
    TagPart,
    cells_of,
    lines_of,
    tables_of,
)

_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TagEdges:
    """Where full lines end, in points: outside tables (`text`), and in the column of each cell.

    `narrow` has, by the first line of each, the paragraphs outside tables whose column is narrower.
    """

    text: float
    columns: Mapping[_Key, float]
    keys: Mapping[int, _Key]
    narrow: Mapping[Line, float]

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
        outside = [line for p in parts if isinstance(p, TagParagraph) for line in p.lines]
        longest = max((line.x1 for line in outside), default=0.0)
        # Tables may reach further, by what their cells are padded.
        widest = max((line.x1 for line in lines_of(parts)), default=0.0)
        text = nearest(widest, longest, outside)
        return cls(text, columns, keys, dict(_narrow(parts, text, maker)))

    def right(self, cell: TagCell | None, first: Line | None = None) -> float:
        """Where full lines of a cell end, or those of a paragraph that begins with a line."""
        if id(cell) in self.keys:
            return self.columns[self.keys[id(cell)]]
        return self.text if first is None else self.narrow.get(first, self.text)

    def filled(self, parts: Sequence[TagPart]) -> Iterator[tuple[Sequence[Line], float]]:
        """The lines of all paragraphs, and where full ones end there."""
        for home, paragraphs in ((None, parts), *((cell, cell.parts) for cell in cells_of(parts))):
            for part in paragraphs:
                if isinstance(part, TagParagraph):
                    yield part.lines, self.right(home, part.lines[0])


def _narrow(
    parts: Sequence[TagPart], text: float, maker: LineMaker
) -> Iterator[tuple[Line, float]]:
    """(first line, right edge) of the paragraphs that stand together in a narrower column."""
    for place, group in groupby(parts, _place):
        paragraphs = [part.lines for part in group if isinstance(part, TagParagraph)]
        lines = [line for own in paragraphs for line in own]
        if place is not None and (edge := narrowed(text, lines, maker)) < text:
            yield from ((own[0], edge) for own in paragraphs)


def _place(part: TagPart) -> tuple[int, int, int] | None:
    """What paragraphs of one column share: page, left side, size; None for other parts."""
    if not isinstance(part, TagParagraph) or part.heading:
        return None
    first = part.lines[0]
    return first.page, round(first.x0 / SAME_SIDE), round(first.size)


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
        following = filled[n + 1][2] if n + 1 < len(filled) else -SAME_SIDE
        yield cell, lines, box, side_key(box or (start, 0.0, following, 0.0))

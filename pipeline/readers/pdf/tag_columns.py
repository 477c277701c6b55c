"""Cells of tagged tables under their columns, where a producer leaves out or fills the wrong one.

Browsers leave empty cells out of the tags, and LibreOffice tags the lists of two neighbouring
cells as one list of the first. Where the other rows of the table stand tells what belongs where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Count, Points
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagParagraph,
    TagPart,
    TagRow,
    TagTable,
    columns_below,
    lines_of,
)

DrawnCell = Callable[[Line], Box | None]
"""The box of the drawn cell that a line stands in."""
_Sides = tuple[float, float]
_Free = Sequence[int]
"""The columns that no cell of the rows above takes."""

# Texts that begin, end or have their middle this near to each other stand in one column.
_ALIKE: Points = 3.0
# Tables of text have no more columns; a file may claim a thousand.
_MOST_COLUMNS: Count = 40


def under_columns(parts: Iterable[TagPart], drawn_cell: DrawnCell) -> tuple[TagPart, ...]:
    """The parts, tables with the empty cells that they lack, and what stands in a column in it."""
    return tuple(
        _completed(part, drawn_cell) if isinstance(part, TagTable) else part for part in parts
    )


def _completed(table: TagTable, drawn_cell: DrawnCell) -> TagTable:
    columns = _Columns.of(table, drawn_cell)
    rows = table.rows if columns is None else _changed(table.rows, columns.moved, columns.count)
    rows = rows if columns is None else _changed(rows, columns.with_empty, columns.count)
    return TagTable(
        tuple(
            tuple(replace(cell, parts=under_columns(cell.parts, drawn_cell)) for cell in row)
            for row in rows
        )
    )


def _changed(
    rows: Sequence[TagRow], change: Callable[[TagRow, _Free], TagRow], count: int
) -> tuple[TagRow, ...]:
    """Rows that were changed from top to bottom; what they leave to others is told as they are."""
    found: list[TagRow] = []
    reach: Mapping[int, int] = {}
    for row in rows:
        found.append(change(row, _free(reach, count)))
        reach = columns_below(reach, found[-1])[1]
    return tuple(found)


def _free(reach: Mapping[int, int], count: int) -> _Free:
    return [column for column in range(count) if column not in reach]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a table stand: by their drawn sides, else by their texts."""

    count: int
    drawn: Mapping[int, _Sides]
    texts: Mapping[int, _Sides]
    drawn_cell: DrawnCell

    @classmethod
    def of(cls, table: TagTable, drawn_cell: DrawnCell) -> _Columns | None:
        """The columns that the full rows of a table show; None for what is no table."""
        rows = list(_with_reach(table.rows))
        count = max((_width(row, reach) for row, reach in rows), default=0)
        if not 1 < count <= _MOST_COLUMNS:
            return None
        drawn: dict[int, _Sides] = {}
        texts: dict[int, _Sides] = {}
        for row, reach in rows:
            if _width(row, reach) != count:
                continue
            for column, lines in _shown_columns(row, _free(reach, count)):
                others = [texts[column]] if column in texts else []
                texts[column] = _around([_reach(lines), *others])
                box = drawn_cell(lines[0])
                if box is not None:
                    drawn[column] = (box[0], box[2])
        return cls(count, drawn, texts, drawn_cell)

    # Contents of an empty sibling.

    def moved(self, row: TagRow, free: _Free) -> TagRow:
        """A row in which empty cells have what a sibling held that stands in their column."""
        if len(row) != len(free):
            return row
        empty = {column for cell, column in zip(row, free, strict=True) if not cell.parts}
        kept: dict[int, list[TagPart]] = {column: [] for column in free}
        for cell, own in zip(row, free, strict=True):
            for part in cell.parts:
                homes = (c for c in free if c in empty and self._stands_in(part, c, own))
                kept[next(homes, own)].append(part)
        return tuple(
            replace(cell, parts=tuple(kept[column])) for cell, column in zip(row, free, strict=True)
        )

    def _stands_in(self, part: TagPart, column: int, own: int) -> bool:
        """Whether all lines of a part stand in one column, and clear of the one of its cell."""
        sides, left = self._clear(column), self._clear(own)
        if not isinstance(part, TagParagraph) or sides is None or left is None:
            return False
        return all(sides[0] - _ALIKE <= line.x0 and line.x1 <= sides[1] for line in part.lines)

    def _clear(self, column: int) -> _Sides | None:
        """The sides of a column: drawn, or from where its texts begin to where the next do.

        None where the texts of its neighbours reach into it.
        """
        if column in self.drawn:
            return self.drawn[column]
        texts = self.texts.get(column)
        before, after = self.texts.get(column - 1), self.texts.get(column + 1)
        if texts is None or (column and (before is None or before[1] > texts[0])):
            return None
        if column + 1 == self.count:
            return texts[0], float("inf")
        return None if after is None or texts[1] > after[0] else (texts[0], after[0])

    # Cells that were left out.

    def with_empty(self, row: TagRow, free: _Free) -> TagRow:
        """A row with an empty cell wherever its cells stand further right than it tells."""
        starts = self._starts(row, free)
        if starts is None:
            return row
        full: list[TagCell] = []
        at = 0
        for cell, start in zip(row, starts, strict=True):
            full += [*(TagCell() for _ in range(start - at)), cell]
            at = start + cell.colspan
        return tuple(full)

    def _starts(self, row: TagRow, free: _Free) -> tuple[int, ...] | None:
        """At which of the free columns each cell begins; None where its place does not tell.

        Of all ways to place the cells in their order the one that moves their texts least.
        """
        if len(row) == 1 and not self._is_single(row[0]):
            return None
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        for cell in row:
            found: dict[int, tuple[float, tuple[int, ...]]] = {}
            for at, (cost, starts) in best.items():
                for start in range(at, len(free) - cell.colspan + 1):
                    off = self._off(cell, free[start])
                    end = start + cell.colspan
                    if off is not None and (end not in found or cost + off < found[end][0]):
                        found[end] = (cost + off, (*starts, start))
            best = found
        return min(best.values(), key=lambda way: way[0])[1] if best else None

    def _is_single(self, cell: TagCell) -> bool:
        """Whether the only cell of a row is one of a column, and no title over all of them."""
        lines = list(lines_of(cell.parts))
        if not lines:
            return False
        if self.count == 2:
            return 0 in self.texts and _reach(lines)[0] > self.texts[0][1]
        box = self.drawn_cell(lines[0])
        if box is not None:
            return any(_near((box[0], box[2]), sides) for sides in self.drawn.values())
        x0 = _reach(lines)[0]
        return any(abs(x0 - sides[0]) < _ALIKE for sides in self.texts.values())

    def _off(self, cell: TagCell, column: int) -> float | None:
        """How far a cell stands from a column; None where nothing tells."""
        lines = list(lines_of(cell.parts))
        if not lines or cell.colspan > 1:
            return 0.0
        box = self.drawn_cell(lines[0])
        if box is not None and column in self.drawn:
            return abs(box[0] - self.drawn[column][0])
        if column not in self.texts:
            return None
        (x0, x1), (left, right) = _reach(lines), self.texts[column]
        return min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - left - right) / 2)


def _shown_columns(row: TagRow, free: _Free) -> Iterator[tuple[int, list[Line]]]:
    """(column, lines of its cell) of a full row; texts beside empty cells may be elsewhere."""
    if not all(cell.parts for cell in row):
        return
    at = 0
    for cell in row:
        lines = list(lines_of(cell.parts))
        if cell.colspan == 1 and lines:
            yield free[at], lines
        at += cell.colspan


def _with_reach(rows: Iterable[TagRow]) -> Iterator[tuple[TagRow, Mapping[int, int]]]:
    """Each row with the columns that cells of the rows above it take."""
    reach: Mapping[int, int] = {}
    for row in rows:
        yield row, reach
        reach = columns_below(reach, row)[1]


def _width(row: TagRow, reach: Mapping[int, int]) -> int:
    return len(reach) + sum(cell.colspan for cell in row)


def _reach(lines: Sequence[Line]) -> _Sides:
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _around(sides: Sequence[_Sides]) -> _Sides:
    return min(x0 for x0, _ in sides), max(x1 for _, x1 in sides)


def _near(sides: _Sides, other: _Sides) -> bool:
    return abs(sides[0] - other[0]) < _ALIKE and abs(sides[1] - other[1]) < _ALIKE

"""Cells of tagged tables under their columns, where a producer leaves out or fills the wrong one.

Browsers leave empty cells out of the tags, and LibreOffice tags the lists of two neighbouring
cells as one list of the first. Where the other rows of the table stand tells what belongs where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Count, Points
from pipeline.readers.pdf.tags import TagCell, TagParagraph, TagPart, TagTable

DrawnCell = Callable[[Line], Box | None]
"""The box of the drawn cell that a line stands in."""
_Sides = tuple[float, float]

# Texts that begin, end or have their middle this near to each other stand in one column.
_ALIKE: Points = 3.0
# Tables of text have no more columns; a file may claim a thousand.
_MOST_COLUMNS: Count = 40


def put_under_columns(parts: Sequence[TagPart], drawn_cell: DrawnCell) -> None:
    """Give all tables the empty cells that they lack, and each cell what stands in its column."""
    for part in parts:
        if not isinstance(part, TagTable):
            continue
        columns = _Columns.of(part, drawn_cell)
        if columns is not None:
            columns.move_contents(part)
            columns.insert_empty(part)
        for row in part.rows:
            for cell in row:
                put_under_columns(cell.parts, drawn_cell)


def lines_of(parts: Sequence[TagPart]) -> Iterator[Line]:
    """The lines of paragraphs and of the cells of tables."""
    for part in parts:
        if isinstance(part, TagParagraph):
            yield from part.lines
        else:
            for row in part.rows:
                for cell in row:
                    yield from lines_of(cell.parts)


@dataclass(slots=True)
class _Columns:
    """Where the columns of a table stand: by their drawn sides, else by their texts."""

    count: int
    drawn: dict[int, _Sides]
    texts: dict[int, _Sides]
    drawn_cell: DrawnCell

    @classmethod
    def of(cls, table: TagTable, drawn_cell: DrawnCell) -> _Columns | None:
        """The columns that the full rows of a table show; None for what is no table."""
        placed = list(_placed(table.rows))
        count = max((_width(row, taken) for row, taken in placed), default=0)
        if not 1 < count <= _MOST_COLUMNS:
            return None
        found = cls(count, {}, {}, drawn_cell)
        for row, taken in placed:
            if _width(row, taken) == count:
                found._take_in(row, [n for n in range(count) if n not in taken])
        return found

    def _take_in(self, row: Sequence[TagCell], free: Sequence[int]) -> None:
        """Widen the columns by the texts of a full row; those of empty cells may be elsewhere."""
        if not all(cell.parts for cell in row):
            return
        at = 0
        for cell in row:
            column, at = free[at], at + cell.colspan
            lines = list(lines_of(cell.parts))
            if cell.colspan > 1 or not lines:
                continue
            x0, x1 = _reach(lines)
            if column in self.texts:
                x0, x1 = min(x0, self.texts[column][0]), max(x1, self.texts[column][1])
            self.texts[column] = (x0, x1)
            box = self.drawn_cell(lines[0])
            if box is not None:
                self.drawn[column] = (box[0], box[2])

    # Contents of an empty sibling.

    def move_contents(self, table: TagTable) -> None:
        """Give empty cells what a sibling holds that stands in their column."""
        for row, taken in _placed(table.rows):
            if _width(row, taken) != self.count or any(cell.colspan > 1 for cell in row):
                continue
            free = [n for n in range(self.count) if n not in taken]
            empty = {column: cell for cell, column in zip(row, free, strict=True) if not cell.parts}
            for cell, own in zip(row, free, strict=True):
                for column, home in empty.items():
                    if column == own:
                        continue
                    stands_there = [self._stands_in(part, column, own) for part in cell.parts]
                    parts = list(zip(cell.parts, stands_there, strict=True))
                    home.parts += [part for part, is_there in parts if is_there]
                    cell.parts = [part for part, is_there in parts if not is_there]

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

    def insert_empty(self, table: TagTable) -> None:
        """Put an empty cell wherever the cells of a short row stand further right than it tells."""
        for row, taken in _placed(table.rows):
            free = [n for n in range(self.count) if n not in taken]
            starts = self._starts(row, free)
            if starts is None:
                continue
            full: list[TagCell] = []
            at = 0
            for cell, start in zip(row, starts, strict=True):
                full += [TagCell() for _ in range(start - at)]
                full.append(cell)
                at = start + cell.colspan
            # In place: what the rows above reach into is told from the row as it is now.
            row[:] = full

    def _starts(self, row: Sequence[TagCell], free: Sequence[int]) -> tuple[int, ...] | None:
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


def _placed(rows: Sequence[list[TagCell]]) -> Iterator[tuple[list[TagCell], set[int]]]:
    """Each row with the columns that cells of the rows above it take."""
    reach: dict[int, int] = {}
    for row in rows:
        taken = set(reach)
        yield row, taken
        reach = {column: left - 1 for column, left in reach.items() if left > 1}
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            if cell.rowspan > 1:
                reach.update(dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1))
            column += cell.colspan


def _width(row: Sequence[TagCell], taken: set[int]) -> int:
    return len(taken) + sum(cell.colspan for cell in row)


def _reach(lines: Sequence[Line]) -> _Sides:
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _near(sides: _Sides, other: _Sides) -> bool:
    return abs(sides[0] - other[0]) < _ALIKE and abs(sides[1] - other[1]) < _ALIKE

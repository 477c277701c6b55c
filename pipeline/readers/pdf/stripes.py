"""Tables whose shades leave rows white: these are rows of the same table, in its columns.

Producers shade every second row, or beside a label of several rows the first one alone; nothing is
drawn around what is white, and nothing parts its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.readers.pdf.areas import Area, CellArea, TableArea, TextArea
from pipeline.readers.pdf.boxes import around
from pipeline.readers.pdf.candidates import RULES, SHADES
from pipeline.readers.pdf.line_parts import line_parts
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.settings import Points

# What begins nearer to each other than this begins in one column: letters jut out by less.
_SAME_START: Points = 2.0
# The sides of one column differ by less from shade to shade.
_SAME_SIDE: Points = 2.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """The sides of the two columns of a table, and where texts begin in the second one."""

    left: float
    side: float
    right: float
    starts: tuple[float, ...]

    @classmethod
    def of(cls, table: TableArea) -> _Columns | None:
        """The columns of a table; None where it has one, or more than two."""
        sides = {cell.box[0] for cell in table.cells if cell.column}
        if len(sides) != 1 or any(cell.column + cell.colspan > 2 for cell in table.cells):
            return None
        starts = (line.x0 for cell in table.cells if cell.column for line in cell.lines)
        left, _, right, _ = table.box
        return cls(left, sides.pop(), right, tuple(starts))

    def begin_alike(self, other: _Columns) -> bool:
        """Whether another table has the same columns, or its texts begin at the same places."""
        return abs(self.side - other.side) <= _SAME_SIDE or any(map(self.is_start, other.starts))

    def is_start(self, x: float) -> bool:
        """Whether texts of the second column begin at a place."""
        return any(abs(x - start) <= _SAME_START for start in self.starts)

    def hold(self, lines: Sequence[Line]) -> bool:
        """Whether lines stand in the second column, the first of them where texts begin there."""
        return self.is_start(lines[0].x0) and all(
            line.x0 > self.side and line.x1 < self.right + _SAME_SIDE for line in lines
        )

    def placed(self, cell: CellArea) -> CellArea:
        """A cell between the sides of its columns."""
        sides = (self.left, self.side, self.right)
        _, top, _, bottom = cell.box
        return replace(
            cell, box=(sides[cell.column], top, sides[cell.column + cell.colspan], bottom)
        )

    def row(self, number: int, lines: Sequence[Line]) -> tuple[CellArea, CellArea]:
        """A row of lines in the second column, with nothing beside them."""
        top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
        return (
            CellArea(number, 0, 1, 1, (self.left, top, self.side, bottom)),
            CellArea(number, 1, 1, 1, (self.side, top, self.right, bottom), tuple(lines)),
        )


def with_white_cells(table: TableArea) -> TableArea:
    """The table, cells that reach over both of its columns cut where they stand in the second."""
    columns = _Columns.of(table) if table.evidence == SHADES else None
    if columns is None:
        return table
    cells: list[CellArea] = []
    for cell in table.cells:
        parts = [part for line in cell.lines for part in line_parts(line, (columns.side,))]
        if cell.colspan == 2 and parts and columns.hold(parts):
            x0, top, x1, bottom = cell.box
            cells.append(replace(cell, colspan=1, box=(x0, top, columns.side, bottom), lines=()))
            box = (columns.side, top, x1, bottom)
            cells.append(replace(cell, column=1, colspan=1, box=box))
        else:
            cells.append(cell)
    return replace(table, cells=tuple(cells))


def with_white_rows(areas: Sequence[Area]) -> list[Area]:
    """The areas of a page, what stands in the columns of a shaded table above or below it in it."""
    found: list[Area] = []
    for area in areas:
        whole = _joined(found[-1], area) if found else None
        found[-1 if whole else len(found) :] = [whole or area]
    return found


def _joined(upper: Area, lower: Area) -> TableArea | None:
    """Two areas as one table; None where neither is shaded, or their columns are others."""
    for shaded in (upper, lower):
        if not isinstance(shaded, TableArea) or shaded.evidence != SHADES:
            continue
        columns = _Columns.of(shaded)
        first, second = (_rows(area, columns) if columns else () for area in (upper, lower))
        # A heading over both columns opens another table.
        if not (first and second) or second[0].colspan > 1:
            return None
        count = max(cell.row + cell.rowspan for cell in first)
        cells = (*first, *(replace(cell, row=cell.row + count) for cell in second))
        return replace(shaded, cells=cells, box=around([cell.box for cell in cells]))
    return None


def _rows(area: Area, columns: _Columns) -> tuple[CellArea, ...]:
    """The cells of an area in columns; none where it stands in other ones."""
    if isinstance(area, TextArea):
        return columns.row(0, area.lines) if columns.hold(area.lines) else ()
    own = _Columns.of(area)
    if own is None or not columns.begin_alike(own) or area.evidence == RULES:
        return ()
    return tuple(columns.placed(cell) for cell in area.cells)

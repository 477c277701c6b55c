"""Named normalisations of a table: what producers leave undrawn, put as other tables have it.

Each takes a table and gives one; what it does not apply to comes back as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.readers.pdf.areas import Area, CellArea, PageLayout, TableArea
from pipeline.readers.pdf.boxes import around
from pipeline.readers.pdf.headed import HeadedTable, Heads
from pipeline.readers.pdf.labels import goes_on_in_label
from pipeline.readers.pdf.line_parts import is_emphasised, line_parts
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.settings import Ems, Points, Share

# What begins nearer to each other than this begins in one column: letters jut out by less.
_SAME_START: Points = 2.0
# A label beside a grid stands on the baseline of the first line of its row, to this much: its font
# may be another one.
_SAME_BASELINE: Ems = 0.35
# So many of the rows of a grid have a label beside them, if any have: a row that a page end cut
# has none, nor has one that goes on with the row above it.
_LABELLED: Share = 0.6


# Heads above values, without a line between the columns.


def with_columns_below_heads(table: TableArea) -> TableArea:
    """The table, its cells cut where heads and the values below them stand apart without a line."""
    cells = list(table.cells)
    by_place = {(cell.row, cell.column): cell for cell in cells}
    for row, column in list(by_place):
        cell = by_place[row, column]
        below = by_place.get((row + 1, column))
        if below is None or not cell.lines or not below.lines:
            continue
        if below.colspan > cell.colspan:
            parts = _cut_below_heads(cells, cell, below)
            _put(cells, below, parts)
            by_place[below.row, below.column] = parts[0]
            continue
        head, value = _second_start(cell.lines[0]), _second_start(below.lines[0])
        if head is None or value is None or abs(head - value) > _SAME_START:
            continue
        for part in (cell, below):
            left, right = _cut_at(part, min(head, value), part.column)
            _put(cells, part, (left, right))
            by_place[part.row, part.column] = left
    return replace(table, cells=tuple(_counted(cells)))


def _counted(cells: Iterable[CellArea]) -> Iterator[CellArea]:
    """Cells row by row, those of a row moved right by one for each cut before them."""
    row, column, cuts = -1, -1, 0
    for cell in cells:
        cuts = 0 if cell.row != row else cuts + (cell.column == column)
        row, column = cell.row, cell.column
        yield replace(cell, column=column + cuts) if cuts else cell


def _put(cells: list[CellArea], cell: CellArea, parts: Sequence[CellArea]) -> None:
    """Put the parts of a cell in its place."""
    at = next(n for n, other in enumerate(cells) if other is cell)
    cells[at : at + 1] = parts


def _cut_below_heads(
    cells: Sequence[CellArea], first: CellArea, values: CellArea
) -> tuple[CellArea, ...]:
    """The parts of a cell that reaches under several heads, where its parts begin below them."""
    heads = [
        cell.lines[0].x0
        for cell in cells
        if cell.row == first.row and cell.column > first.column and cell.lines
    ]
    begins = [part.x0 for line in values.lines for part in line_parts(line)[1:]]
    cuts = [x for x in heads if any(abs(x - begin) <= _SAME_START for begin in begins)]
    if len(cuts) < len(heads) or not heads:
        return (values,)
    found = [values]
    for column, x in enumerate(sorted(cuts), 1):
        left, right = _cut_at(found[-1], x, values.column + column)
        found[-1:] = [replace(left, colspan=1), right]
    return tuple(found)


def _second_start(line: Line) -> float | None:
    """Where the second column of a line begins; None where it has one, or more than two."""
    parts = line_parts(line)
    return parts[1].x0 if len(parts) == 2 else None


def _cut_at(cell: CellArea, x: float, column: int) -> tuple[CellArea, CellArea]:
    """A cell without what stands right of `x`, and that as a cell of its own beside it."""
    parts = [part for line in cell.lines for part in line_parts(line)]
    x0, top, x1, bottom = cell.box
    left = tuple(part for part in parts if part.x0 < x - _SAME_START)
    right = tuple(part for part in parts if part.x0 >= x - _SAME_START)
    return (
        replace(cell, box=(x0, top, x, bottom), lines=left),
        CellArea(cell.row, column, cell.rowspan, 1, (x, top, x1, bottom), right),
    )


# The head of a page.


def with_cut_row(layout: PageLayout) -> PageLayout:
    """The page, the rest of a sentence right above the second column of its first table in it.

    LibreOffice shades a row that a page end cut only from its next row on.
    """
    first = min(layout.tables, key=lambda table: table.top, default=None)
    above = tuple(line for line in layout.outside if first is not None and line.top < first.top)
    if first is None or not above or not above[0].chars[0].islower():
        return layout
    columns = sorted({cell.box[0] for cell in first.cells if cell.colspan == 1})
    near = first.top - above[-1].bottom < above[-1].size
    if len(columns) != 2 or not near or any(line.x0 < columns[1] - _SAME_START for line in above):
        return layout
    top = above[0].top
    row = (
        CellArea(0, 0, 1, 1, (columns[0], top, columns[1], first.top)),
        CellArea(0, 1, 1, 1, (columns[1], top, first.box[2], first.top), above),
    )
    lower = (replace(cell, row=cell.row + 1) for cell in first.cells)
    box = (first.box[0], top, *first.box[2:])
    table = replace(first, cells=(*row, *lower), box=box)
    areas = tuple(table if area is first else area for area in layout.areas)
    outside = tuple(line for line in layout.outside if line not in above)
    return replace(layout, areas=areas, outside=outside)


# Labels beside a grid.


def with_labels_beside(layout: PageLayout) -> PageLayout:
    """The page, the lines left of a grid on the baselines of its rows as labels of these.

    Table styles may draw lines around the values alone.
    """
    areas, outside = list(layout.areas), list(layout.outside)
    for n, area in enumerate(areas):
        if not isinstance(area, TableArea):
            continue
        labels = _labels_beside(area, outside)
        if labels:
            areas[n] = _labelled(area, labels)
            gone = {id(line) for lines in labels.values() for line in lines}
            outside = [line for line in outside if id(line) not in gone]
    return replace(layout, areas=tuple(areas), outside=tuple(outside))


def _labels_beside(table: TableArea, outside: Sequence[Line]) -> dict[int, tuple[Line, ...]]:
    """The lines left of a table by the row that they stand beside; none where few rows have one."""
    left = [
        line
        for line in outside
        if line.x0 < table.box[0]
        and line.x1 <= (table.box[0] + table.box[2]) / 2
        and table.top <= line.middle <= table.box[3]
    ]
    found: dict[int, tuple[Line, ...]] = {}
    level = 0
    firsts = [cell for cell in table.cells if cell.column == 0]
    for cell in firsts:
        if own := _within(left, cell):
            found[cell.row] = own
            level += _are_level(own, cell)
    return found if level >= max(1, _LABELLED * len(firsts)) else {}


def _labelled(table: TableArea, labels: dict[int, tuple[Line, ...]]) -> TableArea:
    """The table with a first column of labels."""
    x0 = min((line.x0 for lines in labels.values() for line in lines), default=table.box[0])
    first = [
        replace(
            cell,
            colspan=1,
            lines=labels.get(cell.row, ()),
            inner=(),
            box=(x0, cell.box[1], table.box[0], cell.box[3]),
        )
        for cell in table.cells
        if cell.column == 0
    ]
    others = [replace(cell, column=cell.column + 1) for cell in table.cells]
    cells = sorted([*first, *others], key=lambda cell: (cell.row, cell.column))
    return replace(table, cells=tuple(cells), box=(x0, *table.box[1:]), labelled=True)


def with_empty_labels(layouts: Sequence[PageLayout]) -> list[PageLayout]:
    """The pages, values that stand alone as those with labels beside them do beside empty ones.

    A page end may cut a value, and leave its label on the page before.
    """
    columns = {
        (cell.box[0], cell.box[2])
        for layout in layouts
        for table in layout.tables
        for cell in table.cells
        if cell.column == 1 and table.labelled
    }

    def labelled(area: Area) -> Area:
        if not isinstance(area, TableArea) or any(cell.column for cell in area.cells):
            return area
        is_value = any(
            abs(area.box[0] - left) <= _SAME_START and abs(area.box[2] - right) <= _SAME_START
            for left, right in columns
        )
        return _labelled(area, {}) if is_value else area

    return [replace(layout, areas=tuple(map(labelled, layout.areas))) for layout in layouts]


def with_labels_parted(table: TableArea) -> TableArea:
    """The table, a first cell cut that reaches over several rows and has a label beside each.

    Where labels have no lines around them, those of neighbouring tables may frame them all.
    """
    cells: list[CellArea] = []
    for cell in table.cells:
        parts = _beside_rows(cell, table) if not cell.column and cell.rowspan > 1 else ()
        cells.extend(parts or (cell,))
    if len(cells) == len(table.cells):
        return table
    return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _beside_rows(cell: CellArea, table: TableArea) -> tuple[CellArea, ...]:
    """A cell's parts beside the rows that it reaches over; none where a row has no label."""
    found: list[CellArea] = []
    for row in range(cell.row, cell.row + cell.rowspan):
        beside = next((c for c in table.cells if c.row == row and c.column > cell.column), None)
        if beside is None:
            return ()
        own = _within(cell.lines, beside)
        if not own or not _are_level(own, beside):
            return ()
        if found and goes_on_in_label(found[-1].lines[-1], own[0], framed=True):
            return ()
        box = (cell.box[0], beside.box[1], cell.box[2], beside.box[3])
        found.append(replace(cell, row=row, rowspan=1, lines=own, box=box))
    return tuple(found)


def _within(lines: Sequence[Line], cell: CellArea) -> tuple[Line, ...]:
    """The lines that stand at the height of a cell."""
    return tuple(line for line in lines if cell.box[1] <= line.middle < cell.box[3])


def _are_level(label: Sequence[Line], value: CellArea) -> bool:
    """Whether a label and a value begin on one baseline; an empty value begins anywhere."""
    if not value.lines:
        return True
    return abs(label[0].baseline - value.lines[0].baseline) <= _SAME_BASELINE * label[0].size


# Heads in cells of their own, above values without lines.


def heads_at_the_end(table: TableArea) -> Heads | None:
    """The heads that end a table which has nothing below them; None where it has no such row."""
    last = max(cell.row for cell in table.cells)
    cells = [cell for cell in table.cells if cell.row == last and cell.lines]
    if len(cells) < 2 or any(cell.inner or cell.colspan > 1 for cell in cells):
        return None
    if last and not all(is_emphasised(line) for cell in cells for line in cell.lines):
        return None
    tallest = max(len(cell.lines) for cell in cells)
    lines = (
        {n: cell.lines[row] for n, cell in enumerate(cells) if row < len(cell.lines)}
        for row in range(tallest)
    )
    return Heads(tuple(lines), tuple(min(line.x0 for line in c.lines) for c in cells))


def with_rows_below(table: TableArea, headed: HeadedTable) -> TableArea:
    """The table with the rows below the heads that end it."""
    last = max(cell.row for cell in table.cells)
    columns = [cell.column for cell in table.cells if cell.row == last and cell.lines]
    if len(columns) < len(headed.heads.starts):
        columns.insert(0, 0)
    below = sorted(
        (cell for cell in headed.cells if cell.row), key=lambda cell: (cell.row, cell.column)
    )
    rows = (
        CellArea(last + cell.row, columns[cell.column], cell.rowspan, 1, cell.box, cell.lines)
        for cell in below
    )
    box = around([table.box, *(cell.box for cell in below)])
    reasons = (*table.reasons, *headed.reasons)
    return replace(table, cells=(*table.cells, *rows), box=box, reasons=reasons)

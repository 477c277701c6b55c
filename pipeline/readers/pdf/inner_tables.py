"""Tables inside the cells of others: by heads, by alignment, or drawn so that they touch these.

A table that is drawn by itself inside a cell is found as any other, and put there by `filling`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.areas import Area, CellArea, TableArea, table_of
from pipeline.readers.pdf.boxes import around
from pipeline.readers.pdf.candidates import HEADS, Candidate
from pipeline.readers.pdf.headed import Drawing, headed_tables
from pipeline.readers.pdf.inferred import aligned, by_heads
from pipeline.readers.pdf.line_parts import is_emphasised
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Rule
from pipeline.readers.pdf.settings import Count, Ems, Points

# What a table inside a cell leaves free at the side of the cell is narrower than any column.
_NARROWEST: Points = 12.0
# It begins no lower than this below the top of its label, and no further left than its column.
_NEAR_LABEL: Ems = 2.5
_SAME_EDGE: Points = 2.5
# So many lines show an edge, as what stands there must show that it is a table as well: by so many
# of its rows or lines.
_FEWEST: Count = 2
_SEVERAL: Count = 2
# Where two columns begin, and where they end.
_TWO_COLUMNS: Count = 3


def inner_columns(tables: Iterable[TableArea]) -> AlignedColumns:
    """The edges at which second columns begin inside the cells of a document again and again."""
    cells = (cell for table in tables for cell in _parted_by_gaps(table))
    return AlignedColumns.of([cell.lines for cell in cells], _FEWEST)


def _parted_by_gaps(table: TableArea) -> list[CellArea]:
    """The cells of a table in which words stand apart; in those below heads nothing does."""
    if table.evidence == HEADS:
        return []
    return [cell for cell in table.cells if any(line.gutters for line in cell.lines)]


def with_inner_tables(
    table: TableArea,
    columns: AlignedColumns,
    drawing: Drawing,
    rules: Sequence[Rule],
    maker: LineMaker,
) -> TableArea:
    """The table, what stands in columns inside one of its cells as a table in that cell.

    Heads show the columns, or those of the document (`columns`); `rules` may part the rows.
    """
    gaps = {id(cell) for cell in _parted_by_gaps(table)}

    def parted(cell: CellArea) -> CellArea:
        if id(cell) not in gaps:
            return cell
        found = list(headed_tables(cell.lines, (), drawing, maker, None))
        if found:
            gone = {id(line) for headed in found for line in headed.lines}
            return _with_tables(
                cell,
                map(by_heads, found),
                [line for line in cell.lines if id(line) not in gone],
            )
        if not columns.edges:
            return cell
        shown = list(aligned(cell.lines, columns, rules))
        tables = [part for part in shown if isinstance(part, Candidate)]
        if not all(map(_is_shown, tables)):
            return cell
        return _with_tables(
            cell,
            tables,
            [part for part in shown if isinstance(part, Line)],
        )

    return replace(table, cells=tuple(map(parted, table.cells)))


def _is_shown(table: Candidate) -> bool:
    """Whether what stands side by side is a table: words of a stretched line do so by chance.

    Its names are emphasised and nothing beside them is, but for heads; or each begins with a
    capital, and further lines begin beside them; or it has three columns.
    """
    rows: dict[int, list[tuple[Line, ...]]] = {}
    for cell, own in zip(table.grid.cells, table.lines, strict=True):
        rows.setdefault(cell.row, []).append(own)
    named = [row for row in rows.values() if row[0]]
    names = [line for first, *_ in named for line in first]
    beside = [line for _, *others in named for own in others for line in own]
    if names and all(map(is_emphasised, names)):
        of_heads = [line for own in named[0][1:] for line in own]
        has_heads = len(named) > 1 and bool(of_heads) and all(map(is_emphasised, of_heads))
        return not any(map(is_emphasised, beside[len(of_heads) if has_heads else 0 :]))
    if len(table.grid.columns) > _TWO_COLUMNS:
        return sum(all(row) for row in rows.values()) >= _SEVERAL
    begin_anew = all(first[0].chars[0].isupper() for first, *_ in named)
    return begin_anew and len(named) >= _SEVERAL and len(beside) - len(names) >= _SEVERAL


def _with_tables(cell: CellArea, tables: Iterable[Candidate], rest: Sequence[Line]) -> CellArea:
    inner = tuple(table_of(table, table.lines) for table in tables)
    return replace(cell, lines=tuple(rest), inner=(*cell.inner, *inner)) if inner else cell


def with_headed_values(areas: Sequence[Area]) -> list[Area]:
    """The areas of a page, each table below heads that stands in an empty cell's column put there.

    A table in a value has its first line lower than the label beside it, and is one by itself then.
    """
    found: list[Area] = []
    for area in areas:
        above = found[-1] if found else None
        home = _empty_value(above, area) if isinstance(above, TableArea) else None
        if isinstance(above, TableArea) and isinstance(area, TableArea) and home is not None:
            box = around([home.box, area.box])
            held = replace(home, box=box, inner=(area,))
            cells = tuple(held if cell is home else cell for cell in above.cells)
            found[-1] = replace(above, cells=cells, box=around([above.box, box]))
        else:
            found.append(area)
    return found


def _empty_value(above: TableArea, area: Area) -> CellArea | None:
    """The empty cell beside the last label of a table in whose column another one begins."""
    label, *values = above.rows()[-1]
    if not isinstance(area, TableArea) or area.evidence != HEADS or len(values) != 1:
        return None
    (value,) = values
    is_empty = bool(label.lines) and not (value.lines or value.inner)
    near = area.top - label.box[1] < _NEAR_LABEL * label.lines[0].size if is_empty else False
    return value if near and area.box[0] >= value.box[0] - _SAME_EDGE else None


def with_touching_tables(table: TableArea) -> TableArea:
    """The table, cells beside an empty strip as a table inside the cell that the strip is of.

    LibreOffice draws a table at the top of its cell, with room left of it and below: the grid of
    both has a narrow column without text there.
    """
    for strip in table.cells:
        inside = _beside(strip, table)
        if inside:
            return with_touching_tables(_with_inner(table, strip, inside))
    return table


def _beside(strip: CellArea, table: TableArea) -> list[CellArea]:
    """The cells of the table that begins right of a strip; none where it is no strip of a cell."""
    if not strip.column or strip.lines or strip.inner or strip.box[2] - strip.box[0] >= _NARROWEST:
        return []
    rows = range(strip.row, strip.row + strip.rowspan)
    label = next((c for c in table.cells if not c.column and strip.row in _rows_of(c)), None)
    if label is None or label.row + label.rowspan < rows.stop:
        return []
    found = [c for c in table.cells if c.row in rows and c.column > strip.column]
    several = len({c.column for c in found}) > 1 and len({c.row for c in found}) > 1
    return found if several and any(cell.lines for cell in found) else []


def _rows_of(cell: CellArea) -> range:
    return range(cell.row, cell.row + cell.rowspan)


def _with_inner(table: TableArea, strip: CellArea, inside: Sequence[CellArea]) -> TableArea:
    """The table with these cells as a table inside a cell, which takes what is empty around them.

    The cell has the rows of the label beside it.
    """
    label = next(c for c in table.cells if not c.column and strip.row in _rows_of(c))
    taken = [*inside, strip]
    taken += [
        cell
        for cell in table.cells
        if cell.row in _rows_of(label)
        and cell.column >= strip.column
        and not (cell.lines or cell.inner or cell in taken)
    ]
    others = [cell for cell in table.cells if cell not in taken]
    beside = [cell for cell in others if cell.row in _rows_of(label) and cell.column]
    inner = TableArea(
        around([cell.box for cell in inside]),
        tuple(_from_first(inside)),
        table.evidence,
        table.rival,
        table.margin,
    )
    home = CellArea(
        label.row, strip.column, label.rowspan, 1, around([c.box for c in taken]), (), (inner,)
    )
    kept = [*others, home]
    if not beside:
        kept = list(_in_one_row(kept, label))
    return replace(table, cells=tuple(sorted(kept, key=lambda cell: (cell.row, cell.column))))


def _from_first(cells: Sequence[CellArea]) -> Iterator[CellArea]:
    """Cells with their rows and columns counted from the first."""
    row, column = min(cell.row for cell in cells), min(cell.column for cell in cells)
    for cell in cells:
        yield replace(cell, row=cell.row - row, column=cell.column - column)


def _in_one_row(cells: Sequence[CellArea], label: CellArea) -> Iterator[CellArea]:
    """The cells of a table, the rows of a label being one: nothing beside it is parted any more."""
    gone = label.rowspan - 1
    for cell in cells:
        if cell.row == label.row and cell.rowspan >= label.rowspan:
            yield replace(cell, rowspan=cell.rowspan - gone)
        elif cell.row > label.row:
            yield replace(cell, row=cell.row - gone)
        else:
            yield cell

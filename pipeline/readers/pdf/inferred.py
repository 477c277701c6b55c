"""Tables that heads, alignment or tags show of lines, without any drawing, as candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.document.reasons import Reason
from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.alignment import aligned_rows
from pipeline.readers.pdf.boxes import around
from pipeline.readers.pdf.candidates import ALIGNMENT, HEADS, TAGS, Candidate
from pipeline.readers.pdf.grid import Grid, GridCell
from pipeline.readers.pdf.headed import HeadedTable
from pipeline.readers.pdf.labelled_rows import Row
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box, Rule
from pipeline.readers.pdf.stages import SeenCell


def aligned(
    lines: Sequence[Line], columns: AlignedColumns, rules: Sequence[Rule]
) -> Iterator[Line | Candidate]:
    """Lines that stand alone, and tables that alignment shows, from top to bottom."""
    for found in aligned_rows(lines, columns, rules):
        yield found if isinstance(found, Line) else by_alignment(*found)


def by_alignment(rows: Sequence[Row], reasons: tuple[Reason, ...] = ()) -> Candidate:
    """The table that rows make which alignment shows."""
    cells = tuple(
        GridCell(n, column, 1, 1, box)
        for n, row in enumerate(rows)
        for column, (box, _) in enumerate(row)
    )
    lines = tuple(tuple(own) for row in rows for _, own in row)
    return Candidate(_grid(cells), ALIGNMENT, lines=lines, reasons=reasons)


def by_heads(table: HeadedTable) -> Candidate:
    """The table that its heads show."""
    ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    cells = tuple(GridCell(c.row, c.column, c.rowspan, 1, c.box) for c in ordered)
    lines = tuple(cell.lines for cell in ordered)
    return Candidate(_grid(cells), HEADS, lines=lines, reasons=table.reasons)


def by_tags(cells: Sequence[SeenCell], page: int, place: Box) -> Candidate:
    """What tagged cells show of a place on a page: no table where there are none."""
    shown = [(cell, box) for cell in cells for number, box in cell.boxes if number == page]
    placed = tuple(GridCell(c.row, c.column, c.rowspan, c.colspan, box) for c, box in shown)
    lines = tuple(tuple(line for line in c.lines if line.page == page) for c, _ in shown)
    return Candidate(_grid(placed) if placed else Grid(place, (), (), ()), TAGS, lines=lines)


def _grid(cells: tuple[GridCell, ...]) -> Grid:
    """The grid of cells that nothing is drawn around: a column begins where its first cell does."""
    box = around([cell.box for cell in cells])
    tops: dict[int, float] = {}
    lefts: dict[int, float] = {}
    for cell in cells:
        tops.setdefault(cell.row, cell.box[1])
        lefts.setdefault(cell.column, cell.box[0])
    return Grid(box, (*tops.values(), box[3]), (*lefts.values(), box[2]), cells)

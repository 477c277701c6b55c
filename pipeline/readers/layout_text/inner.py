"""Columns inside the contents of a row: names beside their texts, in a table of three columns.

Taken        Splitsen       Legt een oog in de lijn
                            en keurt het.
             Meten          Meet de slag.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.readers.layout_text.areas import LABEL, VALUE, CellArea, TableArea
from pipeline.readers.layout_text.edges import DEEPEST, NARROWEST, SAME_EDGE
from pipeline.readers.layout_text.label_seams import goes_on
from pipeline.readers.layout_text.lines import Line

INNER = "inner"
"""The kind of the columns that begin inside contents."""
# So many lines show a column: one beside a name at least, the others may stand alone in it.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where an inner column may begin, and the lines that speak for it and against.

    `beside` have words left of it and others that begin there, `alone` begin there themselves,
    `against` go over it without a gap, or have a number left of it: that counts what follows.
    """

    column: int
    beside: int
    alone: int
    against: int

    @property
    def is_shown(self) -> bool:
        """Whether the lines show a column: prose goes over every edge somewhere."""
        return self.beside > 0 and self.against == 0 and self.beside + self.alone >= _FEWEST


def with_inner_columns(table: TableArea, gap: int) -> TableArea:
    """A table whose contents are parted, where they have columns of their own.

    The label stands in the first of the rows that a row becomes.
    """
    rows: list[list[CellArea]] = []
    for row in table.rows:
        edge = _inner_edge(row[1].lines) if len(row) == 2 and row[1].kind == VALUE else None
        rows.extend([row] if edge is None else _parted(row, edge.column, gap))
    return TableArea(rows)


def _inner_edge(lines: Sequence[Line]) -> _Edge | None:
    """The column inside contents that most of their lines show."""
    least = min((line.column for line in lines), default=0) + NARROWEST
    starts = Counter(line.starts[1] for line in lines if len(line.starts) > 1)
    found = [_edge(lines, column) for column in sorted(starts) if column >= least]
    shown = [edge for edge in found if edge.is_shown]
    return max(shown, key=lambda edge: edge.beside + edge.alone, default=None)


def _edge(lines: Sequence[Line], column: int) -> _Edge:
    beside = alone = against = 0
    for line in lines:
        at = _beginning(line, column)
        if at is None:
            against += line.end > column - SAME_EDGE
        elif at == line.column:
            alone += 1
        elif any(char.isalpha() for char in line.parted(at)[0].chars):
            beside += 1
        else:
            against += 1
    return _Edge(column, beside, alone, against)


def _beginning(line: Line, edge: int) -> int | None:
    """Where what a line has in the column of an edge begins; a full name reaches up to it."""
    if line.column >= edge - SAME_EDGE:
        return line.column
    behind = (x for x in line.starts[1:] if edge - SAME_EDGE <= x <= edge + DEEPEST)
    tight = (x for x in (edge, edge - SAME_EDGE, edge + SAME_EDGE) if line.opens_at(x))
    return next(behind, None) or next(tight, None)


def _parted(row: Sequence[CellArea], edge: int, gap: int) -> Iterator[list[CellArea]]:
    """The rows that the contents of a row are, each with its name; the label in the first."""
    label, value = row
    before: Line | None = None
    open_row: list[CellArea] = []
    for line in value.lines:
        name, rest = _split(line, edge)
        is_next = name is not None and not (
            open_row and goes_on(open_row[1].lines, before, name, rest is not None, gap)
        )
        if is_next or not open_row:
            if open_row:
                yield open_row
            first = CellArea(label.kind, label.edge, [] if open_row else label.lines)
            open_row = [first, CellArea(LABEL, value.edge), CellArea(INNER, edge)]
        if name is not None:
            open_row[1].lines.append(name)
        if rest is not None:
            open_row[2].lines.append(rest)
        before = line
    yield open_row


def _split(line: Line, edge: int) -> tuple[Line | None, Line | None]:
    """What stands left of an edge, and what begins there."""
    at = _beginning(line, edge)
    if at is None:
        return line, None
    return (None, line) if at == line.column else line.parted(at)

"""Tables of three columns and more: lines of which three stretches and more begin at one place.

A row of several labels, each with its value beside it, may stand alone:

    Vak      Touwslager op een      Uitgave      4
             lange baan
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.layout_text.areas import CellArea, TableArea
from pipeline.readers.layout_text.edges import SAME_EDGE
from pipeline.readers.layout_text.lines import Line

_LEAST, _MOST = 3, 12  # columns
_TWO_PAIRS = 4
# Tools that round places write two blanks inside prose, and hardly ever so many.
_WIDE_GAP = 4
# A line of values stands so many lines below the one with its heads, at most.
_NEAR = 4
_KIND = "column"


def grid_at(lines: Sequence[Line], n: int) -> tuple[TableArea, int] | None:
    """The table of several columns that a line opens, and the number of the line behind it."""
    starts = lines[n].starts
    if not _LEAST <= len(starts) <= _MOST:
        return None
    if not any(_has_all(line, starts) for line in lines[n + 1 : n + 1 + _NEAR]):
        return _pairs_at(lines, n)
    table = TableArea([_row(starts)])
    end = n
    while end < len(lines) and (parts := _parts(lines[end], starts)) is not None:
        line = lines[end]
        if end > n and _begins(line, parts):
            if len(parts) < _LEAST and line.above:
                break
            table.rows.append(_row(starts))
        for number, part in parts:
            table.rows[-1][number].lines.append(part)
        end += 1
    return table, end


def _pairs_at(lines: Sequence[Line], n: int) -> tuple[TableArea, int] | None:
    """The row of several labels and values that a line opens, and the number of the line behind it.

    Lines below belong to it that have none of its labels, and keep to its columns.
    """
    starts = lines[n].starts
    if len(starts) < _TWO_PAIRS or len(starts) % 2 or not _may_be_pairs(lines[n]):
        return None
    row = _row(starts)
    end = n
    while end < len(lines) and (parts := _parts(lines[end], starts)) is not None:
        if end > n and any(number % 2 == 0 for number, _ in parts):
            break
        for number, part in parts:
            row[number].lines.append(part)
        end += 1
    return TableArea([row]), end


def _may_be_pairs(line: Line) -> bool:
    """Whether the stretches of a line may be labels and values: those of prose are none.

    A value may begin in lower case (`november 2021`) where wide gaps part it from what is beside.
    """
    begin_low = [line.chars[start - line.column].islower() for start in line.starts]
    wide = _WIDE_GAP * " "
    gaps = (line.chars[: start - line.column].endswith(wide) for start in line.starts[1:])
    return not any(begin_low[::2]) and (not any(begin_low) or all(gaps))


def _row(starts: Sequence[int]) -> list[CellArea]:
    return [
        CellArea(f"{_KIND} {n}", start, [], following - start)
        for n, (start, following) in enumerate(pairwise((*starts, starts[-1])))
    ]


def _begins(line: Line, parts: Sequence[tuple[int, Line]]) -> bool:
    """Whether a line begins a row: most columns do, it stands apart, or the first one does."""
    if len(parts) >= _LEAST or line.above > 0:
        return True
    number, first = parts[0]
    return number == 0 and len(parts) > 1 and first.chars[0].isupper()


def _has_all(line: Line, starts: Sequence[int]) -> bool:
    """Whether a line has a stretch at each of the columns."""
    return _LEAST <= len(line.starts) <= _MOST and all(
        any(abs(own - start) <= SAME_EDGE for own in line.starts) for start in starts
    )


def _parts(line: Line, starts: Sequence[int]) -> list[tuple[int, Line]] | None:
    """What a line has in each column; None where it goes over the end of one."""
    found: list[tuple[int, Line]] = []
    rest = line
    for number, start in reversed(list(enumerate(starts))):
        if rest.end <= start - SAME_EDGE:
            continue
        at = _beginning(rest, start)
        if at is None:
            return None
        if at == rest.column:
            found.append((number, rest))
            return found[::-1]
        rest, part = rest.parted(at)
        found.append((number, part))
    return None


def _beginning(line: Line, start: int) -> int | None:
    """The column near a start at which a word of a line begins."""
    near = (start, start - SAME_EDGE, start + SAME_EDGE)
    return next((at for at in near if line.column <= at and line.opens_at(at)), None)

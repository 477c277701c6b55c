"""Tables that are drawn with signs: grids of `+---+`, and columns ruled by dashes (pandoc).

A table is rows of drawn cells, each the parts of the lines that stand in it.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.readers.markdown.dialect import GRID_BORDER, RULED_COLUMNS
from pipeline.readers.markdown.lines import PAGE_RULE, Line

_BORDER = frozenset("-=:")


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell: its lines without what is drawn around them, and how far it reaches."""

    lines: tuple[Line, ...]
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table, and how many lines it takes."""

    rows: tuple[tuple[DrawnCell, ...], ...]
    height: int


def drawn_at(lines: Sequence[Line], n: int) -> Drawn | None:
    """The drawn table that begins on line n."""
    if GRID_BORDER.match(lines[n].text):
        return _grid(lines, n)
    return _ruled(lines, n)


# ------------------------------------------------------------------------------------ grids


@dataclass(frozen=True, slots=True)
class _Slots:
    """A grid cut at every column and line where a border stands anywhere."""

    lines: Sequence[Line]
    xs: Sequence[int]
    ys: Sequence[int]

    def parted_right(self, row: int, column: int) -> bool:
        """Whether a border stands at the right of a slot."""
        x = self.xs[column + 1]
        inside = self.lines[self.ys[row] + 1 : self.ys[row + 1]]
        return all(line.text[_index(line.text, x) :][:1] in ("|", "+", "") for line in inside)

    def parted_below(self, row: int, column: int) -> bool:
        """Whether a border stands below a slot."""
        line = self.lines[self.ys[row + 1]].text
        drawn = line[self.xs[column] + 1 : self.xs[column + 1]]
        return bool(drawn) and set(drawn.replace("+", "-")) <= _BORDER

    def content(self, row: int, column: int, rowspan: int, colspan: int) -> tuple[Line, ...]:
        """The lines in a cell, also where only a neighbour has a border."""
        top, bottom = self.ys[row], self.ys[row + rowspan]
        left, right = self.xs[column], self.xs[column + colspan]
        inside = (_columns_of(line, left + 1, right) for line in self.lines[top + 1 : bottom])
        return tuple(line.dedented(1) for line in inside)


def _grid(lines: Sequence[Line], n: int) -> Drawn | None:
    taken = list(itertools.takewhile(lambda line: line.text.lstrip()[:1] in ("+", "|"), lines[n:]))
    while taken and not GRID_BORDER.match(taken[-1].text):
        taken.pop()
    ys = [y for y, line in enumerate(taken) if _has_border(line.text)]
    xs = sorted({x for y in ys for x, char in enumerate(taken[y].text) if char == "+"})
    if len(ys) < 2 or len(xs) < 2:
        return None
    return Drawn(tuple(_rows(_Slots(taken, xs, ys))), len(taken))


def _has_border(line: str) -> bool:
    """Whether a border stands in a line: over all of it, or beside a cell that reaches over it."""
    parts = line.strip().split("+")
    return len(parts) > 2 and any(part and set(part) <= _BORDER for part in parts[1:-1])


def _rows(slots: _Slots) -> Iterator[tuple[DrawnCell, ...]]:
    height, width = len(slots.ys) - 1, len(slots.xs) - 1
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        cells: list[DrawnCell] = []
        for column in range(width):
            if (row, column) not in taken:
                rowspan, colspan = _extent(slots, row, column)
                over = range(row, row + rowspan), range(column, column + colspan)
                taken.update(itertools.product(*over))
                found = slots.content(row, column, rowspan, colspan)
                cells.append(DrawnCell(found, colspan, rowspan))
        yield tuple(cells)


def _extent(slots: _Slots, row: int, column: int) -> tuple[int, int]:
    """How many rows and columns a cell takes that begins in a slot."""
    last_row, last_column = len(slots.ys) - 2, len(slots.xs) - 2
    right = column
    while right < last_column and not slots.parted_right(row, right):
        right += 1
    below = row
    while below < last_row and not slots.parted_below(below, column):
        below += 1
    return below - row + 1, right - column + 1


# ------------------------------------------------------------------------- columns of dashes


def _ruled(lines: Sequence[Line], n: int) -> Drawn | None:
    """A table whose columns are ruled by dashes: below its head, or above its first row."""
    ruler = _ruler(lines, n)
    if ruler is None:
        return None
    end = _end_of_ruled(lines, n, ruler)
    starts = _starts(lines[ruler].text)
    head = [line for line in lines[n:ruler] if not _is_rule(line)]
    rows = [*([head] if head else []), *_groups(lines[ruler + 1 : end])]
    if not rows:
        return None
    height = end - n + (end < len(lines) and _is_rule(lines[end]))
    return Drawn(tuple(_ruled_row(row, starts) for row in rows), height)


def _ruler(lines: Sequence[Line], n: int) -> int | None:
    """The line that rules the columns of a table that begins on line n."""
    if RULED_COLUMNS.match(lines[n].text):
        return n if n + 1 < len(lines) and not lines[n + 1].is_blank else None
    for at in range(n + 1, len(lines)):
        text = lines[at].text
        if not text.strip():
            return None
        if RULED_COLUMNS.match(text):
            # Below a head of one line, or of several under a rule of its own.
            return at if at == n + 1 or _is_rule(lines[n]) else None
        if not _is_rule(lines[n]):
            return None
    return None


def _end_of_ruled(lines: Sequence[Line], n: int, ruler: int) -> int:
    """The line that ends a table: the rule it began with, or a blank one where it has none."""
    opening = lines[n].text.strip()
    is_closed = ruler == n or _is_rule(lines[n])
    for at in range(ruler + 1, len(lines)):
        if lines[at].text.strip() == opening and is_closed:
            return at
        if not is_closed and (lines[at].is_blank or _is_rule(lines[at])):
            return at
    return len(lines) if not is_closed else ruler + 1


def _is_rule(line: Line) -> bool:
    return bool(PAGE_RULE.match(line.text) or RULED_COLUMNS.match(line.text))


def _starts(ruler: str) -> list[int]:
    return [at for at, char in enumerate(ruler) if char == "-" and ruler[at - 1 : at] in ("", " ")]


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows: parted by blank lines, or one a line where there is none."""
    if not any(line.is_blank for line in lines):
        return [[line] for line in lines]
    groups = itertools.groupby(lines, key=lambda line: line.is_blank)
    return [list(group) for is_blank, group in groups if not is_blank]


def _ruled_row(lines: Sequence[Line], starts: Sequence[int]) -> tuple[DrawnCell, ...]:
    edges = itertools.pairwise((0, *starts[1:], None))
    return tuple(DrawnCell(tuple(_columns_of(line, a or 0, b) for line in lines)) for a, b in edges)


def _columns_of(line: Line, start: int, end: int | None) -> Line:
    """What stands in columns of a line, as they are seen: some signs take none, some take two.

    Blanks at its end only fill the column.
    """
    first = _index(line.text, start)
    last = len(line.text) if end is None else _index(line.text, end)
    part = line.part(first, last)
    return part.part(0, len(part.text.rstrip()))


def _index(text: str, column: int) -> int:
    """Where a column begins."""
    if text.isascii():
        return column
    seen = 0
    for index, char in enumerate(text):
        if seen >= column and _width(char):
            return index
        seen += _width(char)
    return len(text)


def _width(char: str) -> int:
    """How many columns a character takes."""
    if unicodedata.combining(char) or char in signs.INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

"""Grids to tables: which text stands in which cell, which lines it makes there, which have dots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pipeline.readers.pdf.areas import PageLayout, TableArea, table_of
from pipeline.readers.pdf.boxes import holds, size_of
from pipeline.readers.pdf.candidates import SHADES
from pipeline.readers.pdf.choice import Choice
from pipeline.readers.pdf.grid import Grid, PageRules
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.markers import is_marker
from pipeline.readers.pdf.marks import Page, Rule, Run, turned
from pipeline.readers.pdf.settings import Ems, Points

# A dot marks the line that begins within this much to its right: editors indent lists by
# a good centimetre and less.
_DOT_REACH: Ems = 3.5
# A marker stands no further before what it marks than this: two centimetres.
_MARKER_REACH: Ems = 6.0
# Texts that stand this far apart in a row are in several columns: stretched spaces are narrower.
_APART: Ems = 2.0
# What lies nearer to a drawn line than this lies on it; runs of one line stand on one baseline to
# as much, and those of one text have one size to this.
_ON_RULE: Points = 2.0
_SAME_BASELINE: Points = 2.0
_SAME_SIZE: Points = 1.0
# Letters stand amid their line so far above its baseline.
_AMID: Ems = 0.3
# What begins no further from where others do begins with them; a dot may reach as far under what
# it marks.
_AT_START: Points = 1.0
_UNDER: Points = 1.0
# What is placed in one spot by a typesetter differs by no more than this.
_JUST: Points = 0.06
# Within a word letters stand no further apart than this, which is less than a space; words no
# further than that, which is more than one.
_IN_WORD: Ems = 0.16
_BETWEEN_WORDS: Ems = 0.4


class _Place(NamedTuple):
    """A cell of a table, by their numbers."""

    table: int
    cell: int


def filled(drawn: PageRules, maker: LineMaker, choice: Choice) -> PageLayout:
    """The tables of a page with the lines of their cells, and the lines outside them."""
    page, found = drawn.page, choice.taken
    inside: dict[_Place, list[Run]] = defaultdict(list)
    outside: list[Run] = []
    for run, place in _placed(page, maker, [candidate.grid for candidate in found]):
        (outside if place is None else inside[place]).append(run)
    for number, candidate in enumerate(found):
        own = {place: runs for place, runs in inside.items() if place.table == number}
        if candidate.source == SHADES and _is_striped(candidate.grid, own, maker):
            # Stripes of rows tell nothing of columns; the heads above them do.
            outside.extend(run for place in own for run in inside.pop(place))
    columns = [maker.lines(runs, page.number) for runs in inside.values()]
    lines = dict(zip(inside, _dotted(page, columns, drawn.rules), strict=True))
    (rest,) = _dotted(page, [maker.lines(outside, page.number)], drawn.rules)
    tables = [
        table_of(c, [lines.get(_Place(number, n), []) for n in range(len(c.grid.cells))])
        for number, c in enumerate(found)
    ]
    kept = _nested([table for table in tables if any(cell.lines for cell in table.cells)])
    return PageLayout(page, tuple(kept), tuple(rest), drawn.rules, drawn.edged, choice.lost)


def _placed(page: Page, maker: LineMaker, grids: Sequence[Grid]) -> list[tuple[Run, _Place | None]]:
    """The visible runs of a page with the innermost cell that each begins in.

    A word that began in a cell ends there, and so does what follows it beyond its side.
    """
    visible = [run for run in page.runs if not run.hidden]
    starts = _starts(visible)
    runs = [part for run in visible for part in _parted(run, grids, starts, maker)]
    homes = _marked_homes(runs, maker)
    by_size = sorted(range(len(grids)), key=lambda n: size_of(grids[n].box))
    found: list[tuple[Run, _Place | None]] = []
    for run in runs:
        before = found[-1] if found else None
        if before is not None and _runs_over(before, run, grids, starts, maker):
            found.append((run, before[1]))
            continue
        x, y = _middle(homes.get(run.start, run), page)
        cells = ((number, grids[number].cell_at(x, y)) for number in by_size)
        found.append((run, next((_Place(n, cell) for n, cell in cells if cell >= 0), None)))
    return found


def _runs_over(
    before: tuple[Run, _Place | None],
    run: Run,
    grids: Sequence[Grid],
    starts: set[float],
    maker: LineMaker,
) -> bool:
    """Whether a run goes on with a text that was too long for its cell.

    What begins where other texts of the page do is a text of its own.
    """
    last, place = before
    if place is None or last.direction or run.direction:
        return False
    if abs(run.baseline - last.baseline) >= _SAME_BASELINE:
        return False
    if abs(run.size - last.size) >= _SAME_SIZE:
        return False
    if _is_start(run.x0, starts, _AT_START):
        return False
    gap, right = run.x0 - last.x1, grids[place.table].cells[place.cell].box[2]
    chars = maker.glyphs.chars
    in_word = not chars[last.end - 1].isspace() and not chars[run.start].isspace()
    if in_word and abs(gap) < _IN_WORD * run.size:
        return True
    return last.x1 > right and abs(gap) < _BETWEEN_WORDS * run.size


def _starts(runs: Sequence[Run]) -> set[float]:
    """Where texts begin that follow nothing, in tenths of points."""
    first = {round(run.x0, 1) for run in runs[:1]}
    return first | {round(b.x0, 1) for a, b in pairwise(runs) if not _adjoins(a, b)}


def _is_start(x: float, starts: set[float], near: float) -> bool:
    return any(abs(x - start) <= near for start in starts)


def _parted(run: Run, grids: Sequence[Grid], starts: set[float], maker: LineMaker) -> Iterator[Run]:
    """A run, cut where it leaves its cell and a glyph stands just where other texts begin.

    A label may fill its cell so that nothing parts it from the value beside it.
    """
    lefts = maker.glyphs.x0
    y = run.baseline - _AMID * run.size
    for grid in grids:
        number = -1 if run.direction else grid.cell_at(run.x0 + 1, y)
        right = grid.cells[number].box[2] if number >= 0 else grid.box[2]
        if run.x1 <= right + _ON_RULE or right >= grid.box[2]:
            # Beside a grid, labels end at its side.
            right = grid.box[0]
            if not (run.x0 < right < run.x1 and grid.box[1] < y < grid.box[3]):
                continue
        for n in range(run.start + 1, run.end):
            if lefts[n] > right and _is_start(lefts[n], starts, _JUST):
                yield replace(run, end=n, x1=maker.glyphs.x1[n - 1])
                yield replace(run, start=n, x0=lefts[n])
                return
    yield run


def _is_striped(grid: Grid, inside: dict[_Place, list[Run]], maker: LineMaker) -> bool:
    """Whether a shaded row of a table of several columns holds texts that stand apart."""
    columns = len(grid.columns) - 1
    for place, runs in inside.items():
        cell = grid.cells[place.cell]
        if columns < 2 or cell.colspan < columns or not cell.row:
            continue
        ordered = sorted(runs, key=lambda run: (round(run.baseline), run.x0))
        gaps = (
            after.x0 - run.x1
            for run, after in pairwise(ordered)
            if abs(run.baseline - after.baseline) < _SAME_BASELINE
            and not _is_marker_run(run, maker)
        )
        if any(gap > _APART * runs[0].size for gap in gaps):
            return True
    return False


def _marked_homes(runs: Sequence[Run], maker: LineMaker) -> dict[int, Run]:
    """The run that each marker marks, by where the marker starts.

    A marker that hangs left of its text may hang over the side of its cell.
    """
    found: dict[int, Run] = {}
    for number, (run, following) in enumerate(pairwise(runs)):
        if not _is_marker_run(run, maker):
            continue
        beside = abs(run.baseline - following.baseline) < _SAME_BASELINE
        before = runs[number - 1] if number else None
        if before is not None and _adjoins(before, run):
            continue
        if beside and 0 < following.x0 - run.x0 < _MARKER_REACH * run.size:
            found[run.start] = following
    return found


def _is_marker_run(run: Run, maker: LineMaker) -> bool:
    return is_marker("".join(maker.glyphs.chars[run.start : run.end]).strip())


def _adjoins(before: Run, run: Run) -> bool:
    """Whether a run stands directly after another one on its line."""
    return (
        abs(run.baseline - before.baseline) < _SAME_BASELINE
        and -run.size < run.x0 - before.x1 < run.size
    )


def _middle(run: Run, page: Page) -> tuple[float, float]:
    """A point of a run that lies in its cell for sure: near its start, amid the letters."""
    x = run.x0 + min((run.x1 - run.x0) / 2, run.size)
    y = run.baseline - _AMID * run.size
    x0, top, _, _ = turned((x, y, x, y), run.direction, page.width, page.height)
    return x0, top


def _nested(tables: Sequence[TableArea]) -> list[TableArea]:
    """The outermost tables; those drawn inside a cell of another are put into it."""
    outermost: list[TableArea] = []
    for table in sorted(tables, key=lambda table: -size_of(table.box)):
        for n, other in enumerate(outermost):
            home = next((cell for cell in other.cells if holds(cell.box, table.box)), None)
            if home is not None:
                held = replace(home, inner=(*home.inner, table))
                cells = tuple(held if cell is home else cell for cell in other.cells)
                outermost[n] = replace(other, cells=cells)
                break
        else:
            outermost.append(table)
    return outermost


def _dotted(
    page: Page, columns: Sequence[list[Line]], rules: Sequence[Rule]
) -> Sequence[list[Line]]:
    """Columns of lines, those marked that a drawn dot stands before."""
    lines = [line for column in columns for line in column]
    dots: dict[Line, float] = {}
    for x0, top, x1, bottom in page.dots:
        if any(_lies_on(rule, x0, top, x1, bottom) for rule in rules):
            continue
        middle = (top + bottom) / 2
        reached = [
            (start, n)
            for n, line in enumerate(lines)
            if line.top <= middle <= line.bottom and bottom - top < line.size
            for start in (line.x0, *(after for _, _, after in line.gutters))
            if 0 <= start - x1 + _UNDER <= _DOT_REACH * line.size
        ]
        if reached:
            dots[lines[min(reached)[1]]] = x1
    if not dots:
        return columns
    return [
        [replace(line, dot=dots[line]) if line in dots else line for line in column]
        for column in columns
    ]


def _lies_on(rule: Rule, x0: float, top: float, x1: float, bottom: float) -> bool:
    if rule.level:
        return (
            top - _ON_RULE <= rule.at <= bottom + _ON_RULE and rule.start <= x1 and rule.end >= x0
        )
    return x0 - _ON_RULE <= rule.at <= x1 + _ON_RULE and rule.start <= bottom and rule.end >= top

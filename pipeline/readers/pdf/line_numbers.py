"""Numbers of lines, as word processors print them left of all text for those who comment on it.

Each line has one, or every fifth; they go on over the pages or begin anew on each. Lines in tables,
in headers and footers may be left out, and empty lines counted. Numbers that stand by some lines
alone are those of items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.readers.pdf.margins import ZONE
from pipeline.readers.pdf.marks import Glyphs, Page, Run
from pipeline.readers.pdf.settings import Count, Ems, Points, Share
from pipeline.readers.pdf.sizes import sizes

# Fewer numbers in a document may be anything.
_FEWEST: Count = 4
# They are set flush, on either side, to this much.
_FLUSH: Points = 1.0
# What stands on one line differs by less than this, in small print and large.
_SAME_LINE: Ems = 0.4
# Of the lines that are counted so many show, at least: others are empty.
_SHOWN: Share = 0.5
# Notes are set smaller than the text by so much.
_SMALLER: Share = 0.95


class _Numbered(NamedTuple):
    """The numbers of a page from top to bottom, and the text beside which they may stand."""

    page: Page
    runs: Sequence[Run]
    values: Sequence[int]
    others: Sequence[Run]


def line_numbers(pages: Sequence[Page], glyphs: Glyphs) -> dict[int, list[Run]]:
    """The runs that number the lines of a document, by the number of their page."""
    found = [own for page in pages if (own := _numbered(page, glyphs)).runs]
    step = _step(found)
    if not step or sum(len(own.runs) for own in found) < _FEWEST:
        return {}
    if not any(_number_all(found, step, lines) for lines in (_lines, _free_lines)):
        return {}
    return {own.page.number: list(own.runs) for own in found}


def _numbered(page: Page, glyphs: Glyphs) -> _Numbered:
    """The flush numbers left of all else on a page."""
    numbers: dict[Run, int] = {}
    others: list[Run] = []
    for run in page.upright:
        text = "".join(glyphs.chars[run.start : run.end]).strip()
        if text.isdecimal():
            numbers[run] = int(text)
        elif text:
            others.append(run)
    left = min((run.x0 for run in others), default=0.0)
    outside = [run for run in numbers if run.x1 < left]
    column = sorted(_most_flush(outside), key=lambda run: run.baseline)
    others += (run for run in numbers if run.x1 >= left)
    return _Numbered(page, column, [numbers[run] for run in column], others)


def _most_flush(runs: Sequence[Run]) -> list[Run]:
    """The most runs that begin or end in one place: those of one digit differ from those of two."""
    columns = (
        [other for other in runs if abs(getattr(other, edge) - getattr(run, edge)) <= _FLUSH]
        for edge in ("x0", "x1")
        for run in runs
    )
    return max(columns, key=len, default=[])


def _step(found: Sequence[_Numbered]) -> int:
    """By how much all numbers grow, over the pages or anew on each; 0 where they do not count."""
    steps = {below - above for own in found for above, below in pairwise(own.values)}
    if len(steps) != 1:
        return 0
    (step,) = steps
    firsts = [own.values[0] for own in found]
    goes_on = [above.values[-1] + step for above in found[:-1]]
    if step < 1 or not (firsts[1:] == goes_on or set(firsts) == {firsts[0]}):
        return 0
    return step


def _number_all(
    found: Sequence[_Numbered], step: int, lines_of: Callable[[_Numbered], list[float]]
) -> bool:
    """Whether every line, or every fifth or so, has a number; `lines_of` are the baselines."""
    shown = counted = 0
    for own in found:
        lines = lines_of(own)
        low, high = ZONE * own.page.height, (1 - ZONE) * own.page.height
        numbers = [run.baseline + _SAME_LINE * run.size for run in own.runs]
        ends = [numbers[0] - 2 * _SAME_LINE * own.runs[0].size, *numbers]
        between = [sum(above < y <= below for y in lines) for above, below in pairwise(ends)]
        # What stands in the margins may be a header or footer.
        unnumbered = (
            sum(low < y <= ends[0] for y in lines),
            sum(ends[-1] < y < high for y in lines),
        )
        if max(between) > step or max(unnumbered) >= step:
            return False
        shown += sum(between)
        counted += own.values[-1] - own.values[0] + 1
    return shown >= _SHOWN * counted


def _lines(own: _Numbered) -> list[float]:
    """The baselines of a page's lines; notes are set smaller, and have no numbers."""
    if not own.others:
        return []
    usual = sizes((run.size, run.end - run.start) for run in own.others).usual
    return list(_baselines(run for run in own.others if run.size > _SMALLER * usual))


def _free_lines(own: _Numbered) -> list[float]:
    """Those of the lines that stand in no table, beside no upright line."""
    uprights = [rule for rule in own.page.rules if not rule.level]
    return [y for y in _lines(own) if not any(rule.start < y < rule.end for rule in uprights)]


def _baselines(runs: Iterable[Run]) -> Iterator[float]:
    last = float("-inf")
    for run in sorted(runs, key=lambda run: run.baseline):
        if run.baseline - last > _SAME_LINE * run.size:
            yield run.baseline
            last = run.baseline

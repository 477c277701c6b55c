"""Lines under words, which part no rows: each is as long as the text that it stands under.

Typst and browsers break such a line around the tails of letters, and draw what is left of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.document.text import ITALIC
from pipeline.readers.pdf.grouping import stretches
from pipeline.readers.pdf.marks import Page, Rule, Run
from pipeline.readers.pdf.settings import Ems, Points

# Word processors, browsers and TeX draw the line from the baseline down to this; cells have more.
_BELOW: Ems = 0.29
_ABOVE: Ems = 0.05
# Its ends are those of the text, to this much; a space at the end may be underlined, or not.
_SAME_END: Points = 1.5
_SPACE: Ems = 0.35
# What the line reaches under by no more than this only stands beside what is underlined.
_TOUCH: Points = 0.1
# Its pieces are on one level, and no further apart than the widest letter with a tail, and its air.
_SAME_LEVEL: Points = 0.1
_TAIL: Ems = 0.9
# TeX draws a piece under each word and each space, and lets them overlap by half a point.
_OVERLAP: Points = 1.0


def with_underlined(page: Page) -> Page:
    """The page without the level lines under its words, which are stressed as italic ones are.

    So it is in Word files and in HTML.
    """
    if not any(rule.level for rule in page.rules):
        return page
    runs = sorted(
        (run for run in page.runs if not run.direction), key=lambda run: (run.baseline, run.x0)
    )
    baselines = [run.baseline for run in runs]
    largest = max((run.size for run in runs), default=0.0)
    gone: set[int] = set()
    stressed: set[int] = set()
    level = (rule for rule in page.rules if rule.level)
    for line in _lines(level, _TAIL * largest):
        low = bisect_left(baselines, line[0].at - _BELOW * largest)
        high = bisect_right(baselines, line[0].at + _ABOVE * largest)
        over = _underlined(line[0].at, line[0].start, line[-1].end, runs[low:high])
        if over:
            gone.update(map(id, line))
            stressed.update(map(id, over))
    if not gone:
        return page
    return replace(
        page,
        rules=tuple(rule for rule in page.rules if id(rule) not in gone),
        runs=tuple(
            replace(run, style=run.style | ITALIC) if id(run) in stressed else run
            for run in page.runs
        ),
    )


def _lines(rules: Iterable[Rule], gap: float) -> Iterator[list[Rule]]:
    """Level rules in groups that make one line each, but for gaps as wide as letters.

    Rules that only touch are the sides of cells.
    """
    ordered = sorted(rules, key=lambda rule: (round(rule.at / _SAME_LEVEL), rule.start))
    return stretches(
        ordered,
        lambda line, rule: (
            abs(rule.at - line[-1].at) <= _SAME_LEVEL
            and -_OVERLAP <= rule.start - line[-1].end <= gap
            and rule.start != line[-1].end
        ),
    )


def _underlined(at: float, left: float, right: float, near: list[Run]) -> list[Run]:
    """The texts on one baseline that a level line reaches under from beginning to end.

    None where it reaches less far, or further.
    """
    over = [
        run
        for run in near
        if -_ABOVE * run.size <= at - run.baseline <= _BELOW * run.size
        and min(run.x1, right) - max(run.x0, left) > _TOUCH
    ]
    if not over:
        return []
    start, end = min(run.x0 for run in over), max(run.x1 for run in over)
    slack = _SAME_END + _SPACE * over[0].size
    return over if abs(left - start) <= _SAME_END and abs(right - end) <= slack else []

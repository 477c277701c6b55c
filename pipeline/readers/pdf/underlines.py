"""Lines below words, which part no rows: each is as long as the text that it stands under."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from pipeline.readers.pdf.marks import Page, Rule, Run
from pipeline.readers.pdf.settings import Ems, Points

# Word processors and browsers draw the line from the baseline down to this; cells have more room.
_BELOW: Ems = 0.25
_ABOVE: Ems = 0.05
# Its ends are those of the text, to this much; spaces may be underlined as well.
_SAME_END: Points = 1.5
_SPACE: Ems = 0.35


def without_underlines(page: Page) -> Page:
    """The page without the level lines under its words."""
    if not any(rule.level for rule in page.rules):
        return page
    runs = sorted(
        (run for run in page.runs if not run.direction), key=lambda run: (run.baseline, run.x0)
    )
    baselines = [run.baseline for run in runs]
    largest = max((run.size for run in runs), default=0.0)

    def is_underline(rule: Rule) -> bool:
        low = bisect_left(baselines, rule.at - _BELOW * largest)
        high = bisect_right(baselines, rule.at + _ABOVE * largest)
        return rule.level and _underlines(rule, runs[low:high])

    kept = tuple(rule for rule in page.rules if not is_underline(rule))
    return page if len(kept) == len(page.rules) else replace(page, rules=kept)


def _underlines(rule: Rule, near: list[Run]) -> bool:
    """Whether a level line reaches from the beginning to the end of texts on one baseline."""
    over = [
        run
        for run in near
        if -_ABOVE * run.size <= rule.at - run.baseline <= _BELOW * run.size
        and min(run.x1, rule.end) - max(run.x0, rule.start) > 0
    ]
    if not over:
        return False
    start, end = min(run.x0 for run in over), max(run.x1 for run in over)
    slack = _SAME_END + _SPACE * over[0].size
    return abs(rule.start - start) <= _SAME_END and -_SAME_END <= rule.end - end <= slack

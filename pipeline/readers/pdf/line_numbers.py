"""Numbers of lines, as word processors print them left of all text for those who comment on it."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from pipeline.readers.pdf.marks import Glyphs, Page, Run
from pipeline.readers.pdf.settings import Count, Points

# Fewer numbers below each other may be anything.
_FEWEST: Count = 4
# They are set flush, on either side, to this much.
_FLUSH: Points = 1.0


def line_numbers(page: Page, glyphs: Glyphs) -> list[Run]:
    """The runs of a page that number its lines: flush, left of all else, by one or five or so."""
    numbers: dict[Run, int] = {}
    others: list[Run] = []
    for run in page.runs:
        text = "".join(glyphs.chars[run.start : run.end]).strip()
        if run.hidden or run.direction or not text:
            continue
        if text.isdecimal():
            numbers[run] = int(text)
        else:
            others.append(run)
    left = min((run.x0 for run in others), default=0.0)
    outside = [run for run in numbers if run.x1 < left]
    columns: dict[tuple[str, int], list[Run]] = defaultdict(list)
    for run in outside:
        # Those of one digit end elsewhere than those of two, or begin there.
        columns["left", round(run.x0 / _FLUSH)].append(run)
        columns["right", round(run.x1 / _FLUSH)].append(run)
    column = max(columns.values(), key=len, default=[])
    ordered = sorted(column, key=lambda run: run.baseline)
    steps = {numbers[below] - numbers[above] for above, below in pairwise(ordered)}
    count = len(ordered) >= _FEWEST and len(steps) == 1 and min(steps) > 0
    return ordered if count else []

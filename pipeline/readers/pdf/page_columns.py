"""Pages set in columns, each with tables of its own: parted into pages that are read in turn.

Tables on both sides of a white stripe are two where their rows lie at heights of their own, and
each has labels beside its values; where the heights are the same, the stripe is inside one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from pipeline.readers.pdf.grouping import stretches
from pipeline.readers.pdf.line_parts import GUTTER
from pipeline.readers.pdf.marks import Box, Page, Run
from pipeline.readers.pdf.settings import Count, Points, Share

# Columns stand half a centimetre apart, or more.
_STRIPE: Points = 12.0
# Lines of a table are longer than this; what is shorter may be an underline, or a stroke.
_LONG: Points = 36.0
# Lines at one height, to this much, are those of one row.
_LEVEL: Points = 2.0
# Rows of two tables lie at one height by chance, at their heads and some others: 3 of 12 on pages
# made up. Of labels and values that are framed apart those do where rows begin, which are half.
_BY_CHANCE: Share = 0.34
# Each side has the lines of so many rows, at least.
_FEWEST: Count = 3
# And so many of them a label beside their value: a bullet stands nearer to its text.
_LABELS: Count = 2


def columns_of(page: Page) -> list[Page]:
    """A page as those of its columns, from the left, below what stands above them all."""
    drawn = _drawn(page)
    stripes = [*_stripes(drawn), (inf, inf)]
    for (left, right), (following, _) in pairwise(stripes):
        at = (left + right) / 2
        across = [run for run in page.upright if run.x0 < at < run.x1]
        top = max((run.bottom for run in across), default=0.0)
        sides = [
            [box for box in drawn if box[2] <= left],
            [box for box in drawn if right <= box[0] < following],
        ]
        if any(box[1] < top for boxes in sides for box in boxes) or not _are_apart(*sides):
            continue
        head = [_part(page, (-inf, -inf, inf, top))] if across else []
        first = _part(page, (-inf, top, at, inf))
        second = _part(page, (at, top, inf, inf))
        if _has_labels(first) and _has_labels(second):
            return _with_unseen(page, [*head, first, *columns_of(second)])
    return [page]


def _drawn(page: Page) -> list[Box]:
    """The level lines and the grounds of a page that may be those of tables."""
    levels = ((r.start, r.at, r.end, r.at) for r in page.rules if r.level)
    boxes = (*levels, *page.shades)
    return [box for box in boxes if box[2] - box[0] >= _LONG]


def _stripes(drawn: Sequence[Box]) -> Iterator[tuple[float, float]]:
    """Where nothing is drawn from the top to the foot of a page, between what is."""
    reach = inf
    for box in sorted(drawn):
        if box[0] - reach >= _STRIPE:
            yield reach, box[0]
        reach = box[2] if reach == inf else max(reach, box[2])


def _are_apart(left: Sequence[Box], right: Sequence[Box]) -> bool:
    """Whether the rows on both sides of a stripe lie at heights of their own."""
    rows = [_heights(boxes) for boxes in (left, right)]
    if min(map(len, rows)) < _FEWEST:
        return False
    shared = sum(any(abs(y - other) <= _LEVEL for other in rows[1]) for y in rows[0])
    return shared <= _BY_CHANCE * min(map(len, rows))


def _heights(boxes: Sequence[Box]) -> list[float]:
    """Where boxes begin or end, each height once."""
    heights = sorted({y for box in boxes for y in (box[1], box[3])})
    return heights[:1] + [below for above, below in pairwise(heights) if below - above > _LEVEL]


def _has_labels(page: Page) -> bool:
    """Whether texts stand beside each other on lines of a page, as labels and values do.

    What somebody remarked beside a text has frames and grounds as well.
    """
    return sum(map(_stand_apart, _on_lines(page))) >= _LABELS


def _on_lines(page: Page) -> Iterator[list[Run]]:
    """The runs of each line of a page."""
    runs = sorted(page.upright, key=lambda run: run.baseline)
    return stretches(runs, lambda line, run: run.baseline - line[0].baseline <= _LEVEL)


def _stand_apart(line: Sequence[Run]) -> bool:
    ordered = sorted(line, key=lambda run: run.x0)
    return any(right.x0 - left.x1 > GUTTER * left.size for left, right in pairwise(ordered))


def _with_unseen(page: Page, parts: list[Page]) -> list[Page]:
    """The parts of a page, with what nobody sees there, or is turned, on the first."""
    others = tuple(run for run in page.runs if run.hidden or run.direction)
    return [replace(parts[0], runs=(*parts[0].runs, *others)), *parts[1:]]


def _part(page: Page, box: Box) -> Page:
    """What of a page stands in a box."""
    x0, top, x1, bottom = box

    def holds(other: Box) -> bool:
        left, upper, right, lower = other
        return x0 <= (left + right) / 2 < x1 and top <= (upper + lower) / 2 < bottom

    runs = (run for run in page.upright if holds((run.x0, run.top, run.x1, run.bottom)))
    return replace(page.with_drawing(holds), runs=tuple(runs))

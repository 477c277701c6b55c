"""What a reader of a page sees of its text: not what lies off it, under something, or in the
colour of what it lies on.

Text is hidden only where that is sure: under an area of one colour, or a picture, that lets
nothing through. It is seen on anything that may have another colour than it has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.readers.pdf.engine.colours import WHITE, alike, is_white
from pipeline.readers.pdf.engine.paths import Ground
from pipeline.readers.pdf.engine.showing import Drawn
from pipeline.readers.pdf.marks import (
    COVERED,
    INVISIBLE,
    LIKE_ITS_GROUND,
    OFF_PAGE,
    STRUCK,
    WHITE_TEXT,
    Box,
    Colour,
    Glyphs,
    Page,
    Rule,
    Run,
    turned,
)
from pipeline.readers.pdf.settings import Ems, Points, Share

# A line that strikes letters through lies at the height of a hyphen, so far above the baseline.
_STRIKE_LOW: Ems = 0.12
_STRIKE_HIGH: Ems = 0.45
# It may begin and end so far inside them.
_STRIKE_SLACK: Ems = 0.2
# What covers text may leave so much of it bare: the room around letters.
_BARE: Points = 1.0
# Letters are seen where this much of their height is bare above or below.
_SLICE: Share = 0.25


def seen(page: Page, drawn: Sequence[Drawn], grounds: Sequence[Ground], shown: Box) -> Page:
    """The page with its text: the runs, with the reason at each that nobody sees.

    `shown` is the part of the page that is shown, in its own measure.
    """
    levels = sorted((rule for rule in page.rules if rule.level), key=_height)
    parts = [part for one in drawn for part in _parted(one, levels)]
    boxes = [turned(_box(run), run.direction, page.width, page.height) for run, _, _ in parts]
    under, covered = _by_order([run for run, _, _ in parts], boxes, grounds)
    runs = []
    for number, (run, colour, is_struck) in enumerate(parts):
        why = run.hidden or covered.get(number, "") or (STRUCK if is_struck else "")
        why = why or _blends(colour, under.get(number))
        if not why and not _meet(boxes[number], shown):
            why = OFF_PAGE
        runs.append(run if why == run.hidden else replace(run, hidden=why))
    return replace(page, runs=tuple(runs))


def _by_order(
    runs: Sequence[Run], boxes: Sequence[Box], grounds: Sequence[Ground]
) -> tuple[dict[int, Ground], dict[int, str]]:
    """By the number of a run: the ground it was drawn on, and why it cannot be seen under one."""
    heights = sorted((_middle(box), number) for number, box in enumerate(boxes))
    under: dict[int, Ground] = {}
    covered: dict[int, str] = {}
    for ground in grounds:
        x0, top, x1, bottom = ground.box
        first, end = bisect_left(heights, (top, -1)), bisect_right(heights, (bottom, len(runs)))
        for _, number in heights[first:end]:
            box, run = boxes[number], runs[number]
            if run.end <= ground.order:
                if ground.covers and _is_inside(box, ground.box):
                    # Recognised text lies under the picture of its scan.
                    covered[number] = INVISIBLE if ground.is_picture else COVERED
            elif x0 <= (box[0] + box[2]) / 2 <= x1 and (
                ground.covers or not is_white(ground.colour)
            ):
                under[number] = ground
    return under, covered


def _blends(colour: Colour | None, ground: Ground | None) -> str:
    """Whether text has the colour of what it lies on, which is white paper at least."""
    if colour is None or (ground is not None and ground.colour is None):
        return ""
    below = WHITE if ground is None or ground.colour is None else ground.colour
    if not alike(colour, below):
        return ""
    return WHITE_TEXT if is_white(colour) else LIKE_ITS_GROUND


def _parted(drawn: Drawn, levels: Sequence[Rule]) -> Iterator[tuple[Run, Colour | None, bool]]:
    """The parts of a run, by whether a rule strikes them through, each with its colour."""
    run, glyphs = drawn.run, drawn.glyphs
    low, high = run.baseline - _STRIKE_HIGH * run.size, run.baseline - _STRIKE_LOW * run.size
    near = levels[bisect_right(levels, low, key=_height) : bisect_left(levels, high, key=_height)]
    if not near or run.hidden or run.direction:
        yield run, drawn.colour, False
        return
    struck = [False] * (run.end - run.start)
    for rule in near:
        first, end = _stretch(run, glyphs, rule, _STRIKE_SLACK * run.size)
        struck[first - run.start : end - run.start] = [True] * (end - first)
    start = run.start
    for is_struck, group in groupby(struck):
        end = start + len(list(group))
        yield _part(run, start, end, glyphs), drawn.colour, is_struck
        start = end


def _stretch(run: Run, glyphs: Glyphs, rule: Rule, slack: float) -> tuple[int, int]:
    """The glyphs of a run that a rule runs through from end to end; it begins and ends with one."""
    left, right = rule.start - slack, rule.end + slack
    covered = [
        n for n in range(run.start, run.end) if left <= glyphs.x0[n] and glyphs.x1[n] <= right
    ]
    if not covered:
        return run.start, run.start
    first, last = covered[0], covered[-1]
    begins = first == run.start or abs(glyphs.x0[first] - rule.start) <= slack
    ends = last == run.end - 1 or abs(glyphs.x1[last] - rule.end) <= slack
    return (first, last + 1) if begins and ends else (run.start, run.start)


def _part(run: Run, start: int, end: int, glyphs: Glyphs) -> Run:
    if (start, end) == (run.start, run.end):
        return run
    x0 = glyphs.x0[start]
    return replace(run, start=start, end=end, x0=x0, x1=max(glyphs.x1[end - 1], x0))


def _height(rule: Rule) -> float:
    return rule.at


def _box(run: Run) -> Box:
    return (run.x0, run.top, run.x1, run.bottom)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _is_inside(box: Box, around: Box) -> bool:
    """Whether an area reaches over a run: its length, and the middle half of its height."""
    edge = _SLICE * (box[3] - box[1])
    return (
        box[0] >= around[0] - _BARE
        and box[2] <= around[2] + _BARE
        and box[1] + edge >= around[1]
        and box[3] - edge <= around[3]
    )


def _meet(box: Box, other: Box) -> bool:
    return box[2] >= other[0] and box[0] <= other[2] and box[3] >= other[1] and box[1] <= other[3]

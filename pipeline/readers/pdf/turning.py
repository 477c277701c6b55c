"""Pages whose text lies on its side, turned so that it reads from left to right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline.readers.pdf.marks import Box, Page, Rule, turned_back


def reading_direction(page: Page) -> int:
    """The angle that most of the text of a page is read at, clockwise, in quarter turns."""
    weight: Counter[int] = Counter()
    for run in page.runs:
        if not run.hidden:
            weight[run.direction] += run.end - run.start
    return weight.most_common(1)[0][0] if weight else 0


def upright(page: Page) -> Page:
    """The page turned so that most of its text is upright; the same page where it is so."""
    direction = reading_direction(page)
    if direction == 0:
        return page
    width, height = page.width, page.height
    if direction % 2:
        width, height = height, width
    return replace(
        page,
        width=width,
        height=height,
        runs=tuple(replace(r, direction=(r.direction - direction) % 4) for r in page.runs),
        rules=tuple(_rule(rule, direction, page) for rule in page.rules),
        white_rules=tuple(_rule(rule, direction, page) for rule in page.white_rules),
        shades=tuple(_box(box, direction, page) for box in page.shades),
        dots=tuple(_box(box, direction, page) for box in page.dots),
    )


def _box(box: Box, direction: int, page: Page) -> Box:
    ax, ay = turned_back(direction, box[0], box[1], page.width, page.height)
    bx, by = turned_back(direction, box[2], box[3], page.width, page.height)
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _rule(rule: Rule, direction: int, page: Page) -> Rule:
    box = (
        (rule.start, rule.at, rule.end, rule.at)
        if rule.level
        else (rule.at, rule.start, rule.at, rule.end)
    )
    x0, top, x1, bottom = _box(box, direction, page)
    if rule.level == (direction % 2 == 0):
        return Rule(True, top, x0, x1)
    return Rule(False, x0, top, bottom)

"""Drawn paths to rules, filled areas and dots: what can frame a table or mark an item.

A path counts as far as its clip shows it. White is drawn too, where it parts coloured areas.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final

from pipeline.readers.pdf.engine.colours import is_white
from pipeline.readers.pdf.engine.frames import Frame, Subpath, parted
from pipeline.readers.pdf.engine.matrices import Point, bounds, common
from pipeline.readers.pdf.marks import Box, Colour, Rule
from pipeline.readers.pdf.settings import Limit, Points, Share

# Borders are drawn as filled rectangles of up to 3 points (Word: 0.48, doubled 1.5).
_THIN: Points = 3.2
# What deviates less from level or upright is meant to be so.
_STRAIGHT: Points = 0.7
# Bullets drawn as shapes are as high as a third of a letter, give or take.
_DOT_SMALLEST: Points = 1.2
_DOT_LARGEST: Points = 9.0
# How much longer than wide they are.
_DOT_ASPECT: Share = 1.7
# A filled area as large as this share of the page is its background.
_BACKGROUND: Share = 0.9
# A border that lies on the edge of its clip shows by half.
_CLIP_EDGE: Points = 0.5
# So many grounds are looked at for what lies under a white line; a page of cells has hundreds.
_LATEST: Limit = 2_000
_CORNERS: Final = 4
WHOLE: Box = (-math.inf, -math.inf, math.inf, math.inf)
"""The clip that shows everything."""
NOWHERE: Box = (math.inf, math.inf, -math.inf, -math.inf)
"""The clip that shows nothing."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a path is filled or stroked with; without a colour it is a pattern or a mixture."""

    colour: Colour | None
    opaque: bool = True


@dataclass(frozen=True, slots=True)
class Ground:
    """What is painted behind or over text: an area, its colour, when it was painted.

    `order` is the number of glyphs drawn before it; `covers` tells that nothing under the box
    shows: it is all of one colour that lets nothing through.
    """

    box: Box
    colour: Colour | None
    order: int
    covers: bool
    is_picture: bool = False


@dataclass(slots=True)
class Drawing:
    """Collects what the paths and pictures of a page show."""

    width: float
    height: float
    rules: list[Rule] = field(default_factory=list)
    white_rules: list[Rule] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    shade_colours: list[Colour | None] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    has_images: bool = False

    def filled(
        self, path: list[Subpath], ink: Ink, clip: Box, order: int, *, even_odd: bool = False
    ) -> None:
        """Take in a filled path; `order` is the number of glyphs drawn before it."""
        alone, frames = parted(path, even_odd=even_odd)
        for frame in frames:
            self._frame(frame, ink, clip)
        for part in alone:
            whole = bounds(part.points)
            box = common(whole, clip)
            if box is None:
                continue
            is_box = _is_box(part.points, whole)
            if is_white(ink.colour):
                self._white_area(box, is_box)
            else:
                self._area(box, ink, part.curved, is_box)
            if min(box[2] - box[0], box[3] - box[1]) > _THIN:
                covers = is_box and not part.curved and ink.opaque and len(path) == 1
                self.grounds.append(Ground(box, ink.colour, order, covers))

    def _frame(self, frame: Frame, ink: Ink, clip: Box) -> None:
        """Take in what is filled around holes: it lies behind nothing that stands in these."""
        for bar in frame.bars():
            if (box := common(bar, clip)) is None:
                continue
            if is_white(ink.colour):
                self._white_area(box, is_box=True)
            else:
                self._area(box, ink, curved=False, is_box=True)

    def stroked(self, path: list[Subpath], ink: Ink, width: float, clip: Box, order: int) -> None:
        """Take in a stroked path; `width` is that of its line on the page."""
        for part in path:
            box = bounds(part.points)
            if _is_dot(box) and (part.closed or part.curved):
                if common(box, clip) and not is_white(ink.colour):
                    self.dots.append(box)
            elif not part.curved:
                for rule in _edges(part):
                    self._stroke(_within(rule, clip, width / 2), ink, width, order)

    def _stroke(self, rule: Rule | None, ink: Ink, width: float, order: int) -> None:
        """Take in what shows of a straight line; one that is thick is an area."""
        if rule is None:
            return
        if width > _THIN:
            self._box(_thick(rule, width), ink, order)
        elif not is_white(ink.colour):
            self.rules.append(rule)
        elif self._is_on_colour(_middle(rule)):
            self.white_rules.append(rule)

    def _box(self, box: Box, ink: Ink, order: int) -> None:
        if not is_white(ink.colour):
            self._area(box, ink, curved=False, is_box=True)
        self.grounds.append(Ground(box, ink.colour, order, covers=False))

    def picture(self, box: Box, clip: Box, order: int, covers: bool) -> None:
        """Take in a picture; a small one may be a bullet."""
        self.has_images = True
        shown = common(box, clip)
        if shown is None:
            return
        if _is_dot(shown):
            self.dots.append(shown)
        self.grounds.append(Ground(shown, None, order, covers, is_picture=True))

    def shading(self, clip: Box, order: int) -> None:
        """Take in a shading, which fills its clip."""
        box = common(clip, (0.0, 0.0, self.width, self.height))
        if box is not None:
            self.grounds.append(Ground(box, None, order, covers=False))

    def _area(self, box: Box, ink: Ink, curved: bool, is_box: bool) -> None:
        x0, top, x1, bottom = box
        width, height = x1 - x0, bottom - top
        if not curved and (width <= _THIN or height <= _THIN) and is_box:
            self.rules.extend(_bar(box))
            if _is_dot(box):
                self.dots.append(box)
        elif _is_dot(box):
            self.dots.append(box)
        elif is_box and width * height < _BACKGROUND * self.width * self.height:
            self.shades.append(box)
            self.shade_colours.append(ink.colour)

    def _white_area(self, box: Box, is_box: bool) -> None:
        x0, top, x1, bottom = box
        thin = min(x1 - x0, bottom - top) <= _THIN
        if is_box and thin and self._is_on_colour(((x0 + x1) / 2, (top + bottom) / 2)):
            self.white_rules.extend(_bar(box))

    def _is_on_colour(self, point: Point) -> bool:
        x, y = point
        return any(
            ground.box[0] <= x <= ground.box[2]
            and ground.box[1] <= y <= ground.box[3]
            and not is_white(ground.colour)
            for ground in islice(reversed(self.grounds), _LATEST)
        )


def _bar(box: Box) -> Iterator[Rule]:
    """A thin filled rectangle is a rule; a tiny one a piece of either (corner, dotted line)."""
    x0, top, x1, bottom = box
    width, height = x1 - x0, bottom - top
    tiny = width <= _THIN and height <= _THIN
    if width >= height or tiny:
        yield Rule(True, (top + bottom) / 2, x0, x1)
    if height >= width or tiny:
        yield Rule(False, (x0 + x1) / 2, top, bottom)


def _edges(part: Subpath) -> Iterator[Rule]:
    """The level and the upright pieces of a line."""
    points = [*part.points, part.points[0]] if part.closed else part.points
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) <= _STRAIGHT < abs(ax - bx):
            yield Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
        elif abs(ax - bx) <= _STRAIGHT < abs(ay - by):
            yield Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))


def _within(rule: Rule, clip: Box, half: float) -> Rule | None:
    """What a clip shows of a rule whose line reaches so far to both sides; None for nothing."""
    x0, top, x1, bottom = clip
    across, along = ((top, bottom), (x0, x1)) if rule.level else ((x0, x1), (top, bottom))
    slack = half + _CLIP_EDGE
    start, end = max(rule.start, along[0]), min(rule.end, along[1])
    if not across[0] - slack <= rule.at <= across[1] + slack or start >= end:
        return None
    return Rule(rule.level, rule.at, start, end)


def _middle(rule: Rule) -> Point:
    middle = (rule.start + rule.end) / 2
    return (middle, rule.at) if rule.level else (rule.at, middle)


def _thick(rule: Rule, width: float) -> Box:
    low, high = rule.at - width / 2, rule.at + width / 2
    return (rule.start, low, rule.end, high) if rule.level else (low, rule.start, high, rule.end)


def _is_dot(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        min(width, height) >= _DOT_SMALLEST
        and max(width, height) <= _DOT_LARGEST
        and max(width, height) <= _DOT_ASPECT * min(width, height)
    )


def _is_box(points: list[Point], around: Box) -> bool:
    """Whether all corners lie on the path's bounds: a rectangle, or a line of some width."""
    x0, top, x1, bottom = around
    return len(points) >= _CORNERS and all(
        min(x - x0, x1 - x) <= _STRAIGHT and min(y - top, bottom - y) <= _STRAIGHT
        for x, y in points
    )

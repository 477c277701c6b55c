"""Drawn paths to rules, filled areas and dots: what can frame a table or mark an item."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.readers.pdf.marks import Box, Rule

# Borders are drawn as filled rectangles of up to 3 points (Word: 0.48, doubled 1.5).
_THIN = 3.2
# What deviates less from level or upright is meant to be so.
_STRAIGHT = 0.7
# Bullets drawn as shapes are as high as a third of a letter, give or take.
_DOT_SMALLEST, _DOT_LARGEST = 1.2, 9.0
_DOT_ASPECT = 1.7
# A filled area as large as this share of the page is its background.
_BACKGROUND = 0.9
Point = tuple[float, float]


@dataclass(slots=True)
class Drawing:
    """Collects what the paths of a page show."""

    width: float
    height: float
    rules: list[Rule] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    has_images: bool = False

    def path(self, item: Any) -> None:
        """Take in a painted path."""
        state = item.gstate
        fills = item.fill and not _is_paper(state.ncolor)
        strokes = item.stroke and not _is_paper(state.scolor)
        if not fills and not strokes:
            return
        for points, curved, closed in _subpaths(item.raw_segments, item.ctm):
            if fills:
                self._filled(points, curved)
            if strokes:
                self._stroked(points, curved, closed)

    def image(self, box: Box) -> None:
        """Take in a picture; a small one may be a bullet."""
        self.has_images = True
        x0, top, x1, bottom = box
        if _is_dot(x1 - x0, bottom - top):
            self.dots.append(box)

    def is_shaded(self, x: float, y: float) -> bool:
        """Whether the point lies on a coloured ground."""
        return any(
            x0 <= x + 1 and x <= x1 and top <= y <= bottom for x0, top, x1, bottom in self.shades
        )

    def _filled(self, points: list[Point], curved: bool) -> None:
        x0, top, x1, bottom = _bounds(points)
        width, height = x1 - x0, bottom - top
        if not curved and (width <= _THIN or height <= _THIN) and _is_box(points):
            self._bar(x0, top, x1, bottom)
        elif _is_dot(width, height):
            self.dots.append((x0, top, x1, bottom))
        elif _is_box(points) and width * height < _BACKGROUND * self.width * self.height:
            self.shades.append((x0, top, x1, bottom))

    def _bar(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A thin filled rectangle is a rule; a tiny one a piece of either (corner, dotted line)."""
        width, height = x1 - x0, bottom - top
        if (width >= height or width <= _THIN) and (width >= height or height <= _THIN):
            self.rules.append(Rule(True, (top + bottom) / 2, x0, x1))
        if height >= width or (height <= _THIN and width <= _THIN):
            self.rules.append(Rule(False, (x0 + x1) / 2, top, bottom))
        if _is_dot(width, height):
            self.dots.append((x0, top, x1, bottom))

    def _stroked(self, points: list[Point], curved: bool, closed: bool) -> None:
        x0, top, x1, bottom = _bounds(points)
        if _is_dot(x1 - x0, bottom - top) and (closed or curved):
            self.dots.append((x0, top, x1, bottom))
            return
        if curved:
            return
        if closed and points[0] != points[-1]:
            points = [*points, points[0]]
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            if abs(ay - by) <= _STRAIGHT < abs(ax - bx):
                self.rules.append(Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) <= _STRAIGHT < abs(ay - by):
                self.rules.append(Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by)))


def _is_dot(width: float, height: float) -> bool:
    return (
        min(width, height) >= _DOT_SMALLEST
        and max(width, height) <= _DOT_LARGEST
        and max(width, height) <= _DOT_ASPECT * min(width, height)
    )


def _is_paper(color: Any) -> bool:
    """Whether a colour does not show on white paper."""
    values = [value for value in color.values if isinstance(value, int | float)]
    if color.pattern is not None or not values:
        return False
    return not any(values) if len(values) == 4 else all(value >= 0.98 for value in values)


def _is_box(points: list[Point]) -> bool:
    """Whether all corners lie on the path's bounds: a rectangle, or a line of some width."""
    x0, top, x1, bottom = _bounds(points)
    return len(points) >= 4 and all(
        min(abs(x - x0), abs(x - x1)) <= _STRAIGHT
        and min(abs(y - top), abs(y - bottom)) <= _STRAIGHT
        for x, y in points
    )


def _bounds(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _subpaths(segments: Iterable[Any], ctm: Any) -> Iterator[tuple[list[Point], bool, bool]]:
    """(corner points on the page, whether it has curves, whether it is closed) of each subpath."""
    a, b, c, d, e, f = ctm
    points: list[Point] = []
    curved = closed = False
    for segment in segments:
        operator = segment.operator
        if operator == "m":
            if len(points) > 1:
                yield points, curved, closed
            points, curved, closed = [], False, False
        elif operator == "h":
            closed = True
        elif operator != "l":
            curved = True
        points.extend((a * x + c * y + e, b * x + d * y + f) for x, y in segment.points)
    if len(points) > 1:
        yield points, curved, closed

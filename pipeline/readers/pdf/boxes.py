"""Rectangles on a page: x0, top, x1, bottom, in points."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Points

# Edges that lie nearer to each other than this are one: producers round, and borders are this wide.
_ALIKE: Points = 1.0


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of these."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def holds(box: Box, other: Box) -> bool:
    """Whether one box lies inside the other, its edges included."""
    return (
        box[0] <= other[0] + _ALIKE
        and box[1] <= other[1] + _ALIKE
        and box[2] >= other[2] - _ALIKE
        and box[3] >= other[3] - _ALIKE
    )


def size_of(box: Box) -> float:
    """The area of a box, in square points."""
    return (box[2] - box[0]) * (box[3] - box[1])


def overlap(box: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return (
        min(box[2], other[2]) - max(box[0], other[0]) > _ALIKE
        and min(box[3], other[3]) - max(box[1], other[1]) > _ALIKE
    )

"""Frames: filled areas with holes, as programs draw borders (an outer and an inner box, one fill).

ISO 32000-2, 8.5.3.3: by the even-odd rule what lies inside another part of the path is a hole, by
the other rule what runs the other way around.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.readers.pdf.engine.matrices import bounds
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Limit

# A path of more parts is a drawing, or letters in outlines.
_MOST_PARTS: Limit = 300


@dataclass(slots=True)
class Subpath:
    """Points one after the other, on the page as it is shown."""

    points: list[tuple[float, float]]
    curved: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A filled box with holes in it."""

    box: Box
    holes: tuple[Box, ...]

    def bars(self) -> Iterator[Box]:
        """The boxes that are left of it: four around one hole, what parts the holes for several.

        Those of several holes are without width: where their sides stand.
        """
        x0, top, x1, bottom = self.box
        if len(self.holes) > 1:
            for left, high, right, low in self.holes:
                yield from ((left, high, right, high), (left, low, right, low))
                yield from ((left, high, left, low), (right, high, right, low))
            return
        left, high, right, low = self.holes[0]
        yield from ((x0, top, x1, high), (x0, low, x1, bottom))
        yield from ((x0, top, left, bottom), (right, top, x1, bottom))


def parted(path: Sequence[Subpath], *, even_odd: bool) -> tuple[list[Subpath], list[Frame]]:
    """The parts of a filled path that stand for themselves, and its frames."""
    if not 1 < len(path) <= _MOST_PARTS:
        return list(path), []
    boxes = [bounds(part.points) for part in path]
    around = {
        n: outer
        for n, part in enumerate(path)
        if (outer := _outer(n, part, path, boxes, even_odd)) is not None
    }
    # A part that stands in a hole is filled again.
    holes = {n: outer for n, outer in around.items() if outer not in around}
    frames = [
        Frame(boxes[outer], tuple(boxes[n] for n, own in holes.items() if own == outer))
        for outer in dict.fromkeys(holes.values())
    ]
    alone = [part for n, part in enumerate(path) if n not in holes and n not in set(holes.values())]
    return alone, frames


def _outer(
    n: int, part: Subpath, path: Sequence[Subpath], boxes: Sequence[Box], even_odd: bool
) -> int | None:
    """The number of the smallest part that a part is a hole in, or one that stands in that."""
    around = [
        m
        for m, other in enumerate(path)
        if m != n
        and _is_inside(boxes[n], boxes[m])
        and (even_odd or _runs_right(part) != _runs_right(other))
    ]
    return min(around, key=lambda m: _size(boxes[m]), default=None)


def _is_inside(box: Box, around: Box) -> bool:
    return (
        box != around
        and around[0] <= box[0]
        and around[1] <= box[1]
        and box[2] <= around[2]
        and box[3] <= around[3]
    )


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _runs_right(part: Subpath) -> bool:
    """Which way around a part runs, by the sign of its area."""
    points = [*part.points, part.points[0]]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(points)) > 0

"""Matrices of PDF: (a, b, c, d, e, f) takes (x, y) to (a x + c y + e, b x + d y + f)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pipeline.readers.pdf.marks import Box

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does what the first one does, and then what the second one does."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(matrix: Matrix, x: float, y: float) -> Matrix:
    """The matrix that takes (0, 0) to where it took (x, y) before."""
    a, b, c, d, e, f = matrix
    return (a, b, c, d, x * a + y * c + e, x * b + y * d + f)


def placed(matrix: Matrix, x: float, y: float) -> Point:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def bounds(points: Iterable[Point]) -> Box:
    """The box around points."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def box_of(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The box around a rectangle where it comes to lie."""
    corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    return bounds(placed(matrix, x, y) for x, y in corners)


def common(one: Box, other: Box) -> Box | None:
    """What two boxes share; None where they do not meet."""
    x0, top = max(one[0], other[0]), max(one[1], other[1])
    x1, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (x0, top, x1, bottom) if x0 <= x1 and top <= bottom else None

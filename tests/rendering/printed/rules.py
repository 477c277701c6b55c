"""The rules around a cell as different producers draw them on a canvas."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from tests.rendering.printed.style import PdfStyle

_THIN = 0.48  # points: the rule of Word's "grid" table style
_DOT = 0.72
_STRIPE = 1.5
_SHADE = (0.87, 0.9, 0.93)


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a cell on one page, with the sides that are drawn."""

    left: float
    top: float
    width: float
    height: float
    label: bool
    above: bool = True
    below: bool = True
    first_column: bool = True
    last_column: bool = True

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top - self.height


def draw_rules(canvas: Any, box: Box, style: PdfStyle) -> None:
    """Shade the cell and draw its sides."""
    if style.rules == "shaded" and box.label:
        canvas.setFillColorRGB(*_SHADE)
        # A white stripe between shaded labels shows where a row ends.
        low = _STRIPE * box.below
        canvas.rect(box.left, box.bottom + low, box.width, box.height - low, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
    whole = box.above and box.below
    if style.rules == "solid" and style.rule_drawing == "boxes" and whole:
        canvas.setLineWidth(_THIN)
        canvas.rect(box.left, box.bottom, box.width, box.height, stroke=1, fill=0)
        return
    for x1, y1, x2, y2 in _sides(box, style):
        _rule(canvas, x1, y1, x2, y2, style)
    if style.rules == "solid" and style.rule_drawing == "filled":
        _corners(canvas, box)


def _sides(box: Box, style: PdfStyle) -> list[tuple[float, float, float, float]]:
    sides: list[tuple[float, float, float, float]] = []
    if style.rules in ("none", "shaded"):
        return sides
    if box.above and style.rules != "frame":
        sides.append((box.left, box.top, box.right, box.top))
    if box.below and style.rules != "frame":
        sides.append((box.left, box.bottom, box.right, box.bottom))
    if style.rules == "horizontal":
        return sides
    if box.first_column or style.rules != "frame":
        sides.append((box.left, box.bottom, box.left, box.top))
    if box.last_column or style.rules != "frame":
        sides.append((box.right, box.bottom, box.right, box.top))
    return sides


def _corners(canvas: Any, box: Box) -> None:
    """The little squares where Word's rules meet."""
    for x in (box.left, box.right):
        for y, drawn in ((box.top, box.above), (box.bottom, box.below)):
            if drawn:
                canvas.rect(x - _THIN / 2, y - _THIN / 2, _THIN, _THIN, stroke=0, fill=1)


def _rule(canvas: Any, x1: float, y1: float, x2: float, y2: float, style: PdfStyle) -> None:
    if style.rules == "dotted" and style.rule_drawing == "filled":
        _dots(canvas, x1, y1, x2, y2)
    elif style.rules == "double":
        dx, dy = (0.0, 0.8) if y1 == y2 else (0.8, 0.0)
        _thin(canvas, x1 - dx, y1 - dy, x2 - dx, y2 - dy, style)
        _thin(canvas, x1 + dx, y1 + dy, x2 + dx, y2 + dy, style)
    else:
        _thin(canvas, x1, y1, x2, y2, style)


def _thin(canvas: Any, x1: float, y1: float, x2: float, y2: float, style: PdfStyle) -> None:
    dashes = {"dashed": (3, 2), "dotted": (0.7, 1.4)}.get(style.rules)
    if style.rule_drawing == "filled" and dashes is None:
        across, up = x2 - x1 or _THIN, y2 - y1 or _THIN
        canvas.rect(x1 - _THIN / 2, y1 - _THIN / 2, across, up, stroke=0, fill=1)
        return
    canvas.setLineWidth(_THIN)
    canvas.setDash(*dashes) if dashes else canvas.setDash()
    canvas.line(x1, y1, x2, y2)
    canvas.setDash()


def _dots(canvas: Any, x1: float, y1: float, x2: float, y2: float) -> None:
    """Dots as tiny squares, as some printer drivers leave them."""
    length = math.hypot(x2 - x1, y2 - y1)
    count = max(1, int(length / (2 * _DOT)))
    for n in range(count + 1):
        x, y = x1 + (x2 - x1) * n / count, y1 + (y2 - y1) * n / count
        canvas.rect(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT, stroke=0, fill=1)

"""Colours of PDF to red, green and blue: near enough to tell white, and which are equal.

What has no one colour (a pattern, a shading) or none that can be worked out is None: it is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pipeline.readers.pdf.engine.source import (
    content_of,
    dictionary,
    items,
    name,
    numbers,
    resolved,
    stream,
)
from pipeline.readers.pdf.marks import Colour
from pipeline.readers.pdf.settings import Limit, Share

BLACK: Final = (0.0, 0.0, 0.0)
WHITE: Final = (1.0, 1.0, 1.0)
# Of a component: rounding and colour profiles change white by less than this.
_ALIKE: Share = 0.0201
# The white of Lab, and what a byte holds.
_LIGHTEST: Final = 100.0
_BYTE: Final = 255
# The kind of function that mixes two colours by a power.
_EXPONENTIAL: Final = 2
# A colour space of inks has its name, theirs, the space that it is shown in, and how it is mixed.
_PARTS_OF_INKS: Final = 4
# Spaces stand in spaces; four are more than any program writes.
_DEEPEST: Limit = 4
_BY_COUNT = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


def alike(one: Colour, other: Colour) -> bool:
    """Whether nobody sees one colour on the other."""
    red, green, blue = one
    return (
        abs(red - other[0]) <= _ALIKE
        and abs(green - other[1]) <= _ALIKE
        and abs(blue - other[2]) <= _ALIKE
    )


def is_white(colour: Colour | None) -> bool:
    """Whether a colour does not show on white paper."""
    return colour is not None and alike(colour, WHITE)


def of_device(values: Sequence[float]) -> Colour | None:
    """A colour of grey, of red, green and blue, or of four inks, by how many values it has."""
    if len(values) == 1:
        grey = _bounded(values[0])
        return (grey, grey, grey)
    if len(values) == 3:
        red, green, blue = map(_bounded, values)
        return (red, green, blue)
    if len(values) == 4:
        *inks, black = map(_bounded, values)
        cyan, magenta, yellow = (1 - min(1.0, ink + black) for ink in inks)
        return (cyan, magenta, yellow)
    return None


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space, as the resources of a page name or describe it, and its colours so far."""

    described: Any
    known: dict[Sequence[float], Colour | None] = field(default_factory=dict)

    def colour(self, values: tuple[float, ...]) -> Colour | None:
        """A colour of it, worked out once."""
        if values not in self.known:
            self.known[values] = of_space(self.described, values)
        return self.known[values]


def of_space(space: Any, values: Sequence[float], depth: int = 0) -> Colour | None:
    """A colour of a colour space, as the resources of a page name or describe it."""
    kind = name(space)
    parts = items(space) if not kind else []
    if parts:
        kind = name(parts[0])
    if kind == "Pattern" or depth > _DEEPEST:
        return None
    if kind == "Lab" and values:
        return of_device([values[0] / _LIGHTEST])
    if kind == "Indexed" and len(parts) == 4 and values:
        return _of_table(parts, int(values[0]), depth)
    if kind in ("Separation", "DeviceN") and len(parts) >= _PARTS_OF_INKS:
        return _of_inks(parts, values, depth)
    return of_device(values)


def _of_table(parts: list[Any], index: int, depth: int) -> Colour | None:
    base, table = parts[1], parts[3]
    count = _count(base)
    data = table if isinstance(table, bytes) else stream(table)
    data = data if isinstance(data, bytes) or data is None else content_of(data)
    if data is None or not count:
        return None
    entry = data[count * index : count * (index + 1)]
    return of_space(base, [value / _BYTE for value in entry], depth + 1)


def _count(space: Any) -> int:
    """How many values a colour of a space has; 0 where that is not known."""
    parts = items(space)
    kind = name(parts[0]) if parts else ""
    if kind == "ICCBased" and len(parts) > 1:
        found = resolved(dictionary(parts[1]).get("N"))
        return found if isinstance(found, int) else 0
    by_name = {"CalGray": 1, "CalRGB": 3, "Lab": 3}
    return by_name.get(kind) or next((n for n, device in _BY_COUNT.items() if device == kind), 0)


def _of_inks(parts: list[Any], values: Sequence[float], depth: int) -> Colour | None:
    """A colour of named inks: by the function that mixes it, where that is a plain one."""
    if not any(values):
        # No ink leaves the paper as it is.
        return WHITE
    function = dictionary(parts[3])
    if resolved(function.get("FunctionType")) == _EXPONENTIAL and len(values) == 1:
        power = resolved(function.get("N"))
        first = items(function.get("C0")) or [0.0]
        last = items(function.get("C1")) or [1.0]
        none, full = numbers(first, len(last)), numbers(last, len(first))
        if none and full and isinstance(power, int | float):
            share = _bounded(values[0]) ** power
            mixed = [a + share * (b - a) for a, b in zip(none, full, strict=True)]
            return of_space(parts[2], mixed, depth + 1)
    if name(parts[1]) in ("Black", "All"):
        return of_device([1 - _bounded(values[0])])
    return None


def _bounded(value: float) -> float:
    return min(1.0, max(0.0, value))

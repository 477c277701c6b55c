"""The operators of colours, paths and clips, and of shadings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pipeline.readers.pdf.engine import colours
from pipeline.readers.pdf.engine.frames import Subpath
from pipeline.readers.pdf.engine.matrices import Point, bounds, common, placed
from pipeline.readers.pdf.engine.paths import NOWHERE, Ink
from pipeline.readers.pdf.engine.state import Act, Operators, State
from pipeline.readers.pdf.engine.syntax import Name
from pipeline.readers.pdf.marks import Colour

if TYPE_CHECKING:
    from pipeline.readers.pdf.engine.content import Interpreter


def fill_space(page: Interpreter, key: Name) -> None:
    page.state.space, page.state.fill = _space(page, key), colours.BLACK


def stroke_space(page: Interpreter, key: Name) -> None:
    page.state.stroke_space, page.state.stroke = _space(page, key), colours.BLACK


def _space(page: Interpreter, key: Name) -> colours.Space | str:
    found = page.resource("ColorSpace", key)
    if found is None:
        return key.text
    return page.spaces.setdefault(key.text, colours.Space(found))


def fill_colour(page: Interpreter, *values: Any) -> None:
    page.state.fill = _colour(page.state.space, values)


def stroke_colour(page: Interpreter, *values: Any) -> None:
    page.state.stroke = _colour(page.state.stroke_space, values)


def fill_device(page: Interpreter, *values: float) -> None:
    page.state.space, page.state.fill = None, colours.of_device(values)


def stroke_device(page: Interpreter, *values: float) -> None:
    page.state.stroke_space, page.state.stroke = None, colours.of_device(values)


def _colour(space: colours.Space | str | None, values: tuple[Any, ...]) -> Colour | None:
    if any(isinstance(value, Name) for value in values):
        return None
    if space is None or isinstance(space, str):
        return None if space == "Pattern" else colours.of_device(values)
    return space.colour(values)


# Paths. Their points are placed as they come: a matrix that is set later moves them no more.


def move(page: Interpreter, x: float, y: float) -> None:
    page.path.append(Subpath([placed(page.state.matrix, x, y)]))


def line(page: Interpreter, x: float, y: float) -> None:
    if page.path:
        page.path[-1].points.append(placed(page.state.matrix, x, y))


def curve(page: Interpreter, *values: float) -> None:
    if page.path:
        page.path[-1].curved = True
        page.path[-1].points += _points(page, values)


def rectangle(page: Interpreter, x: float, y: float, width: float, height: float) -> None:
    corners = (x, y, x + width, y, x + width, y + height, x, y + height)
    page.path.append(Subpath(_points(page, corners), closed=True))


def _points(page: Interpreter, values: tuple[float, ...]) -> list[Point]:
    pairs = zip(values[::2], values[1::2], strict=True)
    return [placed(page.state.matrix, x, y) for x, y in pairs]


def close(page: Interpreter) -> None:
    if page.path:
        page.path[-1].closed = True


def clip(page: Interpreter) -> None:
    page.clips = True


def fill(page: Interpreter) -> None:
    _fill(page, even_odd=False)


def fill_even_odd(page: Interpreter) -> None:
    _fill(page, even_odd=True)


def _fill(page: Interpreter, *, even_odd: bool) -> None:
    if not page.is_off():
        state, order = page.state, page.order()
        if state.opacity:
            page.drawing.filled(page.path, _ink(state), state.clip, order, even_odd=even_odd)


def stroke(page: Interpreter) -> None:
    if not page.is_off():
        state = page.state
        a, b, c, d, _, _ = state.matrix
        width = state.line_width * math.sqrt(abs(a * d - b * c))
        ink = Ink(state.stroke)
        page.drawing.stroked(page.path, ink, width, state.clip, page.order())


def end_path(page: Interpreter) -> None:
    points = [point for part in page.path for point in part.points]
    if page.clips and points:
        page.state.clip = common(page.state.clip, bounds(points)) or NOWHERE
    page.path, page.clips = [], False


def _ink(state: State) -> Ink:
    return Ink(state.fill, state.opacity >= 1 and state.normal)


def shade(page: Interpreter, _: Name) -> None:
    if not page.is_off():
        page.drawing.shading(page.state.clip, page.order())


def _painting(*acts: Act) -> Act:
    """An operator that does so to the path, and ends it."""

    def act(page: Interpreter) -> None:
        for part in acts:
            part(page)
        end_path(page)

    return act


PAINTING: Operators = {
    b"cs": (1, fill_space), b"CS": (1, stroke_space), b"sc": (-1, fill_colour),
    b"scn": (-1, fill_colour), b"SC": (-1, stroke_colour), b"SCN": (-1, stroke_colour),
    b"g": (1, fill_device), b"rg": (3, fill_device), b"k": (4, fill_device),
    b"G": (1, stroke_device), b"RG": (3, stroke_device), b"K": (4, stroke_device),
    b"m": (2, move), b"l": (2, line), b"c": (6, curve), b"v": (4, curve), b"y": (4, curve),
    b"re": (4, rectangle), b"h": (0, close), b"W": (0, clip), b"W*": (0, clip),
    b"n": (0, _painting()), b"f": (0, _painting(fill)), b"F": (0, _painting(fill)),
    b"f*": (0, _painting(fill_even_odd)), b"S": (0, _painting(stroke)),
    b"s": (0, _painting(close, stroke)),
    b"B": (0, _painting(fill, stroke)), b"B*": (0, _painting(fill_even_odd, stroke)),
    b"b": (0, _painting(close, fill, stroke)), b"b*": (0, _painting(close, fill_even_odd, stroke)),
    b"sh": (1, shade),
}  # fmt: skip

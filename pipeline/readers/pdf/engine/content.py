"""Content streams to what they show: the operators that matter for text, paths and pictures.

Nothing is made for a glyph or a path segment but its numbers; the rest of ISO 32000-2, annex A
(colour rendering, line caps, compatibility ...) changes nothing that a reader of text asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pipeline.readers.pdf.engine import colours
from pipeline.readers.pdf.engine.fonts import Fonts
from pipeline.readers.pdf.engine.layers import Layers
from pipeline.readers.pdf.engine.matrices import (
    IDENTITY,
    Point,
    bounds,
    box_of,
    common,
    moved,
    placed,
    product,
)
from pipeline.readers.pdf.engine.paths import NOWHERE, Drawing, Ink, Subpath
from pipeline.readers.pdf.engine.showing import Showing
from pipeline.readers.pdf.engine.source import (
    READING_FAULTS,
    Complaints,
    dictionary,
    items,
    name,
    numbers,
    object_at,
    reference,
    resolved,
    said,
    stream,
)
from pipeline.readers.pdf.engine.state import Marked, State, id_of
from pipeline.readers.pdf.engine.syntax import Name, Properties, String, Strings, operations

_MAX_FORM_DEPTH = 12
# q may be nested deeper by mistake only: programs that forget Q.
_MAX_SAVED = 10_000
_PERCENT = 0.01
# Entries of a picture that let something through.
_SEE_THROUGH = ("SMask", "Mask", "ImageMask", "IM", "SMaskInData")


@dataclass(slots=True)
class Interpreter:
    """Goes through the operations of a page and the forms in it."""

    fonts: Fonts
    layers: Layers
    complaints: Complaints
    showing: Showing
    drawing: Drawing
    fault: str = ""
    depth: int = 0
    form: int | None = None
    resources: dict[str, Any] = field(default_factory=dict)
    state: State = None  # type: ignore[assignment]
    saved: list[State] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=lambda: [Marked()])
    path: list[Subpath] = field(default_factory=list)
    clips: bool = False
    known: dict[tuple[str, str], Any] = field(default_factory=dict)

    def read(self, data: bytes, resources: dict[str, Any], state: State) -> None:
        """Take in a content stream; what an operator lacks or cannot use is passed over."""
        self.resources, self.state = resources, state
        self.known = {}
        for operator, operands in operations(data, object_at):
            known = _OPERATORS.get(operator)
            if known is None:
                continue
            count, act = known
            if count >= 0 and len(operands) != count:
                # The last ones count, as for every reader.
                del operands[: len(operands) - count]
            try:
                act(self, *operands)
            except READING_FAULTS as error:
                self.complaints.add(f"{operator.decode('latin-1')} fails: {said(error)}")

    def resource(self, kind: str, key: Name) -> Any:
        """An entry of the resources, as it is written there; None where there is none."""
        at = (kind, key.text)
        if at not in self.known:
            self.known[at] = dictionary(self.resources.get(kind)).get(key.text)
        return self.known[at]

    # Graphics state.

    def save(self) -> None:
        if len(self.saved) < _MAX_SAVED:
            self.saved.append(self.state.saved())

    def restore(self) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def transform(self, *matrix: float) -> None:
        a, b, c, d, e, f = matrix
        self.state.matrix = product((a, b, c, d, e, f), self.state.matrix)

    def line_width(self, width: float) -> None:
        self.state.line_width = width

    def graphics(self, key: Name) -> None:
        """The operator gs: what a named set of parameters says."""
        entries = dictionary(self.resource("ExtGState", key))
        state = self.state
        opacity, width = resolved(entries.get("ca")), resolved(entries.get("LW"))
        if isinstance(opacity, int | float):
            state.opacity = float(opacity)
        if isinstance(width, int | float):
            state.line_width = float(width)
        if "BM" in entries:
            modes = [name(mode) for mode in items(entries["BM"])]
            state.normal = modes[:1] in ([], ["Normal"], ["Compatible"])
        if "SMask" in entries and name(entries["SMask"]) != "None":
            state.normal = False
        font = resolved(entries.get("Font"))
        if isinstance(font, list) and len(font) == 2:
            state.face, state.size = self.fonts.face(font[0]), float(resolved(font[1]))

    # Colours.

    def fill_space(self, key: Name) -> None:
        self.state.space, self.state.fill = self._space(key), colours.BLACK

    def stroke_space(self, key: Name) -> None:
        self.state.stroke_space, self.state.stroke = self._space(key), colours.BLACK

    def _space(self, key: Name) -> Any:
        found = self.resource("ColorSpace", key)
        return key.text if found is None else found

    def fill_colour(self, *values: Any) -> None:
        self.state.fill = _colour(self.state.space, values)

    def stroke_colour(self, *values: Any) -> None:
        self.state.stroke = _colour(self.state.stroke_space, values)

    def fill_device(self, *values: float) -> None:
        self.state.space, self.state.fill = None, colours.of_device(values)

    def stroke_device(self, *values: float) -> None:
        self.state.stroke_space, self.state.stroke = None, colours.of_device(values)

    # Paths. Their points are placed as they come: a matrix that is set later moves them no more.

    def move(self, x: float, y: float) -> None:
        self.path.append(Subpath([placed(self.state.matrix, x, y)]))

    def line(self, x: float, y: float) -> None:
        if self.path:
            self.path[-1].points.append(placed(self.state.matrix, x, y))

    def curve(self, *values: float) -> None:
        if self.path:
            self.path[-1].curved = True
            self.path[-1].points += self._points(values)

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        corners = (x, y, x + width, y, x + width, y + height, x, y + height)
        self.path.append(Subpath(self._points(corners), closed=True))

    def _points(self, values: tuple[float, ...]) -> list[Point]:
        pairs = zip(values[::2], values[1::2], strict=True)
        return [placed(self.state.matrix, x, y) for x, y in pairs]

    def close(self) -> None:
        if self.path:
            self.path[-1].closed = True

    def clip(self) -> None:
        self.clips = True

    def fill(self) -> None:
        if not self._is_off():
            state, order = self.state, self._order()
            if state.opacity:
                self.drawing.filled(self.path, self._ink(state), state.clip, order)

    def stroke(self) -> None:
        if not self._is_off():
            state = self.state
            a, b, c, d, _, _ = state.matrix
            width = state.line_width * abs(a * d - b * c) ** 0.5
            ink = Ink(state.stroke)
            self.drawing.stroked(self.path, ink, width, state.clip, self._order())

    def end_path(self) -> None:
        points = [point for part in self.path for point in part.points]
        if self.clips and points:
            self.state.clip = common(self.state.clip, bounds(points)) or NOWHERE
        self.path, self.clips = [], False

    def _ink(self, state: State) -> Ink:
        return Ink(state.fill, state.opacity >= 1 and state.normal)

    def _order(self) -> int:
        """The number of glyphs drawn so far; no run goes on over what is painted now."""
        self.showing.finish()
        return len(self.showing.glyphs.chars)

    def shade(self, _: Name) -> None:
        if not self._is_off():
            self.drawing.shading(self.state.clip, self._order())

    # Text.

    def begin_text(self) -> None:
        self.text_matrix(*IDENTITY)

    def text_matrix(self, *matrix: float) -> None:
        a, b, c, d, e, f = matrix
        self.showing.line, self.showing.at = (a, b, c, d, e, f), 0.0

    def next_line(self, x: float, y: float) -> None:
        self.showing.line, self.showing.at = moved(self.showing.line, x, y), 0.0

    def next_line_leading(self, x: float, y: float) -> None:
        self.state.leading = -y
        self.next_line(x, y)

    def next_line_as_led(self) -> None:
        self.next_line(0.0, -self.state.leading)

    def font(self, key: Name, size: float) -> None:
        self.state.size = size
        self.state.face = self.fonts.face(self.resource("Font", key))

    def letter_space(self, width: float) -> None:
        self.state.letter = width

    def word_space(self, width: float) -> None:
        self.state.word = width

    def stretch(self, percent: float) -> None:
        self.state.stretch = percent * _PERCENT

    def leading(self, height: float) -> None:
        self.state.leading = height

    def rise(self, height: float) -> None:
        self.state.rise = height

    def mode(self, number: float) -> None:
        self.state.mode = int(number)

    def show(self, string: String) -> None:
        self.showing.show(((string.raw, b""),), self.state, self.marked[-1])

    def show_parts(self, parts: Strings) -> None:
        self.showing.show(parts.parts(), self.state, self.marked[-1])

    def show_next(self, string: String) -> None:
        self.next_line_as_led()
        self.show(string)

    def show_spaced(self, word: float, letter: float, string: String) -> None:
        self.state.word, self.state.letter = word, letter
        self.show_next(string)

    # Marked content.

    def begin_marked(self, tag: Name, properties: Any = None) -> None:
        around = self.marked[-1]
        content, group = self._marked(properties) if properties is not None else (None, {})
        self.marked.append(
            Marked(
                around.tag if content is None else id_of(content, self.form),
                around.artifact or tag.text == "Artifact",
                around.off or (tag.text == "OC" and self.layers.hide(group)),
            )
        )

    def _marked(self, properties: Any) -> tuple[int | None, dict[str, Any]]:
        """The number of a marked content, and its property list."""
        if isinstance(properties, Properties):
            content, entries = properties.number(b"MCID"), {}
        else:
            named = isinstance(properties, Name)
            entries = dictionary(self.resource("Properties", properties) if named else properties)
            content = resolved(entries.get("MCID"))
        # A form without parents in the tag tree is part of what it is drawn in.
        if not isinstance(content, int) or (self.depth and self.form is None):
            content = None
        return content, entries

    def end_marked(self) -> None:
        if len(self.marked) > 1:
            self.marked.pop()

    def _is_off(self) -> bool:
        return self.marked[-1].off

    # Forms and pictures.

    def picture(self, *entries: Any) -> None:
        """A picture inside the stream: `entries` are keys and values."""
        masked = any(entry == Name("IM") for entry in entries)
        if not self._is_off():
            self._picture(not masked)

    def _picture(self, covers: bool) -> None:
        state = self.state
        covers = covers and state.normal and state.opacity >= 1
        box = box_of(state.matrix, 0.0, 0.0, 1.0, 1.0)
        self.drawing.picture(box, state.clip, self._order(), covers)

    def object(self, key: Name) -> None:
        """The operator Do: a picture, or a form, whose content stream is read in its place."""
        found = stream(self.resource("XObject", key))
        if found is None:
            return
        entries = dictionary(found)
        off = self._is_off() or self.layers.hide(dictionary(entries.get("OC")))
        kind = name(entries.get("Subtype"))
        if kind == "Image" and not off:
            self._picture(not any(resolved(entries.get(entry)) for entry in _SEE_THROUGH))
        elif kind == "Form" and self.depth < _MAX_FORM_DEPTH:
            self._form(key, found, entries, off)

    def _form(self, key: Name, found: Any, entries: dict[str, Any], off: bool) -> None:
        try:
            data = found.buffer
        except READING_FAULTS as error:
            self.fault = self.fault or said(error)
            return
        state = self.state.saved()
        matrix = numbers(entries.get("Matrix"), 6)
        if matrix is not None:
            a, b, c, d, e, f = matrix
            state.matrix = product((a, b, c, d, e, f), state.matrix)
        box = numbers(entries.get("BBox"), 4)
        if box is not None:
            x0, y0, x1, y1 = box
            state.clip = common(state.clip, box_of(state.matrix, x0, y0, x1, y1)) or NOWHERE
        around = self.marked[-1]
        own = reference(self.resource("XObject", key)) if "StructParents" in entries else None
        inner = Interpreter(
            self.fonts,
            self.layers,
            self.complaints,
            self.showing,
            self.drawing,
            depth=self.depth + 1,
            form=own,
            marked=[Marked(around.tag, around.artifact, around.off or off)],
        )
        line, at = self.showing.line, self.showing.at
        # A form without resources uses those of the page (a habit of PDF 1.1).
        inner.read(data, dictionary(entries.get("Resources")) or self.resources, state)
        self.showing.line, self.showing.at = line, at
        self.fault = self.fault or inner.fault


def _colour(space: Any, values: tuple[Any, ...]) -> Any:
    if any(isinstance(value, Name) for value in values):
        return None
    if space is None or isinstance(space, str):
        return None if space == "Pattern" else colours.of_device(values)
    return colours.of_space(space, values)


_Act = Callable[..., None]


def _painting(*acts: _Act) -> _Act:
    """An operator that does so to the path, and ends it."""

    def act(interpreter: Interpreter) -> None:
        for part in acts:
            part(interpreter)
        interpreter.end_path()

    return act


_I = Interpreter
# How many operands each operator takes (-1: as many as there are), and what it does.
_OPERATORS: dict[bytes, tuple[int, _Act]] = {
    b"q": (0, _I.save), b"Q": (0, _I.restore), b"cm": (6, _I.transform),
    b"w": (1, _I.line_width), b"gs": (1, _I.graphics),
    b"cs": (1, _I.fill_space), b"CS": (1, _I.stroke_space),
    b"sc": (-1, _I.fill_colour), b"scn": (-1, _I.fill_colour),
    b"SC": (-1, _I.stroke_colour), b"SCN": (-1, _I.stroke_colour),
    b"g": (1, _I.fill_device), b"rg": (3, _I.fill_device), b"k": (4, _I.fill_device),
    b"G": (1, _I.stroke_device), b"RG": (3, _I.stroke_device), b"K": (4, _I.stroke_device),
    b"m": (2, _I.move), b"l": (2, _I.line), b"c": (6, _I.curve), b"v": (4, _I.curve),
    b"y": (4, _I.curve), b"re": (4, _I.rectangle), b"h": (0, _I.close),
    b"W": (0, _I.clip), b"W*": (0, _I.clip), b"n": (0, _painting()),
    b"f": (0, _painting(_I.fill)), b"F": (0, _painting(_I.fill)),
    b"f*": (0, _painting(_I.fill)), b"S": (0, _painting(_I.stroke)),
    b"s": (0, _painting(_I.close, _I.stroke)),
    b"B": (0, _painting(_I.fill, _I.stroke)), b"B*": (0, _painting(_I.fill, _I.stroke)),
    b"b": (0, _painting(_I.close, _I.fill, _I.stroke)),
    b"b*": (0, _painting(_I.close, _I.fill, _I.stroke)), b"sh": (1, _I.shade),
    b"BT": (0, _I.begin_text), b"Tm": (6, _I.text_matrix), b"Td": (2, _I.next_line),
    b"TD": (2, _I.next_line_leading), b"T*": (0, _I.next_line_as_led), b"Tf": (2, _I.font),
    b"Tc": (1, _I.letter_space), b"Tw": (1, _I.word_space), b"Tz": (1, _I.stretch),
    b"TL": (1, _I.leading), b"Ts": (1, _I.rise), b"Tr": (1, _I.mode),
    b"Tj": (1, _I.show), b"TJ": (1, _I.show_parts), b"'": (1, _I.show_next),
    b'"': (3, _I.show_spaced),
    b"BMC": (1, _I.begin_marked), b"BDC": (2, _I.begin_marked), b"EMC": (0, _I.end_marked),
    b"Do": (1, _I.object), b"EI": (-1, _I.picture),
}  # fmt: skip

"""Content streams to what they show: the operators that matter for text, paths and pictures.

Nothing is made for a glyph or a path segment but its numbers; the rest of ISO 32000-2, annex A
(colour rendering, line caps, compatibility ...) changes nothing that a reader of text asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipeline.readers.pdf.engine.colours import Space
from pipeline.readers.pdf.engine.fonts import Fonts
from pipeline.readers.pdf.engine.frames import Subpath
from pipeline.readers.pdf.engine.layers import Layers
from pipeline.readers.pdf.engine.matrices import IDENTITY, product
from pipeline.readers.pdf.engine.nesting import NESTING
from pipeline.readers.pdf.engine.operands import are_taken
from pipeline.readers.pdf.engine.painting import PAINTING
from pipeline.readers.pdf.engine.paths import WHOLE, Drawing
from pipeline.readers.pdf.engine.showing import Showing
from pipeline.readers.pdf.engine.source import (
    Complaints,
    UnreadableError,
    dictionary,
    items,
    name,
    object_at,
    resolved,
    said,
)
from pipeline.readers.pdf.engine.state import Marked, Operators, State
from pipeline.readers.pdf.engine.syntax import Name, operations
from pipeline.readers.pdf.engine.writing import WRITING
from pipeline.readers.pdf.settings import Limit

# What operands of a wrong kind or count raise. Where they are right, it is a fault of ours. Numbers
# beyond all measure (ArithmeticError) are the file's.
_WRONG_OPERANDS = (AttributeError, TypeError, ValueError)
# q may be nested deeper by mistake only: programs that forget Q.
_MAX_SAVED: Limit = 10_000


@dataclass(slots=True)
class Interpreter:
    """Goes through the operations of a page, or of a form in it.

    `form` is the number of the form's object where the tag tree names what is inside it, `depth`
    tells how many forms are around. `saved` is what q kept, `marked` the marked content that is
    open; `path` is what was drawn and not painted yet, and `clips` that it will clip.
    """

    fonts: Fonts
    layers: Layers
    complaints: Complaints
    showing: Showing
    drawing: Drawing
    fault: str = ""
    depth: int = 0
    form: int | None = None
    resources: dict[str, Any] = field(default_factory=dict)
    state: State = field(default_factory=lambda: State(IDENTITY, WHOLE))
    saved: list[State] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=lambda: [Marked()])
    path: list[Subpath] = field(default_factory=list)
    clips: bool = False
    known: dict[tuple[str, str], Any] = field(default_factory=dict)
    spaces: dict[str, Space] = field(default_factory=dict)

    def read(self, data: bytes, resources: dict[str, Any], state: State) -> None:
        """Take in a content stream; what an operator lacks or cannot use is passed over."""
        self.resources, self.state = resources, state
        self.known, self.spaces = {}, {}
        for operator, operands in operations(data, object_at):
            known = OPERATORS.get(operator)
            if known is None:
                continue
            count, act = known
            if count >= 0 and len(operands) != count:
                # The last ones count, as for every reader.
                del operands[: len(operands) - count]
            try:
                act(self, *operands)
            except (UnreadableError, ArithmeticError, *_WRONG_OPERANDS) as error:
                if isinstance(error, _WRONG_OPERANDS) and are_taken(operator, operands, count):
                    raise
                self.complaints.add(f"{operator.decode('latin-1')} fails: {said(error)}")

    def resource(self, kind: str, key: Name) -> Any:
        """An entry of the resources, as it is written there; None where there is none."""
        at = (kind, key.text)
        if at not in self.known:
            self.known[at] = dictionary(self.resources.get(kind)).get(key.text)
        return self.known[at]

    def order(self) -> int:
        """The number of glyphs drawn so far; no run goes on over what is painted now."""
        self.showing.finish()
        return len(self.showing.glyphs.chars)

    def is_off(self) -> bool:
        """Whether what is drawn now stands on a layer that is off."""
        return self.marked[-1].off

    def inside(self, form: int | None, marked: Marked) -> Interpreter:
        """The interpreter of a form that is drawn here."""
        return Interpreter(
            self.fonts,
            self.layers,
            self.complaints,
            self.showing,
            self.drawing,
            depth=self.depth + 1,
            form=form,
            marked=[marked],
        )


def save(page: Interpreter) -> None:
    if len(page.saved) < _MAX_SAVED:
        page.saved.append(page.state.saved())


def restore(page: Interpreter) -> None:
    if page.saved:
        page.state = page.saved.pop()


def transform(page: Interpreter, *matrix: float) -> None:
    a, b, c, d, e, f = matrix
    page.state.matrix = product((a, b, c, d, e, f), page.state.matrix)


def line_width(page: Interpreter, width: float) -> None:
    page.state.line_width = float(width)


def graphics(page: Interpreter, key: Name) -> None:
    """The operator gs: what a named set of parameters says."""
    entries = dictionary(page.resource("ExtGState", key))
    state = page.state
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
        size = resolved(font[1])
        if isinstance(size, int | float):
            state.face, state.size = page.fonts.face(font[0]), float(size)


OPERATORS: Operators = {
    b"q": (0, save), b"Q": (0, restore), b"cm": (6, transform), b"w": (1, line_width),
    b"gs": (1, graphics), **PAINTING, **WRITING, **NESTING,
}  # fmt: skip

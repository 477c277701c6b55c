"""The graphics state: what the operators of a content stream set, and q and Q keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pipeline.readers.pdf.engine.colours import BLACK, Space
from pipeline.readers.pdf.engine.fonts import Face
from pipeline.readers.pdf.engine.matrices import Matrix
from pipeline.readers.pdf.marks import Box, Colour


@dataclass(slots=True)
class State:
    """What holds where an operator stands. Sizes are those of the file.

    `fill` and `stroke` are colours, None for a pattern; `space` and `stroke_space` describe how
    their values are to be taken. `opacity` is that of fills, `normal` that they hide what is
    under them (no blend mode, no mask).
    """

    matrix: Matrix
    clip: Box
    face: Face | None = None
    size: float = 0.0
    letter: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill: Colour | None = BLACK
    stroke: Colour | None = BLACK
    space: Space | str | None = None
    stroke_space: Space | str | None = None
    opacity: float = 1.0
    normal: bool = True
    line_width: float = 1.0

    def saved(self) -> State:
        """A copy. Written out, as each page asks for hundreds."""
        return State(
            self.matrix,
            self.clip,
            self.face,
            self.size,
            self.letter,
            self.word,
            self.stretch,
            self.leading,
            self.rise,
            self.mode,
            self.fill,
            self.stroke,
            self.space,
            self.stroke_space,
            self.opacity,
            self.normal,
            self.line_width,
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked content that an operator stands in, with all around it.

    `tag` is the innermost id (see `Run.tag`), -1 for none; `off` tells that a layer is off, `field`
    that it is what a form field shows.
    """

    tag: int = -1
    artifact: bool = False
    off: bool = False
    field: bool = False


# Contents of forms have numbers of their own: those of object n begin at n times so many.
_IDS_OF_FORMS: Final = 1_000_000


def id_of(content: int, form: int | None) -> int:
    """The id of marked content by its number on the page, or in a form by that of its object."""
    return content if form is None else _IDS_OF_FORMS * form + content


def id_of_object(number: int) -> int:
    """The id of what an annotation shows that the tag tree names by the number of its object."""
    return id_of(_IDS_OF_FORMS - 1, number) if number else -1


Act = Callable[..., None]
Operators = dict[bytes, tuple[int, Act]]
"""How many operands each operator takes (-1: as many as there are), and what it does."""

"""Strings that are shown to runs of glyphs: where they stand, how large, which way they read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.engine.fonts import Face
from pipeline.readers.pdf.engine.matrices import IDENTITY, Matrix, moved, placed, product
from pipeline.readers.pdf.engine.paths import WHOLE
from pipeline.readers.pdf.engine.state import Marked, State
from pipeline.readers.pdf.engine.syntax import number_of
from pipeline.readers.pdf.marks import (
    CLIPPED,
    INVISIBLE,
    SWITCHED_OFF,
    WITHOUT_SIZE,
    Box,
    Colour,
    Glyphs,
    Run,
    turned,
    turned_back,
)
from pipeline.readers.pdf.settings import Ems, Points, Share

# Letters reach this share of their size above and below the baseline; one measure for all
# fonts makes lines of mixed fonts comparable.
ASCENT: Ems = 0.75
DESCENT: Ems = 0.25
# A jump inside one text operator that is wider than any space: another cell may begin.
_JUMP: Ems = 0.8
# Synthetic slant is 10 to 20 degrees; a tenth is well below and above rounding.
_SLANT: Share = 0.1
# Text of a scan lies askew by 2 degrees at most, a watermark by 20 and more: the sine of 5.
_ASKEW: Share = 0.087
INVISIBLE_MODES: Final = (3, 7)
_FILLED_MODES: Final = (0, 4)
_BOLD_MODE: Final = 2
# Nobody reads letters that are smaller.
_TINY: Points = 1.0
_THOUSANDTH: Final = 0.001
# So many numbers of a matrix turn and stretch; the others move.
_LINEAR: Final = 4
# Kerning moves letters by less than a tenth of their size: what follows within that goes on with
# the run, as one operator or as many.
_KERNING: Ems = 0.1
# Rounding moves a baseline by less.
_SAME_BASELINE: Points = 0.01


Text = Sequence[tuple[bytes, bytes]]
"""Strings as they are written, and how far to go back behind each, in thousandths of an em."""


class _Moves(dict[bytes, float]):
    """Numbers as they are written to how far they go back, in ems."""

    def __missing__(self, raw: bytes) -> float:
        found = self[raw] = number_of(raw) * _THOUSANDTH
        return found


@dataclass(frozen=True, slots=True)
class Drawn:
    """A run, its glyphs, and the colour that it is filled with.

    The colour is None where it does not tell what is seen: for patterns, and for letters that are
    stroked.
    """

    run: Run
    glyphs: Glyphs
    colour: Colour | None


class _Look(NamedTuple):
    """All that the glyphs of one run share."""

    face: int
    size: float
    style: int
    direction: int
    marked: Marked
    hidden: str
    askew: bool
    colour: Colour | None
    clip: Box


class _Cast(NamedTuple):
    """How text is shown as long as nothing but its place changes.

    `scale` is the length of an em across the page, `across` in the measure of its line.
    """

    look: _Look
    scale: float
    across: float


@dataclass(slots=True)
class _Growing:
    """A run that the next operator may go on with: all that the two must share, and its reach."""

    look: _Look
    baseline: float
    start: int
    end: int
    x0: float
    x1: float


@dataclass(slots=True)
class Showing:
    """Collects the runs of a page.

    `line` is the matrix of the line that is shown, `at` how far on it the next string begins.
    """

    glyphs: Glyphs
    width: float
    height: float
    drawn: list[Drawn] = field(default_factory=list)
    line: Matrix = IDENTITY
    at: float = 0.0
    growing: _Growing | None = None
    moves: _Moves = field(default_factory=_Moves)
    key: tuple[object, ...] = ()
    cast: _Cast | None = None

    def show(self, text: Text, state: State, marked: Marked) -> None:
        """Take in what one operator shows, and move on behind it."""
        face = state.face
        if face is None:
            return
        look, scale, across = self._as_cast(face, state, marked)
        x, y = placed(state.matrix, *placed(self.line, self.at, state.rise))
        x, baseline = turned_back(look.direction, x, y, self.width, self.height)
        first = len(self.glyphs.chars)
        goes_on = self.at != 0.0
        spans, ems = self._spans(text, face, state, x, scale)
        if face.font.vertical:
            self.line = moved(self.line, 0.0, -state.size * (len(self.glyphs.chars) - first))
        else:
            self.at += ems * across
        for start, end in spans:
            self._add(start, end, baseline, look, goes_on or end - start == 1)
        if face.is_typewriter:
            face.shown.extend(spans)

    def _as_cast(self, face: Face, state: State, marked: Marked) -> _Cast:
        """How text is shown now; as before, where only its place changed."""
        key = (
            face, state.size, state.stretch, state.mode, state.fill, state.opacity, state.clip,
            state.matrix, marked, self.line[:_LINEAR],
        )  # fmt: skip
        if self.cast is None or key != self.key:
            self.key, self.cast = key, _cast(face, state, marked, self.line)
        return self.cast

    def _add(self, start: int, end: int, baseline: float, look: _Look, may_go_on: bool) -> None:
        """A stretch of glyphs: what goes on with the run before it, or a run of its own.

        What was placed by itself does so glyph by glyph only: a number and its text, or a label
        and its value, may touch.
        """
        x0, x1 = self.glyphs.x0[start], self.glyphs.x1[end - 1]
        before = self.growing
        if (
            before is not None
            and may_go_on
            and before.look == look
            and before.end == start
            and abs(x0 - before.x1) <= _KERNING * look.size
            and abs(baseline - before.baseline) <= _SAME_BASELINE
        ):
            before.end, before.x1 = end, x1
            return
        self.finish()
        self.growing = _Growing(look, baseline, start, end, x0, x1)

    def finish(self) -> None:
        """End the run that was growing."""
        if self.growing is None:
            return
        grown, self.growing = self.growing, None
        look, hidden = grown.look, grown.look.hidden
        x1 = max(grown.x1, grown.x0)
        top = grown.baseline - ASCENT * look.size
        bottom = grown.baseline + DESCENT * look.size
        if not hidden and look.clip is not WHOLE:
            box = turned((grown.x0, top, x1, bottom), look.direction, self.width, self.height)
            hidden = "" if _shows(box, look.clip) else CLIPPED
        run = Run(
            start=grown.start,
            end=grown.end,
            x0=grown.x0,
            x1=x1,
            top=top,
            bottom=bottom,
            baseline=grown.baseline,
            size=look.size,
            style=look.style,
            direction=look.direction,
            tag=look.marked.tag,
            artifact=look.marked.artifact,
            field=look.marked.field,
            hidden=hidden,
            askew=look.askew,
        )
        self.drawn.append(Drawn(run, self.glyphs, look.colour))

    def _spans(
        self, text: Text, face: Face, state: State, x: float, scale: float
    ) -> tuple[list[tuple[int, int]], float]:
        """Appends the glyphs; the stretches without a jump, and how far they reach in ems."""
        size = state.size or 1.0
        known = face.known(state.letter / size, state.word / size)
        glyphs, back = self.glyphs, self.moves
        chars, lefts, rights = glyphs.chars, glyphs.x0, glyphs.x1
        spans = []
        start, at = len(chars), 0.0
        for string, move in text:
            texts, begins, ends, total = known[string]
            if len(texts) == 1:
                here = x + at * scale
                chars.append(texts[0])
                lefts.append(here)
                rights.append(here + ends[0] * scale)
            else:
                here = x + at * scale
                chars += texts
                lefts += [here + left * scale for left in begins]
                rights += [here + right * scale for right in ends]
            at += total
            if move:
                ems = back[move]
                at -= ems
                if not -_JUMP <= ems <= _JUMP and len(chars) > start:
                    spans.append((start, len(chars)))
                    start = len(chars)
        if len(chars) > start:
            spans.append((start, len(chars)))
        return spans, at


def _cast(face: Face, state: State, marked: Marked, line: Matrix) -> _Cast:
    a, b, c, d, _, _ = product(line, state.matrix)
    across, length, height = state.size * state.stretch, math.hypot(a, b), math.hypot(c, d)
    size = height * abs(state.size)
    style = face.style
    if abs(a * c + b * d) > _SLANT * length * height:
        style |= ITALIC
    if state.mode == _BOLD_MODE:
        style |= BOLD
    look = _Look(
        face=id(face),
        size=size,
        style=style,
        direction=direction_of(a, b) if across >= 0 else direction_of(-a, -b),
        marked=marked,
        hidden=_why_hidden(state, marked, size),
        askew=min(abs(a), abs(b)) > _ASKEW * length,
        colour=state.fill if state.mode in _FILLED_MODES else None,
        clip=state.clip,
    )
    return _Cast(look, length * abs(across), across)


def _why_hidden(state: State, marked: Marked, size: float) -> str:
    """Why the text of an operator is not seen, as far as the operator itself tells."""
    if state.mode in INVISIBLE_MODES or (state.mode in _FILLED_MODES and not state.opacity):
        return INVISIBLE
    if size < _TINY:
        return WITHOUT_SIZE
    return SWITCHED_OFF if marked.off else ""


def _shows(box: Box, clip: Box) -> bool:
    """Whether a clip shows a run: some of its length, and the middle of its height."""
    middle_x, middle_y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if box[2] - box[0] >= box[3] - box[1]:
        return clip[1] <= middle_y <= clip[3] and box[0] < clip[2] and box[2] > clip[0]
    return clip[0] <= middle_x <= clip[2] and box[1] < clip[3] and box[3] > clip[1]


def direction_of(a: float, b: float) -> int:
    """The quarter turns of text whose letters follow each other along (a, b), y downwards."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3

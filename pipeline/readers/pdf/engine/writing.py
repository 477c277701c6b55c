"""The operators of text. What is kept for later is made a number at once, or fails at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pipeline.readers.pdf.engine.matrices import IDENTITY, moved
from pipeline.readers.pdf.engine.state import Operators
from pipeline.readers.pdf.engine.syntax import Name, String, Strings

if TYPE_CHECKING:
    from pipeline.readers.pdf.engine.content import Interpreter

_PERCENT: Final = 0.01


def begin_text(page: Interpreter) -> None:
    text_matrix(page, *IDENTITY)


def text_matrix(page: Interpreter, *matrix: float) -> None:
    a, b, c, d, e, f = map(float, matrix)
    page.showing.line, page.showing.at = (a, b, c, d, e, f), 0.0


def next_line(page: Interpreter, x: float, y: float) -> None:
    page.showing.line, page.showing.at = moved(page.showing.line, x, y), 0.0


def next_line_leading(page: Interpreter, x: float, y: float) -> None:
    page.state.leading = -y
    next_line(page, x, y)


def next_line_as_led(page: Interpreter) -> None:
    next_line(page, 0.0, -page.state.leading)


def font(page: Interpreter, key: Name, size: float) -> None:
    page.state.size = float(size)
    page.state.face = page.fonts.face(page.resource("Font", key), page.resources.get("Font"))


def letter_space(page: Interpreter, width: float) -> None:
    page.state.letter = float(width)


def word_space(page: Interpreter, width: float) -> None:
    page.state.word = float(width)


def stretch(page: Interpreter, percent: float) -> None:
    page.state.stretch = percent * _PERCENT


def leading(page: Interpreter, height: float) -> None:
    page.state.leading = float(height)


def rise(page: Interpreter, height: float) -> None:
    page.state.rise = float(height)


def mode(page: Interpreter, number: float) -> None:
    page.state.mode = int(number)


def show(page: Interpreter, string: Any) -> None:
    page.showing.show([(_raw(string), b"")], page.state, page.marked[-1])


def show_parts(page: Interpreter, parts: Any) -> None:
    found = parts.parts() if isinstance(parts, Strings) else list(map(_pair, parts))
    page.showing.show(found, page.state, page.marked[-1])


def show_next(page: Interpreter, string: Any) -> None:
    next_line_as_led(page)
    show(page, string)


def show_spaced(page: Interpreter, word: float, letter: float, string: Any) -> None:
    page.state.word, page.state.letter = float(word), float(letter)
    show_next(page, string)


def _pair(part: Any) -> tuple[bytes, bytes]:
    """A string or number of an array whose nesting took a parser, as `Strings.parts` gives it."""
    return (b"", b"%f" % part) if isinstance(part, int | float) else (_raw(part), b"")


def _raw(string: Any) -> bytes:
    """A string as it is written, or, where its nesting took a parser, as it could be."""
    return string.raw if isinstance(string, String) else b"<%s>" % string.hex().encode()


WRITING: Operators = {
    b"BT": (0, begin_text), b"Tm": (6, text_matrix), b"Td": (2, next_line),
    b"TD": (2, next_line_leading), b"T*": (0, next_line_as_led), b"Tf": (2, font),
    b"Tc": (1, letter_space), b"Tw": (1, word_space), b"Tz": (1, stretch), b"TL": (1, leading),
    b"Ts": (1, rise), b"Tr": (1, mode), b"Tj": (1, show), b"TJ": (1, show_parts),
    b"'": (1, show_next), b'"': (3, show_spaced),
}  # fmt: skip

"""The words of a text, each with its place and whether it stands inside brackets or quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.core import signs

OPENING_MARKS = (
    f"\"'{signs.OPEN_DOUBLE}{signs.LOW_DOUBLE}{signs.OPEN_SINGLE}{signs.OPEN_GUILLEMET}(["
)
EDGE_MARKS = (
    f"{OPENING_MARKS}{signs.CLOSE_DOUBLE}{signs.CLOSE_SINGLE}{signs.CLOSE_GUILLEMET}"
    f")]{{}}.,:;!?{signs.BULLET}"
)
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
# What may close what is opened; documents close a low quote with either high one.
QUOTES = {
    '"': '"',
    "'": "'",
    signs.OPEN_GUILLEMET: signs.CLOSE_GUILLEMET,
    signs.OPEN_DOUBLE: signs.CLOSE_DOUBLE,
    signs.LOW_DOUBLE: signs.CLOSE_DOUBLE + signs.OPEN_DOUBLE,
    signs.OPEN_SINGLE: signs.CLOSE_SINGLE,
}
_ENCLOSING = re.compile(f"[{re.escape(''.join((*_BRACKETS, *QUOTES)))}]")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch without white space: its offset, as written, and without marks at its edges."""

    offset: int
    written: str
    bare: str = field(compare=False)
    inside: bool  # inside brackets or quotes at its start

    @property
    def lowered(self) -> str:
        return self.bare.lower()

    @property
    def is_capitalised(self) -> bool:
        return self.bare[:1].isupper()


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, each knowing whether it stands inside brackets or quotes."""
    enclosed = _enclosed(text)
    return tuple(
        Word(
            start := found.start(),
            found[0],
            found[0].strip(EDGE_MARKS),
            any(opening < start <= closing for opening, closing in enclosed),
        )
        for found in _WORD.finditer(text)
    )


def _enclosed(text: str) -> list[tuple[int, int]]:
    """Where the brackets and quotes of a text stand that enclose something, the outermost.

    An opening mark without its closing one encloses nothing: it is a typing error, or an
    apostrophe (`'92`, `'s morgens`).
    """
    found: list[tuple[int, int]] = []
    start = 0
    while mark := _ENCLOSING.search(text, start):
        end = _closing(text, mark.start())
        if end is not None:
            found.append((mark.start(), end))
        start = mark.end() if end is None else end + 1
    return found


def _closing(text: str, start: int) -> int | None:
    """Where the bracket or quote at `start` is closed, if it opens anything and is closed."""
    mark = text[start]
    if mark in _BRACKETS:
        return _closing_bracket(text, start)
    if start and text[start - 1].isalnum():
        return None
    if mark == "'" and re.match(r"'(\d|[a-z]\b)", text[start:]):
        return None
    for end in range(start + 1, len(text)):
        if text[end] in QUOTES[mark] and not text[end + 1 : end + 2].isalnum():
            return end
    return None


def _closing_bracket(text: str, start: int) -> int | None:
    depth = 0
    opening, closing = text[start], _BRACKETS[text[start]]
    for end in range(start, len(text)):
        depth += (text[end] == opening) - (text[end] == closing)
        if depth == 0:
            return end
    return None

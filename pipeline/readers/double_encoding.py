"""Text whose UTF-8 was taken for Windows-1252 and encoded once more: `geÃ¯nteresseerd`.

It is undone where it is certain: where signs that no word has in a row are, as bytes, a character
that is written. What only looks like it is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.core import signs

# Some programs know the controls of Latin-1 where Windows-1252 has signs, or nothing.
_CODES = {chr(code): code for code in range(0x80, 0x100)} | {
    sign: code for code in range(0x80, 0xA0) if (sign := bytes((code,)).decode("cp1252", "ignore"))
}
_LATER = "".join(re.escape(sign) for sign, code in _CODES.items() if code < 0xC0)
_QUOTES_AND_DASHES = f"{signs.QUOTES}{signs.DASHES}…\u00a0"
# What UTF-8 begins letters with accents, punctuation and arrows, ligatures, and pictures with.
# Nordic names have the letters of the last: what closes a quotation may follow these.
_SEQUENCE = re.compile(
    rf"[ÂÃ][{_LATER}]|â[{_LATER}]{{2}}|ï[¬{signs.CLOSE_GUILLEMET}¿][{_LATER}]|ð[Ÿ\x9f][{_LATER}]{{2}}"
    rf"|[ÄÅ](?![{re.escape(_QUOTES_AND_DASHES)}])[{_LATER}]"
)
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
# The capitals that such sequences begin with end no word and stand before no sign.
_LEFT_OVER = re.compile(rf"[ÂÃ](?=[{_LATER}\s])|â(?=[€‚\x80-\x9f])")
_MOST_TIMES = 3
PADDING = signs.WORD_JOINER
"""Stands for what a character took more of the source."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A text as it was meant, as long as before, where it was changed and where it is doubtful."""

    text: str
    changed: tuple[int, ...]
    doubtful: tuple[int, ...]


def undone(text: str) -> Undone:
    """A text in which what was encoded twice is what it was meant to be."""
    changed: list[int] = []

    def meant(run: re.Match[str]) -> str:
        chars = _once(run[0])
        if chars != run[0]:
            changed.append(run.start())
        return chars.ljust(len(run[0]), PADDING)

    if _SEQUENCE.search(text):
        text = _RUN.sub(meant, text)
    left = tuple(found.start() for found in _LEFT_OVER.finditer(text))
    return Undone(text, tuple(changed), left)


def _once(run: str) -> str:
    """Signs encoded once, however often they were."""
    for _ in range(_MOST_TIMES):
        meant = _SEQUENCE.sub(_character, run)
        if meant == run:
            break
        run = meant
    return run


def _character(sequence: re.Match[str]) -> str:
    """The character that a sequence is as bytes; the sequence where it is none that is written."""
    try:
        char = bytes(_CODES[sign] for sign in sequence[0]).decode("utf-8")
    except UnicodeDecodeError:
        return sequence[0]
    return sequence[0] if signs.CONTROL.match(char) else char

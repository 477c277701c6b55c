"""The months as Dutch documents write them, in full and shortened."""

from __future__ import annotations

_NUMBERS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3,
    "maa": 3, "april": 4, "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7,
    "augustus": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_OPENING = 3
_OPENINGS = frozenset(name[:_OPENING] for name in _NUMBERS)

# The longest first: `sep` would end `sept` before its end.
EXPRESSION = f"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
"""The name of a month (an expression that ignores case), the full stop after it left out."""


def number_of(name: str) -> int:
    """The number of a month by a name that `EXPRESSION` found."""
    return _NUMBERS[name.lower()]


def is_month(word: str) -> bool:
    """Whether a word is the name of a month, shortened with or without a full stop."""
    return word.lower().removesuffix(".") in _NUMBERS


def opens_with_month(chars: str) -> bool:
    """Whether a text begins as the name of a month does, misspelt or not."""
    return chars[:_OPENING].casefold() in _OPENINGS

"""What stands before an item of a list: bullets of every tool, dashes, numbers, letters."""

from __future__ import annotations

import re

from pipeline.core import signs

SIGN = re.compile(f"[{signs.BULLETS}{signs.UNKNOWN}]")
"""One sign that is nothing but a bullet; fonts of bullets seldom tell what their codes mean."""
_MARKER = re.compile(
    # Of a letter or dash its place on the page tells more than what follows.
    rf"(?:{SIGN.pattern}|{signs.SECTION_BULLET}"
    rf"|[*+{signs.SUBSTITUTE}{signs.LETTER_BULLETS}{signs.DASHES_AND_HYPHENS}](?=\s)"
    r"|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)](?=\s|$))"
)


def has_marker(chars: str) -> bool:
    """Whether a text begins with a bullet, a dash, or the number or letter of an item."""
    return _MARKER.match(chars) is not None


def is_marker(chars: str) -> bool:
    """Whether a text is a marker and nothing else."""
    return bool(chars) and marker_length(f"{chars} ") == len(chars)


def marker_length(chars: str) -> int:
    """How many characters the marker has that a text begins with; 0 where there is none."""
    found = _MARKER.match(chars)
    return found.end() if found else 0


def marker_kind(chars: str) -> str:
    """What kind of marker a text begins with: the bullet itself, a number, a letter, or none."""
    if not has_marker(chars):
        return ""
    sign = chars.lstrip("(")[0]
    return "number" if sign.isdigit() else "letter" if sign.isalpha() else sign


def has_bullet(chars: str) -> bool:
    """Whether a text begins with a sign that is nothing but a bullet."""
    return SIGN.match(chars) is not None

"""Line ends inside what has no space: addresses, ranges, alternatives, numbers.

Lines may end after a hyphen, a dash, a slash and most signs of an address (Unicode annex 14), so
that no space belongs between them; and no letter of theirs is dropped.
"""

from __future__ import annotations

import re

from pipeline.core import signs

# What opens an address of the Web; the rest has no space in it.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
# After these an address always goes on; after a point or hyphen where what follows is part of one.
_GOES_ON_AFTER = ("?", "&", "=", "#", "%", "_", "~", "+", ":", "//")
_PART = re.compile(r"[\w%~+-]+[/=&?#_.%-]\w|[\w%~-]+/(?:\s|$)|\d")
_GOES_ON_WITH = re.compile(r"[/?&=#%_~.-]\w")
# `april–`, `juni`; but `kok –` and what follows. Of two ranges the first may be left open.
_RANGE = re.compile(rf"\w[{signs.DASHES}]$")
# `Eigenaren/`, `stichtingen`; a text with ` / ` in it sets spaces.
_ALTERNATIVE = re.compile(r"\w/$")
_NUMBERED = re.compile(r"\w-$")
_OPEN_END = re.compile(r"(?:en|of|tot|dan wel|respectievelijk|t/m)\b")


def in_address(chars: str) -> bool:
    """Whether a text ends inside an address of the Web, or with it."""
    return _ADDRESS.search(chars) is not None


def is_tied(line: str, following: str) -> bool:
    """Whether no space stands between two lines of which one goes on in the other."""
    if in_address(line):
        if line.endswith(_GOES_ON_AFTER) or _GOES_ON_WITH.match(following):
            return True
        return line.endswith(("/", ".", "-")) and _PART.match(following) is not None
    if not following[:1].isalnum() or _OPEN_END.match(following):
        return line.endswith("/") and following.startswith("of ")
    if _ALTERNATIVE.search(line):
        return " /" not in line
    if _NUMBERED.search(line):
        return following[0].isdigit()
    return _RANGE.search(line) is not None or line.endswith("(")

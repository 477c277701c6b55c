"""Which lines of a plain text go on in the next one: those that a program filled to one width.

Whether a line end is meant is a question of room: it is, where the first word of the next line
would have fitted. Only a text whose lines break inside sentences again and again, each as full as
can be, shows that it was wrapped.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.core import signs
from pipeline.document.seams import WRAPPED, Seam, line_goes_on

# Few lines prove nothing.
_FEW = 4
# A page that was typed by hand, or text pasted into one that was wrapped, has lines that do not
# fill the width; what a program wrapped has next to none.
_FULL_SHARE = 0.9
# Longer lines are paragraphs that were not wrapped.
_WIDEST = 140
_CONTENTS_LINE = re.compile(r"(?:\.\s?){4,}\s*\d+\s*$")
_OPENS_ITEM = re.compile(
    rf"\s*(?:{signs.BULLET_MARKER.pattern}|{signs.DASH_MARKER.pattern}|\(?\w{{1,2}}[.)]\s)"
)
# `Mogelijke functiebenamingen: Imker`: a label opens its own line, however full the last one is.
_OPENS_LABEL = re.compile(r"\s*[A-ZÀ-Þ][^\s:]*(?:\s[^\s:]+){0,5}:(?:\s|$)")
_ENDS = (".", "!", "?", ":", ";")


def width_of(lines: Sequence[str]) -> int:
    """The width that the lines of a text were filled to; 0 where they were not.

    `lines` are those that hold no cells; blank ones part paragraphs.
    """
    pairs = [pair for pair in itertools.pairwise(lines) if all(map(str.strip, pair))]
    broken = [
        (line, following)
        for line, following in pairs
        if following[0].islower() and not line.rstrip().endswith(_ENDS)
    ]
    width = max((len(line.rstrip()) for line, _ in broken), default=0)
    full = [line for line, following in broken if _fills(line, following, width)]
    if len(broken) < _FEW or width > _WIDEST or len(full) < _FULL_SHARE * len(broken):
        return 0
    # Text of a wrapped file that stands in no pair may be longer: a contents line, a row.
    return width


def goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line was filled, so that the next one goes on with it."""
    if not width or not line.strip() or not following.strip():
        return False
    # Longer lines are paragraphs that were not wrapped.
    is_free = len(line.rstrip()) > width or _CONTENTS_LINE.search(line) is not None
    seam = Seam(
        marked=_OPENS_ITEM.match(following) is not None,
        free=is_free or _OPENS_LABEL.match(following) is not None,
        room=width - _needed(line, following),
    )
    return bool(line_goes_on(seam, WRAPPED, "characters"))


def _fills(line: str, following: str, width: int) -> bool:
    return _needed(line, following) > width


def _needed(line: str, following: str) -> int:
    """How many characters a line would have with the first word of the next one."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0])

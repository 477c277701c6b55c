"""How wide the codes of a simple font are, in ems: as the file says, or as all readers know.

The standard fonts need no widths in the file; nor do some programs give them for fonts that are
named like those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from playa.font import Type3Font
from playa.fontmetrics import FONT_METRICS

from pipeline.core.signs import SOFT_HYPHEN
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.engine.characters import Characters
from pipeline.readers.pdf.engine.source import asking_playa, numbers, resolved

if TYPE_CHECKING:
    from pipeline.readers.pdf.engine.fonts import Face

# Widths are written in thousandths of the size.
_EM: Final = 0.001
# (What a name holds, the standard font, what its names call slanted and upright.)
_STANDARD = (
    (re.compile(r"arial|helvetica", re.IGNORECASE), "Helvetica", "Oblique", ""),
    (re.compile(r"times", re.IGNORECASE), "Times", "Italic", "Roman"),
    (re.compile(r"courier", re.IGNORECASE), "Courier", "Oblique", ""),
)
# Adobe's metrics give these characters the widths of others (the euro is as wide as a digit); the
# tables that came with playa lack them.
_AS_WIDE_AS = {"€": "0", "\u00a0": " ", SOFT_HYPHEN: "-"}


class Widths:
    """The widths of one font."""

    def __init__(self, face: Face, maps: Characters) -> None:
        self.font, self.maps = face.font, maps
        drawn = isinstance(face.font, Type3Font)
        self.given = {} if drawn else _given(face.spec)
        self.standard = {} if self.given or drawn else _standard(face)

    def __call__(self, code: int) -> float:
        """The width of a code."""
        width = self.given.get(code)
        if width is None and self.standard:
            char = self.maps.encoded(code)
            width = self.standard.get(char, self.standard.get(_AS_WIDE_AS.get(char, "")))
        if width is not None:
            return width * _EM
        with asking_playa():
            return self.font.hdisp(code)


def _given(spec: dict[str, Any]) -> dict[int, float]:
    """The widths that the file itself tells."""
    widths, first = resolved(spec.get("Widths")), resolved(spec.get("FirstChar"))
    if not isinstance(widths, list) or not isinstance(first, int):
        return {}
    return dict(enumerate(numbers(widths, len(widths)) or (), first))


def _standard(face: Face) -> dict[str, float]:
    """The widths of the standard font that a font is, or is named like, by character."""
    own = getattr(face.font, "char_widths", None)
    if own is not None:
        return dict(own)
    for pattern, family, slanted, upright in _STANDARD:
        if pattern.search(face.name):
            kind = ("Bold" if face.style & BOLD else "") + (slanted if face.style & ITALIC else "")
            name = f"{family}-{kind or upright}".rstrip("-")
            return dict(FONT_METRICS[name][1])
    return {}

"""Signs of symbol fonts as characters."""

from __future__ import annotations

import sys

from pipeline.core import signs


def symbol(font: str, code: str) -> str:
    """The sign at a code (hexadecimal) of a font; the code point itself where it is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if not 0 < point <= sys.maxunicode or point in signs.SURROGATES:
        return ""
    if (
        "symbol" in font.lower()
        or "dings" in font.lower()
        or point >= signs.PRIVATE_USE_OF_SYMBOL_FONTS
    ):
        return signs.SYMBOL_FONT_SIGNS.get(point, chr(point))
    return chr(point)

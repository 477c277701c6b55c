"""Signs of symbol fonts as characters."""

from __future__ import annotations

# What the symbol fonts show at the codes that lists and forms use.
_SIGNS = {
    0xF0B7: "•", 0xB7: "•", 0xF0A7: "▪", 0xA7: "▪", 0xF0D8: "➢", 0xD8: "➢", 0xF0FC: "✓",
    0xFC: "✓", 0xF0A8: "◻", 0xA8: "◻", 0xF06F: "□", 0x6F: "□", 0xF0E0: "→", 0xE0: "→",
    0xF02D: "-", 0xF0FE: "☑", 0xF0B3: "≥", 0xF0A3: "≤", 0xF0B0: "°", 0xF0B1: "±", 0xF0D7: "×",
}  # fmt: skip

# No characters of text have codes beyond these, or these themselves.
_LAST, _SURROGATES = 0x10FFFF, (0xD800, 0xDFFF)


def symbol(font: str, code: str) -> str:
    """The sign at a code (hexadecimal) of a font; the code point itself where it is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if not 0 < point <= _LAST or _SURROGATES[0] <= point <= _SURROGATES[1]:
        return ""
    if "symbol" in font.lower() or "dings" in font.lower() or point >= 0xF000:
        return _SIGNS.get(point, chr(point))
    return chr(point)

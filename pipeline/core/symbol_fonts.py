"""Fonts of symbols: what their codes show, which no letter of that code has to do with.

Only what lists, forms and arrows use is named. Sources: the code charts of the fonts as the
Unicode proposal L2/12-368 (Wingdings and Webdings) maps them.
"""

from __future__ import annotations

import re

from pipeline.core.signs import BULLET, PRIVATE_USE_OF_SYMBOL_FONTS

_WINGDINGS = {
    0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "◻", 0x71: "❑",
    0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: BULLET,
    0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x95: BULLET, 0x96: BULLET, 0x97: "●", 0x98: "●",
    0x99: "○", 0x9E: "○", 0x9F: "■", 0xA0: "■", 0xA2: "■", 0xA3: "□", 0xAE: "◆", 0xAF: "◆",
}  # fmt: skip
_WINGDINGS_3 = {
    0x21: "←", 0x22: "→", 0x61: "▶", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0x7D: "▶",
    0x84: "▶", 0x86: "▶", 0x97: "➢", 0xC6: "➢",
}  # fmt: skip
_WEBDINGS = {
    0x34: "▶", 0x3D: BULLET, 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x3C: "■",
}  # fmt: skip
# Zapf Dingbats has its signs in the order of the block of Unicode, but for those that Unicode had
# elsewhere already (ISO 32000-2, annex D.6).
_DINGBATS_ELSEWHERE = {
    0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●", 0x6E: "■", 0x73: "▲", 0x74: "▼",
    0x75: "◆", 0x77: "◗", 0xA8: "♣", 0xA9: "♦", 0xAA: "♥", 0xAB: "♠", 0xD5: "→", 0xD6: "↔",
    0xD7: "↕",
}  # fmt: skip
_DINGBATS = {
    **{code: chr(0x26E0 + code) for code in range(0x21, 0x7F)},
    **{code: chr(0x26E8 + code) for code in range(0x80, 0x8E)},
    **{code: chr(0x26C0 + code) for code in (*range(0xA1, 0xF0), *range(0xF1, 0xFF))},
    **{code: chr(0x23B4 + code) for code in range(0xAC, 0xB6)},
    **_DINGBATS_ELSEWHERE,
}
_FAMILIES = (
    (re.compile(r"wingdings[ -]?2"), _WINGDINGS_2),
    (re.compile(r"wingdings[ -]?3"), _WINGDINGS_3),
    (re.compile(r"wingdings"), _WINGDINGS),
    (re.compile(r"webdings"), _WEBDINGS),
    # By Adobe, by URW (Ghostscript and TeX embed it), by Monotype.
    (re.compile(r"(?:itc ?)?(?:zapf ?)?dingbats|d050000l|monotype ?sorts"), _DINGBATS),
)
_SUBSET = re.compile(r"^[A-Z]{6}\+")


def family_of(font: str) -> dict[int, str] | None:
    """What the codes of a font of pictures show; None for fonts of letters, by the font's name."""
    name = _SUBSET.sub("", font).lower()
    return next((signs for family, signs in _FAMILIES if family.match(name)), None)


def is_symbol(font: str) -> bool:
    """Whether a font is Symbol, which has Greek letters and signs of mathematics."""
    return re.match(r"symbol(?:mt|ps)?\b", _SUBSET.sub("", font).lower()) is not None


def code_of(char: str) -> int | None:
    """The code that a font of symbols has for a character that a file names by its code alone.

    Files name them by the private-use characters from F000 on, or by the letters of these codes in
    the encoding of Windows; None for a character that is named for what it shows.
    """
    point = ord(char)
    if PRIVATE_USE_OF_SYMBOL_FONTS <= point <= PRIVATE_USE_OF_SYMBOL_FONTS + 0xFF:
        return point - PRIVATE_USE_OF_SYMBOL_FONTS
    if point <= 0xFF:
        return point
    try:
        return char.encode("cp1252")[0]
    except UnicodeEncodeError:
        return None


def sign_of(signs: dict[int, str], char: str) -> str:
    """What a font of pictures shows for a character of a file."""
    code = code_of(char)
    if code is None or char.isspace() or char in signs.values():
        return char
    return signs.get(code, chr(PRIVATE_USE_OF_SYMBOL_FONTS + code))

"""Signs that are no letters: bullets, ligatures, invisible and control characters, dashes, quotes.

Readers, interpreter, checks and writers know them from here alone, so that what one stage makes of
a sign is what the next one looks for. Each group says where its signs come from. Those named as
classes may stand in a character class of a regular expression as they are, the last of it.
"""

from __future__ import annotations

import re

# --- bullets ---------------------------------------------------------------------------------

BULLET = "•"
"""What programs write where they mean a bullet, whatever the source shows."""

# Typed, or what ZapfDingbats and the signs of Word's list gallery map to: no word has them.
_TYPED = BULLET + "◦▪■●○‣∙⁃►▶➢➤✓✔❖◆❑□◻"
# The other signs of ZapfDingbats, of which numbers in circles may mean something.
_DINGBATS = "".join(
    sign
    for sign in map(chr, (*range(0x2701, 0x2776), *range(0x2794, 0x27BF), *range(0x25A0, 0x2600)))
    if sign not in _TYPED + "➔"
)
# Word and LibreOffice write the codes of Symbol and Wingdings as these private-use code points;
# where the name of the font is lost, nothing else tells that they are bullets.
_PRIVATE_USE = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf06f"
# Any sign of a symbol font is one where it stands by itself before a text.
_SYMBOL_FONTS = "".join(
    sign for sign in map(chr, range(0xF021, 0xF100)) if sign not in _PRIVATE_USE
)
# Symbol's bullet and a typed guillemet: in text they are punctuation (`«haven»`, `zelf·standig`).
_PUNCTUATION = "·»"
# In a sentence an arrow leads from one thing to the next: it is a bullet where a line begins only.
_ARROWS = "➔→"

ALWAYS_BULLETS = _TYPED + _PRIVATE_USE
"""The signs (a class) that are bullets wherever they stand."""
BULLETS = ALWAYS_BULLETS + _PUNCTUATION + _ARROWS + _DINGBATS + _SYMBOL_FONTS
"""The signs (a class) that are bullets where a line begins."""
LETTER_BULLETS = "oO"
"""Word's second-level bullet is the letter o of Courier New; read from scans it may be large."""
FACT_BARS = "|·"
"""The signs (a class) that part short facts on one line: `Versie 2 | mei 2026`."""
SUBSTITUTE = "#"
"""What FOP prints for a sign that its font lacks: a bullet, where a text begins with it."""
SECTION = "§"
"""The sign of a section (`§ 3.2`), and what a square of Wingdings (code A7) is without its font."""
SECTION_BULLET = rf"{SECTION}(?=\s)(?!\s+\d)"
"""A `§` that stands by itself before no number (an expression): a bullet where a line begins."""
NOTE_MARKS = "*†‡§"
"""The signs (a class) that mark footnotes which have no number."""

# --- dashes and hyphens ----------------------------------------------------------------------

MINUS = "\u2212"
DASHES = "\u2013\u2014\u2012\u2015\u2212"
"""What parts words (a class): dashes of every width, and the minus sign, which is the dash of
Symbol (code 2D). Editors and word processors use them for one another."""
HYPHEN_AT_LINE_END = "\u2010"
"""Typesetters set this hyphen where they divide a word; keyboards do not have it."""
HYPHENS = HYPHEN_AT_LINE_END + "\u2011-"
"""What links words (a class): the hyphen of Unicode, the one that never ends a line (Word's
Ctrl+Shift+hyphen), and that of the keyboard."""
DASHES_AND_HYPHENS = DASHES + HYPHENS
"""All of them (a class): documents part and link with whatever is at hand."""
SOFT_HYPHEN = "\u00ad"
"""Where a word may be divided; it shows at a line end alone."""

TICKED, UNTICKED = "☑☒", "☐"
"""The boxes of forms (classes), as Word and other programs show them."""
CROSSED = "☒"
"""The ticked box that is written for a field which holds none."""
# Two of them on one line are a choice (`☒ ja ☐ nee`), which the line must go on telling.
_BOX = rf"[{TICKED}{UNTICKED}](?!.*[{TICKED}{UNTICKED}])"

BULLET_MARKER = re.compile(
    rf"[{ALWAYS_BULLETS}{_PUNCTUATION}]\s*|{_BOX}\s*|[{_ARROWS}{_DINGBATS}{_SYMBOL_FONTS}]\s+|{SECTION_BULLET}\s+"
    r"|(?:o\s+(?=[^\W\d_]|\d+\.\d|\d+\s+[^\W\d_]|[\"'‘’“„(]\w)|O\s+(?=[A-ZÀ-Þ]))"
)
"""The bullet that a text begins with, with the white space after it."""
DASH_MARKER = re.compile(rf"[*+{SUBSTITUTE}{DASHES_AND_HYPHENS}]\s+")
"""A dash, or a sign used as one, that a text begins with: white space follows (`-5 graden`)."""

# Some are bullets by themselves, the others where white space stands around them. The class is
# first, for then it is sought as a whole.
_INLINE = re.compile(
    rf"[{ALWAYS_BULLETS}{_PUNCTUATION}{_ARROWS}{SECTION}o]"
    rf"(?:(?<=[{ALWAYS_BULLETS}{_PUNCTUATION}])|(?<!\S.)(?=\s))"
)
# The white space that may stand between a colon and the bullet that it announces.
_LONGEST_GAP = 16


def ends_sentence(chars: str) -> bool:
    """Whether a text ends as a sentence or the lead-in of a list does, with what closes after."""
    return chars.rstrip(_CLOSING).endswith(_SENTENCE_END)


def opens_with_bullet(chars: str) -> bool:
    """Whether a text begins with a bullet, one of those that are dashes left out."""
    return BULLET_MARKER.match(chars) is not None


def bullets_in(chars: str) -> list[int]:
    """Where the bullets of a line stand: in front, and between items that were run together."""
    found: list[int] = []
    known: set[str] = set()
    start = len(chars) - len(chars.lstrip())
    for match in _INLINE.finditer(chars):
        at, sign = match.start(), match[0]
        # In a sentence arrows lead on, also in an item that one opens. No word is an `o`: after
        # another bullet it opens items below that one's.
        is_known = sign in known or (bool(known) and sign in LETTER_BULLETS)
        opens = at == start or (is_known and sign not in _ARROWS)
        if BULLET_MARKER.match(chars, at) and _may_stand(chars, at, opens):
            found.append(at)
            known.add(sign)
    return found


def _may_stand(chars: str, at: int, opens: bool) -> bool:
    """Whether a bullet may stand at a place in a line; `opens` tells that one like it opens it."""
    sign = chars[at]
    if sign in ALWAYS_BULLETS:
        return True
    if sign in _PUNCTUATION:
        before, after = chars[max(at - 1, 0) : at], chars[at + 1 : at + 2]
        return (not before or before.isspace()) and after.isspace()
    if sign == SECTION:
        # `zie § Veiligheid` refers: a list opens its line, or a colon announces it.
        return opens or chars[max(at - _LONGEST_GAP, 0) : at].rstrip().endswith(":")
    return opens


# What the symbol fonts show at the codes that lists and forms use, by code and private-use code.
SYMBOL_FONT_SIGNS = {
    0xF0B7: BULLET, 0xB7: BULLET, 0xF0A7: "▪", 0xA7: "▪", 0xF0D8: "➢", 0xD8: "➢", 0xF0FC: "✓",
    0xFC: "✓", 0xF0A8: "◻", 0xA8: "◻", 0xF06F: "□", 0x6F: "□", 0xF0E0: "→", 0xE0: "→",
    0xF02D: "-", 0xF0FE: "☑", 0xF0B3: "≥", 0xF0A3: "≤", 0xF0B0: "°", 0xF0B1: "±", 0xF0D7: "×",
}  # fmt: skip
PRIVATE_USE_OF_SYMBOL_FONTS = 0xF000
"""From here on symbol fonts have their codes: F000 and the code of the sign."""
LOOK_ALIKES = tuple(map(frozenset, ("¯ˉ", "µμ", "·∙", "∆Δ", "\u2126Ω", "⁄∕", "ŢȚ", "ţț")))
"""Signs for which Adobe's glyph list has one name, so that programs write either."""
SYMBOL_BULLETS = ("·", "\uf0b7")
"""What the bullet of Symbol fonts is read as, by its name or by its place."""
HOLLOW_BULLET = "◦"
"""What the letter o of a typewriter font looks like, as the bullet of a second level."""

# --- letters that were joined ----------------------------------------------------------------

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""Two or three letters that fonts draw as one sign, and the letters."""


def without_ligatures(chars: str) -> str:
    """The letters of a text one by one."""
    return "".join([LIGATURES.get(char, char) for char in chars])


LEADERS = "._…·"
"""The signs (a class) that lead, many in a row, from an entry of a list of contents to its page."""

# --- what shows nothing ----------------------------------------------------------------------

BYTE_ORDER_MARK = "\ufeff"
"""What opens a text of UTF-16 or of Windows; inside a text it is a space without width."""
WORD_JOINER = "\u2060"
"""Shows nothing and parts nothing: it may stand for what takes up no room."""
# Zero-width space and joiners, word joiner, byte order mark: they steer line breaking.
_WITHOUT_WIDTH = "\u200b\u200c\u200d" + WORD_JOINER + BYTE_ORDER_MARK
# Marks, embeddings and isolates of the direction of writing: mail and content managers leave them
# around names and dates, and Dutch has one direction.
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
WITHOUT_WIDTH = _WITHOUT_WIDTH + _DIRECTIONS
"""What shows nothing (a class), the soft hyphen left out: whoever knows line ends asks for it."""
INVISIBLE = WITHOUT_WIDTH + SOFT_HYPHEN
"""What shows nothing inside a line (a class), and is no text."""

UNKNOWN = "\ufffd"
"""What stands for a sign whose code means nothing."""
NON_CHARACTERS = "\ufffe\uffff"
"""The codes of no character; an engine may mark with them what it cannot read."""
LAYOUT_CONTROLS = "\t\n\r\f"
"""The control characters that lay out text: tab, line ends, and the page end of tabbed text."""
SURROGATES = range(0xD800, 0xE000)
"""Halves of pairs in UTF-16: no character by themselves, and no encoding writes them."""

_FORBIDDEN = rf"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff{NON_CHARACTERS}"
XML_FORBIDS = re.compile(f"[{_FORBIDDEN}]")
"""XML 1.0, 2.2: no control character but tab and line ends, no half of a pair, no non-character."""
CONTROL = re.compile(rf"[{_FORBIDDEN}\x7f-\x9f]")
"""What no text may have: what XML forbids, and the controls that it only warns of (DEL, C1)."""
CONTROL_BUT_PAGE_END = re.compile(rf"(?!\f){CONTROL.pattern}")
"""The same for text in which a form feed ends a page."""

# --- quotes and ends -------------------------------------------------------------------------

APOSTROPHES = "'\u2018\u2019\u201a\u201b`\u00b4"
"""The apostrophe (a class): quotes and accents stand for it (`'26`, `\u201926`, `\u00b426`)."""
OPEN_DOUBLE, CLOSE_DOUBLE, LOW_DOUBLE = "\u201c", "\u201d", "\u201e"
OPEN_SINGLE, CLOSE_SINGLE = "\u2018", "\u2019"
OPEN_GUILLEMET, CLOSE_GUILLEMET = "«", "»"
"""Typographic marks by their names: they are easily taken for one another."""
QUOTES = f"\"'{OPEN_DOUBLE}{CLOSE_DOUBLE}{LOW_DOUBLE}{OPEN_SINGLE}{CLOSE_SINGLE}"
"""What stands around a word that is quoted (a class), or before one that is cut (`'s`)."""
_SENTENCE_END = tuple(".!?:;…")
_CLOSING = f")]\"'{CLOSE_DOUBLE}{CLOSE_SINGLE}{CLOSE_GUILLEMET}"
TYPESET = re.compile("[\u2013\u2014\u2026\u2018\u2019\u201c\u201d]")
"""Dashes, quotes and dots as they are set; text that was typed on a keyboard has none."""
NO_SIGN = "\u200b"
"""Stands in the place of what is not shown, so that other places stay."""
PATH_SIGNS = "›»>/|·•:-"
"""What stands between the links of a menu, or of the path to a page."""
SPACING_ACCENTS = {
    "\u00a8": "\u0308", "\u00b4": "\u0301", "\u0060": "\u0300", "\u02c6": "\u0302",
    "\u02dc": "\u0303", "\u00b8": "\u0327", "\u02da": "\u030a",
}  # fmt: skip
"""Accents by themselves, as old fonts print them over a letter, and those that join it."""
COMBINING = "\u0300-\u036f"
"""Accents that join the letter before them (a class)."""

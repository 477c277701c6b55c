"""What the codes of a font mean: by its own map, its encoding, its program, or its kind.

What no map has is UNKNOWN, and never the number of a glyph taken for a letter.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

from playa.cmapdb import IdentityCMap
from playa.encodingdb import name2unicode
from playa.encodings import SYMBOL_BUILTIN_ENCODING
from playa.font import Font
from playa.fontprogram import TrueTypeFontProgram

from pipeline.core import symbol_fonts
from pipeline.core.signs import (
    BULLET,
    CONTROL,
    HYPHENS,
    LOOK_ALIKES,
    SOFT_HYPHEN,
    SYMBOL_BULLETS,
    UNKNOWN,
    without_ligatures,
)
from pipeline.readers.pdf.engine.source import UnreadableError, asking_playa, content_of, stream

# Codes without a character in WinAnsiEncoding show a bullet (ISO 32000-1, annex D.2, note 3).
_WIN_ANSI_UNUSED: Final = frozenset((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D))
_HYPHEN_OF_WINDOWS: Final = 0xAD
_HYPHENS = HYPHENS + SOFT_HYPHEN
# The signs of ASCII that are seen.
_ASCII: Final = range(0x21, 0x7F)
# A TrueType program has no more glyphs.
_LAST_GLYPH: Final = 0xFFFF


class Characters:
    """What the codes of a font mean, by each of the maps that it has."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        named = getattr(font, "tounicode", None)
        self.named: dict[bytes, str] = {} if named is None else named.bytes2unicode
        self.is_named = named is not None
        # A font that cannot be read has none.
        self.encoding: dict[int, str] = getattr(font, "encoding", {})
        self.pictures = symbol_fonts.family_of(name)
        self.is_symbol = symbol_fonts.is_symbol(name)
        self.is_swapped = _are_swapped(self.named.values())
        self.of_program: dict[bytes, str] | None = None

    def simple(self, code: int) -> str:
        """The text of a code of a simple font."""
        text = self.named.get(bytes((code,))) or self.named.get(bytes((0, code)), "")
        if not text or (self.is_symbol and text == chr(code)):
            text = self.encoded(code) or text or (chr(code) if self._is_open() else "")
        if not text and code in _WIN_ANSI_UNUSED:
            return BULLET
        return self._text(text)

    def encoded(self, code: int) -> str:
        """The text of a code by the encoding of a simple font."""
        if self.is_symbol:
            return name2unicode(SYMBOL_BUILTIN_ENCODING.get(code, ""))
        if self.pictures is not None:
            return chr(code)
        if code == _HYPHEN_OF_WINDOWS and self.encoding.get(code) == "space":
            # playa has a space there; it is a second hyphen (annex D.2, note 6).
            return SOFT_HYPHEN
        by_name: dict[int, str] = getattr(self.font, "_cid2unicode", {})
        return by_name.get(code, "")

    def composite(self, part: bytes, cid: int) -> str:
        """The text of a code of a composite font."""
        text = self.named.get(part)
        if text is None and part[:1] == b"\0":
            # A map may write its codes shorter than the font does.
            text = self.named.get(part[1:])
        if text is None and self.is_named:
            text = self._of_program(cid)
        elif text is None:
            text = self._predefined(part, cid)
        return self._text(text)

    def _predefined(self, part: bytes, cid: int) -> str:
        font: Any = self.font
        if font.unicode_map is not None:
            with asking_playa():
                return str(font.unicode_map.get_unichr(cid))
        if isinstance(font.cmap, IdentityCMap):
            # Nothing in the file tells what its codes mean; as numbers they mean nothing.
            return self._of_program(cid)
        number = int.from_bytes(part, "big")
        return chr(number) if number <= sys.maxunicode else ""

    def _of_program(self, cid: int) -> str:
        """What the font program itself says of a glyph."""
        if self.of_program is None:
            self.of_program = _names_of_program(self.font)
        return self.of_program.get(cid.to_bytes(2, "big"), "") if cid <= _LAST_GLYPH else ""

    def _is_open(self) -> bool:
        """Whether codes that no map has may be taken for characters."""
        return self.is_named or not hasattr(self.font, "_cid2unicode")

    def _text(self, text: str) -> str:
        if self.is_swapped and _is_swapped(text):
            text = "".join(chr(ord(char) >> 8) for char in text)
        if self.pictures is not None and len(text) == 1:
            return clean(symbol_fonts.sign_of(self.pictures, text))
        if self.is_symbol and text in SYMBOL_BULLETS:
            return BULLET
        return clean(text)


def _names_of_program(font: Font) -> dict[bytes, str]:
    """Glyphs to characters by an embedded TrueType program, where it has such a table."""
    program = stream(font.descriptor.get("FontFile2"))
    if program is None:
        return {}
    try:
        data = content_of(program)
        with asking_playa():
            found = TrueTypeFontProgram(font.basefont, BytesIO(data)).create_tounicode()
    except UnreadableError:
        # A subset needs no such table, and a damaged one tells nothing.
        return {}
    return {} if found is None else found.bytes2unicode


def _is_swapped(text: str) -> bool:
    """Whether each character is an ASCII sign whose two bytes were exchanged."""
    return bool(text) and all(not ord(char) & 0xFF and ord(char) >> 8 in _ASCII for char in text)


def _are_swapped(texts: Iterable[str]) -> bool:
    """Whether a rewriter exchanged the bytes of all ligatures that a font's map names."""
    joined = [text for text in texts if len(text) > 1]
    return bool(joined) and all(map(_is_swapped, joined))


def clean(text: str) -> str:
    """The text of a glyph, of the text that a file has for it; UNKNOWN where that means nothing."""
    if not text or text == "\0":
        return UNKNOWN
    if text in "\t\n\r":
        return " "
    if CONTROL.search(text):
        # The second engine too takes those that part lines for white space.
        return " " if text.isspace() else UNKNOWN
    if len(text) > 1:
        # Quartz names a sign once for each character that looks like it.
        signs = frozenset(text)
        if text.isspace():
            return " "
        if len(signs) > 1 and not text.strip(_HYPHENS):
            return "-"
        if signs in LOOK_ALIKES:
            return text[0]
    return without_ligatures(text)

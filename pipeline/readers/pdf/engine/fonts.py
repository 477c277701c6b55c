"""Fonts: the glyphs of strings, what they mean, how wide they are, whether they are emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final, NamedTuple

from playa.cmapdb import IdentityCMap, IdentityCMapByte
from playa.font import CIDFont, Font, Type1Font

from pipeline.core.signs import HOLLOW_BULLET, SOFT_HYPHEN
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.engine.characters import Characters
from pipeline.readers.pdf.engine.programs import style_of_program
from pipeline.readers.pdf.engine.source import (
    Complaints,
    UnreadableError,
    asking_playa,
    content_of,
    dictionary,
    name,
    reference,
    resolved,
    stream,
)
from pipeline.readers.pdf.engine.syntax import string_of
from pipeline.readers.pdf.engine.widths import Widths
from pipeline.readers.pdf.marks import Glyphs

# URW calls the bold of Times `Medi` and slanted faces `Obli`; TeX embeds them under those names.
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,_ ]bd|bd(?:it)?$|-medi(?:ital)?$", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obliq|obli$|kursiv|slanted|[-,_ ]it$|bdit$", re.IGNORECASE)
_FORCE_BOLD: Final = 1 << 18
_ITALIC_FLAG: Final = 1 << 6
# Semi-bold; medium (500) is no emphasis.
_BOLD_WEIGHT: Final = 600
_SPACE: Final = 32
# Word's second-level bullet, and what it looks like.
LETTER_BULLET = "o"
_BLANKS = " \u00a0"
_TYPEWRITER = re.compile(r"courier", re.IGNORECASE)


class Shaped(NamedTuple):
    """The glyphs of a string: texts, where each begins and ends, and the whole, in ems."""

    texts: list[str]
    lefts: list[float]
    rights: list[float]
    total: float


Glyph = tuple[str, float, bool]
"""Text, advance in ems, and whether word spacing applies."""


class _Table(dict[Any, Glyph]):
    """Codes to glyphs, each looked up once."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, code: Any) -> Glyph:
        text, advance, spaces = self.face.glyph(code)
        # Where a font has one glyph for both, a file may call each hyphen a soft one.
        found = ("-" if text == SOFT_HYPHEN and advance else text, advance, spaces)
        self[code] = found
        return found


class _Strings(dict[bytes, Shaped]):
    """Strings as they are written to their glyphs, each looked up once."""

    def __init__(self, face: Face, letter: float, word: float) -> None:
        super().__init__()
        self.face, self.letter, self.word = face, letter, word

    def __missing__(self, string: bytes) -> Shaped:
        found = self[string] = self.face.shaped(string_of(string), self.letter, self.word)
        return found


@dataclass(slots=True, eq=False)
class Face:
    """A font as the reader needs it.

    `is_typewriter` tells that its name is that of the font in which Word sets its second-level
    bullet; `shown` collects the stretches of glyphs that a typewriter font drew.
    """

    font: Font
    spec: dict[str, Any]
    name: str
    style: int
    shown: list[tuple[int, int]] = field(default_factory=list)
    table: _Table = field(init=False)
    maps: Characters = field(init=False)
    widths: Widths = field(init=False)
    is_typewriter: bool = field(init=False)
    strings: dict[tuple[float, float], _Strings] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.table = _Table(self)
        self.maps = Characters(self.font, self.name)
        self.is_typewriter = _TYPEWRITER.search(self.name) is not None
        self.widths = Widths(self, self.maps)

    def known(self, letter: float, word: float) -> dict[bytes, Shaped]:
        """The glyphs of strings as they are written, each shaped once.

        `letter` and `word` are what is added to letters and words, in ems.
        """
        found = self.strings.get((letter, word))
        if found is None:
            found = self.strings[letter, word] = _Strings(self, letter, word)
        return found

    def shaped(self, code: bytes, letter: float, word: float) -> Shaped:
        """The glyphs of the codes of a string."""
        glyphs = list(map(self.table.__getitem__, self._codes(code)))
        texts = [text for text, _, _ in glyphs]
        advances = [advance for _, advance, _ in glyphs]
        if not letter and not word:
            edges = list(accumulate(advances, initial=0.0))
            return Shaped(texts, edges[:-1], edges[1:], edges[-1])
        steps = [advance + letter + (word if spaces else 0.0) for _, advance, spaces in glyphs]
        lefts = list(accumulate(steps, initial=0.0))
        total = lefts.pop()
        rights = [left + advance for left, advance in zip(lefts, advances, strict=True)]
        return Shaped(texts, lefts, rights, total)

    def _codes(self, code: bytes) -> Iterable[Any]:
        font = self.font
        if not isinstance(font, CIDFont):
            return code
        return _cids(font, code)

    def glyph(self, code: Any) -> Glyph:
        """What a code means: a byte, or for a composite font (its bytes, its CID)."""
        if isinstance(code, int):
            return self.maps.simple(code), self.widths(code), code == _SPACE
        part, cid = code
        with asking_playa():
            advance = self.font.hdisp(cid)
        return self.maps.composite(part, cid), advance, part == b" "


def _cids(font: CIDFont, code: bytes) -> list[tuple[bytes, int]]:
    cmap = font.cmap
    if isinstance(cmap, IdentityCMap) and not isinstance(cmap, IdentityCMapByte) and len(code) % 2:
        # A byte too many is no code; the others are.
        code = code[:-1]
    with asking_playa():
        return [(part, cid) for part, cid in cmap.decode(code)]


def name_of_font(font: Font, spec: dict[str, Any]) -> str:
    """The name by which a font is described, or, where nothing describes it, referred to."""
    described = resolved(font.descriptor.get("FontName"))
    return font.fontname if described else name(spec.get("BaseFont")) or font.fontname


def style_of_name(named: str) -> int:
    """The emphasis that the name of a font tells of."""
    return (BOLD if _BOLD_NAME.search(named) else 0) | (ITALIC if _ITALIC_NAME.search(named) else 0)


def _style_of(font: Font, spec: dict[str, Any], named: str) -> int:
    """The emphasis that a font is, by its name and by what the file says of it.

    playa has descriptors of its own for the standard fonts, by which all of Courier is italic.
    """
    described = (
        dictionary(spec.get("FontDescriptor")) if isinstance(font, Type1Font) else font.descriptor
    )
    flags = int(_number(described, "Flags"))
    bold = _number(described, "FontWeight") >= _BOLD_WEIGHT or flags & _FORCE_BOLD
    italic = flags & _ITALIC_FLAG or _number(described, "ItalicAngle")
    return style_of_name(named) | (BOLD if bold else 0) | (ITALIC if italic else 0)


def _number(entries: dict[str, Any], key: str) -> float:
    """A number of a dictionary; 0 where it has none."""
    found = resolved(entries.get(key))
    return found if isinstance(found, int | float) else 0.0


def _are_alike(spec: dict[str, Any], others: Iterable[Any]) -> bool:
    """Whether several fonts of a page have one name: only their programs tell them apart.

    Elsewhere programs are not asked: Qt and others cut them without setting their style right.
    """
    named = name(spec.get("BaseFont"))
    return sum(name(dictionary(other).get("BaseFont")) == named for other in others) > 1


def _style_of_program(font: Font) -> int:
    program = stream(font.descriptor.get("FontFile2"))
    return 0 if program is None else style_of_program(content_of(program))


@dataclass(slots=True)
class Fonts:
    """The fonts of a document, each made once."""

    document: Any
    complaints: Complaints
    faces: dict[Any, Face] = field(default_factory=dict)

    def face(self, value: Any, among: Any = None) -> Face:
        """The font that an entry of a page's resources is or refers to, among all its fonts."""
        number = reference(value)
        key = id(value) if number is None else -number
        found = self.faces.get(key)
        if found is None:
            found = self.faces[key] = self._made(value, number or 0, among)
        return found

    def tell_bullets(self, glyphs: Glyphs) -> None:
        """Name the bullets that are a letter: the o of a typewriter font that shows nothing else.

        Word sets its second-level bullet so.
        """
        for face in self.faces.values():
            shown = [n for start, end in face.shown for n in range(start, end)]
            if {glyphs.chars[n] for n in shown} - set(_BLANKS) == {LETTER_BULLET}:
                for n in shown:
                    if glyphs.chars[n] == LETTER_BULLET:
                        glyphs.chars[n] = HOLLOW_BULLET

    def _made(self, value: Any, number: int, among: Any) -> Face:
        try:
            spec = dictionary(value)
            with asking_playa():
                font = self.document.get_font(number, spec)
            named = name_of_font(font, spec)
            style = _style_of(font, spec, named)
            if not style and _are_alike(spec, dictionary(among).values()):
                style = _style_of_program(font)
            return Face(font, spec, named, style)
        except UnreadableError as error:
            self.complaints.add(f"a font that cannot be read: {error}")
            # Its text is kept, by what its codes are as characters.
            return Face(self.document.get_font(), {}, "", 0)

"""Faces: what a text is as codes of a font, how wide it is, and the font's objects in a file.

Three kinds: the standard fifteen-year-old promise that a reader has Helvetica and its like, with or
without widths in the file; fonts of the machine, cut down to the glyphs that are used; and small
fonts of signs that are drawn here. All widths are in thousandths of the size.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics

from tests.habits.file import File

logging.getLogger("fontTools").setLevel(logging.ERROR)

MACHINE = Path("/usr/share/fonts/truetype")
_UNITS = 1000


@dataclass(frozen=True, slots=True)
class Code:
    """A glyph: its code in the font, the text that it stands for, its width."""

    number: int
    text: str
    width: float


class Face(Protocol):
    """A font as a page uses it."""

    def __hash__(self) -> int:
        """Faces are values: equal ones are one font of the file."""

    @property
    def octets(self) -> int:
        """How many bytes a code has."""

    def codes(self, text: str) -> list[Code]:
        """The glyphs that show a text."""

    def written(self, file: File, used: dict[int, str]) -> int:
        """The number of the font's object, with what its used codes stand for."""


@cache
def width(face: Face, text: str, size: float) -> float:
    """How wide a text is, in points."""
    return sum(code.width for code in face.codes(text)) * size / _UNITS


def shown(face: Face, codes: list[Code]) -> str:
    """Codes as a string in hexadecimal digits."""
    return "<" + "".join(f"{code.number:0{2 * face.octets}X}" for code in codes) + ">"


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the standard fonts, never embedded; `widths` and `meanings` (ToUnicode) as asked for.

    `meanings` gives some codes another text than WinAnsi does: more than one character where the
    producer could not decide between those that look alike.
    """

    name: str
    widths: bool = False
    meanings: tuple[tuple[int, str], ...] = ()
    encoding: str = "WinAnsiEncoding"

    @property
    def octets(self) -> int:
        return 1

    def codes(self, text: str) -> list[Code]:
        metrics = pdfmetrics.getFont(self.name).widths
        if self.encoding:
            numbers = [(sign.encode("cp1252")[0], sign) for sign in text]
        else:  # the font's own: Symbol and ZapfDingbats, whose texts are given as codes
            numbers = [(ord(sign), sign) for sign in text]
        return [Code(n, sign, float(metrics[n] or 0)) for n, sign in numbers]

    def written(self, file: File, used: dict[int, str]) -> int:
        parts = [f"/Type /Font /Subtype /Type1 /BaseFont /{self.name}"]
        if self.encoding:
            parts.append(f"/Encoding /{self.encoding}")
        if self.widths:
            metrics = pdfmetrics.getFont(self.name).widths
            listed = " ".join(f"{metrics[n] or 0:g}" for n in range(32, 256))
            parts.append(f"/FirstChar 32 /LastChar 255 /Widths [{listed}]")
        if self.meanings:
            texts = dict(used) | dict(self.meanings)
            parts.append(f"/ToUnicode {file.stream(_to_unicode(texts, 1))} 0 R")
        return file.add(f"<< {' '.join(parts)} >>")


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font of the machine with two-byte codes that are its glyphs, as today's producers do it.

    `ligatures` joins the pairs that the font has a glyph for; `swapped` writes the meaning of those
    with the bytes of each character turned about; `mute` leaves out what the codes mean.
    """

    file: str
    ligatures: bool = False
    swapped: bool = False
    mute: bool = False
    meanings: tuple[tuple[str, str], ...] = ()

    @property
    def octets(self) -> int:
        return 2

    def codes(self, text: str) -> list[Code]:
        cmap, joined, advances, scale = _tables(self.file)
        found: list[Code] = []
        at = 0
        while at < len(text):
            length = next((n for n in (3, 2) if self.ligatures and text[at : at + n] in joined), 1)
            piece = text[at : at + length]
            glyph = joined[piece] if length > 1 else cmap.get(ord(piece))
            if glyph is None:
                raise ValueError(f"{self.file} lacks {piece!r}")
            found.append(Code(glyph, piece, advances[glyph] * scale))
            at += length
        return found

    def written(self, file: File, used: dict[int, str]) -> int:
        data = _cut_down(self.file, tuple(sorted(used)))
        name = f"HABITS+{Path(self.file).stem}"
        _, _, advances, scale = _tables(self.file)
        body = file.stream(data, f"/Length1 {len(data)}")
        descriptor = file.add(_descriptor(name, 4, _box(self.file), f"/FontFile2 {body} 0 R"))
        widths = " ".join(f"{glyph} [{advances[glyph] * scale:.0f}]" for glyph in sorted(used))
        below = file.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity"
            f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {descriptor} 0 R /DW 1000 /W [{widths}] >>"
        )
        texts = {code: self._meaning(text) for code, text in used.items()}
        means = (
            ""
            if self.mute
            else f" /ToUnicode {file.stream(_to_unicode(texts, 2, self.swapped))} 0 R"
        )
        return file.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            f" /DescendantFonts [{below} 0 R]{means} >>"
        )

    def _meaning(self, text: str) -> str:
        return dict(self.meanings).get(text, text)


@dataclass(frozen=True, slots=True)
class Narrow:
    """A font of the machine with one-byte codes of WinAnsi and no word on what they mean."""

    file: str

    @property
    def octets(self) -> int:
        return 1

    def codes(self, text: str) -> list[Code]:
        cmap, _, advances, scale = _tables(self.file)
        return [
            Code(sign.encode("cp1252")[0], sign, advances[cmap[ord(sign)]] * scale) for sign in text
        ]

    def written(self, file: File, used: dict[int, str]) -> int:
        cmap, _, advances, scale = _tables(self.file)
        data = _cut_down(self.file, tuple(sorted(cmap[ord(text)] for text in used.values())), True)
        name = f"HABITS+{Path(self.file).stem}"
        body = file.stream(data, f"/Length1 {len(data)}")
        descriptor = file.add(_descriptor(name, 32, _box(self.file), f"/FontFile2 {body} 0 R"))
        of_code = {code: advances[cmap[ord(text)]] * scale for code, text in used.items()}
        first, last = min(used), max(used)
        listed = " ".join(f"{of_code.get(code, 0):.0f}" for code in range(first, last + 1))
        return file.add(
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding"
            f" /FirstChar {first} /LastChar {last} /Widths [{listed}]"
            f" /FontDescriptor {descriptor} 0 R >>"
        )


@dataclass(frozen=True, slots=True)
class Signs:
    """A small font of signs, drawn here and embedded under the name of a well-known one.

    `signs` are pairs of a code and the shape that it shows; a text is one character, whose low byte
    is the code. `meaning` is what the file says the code means: `""` for nothing, `"private"` for
    F000 and the code, else that text.
    """

    name: str
    signs: tuple[tuple[int, str], ...]
    meaning: str = ""

    @property
    def octets(self) -> int:
        return 1

    def codes(self, text: str) -> list[Code]:
        return [Code(ord(sign) & 0xFF, sign, 600) for sign in text]

    def written(self, file: File, used: dict[int, str]) -> int:
        data = _sign_font(self.name, self.signs)
        body = file.stream(data, f"/Length1 {len(data)}")
        name = f"HABITS+{self.name}"
        descriptor = file.add(_descriptor(name, 4, (0, -200, 1000, 800), f"/FontFile2 {body} 0 R"))
        first, last = min(used), max(used)
        listed = " ".join("600" if code in used else "0" for code in range(first, last + 1))
        means = ""
        if self.meaning:
            texts = {
                code: chr(0xF000 + code) if self.meaning == "private" else self.meaning
                for code in used
            }
            means = f" /ToUnicode {file.stream(_to_unicode(texts, 1))} 0 R"
        return file.add(
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar {first}"
            f" /LastChar {last} /Widths [{listed}] /FontDescriptor {descriptor} 0 R{means} >>"
        )


@dataclass(frozen=True, slots=True)
class Spaced:
    """A face whose letters stand `extra` thousandths apart."""

    face: Standard | Embedded | Narrow
    extra: float

    @property
    def octets(self) -> int:
        return self.face.octets

    def codes(self, text: str) -> list[Code]:
        return [replace(code, width=code.width + self.extra) for code in self.face.codes(text)]

    def written(self, file: File, used: dict[int, str]) -> int:
        return self.face.written(file, used)


@dataclass(frozen=True, slots=True)
class Mixed:
    """A face, and another for the signs that it lacks (or shall lack)."""

    face: Standard | Embedded | Narrow
    other: Standard | Embedded | Narrow
    signs: str

    @property
    def octets(self) -> int:
        return self.face.octets

    def codes(self, text: str) -> list[Code]:
        return [code for face, part in self.parts(text) for code in face.codes(part)]

    def parts(self, text: str) -> list[tuple[Face, str]]:
        """A text in stretches of one face each."""
        groups = groupby(text, key=lambda sign: sign in self.signs)
        return [(self.other if far else self.face, "".join(group)) for far, group in groups]

    def written(self, file: File, used: dict[int, str]) -> int:  # noqa: ARG002 - as all faces
        raise TypeError("a page uses the faces that this one is made of")


def _to_unicode(texts: dict[int, str], octets: int, swapped: bool = False) -> bytes:
    digits = 2 * octets
    lines = []
    for code, text in sorted(texts.items()):
        data = text.encode("utf-16-le" if swapped and len(text) > 1 else "utf-16-be")
        lines.append(f"<{code:0{digits}X}> <{data.hex().upper()}>")
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    listed = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <{'00' * octets}> <{'FF' * octets}> endcodespacerange\n"
        f"{listed}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")


def _descriptor(name: str, flags: int, box: tuple[int, int, int, int], body: str) -> str:
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags}"
        f" /FontBBox [{' '.join(map(str, box))}] /ItalicAngle 0 /Ascent {box[3]}"
        f" /Descent {box[1]} /CapHeight 700 /StemV 80 {body} >>"
    )


@cache
def _font(file: str) -> TTFont:
    return TTFont(MACHINE / file)


@cache
def _box(file: str) -> tuple[int, int, int, int]:
    font = _font(file)
    scale = _UNITS / font["head"].unitsPerEm
    return (-200, round(font["hhea"].descent * scale), 1200, round(font["hhea"].ascent * scale))


@cache
def _tables(file: str) -> tuple[dict[int, int], dict[str, int], list[int], float]:
    """Of a font: character to glyph, joined letters to glyph, widths by glyph, units to 1/1000."""
    font = _font(file)
    order = font.getReverseGlyphMap()
    cmap = {code: order[name] for code, name in font.getBestCmap().items()}
    advances = [0] * len(order)
    for name, (advance, _) in font["hmtx"].metrics.items():
        advances[order[name]] = advance
    return cmap, _joined_letters(font, order), advances, _UNITS / font["head"].unitsPerEm


def _joined_letters(font: TTFont, order: dict[str, int]) -> dict[str, int]:
    if "GSUB" not in font:
        return {}
    letter = {name: chr(code) for code, name in font.getBestCmap().items() if chr(code).isalpha()}
    table = font["GSUB"].table
    wanted = {
        n for record in table.FeatureList.FeatureRecord if record.FeatureTag == "liga"
        for n in record.Feature.LookupListIndex
    }  # fmt: skip
    found: dict[str, int] = {}
    for number in sorted(wanted):
        for table_part in table.LookupList.Lookup[number].SubTable:
            part = getattr(table_part, "ExtSubTable", table_part)
            for first, entries in getattr(part, "ligatures", {}).items():
                for entry in entries:
                    names = [first, *entry.Component]
                    if all(name in letter for name in names):
                        found["".join(letter[name] for name in names)] = order[entry.LigGlyph]
    return {text: glyph for text, glyph in found.items() if text.isascii()}


@cache
def _cut_down(file: str, glyphs: tuple[int, ...], with_codes: bool = False) -> bytes:
    options = subset.Options(
        retain_gids=True, notdef_outline=True, layout_features=[], name_IDs=[],
        drop_tables=["GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "prep", "fpgm", "cvt "]
    )  # fmt: skip
    options.hinting = False
    font = TTFont(MACHINE / file, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    if with_codes:
        back = {glyph: code for code, glyph in _tables(file)[0].items()}
        cutter.populate(unicodes=[back[glyph] for glyph in glyphs])
    else:
        cutter.populate(gids=list(glyphs))
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


_SHAPES: dict[str, tuple[tuple[tuple[int, int], ...], ...]] = {
    "square": (((100, 150), (100, 550), (500, 550), (500, 150)),),
    "diamond": (((300, 50), (50, 350), (300, 650), (550, 350)),),
    "disc": (((200, 200), (100, 300), (100, 420), (200, 520), (320, 520), (420, 420), (420, 300),
              (320, 200)),),
    "arrow": (((60, 100), (240, 350), (60, 600), (540, 350)),),
    "tick": (((60, 330), (140, 400), (230, 260), (480, 640), (540, 590), (230, 100)),),
    "dash": (((60, 320), (60, 400), (540, 400), (540, 320)),),
    "ring": (((100, 150), (100, 550), (500, 550), (500, 150)),
             ((160, 210), (440, 210), (440, 490), (160, 490))),
}  # fmt: skip


@cache
def _sign_font(name: str, signs: tuple[tuple[int, str], ...]) -> bytes:
    builder = FontBuilder(_UNITS, isTTF=True)
    names = [".notdef", *(f"sign{code:02X}" for code, _ in signs)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0xF000 + code: f"sign{code:02X}" for code, _ in signs})
    glyphs: dict[str, Any] = {".notdef": TTGlyphPen(None).glyph()}
    for code, shape in signs:
        pen = TTGlyphPen(None)
        for contour in _SHAPES[shape]:
            pen.moveTo(contour[0])
            for point in contour[1:]:
                pen.lineTo(point)
            pen.closePath()
        glyphs[f"sign{code:02X}"] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    table = next(one for one in builder.font["cmap"].tables if one.platformID == 3)
    table.platEncID = 0  # a font of symbols: its codes are F000 and more
    builder.font["cmap"].tables = [table]
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()

"""TrueType programs of a few tables, and composite fonts that have them."""

from __future__ import annotations

import struct

_HEAD_OF_FILE, _ENTRY = 12, 16


def font_file(**tables: bytes) -> bytes:
    """A program with these tables, in their order."""
    at = _HEAD_OF_FILE + _ENTRY * len(tables)
    entries = b""
    for tag, table in tables.items():
        entries += tag.encode() + struct.pack(">III", 0, at, len(table))
        at += len(table)
    count = struct.pack(">HHHH", len(tables), 0, 0, 0)
    return b"\0\1\0\0" + count + entries + b"".join(tables.values())


def head(style: int) -> bytes:
    """The table that tells whether a face is bold (1) or italic (2)."""
    return bytes(44) + struct.pack(">H", style) + bytes(8)


def cmap(letters: str, glyph: int) -> bytes:
    """The table that gives letters that follow each other in Unicode the glyphs from one on."""
    first, last = ord(letters[0]), ord(letters[-1])
    ends, starts = (last, 0xFFFF), (first, 0xFFFF)
    shifts = (glyph - first, 1)
    segments = struct.pack(">2HH2H2h2H", *ends, 0, *starts, *shifts, 0, 0)
    subtable = struct.pack(">HHHHHHH", 4, 14 + len(segments), 0, 4, 0, 0, 0) + segments
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + subtable


def composite(
    encoding: str = "/Identity-H", ordering: str = "Identity", more: str = "", described: str = ""
) -> str:
    """A composite font whose glyphs are half an em wide; `described` is more of its descriptor."""
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Abc /Encoding {encoding} {more} "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Abc /DW 500 "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> "
        f"/FontDescriptor << /Type /FontDescriptor /FontName /Abc /Flags 4 {described} >> >>] >>"
    )

"""Embedded font programs: the emphasis that a face of a family says it is.

jsPDF gives all faces of a family one name and one descriptor; only their programs differ.
Source: OpenType 1.9, `head` (macStyle).
"""

from __future__ import annotations

import struct
from typing import Final

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.settings import Limit

# Bytes of the head of a program, of each entry in its list of tables, and where one has its place.
_DIRECTORY: Final = 12
_ENTRY: Final = 16
_PLACE: Final = 8
# Programs have some twenty tables.
_MOST_TABLES: Limit = 64
# Where `head` has the style, and its bits.
_MAC_STYLE: Final = 44
_MAC_BOLD: Final = 1
_MAC_ITALIC: Final = 2
_TAG = b"head"


def style_of_program(program: bytes) -> int:
    """The emphasis of a TrueType or OpenType program; none where it cannot be told."""
    if len(program) < _DIRECTORY:
        return 0
    (count,) = struct.unpack_from(">H", program, 4)
    for number in range(min(count, _MOST_TABLES)):
        at = _DIRECTORY + number * _ENTRY
        if program.startswith(_TAG, at) and len(program) >= at + _ENTRY:
            (offset,) = struct.unpack_from(">I", program, at + _PLACE)
            return _style_at(program, offset + _MAC_STYLE)
    return 0


def _style_at(program: bytes, at: int) -> int:
    """What two bytes at a place say of the style; nothing where the program ends before."""
    if at + 2 > len(program):
        return 0
    (found,) = struct.unpack_from(">H", program, at)
    return (BOLD if found & _MAC_BOLD else 0) | (ITALIC if found & _MAC_ITALIC else 0)

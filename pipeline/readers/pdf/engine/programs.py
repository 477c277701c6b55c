"""Embedded font programs: the emphasis that a face of a family says it is.

jsPDF gives all faces of a family one name and one descriptor; only their programs differ.
Source: OpenType 1.9, `head` (macStyle).
"""

from __future__ import annotations

import struct

from pipeline.document.text import BOLD, ITALIC

_DIRECTORY, _ENTRY, _MOST_TABLES = 12, 16, 64
_MAC_STYLE = 44
_MAC_BOLD, _MAC_ITALIC = 1, 2


def style_of_program(program: bytes) -> int:
    """The emphasis of a TrueType or OpenType program; none where it cannot be told."""
    if len(program) < _DIRECTORY:
        return 0
    (count,) = struct.unpack_from(">H", program, 4)
    for number in range(min(count, _MOST_TABLES)):
        at = _DIRECTORY + number * _ENTRY
        if program[at : at + 4] == b"head" and len(program) >= at + _ENTRY:
            (offset,) = struct.unpack_from(">I", program, at + 8)
            return _style_at(program, offset + _MAC_STYLE)
    return 0


def _style_at(program: bytes, at: int) -> int:
    """What two bytes at a place say of the style; nothing where the program ends before."""
    if at + 2 > len(program):
        return 0
    (found,) = struct.unpack_from(">H", program, at)
    return (BOLD if found & _MAC_BOLD else 0) | (ITALIC if found & _MAC_ITALIC else 0)

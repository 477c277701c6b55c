"""Font programs tell the emphasis of their face, or nothing."""

from __future__ import annotations

import struct

import pytest

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.engine.fonts import style_of_name
from pipeline.readers.pdf.engine.programs import style_of_program


def program(style: int, before: tuple[bytes, ...] = (b"cmap",)) -> bytes:
    """A font program with a `head` table of this style, after the entries of others."""
    tags = (*before, b"head")
    at = 12 + 16 * len(tags)
    entries = b"".join(tag + struct.pack(">III", 0, at, 54) for tag in tags)
    head = bytes(44) + struct.pack(">H", style) + bytes(8)
    return b"\0\1\0\0" + struct.pack(">HHHH", len(tags), 0, 0, 0) + entries + head


@pytest.mark.parametrize(
    ("style", "expected"), [(0, 0), (1, BOLD), (2, ITALIC), (3, BOLD | ITALIC), (4, 0)]
)
def test_the_style_is_that_of_the_head_table(style: int, expected: int) -> None:
    assert style_of_program(program(style)) == expected
    assert style_of_program(program(style, ())) == expected


@pytest.mark.parametrize(
    "data", [b"", b"\0\1", program(3)[:30], program(3)[:-10], program(3).replace(b"head", b"hdmx")]
)
def test_a_program_that_is_cut_or_has_no_head_tells_nothing(data: bytes) -> None:
    assert style_of_program(data) == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NimbusRomNo9L-Medi", BOLD),
        ("NimbusRomNo9L-MediItal", BOLD | ITALIC),
        ("URWGothicL-BookObli", ITALIC),
        ("Oblik-Regular", 0),
        ("HelveticaNeue-Medium", 0),
        ("Medina-Regular", 0),
    ],
)
def test_faces_of_urw_are_known_by_their_names(name: str, expected: int) -> None:
    assert style_of_name(name) == expected

"""How wide letters are: as the file says, as the standard fonts have it, or as playa finds."""

from __future__ import annotations

import pytest

from tests.unit.readers.pdf.engine.sheets import Sheet


def widths(text: str, entries: str, name: str = "Verdana") -> list[float]:
    """How wide the letters of a text are, in thousandths of the size."""
    kind = f"/Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding"
    font = f"<< {kind} {entries} >>"
    glyphs = Sheet(f"BT /F 1000 Tf 0 100 Td ({text}) Tj ET", fonts={"F": font}).marks().glyphs
    return [round(x1 - x0) for x0, x1 in zip(glyphs.x0, glyphs.x1, strict=True)]


GIVEN = "/FirstChar 97 /LastChar 98 /Widths [111 222]"


def test_widths_of_the_file_are_taken_from_its_first_code_on() -> None:
    assert widths("ab", GIVEN) == [111, 222]
    assert widths("ab", GIVEN, name="Helvetica") == [111, 222]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Helvetica", [278, 556, 722]),
        ("ArialMT", [278, 556, 722]),
        ("Arial,Bold", [333, 611, 722]),
        ("Arial-ItalicMT", [278, 556, 722]),
        ("TimesNewRomanPSMT", [333, 500, 667]),
        ("TimesNewRoman,Bold", [333, 556, 722]),
        ("TimesNewRoman,Italic", [278, 500, 611]),
        ("TimesNewRoman,BoldItalic", [333, 500, 667]),
        ("CourierNew", [600, 600, 600]),
    ],
)
def test_fonts_named_like_standard_ones_have_their_widths(name: str, found: list[int]) -> None:
    assert widths("fbR", "", name=name) == found


def test_the_euro_and_no_break_space_are_as_wide_as_their_likes() -> None:
    assert widths("\u0080\u00a0\u00ad", "", name="Helvetica") == [556, 278, 333]


def test_codes_without_a_width_have_what_playa_finds() -> None:
    assert widths("c", f"{GIVEN} /FontDescriptor << /MissingWidth 444 >>") == [444]


def test_widths_without_a_first_code_are_none() -> None:
    assert widths("a", "/Widths [111]", name="Helvetica") == [556]

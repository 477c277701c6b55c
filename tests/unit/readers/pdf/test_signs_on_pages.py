"""Codes of fonts to characters by both engines alike, and what marks an item on a page."""

from __future__ import annotations

import pytest

from pipeline.core.signs import UNKNOWN
from pipeline.document.model import Paragraph
from pipeline.readers import read
from pipeline.readers.pdf.engine.characters import clean
from pipeline.readers.pdf.lines import LineMaker, _is_marker
from pipeline.readers.pdf.markers import has_bullet, has_marker, is_marker
from pipeline.readers.pdf.second_engine.marks import _char
from tests.unit.readers.pdf.engine.sheets import Sheet, unicode_map


@pytest.mark.parametrize("code", [0x00, 0x01, 0x7F, 0x95, 0xD800, 0xFFFE, 0xFFFF])
def test_codes_of_no_character_are_unknown_to_both_engines(code: int) -> None:
    assert clean(chr(code)) == _char(code) == UNKNOWN


@pytest.mark.parametrize("code", [0x09, 0x0A, 0x0B, 0x1F, 0x85])
def test_controls_that_part_lines_are_white_space_to_both_engines(code: int) -> None:
    assert clean(chr(code)) == _char(code) == " "


def test_ligatures_are_their_letters_also_beside_others() -> None:
    assert clean("\ufb01") == "fi"
    assert clean("o\ufb03ce") == "office"


@pytest.mark.parametrize(("text", "sign"), [(" \u00a0", " "), ("-\u00ad", "-")])
def test_a_sign_that_is_named_for_each_character_it_looks_like_is_one(text: str, sign: str) -> None:
    assert clean(text) == sign


@pytest.mark.parametrize("sign", ["•", "◻", "❖", "➔", "✓", "\uf0a8", UNKNOWN])
def test_text_by_itself_follows_every_bullet_of_a_line(sign: str) -> None:
    assert has_bullet(f"{sign} Eerlijk")
    assert _is_marker([sign])


def test_the_sign_of_a_section_marks_an_item_but_where_a_number_follows() -> None:
    assert has_marker("§ Eerlijk")
    assert is_marker("§")
    assert not has_marker("§ 3.2 Eerlijk")
    assert not has_bullet("§ Eerlijk")


def test_a_minus_sign_before_a_space_marks_an_item() -> None:
    assert has_marker("− Eerlijk")
    assert not has_marker("−5 graden")


def with_unseen_sign(content: str) -> Sheet:
    """A page with a font whose code 1 shows nothing."""
    widths = " ".join(["0"] + ["500"] * 254)
    font = (
        "<< /Type /Font /Subtype /TrueType /BaseFont /Abc /FirstChar 1 "
        f"/Widths [{widths}] /Encoding /WinAnsiEncoding /ToUnicode 20 0 R >>"
    )
    return Sheet(content, fonts={"F": font}, others=[unicode_map(("01", "200B"))])


def test_a_line_may_begin_with_what_shows_nothing_and_a_blank() -> None:
    sheet = with_unseen_sign("BT /F 10 Tf 50 300 Td <01> Tj 10 0 Td ( ) Tj 20 0 Td (Naam) Tj ET")

    (block,) = read(sheet.data()).blocks
    assert isinstance(block, Paragraph)
    assert block.text.chars == "Naam"


def test_the_gap_before_what_shows_nothing_at_the_end_of_a_line_parts_nothing() -> None:
    marks = with_unseen_sign("BT /F 10 Tf 50 300 Td (Naam) Tj 100 0 Td <01> Tj ET").marks()

    (line,) = LineMaker(marks.glyphs).lines(marks.pages[0].runs, 1)
    assert (line.chars, line.gutters) == ("Naam", ())

"""What codes mean where the map of a font does not tell, or tells it in a way of its own."""

from __future__ import annotations

import pytest

from pipeline.core.signs import BULLET, UNKNOWN
from pipeline.readers.pdf.engine.characters import clean
from tests.hostile.pdfs import stream
from tests.unit.readers.pdf.engine.font_files import cmap, composite, font_file, head
from tests.unit.readers.pdf.engine.sheets import Sheet, streamed, texts, unicode_map

SIMPLE = "<< /Type /Font /Subtype /TrueType /BaseFont /Abc /FirstChar 32 /Widths [500] {} >>"


def shown(codes: str, font: str, *others: bytes) -> str:
    """The text of codes in hexadecimal digits; objects from 20 on are others."""
    sheet = Sheet(f"BT /F 10 Tf 50 300 Td <{codes}> Tj ET", fonts={"F": font}, others=others)
    return "".join(texts(sheet))


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ("7F818D8F909D", 6 * BULLET), ("7E808C8E", "~€ŒŽ"), ("919E", "‘ž"),
    ],
)  # fmt: skip
def test_the_codes_that_windows_left_empty_are_bullets_and_no_others(codes: str, text: str) -> None:
    assert shown(codes, SIMPLE.format("/Encoding /WinAnsiEncoding")) == text


def test_a_code_that_windows_left_empty_means_what_the_map_says() -> None:
    mapped = SIMPLE.format("/Encoding /WinAnsiEncoding /ToUnicode 20 0 R")

    assert shown("8141", mapped, unicode_map(("81", "0062"))) == "bA"


def test_a_code_without_a_meaning_is_no_bullet() -> None:
    assert shown("41", SIMPLE.format("/Encoding << /Differences [65 /g17 /B] >>")) == UNKNOWN


# Composite fonts.


PROGRAM = stream(font_file(cmap=cmap("klm", 5)))
EMBEDDED = "/FontFile2 21 0 R"


def test_what_the_map_does_not_have_the_program_of_the_font_may_tell() -> None:
    font = composite(more="/ToUnicode 20 0 R", described=EMBEDDED)
    mapped = unicode_map(("0006", "0062"))

    assert shown("0005000600070009", font, mapped, PROGRAM) == f"kbm{UNKNOWN}"


def test_the_program_tells_all_where_no_map_is_written_out() -> None:
    font = composite(more="/ToUnicode /Identity-H", described=EMBEDDED)

    assert shown("000500060007", font, b"null", PROGRAM) == "klm"


@pytest.mark.parametrize(
    "program",
    [
        streamed("geen", "/Filter /Unknown"), streamed("geen"), stream(font_file(head=head(0))),
        stream(font_file(cmap=cmap("klm", 5)[:20])),
    ],
)  # fmt: skip
def test_a_program_that_is_damaged_or_names_no_letters_tells_nothing(program: bytes) -> None:
    font = composite(more="/ToUnicode 20 0 R", described=EMBEDDED)
    mapped = unicode_map(("0006", "0062"))

    assert shown("00050006", font, mapped, program) == f"{UNKNOWN}b"


def test_a_font_of_another_script_means_what_its_collection_says() -> None:
    assert shown("82A082A2", composite("/90ms-RKSJ-H", "Japan1")) == "あい"


def test_codes_of_another_map_are_characters_as_far_as_there_are_so_many() -> None:
    def map_of(space: str, *codes: str) -> bytes:
        lines = "\n".join(f"<{code}> {n}" for n, code in enumerate(codes, 65))
        spaces = f"<{space.replace('F', '0')}> <{space}>"
        return streamed(
            f"begincmap 1 begincodespacerange {spaces} endcodespacerange "
            f"{len(codes)} begincidchar {lines} endcidchar endcmap",
            "/Type /CMap /CMapName /Eigen",
        )

    assert shown("6B6C", composite("20 0 R"), map_of("FF", "6B", "6C")) == "kl"
    far = map_of("FFFFFFFF", "0001F600", "0010FFFD", "00110000", "FF00006B")
    assert shown("0001F600", composite("20 0 R"), far) == "\U0001f600"
    assert shown("0010FFFD", composite("20 0 R"), far) == "\U0010fffd"
    assert shown("00110000FF00006B", composite("20 0 R"), far) == 2 * UNKNOWN


# Ligatures whose bytes were exchanged.


@pytest.mark.parametrize(
    ("named", "text"),
    [
        ("66006900", "fi"), ("21007E00", "!~"), ("20006900", "\u2000\u6900"),
        ("7F006900", "\u7f00\u6900"), ("81008200", "\u8100\u8200"), ("74696974", "\u7469\u6974"),
    ],
)  # fmt: skip
def test_bytes_are_put_right_where_that_makes_signs_of_ascii(named: str, text: str) -> None:
    font = SIMPLE.format("/ToUnicode 20 0 R")

    assert shown("41", font, unicode_map(("41", named))) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", UNKNOWN), ("\0", UNKNOWN), ("\t", " "), ("\x01", UNKNOWN), ("\x1c", " "), ("a", "a"),
        ("--", "--"), ("\u00a0", "\u00a0"), ("\u00ad", "\u00ad"),
        ("-\u00ad", "-"), ("\u2010", "\u2010"), ("  ", " "), (" \u00a0", " "),
        ("\u00b5\u03bc", "\u00b5"), ("\u00b5\u00b5", "\u00b5\u00b5"), ("\ufb01", "fi"),
    ],
)  # fmt: skip
def test_the_text_of_a_glyph_is_one_sign_that_is_seen(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned

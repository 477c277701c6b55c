"""Codes of fonts: what they mean, how wide they are, what is emphasis."""

from __future__ import annotations

import pytest

from pipeline.core.signs import BULLET, UNKNOWN
from pipeline.core.symbol_fonts import code_of, family_of, is_symbol, sign_of
from pipeline.document.text import BOLD, ITALIC
from tests.unit.readers.pdf.engine.sheets import Sheet, run_of, streamed, texts, unicode_map

SIMPLE = "<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 32 /Widths [500] {more} >>"
COMPOSITE = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Abc /Encoding /Identity-H {more} "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Abc /DW 500 "
    "/W [65 [250 750]] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/FontDescriptor << /Type /FontDescriptor /FontName /Abc /Flags 4 >> >>] >>"
)


def simple(name: str = "Abc", more: str = "") -> str:
    return SIMPLE.format(name=name, more=more)


def shown(codes: str, font: str, *others: str | bytes) -> str:
    """The text of codes in hexadecimal digits."""
    sheet = Sheet(f"BT /F 10 Tf 50 300 Td <{codes}> Tj ET", fonts={"F": font}, others=others)
    return "".join(texts(sheet))


MAPPED = "/ToUnicode 20 0 R"


def test_a_map_of_the_font_says_what_its_codes_mean() -> None:
    mapped = unicode_map(("41", "0062"), ("42", "00660069"))

    assert shown("41424344", simple(more=f"/Encoding /WinAnsiEncoding {MAPPED}"), mapped) == "bfiCD"


def test_codes_in_a_map_may_be_written_shorter_or_longer_than_the_font_does() -> None:
    assert shown("41", simple(more=MAPPED), unicode_map(("0041", "0062"))) == "b"
    assert shown("0041", COMPOSITE.format(more=MAPPED), unicode_map(("41", "0062"))) == "b"


def test_codes_of_a_composite_font_that_no_map_has_are_unknown() -> None:
    assert shown("00410042", COMPOSITE.format(more=MAPPED), unicode_map(("0041", "0062"))) == (
        f"b{UNKNOWN}"
    )
    assert shown("00410042", COMPOSITE.format(more="")) == 2 * UNKNOWN


def test_a_byte_too_many_is_no_code() -> None:
    assert shown("004142", COMPOSITE.format(more=MAPPED), unicode_map(("0041", "0062"))) == "b"


def test_widths_of_a_composite_font_are_its_own() -> None:
    sheet = Sheet(
        "BT /F 10 Tf <004100420043> Tj ET", fonts={"F": COMPOSITE.format(more="")}
    ).marks()

    assert sheet.glyphs.x1 == [2.5, 10.0, 15.0]


def test_ligatures_whose_bytes_a_rewriter_swapped_are_put_right() -> None:
    swapped = unicode_map(("41", "74006900"), ("42", "66006600"), ("43", "0061"))

    assert shown("414243", simple(more=MAPPED), swapped) == "tiffa"


def test_swapped_bytes_are_characters_where_another_ligature_is_written_well() -> None:
    mixed = unicode_map(("41", "74006900"), ("42", "00660066"))

    assert shown("4142", simple(more=MAPPED), mixed) == "\u7400\u6900ff"


@pytest.mark.parametrize(
    ("named", "sign"),
    [
        ("002000A0", " "), ("002D00AD", "-"), ("00B503BC", "µ"), ("22060394", "∆"),
        ("2010002D", "-"), ("00610062", "ab"), ("002D002D", "--"), ("00AD", "-"), ("0000", UNKNOWN),
    ],
)  # fmt: skip
def test_a_glyph_with_two_meanings_that_look_alike_is_one_sign(named: str, sign: str) -> None:
    assert shown("41", simple(more=f"/FirstChar 65 {MAPPED}"), unicode_map(("41", named))) == sign


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings-Regular", "A7", "▪"), ("ABCDEF+Wingdings-Regular", "D8", "➢"),
        ("Wingdings", "6C", "●"), ("Wingdings", "41", "\uf041"), ("Wingdings2", "50", "✓"),
        ("Wingdings 2".replace(" ", "#20"), "A3", "□"), ("Wingdings3", "7D", "▶"),
        ("Webdings", "34", "▶"), ("SymbolMT", "B7", BULLET), ("SymbolMT", "2D", "\u2212"),
        ("Symbol", "61", "α"), ("SymbolMT", "A3", "≤"), ("Wingdings", "20", " "),
    ],
)  # fmt: skip
def test_what_a_code_means_depends_on_the_font(font: str, code: str, sign: str) -> None:
    assert shown(code, simple(font)) == sign
    assert shown(code, simple(font, "/Encoding /WinAnsiEncoding")) == sign


@pytest.mark.parametrize(
    ("font", "named", "sign"),
    [
        ("Wingdings", "F0A7", "▪"), ("Wingdings", "00A7", "▪"), ("Wingdings", "0178", BULLET),
        ("Wingdings", "25AA", "▪"), ("Wingdings", "2713", "✓"), ("SymbolMT", "00B7", BULLET),
        ("SymbolMT", "F0B7", BULLET), ("SymbolMT", "2212", "\u2212"), ("Arial", "00A7", "§"),
        ("Symbola", "00A7", "§"),
    ],
)  # fmt: skip
def test_a_map_that_names_codes_of_a_symbol_font_names_what_they_show(
    font: str, named: str, sign: str
) -> None:
    assert shown("41", simple(font, MAPPED), unicode_map(("41", named))) == sign


def test_fonts_of_symbols_are_told_by_name() -> None:
    assert family_of("Wingdings2") is not family_of("Wingdings") is not None
    assert family_of("Arial") is None
    assert is_symbol("QWERTY+SymbolMT")
    assert not is_symbol("Symbola")
    assert [code_of(char) for char in "\uf0a7§\u0178\u2022\u4e00"] == [0xA7, 0xA7, 0x9F, 0x95, None]
    assert sign_of({0xA7: "▪"}, "▪") == "▪"


COURIER = "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+CourierNewPSMT {more} >>"


def test_the_o_of_a_typewriter_font_that_shows_nothing_else_is_a_bullet() -> None:
    fonts = {"F": COURIER.format(more="/Encoding /WinAnsiEncoding"), "G": simple()}
    bullets = "BT /F 10 Tf 50 300 Td (o ) Tj /G 10 Tf (oor) Tj 0 -12 Td /F 10 Tf (o) Tj ET"

    assert texts(Sheet(bullets, fonts=fonts)) == ["◦ ", "oor", "◦"]
    assert texts(Sheet(f"{bullets} BT /F 10 Tf (x) Tj ET", fonts=fonts))[0] == "o "
    assert texts(Sheet("BT /F 10 Tf (  ) Tj ET", fonts=fonts)) == ["  "]


@pytest.mark.parametrize(
    ("font", "euro", "space"),
    [
        ("Helvetica", 5.56, 2.78), ("Times-Roman", 5.0, 2.5), ("Courier-Bold", 6.0, 6.0),
        ("ArialMT", 5.56, 2.78), ("Arial-BoldMT", 5.56, 2.78), ("TimesNewRomanPS-BoldMT", 5.0, 2.5),
        ("CourierNewPSMT", 6.0, 6.0),
    ],
)  # fmt: skip
def test_standard_fonts_are_as_wide_as_everybody_knows(
    font: str, euro: float, space: float
) -> None:
    kind = "Type1" if "MT" not in font else "TrueType"
    entry = f"<< /Type /Font /Subtype /{kind} /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
    marks = Sheet("BT /F 10 Tf <80A0AD> Tj ET", fonts={"F": entry}).marks()

    widths = [x1 - x0 for x0, x1 in zip(marks.glyphs.x0, marks.glyphs.x1, strict=True)]
    hyphen = 6.0 if "Courier" in font else 3.33
    assert widths == [pytest.approx(euro), pytest.approx(space), pytest.approx(hyphen)]
    assert marks.glyphs.chars == ["€", " ", "-"]


def test_bold_standard_fonts_have_widths_of_their_own() -> None:
    def width(font: str) -> float:
        entry = f"<< /Type /Font /Subtype /TrueType /BaseFont /{font} >>"
        return run_of("BT /F 10 Tf (J) Tj ET", fonts={"F": entry}).x1  # type: ignore[arg-type]

    assert [width("ArialMT"), width("Arial-BoldMT")] == pytest.approx([5.0, 5.56])


def test_the_widths_of_the_file_come_first() -> None:
    entry = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /Widths [900 100] >>"
    marks = Sheet("BT /F 10 Tf (AB) Tj ET", fonts={"F": entry}).marks()

    assert marks.glyphs.x1 == [9.0, 10.0]


def test_a_code_outside_the_widths_of_the_file_is_as_wide_as_a_missing_one() -> None:
    entry = (
        "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 65 /Widths [900] "
        "/FontDescriptor << /Type /FontDescriptor /FontName /Arial /MissingWidth 300 >> >>"
    )
    marks = Sheet("BT /F 10 Tf (AB) Tj ET", fonts={"F": entry}).marks()

    assert marks.glyphs.x1 == [9.0, 12.0]


def test_codes_that_windows_left_empty_are_bullets() -> None:
    entry = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

    assert shown("7F819541", entry) == f"{BULLET}{BULLET}{BULLET}A"


@pytest.mark.parametrize(
    ("name", "entries", "style"),
    [
        ("Abc-BoldItalic", "", BOLD | ITALIC), ("Abc", "/FontWeight 700", BOLD),
        ("Abc", "/FontWeight 400", 0), ("Abc", "/Flags 262144", BOLD), ("Abc", "/Flags 64", ITALIC),
        ("Abc", "/ItalicAngle -12", ITALIC), ("Abc-Bd", "", BOLD), ("Abcde", "", 0),
    ],
)  # fmt: skip
def test_emphasis_is_told_by_name_weight_and_flags(name: str, entries: str, style: int) -> None:
    descriptor = f"/FontDescriptor << /Type /FontDescriptor /FontName /{name} {entries} >>"
    found = run_of("BT /F 10 Tf (a) Tj ET", fonts={"F": simple(name, descriptor)})  # type: ignore[arg-type]

    assert found.style == style


@pytest.mark.parametrize(
    ("font", "style"),
    [
        ("Courier", 0), ("Courier-Bold", BOLD), ("Courier-Oblique", ITALIC),
        ("Courier-BoldOblique", BOLD | ITALIC), ("Times-Italic", ITALIC), ("Helvetica", 0),
    ],
)  # fmt: skip
def test_the_emphasis_of_a_standard_font_is_that_of_its_name(font: str, style: int) -> None:
    entry = f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} >>"

    assert run_of("BT /F 10 Tf (a) Tj ET", fonts={"F": entry}).style == style  # type: ignore[arg-type]


def test_a_standard_font_that_the_file_describes_is_as_it_says() -> None:
    described = "/FontDescriptor << /Type /FontDescriptor /FontName /Courier /Flags 64 >>"
    entry = f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier {described} >>"

    assert run_of("BT /F 10 Tf (a) Tj ET", fonts={"F": entry}).style == ITALIC  # type: ignore[arg-type]


def test_a_font_that_cannot_be_read_keeps_its_text_and_is_told() -> None:
    sheet = Sheet(
        "BT /F 10 Tf (ab) Tj ET", fonts={"F": "<< /Type /Font /Subtype /Type1 /Widths 5 >>"}
    )
    marks = sheet.marks()

    assert "".join(marks.glyphs.chars) == "ab"
    assert marks.complaints == 1


def test_letters_of_a_drawn_font_are_as_wide_as_its_matrix_says() -> None:
    entry = (
        "<< /Type /Font /Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /FontBBox [0 0 9 9] "
        "/FirstChar 65 /LastChar 65 /Widths [50] /CharProcs << /A 20 0 R >> "
        "/Encoding << /Differences [65 /A] >> >>"
    )
    sheet = Sheet("BT /F 10 Tf (AA) Tj ET", fonts={"F": entry}, others=[streamed("50 0 d0")])

    assert sheet.marks().glyphs.x1 == [5.0, 10.0]
    assert texts(sheet) == ["AA"]

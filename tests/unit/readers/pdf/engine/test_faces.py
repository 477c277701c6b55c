"""Fonts of a page: told from each other, spaced, and emphasised by their programs."""

from __future__ import annotations

import pytest

from pipeline.document.text import BOLD, ITALIC
from tests.hostile.pdfs import stream
from tests.unit.readers.pdf.engine.font_files import composite, font_file, head
from tests.unit.readers.pdf.engine.sheets import HELVETICA, Sheet, run_of

COURIER = HELVETICA.replace("Helvetica", "Courier")


def ends(content: str, **fonts: str) -> list[float]:
    """Where the glyphs of a page end; letters of Courier are 0.6 em wide."""
    marks = Sheet(f"BT /F 10 Tf {content} ET", fonts=fonts or {"F": COURIER}).marks()
    return [round(x, 2) for x in marks.glyphs.x1]


# Spacing.


def test_letters_and_words_are_spaced_by_themselves_and_together() -> None:
    assert ends("(a bc) Tj") == [6, 12, 18, 24]
    assert ends("2 Tc (a bc) Tj") == [6, 14, 22, 30]
    assert ends("3 Tw (a bc) Tj") == [6, 12, 21, 27]
    assert ends("2 Tc 3 Tw (a bc) Tj") == [6, 14, 25, 33]
    assert ends("-1 Tc -2 Tw (a bc) Tj") == [6, 11, 14, 19]


def test_the_word_is_spaced_behind_the_blank_of_a_simple_font_alone() -> None:
    assert ends("3 Tw <202120> Tj") == [6, 15, 21]


def test_blanks_of_two_bytes_are_not_spaced_and_those_of_one_are() -> None:
    assert ends("3 Tw <0020004100200042> Tj", F=composite()) == [5, 10, 15, 20]
    assert ends("3 Tw <20412042> Tj", F=composite("/OneByteIdentityH")) == [5, 13, 18, 26]


# Which font it is.


def test_fonts_that_are_written_in_the_resources_are_told_from_each_other() -> None:
    found = ends("(i) Tj /G 10 Tf (i) Tj /F 10 Tf (i) Tj", F=HELVETICA, G=COURIER)

    assert found == [2.22, 8.22, 10.44]


def test_fonts_that_are_objects_are_told_from_each_other() -> None:
    sheet = Sheet(
        "BT /F 10 Tf (i) Tj /G 10 Tf (i) Tj /H 10 Tf (i) Tj ET",
        fonts={"F": "20 0 R", "G": "21 0 R", "H": "20 0 R"},
        others=[HELVETICA, COURIER],
    )

    assert [round(x, 2) for x in sheet.marks().glyphs.x1] == [2.22, 8.22, 10.44]


# Emphasis.


@pytest.mark.parametrize(
    ("weight", "style"), [(400, 0), (500, 0), (599, 0), (600, BOLD), (700, BOLD)]
)
def test_a_face_is_bold_from_semi_bold_on(weight: int, style: int) -> None:
    described = f"/FontDescriptor << /FontName /Abc /FontWeight {weight} >>"
    font = f"<< /Type /Font /Subtype /TrueType /BaseFont /Abc {described} >>"

    assert run_of("BT /F 10 Tf (a) Tj ET", fonts={"F": font}).style == style  # type: ignore[arg-type]


def styles(*faces: tuple[str, int | None]) -> list[int]:
    """The emphasis of the text in each face of a page, of its name and the style of its program."""
    fonts, others = {}, []
    for number, (name, style) in enumerate(faces):
        file = "" if style is None else f"/FontFile2 {20 + number} 0 R"
        fonts[f"F{number}"] = (
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} "
            f"/FontDescriptor << /Type /FontDescriptor /FontName /{name} {file} >> >>"
        )
        others.append(stream(font_file(head=head(style or 0))))
    texts = " ".join(f"/{name} 10 Tf 0 -12 Td (a) Tj" for name in fonts)
    page = Sheet(f"BT 50 300 Td {texts} ET", fonts=fonts, others=others).page()
    return [run.style for run in page.runs]


def test_faces_of_one_name_are_told_apart_by_their_programs() -> None:
    assert styles(("Abc", 0), ("Abc", 1)) == [0, BOLD]
    assert styles(("Abc", 2), ("Abc", 3), ("Def", 0)) == [ITALIC, BOLD | ITALIC, 0]


def test_the_program_of_a_face_that_has_its_name_alone_is_not_asked() -> None:
    assert styles(("Abc", 1)) == [0]
    assert styles(("Abc", 1), ("Def", 1)) == [0, 0]
    assert styles(("Abc", 1), ("Def", 0), ("Def", 1)) == [0, 0, BOLD]


def test_the_program_of_a_face_whose_name_tells_its_style_is_not_asked() -> None:
    assert styles(("Abc-Italic", 1), ("Abc-Italic", 0)) == [ITALIC, ITALIC]


def test_a_face_without_a_program_is_plain_among_others_of_its_name() -> None:
    assert styles(("Abc", None), ("Abc", 1)) == [0, BOLD]


def test_a_font_that_cannot_be_read_is_plain() -> None:
    broken = "<< /Type /Font /Subtype /Type1 /Widths 5 >>"

    assert run_of("BT /F 10 Tf (a) Tj ET", fonts={"F": broken}).style == 0  # type: ignore[arg-type]

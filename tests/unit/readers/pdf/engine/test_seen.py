"""Text that nobody sees, by what lies over and under it; and text that is seen after all."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.marks import COVERED, INVISIBLE, LIKE_ITS_GROUND, STRUCK, WHITE_TEXT
from tests.unit.readers.pdf.engine.sheets import Sheet, hidden, streamed, texts

TEXT = "BT /F 10 Tf {colour} 50 300 Td (abc) Tj ET"
WHITE = TEXT.format(colour="1 g")
BLACK = TEXT.format(colour="0 g")
BOX = "40 290 100 30 re f"
ROUND = "40 290 m 140 290 l 150 300 150 310 140 320 c 40 320 l f"
PICTURES = "/XObject << /X 20 0 R >>"
IMAGE = streamed("x", "/Subtype /Image /Width 1 /Height 1")
PICTURE = "q 100 0 0 30 40 290 cm /X Do Q"


def why(content: str, **options: object) -> str:
    """Why the only run is not seen."""
    (kind,) = hidden(Sheet(content, **options)).values()  # type: ignore[arg-type]
    return kind


@pytest.mark.parametrize(
    ("ground", "kind"),
    [
        ("", WHITE_TEXT),
        (f"0 .4 0 rg {BOX}", ""),
        (f"0 .4 0 rg {ROUND}", ""),
        ("0 .4 0 rg 0 0 400 400 re f", ""),
        (f".9 g {BOX} 1 g {BOX}", WHITE_TEXT),
        (f"1 g {BOX}", WHITE_TEXT),
        (f".2 g 0 0 400 400 re f 1 g {ROUND}", ""),
        (f"/Pattern cs /P scn {BOX}", ""),
        ("q 40 290 100 30 re W n /S sh Q", ""),
        (".2 G 20 w 40 303 m 140 303 l S", ""),
        ("0 .4 0 rg 200 290 100 30 re f", WHITE_TEXT),
        ("0 .4 0 rg 40 200 100 30 re f", WHITE_TEXT),
    ],
)
def test_white_text_is_seen_on_a_ground_of_another_colour(ground: str, kind: str) -> None:
    assert why(f"{ground} {WHITE}") == kind


def test_white_text_is_seen_on_a_picture_and_not_under_one() -> None:
    assert why(f"{PICTURE} {WHITE}", resources=PICTURES, others=[IMAGE]) == ""
    assert why(f"{WHITE} {PICTURE}", resources=PICTURES, others=[IMAGE]) == INVISIBLE


def test_a_ground_that_is_painted_later_is_none() -> None:
    assert why(f"{WHITE} 0 .4 0 rg {ROUND}") == WHITE_TEXT


def test_text_in_the_colour_of_its_ground_is_not_seen() -> None:
    assert why(f"0 0 .5 rg {BOX} {TEXT.format(colour='0 0 .5 rg')}") == LIKE_ITS_GROUND
    assert why(f"0 0 .5 rg {BOX} {TEXT.format(colour='0 0 .6 rg')}") == ""


@pytest.mark.parametrize("how", ["1 Tr 1 g", "/Pattern cs /P scn", "2 Tr 1 g"])
def test_text_without_one_colour_is_seen(how: str) -> None:
    assert why(TEXT.format(colour=how)) == ""


@pytest.mark.parametrize(
    ("over", "kind"),
    [
        (f"1 g {BOX}", COVERED),
        (f"0 g {BOX}", COVERED),
        (f"1 g {ROUND}", ""),
        ("1 g 40 290 15 30 re f", ""),
        ("1 g 40 290 100 12 re f", ""),
        ("1 g 40 296 100 9.5 re f", COVERED),
        (f"/Through gs 1 g {BOX}", ""),
        (f"/Half gs 1 g {BOX}", ""),
        (f"1 g {BOX} {BOX}".replace("f 40", "40"), ""),
        ("1 g 40 290 100 30 re 45 295 50 5 re f*", ""),
        (f"/Pattern cs /P scn {BOX}", COVERED),
    ],
)
def test_text_is_hidden_where_something_covers_it_for_sure(over: str, kind: str) -> None:
    states = "/ExtGState << /Through << /BM /Multiply >> /Half << /ca .5 >> >>"

    assert why(f"{BLACK} {over}", resources=states) == kind


@pytest.mark.parametrize("entry", ["/SMask 21 0 R", "/ImageMask true", "/Mask [0 9]"])
def test_a_picture_that_lets_something_through_hides_nothing(entry: str) -> None:
    image = streamed("x", f"/Subtype /Image /Width 1 /Height 1 {entry}")

    assert why(f"{BLACK} {PICTURE}", resources=PICTURES, others=[image, IMAGE]) == ""


def test_text_that_is_printed_again_over_what_covers_it_is_seen() -> None:
    marks = Sheet(f"{BLACK} 1 g {BOX} {BLACK}").marks()

    assert [run.hidden for run in marks.pages[0].runs] == [COVERED, ""]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("50 303 m 66 303 l S", STRUCK), ("50 303 16 .5 re f", STRUCK), ("50 300 m 66 300 l S", ""),
        ("50 300.8 m 66 300.8 l S", ""), ("50 306 m 66 306 l S", ""), ("58 303 m 58.5 303 l S", ""),
    ],
)  # fmt: skip
def test_text_that_a_line_runs_through_is_struck(line: str, kind: str) -> None:
    assert why(f"{BLACK} {line}") == kind


def test_a_line_strikes_the_letters_that_it_runs_through_from_end_to_end() -> None:
    # Letters of 5.56 points: the line runs through the second and the third.
    sheet = Sheet("BT /F 10 Tf 50 300 Td (aaaa) Tj ET 55.6 303 m 66.7 303 l S")

    assert texts(sheet) == ["a", "aa", "a"]
    assert [run.hidden for run in sheet.page().runs] == ["", STRUCK, ""]


def test_a_line_that_ends_inside_a_letter_strikes_nothing() -> None:
    assert texts(Sheet("BT /F 10 Tf 50 300 Td (aaaa) Tj ET 53 303 m 64 303 l S")) == ["aaaa"]


def test_a_line_goes_on_into_the_next_run() -> None:
    sheet = Sheet("BT /F 10 Tf 50 300 Td (aa) Tj /F 10.1 Tf (aa) Tj ET 55.6 303 m 66.8 303 l S")

    assert [run.hidden for run in sheet.page().runs] == ["", STRUCK, STRUCK, ""]


def test_turned_text_is_covered_and_seen_like_any_other() -> None:
    turned = "BT /F 10 Tf {colour} 0 1 -1 0 100 50 Tm (abc) Tj ET"
    box = "85 40 30 60 re f"

    assert why(f"{turned.format(colour='0 g')} 1 g {box}") == COVERED
    assert why(f"0 .4 0 rg {box} {turned.format(colour='1 g')}") == ""
    assert why(turned.format(colour="1 g")) == WHITE_TEXT


@pytest.mark.parametrize(
    ("entries", "kind"), [("/BPC 8 /CS /G", INVISIBLE), ("/I false /IM true", "")]
)
def test_a_picture_in_the_stream_hides_text_but_as_a_stencil(entries: str, kind: str) -> None:
    picture = f"q 100 0 0 30 40 290 cm BI /W 1 {entries} /H 1 ID x EI Q"

    assert why(f"{BLACK} {picture}") == kind


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        ("51 290 100 30", COVERED), ("51.1 290 100 30", ""), ("40 290 25.2 30", COVERED),
        ("40 290 25 30", ""), ("40 300 100 5", COVERED), ("40 300.1 100 5", ""),
        ("40 300 100 4.9", ""), ("40 290 100 15", COVERED), ("40 290 100 14.9", ""),
    ],
)  # fmt: skip
def test_text_is_covered_with_a_point_bare_at_its_ends_and_half_its_height(
    box: str, kind: str
) -> None:
    # The letters reach from 50 to 66.68, and from 297.5 to 307.5.
    assert why(f"{BLACK} 1 g {box} re f") == kind

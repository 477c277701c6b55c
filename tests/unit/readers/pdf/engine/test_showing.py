"""Where one run ends and the next begins, what is too small or leans, to the point and the em."""

from __future__ import annotations

import math

import pytest

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.engine.showing import direction_of
from pipeline.readers.pdf.marks import CLIPPED, INVISIBLE, WITHOUT_SIZE
from tests.unit.readers.pdf.engine.font_files import composite
from tests.unit.readers.pdf.engine.sheets import HELVETICA, Sheet, hidden, run_of, texts

# Helvetica: an `a` and a `b` are 0.556 em wide, an `i` 0.222.


def text(content: str, size: float = 10) -> list[str]:
    return texts(Sheet(f"BT /F {size:g} Tf 50 300 Td {content} ET"))


def test_a_run_is_as_high_as_any_of_its_size() -> None:
    run = run_of("BT /F 20 Tf 50 300 Td (a) Tj ET")

    assert (run.top, run.baseline, run.bottom) == (85.0, 100.0, 105.0)


@pytest.mark.parametrize(
    ("back", "parts"), [(-800, 1), (-801, 2), (800, 1), (801, 2), (0, 1), (-8000, 2)]
)
def test_a_jump_of_four_fifths_of_an_em_begins_another_run(back: int, parts: int) -> None:
    assert len(text(f"[(a) {back} (b)] TJ")) == parts


@pytest.mark.parametrize(("gap", "parts"), [(0.99, 1), (1.01, 2), (-0.99, 1), (-1.01, 2)])
def test_a_letter_that_kerning_moves_goes_on(gap: float, parts: int) -> None:
    assert len(text(f"(a) Tj {5.56 + gap} 0 Td (b) Tj")) == parts
    assert len(text(f"(a) Tj {11.12 + 2 * gap} 0 Td (b) Tj", 20)) == parts


@pytest.mark.parametrize(("rise", "parts"), [(0.009, 1), (0.02, 2), (-0.009, 1), (-0.02, 2)])
def test_a_letter_on_another_baseline_does_not(rise: float, parts: int) -> None:
    assert len(text(f"(a) Tj 5.56 {rise} Td (b) Tj")) == parts


def test_a_string_that_is_placed_by_itself_begins_a_run_and_one_letter_goes_on() -> None:
    assert text("(a) Tj 5.56 0 Td (bc) Tj") == ["a", "bc"]
    assert text("(a) Tj 5.56 0 Td (b) Tj") == ["ab"]
    assert text("(a) Tj (bc) Tj") == ["abc"]


def test_what_goes_on_reaches_as_far_as_its_last_letter() -> None:
    run = run_of("BT /F 10 Tf 50 300 Td (a) Tj 5.56 0 Td (i) Tj ET")

    assert (run.x0, run.end - run.start) == (50.0, 2)
    assert run.x1 == pytest.approx(57.78)


@pytest.mark.parametrize(("size", "why"), [(0.99, WITHOUT_SIZE), (1.0, ""), (-0.99, WITHOUT_SIZE)])
def test_letters_below_a_point_are_not_seen(size: float, why: str) -> None:
    assert hidden(Sheet(f"BT /F {size} Tf 50 300 Td (a) Tj ET")) == {"a": why}


@pytest.mark.parametrize(("lean", "style"), [(0.09, 0), (0.11, ITALIC), (-0.11, ITALIC)])
def test_letters_that_lean_are_italic(lean: float, style: int) -> None:
    assert run_of(f"BT /F 10 Tf 1 0 {lean} 1 50 300 Tm (a) Tj ET").style == style


def test_a_stretched_em_leans_no_more_than_another() -> None:
    assert run_of("BT /F 10 Tf 2 0 .09 1 50 300 Tm (a) Tj ET").style == 0
    assert run_of("BT /F 10 Tf 1 0 .3 4 50 300 Tm (a) Tj ET").style == 0
    assert run_of("BT /F 10 Tf 1 0 .5 4 50 300 Tm (a) Tj ET").style == ITALIC


def test_letters_that_are_turned_do_not_lean_by_that() -> None:
    assert run_of("BT /F 10 Tf .6 .8 -.8 .6 50 300 Tm (a) Tj ET").style == 0
    assert run_of("BT /F 10 Tf 0 1 -1 .2 50 300 Tm (a) Tj ET").style == ITALIC


@pytest.mark.parametrize(
    ("degrees", "askew"),
    [
        (4.9, False), (5.1, True), (90, False), (86, False), (-4.9, False), (-5.1, True),
        (150, True), (176, False), (-150, True), (-94, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("scale", [0.2, 1, 10])
def test_text_is_askew_beyond_five_degrees(degrees: float, askew: bool, scale: float) -> None:
    c, s = (scale * turn(math.radians(degrees)) for turn in (math.cos, math.sin))
    run = run_of(f"BT /F 10 Tf {c:.5f} {s:.5f} {-s:.5f} {c:.5f} 50 300 Tm (a) Tj ET")

    assert run.askew is askew


@pytest.mark.parametrize(
    ("a", "b", "direction"),
    [
        (1, 0, 0),
        (-1, 0, 2),
        (0, 1, 1),
        (0, -1, 3),
        (1, 1, 0),
        (-1, 1, 2),
        (1, -2, 3),
        (-1, 2, 1),
        (0, 0, 0),
    ],
)
def test_the_nearest_quarter_is_the_direction(a: float, b: float, direction: int) -> None:
    assert direction_of(a, b) == direction


def test_letters_of_a_small_size_or_none_read_as_others_do() -> None:
    for size in ("0", ".5", "10"):
        assert run_of(f"BT /F {size} Tf 20 0 0 20 50 300 Tm (a) Tj ET").direction == 0


def test_modes_that_draw_nothing_and_those_that_draw_the_outline() -> None:
    found = [run_of(f"BT /F 10 Tf {mode} Tr 50 300 Td (a) Tj ET") for mode in range(8)]

    assert [run.hidden for run in found] == ["", "", "", INVISIBLE, "", "", "", INVISIBLE]
    assert [run.style for run in found] == [0, 0, BOLD, 0, 0, 0, 0, 0]


def test_text_of_no_opacity_is_unseen_where_it_is_filled_alone() -> None:
    def why(mode: int) -> str:
        clear = "/ExtGState << /Clear << /ca 0 >> >>"
        sheet = Sheet(f"BT /F 10 Tf /Clear gs {mode} Tr 50 300 Td (a) Tj ET", resources=clear)
        return hidden(sheet)["a"]

    assert [why(mode) for mode in (0, 1, 2, 4)] == [INVISIBLE, "", "", INVISIBLE]


@pytest.mark.parametrize(
    ("clip", "why"),
    [
        ("0 297 400 20", ""), ("0 298 400 20", ""), ("0 303 400 9", CLIPPED),
        ("0 280 400 20", CLIPPED), ("0 280 400 23", ""), ("60 290 9 20", ""),
        ("61.2 290 9 20", CLIPPED), ("40 290 9 20", CLIPPED), ("40 290 11 20", ""),
    ],
)  # fmt: skip
def test_a_clip_shows_what_has_the_middle_of_its_height_in_it(clip: str, why: str) -> None:
    sheet = Sheet(f"{clip} re W n BT /F 10 Tf 50 300 Td (ab) Tj ET")

    assert hidden(sheet) == {"ab": why}


@pytest.mark.parametrize("clip", ["0 290 400 90", "300 300 9 9"])
def test_a_clip_says_nothing_of_text_that_nobody_sees_anyway(clip: str) -> None:
    sheet = Sheet(f"{clip} re W n BT /F 10 Tf 3 Tr 50 300 Td (ab) Tj ET")

    assert hidden(sheet) == {"ab": INVISIBLE}


def test_the_clip_of_turned_text_is_that_of_its_page() -> None:
    def why(clip: str) -> str:
        return hidden(Sheet(f"{clip} re W n BT /F 10 Tf 0 1 -1 0 50 300 Tm (ab) Tj ET"))["ab"]

    assert why("45 290 9 9") == CLIPPED
    assert why("45 290 9 20") == ""
    assert why("50 290 9 90") == CLIPPED


def test_the_edges_of_a_clip_are_those_of_its_own_sides() -> None:
    def why(clip: str) -> str:
        return hidden(Sheet(f"{clip} re W n BT /F 10 Tf 0 1 -1 0 50 300 Tm (ab) Tj ET"))["ab"]

    # The letters reach from 42.5 to 52.5, and from 300 to 311.1.
    across = ("0 290 47 40", "0 290 48 40", "47 290 90 40", "48 290 9 40")
    assert [why(clip) for clip in across] == [CLIPPED, "", "", CLIPPED]
    along = ("40 311 40 20", "40 312 40 20", "40 9 40 291", "40 9 40 292")
    assert [why(clip) for clip in along] == ["", CLIPPED, CLIPPED, ""]


def test_a_vertical_font_goes_down() -> None:
    page = Sheet(
        "BT /F 10 Tf 50 300 Td <00410042> Tj <0043> Tj <0044> Tj ET",
        fonts={"F": composite("/Identity-V")},
    ).page()

    assert [(run.x0, run.baseline) for run in page.runs] == [(50, 100), (50, 120), (50, 130)]


# Where glyphs stand.


def places(content: str) -> list[tuple[float, float]]:
    """Where each glyph of a page begins and ends; letters of Courier are 0.6 em wide."""
    courier = HELVETICA.replace("Helvetica", "Courier")
    glyphs = Sheet(content, fonts={"F": courier}).marks().glyphs
    pairs = zip(glyphs.x0, glyphs.x1, strict=True)
    return [(round(x0, 2), round(x1, 2)) for x0, x1 in pairs]


def test_each_glyph_stands_behind_those_before_it() -> None:
    whole = [(50, 56), (56, 62), (67, 73), (71, 77), (77, 83)]

    assert places("BT /F 10 Tf 50 300 Td [(ab) -500 (c) 200 (de)] TJ ET") == whole
    wide = [(50 + 2 * (x0 - 50), 50 + 2 * (x1 - 50)) for x0, x1 in whole]
    assert places("BT /F 20 Tf 50 300 Td [(ab) -500 (c) 200 (de)] TJ ET") == wide
    assert places("BT /F 5 Tf 4 0 0 4 50 300 Tm [(ab) -500 (c) 200 (de)] TJ ET") == wide
    assert places("BT /F 10 Tf 200 Tz 50 300 Td [(ab) -500 (c) 200 (de)] TJ ET") == wide


def test_a_negative_size_turns_glyphs_and_makes_none_narrower() -> None:
    backwards = "BT /F -10 Tf -1 0 0 -1 50 300 Tm (ab) Tj ET"

    assert places(backwards) == places("BT /F 10 Tf 50 300 Td (ab) Tj ET")


def test_a_run_whose_letters_go_back_ends_where_it_begins() -> None:
    run = run_of("BT /F 10 Tf -20 Tc 50 300 Td (ab) Tj ET")

    assert (run.x0, run.x1) == (50, 50)


def test_text_before_any_text_object_stands_at_the_corner() -> None:
    run = run_of("/F 10 Tf (a) Tj")

    assert (run.x0, run.baseline) == (0, 400)


def test_strings_without_letters_show_nothing() -> None:
    assert texts(Sheet("BT /F 10 Tf 50 300 Td () Tj [] TJ [-900] TJ [() -900 ()] TJ ET")) == []
    assert text("[(a) -900 () -900 (b) -900] TJ") == ["a", "b"]


def test_the_letters_of_a_typewriter_font_are_looked_at_and_no_others() -> None:
    courier = HELVETICA.replace("Helvetica", "Courier")
    content = "BT /F 10 Tf 50 300 Td (o) Tj /G 10 Tf 20 0 Td (o) Tj ET"

    assert texts(Sheet(content, fonts={"F": courier, "G": HELVETICA})) == ["◦", "o"]

"""Drawn paths to rules, shades with their colours, dots, and white rules; what clips cut off."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine.colours import alike, is_white, of_device
from pipeline.readers.pdf.marks import Colour, Rule
from tests.unit.readers.pdf.engine.sheets import Sheet, streamed


def level(at: float, start: float, end: float) -> Rule:
    return Rule(True, at, start, end)


def upright(at: float, start: float, end: float) -> Rule:
    return Rule(False, at, start, end)


def rules(content: str) -> list[Rule]:
    """The rules of a page of 400 points; y grows downwards in them."""
    return list(Sheet(content).page().rules)


def test_lines_that_are_level_or_upright_are_rules_and_others_are_none() -> None:
    assert rules("50 300 m 150 300 l S 50 300 m 50.5 200 l S 50 300 m 150 200 l S") == [
        level(100, 50, 150), upright(50.25, 100, 200),
    ]  # fmt: skip


def test_an_outline_is_four_rules_and_an_open_one_three() -> None:
    corners = "10 10 m 60 10 l 60 60 l 10 60 l"

    assert len(rules(f"{corners} s")) == len(rules("10 10 50 50 re S")) == 4
    assert len(rules(f"{corners} S")) == 3
    assert len(rules(f"{corners} h B")) == 4


def test_a_thin_filled_area_is_a_rule_and_a_small_square_a_rule_both_ways() -> None:
    assert rules("50 300 100 .5 re f") == [level(99.75, 50, 150)]
    assert rules("50 300 .5 100 re f") == [upright(50.25, 0, 100)]
    assert rules("50 300 3 100 re f") != []
    assert rules("50 300 3.5 100 re f") == []
    assert rules("50 300 1 1 re f") == [level(99.5, 50, 51), upright(50.5, 99, 100)]


def test_a_matrix_places_the_points_that_come_after_it() -> None:
    assert rules("2 0 0 2 10 10 cm 50 100 m q 5 0 0 5 0 0 cm Q 100 100 l S") == [
        level(190, 110, 210)
    ]


def test_a_line_that_is_thick_is_an_area() -> None:
    page = Sheet("1 0 0 RG 20 w 50 300 m 150 300 l S").page()

    assert (page.rules, page.shades) == ((), ((50, 90, 150, 110),))
    assert page.shade_colours == ((1.0, 0.0, 0.0),)


def test_curves_are_no_rules_and_round_ones_are_dots() -> None:
    circle = "53 50 m 53 54 47 54 47 50 c 47 46 53 46 53 50 c"
    page = Sheet(f"{circle} f {circle} S 200 200 m 250 250 300 200 v S 9 9 m 90 9 90 90 y S").page()

    assert (page.rules, page.dots) == ((), ((47, 346, 53, 354), (47, 346, 53, 354)))


def test_white_on_paper_is_nothing() -> None:
    page = Sheet("1 g 1 G 50 300 100 .5 re f 50 200 100 50 re f 9 9 m 99 9 l S").page()

    assert (page.rules, page.shades, page.white_rules, page.dots) == ((), (), (), ())


def test_white_strips_and_lines_on_a_coloured_ground_are_white_rules() -> None:
    page = Sheet(
        ".8 g 50 200 200 100 re f 1 g 1 G 50 250 200 1 re f 150 200 m 150 300 l S 50 150 200 1 re f"
    ).page()

    assert page.white_rules == (level(149.5, 50, 250), upright(150, 100, 200))
    assert page.rules == ()


def test_shades_tell_their_colours() -> None:
    page = Sheet(
        "1 0 0 rg 50 300 20 20 re f .5 g 50 250 20 20 re f 0 0 0 .25 k 50 200 20 20 re f "
        "/Pattern cs /P scn 50 150 20 20 re f"
    ).page()

    assert page.shades[0] == (50, 80, 70, 100)
    assert page.shade_colours == ((1.0, 0.0, 0.0), (0.5, 0.5, 0.5), (0.75, 0.75, 0.75), None)


def test_a_page_sized_fill_is_no_shade() -> None:
    assert Sheet(".9 g 0 0 400 400 re f").page().shades == ()
    assert Sheet(".9 g 0 0 400 355 re f").page().shades == ((0, 45, 400, 400),)


def test_what_lets_everything_through_shades_nothing() -> None:
    sheet = Sheet("/Clear gs 50 300 20 20 re f", resources="/ExtGState << /Clear << /ca 0 >> >>")

    assert sheet.page().shades == ()


CLIP = "q 100 100 100 100 re W n"


def test_a_clip_cuts_rules_and_shades_and_ends_with_what_it_was_saved_with() -> None:
    page = Sheet(f"{CLIP} 50 150 m 300 150 l S 50 50 100 100 re f Q 50 350 m 300 350 l S").page()

    assert page.rules == (level(250, 100, 200), level(50, 50, 300))
    assert page.shades == ((100, 250, 150, 300),)


def test_what_lies_outside_its_clip_is_not_there() -> None:
    page = Sheet(
        f"{CLIP} 50 50 m 300 50 l S 50 50 m 50 300 l S 10 10 40 40 re f 10 10 4 4 re f "
        "10 150 m 90 150 l S"
    ).page()

    assert (page.rules, page.shades, page.dots) == ((), (), ())


@pytest.mark.parametrize(("width", "shown"), [(1, True), (0.1, False)])
def test_a_border_on_the_edge_of_its_clip_shows_by_half(width: float, shown: bool) -> None:
    found = rules(f"{CLIP} {width} w 100 200.8 m 200 200.8 l S")

    assert (len(found) == 1) == shown


def test_clips_within_clips_show_what_both_do() -> None:
    assert rules(f"{CLIP} 150 0 300 400 re W* n 0 150 m 400 150 l S") == [level(250, 150, 200)]
    assert rules(f"{CLIP} 300 300 9 9 re W n 0 150 m 400 150 l S") == []
    assert rules(f"{CLIP} W n 0 150 m 400 150 l S") == [level(250, 100, 200)]


def test_pictures_are_seen_and_small_ones_are_dots() -> None:
    image = streamed("x", "/Subtype /Image /Width 1 /Height 1")
    picture = Sheet(
        "q 5 0 0 5 50 50 cm /X Do Q", resources="/XObject << /X 20 0 R >>", others=[image]
    )
    inline = Sheet("q 50 0 0 50 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")

    assert (picture.page().has_images, picture.page().dots) == (True, ((50, 345, 55, 350),))
    assert (inline.page().has_images, inline.page().dots) == (True, ())


SPACES = (
    ("/DeviceCMYK cs .1 .2 .3 .4 sc", (0.5, 0.4, 0.3)),
    ("/Ink cs 1 scn", (0.0, 0.0, 1.0)),
    ("/Ink cs 0 scn", None),
    ("/Ink cs .5 scn", (0.5, 0.5, 1.0)),
    ("/Black cs .25 scn", (0.75, 0.75, 0.75)),
    ("/Table cs 1 sc", (1.0, 0.0, 0.0)),
    ("/Profile cs 0 1 0 sc", (0.0, 1.0, 0.0)),
    ("/Lab cs 50 0 0 sc", (0.5, 0.5, 0.5)),
    ("/DeviceGray cs", (0.0, 0.0, 0.0)),
)


@pytest.mark.parametrize(("setting", "colour"), SPACES)
def test_colours_are_told_by_their_space(setting: str, colour: Colour | None) -> None:
    mixing = "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] /C1 [0 0 1] >>"
    spaces = (
        f"/ColorSpace << /Ink [/Separation /Blauw /DeviceRGB {mixing}] "
        "/Black [/Separation /Black /DeviceGray << /FunctionType 4 >>] "
        "/Table [/Indexed /DeviceRGB 1 <00FF00FF0000>] /Profile [/ICCBased 20 0 R] "
        "/Lab [/Lab << >>] >>"
    )
    page = Sheet(
        f"{setting} 50 300 20 20 re f", resources=spaces, others=[streamed("", "/N 3")]
    ).page()

    assert page.shade_colours == (() if colour is None else (pytest.approx(colour),))


def test_white_is_told_within_rounding() -> None:
    assert is_white((0.98, 0.98, 0.98))
    assert not is_white((0.97, 1.0, 1.0))
    assert not is_white(None)
    assert alike((0.5, 0.5, 0.5), (0.51, 0.49, 0.5))
    assert of_device([2.0, -1.0, 0.5]) == (1.0, 0.0, 0.5)
    assert of_device([0.1, 0.2]) is None

"""Where the glyphs of a page stand: boxes by lines, pages that are turned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.marks import (
    Box,
    BoxLocator,
    Marks,
    Page,
    Rule,
    Run,
    Tagged,
    turned,
    turned_back,
)
from tests.unit.readers.pdf.typed import Typed

WIDTH, HEIGHT = 400.0, 300.0


def page(number: int, *runs: Run) -> Page:
    return Page(number, WIDTH, HEIGHT, runs, (), (), (), has_images=False)


def boxes(typed: Typed, *origins: int) -> list[Box | None]:
    """The boxes of some glyphs of one page."""
    locator = BoxLocator.of(Marks((page(1, *typed.runs),), typed.glyphs, None))
    return [place.box for place in locator.places(origins)]


def test_the_characters_of_a_page_stand_as_they_were_drawn() -> None:
    typed = Typed()
    later, first = typed.run("dijk"), typed.run("wacht")
    other = typed.run("sluis")
    marks = Marks((page(1, first, later), page(2, other)), typed.glyphs, None)

    assert [marks.chars(one) for one in marks.pages] == ["wachtdijk", "sluis"]


def test_glyphs_of_one_run_have_one_box_from_the_first_to_the_last() -> None:
    typed = Typed()
    typed.run("de dijkwacht", 50, 100)

    assert boxes(typed, 3, 4, 5) == [(65.0, 92.5, 80.0, 102.5)]
    # Those in between belong to the stretch.
    assert boxes(typed, 3, 6) == [(65.0, 92.5, 85.0, 102.5)]


def test_runs_of_one_line_share_a_box() -> None:
    typed = Typed()
    typed.run("dijk", 50, 100)
    typed.run("wacht", 75, 98)

    assert boxes(typed, 2, 4, 5) == [(60.0, 90.5, 85.0, 102.5)]


@pytest.mark.parametrize(("y", "count"), [(104.9, 1), (105.1, 2), (95.1, 1), (94.9, 2)])
def test_runs_share_a_line_where_half_their_height_does(y: float, count: int) -> None:
    typed = Typed()
    typed.run("dijk", 50, 100)
    typed.run("wacht", 75, y)

    assert len(boxes(typed, 0, 4)) == count


def test_the_lower_of_two_runs_tells_whether_they_share_a_line() -> None:
    typed = Typed()
    typed.run("D", 50, 100, size=30)
    typed.run("2", 65, 84, size=6)
    typed.run("k", 68, 100, size=30)

    assert boxes(typed, 0, 1) == [(50.0, 77.5, 68.0, 107.5)]
    assert boxes(typed, 1, 2) == [(65.0, 77.5, 83.0, 107.5)]


def test_a_box_reaches_down_to_its_lowest_run() -> None:
    typed = Typed()
    typed.run("dijk", 50, 100)
    typed.run("2", 70, 103)

    assert boxes(typed, 3, 4) == [(65.0, 92.5, 75.0, 105.5)]


def test_a_stretch_has_a_box_for_each_line_in_turn() -> None:
    typed = Typed()
    typed.run("dijk", 80, 100)
    typed.run("wacht", 50, 112)

    assert boxes(typed, 3, 4) == [(95.0, 92.5, 100.0, 102.5), (50.0, 104.5, 55.0, 114.5)]


def test_glyphs_out_of_turn_widen_no_box_to_nothing() -> None:
    typed = Typed()
    typed.run("dijk", 50, 100)

    # Going back begins another box of the same line.
    assert boxes(typed, 2, 0) == [(50.0, 92.5, 65.0, 102.5)]


def test_an_accent_wider_than_its_letter_ends_no_box_before_it_begins() -> None:
    typed = Typed()
    typed.run("dijk", 50, 100)
    typed.glyphs.x1[0] = 48.0

    assert boxes(typed, 0) == [(50.0, 92.5, 50.0, 102.5)]


def test_places_are_rounded_and_know_their_page() -> None:
    typed = Typed()
    first = typed.run("dijk", 50.04, 100)
    second = typed.run("wacht", 50, 100)
    marks = Marks((page(1, first), page(2, second)), typed.glyphs, None)
    places = BoxLocator.of(marks).places((0, 4))

    assert [place.page for place in places] == [1, 2]
    assert places[0].box == (50.0, 92.5, 55.0, 102.5)


def test_a_glyph_has_its_run_though_runs_were_put_in_another_order() -> None:
    typed = Typed()
    first, second = typed.run("dijk"), typed.run("wacht")
    locator = BoxLocator.of(Marks((page(7, second, first),), typed.glyphs, None))

    assert [locator.run(n)[1] for n in (0, 3, 4, 8)] == [first, first, second, second]
    assert locator.run(4)[0].number == 7


def test_the_box_of_a_turned_run_is_where_the_page_shows_it() -> None:
    typed = Typed()
    run = replace(typed.run("dijk", 50, 100), direction=1)
    typed.runs[0] = run

    assert boxes(typed, 0) == [(WIDTH - 102.5, 50.0, WIDTH - 92.5, 55.0)]


@pytest.mark.parametrize(
    ("direction", "box"),
    [
        (0, (10, 20, 40, 30)),
        (1, (370, 10, 380, 40)),
        (2, (360, 270, 390, 280)),
        (3, (20, 260, 30, 290)),
    ],
)
def test_boxes_are_turned_about_the_page(direction: int, box: Box) -> None:
    assert turned((10, 20, 40, 30), direction, WIDTH, HEIGHT) == box


@pytest.mark.parametrize("direction", range(4))
def test_a_corner_that_is_turned_back_is_where_it_was(direction: int) -> None:
    x0, top, x1, bottom = turned((10, 20, 40, 30), direction, WIDTH, HEIGHT)
    corners = {turned_back(direction, x, y, WIDTH, HEIGHT) for x in (x0, x1) for y in (top, bottom)}

    assert corners == {(10, 20), (10, 30), (40, 20), (40, 30)}


def test_marks_without_faults_have_no_complaints() -> None:
    assert Marks((), Typed().glyphs, None).complaints == 0


def test_an_element_takes_one_row_and_one_column() -> None:
    assert (Tagged("TD", ()).rowspan, Tagged("TD", ()).colspan) == (1, 1)


def test_a_rule_lies_in_a_box_without_width_or_height() -> None:
    assert Rule(True, 20, 5, 90).box == (5, 20, 90, 20)
    assert Rule(False, 20, 5, 90).box == (20, 5, 20, 90)


def test_a_page_keeps_what_is_drawn_in_some_places_and_all_its_runs() -> None:
    typed = Typed()
    above, below = (0.0, 10.0, 50.0, 20.0), (0.0, 210.0, 50.0, 220.0)
    rules = (Rule(True, 20, 0, 50), Rule(False, 0, 210, 220))
    whole = replace(
        page(1, typed.run("dijk", 10, 15)), rules=rules, white_rules=rules, shades=(above, below),
        shade_colours=((1.0, 0.0, 0.0), None), dots=(above, below),
    )  # fmt: skip
    found = whole.with_drawing(lambda box: box[1] < 100)

    assert (found.rules, found.white_rules) == (rules[:1], rules[:1])
    assert (found.shades, found.shade_colours, found.dots) == (
        (above,),
        ((1.0, 0.0, 0.0),),
        (above,),
    )
    assert found.runs == whole.runs
    # Nobody knows the colours.
    assert replace(whole, shade_colours=()).with_drawing(lambda _: True).shade_colours == ()


def test_what_is_hidden_or_turned_is_no_upright_run() -> None:
    typed = Typed()
    seen = typed.run("dijk")
    others = replace(seen, hidden="white text"), replace(seen, direction=1)

    assert page(1, seen, *others).upright == [seen]

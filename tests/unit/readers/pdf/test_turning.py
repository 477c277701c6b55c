"""Pages whose text lies on its side are turned with all that is drawn on them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.marks import Box, Page, Rule
from pipeline.readers.pdf.turning import reading_direction, upright
from tests.unit.readers.pdf.typed import Typed

LEVEL, UPRIGHT = Rule(True, 30.0, 10.0, 60.0), Rule(False, 20.0, 5.0, 95.0)
SHADE, DOT = (10.0, 20.0, 60.0, 40.0), (1.0, 2.0, 3.0, 5.0)


def page(*directions: int, hidden: str = "") -> Page:
    """A page of 200 to 100 points, with a word of five letters in each of these directions."""
    typed = Typed()
    runs = [replace(typed.run("woord"), direction=d, hidden=hidden) for d in directions]
    return Page(
        number=1,
        width=200,
        height=100,
        runs=tuple(runs),
        rules=(LEVEL, UPRIGHT),
        shades=(SHADE,),
        dots=(DOT,),
        has_images=False,
        white_rules=(LEVEL,),
    )


def test_a_page_is_read_as_most_of_its_letters_are() -> None:
    assert reading_direction(page(0, 0, 1)) == 0
    assert reading_direction(page(3, 0, 3)) == 3
    assert reading_direction(page()) == 0


def test_letters_count_and_not_runs() -> None:
    typed = Typed()
    short = [replace(typed.run("a"), direction=1) for _ in range(3)]
    found = replace(page(), runs=(*short, typed.run("woord")))

    assert reading_direction(found) == 0


def test_text_that_nobody_sees_tells_no_direction() -> None:
    assert reading_direction(page(1, hidden="covered text")) == 0


def test_an_upright_page_stays_as_it_is() -> None:
    found = page(0, 0, 1)

    assert upright(found) is found


@pytest.mark.parametrize(
    ("direction", "size", "level", "upright_one", "shade"),
    [
        (
            1,
            (100, 200),
            Rule(False, 30.0, 140.0, 190.0),
            Rule(True, 180.0, 5.0, 95.0),
            (20.0, 140.0, 40.0, 190.0),
        ),
        (
            2,
            (200, 100),
            Rule(True, 70.0, 140.0, 190.0),
            Rule(False, 180.0, 5.0, 95.0),
            (140.0, 60.0, 190.0, 80.0),
        ),
        (
            3,
            (100, 200),
            Rule(False, 70.0, 10.0, 60.0),
            Rule(True, 20.0, 5.0, 95.0),
            (60.0, 10.0, 80.0, 60.0),
        ),
    ],
)
def test_a_page_is_turned_with_its_rules_shades_and_dots(
    direction: int, size: tuple[int, int], level: Rule, upright_one: Rule, shade: Box
) -> None:
    found = upright(page(direction, direction, 0))

    assert (found.width, found.height) == size
    assert [run.direction for run in found.runs] == [0, 0, (4 - direction) % 4]
    assert found.rules == (level, upright_one)
    assert found.white_rules == (level,)
    assert found.shades == (shade,)
    x0, top, x1, bottom = found.dots[0]
    assert sorted((x1 - x0, bottom - top)) == [2.0, 3.0]
    assert 0 <= x0 <= found.width and 0 <= top <= found.height

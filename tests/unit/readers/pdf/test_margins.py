"""Which lines run in the margins of pages, told of lines that are given with their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.margins import Margins, is_often
from tests.unit.readers.pdf.typed import Typed

# The margins of a page of 400 points are 68 high; letters stand from 7.5 above their baseline to
# 2.5 below it.
HEIGHT = 400.0
FOOT = 380.0


def line(chars: str, page: int, y: float = 20.0) -> Line:
    return replace(Typed().line(chars, y=y), page=page)


def margins(lines: Iterable[Line], pages: int = 4) -> Margins:
    return Margins.of(lines, dict.fromkeys(range(1, pages + 1), HEIGHT))


def running(lines: list[Line], pages: int = 4) -> list[bool]:
    """Which of the lines run."""
    found = margins(lines, pages)
    return [found.runs(line) for line in lines]


def test_a_line_on_two_of_four_pages_runs_and_one_on_a_single_page_does_not() -> None:
    assert running([line("Profiel", 1), line("Profiel", 3), line("Anders", 2, FOOT)]) == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("count", "pages", "often"),
    [(1, 1, False), (2, 2, True), (2, 5, True), (2, 6, False), (4, 10, True), (3, 10, False)],
)
def test_what_stands_on_two_pages_in_five_is_no_chance(count: int, pages: int, often: bool) -> None:
    assert is_often(count, pages) is often


def test_lines_that_differ_in_numbers_case_and_spaces_are_alike() -> None:
    assert running([line("Profiel  blad 1", 1), line("PROFIEL BLAD 12", 2)]) == [True, True]
    assert running([line("Profiel van Jan", 1), line("Profiel van Piet", 2)]) == [False, False]


@pytest.mark.parametrize(
    ("y", "runs"), [(65.4, True), (65.6, False), (339.4, False), (339.6, True)]
)
def test_only_the_outer_sixth_of_a_page_is_its_margin(y: float, runs: bool) -> None:
    assert running([line("Profiel", 1, y), line("Profiel", 2, y)]) == [runs, runs]


@pytest.mark.parametrize(("off", "runs"), [(3.0, True), (3.2, False)])
def test_running_lines_stand_in_one_place(off: float, runs: bool) -> None:
    assert running([line("Profiel", 1), line("Profiel", 2, 20 + off)]) == [runs, runs]


def test_a_header_and_a_footer_that_say_the_same_are_two() -> None:
    assert running([line("Profiel", 1), line("Profiel", 2, FOOT)]) == [False, False]


def test_a_header_in_its_place_tells_nothing_of_a_label() -> None:
    label = [line("Taken", 1), line("Taken", 2)]
    others = [line("Rol", 3), line("Branche", 4)]

    assert not margins([*label, *others]).runs(label[0])
    assert margins([*label, *others, line("Rol", 4, 22)]).runs(label[0])


def test_a_label_with_text_between_it_and_the_edge_does_not_run() -> None:
    label = [line("Taken", n, 60) for n in (1, 2)]
    text = [line(chars, n, 40) for n, chars in ((1, "Hij last."), (2, "Hij slijpt."))]

    assert running([*label, *text])[:2] == [False, False]
    # On half of the pages it does not, on one of three it may be a title.
    assert running([*label, text[0]])[:2] == [False, False]
    assert running([*label, line("Taken", 3, 60), text[0]])[:3] == [True, True, True]


def test_text_between_a_footer_and_the_text_does_not_matter() -> None:
    footer = [line("Profiel", n, FOOT) for n in (1, 2)]
    text = [line(chars, n, 360) for n, chars in ((1, "Hij last."), (2, "Hij slijpt."))]

    assert running([*footer, *text])[:2] == [True, True]
    below = [line(chars, n, 395) for n, chars in ((1, "Hij last."), (2, "Hij slijpt."))]
    assert running([*footer, *below])[:2] == [False, False]


def test_a_page_number_outside_a_header_does_not_matter() -> None:
    header = [line("Profiel", n, 40) for n in (1, 2)]
    numbers = [line("- 1 -", 1, 20), line("3 van 4", 2, 20)]

    assert running([*header, *numbers])[:2] == [True, True]


def test_text_in_its_place_on_as_many_pages_tells_that_a_line_is_text() -> None:
    label = [line("Taken", n) for n in (1, 2)]
    others = [line(chars, n) for n, chars in ((3, "Rol"), (4, "Branche"))]

    assert running([*label, *others])[:2] == [False, False]
    assert running([*label, *others[:1]])[:2] == [True, True]


@pytest.mark.parametrize(
    ("chars", "is_number"),
    [
        ("pagina 12", True),
        ("Blz. 3", True),
        ("p. 3", True),
        ("- 3 -", True),
        ("3 van 12", True),
        ("3/12", True),
        ("pagina", False),
        ("12 taken", False),
        ("1234 van 5", False),
        ("Niveau 4", False),
    ],
)
def test_a_page_number_is_furniture_in_a_margin(chars: str, is_number: bool) -> None:
    assert margins([]).is_furniture(line(chars, 2, FOOT)) is is_number
    assert not margins([]).is_furniture(line(chars, 2, 200))


def test_a_number_by_itself_is_a_value_unless_others_stand_in_its_place() -> None:
    lines = [line("4", 2, FOOT), line("5", 3, FOOT)]

    assert margins(lines).is_furniture(lines[0])
    assert not margins(lines[:1]).is_furniture(lines[0])


def test_the_number_of_a_page_of_two_is_furniture() -> None:
    number = line("2", 2, FOOT)

    assert margins([number], pages=2).is_furniture(number)
    assert not margins([line("3", 2, FOOT)], pages=2).is_furniture(line("3", 2, FOOT))
    assert not margins([number], pages=3).is_furniture(number)


def test_a_line_that_runs_is_furniture() -> None:
    lines = [line("Profiel", 1), line("Profiel", 2)]

    assert margins(lines).is_furniture(lines[0])

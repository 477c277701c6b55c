"""Printed page numbers tell of pages that are missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.page_numbers import CODE, page_number_findings
from tests.unit.readers.pdf.drawing import Draw, drawn, lines, together
from tests.unit.readers.pdf.typed import Typed

TEXT = "De dijkwachter loopt zijn ronde langs de dijk en meldt wat hij ziet."


def told(*printed: str) -> list[tuple[int | None, str]]:
    """What is found in a document whose pages bear these lines at their feet."""

    def page(foot: str, number: int) -> Draw:
        return together(lines(f"{TEXT} {number}", top=300), lines(foot, top=15))

    found = drawn(*(page(foot, n) for n, foot in enumerate(printed))).findings
    return [(f.place.page if f.place else None, f.message) for f in found if f.code == CODE]


@pytest.mark.parametrize(
    "printed",
    [
        ("blad 1", "blad 2", "blad 3"),
        ("blad 4", "blad 5", "blad 6"),
        ("1 van 4", "2 van 4", "3 van 4", "4 van 4"),
        ("versie 2024, blad 1", "versie 2024, blad 2", "versie 2024, blad 3"),
        ("regel 3", "regel 9", "regel 27"),
        ("1 van 4", "2 van 4", "3 van 4", "Bijlage"),
    ],
)
def test_numbers_that_go_on_tell_nothing(printed: tuple[str, ...]) -> None:
    assert told(*printed) == []


def test_a_number_that_is_skipped_is_told_at_the_page_after_the_gap() -> None:
    assert told("blad 1", "blad 2", "blad 4", "blad 5") == [
        (3, "the page numbers go on from 2 to 4")
    ]


def test_a_last_page_that_is_not_the_last_of_all_is_told() -> None:
    assert told("1 van 5", "2 van 5", "3 van 5") == [(3, "the last page has the number 3 of 5")]


def found(*running: tuple[int, str]) -> list[str]:
    """What lines tell that run on pages, given by their numbers."""

    def line(page: int, chars: str) -> Line:
        return replace(Typed().line(chars), page=page)

    placed = [(n, line(n, text)) for n, text in running]
    return [f.message for f in page_number_findings(placed, max(n for n, _ in running))]


def test_two_pages_show_no_habit() -> None:
    assert found((1, "1 van 4"), (2, "2 van 4")) == []
    assert found((1, "blad 1"), (2, "blad 5"), (3, "blad 6"), (4, "blad 7")) == [
        "the page numbers go on from 1 to 5"
    ]


def test_three_pages_show_one() -> None:
    assert found((1, "blad 1"), (2, "blad 2"), (3, "blad 3 van 4")) == []
    assert found((1, "1 van 4"), (2, "2 van 4"), (3, "3 van 4")) == [
        "the last page has the number 3 of 4"
    ]


def test_numbers_count_where_three_steps_in_five_are_of_a_page() -> None:
    numbers = (1, 2, 3, 4, 9, 14)
    assert len(found(*((n, f"blad {number}") for n, number in enumerate(numbers)))) == 2
    numbers = (1, 2, 3, 9, 14, 19)
    assert found(*((n, f"blad {number}") for n, number in enumerate(numbers))) == []


def test_pages_without_a_number_are_counted_over() -> None:
    assert found((1, "blad 1"), (2, "blad 2"), (4, "blad 4"), (5, "blad 5")) == []
    assert found((1, "blad 1"), (2, "blad 2"), (4, "blad 5"), (5, "blad 6")) == [
        "the page numbers go on from 2 to 5"
    ]


def test_numbers_count_pages_where_every_second_page_bears_one() -> None:
    assert found((1, "1 van 8"), (3, "3 van 8"), (5, "5 van 8")) == [
        "the last page has the number 5 of 8"
    ]


def test_pages_are_told_in_their_order() -> None:
    assert found((3, "3 van 3"), (1, "1 van 3"), (2, "2 van 3")) == []


def test_numbers_in_other_places_of_a_line_are_none_of_a_page() -> None:
    assert found(*((n, f"versie {n * n}, blad {n}") for n in (1, 2, 3, 4))) == []
    assert found(*((n, f"versie {n}, blad {n + n // 3}") for n in (1, 2, 3, 4))) == []


def test_a_total_on_another_page_or_of_another_number_says_nothing() -> None:
    assert found((1, "blad 1"), (2, "blad 2"), (3, "blad 3"), (2, "3 van 9")) == []
    assert found((1, "blad 1"), (2, "blad 2"), (3, "blad 3"), (3, "deel 2 van 9")) == []
    assert found((1, "blad 1"), (2, "blad 2"), (3, "blad 3"), (3, "deel 3 of 9")) != []

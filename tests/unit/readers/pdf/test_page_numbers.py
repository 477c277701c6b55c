"""Printed page numbers tell of pages that are missing."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.page_numbers import CODE
from tests.unit.readers.pdf.drawing import Draw, drawn, lines, together

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

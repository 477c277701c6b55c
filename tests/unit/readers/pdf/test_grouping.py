"""What belongs together on pages: things that follow each other, and things in one place."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.grouping import SAME_PLACE, alike, in_one_place, stretches


def near(group: list[int], item: int) -> bool:
    return item - group[-1] <= 2


def test_what_goes_on_is_of_the_group_before_it() -> None:
    assert list(stretches([1, 2, 4, 7, 8], near)) == [[1, 2, 4], [7, 8]]
    assert list(stretches([], near)) == []
    assert list(stretches([5], near)) == [[5]]


def test_a_group_is_asked_as_a_whole() -> None:
    found = stretches([1, 2, 3, 4], lambda group, item: item - group[0] <= 2)

    assert list(found) == [[1, 2, 3], [4]]


def test_what_is_alike_is_of_one_group_wherever_it_stands() -> None:
    found = alike(["dijk", "sluis", "dam", "stuw"], lambda one, other: one[0] == other[0])

    assert found == [["dijk", "dam"], ["sluis", "stuw"]]
    assert alike([], near) == []


def test_an_item_goes_with_the_first_group_that_it_is_like() -> None:
    found = alike([0, 3, 2], lambda one, other: abs(one - other) <= 2)

    assert found == [[0, 2], [3]]


@pytest.mark.parametrize(("by", "is_one"), [(0.0, True), (SAME_PLACE, True), (3.1, False)])
def test_what_stands_in_one_place_differs_by_little(by: float, *, is_one: bool) -> None:
    assert in_one_place(40.0, 40.0 + by) is is_one
    assert in_one_place(40.0 + by, 40.0) is is_one

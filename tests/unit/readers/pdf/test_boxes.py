"""Boxes of a page: what holds what, and what shares more than an edge."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.boxes import around, holds, overlap, size_of
from pipeline.readers.pdf.marks import Box

BOX = (10.0, 20.0, 50.0, 40.0)


def test_the_box_around_boxes_reaches_to_their_farthest_sides() -> None:
    assert around([BOX, (5.0, 25.0, 30.0, 60.0)]) == (5.0, 20.0, 50.0, 60.0)


def test_a_box_has_the_area_of_its_sides() -> None:
    assert size_of(BOX) == 800.0


@pytest.mark.parametrize(
    ("change", "is_held"),
    [
        ((0.0, 0.0, 0.0, 0.0), True),
        ((-1.0, -1.0, 1.0, 1.0), True),
        ((-1.2, 0.0, 0.0, 0.0), False),
        ((0.0, -1.2, 0.0, 0.0), False),
        ((0.0, 0.0, 1.2, 0.0), False),
        ((0.0, 0.0, 0.0, 1.2), False),
    ],
)
def test_a_box_holds_what_stands_out_by_no_more_than_a_point(change: Box, is_held: bool) -> None:
    x0, top, x1, bottom = (side + by for side, by in zip(BOX, change, strict=True))

    assert holds(BOX, (x0, top, x1, bottom)) is is_held


@pytest.mark.parametrize(
    ("other", "do"),
    [
        ((30.0, 30.0, 90.0, 90.0), True),
        ((48.8, 30.0, 90.0, 90.0), True),
        ((49.0, 30.0, 90.0, 90.0), False),
        ((30.0, 38.8, 90.0, 90.0), True),
        ((30.0, 39.0, 90.0, 90.0), False),
        ((0.0, 0.0, 11.0, 90.0), False),
        ((0.0, 0.0, 90.0, 21.0), False),
    ],
)
def test_boxes_that_share_no_more_than_a_point_do_not_overlap(other: Box, do: bool) -> None:
    assert overlap(BOX, other) is do
    assert overlap(other, BOX) is do

"""Where matrices take points and boxes, and what boxes share."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine.matrices import (
    IDENTITY,
    Matrix,
    bounds,
    box_of,
    common,
    moved,
    placed,
    product,
)
from pipeline.readers.pdf.marks import Box

ONE: Matrix = (2.0, 3.0, 5.0, 7.0, 11.0, 13.0)
OTHER: Matrix = (17.0, 19.0, 23.0, 29.0, 31.0, 37.0)


def test_a_point_is_placed() -> None:
    assert placed(ONE, 10, 100) == (2 * 10 + 5 * 100 + 11, 3 * 10 + 7 * 100 + 13)
    assert placed(IDENTITY, 4, 9) == (4, 9)


def test_a_product_does_the_first_and_then_the_second() -> None:
    assert placed(product(ONE, OTHER), 3, 4) == placed(OTHER, *placed(ONE, 3, 4))
    assert product(ONE, IDENTITY) == product(IDENTITY, ONE) == ONE


def test_a_moved_matrix_begins_where_the_point_lay() -> None:
    found = moved(ONE, 3, 4)

    assert found[:4] == ONE[:4]
    assert placed(found, 0, 0) == placed(ONE, 3, 4)
    assert placed(found, 1, 2) == placed(ONE, 4, 6)


def test_the_box_around_points() -> None:
    assert bounds([(3, 9), (1, 4), (7, 2)]) == (1, 2, 7, 9)


@pytest.mark.parametrize(
    ("matrix", "box"),
    [
        (IDENTITY, (1, 2, 5, 9)),
        ((1, 0, 0, -1, 0, 100), (1, 91, 5, 98)),
        ((0, 1, -1, 0, 0, 0), (-9, 1, -2, 5)),
        ((1, 0, 1, 1, 0, 0), (3, 2, 14, 9)),
        ((1, 1, 0, 1, 0, 0), (1, 3, 5, 14)),
    ],
)
def test_the_box_around_a_rectangle_that_is_turned_or_slanted(matrix: Matrix, box: Box) -> None:
    assert box_of(matrix, 1, 2, 5, 9) == box
    # Whichever corners are named.
    assert box_of(matrix, 5, 9, 1, 2) == box


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        ((2, 3, 8, 9), (2, 3, 5, 6)),
        ((-2, -3, 3, 4), (0, 0, 3, 4)),
        ((5, 6, 8, 9), (5, 6, 5, 6)),
        ((5.1, 0, 8, 9), None),
        ((0, 6.1, 8, 9), None),
        ((-4, 0, -0.1, 9), None),
        ((0, -4, 9, -0.1), None),
    ],
)
def test_boxes_share_what_lies_in_both(other: Box, shared: Box | None) -> None:
    assert common((0, 0, 5, 6), other) == shared
    assert common(other, (0, 0, 5, 6)) == shared

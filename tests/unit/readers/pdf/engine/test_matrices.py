"""Matrices and boxes, by numbers that no two roads lead to."""

from __future__ import annotations

from pipeline.readers.pdf.engine.matrices import (
    IDENTITY,
    bounds,
    box_of,
    common,
    moved,
    placed,
    product,
)

ONE = (2.0, 3.0, 5.0, 7.0, 11.0, 13.0)
TWO = (17.0, 19.0, 23.0, 29.0, 31.0, 37.0)


def test_a_point_is_placed() -> None:
    assert placed(ONE, 1.0, 0.0) == (13.0, 16.0)
    assert placed(ONE, 0.0, 1.0) == (16.0, 20.0)


def test_a_product_does_the_first_and_then_the_second() -> None:
    for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)):
        assert placed(product(ONE, TWO), x, y) == placed(TWO, *placed(ONE, x, y))
    assert product(ONE, IDENTITY) == product(IDENTITY, ONE) == ONE


def test_a_moved_matrix_begins_where_the_point_was() -> None:
    assert moved(ONE, 4.0, 6.0) == (2.0, 3.0, 5.0, 7.0, *placed(ONE, 4.0, 6.0))


def test_bounds_are_around_all_points() -> None:
    assert bounds([(3.0, 1.0), (2.0, 9.0), (5.0, 4.0)]) == (2.0, 1.0, 5.0, 9.0)


def test_a_box_is_around_its_four_corners() -> None:
    assert box_of((1.0, 0.0, 0.0, -1.0, 0.0, 10.0), 1.0, 2.0, 3.0, 5.0) == (1.0, 5.0, 3.0, 8.0)
    # Turned by 45 degrees each corner is the outermost of one side.
    assert box_of((1.0, 1.0, -1.0, 1.0, 0.0, 0.0), 0.0, 0.0, 2.0, 3.0) == (-3.0, 0.0, 2.0, 5.0)


def test_what_boxes_share_may_be_a_line_and_may_be_nothing() -> None:
    assert common((0.0, 0.0, 4.0, 4.0), (2.0, 1.0, 9.0, 3.0)) == (2.0, 1.0, 4.0, 3.0)
    assert common((0.0, 0.0, 4.0, 4.0), (4.0, 0.0, 9.0, 4.0)) == (4.0, 0.0, 4.0, 4.0)
    assert common((0.0, 0.0, 4.0, 4.0), (0.0, 4.0, 4.0, 9.0)) == (0.0, 4.0, 4.0, 4.0)
    assert common((0.0, 0.0, 4.0, 4.0), (4.1, 0.0, 9.0, 4.0)) is None
    assert common((0.0, 0.0, 4.0, 4.0), (0.0, 4.1, 4.0, 9.0)) is None

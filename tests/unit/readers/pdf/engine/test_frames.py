"""Filled areas with holes: borders that a program draws as an outer and an inner box."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine.frames import Frame, Subpath, parted
from pipeline.readers.pdf.engine.paths import WHOLE, Drawing, Ink
from pipeline.readers.pdf.marks import Box, Rule

BLACK = Ink((0.0, 0.0, 0.0))


def box(x0: float, top: float, x1: float, bottom: float, *, turned: bool = False) -> Subpath:
    """A box as a path, the other way around if turned."""
    points = [(x0, top), (x1, top), (x1, bottom), (x0, bottom)]
    return Subpath(points[::-1] if turned else points, closed=True)


OUTER, INNER = (10.0, 10.0, 110.0, 40.0), (11.0, 11.0, 109.0, 39.0)


@pytest.mark.parametrize(
    ("turned", "even_odd", "is_frame"),
    [(False, True, True), (True, True, True), (True, False, True), (False, False, False)],
)
def test_a_box_inside_another_is_a_hole_by_the_rule_that_fills_them(
    turned: bool, even_odd: bool, is_frame: bool
) -> None:
    path = [box(*OUTER), box(*INNER, turned=turned)]

    alone, frames = parted(path, even_odd=even_odd)

    assert frames == ([Frame(OUTER, (INNER,))] if is_frame else [])
    assert alone == ([] if is_frame else path)


def test_the_order_of_the_boxes_does_not_matter() -> None:
    assert parted([box(*INNER), box(*OUTER)], even_odd=True)[1] == [Frame(OUTER, (INNER,))]


def test_what_stands_in_a_hole_is_filled_again_and_what_stands_beside_is_alone() -> None:
    island, beside = (50.0, 20.0, 60.0, 30.0), (200.0, 10.0, 240.0, 40.0)
    path = [box(*OUTER), box(*INNER), box(*island), box(*beside)]

    alone, frames = parted(path, even_odd=True)

    assert frames == [Frame(OUTER, (INNER,))]
    assert alone == [path[2], path[3]]


@pytest.mark.parametrize("count", [1, 400])
def test_one_part_has_no_hole_and_very_many_are_a_drawing(count: int) -> None:
    path = [box(*OUTER), *(box(*INNER) for _ in range(count - 1))]

    assert parted(path, even_odd=True) == (path, [])


def drawn(*path: Subpath, clip: Box = WHOLE, ink: Ink = BLACK) -> Drawing:
    found = Drawing(300, 300)
    found.filled(list(path), ink, clip, 0, even_odd=True)
    return found


def test_a_frame_is_four_rules_and_nothing_lies_behind_its_hole() -> None:
    found = drawn(box(*OUTER), box(*INNER))

    assert found.rules == [
        Rule(True, 10.5, 10, 110), Rule(True, 39.5, 10, 110),
        Rule(False, 10.5, 10, 40), Rule(False, 109.5, 10, 40),
    ]  # fmt: skip
    assert (found.shades, found.grounds) == ([], [])


def test_sides_of_several_holes_are_rules() -> None:
    found = drawn(box(0, 0, 101, 30), box(1, 1, 50, 29), box(51, 1, 100, 29))

    assert {rule.at for rule in found.rules if not rule.level} == {1, 50, 51, 100}
    assert {rule.at for rule in found.rules if rule.level} == {1, 29}


def test_a_clip_leaves_of_a_frame_what_it_shows() -> None:
    found = drawn(box(*OUTER), box(*INNER), clip=(0, 0, 60, 300))

    assert [rule.at for rule in found.rules if not rule.level] == [10.5]


def test_a_white_frame_on_nothing_shows_nothing() -> None:
    found = drawn(box(*OUTER), box(*INNER), ink=Ink((1.0, 1.0, 1.0)))

    assert (found.rules, found.white_rules) == ([], [])

"""What the tables of a document have in common speaks for those in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.candidates import RULES, SHADES, Candidate
from pipeline.readers.pdf.choice import best
from pipeline.readers.pdf.grid import grids
from pipeline.readers.pdf.table_habits import TableHabits
from tests.unit.readers.pdf.sketch import frame


def candidate(
    *columns: float, source: str = RULES, fits: int = 1, rows: int = 2, begun: int = 2
) -> Candidate:
    heights = [30.0 * n for n in range(rows + 1)]
    (grid,) = grids(frame(*columns, rows=heights))
    return Candidate(grid, source, fits=fits, begun=begun)


def test_a_source_is_as_likely_as_its_share_of_all_texts_in_tables() -> None:
    found = [candidate(0, 50, 100, fits=30), candidate(0, 50, 100, source=SHADES, fits=10)]
    habits = TableHabits.of(found)

    assert habits.prior(candidate(0, 60, 90, fits=20)) == pytest.approx(1.5)
    assert habits.prior(candidate(0, 60, 90, source=SHADES, fits=20)) == pytest.approx(0.5)
    assert TableHabits().prior(candidate(0, 60, 90, fits=20)) == 0


def test_a_source_makes_no_table_of_what_explains_nothing() -> None:
    habits = TableHabits.of([candidate(0, 50, 100, fits=30)])
    frame_around = replace(candidate(0, 100, fits=2), beside=1)

    assert habits.prior(frame_around) == 0
    assert best(habits.told([frame_around])).taken == ()


def test_tables_without_text_show_no_habit_of_sources() -> None:
    assert TableHabits.of([candidate(0, 50, 100, fits=0)]).prior(candidate(0, 9, 99)) == 0


@pytest.mark.parametrize(("left", "right", "prior"), [
    (0.0, 100.0, 0.1), (1.9, 98.1, 0.1), (2.1, 100.0, -1.0), (0.0, 97.9, -1.0),
])  # fmt: skip
def test_a_box_is_a_row_where_columns_stand_as_it_does(
    left: float, right: float, prior: float
) -> None:
    habits = TableHabits.of([candidate(0, 100)])

    assert habits.prior(candidate(left, right, rows=1)) == pytest.approx(prior)


def test_columns_of_tables_of_two_are_no_place_for_boxes() -> None:
    habits = TableHabits.of([candidate(0, 50, 100)])

    assert habits.prior(candidate(0, 100, rows=1, fits=3)) == -3
    assert habits.sides == {50: (0, 100)}


@pytest.mark.parametrize(("at", "prior"), [(50.0, 0.2), (51.9, 0.2), (52.1, -2.0)])
def test_shades_behind_texts_of_one_column_are_a_row_where_others_have_it(
    at: float, prior: float
) -> None:
    habits = TableHabits.of([candidate(0, 50, 100, source=SHADES)])
    ground = candidate(0, at, 100, source=SHADES, fits=2, rows=1, begun=1)

    assert habits.prior(ground) == pytest.approx(prior)
    assert TableHabits().prior(ground) == -2
    # Rules in such a place are drawn to part something.
    assert TableHabits().prior(candidate(0, at, 100, rows=1, begun=1)) == 0
    assert TableHabits().prior(candidate(0, at, 100, source=SHADES, rows=1)) == 0


@pytest.mark.parametrize(("at", "prior"), [(50.0, 6.0), (51.9, 6.0), (52.1, 1.0)])
def test_columns_that_another_table_has_speak_for_one(at: float, prior: float) -> None:
    # One of the two is the table itself.
    habits = TableHabits.of([candidate(0, at, 100), candidate(0, 50, 100)])

    assert habits.prior(candidate(0, at, 100, fits=10)) == pytest.approx(prior)
    assert habits.prior(candidate(0, at, 100, 150, fits=10)) == pytest.approx(1.0)


def test_the_sides_of_frames_say_nothing_for_one() -> None:
    habits = TableHabits.of([candidate(0, 100), candidate(0, 100), candidate(0, 100)])

    assert habits.prior(candidate(0, 100, fits=10)) == pytest.approx(1.0)


@pytest.mark.parametrize(("usual", "source"), [(RULES, RULES), (SHADES, SHADES)])
def test_of_two_that_explain_about_as_much_the_habit_decides(usual: str, source: str) -> None:
    habits = TableHabits.of([candidate(0, 50, 100, source=usual, fits=40)])
    ruled = candidate(0, 50, 100, fits=20)
    shaded = candidate(0, 60, 100, source=SHADES, fits=21 if usual == RULES else 20)
    (taken,) = best(habits.told([ruled, shaded])).taken

    assert taken.source == source
    assert taken.margin == pytest.approx(1.0 if usual == RULES else 2.0)
    # Without a habit the texts alone say it, and rules where they say nothing.
    (alone,) = best([ruled, shaded]).taken
    assert alone.source == (SHADES if usual == RULES else RULES)


def test_a_habit_does_not_outweigh_the_texts() -> None:
    habits = TableHabits.of([candidate(0, 50, 100, fits=40)])
    ruled = candidate(0, 70, 100, fits=20)
    shaded = candidate(0, 60, 100, source=SHADES, fits=23)
    (taken,) = best(habits.told([ruled, shaded])).taken

    assert taken.source == SHADES

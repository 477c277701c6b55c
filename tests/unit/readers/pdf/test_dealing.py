"""A line is dealt out to columns at their left edges, and to none where a text crosses one."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.dealing import dealt_out
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import typed_row


def dealt(starts: tuple[float, ...], *parts: tuple[float, str]) -> dict[int, str] | None:
    typed = Typed()
    found = dealt_out(typed_row(typed, 100, *parts), starts, typed.maker)
    return None if found is None else {column: part.chars for column, part in found.items()}


def test_words_go_to_the_columns_that_they_begin_in() -> None:
    found = dealt((50, 150, 300), (50, "Kennis van"), (150, "het dijkwerk"), (300, "Vier"))

    assert found == {0: "Kennis van", 1: "het dijkwerk", 2: "Vier"}


def test_a_column_may_hold_nothing() -> None:
    assert dealt((50, 150, 300), (50, "Kennis"), (300, "Vier")) == {0: "Kennis", 2: "Vier"}


def test_the_parts_stand_where_their_words_do() -> None:
    typed = Typed()
    line = typed_row(typed, 100, (50, "Kennis van"), (150, "het werk"))
    found = dealt_out(line, (50, 150), typed.maker)

    assert found is not None
    assert [(part.x0, part.x1) for part in found.values()] == [(50, 100), (150, 190)]


@pytest.mark.parametrize(("start", "is_dealt"), [(99.3, True), (98.5, False)])
def test_a_word_reaches_into_the_next_column_by_less_than_a_point(
    start: float, is_dealt: bool
) -> None:
    assert (dealt((50, start), (50, "Vakkundig!")) is not None) == is_dealt


@pytest.mark.parametrize(("x", "is_dealt"), [(48.0, True), (47.0, False)])
def test_a_line_left_of_all_columns_is_none_of_them(x: float, is_dealt: bool) -> None:
    assert (dealt((50, 150), (x, "Kennis")) is not None) == is_dealt


def test_a_sign_before_all_columns_is_none_of_them() -> None:
    assert dealt((50, 150), (30, "-"), (50, "Kennis")) is None


def test_the_first_text_of_a_line_may_be_indented_in_its_column() -> None:
    assert dealt((50, 150), (60, "Kennis"), (150, "Vier")) == {0: "Kennis", 1: "Vier"}


def test_a_text_that_reaches_over_the_edge_of_a_column_is_not_cut() -> None:
    # The word `het` begins five points right of the second column, a space after `van`.
    assert dealt((50, 100), (50, "Kennis van het werk")) is None


def test_a_word_at_the_very_edge_of_a_column_begins_it() -> None:
    assert dealt((50, 105), (50, "Kennis van het werk")) == {0: "Kennis van", 1: "het werk"}


def test_what_stands_inside_a_column_after_a_wide_gap_is_of_it() -> None:
    starts = (50.0, 100.0)
    assert dealt(starts, (50, "Kennis"), (111, "x")) == {0: "Kennis", 1: "x"}
    # The gap of ten points may be a space.
    assert dealt(starts, (50, "Kennis van"), (110, "x")) is None

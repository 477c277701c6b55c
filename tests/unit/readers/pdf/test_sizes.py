"""Sizes that differ by rounding are one, and most letters have the usual one."""

from __future__ import annotations

from pipeline.readers.pdf.sizes import sizes


def test_sizes_are_one_that_differ_by_less_than_half_a_point() -> None:
    found = sizes([(10.0, 50), (10.49, 3), (10.5, 2), (12.0, 9)])

    assert found.alike == {10.0: 10.0, 10.49: 10.0, 10.5: 10.5, 12.0: 12.0}


def test_a_size_is_alike_to_the_nearest_and_not_to_the_smallest() -> None:
    assert sizes([(8.0, 50), (10.0, 40), (10.2, 3)]).alike[10.2] == 10.0
    assert sizes([(12.0, 50), (10.0, 40), (9.8, 3)]).alike[9.8] == 10.0


def test_the_size_is_told_by_what_most_letters_have_not_by_round_numbers() -> None:
    # No multiple of anything lies between these two.
    assert sizes([(10.24, 5), (10.26, 9)]).alike == {10.24: 10.26, 10.26: 10.26}


def test_the_usual_size_counts_all_that_are_alike() -> None:
    assert sizes([(9.9, 40), (10.1, 40), (9.9, 5), (12.0, 60)]).usual == 9.9
    assert sizes([]).usual == 0.0

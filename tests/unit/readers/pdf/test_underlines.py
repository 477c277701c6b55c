"""Lines under words are no rules of a table; lines under cells are."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.marks import Page, Rule, Run
from pipeline.readers.pdf.underlines import without_underlines


def page(*rules: Rule, x1: float = 80) -> Page:
    """A page with the words `Kennis` and `van`, from 50 to 80, on the baseline 100."""
    words = (
        Run(0, 6, 50, 65, 92.5, 102.5, 100, 10, 0),
        Run(6, 9, 68, x1, 92.5, 102.5, 100, 10, 0),
        Run(9, 12, 50, 90, 112.5, 122.5, 120, 10, 0),
    )
    return Page(1, 400, 400, words, rules, (), (), has_images=False)


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        (Rule(True, 101, 50, 80), 0),
        (Rule(True, 99.8, 50, 80), 0),
        (Rule(True, 101, 50, 83), 0),
        (Rule(True, 101, 68, 80), 0),
        (Rule(True, 101, 50, 200), 1),
        (Rule(True, 101, 40, 80), 1),
        (Rule(True, 101, 50, 70), 1),
        (Rule(True, 106, 50, 80), 1),
        (Rule(True, 98, 50, 80), 1),
        (Rule(False, 50, 90, 101), 1),
        (Rule(True, 60, 50, 80), 1),
    ],
)
def test_a_line_as_long_as_the_words_right_above_it_is_none(rule: Rule, count: int) -> None:
    assert len(without_underlines(page(rule)).rules) == count

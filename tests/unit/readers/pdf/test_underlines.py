"""Lines under words are no rules of a table; lines under cells are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.marks import Page, Rule, Run
from pipeline.readers.pdf.underlines import with_underlined


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
        (Rule(True, 101, 50, 65), 0),
        # Three tenths of the size below the baseline, a twentieth above it.
        (Rule(True, 102.8, 50, 80), 0),
        (Rule(True, 103.0, 50, 80), 1),
        (Rule(True, 99.6, 50, 80), 0),
        (Rule(True, 99.4, 50, 80), 1),
        # A point and a half to either side, and a space at the end of the text or after it.
        (Rule(True, 101, 48.6, 80), 0),
        (Rule(True, 101, 48.4, 80), 1),
        (Rule(True, 101, 50, 75.1), 0),
        (Rule(True, 101, 50, 74.9), 1),
        (Rule(True, 101, 50, 84.9), 0),
        (Rule(True, 101, 50, 85.1), 1),
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
    assert len(with_underlined(page(rule)).rules) == count


@pytest.mark.parametrize(
    ("rules", "count"),
    [
        ((Rule(True, 101, 50, 58), Rule(True, 101, 61, 80)), 0),
        ((Rule(True, 101, 61, 80), Rule(True, 101, 50, 53), Rule(True, 101, 55, 58)), 0),
        # Letters with tails are hardly wider than the text is high.
        ((Rule(True, 101, 50, 58), Rule(True, 101, 66.9, 80)), 0),
        ((Rule(True, 101, 50, 58), Rule(True, 101, 67.1, 80)), 1),
        ((Rule(True, 101, 50, 58), Rule(True, 101.2, 61, 80)), 2),
        # Two lines that meet are drawn cell by cell.
        ((Rule(True, 101, 50, 58), Rule(True, 101, 58, 80)), 2),
        ((Rule(True, 101, 50, 58), Rule(True, 101, 61, 90)), 2),
    ],
)
def test_a_line_under_words_is_broken_around_the_tails_of_letters(
    rules: tuple[Rule, ...], count: int
) -> None:
    assert len(with_underlined(page(*rules)).rules) == count


def test_lines_below_large_letters_are_farther_from_them() -> None:
    large = Run(0, 5, 50, 150, 80, 105, 100, 20, 0)
    found = replace(page(Rule(True, 105.7, 50, 150), Rule(True, 105.9, 50, 150)), runs=(large,))

    assert with_underlined(found).rules == (Rule(True, 105.9, 50, 150),)


def test_text_on_its_side_is_not_underlined_by_level_lines() -> None:
    rule = Rule(True, 101, 50, 80)
    found = page(rule)

    assert with_underlined(
        replace(found, runs=tuple(replace(run, direction=1) for run in found.runs))
    ).rules == (rule,)


def test_a_page_without_such_lines_stays_as_it_is() -> None:
    for rules in ((), (Rule(False, 50, 90, 101),), (Rule(True, 60, 50, 80),)):
        found = page(*rules)
        assert with_underlined(found) is found


def test_underlined_words_are_stressed_and_others_are_not() -> None:
    found = with_underlined(page(Rule(True, 101, 68, 80)))

    assert [run.style for run in found.runs] == [0, ITALIC, 0]


def test_what_is_bold_as_well_stays_so() -> None:
    bold = page(Rule(True, 101, 50, 80))
    bold = replace(bold, runs=tuple(replace(run, style=BOLD) for run in bold.runs))

    assert [run.style for run in with_underlined(bold).runs] == [BOLD | ITALIC] * 2 + [BOLD]


@pytest.mark.parametrize(("start", "count"), [(59.5, 0), (62.0, 0), (60.0, 1)])
def test_pieces_that_overlap_or_leave_room_are_one_line_and_those_that_touch_are_sides_of_cells(
    start: float, count: int
) -> None:
    pieces = (Rule(True, 102.0, 50, 60), Rule(True, 102.0, start, 80))

    assert len(with_underlined(page(*pieces)).rules) == count

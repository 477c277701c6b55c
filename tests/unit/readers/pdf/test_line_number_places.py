"""Where numbers of lines stand, and beside which lines, however they were drawn."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.readers.pdf.line_numbers import line_numbers
from pipeline.readers.pdf.marks import Page, Run
from tests.unit.readers.pdf.typed import Typed

LINE = "Wie de dijk bewaakt."


def page(typed: Typed, runs: Sequence[Run]) -> list[int]:
    """At which places of what is drawn the numbers of lines stand that are taken."""
    sheet = Page(1, 300, 400, tuple(runs), (), (), (), has_images=False)
    taken = line_numbers([sheet], typed.glyphs).get(1, [])
    return sorted(runs.index(run) for run in taken)


def numbers(typed: Typed, count: int = 4, first: float = 100, mark: str = "{}") -> list[Run]:
    return [typed.run(mark.format(n + 1), 35, first + 12 * n) for n in range(count)]


def lines(typed: Typed, count: int = 4, first: float = 100) -> list[Run]:
    return [typed.run(LINE, 50, first + 12 * n) for n in range(count)]


@pytest.mark.parametrize("mark", ["{}", "{} ", " {}"])
def test_numbers_may_be_printed_with_spaces(mark: str) -> None:
    typed = Typed()

    assert page(typed, [*numbers(typed, mark=mark), *lines(typed)]) == [0, 1, 2, 3]


def test_numbers_and_lines_may_be_drawn_in_any_order() -> None:
    typed = Typed()
    drawn = [*numbers(typed), *lines(typed)]

    assert page(typed, drawn[::-1]) == [4, 5, 6, 7]


@pytest.mark.parametrize(("off", "count"), [(0.9, 4), (-0.9, 4), (1.1, 0), (-1.1, 0)])
def test_numbers_stand_flush(off: float, count: int) -> None:
    typed = Typed()
    first = numbers(typed, 3)

    fourth = typed.run("4", 35 + off, 136)
    assert len(page(typed, [*first, fourth, *lines(typed)])) == count


@pytest.mark.parametrize("x", [5.0, 41.0])
def test_a_number_beside_their_column_is_none_of_them(x: float) -> None:
    typed = Typed()
    other = typed.run("7", x, 160)

    assert page(typed, [*numbers(typed), *lines(typed), other]) == [0, 1, 2, 3]


@pytest.mark.parametrize(("y", "count"), [(334.0, 4), (330.0, 0)])
def test_a_footer_in_the_margin_may_have_no_number(y: float, count: int) -> None:
    # The page is 400 points high, and its lower margin begins at 332.
    typed = Typed()
    footer = typed.run("Versie 2", 50, y)

    assert len(page(typed, [*numbers(typed, first=270), *lines(typed, first=270), footer])) == count


@pytest.mark.parametrize(("shown", "count"), [(3, 6), (2, 0)])
def test_at_least_half_of_the_lines_that_are_counted_show(shown: int, count: int) -> None:
    typed = Typed()
    texts = [*lines(typed, 1), *lines(typed, shown - 1, 172 - 12 * (shown - 1))]

    assert len(page(typed, [*numbers(typed, 6), *texts])) == count


def test_letters_that_are_raised_within_a_line_make_no_line() -> None:
    typed = Typed()
    raised = typed.run("e", 160, 97.5)

    assert len(page(typed, [*numbers(typed), *lines(typed), raised])) == 4


def test_many_short_notes_are_notes_all_the_same() -> None:
    # Six of eight letters are fewer than four of twenty.
    typed = Typed()
    drawn = [*numbers(typed), *lines(typed)]
    notes = [typed.run("Zie wet.", 50, 200 + 9 * n, size=8) for n in range(6)]

    assert page(typed, [*drawn, *notes]) == [0, 1, 2, 3]


def test_text_above_the_first_number_has_none() -> None:
    typed = Typed()
    above = [typed.run("Vooraf", 50, y, size=10) for y in (88, 76)]

    assert page(typed, [*numbers(typed), *lines(typed), *above]) == []

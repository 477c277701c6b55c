"""How a document's producer sets lines: spaces at line ends, divided words, distances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.lines import Line
from tests.unit.readers.pdf.typed import Typed

LONG = "de dijkwachter loopt elke ochtend langs d"
"""41 characters, without an end."""
SHORT = "de dijk en de"
"""13 of them."""


def of(typed: Typed, *columns: Sequence[Line]) -> Habits:
    return Habits.of(columns, typed.maker)


def column(typed: Typed, *texts: str, leading: float = 12.0, size: float = 10.0) -> list[Line]:
    """Lines of a sentence that goes on to the last one."""
    return [typed.line(text, y=100 + n * leading, size=size) for n, text in enumerate(texts)]


# Spaces at the ends of lines.


@pytest.mark.parametrize(("spaced", "kept"), [(1, False), (2, True)])
def test_spaces_stay_at_line_ends_where_more_than_a_quarter_has_one(
    spaced: int, kept: bool
) -> None:
    typed = Typed()
    ends = [f"{LONG} "] * spaced + [LONG] * (4 - spaced)

    assert of(typed, column(typed, *ends, "en verder")).keeps_spaces is kept


def test_short_lines_tell_nothing_of_spaces() -> None:
    typed = Typed()
    exactly = f"{LONG[:39]} "

    assert not of(typed, column(typed, *[exactly] * 4, "en verder")).keeps_spaces
    assert of(typed, column(typed, *[f"{LONG[:38]}en "] * 4, "en verder")).keeps_spaces


def test_a_divided_word_has_its_hyphen_where_its_space_would_be() -> None:
    typed = Typed()
    divided = [f"{LONG[:-1]}-"] * 4

    # Of eight long lines four are divided, two of the other four keep their space.
    lines = column(typed, *divided, f"{LONG} ", f"{LONG} ", LONG, LONG, "en verder")

    assert of(typed, lines).keeps_spaces
    # Of nine of which none is divided two are less than a quarter.
    assert not of(typed, column(typed, f"{LONG} ", f"{LONG} ", *[LONG] * 7, "en")).keeps_spaces


def test_a_document_without_lines_that_go_on_keeps_no_spaces() -> None:
    typed = Typed()

    assert not of(typed, column(typed, f"{LONG} ", "De dijk")).keeps_spaces


def test_one_line_that_keeps_its_space_tells_that_they_stay() -> None:
    typed = Typed()

    assert of(typed, column(typed, f"{LONG} ", "en verder")).keeps_spaces


def test_short_lines_that_are_divided_do_not_tell_that_spaces_stay() -> None:
    typed = Typed()

    # There are more of them than long lines.
    assert not of(typed, column(typed, LONG, *[f"{SHORT}-"] * 3, "en verder")).keeps_spaces


# Divided words.


@pytest.mark.parametrize(("divided", "found"), [(2, False), (3, True)])
def test_words_are_divided_where_three_lines_end_in_a_hyphen(divided: int, found: bool) -> None:
    typed = Typed()
    lines = [f"{SHORT}-"] * divided + [SHORT] * 5

    assert of(typed, column(typed, *lines, "en verder")).divides_words is found


@pytest.mark.parametrize(("others", "found"), [(26, True), (27, False)])
def test_words_are_divided_where_a_tenth_of_the_lines_end_so(others: int, found: bool) -> None:
    typed = Typed()
    lines = [f"{SHORT}-"] * 3 + [SHORT] * others

    assert of(typed, column(typed, *lines, "en verder")).divides_words is found


def test_a_line_of_few_characters_may_not_be_divided() -> None:
    typed = Typed()

    assert not of(typed, column(typed, *["de gele dijk-"[3:]] * 4, "en verder")).divides_words
    assert of(typed, column(typed, *["de gele dij-"] * 4, "en verder")).divides_words


def test_a_sign_that_divides_words_only_is_no_hyphen_of_the_producer() -> None:
    typed = Typed()

    assert not of(typed, column(typed, *[f"{SHORT}\u2010"] * 4, "en verder")).divides_words


def test_the_words_of_a_document_are_those_within_its_lines() -> None:
    typed = Typed()
    found = of(typed, column(typed, "De Dijkwachter ziet, in de sluis")).words

    # The first and the last may be halves.
    assert found == {"dijkwachter", "ziet", "in", "de"}


# Distances of lines.


def test_the_leading_of_a_size_is_the_middle_of_what_it_shows() -> None:
    typed = Typed()
    close, wide = column(typed, *[SHORT] * 3), column(typed, *[SHORT] * 4, leading=14)

    assert of(typed, close, wide).leadings == {20: 14.0}
    assert of(typed, close, wide).leading(10.2) == 14.0


def test_lines_of_two_sizes_tell_no_leading() -> None:
    typed = Typed()
    lines = [typed.line(SHORT), typed.line(SHORT, y=112, size=10.2)]
    alike = [typed.line(SHORT), typed.line(SHORT, y=112, size=10.05)]

    assert of(typed, lines).leadings == {}
    assert of(typed, alike).leadings == {20: 12.0}


def test_sizes_that_differ_by_rounding_have_one_leading() -> None:
    typed = Typed()
    small, large = (column(typed, *[SHORT] * 3, size=size) for size in (9.9, 10.1))

    found = of(typed, small, large)
    assert list(found.leadings) == [20]
    assert found.leading(10.1) == found.leading(9.9)


def test_another_size_has_the_leading_of_the_nearest_in_proportion() -> None:
    typed = Typed()
    habits = of(
        typed,
        column(typed, *[SHORT] * 3, leading=12),
        column(typed, *[SHORT] * 3, leading=36, size=20),
    )

    assert habits.leading(8) == pytest.approx(9.6)
    assert habits.leading(18) == pytest.approx(32.4)
    # Sixteen is nearer to twenty than to ten, and fourteen is not.
    assert habits.leading(16) == pytest.approx(28.8)
    assert habits.leading(14) == pytest.approx(16.8)


def test_without_any_lines_that_go_on_leading_is_what_fonts_are_made_for() -> None:
    assert of(Typed()).leading(10) == pytest.approx(12)


def test_uneven_lines_show_what_a_third_of_them_keep() -> None:
    typed = Typed()
    ys = [100, 112, 125, 137, 150, 162]
    lines = [typed.line(SHORT, y=y) for y in ys]

    assert of(typed, lines).loosest == {20: 13.0}
    # Four distances are too few.
    assert of(typed, lines[:5]).loosest == {}


def test_of_uneven_distances_the_lower_two_thirds_say_nothing() -> None:
    typed = Typed()
    ys = [100, 112, 124, 136, 148, 161, 174]

    lines = [typed.line(SHORT, y=y) for y in ys]

    # Two of six: the fifth is the first of the upper third.
    assert of(typed, lines).loosest == {20: 13.0}
    assert of(typed, [*lines[:5], lines[5]]).loosest == {20: 12.0}


def test_their_order_says_nothing() -> None:
    typed = Typed()
    lines = [typed.line(SHORT, y=y) for y in (100, 113, 125, 138, 150, 162, 174)]

    # From 12 to 13 the fifth of the six is 13; the fifth on the page is 12.
    assert of(typed, lines).loosest == {20: 13.0}


def test_distances_that_differ_by_rounding_are_even() -> None:
    typed = Typed()
    lines = [typed.line(SHORT, y=y) for y in (100, 112, 124.05, 136.1, 148.1, 160.1)]

    assert of(typed, lines).loosest == {}


# Space between paragraphs.


@pytest.mark.parametrize(("gap", "is_spaced"), [(14.0, True), (13.6, False)])
def test_space_parts_paragraphs_where_short_lines_stand_apart(
    gap: float, *, is_spaced: bool
) -> None:
    typed = Typed()
    lines = []
    y = 100.0
    for end in ("dijk en de sluis.", "dijk en zee."):
        lines += [typed.line(f"D{LONG[1:]}", y=y), typed.line(end, y=y + 12)]
        y += 12 + gap
    lines.append(typed.line("De rest.", y=y))

    assert of(typed, lines).spaces_paragraphs is is_spaced


def ends(following: str, size: float, other: float) -> bool:
    """Whether lines below short ones show space between paragraphs, where these are so large."""
    typed = Typed()
    lines, y = [], 100.0
    for _ in range(3):
        lines += [typed.line(f"D{LONG[1:]}", y=y, size=size)]
        lines += [typed.line("dijk en zee.", y=y + 12, size=size)]
        lines += [typed.line(following, x=350, y=y + 32, size=other)]
        y += 200
    return of(typed, lines).spaces_paragraphs


@pytest.mark.parametrize(
    ("following", "size", "other", "is_spaced"),
    [
        ("De rest.", 10, 10, True),
        ("De rest.", 10.1, 10.1, True),
        ("De rest.", 10, 10.05, True),
        ("de rest.", 10, 10, False),
        # What is larger is a heading, what is smaller a note.
        ("De rest.", 10, 11, False),
        ("De rest.", 10, 9, False),
    ],
)
def test_what_begins_in_the_same_size_shows_space_between_paragraphs(
    following: str, size: float, other: float, *, is_spaced: bool
) -> None:
    assert ends(following, size, other) is is_spaced


def test_what_is_long_or_one_alone_shows_no_space_between_paragraphs() -> None:
    typed = Typed()
    full, short = f"D{LONG[1:]}", "dijk en de sluis."

    def of_lines(*texts: tuple[str, float]) -> bool:
        return of(typed, [typed.line(text, y=y) for text, y in texts]).spaces_paragraphs

    assert not of_lines((full, 100), (short, 112), ("De rest.", 130))
    long = LONG[:30]
    assert not of_lines((full, 100), (long, 112), (full, 130), (long, 142), ("De rest.", 160))


def test_paragraphs_of_which_many_stand_close_are_not_parted_by_space() -> None:
    typed = Typed()
    lines, y = [], 100.0
    for n in range(5):
        lines += [typed.line(f"D{LONG[1:]}", y=y), typed.line("dijk en zee.", y=y + 12)]
        y += 24 if n < 1 else 30
    lines.append(typed.line("De rest.", y=y))

    # Four of five are not more than four of five.
    assert not of(typed, lines).spaces_paragraphs


def test_what_an_o_opens_is_an_item_and_no_rest_of_a_sentence() -> None:
    typed = Typed()
    prose = column(typed, *[LONG] * 4)
    items = column(typed, *["o kennis van zout water"] * 6, leading=16)
    found = of(typed, [*prose, *[replace(i, baseline=i.baseline + 60) for i in items]])

    assert (found.leadings, found.loosest) == ({20: 12}, {})

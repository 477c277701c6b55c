"""What sizes tell of seams: which are one, which distances they have, whether headings go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.line_seams import LineSeams
from pipeline.readers.pdf.lines import Line
from tests.unit.readers.pdf.typed import Typed

# Forty letters reach to 250, and the next word would have gone beyond the edge.
FULL = "Wie de dijk bewaakt, kijkt elke dag naar"
RIGHT = 262.0


def seams_of(typed: Typed, *columns: Sequence[Line]) -> LineSeams:
    return LineSeams(typed.maker, Habits.of(columns, typed.maker))


def of_sizes(
    first: float, second: float, leading: float, text: str = "Zeeland en Tholen."
) -> tuple[Typed, list[Line]]:
    """Two lines, of which one goes on in the other but for their sizes and distance."""
    typed = Typed()
    return typed, [
        typed.line(FULL, size=first),
        typed.line(text, y=100 + leading, size=second),
    ]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [(10, 10, {20: 12.0}), (10.1, 10.1, {20: 12.0}), (9.9, 9.9, {20: 12.0}), (10, 10.05, {20: 12}),
     (10, 10.2, {}), (10.2, 10, {})],
)  # fmt: skip
def test_lines_of_one_size_show_how_far_apart_those_of_a_column_stand(
    first: float, second: float, found: dict[int, float]
) -> None:
    typed, lines = of_sizes(first, second, 12, "de sluis en Tholen.")

    assert seams_of(typed).leading_of(lines) == found


def test_sizes_that_differ_by_rounding_have_the_leading_of_their_column() -> None:
    for size in (9.9, 10, 10.1):
        typed, (first, second) = of_sizes(size, size, 14)
        seams = seams_of(typed)
        # Without it the lines stand further apart than lines do.
        assert seams.in_column([first], second, None, RIGHT, {20: 14.0}).holds
        assert not seams.in_column([first], second, None, RIGHT, {}).holds


@pytest.mark.parametrize("size", [9.9, 10, 10.1])
def test_and_what_uneven_lines_of_the_document_show(size: float) -> None:
    typed, (first, second) = of_sizes(size, size, 14)
    seams = seams_of(typed)
    loose = replace(seams, habits=replace(seams.habits, loosest={20: 14.0}))

    assert loose.in_column([first], second, None, RIGHT, {20: 12.0}).holds
    further = replace(second, baseline=114.2)
    assert not loose.in_column([first], further, None, RIGHT, {20: 12.0}).holds


@pytest.mark.parametrize(("first", "second"), [(10, 11), (11, 10)])
def test_of_two_sizes_in_a_paragraph_the_larger_one_tells_the_distance(
    first: float, second: float
) -> None:
    typed, (above, below) = of_sizes(first, second, 14)
    right = above.x1 + 12

    assert seams_of(typed).in_column([above], below, None, right, {20: 12.0, 22: 14.0}).holds
    assert not seams_of(typed).in_column([above], below, None, right, {20: 14.0, 22: 12.0}).holds


@pytest.mark.parametrize(
    ("size", "holds"), [(8.9, True), (8.7, False), (11.1, True), (11.3, False)]
)
def test_letters_of_another_size_part_paragraphs(size: float, *, holds: bool) -> None:
    typed, (first, second) = of_sizes(10, size, 12)
    verdict = seams_of(typed).in_column([first], second, None, RIGHT, {})

    assert verdict.holds is holds
    assert holds or verdict.name == "the letters have another size"


@pytest.mark.parametrize(
    ("size", "holds"), [(14.4, True), (13.6, True), (14.6, False), (13.4, False)]
)
def test_a_heading_goes_on_in_letters_of_its_size(size: float, *, holds: bool) -> None:
    typed = Typed()
    first, second = typed.line("Het beroep", size=14), typed.line("van kok", y=116, size=size)

    assert seams_of(typed).in_heading(first, second).holds is holds

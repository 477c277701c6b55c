"""Lines are cut at gaps that part columns, and not at wide spaces."""

from __future__ import annotations

import pytest

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.line_parts import (
    has_leader,
    is_emphasised,
    is_matrix,
    line_parts,
    parts_at,
)
from pipeline.readers.pdf.lines import Line
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import typed_row


def row(*parts: tuple[float, str]) -> Line:
    return typed_row(Typed(), 100, *parts)


def spaced(*gaps: float, words: str = "de dijk en de sluis") -> Line:
    """Words with these gaps between them."""
    x, parts = 50.0, []
    for word, gap in zip(words.split(), (*gaps, 0), strict=False):
        parts.append((x, word))
        x += 5 * len(word) + gap
    return row(*parts)


def texts(parts: list[Line]) -> list[str]:
    return [part.chars for part in parts]


@pytest.mark.parametrize(("gap", "count"), [(9.9, 1), (10.1, 2)])
def test_a_gap_wider_than_an_em_parts_columns(gap: float, count: int) -> None:
    assert len(line_parts(row((50, "Sector"), (80 + gap, "Zorg")))) == count


@pytest.mark.parametrize(("gap", "count"), [(5.9, 1), (6.1, 2)])
def test_before_the_start_of_other_lines_a_gap_wider_than_a_space_does(
    gap: float, count: int
) -> None:
    line = row((50, "Sector"), (80 + gap, "Zorg"))

    assert len(line_parts(line, starts=(80.5 + gap,))) == count
    assert len(line_parts(line, starts=(81 + gap,))) == 1


@pytest.mark.parametrize(("gap", "count"), [(4.4, 1), (4.6, 2)])
def test_a_gap_much_wider_than_the_other_spaces_of_its_line_is_none(gap: float, count: int) -> None:
    line = spaced(3.0, gap, 3.0, 3.0)
    start = 50 + 10 + 3 + 20 + gap

    assert len(line_parts(line, starts=(start,))) == count
    # Three spaces tell nothing.
    assert len(line_parts(spaced(3.0, 4.6, 3.0, words="de dijk en de"), starts=(87.6,))) == 1


def test_gaps_as_wide_as_each_other_are_those_of_a_stretched_line() -> None:
    assert len(line_parts(spaced(12.0, 12.6, 12.0))) == 1
    assert len(line_parts(spaced(12.0, 12.8, 14.0))) == 4


def test_no_line_is_stretched_so_far_as_a_matrix_is_wide() -> None:
    assert len(line_parts(row((50, "Taak 1"), (145, "x"), (215, "x")))) == 1
    assert len(line_parts(row((50, "Taak 1"), (155, "x"), (235, "x")))) == 3


@pytest.mark.parametrize(("edge", "count"), [(82.8, 2), (87.6, 2), (82.6, 1), (87.8, 1)])
def test_a_known_edge_parts_at_a_narrow_gap(edge: float, count: int) -> None:
    line = row((50, "Sector"), (85.2, "Zorg"))

    assert len(parts_at(line, (edge,))) == count
    assert len(line_parts(line, (edge,))) == count


def test_a_word_space_before_a_known_edge_parts_where_the_style_changes_there() -> None:
    for style, count in ((0, 1), (BOLD, 2)):
        typed = Typed()
        runs = [typed.run("Sector", 50), typed.run("Zorg", 83, style=style)]
        assert len(parts_at(typed.maker.lines(runs, 1)[0], (83,))) == count


def test_a_marker_goes_with_what_it_marks() -> None:
    assert texts(line_parts(row((50, "1."), (75, "Sector"), (150, "Zorg")))) == [
        "1. Sector",
        "Zorg",
    ]


@pytest.mark.parametrize(("gap", "count"), [(24.0, 1), (26.0, 2)])
def test_a_sign_far_before_a_known_edge_is_no_marker_there(gap: float, count: int) -> None:
    assert len(line_parts(row((50, "x)"), (60 + gap, "Zorg")), (60 + gap,))) == count
    assert len(line_parts(row((50, "x)"), (60 + gap, "Zorg")))) == 1


def test_parts_stand_where_their_letters_do() -> None:
    first, second = line_parts(row((50, "Sector"), (150, "Zorg")))

    assert (first.x0, first.x1, second.x0, second.x1) == (50, 80, 150, 170)


def test_a_line_of_a_table_of_contents_is_whole() -> None:
    line = row((50, "Sector ....."), (300, "12"))

    assert has_leader(line)
    assert line_parts(line) == [line]
    assert not has_leader(row((50, "Sector ... 12")))
    # TeX sets its dots apart.
    assert has_leader(row((50, "Sector . . . . 12")))
    assert not has_leader(row((50, "Sector . . . 12")))


@pytest.mark.parametrize(("styles", "found"), [
    ((BOLD, BOLD), True), ((ITALIC, ITALIC), True), ((BOLD, 0), False), ((0, 0), False),
])  # fmt: skip
def test_a_line_is_emphasised_where_all_of_it_is(styles: tuple[int, int], found: bool) -> None:
    typed = Typed()
    runs = [typed.run("Sector", 50, style=styles[0]), typed.run("Zorg", 90, style=styles[1])]

    assert is_emphasised(typed.maker.lines(runs, 1)[0]) is found


def matrix(*texts: str) -> list[Line]:
    return [row((50 + 100 * n, text)) for n, text in enumerate(texts)]


def test_a_matrix_has_labels_and_crosses() -> None:
    assert is_matrix([matrix("Taak 1", "x", "12a"), matrix("Taak 2", "A")])
    assert not is_matrix([matrix("Taak 1", "x", "hoog")])
    assert not is_matrix([matrix("Taak 1", "x"), matrix("Taak 2")])
    assert not is_matrix([matrix("en taak 1", "x")])

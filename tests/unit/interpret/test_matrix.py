"""A table that is the value itself: which row and which column meet in each filled cell."""

from __future__ import annotations

import pytest

from pipeline.interpret.claims import Claims
from pipeline.interpret.passages import ValueCell
from pipeline.interpret.tree import plain_values
from pipeline.interpret.values.matrix import cells_of
from tests.unit.interpret.specimens import page


def matrix(*pages: str, claims: Claims | None = None) -> list[tuple[str, str, str]]:
    """(row, column, value) of each filled cell of a value, its cells those of pages."""
    values = [ValueCell(page(source).blocks) for source in pages]
    nodes, _ = cells_of(values, Claims() if claims is None else claims)
    return [(c["row"], c["column"], c["value"]) for c in map(plain_values, nodes)]


CROSSES = [
    ("Verzorgt bijen", "Plannen", "x"),
    ("Slingert honing", "Plannen", "x"),
    ("Slingert honing", "Samenwerken", "x"),
]
ROWS = "<tr><td>Verzorgt bijen<td>x<td><tr><td>Slingert honing<td>x<td>x"


@pytest.mark.parametrize(
    "heads",
    [
        "<tr><td>Kerntaak<td>Plannen<td>Samenwerken",
        "<tr><td><td>Plannen<td>Samenwerken",
        "<tr><td>Kerntaak<td colspan=2>Competenties<tr><td><td>Plannen<td>Samenwerken",
    ],
    ids=["a corner", "an empty corner", "a head over heads"],
)
def test_a_filled_cell_has_the_head_of_its_row_and_that_of_its_column(heads: str) -> None:
    assert matrix(f"<table>{heads}{ROWS}</table>") == CROSSES


def test_heads_may_be_as_short_as_marks() -> None:
    source = "<table><tr><td>Kerntaak<td>1<td>2<tr><td>Verzorgt bijen<td>x<td>o</table>"

    assert matrix(source) == [("Verzorgt bijen", "1", "x"), ("Verzorgt bijen", "2", "o")]


def test_below_a_head_row_a_mark_may_be_a_word() -> None:
    source = "<table><tr><td>Kerntaak<td>Plannen van werk<tr><td>Verzorgt bijen<td>vooral</table>"

    assert matrix(source) == [("Verzorgt bijen", "Plannen van werk", "vooral")]


def test_a_table_that_goes_on_has_the_columns_of_the_one_before_it() -> None:
    first = "<table><tr><td>Kerntaak<td>Plannen<tr><td>Verzorgt bijen<td>x</table>"
    second = "<table><tr><td>Slingert honing<td>x</table>"

    assert matrix(first, second) == [
        ("Verzorgt bijen", "Plannen", "x"),
        ("Slingert honing", "Plannen", "x"),
    ]


def test_heads_are_accounted_for_and_texts_beside_the_table_are_its_legend() -> None:
    claims = Claims()
    source = f"<table><tr><td>Kerntaak<td>Plannen<td>Samen{ROWS}</table><p>x: van belang</p>"
    _, beside = cells_of([ValueCell(page(source).blocks)], claims)

    assert list(map(str, beside)) == ["x: van belang"]
    assert claims.totals() == {
        "column heads": len("KerntaakPlannenSamen"),
        "row heads": len("VerzorgtbijenSlingerthoning"),
    }


def test_without_a_table_there_are_no_cells() -> None:
    assert matrix("<p>Zie de bijlage.</p>") == []


WORDS = [
    ("Verzorgt bijen", "Plannen", "x"),
    ("Slingert honing", "Plannen", "o"),
    ("Slingert honing", "Samenwerken", "x"),
]
MARKS = "<tr><td>Verzorgt bijen<td>x<td><tr><td>Slingert honing<td>o<td>x"


@pytest.mark.parametrize(
    "heads",
    [
        "<tr><td><td colspan=2>Kerntaken<tr><td>Competentie<td>Plannen<td>Samenwerken",
        "<tr><td>Competenties<td><td><tr><td>Competentie<td>Plannen<td>Samenwerken",
        "<tr><td>Kerntaken<tr><td>Competentie<td>Plannen<td>Samenwerken",
        "<tr><td rowspan=2>Competentie<td colspan=2>Kerntaken<tr><td>Plannen<td>Samenwerken",
        "<tr><td rowspan=2>Taak<td rowspan=2>Plannen<td>Sociaal<tr><td>Samenwerken",
    ],
    ids=[
        "a head over heads beside a corner",
        "a head whose cells are apart",
        "a head in a row by itself",
        "a corner over two rows",
        "a head over two rows",
    ],
)
def test_a_row_that_names_no_single_column_stands_over_the_heads(heads: str) -> None:
    assert matrix(f"<table>{heads}{MARKS}</table>") == WORDS


def test_heads_are_letters_where_they_name_the_columns_of_marks() -> None:
    source = "<table><tr><td>Werkproces<td>A<td>K<tr><td>1.1 Voert bijen<td><td>x</table>"

    assert matrix(source) == [("1.1 Voert bijen", "K", "x")]


def test_marks_may_be_digits_from_the_first_row_on() -> None:
    source = "<table><tr><td><td>Plannen<td>Voeren<tr><td>Kerntaak 1<td>3<td>2</table>"

    assert matrix(source) == [("Kerntaak 1", "Plannen", "3"), ("Kerntaak 1", "Voeren", "2")]


def test_heads_that_stand_again_on_the_next_page_are_no_row() -> None:
    heads = "<tr><td><td colspan=2>Competenties<tr><td>Werkproces<td>A<td>K"
    first = f"<table>{heads}<tr><td>Voert bijen<td>x<td></table>"
    second = f"<table>{heads}<tr><td>Slingert honing<td><td>x</table>"

    assert matrix(first, second) == [("Voert bijen", "A", "x"), ("Slingert honing", "K", "x")]

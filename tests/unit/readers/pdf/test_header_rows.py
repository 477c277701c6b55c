"""Lines below heads to rows: how far the heads go on, and which lines a row has."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.document.text import BOLD
from pipeline.readers.pdf.header_rows import has_values, header_rows, row_of
from pipeline.readers.pdf.labelled_rows import Row, Rows
from pipeline.readers.pdf.lines import Line
from tests.unit.readers.pdf.typed import Typed

COLUMNS = (50.0, 180.0, 300.0)
HEADS = ((50, "Naam"), (180, "Datum"), (300, "Status"))
VALUES = ((50, "Kok"), (180, "1 mei"), (300, "Concept"))


class Table:
    """Lines below each other, each in its parts."""

    def __init__(self) -> None:
        self.typed = Typed()
        self.parts: list[list[Line]] = []

    def row(self, *placed: tuple[float, str], y: float, style: int = 0) -> Table:
        runs = [self.typed.run(text, x, y, style=style) for x, text in placed]
        self.parts.append([self.typed.maker.lines([run], 1)[0] for run in runs])
        return self

    def heads(self, *placed: tuple[float, str], y: float) -> Table:
        return self.row(*placed, y=y, style=BOLD)

    def read(self, *records: int, columns: Sequence[float] = COLUMNS) -> Rows:
        """Its rows, where lines stand 1.2 times their size apart."""
        return header_rows(self.parts, columns, 1.2, records)

    def rows(self, *records: int, columns: Sequence[float] = COLUMNS) -> list[list[str]]:
        """The texts of the cells."""
        return list(map(texts, self.read(*records, columns=columns).rows))


def texts(row: Row) -> list[str]:
    return [" / ".join(line.chars for line in own) for _, own in row]


def test_lines_below_heads_are_one_row_but_where_another_begins() -> None:
    table = Table().heads(*HEADS, y=100).row(*VALUES, y=112)
    table.row((50, "in dienst"), y=124).row((50, "Bakker"), (180, "2 mei"), y=136)

    heads = ["Naam", "Datum", "Status"]
    assert table.rows() == [heads, ["Kok / in dienst / Bakker", "1 mei / 2 mei", "Concept"]]
    assert table.rows(3) == [
        heads,
        ["Kok / in dienst", "1 mei", "Concept"],
        ["Bakker", "2 mei", ""],
    ]


def test_a_cell_reaches_from_its_head_to_the_next_and_over_all_lines_of_its_row() -> None:
    table = Table().heads(*HEADS, y=100).row(*VALUES, y=112).row((50, "in dienst"), y=124)

    # Seven letters of five points begin at 300; the row has lines from 112 - 7.5 to 124 + 2.5.
    assert [box for box, _ in table.read().rows[1]] == [
        (50, 104.5, 180, 126.5), (180, 104.5, 300, 126.5), (300, 104.5, 335, 126.5),
    ]  # fmt: skip


def test_heads_below_which_nothing_stands_are_a_row() -> None:
    assert Table().heads(*HEADS, y=100).rows() == [["Naam", "Datum", "Status"]]


@pytest.mark.parametrize(("x", "column"), [(177.6, 1), (177.4, 0), (297.4, 1)])
def test_values_begin_where_their_heads_do_but_for_rounding(x: float, column: int) -> None:
    table = Table().heads(*HEADS, y=100).row((50, "Kok"), (x, "1 mei"), y=112)

    cells = table.rows()[1]
    assert "1 mei" in cells[column]
    assert len([cell for cell in cells if "1 mei" in cell]) == 1


# How far heads go on.


@pytest.mark.parametrize(
    ("x", "text", "style", "y", "goes_on"),
    [
        (180, "van vandaag", BOLD, 112.0, True),
        (182.4, "van vandaag", BOLD, 112.0, True),
        (182.6, "van vandaag", BOLD, 112.0, False),
        (177.6, "van vandaag", BOLD, 112.0, True),
        (177.4, "van vandaag", BOLD, 112.0, False),
        (180, "Van vandaag", BOLD, 112.0, False),
        (180, "van vandaag", 0, 112.0, False),
        (180, "van vandaag", BOLD, 112.2, True),
        (180, "van vandaag", BOLD, 112.4, False),
    ],
)
def test_what_is_set_as_a_head_below_one_in_small_letters_is_its_rest(
    x: float, text: str, style: int, y: float, *, goes_on: bool
) -> None:
    table = Table().heads(*HEADS, y=100).row((x, text), y=y, style=style).row(*VALUES, y=140)

    assert (texts(table.read(2).rows[0])[1] == f"Datum / {text}") is goes_on


def test_a_head_whose_end_is_set_otherwise_has_no_rest_in_its_first_style() -> None:
    table = Table()
    runs = [table.typed.run("Datum", 180, 100, style=BOLD), table.typed.run(" en", 205, 100)]
    table.parts.append(table.typed.maker.lines(runs, 1))

    for style, count in ((BOLD, 2), (0, 1)):
        table.row((180, "tijd"), y=112, style=style)
        assert len(table.rows(columns=(180.0,))) == count
        table.parts.pop()


def test_no_heads_go_on_where_one_part_of_the_line_is_no_rest() -> None:
    table = Table().heads(*HEADS, y=100).heads((180, "van nu"), (300, "Concept"), y=112)
    assert table.rows() == [["Naam", "Datum", "Status"], ["", "van nu", "Concept"]]

    table = Table().heads(*HEADS, y=100).heads((180, "van nu"), (240, "elders"), y=112)
    assert table.rows()[0] == ["Naam", "Datum", "Status"]


def test_the_reasons_tell_of_each_line_why_it_is_of_the_heads_or_not() -> None:
    table = Table().heads(*HEADS, y=100).heads((50, "en rol"), y=112).row(*VALUES, y=124)
    table.row((50, "in dienst"), y=136)

    assert [reason.act for reason in table.read().reasons] == ["joined", "parted"]


# Matrices.

CROSSES = ((180, "x"), (300, "x"))


def test_each_line_of_a_matrix_is_a_row() -> None:
    table = Table().heads(*HEADS, y=100).row((50, "Lassen"), *CROSSES, y=112)
    table.row((50, "Solderen"), *CROSSES, y=124).row((50, "Zagen"), *CROSSES, y=136)

    heads = ["Naam", "Datum", "Status"]
    assert table.rows() == [
        heads, ["Lassen", "x", "x"], ["Solderen", "x", "x"], ["Zagen", "x", "x"],
    ]  # fmt: skip
    # Below one column of labels and one of crosses lines may go on.
    assert len(table.rows(columns=(50.0, 180.0))) == 2
    # So they do where one is no line of a matrix.
    assert len(table.row((50, "en vijlen"), y=148).rows()) == 2


def test_rows_of_a_matrix_begin_below_heads_of_several_lines() -> None:
    table = Table().heads(*HEADS, y=100).heads((50, "en rol"), y=112)
    table.row((50, "Lassen"), *CROSSES, y=124).row((50, "Zagen"), *CROSSES, y=136)

    assert [row[0] for row in table.rows()] == ["Naam / en rol", "Lassen", "Zagen"]


# A line by itself, and what tells that it has heads.


def test_the_parts_of_a_line_are_cells_that_reach_to_the_next_one() -> None:
    (line,) = Table().row(*VALUES, y=100).parts

    assert [(box, own[0].chars) for box, own in row_of(line)] == [
        ((50, 92.5, 180, 102.5), "Kok"),
        ((180, 92.5, 300, 102.5), "1 mei"),
        ((300, 92.5, 335, 102.5), "Concept"),
    ]


@pytest.mark.parametrize(
    ("x", "found"),
    [(180, True), (300, True), (182.4, True), (182.6, False), (177.6, True), (177.4, False)],
)
def test_a_value_stands_below_a_head_other_than_the_first(x: float, *, found: bool) -> None:
    table = Table().heads(*HEADS, y=100)

    assert not has_values(table.parts, COLUMNS)
    assert not has_values(table.row((50, "Kok"), y=112).parts, COLUMNS)
    assert has_values(table.row((x, "1 mei"), y=124).parts, COLUMNS) is found

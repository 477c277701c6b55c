"""White rows of shaded tables: in their columns, and of the same table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.areas import Area, CellArea, TableArea, TextArea
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.stripes import with_white_cells, with_white_rows
from tests.unit.readers.pdf.typed import Typed

LEFT, SIDE, RIGHT = 40.0, 120.0, 400.0
LABEL, VALUE = 44.0, 124.0


def line(chars: str, x: float = VALUE, y: float = 100.0) -> Line:
    return Typed().line(chars, x, y)


def table(*rows: tuple[str, str], y: float = 100.0, evidence: str = "shading") -> TableArea:
    """A table of two columns with rows 20 points high."""
    cells = tuple(
        CellArea(n, column, 1, 1, (sides[0], y + 20 * n - 12, sides[1], y + 20 * n + 8), lines)
        for n, texts in enumerate(rows)
        for column, sides in enumerate([(LEFT, SIDE), (SIDE, RIGHT)])
        for lines in [
            (line(texts[column], (LABEL, VALUE)[column], y + 20 * n),) if texts[column] else ()
        ]
    )
    return TableArea((LEFT, y - 12, RIGHT, y + 20 * len(rows) - 12), cells, evidence)


def rows_of(area: Area) -> list[list[str]]:
    assert isinstance(area, TableArea)
    count = 1 + max(cell.row for cell in area.cells)
    return [
        [" ".join(line.chars for line in c.lines) for c in area.cells if c.row == row]
        for row in range(count)
    ]


UPPER = table(("Taak", "Lassen"))
LOWER = table(("Niveau", "4"), y=160.0)


def test_lines_between_shades_in_the_second_column_are_a_row_without_a_label() -> None:
    white = TextArea((line("Slijpen", y=120), line("van staal", x=140, y=132)))

    (found,) = with_white_rows([UPPER, white, LOWER])
    assert rows_of(found) == [["Taak", "Lassen"], ["", "Slijpen van staal"], ["Niveau", "4"]]
    assert {cell.box[::2] for cell in found.cells} == {(LEFT, SIDE), (SIDE, RIGHT)}  # type: ignore[union-attr]
    # So they are at the head of a page, and at its foot.
    (found,) = with_white_rows([white, LOWER])
    assert rows_of(found) == [["", "Slijpen van staal"], ["Niveau", "4"]]
    (found,) = with_white_rows([UPPER, white])
    assert rows_of(found) == [["Taak", "Lassen"], ["", "Slijpen van staal"]]


@pytest.mark.parametrize(
    "text",
    [
        line("Een kop", x=LABEL, y=120),
        line("Niet in de kolom", x=VALUE + 3, y=120),
        line("Veel te lang" * 5, y=120),
    ],
    ids=["in the first column", "where no text begins", "wider than the table"],
)
def test_other_lines_are_text(text: Line) -> None:
    areas: list[Area] = [UPPER, TextArea((text,)), LOWER]
    assert with_white_rows(areas) == areas


def test_text_that_goes_back_to_the_first_column_is_no_row() -> None:
    areas: list[Area] = [UPPER, TextArea((line("Slijpen", y=120), line("Rol", x=LABEL, y=132)))]
    assert with_white_rows(areas) == areas


def test_tables_between_the_same_sides_are_one_wherever_their_texts_begin() -> None:
    indented = tuple(
        replace(cell, lines=tuple(replace(line, x0=line.x0 + 12) for line in cell.lines))
        for cell in LOWER.cells
    )
    (found,) = with_white_rows([UPPER, replace(LOWER, cells=indented)])
    assert rows_of(found) == [["Taak", "Lassen"], ["Niveau", "4"]]


def test_rows_that_alignment_shows_are_of_the_table_around_them() -> None:
    white = table(("Branche", "Metaal"), y=130.0, evidence="alignment")
    # Aligned cells begin where their texts do.
    white = replace(
        white,
        cells=tuple(
            replace(cell, box=(cell.box[0] + 4, *cell.box[1:3], cell.box[3] - 9))
            for cell in white.cells
        ),
    )

    (found,) = with_white_rows([UPPER, white, LOWER])
    assert rows_of(found) == [["Taak", "Lassen"], ["Branche", "Metaal"], ["Niveau", "4"]]
    assert {cell.box[::2] for cell in found.cells} == {(LEFT, SIDE), (SIDE, RIGHT)}  # type: ignore[union-attr]


def test_tables_that_nothing_shades_or_that_have_other_columns_stay_apart() -> None:
    ruled: list[Area] = [replace(UPPER, evidence="rules"), replace(LOWER, evidence="rules")]
    assert with_white_rows(ruled) == ruled
    mixed: list[Area] = [ruled[0], LOWER]
    assert with_white_rows(mixed) == mixed
    moved = tuple(
        replace(
            cell,
            box=(cell.box[0] + 30 * cell.column, *cell.box[1:]),
            lines=tuple(replace(line, x0=line.x0 + 30) for line in cell.lines),
        )
        for cell in LOWER.cells
    )
    other = replace(LOWER, cells=moved)
    assert with_white_rows([UPPER, other]) == [UPPER, other]
    headed = replace(
        LOWER,
        cells=(replace(LOWER.cells[0], colspan=2), table(("", ""), ("a", "b"), y=160).cells[3]),
    )
    assert with_white_rows([UPPER, headed]) == [UPPER, headed]
    three = replace(LOWER, cells=(*LOWER.cells, replace(LOWER.cells[1], column=2)))
    assert with_white_rows([UPPER, three]) == [UPPER, three]


def wide(*lines: Line) -> TableArea:
    """The upper table with a white cell over both columns below its row."""
    cell = CellArea(1, 0, 1, 2, (LEFT, 108.0, RIGHT, 140.0), lines)
    return replace(UPPER, cells=(*UPPER.cells, cell))


def test_a_white_cell_whose_text_stands_in_the_second_column_is_two() -> None:
    found = with_white_cells(wide(line("Slijpen", y=120), line("van staal", y=132)))

    assert rows_of(found) == [["Taak", "Lassen"], ["", "Slijpen van staal"]]
    assert [(c.column, c.colspan, c.box[::2]) for c in found.cells[2:]] == [
        (0, 1, (LEFT, SIDE)),
        (1, 1, (SIDE, RIGHT)),
    ]


def test_a_heading_over_both_columns_stays_one_cell() -> None:
    for table in (wide(line("Rollen", x=LABEL, y=120)), wide(), wide(line("Rol", x=200, y=120))):
        assert with_white_cells(table) == table
    # What rules frame is one cell, wherever its text stands.
    ruled = replace(wide(line("Slijpen", y=120)), evidence="rules")
    assert with_white_cells(ruled) == ruled

"""The normalisations of a table, each on a page that needs it and on one that does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.areas import PageLayout, TableArea
from pipeline.readers.pdf.candidates import RULES, Candidate
from pipeline.readers.pdf.choice import Choice
from pipeline.readers.pdf.filling import filled
from pipeline.readers.pdf.grid import PageRules, grids, merged
from pipeline.readers.pdf.headed import HeadedTable, Heads
from pipeline.readers.pdf.headed_cells import HeadedCell
from pipeline.readers.pdf.normal import (
    heads_at_the_end,
    with_columns_below_heads,
    with_cut_row,
    with_empty_labels,
    with_labels_beside,
    with_labels_parted,
    with_rows_below,
)
from tests.unit.readers.pdf.sketch import Sketch, sketched
from tests.unit.readers.pdf.typed import Typed


def laid_out(sketch: Sketch) -> PageLayout:
    """The page with its ruled grids filled."""
    found = [Candidate(grid, RULES) for grid in grids(merged(sketch.page.rules))]
    return filled(PageRules.of(sketch.page), sketch.maker, Choice(tuple(found)))


def table_of(drawing: str, bold: Sequence[str] = ()) -> TableArea:
    """The only table of a page."""
    (table,) = laid_out(sketched(drawing, bold=bold)).tables
    return table


def cells(table: TableArea) -> list[tuple[int, int, str]]:
    """(row, column, text) of each cell that holds something."""
    return [
        (cell.row, cell.column, " ".join(line.chars for line in cell.lines))
        for cell in table.cells
        if cell.lines
    ]


def spans(table: TableArea) -> list[tuple[int, int, int, int]]:
    """(row, column, rows, columns) of each cell."""
    return [(c.row, c.column, c.rowspan, c.colspan) for c in table.cells]


# Columns below heads.


def test_heads_and_values_that_stand_apart_in_one_cell_are_two_columns() -> None:
    table = table_of("""
+--------+-----------------------+
| Taak   |  Niveau     Branche   |
+--------+-----------------------+
| Lassen |  4          Metaal    |
+--------+-----------------------+
""")
    found = with_columns_below_heads(table)

    assert cells(found) == [
        (0, 0, "Taak"),
        (0, 1, "Niveau"),
        (0, 2, "Branche"),
        (1, 0, "Lassen"),
        (1, 1, "4"),
        (1, 2, "Metaal"),
    ]
    assert [cell.box[0] for cell in found.cells] == [2.5, 47.5, 115] * 2
    assert [cell.box[2] for cell in found.cells] == [47.5, 115, 167.5] * 2


@pytest.mark.parametrize(
    ("heads", "values"),
    [
        ("Niveau     Branche", "4           Metaal"),
        ("Niveau     Branche", "4 in de metaal"),
        ("Niveau en branche ", "4          Metaal"),
        ("Niveau   Sector   X", "4        Metaal   Y"),
    ],
)
def test_what_does_not_stand_below_two_heads_is_one_column(heads: str, values: str) -> None:
    table = table_of(f"""
+--------+----------------------+
| Taak   | {heads:<21}|
+--------+----------------------+
| Lassen | {values:<21}|
+--------+----------------------+
""")

    assert with_columns_below_heads(table) == table


@pytest.mark.parametrize(("off", "columns"), [(1.8, 3), (2.2, 2), (-1.8, 3), (-2.2, 2)])
def test_columns_begin_where_their_heads_do_to_two_points(off: float, columns: int) -> None:
    typed = Typed()
    head, value = (
        typed.maker.lines([typed.run(a, 50, y), typed.run(b, x, y)], 1)[0]
        for a, b, x, y in (("Niveau", "Branche", 100.0, 20.0), ("4", "Metaal", 100 + off, 50.0))
    )
    drawn = table_of("+----+-----+\n|Taak|Een  |\n+----+-----+\n|Werk|Twee |\n+----+-----+")
    filled_cells = [
        replace(cell, lines=(head if cell.row == 0 else value,)) if cell.column else cell
        for cell in drawn.cells
    ]
    found = with_columns_below_heads(replace(drawn, cells=tuple(filled_cells)))

    assert 1 + max(cell.column for cell in found.cells) == columns
    if columns == 3:
        assert found.cells[-1].box[0] == min(100, 100 + off)


def test_a_cell_below_several_heads_is_cut_where_its_texts_begin_below_them() -> None:
    table = table_of("""
+--------+----------+----------+
| Taak   | Niveau   | Branche  |
+--------+----------+----------+
| Lassen   4          Metaal   |
+------------------------------+
""")
    found = with_columns_below_heads(table)

    assert [c[:2] for c in cells(found)][3:] == [(1, 0), (1, 1), (1, 2)]
    assert spans(found)[3:] == [(1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_a_cell_below_several_heads_stays_whole_where_one_has_nothing_below_it() -> None:
    table = table_of("""
+--------+----------+----------+
| Taak   | Niveau   | Branche  |
+--------+----------+----------+
| Lassen   4 in de metaal      |
+------------------------------+
""")

    assert with_columns_below_heads(table) == table


# The row that a page end cut.

CUT = """
          {}

+--------+---------------------+
| Niveau | 4                   |
+--------+---------------------+
"""


def cut_row(text: str, drawing: str = CUT) -> tuple[PageLayout, PageLayout]:
    """A page with a text above its table, which begins at 30, before and after."""
    sketch = sketched(drawing.format(text))
    first, *others = sketch.page.runs
    sketch.change(runs=(replace(first, top=20, bottom=30, baseline=27.5), *others))
    layout = with_table(laid_out(sketch))
    return layout, with_cut_row(layout)


def with_table(layout: PageLayout) -> PageLayout:
    return replace(layout, areas=tuple(layout.tables))


def test_the_rest_of_a_sentence_above_the_second_column_is_a_row() -> None:
    found = cut_row("van het staal.")[1]
    (table,) = found.tables

    assert cells(table) == [(0, 1, "van het staal."), (1, 0, "Niveau"), (1, 1, "4")]
    assert table.box == (2.5, 20, 157.5, 54)
    assert [cell.box for cell in table.cells][:2] == [(2.5, 20, 47.5, 30), (47.5, 20, 157.5, 30)]
    assert found.outside == ()


def test_a_sentence_above_a_table_is_none() -> None:
    before, after = cut_row("Van het staal.")

    assert after is before
    assert len(after.outside) == 1


@pytest.mark.parametrize(("bottom", "rows"), [(20.2, 2), (19.8, 1)])
def test_a_text_further_above_a_table_than_a_line_is_none_of_it(bottom: float, rows: int) -> None:
    sketch = sketched(CUT.format("van het staal."))
    first, *others = sketch.page.runs
    sketch.change(runs=(replace(first, bottom=bottom), *others))
    (table,) = with_cut_row(with_table(laid_out(sketch))).tables

    assert 1 + max(cell.row for cell in table.cells) == rows


@pytest.mark.parametrize(("x", "rows"), [(45.6, 2), (45.4, 1)])
def test_a_text_above_the_first_column_is_none(x: float, rows: int) -> None:
    layout = cut_row("van het staal.")[0]
    moved = tuple(replace(line, x0=x) for line in layout.outside)
    (table,) = with_cut_row(replace(layout, outside=moved)).tables

    assert 1 + max(cell.row for cell in table.cells) == rows


def test_a_table_of_three_columns_has_no_such_row() -> None:
    drawing = """
          {}

+--------+------------+--------+
| Niveau | 4          | Metaal |
+--------+------------+--------+
"""
    before, after = cut_row("van het staal.", drawing)

    assert after is before


def test_text_below_the_first_table_is_no_row_of_it() -> None:
    layout = with_table(laid_out(sketched(CUT.format("").strip("\n") + "\n           van staal.")))

    assert with_cut_row(layout) == layout


# Labels beside a grid.

BESIDE = """
          +---------------------+
 {:<9}| 4                   |
          +---------------------+
 {:<9}| Lassen              |
          | van staal           |
          +---------------------+
"""


def beside(first: str, second: str) -> PageLayout:
    drawing = BESIDE.format(first, second)
    return with_labels_beside(with_table(laid_out(sketched(drawing))))


def test_lines_left_of_a_grid_are_the_labels_of_its_rows() -> None:
    layout = beside("Niveau", "Taak")
    (table,) = layout.tables

    assert cells(table) == [
        (0, 0, "Niveau"),
        (0, 1, "4"),
        (1, 0, "Taak"),
        (1, 1, "Lassen van staal"),
    ]
    assert table.labelled
    assert layout.outside == ()
    assert [cell.box[0] for cell in table.cells] == [5, 52.5, 5, 52.5]
    assert table.box == (5, 6, 162.5, 66)


def test_one_line_beside_a_grid_of_several_rows_is_no_label() -> None:
    layout = beside("Niveau", "")

    assert [line.chars for line in layout.outside] == ["Niveau"]
    assert not layout.tables[0].labelled


@pytest.mark.parametrize(("rows", "are_labels"), [(3, True), (2, False)])
def test_most_rows_of_a_grid_have_a_label_where_any_have(rows: int, are_labels: bool) -> None:
    names = ["Niveau", "Taak", "Branche", "", ""]
    shown = [name if n < rows else "" for n, name in enumerate(names)]
    edge = "          +--------+"
    drawing = "\n".join([edge, *(f"{name:<10}| waarde |\n{edge}" for name in shown)])
    layout = with_labels_beside(with_table(laid_out(sketched(drawing))))

    assert layout.tables[0].labelled is are_labels


@pytest.mark.parametrize(("off", "are_labels"), [(3.4, True), (3.6, False)])
def test_labels_stand_on_the_first_baselines_of_their_rows(off: float, are_labels: bool) -> None:
    before = with_table(laid_out(sketched(BESIDE.format("Niveau", "Taak"))))
    moved = tuple(replace(line, baseline=line.baseline + off) for line in before.outside)
    layout = with_labels_beside(replace(before, outside=moved))

    assert layout.tables[0].labelled is are_labels


def test_a_text_over_a_grid_is_no_label_of_it() -> None:
    before = with_table(laid_out(sketched(BESIDE.format("Niveau", "Taak"))))
    # Half of the grid ends at 107.5.
    for x1, are_labels in ((107.0, True), (108.0, False)):
        wide = tuple(replace(line, x1=x1) for line in before.outside)
        layout = with_labels_beside(replace(before, outside=wide))
        assert layout.tables[0].labelled is are_labels


def test_a_text_right_of_a_grid_or_below_it_is_no_label_of_it() -> None:
    drawing = """
+--------+
| 4      | Niveau
+--------+
| Lassen | Taak
+--------+
 Branche
"""
    before = with_table(laid_out(sketched(drawing)))

    assert with_labels_beside(before) == before


def test_the_only_row_of_a_grid_may_have_a_label() -> None:
    drawing = """
          +----------+
 Niveau   | 4        |
          +----------+
"""
    sketch = sketched(drawing)
    layout = with_labels_beside(with_table(laid_out(sketch)))

    assert cells(layout.tables[0]) == [(0, 0, "Niveau"), (0, 1, "4")]


# Empty labels.


def pages(first: str, second: str) -> list[PageLayout]:
    sketch = sketched(first, second)
    made = []
    for page in sketch.pages:
        found = [Candidate(grid, RULES) for grid in grids(merged(page.rules))]
        layout = filled(PageRules.of(page), sketch.maker, Choice(tuple(found)))
        made.append(with_labels_beside(with_table(layout)))
    return made


REST = """
          +---------------------+
          | en solderen         |
          +---------------------+
"""


def test_a_value_that_stands_as_labelled_ones_do_has_an_empty_label() -> None:
    first, second = with_empty_labels(pages(BESIDE.format("Niveau", "Taak"), REST))
    (table,) = second.tables

    assert first.tables[0].labelled
    assert spans(table) == [(0, 0, 1, 1), (0, 1, 1, 1)]
    assert cells(table) == [(0, 1, "en solderen")]
    assert table.box == (52.5, 6, 162.5, 30)


def test_a_value_that_stands_as_those_of_a_ruled_table_has_none() -> None:
    drawing = """
+---------+---------------------+
| Niveau  | 4                   |
+---------+---------------------+
"""
    before = pages(drawing, REST)

    assert [table.box[0] for layout in before for table in layout.tables] == [2.5, 52.5]
    assert with_empty_labels(before) == before


@pytest.mark.parametrize(
    ("labels", "rest"),
    [
        (("", ""), REST),
        (("Niveau", "Taak"), REST.replace("          ", "     ", 3)),
        (("Niveau", "Taak"), REST.replace("---------------------+", "--------------------+")),
        (
            ("Niveau", "Taak"),
            """
          +----------+----------+
          | en       | solderen |
          +----------+----------+
""",
        ),
    ],
)
def test_a_value_that_stands_otherwise_has_none(labels: tuple[str, str], rest: str) -> None:
    before = pages(BESIDE.format(*labels), rest)

    assert with_empty_labels(before)[1] == before[1]


# Labels parted.


def test_a_frame_around_labels_is_parted_at_the_rows_beside_it() -> None:
    found = with_labels_parted(
        table_of("""
+--------+----------+
| Niveau | 4        |
|        +----------+
| Taak   | Lassen   |
+--------+----------+
""")
    )

    assert cells(found) == [(0, 0, "Niveau"), (0, 1, "4"), (1, 0, "Taak"), (1, 1, "Lassen")]
    assert [cell.box for cell in found.cells if not cell.column] == [
        (2.5, 6, 47.5, 30),
        (2.5, 30, 47.5, 54),
    ]
    assert [cell.rowspan for cell in found.cells] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "drawing",
    [
        """
+--------+----------+
| Taak   | Lassen   |
|        +----------+
|        | Solderen |
+--------+----------+
""",
        """
+--------+----------+
| Taak   | Lassen   |
|        +----------+
|        | Solderen |
| Niveau | 4        |
+--------+----------+
""",
        """
+--------+----------+
| Niveau | 4        |
|        +----------+
| (van   | Lassen   |
+--------+----------+
""",
    ],
)
def test_a_label_of_several_rows_stays_whole(drawing: str) -> None:
    table = table_of(drawing)

    assert with_labels_parted(table) is table


def test_labels_beside_empty_values_are_parted_too() -> None:
    found = with_labels_parted(
        table_of("""
+--------+----------+
| Niveau | 4        |
|        +----------+
| Taak   |          |
+--------+----------+
""")
    )

    assert cells(found) == [(0, 0, "Niveau"), (0, 1, "4"), (1, 0, "Taak")]


@pytest.mark.parametrize(("off", "count"), [(0.0, 4), (8.8, 4), (9.2, 3)])
def test_lines_of_one_label_stand_close_to_each_other(off: float, count: int) -> None:
    drawing = """
+--------+----------+
| Niveau | 4        |
|        +----------+
| Taak   | Lassen   |
+--------+----------+
"""
    table = table_of(drawing)
    # The lines of both rows stand 24 points apart; the lower ones are moved up.
    lower = [replace(line, baseline=line.baseline - off) for line in table.cells[0].lines[1:]]
    label = replace(table.cells[0], lines=(table.cells[0].lines[0], *lower))
    value = table.cells[2]
    value = replace(value, lines=tuple(replace(x, baseline=x.baseline - off) for x in value.lines))
    found = with_labels_parted(replace(table, cells=(label, table.cells[1], value)))

    assert len(found.cells) == count


# Rows below heads.


HEADS = """
+--------+----------+
| {:<7}| {:<9}|
+--------+----------+
"""


def test_a_row_of_cells_that_ends_a_table_holds_heads() -> None:
    heads = heads_at_the_end(table_of(HEADS.format("Niveau", "Branche")))

    assert heads is not None
    assert [[part.chars for part in row.values()] for row in heads.lines] == [["Niveau", "Branche"]]
    assert heads.starts == (10, 55)


def test_heads_of_several_lines_are_told_line_by_line() -> None:
    table = table_of("""
+--------+----------+
| Niveau | Branche  |
|        |of sector |
+--------+----------+
""")
    heads = heads_at_the_end(table)

    assert heads is not None
    assert [sorted(row) for row in heads.lines] == [[0, 1], [1]]
    assert heads.starts == (10, 50)


def test_a_lone_cell_is_no_row_of_heads() -> None:
    assert heads_at_the_end(table_of(HEADS.format("Niveau", ""))) is None


ROWS = """
+--------+----------+
| Lasser | Metaal   |
+--------+----------+
| Niveau | Branche  |
+--------+----------+
"""


def test_the_last_of_several_rows_holds_heads_where_it_is_emphasised() -> None:
    assert heads_at_the_end(table_of(ROWS)) is None
    assert heads_at_the_end(table_of(ROWS, bold=("Niveau",))) is None
    assert heads_at_the_end(table_of(ROWS, bold=("Niveau", "Branche"))) is not None


def test_cells_that_reach_over_several_columns_or_hold_tables_are_no_heads() -> None:
    table = table_of(HEADS.format("Niveau", "Branche"))
    wide = replace(table.cells[0], colspan=2)
    full = replace(table.cells[0], inner=(table,))

    for first in (wide, full):
        assert heads_at_the_end(replace(table, cells=(first, *table.cells[1:]))) is None


def headed(*columns: tuple[int, int, str], starts: tuple[float, ...] = (10, 55)) -> HeadedTable:
    """A table below heads, given by (row, column, text); row 0 are the heads."""
    typed = Typed()
    found = [
        HeadedCell(
            row, column, 1, (5 + 45 * column, 24 + 12 * row, 50, 36 + 12 * row), (typed.line(text),)
        )
        for row, column, text in columns
    ]
    return HeadedTable(Heads((), starts), (), tuple(found), goes_on=False)


def test_rows_below_heads_are_put_below_the_table_that_these_end() -> None:
    table = table_of(HEADS.format("Niveau", "Branche"))
    below = headed((0, 0, "Niveau"), (1, 1, "Metaal"), (1, 0, "4"), (2, 0, "5"))
    found = with_rows_below(table, below)

    assert cells(found) == [
        (0, 0, "Niveau"),
        (0, 1, "Branche"),
        (1, 0, "4"),
        (1, 1, "Metaal"),
        (2, 0, "5"),
    ]
    assert found.box == (2.5, 6, 102.5, 60)


def test_rows_with_labels_below_heads_have_a_column_more() -> None:
    table = table_of(HEADS.format("", "Branche") + "")
    found = with_rows_below(table, headed((1, 0, "Taak"), (1, 1, "Metaal"), starts=(10, 55)))

    assert cells(found) == [(0, 1, "Branche"), (1, 0, "Taak"), (1, 1, "Metaal")]

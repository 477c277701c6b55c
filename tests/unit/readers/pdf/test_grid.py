"""Rules to grids: which lines are one, what touches, where cells part and join."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.grid import (
    Grid,
    GridCell,
    edges,
    grid_fields,
    grids,
    merged,
    parted_by_labels,
    without_gaps,
)
from pipeline.readers.pdf.marks import Rule
from tests.unit.readers.pdf.sketch import frame, sketched


def level(at: float, start: float = 0.0, end: float = 100.0) -> Rule:
    return Rule(True, at, start, end)


def upright(at: float, start: float = 0.0, end: float = 100.0) -> Rule:
    return Rule(False, at, start, end)


def places(grid: Grid) -> list[tuple[int, int, int, int]]:
    """(row, column, rows, columns) of each cell."""
    return [(c.row, c.column, c.rowspan, c.colspan) for c in grid.cells]


def drawn(drawing: str) -> list[Grid]:
    """The grids of a sketched page, told where its texts begin."""
    page = sketched(drawing).page
    return grids(merged(page.rules), [(run.x0, run.baseline) for run in page.runs])


# Which lines are one.


def test_pieces_of_a_dashed_line_are_one_line() -> None:
    assert merged([level(5, 0, 10), level(5, 14, 20)]) == [level(5, 0, 20)]
    assert merged([level(5, 0, 10), level(5, 14.2, 24)]) == [level(5, 0, 10), level(5, 14.2, 24)]


def test_a_piece_inside_another_one_makes_it_no_shorter() -> None:
    assert merged([level(5, 0, 40), level(5, 10, 20)]) == [level(5, 0, 40)]


def test_doubled_lines_are_one_nearer_to_the_longer_one() -> None:
    assert merged([level(5, 0, 30), level(8, 0, 10)]) == [level(5.75, 0, 30)]
    assert len(merged([level(5, 0, 30), level(8.2, 0, 30)])) == 2


def test_lines_that_drift_are_no_single_one() -> None:
    assert len(merged([level(at) for at in (0.0, 2.9, 5.8)])) == 1
    assert [round(rule.at, 2) for rule in merged([level(at) for at in (0.0, 2.9, 5.8, 8.7)])] == [
        2.9,
        8.7,
    ]


def test_what_is_shorter_than_a_letter_is_no_rule() -> None:
    assert merged([level(5, 0, 5.9)]) == []
    assert merged([level(5, 0, 6)]) == [level(5, 0, 6)]


def test_points_without_length_stand_where_they_are() -> None:
    assert merged([upright(5, 3, 3)]) == []
    assert merged([upright(5, 3, 3), upright(5, 3, 20)]) == [upright(5, 3, 20)]


def test_levels_and_uprights_are_never_one() -> None:
    assert sorted(rule.level for rule in merged([level(5, 0, 9), upright(5, 0, 9)])) == [
        False,
        True,
    ]


def test_a_filled_area_has_four_edges() -> None:
    assert edges([(1.0, 2.0, 3.0, 4.0)]) == [
        level(2, 1, 3),
        level(4, 1, 3),
        upright(1, 2, 4),
        upright(3, 2, 4),
    ]


def parted_uprights(gap: float, length: float = 40.0, x: float = 50.0) -> list[Rule]:
    """Two uprights of two pieces each."""
    return [upright(at, start, start + length) for at in (0.0, x) for start in (0.0, length + gap)]


@pytest.mark.parametrize(
    ("gap", "length", "x", "levels"),
    [
        (5, 40, 50, [level(42, 0, 50)]),
        (4.2, 9, 50, [level(11, 0, 50)]),
        (12, 40, 50, [level(46, 0, 50)]),
        (12.2, 40, 50, []),
        (3.8, 40, 50, []),
        (5, 8.8, 50, []),
        (5, 40, 11.8, []),
    ],
)
def test_rows_end_where_uprights_are_parted_at_one_height(
    gap: float, length: float, x: float, levels: list[Rule]
) -> None:
    found = merged(parted_uprights(gap, length, x))

    assert [rule for rule in found if rule.level] == levels


def test_one_upright_that_is_parted_ends_no_row() -> None:
    assert [r for r in merged(parted_uprights(5)[:2]) if r.level] == []


# What touches.


@pytest.mark.parametrize(("gap", "count"), [(4.0, 1), (4.2, 2)])
def test_levels_that_nearly_reach_an_upright_belong_to_it(gap: float, count: int) -> None:
    lower = [rule for rule in frame(60 + gap, 80, 100, rows=(0.0, 50.0)) if rule.at != 60 + gap]

    assert len(grids([*frame(0, 30, 60), *lower])) == count


@pytest.mark.parametrize(("gap", "count"), [(4.0, 1), (4.2, 2)])
def test_uprights_that_nearly_reach_a_level_belong_to_it(gap: float, count: int) -> None:
    below = [upright(at, 100 + gap, 200) for at in (0, 60)] + [level(200, 0, 60)]

    assert len(grids([*frame(0, 60), *below])) == count


def test_tables_stand_from_top_to_bottom_and_from_left_to_right() -> None:
    found = drawn("""
            +--+---+
+--+---+    +--+---+
+--+---+

+--+---+    +--+---+
+--+---+    +--+---+
            +--+---+
""")

    assert [(grid.box[0], grid.box[1]) for grid in found] == [
        (62.5, 6),
        (2.5, 18),
        (2.5, 54),
        (62.5, 54),
    ]


def test_frames_of_one_height_beside_each_other_are_cells_that_stand_apart() -> None:
    (grid,) = grids([*frame(0, 40), *frame(46, 90)])

    assert grid.columns == (0, 40, 46, 90)


def test_uprights_of_one_height_are_of_one_table_without_any_level() -> None:
    (grid,) = grids([upright(0, 0, 100), upright(50, 4, 96), upright(90, 0, 100)])

    assert places(grid) == [(0, 0, 1, 1), (0, 1, 1, 1)]
    assert grid.box == (0, 0, 90, 100)
    assert grids([upright(0, 0, 100), upright(50, 4.2, 100)]) == []
    assert grids([upright(0, 0, 100), upright(50, 0, 95.8)]) == []


def test_levels_alone_are_no_table_and_a_frame_is_one_of_a_single_cell() -> None:
    assert grids([level(0), level(50)]) == []
    assert [places(grid) for grid in grids(frame(0, 80))] == [[(0, 0, 1, 1)]]


def test_lines_that_lie_nearer_than_a_border_is_wide_part_no_column() -> None:
    rules = [*frame(0, 40, 80), upright(43, 0, 100)]

    assert grids(rules)[0].columns == (0, 40, 80)
    assert grids([*frame(0, 40, 80), upright(43.2, 0, 100)])[0].columns == (0, 40, 43.2, 80)


# Which cells there are.


def test_cells_join_where_no_line_parts_them() -> None:
    (grid,) = drawn("""
+----------+----------+
| Kerntaak 1          |
+----------+----------+
| Taak     | Lassen   |
|          +----------+
|          | Slijpen  |
+----------+----------+
""")

    assert places(grid) == [(0, 0, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (2, 1, 1, 1)]


def test_a_cell_is_a_rectangle() -> None:
    (grid,) = drawn("""
+------+------+------+
| Taak        | 1    |
|      +------+      |
|      | Lassen      |
+------+------+------+
""")

    assert places(grid) == [(0, 0, 1, 2), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 2)]


def test_a_cell_that_would_go_on_to_the_right_below_is_two() -> None:
    (grid,) = drawn("""
+------+------+
| Taak | 1    |
|      +------+
| Lassen      |
+------+------+
""")

    assert places(grid) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)]


@pytest.mark.parametrize(("covered", "is_parted"), [(0.62, True), (0.58, False)])
def test_a_side_is_drawn_where_a_rule_covers_most_of_it(covered: float, is_parted: bool) -> None:
    (grid,) = grids([*frame(0, 50, 90, rows=(0.0, 100.0)), level(50, 0, 50 * covered)])

    assert ((1, 0, 1, 1) in places(grid)) is is_parted


def test_a_line_that_parts_no_cells_counts_as_no_row() -> None:
    (grid,) = drawn("""
+----------+------------------------+
| Taak     | Lassen                 |
|          |---                     |
|          | Slijpen                |
+----------+------------------------+
""")

    assert places(grid) == [(0, 0, 1, 1), (0, 1, 1, 1)]


def test_columns_at_the_sides_need_no_uprights() -> None:
    (grid,) = drawn("""
----------+----------
Taak      | Lassen
----------+----------
Niveau    | 4
----------+----------
""")

    assert grid.columns == (0, 52.5, 105)
    assert len(grid.cells) == 4


@pytest.mark.parametrize(("out", "columns"), [(12.5, 4), (11.5, 2)])
def test_levels_that_stand_out_a_little_make_no_column(out: float, columns: int) -> None:
    rules = [upright(0), upright(50), *(level(at, -out, 50 + out) for at in (0.0, 100.0))]

    assert len(grids(rules)[0].columns) == columns


def test_a_single_level_that_stands_out_makes_no_column() -> None:
    (grid,) = grids([upright(0), upright(50), level(0, -30, 90), level(100, 0, 50)])

    assert grid.columns == (0, 50)


def test_a_table_that_a_page_end_cuts_ends_with_its_uprights() -> None:
    (grid,) = drawn("""
+--------+--------+
| Taak   | Lassen |
+--------+--------+
| Niveau | 4      |
""")

    assert grid.rows == (6, 30, 48)
    assert len(grid.cells) == 4


def test_a_point_lies_in_the_cell_that_holds_it() -> None:
    (grid,) = grids(frame(0, 40, 90, rows=(0.0, 30.0, 60.0)))

    assert [grid.cell_at(x, y) for x, y in ((5, 5), (40, 5), (39, 30), (89, 59))] == [0, 1, 2, 3]
    assert grid.cell_at(95, 5) == grid.cell_at(5, 70) == grid.cell_at(-5, 5) == -1


# Rows of values below heads, framed by levels alone.

HEADS = """
+--------+----------+
| Niveau | Branche  |
+--------+----------+
  4        Metaal
---------------------
"""


def test_values_below_heads_are_a_row_though_no_upright_parts_them() -> None:
    page = sketched(HEADS).page
    rules = [*(r for r in page.rules if r.at != 54), level(54, 2.5, 102.5)]
    starts = [(run.x0, run.baseline) for run in page.runs]

    (grid,) = grids(merged(rules), starts)
    assert [cell.row for cell in grid.cells] == [0, 0, 1, 1][: len(grid.cells)]
    assert grid.rows[-1] == 54


@pytest.mark.parametrize(
    "change",
    [
        {"below": level(54, 20, 102.5)},
        {"below": level(54, 2.5, 80)},
        {"below": level(142, 2.5, 102.5)},
        {"values": [(20.0, 45.0)]},
        {"values": []},
        {"heads": [(10.0, 21.0)]},
        {"heads": [(10.0, 21.0)], "values": [(10.0, 45.0)]},
    ],
)
def test_what_stands_below_heads_otherwise_is_no_row_of_theirs(change: dict[str, object]) -> None:
    rules = frame(2.5, 50, 102.5, rows=(6.0, 30.0))
    below = change.get("below", level(54, 2.5, 102.5))
    heads = change.get("heads", [(10.0, 21.0), (55.0, 21.0)])
    values = change.get("values", [(10.0, 45.0), (55.0, 45.0)])

    def ends(last: object, starts: list[tuple[float, float]]) -> float:
        assert isinstance(last, Rule)
        return grids([*rules, last], starts)[0].rows[-1]

    usual = [(10.0, 21.0), (55.0, 21.0), (10.0, 45.0), (58.0, 45.0)]
    assert ends(level(54, 2.5, 102.5), usual) == 54
    assert isinstance(heads, list) and isinstance(values, list)
    assert ends(below, [*heads, *values]) == 30


# Labels that alone are shaded.


def test_contents_are_parted_where_their_labels_are() -> None:
    (grid,) = drawn("""
+--------+----------+
| Taak   | Lassen   |
+--------+          |
| Niveau | 4        |
+--------+----------+
""")

    assert places(grid) == [(0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1)]
    parted = parted_by_labels(grid)
    assert places(parted) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert [cell.box[1::2] for cell in parted.cells] == [(6, 30), (6, 30), (30, 54), (30, 54)]


def test_a_label_that_reaches_over_rows_parts_none_of_them() -> None:
    (grid,) = drawn("""
+--------+----------+
| Taak   | Lassen   |
|        +----------+
|        | Slijpen  |
+--------+----------+
""")

    assert parted_by_labels(grid) == grid


# Cells that are shaded one by one.


def test_room_between_cells_is_a_part_of_the_cell_before_it() -> None:
    rows = [(0.0, 30.0), (30.0, 60.0)]
    boxes = [(x0, top, x1, end) for x0, x1 in [(0, 50), (58, 100)] for top, end in rows]
    (grid,) = grids(merged(edges(boxes)))

    parted = without_gaps(grid)
    assert parted.columns == (0, 58, 100)
    assert places(parted) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert {cell.box[::2] for cell in parted.cells} == {(0, 58), (58, 100)}


def test_columns_that_are_wide_enough_for_text_are_no_room() -> None:
    (grid,) = grids(merged(edges([(0, 0, 50, 30), (62, 0, 100, 30)])))

    assert without_gaps(grid) == grid
    # Nor is a first column for numbers or signs.
    (grid,) = grids(merged(edges([(0, 0, 8, 30), (8, 0, 100, 30)])))
    assert without_gaps(grid) == grid


def test_a_cell_that_begins_in_the_room_between_others_stays() -> None:
    cells = (
        GridCell(0, 0, 1, 1, (0, 0, 50, 30)),
        GridCell(0, 1, 1, 1, (50, 0, 58, 30)),
        GridCell(0, 2, 1, 1, (58, 0, 100, 30)),
        GridCell(1, 0, 1, 1, (0, 30, 50, 60)),
        GridCell(1, 1, 1, 2, (50, 30, 100, 60)),
    )
    grid = Grid((0.0, 0.0, 100.0, 60.0), (0, 30, 60), (0, 50, 58, 100), cells)

    assert [cell.box[::2] for cell in without_gaps(grid).cells] == [
        (0, 58), (58, 100), (0, 58), (50, 100)
    ]  # fmt: skip


def test_tables_beside_each_other_stand_from_left_to_right() -> None:
    found = grids(merged([*frame(200, 250), *frame(0, 50, rows=(0.0, 60.0))]))

    assert [grid.box[0] for grid in found] == [0, 200]


def test_a_point_is_in_a_cell_in_none_or_outside() -> None:
    grid = Grid((0, 0, 100, 60), (0, 60), (0, 100), (GridCell(0, 0, 1, 1, (0, 0, 50, 60)),))

    assert [grid.cell_at(x, 30) for x in (0, 49.9, 50, 99, 100, -1)] == [0, 0, -1, -1, -1, -1]
    assert [grid.cell_at(9, y) for y in (0, 59.9, 60, -1)] == [0, 0, -1, -1]


# How much work a page makes.


def test_few_crossings_bound_the_fields_and_many_are_counted_out() -> None:
    small = frame(0, 50, 90)

    assert grid_fields(small, 100) == 6
    # Two frames that touch nowhere have 12 crossings each, though 48 lines would cross.
    two = [*small, *frame(200, 250, 290)]
    assert grid_fields(two, 100) == 24
    assert grid_fields(two, 20) == 12
    # So many crossings are too many, whatever touches.
    assert grid_fields(two, 0) == 24


def test_thirty_times_as_many_crossings_are_not_counted_out() -> None:
    three = [*frame(0, 50, 90), *frame(200, 250, 290), *frame(400, 450, 490)]

    assert grid_fields(three, 1) == 54
    assert grid_fields(three, 2) == 18


def test_more_than_thirty_times_as_many_crossings_as_fields_may_be_are_all_counted() -> None:
    level_one = level(0, 0, 31)

    # Uprights a point apart are few fields; how few is told of up to thirty of them.
    thirty = [level_one, *(upright(n, 0, 20) for n in range(30))]
    assert grid_fields(thirty, 1) < 30
    assert grid_fields([*thirty, upright(30, 0, 20)], 1) == 31


# Strips at the outer sides.


def test_a_bar_that_reaches_over_the_sides_of_a_table_makes_no_columns() -> None:
    table = frame(10, 60, 200, rows=(20.0, 40.0, 60.0))
    bar = frame(0, 210, rows=(0.0, 20.0))
    (grid,) = grids(merged([*table, *bar]))

    assert grid.columns == (0, 60, 210)
    assert places(grid) == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1)]


def test_a_strip_is_a_column_where_a_letter_fits_or_a_text_begins_in_it() -> None:
    def columns(left: float, *starts: tuple[float, float]) -> int:
        rules = merged(frame(0, left, 100, rows=(0.0, 20.0, 40.0)))
        return len(grids(rules, starts)[0].columns) - 1

    assert columns(11.9) == 1
    assert columns(12.0) == 2
    assert columns(11.9, (2.0, 10.0)) == columns(11.9, (8.8, 10.0)) == 2
    assert columns(11.9, (2.0, 50.0)) == columns(11.9, (8.9, 10.0)) == 1

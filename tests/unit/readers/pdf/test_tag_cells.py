"""Tagged cells under their columns, on values: by drawn sides, by texts, where nothing tells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.tag_columns import under_columns
from pipeline.readers.pdf.tag_parts import TagCell, TagParagraph, TagTable, lines_of
from tests.unit.readers.pdf.typed import Typed

Row = tuple[TagCell, ...]
TYPED = Typed()


def text(chars: str, x: float) -> TagParagraph:
    """A paragraph of one line."""
    return TagParagraph((), (TYPED.line(chars, x),))


def cell(chars: str, x: float = 50, colspan: int = 1, rowspan: int = 1) -> TagCell:
    """A cell with a paragraph of one line; none for an empty text."""
    return TagCell((text(chars, x),) if chars else (), colspan, rowspan)


def row(*texts: tuple[str, float]) -> Row:
    return tuple(cell(chars, x) for chars, x in texts)


def put(*rows: Sequence[TagCell], boxes: Sequence[Box] = ()) -> list[list[str]]:
    """The texts of the cells after they were put under their columns."""

    def drawn(line: Line) -> Box | None:
        return next((box for box in boxes if box[0] <= line.x0 < box[2]), None)

    (table,) = under_columns([TagTable(tuple(map(tuple, rows)))], drawn)
    assert isinstance(table, TagTable)
    return [[_text(found) for found in cells] for cells in table.rows]


def _text(found: TagCell) -> str:
    return " ".join(line.chars for line in lines_of(found.parts))


def full() -> Row:
    return row(("Competentie", 50), ("Taak een", 150), ("Taak twee", 250))


def test_the_columns_of_a_short_row_are_those_whose_texts_stand_there() -> None:
    assert put(full(), row(("Rol", 50), ("x", 250)))[1] == ["Rol", "", "x"]
    assert put(full(), row(("Rol", 50), ("x", 150)))[1] == ["Rol", "x"]
    assert put(full(), row(("Rol", 150), ("x", 250)))[1] == ["", "Rol", "x"]


def test_a_text_may_end_or_have_its_middle_where_the_column_has() -> None:
    # `Taak een` reaches from 150 to 190, `Taak twee` from 250 to 295.
    assert put(full(), row(("Rol", 50), ("x", 290)))[1] == ["Rol", "", "x"]
    assert put(full(), row(("Rol", 50), ("x", 270)))[1] == ["Rol", "", "x"]


def test_drawn_sides_tell_more_than_texts() -> None:
    boxes = [(40.0, 0, 140, 9), (140.0, 0, 240, 9), (240.0, 0, 340, 9)]

    # Just before the second line: nearer to the third column's text.
    assert put(full(), row(("Rol", 50), ("x", 225)), boxes=boxes)[1] == ["Rol", "x"]
    assert put(full(), row(("Rol", 50), ("x", 225)))[1] == ["Rol", "", "x"]


def test_a_cell_is_drawn_where_its_first_line_stands() -> None:
    boxes = [(40.0, 0, 140, 9), (140.0, 0, 240, 9), (240.0, 0, 340, 9)]

    # The second line, in the third column, hangs out of its cell.
    assert put(full(), (cell("Rol", 50), several(("x", 150), ("y", 250))), boxes=boxes)[1] == [
        "Rol", "x y",
    ]  # fmt: skip


def test_all_columns_are_as_wide_as_their_texts_in_full_rows() -> None:
    wide = row(("Rol", 50), ("Taak een en meer", 140), ("Taak twee", 250))

    # The second column reaches to 220, and to 190 without this row.
    assert put(full(), wide, row(("Rol", 50), ("xx", 222)))[2] == ["Rol", "xx"]
    assert put(full(), row(("Rol", 50), ("xx", 222)))[1] == ["Rol", "", "xx"]


def test_a_row_with_an_empty_cell_shows_no_columns() -> None:
    odd = row(("Rol", 50), ("", 0), ("Taak drie", 150))

    assert put(full(), odd, row(("Rol", 50), ("x", 150)))[2] == ["Rol", "x"]
    assert put(odd, row(("Rol", 50), ("x", 150)))[1] == ["Rol", "x"]


def test_cells_that_reach_over_columns_keep_their_width() -> None:
    over = [cell("Rol", 50), cell("Twee taken", 150, colspan=2)]

    assert put(full(), over)[1] == ["Rol", "Twee taken"]
    four = row(("Competentie", 50), ("Taak een", 150), ("Taak twee", 250), ("Taak drie", 350))
    assert put(four, [cell("Rol", 50), cell("Twee taken", 150, colspan=2), cell("x", 350)])[1] == [
        "Rol", "Twee taken", "x",
    ]  # fmt: skip
    assert put(four, [cell("Een", 50, colspan=2), cell("x", 350)])[1] == ["Een", "", "x"]


def test_a_cell_that_reaches_down_takes_its_column_in_the_rows_below() -> None:
    tall = [cell("Rol", 50, rowspan=2), cell("Een", 150), cell("Twee", 250)]

    assert put(full(), tall, row(("x", 250)), row(("y", 50)))[2:] == [["", "x"], ["y"]]
    # Columns that are taken are passed over.
    middle = [cell("Rol", 50), cell("Een", 150, rowspan=2), cell("Twee", 250)]
    assert put(full(), middle, row(("Rol", 50), ("x", 250)), row(("Rol", 50), ("x", 250)))[2:] == [
        ["Rol", "x"], ["Rol", "", "x"],
    ]  # fmt: skip


@pytest.mark.parametrize(("x", "found"), [(252.9, ["", "", "x"]), (253.1, ["x"])])
def test_the_only_cell_of_a_row_stands_in_a_column_where_it_begins_there(
    x: float, found: list[str]
) -> None:
    assert put(full(), row(("x", x)))[1] == found


def test_the_only_cell_of_a_row_stands_in_the_column_that_is_drawn() -> None:
    boxes = [(40.0, 0, 140, 9), (140.0, 0, 240, 9), (240.0, 0, 340, 9)]

    assert put(full(), row(("x", 300)), boxes=boxes)[1] == ["", "", "x"]
    title = [(40.0, 0.0, 140.0, 9.0), (40.0, 0.0, 340.0, 9.0)]
    assert put(full(), row(("Een kop", 150)), boxes=title)[1] == ["Een kop"]


def test_of_two_columns_the_only_cell_is_the_second_beyond_the_labels() -> None:
    two = row(("Competentie", 50), ("Taak een", 150))

    # `Competentie` ends at 105.
    assert put(two, row(("x", 140)))[1] == ["", "x"]
    assert put(row(("Competentie", 50), ("Taak een", 150)), row(("Kop", 104)))[1] == ["Kop"]


def test_an_empty_cell_alone_and_one_that_reaches_over_all_stay_where_they_are() -> None:
    assert put(full(), row(("", 0)))[1] == [""]
    assert put(full(), [cell("x", 150, colspan=2)])[1] == ["x"]


def test_what_stands_whole_in_the_column_of_an_empty_sibling_moves_there() -> None:
    lists = TagCell((text("een", 150), text("b", 250)))

    assert put(full(), [cell("Rol", 50), lists, cell("")])[1] == ["Rol", "een", "b"]


@pytest.mark.parametrize(("x", "moves"), [(247.1, True), (246.9, False)])
def test_it_may_begin_a_little_left_of_the_column(x: float, *, moves: bool) -> None:
    lists = TagCell((text("een", 150), text("b", x)))
    found = put(full(), [cell("Rol", 50), lists, cell("")])[1]

    assert found == (["Rol", "een", "b"] if moves else ["Rol", "een b", ""])


def test_nothing_moves_where_texts_of_neighbours_reach_into_the_column() -> None:
    wide = row(("Competentie", 50), ("Taak een die wel heel lang is", 150), ("Twee", 250))
    lists = cell("b", 250)

    assert put(wide, [cell("Rol", 50), lists, cell("")])[1] == ["Rol", "b", ""]


def test_nothing_moves_out_of_a_row_with_a_cell_over_several_columns() -> None:
    four = row(("Competentie", 50), ("Taak een", 150), ("Taak twee", 250), ("Taak drie", 350))
    lists = cell("b", 350, colspan=2)

    assert put(four, [cell("Rol", 50), lists, cell("")])[1] == ["Rol", "b", ""]


def test_columns_are_those_of_the_widest_row_up_to_forty() -> None:
    def wide(count: int) -> list[Row]:
        return [
            row(*((f"k{n}", 20.0 * n) for n in range(count))),
            row(("k0", 0), ("x", 20.0 * (count - 1))),
        ]

    assert len(put(*wide(40))[1]) == 40
    assert len(put(*wide(41))[1]) == 2


def test_tables_inside_cells_have_their_columns_too() -> None:
    inner = TagTable((full(), row(("Rol", 50), ("x", 250))))
    outer = TagTable(((TagCell((inner,)),),))
    _, found = under_columns([text("Rol", 50), outer], lambda _: None)

    assert isinstance(found, TagTable)
    (within,) = found.rows[0][0].parts
    assert isinstance(within, TagTable)
    assert [_text(cell) for cell in within.rows[1]] == ["Rol", "", "x"]
    # What was there is as it was.
    assert len(inner.rows[1]) == 2


def several(*lines: tuple[str, float]) -> TagCell:
    """A cell of several lines below each other."""
    return TagCell((TagParagraph((), tuple(TYPED.line(chars, x) for chars, x in lines)),))


def test_a_column_reaches_as_far_as_any_line_of_its_cells() -> None:
    wide = [
        cell("Competentie", 50),
        several(("Taak een", 150), ("en nog meer", 175)),
        cell("Twee", 250),
    ]

    # It reaches from 150 to 230.
    assert put(wide, row(("Rol", 50), ("x", 222)))[1] == ["Rol", "x"]
    assert put(wide, row(("x", 128), ("y", 250)))[1] == ["", "x", "y"]


def test_a_cell_over_two_columns_says_nothing_of_where_one_of_them_is() -> None:
    over = [cell("Een titel over twee kolommen x", 50, colspan=2), cell("Taak twee", 250)]

    assert put(full(), over, row(("x", 190), ("y", 250)))[2] == ["", "x", "y"]


def test_a_table_in_a_cell_stays_there() -> None:
    inner = TagCell((TagTable((row(("Rol", 150)),)),))

    assert put(full(), [cell("Rol", 50), inner, cell("")])[1] == ["Rol", "Rol", ""]


def test_nothing_moves_to_a_column_that_reaches_into_the_next_one() -> None:
    wide = row(("Competentie", 50), ("Taak een die wel heel lang is", 150), ("Twee", 250))
    first = cell("b", 150)

    assert put(wide, [first, cell(""), cell("x", 250)])[1] == ["b", "", "x"]


def test_columns_without_texts_or_sides_tell_nothing() -> None:
    assert put(row(("", 0), ("Taak", 150)), row(("x", 150)))[1] == ["x"]
    third = [(240.0, 0.0, 340.0, 9.0)]
    assert put(full(), row(("Rol", 50), ("x", 250)), boxes=third)[1] == ["Rol", "", "x"]

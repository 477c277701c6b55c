"""In which column tagged cells stand: where two claim them, where neighbours reach into one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.readers.pdf.tag_columns import under_columns
from pipeline.readers.pdf.tag_parts import TagCell, TagParagraph, TagTable, lines_of
from tests.unit.readers.pdf.typed import Typed

TYPED = Typed()
Sides = tuple[float, float]


def cell(*texts: tuple[str, float], rowspan: int = 1) -> TagCell:
    """A cell with paragraphs of one line, each with where it begins."""
    paragraphs = (TagParagraph((), (TYPED.line(chars, x),)) for chars, x in texts)
    return TagCell(tuple(paragraphs), rowspan=rowspan)


def last(*rows: Sequence[TagCell], drawn: dict[str, Sides] | None = None) -> list[str]:
    """The cells of the last row under their columns; `drawn` are the sides of cells, by texts."""
    boxes = {text: (left, 0.0, right, 9.0) for text, (left, right) in (drawn or {}).items()}
    parts = [TagTable(tuple(map(tuple, rows)))]
    (table,) = under_columns(parts, lambda line: boxes.get(line.chars))
    assert isinstance(table, TagTable)
    return [" ".join(line.chars for line in lines_of(one.parts)) for one in table.rows[-1]]


# `Competentie` reaches from 50 to 105, `Taak een` from 150 to 190, `Taak twee` from 250 to 295.
FULL = [cell(("Competentie", 50)), cell(("Taak een", 150)), cell(("Taak twee", 250))]
DRAWN = {"Competentie": (40.0, 140.0), "Taak een": (140.0, 240.0), "Taak twee": (240.0, 340.0)}
# `Taak een en nog meer, o` reaches to 255.
WIDE = [cell(("Competentie", 50)), cell(("Taak een en nog meer,", 150)), cell(("Twee", 250))]
EMPTY = cell()


# Contents of an empty sibling.


@pytest.mark.parametrize(("letters", "moves"), [(1, True), (20, True), (21, False)])
def test_what_moves_to_a_column_ends_before_the_next_one(letters: int, *, moves: bool) -> None:
    text = "e" * letters
    found = last(FULL, [cell(("Rol", 50)), EMPTY, cell((text, 150), ("b", 250))])

    assert found == (["Rol", text, "b"] if moves else ["Rol", "", f"{text} b"])


def test_what_stands_in_the_first_column_moves_there() -> None:
    assert last(FULL, [EMPTY, cell(("a", 50), ("b", 150)), cell(("x", 250))]) == ["a", "b", "x"]


def test_nothing_moves_to_a_column_into_which_the_one_before_reaches() -> None:
    row = [cell(("Rol", 50), ("b", 250)), cell(("c", 150)), EMPTY]

    assert last(FULL, row) == ["Rol", "c", "b"]
    assert last(WIDE, row) == ["Rol b", "c", ""]


def test_nothing_moves_to_a_column_that_reaches_into_the_next_one() -> None:
    row = [cell(("Rol", 50), ("b", 150)), EMPTY, cell(("x", 250))]

    assert last(FULL, row) == ["Rol", "b", "x"]
    assert last(WIDE, row) == ["Rol b", "", "x"]


def test_between_drawn_sides_it_moves_whatever_texts_reach_over_them() -> None:
    sides = dict(zip(("Competentie", "Taak een en nog meer,", "Twee"), DRAWN.values(), strict=True))

    row = [cell(("Rol", 50), ("b", 150)), EMPTY, cell(("x", 250))]
    assert last(WIDE, row, drawn=sides) == ["Rol", "b", "x"]
    # A drawn column ends at its side, not where the next one's texts begin.
    row = [cell(("Rol", 50), ("bbbbbbbbbbbbbbbbbbb", 150)), EMPTY, cell(("x", 250))]
    assert last(WIDE, row, drawn=sides)[1] == ""


# The only cell of a row.


@pytest.mark.parametrize(
    ("sides", "is_single"),
    [
        ((240, 340), True), ((242.9, 340), True), ((237.1, 340), True), ((240, 342.9), True),
        ((240, 337.1), True), ((243.1, 340), False), ((236.9, 340), False), ((240, 343.1), False),
        ((240, 336.9), False), ((140, 340), False), ((240, 440), False),
    ],
)  # fmt: skip
def test_the_only_cell_of_a_row_is_of_a_column_with_its_drawn_sides(
    sides: Sides, *, is_single: bool
) -> None:
    found = last(FULL, [cell(("x", 250))], drawn={**DRAWN, "x": sides})

    assert found == (["", "", "x"] if is_single else ["x"])


def test_a_title_that_begins_with_the_labels_is_no_second_cell_where_it_ends() -> None:
    # It ends where the texts of the second column do.
    title = [cell(("Een kop over de hele tabel", 60))]

    assert last(FULL[:2], title) == ["Een kop over de hele tabel"]


def test_without_labels_nothing_is_beyond_them() -> None:
    # The row with a label has an empty cell, and says nothing of where columns are.
    rows = [[cell(("Rol", 50), rowspan=2), EMPTY], [cell(("Taak", 150))], [cell(("x", 150))]]

    assert last(*rows) == ["x"]


# Two columns that claim a cell.

CLAIMED = [cell(("Rol", 50)), cell(("T", 150)), cell(("T" * 20, 250)), cell(("Z", 330))]


@pytest.mark.parametrize(
    ("x", "column"),
    [
        # 52 right of where the second begins, 48 left of the third.
        (202, 2),
        # 47 right of where it ends, 53 left of the third.
        (197, 1),
        # It ends 4 right of the third, and begins 14 right of the fourth.
        (344, 2), (330, 3),
        # Its middle is 10 right of that of the third, the fourth ends 20 right of it.
        (305, 2),
        # The middle of the third is 16 away, the end of the fourth 14.
        (311, 3),
    ],
)  # fmt: skip
def test_a_cell_stands_where_its_begin_end_or_middle_is_nearest_to_a_column(
    x: float, column: int
) -> None:
    found = last(CLAIMED, [cell(("Rol", 50)), cell(("xx", x))])

    assert found == ["Rol", *[""] * (column - 1), "xx"]


def test_cells_stand_where_all_of_them_together_are_nearest() -> None:
    # The second one is far to the right of all columns.
    assert last(FULL, [cell(("Rol", 50)), cell(("x", 340))]) == ["Rol", "", "x"]

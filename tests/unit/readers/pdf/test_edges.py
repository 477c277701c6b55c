"""Where full lines end: in cells with padding, in ragged columns, and outside tables."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.areas import CellArea, PageLayout, TableArea, TextArea
from pipeline.readers.pdf.edges import cell_edges, padded_right, side_key, text_edge
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Page
from tests.unit.readers.pdf.typed import Typed

BOX = (0.0, 0.0, 200.0, 100.0)
PAGE = Page(1, 400, 400, (), (), (), (), has_images=False)


def padded(*texts: tuple[str, float], left: float = 0.0, right: float = 200.0) -> float:
    """Where full lines end in a cell of these sides, its texts given with where they begin."""
    typed = Typed()
    lines = [typed.line(text, x, 20 + 12 * n) for n, (text, x) in enumerate(texts)]
    return padded_right([(left, 7.0, right, 100.0)], lines, typed.maker)


SHORT = "Lassen."


@pytest.mark.parametrize(("x", "edge"), [(5, 195), (12, 188), (16, 184), (30, 184), (-4, 200)])
def test_cells_are_padded_right_as_left_but_by_no_more_than_half_a_centimetre(
    x: float, edge: float
) -> None:
    assert padded((SHORT, x), (SHORT, x)) == edge


def test_the_nearest_edge_that_is_no_accident_tells_the_padding() -> None:
    assert padded(*[(SHORT, 12)] * 9, (SHORT, 3)) == 197
    assert padded(*[(SHORT, 12)] * 10, (SHORT, 3)) == 188


def test_padding_is_counted_from_the_left_side() -> None:
    assert padded((SHORT, 30), (SHORT, 30), left=20) == 190
    # What begins at the side has none; what hangs left of it tells nothing.
    assert padded((SHORT, 0), (SHORT, 12)) == 200
    assert padded((SHORT, -4), (SHORT, 12)) == 188


def test_lines_that_begin_alike_but_for_rounding_begin_at_one_edge() -> None:
    assert padded(*[(SHORT, 12 + n / 50) for n in range(12)]) == 188


def test_two_lines_that_stand_out_show_where_the_edge_is() -> None:
    wide = "L" * 37 + "."
    # It ends at 198, and the padding alone would end lines at 192.
    assert padded((SHORT, 8), (wide, 8)) == 192
    assert padded((SHORT, 8), (wide, 8), (wide, 8)) == 198
    # No line is longer than its column is wide.
    assert padded((SHORT, 8), (wide, 8), (wide, 8), right=190) == 190


def test_the_more_lines_go_on_the_nearer_the_longest_comes_to_the_edge() -> None:
    lines = ["Hij last", "en slijpt", "en boort", "en meet."]
    # One line ends at 55, and others at 50.
    assert padded(*((text, 10) for text in lines[:2])) == 50 + 35
    assert padded(*((text, 10) for text in lines)) == pytest.approx(50 + 35 / 3)


# Twenty-eight letters; a space and the first word of the second line are twenty points wide.
FULL, REST = "Lassen " + "n" * 21, "dag " + "n" * 24


def test_a_line_that_goes_on_had_no_room_for_the_next_word() -> None:
    assert padded((FULL, 10), (REST, 10)) == 170


def cell(row: int, *lines: Line, x1: float = 200.0) -> CellArea:
    return CellArea(row, 0, 1, 1, (0.0, 0.0, x1, 100.0), lines)


def layout(*areas: TableArea | TextArea) -> PageLayout:
    return PageLayout(PAGE, areas, ())


def test_cells_that_stand_alike_share_an_edge_over_all_pages() -> None:
    typed = Typed()
    first, second = typed.line(SHORT, 10, 20), typed.line(SHORT, 5, 20)
    inner = TableArea(BOX, (cell(0, second, x1=90.0),), "rules")
    holder = CellArea(1, 0, 1, 1, (0.0, 0.0, 300.0, 100.0), (), (inner,))
    upper = TableArea(BOX, (cell(0, first), holder), "rules")
    lower = TableArea(BOX, (cell(0, second, x1=201.0),), "rules")

    assert cell_edges([layout(upper), layout(lower)], typed.maker) == {
        (0, 50): 195.5,
        (0, 22): 85,
    }


def test_columns_are_named_by_their_sides_to_four_points() -> None:
    assert side_key((8.1, 0, 201.9, 50)) == (2, 50)
    assert side_key((10.1, 0, 202.1, 50)) == (3, 51)


def test_outside_tables_the_longest_line_or_the_tables_show_the_edge() -> None:
    typed = Typed()
    text = TextArea((typed.line(SHORT, 50, 20), typed.line("L" * 30 + ".", 50, 40)))
    table = TableArea((0.0, 0.0, 260.0, 50.0), (), "rules")

    assert text_edge([layout(text)], typed.maker) == 205
    assert text_edge([layout(text, table)], typed.maker) == 260
    wide = TableArea((0.0, 0.0, 300.0, 50.0), (), "rules")
    assert text_edge([layout(text, table, wide), layout(table)], typed.maker) == 260


def test_outside_tables_a_line_that_goes_on_shows_the_edge_too() -> None:
    typed = Typed()
    text = TextArea((typed.line(FULL, 50, 20), typed.line(REST, 50, 32)))
    table = TableArea((0.0, 0.0, 260.0, 50.0), (), "rules")

    assert text_edge([layout(text, table)], typed.maker) == 210


def test_tables_that_reach_further_than_lines_that_go_on_show_no_edge() -> None:
    typed = Typed()
    lines = [typed.line("de dijk en de sluis", 50, 20 + 12 * n) for n in range(8)]
    table = TableArea((0.0, 0.0, 260.0, 50.0), (), "rules")

    # The longest ends at 145; seven of them go on, and each leaves a part of a word free.
    assert text_edge([layout(TextArea(tuple(lines)), table)], typed.maker) == 150


def test_a_line_of_a_table_of_contents_shows_no_edge() -> None:
    typed = Typed()
    contents = typed.line("Taken " + "." * 60 + " 4", 50, 20)
    text = TextArea((typed.line(SHORT, 50, 40), contents))

    assert text_edge([layout(text)], typed.maker) == 85


def test_a_document_without_text_has_its_edge_at_the_left() -> None:
    assert text_edge([], Typed().maker) == 0

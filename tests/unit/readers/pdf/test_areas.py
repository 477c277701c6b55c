"""The areas of a page: tables, the cells of those inside others, and text."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.reasons import Reason, Verdict
from pipeline.readers.pdf.areas import (
    CellArea,
    PageLayout,
    TableArea,
    TextArea,
    all_cells,
    table_of,
)
from pipeline.readers.pdf.candidates import SHADES, Candidate
from pipeline.readers.pdf.grid import Grid, GridCell
from pipeline.readers.pdf.marks import Box, Page
from tests.unit.readers.pdf.typed import Typed

BOX = (10.0, 20.0, 50.0, 40.0)


def cell(row: int, inner: tuple[TableArea, ...] = (), box: Box = BOX) -> CellArea:
    return CellArea(row, 0, 1, 1, box, inner=inner)


def table(*cells: CellArea) -> TableArea:
    return TableArea(BOX, cells, "rules")


def test_the_cells_of_tables_inside_tables_are_among_all_cells() -> None:
    deepest = table(cell(7))
    found = all_cells([table(cell(0), cell(1, (table(cell(5, (deepest,))),))), table(cell(2))])

    assert sorted(c.row for c in found) == [0, 1, 2, 5, 7]


def test_an_area_begins_at_its_box_or_with_its_first_line() -> None:
    first, second = Typed().lines("Niveau", "Vier", y=100)

    assert table(cell(0)).top == 20
    assert TextArea((first, second)).top == first.top == 92.5


def test_the_tables_of_a_page_are_those_among_its_areas() -> None:
    page = Page(1, 100, 100, (), (), (), (), has_images=False)
    text, ruled = TextArea(tuple(Typed().lines("Niveau"))), table(cell(0))

    layout = PageLayout(page, (text, ruled), ())

    assert layout.tables == [ruled]
    assert layout.texts == [text]


def test_the_rows_of_a_table_are_its_cells_from_the_top() -> None:
    lower, left, right = cell(3), cell(0), replace(cell(0), column=1)

    assert table(lower, left, right).rows() == [[left, right], [lower]]


def test_a_table_has_the_cells_of_its_candidate_with_their_lines_and_what_speaks_for_it() -> None:
    wide, below = (10.0, 20.0, 90.0, 40.0), (10.0, 40.0, 50.0, 60.0)
    cells = (GridCell(0, 0, 1, 2, wide), GridCell(1, 0, 2, 1, below))
    reason = Reason("seams", "joined", 0, 1, Verdict(True, "no drawn line parts them"))
    grid = Grid((10, 20, 90, 60), (20, 40, 60), (10, 50, 90), cells)
    first, second = Typed().lines("Niveau", "Vier")
    shaded = Candidate(grid, SHADES, rival="by rules", margin=2.5, reasons=(reason,))

    found = table_of(shaded, [[first, second], []])
    assert found.cells == (
        CellArea(0, 0, 1, 2, wide, (first, second)), CellArea(1, 0, 2, 1, below),
    )  # fmt: skip
    assert (found.box, found.evidence) == ((10, 20, 90, 60), SHADES)
    assert (found.rival, found.margin, found.reasons) == ("by rules", 2.5, (reason,))


def test_a_table_has_no_rival_unless_one_is_told() -> None:
    found = table(cell(0))

    assert (found.rival, found.margin, found.labelled, found.reasons) == ("", 0, False, ())

"""The areas of a page: tables, the cells of those inside others, and text."""

from __future__ import annotations

from pipeline.readers.pdf.areas import CellArea, PageLayout, TableArea, TextArea, all_cells
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

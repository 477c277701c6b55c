"""All pages as they are drawn: what share of their text stands in tables, and by what evidence."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.areas import all_cells
from pipeline.readers.pdf.choice import drawn_tables
from pipeline.readers.pdf.drawn_pages import DrawnPages
from pipeline.readers.pdf.grid import PageRules
from pipeline.readers.pdf.marks import Marks, Page, Rule
from pipeline.readers.pdf.stages import drawn_seen
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level

RULES = (
    *(level(y, 40, 540) for y in (80, 110, 140)),
    *(Rule(False, x, 80, 140) for x in (40, 190, 540)),
)
TEXTS = (("Rol", 50, 100), ("Wachter", 200, 100), ("Taak", 50, 130), ("Waken", 200, 130))


def marks(*more: tuple[str, float, float]) -> Marks:
    """A page with a drawn table of nineteen letters, and a page without."""
    typed = Typed()
    first = tuple(typed.run(*text) for text in (*TEXTS, *more))
    second = (typed.run("Slot", 50, 100),)
    pages = (
        Page(1, 600, 800, first, RULES, (), (), has_images=False),
        Page(2, 600, 800, second, (), (), (), has_images=False),
    )
    return Marks(pages, typed.glyphs, None)


@pytest.mark.parametrize(("letters", "share"), [(0, 19 / 23), (15, 0.5)])
def test_the_share_of_the_text_in_tables_counts_that_of_all_pages(
    letters: int, share: float
) -> None:
    more = [("x" * letters, 50.0, 300.0)] if letters else []

    assert drawn_seen(DrawnPages.of(marks(*more)).layouts, ()).share_in_tables == share


def test_pages_without_text_have_none_in_tables() -> None:
    pages = DrawnPages.of(Marks((), Typed().glyphs, None))

    assert drawn_seen(pages.layouts, ()).share_in_tables == 0


def test_each_page_names_what_its_tables_were_read_by() -> None:
    assert DrawnPages.of(marks()).evidence() == ("rules", "text")


def test_tables_that_are_known_are_taken_as_they_are() -> None:
    found = marks()
    choices = drawn_tables(list(map(PageRules.of, found.pages)), found.glyphs)
    tables = [choice.taken for choice in choices]

    assert DrawnPages.of(found, tables).evidence() == ("rules", "text")
    assert DrawnPages.of(found, [(), ()]).evidence()[0] != "rules"


def noted(*, with_note: bool = True) -> DrawnPages:
    """A table in a cell of another, text below it, and a note to marks in both."""
    typed = Typed()
    levels = (level(y, 40, 540) for y in (60, 120, 150))
    outer = (*levels, *(Rule(False, x, 60, 150) for x in (40, 190, 540)))
    inner = (*(level(y, 210, 500) for y in (80, 105)),
             *(Rule(False, x, 80, 105) for x in (210, 300, 500)))  # fmt: skip
    runs = [typed.run(*text) for text in (("Taak", 50, 140), ("Waken", 200, 140), TEXTS[0])]
    runs += [typed.run("Dag", 220, 96), typed.run("Wachter", 310, 96)]
    runs.append(typed.run("Waakt.", 50, 300))
    for x1, y in ((runs[4].x1, 96), (runs[5].x1, 300)):
        runs.append(typed.run("1", x1, y - 4, 6))
    if with_note:
        runs += [typed.run("1", 50, 776, 5), typed.run("Zie de wet van 2020.", 58, 780, 8)]
    page = Page(1, 600, 800, tuple(runs), (*outer, *inner), (), (), has_images=False)
    return DrawnPages.of(Marks((page,), typed.glyphs, None))


@pytest.mark.parametrize("with_note", [True, False])
def test_marks_go_from_cells_from_tables_inside_these_and_from_text_with_their_notes(
    with_note: bool,
) -> None:
    pages = noted(with_note=with_note)
    (layout,) = pages.layouts
    cells = [line.chars for cell in all_cells(layout.tables) for line in cell.lines]
    (table,) = layout.tables

    assert any(cell.inner for cell in table.cells)
    assert sorted(cells) == ["Dag", "Rol", "Taak", "Wachter", "Waken"]
    assert [line.chars for area in layout.texts for line in area.lines] == ["Waakt."]
    assert [line.chars for line in pages.notes] == (["1 Zie de wet van 2020."] * with_note)

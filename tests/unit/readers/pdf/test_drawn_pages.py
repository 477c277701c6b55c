"""All pages as they are drawn: what share of their text stands in tables, and by what evidence."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.choice import drawn_tables
from pipeline.readers.pdf.drawn_pages import DrawnPages
from pipeline.readers.pdf.grid import PageRules
from pipeline.readers.pdf.marks import Marks, Page, Rule
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

    assert DrawnPages.of(marks(*more)).share_in_tables() == share


def test_pages_without_text_have_none_in_tables() -> None:
    assert DrawnPages.of(Marks((), Typed().glyphs, None)).share_in_tables() == 0


def test_each_page_names_what_its_tables_were_read_by() -> None:
    assert DrawnPages.of(marks()).evidence() == ("rules", "text")


def test_tables_that_are_known_are_taken_as_they_are() -> None:
    found = marks()
    choices = drawn_tables(list(map(PageRules.of, found.pages)), found.glyphs)
    tables = [choice.taken for choice in choices]

    assert DrawnPages.of(found, tables).evidence() == ("rules", "text")
    assert DrawnPages.of(found, [(), ()]).evidence()[0] != "rules"

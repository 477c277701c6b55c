"""What runs in the margins of tagged files is no text, whether it has a tag or none."""

from __future__ import annotations

from pipeline.document.model import Document, Furniture, Paragraph
from tests.unit.readers.pdf.tagging import At, Tag, tagged

TABLE = Tag("Table", [
    Tag("TR", [Tag("TD", [At(40, 100, "Sector")]), Tag("TD", [At(200, 100, "Zorg")])]),
])  # fmt: skip
LONG = "Het werk is zwaar, en wie het doet leert het van een ander."
TEXT = Tag("P", [At(40, 200, LONG, 1), At(40, 212, "Dat kost tijd.", 2), At(40, 30, "Veel.", 3)])


def shown(document: Document) -> tuple[list[str], list[str]]:
    """The texts outside tables, and the furniture."""
    found = [[b.text.chars for b in document.blocks if isinstance(b, kind)]
             for kind in (Paragraph, Furniture)]  # fmt: skip
    return found[0], found[1]


def test_page_numbers_and_running_lines_without_a_tag_are_furniture() -> None:
    pages = (1, 2, 3)
    loose = [At(40, 385, f"Profiel kok, pagina {page} van 3", page) for page in pages]
    text = [Tag("P", [At(40, top, LONG, page)]) for page in pages for top in range(120, 340, 12)]
    found = tagged(TABLE, *text, loose=loose, pages=3)
    assert shown(found)[1] == [f"Profiel kok, pagina {n} van 3" for n in (1, 2, 3)]


def test_page_numbers_that_are_tagged_as_one_paragraph_are_furniture() -> None:
    numbers = Tag("P", [At(300, 385, f"{page} van 3", page) for page in (1, 2, 3)])
    found = tagged(TABLE, TEXT, numbers, pages=3)
    assert shown(found)[1] == ["1 van 3", "2 van 3", "3 van 3"]


def test_other_text_without_a_tag_is_kept_and_so_is_a_number_that_has_one() -> None:
    number = Tag("P", [At(40, 385, "4")])
    found = tagged(TABLE, Tag("P", [At(40, 200, LONG)]), number,
                   loose=[At(40, 30, "k")])  # fmt: skip
    assert shown(found) == ([LONG, "4", "k"], [])


def test_running_lines_without_a_tag_do_not_speak_against_the_tags_of_the_text() -> None:
    title = "Beroepscompetentieprofiel van de kok, vastgesteld door het bestuur"
    loose = [At(20, 385, title, page) for page in (1, 2, 3)]
    found = tagged(TABLE, TEXT, loose=loose, pages=3)
    assert set(found.structure) == {"tags"}
    assert shown(found)[1] == [title] * 3

"""What speaks against tags: drawn rules inside their cells, sentences that they cut."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.choice import SHADES
from pipeline.readers.pdf.tag_choice import doubt
from pipeline.readers.pdf.tag_parts import TagCell, TagPart, TagTable
from tests.unit.readers.pdf.tag_values import Tags, table

LONG = "Hij kijkt naar de dijk en de sluis van"


def torn(tags: Tags, count: int, whole: int = 0) -> TagTable:
    """Cells of two lines; those that are torn reach into the row below."""
    rows = [
        [TagCell((tags.text("Rol", y=100), tags.text("Taak", y=130)))] for _ in range(count)
    ] + [[TagCell((tags.text("Rol", y=100), tags.text("Taak", y=112)))] for _ in range(whole)]
    return table(*rows)


ROWS = ((40.0, 90.0, 200.0, 120.0), (40.0, 120.0, 200.0, 150.0))


@pytest.mark.parametrize(("count", "whole", "is_doubted"), [
    (1, 0, False), (2, 0, True), (2, 65, False), (2, 64, True), (4, 96, True), (3, 97, False),
])  # fmt: skip
def test_cells_that_reach_over_drawn_rules_speak_against_tags(
    count: int, whole: int, *, is_doubted: bool
) -> None:
    tags = Tags()
    tags.grid(*ROWS)
    found = doubt([torn(tags, count, whole)], tags.drawn)

    expected = f"{count} of {count + whole} tagged cells reach over drawn rules"
    assert found == (expected if is_doubted else "")


def test_shades_speak_less_than_tags_do() -> None:
    tags = Tags()
    tags.grid(*ROWS, source=SHADES)

    assert doubt([torn(tags, 5)], tags.drawn) == ""


def test_a_cell_on_two_pages_is_not_torn() -> None:
    tags = Tags()
    tags.grid(*ROWS)
    tags.grid(*ROWS, page=2)
    over = [[TagCell((tags.text("Rol"), tags.text("Taak", y=130, page=2)))] for _ in range(3)]

    assert doubt([table(*over)], tags.drawn) == ""


def cut(tags: Tags, count: int, whole: int = 0, above: str = LONG) -> list[TagPart]:
    """Paragraphs that end inside a sentence, each in a table's cell with its rest."""
    cells = []
    for n in range(count + whole):
        rest = "de haven" if n < count else "De haven"
        cells.append([TagCell((tags.text(above, y=100), tags.text(rest, y=112)))])
    return [table(*cells)]


@pytest.mark.parametrize(("count", "whole", "is_doubted"), [
    (4, 0, False), (5, 0, True), (5, 44, True), (5, 45, False),
])  # fmt: skip
def test_paragraphs_that_end_inside_sentences_speak_against_tags(
    count: int, whole: int, *, is_doubted: bool
) -> None:
    tags = Tags()
    found = doubt([*cut(tags, count, whole)], tags.drawn)

    expected = f"{count} of {count + whole} tagged paragraphs end inside a sentence"
    assert found == (expected if is_doubted else "")


@pytest.mark.parametrize(("above", "is_doubted"), [
    ("Hij kijkt naar de dijk en sluis", True), ("Hij kijkt naar de dijk en weg.", False),
    ("Hij kijkt naar de dijk en weg", False), ("Hij kijkt naar de dijk en de sluis.", False),
])  # fmt: skip
def test_short_lines_and_ended_sentences_are_not_cut(above: str, *, is_doubted: bool) -> None:
    tags = Tags()

    assert bool(doubt([*cut(tags, 6, above=above)], tags.drawn)) is is_doubted


def test_paragraphs_in_the_flow_are_told_as_well_where_one_stands_below_the_other() -> None:
    tags = Tags()

    def flow(step: float, pages: int = 1) -> str:
        parts = [tags.text(f"en {LONG}", y=100 + step * n, page=1 + n % pages) for n in range(7)]
        return doubt([*parts], tags.drawn)

    assert flow(12) == "6 of 6 tagged paragraphs end inside a sentence"
    assert flow(-5) == ""
    assert flow(12, pages=2) == ""


def test_a_table_after_a_text_is_no_rest_of_its_sentence() -> None:
    tags = Tags()
    row = table([tags.cell("Rol", y=112), tags.cell("Taak", 150, 112)])
    parts = [part for _ in range(6) for part in (tags.text(LONG), row)]

    assert doubt([*parts], tags.drawn) == ""

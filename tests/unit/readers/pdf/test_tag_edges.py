"""Where full lines end in tagged cells, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.readers.pdf.tag_parts import TagCell, TagParagraph, cells_of
from tests.unit.readers.pdf.tag_values import Tags, table


def edge(tags: Tags, *rows: Sequence[TagCell]) -> Mapping[tuple[int, int], float]:
    return tags.reading(table(*rows)).edges.columns


def test_full_lines_end_in_a_column_where_its_longest_one_does() -> None:
    tags = Tags()
    found = edge(
        tags,
        [tags.cell("Rol", 52), tags.cell("Waken", 150)],
        [tags.cell("Taken", 53), tags.cell("Melden aan de post", 151)],
    )

    assert sorted(found.values()) == [78, 241]


def test_drawn_sides_name_a_column() -> None:
    tags = Tags()
    tags.grid((40.0, 90.0, 140.0, 120.0))
    found = edge(tags, [tags.cell("Rol", 50), tags.cell("Waken", 150)])

    # As far from the right side as the text is from the left one.
    assert found[(10, 35)] == 130
    assert len(found) == 2


def test_cells_that_begin_four_points_apart_are_of_two_columns() -> None:
    tags = Tags()
    rows = [[tags.cell("Rol", x), tags.cell("Waken", 150)] for x in (48, 49.9, 52)]

    assert len(edge(tags, *rows)) == 3


def test_a_cell_begins_where_the_first_of_its_lines_does() -> None:
    tags = Tags()
    hanging = TagCell((tags.text("Rol", 60), tags.text("en meer", 50)))
    found = edge(tags, [hanging, tags.cell("Waken", 150)], [tags.cell("Taak", 50),
                                                            tags.cell("Melden", 150)])  # fmt: skip

    # Both rows have the same two columns.
    assert len(found) == 2


def test_where_the_next_cell_begins_names_a_column_too() -> None:
    tags = Tags()
    rows = [[tags.cell("Rol", 50), tags.cell("Waken", x)] for x in (150, 250)]

    assert len(edge(tags, *rows)) == 4


def test_lines_outside_tables_end_where_the_longest_of_all_does() -> None:
    tags = Tags()
    reading = tags.reading(tags.text("Een lange regel"), table([tags.cell("Rol", 50)]))

    assert reading.edges.right(None) == reading.edges.text == 125
    (cell,) = cells_of(reading.layout.parts)
    assert reading.edges.right(cell) == 65


def test_paragraphs_that_stand_together_may_have_a_narrower_column() -> None:
    tags = Tags()

    def paragraph(y: float) -> TagParagraph:
        texts = ("n" * 33, "dag en " + "m" * 26, "uur.")
        return TagParagraph((), tuple(tags.line(t, y=y + 12 * n) for n, t in enumerate(texts)))

    narrow = [paragraph(100), paragraph(140)]
    heading = replace(tags.text("Een kop"), heading=1)
    wide = tags.text("n" * 80, y=200)
    edges = tags.reading(*narrow, heading, wide).edges

    assert edges.text == 450
    for own in narrow:
        assert 215 < edges.right(None, own.lines[0]) < 240
    assert edges.right(None, wide.lines[0]) == 450
    # In one column with a line that is longer, lines were ended by hand.
    assert tags.reading(*narrow, wide).edges.right(None, narrow[0].lines[0]) == 450

"""Where full lines end in tagged cells, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.readers.pdf.tag_parts import TagCell, cells_of
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

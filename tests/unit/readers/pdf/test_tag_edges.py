"""Where full lines end in tagged cells, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.readers.pdf.tag_parts import TagCell
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

"""What hangs in tagged parts, and which columns the cells of rows begin in."""

from __future__ import annotations

from pipeline.readers.pdf.tag_parts import (
    TagCell,
    cells_of,
    columns_below,
    lines_of,
    paragraphs_of,
    tables_of,
)
from tests.unit.readers.pdf.tag_values import Tags, table


def test_what_stands_in_a_table_inside_a_cell_is_found_after_what_is_around_it() -> None:
    tags = Tags()
    inner = table([tags.cell("Eis")])
    outer = table([TagCell((tags.text("Rol"), inner)), tags.cell("Taak")])
    parts = (tags.text("Kop"), outer)

    assert list(tables_of(parts)) == [outer, inner]
    assert len(list(cells_of(parts))) == 3
    assert [line.chars for line in lines_of(parts)] == ["Kop", "Rol", "Eis", "Taak"]
    assert len(list(paragraphs_of(parts))) == 4


def test_cells_stand_beside_those_that_reach_down_to_their_row() -> None:
    tall, wide, plain = TagCell(rowspan=3), TagCell(colspan=2, rowspan=2), TagCell()

    first, reach = columns_below({}, (plain, tall, wide))
    assert (first, reach) == ((0, 1, 2), {1: 2, 2: 1, 3: 1})
    second, reach = columns_below(reach, (plain, plain))
    assert (second, reach) == ((0, 4), {1: 1})
    third, reach = columns_below(reach, (plain, plain))
    assert (third, reach) == ((0, 2), {})

"""What tags become: blocks, page ends, notes; and what speaks against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.document.model import (
    Block,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Table,
    texts,
)
from pipeline.document.text import Text
from pipeline.readers.pdf.tag_parts import TagCell, TagLayout, TagParagraph
from pipeline.readers.pdf.tagged import Piece
from tests.unit.readers.pdf.tag_values import Tags, table

# Sixty letters reach from 50 to 350.
FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de"
LONG = "Hij kijkt naar de dijk en de sluis van"


def told(blocks: Sequence[Block]) -> list[str]:
    """Kinds and texts; a table with its cells."""
    found = []
    for block in blocks:
        if isinstance(block, Table):
            cells = [
                [" ".join(t.chars for t in texts(c.blocks)) for c in r.cells] for r in block.rows
            ]
            found.append(f"table {cells}")
        elif isinstance(block, Paragraph | ListItem | Heading | Furniture):
            found.append(f"{type(block).__name__} {block.text.chars}")
        else:
            found.append(type(block).__name__)
    return found


# Blocks.


def test_headings_items_furniture_and_paragraphs_are_what_their_tags_say() -> None:
    tags = Tags()
    blocks = tags.blocks(
        replace(tags.text("Het beroep"), heading=3),
        replace(tags.text("Waken", y=120), is_item=True, level=2),
        replace(tags.text("Zie de wet", y=140), furniture="notes"),
        tags.text("De dijk", y=160),
    )

    assert told(blocks) == [
        "Heading Het beroep", "ListItem Waken", "Furniture Zie de wet", "Paragraph De dijk",
    ]  # fmt: skip
    heading, item, *_ = blocks
    assert isinstance(heading, Heading)
    assert isinstance(item, ListItem)
    assert (heading.level, item.level) == (3, 2)


def test_an_item_with_its_marker_is_text_and_one_outside_lists_has_the_first_level() -> None:
    tags = Tags()
    marked = replace(tags.text("- Waken"), is_item=True, level=1)
    lone = replace(tags.text("Waken", y=140), is_item=True)
    first, second = tags.blocks(marked, lone)

    assert isinstance(first, Paragraph)
    assert isinstance(second, ListItem)
    assert second.level == 1


def test_a_heading_in_a_cell_is_text() -> None:
    tags = Tags()
    cell = TagCell((replace(tags.text("Rol"), heading=2),), colspan=2, rowspan=3, header=True)
    (found,) = tags.blocks(table([cell]))

    assert isinstance(found, Table)
    ((only,),) = [row.cells for row in found.rows]
    assert isinstance(only.blocks[0], Paragraph)
    assert (only.colspan, only.rowspan, only.header) == (2, 3, True)


def test_a_table_inside_a_cell_is_one() -> None:
    tags = Tags()
    inner = table([tags.cell("Taak"), tags.cell("Eis", 100)])
    (found,) = tags.blocks(table([tags.cell("Rol"), TagCell((inner,))]))

    assert isinstance(found, Table)
    assert told(found.rows[0].cells[1].blocks) == ["table [['Taak', 'Eis']]"]


def test_a_page_ends_where_something_begins_on_the_next_one() -> None:
    tags = Tags()
    first, second, third = (tags.text(f"Tekst {n}", page=n) for n in (1, 2, 2))

    assert told(tags.blocks(first, second, third)) == [
        "Paragraph Tekst 1", "PageEnd", "Paragraph Tekst 2", "Paragraph Tekst 2",
    ]  # fmt: skip


def test_what_goes_over_a_page_end_has_none_after_it() -> None:
    tags = Tags()
    over = TagParagraph((), (tags.line("Tekst"), tags.line("en meer", page=2)))

    assert told(tags.blocks(over, tags.text("Slot", page=2)))[-1] == "Paragraph Slot"
    assert not any(isinstance(b, PageEnd) for b in tags.blocks(over, tags.text("Slot", page=2)))


def other(place: tuple[int, float], last: int = 0) -> Piece:
    text = Text("ander", (0,) * 5, bytes(5))
    return Piece(place, last or place[0], (Paragraph(text),))


@pytest.mark.parametrize(("place", "expected"), [
    ((1, 50), ["ander", "Een", "Twee", "Drie"]),
    ((1, 110), ["Een", "ander", "Twee", "Drie"]),
    ((1, 700), ["Een", "Twee", "ander", "Drie"]),
    ((2, 500), ["Een", "Twee", "Drie", "ander"]),
])  # fmt: skip
def test_what_is_read_by_other_means_goes_where_it_stands(
    place: tuple[int, float], expected: list[str]
) -> None:
    tags = Tags()
    parts = [tags.text("Een"), tags.text("Twee", y=130), tags.text("Drie", page=2)]
    found = list(tags.reading(*parts).blocks([other(place)]))

    assert [b.text.chars for b in found if isinstance(b, Paragraph)] == expected
    assert sum(isinstance(block, PageEnd) for block in found) == 1


def test_a_table_is_parted_where_something_else_stands_between_its_rows() -> None:
    tags = Tags()
    rows = [[tags.cell(text, y=y)] for text, y in (("Een", 100), ("Twee", 130), ("Drie", 160))]
    found = told(list(tags.reading(table(*rows)).blocks([other((1, 110)), other((1, 400))])))

    assert found == [
        "table [['Een']]", "Paragraph ander", "table [['Twee'], ['Drie']]", "Paragraph ander",
    ]  # fmt: skip


def test_a_page_ends_after_what_reaches_over_its_end_by_other_means_too() -> None:
    tags = Tags()
    parts = [tags.text("Een"), tags.text("Drie", page=2)]

    assert told(list(tags.reading(*parts).blocks([other((1, 400), last=2)]))) == [
        "Paragraph Een", "Paragraph ander", "Paragraph Drie",
    ]  # fmt: skip


def test_a_row_without_a_label_on_a_new_page_opens_a_table() -> None:
    tags = Tags()
    rows = [
        [tags.cell("Rol"), tags.cell("Waken", 150)],
        [tags.cell(""), tags.cell("Slot", 150, page=2)],
    ]

    assert told(tags.blocks(table(*rows))) == [
        "table [['Rol', 'Waken']]", "PageEnd", "table [['', 'Slot']]",
    ]  # fmt: skip


def test_a_row_with_its_label_or_under_a_cell_that_reaches_down_goes_on() -> None:
    tags = Tags()
    labelled = [tags.cell("Eis", page=2), tags.cell("Slot", 150, page=2)]
    first = [tags.cell("Rol"), tags.cell("Waken", 150)]
    assert len(tags.blocks(table(first, labelled))) == 1
    tall = replace(tags.cell("Rol"), rowspan=2)
    bare = [tags.cell(""), tags.cell("Slot", 150, page=2)]
    assert len(tags.blocks(table([tall, tags.cell("Waken", 150)], bare))) == 1


def test_a_table_without_text_is_none() -> None:
    assert Tags().blocks(table([TagCell(), TagCell()])) == []


def test_what_the_tags_leave_out_is_kept_at_the_end_and_artifacts_are_furniture() -> None:
    tags = Tags()
    runs = [tags.typed.run(text, 50, 300) for text in ("los", "1 van 3")]
    layout = TagLayout((tags.text("De dijk"),), {1: runs[:1]}, {1: runs[1:]})
    blocks = list(tags.reading_of(layout).blocks())

    assert told(blocks) == ["Furniture 1 van 3", "Paragraph De dijk", "Paragraph los"]


def over_page_end(page: int) -> list[Block]:
    tags, x = Tags(), 150
    # Each is full: what follows may go on.
    rows = [
        [tags.cell("Rol"), tags.cell(FULL, x)],
        [tags.cell(""), tags.cell("sluis, en meldt wat hij ziet.", x, 112, page=page)],
    ]
    return tags.blocks(table(*rows))


def test_a_cell_goes_on_over_a_page_end_where_its_words_tell_so() -> None:
    first, _, second = over_page_end(page=2)

    assert isinstance(first, Table)
    assert isinstance(second, Table)
    above, below = first.rows[0].cells[1].blocks[0], second.rows[0].cells[1].blocks[0]
    assert isinstance(above, Paragraph)
    assert isinstance(below, Paragraph)
    assert (above.goes_on, below.own_block) == (True, False)


@pytest.mark.parametrize("page", [1, 3])
def test_the_cells_of_two_rows_on_one_page_do_not_meet_at_its_end(page: int) -> None:
    found = [
        (paragraph.goes_on, paragraph.own_block)
        for block in over_page_end(page)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        for paragraph in cell.blocks
        if isinstance(paragraph, Paragraph)
    ]

    assert found == [(False, True)] * 3


def noted(tags: Tags) -> tuple[TagParagraph, TagParagraph]:
    """A line that bears a mark, and what is at the foot of the page under it."""
    mark, word = tags.typed.run("1", 320, 96, 6), tags.typed.run(FULL[:-6], 50, 100)
    text = TagParagraph((), tuple(tags.typed.maker.lines([word, mark], 1)))
    return text, TagParagraph((), (tags.typed.line("1 Zie de wet.", 50, 300, 7),))


def test_a_note_below_the_text_is_one_and_its_mark_is_taken_out() -> None:
    tags = Tags()

    assert told(tags.blocks(*noted(tags))) == [
        f"Paragraph {FULL[:-6]}", "Furniture 1 Zie de wet.",
    ]  # fmt: skip


def test_in_a_cell_or_a_heading_nothing_is_a_note_though_its_mark_is_one() -> None:
    tags = Tags()
    text, note = noted(tags)
    assert told(tags.blocks(text, table([TagCell((note,))])))[0] == f"Paragraph {FULL[:-6]}"
    text, note = noted(tags)
    assert told(tags.blocks(text, replace(note, heading=1))) == [
        f"Paragraph {FULL[:-6]}", "Heading 1 Zie de wet.",
    ]  # fmt: skip

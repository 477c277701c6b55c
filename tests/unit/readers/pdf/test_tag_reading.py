"""What tags become: blocks, page ends, notes; and what speaks against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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
from pipeline.readers.pdf.choice import RULES, SHADES, Candidate
from pipeline.readers.pdf.grid import Grid, GridCell
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.tagged import TagReading
from pipeline.readers.pdf.tags import TagCell, TagLayout, TagParagraph, TagPart, TagTable
from tests.unit.readers.pdf.typed import Typed

# Sixty letters reach from 50 to 350.
FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de"
LONG = "Hij kijkt naar de dijk en de sluis van"


@dataclass
class Tags:
    """Tagged parts, and what is drawn."""

    typed: Typed = field(default_factory=Typed)
    drawn: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)

    def line(self, text: str, x: float = 50, y: float = 100, page: int = 1) -> Line:
        return replace(self.typed.line(text, x, y), page=page)

    def text(self, text: str, x: float = 50, y: float = 100, page: int = 1) -> TagParagraph:
        return TagParagraph([], [self.line(text, x, y, page)])

    def cell(self, text: str, x: float = 50, y: float = 100, page: int = 1) -> TagCell:
        return TagCell([self.text(text, x, y, page)] if text else [])

    def grid(self, *boxes: Box, source: str = RULES, page: int = 1) -> None:
        cells = tuple(GridCell(n, 0, 1, 1, box) for n, box in enumerate(boxes))
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        around = (min(lefts), min(tops), max(rights), max(bottoms))
        found = Candidate(Grid(around, (), (), cells), source)
        self.drawn[page] = (*self.drawn.get(page, ()), found)

    def reading(self, *parts: TagPart) -> TagReading:
        return TagReading(TagLayout(list(parts), {}, {}), self.drawn, self.typed.maker)

    def blocks(self, *parts: TagPart) -> list[Block]:
        return list(self.reading(*parts).blocks())


def table(*rows: Sequence[TagCell]) -> TagTable:
    return TagTable([list(row) for row in rows])


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
    cell = TagCell([replace(tags.text("Rol"), heading=2)], colspan=2, rowspan=3, header=True)
    (found,) = tags.blocks(table([cell]))

    assert isinstance(found, Table)
    ((only,),) = [row.cells for row in found.rows]
    assert isinstance(only.blocks[0], Paragraph)
    assert (only.colspan, only.rowspan, only.header) == (2, 3, True)


def test_a_table_inside_a_cell_is_one() -> None:
    tags = Tags()
    inner = table([tags.cell("Taak"), tags.cell("Eis", 100)])
    (found,) = tags.blocks(table([tags.cell("Rol"), TagCell([inner])]))

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
    over = TagParagraph([], [tags.line("Tekst"), tags.line("en meer", page=2)])

    assert told(tags.blocks(over, tags.text("Slot", page=2)))[-1] == "Paragraph Slot"
    assert not any(isinstance(b, PageEnd) for b in tags.blocks(over, tags.text("Slot", page=2)))


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
    layout = TagLayout([tags.text("De dijk")], {1: runs[:1]}, {1: runs[1:]})
    blocks = list(TagReading(layout, {}, tags.typed.maker).blocks())

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
    text = TagParagraph([], tags.typed.maker.lines([word, mark], 1))
    return text, TagParagraph([], [tags.typed.line("1 Zie de wet.", 50, 300, 7)])


def test_a_note_below_the_text_is_one_and_its_mark_is_taken_out() -> None:
    tags = Tags()

    assert told(tags.blocks(*noted(tags))) == [
        f"Paragraph {FULL[:-6]}", "Furniture 1 Zie de wet.",
    ]  # fmt: skip


def test_in_a_cell_or_a_heading_nothing_is_a_note() -> None:
    tags = Tags()
    text, note = noted(tags)
    assert told(tags.blocks(text, table([TagCell([note])])))[0] == f"Paragraph {FULL[:-6]}1"
    text, note = noted(tags)
    assert told(tags.blocks(text, replace(note, heading=1))) == [
        f"Paragraph {FULL[:-6]}1", "Heading 1 Zie de wet.",
    ]  # fmt: skip


# Doubt.


def torn(tags: Tags, count: int, whole: int = 0) -> TagTable:
    """Cells of two lines; those that are torn reach into the row below."""
    rows = [
        [TagCell([tags.text("Rol", y=100), tags.text("Taak", y=130)])] for _ in range(count)
    ] + [[TagCell([tags.text("Rol", y=100), tags.text("Taak", y=112)])] for _ in range(whole)]
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
    doubt = tags.reading(torn(tags, count, whole)).doubt()

    expected = f"{count} of {count + whole} tagged cells reach over drawn rules"
    assert doubt == (expected if is_doubted else "")


def test_shades_speak_less_than_tags_do() -> None:
    tags = Tags()
    tags.grid(*ROWS, source=SHADES)

    assert tags.reading(torn(tags, 5)).doubt() == ""


def test_a_cell_on_two_pages_is_not_torn() -> None:
    tags = Tags()
    tags.grid(*ROWS)
    tags.grid(*ROWS, page=2)
    over = [[TagCell([tags.text("Rol"), tags.text("Taak", y=130, page=2)])] for _ in range(3)]

    assert tags.reading(table(*over)).doubt() == ""


def cut(tags: Tags, count: int, whole: int = 0, above: str = LONG) -> list[TagPart]:
    """Paragraphs that end inside a sentence, each in a table's cell with its rest."""
    cells = []
    for n in range(count + whole):
        rest = "de haven" if n < count else "De haven"
        cells.append([TagCell([tags.text(above, y=100), tags.text(rest, y=112)])])
    return [table(*cells)]


@pytest.mark.parametrize(("count", "whole", "is_doubted"), [
    (4, 0, False), (5, 0, True), (5, 44, True), (5, 45, False),
])  # fmt: skip
def test_paragraphs_that_end_inside_sentences_speak_against_tags(
    count: int, whole: int, *, is_doubted: bool
) -> None:
    tags = Tags()
    doubt = tags.reading(*cut(tags, count, whole)).doubt()

    expected = f"{count} of {count + whole} tagged paragraphs end inside a sentence"
    assert doubt == (expected if is_doubted else "")


@pytest.mark.parametrize(("above", "is_doubted"), [
    ("Hij kijkt naar de dijk en sluis", True), ("Hij kijkt naar de dijk en weg.", False),
    ("Hij kijkt naar de dijk en weg", False), ("Hij kijkt naar de dijk en de sluis.", False),
])  # fmt: skip
def test_short_lines_and_ended_sentences_are_not_cut(above: str, *, is_doubted: bool) -> None:
    tags = Tags()

    assert bool(tags.reading(*cut(tags, 6, above=above)).doubt()) is is_doubted


def test_paragraphs_in_the_flow_are_told_as_well_where_one_stands_below_the_other() -> None:
    tags = Tags()

    def flow(step: float, pages: int = 1) -> str:
        parts = [tags.text(f"en {LONG}", y=100 + step * n, page=1 + n % pages) for n in range(7)]
        return tags.reading(*parts).doubt()

    assert flow(12) == "6 of 6 tagged paragraphs end inside a sentence"
    assert flow(-5) == ""
    assert flow(12, pages=2) == ""


def test_a_table_after_a_text_is_no_rest_of_its_sentence() -> None:
    tags = Tags()
    row = table([tags.cell("Rol", y=112), tags.cell("Taak", 150, 112)])
    parts = [part for _ in range(6) for part in (tags.text(LONG), row)]

    assert tags.reading(*parts).doubt() == ""


# Columns.


def edge(tags: Tags, *rows: Sequence[TagCell]) -> dict[tuple[int, int], float]:
    return tags.reading(table(*rows)).edges


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

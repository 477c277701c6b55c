"""What speaks against tags: drawn tables that they tear or do not hold, sentences that they cut."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.readers.pdf.candidates import RULES, SHADES, TAGS
from pipeline.readers.pdf.stages import tagged_seen
from pipeline.readers.pdf.tag_choice import Contest, TagChoice, chosen, drawn_cells
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagLayout,
    TagParagraph,
    TagPart,
    TagTable,
    paragraphs_of,
)
from tests.unit.readers.pdf.tag_values import Tags, table

LONG = "Hij kijkt naar de dijk en de sluis van"


def choice_of(tags: Tags, *parts: TagPart) -> TagChoice:
    seen = tagged_seen(TagLayout(parts), tags.typed.glyphs, ())
    return chosen(parts, seen, tags.drawn)


def doubt_of(tags: Tags, *parts: TagPart) -> str:
    return choice_of(tags, *parts).doubt


def torn(count: int, whole: int = 0, source: str = RULES) -> tuple[Tags, TagTable]:
    """Cells of two lines in one column; the line between those that are torn is drawn."""
    tags = Tags()
    boxes = []
    rows = []
    for n in range(count + whole):
        top = 40.0 * n
        ends = (top, top + 20, top + 40) if n < count else (top, top + 40)
        boxes += [(40.0, y0, 200.0, y1) for y0, y1 in pairwise(ends)]
        rows.append([TagCell((tags.text("Rol", y=top + 14), tags.text("Taak", y=top + 34)))])
    tags.grid(*boxes, source=source)
    return tags, table(*rows)


ROWS = ((40.0, 90.0, 200.0, 120.0), (40.0, 120.0, 200.0, 150.0))


@pytest.mark.parametrize(("count", "whole", "is_refused"), [
    (1, 0, False), (2, 0, True), (2, 43, True), (2, 44, False), (4, 87, True), (4, 88, False),
])  # fmt: skip
def test_cells_that_reach_over_drawn_rules_speak_against_tags(
    count: int, whole: int, *, is_refused: bool
) -> None:
    tags, parts = torn(count, whole)
    choice = choice_of(tags, parts)

    assert bool(choice.refused) is is_refused
    if is_refused:
        assert choice.refused[0].refusal == (
            f"{2 * count + whole} texts stand in drawn cells, {2 * whole} of them in tagged ones, "
            f"and {2 * count} in such as rules part"
        )


def test_shades_speak_less_than_tags_do() -> None:
    tags, parts = torn(5, source=SHADES)

    assert choice_of(tags, parts).refused == []


def test_a_cell_on_two_pages_is_not_torn() -> None:
    tags = Tags()
    tags.grid(*ROWS)
    tags.grid(*ROWS, page=2)
    over = [[TagCell((tags.text("Rol"), tags.text("Taak", y=130, page=2)))] for _ in range(3)]

    assert choice_of(tags, table(*over)).refused == []


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
    found = doubt_of(tags, *cut(tags, count, whole))

    expected = f"{count} of {count + whole} tagged paragraphs end inside a sentence"
    assert found == (expected if is_doubted else "")


@pytest.mark.parametrize(("above", "is_doubted"), [
    ("Hij kijkt naar de dijk en sluis", True), ("Hij kijkt naar de dijk en weg.", False),
    ("Hij kijkt naar de dijk en weg", False), ("Hij kijkt naar de dijk en de sluis.", False),
])  # fmt: skip
def test_short_lines_and_ended_sentences_are_not_cut(above: str, *, is_doubted: bool) -> None:
    tags = Tags()

    assert bool(doubt_of(tags, *cut(tags, 6, above=above))) is is_doubted


def test_paragraphs_in_the_flow_are_told_as_well_where_one_stands_below_the_other() -> None:
    tags = Tags()

    def flow(step: float, pages: int = 1) -> str:
        parts = [tags.text(f"en {LONG}", y=100 + step * n, page=1 + n % pages) for n in range(7)]
        return doubt_of(tags, *parts)

    assert flow(12) == "6 of 6 tagged paragraphs end inside a sentence"
    assert flow(-5) == ""
    assert flow(12, pages=2) == ""


def test_a_table_after_a_text_is_no_rest_of_its_sentence() -> None:
    tags = Tags()
    row = table([tags.cell("Rol", y=112), tags.cell("Taak", 150, 112)])
    parts = [part for _ in range(6) for part in (tags.text(LONG), row)]

    assert doubt_of(tags, *parts) == ""


# Table by table.

# Two rows of two cells, and where their texts stand.
BOXES = tuple(
    (x0, y0, x1, y0 + 20) for y0 in (90.0, 110.0) for x0, x1 in ((40.0, 140.0), (140.0, 300.0))
)
PLACES = ((50, 104), (150, 104), (50, 124), (150, 124))


def drawn(source: str = RULES, pages: int = 1) -> Tags:
    tags = Tags()
    for page in range(1, pages + 1):
        tags.grid(*BOXES, source=source, page=page)
    return tags


def rows(tags: Tags, page: int = 1) -> TagTable:
    """A tagged table as it is drawn."""
    first, second, third, fourth = (
        tags.cell(f"Tekst {n}", x, y, page) for n, (x, y) in enumerate(PLACES)
    )
    return table([first, second], [third, fourth])


def texts(tags: Tags, count: int = 4, page: int = 1) -> list[TagPart]:
    """The texts of a drawn table as paragraphs."""
    return [tags.text(f"Tekst {n}", x, y, page) for n, (x, y) in enumerate(PLACES[:count])]


def held(tags: Tags, *parts: TagPart) -> Contest:
    (found,) = choice_of(tags, *parts).contests
    return found


def test_tags_propose_the_cells_that_they_hold_at_the_place_of_a_drawn_table() -> None:
    tags = drawn(pages=2)
    below = rows(tags, 2).rows
    found = choice_of(tags, tags.text("Kop", y=50), TagTable((*rows(tags).rows, *below))).contests

    assert [(one.page, one.same, one.others, set(one.homes)) for one in found] == [
        (1, 4, 0, {0}), (2, 4, 0, {0}),
    ]  # fmt: skip
    assert {one.taken.source for one in found} == {TAGS}
    for one, first in zip(found, (0, 2), strict=True):
        proposed = one.tags
        assert (proposed.fits, proposed.cut) == (4, 0)
        cells = [(cell.row, cell.column) for cell in proposed.grid.cells]
        assert cells == [(first, 0), (first, 1), (first + 1, 0), (first + 1, 1)]
        told = [[line.chars for line in own] for own in proposed.lines]
        assert told == [[f"Tekst {n}"] for n in range(4)]


def test_what_a_tagged_cell_tears_bears_out_nothing() -> None:
    tags = drawn()
    (first, _), below = rows(tags).rows
    both = TagCell((tags.text("Tekst", 150, 104), tags.text("meer", 150, 124)))
    found = held(tags, table([first, both], below))

    # The right column: its lower cell has text of both. One such cell is an accident.
    assert (found.same, found.others) == (2, 2)
    assert (found.tags.fits, found.tags.cut, found.is_refused) == (3, 0, False)


def test_texts_that_stand_apart_on_a_line_are_of_several_cells() -> None:
    tags = drawn()
    runs = [tags.typed.run(chars, x, 104) for chars, x in (("Rol", 50), ("Waken", 150))]
    (line,) = tags.typed.maker.lines(runs, 1)

    assert held(tags, table([TagCell((TagParagraph((), (line,)),))])).tags.fits == 0
    assert held(tags, TagParagraph((), (line,))).others == 2


def test_what_crosses_the_sides_of_a_drawn_table_speaks_against_it() -> None:
    tags = drawn()
    wide = "Een tekst die veel te breed is voor zijn cel"
    parts = [tags.text("Rol", *PLACES[0]), tags.text("Taak", *PLACES[1])]

    assert held(tags, *parts).is_refused
    assert not held(tags, *parts, tags.text(wide, *PLACES[2])).is_refused


def test_the_habits_of_the_drawing_speak_for_none_of_both() -> None:
    tags = drawn()
    tags.drawn[1] = tuple(replace(found, prior=9.0) for found in tags.drawn[1])
    found = held(tags, *texts(tags, 3)[1:], table([tags.cell("Tekst", *PLACES[0])]))

    assert (found.taken.source, found.taken.margin) == (RULES, 1)
    assert found.drawn.prior == 9


def test_a_drawn_table_that_no_tagged_cell_holds_is_followed_there() -> None:
    tags = drawn(pages=2)
    parts = [*texts(tags), rows(tags, page=2)]
    found = choice_of(tags, *parts)

    assert [one.page for one in found.refused] == [1]
    assert found.doubt == ""
    (one,) = found.refused
    assert one.refusal == "4 texts stand in drawn cells, 0 of them in tagged ones"
    assert (one.taken.rival, one.taken.margin) == ("by tags, 0 texts fit", 4)


@pytest.mark.parametrize(("bare", "tagged", "is_refused"), [
    (1, 0, False), (2, 0, True), (2, 2, False), (3, 2, True),
])  # fmt: skip
def test_more_cells_than_the_tags_hold_and_two_at_least_are_another_table(
    bare: int, tagged: int, *, is_refused: bool
) -> None:
    tags = Tags()
    # Two columns, the right one empty.
    boxes = [(x, 20.0 * n, x + 100, 20.0 * n + 20) for n in range(5) for x in (40.0, 140.0)]
    tags.grid(*boxes)
    flow = [tags.text("Tekst", y=20.0 * n + 14) for n in range(bare + tagged)]
    cells = [[TagCell((part,))] for part in flow[bare:]]
    found = held(tags, *flow[:bare], table(*cells))

    assert (found.others, found.same, found.is_refused) == (bare, tagged, is_refused)


def test_frames_of_one_column_are_no_other_table() -> None:
    tags = Tags()
    tags.grid(*((40.0, 20.0 * n, 300.0, 20.0 * n + 20) for n in range(4)))

    assert not held(tags, *(tags.text("Tekst", y=20.0 * n + 14) for n in range(4))).is_refused


@pytest.mark.parametrize(("source", "is_refused"), [(RULES, True), (SHADES, False)])
def test_a_row_that_is_tagged_as_one_cell_is_none_where_rules_part_it(
    source: str, *, is_refused: bool
) -> None:
    tags = Tags()
    tags.grid(*BOXES[:2], source=source)
    parts = (tags.text("Rol", *PLACES[0]), tags.text("Waken", *PLACES[1]))
    found = held(tags, table([TagCell(parts)]))

    assert (found.same, found.others) == ((0, 2) if is_refused else (2, 0))
    assert found.is_refused is is_refused


def test_what_is_shaded_is_followed_too_where_the_tags_hold_no_table() -> None:
    tags = drawn(SHADES, pages=2)

    assert [one.page for one in choice_of(tags, *texts(tags), rows(tags, 2)).refused] == [1]


def test_furniture_is_not_missed_in_cells() -> None:
    tags = drawn()
    contents = [replace(part, furniture="notes") for part in paragraphs_of(texts(tags))]

    assert choice_of(tags, *contents).contests == ()


def test_tags_are_refused_altogether_where_they_hold_less_than_what_is_drawn() -> None:
    tags = drawn()
    elsewhere = [tags.cell(f"Cel {n}", 400) for n in range(4)]

    assert doubt_of(tags, *texts(tags), table(elsewhere)) == ""
    assert doubt_of(tags, *texts(tags), table(elsewhere[:3])) == (
        "4 texts stand in drawn cells, and 3 in tagged ones elsewhere"
    )


def test_single_torn_cells_of_many_tables_speak_against_all_tags() -> None:
    def found(pages: int) -> str:
        tags = Tags()
        tables: list[TagPart] = []
        for page in range(1, pages + 1):
            tags.grid(*ROWS, page=page)
            cell = TagCell((tags.text("Rol", page=page), tags.text("Taak", y=130, page=page)))
            tables.append(table([cell]))
        return doubt_of(tags, *tables)

    assert found(1) == ""
    assert found(2) == "2 of 2 tagged cells reach over drawn rules"


def test_a_table_names_what_bears_it_out_and_what_differs() -> None:
    tags = drawn(pages=2)
    tags.grid((40.0, 300.0, 140.0, 320.0), (140.0, 300.0, 300.0, 320.0), source=SHADES)
    last = table([tags.cell("Rol", 50, 314), tags.cell("Taak", 150, 314)])
    (first, second), below = rows(tags, 2).rows
    parts = [rows(tags), table([first, second], below[:1]), last, table([tags.cell("Eis", 400)])]
    choice = choice_of(tags, *parts, tags.text("Tekst", 150, 124, 2))

    assert [str(choice.verdict(n, page)) for n, page in enumerate((1, 2, 1, 1))] == [
        "by tags; 4 cells are the same by rules",
        "by tags; 3 cells are the same by rules, by 6.0 texts (not: by rules, 4 texts fit)",
        "by tags; 2 cells are the same by shading",
        "by tags",
    ]


def test_tables_that_are_not_followed_are_no_rivals_of_tags() -> None:
    tags = drawn(pages=2)
    choice = choice_of(tags, *texts(tags), rows(tags, page=2))

    assert str(choice.verdict(0, 2)) == "by tags; 4 cells are the same by rules"
    assert str(choice.verdict(0, 1)) == "by tags"


def test_the_drawn_cell_of_a_line_is_the_one_that_its_middle_lies_in() -> None:
    tags = drawn()
    box = drawn_cells(tags.drawn)

    assert box(tags.line("Tekst", 130, 104)) == BOXES[1]
    assert box(tags.line("Tekst", 120, 104)) == BOXES[0]
    assert box(tags.line("Tekst", 120, 104, page=2)) is None

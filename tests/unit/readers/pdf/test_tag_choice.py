"""What speaks against tags: drawn tables that they tear or do not hold, sentences that they cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.candidates import RULES, SHADES
from pipeline.readers.pdf.tag_choice import Held, chosen, drawn_cells, share_in_tables
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagParagraph,
    TagPart,
    TagTable,
    paragraphs_of,
)
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
    found = chosen([torn(tags, count, whole)], tags.drawn).doubt

    expected = f"{count} of {count + whole} tagged cells reach over drawn rules"
    assert found == (expected if is_doubted else "")


def test_shades_speak_less_than_tags_do() -> None:
    tags = Tags()
    tags.grid(*ROWS, source=SHADES)

    assert chosen([torn(tags, 5)], tags.drawn).doubt == ""


def test_a_cell_on_two_pages_is_not_torn() -> None:
    tags = Tags()
    tags.grid(*ROWS)
    tags.grid(*ROWS, page=2)
    over = [[TagCell((tags.text("Rol"), tags.text("Taak", y=130, page=2)))] for _ in range(3)]

    assert chosen([table(*over)], tags.drawn).doubt == ""


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
    found = chosen([*cut(tags, count, whole)], tags.drawn).doubt

    expected = f"{count} of {count + whole} tagged paragraphs end inside a sentence"
    assert found == (expected if is_doubted else "")


@pytest.mark.parametrize(("above", "is_doubted"), [
    ("Hij kijkt naar de dijk en sluis", True), ("Hij kijkt naar de dijk en weg.", False),
    ("Hij kijkt naar de dijk en weg", False), ("Hij kijkt naar de dijk en de sluis.", False),
])  # fmt: skip
def test_short_lines_and_ended_sentences_are_not_cut(above: str, *, is_doubted: bool) -> None:
    tags = Tags()

    assert bool(chosen([*cut(tags, 6, above=above)], tags.drawn).doubt) is is_doubted


def test_paragraphs_in_the_flow_are_told_as_well_where_one_stands_below_the_other() -> None:
    tags = Tags()

    def flow(step: float, pages: int = 1) -> str:
        parts = [tags.text(f"en {LONG}", y=100 + step * n, page=1 + n % pages) for n in range(7)]
        return chosen([*parts], tags.drawn).doubt

    assert flow(12) == "6 of 6 tagged paragraphs end inside a sentence"
    assert flow(-5) == ""
    assert flow(12, pages=2) == ""


def test_a_table_after_a_text_is_no_rest_of_its_sentence() -> None:
    tags = Tags()
    row = table([tags.cell("Rol", y=112), tags.cell("Taak", 150, 112)])
    parts = [part for _ in range(6) for part in (tags.text(LONG), row)]

    assert chosen([*parts], tags.drawn).doubt == ""


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


def held(tags: Tags, *parts: TagPart) -> Held:
    (found,) = chosen(parts, tags.drawn).held
    return found


def test_cells_that_the_tags_hold_as_they_are_drawn_bear_them_out() -> None:
    tags = drawn()
    found = held(tags, tags.text("Kop", y=50), rows(tags))

    assert (found.page, found.borne, found.bare, found.torn, found.whole) == (1, 4, 0, 0, 4)
    assert found.homes == {0}
    assert found.refusal == ""


def test_what_a_tagged_cell_tears_bears_out_nothing() -> None:
    tags = drawn()
    (first, _), below = rows(tags).rows
    both = TagCell((tags.text("Tekst", 150, 104), tags.text("meer", 150, 124)))
    found = held(tags, table([first, both], below))

    # The right column: its lower cell has text of both.
    assert (found.borne, found.torn, found.whole) == (2, 1, 3)


def test_texts_that_stand_apart_on_a_line_are_of_several_cells() -> None:
    tags = drawn()
    runs = [tags.typed.run(chars, x, 104) for chars, x in (("Rol", 50), ("Waken", 150))]
    (line,) = tags.typed.maker.lines(runs, 1)

    assert held(tags, table([TagCell((TagParagraph((), (line,)),))])).torn == 1
    assert held(tags, TagParagraph((), (line,))).bare == 2


def test_a_drawn_table_that_no_tagged_cell_holds_is_followed_there() -> None:
    tags = drawn(pages=2)
    parts = [*texts(tags), rows(tags, page=2)]
    found = chosen(parts, tags.drawn)

    assert [one.page for one in found.refused] == [1]
    assert found.doubt == ""
    assert found.refused[0].refusal == "4 of 4 drawn cells are none by the tags"


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

    assert (found.bare, found.borne, bool(found.refusal)) == (bare, tagged, is_refused)


def test_frames_of_one_column_are_no_other_table() -> None:
    tags = Tags()
    tags.grid(*((40.0, 20.0 * n, 300.0, 20.0 * n + 20) for n in range(4)))

    assert held(tags, *(tags.text("Tekst", y=20.0 * n + 14) for n in range(4))).refusal == ""


@pytest.mark.parametrize(("source", "is_refused"), [(RULES, True), (SHADES, False)])
def test_a_row_that_is_tagged_as_one_cell_is_none_where_rules_part_it(
    source: str, *, is_refused: bool
) -> None:
    tags = Tags()
    tags.grid(*BOXES[:2], source=source)
    parts = (tags.text("Rol", *PLACES[0]), tags.text("Waken", *PLACES[1]))
    found = held(tags, table([TagCell(parts)]))

    assert (found.shared, found.torn, found.borne) == (2, 1, 0)
    assert bool(found.refusal) is is_refused


def test_what_is_shaded_is_followed_too_where_the_tags_hold_no_table() -> None:
    tags = drawn(SHADES, pages=2)

    assert [one.page for one in chosen([*texts(tags), rows(tags, 2)], tags.drawn).refused] == [1]


def test_furniture_is_not_missed_in_cells() -> None:
    tags = drawn()
    contents = [replace(part, furniture="notes") for part in paragraphs_of(texts(tags))]

    assert chosen(contents, tags.drawn).held == ()


def test_tags_are_refused_altogether_where_they_hold_less_than_what_is_drawn() -> None:
    tags = drawn()
    elsewhere = [tags.cell(f"Cel {n}", 400) for n in range(4)]

    assert chosen([*texts(tags), table(elsewhere)], tags.drawn).doubt == ""
    found = chosen([*texts(tags), table(elsewhere[:3])], tags.drawn)
    assert found.doubt == "4 of 4 drawn cells are none by the tags"


def test_single_torn_cells_of_many_tables_speak_against_all_tags() -> None:
    def found(pages: int) -> str:
        tags = Tags()
        tables: list[TagPart] = []
        for page in range(1, pages + 1):
            tags.grid(*ROWS, page=page)
            cell = TagCell((tags.text("Rol", page=page), tags.text("Taak", y=130, page=page)))
            tables.append(table([cell]))
        return chosen(tables, tags.drawn).doubt

    assert found(1) == ""
    assert found(2) == "2 of 2 tagged cells reach over drawn rules"


def test_a_table_names_what_bears_it_out_and_what_differs() -> None:
    tags = drawn(pages=2)
    tags.grid((40.0, 300.0, 140.0, 320.0), (140.0, 300.0, 300.0, 320.0), source=SHADES)
    last = table([tags.cell("Rol", 50, 314), tags.cell("Taak", 150, 314)])
    (first, second), below = rows(tags, 2).rows
    parts = [rows(tags), table([first, second], below[:1]), last, table([tags.cell("Eis", 400)])]
    choice = chosen([*parts, tags.text("Tekst", 150, 124, 2)], tags.drawn)

    assert [str(choice.verdict(n)) for n in range(4)] == [
        "by tags; 4 cells are the same by rules",
        "by tags (not: by rules, 1 of 4 cells differ)",
        "by tags; 2 cells are the same by shading",
        "by tags",
    ]


def test_what_refuses_all_tags_is_told_in_sum() -> None:
    tags = drawn(pages=2)
    tags.grid(*ROWS, page=3)
    over = [[TagCell((tags.text("Rol", page=3), tags.text("Taak", y=130, page=3)))]] * 2
    found = chosen([*texts(tags), *texts(tags, page=2), table(*over)], tags.drawn)

    assert found.doubt == (
        "2 of 2 tagged cells reach over drawn rules; 8 of 8 drawn cells are none by the tags"
    )


def test_tables_that_are_not_followed_are_no_rivals_of_tags() -> None:
    tags = drawn(pages=2)
    choice = chosen([*texts(tags), rows(tags, page=2)], tags.drawn)

    assert str(choice.verdict(0)) == "by tags; 4 cells are the same by rules"


def test_the_drawn_cell_of_a_line_is_the_one_that_its_middle_lies_in() -> None:
    tags = drawn()
    box = drawn_cells(tags.drawn)

    assert box(tags.line("Tekst", 130, 104)) == BOXES[1]
    assert box(tags.line("Tekst", 120, 104)) == BOXES[0]
    assert box(tags.line("Tekst", 120, 104, page=2)) is None


def test_the_share_of_the_text_in_tables_counts_letters() -> None:
    tags = Tags()

    assert share_in_tables([tags.text("Dijk"), table([tags.cell("Een sluiswas")])]) == 0.75
    assert share_in_tables([]) == 1

"""Areas to blocks: headings by size, tables within cells, and tables that a page end cuts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from pipeline.readers.pdf.areas import Area, CellArea, PageLayout, TableArea, TextArea
from pipeline.readers.pdf.composing import Composing
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Page, Rule
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level

TYPED = Typed()
BODY = "De dijkwachter loopt elke dag zijn ronde langs de dijk."
# Sixty letters reach from 50 to 350.
FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de"


def line(text: str, y: float = 100, x: float = 50, size: float = 10, page: int = 1) -> Line:
    return replace(TYPED.line(text, x, y, size), page=page)


def layout(*areas: Area, rules: Sequence[Rule] = (), page: int = 1) -> PageLayout:
    sheet = Page(page, 600, 800, (), tuple(rules), (), (), has_images=False)
    return PageLayout(sheet, areas, ())


def cell(row: int, column: int, *lines: Line, **more: object) -> CellArea:
    left, top = 50 + 300 * column, 90 + 30 * row
    found = CellArea(row, column, 1, 1, (left, top, left + 300, top + 30), lines)
    return replace(found, **more)  # type: ignore[arg-type]


def table(*cells: CellArea, evidence: str = "rules") -> TableArea:
    bottom = max(c.box[3] for c in cells)
    return TableArea((50, 90, 650, bottom), cells, evidence)


def composing(
    *layouts: PageLayout, running: Mapping[int, Sequence[tuple[str, Line]]] | None = None
) -> Composing:
    return Composing(layouts, TYPED.maker, running or {})


def blocks(*layouts: PageLayout) -> list[Block]:
    return list(composing(*layouts).blocks())


def text(*lines: Line) -> list[str]:
    """Kinds, levels and texts of what an area of text becomes, below two lines of prose."""
    area = TextArea((line(BODY, 40), line(BODY, 70), *lines))
    return [
        f"{found.level} {found.text.chars}" if isinstance(found, Heading) else found.text.chars
        for found in blocks(layout(area))[2:]
        if isinstance(found, Heading | Paragraph)
    ]


@pytest.mark.parametrize(("size", "found"), [(10.5, "Het beroep"), (11.0, "1 Het beroep")])
def test_a_line_larger_than_the_text_is_a_heading(size: float, found: str) -> None:
    assert text(line("Het beroep", size=size)) == [found]


def test_larger_headings_have_higher_levels() -> None:
    assert text(line("Profiel", 100, size=20), line("Beroep", 150, size=14)) == [
        "1 Profiel", "2 Beroep",
    ]  # fmt: skip


def test_there_are_six_levels_of_headings() -> None:
    lines = [line(f"Kop {n}", 100 + 60 * n, size=40 - 4 * n) for n in range(7)]

    assert [found[0] for found in text(*lines)] == ["1", "2", "3", "4", "5", "6", "6"]


@pytest.mark.parametrize(("distance", "count"), [(20.9, 1), (21.1, 2)])
def test_a_heading_goes_on_on_the_next_line(distance: float, count: int) -> None:
    first, second = line("Het beroep", 100, size=14), line("van wachter", 100 + distance, size=14)

    assert len(text(first, second)) == count
    assert text(first, line("van wachter", 116, size=14)) == ["1 Het beroep van wachter"]


def test_a_heading_goes_on_in_a_line_that_goes_on_itself() -> None:
    # At 14 points 42 letters reach from 50 to 344, and the text reaches to 325.
    wide = "van de wachter die elke dag langs de dijken"
    lines = [line("Het beroep", size=14), line(wide, 116, size=14), line("loopt", 132, size=14)]

    assert text(*lines) == [f"1 Het beroep {wide} loopt"]


def test_a_heading_of_another_size_is_another_one() -> None:
    sizes = [(14.0, 14.4, 1), (14.0, 14.6, 2)]
    for size, other, count in sizes:
        assert len(text(line("Beroep", size=size), line("Wachter", 116, size=other))) == count


def test_text_after_a_heading_is_text() -> None:
    assert text(line("Het beroep", size=14), line(BODY, 116)) == ["1 Het beroep", BODY]


@pytest.mark.parametrize(("size", "kind"), [(10.0, Heading), (14.0, Paragraph)])
def test_the_lines_in_cells_tell_the_size_of_the_text(size: float, kind: type[Block]) -> None:
    rows = table(cell(0, 0, line(BODY, size=size)), cell(0, 1, line(BODY, x=350, size=size)))
    found = blocks(layout(TextArea((line("Het beroep", 40, size=14),)), rows))

    assert isinstance(found[0], kind)


def test_a_line_goes_on_with_a_heading_though_half_a_point_decides() -> None:
    # Both are of one size, which is more than the text's.
    assert text(line("Het beroep van", size=10.8), line("wachter", 112, size=10.55)) == [
        "1 Het beroep van wachter",
    ]  # fmt: skip


def test_a_large_item_is_no_heading() -> None:
    large = replace(line("Het beroep", size=14), dot=47.0)
    found = blocks(layout(TextArea((line(BODY, 40), line(BODY, 70), large))))

    assert isinstance(found[-1], ListItem)


def test_pages_have_their_running_lines_and_an_end_between_them() -> None:
    pages = [layout(TextArea((line(BODY, page=n),)), page=n) for n in (1, 2)]
    running = {2: [("page furniture", line("2 van 2", page=2))]}
    found = list(composing(*pages, running=running).blocks())

    assert [type(block) for block in found] == [Paragraph, PageEnd, Furniture, Paragraph]


def test_the_running_lines_of_a_page_of_several_columns_stand_once_before_them() -> None:
    columns = [layout(TextArea((line(BODY, x=x),))) for x in (50, 350)]
    running = {1: [("page furniture", line("1 van 2"))]}
    found = list(composing(*columns, running=running).blocks())

    assert [type(block) for block in found] == [Furniture, Paragraph, PageEnd, Paragraph]


def test_a_table_has_its_rows_and_spans() -> None:
    (found,) = blocks(
        layout(
            table(
                cell(1, 0, line("Taak", 130)), cell(1, 1, line("Waken", 130, 350)),
                cell(0, 0, line("Rol"), colspan=2, rowspan=3),
            )
        )
    )  # fmt: skip

    assert isinstance(found, Table)
    assert [[t.chars for c in row.cells for t in texts(c.blocks)] for row in found.rows] == [
        ["Rol"], ["Taak", "Waken"],
    ]  # fmt: skip
    assert (found.rows[0].cells[0].colspan, found.rows[0].cells[0].rowspan) == (2, 3)


def test_a_table_inside_a_cell_stands_between_its_lines() -> None:
    inner = TableArea((60, 105, 300, 120), (cell(0, 0, line("Rol", 112)),), "rules")
    outer = cell(0, 0, line("Vooraf.", 100), line("Achteraf.", 140), inner=(inner,))
    (found,) = blocks(layout(table(outer, cell(0, 1))))

    assert isinstance(found, Table)
    assert [type(block) for block in found.rows[0].cells[0].blocks] == [
        Paragraph, Table, Paragraph,
    ]  # fmt: skip


# Where lines end.


@pytest.mark.parametrize("in_cell", [False, True])
def test_text_and_cells_show_what_a_typesetter_leaves_free(*, in_cell: bool) -> None:
    # Full lines have forty letters; three that go on leave 17.5, 12.5 and 7.5 points.
    lines = [line("n" * 40, y) for y in (100, 112)]
    for n, count in enumerate((33, 34, 35)):
        lines += [line("n" * count, 136 + 24 * n), line("dag", 148 + 24 * n)]
    area = table(cell(0, 0, *lines, box=(48, 90, 252, 300))) if in_cell else TextArea(tuple(lines))

    assert composing(layout(area)).paragraphs.seams.spare == 12.5


# Where pages end.


def cut(
    upper: Sequence[Rule] = (), lower: Sequence[Rule] = (), evidence: str = "rules"
) -> list[bool]:
    """Whether the last row of a table is open at the end of its page, for each of its rows."""
    first = table(cell(0, 0, line("Rol")), cell(1, 0, line("Taak", 130)), evidence=evidence)
    second = table(cell(0, 0, line("meer", page=2)))
    found = blocks(layout(first, rules=upper), layout(second, rules=lower, page=2))[0]
    assert isinstance(found, Table)
    return [row.goes_on for row in found.rows]


def test_a_table_that_no_rule_closes_goes_on_on_the_next_page() -> None:
    assert cut() == [False, True]
    # One that was not drawn by rules says nothing.
    assert cut(evidence="shading") == [False, False]


def test_only_the_table_that_a_page_end_cuts_goes_on() -> None:
    whole = TableArea((50, 10, 650, 40), (cell(0, 0, line("Eis", 30)),), "rules")
    upper, lower = table(cell(0, 0, line("Rol"))), table(cell(0, 0, line("meer", page=2)))
    found = composing(layout(whole, upper), layout(lower, page=2))
    tables = [block for block in found.blocks() if isinstance(block, Table)]

    assert [row.goes_on for block in tables for row in block.rows] == [False, True, False]
    # Of the rows at the page end it is told why.
    assert [str(reason) for reason in found.cut[0].reasons()] == [
        str(reason) for reason in found.paragraphs.reasons if "row" in str(reason)
    ]


@pytest.mark.parametrize(("off", "is_closed"), [(2.9, True), (3.1, False)])
def test_a_rule_at_its_end_or_at_the_beginning_of_the_next_closes_it(
    off: float, *, is_closed: bool
) -> None:
    # The table ends at 150, the next one begins at 90.
    assert cut(upper=[level(150 + off)])[-1] is not is_closed
    assert cut(lower=[level(90 - off)])[-1] is not is_closed


def test_rules_beside_a_table_do_not_close_it() -> None:
    assert cut(upper=[level(150, 0, 50), level(150, 650, 700), Rule(False, 150, 0, 600)])[-1]


def test_text_between_two_tables_parts_them() -> None:
    rows = table(cell(0, 0, line("Rol")))
    (first, *_) = blocks(
        layout(rows, TextArea((line(BODY, 200),))), layout(table(cell(0, 0)), page=2)
    )

    assert isinstance(first, Table)
    assert not first.rows[-1].goes_on


def test_a_page_without_text_parts_nothing() -> None:
    rows, prose = table(cell(0, 0, line("Rol"))), TextArea((line(BODY),))

    for before, after in ((rows, None), (None, rows), (prose, None), (None, prose), (rows, prose)):
        pages = [
            layout(*([area] if area else []), page=n) for n, area in enumerate((before, after), 1)
        ]
        found = [block for block in blocks(*pages) if isinstance(block, Table)]
        assert [row.goes_on for block in found for row in block.rows] == [False] * len(found)


def test_nothing_goes_on_below_an_empty_cell() -> None:
    upper = table(cell(0, 0, line("Rol")), cell(0, 1))
    lower = table(cell(0, 0), cell(0, 1, line("sluis, en meldt dat.", x=352, page=2)))
    second = blocks(layout(upper), layout(lower, page=2))[-1]

    assert isinstance(second, Table)
    below = second.rows[0].cells[1].blocks[0]
    assert isinstance(below, Paragraph)
    assert below.own_block


def test_text_goes_on_over_a_page_end() -> None:
    first, _, second = blocks(
        layout(TextArea((line(FULL),))),
        layout(TextArea((line("sluis, en meldt dat.", page=2),)), page=2),
    )

    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.goes_on, second.own_block) == (True, False)


def test_the_cells_of_a_column_go_on_over_a_page_end() -> None:
    upper = table(cell(0, 0, line("Rol")), cell(0, 1, line(FULL, x=352)))
    lower = table(cell(0, 0), cell(0, 1, line("sluis, en meldt dat.", x=352, page=2)))
    first, _, second = blocks(layout(upper), layout(lower, page=2))

    assert isinstance(first, Table)
    assert isinstance(second, Table)
    above, below = first.rows[0].cells[1].blocks[0], second.rows[0].cells[1].blocks[0]
    assert isinstance(above, Paragraph)
    assert isinstance(below, Paragraph)
    assert (above.goes_on, below.own_block) == (True, False)


def test_only_the_last_row_of_a_page_goes_on() -> None:
    upper = table(cell(0, 0, line(FULL, x=52)), cell(1, 1, line("Slot.", 130, 352)))
    lower = table(cell(0, 0, line("sluis, en meldt dat.", x=52, page=2)))
    first = blocks(layout(upper), layout(lower, page=2))[0]

    assert isinstance(first, Table)
    above = first.rows[0].cells[0].blocks[0]
    assert isinstance(above, Paragraph)
    assert not above.goes_on

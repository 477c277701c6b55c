"""The tables that the drawing of a page may show, before their texts tell which of them it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.readers.pdf.candidates import RULES, SHADES, Candidate
from pipeline.readers.pdf.grid import PageRules, grids
from pipeline.readers.pdf.marks import Box, Page, Rule
from pipeline.readers.pdf.proposals import framed, unframed
from tests.unit.readers.pdf.sketch import frame, sketched
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level


def page(*rules: Rule, shades: Sequence[Box] = (), **values: object) -> Page:
    """A page without text, unless it is given."""
    sketch = sketched(".")
    sketch.change(**{"runs": (), "rules": rules, "shades": tuple(shades), **values})
    return sketch.page


def shapes(found: Sequence[Candidate]) -> list[tuple[str, int, int]]:
    """What each was read by, and how many rows and columns it has."""
    return [(one.source, len(one.grid.rows) - 1, len(one.grid.columns) - 1) for one in found]


# By rules and by shades.


def cells(*rows: float, columns: Sequence[float] = (0.0, 100.0, 200.0)) -> list[Box]:
    """The shades of all cells of a table."""
    return [
        (left, top, right, bottom)
        for top, bottom in pairwise(rows)
        for left, right in pairwise(columns)
    ]


def test_rules_show_tables_and_so_do_shades_with_them() -> None:
    ruled = frame(0, 100, 200, rows=(0.0, 30.0))
    assert shapes(framed(PageRules.of(page(*ruled)))) == [(RULES, 1, 2)]

    both = page(*ruled, shades=cells(200, 230, 260))
    assert shapes(framed(PageRules.of(both))) == [(RULES, 1, 2), (SHADES, 1, 2), (SHADES, 2, 2)]


def test_shades_below_each_other_are_no_table() -> None:
    assert framed(PageRules.of(page(shades=cells(0, 30, 60, columns=(0, 200))))) == []


@pytest.mark.parametrize(("hidden", "rows"), [("", 2), ("white text", 1)])
@pytest.mark.parametrize("source", [RULES, SHADES])
def test_only_seen_values_show_that_a_level_line_ends_their_row(
    source: str, hidden: str, rows: int
) -> None:
    """Heads in a frame, and values below it that stand on one more line."""
    typed = Typed()
    heads = [typed.run("Niveau", x, 20) for x in (10, 110)]
    values = [replace(typed.run("Vier", x, 50), hidden=hidden) for x in (10, 110)]
    rules = [*(frame(0, 100, 200, rows=(0.0, 30.0)) if source == RULES else ()), level(60, 0, 200)]
    shades = cells(0, 30) if source == SHADES else ()
    found = framed(PageRules.of(page(*rules, shades=shades, runs=(*heads, *values))))

    assert shapes(found) == [(source, rows, 2)]


@pytest.mark.parametrize(("many", "parted"), [(500, [2, 4]), (501, [4])])
def test_of_more_shades_than_anybody_draws_none_is_looked_for_in_others(
    many: int, parted: list[int]
) -> None:
    outer = cells(0, 30, 60)
    inner = cells(10, 25)
    again = [outer[0]] * (many - len(outer) - len(inner))
    found = framed(PageRules.of(page(shades=[*outer, *inner, *again])))

    assert [len({cell.row for cell in one.grid.cells}) for one in found] == parted


# By the line between their columns.


def opened(
    *others: Rule, at: float = 100.0, found: Sequence[Candidate] = (), pieces: Sequence[Rule] = ()
) -> list[Candidate]:
    """The tables that an upright from 0 to 60 shows, where such tables reach from 20 to 300."""
    upright = Rule(False, at, 0, 60)
    drawn = PageRules(page(*(pieces or (upright,))), (), (upright, *others))
    return list(unframed(drawn, found, {100: (20.0, 300.0)}))


def test_an_upright_between_columns_shows_a_label_and_its_contents() -> None:
    (table,) = opened()

    assert (table.source, table.grid.box) == (RULES, (20, 0, 300, 60))
    assert (table.grid.rows, table.grid.columns) == ((0, 60), (20, 100, 300))
    assert [(c.row, c.column, c.rowspan, c.colspan, c.box) for c in table.grid.cells] == [
        (0, 0, 1, 1, (20, 0, 100, 60)), (0, 1, 1, 1, (100, 0, 300, 60)),
    ]  # fmt: skip


def test_rows_stand_from_top_to_bottom_however_their_lines_were_drawn() -> None:
    (table,) = opened(*(level(at, 20, 100) for at in (40.0, 30.0, 13.0)))

    assert table.grid.rows == (0, 13, 30, 40, 60)
    assert [(c.row, c.column) for c in table.grid.cells] == [
        (row, column) for row in range(4) for column in range(2)
    ]


def pieces(*ends: float, at: float = 100.0) -> list[Rule]:
    """An upright in pieces between these heights."""
    return [Rule(False, at, top, end) for top, end in pairwise(ends)]


def test_a_row_that_a_level_line_and_a_piece_end_is_one() -> None:
    # To a tenth of a point they are at one height.
    (table,) = opened(level(30.02, 20, 100), pieces=pieces(0, 30.04, 60))

    assert table.grid.rows == (0, 30, 60)


@pytest.mark.parametrize(("at", "rows"), [(100.9, 2), (99.1, 2), (101.1, 1), (98.9, 1), (20.0, 1)])
def test_only_pieces_of_the_line_itself_end_rows(at: float, rows: int) -> None:
    (table,) = opened(pieces=[*pieces(0, 60), *pieces(30, 60, at=at)])

    assert len(table.grid.rows) - 1 == rows


def test_what_begins_elsewhere_on_the_page_ends_no_rows() -> None:
    # An upright beside it, one below it, and a level line that begins as far right as it is long.
    others = [Rule(False, 250, 30, 60), Rule(False, 100, 70, 90), level(80, 30, 200)]
    (table,) = opened(pieces=[*pieces(0, 60), *others])

    assert table.grid.rows == (0, 60)


@pytest.mark.parametrize(
    ("top", "bottom", "count"), [(25.0, 35.0, 0), (15.0, 25.0, 1), (35.0, 50.0, 1)]
)
def test_an_upright_whose_middle_is_beside_a_table_is_a_line_of_that(
    top: float, bottom: float, count: int
) -> None:
    (grid,) = grids(frame(0, 100, 200, rows=(top, bottom)))

    assert len(opened(found=[Candidate(grid, RULES)])) == count


def test_without_sides_that_the_document_tells_there_is_no_such_table() -> None:
    drawn = PageRules.of(page(Rule(False, 100, 0, 60)))

    assert list(unframed(drawn, (), {})) == []

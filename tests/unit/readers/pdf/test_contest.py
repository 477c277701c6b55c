"""Drawn tables that texts speak against give way to what lines show, where that explains more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document.text import BOLD
from pipeline.readers.pdf.candidates import ALIGNMENT, HEADS, RULES
from pipeline.readers.pdf.choice import Choice, drawn_tables
from pipeline.readers.pdf.contest import contested
from pipeline.readers.pdf.grid import PageRules
from pipeline.readers.pdf.layout import drawn_layouts, with_flow
from pipeline.readers.pdf.marks import Run
from tests.unit.readers.pdf.sketch import Sketch, frame, sketched

LOST = "by rules, 9 texts fit, 3 texts cut, 1 columns without text"
PLACES = (50.0, 58.0, 66.0, 36.0, 44.0, 72.0)
APART = (50.0, 58.0, 66.0, 54.0, 62.0, 70.0)
ROWS = tuple(20.0 * n for n in range(7))


def page(long: int, upright: float = 130.0, left: float = 100.0) -> Sketch:
    """Six labels and contents beside them, of which some cross an upright line that is drawn."""
    sketch = sketched(".")
    runs = []
    for n in range(6):
        runs.append(sketch.typed.run("Taak", 10, 20 * n + 14))
        runs.append(sketch.typed.run("Lasser zijn" if n < long else "Las", left, 20 * n + 14))
    rules = frame(0, upright, 300, rows=ROWS)
    sketch.change(runs=tuple(runs), rules=tuple(rules), width=310.0, height=130.0)
    return sketch


def choices(sketch: Sketch) -> tuple[Choice, Choice]:
    """What was chosen by drawing, and what stands of it."""
    drawn = list(map(PageRules.of, sketch.pages))
    (chosen,) = drawn_tables(drawn, sketch.typed.glyphs)
    (found,) = contested(drawn, [chosen], sketch.maker)
    return chosen, found


@pytest.mark.parametrize("long", [0, 1, 2])
def test_what_is_sure_is_not_contested(long: int) -> None:
    chosen, found = choices(page(long))

    assert len(chosen.taken) == 1
    assert found == chosen


def test_a_table_that_cuts_texts_gives_way_to_their_alignment() -> None:
    chosen, found = choices(page(3))

    assert [str(table) for table in chosen.taken] == [LOST]
    assert found.taken == ()
    assert [str(table) for table in found.lost] == [LOST]


@pytest.mark.parametrize(("prior", "count"), [(2.9, 0), (3.0, 1)])
def test_all_rows_of_a_table_tell_against_it(prior: float, count: int) -> None:
    sketch = page(3)
    drawn = list(map(PageRules.of, sketch.pages))
    (chosen,) = drawn_tables(drawn, sketch.typed.glyphs)
    # Twelve texts that alignment shows are as much as six that fit.
    doubted = replace(chosen.taken[0], prior=prior)
    (found,) = contested(drawn, [Choice((doubted,))], sketch.maker)

    assert len(found.taken) == count


def test_columns_that_other_tables_have_are_in_no_doubt() -> None:
    sketch = page(3)
    other = page(0)
    # The same table without long words on a page before.
    first = [sketch.typed.run("Taak", 10, 20 * n + 14) for n in range(6)]
    sketch.pages.insert(0, replace(other.page, runs=tuple(first)))
    drawn = list(map(PageRules.of, sketch.pages))
    found = contested(drawn, drawn_tables(drawn, sketch.typed.glyphs), sketch.maker)

    assert [len(choice.taken) for choice in found] == [1, 1]


def scattered(*others: Run, sketch: Sketch) -> Sketch:
    """A table that cuts texts which begin nowhere twice, and other runs on its page."""
    places = zip("Lasser zijn|Lasser zijn|Lasser zijn|Las|Las|Las".split("|"), PLACES, strict=True)
    runs = [sketch.typed.run("Taak", 10, 20 * n + 14) for n in range(6)]
    runs += [sketch.typed.run(text, x, 20 * n + 14) for n, (text, x) in enumerate(places)]
    sketch.change(runs=(*runs, *others), rules=tuple(frame(0, 100, 300, rows=ROWS)))
    return sketch


def test_a_table_in_doubt_stands_where_lines_show_nothing_better() -> None:
    chosen, found = choices(scattered(sketch=page(3)))

    assert not chosen.taken[0].is_sure
    assert [table.grid for table in found.taken] == [chosen.taken[0].grid]
    assert found.lost == ()


def pairs(sketch: Sketch, x: float, y: float) -> list[Run]:
    """Labels and contents, which begin as far left as any that the table of the page holds."""
    places = ((text, at, y + 20 * n) for n in range(3) for text, at in (("Rol", x), ("Wat", 36)))
    return [sketch.typed.run(*place) for place in places]


def test_only_what_stands_in_a_table_tells_against_it() -> None:
    sketch = page(3)
    assert choices(scattered(*pairs(sketch, 10, 134), sketch=sketch))[1].taken
    sketch = page(3)
    unseen = [replace(run, hidden="white text") for run in pairs(sketch, 10, 14)]
    assert choices(scattered(*unseen, sketch=sketch))[1].taken
    sketch = page(3)
    turned = [replace(run, direction=1) for run in pairs(sketch, 10, 14)]
    assert choices(scattered(*turned, sketch=sketch))[1].taken


@pytest.mark.parametrize(
    ("change", "count"), [({}, 0), ({"hidden": "white text"}, 1), ({"direction": 1}, 1)]
)
def test_what_nobody_sees_or_is_turned_shows_no_columns(
    change: dict[str, object], count: int
) -> None:
    """Contents that begin at one place twice at most, and two pairs between them that do too."""
    sketch = page(0)
    places = zip("Lasser zijn|Lasser zijn|Lasser zijn|Las|Las|Las".split("|"), APART, strict=True)
    runs = [sketch.typed.run("Taak", 10, 20 * n + 14) for n in range(6)]
    runs += [sketch.typed.run(text, x, 20 * n + 14) for n, (text, x) in enumerate(places)]
    more = [("Rol", 10.0, 24), ("Wat", 50.0, 24), ("Rol", 10.0, 44), ("Wat", 50.0, 44)]
    runs += [replace(sketch.typed.run(*one), **change) for one in more]  # type: ignore[arg-type]
    sketch.change(runs=tuple(runs), rules=tuple(frame(0, 100, 300, rows=ROWS)))

    chosen, found = choices(sketch)
    assert not chosen.taken[0].is_sure
    assert len(found.taken) == count


def below_heads(style: int, lower: float = 0.0, level: float = 50.0) -> Sketch:
    """Heads and texts below them of which none begins where another does; a frame that cuts them.

    The last three stand lower, the frame has a level line amid them.
    """
    sketch = sketched(".")
    texts = [("Las", 105), ("Zeevaart en zo", 110), ("zijn in de zee", 100), ("Kok", 115)]
    texts += [("Bak", 104), ("Las", 120)]
    placed = [(text, x, 26 + 12 * n + lower * (n > 2)) for n, (text, x) in enumerate(texts)]
    placed += [("4", 10, 26), ("5", 10, 86 + lower)]
    runs = [
        sketch.typed.run(text, x, 14, style=style) for text, x in (("Niveau", 10), ("Rol", 100))
    ]
    runs += [sketch.typed.run(*one) for one in placed]
    rules = frame(0, 137, 320, rows=(0.0, level, 100.0 + lower))
    sketch.change(runs=tuple(runs), rules=tuple(rules))
    return sketch


@pytest.mark.parametrize(("style", "count"), [(BOLD, 0), (0, 1)])
def test_heads_win_over_a_frame_where_nothing_is_aligned(style: int, count: int) -> None:
    chosen, found = choices(below_heads(style))

    assert not chosen.taken[0].is_sure
    assert len(found.taken) == count


@pytest.mark.parametrize(("level", "count"), [(64.0, 0), (20.0, 1)])
def test_a_level_line_keeps_rows_that_stand_apart_below_their_heads(
    level: float, count: int
) -> None:
    chosen, found = choices(below_heads(BOLD, 20.0, level))

    assert not chosen.taken[0].is_sure
    assert len(found.taken) == count


def test_what_lost_is_named_beside_what_lines_show_in_its_place() -> None:
    sketch = page(3)
    maker = sketch.maker
    (layout,) = with_flow(drawn_layouts(sketch.pages, maker), maker)
    (table,) = layout.tables

    assert (table.evidence, table.rival) == (ALIGNMENT, LOST)
    assert table.margin == pytest.approx(3.2)
    assert [[line.chars for line in cell.lines] for cell in table.cells][:2] == [
        ["Taak"], ["Lasser zijn"],
    ]  # fmt: skip


def test_what_is_sure_is_read_as_drawn() -> None:
    sketch = page(2, left=140)
    maker = sketch.maker
    (layout,) = with_flow(drawn_layouts(sketch.pages, maker), maker)

    assert [(table.evidence, table.rival) for table in layout.tables] == [(RULES, "")]


def test_heads_above_columns_win_over_a_frame_that_cuts_them() -> None:
    sketch = sketched(
        """
 Niveau       Branche         Rol

 4            Zee             Lasser
 5            Bouwkunde       Kraanmeester
 6            Zeevaart        Stuurman

""",
        bold=("Niveau", "Branche", "Rol"),
    )
    rules = frame(0, 82, 140, 240, rows=(0.0, 20.0, 90.0))
    sketch.change(rules=tuple(rules))
    chosen, found = choices(sketch)

    assert chosen.taken and not chosen.taken[0].is_sure
    assert found.taken == ()
    (layout,) = with_flow(drawn_layouts(sketch.pages, sketch.maker), sketch.maker)
    assert [table.evidence for table in layout.tables] == [HEADS]

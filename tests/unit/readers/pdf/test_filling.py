"""Which texts stand in which cell, which run over its side, and which dots mark which lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.areas import PageLayout, TableArea
from pipeline.readers.pdf.candidates import RULES, SHADES, Candidate
from pipeline.readers.pdf.choice import Choice
from pipeline.readers.pdf.filling import filled
from pipeline.readers.pdf.grid import PageRules, grids, merged
from pipeline.readers.pdf.marks import Box, Page, Rule, Run
from tests.unit.readers.pdf.sketch import Sketch, frame, sketched
from tests.unit.readers.pdf.typed import Typed


def laid_out(sketch: Sketch, source: str = RULES) -> PageLayout:
    """The page with its ruled grids filled."""
    found = [Candidate(grid, source) for grid in grids(merged(sketch.page.rules))]
    return filled(PageRules.of(sketch.page), sketch.maker, Choice(tuple(found)))


def cells(table: TableArea) -> list[list[str]]:
    """The lines of each cell."""
    return [[line.chars for line in cell.lines] for cell in table.cells]


def texts(layout: PageLayout) -> list[list[list[str]]]:
    """The lines of each cell of each table."""
    return [cells(table) for table in layout.tables]


def outside(layout: PageLayout) -> list[str]:
    return [line.chars for line in layout.outside]


def test_texts_stand_in_their_cells_and_others_outside() -> None:
    layout = laid_out(
        sketched("""
 Profiel van de lasser
+--------+--------------+
| Niveau | 4            |
+--------+--------------+
| Taak   | Lassen van   |
|        | staal        |
+--------+--------------+
""")
    )

    assert texts(layout) == [[["Niveau"], ["4"], ["Taak"], ["Lassen van", "staal"]]]
    assert outside(layout) == ["Profiel van de lasser"]


def test_what_shows_a_table_and_what_lost_are_named() -> None:
    sketch = Typed()
    run = sketch.run("Niveau", 10, 20)
    found = Candidate(grids(frame(0, 100, 200))[0], SHADES, rival="by rules, 0 texts fit")
    (table,) = filled(PageRules.of(page(run)), sketch.maker, Choice((found,))).tables

    assert (table.evidence, table.rival) == (SHADES, "by rules, 0 texts fit")


def test_a_table_without_any_text_is_none() -> None:
    layout = laid_out(sketched("+---+----+\n|   |    |\n+---+----+\n\n Niveau"))

    assert layout.tables == []
    assert [line.chars for line in layout.outside] == ["Niveau"]


def test_a_table_drawn_in_a_cell_stands_inside_it() -> None:
    layout = laid_out(
        sketched("""
+--------+----------------------+
| Niveau | 4                    |
+--------+----------------------+
| Taak   | Lassen               |
|        |   +------+------+    |
|        |   | Nr   | Rol  |    |
|        |   +------+------+    |
+--------+----------------------+
""")
    )
    (table,) = layout.tables
    (inner,) = table.cells[3].inner

    assert cells(table)[3] == ["Lassen"]
    assert cells(inner) == [["Nr"], ["Rol"]]


@pytest.mark.parametrize(("baseline", "place"), [(62.8, 0), (63.2, 1)])
def test_a_text_stands_where_the_middle_of_its_letters_does(baseline: float, place: int) -> None:
    typed = Typed()
    typed.run("Niveau", 10, baseline)
    grid = Candidate(grids(frame(0, 200, rows=(0.0, 60.0, 120.0)))[0], RULES)
    (table,) = filled(PageRules.of(page(*typed.runs)), typed.maker, Choice((grid,))).tables

    assert cells(table)[place] == ["Niveau"]


# Texts too long for their cells. The side between the columns stands at 100.


def page(*runs: Run, dots: Sequence[Box] = (), rules: Sequence[Rule] = ()) -> Page:
    return Page(1, 200, 120, runs, tuple(rules), (), tuple(dots), has_images=False)


def row(typed: Typed, columns: Sequence[float] = (0, 100, 200)) -> list[list[str]]:
    """What the cells of a ruled row hold."""
    grid = Candidate(grids(frame(*columns))[0], RULES)
    (table,) = filled(PageRules.of(page(*typed.runs)), typed.maker, Choice((grid,))).tables
    return cells(table)


def test_a_word_that_is_drawn_in_two_runs_stays_in_the_cell_it_began_in() -> None:
    typed = Typed()
    typed.run("verantwoor", 54, 50)
    typed.run("delijk", 104, 50)

    assert row(typed) == [["verantwoordelijk"], []]


@pytest.mark.parametrize(
    ("gap", "goes_on"), [(1.5, True), (1.7, False), (-1.5, True), (-1.7, False)]
)
def test_letters_that_stand_apart_are_of_two_words(gap: float, goes_on: bool) -> None:
    typed = Typed()
    # It ends at 99, a point before the side.
    typed.run("verantwoor", 49, 50)
    typed.run("delijk", 99 + gap, 50)

    expected = [["verantwoordelijk"], []] if goes_on else [["verantwoor"], ["delijk"]]
    assert row(typed) == expected


def test_a_word_that_follows_a_cell_that_is_too_narrow_goes_on_in_it() -> None:
    typed = Typed()
    typed.run("Vakmanschap ", 50, 50)
    typed.run("en", 110, 50)

    assert row(typed) == [["Vakmanschap en"], []]


def test_a_text_after_a_cell_that_is_not_full_is_the_next_one_s() -> None:
    typed = Typed()
    typed.run("Vakman ", 64, 50)
    typed.run("en", 101, 50)

    assert row(typed) == [["Vakman"], ["en"]]


@pytest.mark.parametrize(("gap", "goes_on"), [(3.8, True), (4.2, False), (-4.2, False)])
def test_words_that_stand_further_apart_are_of_two_texts(gap: float, goes_on: bool) -> None:
    typed = Typed()
    typed.run("Vakmanschap ", 50, 50)
    typed.run("en", 110 + gap, 50)

    assert row(typed)[1] == ([] if goes_on else ["en"])


@pytest.mark.parametrize(
    ("change", "goes_on"),
    [((51.8, 10), True), ((52.2, 10), False), ((50, 10.8), True), ((50, 11.2), False)],
)
def test_what_is_lower_or_larger_does_not_go_on(change: tuple[float, float], goes_on: bool) -> None:
    typed = Typed()
    typed.run("Vakmanschap ", 50, 50)
    typed.run("en", 110, *change)

    assert row(typed)[1] == ([] if goes_on else ["en"])


def test_a_text_that_is_turned_goes_on_with_none() -> None:
    typed = Typed()
    typed.run("Vakmanschap ", 50, 50)
    typed.runs[0:] = [typed.runs[0], replace(typed.run("en", 110, 50), direction=1)]
    grid = Candidate(grids(frame(0, 100, 200))[0], RULES)

    # Turned, it stands at the foot of the page.
    assert outside(filled(PageRules.of(page(*typed.runs)), typed.maker, Choice((grid,)))) == ["en"]


def test_only_what_began_in_a_cell_goes_on_in_it() -> None:
    typed = Typed()
    typed.run("Vakmanschap ", 50, 50)
    typed.run("en", 110, 50)
    grid = Candidate(grids(frame(100, 200))[0], RULES)
    layout = filled(PageRules.of(page(*typed.runs)), typed.maker, Choice((grid,)))

    assert texts(layout) == [[["en"]]]


@pytest.mark.parametrize(
    ("other", "goes_on"), [(110.0, False), (110.9, False), (111.2, True), (108.8, True)]
)
def test_a_text_goes_on_no_further_than_where_others_begin(other: float, goes_on: bool) -> None:
    typed = Typed()
    typed.run("Taken", other, 20)
    typed.run("Vakmanschap ", 50, 50)
    typed.run("en", 110, 50)

    assert row(typed)[1] == (["Taken"] if goes_on else ["Taken", "en"])


def test_a_run_is_cut_where_other_texts_of_the_next_column_begin() -> None:
    typed = Typed()
    typed.run("Taken", 105, 20)
    typed.run("WerkzaamhedLassen", 50, 50)

    assert row(typed) == [["Werkzaamhed"], ["Taken", "Lassen"]]


def test_a_run_is_cut_nowhere_else() -> None:
    typed = Typed()
    typed.run("Taken", 106, 20)
    typed.run("WerkzaamhedLassen", 50, 50)

    assert row(typed) == [["WerkzaamhedLassen"], ["Taken"]]


def test_a_label_beside_a_grid_ends_at_its_side() -> None:
    typed = Typed()
    typed.run("Taken", 105, 20)
    typed.run("WerkzaamhedLassen", 50, 50)
    grid = Candidate(grids(frame(100, 200))[0], RULES)
    layout = filled(PageRules.of(page(*typed.runs)), typed.maker, Choice((grid,)))

    assert texts(layout) == [[["Taken", "Lassen"]]]
    assert outside(layout) == ["Werkzaamhed"]


# Markers.


def test_a_marker_that_hangs_over_the_side_of_its_cell_goes_with_what_it_marks() -> None:
    typed = Typed()
    typed.run("Taken", 10, 50)
    typed.run("•", 92, 50)
    typed.run("lassen", 106, 50)

    assert row(typed) == [["Taken"], ["• lassen"]]


@pytest.mark.parametrize(
    ("sign", "y", "x"), [("x", 50.0, 106.0), ("•", 52.2, 106.0), ("•", 50.0, 152.5)]
)
def test_a_sign_that_marks_nothing_stays_in_its_cell(sign: str, y: float, x: float) -> None:
    typed = Typed()
    typed.run("Taken", 10, 50)
    typed.run(sign, 92, 50)
    typed.run("lassen", x, y)

    assert row(typed)[1] == ["lassen"]


def test_a_sign_that_ends_a_text_marks_nothing() -> None:
    typed = Typed()
    typed.run("Taken bij", 45, 50)
    typed.run("-", 92, 50)
    typed.run("lassen", 106, 50)

    assert row(typed) == [["Taken bij -"], ["lassen"]]


# Stripes.


def striped(*texts_at: tuple[str, float], source: str = SHADES) -> list[list[str]]:
    """The cells of a table of a row of two columns, and one of a cell that reaches over both."""
    typed = Typed()
    typed.run("Taak", 10, 15)
    typed.run("Niveau", 110, 15)
    for text, x in texts_at:
        typed.run(text, x, 45)
    rules = [*frame(0, 100, 200, rows=(0.0, 30.0)), *frame(0, 200, rows=(30.0, 60.0))]
    grid = Candidate(grids(merged(rules))[0], source)
    return [
        c
        for table in filled(PageRules.of(page(*typed.runs)), typed.maker, Choice((grid,))).tables
        for c in cells(table)
    ]


def test_stripes_behind_rows_tell_nothing_of_columns() -> None:
    assert striped(("Lassen", 10), ("4", 110)) == []


def test_rules_around_such_rows_do() -> None:
    assert striped(("Lassen", 10), ("4", 110), source=RULES) == [
        ["Taak"],
        ["Niveau"],
        ["Lassen 4"],
    ]


@pytest.mark.parametrize(("x", "count"), [(60.2, 0), (59.8, 3)])
def test_texts_of_a_stripe_that_stand_near_are_of_one_column(x: float, count: int) -> None:
    # `Lassen` ends at 40; two ems further texts are of several columns.
    assert len(striped(("Lassen", 10), ("4", x))) == count


def test_a_marker_stands_apart_from_what_it_marks_in_one_column() -> None:
    assert len(striped(("•", 10), ("Lassen", 40))) == 3


def test_a_title_over_all_columns_is_no_stripe() -> None:
    typed = Typed()
    for text, x, y in (("Taak", 10, 15), ("1", 110, 15), ("Lassen", 10, 45), ("4", 110, 45)):
        typed.run(text, x, y)
    rules = [*frame(0, 200, rows=(0.0, 30.0)), *frame(0, 100, 200, rows=(30.0, 60.0))]
    grid = Candidate(grids(merged(rules))[0], SHADES)
    (table,) = filled(PageRules.of(page(*typed.runs)), typed.maker, Choice((grid,))).tables

    assert cells(table) == [["Taak 1"], ["Lassen"], ["4"]]


# Dots.


def dotted(dot: Box, *rules: Rule, value: bool = False) -> list[float]:
    """Where the dots end that mark the lines of a page with one dot."""
    typed = Typed()
    typed.run("lassen", 50, 50)
    if value:
        typed.run("staal", 120, 50)
    typed.run("solderen", 50, 62)
    drawn = PageRules.of(page(*typed.runs, dots=(dot,), rules=rules))
    layout = filled(drawn, typed.maker, Choice())
    return [line.dot for line in layout.outside]


# The letters stand from 42.5 to 52.5.
@pytest.mark.parametrize(
    ("x1", "marked"), [(42.0, True), (51.0, True), (51.2, False), (16.2, True), (15.8, False)]
)
def test_a_dot_marks_the_line_that_begins_near_to_its_right(x1: float, marked: bool) -> None:
    assert dotted((x1 - 3, 46, x1, 49)) == [x1 * marked, 0]


@pytest.mark.parametrize(
    ("top", "bottom", "marked"),
    [(41.2, 44.0, True), (40.8, 43.9, False), (43.0, 52.9, True), (42.0, 52.2, False)],
)
def test_a_dot_stands_amid_the_letters_and_is_smaller_than_they(
    top: float, bottom: float, marked: bool
) -> None:
    assert (dotted((40, top, 43, bottom))[0] > 0) is marked


def test_a_dot_marks_a_column_of_a_line() -> None:
    assert dotted((110, 46, 113, 49), value=True) == [113, 0]


def test_of_lines_that_a_dot_stands_before_the_nearest_is_marked() -> None:
    typed = Typed()
    typed.run("hoger", 65, 50)
    typed.run("nabij", 50, 55)
    drawn = PageRules.of(page(*typed.runs, dots=((42, 47, 45, 50),)))
    layout = filled(drawn, typed.maker, Choice())

    assert {line.chars: line.dot for line in layout.outside} == {"hoger": 0, "nabij": 45}


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        (Rule(True, 47, 0, 80), False),
        (Rule(True, 43.8, 0, 80), True),
        (Rule(True, 44.2, 0, 80), False),
        (Rule(True, 50.8, 0, 80), False),
        (Rule(True, 51.2, 0, 80), True),
        (Rule(True, 47, 44, 80), True),
        (Rule(True, 47, 0, 39), True),
        (Rule(False, 41, 0, 80), False),
        (Rule(False, 37.8, 0, 80), True),
        (Rule(False, 45.2, 0, 80), True),
        (Rule(False, 41, 50, 80), True),
        (Rule(False, 41, 0, 45), True),
    ],
)
def test_a_dot_on_a_drawn_line_marks_nothing(rule: Rule, marked: bool) -> None:
    assert (dotted((40, 46, 43, 49), rule)[0] > 0) is marked


@pytest.mark.parametrize(("x", "cut"), [(60.04, True), (60.08, False), (60.3, False)])
def test_a_label_that_fills_its_cell_ends_just_where_other_values_begin(
    x: float, cut: bool
) -> None:
    typed = Typed()
    # Its tenth letter stands where the text below begins, or nearly.
    long, below = typed.run("VakgebiedZorg", x, 20), typed.run("Water", 105, 50)
    (grid,) = grids(frame(0, 100, 200))
    choice = Choice((Candidate(grid, RULES),))
    (table,) = filled(PageRules.of(page(long, below)), typed.maker, choice).tables

    whole = ["Vakgebied", "Zorg"] if cut else ["VakgebiedZorg"]
    found = [text for cell in cells(table) for text in cell]
    assert sorted(found) == sorted([*whole, "Water"])

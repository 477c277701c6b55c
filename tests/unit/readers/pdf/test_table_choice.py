"""Which grids the drawing of a page shows, told by the texts that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.candidates import ALIGNMENT, RULES, SHADES, TAGS, Candidate, weighed
from pipeline.readers.pdf.choice import better, drawn_tables
from pipeline.readers.pdf.grid import Grid, PageRules, grids
from pipeline.readers.pdf.marks import Colour, Rule
from tests.unit.readers.pdf.sketch import Sketch, area, frame, sketched
from tests.unit.readers.pdf.typed import Typed


def chosen(sketch: Sketch) -> list[list[Candidate]]:
    """The tables of each page."""
    pages = list(map(PageRules.of, sketch.pages))
    return [list(choice.taken) for choice in drawn_tables(pages, sketch.typed.glyphs)]


def shape(candidate: Candidate) -> tuple[str, int, int]:
    """What a table was read by, how many rows and columns it has."""
    cells = candidate.grid.cells
    return candidate.source, 1 + max(c.row for c in cells), 1 + max(c.column for c in cells)


def shapes(sketch: Sketch) -> list[list[tuple[str, int, int]]]:
    return [[shape(table) for table in tables] for tables in chosen(sketch)]


RULED = """
+--------+----------+
| Niveau | 4        |
+--------+----------+
| Taak   | Lassen   |
+--------+----------+
"""


def test_a_ruled_page_has_the_tables_that_its_rules_show() -> None:
    assert shapes(sketched(RULED)) == [[(RULES, 2, 2)]]


def test_a_page_without_drawing_has_no_tables() -> None:
    assert shapes(sketched("Niveau  4")) == [[]]


PLAIN = """
 Niveau   4

 Taak     Lassen
"""
CELLS = [area(0, 0, 9, 2), area(9, 0, 20, 2), area(0, 2, 9, 4), area(9, 2, 20, 4)]


def test_a_page_that_is_only_shaded_has_the_tables_that_its_shades_show() -> None:
    assert shapes(sketched(PLAIN, shades=CELLS)) == [[(SHADES, 2, 2)]]


def test_shades_of_one_column_show_no_table() -> None:
    assert shapes(sketched(PLAIN, shades=[area(0, 0, 20, 2), area(0, 2, 20, 4)])) == [[]]


def test_shades_of_lines_inside_shades_of_cells_part_no_rows() -> None:
    inner = [area(1, 0.1, 8, 1), area(10, 0.1, 19, 1)]
    found = chosen(sketched(PLAIN, shades=[*CELLS, *inner]))

    assert [shape(table) for table in found[0]] == [(SHADES, 2, 2)]


def test_shaded_labels_part_what_stands_beside_them() -> None:
    frame = [Rule(True, y, 0, 100) for y in (0, 48)]
    sides = [Rule(False, x, 0, 48) for x in (0, 100)]
    sketch = sketched(PLAIN, shades=[area(0, 0, 9, 2), area(0, 2, 9, 4)])
    sketch.change(rules=(*frame, *sides))
    ((table,),) = chosen(sketch)

    assert shape(table) == (SHADES, 2, 2)
    assert len(table.grid.cells) == 4


GREY, BLUE, RED = (0.9, 0.9, 0.9), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)
GROUND = area(0, 0, 20, 4)
LINES = [area(0, 0.3, 9, 1), area(9, 0.3, 20, 1)]


@pytest.mark.parametrize(
    ("colours", "rows"), [((BLUE, *[GREY] * 6), 2), ((BLUE, *[GREY] * 4, RED, RED), 4)]
)
def test_shades_of_one_colour_inside_each_other_are_one(
    colours: tuple[Colour, ...], rows: int
) -> None:
    """Cells on a ground, and lines in two of them, in their colour or in another one."""
    sketch = sketched(PLAIN, shades=[GROUND, *CELLS, *LINES])
    sketch.change(shade_colours=colours)
    ((table,),) = chosen(sketch)

    assert shape(table) == (SHADES, rows, 2)


def test_white_lines_on_a_ground_part_cells() -> None:
    sketch = sketched(PLAIN, shades=[GROUND])
    sketch.change(white_rules=(Rule(True, 24, 0, 100), Rule(False, 45, 0, 48)))

    assert shapes(sketch) == [[(SHADES, 2, 2)]]
    sketch.change(shades=())
    assert shapes(sketch) == [[]]


# What the texts say.


def test_texts_cut_or_side_by_side_speak_twice_and_an_empty_column_half() -> None:
    grid = chosen(sketched(RULED))[0][0].grid
    whole = Candidate(grid, RULES, fits=9, cut=1, beside=2, vacant=3)

    assert whole.score == 9 - 2 - 4 - 1.5
    assert str(whole) == (
        "by rules, 9 texts fit, 1 texts cut, 2 texts side by side, 3 columns without text"
    )
    assert str(Candidate(grid, SHADES, fits=9)) == "by shading, 9 texts fit"


def told(*texts: tuple[str, float, float], columns: Sequence[float] = (0, 100, 200)) -> Candidate:
    """What texts, each given with where it begins and its baseline, say of a grid of two rows."""
    typed = Typed()
    lines = [typed.line(text, x, y) for text, x, y in texts]
    (grid,) = grids(frame(*columns, rows=(0.0, 30.0, 60.0)))
    return weighed(Candidate(grid, RULES), lines)


def test_texts_that_stand_whole_in_their_cells_fit() -> None:
    found = told(("Niveau", 10, 20), ("4", 110, 20), ("Taak", 10, 50), ("elders", 10, 80))

    assert (found.fits, found.cut, found.beside, found.vacant) == (3, 0, 0, 0)


@pytest.mark.parametrize(("x", "cut"), [(48.0, 0), (52.8, 0), (53.2, 1)])
def test_a_text_that_crosses_the_side_of_its_cell_is_cut(x: float, cut: int) -> None:
    # Ten letters are fifty points wide; they may reach over the side by three.
    found = told(("Vakmanscha", x, 20), ("4", 110, 50))

    assert (found.fits, found.cut) == (2 - cut, cut)


def test_a_text_that_crosses_the_side_of_the_table_is_not_cut() -> None:
    assert told(("Vakmanscha", 190, 20)).cut == 0


@pytest.mark.parametrize(("x", "row"), [(98.0, 1), (96.0, 0)])
def test_a_text_may_begin_just_left_of_its_cell(x: float, row: int) -> None:
    # In the second column it fits; in the first one it would be cut.
    assert told(("Vakman", x, 20)).fits == row


@pytest.mark.parametrize(("baseline", "fits"), [(62.0, 1), (63.0, 0)])
def test_a_text_stands_where_its_small_letters_do(baseline: float, fits: int) -> None:
    assert told(("Taak", 10, baseline)).fits == fits


def test_texts_of_one_column_beside_each_other_show_that_it_is_several() -> None:
    level = [("Niveau", 10.0, 20.0), ("Taak", 60.0, 20.0)]

    assert told(*level, columns=(0, 200)).beside == 1
    assert told(level[0], ("Taak", 60, 26), columns=(0, 200)).beside == 0
    # However many of its lines show it, it is one cell that does.
    lower = (("Rol", 10.0, 26.0), ("Kok", 60.0, 26.0))
    whole = told(*level, *lower, ("Metaal", 10, 50), columns=(0, 200))
    assert (whole.fits, whole.beside) == (2, 1)
    # Beside another column they may be words that stand far apart.
    assert told(*level).beside == 0


@pytest.mark.parametrize(("texts", "begun"), [(("Niveau", "Taak"), 1), (("Niveau", ""), 1)])
def test_the_columns_in_which_texts_begin(texts: Sequence[str], begun: int) -> None:
    placed = [(text, 10.0, 20.0 + 30 * n) for n, text in enumerate(texts) if text]

    assert told(*placed).begun == begun
    assert told(*placed, ("4", 110, 20)).begun == begun + 1
    assert told().begun == 0


def test_columns_without_text_are_vacant() -> None:
    assert told(("Niveau", 10, 20), columns=(0, 100, 200, 300)).vacant == 2


def test_a_text_in_a_cell_of_two_columns_speaks_for_both() -> None:
    head = [*frame(0, 200, rows=(0.0, 30.0)), *frame(0, 100, 200, rows=(30.0, 60.0))]
    typed = Typed()
    (grid,) = grids(head)

    assert weighed(Candidate(grid, RULES), [typed.line("Kerntaak", 10, 20)]).vacant == 0


@pytest.mark.parametrize(("gap", "count"), [(5.8, 1), (6.2, 0)])
def test_texts_that_stand_apart_are_two_phrases(gap: float, count: int) -> None:
    sketch = sketched("""
+----------------+
|                |
+----------------+
| Taak           |
+----------------+
""")
    runs = (sketch.typed.run("Niveau", 10, 21), sketch.typed.run("4", 40 + gap, 21))
    sketch.change(runs=(*runs, *sketch.page.runs))

    # Two cells with text, and one of them with two: as much against the column as for it.
    assert len(chosen(sketch)[0]) == count


def test_a_marker_is_of_one_phrase_with_what_it_marks() -> None:
    drawing = """
+-----------------------+
| •   lassen            |
+-----------------------+
| •   solderen          |
+-----------------------+
"""
    assert shapes(sketched(drawing)) == [[(RULES, 2, 1)]]


# Which candidate wins.


def test_shades_behind_texts_of_ruled_cells_lose_and_are_named() -> None:
    """Shades that cut each text: a highlight behind half of it."""
    cut = [area(0, 0, 4, 5), area(4, 0, 20, 5)]
    ((table,),) = chosen(sketched(RULED, shades=cut))

    assert shape(table) == (RULES, 2, 2)
    assert table.rival == "by shading, 2 texts fit, 2 texts cut, 1 columns without text"


def test_of_candidates_that_explain_as_much_rules_win() -> None:
    cells = [area(0.5, 0.5, 9.5, 2.5), area(9.5, 0.5, 20.5, 2.5)]
    ((table,),) = chosen(sketched(RULED, shades=cells))

    assert (table.source, table.rival) == (RULES, "")


def test_shades_that_part_more_texts_than_rules_win() -> None:
    drawing = """
+-------------------+
|  Niveau   4       |
+-------------------+
|  Taak     Lassen  |
+-------------------+
"""
    shades = [area(0.5, 0.5, 10, 2.5), area(10, 0.5, 20.5, 2.5)]
    ((table,),) = chosen(sketched(drawing, shades=shades))

    assert table.source == SHADES
    assert table.rival == "by rules, 2 texts fit, 2 texts side by side"


def test_a_grid_that_explains_nothing_is_no_table() -> None:
    drawing = """
+------------------------+
| Niveau      4          |
| Taak        Lassen     |
+------------------------+
| Branche     Metaal     |
+------------------------+
"""
    assert shapes(sketched(drawing)) == [[]]


def test_a_table_inside_a_cell_does_not_compete_with_the_one_around_it() -> None:
    drawing = """
+--------+----------------------+
| Niveau | 4                    |
+--------+----------------------+
| Taak   | Lassen               |
|        |   +------+------+    |
|        |   | Nr   | Rol  |    |
|        |   +------+------+    |
|        |   | 1    | Kok  |    |
|        |   +------+------+    |
+--------+----------------------+
"""
    shade = area(0, 30, 2, 31)
    assert shapes(sketched(drawing, shades=[shade])) == [[(RULES, 2, 2), (RULES, 2, 2)]]


# Boxes of one cell.

BOX = """
+--------+
| Let op |
+--------+
"""
COLUMN = """
+--------+
| Lassen |
+--------+
| Solder |
+--------+
"""


def test_a_box_around_a_text_is_no_table() -> None:
    assert shapes(sketched(BOX)) == [[]]


def test_a_box_is_a_row_where_columns_of_the_document_stand_as_it_does() -> None:
    assert shapes(sketched(COLUMN, BOX)) == [[(RULES, 2, 1)], [(RULES, 1, 1)]]


@pytest.mark.parametrize(("off", "rows"), [(0.0, 1), (1.9, 1), (2.1, 0)])
def test_such_columns_stand_at_the_same_sides(off: float, rows: int) -> None:
    sketch = sketched(COLUMN, BOX)
    moved = [
        replace(rule, start=rule.start + off, end=rule.end + off)
        if rule.level
        else replace(rule, at=rule.at + off)
        for rule in sketch.page.rules
    ]
    sketch.change(rules=tuple(moved))

    assert len(chosen(sketch)[1]) == rows


def test_a_box_around_texts_side_by_side_is_a_frame_and_no_row() -> None:
    assert shapes(sketched(COLUMN, BOX.replace("Let op", "Op   4"))) == [[(RULES, 2, 1)], []]


@pytest.mark.parametrize(("table", "count"), [((2.5, 82.5, 120.0), 1), ((72.0, 82.5, 120.0), 2)])
def test_a_box_in_a_cell_of_a_table_is_no_row(table: Sequence[float], count: int) -> None:
    sketch = sketched("\n".join(f"    {row}" for row in COLUMN.strip().splitlines()))
    sketch.take_in(" \n \n      Let op           Lassen")
    box = frame(22.5, 67.5, rows=(20.0, 40.0))
    sketch.change(rules=(*box, *frame(*table, rows=(0.0, 50.0, 90.0))))

    assert len(chosen(sketch)[1]) == count


# Tables without outer sides.

OPEN = """

 Branche | Metaal
         |
 Rol     | Gezel
         |
"""


def test_the_line_between_columns_shows_a_table_where_other_pages_tell_its_sides() -> None:
    first, second = shapes(sketched(RULED, OPEN))

    assert second == [(RULES, 1, 2)]
    assert first == [(RULES, 2, 2)]
    assert shapes(sketched(OPEN)) == [[]]


def opened(*rules: Rule, at: float = 47.5) -> list[Candidate]:
    """The tables of a page with an upright from 12 to 60, behind a ruled page."""
    sketch = sketched(RULED, OPEN)
    sketch.change(rules=(Rule(False, at, 12, 60), *rules))
    return chosen(sketch)[1]


def test_an_open_table_reaches_to_the_sides_of_the_others() -> None:
    (table,) = opened()

    assert table.grid.box == (2.5, 12, 102.5, 60)
    assert [cell.box for cell in table.grid.cells] == [(2.5, 12, 47.5, 60), (47.5, 12, 102.5, 60)]


@pytest.mark.parametrize(("at", "count"), [(49.9, 1), (46.1, 1), (50.6, 0), (45.4, 0)])
def test_lines_between_columns_stand_in_one_place(at: float, count: int) -> None:
    # To two points of where others stand, which is rounded to 48.
    assert len(opened(at=at)) == count


@pytest.mark.parametrize(
    ("level", "rows"),
    [
        ((30.0, 2.5, 47.5), 2),
        ((30.0, 4.4, 45.6), 2),
        ((30.0, 4.6, 47.5), 1),
        ((30.0, 2.5, 45.4), 1),
        ((13.9, 2.5, 47.5), 1),
        ((58.1, 2.5, 47.5), 1),
    ],
)
def test_level_lines_beside_it_part_its_rows(level: tuple[float, float, float], rows: int) -> None:
    at, start, end = level
    # A level that touches an upright is of one grid with it, which needs another upright.
    (table,) = opened(Rule(True, at, start, end))

    assert 1 + max(cell.row for cell in table.grid.cells) == rows


def test_a_line_that_a_table_has_opens_no_other() -> None:
    sketch = sketched(RULED, RULED)

    assert [len(tables) for tables in chosen(sketch)] == [1, 1]


def test_shaded_labels_without_frame_are_the_labels_of_an_open_table() -> None:
    sketch = sketched(RULED, PLAIN)
    sketch.change(shades=(area(0.5, 0, 9.5, 2), area(0.5, 2, 9.5, 4)))
    (table,) = chosen(sketch)[1]

    assert shape(table) == (SHADES, 2, 2)
    assert table.grid.box == (2.5, 0, 102.5, 48)


@pytest.mark.parametrize(("cut", "rows"), [(36.0, 2), (21.0, 2), (20.9, 1), (51.1, 1), (13.9, 1)])
def test_rows_end_where_the_line_between_columns_goes_on_in_another_piece(
    cut: float, rows: int
) -> None:
    sketch = sketched(RULED, OPEN)
    # Pieces that are less high than a line of text are dashes.
    sketch.change(rules=(Rule(False, 47.5, 12, cut), Rule(False, 47.5, cut, 60)))
    (table,) = chosen(sketch)[1]

    assert 1 + max(cell.row for cell in table.grid.cells) == rows


def test_tables_stand_from_top_to_bottom_and_from_left_to_right() -> None:
    drawing = """
+----+----+     +------+-------+
| 1  | 2  |     | Rol  | Taak  |
+----+----+     |      |       |
                +------+-------+
+----+----+
| 3  | 4  |
+----+----+
"""
    (found,) = chosen(sketched(drawing))
    places = [(2.5, 6), (82.5, 6), (2.5, 54)]

    assert [table.grid.box[:2] for table in found] == places
    # The order in which lines are drawn tells nothing.
    sketch = sketched(drawing)
    sketch.change(rules=tuple(reversed(sketch.page.rules)))
    assert [table.grid.box[:2] for table in chosen(sketch)[0]] == places


def test_the_better_of_two_for_one_place_names_the_other_and_what_is_between_them() -> None:
    grid = Grid((0, 0, 9, 9), (), (), ())
    tags, rules = Candidate(grid, TAGS, fits=2), Candidate(grid, RULES, fits=7, cut=1)
    found = better(tags, rules)

    assert (found.source, found.margin, found.rival) == (RULES, 1, "by tags, 2 texts fit")
    assert better(rules, tags) == found


def test_of_two_that_explain_as_much_tags_are_believed_before_what_is_drawn() -> None:
    grid = Grid((0, 0, 9, 9), (), (), ())
    proposed = [
        Candidate(grid, source, fits=fits)
        for source, fits in ((ALIGNMENT, 8), (SHADES, 4), (RULES, 4), (TAGS, 2))
    ]

    assert better(proposed[2], proposed[3]).source == TAGS
    assert better(proposed[1], proposed[2]).source == RULES
    assert better(proposed[0], proposed[1]).source == SHADES

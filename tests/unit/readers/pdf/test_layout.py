"""Pages to areas in reading order: tables by drawing, by heads, by alignment, and text."""

from __future__ import annotations

from pipeline.readers.pdf.areas import PageLayout, TableArea
from pipeline.readers.pdf.layout import drawn_layouts, with_flow
from tests.unit.readers.pdf.sketch import Sketch, area, sketched


def flow(sketch: Sketch) -> list[list[str | list[str]]]:
    """The areas of each page: a text as its lines joined, a table as its cells."""
    maker = sketch.maker
    return [areas(layout) for layout in with_flow(drawn_layouts(sketch.pages, maker), maker)]


def areas(layout: PageLayout) -> list[str | list[str]]:
    assert layout.outside == ()
    return [
        [" ".join(line.chars for line in cell.lines) for cell in found.cells]
        if isinstance(found, TableArea)
        else "/".join(line.chars for line in found.lines)
        for found in layout.areas
    ]


TABLE = """
 Profiel van de lasser.
 Hij last.

+--------+----------+
| Niveau | 4        |
+--------+----------+
| Taak   | Lassen   |
+--------+----------+

 Zij meet.
"""


def test_texts_and_tables_stand_in_their_order() -> None:
    assert flow(sketched(TABLE)) == [
        ["Profiel van de lasser./Hij last.", ["Niveau", "4", "Taak", "Lassen"], "Zij meet."]
    ]


def test_text_beside_a_table_is_parted_where_the_table_begins() -> None:
    drawing = """
 Hij last.
+--------+----------+
| Niveau | 4        |  Wij boren.
+--------+----------+
"""
    assert flow(sketched(drawing)) == [["Hij last.", ["Niveau", "4"], "Wij boren."]]


def test_pages_without_drawing_are_text() -> None:
    assert flow(sketched("Hij last.", "Zij meet.\n\nWij boren.")) == [
        ["Hij last."],
        ["Zij meet./Wij boren."],
    ]


def test_what_lines_drop_while_tables_are_chosen_is_not_counted_twice() -> None:
    sketch = sketched(TABLE.replace("Lassen", "Las\u200bsen"), shades=[area(0, 30, 2, 31)])
    maker = sketch.maker
    with_flow(drawn_layouts(sketch.pages, maker), maker)

    assert maker.dropped == {"invisible characters": 1}


# What the drawing shows is put as other tables have it.


def test_columns_below_heads_and_labels_in_one_frame_are_parted() -> None:
    drawing = """
+--------+-----------------------+
| Taak   |  Niveau     Branche   |
+--------+-----------------------+
| Lassen |  4          Metaal    |
+--------+-----------------------+

+--------+----------+
| Niveau | 4        |
|        +----------+
| Taak   | Lassen   |
+--------+----------+
"""
    assert flow(sketched(drawing)) == [
        [
            ["Taak", "Niveau", "Branche", "Lassen", "4", "Metaal"],
            ["Niveau", "4", "Taak", "Lassen"],
        ]
    ]


BESIDE = """
          +---------------------+
 Niveau   | 4                   |
          +---------------------+
 Taak     | Lassen              |
          +---------------------+
"""


def test_labels_beside_a_grid_are_its_first_column_on_the_next_page_too() -> None:
    rest = """
          +---------------------+
          | en solderen         |
          +---------------------+
"""
    assert flow(sketched(BESIDE, rest)) == [
        [["Niveau", "4", "Taak", "Lassen"]],
        [["", "en solderen"]],
    ]


CUT = """
           van het staal.
+--------+---------------------+
| Niveau | 4                   |
+--------+---------------------+
"""


def test_the_rest_of_a_row_stands_at_the_head_of_a_page_but_of_the_first() -> None:
    assert flow(sketched("Hij last.", CUT))[1] == [["", "van het staal.", "Niveau", "4"]]
    assert flow(sketched(CUT, "Hij last."))[0] == ["van het staal.", ["Niveau", "4"]]


# Tables that heads show.

HEADED = """
 Niveau      Branche

 4           Metaal
 5           Bouw
"""


def test_emphasised_heads_show_a_table() -> None:
    assert flow(sketched(HEADED, bold=("Niveau", "Branche"))) == [
        [["Niveau", "Branche", "4", "Metaal", "5", "Bouw"]]
    ]


def test_a_headed_table_goes_on_on_the_next_page() -> None:
    sketch = sketched(HEADED, bold=("Niveau", "Branche"))
    sketch.take_in(" 6           Zorg")

    assert flow(sketch)[1] == [["6", "Zorg"]]
    # Behind other text nothing goes on.
    sketch = sketched(HEADED + "\n\n\n Zij meet en boort.", bold=("Niveau", "Branche"))
    sketch.take_in(" 6           Zorg")
    assert flow(sketch)[1] != [["6", "Zorg"]]


def test_a_level_line_closes_a_headed_table() -> None:
    drawing = """
 Niveau      Branche

 4           Metaal
------------------------
 Zij         boren

 Wij lassen elke dag staal.
"""
    (found,) = flow(sketched(drawing, bold=("Niveau", "Branche")))

    assert found[0] == ["Niveau", "Branche", "4", "Metaal"]


def test_heads_in_cells_stand_over_the_rows_below_them_alone() -> None:
    drawing = """
+-----------+-----------+
| Niveau    | Branche   |
+-----------+-----------+
  4           Metaal



+-----------+--------------+
| Taak      | Rol          |
+-----------+--------------+
  Lassen      Gezel
"""
    assert flow(sketched(drawing)) == [
        [["Niveau", "Branche", "4", "Metaal"], ["Taak", "Rol", "Lassen", "Gezel"]]
    ]


def test_rows_below_heads_in_cells_belong_to_the_table_of_these() -> None:
    drawing = """
+-----------+-----------+
| Niveau    | Branche   |
+-----------+-----------+
  4           Metaal
  5           Bouw
"""
    assert flow(sketched(drawing)) == [[["Niveau", "Branche", "4", "Metaal", "5", "Bouw"]]]


def test_rows_that_stand_below_no_heads_make_a_table_by_alignment() -> None:
    rows = [("Niveau", "Vier"), ("Branche", "Metaal"), ("Taak", "Lassen"), ("Rol", "Gezel")]
    drawing = "\n\n".join(f" {label:<14}{value}" for label, value in rows)
    (found,) = flow(sketched(drawing))

    assert found == [[text for row in rows for text in row]]


# Labels whose lines alone are shaded.

SHADED = """
 Taak         Lassen van staal
              en solderen

 Niveau       4
 Branche      Metaal
"""


def test_the_bottom_of_a_shaded_label_ends_no_row() -> None:
    labels = [area(0, row, 8, row + 1) for row in (0, 3, 4)]

    assert flow(sketched(SHADED, shades=labels)) == [
        [["Taak", "Lassen van staal en solderen", "Niveau", "4", "Branche", "Metaal"]]
    ]
    # What is shaded with its contents does.
    rows = [area(0, row, 28, row + 1) for row in (0, 3, 4)]
    assert flow(sketched(SHADED, shades=rows)) == [
        [["Taak", "Lassen van staal", "", "en solderen", "Niveau", "4", "Branche", "Metaal"]]
    ]


# Tables with other things between their rows.

STRIPED = """
 Taak         Lassen

 Branche      Metaal

 Niveau       4
"""


def test_white_rows_between_shaded_ones_stand_in_their_place() -> None:
    cells = [
        box
        for row in (0, 4)
        for box in (area(0, row - 0.5, 13, row + 1.5), area(13, row - 0.5, 28, row + 1.5))
    ]

    assert flow(sketched(STRIPED, shades=cells)) == [
        [["Taak", "Lassen", "Branche", "Metaal", "Niveau", "4"]]
    ]


def test_a_drawn_table_ends_one_that_alignment_shows() -> None:
    drawing = """
 Taak         Lassen
 Branche      Metaal
+---------------+---------+
| Niveau        | 4       |
+---------------+---------+
 Context      Werf
 Houding      Rustig
"""
    assert flow(sketched(drawing)) == [
        [
            ["Taak", "Lassen", "Branche", "Metaal"],
            ["Niveau", "4"],
            ["Context", "Werf", "Houding", "Rustig"],
        ]
    ]


def test_heads_are_believed_where_alignment_explains_as_much_and_name_it() -> None:
    drawing = """
 Niveau      Branche

 Rol         Lasser
 Taak        Lassen

 Gezel zijn in de bouw is een vak voor wie van bouwen houdt.

 Eis         Sterk
 Kans        Groot
 Loon        Goed
"""
    sketch = sketched(drawing, bold=("Niveau", "Branche"))
    maker = sketch.maker
    (layout,) = with_flow(drawn_layouts(sketch.pages, maker), maker)

    assert [table.evidence for table in layout.tables] == ["heads", "alignment"]
    heads = layout.tables[0]
    assert [cell.lines[0].chars for cell in heads.cells] == [
        "Niveau", "Branche", "Rol", "Lasser", "Taak", "Lassen",
    ]  # fmt: skip
    assert (heads.rival, heads.margin) == ("by alignment, 6 texts fit", 0.0)


def test_what_lines_show_tells_what_was_drawn_in_its_place() -> None:
    drawing = """
+------------------------+
| Niveau      4          |
| Taak        Lassen     |
+------------------------+
| Branche     Metaal     |
+------------------------+
"""
    sketch = sketched(drawing)
    maker = sketch.maker
    (layout,) = with_flow(drawn_layouts(sketch.pages, maker), maker)
    (table,) = layout.tables

    assert table.evidence == "alignment"
    assert (table.rival, table.margin) == ("by rules, 2 texts fit, 2 texts side by side", 5.0)

"""Footnotes, where lines begin, stretched lines, and tables without all of their lines."""

from __future__ import annotations

from itertools import pairwise

from reportlab.lib.colors import lightgrey
from reportlab.pdfgen.canvas import Canvas

from tests.unit.readers.pdf.drawing import (
    Draw,
    cells,
    drawn,
    furniture,
    lines,
    ruled,
    shown,
    together,
)

WIDE = "De medewerker ontvangt de gasten aan de balie en wijst hun de weg"
REST = "in het gebouw, ook als het druk is."


def with_mark(text: str, mark: str, top: float, x: float = 50) -> Draw:
    """A line with a raised, small sign after it."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(x, top, text)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(x + canvas.stringWidth(text, "Helvetica", 10), top + 4, mark)
        canvas.setFont("Helvetica", 10)

    return draw


def small(text: str, top: float, x: float = 50) -> Draw:
    """A line in small letters."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawString(x, top, text)
        canvas.setFont("Helvetica", 10)

    return draw


def test_a_footnote_and_its_mark_are_no_content() -> None:
    page = together(
        with_mark("Attitude", "1", 350), lines(WIDE, REST, top=320), small("1 Volgens NLQF.", 60)
    )

    assert shown(page) == ["Attitude", f"{WIDE} {REST}"]
    assert furniture(page) == [("notes", "1 Volgens NLQF.")]
    assert drawn(page).markup == {"note marks": 1}


def test_a_footnote_in_full_size_stands_below_a_short_rule() -> None:
    def rule(canvas: Canvas) -> None:
        canvas.line(50, 75, 150, 75)

    page = together(with_mark("Attitude", "1", 350), rule, lines("1 Volgens het NLQF.", top=60))

    assert shown(page) == ["Attitude"]


def test_a_power_stays_where_no_note_explains_it() -> None:
    assert shown(with_mark("Een dak van 40 m", "2", 350)) == ["Een dak van 40 m2"]


def test_a_power_stays_although_a_note_has_its_number() -> None:
    page = together(
        with_mark("Een dak van 40 m", "1", 350),
        with_mark("Attitude", "1", 320),
        small("1 Volgens het NLQF.", 60),
    )

    assert shown(page) == ["Een dak van 40 m1", "Attitude"]


def test_a_numbered_line_without_a_reference_is_no_note() -> None:
    page = together(lines("Attitude"), small("1 Volgens het NLQF.", 60))

    assert shown(page) == ["Attitude", "1 Volgens het NLQF."]


def item(text: str, top: float, *rest: str) -> Draw:
    """A numbered item whose text hangs."""
    return together(lines("1.", top=top), lines(text, *rest, x=70, top=top))


def test_a_line_left_of_the_text_of_an_item_is_no_part_of_it() -> None:
    full = f"{WIDE}."
    page = together(item(full, 350), lines("De weg is kort.", top=338), lines(WIDE, REST, top=300))

    assert shown(page)[:2] == [f"1. {full}", "De weg is kort."]


def test_the_second_line_of_an_item_that_hangs_is_its_own() -> None:
    assert shown(item(WIDE, 350, REST)) == [f"1. {WIDE} {REST}"]


def indented(top: float) -> Draw:
    """A paragraph whose first line is indented."""
    return together(
        lines(WIDE, x=62, top=top), lines(f"{REST[:-1]} in de hal van het huis.", top=top - 12)
    )


def test_indented_first_lines_open_paragraphs() -> None:
    whole = f"{WIDE} {REST[:-1]} in de hal van het huis."

    assert shown(indented(350), indented(326)) == [whole, whole]
    assert shown(together(indented(350), indented(326), indented(302))) == [whole] * 3


def stretched(words: str, top: float, left: float = 50, right: float = 350) -> Draw:
    """A line whose spaces are widened until it fills its column."""

    def draw(canvas: Canvas) -> None:
        parts = words.split()
        widths = [canvas.stringWidth(part, "Helvetica", 10) for part in parts]
        gap = (right - left - sum(widths)) / (len(parts) - 1)
        x = left
        for part, width in zip(parts, widths, strict=True):
            canvas.drawString(x, top, part)
            x += width + gap

    return draw


def test_stretched_spaces_part_no_columns_and_a_stretched_line_is_not_full() -> None:
    page = together(
        stretched("conciërge van de school", 350),
        stretched("gastheer van het huis", 338),
        lines(WIDE, REST, top=300),
    )

    assert shown(page)[:2] == ["conciërge van de school", "gastheer van het huis"]


def test_shaded_labels_on_a_page_without_other_lines_show_rows() -> None:
    def shades(rows: list[float]) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(lightgrey)
            for top, bottom in pairwise(rows):
                canvas.rect(40, bottom, 100, top - bottom, stroke=0, fill=1)
            canvas.setFillColorRGB(0, 0, 0)

        return draw

    def heading(canvas: Canvas) -> None:
        canvas.setFillColor(lightgrey)
        canvas.rect(40, 370, 320, 20, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(45, 376, "Algemeen")

    first = together(
        heading, shades([370, 340, 300]),
        lines("Label", x=45, top=358), lines("Waarde", x=145, top=358),
        lines("Tweede", x=45, top=328), lines(WIDE[:36], x=145, top=328),
    )  # fmt: skip
    second = together(
        shades([390, 370, 340]),
        lines("ook de weg.", x=145, top=378),
        lines("Derde", x=45, top=358), lines("Slot", x=145, top=358),
    )  # fmt: skip

    assert cells(first, second)[-2:] == [[[], ["ook de weg."]], [["Derde"], ["Slot"]]]


def test_a_table_inside_a_cell_stands_in_its_place() -> None:
    page = together(
        ruled([40, 140, 360], [370, 250, 220]),
        ruled([150, 250, 350], [350, 320, 290]),
        lines("Rollen", x=45, top=358),
        lines("Hieronder:", x=145, top=358),
        lines("Eerste", x=155, top=335), lines("Leider", x=255, top=335),
        lines("Tweede", x=155, top=305), lines("Helper", x=255, top=305),
        lines("Tot zover.", x=145, top=270),
        lines("Attitude", x=45, top=235), lines("Rustig.", x=145, top=235),
    )  # fmt: skip

    assert cells(page) == [
        [["Rollen"], ["Hieronder:", "Eerste", "Leider", "Tweede", "Helper", "Tot zover."]],
        [["Attitude"], ["Rustig."]],
    ]


def test_the_rows_of_a_matrix_without_rules_are_one_each() -> None:
    def matrix(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        for x, head in zip((50, 200, 280, 360), ("Kerntaak", "1", "2", "3"), strict=True):
            canvas.drawString(x, 300, head)
        canvas.setFont("Helvetica", 10)
        for n, row in enumerate((("Stemt de piano", "x", "", "x"), ("Herstelt", "", "x", ""))):
            for x, text in zip((50, 200, 280, 360), row, strict=True):
                canvas.drawString(x, 288 - 12 * n, text)

    assert cells(together(lines(WIDE), matrix)) == [
        [["Kerntaak"], ["1"], ["2"], ["3"]],
        [["Stemt de piano"], ["x"], [], ["x"]],
        [["Herstelt"], [], ["x"], []],
    ]


def test_values_below_each_other_in_other_tables_are_one_row_still() -> None:
    def table(canvas: Canvas) -> None:
        for n, row in enumerate((("Naam", "Datum", "Status"), ("Kok in", "1 mei", "Concept"),
                                 ("Opleiding", "2009", "Nieuw"))):  # fmt: skip
            for x, text in zip((50, 180, 300), row, strict=True):
                canvas.drawString(x, 300 - 12 * n, text)

    assert len(cells(together(lines(WIDE), table))) == 2


def test_rows_below_framed_heads_stand_as_far_apart_as_the_first_from_them() -> None:
    heads = ruled([40, 190, 270, 350], [290, 312])

    def matrix(canvas: Canvas) -> None:
        rows = (("Kerntaak", "1", "2"), ("Stemt de piano", "x", ""), ("Herstelt", "x", "x"))
        for n, row in enumerate(rows):
            for x, text in zip((45, 195, 275), row, strict=True):
                canvas.drawString(x, 298 - 20 * n, text)

    assert cells(together(lines(WIDE), heads, matrix))[1:] == [
        [["Stemt de piano"], ["x"], []],
        [["Herstelt"], ["x"], ["x"]],
    ]


def test_a_number_below_a_short_line_that_closes_something_else_is_no_note() -> None:
    def line(canvas: Canvas) -> None:
        canvas.line(50, 112, 150, 112)

    page = together(
        with_mark("De dijkwachter loopt zijn ronde.", "1", 300),
        line,
        lines("Het water stijgt.", top=100),
        lines("1. Demografie", top=60),
    )

    assert "1. Demografie" in shown(page)

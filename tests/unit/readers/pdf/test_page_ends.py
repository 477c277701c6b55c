"""What the drawing of a table shows of a page end: whether it stands in a row or between two."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.document.model import Table
from pipeline.readers.pdf.areas import PageLayout
from pipeline.readers.pdf.layout import drawn_layouts, with_flow
from pipeline.readers.pdf.page_ends import CutRow, column_ends, cut_rows, meetings
from tests.unit.readers.pdf.drawing import Draw, drawn, lines, together
from tests.unit.readers.pdf.sketch import sketched

SIDES = (40.0, 140.0, 380.0)


def table(top: float, bottom: float, levels: list[float]) -> Draw:
    """Uprights from top to bottom, and level rules at some heights."""

    def draw(canvas: Canvas) -> None:
        for x in SIDES:
            canvas.line(x, top, x, bottom)
        for y in levels:
            canvas.line(SIDES[0], y, SIDES[-1], y)

    return draw


def ends_in_a_row(below: bool, above: bool) -> list[bool]:
    """Of the last rows of two pages whether the page ends in them."""
    first = together(
        lines("Attitude", x=45, top=348), lines("Rustig.", x=145, top=348),
        lines("Kennis", x=145, top=328),
        table(360, 320, [360, 340, *([320] if below else [])]),
    )  # fmt: skip
    second = together(
        lines("Kennis", x=45, top=348), lines("Zij kent.", x=145, top=348),
        lines("Niveau", x=45, top=318), lines("4", x=145, top=318),
        table(360, 310, [*([360] if above else []), 330, 310]),
    )  # fmt: skip
    found = [block for block in drawn(first, second).blocks if isinstance(block, Table)]
    return [row.goes_on for block in found for row in block.rows]


@pytest.mark.parametrize(("below", "above"), [(True, False), (False, True), (True, True)])
def test_a_rule_at_a_page_end_parts_two_rows(below: bool, above: bool) -> None:
    assert ends_in_a_row(below, above) == [False] * 4


def test_a_page_ends_in_a_row_that_no_rule_closes_or_opens() -> None:
    assert ends_in_a_row(False, False) == [False, True, False, False]


# A label that was not split goes to the next page, both rows being drawn to an end.

ABOVE = """
+----------+--------------------+
| Niveau   | 4                  |
+----------+--------------------+
|          | Zij kent de dijk,  |
+----------+--------------------+
"""
BELOW = """
+----------+--------------------+
| Kennis   | de sluis en het    |
| en inzich| water.             |
+----------+--------------------+
| Taak     | Waken.             |
+----------+--------------------+
"""
SHORT = BELOW.replace("| en inzich|", "|          |")


def layouts(*pages: str) -> list[PageLayout]:
    sketch = sketched(*pages)
    return with_flow(drawn_layouts(sketch.pages, sketch.maker), sketch.maker)


def cut(*pages: str) -> list[str]:
    return [row.verdict.name for row in cut_rows(layouts(*pages)) if row.verdict]


def doubts(*pages: str) -> int:
    return sum(bool(row.verdict.doubt) for row in cut_rows(layouts(*pages)))


def test_a_label_that_did_not_fit_stands_below_the_page_end() -> None:
    assert cut(ABOVE, BELOW) == ["the label below did not fit beside it"]


def test_a_label_that_would_have_fitted_is_that_of_another_row() -> None:
    assert cut(ABOVE, SHORT) == []
    tall = ABOVE.replace("dijk,  |\n", "dijk,  |\n|          | elke meter ervan,  |\n")
    assert cut(tall, BELOW) == []


def test_a_row_with_a_label_of_its_own_has_none_below() -> None:
    assert cut(ABOVE.replace("|          |", "| Inzicht  |"), BELOW) == []


def test_a_row_without_a_value_is_no_cut_one() -> None:
    assert cut(ABOVE.replace("Zij kent de dijk,", "                 "), BELOW) == []
    emptied = BELOW.replace("de sluis en het", "               ").replace("water.", "      ")
    assert cut(ABOVE, emptied) == []


def test_where_other_rows_have_no_label_that_row_may_have_none() -> None:
    row = "|          | En het peil.       |\n+----------+--------------------+\n"
    before_the_end = ABOVE.replace("|          |", row + "|          |")
    assert cut(before_the_end, BELOW) == []
    # Where a page begins or ends, such a row shows no habit.
    assert cut(BELOW.replace("| Kennis   |", "|          |", 1), ABOVE, BELOW) == [
        "the label below did not fit beside it"
    ]


def test_the_reason_is_about_the_row_that_goes_on() -> None:
    (found,) = cut_rows(layouts(ABOVE, BELOW))
    (reason,) = CutRow(found.table, found.verdict).reasons()

    assert (reason.stage, reason.act) == ("tables", "row over the page end")
    # `Niveau` and `4` stand before it.
    assert (reason.first, reason.last) == (7, 23)
    assert reason.verdict.margin > 0


def test_columns_meet_that_have_text_on_both_pages() -> None:
    found = [
        (above[-1].chars, below.chars, edge)
        for meeting in meetings(layouts(ABOVE, BELOW, " ", BELOW))
        for above, below, edge in column_ends(meeting, lambda cell: cell.box[2], 0.0)
    ]

    assert found == [("Zij kent de dijk,", "de sluis en het", 162.5)]


def test_texts_meet_at_the_edge_of_the_text() -> None:
    (meeting,) = meetings(layouts("De dijk is hoog en", "lang genoeg."))
    ((above, below, edge),) = column_ends(meeting, lambda cell: cell.box[2], 300.0)

    assert ([line.chars for line in above], below.chars, edge) == (
        ["De dijk is hoog en"], "lang genoeg.", 300.0,
    )  # fmt: skip
    assert meeting.tables is None


def test_a_text_and_a_table_do_not_meet() -> None:
    (meeting,) = meetings(layouts("De dijk is hoog en", BELOW))

    assert list(column_ends(meeting, lambda cell: cell.box[2], 300.0)) == []
    assert cut_rows(layouts("De dijk is hoog en", BELOW)) == []


def test_a_row_without_a_label_that_nothing_explains_is_in_doubt() -> None:
    assert doubts(ABOVE, SHORT) == 1
    (found,) = cut_rows(layouts(ABOVE, SHORT))
    (reason,) = found.reasons()
    assert reason.act == "row before the page end"

    assert doubts(ABOVE, BELOW) == 0
    assert doubts(ABOVE.replace("|          |", "| Inzicht  |"), SHORT) == 0


def test_a_page_that_holds_the_rest_of_a_row_alone_is_in_no_doubt() -> None:
    rest = """
+----------+--------------------+
|          | Zij kent de dijk.  |
+----------+--------------------+
"""
    assert doubts(ABOVE, rest, SHORT) == 0
    # Below a heading it may be a row of its own.
    assert doubts(f"3. Trends\n\n{rest.strip()}", SHORT) == 1

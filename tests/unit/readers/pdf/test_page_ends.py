"""What the drawing of a table shows of a page end: whether it stands in a row or between two."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.document.model import Table
from tests.unit.readers.pdf.drawing import Draw, drawn, lines, together

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
        lines("Kennis en", "vaardigheden", x=45, top=348), lines("Zij kent.", x=145, top=348),
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

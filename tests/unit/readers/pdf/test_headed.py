"""Tables below a row of heads whose columns no upright line parts."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.unit.readers.pdf.drawing import Draw, cells, lines, shown, together

HEADS = ("Competentie", "Component(en)", "Prestatie-indicator")
STARTS = (50.0, 150.0, 260.0)
FIRST = (
    ("K Vakdeskundigheid", "- Kennis inzetten", "De dijkwachter leest"),
    ("toepassen", "- Handvaardig zijn", "de peilen goed af."),
)
SECOND = (("M Analyseren", "- Conclusies trekken", "De dijkwachter meldt"), ("", "", "een lek."))
RECORDS = [
    list(HEADS),
    ["K Vakdeskundigheid toepassen", "- Kennis inzetten / - Handvaardig zijn",
     "De dijkwachter leest de peilen goed af."],
    ["M Analyseren", "- Conclusies trekken", "De dijkwachter meldt een lek."],
]  # fmt: skip


def row(*texts: str, top: float, starts: tuple[float, ...] = STARTS, bold: bool = False) -> Draw:
    """One line of text in several columns."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
        for text, x in zip(texts, starts, strict=False):
            canvas.drawString(x, top, text)
        canvas.setFont("Helvetica", 10)

    return draw


def rows(*pages: Draw) -> list[list[str]]:
    """The cells of each row, their paragraphs parted by ` / `."""
    return [[" / ".join(cell) for cell in found] for found in cells(*pages)]


def level(*heights: float, left: float = 45, right: float = 370) -> Draw:
    """Level lines over the whole width."""

    def draw(canvas: Canvas) -> None:
        for y in heights:
            canvas.line(left, y, right, y)

    return draw


def record(texts: tuple[tuple[str, ...], ...], top: float) -> Draw:
    """The lines of a record, below each other."""
    return together(*(row(*line, top=top - 12 * n) for n, line in enumerate(texts)))


def test_level_lines_part_the_rows_below_heads() -> None:
    page = together(
        row(*HEADS, top=350, bold=True), level(360, 346, 316, 288),
        record(FIRST, 334), record(SECOND, 304),
    )  # fmt: skip

    assert rows(page) == RECORDS


def test_room_between_rows_parts_them_where_no_line_does() -> None:
    page = together(row(*HEADS, top=350, bold=True), record(FIRST, 334), record(SECOND, 304))

    assert rows(page) == RECORDS


def test_rows_without_room_between_them_begin_where_all_columns_do() -> None:
    page = together(row(*HEADS, top=350, bold=True), record(FIRST, 338), record(SECOND, 314))

    assert rows(page) == RECORDS


def test_a_table_goes_on_below_the_heads_of_the_page_before() -> None:
    first = together(row(*HEADS, top=80, bold=True), level(90, 76, 46), record(FIRST, 64))
    second = together(record(SECOND, 350), level(334))

    assert rows(first, second) == RECORDS


def test_a_title_that_reaches_over_columns_ends_the_table() -> None:
    page = together(
        row(*HEADS, top=350, bold=True), level(360, 346, 316), record(FIRST, 334),
        lines("Werkproces 2 Onderhoudt het gemaal en de sluis", top=296),
    )  # fmt: skip

    assert rows(page) == RECORDS[:2]
    assert shown(page)[-1] == "Werkproces 2 Onderhoudt het gemaal en de sluis"


def test_a_cell_goes_on_over_a_line_that_parts_its_neighbours_alone() -> None:
    starts = (50.0, 200.0)
    page = together(
        row("Kerntaak", "Werkproces", top=350, starts=starts, bold=True),
        row("Bewaakt de dijk", "Loopt de ronde", top=330, starts=starts),
        row("", "Meldt schade", top=310, starts=starts),
        row("Bedient de sluis", "Schut schepen", top=290, starts=starts),
        level(360, 345, 305, 285), level(325, left=195),
    )  # fmt: skip

    assert rows(page) == [
        ["Kerntaak", "Werkproces"],
        ["Bewaakt de dijk", "Loopt de ronde"],
        ["Meldt schade"],
        ["Bedient de sluis", "Schut schepen"],
    ]


@pytest.mark.parametrize("corner", ["Kerntaak", ""], ids=["corner", "no corner"])
def test_a_matrix_may_have_no_head_above_its_labels(corner: str) -> None:
    starts = (50.0, 180.0, 280.0)
    heads = (corner, "Nauwkeurig", "Zorgvuldig") if corner else ("Nauwkeurig", "Zorgvuldig")
    page = together(
        row(*heads, top=350, starts=starts if corner else starts[1:], bold=True),
        row("Kerntaak 1", "3", top=334, starts=(50, 200)),
        row("Kerntaak 2", "2", "1", top=318, starts=(50, 200, 300)),
        row("Kerntaak 3", "1", top=302, starts=(50, 300)),
        level(360, 346, 330, 314, 298),
    )  # fmt: skip

    assert rows(page)[1:] == [
        ["Kerntaak 1", "3", ""], ["Kerntaak 2", "2", "1"], ["Kerntaak 3", "", "1"],
    ]  # fmt: skip


def test_a_bold_line_with_a_gap_above_prose_heads_no_table() -> None:
    prose = "De dijkwachter loopt zijn ronde langs de dijk en noteert wat hij ziet"
    page = together(
        row("Algemeen", "deel 1", top=350, starts=(50, 200), bold=True),
        lines(prose, "in het logboek van de dag.", top=336),
    )  # fmt: skip

    assert shown(page)[-1] == f"{prose} in het logboek van de dag."

"""Which lines are heads, and which lines below them are their table's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.document.text import BOLD
from pipeline.readers.pdf.headed import Drawing, HeadedTable, Heads, headed_tables
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box, Rule
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import bold_row, dealt, level, typed_row

STARTS = (50.0, 150.0, 260.0)
TITLES = ("Competentie", "Component", "Indicator")
RECORD = ("Bewaken", "De dijk", "Ziet lekken")
Page = list[Line]


class Sheet:
    """Lines of a page, from top to bottom."""

    def __init__(self) -> None:
        self.typed = Typed()
        self.lines: list[Line] = []

    def heads(self, *texts: str, y: float, starts: Sequence[float] = STARTS) -> Sheet:
        placed = [(x, text) for x, text in zip(starts, texts, strict=False) if text]
        self.lines.append(bold_row(self.typed, y, *placed))
        return self

    def row(self, *texts: str, y: float, starts: Sequence[float] = STARTS) -> Sheet:
        placed = [(x, text) for x, text in zip(starts, texts, strict=False) if text]
        self.lines.append(typed_row(self.typed, y, *placed))
        return self

    def text(self, text: str, y: float, size: float = 10, x: float = 50, style: int = 0) -> Sheet:
        run = self.typed.run(text, x, y, size, style)
        self.lines.append(self.typed.maker.lines([run], 1)[0])
        return self

    def tables(
        self,
        *levels: Rule,
        shades: Sequence[Box] = (),
        framed: Sequence[Heads] = (),
        before: HeadedTable | None = None,
    ) -> list[HeadedTable]:
        drawing = Drawing(tuple(levels), tuple(shades))
        return list(headed_tables(self.lines, framed, drawing, self.typed.maker, before))

    def taken(self, *levels: Rule, shades: Sequence[Box] = ()) -> list[int]:
        """How many lines each table takes."""
        return [len(table.lines) for table in self.tables(*levels, shades=shades)]


def headed(*distances: float) -> Sheet:
    """Heads and records below them at these distances."""
    sheet, y = Sheet().heads(*TITLES, y=100), 100.0
    for distance in distances:
        y += distance
        sheet.row(*RECORD, y=y)
    return sheet


def test_heads_and_what_stands_below_them_are_a_table() -> None:
    (table,) = headed(16, 16).tables()

    assert len(table.lines) == 3
    assert table.heads.starts == STARTS
    assert table.heads.bottom == 100
    assert [cell.lines[0].chars for cell in table.cells if cell.column == 1] == [
        "Component", "De dijk", "De dijk",
    ]  # fmt: skip


def test_the_lines_around_a_table_are_none_of_it() -> None:
    sheet = Sheet().text("Inleiding", 70).heads(*TITLES, y=100).row(*RECORD, y=116)
    (table,) = sheet.text("Slot van de tekst over de dijken en de sluizen", 160).tables()

    assert [line.chars for line in table.lines] == [
        "Competentie Component Indicator", "Bewaken De dijk Ziet lekken",
    ]  # fmt: skip
    assert not table.goes_on


def test_a_line_without_emphasis_heads_no_table() -> None:
    assert Sheet().row(*TITLES, y=100).row(*RECORD, y=116).taken() == []


@pytest.mark.parametrize("heads", [
    ("Competentie", "component", "Indicator"), ("3.", "Rollen", "Taken"), ("Competentie",),
], ids=["lower case", "a number", "one"])  # fmt: skip
def test_no_heads_are_lower_case_or_the_number_of_a_title(heads: tuple[str, ...]) -> None:
    assert Sheet().heads(*heads, y=100).row(*RECORD, y=116).taken() == []


@pytest.mark.parametrize(("letters", "count"), [(60, 1), (61, 0)])
def test_a_head_is_no_line_of_prose(letters: int, count: int) -> None:
    starts = (50.0, 400.0)
    sheet = Sheet().heads("Indicator" + "r" * (letters - 9), "Rol", y=100, starts=starts)

    assert len(sheet.row("De dijk", "De wachter", y=116, starts=starts).tables()) == count


@pytest.mark.parametrize(("height", "count"), [(29.0, 1), (31.0, 0)])
def test_shades_behind_all_heads_make_them_heads(height: float, count: int) -> None:
    behind = [(x, 90.0, x + 60, 90 + height) for x in STARTS]
    sheet = Sheet().row(*TITLES, y=100).row(*RECORD, y=116)

    # What is much taller than the line is no head's ground.
    assert len(sheet.taken(shades=behind)) == count
    assert sheet.taken(shades=behind[:2]) == []
    assert sheet.taken(shades=[(x, 10.0, x + 60, 40.0) for x in STARTS]) == []


def test_a_tall_shade_elsewhere_says_nothing_of_heads() -> None:
    behind = [(x, 90.0, x + 60, 104.0) for x in STARTS]
    sheet = Sheet().row(*TITLES, y=100).row(*RECORD, y=116)

    assert sheet.taken(shades=[*behind, (0.0, 200.0, 600.0, 300.0)]) == [2]


def test_a_line_under_some_columns_parts_the_cells_of_these() -> None:
    (table,) = headed(16, 16).tables(level(108), level(124, 140), level(140))

    assert [(cell.column, cell.rowspan) for cell in table.cells if cell.row == 1] == [
        (0, 2), (1, 1), (2, 1),
    ]  # fmt: skip


def test_a_head_may_begin_just_before_its_shade() -> None:
    sheet = Sheet().row(*TITLES, y=100).row(*RECORD, y=116)

    assert sheet.taken(shades=[(x + 0.9, 90.0, x + 60, 104.0) for x in STARTS]) == [2]
    assert sheet.taken(shades=[(x + 1.1, 90.0, x + 60, 104.0) for x in STARTS]) == []
    assert sheet.taken(shades=[(x - 60, 90.0, x + 0.9, 104.0) for x in STARTS]) == []


@pytest.mark.parametrize(("distance", "head_lines"), [(17.4, 2), (17.6, 1)])
def test_heads_may_be_wrapped(distance: float, head_lines: int) -> None:
    sheet = Sheet().heads(*TITLES, y=100).heads("van de mens", y=100 + distance)
    found = sheet.row(*RECORD, y=140).tables()

    assert [len(table.heads.lines) for table in found] == ([2] if head_lines == 2 else [])


def test_a_line_between_heads_parts_them() -> None:
    sheet = Sheet().heads(*TITLES, y=100).heads("Rol", "Taak", "Eis", y=112).row(*RECORD, y=128)

    assert sheet.taken() == [3]
    assert sheet.taken(level(105)) == [2]


@pytest.mark.parametrize(("last", "found"), [(26.5, 3), (25.5, 4)])
def test_a_line_much_further_away_than_the_rows_are_ends_the_table(last: float, found: int) -> None:
    # 1.3 times as far as rows of 20 points is 26.
    assert headed(20, 20, last).taken() == [found]


@pytest.mark.parametrize(("second", "found"), [(17.9, 2), (17.4, 3)])
def test_lines_of_a_cell_may_stand_apart_by_a_wide_leading(second: float, found: int) -> None:
    assert headed(12, second).taken() == [found]


def test_a_level_line_between_rows_lets_them_stand_far_apart() -> None:
    sheet = headed(16, 60)

    assert sheet.taken(level(105), level(150), level(190)) == [3]
    assert sheet.taken() == [2]


@pytest.mark.parametrize(("size", "count"), [(11.1, 3), (11.3, 2), (8.7, 2)])
def test_a_line_of_another_size_is_none_of_the_table(size: float, count: int) -> None:
    sheet = headed(16).text("Het slot", 140, size)
    sheet.lines[-1] = replace(sheet.lines[-1], baseline=136.0)

    assert sheet.taken() == [count]


def test_a_bold_line_is_no_row() -> None:
    sheet = headed(16).text("Kerntaak", 140, style=BOLD).row(*RECORD, y=156)

    assert sheet.taken() == [2]
    # Nor are bold lines the first rows.
    assert Sheet().heads(*TITLES, y=100).heads(*TITLES, y=130).taken() == []


def test_a_row_whose_label_alone_is_bold_ends_a_table_without_such_labels() -> None:
    def labelled(sheet: Sheet, y: float) -> Sheet:
        runs = [
            sheet.typed.run(text, x, y, style=BOLD * (not n))
            for n, (x, text) in enumerate(zip(STARTS, RECORD, strict=True))
        ]
        sheet.lines.append(sheet.typed.maker.lines(runs, 1)[0])
        return sheet

    assert labelled(headed(16), 140).taken() == [2]
    assert labelled(labelled(Sheet().heads(*TITLES, y=100), 116), 132).taken() == [3]


def test_a_head_of_a_name_and_its_title_heads_no_table_of_labels() -> None:
    starts = (50.0, 150.0)
    sheet = Sheet().heads("Kerntaak 1", "Bewaakt", y=100, starts=starts)
    runs = [sheet.typed.run("Rol", 50, 116, style=BOLD), sheet.typed.run("Wachter", 150, 116)]
    sheet.lines.append(sheet.typed.maker.lines(runs, 1)[0])

    assert sheet.taken() == []


def test_text_that_follows_closely_was_no_table() -> None:
    full = "De wachter loopt langs de dijk en over de sluis en langs het gemaal."

    assert headed(16, 16).text(full, 148.2).taken() == []
    assert headed(16, 16).text(full, 149).taken() == [3]


def test_the_last_line_over_all_columns_closes_the_table() -> None:
    sheet = headed(16, 16).row(*RECORD, y=148).text("Een slot over alle kolommen heen hier", 160)

    assert sheet.taken(level(105), level(137)) == [3]
    # One that reaches over some of them closes nothing, and the text stands too near.
    assert sheet.taken(level(105), level(137, 140)) == []


def test_a_row_that_the_page_end_cuts_is_kept() -> None:
    (table,) = headed(16, 16).tables(level(105), level(121))

    assert (len(table.lines), table.goes_on) == (3, True)


def test_a_table_goes_on_on_the_next_page() -> None:
    (before,) = headed(16).tables()
    (table,) = Sheet().row(*RECORD, y=60).row(*RECORD, y=76).tables(before=before)

    assert (len(table.lines), table.heads.lines, table.heads.starts) == (2, (), STARTS)
    assert [cell.row for cell in table.cells if cell.column == 0] == [0, 1]
    ended = replace(before, goes_on=False)
    assert Sheet().row(*RECORD, y=60).row(*RECORD, y=76).tables(before=ended) == []


@pytest.mark.parametrize(("distance", "count"), [(51.0, 2), (53.0, 1)])
def test_the_rows_of_a_table_that_goes_on_may_stand_far_apart(distance: float, count: int) -> None:
    (before,) = headed(16).tables()
    sheet = Sheet().row(*RECORD, y=60).row(*RECORD, y=60 + distance)

    assert [len(table.lines) for table in sheet.tables(before=before)] == [count]


def test_what_stands_left_of_the_columns_does_not_go_on_with_them() -> None:
    (before,) = headed(16).tables()
    sheet = Sheet().row(*RECORD, y=60, starts=(20.0, 150.0, 260.0))

    assert sheet.tables(before=before) == []


def test_after_a_table_that_goes_on_another_may_begin() -> None:
    (before,) = headed(16).tables()
    sheet = Sheet().row(*RECORD, y=60).heads(*TITLES, y=100).row(*RECORD, y=116)

    assert [len(table.lines) for table in sheet.tables(before=before)] == [1, 2]


def test_nothing_goes_on_on_a_page_without_lines() -> None:
    (before,) = headed(16).tables()

    assert Sheet().tables(before=before) == []


def test_labels_without_a_head_have_a_column_of_their_own() -> None:
    sheet = Sheet().heads("Component", "Indicator", y=100, starts=STARTS[1:])
    (table,) = sheet.row("Bewaken", "x", "x", y=116).row("Melden", "x", "", y=132).tables()

    assert table.heads.starts == STARTS
    assert [cell.lines[0].chars for cell in table.cells if cell.row == 0 and cell.lines] == [
        "Component", "Indicator",
    ]  # fmt: skip


def test_framed_heads_stand_above_the_first_line_below_them() -> None:
    sheet = Sheet().text("Inleiding", 70).row(*RECORD, y=116).row(*RECORD, y=132)
    frames = Heads((dealt(sheet.typed, 100, *TITLES, starts=STARTS),), STARTS)
    (table,) = sheet.tables(framed=[frames])

    assert len(table.lines) == 2
    assert [cell.lines[0].chars for cell in table.cells if cell.row == 0] == list(TITLES)


def test_of_framed_heads_the_nearest_ones_count() -> None:
    sheet = Sheet().row(*RECORD, y=116).row(*RECORD, y=132)
    near, far = (
        Heads((dealt(sheet.typed, y, *texts, starts=STARTS),), STARTS)
        for y, texts in ((100, TITLES), (60, ("Rol", "Taak", "Eis")))
    )
    (table,) = sheet.tables(framed=[near, far])

    assert table.heads == near

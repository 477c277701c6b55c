"""Pages in columns, each with tables of its own, are read column by column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.readers.pdf.marks import Box, Page, Rule
from pipeline.readers.pdf.page_columns import columns_of
from tests.unit.readers.pdf.drawing import cells, lines, ruled, together
from tests.unit.readers.pdf.typed import Typed

LEFT, RIGHT = (100.0, 130.0, 160.0, 190.0), (100.0, 117.0, 147.0, 177.0)


class Sheet:
    """A page of two tables, by the heights of their level lines."""

    def __init__(
        self,
        left: tuple[float, ...] = LEFT,
        right: tuple[float, ...] = RIGHT,
        stripe: tuple[float, float] = (250.0, 270.0),
    ) -> None:
        self.typed = Typed()
        first, second = stripe
        self.rules = [Rule(True, y, 50, first) for y in left]
        self.rules += [Rule(True, y, second, 470) for y in right]
        for x in (52.0, second + 2):
            for n, text in enumerate(("Rol", "Kok", "Taak", "Eten")):
                self.typed.run(text, x + 40 * (n % 2), 112 + 30 * (n // 2))

    def columns(self, **values: Any) -> list[Page]:
        page = Page(
            1, 520, 400, tuple(self.typed.runs), tuple(self.rules), (), (), has_images=False
        )
        return columns_of(replace(page, **values))

    def texts(self, **values: Any) -> list[list[str]]:
        chars = self.typed.glyphs.chars
        return [
            ["".join(chars[run.start : run.end]) for run in column.runs]
            for column in self.columns(**values)
        ]


ROWS = ["Rol", "Kok", "Taak", "Eten"]


def test_tables_beside_each_other_are_columns() -> None:
    sheet = Sheet()

    assert sheet.texts() == [ROWS, ROWS]
    assert [len(column.rules) for column in sheet.columns()] == [4, 4]


@pytest.mark.parametrize(("start", "count"), [(262.0, 2), (261.9, 1)])
def test_columns_stand_apart(start: float, count: int) -> None:
    assert len(Sheet(stripe=(250, start)).columns()) == count


def test_rows_at_the_same_heights_are_those_of_one_table() -> None:
    assert len(Sheet(LEFT, LEFT).columns()) == 1
    # Of four rows of each one may lie at one height, of six two.
    assert len(Sheet(LEFT, (100, 130, 147, 177)).columns()) == 1
    assert len(Sheet((*LEFT, 220, 250), (100, 130, 147, 177, 207, 237)).columns()) == 2


@pytest.mark.parametrize(("off", "count"), [(1.9, 1), (2.1, 2)])
def test_heights_that_differ_by_rounding_are_the_same(off: float, count: int) -> None:
    assert len(Sheet(LEFT, tuple(y + off for y in LEFT)).columns()) == count


def test_a_side_with_few_rows_is_no_column() -> None:
    assert len(Sheet(LEFT, RIGHT[:3]).columns()) == 2
    assert len(Sheet(LEFT, RIGHT[:2]).columns()) == 1
    assert len(Sheet(LEFT[1:3], RIGHT).columns()) == 1


def test_grounds_show_columns_as_lines_do() -> None:
    shades: list[Box] = [(50, 95, 250, 120), (50, 125, 250, 190), (270, 103, 470, 140)]
    shades.append((270, 150, 470, 170))
    found = Sheet().columns(rules=(), shades=tuple(shades), shade_colours=(None,) * 4)

    assert [column.shades for column in found] == [tuple(shades[:2]), tuple(shades[2:])]
    assert [len(column.shade_colours) for column in found] == [2, 2]


def test_short_strokes_in_the_stripe_are_nothing() -> None:
    sheet = Sheet()
    sheet.rules += [Rule(True, 120, 244, 279), Rule(False, 260, 90, 300)]

    assert len(sheet.columns()) == 2
    sheet.rules.append(Rule(True, 120, 243, 280))
    assert len(sheet.columns()) == 1


def test_what_stands_above_all_columns_is_read_first() -> None:
    sheet = Sheet()
    sheet.typed.run("Beroepscompetentieprofiel van de dijkwachter", 150, 60)
    sheet.typed.run("Dijken", 52, 80)

    assert sheet.texts() == [
        ["Beroepscompetentieprofiel van de dijkwachter"], [*ROWS, "Dijken"], ROWS,
    ]  # fmt: skip


def test_a_text_across_tables_parts_none() -> None:
    sheet = Sheet()
    sheet.typed.run("Beroepscompetentieprofiel van de dijkwachter", 150, 140)

    assert len(sheet.columns()) == 1


def test_a_heading_may_begin_left_of_its_table() -> None:
    sheet = Sheet()
    sheet.typed.run("4. Rollen", 266, 80)

    assert sheet.texts() == [ROWS, [*ROWS, "4. Rollen"]]


def test_three_columns_are_three() -> None:
    sheet = Sheet()
    sheet.rules += [Rule(True, y, 490, 600) for y in (108, 125, 155, 188)]
    for n, text in enumerate(ROWS):
        sheet.typed.run(text, 492 + 40 * (n % 2), 112 + 30 * (n // 2))

    assert len(sheet.columns(width=650)) == 3


@pytest.mark.parametrize("change", [{"hidden": "covered text"}, {"direction": 1}])
def test_what_nobody_sees_or_is_turned_is_kept_once(change: dict[str, Any]) -> None:
    sheet = Sheet()
    sheet.typed.runs.append(replace(sheet.typed.run("CONCEPT", 240, 150), **change))
    del sheet.typed.runs[-2]

    assert sheet.texts() == [[*ROWS, "CONCEPT"], ROWS]


def test_dots_and_white_lines_go_with_their_column() -> None:
    dot, white = (60.0, 110.0, 63.0, 113.0), Rule(False, 300, 100, 150)
    first, second = Sheet().columns(dots=(dot,), white_rules=(white,))

    assert (first.dots, second.dots) == ((dot,), ())
    assert (first.white_rules, second.white_rules) == ((), (white,))


def test_a_row_goes_on_at_the_head_of_the_next_column() -> None:
    page = together(
        ruled([20, 80, 190], [360, 330, 300, 270]),
        ruled([210, 270, 380], [360, 342, 318, 288]),
        *(lines(text, x=24, top=y) for text, y in (("Naam", 345), ("Niveau", 315), ("Rol", 285))),
        *(lines(text, x=84, top=y) for text, y in (("Kok", 345), ("4", 315), ("Waakt", 285))),
        *(lines(text, x=214, top=y) for text, y in (("Taak", 330), ("Plaats", 300))),
        *(
            lines(text, x=274, top=y)
            for text, y in (("en meldt", 349), ("Dijk", 330), ("Zee", 300))
        ),
    )

    assert cells(page) == [
        [["Naam"], ["Kok"]], [["Niveau"], ["4"]], [["Rol"], ["Waakt"]],
        [[], ["en meldt"]], [["Taak"], ["Dijk"]], [["Plaats"], ["Zee"]],
    ]  # fmt: skip


def test_remarks_beside_a_table_are_no_column() -> None:
    sheet = Sheet()
    # The label of the second row is gone: one row has one.
    del sheet.typed.runs[-2]
    assert len(sheet.columns()) == 1
    # A bullet stands near its text: a letter ends at 277, and the next begins ten points further.
    for x, count in ((302.1, 2), (301.9, 1)):
        sheet.typed.runs[-1] = replace(sheet.typed.runs[-1], x0=x, x1=x + 20)
        sheet.typed.runs[6:] = [replace(sheet.typed.runs[-1], x0=272, x1=292), sheet.typed.runs[-1]]
        assert len(sheet.columns()) == count

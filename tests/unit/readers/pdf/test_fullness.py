"""Where full lines end, and lines that a typesetter ended early."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.fullness import drawn_in, narrowed, room_left
from tests.unit.readers.pdf.drawing import Draw, cells, lines, ruled, shown, together
from tests.unit.readers.pdf.typed import Typed

FULL = "De dijkwachter loopt elke ochtend zijn ronde langs de dijk en de sluis"
EARLY = "De dijkwachter loopt elke ochtend zijn ronde langs de dijk en"
REST = "meldt wat hij ziet aan de post."


def room(*letters: int, edge: float = 250.0) -> float:
    """The room that lines of so many letters leave, each before one that begins with `dag`.

    They begin at 50; a space and the next word take 17.5 points.
    """
    typed = Typed()
    column = []
    for n, count in enumerate(letters):
        column += [typed.line("n" * count, y=100 + 24 * n), typed.line("dag", y=112 + 24 * n)]
    return room_left([(column, edge)], typed.maker)


def test_three_lines_that_end_early_show_the_room_that_is_left() -> None:
    # 17.5, 12.5 and 7.5 points; the largest may be by hand.
    assert room(33, 34, 35) == 12.5
    assert room(35, 33, 34) == 12.5
    assert room(33, 34) == 0


def test_lines_that_reach_less_far_than_four_fifths_were_ended_by_hand() -> None:
    assert room(32, 34, 35) == 0


def test_full_lines_leave_no_room() -> None:
    assert room(37, 37, 37) == 0
    assert room(37, 34, 35) == 0


@pytest.mark.parametrize(("edge", "found"), [(237.5, 0.0), (238.0, 5.5)])
def test_a_line_that_the_next_word_would_have_filled_leaves_none(edge: float, found: float) -> None:
    assert room(32, 33, 34, edge=edge) == found


def test_columns_are_weighed_together_each_with_its_edge() -> None:
    typed = Typed()
    first = [typed.line("n" * 33), typed.line("dag", y=112)]
    others = [
        line
        for n, count in enumerate((70, 71))
        for line in (typed.line("n" * count, y=200 + 24 * n), typed.line("dag", y=212 + 24 * n))
    ]

    # 17.5, and in a column that is twice as wide 32.5 and 27.5.
    assert room_left([(first, 250.0), (others, 450.0)], typed.maker) == 27.5


def test_an_edge_is_where_the_next_word_did_not_fit() -> None:
    typed = Typed()
    column = [typed.line("n" * 33), typed.line("dag", y=112)]

    assert drawn_in(250.0, column, typed.maker) == 232.5
    assert drawn_in(230.0, column, typed.maker) == 230.0
    # No line of the column ends right of its edge.
    wide = typed.line("N" * 38, y=124)
    assert drawn_in(250.0, [*column, wide], typed.maker) == 250.0


@pytest.mark.parametrize(("early", "found"), [(3, 237.5), (2, 450.0)])
def test_lines_that_go_on_although_there_was_room_tell_of_a_narrower_column(
    early: int, found: float
) -> None:
    typed = Typed()
    column = [
        line
        for n in range(early)
        for line in (typed.line("n" * 33, y=100 + 24 * n), typed.line("dag.", y=112 + 24 * n))
    ]

    assert narrowed(450.0, column, typed.maker) == found


def test_lines_that_do_not_go_on_draw_no_edge_in() -> None:
    typed = Typed()
    column = [typed.line("n" * 33), typed.line("Dag.", y=112)]

    assert drawn_in(250.0, column, typed.maker) == 250.0
    assert drawn_in(250.0, [], typed.maker) == 250.0


def test_a_nearly_full_line_that_goes_on_in_lower_case_was_ended_early() -> None:
    page = together(lines(FULL, REST), lines(EARLY, REST, top=310))

    assert shown(page) == [f"{FULL} {REST}", f"{EARLY} {REST}"]


def test_a_short_line_before_one_in_lower_case_was_ended_by_hand() -> None:
    names = ("dijkwachter", "sluiswachter")

    assert shown(together(lines(FULL, REST), lines(*names, top=310)))[1:] == list(names)


def test_lines_of_text_may_stand_wider_than_those_of_cells() -> None:
    second = "Wie hem aflost, leest eerst het logboek van de nacht dat daar ligt"

    def cell(top: float) -> Draw:
        return together(
            lines("Taak", x=45, top=top), lines(FULL[:50], REST, x=105, top=top, leading=11.5),
            ruled([40, 100, 390], [top + 12, top - 16]),
        )  # fmt: skip

    page = together(
        lines(f"{FULL[:-4]} post.", second, "en meldt zich.", leading=13.2, top=380),
        *(cell(top) for top in (300.0, 260.0, 220.0, 180.0)),
    )

    assert shown(page)[0] == f"{FULL[:-4]} post. {second} en meldt zich."


def test_the_rest_of_a_sentence_above_a_table_is_of_its_second_column() -> None:
    first = together(
        lines("Houding", x=45, top=60), lines("Wie de dijk bewaakt, kijkt goed en", x=105, top=60),
        ruled([40, 100, 390], [80, 50]),
    )  # fmt: skip
    second = together(
        lines("meldt wat hij ziet.", x=105, top=372), lines("Niveau", x=45, top=350),
        lines("4", x=105, top=350), lines("Sector", x=45, top=330), lines("Water", x=105, top=330),
        ruled([40, 100, 390], [365, 345, 325]),
    )  # fmt: skip

    assert cells(first, second)[1:] == [
        [[], ["meldt wat hij ziet."]], [["Niveau"], ["4"]], [["Sector"], ["Water"]],
    ]  # fmt: skip

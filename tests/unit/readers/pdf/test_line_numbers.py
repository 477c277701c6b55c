"""Numbers left of all text that count its lines are no content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from pipeline.readers.pdf.line_numbers import line_numbers
from pipeline.readers.pdf.marks import Page, Rule
from tests.unit.readers.pdf.drawing import Draw, furniture, lines, shown, together
from tests.unit.readers.pdf.typed import Typed

TEXT = ("De dijkwachter loopt zijn ronde.", "Hij meldt wat hij ziet.", "Dan gaat hij naar huis.",
        "Daar schrijft hij het op.")  # fmt: skip


def numbered(*numbers: str, x: float = 30) -> Draw:
    """A page with numbers left of its four lines."""
    return together(lines(*TEXT), lines(*numbers, x=x))


def test_numbers_of_lines_are_no_content() -> None:
    page = numbered("1", "2", "3", "4")

    assert furniture(page) == [("line numbers", number) for number in "1234"]
    assert " ".join(shown(page)) == " ".join(TEXT)


def test_numbers_that_text_stands_left_of_are_content() -> None:
    page = together(numbered("1", "2", "3", "4"), lines("Nr", x=20, top=380))

    assert furniture(page) == []


# Pages of lines, which are 400 points high: their margins are 68.


def counted(*pages: str, first: float = 100.0, **values: Any) -> list[list[str]]:
    """The numbers that are taken of pages; each line is a number (or none), a bar, and its text."""
    typed = Typed()
    found: list[Page] = []
    for page in pages:
        runs = []
        for n, line in enumerate(page.strip().splitlines()):
            number, text = (part.strip() for part in line.split("|"))
            y = first + 12 * n
            if number:
                runs.append(typed.run(number, 40 - 5 * len(number), y))
            if text:
                runs.append(typed.run(text, 50, y))
        sheet = Page(len(found) + 1, 300, 400, tuple(runs), (), (), (), has_images=False)
        found.append(replace(sheet, **values))
    taken = line_numbers(found, typed.glyphs)
    return [_texts(typed, taken.get(page.number, ())) for page in found]


def _texts(typed: Typed, runs: Sequence[Any]) -> list[str]:
    return ["".join(typed.glyphs.chars[run.start : run.end]) for run in runs]


PLAIN = """
1 | Wie de dijk bewaakt,
2 | loopt elke dag zijn
3 | ronde langs de sluis.
4 | Hij meldt wat hij ziet.
"""


def test_each_line_has_a_number() -> None:
    assert counted(PLAIN) == [["1", "2", "3", "4"]]


def test_numbers_of_one_digit_and_of_two_are_flush_on_the_right() -> None:
    page = "\n".join(f"{n} | Wie de dijk bewaakt." for n in range(8, 12))

    assert counted(page) == [["8", "9", "10", "11"]]


def test_lines_may_be_numbered_by_twos() -> None:
    page = "\n".join(f"{n if n % 2 == 0 else ''} | Wie de dijk bewaakt." for n in range(1, 9))

    assert counted(page) == [["2", "4", "6", "8"]]
    # Two lines before the first one have none.
    assert counted(f"| Wie de dijk bewaakt.\n{page}") == [[]]
    assert counted(f"{page}\n| Wie de dijk bewaakt.") == [["2", "4", "6", "8"]]
    assert counted(f"{page}\n| Wie de dijk bewaakt.\n| Wie de sluis bewaakt.") == [[]]


def test_numbers_that_do_not_count_are_content() -> None:
    assert counted("\n".join(f"{n} | Dijk" for n in (7, 2, 9, 4))) == [[]]
    assert counted("\n".join(f"{n} | Dijk" for n in (4, 3, 2, 1))) == [[]]


def test_three_numbers_are_too_few() -> None:
    assert counted("\n".join(PLAIN.strip().splitlines()[:3])) == [[]]


def test_items_that_hang_left_of_the_text_are_items() -> None:
    assert counted(f"| Hij heeft vier taken.\n{PLAIN.strip()}") == [[]]
    assert counted(f"{PLAIN}| Dat is alles.") == [[]]


def test_items_of_two_lines_are_items() -> None:
    wrapped = "\n".join(f"{n} | Wie de dijk bewaakt,\n| loopt zijn ronde." for n in (1, 2, 3, 4))

    assert counted(wrapped) == [[]]


@pytest.mark.parametrize(("shown", "count"), [(4, 7), (3, 0)])
def test_lines_without_text_may_be_counted(shown: int, count: int) -> None:
    texts = ["Dijk"] + [""] * (7 - shown) + ["Dijk"] * (shown - 1)
    page = "\n".join(f"{n} | {text}" for n, text in enumerate(texts, 1))

    assert len(counted(page)[0]) == count


SECOND = "5 | En hij sluit de poort.\n6 | Dan is het nacht."


def test_numbers_go_on_over_the_pages_or_begin_anew() -> None:
    again = SECOND.replace("5", "1").replace("6", "2")

    assert counted(PLAIN, SECOND) == [["1", "2", "3", "4"], ["5", "6"]]
    assert counted(PLAIN, again) == [["1", "2", "3", "4"], ["1", "2"]]
    assert counted(PLAIN, SECOND.replace("6", "7").replace("5", "6")) == [[], []]
    # So are few numbers on each of them.
    assert counted(again, again) == [["1", "2"], ["1", "2"]]


def test_a_page_with_one_number_alone_counts() -> None:
    assert counted(PLAIN, "5 | En hij sluit de poort.") == [["1", "2", "3", "4"], ["5"]]


def test_lines_in_a_margin_may_have_no_number() -> None:
    # The header stands at 40 and 52, the text from 88 on.
    header = "| Profiel\n| versie 2\n|\n|\n" + PLAIN.strip()

    assert counted(header, first=40) == [["1", "2", "3", "4"]]
    assert counted(header, first=64) == [[]]


def test_lines_in_a_table_may_have_none() -> None:
    page = PLAIN.strip().replace("3 |", "| Rol\n| Taak\n3 |")

    assert counted(page) == [[]]
    assert counted(page, rules=(Rule(False, 45, 115, 142),)) == [["1", "2", "3", "4"]]
    # A level line is no side of a table.
    assert counted(page, rules=(Rule(True, 130, 115, 142),)) == [[]]


def test_notes_have_none() -> None:
    typed = Typed()
    runs = [typed.run(str(n), 35, 100 + 12 * n) for n in range(1, 5)]
    runs += [typed.run("Wie de dijk bewaakt.", 50, 100 + 12 * n) for n in range(1, 5)]

    def taken(size: float) -> int:
        note = typed.run("Volgens de wet.", 50, 180, size=size)
        page = Page(1, 300, 400, (*runs, note), (), (), (), has_images=False)
        return len(line_numbers([page], typed.glyphs).get(1, ()))

    assert (taken(9.4), taken(9.6)) == (4, 0)


@pytest.mark.parametrize(("shift", "is_line"), [(3.9, True), (4.1, False)])
def test_a_number_stands_beside_its_line(shift: float, *, is_line: bool) -> None:
    typed = Typed()
    runs = [typed.run(str(n), 35, 100 + 12 * n) for n in range(1, 5)]
    runs += [typed.run("Wie de dijk bewaakt.", 50, 100 + shift + 12 * n) for n in range(1, 5)]
    page = Page(1, 300, 400, tuple(runs), (), (), (), has_images=False)

    assert bool(line_numbers([page], typed.glyphs)) is is_line


@pytest.mark.parametrize("change", [{"hidden": "covered text"}, {"direction": 1}])
def test_what_nobody_sees_or_is_turned_counts_nothing(change: dict[str, Any]) -> None:
    typed = Typed()
    runs = [replace(typed.run(str(n), 35, 100 + 12 * n), **change) for n in range(1, 5)]
    runs += [typed.run("Wie de dijk bewaakt.", 50, 100 + 12 * n) for n in range(1, 5)]
    page = Page(1, 300, 400, tuple(runs), (), (), (), has_images=False)

    assert line_numbers([page], typed.glyphs) == {}

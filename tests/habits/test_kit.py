"""The kit of habits itself: what it draws can be read, and what is wrong is found."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest

from tests.habits.canvas import Canvas
from tests.habits.check import outcome
from tests.habits.drawing import Hand, Overprinted, document, drawn, legible
from tests.habits.fonts import Standard, width
from tests.habits.habit import HABITS
from tests.habits.kit import Case, case, worn
from tests.habits.profiles import SAILMAKER, THATCHER, Text, expected, printed
from tests.habits.rules import grid
from tests.habits.setting import Doubt, Look, placed, settled
from tests.machine import needs
from tests.rendering.comparison import leaves

PRINT = (printed(SAILMAKER),)


def shown_words(data: bytes) -> set[str]:
    """The words that another engine finds on the pages."""
    pages = pypdfium2.PdfDocument(io.BytesIO(data))
    return {word for page in pages for word in page.get_textpage().get_text_range().split()}


def test_a_plain_document_is_exact() -> None:
    found = outcome(case(next(worn("h"))))
    assert (found.wrong, found.right, found.word) == ((), True, "right")


def test_a_leaf_that_differs_is_listed_with_both_values() -> None:
    wanted = expected(SAILMAKER) | {"version": "9"}
    found = outcome(replace(case(next(worn("h"))), content=wanted))
    assert found.wrong == ("/version: '9' -> '2'",)
    assert found.word == "SILENT"


def test_what_is_no_profile_is_refused_and_loud() -> None:
    page = placed(PRINT, Look())[0]
    page.pieces.clear()
    found = outcome(Case("headings", drawn([page], (595, 842), Hand()), {}))
    assert found.wrong[0].startswith("refused: ")
    assert found.loud and not found.right


def test_only_the_announced_may_be_loud_in_place_of_right() -> None:
    page = placed(PRINT, Look())[0]
    page.pieces.clear()
    data = drawn([page], (595, 842), Hand())
    assert outcome(Case("lost", data, {}, announced=True)).right


REMARK = "Losse opmerking over alles en niets hier"


def remark(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    """A line below the tables of the last page."""
    if number == of - 1:
        canvas.text(68, 700, Standard("Helvetica"), 9, REMARK)


def test_what_stands_apart_may_be_unplaced_and_nothing_else() -> None:
    made = case(next(worn("h")), hand={"after": (remark,)})
    assert all(wrong.startswith("/unplaced") for wrong in outcome(made).wrong)
    assert outcome(made).wrong
    assert outcome(replace(made, apart=(REMARK,))).right
    assert not outcome(replace(made, apart=("Losse opmerking",))).right


def test_lines_over_one_another_are_refused() -> None:
    with pytest.raises(Overprinted, match="Loopbaanperspectief"):
        document(PRINT, Look(label=80), Hand(rules=grid()))


def test_lines_of_two_columns_are_not() -> None:
    for page in placed(PRINT, Look()):
        legible(page)


def test_a_full_last_line_at_a_page_end_is_a_doubt() -> None:
    line = " ".join(["Riet"] * 14) + "."
    full = replace(THATCHER, environment=(Text(line),) * 60)
    look = Look(value=width(Standard("Helvetica"), line, 10) + 12)
    with pytest.raises(Doubt):
        placed((printed(full),), look)
    with pytest.raises(Doubt, match="every page end"):
        settled((printed(full),), look)


def test_a_label_that_may_not_break_goes_over_whole_while_its_value_begins() -> None:
    one = next(iter(HABITS["label-on-next-page"]()))
    assert one.name.startswith("closed-")
    pages = pypdfium2.PdfDocument(io.BytesIO(one.data))
    first, second = (pages[n].get_textpage().get_text_range() for n in (0, 1))
    assert "Zeilmakers plannen" in first
    assert second.split()[0] == "Verantwoordelijkheid"


@pytest.mark.parametrize("letter", ["h", "c", "c+", "d"])
@needs("fonts")
def test_a_document_is_the_same_bytes_every_time(letter: str) -> None:
    assert case(next(worn(letter))).data == case(next(worn(letter))).data


@needs("fonts")
@pytest.mark.parametrize("letter", ["h", "c+", "s", "d", "n"])
def test_the_words_of_the_content_stand_on_the_pages(letter: str) -> None:
    made = case(next(worn(letter)))
    texts = [value for pointer, value in leaves(made.content) if pointer.endswith("/text")]
    missing = {word for text in texts for word in text.split()} - shown_words(made.data)
    assert not {word for word in missing if "ti" not in word and "ft" not in word}


@pytest.mark.slow
@needs("fonts")
@pytest.mark.parametrize("name", HABITS)
def test_each_habit_has_several_documents_and_says_whose_habit_it_is(name: str) -> None:
    names = [one.name for one in HABITS[name]()]
    assert len(names) >= 2
    assert len(set(names)) == len(names)
    assert HABITS[name].__doc__

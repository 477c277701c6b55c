"""Heads and rows of tables that stand where running lines do, and what tells them from these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.furniture import without_repeated
from pipeline.readers.pdf.marks import Marks, Page, Rule, Run, Tagged
from tests.unit.readers.pdf.typed import Typed

# Pages are 400 points high, their margins 68.
HEAD, TEXT, FOOT = 20.0, 200.0, 380.0
Text = tuple[str, float, float]
UNSEEN = {"hidden": "white text"}


class Pages:
    def __init__(self, *rules: Rule) -> None:
        self.typed, self.rules = Typed(), rules
        self.pages: list[Page] = []

    def add(
        self, *texts: Text, others: Sequence[Text] = (), change: Mapping[str, object] | None = None
    ) -> Pages:
        """A page with texts, each with where it begins and its baseline, and others changed so."""
        runs: list[Run] = [self.typed.run(*text) for text in texts]
        runs += [replace(self.typed.run(*text), **(change or {})) for text in others]  # type: ignore[arg-type]
        page = Page(
            len(self.pages) + 1, 300, 400, tuple(runs), self.rules, (), (), has_images=False
        )
        self.pages.append(page)
        return self

    def taken(self, tags: Tagged | None = None) -> list[tuple[int, str]]:
        """The lines that run, each with its page."""
        found = without_repeated(Marks(tuple(self.pages), self.typed.glyphs, tags))
        return [(number, line.chars) for _, number, line in found.lines(self.typed.maker)]


def heads(second: float = 110.0, first: float = 10.0, y: float = HEAD) -> list[Text]:
    return [("Niveau", first, y), ("Branche", second, y)]


def values(word: str, second: float = 110.0, first: float = 10.0) -> list[Text]:
    return [("4", first, TEXT), (word, second, TEXT)]


WORDS = ("Metaal", "Bouw", "Zorg")


# Heads of columns.


def test_heads_run_on_the_pages_after_the_one_on_which_they_stand_first() -> None:
    pages = Pages()
    for word in WORDS:
        pages.add(*heads(), *values(word))

    assert pages.taken() == [(2, "Niveau Branche"), (3, "Niveau Branche")]


def test_words_of_heads_that_stand_elsewhere_before_them_are_none() -> None:
    # All of their words, but on no line of their own.
    pages = Pages().add(("Elke Branche heeft", 10, TEXT), ("een Niveau nodig.", 10, TEXT + 12))
    for word in WORDS:
        pages.add(*heads(), *values(word))

    assert pages.taken() == [(3, "Niveau Branche"), (4, "Niveau Branche")]


def test_columns_may_begin_amid_a_point() -> None:
    pages = Pages()
    for word in WORDS:
        pages.add(*heads(110.4, 10.4), *values(word, 110.4, 10.4))

    assert [page for page, _ in pages.taken()] == [2, 3]


@pytest.mark.parametrize(("gap", "count"), [(9.8, 3), (10.2, 2)])
def test_heads_have_wide_gaps_between_them(gap: float, count: int) -> None:
    # `Niveau` ends at 40.
    pages = Pages()
    for word in WORDS:
        pages.add(*heads(40 + gap), *values(word, 40 + gap))

    assert len(pages.taken()) == count


def test_what_nobody_sees_makes_no_columns() -> None:
    pages = Pages()
    for word in WORDS:
        pages.add(*heads(), ("Hij last.", 50, 300), others=values(word), change=UNSEEN)

    assert len(pages.taken()) == 3


@pytest.mark.parametrize(("y", "count"), [(30.6, 1), (28.0, 2)])
def test_columns_begin_below_their_heads(y: float, count: int) -> None:
    # Heads end at 22.5; values that begin at 23.1 stand below them, and at 20.5 beside them.
    pages = Pages()
    for word in WORDS[:2]:
        pages.add(*heads(), ("4", 200, TEXT), (word, 50, TEXT), ("x", 10, y), (word[:2], 110, y))

    assert len([text for _, text in pages.taken() if "Niveau" in text]) == count


@pytest.mark.parametrize("at", [20.5, 35.5])
def test_heads_right_above_a_level_line_stay_on_every_page(at: float) -> None:
    pages = Pages(Rule(True, at, 10, 145))
    for word in WORDS:
        pages.add(*heads(), *values(word))

    assert pages.taken() == []


# Rows of tables.


@pytest.mark.parametrize(
    ("start", "end", "count"), [(370, 392, 2), (332.2, 392, 2), (331.8, 392, 0)]
)
def test_an_upright_that_stays_in_the_lower_margin_frames_a_footer(
    start: float, end: float, count: int
) -> None:
    pages = Pages(Rule(False, 100, start, end))
    for text in ("Hij last.", "Zij meet."):
        pages.add(("Profiel", 10, FOOT), ("versie", 110, FOOT), (text, 10, TEXT))

    assert len(pages.taken()) == count


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        # `Profiel` is 35 points wide, and the upright stands at 100.
        (66.4, 110, 0), (66.6, 110, 2), (10, 98.6, 0), (10, 98.4, 2),
    ],
)  # fmt: skip
def test_letters_may_touch_the_upright_between_texts(left: float, right: float, count: int) -> None:
    pages = Pages(Rule(False, 100, 8, 90))
    for text in ("Hij last.", "Zij meet."):
        pages.add(("Profiel", left, HEAD), ("versie", right, HEAD), (text, 50, TEXT))

    assert len(pages.taken()) == count


@pytest.mark.parametrize(("change", "count"), [({}, 0), (UNSEEN, 2)])
def test_an_upright_parts_only_what_is_seen(change: Mapping[str, object], count: int) -> None:
    pages = Pages(Rule(False, 100, 8, 90))
    for text in ("Hij last.", "Zij meet."):
        pages.add(("Profiel", 10, HEAD), (text, 50, TEXT), others=[("rol", 110, 60)], change=change)

    assert len([text for _, text in pages.taken() if text == "Profiel"]) == count


# Headings.


@pytest.mark.parametrize(
    ("kind", "count"), [("H", 0), ("H1", 0), ("H6", 0), ("H7", 2), ("H0", 2), ("FENote", 0)]
)
def test_what_is_tagged_as_a_heading_or_note_does_not_run(kind: str, count: int) -> None:
    pages = Pages()
    for text in ("Hij last.", "Zij meet."):
        pages.add((text, 50, TEXT), others=[("Profiel", 50, HEAD)], change={"tag": 7})
    tree = Tagged("Document", (Tagged(kind, (Tagged("P", ((1, 7), (2, 7))),)),))

    assert len(pages.taken(tree)) == count

"""Words printed over the pages: over text, struck by rules, askew, turned, on most pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.readers.pdf.marks import STRUCK, Page
from pipeline.readers.pdf.watermarks import watermarks
from tests.unit.readers.pdf.typed import Typed

TEXT = 200.0


def marked(number: int = 2, others: int = 0, **changes: Any) -> list[tuple[int, str]]:
    """(page, text) of what is a watermark of pages on which a word lies over the text.

    It is changed as told, by a function for the pages after the first where that is one.
    """
    typed, pages = Typed(), list[Page]()
    chars = changes.pop("chars", "CONCEPT")
    for n in range(number + others):
        runs = [typed.run(f"Hij last {n} stalen", 50, TEXT)]
        if n < number:
            own = {key: value(n) if callable(value) else value for key, value in changes.items()}
            runs.append(replace(typed.run(chars, 60, TEXT), **own))
        pages.append(Page(n + 1, 200, 400, tuple(runs), (), (), (), has_images=False))
    found = watermarks(pages, typed.glyphs)
    return [
        (page, "".join(typed.glyphs.chars[run.start : run.end]))
        for page, runs in sorted(found.items())
        for run in runs
    ]


def test_a_word_over_the_text_of_each_page_is_a_watermark() -> None:
    assert marked() == [(1, "CONCEPT"), (2, "CONCEPT")]


def test_what_an_underscore_is_drawn_over_is_no_watermark() -> None:
    typed = Typed()
    pages = []
    for n in range(3):
        label, line = typed.run("Beschrijving", 50, TEXT), typed.run(".", 50, TEXT)
        first = typed.glyphs.chars[line.start : line.end]
        typed.glyphs.chars[line.start : line.end] = ["_"] * len(first)
        runs = (label, replace(line, x1=label.x1))
        pages.append(Page(n + 1, 200, 400, runs, (), (), (), has_images=False))

    found = watermarks(pages, typed.glyphs)
    assert all(run is not page.runs[0] for page in pages for run in found.get(page.number, ()))


def test_a_word_over_the_text_of_one_page_is_none() -> None:
    assert marked(1) == []


@pytest.mark.parametrize(("others", "count"), [(3, 7), (4, 0)])
def test_a_watermark_lies_on_nearly_all_pages(others: int, count: int) -> None:
    assert len(marked(7, others)) == count


def test_a_large_word_askew_is_a_watermark_on_a_single_page() -> None:
    assert marked(1, askew=True) == []
    assert marked(1, askew=True, size=40.0) == [(1, "CONCEPT")]


def test_what_nobody_sees_is_no_watermark_unless_a_rule_strikes_it_through() -> None:
    assert marked(hidden="covered text") == []
    assert len(marked(hidden=STRUCK)) == 2


# The letters of the text stand from 192.5 to 202.5.
@pytest.mark.parametrize(("top", "count"), [(199.4, 2), (199.6, 0)])
def test_a_watermark_shares_some_of_its_height_with_the_text(top: float, count: int) -> None:
    assert len(marked(top=top, bottom=top + 10)) == count


@pytest.mark.parametrize(("x0", "count"), [(133.0, 2), (134.0, 0)])
def test_what_stands_beside_a_text_lies_over_nothing(x0: float, count: int) -> None:
    # `Hij last 0 stalen` ends at 135.
    assert len(marked(x0=x0, x1=x0 + 35)) == count


@pytest.mark.parametrize(("bottom", "count"), [(195.6, 2), (195.4, 0)])
def test_it_may_do_so_from_above(bottom: float, count: int) -> None:
    assert len(marked(top=bottom - 10, bottom=bottom)) == count


@pytest.mark.parametrize(("x1", "count"), [(51.6, 2), (51.4, 0)])
def test_what_stands_left_of_a_text_lies_over_nothing(x1: float, count: int) -> None:
    assert len(marked(x0=x1 - 35, x1=x1)) == count


def test_a_watermark_may_be_drawn_before_the_text() -> None:
    typed, pages = Typed(), list[Page]()
    for n in (1, 2):
        runs = (typed.run("CONCEPT", 60, TEXT), typed.run(f"Hij last {n} stalen", 50, TEXT))
        pages.append(Page(n, 200, 400, runs, (), (), (), has_images=False))

    found = watermarks(pages, typed.glyphs)
    assert found == {page.number: [page.runs[0]] for page in pages}


def test_a_text_that_is_printed_twice_is_bold() -> None:
    typed, pages = Typed(), list[Page]()
    for n in (1, 2):
        runs = (typed.run("Hij last.", 50, TEXT), typed.run("Hij last.", 50.3, TEXT))
        pages.append(Page(n, 200, 400, runs, (), (), (), has_images=False))

    assert watermarks(pages, typed.glyphs) == {}


@pytest.mark.parametrize(("size", "count"), [(16.2, 2), (15.8, 0)])
def test_a_large_word_that_is_turned_is_a_watermark_beside_the_text(
    size: float, count: int
) -> None:
    assert len(marked(direction=3, size=size)) == count


@pytest.mark.parametrize(("shift", "count"), [(2.9, 2), (3.1, 0)])
def test_a_watermark_stands_in_one_spot(shift: float, count: int) -> None:
    assert len(marked(x0=lambda n: 60.45 + shift * n)) == count
    assert len(marked(baseline=lambda n: TEXT + 0.45 + shift * n)) == count


def test_what_stands_in_other_spots_is_taken_by_itself() -> None:
    # Of ten pages eight have it in one spot, the others elsewhere: there it may be a text.
    found = marked(10, x0=lambda n: 60.0 if n < 8 else 80.0 + 9 * n)

    assert [page for page, _ in found] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_word_that_lies_over_lines_of_a_table_on_one_page_is_one_on_all() -> None:
    assert marked(x0=150.0, x1=185.0) == []
    found = marked(x0=150.0, x1=185.0, hidden=lambda n: STRUCK if n else "")
    assert [page for page, _ in found] == [1, 2]


def test_words_that_are_turned_otherwise_stand_in_another_spot() -> None:
    assert marked(direction=lambda n: 3 * n, size=30.0) == []


def test_a_word_of_which_lines_strike_some_letters_is_one() -> None:
    typed, pages = Typed(), list[Page]()
    for n in (1, 2):
        run = typed.run("CONCEPT", 150, TEXT)
        struck = replace(run, end=run.start + n, x1=150.0 + 5 * n, hidden=STRUCK)
        rest = replace(run, start=run.start + n, x0=struck.x1)
        pages.append(Page(n, 200, 400, (struck, rest), (), (), (), has_images=False))

    assert [len(runs) for runs in watermarks(pages, typed.glyphs).values()] == [2, 2]


@pytest.mark.parametrize(("gap", "count"), [(4.9, 2), (5.1, 0)])
def test_letters_of_such_a_word_stand_apart_by_half_their_size(gap: float, count: int) -> None:
    typed, pages = Typed(), list[Page]()
    for n in (1, 2):
        run = typed.run("CONCEPT", 150, TEXT)
        # Lines strike one letter of it on the first page, and two on the second.
        struck = replace(run, end=run.start + n, x1=150.0 + 5 * n, hidden=STRUCK)
        rest = replace(run, start=run.start + n, x0=struck.x1 + gap)
        pages.append(Page(n, 200, 400, (struck, rest), (), (), (), has_images=False))

    assert len(watermarks(pages, typed.glyphs)) == count


@pytest.mark.parametrize(
    "change", [{"baseline": 210.0}, {"size": 20.0}, {"hidden": ""}, {"x0": 171.0}]
)
def test_runs_that_differ_otherwise_are_words_of_their_own(change: dict[str, Any]) -> None:
    typed, pages = Typed(), list[Page]()
    for n in (1, 2):
        run = typed.run("CONCEPT", 150, TEXT)
        # Two letters end at 160, three at 165.
        first = replace(run, end=run.start + 1 + n, x1=155.0 + 5 * n)
        rest = replace(run, start=run.start + 1 + n, x0=first.x1, hidden=STRUCK)
        pages.append(
            Page(n, 200, 400, (first, replace(rest, **change)), (), (), (), has_images=False)
        )

    # The second is another word on each page.
    assert watermarks(pages, typed.glyphs) == {}

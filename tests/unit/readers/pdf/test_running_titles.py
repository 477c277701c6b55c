"""Heads that say which section a page is in: small, in one place, and each again as a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.furniture import RUNNING, without_repeated
from pipeline.readers.pdf.marks import Marks, Page
from tests.unit.readers.pdf.typed import Typed

HEAD, TEXT = 20.0, 200.0
SECTIONS = ("Trends", "Rollen", "Bronnen")


def taken(
    heads: Sequence[str],
    *,
    heading: float = 14,
    sizes: Sequence[float] = (8, 8, 8),
    styles: Sequence[int] = (2, 2, 2),
    shift: float = 0,
) -> list[tuple[str, int, str]]:
    """What is taken of pages with these heads, whose headings stand on them in a larger size."""
    typed, pages = Typed(), []
    for number, head in enumerate(heads, 1):
        size, style = sizes[number - 1], styles[number - 1]
        runs = [
            replace(typed.run(head, 120, HEAD + shift * number, size=size), style=style),
            typed.run(f"Tekst {'abc'[number - 1]} van de dijk.", 50, TEXT),
        ]
        if number <= len(SECTIONS):
            runs.append(typed.run(SECTIONS[number - 1], 50, TEXT + 40, size=heading))
        pages.append(Page(number, 200, 400, tuple(runs), (), (), (), has_images=False))
    found = without_repeated(Marks(tuple(pages), typed.glyphs, None))
    return [(kind, n, line.chars) for kind, n, line in found.lines(typed.maker)]


def test_heads_that_say_the_headings_of_the_document_run() -> None:
    assert taken(SECTIONS) == [(RUNNING, n, head) for n, head in enumerate(SECTIONS, 1)]


@pytest.mark.parametrize(("heading", "runs"), [(8.4, False), (8.6, True)])
def test_what_says_no_larger_heading_is_text(heading: float, runs: bool) -> None:
    assert bool(taken(SECTIONS, heading=heading)) is runs


def test_each_of_them_says_a_heading() -> None:
    assert taken(("Trends", "Rollen", "Het werk")) == []


@pytest.mark.parametrize(("shift", "runs"), [(1.4, True), (3.2, False)])
def test_they_stand_at_one_height(shift: float, runs: bool) -> None:
    assert bool(taken(SECTIONS, shift=shift)) is runs


@pytest.mark.parametrize("looks", [
    {"sizes": (8, 8.2, 8.4)}, {"styles": (0, 1, 2)}, {"sizes": (8, 9, 8), "styles": (1, 2, 2)},
])  # fmt: skip
def test_they_are_of_one_look(looks: dict[str, Sequence[float]]) -> None:
    assert taken(SECTIONS, **looks) == []  # type: ignore[arg-type]


def test_rounding_makes_no_other_look() -> None:
    assert len(taken(SECTIONS, sizes=(8, 8.04, 7.96))) == len(SECTIONS)


def test_most_pages_have_one_and_not_all_the_same() -> None:
    assert taken((SECTIONS[0], SECTIONS[1], "Het werk"), styles=(2, 2, 0)) != []
    assert taken((SECTIONS[0], "De dijk", "Het werk"), styles=(2, 0, 0)) == []


def test_one_text_on_a_page_or_two_is_no_running_title() -> None:
    typed = Typed()
    texts = ("Trends", "Rollen", "De dijk", "De sluis", "De haven", "De kade")
    pages = [
        Page(n, 200, 400, (typed.run(text, 120, HEAD + 5 * n, size=8),), (), (), (),
             has_images=False)
        for n, text in enumerate(texts, 1)
    ]  # fmt: skip
    heading = typed.run("Trends", 50, TEXT, size=14)
    pages[0] = replace(pages[0], runs=(*pages[0].runs, heading))

    assert without_repeated(Marks(tuple(pages), typed.glyphs, None)).runs == {}

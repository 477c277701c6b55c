"""The rules, shades and dots around running lines go with these, and those of the content stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.furniture import NUMBERS, RUNNING, WATERMARK, Repeated, without_repeated
from pipeline.readers.pdf.marks import Box, Marks, Page, Rule, Run
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level

# Pages are 400 points high; a header reaches from 12.5 to 22.5, a footer from 372.5 to 382.5.
HEADER, FOOTER = 20.0, 380.0
SHADE = (0.9, 0.9, 0.9)


def first_page(
    *rules: Rule,
    header: bool = True,
    footer: bool = True,
    texts: Sequence[float] = (200.0,),
    shades: Sequence[Box] = (),
    dots: Sequence[Box] = (),
) -> Page:
    """The first of two pages without their header and footer; texts have these baselines."""
    typed, pages = Typed(), list[Page]()
    running = [y for y, is_there in ((HEADER, header), (FOOTER, footer)) if is_there]
    for n, word in enumerate(("last", "slijpt"), 1):
        runs = [typed.run("Profiel lasser", 50, y) for y in running]
        runs += [typed.run(f"Hij {word} op {y:.0f}.", 50, y) for y in texts]
        page = Page(n, 400, 400, tuple(runs), rules, tuple(shades), tuple(dots), has_images=False)
        pages.append(replace(page, white_rules=rules, shade_colours=tuple(SHADE for _ in shades)))
    found = without_repeated(Marks(tuple(pages), typed.glyphs, None))
    assert [key for key in found.runs if key[0] == RUNNING] == ([(RUNNING, 1), (RUNNING, 2)])
    return found.marks.pages[0]


def left(
    *heights: float, texts: Sequence[float] = (200.0,), others: Sequence[Rule] = ()
) -> list[float]:
    """Where level lines stand that are left of those at these heights, and of other rules."""
    page = first_page(*map(level, heights), *others, texts=texts)
    assert page.white_rules == page.rules
    return [rule.at for rule in page.rules if rule.level]


def test_lines_around_a_header_and_a_footer_go_with_them() -> None:
    assert left(5, 30, 200, 365, 390) == [200]


@pytest.mark.parametrize(("at", "is_left"), [(52, False), (53, True), (343, False), (342, True)])
def test_a_line_that_is_further_away_is_of_the_content(at: float, *, is_left: bool) -> None:
    assert left(at) == ([at] if is_left else [])


def test_only_the_nearest_line_is_theirs_in_whichever_order_they_were_drawn() -> None:
    assert left(50, 30, 40) == [50, 40]
    assert left(345, 365, 355) == [345, 355]


def test_a_line_beyond_the_first_or_last_text_is_of_the_content() -> None:
    # Texts reach from 32.5 to 42.5 and from 352.5 to 362.5.
    texts = (40.0, 200.0, 360.0)

    assert left(32, 45, 363, 350, texts=texts) == [45, 350]
    assert left(33, 362, texts=texts) == [33, 362]


def test_running_lines_right_above_and_below_the_content_have_frames() -> None:
    # Texts reach from 25.5 to 35.5 and from 359.5 to 369.5.
    assert left(24, 200, 371, texts=(33.0, 200.0, 367.0)) == [200]


@pytest.mark.parametrize(
    ("near", "sides", "is_left"),
    [
        (30.0, [(30.0, 100.0)], True),
        (30.0, [(31.4, 100.0)], True),
        (30.0, [(31.6, 100.0)], False),
        (30.0, [(8.0, 30.0)], False),
        (30.0, [(8.0, 30.0), (30.0, 100.0)], False),
        (30.0, [(5.0, 15.0), (30.0, 100.0)], True),
        (30.0, [(5.0, 15.0)], False),
        (365.0, [(300.0, 365.0)], True),
        (365.0, [(365.0, 390.0)], False),
        (365.0, [(365.0, 390.0), (300.0, 365.0)], False),
        (365.0, [(385.0, 395.0), (300.0, 365.0)], True),
        (365.0, [(385.0, 395.0)], False),
    ],
)
def test_a_line_that_only_uprights_of_the_content_meet_is_of_it(
    near: float, sides: Sequence[tuple[float, float]], *, is_left: bool
) -> None:
    uprights = [Rule(False, 40, *side) for side in sides]

    assert left(near, others=uprights) == ([near] if is_left else [])


def test_uprights_shades_and_dots_of_the_content_stay_wherever_they_stand() -> None:
    boxes = [(40.0, 10.0, 390.0, 25.0), (380.0, 190.0, 395.0, 210.0), (0.0, 366.0, 10.0, 385.0)]
    page = first_page(
        level(30), level(365), Rule(False, 390, 10, 30), Rule(False, 390, 100, 300),
        Rule(False, 10, 365, 390), shades=boxes, dots=boxes,
    )  # fmt: skip

    assert page.rules == (Rule(False, 390, 100, 300),)
    assert page.shades == page.dots == (boxes[1],)
    assert page.shade_colours == (SHADE,)


def test_without_a_footer_what_is_drawn_below_the_text_stays() -> None:
    below, above = level(390), level(5)

    assert first_page(below, above, footer=False).rules == (below,)
    assert first_page(below, above, header=False).rules == (above,)


def test_what_is_taken_is_told_page_by_page_and_kind_by_kind() -> None:
    typed = Typed()
    keys = [(WATERMARK, 2), (RUNNING, 10), (RUNNING, 2), (WATERMARK, 1), (NUMBERS, 2)]
    runs: dict[tuple[str, int], tuple[Run, ...]] = {key: (typed.run(key[0]),) for key in keys}
    found = Repeated(Marks((), typed.glyphs, None), runs)

    assert [(kind, number) for kind, number, _ in found.lines(typed.maker)] == [
        (WATERMARK, 1), (NUMBERS, 2), (RUNNING, 2), (WATERMARK, 2), (RUNNING, 10),
    ]  # fmt: skip

"""The lines of tagged runs: what two elements have on one line, and what is printed again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Run
from pipeline.readers.pdf.tag_lines import as_one, lines_of_runs, once, share_line, with_label
from pipeline.readers.pdf.tag_parts import PagedRun, TagParagraph
from tests.unit.readers.pdf.typed import Typed


def shown(typed: Typed, runs: list[PagedRun]) -> list[tuple[int, str]]:
    """The lines of runs, each with its page."""
    return [(line.page, line.chars) for line in lines_of_runs(runs, typed.maker)]


def test_lines_stand_in_the_order_of_their_pages() -> None:
    typed = Typed()
    runs = [(2, typed.run("de sluis", y=50)), (1, typed.run("langs de dijk", y=112))]
    runs += [(10, typed.run("en terug", y=50)), (1, typed.run("Hij loopt", y=100))]

    assert shown(typed, runs) == [
        (1, "Hij loopt"), (1, "langs de dijk"), (2, "de sluis"), (10, "en terug"),
    ]  # fmt: skip


# What is printed again on each page.


def again(*texts: tuple[int, str]) -> tuple[list[str], list[str]]:
    """The texts that count and those that are printed again, of these on their pages."""
    typed = Typed()
    runs = [(page, typed.run(text, y=100 + 12 * n)) for n, (page, text) in enumerate(texts)]
    chars = typed.glyphs.chars

    def text(paged: PagedRun) -> str:
        return "".join(chars[paged[1].start : paged[1].end])

    first, others = once(runs, chars)
    return list(map(text, first)), list(map(text, others))


def test_what_is_printed_again_on_other_pages_counts_once() -> None:
    assert again((1, "Rol"), (2, "Rol"), (3, "Rol")) == (["Rol"], ["Rol", "Rol"])
    assert again((1, "Rol"), (1, "Eis"), (2, "Rol"), (2, "Eis")) == (
        ["Rol", "Eis"], ["Rol", "Eis"],
    )  # fmt: skip
    assert again((1, "Rol"), (2, "Eis")) == (["Rol", "Eis"], [])
    assert again((1, "Rol"), (2, "Rol"), (3, "Eis")) == (["Rol", "Rol", "Eis"], [])


def test_what_stands_on_one_page_twice_is_there_twice() -> None:
    assert again((1, "Rol"), (1, "Rol")) == (["Rol", "Rol"], [])
    assert again((1, "Rol")) == (["Rol"], [])
    assert again() == ([], [])


# What stands on one line.


def paragraph(text: str, x: float = 50, y: float = 100, size: float = 10) -> TagParagraph:
    """A paragraph of one line; its letters are half as wide as their size."""
    return TagParagraph((), (Typed().line(text, x, y, size),))


def test_a_paragraph_begins_on_the_line_on_which_the_one_before_ends() -> None:
    first = paragraph("Hij loopt")

    assert share_line(first, paragraph("langs", 100))
    assert not share_line(first, paragraph("langs", 100, 112))


@pytest.mark.parametrize(("x", "shares"), [(93.2, True), (92.8, False)])
def test_letters_jut_out_over_what_follows_on_their_line(x: float, *, shares: bool) -> None:
    # Nine letters reach from 50 to 95.
    assert share_line(paragraph("Hij loopt"), paragraph("langs", x)) is shares


@pytest.mark.parametrize(
    ("size", "y", "shares"),
    [
        # Lines from 92.5 to 102.5, and of the same height further down or up.
        (10, 104.8, True), (10, 105.2, False), (10, 95.2, True), (10, 94.8, False),
        # From 85 to 105, or smaller: half of the lower one of both must be beside the other.
        (20, 112.4, True), (20, 112.6, False), (20, 92.6, True), (20, 92.4, False),
        (4, 103.4, True), (4, 103.6, False), (4, 93.6, True), (4, 93.4, False),
    ],
)  # fmt: skip
def test_two_that_stand_on_one_line_are_beside_each_other_by_half(
    size: float, y: float, *, shares: bool
) -> None:
    assert share_line(paragraph("Hij loopt"), paragraph("langs", 100, y, size)) is shares
    # Which of both is the higher one does not matter.
    before, after = paragraph("langs", 20, y, size), paragraph("Hij", 200)
    assert share_line(before, after) is shares


def test_what_is_something_else_shares_no_line() -> None:
    first, second = paragraph("Hij loopt"), paragraph("langs", 100)

    assert not share_line(replace(first, heading=1), second)
    assert share_line(replace(first, heading=1), replace(second, heading=1))
    assert not share_line(first, replace(second, furniture="header"))
    (line,) = second.lines
    assert not share_line(first, replace(second, lines=(replace(line, page=2),)))


@pytest.mark.parametrize(
    ("first", "second", "levels", "shares"),
    [
        ("- Lassen", "- Zagen", (1, 1), False),
        ("- Lassen", "- Zagen", (1, 2), False),
        ("- Lassen", "Zagen", (1, 1), True),
        ("Lassen", "- Zagen", (1, 1), True),
        ("- Lassen", "- Zagen", (0, 1), True),
        ("- Lassen", "- Zagen", (1, 0), True),
    ],
)
def test_items_of_lists_beside_each_other_are_two(
    first: str, second: str, levels: tuple[int, int], *, shares: bool
) -> None:
    before = replace(paragraph(first), level=levels[0])
    after = replace(paragraph(second, 150), level=levels[1])

    assert share_line(before, after) is shares


def test_two_paragraphs_on_one_line_are_one() -> None:
    typed = Typed()

    def tagged(*runs: Run) -> TagParagraph:
        paged = tuple((1, run) for run in runs)
        return TagParagraph(paged, lines_of_runs(paged, typed.maker), level=1)

    before = tagged(typed.run("Hij loopt", 50, 100))
    after = tagged(typed.run("langs", 100, 100), typed.run("de dijk", 50, 112))
    found = as_one(before, after, typed.maker)

    assert [line.chars for line in found.lines] == ["Hij loopt langs", "de dijk"]
    assert found.runs == (*before.runs, *after.runs)
    assert found.level == 1


# Labels of items.


def labelled(x: float, *label: tuple[str, float]) -> tuple[Line, ...]:
    """Two lines from `x` on, with a label of which each text has a place."""
    typed = Typed()
    lines = typed.lines("Lassen van", "staal", x=x)
    return with_label([typed.line(text, at) for text, at in label], lines)


def test_a_label_stands_before_the_first_line_of_its_item() -> None:
    first, second = labelled(70, ("1.", 50))
    assert (first.chars, first.x0, second.chars, second.x0) == ("1. Lassen van", 50, "staal", 70)

    # A label of two parts begins where the first of them does, and one behind its text moves none.
    first, _ = labelled(70, ("1.", 50), ("a)", 60))
    assert (first.chars, first.x0) == ("1. a) Lassen van", 50)
    assert labelled(70, ("1.", 90))[0].x0 == 70

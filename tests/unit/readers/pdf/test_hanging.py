"""Where the second lines of items stand, and the first lines of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.document.seams import UNSEEN
from pipeline.readers.pdf.hanging import FirstLines, Hanging, text_start
from pipeline.readers.pdf.lines import Line
from tests.unit.readers.pdf.typed import Typed

GOES_ON = "en de sluis"


def item(typed: Typed, text: float = 65, chars: str = "De dijk") -> Line:
    """A bullet, and a text that begins at a place."""
    start = len(typed.runs)
    typed.run("•", 50)
    typed.run(chars, text)
    return typed.maker.lines(typed.runs[start:], 1)[0]


def votes(typed: Typed, *columns: Sequence[Line]) -> dict[str, int]:
    """What the items show, those whose text is set behind the marker by a space as `typed`."""
    found = Hanging.of(columns, typed.maker).votes
    return {kind if tabbed else f"typed {kind}": count for (kind, tabbed), count in found.items()}


# Texts after markers.


@pytest.mark.parametrize(
    ("chars", "start"),
    [("• De dijk", 60), ("12.  De dijk", 75), ("De dijk", None), ("•", None), ("1. ", None)],
)
def test_the_text_of_an_item_begins_after_its_marker(chars: str, start: float | None) -> None:
    typed = Typed()

    assert text_start(typed.line(chars), typed.maker) == start


# What the items of a document show.


@pytest.mark.parametrize(
    ("x", "found"),
    [(65, {"•": 1}), (66.4, {"•": 1}), (63.6, {"•": 1}), (66.6, {}), (50, {"•": -1}),
     (51.4, {"•": -1}), (52, {})],
)  # fmt: skip
def test_an_item_votes_by_where_its_second_line_begins(x: float, found: dict[str, int]) -> None:
    typed = Typed()

    assert votes(typed, [item(typed), typed.line(GOES_ON, x, 112)]) == found


def test_only_lines_that_surely_go_on_vote() -> None:
    typed = Typed()

    assert votes(typed, [item(typed), typed.line("De sluis", 65, 112)]) == {}
    assert votes(typed, [typed.line("De dijk"), typed.line(GOES_ON, y=112)]) == {}


def test_each_kind_of_marker_votes_for_itself() -> None:
    typed = Typed()
    dots = [item(typed), typed.line(GOES_ON, 65, 112)]
    numbers = [typed.line("1. De dijk", y=200), typed.line(GOES_ON, 50, 212)]

    assert votes(typed, dots, dots, numbers) == {"•": 2, "typed number": -1}


def test_a_typed_bullet_goes_on_below_itself_though_lists_of_that_bullet_hang() -> None:
    typed = Typed()
    hung = [item(typed), typed.line(GOES_ON, 65, 112)]
    first = typed.line("• Waterschap Scheldestromen,", y=200)
    rest = typed.line("Middelburg", y=212)
    found = Hanging.of([hung, hung, [first, rest]], typed.maker)

    assert found.left_of_item(first, rest, typed.maker) == UNSEEN
    assert found.left_of_item(hung[0], rest, typed.maker) > 0


# Lines left of the text of an item.


def hanging(typed: Typed, *seconds: float) -> Hanging:
    """What items show whose second lines begin there."""
    columns = [[item(typed), typed.line(GOES_ON, x, 112)] for x in seconds]
    return Hanging.of(columns, typed.maker)


def test_a_line_stands_left_of_items_that_hang() -> None:
    typed = Typed()
    found = hanging(typed, 65, 65, 50)
    last = item(typed)

    # Left of a text at 65 is what stands more than 2.2 points before it.
    assert found.left_of_item(last, typed.line("De", 60), typed.maker) == pytest.approx(2.8)
    assert found.left_of_item(last, typed.line("De", 65), typed.maker) == pytest.approx(-2.2)


def test_no_line_stands_left_of_items_that_do_not_hang() -> None:
    typed = Typed()
    found = hanging(typed, 50)

    assert found.left_of_item(item(typed), typed.line("De", 60), typed.maker) == UNSEEN
    assert found.left_of_item(typed.line("De dijk"), typed.line("De", 40), typed.maker) == UNSEEN


@pytest.mark.parametrize(("gap", "hangs"), [(5.1, True), (4.9, False)])
def test_where_none_goes_on_a_tab_after_the_marker_tells(gap: float, hangs: bool) -> None:
    typed = Typed()
    found = Hanging.of([], typed.maker)
    last = item(typed, 55 + gap, "Dijk")
    left = found.left_of_item(last, typed.line("De", 50), typed.maker)

    assert (left != UNSEEN) is hangs


@pytest.mark.parametrize(("gap", "hangs"), [(15.0, False), (16.4, False), (16.6, True)])
def test_a_gap_as_wide_as_other_spaces_of_its_line_is_no_tab(gap: float, hangs: bool) -> None:
    typed = Typed()
    typed.run("•", 50)
    typed.run("De", 55 + gap)
    typed.run("dijk", 65 + gap + 15)
    (last,) = typed.maker.lines(typed.runs, 1)
    left = Hanging.of([], typed.maker).left_of_item(last, typed.line("De", 50), typed.maker)

    assert (left != UNSEEN) is hangs


# The item that a line belongs to.


def item_of(typed: Typed, *lines: Line) -> Line | None:
    return Hanging.of([], typed.maker).item_of(lines, typed.maker)


def test_lines_below_the_text_of_an_item_are_its_own() -> None:
    typed = Typed()
    first = item(typed)
    second, third = typed.line(GOES_ON, 65, 112), typed.line(GOES_ON, 66.4, 124)

    assert item_of(typed, first) is first
    assert item_of(typed, first, second) is first
    assert item_of(typed, first, second, third) is first


def test_lines_elsewhere_are_no_items() -> None:
    typed = Typed()
    first = item(typed)

    assert item_of(typed, first, typed.line(GOES_ON, 50, 112)) is None
    assert item_of(typed, first, typed.line("De", 50, 112), typed.line(GOES_ON, 65, 124)) is None
    assert item_of(typed, typed.line("De dijk")) is None


# First lines.


@pytest.mark.parametrize(
    ("indent", "found"), [(5.9, False), (6.1, True), (39.9, True), (40.1, False)]
)
def test_first_lines_are_indented_twice_at_least(indent: float, found: bool) -> None:
    typed = Typed()
    column = [typed.line("De dijk", 50 + indent), typed.line(GOES_ON, 50, 112)]

    places = {round(50 + indent)} if found else set()
    assert FirstLines.of([column, column]).places == places
    assert FirstLines.of([column]).places == set()


def test_items_and_ended_sentences_are_no_first_lines() -> None:
    typed = Typed()
    marked = [typed.line("• De dijk", 60), typed.line(GOES_ON, 50, 112)]
    ended = [typed.line("De dijk.", 60), typed.line(GOES_ON, 50, 112)]

    assert FirstLines.of([marked, marked, ended, ended]).places == set()


@pytest.mark.parametrize(("x", "found"), [(60, True), (61, True), (59, True), (62, False)])
def test_a_line_where_first_lines_begin_opens_a_paragraph(x: float, found: bool) -> None:
    typed = Typed()
    before = [typed.line("De dijk is hoog.", 50)]

    assert FirstLines(frozenset({60})).opens(before, typed.line("De sluis", x, 112), None) is found


def test_lower_case_opens_a_paragraph_after_a_sentence_only() -> None:
    typed = Typed()
    first_lines = FirstLines(frozenset({60}))
    line = typed.line("de sluis", 60, 112)

    assert not first_lines.opens([typed.line("De dijk en")], line, None)
    assert first_lines.opens([typed.line("De dijk.")], line, None)


def test_in_an_item_the_line_after_it_tells() -> None:
    typed = Typed()
    first_lines = FirstLines(frozenset({60}))
    line = typed.line("De sluis", 60, 112)
    group = [typed.line("• De dijk.", 45)]

    assert not first_lines.opens(group, line, None)
    assert not first_lines.opens(group, line, typed.line(GOES_ON, 60, 124))
    assert first_lines.opens(group, line, typed.line(GOES_ON, 50, 124))

"""Lines of a column become paragraphs and items: how they are joined, and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.core.signs import BULLET, SOFT_HYPHEN, UNKNOWN
from pipeline.document.model import ListItem, Paragraph
from pipeline.document.text import BOLD
from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.line_seams import Column, LineSeams
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.paragraphs import ParagraphMaker
from tests.unit.readers.pdf.typed import Typed

RIGHT = 262.0
FULL = "Wie de dijk bewaakt, kijkt elke dag naar"


def maker_of(typed: Typed, lines: Sequence[Line]) -> ParagraphMaker:
    maker = typed.maker
    return ParagraphMaker(LineSeams(maker, Habits.of([lines], maker)))


def texts(typed: Typed, *lines: Line, right: float = RIGHT) -> list[str]:
    found = maker_of(typed, lines).blocks(Column(lines, 50.0, right))
    return [block.text.chars for _, block in found]


def test_what_a_dot_marks_is_an_item_and_the_rest_of_it_too() -> None:
    typed = Typed()
    first, second, third = typed.lines(FULL, "Zeeland.", "Wie dat doet.")
    column = Column((replace(first, dot=45.0), second, third), 50.0, RIGHT)
    blocks = [block for _, block in maker_of(typed, column.lines).blocks(column)]

    assert [type(block) for block in blocks] == [ListItem, Paragraph]
    assert blocks[0].text.chars == f"{FULL} Zeeland."


def test_a_sign_without_a_meaning_before_a_text_is_a_bullet() -> None:
    typed = Typed()
    line = typed.maker.lines([typed.run(f"{UNKNOWN} Ziet toe.", style=BOLD)], 1)[0]
    ((_, block),) = maker_of(typed, [line]).blocks(Column((line,), 50.0, RIGHT))

    assert block.text.chars == f"{BULLET} Ziet toe."
    assert block.text.origins == line.text.origins
    assert block.text.all_styled(BOLD)
    assert texts(typed, typed.line(f"{UNKNOWN}Ziet toe.", y=200)) == [f"{UNKNOWN}Ziet toe."]


def test_a_word_too_long_for_its_line_goes_on_without_a_blank_and_says_so() -> None:
    typed = Typed()
    lines = typed.lines("Waterschapsbestuu", "rder")
    maker = maker_of(typed, lines)
    ((group, block),) = maker.blocks(Column(tuple(lines), 50.0, 136.0))

    assert (block.text.chars, len(group)) == ("Waterschapsbestuurder", 2)
    assert [reason.verdict.name for reason in maker.reasons][-1] == (
        "what follows is no word by itself"
    )


def test_hyphens_at_line_ends_are_counted_where_they_go() -> None:
    typed = Typed()
    lines = typed.lines("Wie de dijk bewaakt, heeft alle vaardig-", "heden.")
    maker = maker_of(typed, lines)

    assert maker.whole(lines, RIGHT)[0].chars.endswith("vaardigheden.")
    assert maker.seams.maker.dropped == {"line-end hyphens": 1}
    kept = typed.lines("Wie de dijk bewaakt, doet dat in Noord-", "Holland.", y=200)
    assert maker.whole(kept, RIGHT)[0].chars.endswith("Noord-Holland.")
    assert maker.seams.maker.dropped == {"line-end hyphens": 1}


def test_soft_hyphens_inside_a_paragraph_go_and_are_counted() -> None:
    typed = Typed()
    line = typed.line("De dijk.")
    soft = f"De{SOFT_HYPHEN} di{SOFT_HYPHEN}jk."
    styles = bytes((BOLD, *[0] * (len(soft) - 1)))
    text = replace(line.text, chars=soft, origins=tuple(range(len(soft))), styles=styles)
    maker = maker_of(typed, [line])
    (found,) = maker.whole([replace(line, text=text)], RIGHT)

    assert (found.chars, found.origins) == ("De dijk.", (0, 1, 3, 4, 5, 7, 8, 9))
    assert found.styles == bytes((BOLD, *[0] * 7))
    assert maker.seams.maker.dropped == {"invisible characters": 2}


@pytest.mark.parametrize(("size", "goes_on"), [(10.0, True), (14.0, False)])
def test_a_heading_goes_on_in_letters_as_large(size: float, goes_on: bool) -> None:
    typed = Typed()
    last, line = typed.line("Het werk van"), typed.line("de dijkwachter", y=113, size=size)
    maker = maker_of(typed, [last, line])

    assert maker.heading_goes_on(last, line) is goes_on
    assert [reason.act for reason in maker.reasons] == ["joined" if goes_on else "parted"]

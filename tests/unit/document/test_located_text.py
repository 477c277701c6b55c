"""Text that knows where its characters came from: slices, joins and styles keep it right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.diagnostics import Place
from pipeline.document.model import (
    Cell,
    Document,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Row,
    Table,
    texts,
)
from pipeline.document.text import BOLD, INSERTED, ITALIC, Text, join, plain
from pipeline.readers.source import LineLocator
from tests.suites import examples

QUICK = examples(fast=100, slow=500)


def located(chars: str, start: int = 0, style: int = 0) -> Text:
    """Text that stands in the source from an offset on."""
    return Text(chars, tuple(range(start, start + len(chars))), bytes([style]) * len(chars))


TEXTS = st.text(st.sampled_from("ab \n\t\u00a0é"), max_size=12).map(located)


def test_a_text_needs_an_origin_and_a_style_for_each_character() -> None:
    with pytest.raises(ValueError, match="one origin and one style"):
        Text("ab", (1,), b"\0\0")


def test_a_slice_keeps_origins_and_styles() -> None:
    text = located("Kok", 5, BOLD)[1:]

    assert text == Text("ok", (6, 7), bytes([BOLD, BOLD]))


def test_an_index_gives_a_character() -> None:
    assert located("Kok")[-1] == "k"


def test_an_empty_text_is_false() -> None:
    assert not Text()
    assert located(" ")


def test_stripping_drops_white_space_with_its_origins() -> None:
    assert located(" \u00a0ab\n").strip().origins == (2, 3)


def test_collapsing_leaves_single_spaces_with_the_origin_of_the_first() -> None:
    text = located("  een \n\t\u00a0twee ").collapse()

    assert text.chars == "een twee"
    assert text.origins == (2, 3, 4, 5, 9, 10, 11, 12)


@given(TEXTS)
@QUICK
def test_collapsing_is_what_split_and_join_do(text: Text) -> None:
    assert text.collapse().chars == " ".join(text.chars.split())
    assert text.collapse().collapse() == text.collapse()


@given(TEXTS)
@QUICK
def test_collapsing_and_stripping_lose_nothing_visible(text: Text) -> None:
    assert list(text.collapse().visible()) == list(text.strip().visible()) == list(text.visible())


@given(TEXTS, st.integers(0, 12))
@QUICK
def test_two_slices_make_the_text_again(text: Text, at: int) -> None:
    assert text[:at] + text[at:] == text


def test_lines_are_stripped_and_blank_ones_kept() -> None:
    assert [line.chars for line in located("een \n\n twee").lines()] == ["een", "", "twee"]
    assert [line.origins for line in located("a\nb").lines()] == [(0,), (2,)]


def test_a_join_inserts_a_separator_that_stands_nowhere() -> None:
    text = join([located("een", 3, ITALIC), located("twee", 9)])

    assert text.chars == "een twee"
    assert text.origins[3] == INSERTED
    assert text.styles[3] == 0


def test_a_join_of_nothing_is_empty() -> None:
    assert join([]) == Text()


def test_a_join_of_one_text_is_that_text() -> None:
    assert join([located("een")]) == located("een")


def test_only_visible_characters_of_the_source_are_visible() -> None:
    assert list(join([located("a ", 4), plain("x"), located("b", 9)]).visible()) == [
        (4, "a"),
        (9, "b"),
    ]


@pytest.mark.parametrize("white", [" ", "\n", "\x85", "\u00a0", "\u2003", "\u2028", "\u3000"])
@pytest.mark.parametrize("letter", ["b", "\u00e9", "\u2019", "\uf0b7"])
def test_white_space_of_any_kind_has_no_visible_origin(white: str, letter: str) -> None:
    text = join([located(f"a{white}{letter}{white}", 4), plain("x"), located("c", 20)], "")

    assert text.visible_origins() == [4, 6, 20]
    assert text.visible_chars() == f"a{letter}c"
    assert [origin for origin, _ in text.visible()] == text.visible_origins()


def test_the_text_of_a_cell_is_that_of_its_blocks_without_blank_ones() -> None:
    inner = Table((Row((Cell((Paragraph(located("drie", 20)),)),)),))
    blocks = (Heading(1, located(" een")), Paragraph(Text()), ListItem(located("twee", 9)), inner)

    cell = Cell(blocks)

    assert cell.text.chars == "een\ntwee\ndrie"
    assert cell.text.visible_origins() == [1, 2, 3, *range(9, 13), *range(20, 24)]
    assert cell == Cell(blocks)
    assert not Cell((Paragraph(located(" \n")),)).text


def test_all_styled_looks_at_visible_characters_only() -> None:
    text = located("een", 0, BOLD) + located(" ") + located("twee", 4, BOLD | ITALIC)

    assert text.all_styled(BOLD)
    assert not text.all_styled(ITALIC)


def test_blank_text_has_no_style() -> None:
    assert not located("  ", 0, BOLD).all_styled(BOLD)


@pytest.mark.parametrize(
    ("parts", "length"),
    [
        ([("Een", BOLD), (" twee", 0)], 3),
        ([("Een", BOLD), (" ", 0), ("twee", BOLD), (" drie", 0)], 8),
        ([("Een", 0), ("twee", BOLD)], 0),
        ([("Een ", BOLD)], 3),
    ],
)
def test_a_styled_opening_ends_with_its_last_visible_character(
    parts: list[tuple[str, int]], length: int
) -> None:
    text = Text()
    for chars, style in parts:
        text = text + located(chars, 0, style)

    assert text.styled_prefix(BOLD) == length


def test_the_texts_of_blocks_come_in_the_order_of_the_document() -> None:
    inner = Table((Row((Cell((ListItem(plain("vijf")),)),)),), plain("vier"))
    blocks = (
        Heading(1, plain("een")),
        Paragraph(plain("twee")),
        PageEnd(),
        Table((Row((Cell((Furniture("navigation", plain("drie")), inner)),)),)),
        Paragraph(plain("zes")),
    )

    found = [text.chars for text in texts(blocks) if text]

    assert found == ["een", "twee", "drie", "vier", "vijf", "zes"]


def test_documents_with_equal_content_are_equal() -> None:
    def document() -> Document:
        return Document("text/plain", "x", (Paragraph(plain("a")),), LineLocator.of("a"), 1, {})

    assert document() == document()


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place(line=3, column=7), "line 3, column 7"),
        (Place(page=4), "page 4"),
        (Place(part="word/document.xml", path="/w:p[3]"), "word/document.xml /w:p[3]"),
        (Place(), ""),
    ],
)
def test_a_place_is_shown_in_the_words_of_its_kind(place: Place, shown: str) -> None:
    assert str(place) == shown

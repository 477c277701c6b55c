"""The words of texts, page by page, each with its glyphs and what parts it from the one before."""

from __future__ import annotations

import pytest

from pipeline.document.text import INSERTED, Text
from pipeline.readers.pdf.page_words import PageWords, words_by_page
from pipeline.readers.pdf.wording import Joint

MADE = "_"
"""A blank that was not drawn."""


def text(chars: str, start: int = 0) -> Text:
    """A text whose characters were drawn one after the other, from a number on."""
    origins, at = [], start
    for char in chars:
        origins.append(INSERTED if char == MADE else at)
        at += char != MADE
    return Text(chars.replace(MADE, " "), tuple(origins), bytes(len(chars)))


def page(*texts: Text, glyphs: range = range(100)) -> PageWords:
    return PageWords(glyphs, list(texts))


def test_words_are_folded_and_have_their_glyphs() -> None:
    words = page(text("De dijk, (één)")).words

    assert [(word.chars, word.origins) for word in words] == [
        ("De", (0, 1)),
        ("dijk", (3, 4, 5, 6, 7)),
        ("een", (9, 10, 11, 12, 13)),
    ]


def test_what_parts_words_is_known() -> None:
    words = page(text("de dijk_en\nsluis"), text("wacht", 20)).words

    assert [word.joint for word in words] == [
        Joint.END, Joint.BLANK, Joint.ROOM, Joint.END, Joint.END
    ]  # fmt: skip


def test_signs_are_no_words_and_dots_that_lead_to_a_number_are_none() -> None:
    assert [word.chars for word in page(text("• dijk.....12 – en")).words] == ["dijk", "12", "en"]


def test_a_word_has_only_glyphs_that_were_drawn() -> None:
    split = text("dijk_wacht")
    glued = Text(split.chars.replace(" ", "-"), split.origins, split.styles)

    assert [word.origins for word in page(glued).words] == [tuple(range(9))]


def test_raw_words_stand_as_they_are() -> None:
    assert list(page(text("De dijk, (één)")).raw()) == ["De", "dijk,", "(één)"]


def test_a_text_over_two_pages_has_on_each_what_stands_there() -> None:
    whole = text("de dijkwacht loopt")
    first, second = range(7), range(7, 18)

    pages = words_by_page([whole], [first, second])

    assert [list(one.raw()) for one in pages] == [["de", "dijk"], ["wacht", "loopt"]]
    assert [[word.chars for word in one.words] for one in pages] == [
        ["de", "dijk"], ["wacht", "loopt"]
    ]  # fmt: skip


def test_texts_go_to_the_pages_that_their_glyphs_are_of() -> None:
    texts = [text("sluis", 10), text("dijk", 0), text("water", 20)]
    pages = words_by_page(texts, [range(10, 15), range(10), range(15, 15), range(20, 25)])

    assert [[one.chars for one in found.texts] for found in pages] == [
        ["sluis"], ["dijk"], [], ["water"]
    ]  # fmt: skip


def test_a_text_drawn_backwards_over_three_pages_is_on_all() -> None:
    backwards = text("dijk", 20) + text("en", 10) + text("wal", 0)
    pages = words_by_page([backwards], [range(10), range(10, 20), range(20, 30)])

    assert [len(found.texts) for found in pages] == [1, 1, 1]
    assert [list(found.raw()) for found in pages] == [["wal"], ["en"], ["dijk"]]


@pytest.mark.parametrize("chars", ["_dijk", "dijk_", "_dijk_"])
def test_blanks_at_the_ends_of_a_text_are_of_no_page(chars: str) -> None:
    (found,) = words_by_page([text(chars, 3)], [range(3, 7)])

    assert list(found.raw()) == ["dijk"]


def test_a_text_without_glyphs_is_on_no_page() -> None:
    (found,) = words_by_page([text("__")], [range(3, 7)])

    assert found.texts == []


def test_glyphs_in_no_text_are_unread() -> None:
    assert list(page(text("dijk", 2), glyphs=range(1, 8)).unread()) == [1, 6, 7]


def turns(*texts: Text) -> list[tuple[str, str]]:
    return [(one.chars, other.chars) for one, other in page(*texts).turns()]


def test_a_word_drawn_before_the_one_that_it_follows_is_a_turn() -> None:
    drawn = text("de dijk", 20) + text("_loopt", 10)

    assert turns(drawn) == [("dijk", "loopt")]
    assert turns(text("de dijk loopt")) == []


def test_the_number_of_an_item_may_be_drawn_last() -> None:
    assert turns(text("3", 20) + text("_dijk", 10)) == []
    assert turns(text("dijk", 30) + text("_3", 20) + text("_dijk", 10)) == [
        ("dijk", "3"), ("3", "dijk")
    ]  # fmt: skip

"""What a page holds and does not show is told: as a note, or as a warning where it may matter."""

from __future__ import annotations

import pytest

from pipeline.readers import html
from pipeline.readers.source import SourceText

SENTENCE = "Zij maken elke week een rooster voor het hele team"


def told(source: str) -> list[str]:
    """The findings of a page: code, place and message."""
    found = html.read(SourceText(source, "utf-8")).findings
    return [f"{f.code} {f.place}: {f.message}" for f in found]


def codes(source: str) -> list[str]:
    return [finding[:6] for finding in told(source)]


def test_a_few_hidden_words_are_a_note_with_their_place() -> None:
    assert told("<p>een</p>\n<p hidden>geheim woord</p><p hidden>en nog een</p>") == [
        "BCP145 line 2, column 11: 5 words are hidden text, and no content: "
        "`geheim woord en nog een`"
    ]


def test_a_hidden_sentence_is_a_warning_that_shows_how_it_begins() -> None:
    assert told(f"<div style='display:none'>{SENTENCE} en {SENTENCE}</div>") == [
        "BCP156 line 1, column 27: 21 words are hidden text, and stand nowhere else: "
        "`Zij maken elke week een rooster voor het hele team en Zij ma...`"
    ]


def test_a_hidden_sentence_in_a_cell_is_told_as_well() -> None:
    cell = f"<table><tr><td>Rol</td><td><p hidden>{SENTENCE}</p></td></tr></table>"

    assert codes(cell) == ["BCP156"]
    assert codes(f"{cell}<p>{SENTENCE}</p>") == ["BCP145"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f"<noscript>{SENTENCE}</noscript>", ["BCP145"]),
        (f"<noscript>{' '.join([SENTENCE] * 5)}</noscript>", ["BCP156"]),
        ("<svg><text>Rol</text></svg>", ["BCP145"]),
        (f"<svg><text>{SENTENCE}</text></svg>", ["BCP156"]),
        (f"<p>een <del>{SENTENCE}</del></p>", ["BCP145"]),
        (f"<nav>{SENTENCE}</nav>", []),
        (f"<ul hidden><li><a href='/'>{SENTENCE}</a></ul>", []),
        ("<p>een</p>", []),
    ],
)
def test_each_kind_is_told_by_what_it_may_mean(source: str, found: list[str]) -> None:
    assert codes(source) == found

"""Every word of a document knows its line and column in the source."""

from __future__ import annotations

import pytest

from pipeline.document.model import Document
from pipeline.readers import html, markdown, tabbed
from pipeline.readers.source import SourceText
from tests.unit.readers.notation import places_of


def page(text: str) -> Document:
    return html.read(SourceText(text, "utf-8"))


@pytest.mark.parametrize(
    ("source", "word", "places"),
    [
        ("<p>Een twee</p>", "twee", ["1:8-1:12"]),
        ("<p>\n  Een\n  twee</p>", "twee", ["3:3-3:7"]),
        ("<p>Een\n  twee</p>", "Een twee", ["1:4-1:7", "2:3-2:7"]),
        ("<p>Een\r\ntwee</p>", "twee", ["2:1-2:5"]),
        ("<p>caf&eacute; nu</p>", "café", ["1:4-1:15"]),
        ("<p>caf&eacute; nu</p>", "nu", ["1:16-1:18"]),
        ("<p>caf&#233; nu</p>", "nu", ["1:14-1:16"]),
        ("<p>A&amp;O nu</p>", "A&O", ["1:4-1:11"]),
        ("<p>caf\u0065\u0301 nu</p>", "nu", ["1:10-1:12"]),
        ("<p>con\ufb01ict nu</p>", "nu", ["1:12-1:14"]),
        ("<p>con\ufb01g</p>", "i", ["1:7-1:8"]),
        ("<p>vaar\u00addig</p>", "vaardig", ["1:4-1:12"]),
        ("<p>Een<b\n class=x>twee</b></p>", "twee", ["2:10-2:14"]),
        ("<!-- een\n -->\n<td>a<td>b", "b", ["3:10-3:11"]),
        ("<p>\U0001f6a2 boot</p>", "boot", ["1:6-1:10"]),
        ("<p>Een<br>twee</p>", "Een\ntwee", ["1:4-1:15"]),
    ],
)
def test_a_place_in_html_is_exact(source: str, word: str, places: list[str]) -> None:
    assert places_of(page(source), word) == places


def test_a_composed_letter_ends_where_its_mark_ends() -> None:
    assert places_of(page("<p>cafe\u0301</p>"), "café") == ["1:4-1:9"]


def test_the_text_of_hidden_parts_has_a_place_too() -> None:
    assert places_of(page("<p>a</p>\n<nav>Menu</nav>"), "Menu") == ["2:6-2:10"]


@pytest.mark.parametrize(
    ("source", "word", "places"),
    [
        ("# Kop\n\n**Een** twee", "twee", ["3:9-3:13"]),
        ("# Kop\n\n**Een** twee", "Een", ["3:3-3:6"]),
        ("| a | b<br>cd |\n|--|--|", "cd", ["1:12-1:14"]),
        ("| a \\| x | b |\n|--|--|", "b", ["1:12-1:13"]),
        ("- een\n  twee", "een\ntwee", ["1:3-1:6", "2:3-2:7"]),
        ("## Kop ##", "Kop", ["1:4-1:7"]),
        ("Een\r\ntwee", "twee", ["2:1-2:5"]),
        ("Zie [KCH](http://x) nu", "nu", ["1:21-1:23"]),
        ("caf&eacute; nu", "nu", ["1:13-1:15"]),
    ],
)
def test_a_place_in_markdown_is_exact(source: str, word: str, places: list[str]) -> None:
    assert places_of(markdown.read(SourceText(source, "utf-8")), word) == places


@pytest.mark.parametrize(
    ("source", "word", "places"),
    [
        ("Naam:\tKok", "Kok", ["1:7-1:10"]),
        ("Naam:\tKok\r\nDatum:\t2026", "2026", ["2:8-2:12"]),
        ("a\t<p>b</p><p>c</p>", "c", ["1:14-1:15"]),
        ("a\tb\n• c\n", "• c", ["2:1-2:4"]),
        ("a\tb\fc\td", "d", ["1:7-1:8"]),
        ("\tvervolg", "vervolg", ["1:2-1:9"]),
    ],
)
def test_a_place_in_tabbed_text_is_exact(source: str, word: str, places: list[str]) -> None:
    assert places_of(tabbed.read(SourceText(source, "utf-8")), word) == places

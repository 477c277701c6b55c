"""The reader's account: every visible character of the source is content or markup, never both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.model import Document
from pipeline.readers import html, markdown, tabbed
from pipeline.readers.source import SourceText
from tests.suites import examples
from tests.unit.readers.notation import content_count, shown

ARBITRARY = examples(fast=60, slow=400)

WORDS = st.sampled_from(
    ["Kok ", "café", "e\u0301", "o\ufb03ce", "vaar\u00addig", "•", "A & O ", "\u200b", "5 < 6 ",
     "&eacute;", "&#233;", "&amp;", "&nbsp;", "&bull; ", "R&D ", "1. ", "\n", "\r\n", " ", "\x07"]
)  # fmt: skip
TAGS = st.sampled_from(
    """<p> </p> <b> </b> <i style='font-weight:bold'> </i> <br> <hr> <div> </div> <ul> </ul> <ol>
    </ol> <li> </li> <h2> </h2> <span style='display:none'> </span> <del> </del> <nav> </nav>
    <main> </main> <!--x--> <script>a<b</script> <style>p{}</style> <table><tr><td> <tr><td> <td>
    </table> <caption> </caption> <o:p/> <dl><dt> <dd> <dt> </dl> <a href='#x'> </a> <title>
    </title> <p><![if> <![endif]> </""".split()
)
SIGNS = st.sampled_from(
    ["# ", "## x ##\n", "- ", "* ", "1. ", "**", "*", "_", "`", "| ", " |", "|--|--|\n", "---\n",
     "\n\n", "\n", "> ", "\\", "\\|", "[a](b)", "![a](b)", "<br>", "<b>", "</b>", "<table>",
     "<tr><td>", "</table>\n", "    "]
)  # fmt: skip
ROWS = st.sampled_from(
    ["\t", "\n", "\f", "--\t---\n", "=====\n", "- ", "<p>", "<ul>", "</p>", "<b>"]
)


def sources(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*parts), max_size=25).map("".join)


def unaccounted(document: Document) -> int:
    return document.source_chars - sum(document.markup.values()) - content_count(document)


# An ampersand at the very end has a test of its own in test_html.py; hence the blank.
@given(sources(WORDS, TAGS))
@ARBITRARY
def test_the_account_of_a_page_adds_up(source: str) -> None:
    document = html.read(SourceText(source + " ", "utf-8"))

    assert unaccounted(document) == 0, shown(document.blocks)


@given(sources(WORDS, SIGNS))
@ARBITRARY
def test_the_account_of_markdown_adds_up(source: str) -> None:
    document = markdown.read(SourceText(source, "utf-8"))

    assert unaccounted(document) == 0, shown(document.blocks)


@given(sources(WORDS, ROWS))
@ARBITRARY
def test_the_account_of_tabbed_text_adds_up(source: str) -> None:
    document = tabbed.read(SourceText(source, "utf-8"))

    assert unaccounted(document) == 0, shown(document.blocks)


@given(st.text(st.characters(codec="utf-8", exclude_characters="<>&"), max_size=60))
@ARBITRARY
def test_text_without_markup_is_all_content(source: str) -> None:
    document = html.read(SourceText(source, "utf-8"))

    assert unaccounted(document) == 0
    assert set(document.markup) <= {"combining marks", "control characters", "invisible characters"}


@given(sources(WORDS, TAGS))
@ARBITRARY
def test_each_character_has_the_origin_of_a_character_of_the_source(source: str) -> None:
    document = html.read(SourceText(source, "utf-8"))

    for text in (t for block in document.blocks for t in [getattr(block, "text", None)] if t):
        assert all(0 <= origin < len(source) for origin, _ in text.visible())


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        ("<p>Een</p>", {"tags": 7}),
        ("<p>caf&eacute;</p>", {"character references": 7, "tags": 7}),
        ("<p>a<!-- b --></p>", {"tags": 15}),
        ("<p>a\u00adb</p>", {"invisible characters": 1, "tags": 7}),
        ("<p>e\u0301</p>", {"combining marks": 1, "tags": 7}),
        ("<script>x</script>", {"scripts and head": 1, "tags": 17}),
    ],
)
def test_markup_is_counted_by_kind(source: str, markup: dict[str, int]) -> None:
    assert html.read(SourceText(source, "utf-8")).markup == markup


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        ("# Een", {"Markdown": 1}),
        ("**Een** [a](b)", {"Markdown": 9}),
        ("|a|b|\n|-|-|", {"Markdown": 3, "rules": 5}),
        ("a\n\n---", {"rules": 3}),
    ],
)
def test_the_signs_of_markdown_are_counted(source: str, markup: dict[str, int]) -> None:
    assert markdown.read(SourceText(source, "utf-8")).markup == markup


def test_drawn_rules_are_counted() -> None:
    document = tabbed.read(SourceText("a\tb\n---\t--\n", "utf-8"))

    assert (document.source_chars, document.markup) == (7, {"rules": 5})


def test_furniture_is_content_of_the_document_and_no_markup() -> None:
    document = html.read(SourceText("<nav>Menu</nav>", "utf-8"))

    assert content_count(document) == 4
    assert unaccounted(document) == 0

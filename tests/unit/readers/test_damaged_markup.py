"""A page in which a quote, a bracket or an end tag is missing: nothing is lost, and it is told."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import DocumentError, convert_bytes
from pipeline.document.model import texts
from pipeline.readers import html
from pipeline.readers.source import SourceText
from pipeline.readers.tokens import Token, tokens
from tests.unit.readers.notation import html_blocks

DAMAGED = settings(max_examples=300, deadline=None, derandomize=True, database=None)
# What is our fault, whatever the page.
FAULTS = {"BCP401", "BCP402", "BCP424", "BCP501", "BCP901"}


def faults(source: str) -> list[str]:
    """The findings of a page, each with its place."""
    found = html.read(SourceText(source, "utf-8")).findings
    assert {finding.code for finding in found} <= {"BCP109"}
    return [f"{finding.place}: {finding.message}" for finding in found]


def unheard(_at: int, _message: str) -> None:
    """Takes no note of a fault."""


def kinds(source: str) -> list[tuple[str, str]]:
    """The tokens of a source: kind, and the name or what was written."""
    found = tokens(source, unheard)
    return [(token.kind, token.name or source[token.start : token.end]) for token in found]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ('<p class="x>een</p><p>twee</p>', "p:een; p:twee"),
        ('<p class="x>een</p><p class="y">twee</p>', "p:een; p:twee"),
        ('<p class="x>een</p><p class="">twee</p>', "p:een; p:twee"),
        ('<p class="x>een</p><p class=" y">twee</p>', "p:een; p:twee"),
        ('<p class="x>een</p>\n<p id="1" class="y">twee</p>', "p:een; p:twee"),
        ("<p>een <a href='http://x>twee</a> drie</p>", "p:een twee drie"),
        ('<p class="x>Hij zegt "ja" en "nee"</p><p>twee</p>', 'p:Hij zegt "ja" en "nee"; p:twee'),
        ('<p class="x>19" breed</p><p>twee</p>', 'p:19" breed; p:twee'),
        ('<p a="1" class="x>een</p><p b=\'2\'>twee</p>', "p:een; p:twee"),
        ('<p class=\'"x">een</p><p>twee</p>', "p:een; p:twee"),
        ('<p class="x" id="y>een', "p:een"),
        ("<p title='x>een</p>", "p:een"),
    ],
)
def test_an_attribute_whose_quote_is_never_closed_ends_at_its_bracket(
    source: str, blocks: str
) -> None:
    assert html_blocks(source) == blocks
    (fault,) = faults(source)
    assert "quote of an attribute is never closed" in fault


@pytest.mark.parametrize(
    "source",
    [
        '<p title="a > b">een</p>',
        "<p data-x='<b class=\"y\">z</b>'>een</p>",
        '<p onclick="if (a>b) { c() }" id="x">een</p>',
        '<p title=">" class="y"/>een</p>',
        '<p title="a > b"\n>een</p>',
        '<p title="19\'">een</p>',
        '<p title=x"y>een</p>',
        '<p "x">een</p>',
        "<p x=y/z>een</p>",
        "<p x = 'y' z>een</p>",
    ],
)
def test_a_sound_attribute_may_hold_brackets_and_quotes(source: str) -> None:
    assert html_blocks(source) == "p:een"
    assert faults(source) == []


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>een</p<p>twee</p>", "p:een; p:twee"),
        ("<p>een <b>twee</b drie</p>", "p:een *twee* drie"),
        ('<p>een</p><p class="x"twee</p>', "p:een; p:twee"),
        ('<p>een</p><p class="x" twee drie</p>', "p:een; p:twee drie"),
        ("<p>een <btwee</p>", "p:een <btwee"),
        ("<p>een <luistert naar</p>", "p:een <luistert naar"),
        ("<p>een <twee", "p:een <twee"),
        ("<p>een </twee", "p:een </twee"),
        ('<p>een <b class="x', 'p:een <b class="x'),
        ("<p>een <b class='x y</p>", "p:een"),
    ],
)
def test_a_tag_that_is_never_closed_takes_no_text(source: str, blocks: str) -> None:
    assert html_blocks(source) == blocks
    assert len(faults(source)) == 1


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>een</p><!-- x <p>twee</p>", "p:een; p:twee"),
        ("<p>een</p><!-- x -><p>twee</p>", "p:een; p:twee"),
        ("<p>een</p><style>p {}</styl><p>twee</p>", "p:een; p:twee"),
        ("<p>een</p><style>p {}<style><p>twee</p>", "p:een; p:twee"),
        ("<title>x</titl><p>een</p>", "p:een"),
        ("<script>x</script ><p>een</p>", "p:een"),
        ("<script>a</scrip><p>een</p><script>b</script>", "p:een"),
        ("<svg><path></sv><p>een</p>", "p:een"),
        ("<object><p>een</p>", "p:een"),
        ("<head><meta></hea><p>een</p>", "p:een"),
        ("<head><meta><body><p>een</p>", "p:een"),
        ("<head><script src='x'/><title/></head><p>een</p>", "p:een"),
    ],
)
def test_what_is_not_shown_ends_where_its_end_was_meant(source: str, blocks: str) -> None:
    assert html_blocks(source) == blocks


def test_the_places_of_faults_are_told_and_those_of_a_kind_are_counted() -> None:
    source = "<p>een</p>\n<p class='x>twee</p>\n" + "<p>drie</p\n" * 3

    assert faults(source) == [
        "line 2, column 1: the quote of an attribute is never closed: the tag was ended at its "
        "first bracket",
        "line 3, column 8: a tag is never closed: what is no attribute was read as text "
        "(and at 2 more places)",
    ]


def test_a_comment_in_a_comment_is_told() -> None:
    assert html_blocks("<p>een</p><!-- x -> twee <!-- y --><p>drie</p>") == "p:een; p:drie"
    assert "holds another one" in faults("<!-- x -> twee <!-- y -->")[0]


def test_what_looks_like_a_tag_and_is_none_is_text() -> None:
    assert kinds("a < b <5 <- </> <! <é") == [
        ("text", "a < b <5 <- "), ("none", "</>"), ("text", " <! <é"),
    ]  # fmt: skip


def test_declarations_and_comments_show_nothing() -> None:
    sources = ["<!doctype x>", "<?xml a?>", "<!-->", "<!--->", "<!-- > -->", "<![if !x]>",
               "<!-- x --!>", "<!ELEMENT x>", "</ >", "<![x]>"]  # fmt: skip

    assert kinds("".join(sources)) == [("none", source) for source in sources]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>een <![CDATA[twee]]> drie</p>", "p:een twee drie"),
        ("<p>een <![CDATA[twee > 2]]> drie</p>", "p:een twee > 2 drie"),
        ("<p>een</p><![CDATA[<p>twee</p>]]><p>drie ]]></p>", "p:een; p:twee; p:drie ]]>"),
        ("<p>een <![CDATA[twee</p><p>drie</p>", "p:een twee; p:drie"),
        ("<p><![CDATA[een]]><![CDATA[ twee]]></p>", "p:een twee"),
        ("<p><![CDATA[een <b ]]> c>twee</p>", "p:een *c>twee*"),
    ],
)
def test_a_section_of_bare_characters_is_text_and_told(source: str, blocks: str) -> None:
    assert html_blocks(source) == blocks
    assert any("CDATA" in fault for fault in faults(source))


def test_a_tag_says_what_is_in_it() -> None:
    (found,) = tokens("<TD Class=\"a &amp; b\" nowrap x='' y=z CLASS=c />", unheard)

    attributes = {"class": "a & b", "nowrap": "", "x": "", "y": "z"}
    assert found == Token("start", 0, 48, "td", attributes, closes_itself=True)


PIECES = (
    "<", ">", "</", "<!--", "-->", "<p", "p", "<td class=\"", "'", '"', "=", " ", "\n", "/", "a",
    "<script>", "</script>", "<title>", "&amp;", "<![CDATA[", "]]>", "<svg>", "<?", "<!", "é",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@DAMAGED
def test_tokens_cover_any_source_without_a_gap(source: str) -> None:
    found = list(tokens(source, unheard))

    assert "".join(source[token.start : token.end] for token in found) == source
    assert all(token.start < token.end for token in found)


ATTRIBUTES = st.sampled_from(
    ["", ' class="a"', " class='b c'", ' style="margin: 0" id="x"', " width=10", ' title="a > b"']
)
VALUES = st.sampled_from(
    ["open &amp; eerlijk", "<p>Zij zijn:</p><ul><li>open</li><li>eerlijk</li></ul>",
     "<b>Luistert</b> goed<br>en vraagt door", 'Zegt "ja" of \'nee\'', "<!-- noot -->rustig",
     "<a href='https://example.org/'>zorgvuldig</a>"]
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A small profile as a page."""
    rows = [("Naam BCP", "Kok (niveau 4)"), ("Datum", "2 maart '26"), ("Versie", "3")]
    rows += [(label, draw(VALUES)) for label in ("Attitude", "Complexiteit")]
    table = "\n".join(
        f"<tr><td{draw(ATTRIBUTES)}>{label}</td><td{draw(ATTRIBUTES)}>{value}</td></tr>"
        for label, value in rows
    )
    return (
        "<html><head><title>BCP</title><style>p { margin: 0 }</style></head>"
        f"<body{draw(ATTRIBUTES)}><h1>Beroepscompetentieprofiel Kok</h1>\n"
        f"<table{draw(ATTRIBUTES)}>{table}</table><script>var a = '<p>';</script></body></html>"
    )


def letters(source: str) -> Counter[str]:
    """The letters and digits that a page shows or declares as furniture."""
    found = html.read(SourceText(source, "utf-8"))
    return Counter(c for text in texts(found.blocks) for c in text.chars if c.isalnum())


@given(pages(), st.integers(0, 5000), st.sampled_from(["", '"', "'", "<", ">"]))
@DAMAGED
def test_one_sign_too_many_or_too_few_is_no_fault_of_ours(page: str, at: int, sign: str) -> None:
    at %= len(page)
    damaged = page[:at] + sign + page[at + (not sign) :]

    try:
        found = {finding.code for finding in convert_bytes(damaged.encode(), "x.html").findings}
    except DocumentError as error:
        found = {error.code}
    assert not found & FAULTS
    # The sign itself may be a letter, or cost one.
    lost = (letters(page) - letters(damaged)).total()
    assert lost <= 1 or "BCP109" in found or found & {"BCP201", "BCP403"}

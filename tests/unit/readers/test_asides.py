"""Struck words, marks of notes and notes are no text, alike in HTML and Markdown."""

from __future__ import annotations

import pytest

from pipeline.readers import html, markdown
from pipeline.readers.asides import is_power
from pipeline.readers.source import SourceText
from tests.unit.readers.notation import html_blocks, shown


def markdown_blocks(source: str) -> str:
    """What Markdown is read as."""
    return shown(markdown.read(SourceText(source, "utf-8")).blocks)


STRUCK = "<p>Zij koken {}samen.</p>"


@pytest.mark.parametrize(
    "written",
    [
        "<s>vaak</s> ",
        "<strike>vaak</strike> ",
        "<span style='text-decoration: underline line-through'>vaak </span>",
        "<u style='text-decoration-line:line-through'>vaak</u> ",
    ],
)
def test_struck_words_are_furniture(written: str) -> None:
    found = html_blocks(STRUCK.format(written)).replace("_", "")

    assert found == "(struck-through text: vaak); p:Zij koken samen."


def test_an_element_that_a_style_does_not_strike_is_text() -> None:
    assert html_blocks("<p><s style='text-decoration:none'>vaak</s></p>") == "p:vaak"


def test_struck_words_before_a_sign_leave_no_blank() -> None:
    assert html_blocks("<p>Zij koken <s>vaak</s>.</p>").endswith("p:Zij koken.")


def test_an_item_that_is_struck_whole_is_no_item_of_its_list() -> None:
    source = "<ul><li><s>een</s><li><s>twee</s><li>drie<li>vier</ul><ul><li><s>vijf</s></ul>zes"

    assert html_blocks(source) == (
        "(struck-through text: een); (struck-through text: twee); +-drie; -vier; "
        "(struck-through text: vijf); zes"
    )


def test_struck_text_in_cells_and_headings_is_furniture() -> None:
    source = "<h2>Rol <s>1</s></h2><table><tr><td><s>a</s> b</table>"

    assert html_blocks(source) == (
        "(struck-through text: 1); h2:Rol; {(struck-through text: a); b}"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("logboek<sup>1</sup> bij", "logboek bij"),
        ("logboek <sup>12</sup>", "logboek"),
        ("logboek.<sup>[3]</sup>", "logboek."),
        ("logboek<sup>1, 2</sup>", "logboek"),
        ("logboek<span style='vertical-align:super'>1</span>", "logboek"),
    ],
)
def test_a_number_that_is_raised_after_a_word_is_the_mark_of_a_note(
    written: str, read: str
) -> None:
    assert html_blocks(f"<p>{written}</p>").split("; ")[1] == f"p:{read}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3 m<sup>2</sup>", "3 m2"),
        ("CO<sup>2</sup>", "CO2"),
        ("10<sup>3</sup> keer", "103 keer"),
        ("de 1<sup>e</sup> klas", "de 1e klas"),
        ("logboek<sup>a</sup>", "logboeka"),
        ("<sup>1</sup> logboek", "1 logboek"),
        ("logboek<sub>1</sub>", "logboek1"),
        ("logboek<sup>123</sup>", "logboek123"),
        ("logboek<sup>TM</sup>", "logboekTM"),
    ],
)
def test_what_else_is_raised_is_text(written: str, read: str) -> None:
    assert html_blocks(f"<p>{written}</p>") == f"p:{read}"


def test_where_the_note_is_there_any_mark_is_one() -> None:
    source = (
        "<p>VCA<sup>a</sup> en BHV<sup>*</sup></p><p><sup>a</sup> een</p><p><sup>*</sup>twee</p>"
    )

    assert html_blocks(source) == (
        "(note marks: a); (note marks: *); p:VCA en BHV; (notes: a een); (notes: *twee)"
    )


NOTES = [
    # pandoc
    '<p>logboek<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>'
    '</p><section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Dat.'
    '<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>',
    # Word
    '<p class=MsoNormal>logboek<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1">'
    "<span>[1]</span></a></p><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
    '<a style=\'mso-footnote-id:ftn1\' href="#_ftnref1" name="_ftn1">[1]</a> Dat.</p></div>',
    # LibreOffice
    '<p>logboek<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">1</a>'
    '</sup></p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" '
    'href="#sdfootnote1anc">1</a>Dat.</p></div>',
    # Google
    '<p>logboek<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><div><p>'
    '<a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;Dat.</p></div>',
]


@pytest.mark.parametrize("source", NOTES, ids=["pandoc", "Word", "LibreOffice", "Google"])
def test_a_mark_and_a_note_that_lead_to_one_another_are_no_text(source: str) -> None:
    found = html_blocks(source)

    assert "p:logboek;" in found
    assert "(note marks: " in found
    assert "Dat." in found.partition("(notes: ")[2]
    assert found.count("p:") == 1


@pytest.mark.parametrize(
    "source",
    [
        '<p>Zie <a href="#x" id="y">1</a></p><h2 id="x">Een <a href="#y">terug</a></h2>',
        '<p>Zie <a href="#x" id="y">daar</a></p><p id="x">Een <a href="#y">terug</a></p>',
        '<p>Zie <a href="#x" id="y">1</a></p><p id="x">Een <a href="#z">terug</a></p>',
        '<p>Zie <a href="#x" id="y">1</a> en <i id="x">een</i> <a href="#y">terug</a></p>',
        '<p>Zie <a href="#niets">1</a></p>',
    ],
)
def test_other_links_are_text(source: str) -> None:
    assert "note" not in html_blocks(source)


def test_notes_of_markdown() -> None:
    source = (
        "Een logboek[^1] en een[^bron] lijst[^niet].\n\n[^1]: Dat van\nde werf.\n\n"
        "    Nog iets.\n[^bron]: Daar\n\nVerder"
    )

    assert markdown_blocks(source) == (
        "p:Een logboek en een lijst[^niet].; (notes: Dat van de werf. Nog iets.); "
        "(notes: Daar); p:Verder"
    )


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("Zij koken ~~vaak~~ samen", "(struck-through text: vaak); p:Zij koken samen"),
        ("Zij koken <s>vaak</s> samen", "(struck-through text: vaak); p:Zij koken samen"),
        ("Zij koken <del>vaak</del> samen", "(deleted text: vaak); p:Zij koken samen"),
        ("| a | ~~b~~ c |\n|---|---|", "{a | (struck-through text: b); c}"),
        ("Een logboek<sup>1</sup>", "(note marks: 1); p:Een logboek"),
        ("ca. ~10 tot ~20", "p:ca. ~10 tot ~20"),
        ("een ~~~ twee", "p:een ~~~ twee"),
    ],
)
def test_marks_in_markdown(source: str, read: str) -> None:
    assert markdown_blocks(source) == read


@pytest.mark.parametrize("source", [*NOTES, STRUCK.format("<s>x</s>")])
def test_every_character_is_accounted_for(source: str) -> None:
    document = html.read(SourceText(source, "utf-8"))
    content = {o for b in document.blocks for o in _origins(b)}

    assert document.source_chars == sum(document.markup.values()) + len(content)


def _origins(block: object) -> list[int]:
    return list(block.text.visible_origins()) if hasattr(block, "text") else []


@pytest.mark.parametrize(
    ("before", "is_one"),
    [("10", True), ("3,5 km", True), ("x", True), (" m", True), ("2023", False), ("(2023", False)],
)
def test_what_is_raised_after_a_unit_or_a_letter_is_a_power(before: str, *, is_one: bool) -> None:
    assert bool(is_power(before)) is is_one

"""Titles inside values: names of competencies and of trends, told by the best of several shapes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.document.text import BOLD, ITALIC, Text, plain
from pipeline.families import load_families
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.head_rows import head_row
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import plain_values
from pipeline.interpret.values.competencies import competencies
from pipeline.interpret.values.named_titles import NamedTitles
from pipeline.interpret.values.titling import Titling, Weighing
from pipeline.labels.matcher import matcher_of

TRENDS = NamedTitles(matcher_of(load_families()[0]).match_trend)


def styled(chars: str, style: int, end: int | None = None) -> Text:
    """A text of which the first characters, or all, have a style."""
    length = len(chars) if end is None else end
    return replace(plain(chars), styles=bytes([style] * length + [0] * (len(chars) - length)))


def para(chars: str, style: int = 0, end: int | None = None, **rest: Any) -> Passage:
    return Passage(styled(chars, style, end), **rest)


def item(chars: str, **rest: Any) -> Passage:
    return Passage(plain(chars), is_item=True, **rest)


def read(*passages: Passage, habit: str = "") -> dict[str, list[str]]:
    """The competencies by name, each with its indicators."""
    found, strays, _ = competencies(list(passages), Evidence(), Claims(), habit)
    assert not strays
    return {
        node["name"]: [one["text"] for one in node["indicators"]] for node in plain_values(found)
    }


MEANT = {
    "Afmeren": ["Legt het schip vast", "Controleert de trossen"],
    "Overleggen": ["Stemt de planning af"],
}
SHAPES = {
    "in italics": [
        para("Afmeren", ITALIC), para("Legt het schip vast"), para("Controleert de trossen"),
        para("Overleggen", ITALIC), para("Stemt de planning af"),
    ],
    "in bold before their text": [
        para("Afmeren: Legt het schip vast", BOLD, 8), para("Controleert de trossen"),
        para("Overleggen: Stemt de planning af", BOLD, 11),
    ],
    "as headings": [
        para("Afmeren", heading=True), item("Legt het schip vast"), item("Controleert de trossen"),
        para("Overleggen", heading=True), item("Stemt de planning af"),
    ],
    "by their numbers": [
        item("Afmeren", number=1), item("Legt het schip vast"), item("Controleert de trossen"),
        item("Overleggen", number=2), item("Stemt de planning af"),
    ],
    "as outer items": [
        item("Afmeren"), item("Legt het schip vast", level=2),
        item("Controleert de trossen", level=2), item("Overleggen"),
        item("Stemt de planning af", level=2),
    ],
    "by the marker of outer items": [
        item("Afmeren", marker=plain("• ")), item("Legt het schip vast", marker=plain("– ")),
        item("Controleert de trossen", marker=plain("– ")), item("Overleggen", marker=plain("• ")),
        item("Stemt de planning af", marker=plain("– ")),
    ],
    "before a colon": [
        para("Afmeren: Legt het schip vast"), para("Controleert de trossen"),
        para("Overleggen: Stemt de planning af"),
    ],
    "above items": [
        para("Afmeren"), item("Legt het schip vast"), item("Controleert de trossen"),
        para("Overleggen"), item("Stemt de planning af"),
    ],
    "above sentences": [
        para("Afmeren", opens_cell=True), para("Legt het schip vast"),
        para("Controleert de trossen"), para("Overleggen"), para("Stemt de planning af"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_names_and_indicators_are_told_apart_in_each_shape(shape: str) -> None:
    assert read(*SHAPES[shape]) == MEANT


def test_a_stressed_word_or_indicator_is_no_name() -> None:
    stressed = [
        para("Afmeren", ITALIC),
        para("Legt het schip vast", BOLD, 4),
        para("Controleert de trossen", BOLD),
        para("Overleggen", ITALIC),
        para("Stemt de planning af", BOLD, 5),
    ]

    assert read(*stressed) == MEANT


def test_a_name_that_may_be_a_verb_is_told_by_how_names_look() -> None:
    found = read(
        para("Bedaard blijven", ITALIC), para("Houdt overzicht"),
        para("Afmeren", ITALIC), para("Legt het schip vast"),
    )  # fmt: skip

    assert list(found) == ["Bedaard blijven", "Afmeren"]


def test_the_trace_says_how_names_were_told_and_what_else_they_might_have_been() -> None:
    stressed = [para("Afmeren", ITALIC), para("Controleert de trossen", BOLD)]

    found, _, _ = competencies(stressed, Evidence(), Claims())

    (step,) = found[0]["name"].steps
    assert step == "titles in italics, by 7.0 points (not: in bold)"


def test_what_the_document_does_elsewhere_decides_between_equals() -> None:
    weighing = Weighing(lambda _passage, _end, _below: 1.0, lambda _passage, _heads: 0.0)
    proposed = [Titling("so", {0: 3}), Titling("thus", {0: 2})]

    found = weighing.best([para("Een")], proposed, habit="thus")

    assert (found.titling.name, found.verdict.rival, found.verdict.doubt) == ("thus", "so", "")


def test_two_ways_that_explain_as_much_are_told() -> None:
    weighing = Weighing(lambda _passage, end, _below: 1.0 + end / 100, lambda _p, _heads: 0.0)
    passages = [para("Een"), para("Twee")]

    near = weighing.best(passages, [Titling("so", {0: 3}), Titling("thus", {0: 2})])
    far = weighing.best(passages, [Titling("so", {0: 3}), Titling("thus", {1: 3})])

    assert near.verdict.doubt == "titles thus explain as much"
    assert (far.titling.name, far.verdict.doubt) == ("so", "")


def titles(*passages: Passage) -> list[str]:
    """The titles of trends in a value."""
    heads = TRENDS.of(passages).titling.heads
    return [passages[n].chars[:end] for n, end in sorted(heads.items())]


TEXT = para("Er komen minder schepen.")


@pytest.mark.parametrize(
    ("passages", "found"),
    [
        ([para("Economie", BOLD), TEXT, para("Nieuwe schepen", BOLD), TEXT],
         ["Economie", "Nieuwe schepen"]),
        ([para("Economie"), TEXT, para("Techniek"), TEXT], ["Economie", "Techniek"]),
        ([para("Economie Er komen schepen."), para("Techniek Zij varen op stroom.")],
         ["Economie ", "Techniek "]),
        ([para("Economie Er komen schepen."), TEXT], []),
        # Emphasis before a sentence of its own titles it; by itself it may be a word of it.
        ([para("Oude havens Er komen meer.", BOLD, 11), para("Op zee Ze zijn vol.", BOLD, 6)],
         ["Oude havens", "Op zee"]),
        ([para("Oude schepen Er komen meer.", BOLD, 13), TEXT], []),
        ([para("Oude schepen komen meer.", BOLD, 13), para("Oude havens zijn vol.", BOLD, 11)], []),
        ([para("Economie: minder schepen."), para("Techniek: meer stroom.")],
         ["Economie:", "Techniek:"]),
        ([item("Economie", number=1), TEXT, item("Op het water", number=2), TEXT],
         ["Economie", "Op het water"]),
        ([item("Economie: minder schepen."), item("Techniek: meer stroom.")],
         ["Economie:", "Techniek:"]),
        ([para("Economie Er komen minder schepen.", ITALIC, 8)], ["Economie"]),
    ],
)  # fmt: skip
def test_titles_of_trends_have_many_shapes(passages: list[Passage], found: list[str]) -> None:
    assert titles(*passages) == found


@pytest.mark.parametrize(
    "text",
    [
        para("Techniek wordt in havens steeds belangrijker.", BOLD, 8),
        para("Schippers vragen naar techniek"),
        para("Techniek speelt een rol."),
    ],
)
def test_a_line_that_speaks_of_a_dimension_below_a_title_is_text(text: Passage) -> None:
    assert titles(para("Economie", BOLD), TEXT, text) == ["Economie"]


def test_text_about_trends_that_nothing_titles_has_no_titles() -> None:
    assert titles(TEXT, para("Dat merkt iedereen.")) == []


DESCRIPTORS = NamedTitles({"Kennis": "knowledge", "Toepassen": "skills"}.get, only_named=True)


@pytest.mark.parametrize(
    "passages",
    [
        [para("Kennis", BOLD), para("Weet veel."), para("Toepassen", BOLD), para("Doet veel.")],
        [para("Kennis: Weet veel.", BOLD, 7), para("Toepassen: Doet veel.", BOLD, 10)],
        [para("Kennis: Weet veel."), para("Toepassen: Doet veel.")],
        [item("Kennis", number=1), para("Weet veel."), item("Toepassen", number=2), para("Doet.")],
        [para("Kennis", BOLD), para("Weet veel."), para("Toepassen: Doet veel.")],
    ],
)
def test_descriptors_are_told_by_the_shape_that_names_most(passages: list[Passage]) -> None:
    heads = DESCRIPTORS.of(passages).titling.heads

    titles = [passages[n].chars[:end].rstrip(":") for n, end in heads.items()]
    assert titles == ["Kennis", "Toepassen"]


def test_what_names_no_descriptor_is_no_title_of_one() -> None:
    passages = [para("Kennis", BOLD), para("Weet veel."), para("Let op", BOLD), para("Veel.")]

    assert list(DESCRIPTORS.of(passages).titling.heads) == [0]


HEAD = [para("Vaardigheid", opens_cell=True), para("Toelichting")]
ROW = [para("Afmeren", opens_cell=True), para("Legt het schip vast")]


@pytest.mark.parametrize(
    ("label", "names", "is_head"),
    [
        (["Vaardigheid"], [], True),
        ([], ["Afmeren"], True),
        ([], [], False),
        ([], ["Vaardigheid", "Afmeren"], False),
    ],
)
def test_a_head_row_is_weighed_by_its_label_by_what_it_says_and_by_the_row_below(
    label: list[str], names: list[str], is_head: bool
) -> None:
    verdict = head_row([*HEAD, *ROW], label.__contains__, names.__contains__)

    assert bool(verdict) is is_head
    assert not head_row(HEAD, lambda _: True, lambda _: True)


def heads_of_trends(*passages: Passage) -> dict[int, int]:
    return dict(TRENDS.of(passages).titling.heads)


_SENTENCE = para("Schepen varen met minder mensen.")


def test_words_by_themselves_above_sentences_and_lists_are_titles_of_trends() -> None:
    titles = para("Kleine ploegen"), para("Stille motoren")
    found = heads_of_trends(titles[0], _SENTENCE, _SENTENCE, titles[1], item("op stroom"))

    assert found == {0: 14, 3: 14}


@pytest.mark.parametrize(
    "passages",
    [
        pytest.param([para("Kleine ploegen"), _SENTENCE, _SENTENCE], id="one line alone"),
        pytest.param(
            [_SENTENCE, para("Kleine ploegen"), _SENTENCE, para("Stille motoren"), _SENTENCE],
            id="a sentence opens the value",
        ),
        pytest.param(
            [para("Kleine ploegen"), _SENTENCE, para("Havenmonitor 2031")],
            id="a line at the end, with nothing below",
        ),
        pytest.param(
            [para("Kleine ploegen"), _SENTENCE, para("Bron: de havenmonitor"), _SENTENCE],
            id="a source",
        ),
    ],
)
def test_other_words_by_themselves_are_no_titles(passages: list[Passage]) -> None:
    assert heads_of_trends(*passages) == {}


def test_titles_on_their_own_lines_are_told_though_only_some_name_a_dimension() -> None:
    found = heads_of_trends(
        para("Economische ontwikkelingen"), _SENTENCE, para("Stille motoren"), _SENTENCE
    )

    assert list(found) == [0, 2]

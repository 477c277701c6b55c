"""Sentences one by one: lead-ins, sub-headings, and the closing line that names competencies."""

from __future__ import annotations

import pytest

from pipeline.interpret.claims import Claims
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Leaf, plain_values
from pipeline.interpret.values.leads import Lead
from pipeline.interpret.values.statements import Statements, behind_them, statements
from tests.unit.interpret.specimens import passages


def is_part(passage: Passage) -> bool:
    """As a family lists parts of the indicators of a competency."""
    return passage.chars == "Gericht op het proces"


def read(source: str, claims: Claims | None = None) -> Statements:
    return statements(passages(source), is_part, Claims() if claims is None else claims)


def texts(found: Statements) -> list[str]:
    return [node["text"].value for node in found.nodes]


def steps(found: Statements) -> list[tuple[str, ...]]:
    leaves: list[Leaf] = [node["text"] for node in found.nodes]
    return [item.steps for item in leaves]


@pytest.mark.parametrize(
    "source",
    ["<ul><li>Kijkt goed<li>Werkt rustig</ul>", "<p>Kijkt goed</p><p>Werkt rustig</p>"],
)
def test_each_passage_is_a_statement(source: str) -> None:
    assert texts(read(source)) == ["Kijkt goed", "Werkt rustig"]


@pytest.mark.parametrize("lead", ["De imker:", "De ervaren imker kan:", "Zij:", "Hij/zij:"])
def test_a_line_that_says_whom_they_are_about_is_no_statement_and_stays_in_their_trace(
    lead: str,
) -> None:
    claims = Claims()
    found = read(f"<p>{lead}</p><ul><li>Kijkt goed</ul>", claims)

    assert texts(found) == ["Kijkt goed"]
    assert steps(found) == [(f"after the lead-in {lead!r}",)]
    assert claims.totals() == {"lead-ins": len(lead.replace(" ", ""))}


def test_a_line_that_says_for_whom_they_hold_besides_is_said_of_those_that_follow() -> None:
    lead = "Voor imkers met bijen in een natuurgebied geldt aanvullend:"
    found = read(f"<ul><li>Kijkt goed</ul><p>{lead}</p><ul><li>Meldt zich<li>Sluit af</ul>")

    assert plain_values(found.nodes) == [
        {"text": "Kijkt goed"},
        {"text": "Meldt zich", "applies_to": "imkers met bijen in een natuurgebied"},
        {"text": "Sluit af", "applies_to": "imkers met bijen in een natuurgebied"},
    ]


def test_a_sub_heading_that_the_family_knows_is_no_statement() -> None:
    claims = Claims()
    found = read("<p>Gericht op het proces</p><ul><li>Kijkt goed</ul>", claims)

    assert texts(found) == ["Kijkt goed"]
    assert steps(found) == [("under the heading 'Gericht op het proces'",)]
    assert claims.totals() == {"headings": len("Gerichtophetproces")}


def test_emphasised_words_above_the_items_of_a_list_are_none_of_them() -> None:
    source = "<p><em>Procesgericht</em></p><ul><li>Kijkt goed<li>Werkt rustig</ul>"

    assert texts(read(source)) == ["Kijkt goed", "Werkt rustig"]
    assert steps(read(source))[0] == ("under the heading 'Procesgericht'",)
    assert texts(read("<p><em>Kijkt goed</em></p><p>Werkt rustig</p>")) == [
        "Kijkt goed", "Werkt rustig",
    ]  # fmt: skip


def test_an_unknown_line_that_leads_in_is_no_statement() -> None:
    found = read("<p>Bij het openen van de kast:</p><ul><li>Kijkt goed</ul>")

    assert texts(found) == ["Kijkt goed"]
    assert steps(found) == [("after the lead-in 'Bij het openen van de kast:'",)]


def test_an_item_with_a_colon_at_its_end_is_a_statement() -> None:
    assert texts(read("<ul><li>De imker:<li>Kijkt goed</ul>")) == ["De imker:", "Kijkt goed"]


@pytest.mark.parametrize(
    "closing",
    [
        "De onderliggende competenties zijn: Plannen, Samenwerken.",
        "Onderliggende competenties: Plannen, Samenwerken",
        "Bijbehorende competenties: Plannen; Samenwerken",
    ],
)
def test_a_closing_line_names_the_competencies_behind_them(closing: str) -> None:
    found = read(f"<ul><li>Kijkt goed</ul><p>{closing}</p>")

    assert texts(found) == ["Kijkt goed"]
    assert [passage.chars for passage in found.closing] == [closing]
    assert plain_values(found.competencies) == [
        {"name": "Plannen", "indicators": []},
        {"name": "Samenwerken", "indicators": []},
    ]


def test_a_closing_line_that_names_none_is_a_lead_in() -> None:
    found = read("<p>Onderliggende competenties:</p><ul><li>Plannen</ul>")

    assert (found.competencies, texts(found)) == ([], ["Plannen"])


def test_names_in_brackets_hold_commas() -> None:
    (passage,) = passages("<p>Plannen (dag, week), Samenwerken</p>")

    names = [node["name"].value for node in behind_them(passage, Claims())]
    assert names == ["Plannen (dag, week)", "Samenwerken"]


@pytest.mark.parametrize(
    ("line", "is_lead"),
    [
        ("De imker:", True),
        ("Beroepsbeoefenaar:", True),
        ("Voor imkers in de stad geldt bovendien:", True),
        ("De imker kijkt goed.", False),
        ("Kennis van bijen:", False),
    ],
)
def test_what_leads_in(line: str, is_lead: bool) -> None:
    (passage,) = passages(f"<p>{line}</p>")

    assert Lead().take(passage, Claims()) is is_lead

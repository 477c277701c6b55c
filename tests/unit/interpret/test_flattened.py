"""Flattened lists: where items start, and where a capital starts none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.interpret.flattened import (
    Evidence,
    ItemKind,
    find_boundaries,
    fold_item,
    gather_evidence,
    split_flattened,
)
from pipeline.interpret.flattened.words import words_of
from tests.suites import examples


def items(text: str, kind: ItemKind, evidence: Evidence | None = None) -> list[str]:
    """The items of a text, for examples that can be read; `|` in the text marks the boundaries."""
    offsets = split_flattened(text, kind, evidence or Evidence())
    ends = [*offsets[1:], len(text)]
    return [text[start:end].strip() for start, end in zip(offsets, ends, strict=True)]


def check(marked: str, kind: ItemKind, evidence: Evidence | None = None) -> None:
    """`marked` without its bars splits at its bars."""
    expected = [part.strip() for part in marked.split("|")]
    assert items(" ".join(expected), kind, evidence) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Begroet bezoekers | Verkent hun wensen | Geeft passend advies",
        "Bergt gereedschap op | Veegt de werkplaats aan | Vraagt na afloop om feedback",
        "Haalt achterstanden in | Deelt ervaringen met anderen",
        "Controleerd de levering | Tekend voor ontvangst",
        "Verwerkt gegevens met AI | Toont de uitkomst aan de klant",
        "Gebruikt verf, lak e.d. | Kiest de juiste kwast",
        "Bezoekt klanten in Utrecht | Leest contracten | Pitcht ideeën",
        "Signaleert klachten | Gericht op een oplossing | Zonder oordeel in het gesprek",
        "Begroet gasten | Oog voor detail | Rustig en eerlijk bij klachten",
        "Meldt schade. | Herstelt kleine gebreken.",
        "Controleert de planning | Plant onderhoud in | Test de installatie",
        "Bewaakt het budget (incl. btw) | Verantwoordt de uitgaven",
        "Overtuigt de klant van nut en noodzaak | Is eerlijk over de kosten",
    ],
)
def test_indicators_start_at_a_finite_verb(marked: str) -> None:
    check(marked, "indicators")


@pytest.mark.parametrize(
    "whole",
    [
        "Spreekt de Nederlandse taal en het Frans",
        "Werkt volgens HACCP en de AVG",
        "Overlegt met de afdeling Start over de planning",
        "Zegt wat nodig is (Toont begrip, Geeft ruimte) en luistert",
        'Gebruikt de slogan "Geeft niet, Maakt niet uit" in het gesprek',
        "Bezoekt klanten in Delft en Soest",
        "Helpt bewoners van huis Rust en Ruimte met hun administratie",
        "Overlegt i.o.m. Staatsbosbeheer m.b.t. Natura 2000",
        "Luistert naar de klant. Daarna volgt een advies",
        "Werkt in Maastricht met leveranciers van Albert Heijn",
    ],
)
def test_a_capital_alone_starts_no_indicator(whole: str) -> None:
    assert items(whole, "indicators") == [whole]


@pytest.mark.parametrize(
    "marked",
    [
        "Kennis van AI | Kan prompts schrijven | Inzicht in de markt",
        "Heeft kennis van de Arbowet | Heeft inzicht in risico's | Is in staat risico's te melden",
        "Brede kennis van groen | Warenkennis | Vertrouwd met CAD | Kunnen plannen",
        "Materiaalkennis van hout | Kan werken met Excel | Weet wanneer hulp nodig is",
    ],
)
def test_knowledge_items_start_at_their_fixed_openers(marked: str) -> None:
    check(marked, "knowledge_and_skills")


@pytest.mark.parametrize(
    "marked",
    [
        "Zijn nieuwsgierig; zij vragen door. | Werken netjes. | Durven hulp te vragen.",
        "Gaan om met weerstand | Voelen zich verantwoordelijk",
        "Is eerlijk | Heeft geduld",
        "Zorgvuldig | Eerlijk | Flexibel",
    ],
)
def test_attitude_items_follow_the_form_of_the_first(marked: str) -> None:
    check(marked, "attitude")


@pytest.mark.parametrize(
    "marked",
    [
        "Strategisch inkoper food | Teamleider logistiek | Planner",
        "Hoofd administratie | HR-adviseur | Lasser TIG",
        "Adviseur van ondernemers",
        "Store manager | ICT medewerker | Kok",
    ],
)
def test_occupations_start_at_a_capital_that_an_occupation_follows(marked: str) -> None:
    check(marked, "occupations")


@pytest.mark.parametrize(
    "marked",
    [
        "Rapport Zorg, Instituut X - 2024 | Monitor Werk \u2013 2022",
        "Rapport Zorg, Instituut X - 3 mrt 2024 | Monitor Werk \u2014 2022",
        "Trends 2030, Bureau Y -2023 | vakblad.nl, Dossier hout \u2013 2021",
        "Onderzoek 2019 Universiteit Z \u2013 2020 | Enquête (2021)",
        "Handboek 2018 | Gids voor beginners 2019",
        "Arbeidsmarkt 2030 Een verkenning van Instituut X",
    ],
)
def test_sources_end_in_their_year(marked: str) -> None:
    check(marked, "source_documents")


def test_names_are_split_on_evidence_only() -> None:
    text = "Vereniging Hout Stichting Opleiding"
    assert items(text, "names") == [text]
    known = Evidence(known_items=frozenset({fold_item("Stichting Opleiding")}))
    assert items(text, "names", known) == ["Vereniging Hout", "Stichting Opleiding"]


def test_an_item_known_elsewhere_is_a_certain_boundary() -> None:
    text = "Toont begrip Zowel bij drukte als bij rust kalm Vraagt door"
    evidence = gather_evidence(["Zowel bij drukte als bij rust kalm."], [])
    assert items(text, "indicators", evidence)[1] == "Zowel bij drukte als bij rust kalm"


def test_an_opener_seen_elsewhere_helps_an_unknown_verb() -> None:
    text = "Overlegt met het team Pitcht over"
    assert items(text, "indicators") == [text]
    evidence = gather_evidence(["Pitcht een plan"], [])
    assert items(text, "indicators", evidence) == ["Overlegt met het team", "Pitcht over"]


def test_a_word_that_prose_writes_with_a_capital_is_rather_a_name() -> None:
    text = "Overlegt dagelijks Start neemt initiatief"
    evidence = gather_evidence([], ["Zij werken bij Start aan huizen."])
    assert "Start" in evidence.names
    assert items(text, "indicators", evidence) == [text]


def test_an_unclosed_bracket_hides_no_boundary() -> None:
    check("Meldt (bijna ongevallen | Geeft uitleg", "indicators")


def test_a_certain_verb_is_a_surer_boundary_than_a_form_that_is_also_a_noun() -> None:
    boundaries = find_boundaries("Helpt klanten Geeft de prijs Rust goed uit", "indicators")
    assert [found.is_sure for found in boundaries[:2]] == [True, True]
    assert boundaries[-1].score < boundaries[1].score


@pytest.mark.parametrize("text", ["", " ", "Toont", "toont begrip"])
def test_a_text_of_one_item_has_one_offset(text: str) -> None:
    assert split_flattened(text, "indicators") == (0,)


KINDS: tuple[ItemKind, ...] = (
    "indicators", "knowledge_and_skills", "attitude", "occupations", "source_documents", "names",
)  # fmt: skip
PIECES = (
    "Toont Kan Kennis van de klant op in AI (Geeft ruimte) "
    "\"Meldt niet\" 2024 \u2013 Chef . ' ( [ „ 'n"
)
WORDS = st.sampled_from(PIECES.split())


@examples(fast=100, slow=1000)
@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)), st.sampled_from(KINDS))
def test_offsets_rise_from_0_and_stand_after_white_space(text: str, kind: ItemKind) -> None:
    offsets = split_flattened(text, kind)
    assert offsets[0] == 0
    assert list(offsets) == sorted(set(offsets))
    assert all(text[at - 1].isspace() and not text[at].isspace() for at in offsets[1:])
    assert offsets == split_flattened(text, kind)


@pytest.mark.parametrize(
    "opener", ["Beheerst MS Excel", "Beheerst Excel", "Kan MS Excel gebruiken"]
)
def test_the_openers_of_a_skill_are_certain_boundaries(opener: str) -> None:
    text = f"Kennis van CO2-reductie {opener}"
    (_, boundary) = find_boundaries(text, "knowledge_and_skills")
    assert text[boundary.offset :] == opener
    assert boundary.is_sure


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Werkt (met anderen) Samen", ["anderen)"]),
        ("Kent [de (hele) keten] goed", ["(hele)", "keten]"]),
        ("Zegt 'tot straks' en gaat", ["straks'"]),
        ("Werkt in '92 en 's morgens 'hier", []),
        ("Kent foto's en video's", []),
        ("Leest (zonder einde", []),
        ("Leest „Het boek“ en (kort) meer (al dan niet) ervan", ["boek“", "dan", "niet)"]),
    ],
)
def test_a_word_knows_whether_brackets_or_quotes_around_it_are_open(
    text: str, inside: list[str]
) -> None:
    assert [word.written for word in words_of(text) if word.inside] == inside


@pytest.mark.parametrize("text", ["", " ", "Begroet", "begroet bezoekers en kent 2 wensen"])
@pytest.mark.parametrize("kind", ["indicators", "source_documents", "names"])
def test_without_a_second_capital_there_is_one_item(text: str, kind: ItemKind) -> None:
    assert split_flattened(text, kind) == (0,)


def test_sources_begin_with_small_letters_too() -> None:
    assert split_flattened("Rapport (2024) www.haven.nl (2023)", "source_documents") == (0, 15)


@pytest.mark.parametrize(
    "marked",
    [
        "Kan een schip afmeren | Vaarbewijs voor groot water",
        "Kennis van getijden | Kan knopen leggen | Rijbewijs BE",
    ],
)
def test_what_proves_a_skill_opens_an_item(marked: str) -> None:
    check(marked, "knowledge_and_skills")


def test_an_organisation_that_the_document_knows_opens_no_source() -> None:
    known = gather_evidence(["Waterraad Noord"], [])

    check("Gesprekken met schippers, Waterraad Noord", "source_documents", known)

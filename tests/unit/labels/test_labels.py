"""Labels are recognised as listed, misspelt or reworded; what is unknown stays unknown."""

from __future__ import annotations

import pytest

from pipeline.families import PROFILE, Family
from pipeline.labels import LabelMatcher


def test_every_listed_label_stands_for_its_own_field(family: Family, matcher: LabelMatcher) -> None:
    for field in family.fields:
        for label in field.labels:
            match = matcher.match(label, field.node, field.section)
            assert match is not None, label
            assert match.field.id == field.id, label


def test_every_foreign_label_stays_unknown(family: Family, matcher: LabelMatcher) -> None:
    for label in family.foreign:
        assert matcher.match(label, PROFILE) is None, label
        assert matcher.match(label, "role") is None, label
        assert matcher.foreign(label) is not None, label


def test_the_canonical_label_is_exact_whatever_its_dress(matcher: LabelMatcher) -> None:
    match = matcher.match("2.1 WERK-\nOMGEVING:", PROFILE)
    assert match is not None
    assert (match.how, match.score, match.label) == ("exact", 1.0, "Werkomgeving (NLQF)")
    assert not match.is_inferred


def test_another_listed_label_is_a_variant(matcher: LabelMatcher) -> None:
    match = matcher.match("Werkcontext", PROFILE)
    assert match is not None
    assert (match.how, match.likened_to) == ("variant", "Werkcontext")


@pytest.mark.parametrize(
    ("found", "scope", "field"),
    [
        ("Cornplexiteit", PROFILE, "description.complexity"),
        ("Kermis en vaardigheden", PROFILE, "description.knowledge_and_skills"),
        ("0ntwikkeld cloor", PROFILE, "developed_by"),
        ("Afbreukrisiko", "role", "role.consequence_of_error"),
        ("Nivaeu", PROFILE, "nlqf_level"),
    ],
)
def test_a_misread_or_misspelt_label_is_recognised(
    matcher: LabelMatcher, found: str, scope: str, field: str
) -> None:
    match = matcher.match(found, scope)
    assert match is not None
    assert (match.field.id, match.how) == (field, "spelling")
    assert match.is_inferred
    assert match.score < 1


@pytest.mark.parametrize(
    ("found", "scope", "field"),
    [
        ("Schets van de rol", "role", "role.description"),
        ("Verlangde kennis en skills", "role", "role.knowledge_and_skills"),
        ("Carrièrevooruitzichten", PROFILE, "career_prospects"),
        ("Ingewikkeldheid van het werk", PROFILE, "description.complexity"),
    ],
)
def test_the_same_thing_in_other_words_is_recognised(
    matcher: LabelMatcher, found: str, scope: str, field: str
) -> None:
    match = matcher.match(found, scope)
    assert match is not None
    assert (match.field.id, match.how) == (field, "wording")


@pytest.mark.parametrize(
    "found",
    [
        "Kenniskring",
        "Datum vergadering",
        "Versiegeschiedenis",
        "Arbeidsmarktbeleid",
        "Naam opdrachtgever",
        "Sectorfonds",
        "Verwante opleidingen",
        "Overzicht wijzigingen",
        "Over dit document",
        "Waarom deze bronnen",
        "Niveau rekenen",
        "Rector",
        "Rolgordijn",
        "EQF-niveau",
        "",
        "3",
        "Een hele zin over kennis en vaardigheden die iemand in dit beroep nodig heeft of krijgt.",
    ],
)
def test_a_word_not_explained_leaves_the_label_unknown(matcher: LabelMatcher, found: str) -> None:
    assert matcher.match(found, PROFILE) is None


def test_a_short_word_of_a_long_label_is_never_changed(matcher: LabelMatcher) -> None:
    assert matcher.match("Beschrijving van de hal", "role") is None


def test_the_same_label_means_another_field_in_a_role(matcher: LabelMatcher) -> None:
    general = matcher.match("Kennis en vaardigheden", PROFILE)
    role = matcher.match("Kennis en vaardigheden", "role")
    assert general is not None
    assert role is not None
    assert general.field.id == "description.knowledge_and_skills"
    assert role.field.id == "role.knowledge_and_skills"


def test_a_label_of_a_role_is_unknown_outside_it(matcher: LabelMatcher) -> None:
    assert matcher.match("Beschrijving van de rol", PROFILE) is None
    assert matcher.match("Afbreukrisico", PROFILE) is None


def test_two_fields_equally_near_are_none(matcher: LabelMatcher) -> None:
    assert matcher.match("Opgesteld", PROFILE) is None


def test_a_label_has_the_same_answer_every_time(matcher: LabelMatcher) -> None:
    assert matcher.match("Kermis", PROFILE) == matcher.match("Kermis", PROFILE)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("datum: 1 jan. 2026", "date", "1 jan. 2026"),
        ("Datum 2 maart '26", "date", "2 maart '26"),
        ("versie 3.0", "version", "3.0"),
        ("Versle 3.0", "version", "3.0"),
        ("NLQF-niveau 4+", "nlqf_level", "4+"),
        ("Ontwikkeld door KCH", "developed_by", "KCH"),
        ("Naam BCP:\u00a0Dakhovenier (niveau 3)", "name", "Dakhovenier (niveau 3)"),
        ("Verwante beroepen (schema): Slager", "related_occupations", "Slager"),
        ("Attitude \u2013 Zij zijn", "description.attitude", "Zij zijn"),
        ("Complexiteit\nHet werk", "description.complexity", "Het werk"),
    ],
)
def test_a_label_before_its_value_is_parted_from_it(
    matcher: LabelMatcher, text: str, field: str, value: str
) -> None:
    found = matcher.match_label_prefix(text, PROFILE)
    assert found is not None
    match, start = found
    assert (match.field.id, text[start:]) == (field, value)


@pytest.mark.parametrize(
    "text",
    [
        "datum:",
        "Complexiteit",
        "Kennis van vaarregels",
        "Versie van de opdrachtgever",
        "Kennis en vaardigheden zijn van belang: dat is bekend",
        "Zij werken: altijd",
        "",
    ],
)
def test_a_line_that_only_begins_like_a_label_has_none(matcher: LabelMatcher, text: str) -> None:
    assert matcher.match_label_prefix(text, PROFILE) is None


def test_a_source_below_the_labour_market_is_no_source_document(matcher: LabelMatcher) -> None:
    assert matcher.match_label_prefix("Bron: NKV 2025", PROFILE, "trends") is None


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("1. Algemene informatie", "general_information"),
        ("Algemene inforrnatie", "general_information"),
        ("2 Beschrijving van het beroep", "description"),
        ("Omschrijving beroep", "description"),
        ("Trends & innovaties", "trends"),
        ("4. ROLLEN EN COMPETENTIES", "roles"),
        ("Bijlagen", None),
        ("Beschrijving van de kerntaken", None),
        ("Competenties", None),
        ("Beschrijving van de rol", None),
    ],
)
def test_a_heading_opens_its_section(
    matcher: LabelMatcher, heading: str, section: str | None
) -> None:
    match = matcher.match_section(heading)
    assert (match.section if match else None) == section


@pytest.mark.parametrize(
    ("title", "dimension"),
    [
        ("1. Demografische ontwikkelingen", "demographic"),
        ("Economlsche ontwikkelingen", "economic"),
        ("Sociaal/cultureel", "socio_cultural"),
        ("Technologie in de winkel", "technological"),
        ("Circulaire economie", "ecological"),
        ("Politiek-juridische factoren", "political_legal"),
        ("Sociaal-economische ontwikkelingen", None),
        ("Personeelstekort", None),
        ("Ontwikkelingen", None),
    ],
)
def test_a_title_names_one_dimension_or_none(
    matcher: LabelMatcher, title: str, dimension: str | None
) -> None:
    assert matcher.match_trend(title) == dimension


@pytest.mark.parametrize(
    ("section", "field"),
    [
        ("general_information", "developed_by"),
        ("trends", "trends.developments"),
        ("description", None),
        (None, None),
    ],
)
def test_a_label_of_two_sections_is_told_by_its_place(
    matcher: LabelMatcher, section: str | None, field: str | None
) -> None:
    found = matcher.match("Ontwikkeling:", PROFILE, section)

    assert (found and found.field.id) == field
    assert found is None or (found.how, found.is_inferred) == ("position", True)


def test_the_labels_that_come_near_are_named_the_nearest_first(
    family: Family, matcher: LabelMatcher
) -> None:
    found = matcher.candidates("Naam BCP")

    assert (found[0].target, found[0].score) == ("name", 1.0)
    assert "role.name" in [hit.target for hit in found]
    scores = [hit.score for hit in found]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.target for hit in found}) == len(found)
    assert matcher.candidates("Naam BCP" * 50) == ()
    assert matcher.candidates(family.foreign[0])[0].target == ""

"""Which documents are profiles, and what the others are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.core.errors import DocumentError
from pipeline.families.model import Family, LookAlike
from pipeline.interpret.recognise import recognise
from tests.unit.interpret.specimens import LAYOUT, page, tabs

FOUR = "Naam BCP:\tHavenmeester\nVersie\t3\nAttitude\tOpen\nComplexiteit\tHoog\n"
EIGHT = (
    FOUR.replace("Naam BCP", "Naam beroep")
    + "Sector\tHaven\nOntwikkeld door\tKCH\nLoopbaanperspectief\tJa\nWerkomgeving\tHaven\n"
)
TITLE = "Beroepscompetentieprofiel Havenmeester\n\n"


def refusal(source: str, *layouts: Family) -> DocumentError:
    with pytest.raises(DocumentError) as raised:
        recognise(tabs(source), layouts or (LAYOUT,))
    return raised.value


def test_with_a_title_four_fields_are_enough() -> None:
    found = recognise(tabs(TITLE + FOUR), (LAYOUT,))

    assert found.titled
    assert found.fields == ("description.attitude", "description.complexity", "name", "version")


def test_with_a_title_three_fields_are_too_few_and_the_evidence_is_shown() -> None:
    error = refusal(TITLE + "Naam BCP:\tHavenmeester\nVersie\t3\nAttitude\tOpen\n")

    assert error.code == "BCP201"
    assert error.message == (
        "the evidence does not suffice (role-based: a title that names the document type, "
        "labels of 3 fields)"
    )


def test_without_a_title_eight_fields_are_enough() -> None:
    found = recognise(tabs(EIGHT), (LAYOUT,))

    assert not found.titled
    assert len(found.fields) == 8


def test_without_a_title_seven_fields_are_too_few() -> None:
    error = refusal(EIGHT.replace("Sector\tHaven\n", ""))

    assert error.code == "BCP201"
    assert "role-based: no title, labels of 7 fields" in error.message


def test_one_label_is_evidence_of_one_field() -> None:
    source = TITLE + "Naam\tHavenmeester\nKennis en vaardigheden\tVeel\nVersie\t3\n"

    assert refusal(source).code == "BCP201"


def test_a_text_of_another_kind_is_refused() -> None:
    assert refusal("Boodschappen\n\nmelk\t2\nbrood\t1\n").code == "BCP201"


def test_inferred_labels_are_no_evidence() -> None:
    assert refusal(TITLE + FOUR.replace("Attitude", "Atitude")).code == "BCP201"


def test_labels_count_wherever_they_stand() -> None:
    source = (
        "<h1>BCP Havenmeester</h1><h2>Attitude</h2><p><b>Complexiteit</b></p>"
        "<table><tr><td>Versie<td>3</table><ul><li>Naam BCP:<li>Loopbaanperspectief</ul>"
    )

    assert len(recognise(page(source), (LAYOUT,)).fields) == 5


def test_two_families_that_fit_equally_well_are_named() -> None:
    error = refusal(TITLE + FOUR, LAYOUT, replace(LAYOUT, name="twin"))

    assert error.code == "BCP203"
    assert "role-based: " in error.message
    assert "twin: " in error.message


def test_the_family_with_more_of_its_labels_is_taken() -> None:
    fewer = replace(LAYOUT, name="poorer", fields=LAYOUT.fields[:5] + LAYOUT.fields[11:14])

    assert recognise(tabs(TITLE + EIGHT), (fewer, LAYOUT)).layout.name == "role-based"


# Look-alikes.

TITLED = [pytest.param(kind, id=kind.name) for kind in LAYOUT.look_alikes if kind.title_words]
LABELLED = [pytest.param(kind, id=kind.name) for kind in LAYOUT.look_alikes]


@pytest.mark.parametrize("kind", TITLED)
def test_a_look_alike_that_says_so_is_refused_by_its_name_with_what_to_do(kind: LookAlike) -> None:
    error = refusal(f"{kind.title_words[0].capitalize()} Havenmeester\n\n{EIGHT}")

    assert error.code == "BCP202"
    assert error.message.startswith(f"the document is a {kind.name}: its opening says so")
    assert error.message.endswith(kind.remedy)


@pytest.mark.parametrize("kind", LABELLED)
def test_a_look_alike_is_told_by_its_labels(kind: LookAlike) -> None:
    error = refusal("".join(f"{label}\tx\n" for label in kind.labels[:5]))

    assert error.code == "BCP202"
    assert error.message.startswith(f"the document is a {kind.name}: ")
    assert "it has the labels " in error.message
    assert kind.remedy in error.message


@pytest.mark.parametrize("kind", TITLED)
def test_a_profile_may_mention_a_look_alike(kind: LookAlike) -> None:
    source = f"{TITLE}{FOUR}Brondocumenten\t{kind.title_words[0]} Haven, 2024\n"

    assert recognise(tabs(source), (LAYOUT,)).suffices


@pytest.mark.parametrize("kind", TITLED)
def test_a_look_alike_may_mention_the_profile_it_rests_on(kind: LookAlike) -> None:
    title = f"{kind.title_words[0].capitalize()} Havenmeester\n\n"
    mention = "Gebaseerd op het beroepscompetentieprofiel Havenmeester uit 2024\n\n"

    error = refusal(title + mention + EIGHT)

    assert error.code == "BCP202"


def test_one_foreign_label_makes_no_look_alike() -> None:
    assert recognise(tabs(TITLE + FOUR + "Crebonummer\t25000\n"), (LAYOUT,)).suffices

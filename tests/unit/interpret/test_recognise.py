"""Which documents are profiles, and what the others are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.core.errors import DocumentError
from pipeline.families import load_families
from pipeline.families.model import Family, LookAlike
from pipeline.interpret.evidence import Recognition
from pipeline.interpret.recognise import _others, recognise
from tests.unit.interpret.specimens import page, tabs

LAYOUT = next(family for family in load_families() if family.name == "role-based")

ROLES = "Overzicht rollen\tGastheer\n1. De havenmeester als gastheer\nCompetenties\tLuistert\n"
GENERAL = "Naam BCP:\tHavenmeester\nVersie\t3\nAttitude\tOpen\nComplexiteit\tHoog\n"
FOUR = GENERAL.replace("Complexiteit\tHoog\n", "1. De havenmeester als gastheer\nRisico's\tGroot\n")
EIGHT = (
    GENERAL.replace("Naam BCP", "Naam beroep")
    + "Sector\tHaven\nOntwikkeld door\tKCH\n1. De havenmeester als gastheer\n"
    "Overzicht rollen\tGastheer\nCompetenties\tLuistert\n"
)
CORE_TASKS = "B1-K1: Ontvangt schepen\n\nB1-K1-W1: Treedt op als vraagbaak\nGedrag\tLuistert\n"
TITLE = "Beroepscompetentieprofiel Havenmeester\n\n"


AN = "the document is an"
ROLE = "1. De havenmeester als gastheer\n"
FAMILIES = load_families()


def named(kind: LookAlike) -> str:
    """How a refusal names a kind."""
    return f"the document is {'an' if kind.name[0] in 'aeiou' else 'a'} {kind.name}"


def refusal(source: str, *layouts: Family) -> DocumentError:
    with pytest.raises(DocumentError) as raised:
        recognise(tabs(source), layouts or (LAYOUT,))
    return raised.value


def test_with_a_title_four_fields_are_enough() -> None:
    found = recognise(tabs(TITLE + FOUR), (LAYOUT,))

    assert found.titled
    assert found.fields == (
        "description.attitude",
        "name",
        "role.consequence_of_error",
        "version",
    )


def test_with_a_title_three_fields_are_too_few_and_the_evidence_is_shown() -> None:
    error = refusal(TITLE + "Naam BCP:\tHavenmeester\nVersie\t3\nAttitude\tOpen\n")

    assert error.code == "BCP201"
    assert error.message == (
        "the evidence does not suffice (role-based: a title that names the document type, "
        "labels of 3 fields, no node of its own)"
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
        "<h2>Rol 1: Gastheer</h2>"
    )

    assert len(recognise(page(source), (LAYOUT,)).fields) == 5


def test_two_families_that_fit_equally_well_are_named() -> None:
    error = refusal(TITLE + FOUR, LAYOUT, replace(LAYOUT, name="twin"))

    assert error.code == "BCP203"
    assert "role-based: " in error.message
    assert "twin: " in error.message


# Nodes decide.


def test_general_labels_alone_make_no_profile() -> None:
    error = refusal(TITLE + GENERAL)

    assert error.code == "BCP201"
    assert error.message.startswith("general labels alone make no profile (role-based: ")
    assert error.message.endswith("no node of its own)")


def test_without_a_title_a_heading_that_fits_by_chance_makes_no_family() -> None:
    rows = EIGHT.replace("Overzicht rollen\tGastheer\n", "Kennis\tVeel\n")

    error = refusal(rows)

    assert error.code == "BCP201"
    assert error.message.startswith("it has what role-based profiles are built of")


def test_a_sentence_opens_no_node() -> None:
    assert refusal(TITLE + GENERAL + "\nRol 2: zie hierna.\n").code == "BCP201"


def test_core_tasks_are_read_as_core_tasks() -> None:
    found = recognise(tabs(TITLE + GENERAL + CORE_TASKS), FAMILIES)

    assert found.layout.name == "core-tasks"
    assert found.openers[:2] == ("B1-K1: Ontvangt schepen", "B1-K1-W1: Treedt op als vraagbaak")


def test_an_untitled_profile_of_core_tasks_is_none_of_roles() -> None:
    more = "Naam beroep\tx\nSector\tHaven\nOntwikkeld door\tKCH\nWerkomgeving\tx\n"
    rows = GENERAL.replace("Naam BCP", "Taak") + more + CORE_TASKS

    assert recognise(tabs(rows), FAMILIES).layout.name == "core-tasks"


def test_the_family_with_clearly_more_nodes_is_taken() -> None:
    source = (
        TITLE + GENERAL + ROLES + "2. De havenmeester als regisseur\n\nB1-K1: Ontvangt schepen\n"
    )

    assert recognise(tabs(source), FAMILIES).layout.name == "role-based"


def test_nearly_as_many_nodes_of_two_families_are_shown_side_by_side() -> None:
    error = refusal(
        TITLE + GENERAL + ROLES + "2. De havenmeester als gids\n" + CORE_TASKS, *FAMILIES
    )

    assert error.code == "BCP203"
    assert "2 of its nodes (`1. De havenmeester als gastheer`" in error.message
    assert "2 of its nodes (`B1-K1: Ontvangt schepen`" in error.message


def test_core_tasks_in_what_is_no_profile_are_named() -> None:
    error = refusal("Planning\n\n" + CORE_TASKS, *FAMILIES)

    assert error.code == "BCP201"
    assert error.message.startswith("it has what core-tasks profiles are built of, and fits no fam")


# Look-alikes.

TITLED = [pytest.param(kind, id=kind.name) for kind in LAYOUT.look_alikes if kind.title_words]
LABELLED = [pytest.param(kind, id=kind.name) for kind in LAYOUT.look_alikes]


@pytest.mark.parametrize("kind", TITLED)
def test_a_look_alike_that_says_so_is_refused_by_its_name_with_what_to_do(kind: LookAlike) -> None:
    error = refusal(f"{kind.title_words[0].capitalize()} Havenmeester\n\n{EIGHT}")

    assert error.code == "BCP202"
    assert error.message.startswith(f"{named(kind)}: its opening says so (`")
    assert error.message.endswith(kind.remedy)


@pytest.mark.parametrize("kind", LABELLED)
def test_a_look_alike_is_told_by_its_labels(kind: LookAlike) -> None:
    error = refusal("".join(f"{label}\tx\n" for label in kind.proofs[:3]))

    assert error.code == "BCP202"
    assert error.message.startswith(f"{named(kind)}: ")
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


def test_its_own_title_names_a_regulation_that_mentions_a_dossier() -> None:
    title = "In deze regeling staat welk kwalificatiedossier geldt, en wanneer u examen doet.\n\n"

    error = refusal(title + "Onderwijs- en\nexamenregeling 2024\n\nKwalificatiedossier\tHaven\n")

    assert error.message.startswith(f"{AN} onderwijs- en examenregeling: its opening says so")


def test_a_sentence_of_the_opening_is_no_title() -> None:
    source = "Dit rust op het kwalificatiedossier Haven.\n\n" + EIGHT

    assert recognise(tabs(source), (LAYOUT,)).suffices


def test_proofs_of_another_kind_outweigh_general_labels() -> None:
    rows = "Crebo: 25000\nLeerweg\tBOL\nCohort 2024\nStudiebelastingsuren\t4800\n"

    error = refusal(EIGHT.replace(ROLE, "") + rows)

    assert error.message.startswith(f"{AN} onderwijs- en examenregeling: it has the labels cohort,")


def test_the_families_that_were_not_taken_are_kept_the_weightiest_first() -> None:
    source = (
        TITLE + GENERAL + ROLES + "2. De havenmeester als regisseur\n\nB1-K1: Ontvangt schepen\n"
    )

    found = recognise(tabs(source), FAMILIES)

    assert [rival.layout.name for rival in found.rivals] == ["core-tasks"]
    assert found.weight > found.rivals[0].weight > 0


def test_the_weightiest_of_several_rivals_stands_first() -> None:
    taken, light, heavy = (Recognition(LAYOUT, False, weight=weight) for weight in (9, 1, 4))

    assert _others((light, taken, heavy), taken) == (heavy, light)

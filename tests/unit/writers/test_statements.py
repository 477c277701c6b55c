"""The tree of statements that every export is a projection of."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from pipeline.profile.model import Competency, Indicator, KnowledgeOrSkill, Profile, Role
from pipeline.writers.nodes import (
    Node,
    counts_of,
    distinct_labels,
    shortened,
    tree_of,
    with_groups,
)
from tests.strategies import ROUND_TRIP, profiles, whole_profile
from tests.unit.writers.core_tasks import core_task_profile, wider_profile
from tests.unit.writers.tricky import statements, tricky_profile


def role(number: int, name: str, *competencies: Competency) -> Role:
    """A role with competencies."""
    return Role(id=f"bcp-r{number}", name=name, competencies=competencies)


def competency(key: str, name: str, *indicators: str) -> Competency:
    """A competency whose indicators are named after their sentences."""
    own = tuple(Indicator(id=f"bcp-{key}-{text}", text=text) for text in indicators)
    return Competency(id=f"bcp-{key}", name=name, indicators=own)


def profile_with(*roles: Role) -> Profile:
    """The whole profile with other roles, and no other nodes."""
    bare = replace(whole_profile(), core_tasks=None, competencies=None, core_challenges=None)
    return replace(bare, roles=roles)


@given(profiles())
@ROUND_TRIP
def test_no_node_is_lost(profile: Profile) -> None:
    found = [node.id for node, _ in tree_of(profile).walk()][1:]

    assert found == list(statements(profile))


@given(profiles())
@ROUND_TRIP
def test_groups_lose_nothing_and_no_two_codes_are_equal(profile: Profile) -> None:
    grouped = list(with_groups(tree_of(profile)).walk())
    codes = [node.code for node, _ in grouped]

    assert {node.id for node, _ in grouped} >= set(statements(profile))
    assert len(set(codes)) == len(codes)


def coded(profile: Profile) -> dict[str, str]:
    """The text of each statement by its code."""
    return {node.code: node.text for node, _ in tree_of(profile).walk()}


def test_codes_say_where_in_the_core_tasks_a_statement_stands() -> None:
    assert coded(core_task_profile()) == {
        "": "Zwemonderwijzer",
        "T1": "Verzorgt zwemlessen",
        "T1.K1": "Kent de regels van het bad",
        "T1.C1": "Samenwerken",
        "T1.C1.I1": "Vraagt op tijd om hulp",
        "T1.P1": "Geeft zwemles",
        "T1.P1.B1": "geeft korte aanwijzingen;",
        "T1.P1.B2": "past het tempo aan",
        "T1.P1.C1": "Samenwerken",
        "T1.P1.C1.I1": "Stemt de les af met de badmeester",
        "T1.P1.C1.I2": "De les begint op tijd",
        "T1.P1.C2": "Plannen",
        "T1.P1.K1": "Kent de leerlijn van het bad",
        "T1.P1.K2": "Kan een tillift bedienen",
        "T1.P1.K3": "Zwemt zelf met gemak een kilometer",
        "T1.P2": "Neemt de proef af",
        "T2": "Houdt het bad schoon",
        "C1": "Beslissen",
        "C1.I1": "Sluit het bad als het moet",
        "C2": "Samenwerken",
        "O1": "Spel of slag",
        "O2": "Ruimte of regels",
    }


def test_a_tree_of_other_dataclasses_is_one_of_statements_without_more() -> None:
    found = coded(wider_profile())

    assert {code: text for code, text in found.items() if code.startswith("TA")} == {
        "TA1": "Water",
        "TA1.D1": "Meet het water",
        "TA1.D1.E1": "Meet het zuur",
        "TA1.D1.E1.C1": "Meet keer 1",
        "TA1.D1.E1.C2": "Meet keer 2",
        "TA1.D2": "Vult bij",
    }
    assert coded(core_task_profile()).items() <= found.items()


def test_all_texts_explain_a_node_below_their_titles() -> None:
    found = {node.code: node for node, _ in tree_of(core_task_profile()).walk()}

    assert found["T1.P1"].lines == (
        "Geeft zwemles",
        "Laat zien hoe een slag gaat.",
        "op het droge",
        "in het bad",
        "Resultaat: De groep durft zonder plank.",
        "Hulpmiddelen:",
        "plankjes",
        "drijfkussens",
        "Code: 1.1",
    )
    assert found["T1.P1.B2"].description == ("Geldt voor: zwemmen met een beperking",)
    assert found["T1.P1.C1.I1"].description == ("Aspect: proces",)


def test_statements_are_counted_by_the_words_of_the_model() -> None:
    assert counts_of(core_task_profile()) == {
        "Kerntaken": 2,
        "Regels kennis en vaardigheden": 4,
        "Competenties": 5,
        "Gedragsindicatoren": 4,
        "Werkprocessen": 2,
        "Gedrag": 2,
        "Kernopgaven": 2,
    }
    assert list(counts_of(tricky_profile())) == [
        "Rollen", "Competenties", "Gedragsindicatoren", "Regels kennis en vaardigheden",
    ]  # fmt: skip


def test_parents_stand_above_their_children_and_codes_say_where() -> None:
    items = (KnowledgeOrSkill(id="bcp-k", kind="knowledge", text="Kennis van x"),)
    first = replace(role(1, "A", competency("c", "C", "i", "j")), knowledge_and_skills=items)

    found = [
        (node.kind, node.code, parent.code if parent else None)
        for node, parent in tree_of(profile_with(first)).walk()
    ]

    assert found == [
        ("profile", "", None),
        ("role", "R1", ""),
        ("competency", "R1.C1", "R1"),
        ("indicator", "R1.C1.I1", "R1.C1"),
        ("indicator", "R1.C1.I2", "R1.C1"),
        ("knowledge", "R1.K1", "R1"),
    ]


def test_the_profile_keeps_its_id_in_its_next_version() -> None:
    profile = whole_profile()

    assert tree_of(profile).id == tree_of(replace(profile, version="99", id="x-v99")).id
    assert tree_of(profile).id != tree_of(replace(profile, name="Iets anders")).id


def test_a_label_is_cut_after_a_word_and_never_empty() -> None:
    assert shortened("kort genoeg", 11) == "kort genoeg"
    assert shortened("een lange zin, die niet past", 15) == "een lange zin…"
    assert shortened("x" * 200, 97) == "x" * 96 + "…"
    assert Node("bcp-1", "role", "  ", "R3", title="Rol").label == "Rol R3"
    assert len(Node("bcp-1", "indicator", "woord " * 100, "R1").label) <= 97


def test_labels_that_are_equal_are_told_apart_by_their_parents_then_by_their_codes() -> None:
    profile = profile_with(
        role(1, "Gids", competency("a", "Samenwerken"), competency("b", "samenwerken")),
        role(2, "Leider", competency("c", "Samenwerken"), competency("d", "Leiden")),
    )

    labels = distinct_labels(tree_of(profile))

    assert labels["bcp-c"] == "Samenwerken (Leider)"
    assert labels["bcp-a"] == "Samenwerken (R1.C1)"
    assert labels["bcp-b"] == "samenwerken (R1.C2)"
    assert labels["bcp-d"] == "Leiden"


@given(profiles())
@ROUND_TRIP
def test_no_two_labels_are_equal_or_too_long(profile: Profile) -> None:
    labels = [label.casefold() for label in distinct_labels(tree_of(profile)).values()]

    assert len(set(labels)) == len(labels)
    assert all(0 < len(label) <= 110 for label in labels)

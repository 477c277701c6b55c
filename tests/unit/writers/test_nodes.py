"""The tree of statements that every export is a projection of."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from pipeline.profile.model import Competency, Indicator, KnowledgeOrSkill, Profile, Role
from pipeline.writers.nodes import Node, distinct_labels, shortened, tree_of
from tests.strategies import ROUND_TRIP, profiles, whole_profile


def role(number: int, name: str, *competencies: Competency) -> Role:
    """A role with competencies."""
    return Role(id=f"bcp-r{number}", name=name, competencies=competencies)


def competency(key: str, name: str, *indicators: str) -> Competency:
    """A competency whose indicators are named after their sentences."""
    own = tuple(Indicator(id=f"bcp-{key}-{text}", text=text) for text in indicators)
    return Competency(id=f"bcp-{key}", name=name, indicators=own)


def profile_with(*roles: Role) -> Profile:
    """The whole profile with other roles."""
    return replace(whole_profile(), roles=roles)


@given(profiles())
@ROUND_TRIP
def test_no_role_competency_indicator_or_item_is_lost(profile: Profile) -> None:
    found = [node.id for node, _ in tree_of(profile).walk()][1:]

    roles = profile.roles or ()
    expected = []
    for one in roles:
        expected.append(one.id)
        for item in one.competencies or ():
            expected += [item.id, *(indicator.id for indicator in item.indicators)]
        expected += [item.id for item in one.knowledge_and_skills or ()]
    assert found == expected


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
    assert Node("bcp-1", "role", "  ", "R3").label == "Rol R3"
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

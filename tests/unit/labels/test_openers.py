"""A heading opens a node where an opener of it fits; a sentence opens none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.families import Family, Node, load_families
from pipeline.labels import LabelMatcher
from pipeline.labels.openers import Openers, Opening

CORE_TASKS = next(family for family in load_families() if family.name == "core-tasks")


def shown(found: Opening, heading: str) -> tuple[str, str, str]:
    """(node, code, name) of what a heading opens."""
    return found.node.id, heading[slice(*found.code)], heading[slice(*found.name)]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1. De facilitair co\u00f6rdinator als co\u00f6rdinator", ("1", "co\u00f6rdinator")),
        (
            "De beheerder als bewaker van de continu\u00efteit",
            ("", "bewaker van de continu\u00efteit"),
        ),
        ("4.2 De dakhovenier als beheerder", ("4.2", "beheerder")),
        ("Rol 1: Verbinder", ("1", "Verbinder")),
        ("Rol 2 \u2013 Intermediair:", ("2", "Intermediair")),
        ("De rol van de gastheer", ("", "gastheer")),
        ("Rol en verantwoordelijkheden", None),
        ("Roltrap: veiligheid", None),
        ("Overzicht rollen", None),
        ("Rol 1", None),
        ("De klant is koning.", None),
        ("De gids geldt als vraagbaak voor iedereen die er werkt of er wel eens komt", None),
    ],
)
def test_a_heading_opens_a_role(
    matcher: LabelMatcher, heading: str, expected: tuple[str, str] | None
) -> None:
    found = [shown(opening, heading) for opening in matcher.openings(heading)]

    assert found == ([("role", *expected)] if expected else [])


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Kerntaak 1: Geeft zwemles", [("core_task", "1", "Geeft zwemles")]),
        ("B1-K1: Geeft zwemles", [("core_task", "B1-K1", "Geeft zwemles")]),
        ("b1 \u2013 k1 Geeft zwemles", [("core_task", "b1 \u2013 k1", "Geeft zwemles")]),
        ("B1-K1-W2: Bereidt de les voor", [("work_process", "B1-K1-W2", "Bereidt de les voor")]),
        ("Werkproces 1.2 Ruimt op", [("work_process", "1.2", "Ruimt op")]),
        ("Kernopgave: Kiezen", [("core_challenge", "", "Kiezen")]),
        ("Competentie: A Beslissen", [("competency", "A", "Beslissen")]),
        ("Competentie: Analyseren", [("competency", "", "Analyseren")]),
        ("Kerntaak 1", []),
        ("De kerntaken zijn bekend.", []),
    ],
)
def test_a_heading_opens_the_node_that_its_word_or_mark_names(
    heading: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [one for one in Openers(CORE_TASKS.nodes).openings(heading) if not one.is_plain]

    assert [shown(one, heading) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kerntaak 12:", [("core_task", (9, 11), False)]),
        ("B1-K1", [("core_task", (0, 5), False)]),
        ("B1-K1-W2", [("work_process", (0, 8), False)]),
        ("1.2", [("work_process", (0, 3), True)]),
        ("Kerntaak1", [("core_task", (8, 9), False)]),
        ("COMPETENTIES", []),
        ("Geeft zwemles", []),
    ],
)
def test_a_code_alone_tells_its_node_and_a_number_what_it_may_be(
    text: str, expected: list[tuple[str, tuple[int, int], bool]]
) -> None:
    found = Openers(CORE_TASKS.nodes).coded(text)

    assert [(node.id, *more) for node, *more in found] == expected


def test_a_plain_opener_and_a_mark_are_told_as_such() -> None:
    task = Node("task", "tasks", ("profile",), "s", ("{mark} {name}",), ("{code} {name}",),
                ("T{n}",), ("{n}",))  # fmt: skip

    (marked,) = Openers([task]).openings("T1 Knipt haar")
    (plain,) = Openers([task]).openings("1 Knipt haar")

    assert (marked.is_plain, marked.is_marked) == (False, True)
    assert (plain.is_plain, plain.is_marked) == (True, False)


def headings(node: Node) -> Iterator[str]:
    """A heading for each opener of a node."""
    words = {"{n}": "1", "{letter}": "A", "{name}": "Woord", "{occupation}": "kok"}
    for opener in node.openers:
        shapes = node.marks if "{mark}" in opener else (*node.marks, *node.numbers)
        for shape in shapes or ("",):
            heading = opener.replace("{code}", shape).replace("{mark}", shape)
            for place, word in words.items():
                heading = heading.replace(place, word)
            yield heading


@pytest.mark.parametrize("family", load_families(), ids=lambda family: family.name)
def test_each_opener_of_a_family_opens_its_node_and_no_other(family: Family) -> None:
    openers = Openers(family.nodes)
    for node in family.nodes:
        for heading in headings(node):
            found = [one.node.id for one in openers.openings(heading) if not one.is_plain]
            assert found == [node.id], heading

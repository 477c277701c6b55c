"""What is open: the label of the innermost node first, then outward; headings that count on."""

from __future__ import annotations

import pytest

from pipeline.document.text import BOLD, Text, plain
from pipeline.families.model import Family
from pipeline.interpret.claims import Claims
from pipeline.interpret.forms import is_emphasised
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import is_certain
from tests.unit.interpret.specimens import CORE_TASKS, LAYOUT, located


def stack(*headings: str, family: Family = CORE_TASKS, section: str | None = None) -> Stack:
    """What is open after these headings of nodes, each marked as a heading."""
    found = Stack(family, Claims())
    found.section = section
    for heading in headings:
        text = located(heading)
        opening = found.opening_of(text, marked=True)
        assert opening is not None, heading
        found.open_heading(text, opening)
    return found


def scopes(found: Stack) -> list[str]:
    """The nodes that are open, the innermost last."""
    return [part.scope for part in found.open]


def field_of(found: Stack, label: str) -> str | None:
    """The id of the field that a label means here."""
    match = found.match(plain(label))
    return match.field.id if match is not None else None


TASK = "Kerntaak 1: Verzorgt bijen"
PROCESS = "1.1 Opent de kast"


# Labels.


@pytest.mark.parametrize(
    ("headings", "label", "field"),
    [
        ((TASK, PROCESS), "Resultaat", "work_process.result"),
        ((TASK,), "Resultaat", "core_task.result"),
        ((TASK, PROCESS), "Complexiteit", "core_task.complexity"),
        ((TASK,), "Complexiteit", "core_task.complexity"),
        ((), "Complexiteit", "description.complexity"),
        ((TASK, PROCESS), "Brondocumenten", "source_documents"),
        # Inside another one a node without a heading of its own has nothing to be named by.
        ((TASK,), "Gedrag", None),
        ((), "Gedrag", None),
    ],
)
def test_a_label_is_asked_of_the_innermost_node_then_outward(
    headings: tuple[str, ...], label: str, field: str | None
) -> None:
    assert field_of(stack(*headings), label) == field


def test_a_misspelt_label_is_asked_of_the_innermost_node_alone() -> None:
    found = stack(TASK, PROCESS)

    assert field_of(found, "Gewenst resultaad") == "work_process.result"
    assert field_of(found, "Complexitiet") is None


def test_no_label_is_as_long_as_a_sentence() -> None:
    assert stack().match(plain("Complexiteit " * 10)) is None
    assert stack().match(Text()) is None


def test_a_label_of_a_task_closes_its_process() -> None:
    found = stack(TASK, PROCESS)
    label = plain("Complexiteit")
    entry = found.open_entry(label, found.match(label), 0, "")

    assert scopes(found) == ["profile", "core_task"]
    assert found.innermost.entries == [entry]


def test_a_label_of_the_profile_goes_to_the_profile_and_closes_nothing() -> None:
    found = stack(TASK)
    label = plain("Brondocumenten")
    entry = found.open_entry(label, found.match(label), 0, "")

    assert found.outline.root.entries == [entry]
    assert scopes(found) == ["profile", "core_task"]


def test_a_label_of_a_node_that_is_not_open_opens_it_under_the_heading_above() -> None:
    found = stack(family=LAYOUT, section="roles")
    found.open_entry(located("2. Gastheer"), None, 3, "")
    label = plain("Afbreukrisico")
    found.open_entry(label, found.match(label), 0, "")

    (role,) = found.outline.root.parts
    assert (str(role.heading), str(role.code), str(role.name)) == ("2. Gastheer", "2", "Gastheer")
    assert found.outline.root.entries == []
    assert [entry.field for entry in role.entries] == ["role.consequence_of_error"]


def test_a_label_that_stands_again_under_a_new_heading_opens_the_next_node() -> None:
    found = stack("Rol 1: Gastheer", family=LAYOUT)
    for label in ("Afbreukrisico", "Planner", "Afbreukrisico"):
        text = plain(label)
        entry = found.open_entry(text, found.match(text), 4, "")
        if entry.match is not None:
            entry.add(())

    assert [str(part.name) for part in found.outline.root.parts] == ["Gastheer", "Planner"]


@pytest.mark.parametrize(
    ("cell", "label", "value"),
    [("Versie: 3", "Versie:", "3"), ("Versie", "Versie", ""), ("Ontwikkeld door KCH",
     "Ontwikkeld door", "KCH")],
)  # fmt: skip
def test_a_cell_may_hold_a_label_and_its_value(cell: str, label: str, value: str) -> None:
    found = stack().label_with_value(located(cell))

    assert found is not None
    assert (str(found[0]), str(found[2])) == (label, value)


# Headings of nodes.


@pytest.mark.parametrize(
    ("headings", "heading", "opened"),
    [
        ((TASK,), "1.1 Opent de kast", "work_process"),
        ((TASK, PROCESS), "1.2 Sluit de kast", "work_process"),
        ((TASK, PROCESS), "1.4 Sluit de kast", None),
        ((TASK, PROCESS), "2.1 Slingert honing", None),
        ((), "1.1 Opent de kast", None),
        ((TASK, PROCESS), "2. Slingert honing", "core_task"),
        ((TASK, PROCESS), "3. Slingert honing", None),
    ],
)
def test_a_plain_opener_must_count_on(
    headings: tuple[str, ...], heading: str, opened: str | None
) -> None:
    opening = stack(*headings).opening_of(plain(heading), marked=False)

    assert (opening.node.id if opening is not None else None) == opened


def test_a_plain_opener_needs_its_section_in_the_profile() -> None:
    task = plain("1. Verzorgt bijen")

    assert stack(section="trends").opening_of(task, marked=True) is None
    opening = stack(section="core_tasks").opening_of(task, marked=True)
    assert opening is not None and opening.node.id == "core_task"


def test_a_code_that_tells_its_node_need_not_count_on() -> None:
    opening = stack(TASK).opening_of(plain("B1-K1-W7: Sluit de kast"), marked=False)

    assert opening is not None
    assert (opening.node.id, opening.is_marked) == ("work_process", True)


def test_a_number_alone_is_a_code_where_it_counts_on() -> None:
    found = stack(TASK, PROCESS)
    process = CORE_TASKS.node("work_process")

    assert found.counts_on("1.2", process)
    assert not found.counts_on("1.5", process)
    assert not found.counts_on("A", process)


def test_a_node_may_stand_in_those_that_are_open_and_can_hold_it() -> None:
    found = stack(TASK, PROCESS)

    def holders(node: str) -> list[str]:
        return [part.scope for part in found.holders(CORE_TASKS.node(node))]

    assert holders("core_task") == ["profile"]
    assert holders("work_process") == ["core_task"]


def test_the_next_task_closes_the_one_before_it_with_its_processes() -> None:
    found = stack(TASK, PROCESS, "Kerntaak 2: Slingert honing")

    assert scopes(found) == ["profile", "core_task"]
    assert [str(part.code) for part in found.outline.root.parts] == ["1", "2"]


def test_a_heading_that_stands_again_opens_nothing() -> None:
    found = stack(TASK, TASK)

    assert len(found.outline.root.parts) == 1
    assert found.claims.totals() == {"repeated header rows": len(TASK.replace(" ", ""))}


def test_a_node_opens_its_section() -> None:
    assert stack(TASK).section == "core_tasks"


def test_the_title_of_another_section_closes_a_node_and_that_of_its_own_does_not() -> None:
    found = stack(TASK)
    label = plain("Proces")
    found.open_entry(label, found.match(label), 0, "")

    found.close_to_section("core_tasks")
    assert scopes(found) == ["profile", "core_task"]
    found.close_to_section("trends")
    assert scopes(found) == ["profile"]


def test_a_title_without_contents_is_closed_by_the_title_of_its_own_section() -> None:
    found = stack(TASK)

    found.close_to_section("core_tasks")

    assert scopes(found) == ["profile"]


def test_titles_without_contents_are_names_of_an_overview() -> None:
    names = [(node.id, name) for node, name in stack(TASK, PROCESS).names_of_overview()]

    assert names == [("core_task", "verzorgt bijen"), ("work_process", "opent de kast")]


def test_what_is_certain_and_what_is_emphasised() -> None:
    found = stack(TASK)

    assert is_certain(found.match(plain("Resultaat")))
    assert not is_certain(found.match(plain("Resultaad")))
    assert not is_certain(None)
    assert is_emphasised(Text("vet", (0, 1, 2), bytes([BOLD] * 3)))
    assert not is_emphasised(plain("licht"))

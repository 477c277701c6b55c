"""Nodes are found by the dataclasses alone, also those of a tree that nobody thought of."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.profile.model import (
    Blocks,
    Competency,
    CoreTask,
    Indicator,
    Profile,
    WorkProcess,
    described,
)
from pipeline.profile.nodes import NodeField, node_fields, nodes_below, siblings_below
from tests.strategies import whole_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """Beoordelingscriterium: what tells good work."""

    id: str = described("Identificatie", "", required=True)
    text: str = described("Tekst", "", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Opmerking: a record that is no node."""

    text: str = described("Tekst", "", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Taakgebied: a field of work."""

    id: str = described("Identificatie", "", required=True)
    name: str = described("Naam", "", required=True)
    description: Blocks | None = described("Omschrijving", "")
    keywords: tuple[str, ...] | None = described("Trefwoorden", "", singular="keyword")
    remarks: tuple[Remark, ...] | None = described("Opmerkingen", "", singular="remark")
    criteria: tuple[Criterion, ...] | None = described("Criteria", "", singular="criterion")


def test_a_list_of_records_with_an_id_is_a_list_of_nodes() -> None:
    assert node_fields(Area) == (NodeField("criteria", "criterion", Criterion),)
    assert node_fields(Criterion) == ()


def test_the_nodes_of_the_model_are_told_in_document_order() -> None:
    assert [field.singular for field in node_fields(Profile)] == [
        "role", "core_task", "competency", "core_challenge",
    ]  # fmt: skip
    assert node_fields(CoreTask)[-1] == NodeField("work_processes", "work_process", WorkProcess)
    assert node_fields(Competency) == (NodeField("indicators", "indicator", Indicator),)


def test_each_node_comes_before_those_that_it_holds() -> None:
    area = Area(id="a", name="Varen", criteria=(Criterion(id="c", text="Vaart veilig"),))

    (found,) = nodes_below(area)
    assert (found.pointer, found.title, found.parent) == ("/criteria/0", "Vaart veilig", None)

    nodes = list(nodes_below(whole_profile()))
    pointers = [node.pointer for node in nodes]
    assert len(pointers) == len(set(pointers))
    for number, node in enumerate(nodes):
        above = [] if node.parent is None else [node.parent]
        assert all(parent in nodes[:number] for parent in above)
        assert all(node.pointer.startswith(f"{parent.pointer}/") for parent in above)


def test_a_node_is_called_by_its_name_or_its_sentence() -> None:
    titles = {node.field.singular: node.title for node in nodes_below(whole_profile())}

    assert titles["role"] == "Coördinator"
    assert titles["indicator"] == "Geeft heldere instructies"


def test_each_list_of_siblings_is_told_once() -> None:
    lists = list(siblings_below(whole_profile()))
    nodes = list(nodes_below(whole_profile()))

    assert sorted(node.pointer for found in lists for node in found) == sorted(
        node.pointer for node in nodes
    )
    assert all(len({(n.field, n.parent) for n in found}) == 1 for found in lists)

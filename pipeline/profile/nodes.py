"""The nodes of a profile: the records with an `id`, whatever tree they stand in.

Roles, competencies, core tasks and all that a later family adds are found by their dataclasses
alone: a list whose members have an `id` is a list of nodes, `singular` is the word for one.
Nothing that loops over nodes needs to know what they are called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pipeline.profile.codec import field_types

_IDENTIFIER = "id"
# What a node is called stands in the first of these that its class has.
_TITLES = ("name", "text")


@dataclass(frozen=True, slots=True)
class NodeField:
    """A field that holds nodes: its name, the word for one of them, their class."""

    name: str
    singular: str
    cls: type

    @property
    def title_field(self) -> str:
        """The field that says what one of the nodes is called."""
        known = field_types(self.cls)
        return next(name for name in _TITLES if name in known)


@dataclass(frozen=True, slots=True)
class Node:
    """A node where it stands: its JSON Pointer, its record, the field that holds it.

    `parent` is None for what the profile itself holds.
    """

    pointer: str
    record: Any
    field: NodeField
    parent: Node | None

    @property
    def title(self) -> str:
        """What it is called: its name, or the sentence that it is."""
        title: str = getattr(self.record, self.field.title_field)
        return title


@cache
def node_fields(cls: type) -> tuple[NodeField, ...]:
    """The fields of a class that hold nodes, in document order."""
    singular: Mapping[str, str] = {f.name: f.metadata.get("singular", "") for f in fields(cls)}
    return tuple(
        NodeField(name, singular[name], get_args(hint)[0])
        for name, hint in field_types(cls).items()
        if get_origin(hint) is tuple and _is_node(get_args(hint)[0])
    )


def _is_node(member: Any) -> bool:
    return is_dataclass(member) and any(f.name == _IDENTIFIER for f in fields(member))


def nodes_below(record: Any, pointer: str = "", parent: Node | None = None) -> Iterator[Node]:
    """All nodes below a record, each before those that it holds, in document order."""
    for siblings in _own_siblings(record, pointer, parent):
        for node in siblings:
            yield node
            yield from nodes_below(node.record, node.pointer, node)


def siblings_below(
    record: Any, pointer: str = "", parent: Node | None = None
) -> Iterator[tuple[Node, ...]]:
    """Each list of nodes below a record that has any, before the lists of those nodes."""
    for siblings in _own_siblings(record, pointer, parent):
        yield siblings
        for node in siblings:
            yield from siblings_below(node.record, node.pointer, node)


def _own_siblings(record: Any, pointer: str, parent: Node | None) -> Iterator[tuple[Node, ...]]:
    """The lists of nodes that a record itself holds."""
    cls: type = type(record)
    for field in node_fields(cls):
        members = getattr(record, field.name) or ()
        if members:
            yield tuple(
                Node(f"{pointer}/{field.name}/{position}", member, field, parent)
                for position, member in enumerate(members)
            )

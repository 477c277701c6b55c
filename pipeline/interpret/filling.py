"""One record while it is filled: the profile or a node, with what its labels say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipeline.document.text import Text
from pipeline.families.model import Field
from pipeline.interpret.bench import Bench, Value
from pipeline.interpret.overview import Named
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Leaf, Node, labelled
from pipeline.interpret.values.blocks import text_blocks
from pipeline.profile.codec import field_types


@dataclass(slots=True)
class Filling:
    """A record of the model while it is filled.

    `cls` is its class, `scope` the id of its node, `pointer` where it will stand; `values` are all
    that its labels say, `listed` the nodes inside it that it only names.
    """

    bench: Bench
    cls: type
    scope: str
    pointer: str
    values: list[Value]
    tree: dict[str, Node] = field(default_factory=dict)
    listed: list[Named] = field(default_factory=list)

    @property
    def name(self) -> Leaf | None:
        """The name; None where its label is missing or has no value."""
        name = self.tree.get("name")
        return name if isinstance(name, Leaf) else None

    def has(self, key: str) -> bool:
        """Whether the model has such a field in this record."""
        return key in field_types(self.cls)

    def pointer_of(self, path: str) -> str:
        """The JSON Pointer of a field."""
        return f"{self.pointer}/{path.replace('.', '/')}"

    def get(self, path: str) -> Any:
        """What a field holds so far; None where it holds nothing."""
        node: Any = self.tree
        for step in path.split("."):
            node = node.get(step, {})
        return node or None

    def put(self, path: str, node: Node, label: Text) -> None:
        """Set a field by its dotted path."""
        *parents, key = path.split(".")
        target = self.tree
        for parent in parents:
            target = target.setdefault(parent, {})
        target[key] = labelled(node, label)

    def add(self, path: str, nodes: list[Node], label: Text) -> None:
        """Add to a list; two labels may say parts of it."""
        self.put(path, [*(self.get(path) or ()), *nodes], label)

    def add_text(self, path: str, passages: list[Passage], label: Text) -> None:
        """Add text blocks to a field: its part may have both a row and sub-headings."""
        self.add(path, text_blocks(passages), label)

    def is_filled_otherwise(self, own: Field) -> bool:
        """Whether other labels fill a field or its parts: a row for each descriptor or aspect."""
        if own.sets:
            # A label that says more than its field is told from the others of the field.
            return False
        matches = (v.entry.match for v in self.values if v.passages and v.entry.match)
        others = (match.field for match in matches if match.field.id != own.id)
        return any(map(own.holds, others))


def ordered(node: dict[str, Any], cls: type) -> dict[str, Any]:
    """The node with its keys in the order of the model."""
    found = {}
    for key, hint in field_types(cls).items():
        if key in node:
            value = node[key]
            nested = isinstance(value, dict) and isinstance(hint, type)
            found[key] = ordered(value, hint) if nested else value
    return found

"""The profile as other systems take it: one tree of statements, each with an identifier.

profile > role > competency > indicator, and role > knowledge, skill, other. Every export is a
projection of this tree. What hangs on no node (trends, prose, sources) is in JSON, XML and tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.core.text import collapse
from pipeline.profile.identifiers import element_id, profile_key
from pipeline.profile.model import Blocks, Competency, Paragraph, Profile, Role

Kind = Literal["profile", "role", "competency", "indicator", "knowledge", "skill", "other", "group"]
TITLES: dict[Kind, str] = {
    "profile": "Beroepscompetentieprofiel",
    "role": "Rol",
    "competency": "Competentie",
    "indicator": "Gedragsindicator",
    "knowledge": "Kennis",
    "skill": "Vaardigheid",
    "other": "Kennis of vaardigheid",
    "group": "Kennis en vaardigheden",
}
ITEMS: frozenset[Kind] = frozenset({"knowledge", "skill", "other"})
# Moodle shortens names of more than 100 characters, and so cuts what is equal up to there.
LONGEST_LABEL = 97


@dataclass(frozen=True, slots=True)
class Node:
    """One statement: its stable id (`bcp-<uuid>`), its whole text, what explains it, its place.

    `code` says where it stands: `R1.C2.I3` is the third indicator of the second competency of the
    first role, `R1.K4` its fourth line of knowledge and skills; that of the profile is empty.
    """

    id: str
    kind: Kind
    text: str
    code: str = ""
    description: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()

    @property
    def uuid(self) -> str:
        """The id without its prefix."""
        return self.id.removeprefix("bcp-")

    @property
    def statement(self) -> str:
        """The text on one line; never empty, for importers drop what has no name."""
        return collapse(self.text) or f"{TITLES[self.kind]} {self.code}".strip()

    @property
    def label(self) -> str:
        """The statement, or as many of its words as a short name may have."""
        return shortened(self.statement, LONGEST_LABEL)

    def walk(self) -> Iterator[tuple[Node, Node | None]]:
        """Each node below and this one, with its parent; parents first, in document order."""
        yield from self._walk(None)

    def _walk(self, parent: Node | None) -> Iterator[tuple[Node, Node | None]]:
        yield self, parent
        for child in self.children:
            yield from child._walk(self)


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters, cut after a word and marked by an ellipsis."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    words = head.rpartition(" ")[0] if text[most - 1] != " " else head
    return f"{(words or head).rstrip(' ,;:.-')}…"


def tree_of(profile: Profile) -> Node:
    """The tree of a profile."""
    key = profile_key(profile.name, list(profile.developed_by or ()))
    roles = tuple(_role(role, f"R{n}") for n, role in enumerate(profile.roles or (), start=1))
    return Node(element_id(key), "profile", profile.name, children=roles)


def _role(role: Role, code: str) -> Node:
    competencies = (
        _competency(competency, f"{code}.C{n}")
        for n, competency in enumerate(role.competencies or (), start=1)
    )
    items = (
        Node(item.id, _item_kind(item.kind), item.text, f"{code}.K{n}")
        for n, item in enumerate(role.knowledge_and_skills or (), start=1)
    )
    description = (*filter(None, [role.responsibility]), *lines_of(role.description))
    return Node(role.id, "role", role.name, code, description, (*competencies, *items))


def _item_kind(kind: str) -> Kind:
    return "knowledge" if kind == "knowledge" else "skill" if kind == "skill" else "other"


def _competency(competency: Competency, code: str) -> Node:
    indicators = tuple(
        Node(indicator.id, "indicator", indicator.text, f"{code}.I{n}")
        for n, indicator in enumerate(competency.indicators, start=1)
    )
    return Node(competency.id, "competency", competency.name, code, (), indicators)


def lines_of(blocks: Blocks | None) -> tuple[str, ...]:
    """The paragraphs and the items of text blocks, a line each."""
    found: list[str] = []
    for block in blocks or ():
        found.extend([block.text] if isinstance(block, Paragraph) else block.items)
    return tuple(found)


def with_groups(tree: Node) -> Node:
    """The tree with the knowledge and skills of each role under a node of their own.

    For systems that ask that all nodes of one depth are of one kind.
    """
    return replace(tree, children=tuple(_grouped(role) for role in tree.children))


def _grouped(role: Node) -> Node:
    items = tuple(child for child in role.children if child.kind in ITEMS)
    if not items:
        return role
    others = tuple(child for child in role.children if child.kind not in ITEMS)
    group = Node(
        element_id(role.id, "knowledge_and_skills"),
        "group",
        TITLES["group"],
        f"{role.code}.K",
        children=items,
    )
    return replace(role, children=(*others, group))


def distinct_labels(tree: Node, *, longest: int = LONGEST_LABEL) -> dict[str, str]:
    """By id, labels of which no two are equal, whatever their case.

    `Samenwerken` under two roles becomes `Samenwerken (Coördinator)` and `Samenwerken (Adviseur)`;
    what its parent does not tell apart gets its code.
    """
    nodes = list(tree.walk())
    labels = {node.id: shortened(node.statement, longest) for node, _ in nodes}
    for suffix in (lambda parent, _: parent.label if parent else "", lambda _, node: node.code):
        seen = Counter(label.casefold() for label in labels.values())
        for node, parent in nodes:
            added = suffix(parent, node)
            if seen[labels[node.id].casefold()] > 1 and added:
                ending = f" ({shortened(added, longest // 3)})"
                labels[node.id] = shortened(node.statement, longest - len(ending)) + ending
    return labels

"""The profile as other systems take it: one tree of statements, each with an identifier.

profile > role > competency > indicator, profile > core task > work process > competency, and so on:
the dataclasses of the model alone say what stands below what. Every export is a projection of this
tree. What hangs on no node (trends, prose, sources) is in JSON, XML and tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from pipeline.contract.shapes import ModelField, model_fields
from pipeline.core.text import collapse
from pipeline.profile.identifiers import element_id, profile_key
from pipeline.profile.model import Profile
from pipeline.profile.nodes import node_fields
from pipeline.writers.said import explanation_of, naming_field
from pipeline.writers.sorts import (
    GROUP_TITLES,
    TITLES,
    Sort,
    kind_of,
    levels_below,
    plurals_in,
    sorts_below,
    title_of,
)

# Moodle shortens names of more than 100 characters, and so cuts what is equal up to there.
LONGEST_LABEL = 97
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Node:
    """One statement: its stable id (`bcp-<uuid>`), its whole text, what explains it, its place.

    `code` says where it stands: `R1.C2.I3` is the third indicator of the second competency of the
    first role, `T1.P2.K4` the fourth line of knowledge and skills of the second work process of the
    first core task; that of the profile is empty. `printed` is what the document calls it.

    `levels` says how many levels of nodes may stand below one of its kind, `section` the field
    that it stands in and `group` the title of all in there.
    """

    id: str
    kind: str
    text: str
    code: str = ""
    description: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()
    title: str = ""
    printed: str = ""
    levels: int = 0
    section: str = ""
    group: str = ""

    @property
    def uuid(self) -> str:
        """The id without its prefix."""
        return self.id.removeprefix("bcp-")

    @property
    def statement(self) -> str:
        """The text on one line; never empty, for importers drop what has no name."""
        return collapse(self.text) or f"{self.title} {self.code}".strip()

    @property
    def label(self) -> str:
        """The statement, or as many of its words as a short name may have."""
        return shortened(self.statement, LONGEST_LABEL)

    @property
    def lines(self) -> tuple[str, ...]:
        """The statement, what explains it, and its printed code: all that it says, in lines."""
        printed = (f"Code: {self.printed}",) if self.printed else ()
        return (self.statement, *self.description, *printed)

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
    children = _children(profile, "")
    return Node(
        element_id(key),
        "profile",
        profile.name,
        children=children,
        title=TITLES["profile"],
        levels=1 + max((child.levels for child in children), default=0),
    )


def _children(record: Any, code: str) -> tuple[Node, ...]:
    """The nodes below a record, in model order, and in document order within a field."""
    cls: type = type(record)
    known, marks = {field.name: field for field in model_fields(cls)}, _marks(cls)
    return tuple(
        _node(member, known[field.name], f"{code}.{marks[field.name]}{n}".lstrip("."))
        for field in node_fields(cls)
        for n, member in enumerate(getattr(record, field.name) or (), start=1)
    )


def _node(record: Any, field: ModelField, code: str) -> Node:
    cls: type = type(record)
    kind = kind_of(record)
    return Node(
        record.id,
        kind,
        getattr(record, naming_field(cls), ""),
        code,
        tuple(explanation_of(record)),
        _children(record, code),
        title=title_of(kind, cls),
        printed=getattr(record, "code", None) or "",
        levels=levels_below(cls),
        section=field.name,
        group=GROUP_TITLES.get(cls, field.title),
    )


@cache
def _marks(cls: type) -> Mapping[str, str]:
    """By field, what stands for its members in a code: no two of a class have the same."""
    fields = {field.name: field for field in model_fields(cls)}
    found = {node.name: fields[node.name].mark for node in node_fields(cls)}
    for node in node_fields(cls):
        word = node.singular.upper()
        free = (word[:n] for n in range(1, len(word)) if word[:n] not in found.values())
        found[node.name] = found[node.name] or next(free, word)
    return found


def sorts_in(profile: Profile, tree: Node) -> dict[str, Sort]:
    """By kind, the sorts of nodes that occur in a profile, in model order; of a kind that stands in
    several places, the first."""
    links = {(parent.kind, node.kind) for node, parent in tree.walk() if parent}
    found: dict[str, Sort] = {}
    for sort in sorts_below(type(profile)):
        if links.issuperset(pairwise(sort.path)):
            found.setdefault(sort.kind, sort)
    return found


def counts_of(profile: Profile) -> dict[str, int]:
    """How many statements a profile has of each sort that it has, by the word for more of them."""
    tree, plurals = tree_of(profile), plurals_in(type(profile))
    kinds = Counter(node.kind for node, _ in tree.walk())
    found: Counter[str] = Counter()
    for kind in sorts_in(profile, tree):
        found[plurals[kind]] += kinds[kind]
    return dict(found)


def with_groups(tree: Node) -> Node:
    """The tree with what is of lower rank than its siblings under a node of its own, by field.

    For systems that ask that all nodes of one depth are of one kind: the knowledge and skills of a
    role do not stand beside its competencies, nor the competencies of a core task beside its work
    processes.
    """
    children: list[Node] = []
    for section, group in groupby(map(with_groups, tree.children), lambda child: child.section):
        members = tuple(group)
        is_ranked = members[0].levels + 1 == tree.levels
        children += members if is_ranked else [_group(tree, section, members)]
    return replace(tree, children=tuple(children))


def _group(parent: Node, section: str, members: tuple[Node, ...]) -> Node:
    title = members[0].group
    return Node(
        element_id(parent.id, section),
        "group",
        title,
        members[0].code.rstrip(_DIGITS),
        children=members,
        title=title,
        levels=parent.levels - 1,
    )


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

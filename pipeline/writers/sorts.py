"""The sorts of nodes that the model has: their kinds and titles, and where each may stand.

A class is one kind, called as the class is; knowledge and skills are three kinds of one class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.contract.shapes import class_title, model_fields
from pipeline.profile.model import ITEM_KINDS, KnowledgeOrSkill
from pipeline.profile.nodes import node_fields

ITEMS = frozenset(ITEM_KINDS)
# What the model does not say: the profile itself, and what one class is divided into.
TITLES = {
    "profile": "Beroepscompetentieprofiel",
    "knowledge": "Kennis",
    "skill": "Vaardigheid",
    "other": "Kennis of vaardigheid",
}
# What all of a class are called where its fields have several titles.
GROUP_TITLES: Mapping[type, str] = {KnowledgeOrSkill: "Kennis en vaardigheden"}
_PLURALS: Mapping[type, str] = {KnowledgeOrSkill: "Regels kennis en vaardigheden"}
_WORD = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of node where it may stand: the kinds from the profile on to it, and its number.

    `number` counts the kinds below each other in model order (`1.2.1`), `title` and `plural` are
    Dutch words for one and for more.
    """

    path: tuple[str, ...]
    number: str
    title: str
    plural: str

    @property
    def kind(self) -> str:
        """The kind of the nodes."""
        return self.path[-1]


def kind_of(record: Any) -> str:
    """The kind of a node."""
    cls = type(record)
    return str(record.kind) if cls is KnowledgeOrSkill else kinds_of(cls)[0]


def kinds_of(cls: type) -> tuple[str, ...]:
    """The kinds that nodes of a class may be of."""
    return ITEM_KINDS if cls is KnowledgeOrSkill else (_WORD.sub("_", cls.__name__).lower(),)


def title_of(kind: str, cls: type) -> str:
    """What a node of a kind and class is called, in Dutch."""
    return TITLES.get(kind) or class_title(cls) or cls.__name__


@cache
def levels_below(cls: type) -> int:
    """How many levels of nodes may stand below one of the class; 0 for what has no parts."""
    return max((1 + levels_below(field.cls) for field in node_fields(cls)), default=0)


def sorts_below(
    cls: type, path: tuple[str, ...] = ("profile",), number: str = ""
) -> Iterator[Sort]:
    """All sorts of nodes that may stand below a record of the class, in model order."""
    titles = {field.name: field.title for field in model_fields(cls)}
    at = 0
    for field in node_fields(cls):
        # `Kerntaken en werkprocessen` holds core tasks, which hold the rest.
        plural = _PLURALS.get(field.cls, titles[field.name].partition(" en ")[0])
        for kind in kinds_of(field.cls):
            at += 1
            here, place = (*path, kind), f"{number}.{at}".lstrip(".")
            yield Sort(here, place, title_of(kind, field.cls), plural)
            yield from sorts_below(field.cls, here, place)


def plurals_in(cls: type) -> dict[str, str]:
    """By kind, in model order, the word for more of them: the title of the first such field."""
    found: dict[str, str] = {}
    for sort in sorts_below(cls):
        found.setdefault(sort.kind, sort.plural)
    return found

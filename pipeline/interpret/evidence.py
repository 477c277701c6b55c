"""What speaks for each family: its nodes, its own labels, and what all profiles share.

Only what one family alone has decides between families. A label that more of them list, or that
every profile has, tells that a document is a profile and not which one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.core import heartbeat
from pipeline.core.text import fold
from pipeline.document.title_lines import Line
from pipeline.families.model import PROFILE, Family
from pipeline.labels.matcher import is_certain, matcher_of

# A heading that opens a node (`Rol 2: ...`, `B1-K1: ...`) is what the family is made of.
_OPENER = 4
# The section or the list of its nodes (`Overzicht rollen`) names them once for the whole document.
_OVERVIEW = 3
# A label inside a node (`Gewenst resultaat`) may head something else in another document.
_LABEL = 1
# `1.1 Neemt de werkplek op` is the heading of a node or of any other paragraph.
_PLAIN = 1
# The general part has such labels in whatever family.
_OF_EVERY_PROFILE = -1

# Three nodes of a kind show the habit; the tenth says no more than the third.
_MOST_OPENERS = 3
# Numbered headings that say no more prove nothing, however many there are.
_MOST_PLAIN = 2

# Headings that fit by chance (`De docent als coach`) make no family: what speaks for it must be of
# two kinds, and weigh as much as an opener and an overview.
_LEAST_UNTITLED = _OPENER + _OVERVIEW
# A title that names the document type leaves in doubt only which family: a list of nodes will do.
_LEAST_TITLED = _OVERVIEW

# A study guide or a regulation has a handful of the labels of profiles, by chance.
_FIELDS_ALONE = 8

_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Recognition:
    """A family's claim: what was seen of it.

    `fields` are those whose labels were seen, shared ones too. `openers`, `overviews` and `labels`
    are the lines that only this family has, and `plain` how many numbered headings may open a node
    of it. `rivals` are the other claims, the weightiest first, of the one that was taken.
    """

    layout: Family
    titled: bool
    fields: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    overviews: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    plain: int = 0
    weight: int = 0
    rivals: tuple[Recognition, ...] = ()

    @property
    def has_nodes(self) -> bool:
        """Whether a node of the family, or the list of its nodes, was seen."""
        return bool(self.openers or self.overviews)

    @property
    def is_profile(self) -> bool:
        """Whether enough fields were seen for a profile of whatever family."""
        needed = self.layout.evidence
        least = needed.minimum_with_title if self.titled else needed.minimum_without_title
        return len(self.fields) >= least

    @property
    def speaks_for_itself(self) -> bool:
        """Whether the title names the document type and so many fields follow as no other has."""
        return self.titled and len(self.fields) >= _FIELDS_ALONE

    @property
    def suffices(self) -> bool:
        """Whether the document is a profile, and one that has nodes of this family."""
        if not (self.is_profile and self.has_nodes):
            return False
        if self.titled:
            return self.weight >= _LEAST_TITLED
        kinds = sum(map(bool, (self.openers, self.overviews, self.labels)))
        return kinds > 1 and self.weight >= _LEAST_UNTITLED

    def __str__(self) -> str:
        seen = [
            "a title that names the document type" if self.titled else "no title",
            f"labels of {len(self.fields)} fields",
            *_shown("of its nodes", self.openers),
            *_shown("of its list of nodes", self.overviews),
            *_shown("labels of its own", self.labels),
        ]
        if not self.has_nodes:
            seen.append("no node of its own")
        return f"{self.layout.name}: {', '.join(seen)}"


def _shown(what: str, lines: tuple[str, ...]) -> list[str]:
    """The first of some lines, with how many there are."""
    if not lines:
        return []
    quoted = " ".join(f"`{line}`" for line in lines[:_MOST_SHOWN])
    return [f"{len(lines)} {what} ({quoted}{' ...' if len(lines) > _MOST_SHOWN else ''})"]


def weigh(
    families: tuple[Family, ...], lines: Iterable[Line], titled: Sequence[bool]
) -> tuple[Recognition, ...]:
    """The evidence for each family in the lines of a document."""
    distinct = tuple(dict.fromkeys(line.chars for line in lines))
    openings = _openings(families, distinct)
    return tuple(
        _evidence(family, families, distinct, opened, named)
        for family, opened, named in zip(families, openings, titled, strict=True)
    )


@dataclass(slots=True)
class _Opened:
    """The lines that open nodes of one family, by node; and those that only may."""

    sure: dict[str, list[str]]
    plain: list[str]


def _openings(families: tuple[Family, ...], lines: Iterable[str]) -> list[_Opened]:
    """What opens nodes of each family.

    A heading that opens nodes of several is evidence of the one that its code tells: `B1-K1-W2:
    Treedt op als vraagbaak` is a work process, whoever's role `... als ...` may be.
    """
    found = [_Opened(defaultdict(list), []) for _ in families]
    for line in lines:
        heartbeat.beat()
        claims = [_strength(family, line) for family in families]
        best = max(strength for strength, _ in claims)
        for opened, (strength, node) in zip(found, claims, strict=True):
            if strength == best and strength > 1:
                opened.sure[node].append(line)
            elif strength == best == 1:
                opened.plain.append(line)
    return found


def _strength(family: Family, line: str) -> tuple[int, str]:
    """How sure a line opens a node of the family, and which: 3 by a code, 2 by words, 1 perhaps."""
    matcher = matcher_of(family)
    ranked = [(3, node.id) for node, _, is_number in matcher.coded(line) if not is_number]
    for opening in matcher.openings(line):
        has_code = opening.code[0] < opening.code[1] and bool(opening.node.numbers)
        sure = 3 if opening.is_marked or has_code else 2
        ranked.append((1 if opening.is_plain else sure, opening.node.id))
    return max(ranked, default=(0, ""))


def _evidence(
    family: Family,
    families: tuple[Family, ...],
    lines: tuple[str, ...],
    opened: _Opened,
    named: bool,
) -> Recognition:
    own = _own_labels(family, tuple(other for other in families if other is not family))
    matcher = matcher_of(family)
    fields: set[str] = set()
    overviews: dict[str, str] = {}
    labels: dict[str, str] = {}
    for line in lines:
        heartbeat.beat()
        folded = fold(line)
        if kind := own.get(folded):
            (overviews if kind == _OVERVIEW else labels).setdefault(folded, line)
        # A label that is not listed could only be concluded, which is no evidence.
        if matcher.is_known(line):
            fields.update(_field_of(family, line))
    sure = opened.sure
    weight = (
        _OPENER * sum(min(len(found), _MOST_OPENERS) for found in sure.values())
        + _OVERVIEW * min(len(overviews), _MOST_OPENERS)
        + _LABEL * len(labels)
        + _PLAIN * min(len(opened.plain), _MOST_PLAIN)
    )
    return Recognition(
        family,
        named,
        tuple(sorted(fields)),
        tuple(line for found in sure.values() for line in found),
        tuple(overviews.values()),
        tuple(labels.values()),
        len(opened.plain),
        weight,
    )


def _field_of(family: Family, line: str) -> list[str]:
    """The field of a listed label: one, though it may be one of the profile and of a node."""
    matches = (matcher_of(family).match(line, scope) for scope in family.scopes)
    found = next((match for match in matches if is_certain(match)), None)
    return [found.field.id] if found is not None else []


@cache
def _own_labels(family: Family, others: tuple[Family, ...]) -> dict[str, int]:
    """What each label is worth, folded, that this family alone has for its nodes."""
    theirs = {fold(label) for other in others for labels, _ in _worths(other) for label in labels}
    worths = sorted(_worths(family), key=lambda worth: worth[1])
    own = {fold(label): points for labels, points in worths for label in labels}
    shared = {fold(label) for labels, points in worths if points < 0 for label in labels}
    taken = theirs | shared
    return {k: points for k, points in own.items() if points > 0 and k not in taken}


def _worths(family: Family) -> Iterator[tuple[tuple[str, ...], int]]:
    """The labels of each field and section, with what they are worth for it."""
    paths = {node.path for node in family.nodes}
    for field in family.fields:
        is_list_of_nodes = field.node == PROFILE and field.path in paths
        of_profile = _OVERVIEW if is_list_of_nodes else _OF_EVERY_PROFILE
        yield field.labels, _LABEL if field.node != PROFILE else of_profile
    homes = {node.section for node in family.nodes}
    for section in family.sections:
        yield section.labels, _OVERVIEW if section.id in homes else 0

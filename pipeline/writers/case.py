"""A profile as a competency framework by 1EdTech CASE 1.1: document, items, associations.

The file is a CFPackage, whose objects are closed. Hosted as it is, it can be imported by its
address; `--base-uri` makes the addresses in it one's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.writers.edition import PROGRAM, Edition, fixed_uuid
from pipeline.writers.json_profile import json_bytes
from pipeline.writers.nodes import Node, sorts_in, tree_of
from pipeline.writers.sorts import TITLES, Sort

Plain = dict[str, Any]

# What the kinds of statements are that stand below several others; `{}` names these.
_DESCRIPTIONS = {
    "role": "Een rol waarin het beroep wordt uitgeoefend.",
    "competency": "Een competentie van een {}.",
    "indicator": "Waarneembaar gedrag dat een competentie laat zien.",
    "knowledge": "Iets wat iemand in een {} moet weten.",
    "skill": "Iets wat iemand in een {} moet kunnen.",
    "other": "Iets wat in een {} nodig is aan kennis of vaardigheid.",
}
_ANY_DESCRIPTION = "Onderdeel van een {}."
_NO_CREATOR = "Niet vermeld"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    package = _Package(edition).plain()
    return {f"case/{edition.profile.id}.json": json_bytes(package)}


class _Package:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.changed = edition.moment.isoformat()

    def plain(self) -> Plain:
        nodes = [(node, parent) for node, parent in self.edition.tree.walk() if parent is not None]
        sorts = sorts_in(self.edition.profile, self.edition.tree)
        return {
            "CFDocument": self._document(),
            "CFItems": [self._item(node) for node, _ in nodes],
            "CFAssociations": [*self._children(), *self._replacements()],
            "CFDefinitions": {"CFItemTypes": list(map(self._item_type, sorts.values()))},
        }

    def _document(self) -> Plain:
        profile, tree = self.edition.profile, self.edition.tree
        issuers = ", ".join(profile.developed_by or ())
        optional = {
            "publisher": issuers,
            "description": self._level(),
            "version": profile.version,
            **self._adoption(),
        }
        return {
            "identifier": tree.uuid,
            "uri": self.edition.uri(tree),
            "frameworkType": TITLES["profile"],
            "caseVersion": "1.1",
            "creator": issuers or _NO_CREATOR,
            "title": tree.statement,
            "lastChangeDateTime": self.changed,
            "language": profile.language,
            **{key: value for key, value in optional.items() if value},
            "notes": f"Gelezen uit {profile.source.file} door {PROGRAM}.",
        }

    def _level(self) -> str:
        level = self.edition.profile.nlqf_level
        return f"{TITLES['profile']}, NLQF-niveau {level}" if level else ""

    def _adoption(self) -> Plain:
        """A profile that a body has approved is adopted; since when, if the day is known."""
        profile = self.edition.profile
        if not profile.legitimations:
            return {}
        since = profile.derived.legitimated_on if profile.derived else None
        day = since if since and _DAY.fullmatch(since) else ""
        return {"adoptionStatus": "Adopted", "statusStartDate": day}

    def _item(self, node: Node) -> Plain:
        optional = {
            "abbreviatedStatement": node.label if node.label != node.statement else "",
            "listEnumeration": node.printed,
            "notes": "\n\n".join(node.description),
            "educationLevel": self._education_levels(),
        }
        return {
            "identifier": node.uuid,
            "fullStatement": node.statement,
            "CFItemType": node.title,
            "uri": self.edition.uri(node),
            "humanCodingScheme": node.code,
            **{key: value for key, value in optional.items() if value},
            "language": self.edition.profile.language,
            "CFItemTypeURI": self._link(node.title, _type_uuid(node.kind)),
            "lastChangeDateTime": self.changed,
        }

    def _education_levels(self) -> list[str]:
        profile = self.edition.profile
        eqf = profile.derived.eqf_level if profile.derived else None
        levels = [f"NLQF {profile.nlqf_level}"] if profile.nlqf_level else []
        return [*levels, f"EQF {eqf}"] if eqf else levels

    def _description(self, kind: str) -> str:
        """What a kind is, with what the nodes of the kind stand below."""
        nodes = self.edition.tree.walk()
        above = dict.fromkeys(p.title.lower() for node, p in nodes if p and node.kind == kind)
        return _DESCRIPTIONS.get(kind, _ANY_DESCRIPTION).format(" of ".join(above))

    def _item_type(self, sort: Sort) -> Plain:
        identifier = _type_uuid(sort.kind)
        return {
            "identifier": identifier,
            "uri": self.edition.setting.uri(identifier),
            "title": sort.title,
            "description": self._description(sort.kind),
            "hierarchyCode": sort.number,
            "typeCode": sort.kind,
            "lastChangeDateTime": self.changed,
        }

    def _children(self) -> Iterator[Plain]:
        for node, _ in self.edition.tree.walk():
            for number, child in enumerate(node.children, start=1):
                yield self._association("isChildOf", child, node, sequenceNumber=number)

    def _replacements(self) -> Iterator[Plain]:
        """Which statement of the version before was replaced by which; it is not in this file."""
        if self.edition.previous is None:
            return
        before = tree_of(self.edition.previous)
        old = {node.id: node for node, _ in before.walk()}
        new = {node.id: node for node, _ in self.edition.tree.walk()}
        for one, other in self.edition.replaced.items():
            yield self._association("replacedBy", old[one], new[other])

    def _association(self, kind: str, origin: Node, destination: Node, **more: int) -> Plain:
        identifier = fixed_uuid("association", kind, origin.id, destination.id)
        return {
            "identifier": identifier,
            "associationType": kind,
            **more,
            "uri": self.edition.setting.uri(identifier),
            "originNodeURI": self._link(origin.label, origin.uuid),
            "destinationNodeURI": self._link(destination.label, destination.uuid),
            "lastChangeDateTime": self.changed,
        }

    def _link(self, title: str, identifier: str) -> Plain:
        uri = self.edition.setting.uri(identifier)
        return {"title": title, "identifier": identifier, "uri": uri}


def _type_uuid(kind: str) -> str:
    return fixed_uuid("item type", kind)

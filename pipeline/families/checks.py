"""A family held against the model, the value kinds and itself, before any document is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.core.text import fold
from pipeline.families.field_checks import check_fields
from pipeline.families.kinds import KINDS
from pipeline.families.model import DIMENSIONS, LONGEST_LABEL, Family
from pipeline.families.node_checks import check_nodes, node_classes
from pipeline.families.sources import Entry, Whole

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Parts = Mapping[str, Sequence[Whole]]
Tables = Mapping[str, Sequence[Entry]]


def check_family(family: Family, parts: Parts, tables: Tables) -> None:
    """Raise FamilyError for the first thing that does not hold.

    `parts` are what its sections, nodes, fields ... are made of, in their order, `tables` the
    tables of its own file.
    """
    _check_names(family, parts, tables)
    classes = node_classes(family, parts["node"])
    check_nodes(family, parts["node"], classes)
    check_fields(family, parts["field"], classes)
    _check_evidence(family, tables)
    for table in ("field", "section", "trend"):
        _check_readable(parts[table])
    _check_labels(family, parts, tables)
    _check_proofs(family, parts["look_alike"])


def _check_names(family: Family, parts: Parts, tables: Tables) -> None:
    """What one part says of another is there."""
    (own,) = tables["family"]
    if not _NAME.fullmatch(family.name):
        message = f"the name {family.name!r} is not of small letters, digits and hyphens"
        own.refuse(message, "name it like 'role-based'", "name")
    if not family.nodes:
        remedy = "say with [[node]] what the records of its tree are"
        own.refuse("the family has no node, so no document could be of it", remedy)
    sections = [section.id for section in family.sections]
    for whole in parts["node"]:
        _check_choice(whole, "section", sections)
    for whole in parts["field"]:
        _check_choice(whole, "section", sections)
        _check_choice(whole, "kind", KINDS)
        if "node" in whole.data:
            _check_choice(whole, "node", family.scopes)
    for whole in parts["trend"]:
        _check_choice(whole, "dimension", DIMENSIONS)


def _check_choice(whole: Whole, key: str, choices: Iterable[str]) -> None:
    value = whole.data[key]
    if value not in choices:
        whole.refuse(f"{key} {value!r} is unknown", f"use one of {sorted(choices)}", key)


def _check_evidence(family: Family, tables: Tables) -> None:
    """A document is told by at least one field, and not by more than there are."""
    evidence = family.evidence
    numbers = (evidence.minimum_with_title, evidence.minimum_without_title)
    for own in tables["evidence"]:
        if not 1 <= numbers[0] <= numbers[1] <= len(family.fields):
            message = f"{numbers[0]} and {numbers[1]} fields are no evidence"
            most = len(family.fields)
            remedy = f"both are 1 to {most}, 'minimum_without_title' the larger one"
            own.refuse(message, remedy, "minimum_with_title")


def _check_readable(wholes: Iterable[Whole]) -> None:
    """A label is compared folded, and as far as labels are read."""
    for whole in wholes:
        for label in whole.data["labels"]:
            if not fold(label) or len(label) > LONGEST_LABEL:
                message = f"the label {label!r} cannot be recognised"
                remedy = f"a label has words, and at most {LONGEST_LABEL} characters"
                whole.refuse(message, remedy, "labels", label)


def _check_labels(family: Family, parts: Parts, tables: Tables) -> None:
    """One label, one meaning: within a section two owners may not claim the same folded label."""
    fields = list(zip(family.fields, parts["field"], strict=True))
    foreign = ("[foreign]", Whole({"labels": family.foreign}, tuple(tables["foreign"])))
    for node in family.scopes:
        own = [(field, whole) for field, whole in fields if field.node == node]
        # Fields of two sections may share a label: then its place decides.
        for section in dict.fromkeys(field.section for field, _ in own):
            owners = [(field.id, whole) for field, whole in own if field.section == section]
            _check_owners(f"of node {node!r} and section {section!r}", [*owners, foreign])
    sections = zip(family.sections, parts["section"], strict=True)
    _check_owners("of sections", [(section.id, whole) for section, whole in sections])
    trends = zip(family.trends, parts["trend"], strict=True)
    _check_owners("of trends", [(trend.dimension, whole) for trend, whole in trends])


def _check_owners(what: str, owners: Sequence[tuple[str, Whole]]) -> None:
    claimed: dict[str, str] = {}
    for owner, whole in owners:
        for label in whole.data["labels"]:
            earlier = claimed.setdefault(fold(label, keep_suffix=True), owner)
            if earlier != owner:
                message = f"the label {label!r} {what} is of {earlier!r} and of {owner!r}"
                whole.refuse(message, "leave it with one of them", "labels", label)


def _check_proofs(family: Family, wholes: Sequence[Whole]) -> None:
    """What proves another kind of document is no label of the family, as labels are compared."""
    own = {fold(label): field.id for field in family.fields for label in field.labels}
    own |= {fold(label): section.id for section in family.sections for label in section.labels}
    for whole in wholes:
        for label in whole.data.get("proofs", ()):
            if fold(label) in own:
                message = f"{label!r} is no proof: it is a label of {own[fold(label)]!r} as well"
                whole.refuse(message, "put it under 'labels', or leave it out", "proofs", label)

"""Two families as one, for a document that has the nodes of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from pipeline.core.text import fold
from pipeline.families.model import Family, Field, Node, Section


@cache
def joined(first: Family, second: Family) -> Family:
    """The first family with the nodes of the second; a label of both means what the first says."""
    known = {_folded(label) for label in second.foreign}
    own = {node.id for node in first.nodes}
    return replace(
        first,
        sections=tuple(_sections(first, second)),
        nodes=(
            *map(_cautious, first.nodes),
            *(_cautious(node) for node in second.nodes if node.id not in own),
        ),
        fields=(*first.fields, *_further(first.fields, second.fields)),
        # What one of them knows is foreign to neither.
        foreign=tuple(label for label in first.foreign if _folded(label) in known),
    )


def _folded(label: str) -> str:
    return fold(label, keep_suffix=True)


def _cautious(node: Node) -> Node:
    """The node whose headings in running words (`2. De gids als verteller`) count in its section.

    Elsewhere they may be the titles of other nodes: `1.1 Treedt op als vraagbaak`.
    """
    wordy = tuple(opener for opener in node.openers if "{occupation}" in opener)
    sure = tuple(opener for opener in node.openers if opener not in wordy)
    return replace(node, openers=sure, plain_openers=(*wordy, *node.plain_openers))


def _sections(first: Family, second: Family) -> Iterator[Section]:
    yield from first.sections
    ids = {section.id for section in first.sections}
    taken = {_folded(label) for section in first.sections for label in section.labels}
    for section in second.sections:
        if section.id not in ids:
            yield replace(section, labels=_left(section.labels, taken))


def _further(fields: tuple[Field, ...], others: Iterable[Field]) -> Iterator[Field]:
    """The fields that only the others have, each with the labels that are not taken."""
    ids = {field.id for field in fields}
    for field in others:
        taken = {_folded(x) for own in fields if own.node == field.node for x in own.labels}
        labels = _left(field.labels, taken)
        if field.id not in ids and labels:
            yield replace(field, labels=labels)


def _left(labels: tuple[str, ...], taken: set[str]) -> tuple[str, ...]:
    return tuple(label for label in labels if _folded(label) not in taken)

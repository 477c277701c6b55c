"""What several files say of one family, put together: added ones, its own, those that it shares.

Entries of one field, node or section are one: their lists are joined, those of the file whose word
counts first. A label that such a file gives to one field is no longer that of another, which a
lower file lists. The canonical label of a field is the first of the family's own, else the shared
one; what a user adds does not change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from pipeline.core.text import fold
from pipeline.families.model import PROFILE
from pipeline.families.shape import IDENTITY, LISTS, OPTIONAL, check_whole
from pipeline.families.sources import Entry, Rank, Source, Whole

Key = tuple[Any, ...]


# What is shared opens the document: its sections come first, its fields last.
_ORDER = {Rank.OWN: 0, Rank.SHARED: 1, Rank.ADDED: 2}
_ORDER_OF_SECTIONS = {Rank.SHARED: 0, Rank.OWN: 1, Rank.ADDED: 2}


def wholes(table: str, sources: Sequence[Source]) -> list[Whole]:
    """The fields, nodes, sections ... of a family; `sources` are ranked, the first counts most.

    Raises FamilyError where two say otherwise, and where one is said twice in one file.
    """
    entries = [entry for source in sources for entry in source.entries(table)]
    if table in ("field", "section"):
        entries = list(_own_labels_first(entries))
    if table == "look_alike":
        entries = _without_own_labels(entries, sources)
    order = _ORDER_OF_SECTIONS if table == "section" else _ORDER
    groups: dict[Key, list[Entry]] = {
        _key(entry): [] for entry in sorted(entries, key=lambda entry: order[entry.source.rank])
    }
    for entry in entries:
        groups[_key(entry)].append(entry)
    found = [_put_together(group) for group in groups.values()]
    # A field of which others took all labels can be seen nowhere.
    return [whole for whole in found if table != "field" or whole.data["labels"]]


def foreign_labels(sources: Sequence[Source]) -> tuple[list[str], list[Entry]]:
    """The labels of other kinds of documents, without those that a higher file gives a meaning."""
    claimed: dict[str, Rank] = {}
    labels: dict[str, None] = {}
    entries = []
    for source in sources:
        entries += source.entries("foreign")
        for entry in source.entries("foreign"):
            kept = (x for x in entry.data["labels"] if claimed.get(_folded(x)) is None)
            labels.update(dict.fromkeys(kept))
        for entry in (*source.entries("field"), *source.entries("section")):
            for label in entry.data.get("labels", ()):
                claimed.setdefault(_folded(label), source.rank)
    return list(labels), entries


def _folded(label: str) -> str:
    return fold(label, keep_suffix=True)


def _key(entry: Entry) -> Key:
    """What tells the thing from others of its table."""
    data = entry.data
    if entry.table != "field":
        return tuple(data[key] for key in IDENTITY[entry.table])
    sets = tuple(sorted(data.get("sets", {}).items()))
    return (data.get("node", PROFILE), data["path"], sets)


def _own_labels_first(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without the labels that one of a higher file gives another meaning."""
    claimed: dict[Key, tuple[Rank, Key]] = {}
    for entry in entries:
        if "labels" not in entry.data:
            yield entry
            continue
        scope, mine = entry.data.get("node", PROFILE), (entry.source.rank, _key(entry))
        labels = []
        for label in entry.data["labels"]:
            rank, key = claimed.setdefault((scope, _folded(label)), mine)
            if rank is mine[0] or key == mine[1]:
                labels.append(label)
        yield replace(entry, data={**entry.data, "labels": labels})


def _without_own_labels(entries: Iterable[Entry], sources: Sequence[Source]) -> list[Entry]:
    """Entries of look-alikes; what a family itself prints proves no other kind of document."""
    claimed = {
        fold(label)
        for source in sources
        if source.rank is not Rank.SHARED
        for entry in (*source.entries("field"), *source.entries("section"))
        for label in entry.data.get("labels", ())
    }
    found = []
    for entry in entries:
        data = {**entry.data}
        if entry.source.rank is Rank.SHARED and "proofs" in data:
            data["proofs"] = [label for label in data["proofs"] if fold(label) not in claimed]
        found.append(replace(entry, data=data))
    return found


def _put_together(entries: list[Entry]) -> Whole:
    """Entries of one thing as one."""
    _check_once(entries)
    first = entries[0]
    types = {**LISTS[first.table], **OPTIONAL.get(first.table, {})}
    data: dict[str, Any] = {}
    for key, kind in types.items():
        having = [entry for entry in entries if key in entry.data]
        if having and kind is list:
            data[key] = _joined(key, having)
        elif having:
            _check_agreement(key, having)
            data[key] = having[0].data[key]
    check_whole(first, data)
    return Whole(data, tuple(entries))


def _check_once(entries: list[Entry]) -> None:
    for earlier, entry in pairwise(entries):
        if entry.source is earlier.source:
            entry.refuse(f"is that of {earlier.where} again", "put the two together")


def _check_agreement(key: str, entries: list[Entry]) -> None:
    """What is added to a field may leave out its kind and section, and not change them."""
    for entry in entries:
        if entry.source.rank is Rank.ADDED and entry.data[key] != entries[-1].data[key]:
            message = f"{key!r} is {entries[-1].data[key]!r} in {entries[-1].source.file}"
            entry.refuse(message, f"leave {key!r} out: it is said there", key)


def _joined(key: str, entries: list[Entry]) -> list[str]:
    """The lists of a key, those of the highest file first; of labels the canonical one stays."""
    settled = [entry for entry in entries if entry.source.rank is not Rank.ADDED]
    canonical = settled[0].data[key][:1] if key == "labels" and settled else []
    texts = (*canonical, *(text for entry in entries for text in entry.data[key]))
    return list(dict.fromkeys(texts))

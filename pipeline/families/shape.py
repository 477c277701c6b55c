"""The keys that a family's file may have, and the types of their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.families.sources import Entry, Rank, Source

TABLES: dict[str, dict[str, type]] = {
    "family": {"name": str, "title": str, "version": str, "shares": list},
    "evidence": {"minimum_with_title": int, "minimum_without_title": int},
    "titles": {"document_types": list},
    "foreign": {"labels": list},
    "furniture": {"lines": list, "contents_titles": list},
    "boilerplate": {"headings": list, "phrases": list},
    "words": {
        "stop": list,
        "prepositions": list,
        "document_fillers": list,
        "descriptive_fillers": list,
        "trend_fillers": list,
    },
    "synonyms": {"groups": list},
}
"""Tables that a family has once; all keys must be there."""

LISTS: dict[str, dict[str, type]] = {
    "look_alike": {"name": str, "title_words": list, "labels": list, "remedy": str},
    "section": {"id": str, "labels": list},
    "node": {"id": str, "path": str, "inside": list, "section": str},
    "field": {"path": str, "kind": str, "section": str, "labels": list},
    "trend": {"dimension": str, "labels": list, "words": list},
}
"""Tables that a family has many of; all keys must be there, in one of the files that say it."""

OPTIONAL: dict[str, dict[str, type]] = {
    "look_alike": {"proofs": list},
    "node": {
        "openers": list,
        "plain_openers": list,
        "marks": list,
        "numbers": list,
        "fillers": list,
        "text": str,
    },
    "field": {"node": str, "sets": dict},
}

IDENTITY = {
    "look_alike": ("name",),
    "section": ("id",),
    "node": ("id",),
    "field": ("path",),
    "trend": ("dimension",),
}
"""What tells one from another, so that each entry must have it."""

_IN_WORDS = {
    str: "a text",
    int: "a whole number",
    list: "a list of texts",
    dict: "a table of texts",
}
# What is recognised by its labels alone.
_LABELLED = ("field", "section", "trend")
# What an added file says of a family that is there: nothing but which one it is.
_OF_AN_ADDITION = {"name": str}


def check_shape(source: Source) -> None:
    """Refuse keys and types that no file has."""
    known = TABLES.keys() | LISTS.keys()
    names = source.data.get("family")
    # Which tables an added file may have is said when it is known that it is one.
    is_addition = isinstance(names, dict) and names.keys() <= _OF_AN_ADDITION.keys()
    for name, value in source.data.items():
        if name not in known:
            where = Entry(source, name, 0, {})
            where.refuse(f"the table {name!r} is unknown", f"use one of {sorted(known)}")
        if name in LISTS:
            _check_list(source, name, value)
        else:
            _check_table(source, name, value, is_whole=not is_addition or name == "foreign")


def check_whole(entry: Entry, data: Mapping[str, Any]) -> None:
    """Refuse what lacks a key, though all that say it were put together."""
    required = LISTS[entry.table]
    if missing := [key for key in required if key not in data]:
        message = f"the key {missing[0]!r} is missing"
        if entry.source.rank is Rank.ADDED:
            named = ", ".join(repr(entry.data[key]) for key in IDENTITY[entry.table])
            if entry.table == "field":
                node = entry.data.get("node")
                named += f" of node {node!r}" if node else " of the profile itself"
            message += f", and the family has no {entry.table} {named} to which this could be added"
            if entry.table == "field":
                remedy = f"correct 'path' or 'node', or add {missing[0]!r} for a field that is new"
                entry.refuse(message, remedy)
        entry.refuse(message, f"add {missing[0]!r}, or correct what it is added to")


def _check_table(source: Source, name: str, value: object, *, is_whole: bool) -> None:
    where = Entry(source, name, 0, {})
    if not isinstance(value, dict):
        where.refuse(f"must be a table, not {value!r}", f"write [{name}], and its keys below it")
    entry = Entry(source, name, 0, value)
    _check_keys(entry, TABLES[name])
    # Whether the family is there already is not known here.
    required = _OF_AN_ADDITION if name == "family" else TABLES[name]
    missing = [key for key in required if key not in value]
    if missing and (is_whole or name == "family"):
        entry.refuse(f"the key {missing[0]!r} is missing", "add it")


def _check_list(source: Source, name: str, value: object) -> None:
    where = Entry(source, name, 0, {})
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        remedy = f"write [[{name}]], and the keys of one {name} below it"
        where.refuse("must be a list of tables", remedy)
    for entry in source.entries(name):
        _check_keys(entry, {**LISTS[name], **OPTIONAL.get(name, {})})
        if missing := [key for key in IDENTITY[name] if key not in entry.data]:
            entry.refuse(f"the key {missing[0]!r} is missing", "add it")


def _check_keys(entry: Entry, known: Mapping[str, type]) -> None:
    for key, value in entry.data.items():
        if key not in known:
            entry.refuse(f"the key {key!r} is unknown", f"use some of {sorted(known)}", key)
        _check_value(entry, key, value, known[key])


def _check_value(entry: Entry, key: str, value: Any, kind: type) -> None:
    if type(value) is not kind:
        entry.refuse(f"{key!r} must be {_IN_WORDS[kind]}, not {value!r}", "correct it", key)
    if kind is not int:
        _check_texts(entry, key, value)


def _check_texts(entry: Entry, key: str, value: Any) -> None:
    """No text is empty, and what is recognised by labels has some."""
    if key == "groups" and not all(isinstance(group, list) for group in value):
        entry.refuse("'groups' must be a list of lists of texts", "correct it", key)
    texts = [text for group in value for text in group] if key == "groups" else _texts(value)
    if not all(isinstance(text, str) and text.strip() for text in texts):
        entry.refuse(f"{key!r} must hold texts that are not empty", "correct it", key)
    if key == "labels" and not texts and entry.table in _LABELLED:
        entry.refuse("'labels' lists no label", "list at least one, as it is printed", key)


def _texts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return [value] if isinstance(value, str) else list(value)

"""TOML files turn into layouts; a file that says something not understood is refused.

Refused are: unknown and missing keys, values of another type, kinds, scopes and sections that do
not exist, ids that occur twice, one label for two fields of a section, and role headings that
name no role. The message says which file and which entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.core.text import fold
from pipeline.layouts.model import (
    DIMENSIONS,
    KINDS,
    SCOPES,
    Boilerplate,
    Evidence,
    Field,
    Furniture,
    Layout,
    LookAlike,
    Section,
    Trend,
    Words,
)

_TABLES: dict[str, dict[str, type]] = {
    "layout": {"name": str, "title": str, "version": str},
    "evidence": {
        "document_types": list,
        "minimum_with_title": int,
        "minimum_without_title": int,
    },
    "foreign": {"labels": list},
    "furniture": {"lines": list, "contents_titles": list},
    "boilerplate": {"headings": list, "phrases": list},
    "words": {
        "stop": list,
        "prepositions": list,
        "document_fillers": list,
        "descriptive_fillers": list,
        "role_fillers": list,
        "trend_fillers": list,
    },
    "synonyms": {"groups": list},
}
_LISTS: dict[str, dict[str, type]] = {
    "look_alike": {"name": str, "title_words": list, "labels": list, "remedy": str},
    "section": {"id": str, "labels": list},
    "role_heading": {"pattern": str},
    "field": {"id": str, "scope": str, "kind": str, "section": str, "labels": list},
    "trend": {"dimension": str, "labels": list, "words": list},
}


class LayoutError(Exception):
    """A layout file that is not as it should be: a fault of the program, not of a document."""


@cache
def load_layouts() -> tuple[Layout, ...]:
    """All layout families that come with the program, by name of their file."""
    folder = files("pipeline.layouts")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(parse_layout(folder.joinpath(name).read_text("utf-8"), name) for name in names)


def parse_layout(text: str, file: str = "layout") -> Layout:
    """The layout that a TOML text describes; raises `LayoutError` with `file` and the entry."""
    try:
        data = tomllib.loads(text)
        _check_shape(data)
        layout = _build(data)
        _check_meaning(layout)
    except tomllib.TOMLDecodeError as error:
        raise LayoutError(f"{file}: not valid TOML: {error}") from error
    except LayoutError as error:
        raise LayoutError(f"{file}: {error}") from error
    return layout


def _check_shape(data: Mapping[str, Any]) -> None:
    """Refuse keys and types that no layout has."""
    _check_keys("the file", data, _TABLES.keys() | _LISTS.keys())
    for name, keys in _TABLES.items():
        _check_entry(f"[{name}]", data[name], keys)
    for name, keys in _LISTS.items():
        if not isinstance(data[name], list):
            raise LayoutError(f"{name!r} must be a list of tables, [[{name}]]")
        for number, entry in enumerate(data[name], 1):
            _check_entry(f"[[{name}]] number {number}", entry, keys)


def _check_keys(where: str, found: Mapping[str, Any], expected: Iterable[str]) -> None:
    expected = set(expected)
    if unknown := sorted(found.keys() - expected):
        raise LayoutError(f"{where}: unknown key {unknown[0]!r}; known are {sorted(expected)}")
    if missing := sorted(expected - found.keys()):
        raise LayoutError(f"{where}: key {missing[0]!r} is missing")


def _check_entry(where: str, entry: object, keys: Mapping[str, type]) -> None:
    if not isinstance(entry, dict):
        raise LayoutError(f"{where}: must be a table")
    _check_keys(where, entry, keys)
    for key, kind in keys.items():
        value = entry[key]
        if type(value) is not kind:
            raise LayoutError(f"{where}: {key!r} must be {kind.__name__}, not {value!r}")
        if kind is list and key != "groups":
            _check_strings(f"{where}: {key!r}", value)
    for group in entry.get("groups", ()):
        _check_strings(f"{where}: a group", group)


def _check_strings(where: str, values: object) -> None:
    if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
        raise LayoutError(f"{where} must hold strings that are not empty")


def _build(data: Mapping[str, Any]) -> Layout:
    """The layout of data whose shape is right."""
    return Layout(
        **data["layout"],
        evidence=Evidence(**_tuples(data["evidence"])),
        look_alikes=tuple(LookAlike(**_tuples(entry)) for entry in data["look_alike"]),
        sections=tuple(Section(**_tuples(entry)) for entry in data["section"]),
        role_headings=tuple(entry["pattern"] for entry in data["role_heading"]),
        fields=tuple(Field(**_tuples(entry)) for entry in data["field"]),
        foreign=tuple(data["foreign"]["labels"]),
        trends=tuple(Trend(**_tuples(entry)) for entry in data["trend"]),
        furniture=Furniture(**_tuples(data["furniture"])),
        boilerplate=Boilerplate(**_tuples(data["boilerplate"])),
        words=Words(
            **_tuples(data["words"]),
            synonyms=tuple(tuple(group) for group in data["synonyms"]["groups"]),
        ),
    )


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def _check_meaning(layout: Layout) -> None:
    """Refuse references to what does not exist, and labels that mean two things."""
    sections = {section.id for section in layout.sections}
    for field in layout.fields:
        _check_choice(f"field {field.id!r}: scope", field.scope, SCOPES)
        _check_choice(f"field {field.id!r}: kind", field.kind, KINDS)
        _check_choice(f"field {field.id!r}: section", field.section, sections)
    for trend in layout.trends:
        _check_choice("trend: dimension", trend.dimension, DIMENSIONS)
    for pattern in layout.role_headings:
        if pattern.count("{role}") != 1:
            raise LayoutError(f"role heading {pattern!r}: must hold {{role}} once")
    _check_ids("field", (field.id for field in layout.fields))
    _check_ids("section", (section.id for section in layout.sections))
    _check_ids("trend", (trend.dimension for trend in layout.trends))
    for scope in SCOPES:
        fields = [field for field in layout.fields if field.scope == scope]
        # Fields of two sections may share a label: then its place decides.
        for section in dict.fromkeys(field.section for field in fields):
            owners = [(f.id, f.labels) for f in fields if f.section == section]
            where = f"scope {scope!r}, section {section!r}"
            _check_labels(where, [*owners, ("foreign", layout.foreign)])
    _check_labels("sections", [(section.id, section.labels) for section in layout.sections])
    _check_labels("trends", [(trend.dimension, trend.labels) for trend in layout.trends])


def _check_choice(where: str, value: str, choices: Iterable[str]) -> None:
    if value not in choices:
        raise LayoutError(f"{where} {value!r} is unknown; known are {sorted(choices)}")


def _check_ids(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for identifier in ids:
        if identifier in seen:
            raise LayoutError(f"{what} {identifier!r} occurs twice")
        seen.add(identifier)


def _check_labels(where: str, owners: list[tuple[str, tuple[str, ...]]]) -> None:
    """One label, one meaning: within a section two owners may not claim the same folded label."""
    claimed: dict[str, str] = {}
    for owner, labels in owners:
        if not labels:
            raise LayoutError(f"{where}: {owner!r} has no labels")
        for label in labels:
            earlier = claimed.setdefault(fold(label, keep_suffix=True), owner)
            if earlier != owner:
                raise LayoutError(f"{where}: duplicate label {label!r}: {earlier!r} and {owner!r}")

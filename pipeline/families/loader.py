"""TOML files turn into families; a file that says something not understood is refused.

A family's file names what it shares (`shares`): files of `shared/`, of which the tables and lists
are put together with its own. Where a label of its own stands there as well, its own meaning
counts. Refused are unknown and missing keys and values of another type (here), and what does not
hold against the model, the kinds and the other nodes (`checks`). The message says which file, which
line, what was expected and what to do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.core.text import fold
from pipeline.families.checks import check_family
from pipeline.families.errors import FamilyError
from pipeline.families.model import (
    PROFILE,
    Boilerplate,
    Evidence,
    Family,
    Field,
    Furniture,
    LookAlike,
    Node,
    Section,
    Trend,
    Words,
)
from pipeline.families.sources import Source

_TABLES: dict[str, dict[str, type]] = {
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
_LISTS: dict[str, dict[str, type]] = {
    "look_alike": {"name": str, "title_words": list, "labels": list, "remedy": str},
    "section": {"id": str, "labels": list},
    "node": {"id": str, "path": str, "inside": list, "section": str},
    "field": {"path": str, "kind": str, "section": str, "labels": list},
    "trend": {"dimension": str, "labels": list, "words": list},
}
_OPTIONAL: dict[str, dict[str, type]] = {
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


def load_families(added: Iterable[Path] = ()) -> tuple[Family, ...]:
    """The families that come with the program, by name of their file, and those of added files.

    An added file with the name of a family adds to it; any other is a family by itself. Raises
    FamilyError, and OSError where a file cannot be read.
    """
    texts = tuple((path.read_text("utf-8"), str(path)) for path in added)
    return _families(texts)


@cache
def _families(added: tuple[tuple[str, str], ...]) -> tuple[Family, ...]:
    folder = files("pipeline.families")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    sources = [_parsed(folder.joinpath(name).read_text("utf-8"), name) for name in names]
    by_name = {_name_of(source): source for source in sources}
    for text, file in added:
        source = _parsed(text, file)
        name = _name_of(source)
        by_name[name] = _added_to(by_name[name], source) if name in by_name else source
    return tuple(_family(source) for source in by_name.values())


def parse_family(text: str, file: str = "family.toml") -> Family:
    """The family that a TOML text describes; raises `FamilyError` with file, line and remedy."""
    return _family(_parsed(text, file))


def _parsed(text: str, file: str) -> Source:
    """The data of a TOML text, its shape checked."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FamilyError(file, 0, f"not valid TOML: {error}", "correct it there") from error
    source = Source(file, text, data)
    _check_shape(source)
    return source


def _name_of(source: Source) -> str:
    name: str = source.data.get("family", {}).get("name", "")
    if not name:
        source.refuse("[family]", "the key 'name' is missing", "name the family that this file is")
    return name


def _added_to(base: Source, more: Source) -> Source:
    """A family with what another file adds: its lists go before, its labels go before others."""
    data: dict[str, Any] = {**base.data}
    for key, value in more.data.items():
        if key in _LISTS:
            data[key] = [*value, *base.data.get(key, [])]
        elif key == "foreign":
            labels = [*value["labels"], *base.data.get(key, {"labels": []})["labels"]]
            data[key] = {"labels": labels}
        elif key != "family":
            more.refuse(f"[{key}]", "only a family of its own has it", f"leave [{key}] out")
    own = _merged_fields(data.get("field", []))
    return Source(more.file, f"{more.text}\n{base.text}", {**data, "field": own})


def _merged_fields(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries of one field as one; a label stays with the first that lists it."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for entry in entries:
        node, sets = entry.get("node", PROFILE), tuple(sorted(entry.get("sets", {}).items()))
        key = (node, entry["path"], sets)
        earlier = found.get(key)
        if earlier is None:
            found[key] = {**entry}
        else:
            known = {fold(label, keep_suffix=True) for label in earlier["labels"]}
            more = [x for x in entry["labels"] if fold(x, keep_suffix=True) not in known]
            # The canonical label of what is added to stays the first.
            found[key] = {**entry, "labels": [*entry["labels"][:1], *earlier["labels"], *more[1:]]}
    return list(found.values())


def _check_shape(source: Source) -> None:
    """Refuse keys and types that no file has."""
    known = _TABLES.keys() | _LISTS.keys()
    if unknown := sorted(source.data.keys() - known):
        source.refuse(
            unknown[0], f"the table {unknown[0]!r} is unknown", f"use one of {sorted(known)}"
        )
    for name, value in source.data.items():
        if name in _TABLES:
            _check_entry(source, f"[{name}]", value, _TABLES[name], {})
        elif not isinstance(value, list):
            source.refuse(name, f"{name!r} must be a list of tables", f"write [[{name}]]")
        else:
            for number, entry in enumerate(value, 1):
                where = f"[[{name}]] number {number}"
                _check_entry(source, where, entry, _LISTS[name], _OPTIONAL.get(name, {}))


def _check_entry(
    source: Source,
    where: str,
    entry: object,
    required: Mapping[str, type],
    optional: Mapping[str, type],
) -> None:
    if not isinstance(entry, dict):
        source.refuse(where, f"must be a table, not {entry!r}", "write one key a line below it")
        return
    known = required.keys() | optional.keys()
    if unknown := sorted(entry.keys() - known):
        source.refuse(where, f"the key {unknown[0]!r} is unknown", f"use one of {sorted(known)}")
    if missing := sorted(required.keys() - entry.keys()):
        source.refuse(where, f"the key {missing[0]!r} is missing", "add it")
    for key, kind in (*required.items(), *optional.items()):
        if key in entry:
            _check_value(source, where, key, entry[key], kind)


def _check_value(source: Source, where: str, key: str, value: Any, kind: type) -> None:
    if type(value) is not kind:
        source.refuse(where, f"{key!r} must be a {kind.__name__}, not {value!r}", "correct it")
    if kind is not list:
        return
    groups: Any = value if key == "groups" else [value]
    for group in groups:
        if not isinstance(group, list) or not all(isinstance(v, str) and v.strip() for v in group):
            source.refuse(where, f"{key!r} must hold texts that are not empty", "correct it")


def _family(source: Source) -> Family:
    """The family of a file, with what it shares."""
    shared = [_shared(name, source) for name in source.data["family"].get("shares", ())]
    whole: dict[str, Any] = {}
    for part in (source, *shared):
        for key, value in part.data.items():
            if key in _LISTS:
                # What is shared opens the document: its sections come first, its fields last.
                before = whole.get(key, [])
                whole[key] = [*value, *before] if key == "section" else [*before, *value]
            elif key == "foreign":
                labels = whole.get(key, {"labels": []})["labels"]
                whole[key] = {"labels": [*labels, *value["labels"]]}
            else:
                whole.setdefault(key, value)
    for key in (*_TABLES, *_LISTS):
        if key not in whole and key != "foreign":
            remedy = "add it, or a file of shared/ that has it to 'shares' of [family]"
            source.refuse("[family]", f"neither it nor what it shares has {key!r}", remedy)
    family = _own_first(_built(whole), source)
    check_family(family, source)
    return family


def _shared(name: str, source: Source) -> Source:
    file = files("pipeline.families").joinpath("shared", f"{name}.toml")
    if not file.is_file():
        folder = files("pipeline.families").joinpath("shared")
        known = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir())
        source.refuse("shares", f"there is no shared/{name}.toml", f"use one of {known}")
    return _parsed(file.read_text("utf-8"), f"shared/{name}.toml")


def _built(data: Mapping[str, Any]) -> Family:
    """The family of data whose shape is right."""
    names = {key: value for key, value in data["family"].items() if key != "shares"}
    return Family(
        **names,
        evidence=Evidence(**_tuples(data["evidence"])),
        document_types=tuple(data["titles"]["document_types"]),
        look_alikes=tuple(LookAlike(**_tuples(entry)) for entry in data["look_alike"]),
        sections=tuple(Section(**_tuples(entry)) for entry in _merged_sections(data["section"])),
        nodes=tuple(Node(**_tuples(entry)) for entry in data["node"]),
        fields=tuple(Field(**_tuples(entry)) for entry in data["field"]),
        foreign=tuple(data.get("foreign", {"labels": []})["labels"]),
        trends=tuple(Trend(**_tuples(entry)) for entry in data["trend"]),
        furniture=Furniture(**_tuples(data["furniture"])),
        boilerplate=Boilerplate(**_tuples(data["boilerplate"])),
        words=Words(
            **_tuples(data["words"]),
            synonyms=tuple(tuple(group) for group in data["synonyms"]["groups"]),
        ),
    )


def _merged_sections(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sections of one id as one: a family may add titles to a shared section."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        earlier = found.get(entry["id"], {"labels": []})
        labels = dict.fromkeys([*earlier["labels"], *entry["labels"]])
        found[entry["id"]] = {**entry, "labels": list(labels)}
    return list(found.values())


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, dict):
            found[key] = tuple(value.items())
        else:
            found[key] = tuple(value) if isinstance(value, list) else value
    return found


def _own_first(family: Family, source: Source) -> Family:
    """The family in which each label that its own file lists has that meaning and no shared one."""
    own_fields = source.data.get("field", [])
    own = {
        (entry.get("node", PROFILE), fold(label, keep_suffix=True))
        for entry in own_fields
        for label in entry["labels"]
    }
    everywhere = {label for _, label in own} | {
        fold(label, keep_suffix=True)
        for entry in source.data.get("section", [])
        for label in entry["labels"]
    }
    count = len(own_fields)
    shared = tuple(
        replace(
            field,
            labels=tuple(
                label
                for label in field.labels
                if (field.node, fold(label, keep_suffix=True)) not in own
            ),
        )
        for field in family.fields[count:]
    )
    listed = {fold(x, keep_suffix=True) for x in source.data.get("foreign", {}).get("labels", ())}
    foreign = tuple(
        label
        for label in family.foreign
        if (folded := fold(label, keep_suffix=True)) in listed or folded not in everywhere
    )
    return replace(
        family,
        fields=(*family.fields[:count], *(field for field in shared if field.labels)),
        foreign=foreign,
    )

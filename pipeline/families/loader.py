"""TOML files turn into families; a file that says something not understood is refused.

A family's file names what it shares (`shares`): files of `shared/`, of which the tables and lists
are put together with its own (`merging`). A file that a user adds is a family by itself, or says
more of one that is there. Refused are unknown and missing keys and values of another type
(`shape`), and what does not hold against the model, the kinds and the other nodes (`checks`). The
message says which file, which line, what was expected and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.families.checks import check_family
from pipeline.families.errors import FamilyError
from pipeline.families.merging import foreign_labels, wholes
from pipeline.families.model import (
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
from pipeline.families.shape import LISTS, TABLES, check_shape
from pipeline.families.sources import Entry, Rank, Source, Whole, parsed


def load_families(added: Iterable[str | Path] = ()) -> tuple[Family, ...]:
    """The families that come with the program, by name of their file, and those of added files.

    An added file with the name of a family adds to it; any other is a family by itself. Raises
    FamilyError.
    """
    return _families(tuple((_text(Path(path)), str(path)) for path in added))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        remedy = "name a TOML file with a family, or with labels for one"
        raise FamilyError(str(path), 0, f"cannot be read: {why}", remedy) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise FamilyError(str(path), line, "is not UTF-8", "save it in that encoding") from error


@cache
def _families(added: tuple[tuple[str, str], ...]) -> tuple[Family, ...]:
    folder = files("pipeline.families")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    by_name: dict[str, list[Source]] = {}
    for name in names:
        source = _source(folder.joinpath(name).read_text("utf-8"), name)
        by_name[source.data["family"]["name"]] = [source]
    for text, file in added:
        source = _source(text, file)
        _add(by_name, source, source.data["family"]["name"])
    return tuple(_family(sources) for sources in by_name.values())


def parse_family(text: str, file: str = "family.toml") -> Family:
    """The family that a TOML text describes; raises `FamilyError` with file, line and remedy."""
    return _family([_source(text, file)])


def _source(text: str, file: str) -> Source:
    source = parsed(text, file)
    check_shape(source)
    if "family" not in source.data:
        message, remedy = "the table [family] is missing", "say with its key 'name' which it is"
        raise FamilyError(file, 0, message, remedy)
    return source


def _add(by_name: dict[str, list[Source]], source: Source, name: str) -> None:
    """Put a file with the family of that name, or by itself where there is none."""
    known = by_name.setdefault(name, [])
    if not known and "title" not in source.data["family"]:
        others = sorted(other for other in by_name if other != name)
        message = f"there is no family {name!r} to add to"
        remedy = f"use one of {others}, or say of a family of its own 'title' and 'version'"
        _only(source, "family").refuse(message, remedy, "name")
    if known:
        for key in (key for key in source.data["family"] if key != "name"):
            message = f"the family {name!r} is there, and its {key!r} is that of {known[0].file}"
            remedy = "leave it out to add to that family, or give the family another name"
            _only(source, "family").refuse(message, remedy, key)
        for table in source.data:
            if table not in LISTS and table not in ("family", "foreign"):
                remedy = f"leave [{table}] out, or give the family another name"
                _only(source, table).refuse("only a family of its own has it", remedy)
        source = replace(source, rank=Rank.ADDED)
    known.append(source)


def _family(sources: Sequence[Source]) -> Family:
    """The family of its own file and of what is added to it, with what it shares."""
    own = sources[0]
    for key in TABLES["family"]:
        if key not in own.data["family"] and key != "shares":
            _only(own, "family").refuse(f"the key {key!r} is missing", "add it")
    names = own.data["family"].get("shares", ())
    ranked = [*sources[1:], own, *(_shared(name, own) for name in names)]
    tables = {key: _table(key, ranked, own) for key in TABLES if key not in ("family", "foreign")}
    parts = {key: wholes(key, ranked) for key in LISTS}
    foreign, listed = foreign_labels(ranked)
    family = _built(own.data["family"], tables, parts, foreign)
    check_family(family, parts, {**_entries(own), "foreign": listed})
    return family


def _entries(own: Source) -> dict[str, list[Entry]]:
    return {key: own.entries(key) for key in TABLES}


def _only(source: Source, table: str) -> Entry:
    return source.entries(table)[0]


def _shared(name: str, own: Source) -> Source:
    known = sorted(_shared_sources())
    if name not in known:
        message = f"there is no shared/{name}.toml"
        _only(own, "family").refuse(message, f"use some of {known}", "shares", name)
    return _shared_sources()[name]


@cache
def _shared_sources() -> dict[str, Source]:
    """What families share, by name."""
    folder = files("pipeline.families").joinpath("shared")
    found = {}
    for entry in folder.iterdir():
        source = parsed(entry.read_text("utf-8"), f"shared/{entry.name}", Rank.SHARED)
        check_shape(source)
        found[entry.name.removesuffix(".toml")] = source
    return found


def _table(key: str, ranked: Sequence[Source], own: Source) -> dict[str, Any]:
    """A table of the first file that has it."""
    found = [source.data[key] for source in ranked if key in source.data]
    if not found:
        remedy = "add it, or a file of shared/ that has it to 'shares'"
        _only(own, "family").refuse(f"neither it nor what it shares has [{key}]", remedy, "shares")
    table: dict[str, Any] = found[0]
    return table


def _built(
    names: Mapping[str, Any],
    tables: Mapping[str, Any],
    parts: Mapping[str, Sequence[Whole]],
    foreign: Sequence[str],
) -> Family:
    """The family of data whose shape is right."""
    data = {key: [_tuples(whole.data) for whole in found] for key, found in parts.items()}
    return Family(
        name=names["name"],
        title=names["title"],
        version=names["version"],
        evidence=Evidence(**tables["evidence"]),
        document_types=tuple(tables["titles"]["document_types"]),
        look_alikes=tuple(LookAlike(**entry) for entry in data["look_alike"]),
        sections=tuple(Section(**entry) for entry in data["section"]),
        nodes=tuple(Node(**entry) for entry in data["node"]),
        fields=tuple(Field(**entry) for entry in data["field"]),
        foreign=tuple(foreign),
        trends=tuple(Trend(**entry) for entry in data["trend"]),
        furniture=Furniture(**_tuples(tables["furniture"])),
        boilerplate=Boilerplate(**_tuples(tables["boilerplate"])),
        words=Words(
            **_tuples(tables["words"]),
            synonyms=tuple(tuple(group) for group in tables["synonyms"]["groups"]),
        ),
    )


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The values with tuples for what TOML has as lists and tables."""
    found: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, dict):
            found[key] = tuple(sorted(value.items()))
        else:
            found[key] = tuple(value) if isinstance(value, list) else value
    return found

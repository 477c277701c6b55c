"""Profiles to tables and back, as `table_descriptions` describes them.

A row is a dict from column to value. A null cell means absent; keys that are
present but empty stand in `empty_fields`, so that
`from_tables(to_tables(profiles))` gives the same profiles. Positions count from
0, as in JSON Pointers. Refused with a TablesError: two rows with one key,
a missing table, and rows that belong to no profile.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Any

from pipeline.contract.shapes import Kind, ModelField, model_fields
from pipeline.contract.table_descriptions import (
    EMPTY_FIELDS,
    TEXT_BLOCKS,
    Table,
    all_tables,
    column_name,
)
from pipeline.contract.table_records import PROFILE_RECORDS, Records, all_records, records_of
from pipeline.core.versions import NUMBER_KEY, PROFILE, TABLES
from pipeline.profile.codec import decode, encode
from pipeline.profile.model import Profile

Row = dict[str, Any]
Tables = dict[str, list[Row]]
Plain = dict[str, Any]

EMPTY_OF_KIND = {
    Kind.SCALAR: "",
    Kind.BLOCKS: [],
    Kind.STRINGS: [],
    Kind.OBJECT: {},
    Kind.OBJECTS: [],
}


class TablesError(ValueError):
    """Tables that do not stand for profiles; says which table and what was expected."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A point in a profile and in the tables: the object at `pointer`, and the row that holds it.

    `links` name the record and those around it, `prefix` starts the names of
    the object's columns.
    """

    records: Records
    row: Row
    links: Row
    pointer: str = ""
    prefix: str = ""

    @property
    def profile_id(self) -> Any:
        """The key of the profile."""
        return self.links[PROFILE_RECORDS.link]

    def within(self, name: str) -> _Spot:
        """The spot of a field of the object."""
        return replace(self, pointer=f"{self.pointer}/{name}", prefix=f"{self.prefix}{name}_")


# Profiles to tables


def to_tables(profiles: Sequence[Profile]) -> Tables:
    """The rows of all tables, in the order of the profiles."""
    tables: Tables = {table.name: [] for table in all_tables()}
    for position, profile in enumerate(profiles):
        for name, rows in _tables_of_profile(profile, position).items():
            tables[name].extend(rows)
    for table in all_tables():
        _require_unique_keys(table, tables[table.name])
    return tables


def _tables_of_profile(profile: Profile, position: int) -> Tables:
    tables: Tables = {table.name: [] for table in all_tables()}
    plain = {**encode(profile), NUMBER_KEY: TABLES.version}
    row = _new_row(PROFILE_RECORDS.table, {"position": position})
    spot = _Spot(PROFILE_RECORDS, row, {PROFILE_RECORDS.link: plain["id"]})
    _take_record(tables, plain, spot)
    return tables


@cache
def _column_names(table: str) -> tuple[str, ...]:
    (found,) = (candidate for candidate in all_tables() if candidate.name == table)
    return tuple(column.name for column in found.columns)


def _new_row(table: str, values: Row) -> Row:
    """A row with every column of the table, null where `values` has none."""
    return {name: values.get(name) for name in _column_names(table)}


def _require_unique_keys(table: Table, rows: Sequence[Row]) -> None:
    keys = Counter(tuple(row[name] for name in table.primary_key) for row in rows)
    for key, number in keys.items():
        if number > 1:
            columns = ", ".join(table.primary_key)
            raise TablesError(f"{table.name}: {number} rows have the key ({columns}) = {key}")


def _take_record(tables: Tables, plain: Plain, spot: _Spot) -> None:
    """Adds the row of a record and the rows of all that it holds."""
    tables[spot.records.table].append(spot.row)
    _take_fields(tables, spot.records.member, plain, spot)


def _take_fields(tables: Tables, cls: type, plain: Plain, spot: _Spot) -> None:
    for field in model_fields(cls):
        if field.name in plain:
            _take_value(tables, field, plain[field.name], spot)


def _take_value(tables: Tables, field: ModelField, value: Any, spot: _Spot) -> None:
    here = spot.within(field.name)
    if value == EMPTY_OF_KIND[field.kind]:
        _take_empty_field(tables, here)
        return
    match field.kind:
        case Kind.SCALAR:
            spot.row[column_name(field, spot.records, spot.prefix)] = value
        case Kind.OBJECT:
            _take_fields(tables, field.hint, value, here)
        case Kind.BLOCKS:
            _take_blocks(tables, value, here)
        case Kind.STRINGS:
            for position, text in enumerate(value):
                values = {**spot.links, "position": position, field.singular: text}
                tables[field.name].append(_new_row(field.name, values))
        case Kind.OBJECTS:
            for position, member in enumerate(value):
                _take_record(tables, member, _member_spot(field, here, member, position))


def _take_empty_field(tables: Tables, spot: _Spot) -> None:
    rows = tables[EMPTY_FIELDS]
    values = {**spot.links, "position": len(rows), "pointer": spot.pointer}
    rows.append(_new_row(EMPTY_FIELDS, values))


def _member_spot(field: ModelField, spot: _Spot, member: Plain, position: int) -> _Spot:
    """The spot of a member of a list of objects, with a new row that names its parents."""
    records = records_of(field)
    own = member["id"] if records.has_identifier else position
    row = _new_row(records.table, {**spot.links, "position": position})
    links = {**spot.links, records.link: own}
    return _Spot(records, row, links, f"{spot.pointer}/{position}")


def _take_blocks(tables: Tables, blocks: list[Plain], spot: _Spot) -> None:
    """Adds a row per paragraph and per item; an empty list has one row without an item."""
    rows = tables[TEXT_BLOCKS]
    field = re.sub(r"/\d+(?=/)", "", spot.pointer).removeprefix("/")
    for number, block in enumerate(blocks):
        common = {**spot.links, "field": field, "pointer": spot.pointer, "block": number}
        for item, text in _block_texts(block):
            values = {
                **common,
                "position": len(rows),
                "type": block["type"],
                "ordered": block.get("ordered"),
                "item": item,
                "text": text or None,
            }
            rows.append(_new_row(TEXT_BLOCKS, values))


def _block_texts(block: Plain) -> list[tuple[int | None, str]]:
    """Number of the item and text, per row of a block."""
    if block["type"] == "paragraph":
        return [(None, block["text"])]
    return list(enumerate(block["items"])) or [(None, "")]


# Tables to profiles


@dataclass(frozen=True, slots=True)
class _Index:
    """The rows of all tables by what they belong to, in the order of their positions."""

    children: Mapping[tuple[str, tuple[Any, ...]], Sequence[Row]]
    blocks: Mapping[tuple[Any, str], Sequence[Row]]
    empty: frozenset[tuple[Any, str]]

    def rows_below(self, field: ModelField, spot: _Spot) -> Sequence[Row]:
        """The rows of a list of the record at a spot; what is not around it is null in them."""
        key = tuple(spot.links.get(name) for name in records_of(field).link_columns)
        return self.children.get((field.name, key), ())


def from_tables(tables: Mapping[str, Sequence[Row]]) -> list[Profile]:
    """The profiles of tables that were made by `to_tables`, in the order of their positions.

    Raises TablesError for rows that belong to no profile, VersionError for those of a version that
    is not read, and DecodeError where a row does not have the shape of the model.
    """
    for table in all_tables():
        if table.name not in tables:
            raise TablesError(f"the table {table.name} is missing")
        _require_unique_keys(table, tables[table.name])
    index = _index(tables)
    profiles = [
        decode(Profile, _profile(index, row))
        for row in sorted(tables[PROFILE_RECORDS.table], key=_position)
    ]
    _require_all_rows(tables, to_tables(profiles))
    return profiles


def _profile(index: _Index, row: Row) -> Plain:
    """The plain profile of a row, one of today whatever the tables were."""
    plain = _record(index, _row_spot(PROFILE_RECORDS, row, {}, ""))
    TABLES.require_read(plain.get(NUMBER_KEY, ""), f"/{NUMBER_KEY}")
    return {**plain, NUMBER_KEY: PROFILE.version}


def _position(row: Row) -> Any:
    return row["position"]


def _index(tables: Mapping[str, Sequence[Row]]) -> _Index:
    children: dict[tuple[str, tuple[Any, ...]], list[Row]] = defaultdict(list)
    blocks: dict[tuple[Any, str], list[Row]] = defaultdict(list)
    for records in all_records():
        for row in sorted(tables[records.table], key=_position):
            around = tuple(row[name] for name in records.link_columns)
            children[records.table, around].append(row)
    for row in sorted(tables[TEXT_BLOCKS], key=_position):
        blocks[row["profile_id"], row["pointer"]].append(row)
    empty = frozenset((row["profile_id"], row["pointer"]) for row in tables[EMPTY_FIELDS])
    return _Index(children, blocks, empty)


def _require_all_rows(given: Mapping[str, Sequence[Row]], used: Tables) -> None:
    """TablesError where a row was not used: its parent or its field does not exist."""
    for name, rows in used.items():
        if len(rows) != len(given[name]):
            lost = len(given[name]) - len(rows)
            raise TablesError(f"{name}: {lost} of {len(given[name])} rows belong to no profile")


def _row_spot(records: Records, row: Row, links: Row, pointer: str) -> _Spot:
    """The spot of a record of which the row is known."""
    own = row[records.link if records.has_identifier else "position"]
    return _Spot(records, row, {**links, records.link: own}, pointer)


def _record(index: _Index, spot: _Spot) -> Plain:
    return _object(index, spot.records.member, spot)


def _object(index: _Index, cls: type, spot: _Spot) -> Plain:
    """The plain object at a spot, without the keys that are absent."""
    values = ((field.name, _value(index, field, spot)) for field in model_fields(cls))
    return {name: value for name, value in values if value is not None}


def _value(index: _Index, field: ModelField, spot: _Spot) -> Any:
    """The plain value of a field; empty where `empty_fields` says so, None where it is absent."""
    here = spot.within(field.name)
    value = _filled_value(index, field, spot, here)
    if value not in (None, [], {}):
        return value
    return EMPTY_OF_KIND[field.kind] if (here.profile_id, here.pointer) in index.empty else None


def _filled_value(index: _Index, field: ModelField, spot: _Spot, here: _Spot) -> Any:
    match field.kind:
        case Kind.SCALAR:
            return spot.row[column_name(field, spot.records, spot.prefix)]
        case Kind.OBJECT:
            return _object(index, field.hint, here)
        case Kind.BLOCKS:
            return _blocks(index.blocks.get((here.profile_id, here.pointer), ()))
        case Kind.STRINGS:
            return [row[field.singular] for row in index.rows_below(field, spot)]
        case Kind.OBJECTS:
            return _members(index, field, here)


def _members(index: _Index, field: ModelField, spot: _Spot) -> list[Plain]:
    records = records_of(field)
    return [
        _record(index, _row_spot(records, row, spot.links, f"{spot.pointer}/{number}"))
        for number, row in enumerate(index.rows_below(field, spot))
    ]


def _blocks(rows: Sequence[Row]) -> list[Plain]:
    """The text blocks that rows of one field stand for."""
    return [_block(list(block)) for _, block in groupby(rows, key=lambda row: row["block"])]


def _block(rows: Sequence[Row]) -> Plain:
    first = rows[0]
    if first["type"] == "paragraph":
        return {"type": "paragraph", "text": first["text"] or ""}
    items = [row["text"] for row in rows if row["item"] is not None]
    return {"type": "list", "ordered": first["ordered"], "items": items}

"""All profiles of a run as one SQLite database: the CSV tables with keys, and a full-text index.

`texts` holds each text of each profile with its place (JSON Pointer) and title; `texts_fts` is the
FTS5 index over it, which Datasette finds by itself. Nothing of the tables is left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from pipeline.contract.shapes import Kind, ModelField, model_fields
from pipeline.contract.table_descriptions import Column, Table, all_tables
from pipeline.contract.tables import to_tables
from pipeline.profile.model import Blocks, Paragraph, Profile
from pipeline.writers.edition import Edition

FILE = "sqlite/profiles.db"
_TYPES = {"string": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}
_TEXTS = """
CREATE TABLE "texts" (
  "profile_id" TEXT NOT NULL REFERENCES "profiles" ("profile_id"),
  "pointer" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  PRIMARY KEY ("profile_id", "pointer")
)"""
# Accents do not count in a search: `coordinator` finds `coördinator`.
_INDEX = """
CREATE VIRTUAL TABLE "texts_fts" USING fts5 (
  "title", "text", content="texts", tokenize="unicode61 remove_diacritics 2"
)"""


def write(editions: Sequence[Edition]) -> dict[str, bytes]:
    """The database of a run."""
    profiles = [edition.profile for edition in editions]
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        rows = to_tables(profiles)
        for table in all_tables():
            database.execute(_definition(table))
            columns = [column.name for column in table.columns]
            marks = ", ".join("?" * len(columns))
            database.executemany(
                f"INSERT INTO {_quoted(table.name)} VALUES ({marks})",
                ([row[name] for name in columns] for row in rows[table.name]),
            )
        database.execute(_TEXTS)
        texts = (row for profile in profiles for row in _texts(profile))
        database.executemany('INSERT INTO "texts" VALUES (?, ?, ?, ?)', texts)
        database.execute(_INDEX)
        database.execute("""INSERT INTO "texts_fts" ("texts_fts") VALUES ('rebuild')""")
        database.commit()
        # What was inserted and moved about while building leaves no trace in the bytes.
        database.execute("VACUUM")
        return {FILE: database.serialize()}


def _definition(table: Table) -> str:
    parts = [_column(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({_names(table.primary_key)})")
    parts += [
        f"FOREIGN KEY ({_names(key.columns)}) REFERENCES {_quoted(key.table)} "
        f"({_names(key.references)})"
        for key in (*table.foreign_keys, *table.nullable_keys)
    ]
    inner = ",\n  ".join(parts)
    return f"CREATE TABLE {_quoted(table.name)} (\n  {inner}\n)"


def _column(column: Column) -> str:
    name = _quoted(column.name)
    definition = f"{name} {_TYPES[column.type]}"
    if column.required:
        definition += " NOT NULL"
    checks = []
    if column.choices:
        checks.append(f"{name} IN ({', '.join(map(_literal, column.choices))})")
    if column.type == "boolean":
        checks.append(f"{name} IN (0, 1)")
    if column.minimum is not None:
        checks.append(f"{name} >= {column.minimum}")
    if column.maximum is not None:
        checks.append(f"{name} <= {column.maximum}")
    return definition + "".join(f" CHECK ({check})" for check in checks)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _names(columns: Sequence[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _texts(profile: Profile) -> Iterator[tuple[str, str, str, str]]:
    """(profile, pointer, title, text) of each text that a document can hold."""
    for pointer, title, text in _texts_of(profile, ""):
        if text:
            yield profile.id, pointer, title, text


def _texts_of(record: object, above: str) -> Iterator[tuple[str, str, str]]:
    cls: type = type(record)
    for field in model_fields(cls):
        value = getattr(record, field.name)
        if value is not None and _is_text(field):
            yield from _texts_in(field, value, f"{above}/{field.name}")


def _is_text(field: ModelField) -> bool:
    """Whether people wrote it: no identifier, code or number."""
    if field.kind is Kind.SCALAR:
        return field.hint is str and not (field.choices or field.pattern or field.const)
    return field.name != "source" or field.kind is not Kind.OBJECT


def _texts_in(field: ModelField, value: Any, pointer: str) -> Iterator[tuple[str, str, str]]:
    match field.kind:
        case Kind.SCALAR:
            yield pointer, field.title, value
        case Kind.OBJECT:
            yield from _texts_of(value, pointer)
        case Kind.OBJECTS:
            for number, member in enumerate(value):
                yield from _texts_of(member, f"{pointer}/{number}")
        case Kind.STRINGS:
            for number, text in enumerate(value):
                yield f"{pointer}/{number}", field.title, text
        case Kind.BLOCKS:
            for place, text in _block_texts(value):
                yield f"{pointer}/{place}", field.title, text


def _block_texts(blocks: Blocks) -> Iterator[tuple[str, str]]:
    """(rest of the pointer, text) of each paragraph and item."""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield f"{number}/text", block.text
        else:
            yield from ((f"{number}/items/{n}", text) for n, text in enumerate(block.items))

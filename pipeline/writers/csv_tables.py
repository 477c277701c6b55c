"""All profiles of a run to CSV tables and back, with their Frictionless and CSVW descriptions.

CSV per RFC 4180: comma, CRLF, UTF-8 without BOM, a header row; an empty cell
is null. A text that a spreadsheet would take for a formula has an apostrophe before it (`guarded`),
which reading takes away again. `datapackage.json` carries the size and hash of every table and no
clock. Reading refuses a table with another header, another number of cells or
a cell that is not of its column's type (TablesError).
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from pipeline.contract.data_package import package_descriptor
from pipeline.contract.table_descriptions import Column, Table, all_tables
from pipeline.contract.table_versions import StoredColumn, stored_columns
from pipeline.contract.tables import Row, Tables, TablesError, from_tables, to_tables
from pipeline.core.versions import NEWER, NUMBER_KEY, TABLES, UNCLEAR, VersionError
from pipeline.profile.model import Profile
from pipeline.writers.delimited import csv_bytes
from pipeline.writers.edition import Edition
from pipeline.writers.json_profile import json_bytes

FOLDER = "csv"
CSVW_CONTEXT = "http://www.w3.org/ns/csvw"
DOCUMENT_LANGUAGE = "nl"
INTEGER = re.compile(r"-?[0-9]+")
# Apostrophes before it belong to it: so each guarded text has one reading.
_FORMULA = re.compile(r"'*(?:[=@\t\r]|[+-](?=\S))")
BOOLEANS = {"true": True, "false": False}


def write(editions: Sequence[Edition]) -> dict[str, bytes]:
    """The tables of a run and their two descriptions."""
    rows = to_tables([edition.profile for edition in editions])
    tables = {f"{table.name}.csv": _csv_bytes(table, rows[table.name]) for table in all_tables()}
    described = tables | {
        "datapackage.json": json_bytes(_data_package(tables)),
        "csv-metadata.json": json_bytes(_csvw_metadata()),
    }
    return {f"{FOLDER}/{name}": content for name, content in described.items()}


def _csv_bytes(table: Table, rows: Sequence[Row]) -> bytes:
    names = [column.name for column in table.columns]
    return csv_bytes(names, ([_cell(row[name]) for name in names] for row in rows))


def _cell(value: str | int | bool | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    `- item` and `'s avonds` are none, and stay as they are.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _data_package(tables: dict[str, bytes]) -> dict[str, Any]:
    """The Frictionless Data Package of written tables."""
    package = package_descriptor()
    for resource in package["resources"]:
        content = tables[resource["path"]]
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return package


def _csvw_metadata() -> dict[str, Any]:
    """The CSVW table group."""
    return {
        "@context": [CSVW_CONTEXT, {"@language": DOCUMENT_LANGUAGE}],
        "@type": "TableGroup",
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [_csvw_table(table) for table in all_tables()],
    }


def _csvw_table(table: Table) -> dict[str, Any]:
    keys = [
        {
            "columnReference": list(key.columns),
            "reference": {
                "resource": f"{key.table}.csv",
                "columnReference": list(key.references),
            },
        }
        for key in table.foreign_keys
    ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": {"@value": table.description, "@language": "en"},
        "tableSchema": {
            "columns": [_csvw_column(column) for column in table.columns],
            "primaryKey": list(table.primary_key),
            "foreignKeys": keys,
        },
    }


def _csvw_column(column: Column) -> dict[str, Any]:
    """A column; its only title is its name, since a validator compares titles with the header."""
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": {"@value": column.description, "@language": "en"},
        "required": column.required,
        "datatype": _csvw_datatype(column),
    }


def _csvw_datatype(column: Column) -> dict[str, Any]:
    pattern = column.pattern
    if column.choices:
        pattern = f"^({'|'.join(re.escape(choice) for choice in column.choices)})$"
    facets = {
        "base": column.type,
        "format": pattern or None,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    return {key: value for key, value in facets.items() if value is not None}


def read_tables(folder: Path) -> list[Profile]:
    """The profiles of a folder with tables, of any version that is read.

    Raises TablesError, VersionError, and DecodeError for rows that are no profile.
    """
    version = _told(folder)
    columns = stored_columns(version)
    tables: Tables = {}
    for table in all_tables():
        # What an older version did not have is absent.
        absent = dict.fromkeys(column.name for column in table.columns)
        rows = _rows(folder, table.name, columns.get(table.name, ()), version)
        tables[table.name] = [absent | row for row in rows]
    return from_tables(tables)


def _told(folder: Path) -> str:
    """The version of the tables, as their description tells it, else their first row.

    Raises TablesError for a description that is none, VersionError where both tell another one.
    """
    said = dict.fromkeys((*_told_by_package(folder), *_told_by_rows(folder)))
    if len(said) > 1:
        message = f"datapackage.json and profiles.csv tell two versions: {' and '.join(said)}"
        raise VersionError(UNCLEAR, message)
    return next(iter(said), TABLES.version)


def _told_by_package(folder: Path) -> Iterator[str]:
    try:
        yield str(json.loads((folder / "datapackage.json").read_bytes())["version"])
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError) as error:
        raise TablesError(f"datapackage.json tells no version of the tables: {error}") from error


def _told_by_rows(folder: Path) -> Iterator[str]:
    path = folder / "profiles.csv"
    with _opened(path) as file:
        for row in csv.DictReader(file):
            yield row.get(NUMBER_KEY) or ""


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """The text of the file of a table. Raises TablesError, also for what is read from it."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield file
    except FileNotFoundError as error:
        raise TablesError(f"the file {path} is missing") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise TablesError(f"{path.name}: no UTF-8 CSV: {error}") from error


def _rows(folder: Path, table: str, columns: Sequence[StoredColumn], version: str) -> Iterator[Row]:
    """The rows of the file of a table; none where the version has no such table."""
    if columns:
        path = folder / f"{table}.csv"
        with _opened(path) as file:
            yield from _parsed_rows(csv.reader(file, strict=True), columns, path.name, version)


def _parsed_rows(
    lines: Iterator[list[str]], columns: Sequence[StoredColumn], name: str, version: str
) -> Iterator[Row]:
    expected = [column.name for column in columns]
    header = next(lines, [])
    unknown = [column for column in header if column not in expected]
    if unknown and [column for column in header if column in expected] == expected:
        message = f"version {version} of the tables does not have {', '.join(unknown)} in {name}"
        raise VersionError(NEWER, message)
    if header != expected:
        raise TablesError(f"{name}: expected the header {','.join(expected)}")
    for number, cells in enumerate(lines, start=1):
        where = f"{name}, row {number}"
        if len(cells) != len(expected):
            raise TablesError(f"{where}: expected {len(expected)} cells, found {len(cells)}")
        yield {
            column.name: _parsed_cell(column, cell, where)
            for column, cell in zip(columns, cells, strict=True)
        }


def _parsed_cell(column: StoredColumn, cell: str, where: str) -> str | int | bool | None:
    """The value of a cell, null where it is empty."""
    if cell == "":
        if column.required:
            raise TablesError(f"{where}: {column.name} is empty")
        return None
    if column.type == "string":
        return unguarded(cell)
    if column.type == "integer" and INTEGER.fullmatch(cell):
        return int(cell)
    if column.type == "boolean" and cell in BOOLEANS:
        return BOOLEANS[cell]
    raise TablesError(f"{where}: {column.name} is no {column.type}: {cell!r}")

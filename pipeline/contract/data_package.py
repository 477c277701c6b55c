"""The tables as a Frictionless Data Package, which is their public schema."""

from __future__ import annotations

from typing import Any

from pipeline.contract.table_descriptions import Column, Table, all_tables
from pipeline.core.versions import TABLES

DATA_PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def package_descriptor() -> dict[str, Any]:
    """The Frictionless Data Package of the tables, without sizes and hashes of any files."""
    return {
        "$schema": DATA_PACKAGE_PROFILE,
        "name": "bcp-tables",
        "title": "Beroepscompetentieprofielen",
        "description": "Profiles as tables. schemas/README.md describes every column.",
        "version": TABLES.version,
        "resources": [_resource(table) for table in all_tables()],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "type": "table",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": {
            "fields": [_table_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.primary_key),
            "foreignKeys": [
                {
                    "fields": list(key.columns),
                    "reference": {"resource": key.table, "fields": list(key.references)},
                }
                for key in table.foreign_keys
            ],
        },
    }


def _table_field(column: Column) -> dict[str, Any]:
    constraints = {
        "required": column.required or None,
        "enum": list(column.choices) or None,
        "pattern": column.pattern or None,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    return {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
        "example": column.examples[0] if column.examples else None,
        "constraints": {key: value for key, value in constraints.items() if value is not None},
    }

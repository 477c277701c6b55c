"""The columns that the tables had in each version, as its released description tells them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from pipeline.contract.resources import schema_text, schema_version_for
from pipeline.core.versions import TABLES


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """A column of a table in a file: its name, its type, whether each row has a value there."""

    name: str
    type: str
    required: bool


@cache
def stored_columns(version: str) -> dict[str, tuple[StoredColumn, ...]]:
    """By table, the columns of a version that is read. Raises VersionError for another one."""
    TABLES.require_read(version)
    described = json.loads(schema_text(TABLES.file_of(schema_version_for(TABLES, version))))
    return {
        resource["name"]: tuple(
            StoredColumn(
                field["name"], field["type"], field.get("constraints", {}).get("required", False)
            )
            for field in resource["schema"]["fields"]
        )
        for resource in described["resources"]
    }

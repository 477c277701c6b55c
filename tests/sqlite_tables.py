"""The tables of a database of profiles, as the program takes tables."""

from __future__ import annotations

import sqlite3

from pipeline.contract.table_descriptions import all_tables
from pipeline.contract.tables import Tables


def tables_in(database: sqlite3.Connection) -> Tables:
    """The rows of all tables; SQLite has numbers for truth values."""
    tables: Tables = {}
    for table in all_tables():
        names = [column.name for column in table.columns]
        truths = {column.name for column in table.columns if column.type == "boolean"}
        rows = database.execute(f'SELECT * FROM "{table.name}"').fetchall()
        tables[table.name] = [
            {n: bool(v) if n in truths and v is not None else v
             for n, v in zip(names, row, strict=True)}
            for row in rows
        ]  # fmt: skip
    return tables

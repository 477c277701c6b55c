"""Databases and data frames take the CSV tables as they are, and refuse a damaged one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas
import pytest

from pipeline.contract.table_descriptions import Column, Table, all_tables
from pipeline.contract.tables import to_tables
from pipeline.profile.model import Paragraph
from pipeline.writers import csv_tables
from pipeline.writers.edition import Edition
from tests.machine import needs, postgres_programs, require
from tests.strategies import hollow_profile, whole_profile

# What breaks importers: quotes, separators, line ends of no kind, numbers that are none, formulas.
ODD = "04; 1e5, \"aangehaald\" 'en' – €, =1+1 \\. \\N \\"
PROFILES = [
    replace(hollow_profile(), id="andere-v1"),
    replace(whole_profile(), career_prospects=(Paragraph(text=ODD), Paragraph(text="NULL"))),
]
TYPES = {"string": "text", "integer": "integer", "boolean": "boolean"}


@pytest.fixture
def folder() -> Iterator[Path]:
    """The tables of two profiles, where another user may read them too."""
    with tempfile.TemporaryDirectory() as name:
        found = Path(name)
        found.chmod(0o777)
        for path, content in csv_tables.write([Edition(p) for p in PROFILES]).items():
            (found / Path(path).name).write_bytes(content)
        yield found


def definition(table: Table) -> str:
    """The table in SQL."""
    columns = ", ".join(f'"{column.name}" {_type(column)}' for column in table.columns)
    key = ", ".join(f'"{name}"' for name in table.primary_key)
    return f'CREATE TABLE "{table.name}" ({columns}, PRIMARY KEY ({key}))'


def _type(column: Column) -> str:
    return TYPES[column.type] + (" NOT NULL" if column.required else "")


def expected(table: Table, column: str) -> list[object]:
    """The values of a column as we wrote them."""
    return [row[column] for row in to_tables(PROFILES)[table.name]]


class Postgres:
    """A server of its own on a socket in a folder, run by a user without rights."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        programs = postgres_programs()
        assert programs is not None
        self.programs = programs

    def run(self, program: str, *arguments: str, stdin: str = "") -> str:
        """Runs a program of PostgreSQL; its standard output."""
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            # The server refuses to be run by root.
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command, input=stdin, capture_output=True, text=True, check=False, cwd=self.folder
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def sql(self, statements: str) -> str:
        """What the statements print, cells separated by a unit separator."""
        where = ["-h", str(self.folder), "-U", "tester", "-d", "postgres"]
        how = ["-v", "ON_ERROR_STOP=1", "-q", "-A", "-t", "-F", "\x1f"]
        return self.run("psql", *where, *how, stdin=statements)


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """A server for the tests of this module."""
    require("postgresql")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        server = Postgres(folder)
        server.run("initdb", "-D", str(server.data), "-U", "tester", "-A", "trust", "-N")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        control = ("pg_ctl", "-D", str(server.data))
        server.run(*control, "-w", "-l", f"{folder}/log", "-o", options, "start")
        yield server
        server.run(*control, "-m", "immediate", "stop")


def copied(table: Table, folder: Path) -> str:
    """The statements that make a table and fill it from its file."""
    path = folder / f"{table.name}.csv"
    return (
        f'DROP TABLE IF EXISTS "{table.name}"; {definition(table)};\n'
        f"\\copy \"{table.name}\" FROM '{path}' WITH (FORMAT csv, HEADER MATCH, ENCODING 'UTF8')\n"
    )


@pytest.mark.slow
def test_postgresql_copies_every_table_by_its_header(postgres: Postgres, folder: Path) -> None:
    for table in all_tables():
        postgres.sql(copied(table, folder))
        (count,) = postgres.sql(f'SELECT count(*) FROM "{table.name}";').split()

        assert int(count) == len(to_tables(PROFILES)[table.name])


def test_postgresql_reads_odd_texts_as_they_are(postgres: Postgres, folder: Path) -> None:
    (table,) = (table for table in all_tables() if table.name == "text_blocks")
    postgres.sql(copied(table, folder))

    found = postgres.sql(
        'SELECT "text" FROM text_blocks WHERE "field" = \'career_prospects\' '
        "AND profile_id <> 'andere-v1' ORDER BY position;"
    )

    assert found.splitlines() == [ODD, "NULL"]


def test_postgresql_refuses_a_table_with_another_header(postgres: Postgres, folder: Path) -> None:
    (table,) = (table for table in all_tables() if table.name == "roles")
    path = folder / "roles.csv"
    path.write_bytes(path.read_bytes().replace(b"heading", b"kop", 1))

    with pytest.raises(RuntimeError, match="heading"):
        postgres.sql(copied(table, folder))


def test_postgresql_refuses_a_byte_order_mark(postgres: Postgres, folder: Path) -> None:
    (table,) = (table for table in all_tables() if table.name == "roles")
    path = folder / "roles.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    with pytest.raises(RuntimeError, match="profile_id"):
        postgres.sql(copied(table, folder))


def test_duckdb_reads_every_table_with_its_types(folder: Path) -> None:
    with closing(duckdb.connect()) as database:
        for table in all_tables():
            database.execute(definition(table))
            database.execute(f"COPY \"{table.name}\" FROM '{folder / table.name}.csv' (HEADER)")
            for column in table.columns:
                rows = database.execute(f'SELECT "{column.name}" FROM "{table.name}"').fetchall()

                assert [value for (value,) in rows] == expected(table, column.name)


def test_duckdb_refuses_a_word_where_a_number_must_be(folder: Path) -> None:
    (table,) = (table for table in all_tables() if table.name == "roles")
    path = folder / "roles.csv"
    path.write_bytes(path.read_bytes().replace(b",0,", b",nul,", 1))
    with closing(duckdb.connect()) as database:
        database.execute(definition(table))

        with pytest.raises(duckdb.Error, match="nul"):
            database.execute(f"COPY \"{table.name}\" FROM '{path}' (HEADER)")


def test_pandas_reads_every_text_as_it_is(folder: Path) -> None:
    for table in all_tables():
        frame = pandas.read_csv(folder / f"{table.name}.csv", dtype=str, keep_default_na=False)
        for column in table.columns:
            if column.type == "string":
                values = [value or "" for value in expected(table, column.name)]

                assert [csv_tables.unguarded(cell) for cell in frame[column.name]] == values


@needs("sqlite3")
def test_sqlite_imports_every_table(folder: Path) -> None:
    database = folder / "x.db"
    lines = [f'.import --csv "{folder / table.name}.csv" {table.name}' for table in all_tables()]
    subprocess.run(["sqlite3", str(database)], input="\n".join(lines), text=True, check=True)
    with closing(sqlite3.connect(database)) as connection:
        for table in all_tables():
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            rows = connection.execute(f'SELECT {names} FROM "{table.name}"').fetchall()

            assert len(rows) == len(to_tables(PROFILES)[table.name])
        found = connection.execute(
            "SELECT text FROM text_blocks WHERE field = 'career_prospects' AND text <> ''"
        ).fetchall()
    assert found == [(ODD,), ("NULL",)]

"""The database of a run: the tables with their keys, and a search over all texts."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from pipeline.contract.table_descriptions import all_tables
from pipeline.contract.tables import from_tables
from pipeline.profile.model import Paragraph
from pipeline.writers import csv_tables
from pipeline.writers.edition import Edition
from pipeline.writers.sqlite_database import FILE, write
from tests.sqlite_tables import tables_in
from tests.strategies import hollow_profile, whole_profile

PROFILES = [replace(hollow_profile(), id="andere-v1"), whole_profile()]
EDITIONS = [Edition(profile) for profile in PROFILES]


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """The database of two profiles."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(write(EDITIONS)[FILE])
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def test_the_same_profiles_give_the_same_bytes() -> None:
    assert write(EDITIONS) == write(EDITIONS)


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_tables_give_the_profiles_back(database: sqlite3.Connection) -> None:
    assert from_tables(tables_in(database)) == PROFILES


def test_the_tables_have_the_rows_of_the_csv_files(database: sqlite3.Connection) -> None:
    files = csv_tables.write(EDITIONS)
    for table in all_tables():
        lines = list(csv.reader(io.StringIO(files[f"csv/{table.name}.csv"].decode(), newline="")))
        (count,) = database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()

        assert count == len(lines) - 1


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO roles (profile_id, role_id, position) VALUES ('nergens', 'bcp-x', 0)",
        "UPDATE competencies SET role_id = 'bcp-x' WHERE role_id IS NOT NULL",
        "UPDATE text_blocks SET work_process_id = 'bcp-x'",
        "UPDATE profiles SET nlqf_level = '9'",
        "INSERT INTO profiles SELECT * FROM profiles",
        "DELETE FROM profiles",
    ],
)
def test_what_breaks_a_key_or_a_code_is_refused(
    database: sqlite3.Connection, statement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)


def test_a_search_finds_words_whatever_their_accents() -> None:
    text = "De coördinator regelt het café."
    profile = replace(whole_profile(), career_prospects=(Paragraph(text=text),))
    connection = sqlite3.connect(":memory:")
    connection.deserialize(write([Edition(profile)])[FILE])

    found = connection.execute(
        "SELECT texts.pointer, texts.title, texts.text FROM texts_fts "
        "JOIN texts ON texts.rowid = texts_fts.rowid WHERE texts_fts MATCH 'cafe'"
    ).fetchall()
    connection.close()

    assert found == [("/career_prospects/0/text", "Loopbaanperspectief", text)]


def test_every_text_is_in_the_index_once(database: sqlite3.Connection) -> None:
    (texts,) = database.execute("SELECT count(*) FROM texts WHERE text <> ''").fetchone()
    (indexed,) = database.execute("SELECT count(*) FROM texts_fts").fetchone()
    blocks = database.execute("SELECT count(*) FROM text_blocks WHERE text IS NOT NULL").fetchone()

    assert texts == indexed > blocks[0] > 0


def test_the_name_of_the_file_is_no_text_of_the_profile(database: sqlite3.Connection) -> None:
    found = "SELECT count(*) FROM texts WHERE pointer LIKE '/source/%'"

    assert database.execute(found).fetchone() == (0,)

"""The tables of a run as CSV files and back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.contract.table_descriptions import all_tables
from pipeline.contract.tables import TablesError
from pipeline.core.versions import NEWER, TABLES, UNCLEAR, VersionError
from pipeline.profile.model import ItemList
from pipeline.writers.csv_tables import guarded, read_tables, unguarded, write
from pipeline.writers.edition import Edition
from tests.strategies import hollow_profile, whole_profile

PROFILES = [replace(hollow_profile(), id="andere-v1"), whole_profile()]
NOW = TABLES.version
EDITIONS = [Edition(profile) for profile in PROFILES]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the tables of two profiles."""
    for path, content in write(EDITIONS).items():
        (tmp_path / Path(path).name).write_bytes(content)
    return tmp_path


def test_there_is_a_file_for_every_table_and_two_descriptions() -> None:
    tables = {f"csv/{table.name}.csv" for table in all_tables()}

    assert set(write([])) == tables | {"csv/datapackage.json", "csv/csv-metadata.json"}


def test_a_run_without_profiles_has_tables_with_headers_only() -> None:
    assert write([])["csv/job_titles.csv"] == b"profile_id,position,job_title\r\n"


def test_a_cell_is_quoted_where_rfc_4180_asks_for_it() -> None:
    profile = replace(whole_profile(), job_titles=('Chef "haven", kust', "x"))

    assert write([Edition(profile)])["csv/job_titles.csv"] == (
        b"profile_id,position,job_title\r\n"
        b'havenmeester-v3,0,"Chef ""haven"", kust"\r\n'
        b"havenmeester-v3,1,x\r\n"
    )


def test_a_truth_value_is_written_in_lower_case() -> None:
    profile = replace(whole_profile(), career_prospects=(ItemList(ordered=True, items=("a",)),))

    assert b",list,true,0,a\r\n" in write([Edition(profile)])["csv/text_blocks.csv"]


def test_the_data_package_has_the_size_and_the_hash_of_every_table_and_no_clock() -> None:
    files = write(EDITIONS)
    package = json.loads(files["csv/datapackage.json"])

    for resource in package["resources"]:
        content = files[f"csv/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert "created" not in package


def test_both_descriptions_name_every_column() -> None:
    files = write(EDITIONS)
    package = json.loads(files["csv/datapackage.json"])
    group = json.loads(files["csv/csv-metadata.json"])

    expected = [[column.name for column in table.columns] for table in all_tables()]
    frictionless = [[f["name"] for f in r["schema"]["fields"]] for r in package["resources"]]
    csvw = [[c["name"] for c in table["tableSchema"]["columns"]] for table in group["tables"]]
    assert frictionless == csvw == expected


def test_the_profiles_come_back_from_the_files(folder: Path) -> None:
    assert read_tables(folder) == PROFILES


@pytest.mark.parametrize(
    ("table", "content", "reason"),
    [
        ("roles.csv", None, "roles.csv is missing"),
        ("roles.csv", b"id,name\r\n", "expected the header profile_id,role_id,position"),
        (
            "job_titles.csv",
            b"profile_id,position,job_title\r\na-v1,0\r\n",
            "row 1: expected 3 cells, found 2",
        ),
        (
            "job_titles.csv",
            b"profile_id,position,job_title\r\na-v1,0,\r\n",
            "row 1: job_title is empty",
        ),
        (
            "job_titles.csv",
            b"profile_id,position,job_title\r\na-v1,een,x\r\n",
            "row 1: position is no integer: 'een'",
        ),
        (
            "job_titles.csv",
            b"profile_id,position,job_title\r\na-v1,0,co\xf6rdinator\r\n",
            "no UTF-8 CSV",
        ),
        ("job_titles.csv", b'profile_id,position,job_title\r\na-v1,0,"x\r\n', "no UTF-8 CSV"),
        (
            "job_titles.csv",
            b"profile_id,position,job_title\r\nweg-v1,0,x\r\n",
            "job_titles: 1 of 1 rows belong to no profile",
        ),
    ],
    ids=[
        "no file",
        "another header",
        "a short row",
        "an empty text",
        "a word for a number",
        "Windows-1252",
        "an open quote",
        "a profile that does not exist",
    ],
)
def test_damaged_tables_are_refused_for_their_reason(
    folder: Path, table: str, content: bytes | None, reason: str
) -> None:
    if content is None:
        (folder / table).unlink()
    else:
        (folder / table).write_bytes(content)

    with pytest.raises(TablesError, match=reason):
        read_tables(folder)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@som", "'@som"),
        ("+31 6 12345678", "'+31 6 12345678"),
        ("-1", "'-1"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("- Zijn klantgericht", "- Zijn klantgericht"),
        ("+ punt", "+ punt"),
        ("'s avonds", "'s avonds"),
        ("Werkt in de haven", "Werkt in de haven"),
        ("", ""),
    ],
)
def test_a_text_that_looks_like_a_formula_is_guarded(text: str, written: str) -> None:
    assert guarded(text) == written
    assert unguarded(written) == text


@given(st.text(alphabet="'=@+-\t\ra ", max_size=8))
def test_guarding_is_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_tables_without_their_description_tell_their_version_themselves(folder: Path) -> None:
    (folder / "datapackage.json").unlink()

    assert read_tables(folder) == PROFILES


@pytest.mark.parametrize(
    ("table", "old", "new", "code", "message"),
    [
        ("datapackage.json", f'"version": "{NOW}"', '"version": "1.0.9"', UNCLEAR, "two versions"),
        ("profiles.csv", f",{NOW},", ",0.9.0,", UNCLEAR, f"two versions: {NOW} and 0.9.0"),
        ("profiles.csv", "schema_version,", "schema_version,salary,", NEWER, "not have salary in"),
    ],
)
def test_tables_of_another_version_are_refused_for_it(
    folder: Path, table: str, old: str, new: str, code: str, message: str
) -> None:
    text = (folder / table).read_bytes().decode()
    assert old in text
    (folder / table).write_bytes(text.replace(old, new).encode())

    with pytest.raises(VersionError, match=message) as refused:
        read_tables(folder)
    assert refused.value.code == code


@pytest.mark.parametrize("content", ["{", "[]", "{}"])
def test_a_description_that_tells_no_version_is_refused(folder: Path, content: str) -> None:
    (folder / "datapackage.json").write_text(content, "utf-8")

    with pytest.raises(TablesError, match=r"datapackage\.json tells no version"):
        read_tables(folder)

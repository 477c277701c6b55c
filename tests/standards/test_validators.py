"""Each validator accepts what we write, and refuses its damaged twin for the right reason."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import xmlschema

from pipeline.checks.schema import schema_findings
from pipeline.checks.xml_schema import xml_findings
from pipeline.contract.resources import schema_text
from pipeline.core.versions import PROFILE, XML
from pipeline.profile.codec import profile_to_plain
from pipeline.writers import csv_tables
from pipeline.writers.edition import Edition
from pipeline.writers.xml_profile import profile_to_xml
from tests.strategies import hollow_profile, whole_profile


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder with the tables of two profiles."""
    profiles = [replace(hollow_profile(), id="andere-v1"), whole_profile()]
    for path, content in csv_tables.write([Edition(profile) for profile in profiles]).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path / "csv"


def damage(path: Path, old: str, new: str) -> None:
    """Replaces a text that stands once in a file."""
    content = path.read_bytes().decode()
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new).encode())


def run(program: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program of this environment in a folder."""
    command = [str(Path(sys.executable).parent / program), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def frictionless_errors(folder: Path) -> set[str]:
    """The types of the errors that `frictionless validate` reports."""
    answer = run("frictionless", "validate", "--json", "datapackage.json", folder=folder)
    report = json.loads(answer.stdout)
    assert (answer.returncode == 0) == report["valid"]
    tasks = (error["type"] for task in report["tasks"] for error in task["errors"])
    return {error["type"] for error in report["errors"]} | set(tasks)


def without(plain: dict[str, Any], key: str) -> dict[str, Any]:
    """An object without one of its keys."""
    return {name: value for name, value in plain.items() if name != key}


def test_jsonschema_refuses_a_profile_without_a_name_and_says_so() -> None:
    damaged = without(profile_to_plain(whole_profile()), "name")

    (finding,) = schema_findings(damaged)

    assert "'name' is a required property" in finding.message


def test_jsonschema_rs_refuses_a_profile_without_a_name_and_says_so() -> None:
    validator = jsonschema_rs.validator_for(json.loads(schema_text(PROFILE.file)))

    (error,) = validator.iter_errors(without(profile_to_plain(whole_profile()), "name"))

    assert '"name" is a required property' in error.message


def test_libxml2_refuses_xml_without_a_checksum_and_names_the_element() -> None:
    (finding,) = xml_findings(xml_without_checksum())

    assert "Expected is ( sha256 )" in finding.message


def test_xmlschema_refuses_xml_without_a_checksum_and_names_the_element() -> None:
    schema = xmlschema.XMLSchema(schema_text(XML.file))

    (error,) = schema.iter_errors(BytesIO(xml_without_checksum()))

    assert "Tag 'bcp:sha256' expected" in (error.reason or "")


def xml_without_checksum() -> bytes:
    """The XML of the whole profile without the element that follows the file name."""
    lines = profile_to_xml(whole_profile()).splitlines(keepends=True)
    return b"".join(line for line in lines if b"<sha256>" not in line)


def test_frictionless_accepts_the_tables(tables: Path) -> None:
    assert frictionless_errors(tables) == set()


def test_frictionless_refuses_a_damaged_cell_for_its_type_and_the_hash_of_the_file(
    tables: Path,
) -> None:
    damage(tables / "source_documents.csv", "Waterraad,2024", "Waterraad,vorig jaar")

    assert frictionless_errors(tables) == {"type-error", "byte-count", "hash-count"}


def test_frictionless_refuses_a_work_process_of_a_core_task_that_does_not_exist(
    tables: Path,
) -> None:
    damage(tables / "core_tasks.csv", "bcp-00000000-0004", "bcp-00000000-00ff")

    assert "foreign-key" in frictionless_errors(tables)


def test_csvwvalidate_accepts_the_tables(tables: Path) -> None:
    answer = run("csvwvalidate", "csv-metadata.json", folder=tables)

    assert (answer.returncode, "OK" in answer.stdout) == (0, True)


@pytest.mark.parametrize(
    ("table", "old", "new", "reason"),
    [
        ("source_documents.csv", "Waterraad,2024", "Waterraad,vorig jaar", "invalid lexical value"),
        ("core_tasks.csv", "bcp-00000000-0004", "bcp-00000000-00ff", "not found in table core_"),
        ("behaviour.csv", ",0,geeft", ",nul,geeft", "invalid lexical value"),
        ("legitimations.csv", ",content,", ",contents,", "invalid lexical value"),
    ],
    ids=[
        "a word for a year",
        "a core task that does not exist",
        "a word for a position",
        "an aspect that does not exist",
    ],
)
def test_csvwvalidate_refuses_a_damaged_table_and_says_why(
    tables: Path, table: str, old: str, new: str, reason: str
) -> None:
    damage(tables / table, old, new)

    answer = run("csvwvalidate", "--verbose", "csv-metadata.json", folder=tables)

    assert answer.returncode != 0
    assert reason in answer.stdout

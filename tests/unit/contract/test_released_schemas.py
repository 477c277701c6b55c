"""What was given out stays: schema files never change, and files of old versions validate."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from pipeline.contract import resources
from pipeline.validate import validate_file
from tests.profiles import ROOT

LEDGER = resources.CHECKOUT_FOLDER / "CHANGELOG.md"
RELEASED = dict(re.findall(r"^\| `(bcp-[^`]+)` \| `([0-9a-f]{64})` \|$", LEDGER.read_text(), re.M))
SAMPLES = sorted((ROOT / "tests" / "releases").glob("*/profile.*"))


def test_every_schema_file_is_in_the_changelog() -> None:
    files = {path.name for path in resources.CHECKOUT_FOLDER.glob("bcp-*")}

    assert files == set(RELEASED)
    assert files >= set(resources.SCHEMAS.values())


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_schema_never_changes(name: str) -> None:
    found = hashlib.sha256((resources.CHECKOUT_FOLDER / name).read_bytes()).hexdigest()

    assert found == RELEASED[name], (
        "this version was given out: raise it in pipeline/core/versions.py, keep the old file and "
        "say in schemas/CHANGELOG.md what changed"
    )


@pytest.mark.parametrize("name", [n for n in RELEASED if n.endswith(".schema.json")])
def test_the_id_of_a_schema_names_its_version(name: str) -> None:
    kind, version = re.fullmatch(r"(bcp-[a-z]+)-(.+)\.schema\.json", name).groups()  # type: ignore[union-attr]
    plain = json.loads((resources.CHECKOUT_FOLDER / name).read_bytes())

    assert plain["$id"] == f"urn:bcp-pipeline:schema:{kind}:{version}"


def test_there_is_a_sample_of_each_release() -> None:
    versions = set(re.findall(r"^## (\S+)$", LEDGER.read_text(), re.M))

    assert versions == {path.parent.name for path in SAMPLES} != set()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_a_file_of_a_release_still_validates_and_a_damaged_one_does_not(
    sample: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / sample.name
    damaged.write_text(sample.read_text("utf-8").replace("sha256", "sha265"), "utf-8")

    assert validate_file(sample) == []
    assert {finding.code for finding in validate_file(damaged)} <= {"BCP501", "BCP502"}
    assert validate_file(damaged) != []

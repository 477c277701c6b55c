"""What was given out stays: schema files never change, and data of each release is kept."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from pipeline.contract import resources
from tests.stored_releases import RELEASES

LEDGER = resources.CHECKOUT_FOLDER / "CHANGELOG.md"
RELEASED = dict(re.findall(r"^\| `(bcp-[^`]+)` \| `([0-9a-f]{64})` \|$", LEDGER.read_text(), re.M))


def test_every_schema_file_is_in_the_changelog() -> None:
    files = {path.name for path in resources.CHECKOUT_FOLDER.glob("bcp-*")}

    assert files == set(RELEASED), "list each in schemas/CHANGELOG.md with its SHA-256"
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


def test_there_is_data_of_each_release() -> None:
    headings = re.findall(r"^## (.+)$", LEDGER.read_text(), re.M)

    assert sorted(heading.lower().replace(" ", "-") for heading in headings) == list(RELEASES)

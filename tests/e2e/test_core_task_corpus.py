"""The made-up profiles of core tasks beside the project come out exactly, in each form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import Severity, convert
from pipeline.profile.codec import profile_to_plain
from tests.core_tasks.comparison import differences
from tests.machine import needs
from tests.profiles import SHARED

FOLDER = SHARED / "core-tasks"
FILES = sorted(path for path in FOLDER.glob("*.*") if path.suffix not in (".json", ".md"))
# Where the folder is absent, one test says that it is skipped.
CASES = [
    pytest.param(path, id=path.name, marks=needs("shared")) for path in FILES or [FOLDER / "none"]
]


@pytest.mark.parametrize("path", CASES)
def test_a_profile_of_core_tasks_is_exact_and_its_account_closed(path: Path) -> None:
    expected = json.loads((FOLDER / f"{path.name.split('.')[0]}.expected.json").read_text())
    found = convert(path)

    assert list(differences(expected, profile_to_plain(found.profile))) == []
    assert found.ledger.closed, found.ledger
    assert [finding for finding in found.findings if finding.severity is Severity.ERROR] == []

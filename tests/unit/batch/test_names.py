"""Files with names that no format can hold as they are: converted, and valid in JSON and XML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import convert
from pipeline.cli import main
from tests.profiles import INPUT

TEXT = (INPUT / "werfcoordinator-jachthaven.txt").read_bytes()
NAMES = {
    "a\nb.txt": "a%0Ab.txt",
    "a\tb.txt": "a%09b.txt",
    "a\x01\x7f.txt": "a%01%7F.txt",
    "a\u2028b.txt": "a%E2%80%A8b.txt",
    "a\ufffe\uffff.txt": "a%EF%BF%BE%EF%BF%BF.txt",
    "100% é\u202e.txt": "100% é\u202e.txt",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_converted_without_an_error(name: str, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / name).write_bytes(TEXT)
    output = tmp_path / "out"

    assert main(["convert", str(source), "--output", str(output), "--jobs", "1"]) == 0

    (document,) = json.loads((output / "report.json").read_bytes())["documents"]
    assert document["file"] == NAMES[name]
    assert [f for f in document["findings"] if f["severity"] == "error"] == []
    assert main(["validate", str(output / "json"), str(output / "xml")]) == 0
    profile = json.loads((output / f"json/{document['profile']}.json").read_bytes())
    assert profile["source"]["file"] == NAMES[name]


def test_so_is_one_that_a_program_converts(tmp_path: Path) -> None:
    path = tmp_path / "a\nb.txt"
    path.write_bytes(TEXT)

    found = convert(path)

    assert found.profile.source.file == "a%0Ab.txt"
    assert "BCP424" not in {finding.code for finding in found.findings}

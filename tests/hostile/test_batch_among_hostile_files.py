"""Good profiles among all hostile files: each file has one outcome, and none disturbs another.

Slow: `make hostile`, and `make slow` with all others.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.core.text import shown_name
from tests.hostile.others import NAMES, hostile_others, odd_files
from tests.hostile.pdfs import hostile_pdfs
from tests.profiles import INPUT
from tests.unit.batch.test_incremental import files

pytestmark = pytest.mark.slow

LIMITS = ("--timeout", "5", "--memory", "400")
# What may come of a file that was made to do harm: a named refusal, never a fault of ours.
REFUSALS = {
    "BCP101", "BCP102", "BCP103", "BCP106", "BCP107", "BCP108", "BCP120", "BCP121", "BCP140",
    "BCP141", "BCP142", "BCP143", "BCP144", "BCP147", "BCP160", "BCP161", "BCP201", "BCP203",
}  # fmt: skip
# What must end by a limit, and not by luck; of time or memory, whichever comes first.
_ANY = "BCP160 or BCP161"
LIMITED = {
    "bomb-contents.pdf": _ANY,
    "bomb-operators.pdf": _ANY,
    "number-predictor.pdf": _ANY,
    "bomb-document.docx": "BCP121",
    "bomb-picture.docx": "BCP121",
    "many-entries.docx": "BCP121",
    "overlapping-parts.docx": "BCP121",
    "wrong-size.docx": "BCP121",
    "long-text.html": _ANY,
    "one-line.txt": _ANY,
}
# The package is sound; what is odd about it does not touch the profile.
HARMLESS = {"escaping-names.docx", "relation-outside.docx"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all hostile files and, among them, the good ones."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in (*hostile_pdfs(), *hostile_others()):
        (folder / name).write_bytes(data)
    odd = folder / "odd"
    odd.mkdir()
    odd_files(odd)
    for path in INPUT.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture(scope="module")
def results(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of that folder."""
    output = tmp_path_factory.mktemp("output")
    assert main(["convert", str(made), "--output", str(output), *LIMITS]) == 1
    return output


@pytest.fixture(scope="module")
def documents(results: Path) -> dict[str, Any]:
    """The report of each file."""
    report = json.loads((results / "report.json").read_bytes())
    return {document["file"]: document for document in report["documents"]}


def _codes(document: dict[str, Any]) -> set[str]:
    return {f["code"] for f in document["findings"] if f["severity"] == "error"}


def test_there_are_enough_of_them(made: Path) -> None:
    assert sum(path.is_file() and path.suffix != ".md" for path in made.rglob("*")) >= 150


def test_each_file_has_one_outcome(made: Path, documents: dict[str, Any]) -> None:
    regular = [path for path in made.rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(documents) == len(regular)


def test_each_hostile_file_is_refused_by_name(documents: dict[str, Any]) -> None:
    names = {name for name, _ in (*hostile_pdfs(), *hostile_others())} - HARMLESS
    faults = {
        name: _codes(documents[name])
        for name in names
        if len(_codes(documents[name])) != 1 or not _codes(documents[name]) <= REFUSALS
    }
    assert faults == {}


@pytest.mark.parametrize("name", LIMITED)
def test_a_bomb_ends_by_its_limit(name: str, documents: dict[str, Any]) -> None:
    (code,) = _codes(documents[name])
    assert code in LIMITED[name]


@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_what_does_no_harm_is_converted(name: str, documents: dict[str, Any]) -> None:
    assert documents[name]["profile"] is not None


@pytest.mark.parametrize("name", [*NAMES, "bytes-%FF%FE.txt"])
def test_any_name_is_converted(name: str, documents: dict[str, Any]) -> None:
    assert documents[f"odd/{shown_name(name)}"]["profile"] is not None


def test_links_pipes_and_folders_are_passed_over(documents: dict[str, Any]) -> None:
    for name in ("pipe.pdf", "dangling.txt", "zero.txt", "outside.txt", "loop.txt", "folder.pdf"):
        assert f"odd/{name}" not in documents


def test_nothing_is_written_outside_the_results(made: Path, results: Path) -> None:
    assert not (made.parent / "evil.xml").exists()
    assert not Path("/etc/evil").exists()
    assert {path.split("/")[0] for path in files(results)} == {"json", "xml", "csv", "report.json"}


def test_no_secret_of_the_machine_is_in_the_results(results: Path) -> None:
    host = Path("/etc/hostname").read_bytes().strip()
    assert not any(host in data for data in files(results).values() if len(host) > 3)


def test_the_good_profiles_say_the_same_as_without_the_others(
    documents: dict[str, Any], results: Path, tmp_path: Path
) -> None:
    assert main(["convert", str(INPUT), "--output", str(tmp_path / "alone")]) == 0
    alone = json.loads((tmp_path / "alone" / "report.json").read_bytes())
    for document in alone["documents"]:
        among = documents[document["file"]]
        assert among["content_sha256"] == document["content_sha256"]
        assert among["ledger"] == document["ledger"]
        here = json.loads((results / f"json/{among['profile']}.trace.json").read_bytes())
        there = json.loads((tmp_path / f"alone/json/{document['profile']}.trace.json").read_bytes())
        assert here["leaves"] == there["leaves"]

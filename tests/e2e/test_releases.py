"""What any release wrote is read by every command; its damaged twin is refused for its reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks.schema import schema_findings
from pipeline.checks.xml_schema import xml_findings
from pipeline.cli import main
from pipeline.contract.tables import TablesError
from pipeline.core.versions import COMPARISON, PROFILE, REPORT, TABLES, TRACE, XML
from pipeline.validate import stored_profile
from pipeline.writers import WRITERS
from pipeline.writers.csv_tables import read_tables
from pipeline.writers.order import order_of
from tests.stored_releases import (
    CORE_TASK_FOLDER,
    FOLDER,
    ID,
    RELEASES,
    SOURCE,
    copied,
    damage,
    profile_of,
    trace_of,
    xml_of,
)
from tests.suites import few

# Many commands over many results.
pytestmark = pytest.mark.slow

Capture = pytest.CaptureFixture[str]
EXPORTED = [writer.name for writer in WRITERS if writer.name != "json"]
WITH_TABLES = sorted(path.parent.name for path in FOLDER.glob("*/csv"))
CORE_TASKS = sorted(FOLDER.glob(f"*/{CORE_TASK_FOLDER}"))
each_release = pytest.mark.parametrize("release", RELEASES)


def said(capsys: Capture) -> str:
    """What a command printed for people, white space put together."""
    return " ".join(capsys.readouterr().err.split())


def report(folder: Path) -> Any:
    """The report in a folder."""
    return json.loads((folder / "report.json").read_bytes())


# validate


@each_release
def test_all_profiles_of_a_release_are_valid(release: str) -> None:
    assert main(["validate", str(FOLDER / release), "--strict"]) == 0


@each_release
@pytest.mark.parametrize(
    ("path", "old", "new", "reason"),
    [
        (profile_of, '"nlqf_level": "4"', '"nlqf_level": "9"', "BCP501"),
        (profile_of, '"sha256"', '"sha265"', "BCP501"),
        (profile_of, '"developed_by"', '"salary"', "BCP504"),
        (profile_of, '"schema_version": "1.', '"schema_version": "1.9', "BCP505"),
        (xml_of, "<nlqf_level>4<", "<nlqf_level>9<", "BCP502"),
        (xml_of, "<sector>", "<salary>x</salary><sector>", "BCP504"),
        (xml_of, "bcp-profile:1", "bcp-profile:2.1", "BCP505"),
    ],
)
def test_a_damaged_profile_of_a_release_is_refused(
    release: str,
    path: Callable[[str], Path],
    old: str,
    new: str,
    reason: str,
    tmp_path: Path,
    capsys: Capture,
) -> None:
    twin = tmp_path / path(release).name
    twin.write_bytes(path(release).read_bytes())
    damage(twin, old, new)

    assert main(["validate", str(twin)]) == 1
    assert f"error {reason}" in said(capsys)


@each_release
def test_a_trace_a_report_and_a_comparison_of_a_release_keep_to_their_schemas(release: str) -> None:
    stored = [(trace_of(release), TRACE), (FOLDER / release / "report.json", REPORT)]
    if (comparison := FOLDER / release / "comparison.json").exists():
        stored.append((comparison, COMPARISON))

    for path, artefact in stored:
        plain = json.loads(path.read_bytes())
        assert schema_findings(plain, artefact) == []
        plain.popitem()
        assert [f.code for f in schema_findings(plain, artefact)] == ["BCP501"]


# diff


@each_release
def test_a_release_says_the_same_in_json_and_xml_and_is_compared_with_its_source(
    release: str, capsys: Capture
) -> None:
    # What is read of the source may be better today: then there is a difference to tell.
    for other, codes in ((xml_of(release), {0}), (SOURCE, {0, 1})):
        assert main(["diff", str(profile_of(release)), str(other), "--format", "json"]) in codes

        plain = json.loads(capsys.readouterr().out)
        assert plain["$schema"] == COMPARISON.uri
        assert schema_findings(plain, COMPARISON) == []


@each_release
def test_what_is_damaged_is_not_compared(release: str, tmp_path: Path, capsys: Capture) -> None:
    folder = copied(release, tmp_path / "old")
    damage(folder / "json" / f"{ID}.json", '"name"', '"naam"')

    assert main(["diff", str(folder), str(SOURCE)]) == 2
    assert "error BCP501" in said(capsys)


# export


@pytest.mark.parametrize(
    ("release", "name"), few([pytest.param(r, n) for r in RELEASES for n in EXPORTED], 6)
)  # fmt: skip
def test_a_release_is_exported_in_each_format_as_of_today(
    release: str, name: str, tmp_path: Path
) -> None:
    profile = stored_profile(profile_of(release))[0]
    assert profile is not None
    order = order_of([name])
    expected = order.files_of(profile, {}) | order.run_files_of([profile])

    old, new = copied(release, tmp_path / "old"), tmp_path / "new"
    assert main(["export", name, str(old), "--to", str(new)]) == 0

    assert {path: (new / path).read_bytes() for path in expected} == expected != {}
    told = {"xml": f"<schema_version>{XML.version}<", "csv": f'"version": "{TABLES.version}"'}
    assert told.get(name, "").encode() in b"".join(expected.values())


@each_release
def test_a_damaged_profile_is_not_exported(release: str, tmp_path: Path, capsys: Capture) -> None:
    folder = copied(release, tmp_path / "old")
    damage(folder / "json" / f"{ID}.json", '"name"', '"naam"')

    assert main(["export", "markdown", str(folder)]) == 1
    assert "error BCP501" in said(capsys)
    assert not (folder / "markdown").exists()


# review


@each_release
def test_a_release_is_shown_beside_its_source(release: str, tmp_path: Path) -> None:
    old, new = copied(release, tmp_path / "old"), tmp_path / "new"
    command = ["review", str(old), "--sources", str(SOURCE), "--to", str(new)]

    assert main(command) == 0
    assert "Werfcoördinator jachthaven" in (new / f"{ID}.html").read_text("utf-8")


@each_release
@pytest.mark.parametrize(
    ("name", "old", "new", "code", "reason"),
    [
        (f"json/{ID}.trace.json", '"raw"', '"rauw"', 1, "BCP603"),
        (f"json/{ID}.trace.json", "bcp-trace:1.", "bcp-trace:2.", 1, "BCP504"),
        (f"json/{ID}.json", '"name"', '"naam"', 1, "BCP603"),
        ("report.json", '"documents"', '"documenten"', 2, "'documents' is a required property"),
        ("report.json", '"schema_version": "1.', '"schema_version": "1.9', 2, "newer program"),
    ],
)
def test_what_is_damaged_is_not_shown(
    release: str, name: str, old: str, new: str, code: int, reason: str, tmp_path: Path,
    capsys: Capture,
) -> None:  # fmt: skip
    folder = copied(release, tmp_path / "old")
    damage(folder / name, old, new)

    assert main(["review", str(folder), "--sources", str(SOURCE)]) == code
    assert reason in said(capsys)


# convert


@each_release
def test_a_run_goes_on_from_the_results_of_a_release(release: str, tmp_path: Path) -> None:
    folder = copied(release, tmp_path / "old")
    formats = [path.name for path in folder.iterdir() if path.is_dir()]
    command = ["convert", str(SOURCE), "--output", str(folder)]

    assert main([*command, *(word for name in formats for word in ("--format", name))]) == 0

    told = report(folder)
    assert told["schema_version"] == REPORT.version
    assert told["kept"] == told["findings"] == []
    (document,) = told["documents"]
    assert "BCP601" not in {finding["code"] for finding in document["findings"]}
    assert f"<schema_version>{XML.version}<" in (folder / "xml" / f"{ID}.xml").read_text("utf-8")
    assert json.loads((folder / "json" / f"{ID}.json").read_bytes())["$schema"] == PROFILE.uri


@each_release
def test_a_run_does_not_write_over_what_a_person_changed_in_a_release(
    release: str, tmp_path: Path, capsys: Capture
) -> None:
    folder = copied(release, tmp_path / "old")
    damage(folder / "json" / f"{ID}.json", '"4"', '"5"')

    assert main(["convert", str(SOURCE), "--output", str(folder)]) == 1
    assert "BCP601" in said(capsys)
    assert '"nlqf_level": "5"' in (folder / "json" / f"{ID}.json").read_text("utf-8")


@each_release
@pytest.mark.parametrize("command", ["convert", "export", "prune"])
def test_results_of_a_newer_program_are_left_alone(
    release: str, command: str, tmp_path: Path, capsys: Capture
) -> None:
    folder = copied(release, tmp_path / "new")
    damage(folder / "report.json", '"schema_version": "1.', '"schema_version": "1.9')
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    arguments = {
        "convert": [str(SOURCE), "--output", str(folder)],
        "export": ["markdown", str(folder)],
        "prune": [str(folder)],
    }

    assert main([command, *arguments[command]]) == 3

    assert "made by a newer program" in said(capsys)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


# From Python


@pytest.mark.parametrize("release", WITH_TABLES)
def test_tables_of_a_release_hold_the_profile_that_its_json_does(
    release: str, tmp_path: Path
) -> None:
    folder = copied(release, tmp_path / "old") / "csv"
    profile, _ = stored_profile(profile_of(release))

    assert read_tables(folder) == [profile]
    damage(folder / "roles.csv", "role_id", "rol_id")
    with pytest.raises(TablesError, match=r"roles\.csv: expected the header"):
        read_tables(folder)


def test_there_are_tables_of_the_version_of_today() -> None:
    packages = [FOLDER / release / "csv" / "datapackage.json" for release in WITH_TABLES]
    told = {json.loads(path.read_bytes())["version"] for path in packages}

    assert TABLES.version in told, "a release of the tables needs data of its own here"


@each_release
def test_a_profile_of_a_release_is_one_of_today(release: str) -> None:
    found = [stored_profile(path(release))[0] for path in (profile_of, xml_of)]

    assert found[0] is not None
    assert found[0] == found[1]
    assert found[0].schema_version == PROFILE.version
    assert xml_findings(xml_of(release).read_bytes()) == []


@pytest.mark.parametrize("folder", CORE_TASKS, ids=lambda folder: str(folder.parent.name))
def test_core_tasks_of_a_release_say_the_same_in_all_forms(folder: Path, tmp_path: Path) -> None:
    (stored,) = (folder / "json").iterdir()
    profile, _ = stored_profile(stored)

    assert profile is not None
    assert profile.core_tasks
    assert stored_profile(folder / "xml" / f"{profile.id}.xml")[0] == profile
    assert read_tables(folder / "csv") == [profile]
    for name in ("xml", "csv", "sqlite"):
        assert main(["export", name, str(stored), "--to", str(tmp_path)]) == 0
    assert read_tables(tmp_path / "csv") == [profile]


@pytest.mark.parametrize("folder", CORE_TASKS, ids=lambda folder: str(folder.parent.name))
def test_a_damaged_core_task_of_a_release_is_refused(
    folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    (stored,) = (folder / "json").iterdir()
    twin = tmp_path / stored.name
    twin.write_bytes(stored.read_bytes())
    damage(twin, '"behaviour"', '"behavuior"')

    assert main(["validate", str(twin)]) == 1
    assert "error BCP501: /core_tasks/0/work_processes/0" in said(capsys)

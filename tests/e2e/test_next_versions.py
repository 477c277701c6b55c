"""A program of next versions, made here of today's: what it writes and reads, and who reads it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.contract import resources
from pipeline.core.versions import ARTEFACTS, NEWER, VersionError
from pipeline.validate import validate_file
from pipeline.writers.csv_tables import read_tables
from tests.programs import NEXT, Program, copied_program, damage_once
from tests.stored_releases import FOLDER, ID, RELEASES, SOURCE, copied, damage
from tests.suites import few

Capture = pytest.CaptureFixture[str]
TODAY = {artefact.name: artefact.version for artefact in ARTEFACTS}
# An optional field, and what it is put before.
NEW_FIELD = '    salary: str | None = described("Salaris", "What it pays.", "schaal 6")\n'
BEFORE = {
    "profile/model.py": "    document_type: str = ",
    "contract/records.py": "    documents: tuple[",
}


def program(folder: Path, versions: Mapping[str, str], *, with_field: bool = False) -> Program:
    """Today's program with other versions, its schema files made."""
    made = copied_program(folder, versions)
    if with_field:
        for name, after in BEFORE.items():
            damage_once(folder / "pipeline" / name, after, NEW_FIELD + after)
    made.make_schemas()
    return made


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A program in which each version is raised, profile and report having a field more."""
    return program(tmp_path_factory.mktemp("later"), NEXT, with_field=True)


@pytest.fixture(scope="module")
def results(later: Program) -> Path:
    """What it writes, its new field among it."""
    folder = later.folder / "output"
    later.bcp("convert", SOURCE, "--output", folder)
    damage_once(folder / "json" / f"{ID}.json", '  "name"', '  "salary": "schaal 6",\n  "name"')
    later.bcp("validate", folder, "--strict")
    return folder


@pytest.mark.parametrize("artefact", few(ARTEFACTS, 1), ids=lambda artefact: artefact.name)
def test_each_version_can_be_raised_alone(artefact, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    made = program(tmp_path, {artefact.name: NEXT[artefact.name]}).schemas

    old = {path.name: path.read_bytes() for path in resources.CHECKOUT_FOLDER.glob("bcp-*")}
    assert made.keys() - old.keys() == {artefact.file_of(NEXT[artefact.name])}
    assert {name: made[name] for name in old} == old


@pytest.mark.slow
def test_a_field_more_changes_no_schema_that_was_released(later: Program) -> None:
    old = {path.name: path.read_bytes() for path in resources.CHECKOUT_FOLDER.glob("bcp-*")}

    assert {name: later.schemas[name] for name in old} == old
    assert later.schemas.keys() - old == {a.file_of(NEXT[a.name]) for a in ARTEFACTS}


@pytest.mark.slow
@pytest.mark.parametrize("release", RELEASES)
def test_a_later_program_reads_every_release_and_writes_its_own_versions(
    release: str, later: Program, tmp_path: Path
) -> None:
    folder = copied(release, tmp_path / "old")

    later.bcp("validate", folder, "--strict")
    later.bcp("diff", folder / "json" / f"{ID}.json", folder / "xml" / f"{ID}.xml")
    for name in ("xml", "csv"):
        later.bcp("export", name, folder, "--to", tmp_path / "new")
    later.bcp("review", folder, "--sources", SOURCE, "--to", tmp_path / "pages")
    later.bcp("convert", SOURCE, "--output", folder)

    xml = (tmp_path / "new" / "xml" / f"{ID}.xml").read_text("utf-8")
    assert f'"urn:bcp-pipeline:bcp-profile:1">\n  <schema_version>{NEXT["xml"]}<' in xml
    package = json.loads((tmp_path / "new" / "csv" / "datapackage.json").read_bytes())
    assert package["version"] == NEXT["tables"]
    plain = json.loads((folder / "json" / f"{ID}.json").read_bytes())
    assert plain["$schema"].endswith(f":bcp-profile:{NEXT['profile']}")
    report = json.loads((folder / "report.json").read_bytes())
    assert (report["schema_version"], report["kept"]) == (NEXT["report"], [])
    assert {path.name for path in (tmp_path / "pages").iterdir()} == {"index.html", f"{ID}.html"}


@pytest.mark.slow
def test_exports_into_results_of_an_older_report_are_told_in_it(
    later: Program, tmp_path: Path
) -> None:
    folder = copied("report-1.1.0", tmp_path / "old")

    later.bcp("export", "markdown", folder)

    report = json.loads((folder / "report.json").read_bytes())
    assert report["schema_version"] == "1.1.0"
    assert [kept["path"] for kept in report["kept"]] == [f"markdown/{ID}.md"]


@pytest.mark.slow
def test_a_later_program_says_so_of_new_keys_under_an_old_version(
    later: Program, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    shutil.copy(FOLDER / "1.0.0" / "json" / f"{ID}.json", path)
    damage_once(path, '  "name"', '  "salary": "schaal 6",\n  "name"')

    said = later.bcp("validate", path, code=1)
    assert "error BCP505: /salary: version 1.0.0 of the profile does not have /salary" in said
    assert f"the file keeps to version {NEXT['profile']}" in said
    assert [finding.code for finding in validate_file(path)] == [NEWER]

    path = tmp_path / "a.xml"
    shutil.copy(FOLDER / "xml-1.1.0" / "xml" / f"{ID}.xml", path)
    damage_once(path, "  <document_type>", "  <salary>x</salary>\n  <document_type>")

    said = later.bcp("validate", path, code=1)
    assert "error BCP505: version 1.1.0 of the xml does not have /profile/salary" in said
    assert f"the file keeps to version {NEXT['xml']}" in said
    assert [finding.code for finding in validate_file(path)] == [NEWER]


# Today's program and what a later one wrote.


@pytest.mark.slow
@pytest.mark.parametrize("path", [f"json/{ID}.json", f"xml/{ID}.xml"])
def test_a_profile_of_a_later_program_is_one_finding(path: str, results: Path) -> None:
    (finding,) = validate_file(results / path)

    assert finding.code == NEWER
    assert NEXT[path.partition("/")[0].replace("json", "profile")] in finding.message
    assert "Update bcp" in finding.remedy


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["validate", "{new}"], 1),
        (["diff", "{new}", str(SOURCE)], 2),
        (["export", "markdown", "{new}", "--to", "{to}"], 1),
        (["review", "{new}", "--to", "{to}"], 2),
        (["convert", str(SOURCE), "--output", "{new}"], 3),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_each_command_tells_that_a_newer_program_made_it(
    command: list[str], code: int, results: Path, tmp_path: Path, capsys: Capture
) -> None:
    new = tmp_path / "new"
    shutil.copytree(results, new)

    assert main([word.format(new=new, to=tmp_path / "to") for word in command]) == code

    told = " ".join(capsys.readouterr().err.split())
    assert NEWER in told or "made by a newer program" in told
    assert "pdate bcp" in told or command[0] == "diff"


@pytest.mark.slow
def test_tables_of_a_later_program_are_refused(results: Path, tmp_path: Path) -> None:
    with pytest.raises(VersionError, match=rf"version {NEXT['tables']} of the tables") as refused:
        read_tables(results / "csv")
    assert refused.value.code == NEWER

    # Also where only the columns tell it.
    shutil.copytree(results / "csv", tmp_path / "csv")
    (tmp_path / "csv" / "datapackage.json").unlink()
    damage(tmp_path / "csv" / "profiles.csv", f",{NEXT['tables']},", f",{TODAY['tables']},")
    with pytest.raises(VersionError, match=r"does not have salary in profiles\.csv") as refused:
        read_tables(tmp_path / "csv")
    assert refused.value.code == NEWER

"""`bcp export` as a user gives it: from results to other formats, without the sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.contract.resources import CHECKOUT_FOLDER
from pipeline.core.versions import PROFILE
from pipeline.writers import WRITERS, Writer
from tests.profiles import INPUT
from tests.suites import few

EXPORTED = [writer for writer in WRITERS if writer.name != "json"]
each_format = pytest.mark.parametrize("writer", few(EXPORTED, 5), ids=lambda writer: writer.name)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, converted to all formats that there are."""
    folder = tmp_path_factory.mktemp("results")
    formats = [word for writer in WRITERS for word in ("--format", writer.name)]
    assert main(["convert", str(INPUT), "--output", str(folder), *formats]) == 0
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder by their path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@each_format
def test_an_export_gives_the_same_bytes_as_the_conversion(
    writer: Writer, results: Path, tmp_path: Path
) -> None:
    assert main(["export", writer.name, str(results), "--to", str(tmp_path / "x")]) == 0

    converted = {k: v for k, v in files(results).items() if k.startswith(f"{writer.name}/")}
    exported = files(tmp_path / "x")
    assert json.loads(exported.pop("report.json"))["documents"] == []
    assert exported == converted != {}


def test_an_export_lands_beside_the_results_unless_told(results: Path, tmp_path: Path) -> None:
    copy = tmp_path / "results"
    (copy / "json").mkdir(parents=True)
    for path in (results / "json").iterdir():
        (copy / "json" / path.name).write_bytes(path.read_bytes())

    assert main(["export", "markdown", str(copy)]) == 0

    assert len(list((copy / "markdown").iterdir())) == 4


def test_a_damaged_profile_is_named_and_the_others_are_exported(
    results: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "json"
    folder.mkdir()
    for path in (results / "json").glob("*txt.json"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "kapot.json").write_text("{", "utf-8")

    assert main(["export", "html", str(tmp_path)]) == 1

    assert "kapot.json: line 1, column 2: error BCP503" in capsys.readouterr().err
    assert len(list((tmp_path / "html").iterdir())) == 1


def test_an_address_of_ones_own_is_in_the_files(results: Path, tmp_path: Path) -> None:
    base = "https://profielen.example/bcp/"
    command = ["export", "case", str(results), "--to", str(tmp_path), "--base-uri", base]
    assert main(command) == 0

    data = b"".join(files(tmp_path).values())
    assert base.encode() in data
    assert b"urn:uuid:" not in data


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "ods", "."], "there is no format 'ods'; there are json, xml"),
        (["export", "json", "."], "json is what exports are made of"),
        (["export", "xml", "nergens"], "nergens does not exist"),
        (["export", "xml", "."], "there are no profiles in"),
    ],
)
def test_wrong_usage_is_told_with_what_to_do(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("base", ["profielen", "https://profielen.example", "https://a b/"])
def test_an_address_that_nothing_can_be_appended_to_is_refused(
    base: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["export", "case", ".", "--base-uri", base])

    assert "expected an absolute URI that ends with" in capsys.readouterr().err


def test_a_format_whose_package_is_missing_says_what_to_install(
    results: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipeline.writers.find_spec", lambda _: None)

    assert main(["export", "xlsx", str(results)]) == 2
    assert "install it with `pip install bcp-pipeline[exports]`" in capsys.readouterr().err


def test_files_of_other_formats_are_no_profiles(results: Path) -> None:
    assert main(["validate", str(results)]) == 0


def test_every_format_says_what_it_keeps_to_and_what_it_leaves_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["formats"]) == 0

    said = capsys.readouterr().out
    for writer in WRITERS:
        assert writer.contract in said
        assert writer.drops in said


def test_a_schema_is_printed_and_all_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "profile"]) == 0
    printed = capsys.readouterr().out
    assert main(["schema", "--to", str(tmp_path)]) == 0

    assert (tmp_path / PROFILE.file).read_text("utf-8") == printed
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in CHECKOUT_FOLDER.glob("bcp-*")}
    assert main(["schema", "nergens"]) == 2

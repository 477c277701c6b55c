"""What is unchanged is not converted again, and every other run ends like a clean one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from tests.profiles import INPUT
from tests.suites import few

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with two profiles."""
    folder = tmp_path / "input"
    folder.mkdir()
    text = SAMPLE.read_text("utf-8")
    (folder / "een.txt").write_text(text, "utf-8")
    (folder / "twee.txt").write_text(text.replace("Werfcoördinator", "Havenmeester"), "utf-8")
    return folder


def convert(source: Path, output: Path, *options: str) -> int:
    """The exit code of a run."""
    return main(["convert", str(source), "--output", str(output), "--jobs", "2", *options])


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """What the command said since the last time."""
    return capsys.readouterr().err


def report(output: Path) -> dict[str, Any]:
    """The report of the last run."""
    found: dict[str, Any] = json.loads((output / "report.json").read_bytes())
    return found


def test_a_second_run_writes_nothing(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    convert(source, output)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
    said(capsys)

    assert convert(source, output) == 0

    assert "(2 unchanged)" in said(capsys)
    changed = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert changed == {"report.json"}


@pytest.mark.parametrize(
    "change", few(["a changed source", "a new source", "a lost result", "a twin", "a type"], 1)
)
def test_a_run_after_a_change_ends_like_a_clean_one(
    change: str, source: Path, tmp_path: Path
) -> None:
    output, clean = tmp_path / "output", tmp_path / "clean"
    convert(source, output)
    een = source / "een.txt"
    if change == "a changed source":
        een.write_text(een.read_text("utf-8").replace("versie", "Versie"), "utf-8")
    elif change == "a new source":
        text = een.read_text("utf-8").replace("Werfcoördinator", "Sluiswachter")
        (source / "drie.txt").write_text(text, "utf-8")
    elif change == "a lost result":
        next((output / "xml").iterdir()).unlink()
    elif change == "a twin":
        shutil.copy(een, source / "vier.txt")
    else:
        shutil.copy(een, source / "een.html")

    convert(source, output)
    convert(source, clean)

    assert files(output) == files(clean)


def test_force_converts_all(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    convert(source, output)
    said(capsys)

    convert(source, output, "--force")

    assert "unchanged" not in said(capsys)


def test_other_formats_are_another_request(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    convert(source, output, "--format", "json")
    said(capsys)

    convert(source, output)

    assert "unchanged" not in said(capsys)
    assert (output / "xml").is_dir()
    convert(source, output, "--format", "json")
    assert "(2 unchanged)" in said(capsys)


@pytest.mark.slow
def test_another_program_converts_all(
    source: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = tmp_path / "output"
    convert(source, output)
    monkeypatch.setattr("pipeline.batch.unchanged.program_digest", lambda: "another")
    said(capsys)

    convert(source, output)

    assert "unchanged" not in said(capsys)


def test_the_results_of_a_source_that_is_gone_stay_until_they_are_pruned(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    convert(source, output)
    (source / "twee.txt").unlink()
    said(capsys)

    convert(source, output)

    assert "3 files of sources that are gone (--prune removes them)" in said(capsys)
    assert len(list((output / "xml").iterdir())) == 2

    (source / "een.txt").rename(source / "vijf.txt")
    convert(source, output, "--prune")

    assert "removed 3 files of sources that are gone" in said(capsys)
    assert len(list((output / "xml").iterdir())) == 1
    assert [document["file"] for document in report(output)["documents"]] == ["vijf.txt"]
    assert report(output)["kept"] == []

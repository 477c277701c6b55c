"""`bcp diff` as a user gives it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.batch.executors import InProcesses
from pipeline.cli import main
from pipeline.isolation.parcels import Parcel
from tests.machine import chromium_path, needs
from tests.profiles import INPUT, REAL

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
FORMS = sorted(INPUT.glob("werfcoordinator-jachthaven.*"))


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The sample in a second version: another role name, a sentence reworded, one taken out."""
    text = SAMPLE.read_text("utf-8").replace("2.1", "3.0").replace("Planner", "Werkplanner")
    old, new = "Legt het werk stil bij direct gevaar", "Legt het werk meteen stil bij gevaar"
    text = text.replace(old, new)
    path = tmp_path / "nieuw.txt"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("other", FORMS, ids=lambda path: path.suffix)
def test_the_same_profile_in_another_form_is_equal(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(SAMPLE), str(other)]) == 0
    assert capsys.readouterr().out.endswith("geen verschil\n")


@pytest.mark.slow
@needs("shared")
def test_the_real_profile_in_another_form_is_equal() -> None:
    for other in REAL.parent.glob("facilitair-coordinator*.pdf"):
        assert main(["diff", str(REAL.with_suffix(".docx")), str(other)]) == 0


def test_a_second_version_differs_and_says_where(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(SAMPLE), str(edited)]) == 1

    assert capsys.readouterr().out.splitlines()[1:] == [
        "  Algemeen",
        "    ~ Versie: [-2.1-]{+3.0+}",
        "  Rollen en competenties",
        "    ~ Rol: [-Planner-]{+Werkplanner+}",
        "  Rol Toezichthouder > Competentie Veilig werken",
        "    ~ Gedragsindicator: Legt het werk {+meteen +}stil bij [-direct -]gevaar",
    ]


def test_results_are_compared_without_their_sources(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, folder in ((SAMPLE, "a"), (edited, "b")):
        main(["convert", str(path), "--output", str(tmp_path / folder)])
    capsys.readouterr()

    assert main(["diff", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "json"]) == 1

    found = json.loads(capsys.readouterr().out)
    assert [change["what"] for change in found["changes"]] == ["Versie", "Rol", "Gedragsindicator"]
    (xml,) = (tmp_path / "a" / "xml").iterdir()
    (stored,) = (tmp_path / "a" / "json").glob("*1.json")
    assert main(["diff", str(stored), str(xml)]) == 0


def test_folders_are_paired_by_issuer_and_name(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    text = SAMPLE.read_text("utf-8")
    (old / "b.txt").write_text(text, "utf-8")
    (old / "a.txt").write_text(text.replace("Werfcoördinator", "Havenmeester"), "utf-8")
    (new / "x.txt").write_text(edited.read_text("utf-8"), "utf-8")

    command = ["diff", str(old), str(new)]
    assert main([*command, "--format", "html", "--to", str(tmp_path / "out")]) == 1
    assert main(command) == 1

    said = capsys.readouterr().out
    assert "3 gewijzigd" in said
    assert said.rstrip().endswith(
        "alleen oud: Havenmeester jachthaven (havenmeester-jachthaven-v2.1, a.txt)"
    )
    assert [path.name for path in (tmp_path / "out").iterdir()] == [
        "werfcoordinator-jachthaven-v3.0.html"
    ]


@pytest.mark.parametrize("form", ["text", "json", "html", "xlsx"])
def test_a_file_is_written_where_it_is_named(form: str, edited: Path, tmp_path: Path) -> None:
    target = tmp_path / "verschil" / "uit"

    assert main(["diff", str(SAMPLE), str(edited), "--format", form, "--to", str(target)]) == 1
    assert target.stat().st_size > 300


def test_a_name_with_a_line_end_stays_on_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "een\n\x1b[31mrood.txt"
    path.write_bytes(SAMPLE.read_bytes())

    assert main(["diff", str(SAMPLE), str(path)]) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "een%0A%1B[31mrood.txt" in said


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are converted."""
    names: list[str] = []
    run = InProcesses.run

    def counted(self: InProcesses, paths: Sequence[Path]) -> Iterator[tuple[int, Parcel]]:
        names.extend(path.name for path in paths)
        return run(self, paths)

    monkeypatch.setattr(InProcesses, "run", counted)
    return names


@pytest.mark.parametrize("new", ["nergens", "leeg", "leeg.txt", "pijp"])
def test_both_sides_are_looked_at_before_any_work(
    new: str, tmp_path: Path, worked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "leeg.txt").touch()
    os.mkfifo(tmp_path / "pijp")

    assert main(["diff", str(SAMPLE), str(tmp_path / new)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(tmp_path / new) in said
    assert not worked


def test_the_same_bytes_are_converted_once_and_keep_their_names(
    tmp_path: Path, worked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a/x.txt", "b/y.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())

    assert main(["diff", str(tmp_path / "a"), str(tmp_path / "b")]) == 0
    assert worked == ["x.txt"]
    said = capsys.readouterr().out
    assert "x.txt) -> " in said
    assert "y.txt): geen verschil" in said


def test_progress_is_told_of_each_file(edited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("pipeline.cli.progress.Progress.step", lambda _, name: told.append(name))

    assert main(["diff", str(SAMPLE), str(edited)]) == 1
    assert sorted(told) == sorted([SAMPLE.name, edited.name])


@pytest.mark.slow
def test_what_stands_beside_profiles_is_no_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    every = ["json", "xml", "csv", "case", "oeapi", "moodle"]
    formats = [option for name in every for option in ("--format", name)]
    main(["convert", str(SAMPLE), "--output", str(out), *formats])
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    for path in [*(out / "json").iterdir(), *(out / "csv").glob("*.json"), out / "report.json"]:
        shutil.copy(path, mixed)
    compared = mixed / "vergelijking.json"
    main(["diff", str(SAMPLE), str(SAMPLE), "--format", "json", "--to", str(compared)])
    capsys.readouterr()

    for folder in (out, out / "json", out / "xml", mixed):
        assert main(["diff", str(folder), str(SAMPLE)]) == 0, folder
        assert main(["validate", str(folder)]) == 0, folder
        assert ": error BCP" not in capsys.readouterr().err
    shutil.rmtree(out / "json")
    assert main(["diff", str(out), str(SAMPLE)]) == 0


@pytest.mark.slow
def test_what_only_one_side_has_is_told_in_every_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SAMPLE.read_text("utf-8")
    for side, name in (("a", "Werfcoördinator"), ("b", "Havenmeester")):
        (tmp_path / side).mkdir()
        for number in "12":
            content = text.replace("Werfcoördinator", f"{name} {number}")
            (tmp_path / side / f"{number}.txt").write_text(content, "utf-8")

    command = ["diff", str(tmp_path / "a"), str(tmp_path / "b"), "--format"]
    assert main([*command, "json"]) == 1
    assert main([*command, "html", "--to", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.count("alleen nieuw: Havenmeester 2 jachthaven") == 2


def test_two_pairs_with_one_id_are_two_files(tmp_path: Path) -> None:
    for side in "ab":
        (tmp_path / side).mkdir()
        for form in (".txt", ".html"):
            shutil.copy(SAMPLE.with_suffix(form), tmp_path / side)

    out = tmp_path / "out"
    command = ["diff", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "json"]
    assert main([*command, "--to", str(out)]) == 0
    assert len(list(out.iterdir())) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", "nergens", str(SAMPLE)], "nergens does not exist"),
        (["diff", str(SAMPLE), str(SAMPLE), "--format", "html"], "with --to"),
    ],
)
def test_wrong_usage_is_told(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_trouble_and_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7 kapot")

    assert main(["diff", str(SAMPLE), str(tmp_path / "kapot.pdf")]) == 2
    assert "kapot.pdf: error BCP141" in capsys.readouterr().err


@needs("chromium")
@pytest.mark.slow
def test_the_page_is_accessible(edited: Path, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    from tests.e2e.test_web_page_in_a_browser import violations

    page = tmp_path / "verschil.html"
    main(["diff", str(SAMPLE), str(edited), "--format", "html", "--to", str(page)])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        for scheme in ("light", "dark"):
            html = page.read_text("utf-8")
            assert violations(browser, tmp_path, html, color_scheme=scheme) == set()
        browser.close()

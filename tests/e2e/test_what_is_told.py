"""What commands say: nothing in a name or a message reaches the terminal but what prints."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.outcomes import Outcome
from pipeline.batch.reports import github_annotations
from pipeline.cli import main, printing, progress
from pipeline.cli.convert import _KEPT_IN_WORDS
from pipeline.contract.records import KEPT_WHY
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import Interrupted
from tests.in_process import run
from tests.profiles import INPUT

SAMPLE = str(INPUT / "werfcoordinator-jachthaven.txt")
# A line end, the beginning of what steers a terminal, and a right-to-left override.
HOSTILE = "a\nbcp: alles in orde\r\x1b[2J\u202e.txt"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        [HOSTILE],
        ["convert", SAMPLE, "--output", "uit", HOSTILE, f"--{HOSTILE}"],
        ["convert", SAMPLE, "--output", "uit", "--base-uri", HOSTILE],
        ["convert", SAMPLE, "--output", "uit", "--report-format", HOSTILE],
        ["convert", HOSTILE, "--output", "uit"],
        ["diff", HOSTILE, HOSTILE],
        ["explain", HOSTILE],
        ["export", "case", HOSTILE],
        ["inspect", HOSTILE],
        ["prune", HOSTILE],
        ["review", HOSTILE],
        ["schema", HOSTILE],
        ["validate", HOSTILE],
        ["why", HOSTILE, "/name"],
        ["why", SAMPLE, HOSTILE],
    ],
    ids=lambda line: " ".join(line[:1]).split("\n")[0],
)
def test_what_was_typed_is_told_in_one_line(
    line: list[str], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *line)

    assert (code, out) == (2, "")
    assert "\x1b" not in err and "\u202e" not in err and "\r" not in err
    assert [said for said in err.splitlines() if said.startswith("bcp: alles")] == []
    assert not list(place.iterdir())


def test_the_folder_of_the_results_is_told_in_one_line(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in (["convert", SAMPLE, "--output", HOSTILE], ["review", HOSTILE]):
        code, _, err = run(capsys, *line)
        assert code == 0
        assert "a\\nbcp: alles in orde\\r\\x1b[2J\\u202e.txt" in err
        assert not [char for char in err if not char.isprintable() and char != "\n"]
    assert len(list(place.iterdir())) == 1


def test_an_annotation_holds_nothing_that_does_not_print() -> None:
    name = f"{HOSTILE}\udcff"
    outcome = Outcome(Path(name), name, None, (Diagnostic("BCP101", f"leeg {HOSTILE}"),))
    written = github_annotations([outcome])

    assert written.count("\n") == 1
    assert not [char for char in written if not char.isprintable() and char != "\n"]
    assert "file=a%0Abcp%3A alles in orde%0D\\x1b[2J\\u202e.txt\\udcff," in written


class Terminal(io.StringIO):
    """What somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("name", ["[/red]a.txt", "[red]a.txt", "a\x1b[2J.txt"])
def test_a_name_is_no_markup_of_the_progress_bar_or_the_table(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setenv("COLUMNS", "200")
    outcome = Outcome(Path(name), name, None, ())
    screen = Terminal()
    with contextlib.redirect_stderr(screen):
        with progress.Progress(2) as bar:
            bar.step(name)
        printing.print_summary([outcome], [], Path("uit"))

    shown = name.replace("\x1b", "\\x1b")
    assert screen.getvalue().count(shown) >= 2
    assert "\x1b[2J" not in screen.getvalue()


def test_all_reasons_to_keep_a_file_have_words() -> None:
    assert set(KEPT_WHY) == set(_KEPT_IN_WORDS)


def test_what_was_not_written_is_told_apart(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["convert", SAMPLE, str(INPUT / "werfcoordinator-jachthaven.html"), "--output", "uit"]
    assert run(capsys, *command)[0] == 0
    (stored,) = (place / "uit" / "json").glob("*-txt.json")
    stored.write_text("{}", "utf-8")

    code, _, err = run(capsys, *command)

    assert code == 1
    assert "2 of 2 documents converted into uit (1 unchanged), 1 of them not written: 1 err" in err
    assert "files beside one that was changed by hand" in err


def test_prune_needs_a_folder_and_no_name(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "prune")

    assert (code, err.splitlines()[-1]) == (
        2,
        "bcp prune: error: the following arguments are required: DIR",
    )
    assert not list(place.iterdir())


def test_the_help_of_force_says_what_it_writes_over(capsys: pytest.CaptureFixture[str]) -> None:
    help_text = " ".join(run(capsys, "convert", "--help")[1].split())

    assert "write over what was changed by hand" in help_text


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, converted."""
    folder = tmp_path_factory.mktemp("results")
    assert main(["convert", SAMPLE, "--output", str(folder)]) == 0
    return folder


# Where the command is when it is stopped, and what is true of it then.
STOPPED = {
    "review": ("pipeline.review.making.in_processes", "the pages written so far are whole; the sa"),
    "export markdown": ("pipeline.batch.stored.in_processes", "the files written so far are whole"),
    "validate": ("pipeline.isolation.each.in_processes", "not all files were checked, and no fi"),
    f"diff {SAMPLE}": ("pipeline.batch.versions_of", "nothing was compared, or written"),
    f"diff  {SAMPLE}": ("pipeline.batch.comparing.comparison_text", "not all differences were to"),
}


@pytest.mark.parametrize("command", STOPPED, ids=lambda command: command[:7].strip())
def test_a_command_that_is_stopped_says_what_is_true(
    command: str,
    results: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    place, told = STOPPED[command]
    options = ["--to", str(tmp_path)] if command.startswith(("review", "export")) else []
    monkeypatch.setattr(place, stop)
    code, out, err = run(capsys, *command.split(), str(results), *options)

    assert (code, out, err.count("\n")) == (130, "", 1)
    assert err.startswith(f"bcp: interrupted; {told}")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyboardInterrupt(), "bcp: interrupted\n"),
        (Interrupted(), "bcp: interrupted\n"),
        (Interrupted("3 documents are written"), "bcp: interrupted; 3 documents are written\n"),
    ],
)
def test_nothing_is_said_of_what_nobody_knows(
    error: BaseException,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop() -> None:
        raise error

    monkeypatch.setattr("pipeline.families.load_families", stop)

    code, _, err = run(capsys, "formats")
    assert (code, err) == (130, said)


def test_a_name_in_another_encoding_can_be_told_as_json(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsdecode(b"caf\xe9.json")
    (place / name).write_text("{}", "utf-8")

    code, out, _ = run(capsys, "validate", name, "--report-format", "json")

    assert code == 1
    assert "caf%E9.json" in out

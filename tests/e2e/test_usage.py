"""Whatever is typed wrongly: exit code 2, one readable message, nothing written.

The commands and their options are found in the parsers: one that has no case here fails.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest

from pipeline.cli import arguments
from pipeline.cli.main import parser
from pipeline.core.errors import DocumentError
from pipeline.isolation.limits import Limits
from tests.hostile.pdfs import page, pdf
from tests.in_process import Said, run
from tests.profiles import INPUT

SAMPLE = str(INPUT / "werfcoordinator-jachthaven.txt")
PDF = str(INPUT / "werfcoordinator-jachthaven.pdf")

# What makes each command run, but for what a case adds. Names as in `place`, below.
RIGHT = {
    "convert": [SAMPLE, "--output", "uit"],
    "diff": [SAMPLE, SAMPLE],
    "explain": [],
    "export": ["case", "map"],
    "formats": [],
    "inspect": [SAMPLE],
    "prune": ["map"],
    "review": ["map"],
    "schema": [],
    "validate": ["map"],
    "why": [SAMPLE, "/name"],
}
# Values that each type of argument refuses, and what is said of it.
REFUSED: dict[object, tuple[tuple[str, ...], str]] = {
    arguments.positive: (
        ("twee", "0", "-1", "1.5", "", "1e3", "9" * 5000),
        "expected a whole number",
    ),
    arguments.path_of: (("",), "expected the path of a file or folder, not ''"),
    arguments.uri: (
        ("", "voorbeeld.nl/", "https://voorbeeld.nl/bcp", "https://", "https://a b/", "/bcp/"),
        "expected an absolute URI that ends with",
    ),
    arguments.address: (("", "niets", "tcp://", "tcp://host"), "expected the address of a sched"),
}


@cache
def commands() -> dict[str, argparse.ArgumentParser]:
    """The parsers of all commands by name."""
    (found,) = [
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    ]
    return dict(found.choices)


def actions() -> Iterator[tuple[str, argparse.Action]]:
    """The arguments of all commands, but for the help."""
    for name, command in commands().items():
        for action in command._actions:
            if not isinstance(action, argparse._HelpAction):
                yield name, action


def with_value(command: str, action: argparse.Action, value: str) -> list[str]:
    """A command line in which an argument has this value, and all else is right."""
    if action.option_strings:
        return [command, *RIGHT[command], f"{action.option_strings[0]}={value}"]
    places = [a for a in commands()[command]._actions if not a.option_strings]
    right = RIGHT[command][: len(places)]
    right[places.index(action)] = value
    return [command, *right, *RIGHT[command][len(places) :]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands run: an empty folder, a folder with something, a file."""
    (tmp_path / "leeg").mkdir()
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "profiel.json").write_text("{}", "utf-8")
    (tmp_path / "bestand").write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def assert_refused(said: Said, place: Path, message: str = "", code: int = 2) -> None:
    """The exit code, one message beside the usage, and a folder that is as it was."""
    found, out, err = said
    assert found == code, said
    assert "Traceback" not in err
    lines = err.splitlines()
    if lines[0].startswith("usage: bcp"):
        assert [line.startswith("bcp") for line in lines if not line.startswith(" ")][1:] == [True]
    else:
        assert len(lines) == 1, err
    assert lines[-1].startswith("bcp")
    assert message in lines[-1]
    assert not out
    assert {path.name for path in place.rglob("*")} == {"leeg", "map", "profiel.json", "bestand"}


def test_every_command_has_a_case() -> None:
    assert set(RIGHT) == set(commands())


def test_every_type_of_argument_has_cases() -> None:
    types = {action.type for _, action in actions() if action.type is not None}

    assert types == set(REFUSED)


def test_a_path_is_never_a_bare_text() -> None:
    for command, action in actions():
        if action.metavar in ("PATH", "DIR", "PNG", "OLD", "NEW"):
            assert action.type is arguments.path_of, (command, action.dest)


@pytest.mark.parametrize("command", ["", *RIGHT])
def test_help_tells_every_argument(
    command: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *([command] if command else []), "--help")

    assert (code, err) == (0, "")
    assert out.startswith(f"usage: bcp {command}".rstrip())
    for action in commands()[command]._actions if command else ():
        for name in (*action.option_strings, *([action.metavar] if action.metavar else [])):
            assert str(name) in out
    assert len(list(place.iterdir())) == 3


@pytest.mark.parametrize("line", [[], ["onzin"], ["--onzin"], ["convert"]])
def test_no_command_or_another_is_told(
    line: list[str], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_refused(run(capsys, *line), place)


@pytest.mark.parametrize("command", RIGHT)
def test_an_unknown_option_is_told(
    command: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(capsys, command, *RIGHT[command], "--onzin")
    assert_refused(said, place, "unrecognized arguments: --onzin")


@pytest.mark.parametrize("command", RIGHT)
def test_each_argument_that_is_missing_is_told(
    command: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needed = [action for action in commands()[command]._actions if action.required]
    if needed:
        said = run(capsys, command)
        assert_refused(said, place, "the following arguments are required")
        for action in needed:
            name = action.option_strings[0] if action.option_strings else action.metavar
            assert str(name) in said[2]
    for action in commands()[command]._actions:
        if action.option_strings and action.nargs is None and not action.required:
            said = run(capsys, command, *RIGHT[command], action.option_strings[0])
            assert_refused(said, place, f"{action.option_strings[0]}: expected one argument")


@pytest.mark.parametrize(
    "command", ["diff", "explain", "export", "formats", "inspect", "schema", "why"]
)
def test_an_argument_too_many_is_told(
    command: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = [a for a in commands()[command]._actions if not a.option_strings]
    line = (["x"] * len(places) + ["te veel"])[: len(places) + 1]
    assert_refused(run(capsys, command, *line), place, "unrecognized arguments: te veel")


@pytest.mark.parametrize("command", RIGHT)
def test_each_value_that_is_none_of_its_type_is_told(
    command: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for of, action in actions():
        if of != command:
            continue
        values, message = REFUSED.get(action.type, ((), ""))
        if action.choices is not None:
            values, message = ("onzin",), "invalid choice: 'onzin'"
        for value in values:
            said = run(capsys, *with_value(command, action, value))
            assert_refused(said, place, message)
            assert (action.option_strings or [str(action.metavar)])[0] in said[2].splitlines()[-1]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (["convert", "nergens", "--output", "uit"], "nergens does not exist; name a file or a"),
        (["convert", "leeg", "--output", "uit"], "nothing to convert in leeg; put profiles there"),
        (["convert", SAMPLE, "--output", "uit", "--format", "pdf"], "there is no format 'pdf'"),
        (["convert", SAMPLE, "--output", "uit", "--jobs", "1", "--cluster", "tcp://a:1"],
         "argument --cluster: not allowed with argument --jobs"),
        (["diff", "nergens", SAMPLE], "nergens does not exist; name a file or a folder"),
        (["diff", SAMPLE, "nergens"], "nergens does not exist; name a file or a folder"),
        (["diff", SAMPLE, "leeg"], "there is nothing to compare in leeg; put profiles"),
        (["diff", SAMPLE, SAMPLE, "--format", "html"], "name the file for the html with --to"),
        (["diff", SAMPLE, SAMPLE, "--format", "xlsx"], "name the file for the xlsx with --to"),
        (["diff", SAMPLE, SAMPLE, "--to", "leeg"], "leeg is a folder; name the file to write"),
        (["diff", "map", "map", "--to", "bestand"], "bestand is a file; for folders name a folder"),
        (["explain", "BCP999"], "there is no finding BCP999; near it are BCP901"),
        (["explain", "305b"], "'305b' is no code of a finding; expected one such as BCP301"),
        (["explain", ""], "'' is no code of a finding; expected one such as BCP301"),
        (["export", "json", "map"], "json is what exports are made of; name another format"),
        (["export", "pdf", "map"], "there is no format 'pdf'; there are"),
        (["export", "case", "nergens"], "nergens does not exist; name the folder that"),
        (["export", "case", "leeg"], "there are no profiles in leeg; run `bcp convert` first"),
        (["export", "case", "map", "--to", "bestand"], "bestand is a file; name a folder"),
        (["export", "case", "map", "--previous", "nergens"], "nergens does not exist; name the"),
        (["inspect", "nergens"], "nergens does not exist; name one document to inspect"),
        (["inspect", "map"], "map is a folder; name one document to inspect"),
        (["inspect", PDF, "--page", "2"], "--page is about pages of a PDF; name the file for the"),
        (["inspect", PDF, "--without", "tags"], "--without is about pages of a PDF; name the file"),
        (["inspect", PDF, "--stage", "lines", "--image", "uit.png"],
         "--stage prints and --image draws; give one of them"),
        (["inspect", PDF, "--stage", "lines", "--page", "99"], "there is no page 99"),
        (["inspect", SAMPLE, "--stage", "seams"], "is no PDF: only pages of a PDF can be drawn or"),
        (["inspect", PDF, "--image", "nergens/uit.png"], "there is no folder nergens; make it"),
        (["inspect", PDF, "--image", "leeg"], "leeg is a folder; name the PNG file to write"),
        (["inspect", PDF, "--image", "uit.png", "--page", "99"], "there is no page 99"),
        (["inspect", SAMPLE, "--image", "uit.png"], "is no PDF: only pages of a PDF can be drawn"),
        (["prune", "nergens"], "there are no results of a run in nergens; name what `convert`"),
        (["prune", "map", "html"], "there are no results of a run in map; name what `convert`"),
        (["convert", "leeg", "--output", "leeg"], "the results would lie among the documents"),
        (["review", "nergens"], "report.json is missing; name the folder that `bcp convert` wrote"),
        (["review", "leeg"], "report.json is missing; name the folder that `bcp convert` wrote"),
        (["review", "bestand"], "report.json is missing; name the folder that `bcp convert`"),
        (["schema", "onzin"], "there is no schema 'onzin'; there are profile"),
        (["schema", "onzin", "--to", "uit"], "there is no schema 'onzin'; there are profile"),
        (["validate", "nergens"], "nergens does not exist; name a profile file or a folder"),
        (["why", "nergens", "/name"], "nergens does not exist; name one document to ask about"),
        (["why", "map", "/name"], "map is a folder; name one document to ask about"),
        (["why", SAMPLE, "/roles/9/name"],
         "there is no value at '/roles/9/name'; near it are /roles/2/name, /roles/1/name"),
        (["why", SAMPLE, "name"], "there is no value at 'name'; near it are /name"),
        (["why", SAMPLE, "/roles/0"], "/roles/0 holds 55 values; name one, such as /roles/0/"),
        (["why", SAMPLE, ""], "the whole holds 268 values; name one, such as /document_type, /n"),
        (["why", SAMPLE, "/roles/0/id"], "/roles/0/id was not read: the program made it; near it"),
        (["validate", "leeg"], "no profile files (.json, .xml) there; convert something first"),
    ],
    ids=lambda value: " ".join(Path(v).name for v in value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_does_not_fit_is_told(
    line: list[str], message: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_refused(run(capsys, *line), place, message)


@pytest.mark.parametrize(
    "line",
    [["convert", SAMPLE, "--output", "bestand"], ["schema", "--to", "bestand"]],
    ids=lambda line: line[0],
)
def test_a_file_where_results_should_go_is_exit_code_3(
    line: list[str], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = "a file stands where a folder is needed; choose another folder"
    assert_refused(run(capsys, *line), place, message, code=3)


def test_the_sources_of_a_review_must_exist(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "bestand").unlink()
    assert run(capsys, "convert", SAMPLE, "--output", "uit")[0] == 0

    code, _, err = run(capsys, "review", "uit", "--sources", "nergens")
    assert (code, err) == (
        2,
        "bcp: nergens does not exist; name with --sources where the sources are\n",
    )
    assert not (place / "uit" / "review").exists()


@pytest.mark.parametrize("code", ["301", "bcp301", "BCP-301", "Bcp 301", " BCP301 "])
def test_a_code_is_found_however_it_is_written(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "explain", code)[1].startswith("BCP301 (warning): ")


@pytest.mark.parametrize(
    ("code", "near"),
    [("199", "BCP162, BCP163, BCP164"), ("413", "BCP411, BCP412"), ("050", "BCP101, BCP102")],
)
def test_near_codes_are_named(code: str, near: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert near in run(capsys, "explain", code)[2]


def test_a_damaged_file_is_one_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = place / "kapot.pdf"
    damaged.write_bytes(b"%PDF-1.7 kapot")
    inspect = ["inspect", "kapot.pdf"]
    for line in (
        inspect,
        [*inspect, "--image", "uit.png"],
        [*inspect, "--stage", "tables"],
        ["why", "kapot.pdf", "/name"],
    ):
        code, out, err = run(capsys, *line)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert err.startswith("kapot.pdf: error BCP141: ")
    assert not (place / "uit.png").exists()


def test_what_a_damaged_file_does_to_a_library_is_one_line(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object) -> bytes:
        raise RuntimeError("kapot")

    monkeypatch.setattr("pipeline.readers.pdf.picture.draw_page", failing)
    code, _, err = run(capsys, "inspect", PDF, "--image", "uit.png")

    assert (code, err.count("\n")) == (1, 1)
    assert "error BCP901: RuntimeError" in err
    assert len(list(place.iterdir())) == 3


@pytest.mark.parametrize(
    "line",
    [
        ["inspect", PDF],
        ["inspect", PDF, "--image", "uit.png"],
        ["inspect", PDF, "--stage", "lines"],
        ["why", PDF, "/name"],
    ],
    ids=["lines", "picture", "stage", "chain"],
)
def test_what_a_file_does_to_the_process_that_looks_at_it_is_one_line(
    line: list[str],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def hanging(*_: object, **__: object) -> None:
        while True:
            pass

    def dying(*_: object, **__: object) -> None:
        os.abort()

    before = sorted(place.iterdir())
    monkeypatch.setattr("pipeline.isolation.limits.Limits", partial(Limits, stall=0.5))
    for fault, code in ((hanging, "BCP160"), (dying, "BCP162")):
        monkeypatch.setattr("pipeline.readers.pdf.reader.stages", fault)
        status, out, err = run(capsys, *line)

        assert (status, out, err.count("\n")) == (1, "", 1)
        assert f"error {code}: " in err
    assert sorted(place.iterdir()) == before


def test_a_page_of_no_size_is_one_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    box = b"/MediaBox [0 0 595 842] /CropBox [600 900 700 1000]"
    (place / "leeg.pdf").write_bytes(pdf(page(box=box)))

    code, _, err = run(capsys, "inspect", "leeg.pdf", "--image", "uit.png")

    assert (code, err.count("\n")) == (1, 1)
    assert "page 1 cannot be drawn: it is 0 points wide and 0 high" in err


def test_a_page_of_what_is_no_profile_is_drawn_too(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_: object) -> None:
        raise DocumentError("BCP201", "no family has such labels")

    monkeypatch.setattr("pipeline.inspection.interpret", none)

    assert run(capsys, "inspect", PDF, "--image", "uit.png")[0] == 0
    assert (place / "uit.png").read_bytes().startswith(b"\x89PNG")

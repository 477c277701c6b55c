"""`--layout`: families and labels of a user, without touching the installed package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.isolation.alone import parcel_of
from pipeline.isolation.limits import Limits
from pipeline.isolation.parcels import received
from pipeline.profile.model import Paragraph
from pipeline.writers.order import Order
from tests.in_process import run
from tests.profiles import INPUT
from tests.unit.batch.test_incremental import report
from tests.unit.families.written import SMALL

TEXT = (INPUT / "werfcoordinator-jachthaven.txt").read_text("utf-8")
ROW = "Vaste gewoonten\tZij zetten vroeg koffie.\n"
MORE = """\
[family]
name = "role-based"

[[field]]
path = "description.role_and_responsibilities"
kind = "prose"
section = "description"
labels = ["Vaste gewoonten"]
"""
# A profile of a form that is a user's own: two tasks, and no word of another family.
OWN = """\
Beroepscompetentieprofiel Watersportsector - Havenmeester

1. Algemene informatie

Naam BCP:\tHavenmeester
Datum:\t2 maart 2026
Versie:\t3
Ontwikkeld door:\tWaterraad
Sector:\tWatersport
NLQF-niveau:\t4

3. Taken van het beroep

Taak 1 Wijst plaatsen toe
Wat er gebeurt\tDe havenmeester kijkt welke plaatsen vrij zijn.

Taak 2 Int havengeld
Wat er gebeurt\tDe havenmeester gaat langs de schepen.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with two profiles, both with a row that no family knows."""
    folder = tmp_path / "input"
    folder.mkdir()
    text = TEXT.replace("Attitude\t", f"{ROW}Attitude\t", 1)
    (folder / "een.txt").write_text(text, "utf-8")
    (folder / "twee.txt").write_text(text.replace("Werfcoördinator", "Havenmeester"), "utf-8")
    return folder


@pytest.fixture
def more(tmp_path: Path) -> Path:
    """A file that adds the label of the row."""
    path = tmp_path / "more.toml"
    path.write_text(MORE, "utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file with a family of its own."""
    path = tmp_path / "own.toml"
    path.write_text(SMALL, "utf-8")
    return path


def profiles(output: Path) -> list[dict[str, Any]]:
    """The profiles of a run."""
    paths = sorted(p for p in (output / "json").iterdir() if not p.name.endswith(".trace.json"))
    return [json.loads(path.read_bytes()) for path in paths]


def paragraphs(profile: dict[str, Any]) -> list[str]:
    """The text of the field to which the label belongs."""
    return [
        block["text"]
        for block in profile.get("description", {}).get("role_and_responsibilities", ())
    ]


def test_an_added_label_makes_an_unplaced_row_land_in_its_field(source: Path, more: Path) -> None:
    without = pipeline.convert(source / "een.txt").profile
    with_label = pipeline.convert(source / "een.txt", layouts=[more])

    assert [row.label for row in without.unplaced or ()] == ["Vaste gewoonten"]
    assert with_label.profile.unplaced is None
    description = with_label.profile.description
    assert description is not None
    (found,) = description.role_and_responsibilities or ()
    assert found == Paragraph(text="Zij zetten vroeg koffie.")
    assert with_label.ledger.closed


@pytest.mark.slow
def test_processes_convert_with_it_and_only_what_changed_is_converted_anew(
    source: Path, more: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    line = ("convert", str(source), "--output", str(output), "--jobs", "2")
    layout = ("--layout", str(more))

    assert "unchanged" not in run(capsys, *line)[2]
    assert [paragraphs(profile) for profile in profiles(output)] == [[], []]
    # A new file, the same again, a changed one, none any more.
    assert "unchanged" not in run(capsys, *line, *layout)[2]
    assert [paragraphs(p) for p in profiles(output)] == [["Zij zetten vroeg koffie."]] * 2
    assert "(2 unchanged)" in run(capsys, *line, *layout)[2]
    more.write_text(f"# A comment says nothing else.\n{MORE}", "utf-8")
    assert "(2 unchanged)" in run(capsys, *line, *layout)[2]
    more.write_text(MORE.replace("Vaste gewoonten", "Losse gewoonten"), "utf-8")
    assert "unchanged" not in run(capsys, *line, *layout)[2]
    assert [paragraphs(profile) for profile in profiles(output)] == [[], []]
    assert "unchanged" not in run(capsys, *line)[2]
    assert "(2 unchanged)" in run(capsys, *line)[2]


def test_a_program_of_its_own_gets_it_too(source: Path, more: Path) -> None:
    data = (source / "een.txt").read_bytes()
    families = pipeline.load_families([more])

    answer = parcel_of("een.txt", data, Order(), Limits(), families)

    found = received(answer).found
    assert found is not None
    assert found.conversion(()).profile.unplaced is None


def test_a_family_of_a_user_reads_its_form(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "havenmeester.txt"
    document.write_text(OWN, "utf-8")
    output = tmp_path / "output"

    line = ("convert", str(document), "--output", str(output))
    assert run(capsys, *line)[0] == 1
    assert run(capsys, *line, "--layout", str(own))[0] == 0
    assert report(output)["documents"][0]["layout"] == "small"
    (profile,) = profiles(output)
    tasks = [(task["code"], task["name"]) for task in profile["core_tasks"]]
    assert tasks == [("1", "Wijst plaatsen toe"), ("2", "Int havengeld")]


@pytest.mark.slow
def test_inspect_diff_and_formats_take_it(
    source: Path, more: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, layout = str(source / "een.txt"), ("--layout", str(more))

    assert (
        "-> description.role_and_responsibilities (variant)"
        in run(capsys, "inspect", one, *layout)[1]
    )
    assert run(capsys, "diff", one, one, *layout)[0] == 0
    changes = run(capsys, "diff", one, str(INPUT / "werfcoordinator-jachthaven.txt"), *layout)[1]
    assert "koffie" in changes
    said = run(capsys, "formats", *layout, "--layout", str(own))[1]
    assert "small" in said
    assert "Klein, version 1.0.0" in said


@pytest.mark.parametrize(
    "line",
    [
        ("convert", "een.txt", "--output", "uit"),
        ("inspect", "een.txt"),
        ("why", "een.txt", "/name"),
        ("diff", "een.txt", "twee.txt"),
        ("formats",),
    ],
    ids=lambda line: line[0],
)
@pytest.mark.parametrize(
    ("written", "message"),
    [
        (MORE.replace("prose", "text"), "more.toml, line 6: [[field]] number 1: 'kind' is 'prose'"),
        (None, "more.toml: cannot be read: No such file or directory; name a TOML file"),
    ],
)
def test_a_bad_file_is_told_before_any_document_is_read(
    line: tuple[str, ...],
    written: str | None,
    message: str,
    source: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(source)
    if written is not None:
        Path("more.toml").write_text(written, "utf-8")

    def read(*_: object) -> None:
        raise AssertionError("a document was read")

    monkeypatch.setattr("pipeline.conversion.read", read)
    monkeypatch.setattr("pipeline.inspection.read", read)

    code, out, err = run(capsys, *line, "--layout", "more.toml")

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"bcp: {message}" in err
    assert not Path("uit").exists()


def test_a_program_is_told_a_bad_file_by_its_own_error(tmp_path: Path) -> None:
    with pytest.raises(pipeline.FamilyError) as refusal:
        pipeline.convert(tmp_path / "none.txt", layouts=[tmp_path / "none.toml"])

    assert refusal.value.file == str(tmp_path / "none.toml")

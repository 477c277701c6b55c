"""Which files are documents, how they are named, what is passed over, and what is gone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.sources import Sources, sources_in
from pipeline.core.errors import UsageError


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with documents and all that lies among such."""
    folder = tmp_path / "in"
    (folder / "2026").mkdir(parents=True)
    (folder / ".verborgen").mkdir()
    (folder / "oud" / "json").mkdir(parents=True)
    for name in ("a.txt", "2026/b.docx", ".c.txt", ".verborgen/d.txt", "oud/json/e.json"):
        (folder / name).write_text("x", "utf-8")
    for name in ("~$b.docx", "Thumbs.db", "DESKTOP.INI", "~WRL0001.tmp"):
        (folder / name).write_text("x", "utf-8")
    (folder / "oud" / "report.json").write_text('{"program": {"name": "bcp-pipeline"}}', "utf-8")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "map").symlink_to(folder / "2026")
    os.mkfifo(folder / "pijp.txt")
    return folder


def named(sources: Sources) -> list[str]:
    """The names of the files."""
    return [file.name for file in sources.files]


def test_what_is_no_document_is_passed_over_and_told(inputs: Path) -> None:
    found = sources_in([inputs])

    assert named(found) == ["2026/b.docx", "a.txt"]
    assert {other.name: other.why for other in found.passed_over} == {
        ".c.txt": "hidden",
        ".verborgen": "hidden",
        "oud": "results",
        "~$b.docx": "system",
        "Thumbs.db": "system",
        "DESKTOP.INI": "system",
        "~WRL0001.tmp": "system",
        "link.txt": "link",
        "map": "link",
        "pijp.txt": "special",
    }


@pytest.mark.parametrize("name", ["uit", "2026/uit"])
def test_the_output_is_no_input(name: str, inputs: Path) -> None:
    output = inputs / name
    (output / "json").mkdir(parents=True)
    (output / "json" / "a.json").write_text("{}", "utf-8")

    found = sources_in([inputs], output)

    assert named(found) == ["2026/b.docx", "a.txt"]
    assert (name, "results") in [(other.name, other.why) for other in found.passed_over]


def test_results_cannot_be_named_as_input(inputs: Path) -> None:
    with pytest.raises(UsageError, match="holds results and no documents"):
        sources_in([inputs / "oud"])
    for named_input in (inputs, inputs / "a.txt"):
        with pytest.raises(UsageError, match="the results would lie among the documents"):
            sources_in([named_input], inputs)


def test_what_is_named_itself_is_tried(inputs: Path) -> None:
    """A link or a lock file that somebody names is what they mean."""
    found = sources_in([inputs / "link.txt", inputs / "~$b.docx"])

    assert named(found) == ["link.txt", "~$b.docx"]


def test_nothing_to_convert_says_what_was_passed_over(inputs: Path) -> None:
    (inputs / "a.txt").unlink()
    (inputs / "2026" / "b.docx").unlink()

    with pytest.raises(UsageError, match=r"10 passed over: 2 hidden, 2 links, 1 pipes"):
        sources_in([inputs])


def test_a_name_does_not_depend_on_what_else_is_there(inputs: Path) -> None:
    before = dict(zip(*_by_path(sources_in([inputs])), strict=True))
    (inputs / "a.txt").unlink()
    after = dict(zip(*_by_path(sources_in([inputs])), strict=True))

    assert after.items() <= before.items()


def _by_path(sources: Sources) -> tuple[list[Path], list[str]]:
    return [file.path for file in sources.files], [file.name for file in sources.files]


@pytest.mark.parametrize("order", [0, 1])
def test_files_of_one_name_are_told_apart_by_what_is_before_it(order: int, tmp_path: Path) -> None:
    for folder in ("x/een/p", "x/twee/p"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.txt").touch()
    (tmp_path / "x/een/p/b.txt").touch()
    folders = [tmp_path / "x/een/p", tmp_path / "x/twee/p"]

    found = sources_in(folders[::-1] if order else folders)

    assert set(named(found)) == {"een/p/a.txt", "twee/p/a.txt", "b.txt"}


def test_a_file_below_two_inputs_is_one_document_of_the_outer_one(inputs: Path) -> None:
    expected = named(sources_in([inputs]))

    assert sorted(named(sources_in([inputs / "2026", inputs]))) == expected
    assert sorted(named(sources_in([inputs, inputs / "2026" / "b.docx"]))) == expected


def test_names_that_are_shown_alike_are_numbered(tmp_path: Path) -> None:
    for name in ("a\nb.txt", "a%0Ab.txt"):
        (tmp_path / name).touch()

    names = set(named(sources_in([tmp_path])))

    assert names == {"a%0Ab.txt (1)", "a%0Ab.txt (2)"}


def test_what_was_looked_for_and_is_not_there_is_gone(inputs: Path) -> None:
    found = sources_in([inputs], inputs.parent / "uit")

    assert found.whereabouts("../in/weg.txt") == "gone"
    assert found.whereabouts("../in/2026/weg.txt") == "gone"
    assert found.whereabouts(None) == "unseen"
    assert found.whereabouts("../elders/in/weg.txt") == "unseen"
    assert found.whereabouts("../in/link.txt") == "unseen"
    assert found.whereabouts("../in/map/b.docx") == "unseen"


def test_a_source_is_known_by_where_it_lies_whatever_input_it_was_found_in(inputs: Path) -> None:
    output = inputs.parent / "uit"
    whole, part = sources_in([inputs], output), sources_in([inputs / "2026"], output)

    assert [file.source for file in whole.files] == ["../in/2026/b.docx", "../in/a.txt"]
    assert [file.source for file in part.files] == ["../in/2026/b.docx"]
    assert part.whereabouts("../in/2026/weg.txt") == "gone"
    assert part.whereabouts("../in/weg.txt") == "unseen"


def test_an_input_of_the_same_name_elsewhere_is_another_one(inputs: Path) -> None:
    other = inputs.parent / "elders" / "in"
    other.mkdir(parents=True)
    (other / "c.txt").touch()
    found = sources_in([other], inputs.parent / "uit")

    assert found.whereabouts("../in/a.txt") == "unseen"
    assert found.exists("../in/a.txt")
    assert not found.exists("../in/weg.txt")


def test_beside_a_file_that_was_named_only_what_is_not_there_is_gone(inputs: Path) -> None:
    found = sources_in([inputs / "a.txt"], inputs.parent / "uit")

    assert found.whereabouts("../in/weg.txt") == "gone"
    assert found.whereabouts("../in/2026/b.docx") == "unseen"
    assert found.whereabouts("../in/a%0Ab.txt") == "unseen"


@pytest.mark.parametrize("folder", ["", "2026"])
def test_a_folder_that_cannot_be_read_is_told_and_hides_what_is_in_it(
    folder: str, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(inputs / folder, monkeypatch)
    found = sources_in([inputs, inputs / "a.txt"], inputs.parent / "uit")

    assert (folder, "unreadable") in [(other.name, other.why) for other in found.passed_over]
    assert found.whereabouts("../in/2026/weg.txt") == "unreadable"
    assert found.whereabouts("../in/weg.txt") == ("gone" if folder else "unreadable")


def refuse(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse to list a folder, as it does whoever is not root."""
    scandir = os.scandir

    def refusing(path: Any) -> Any:
        if not isinstance(path, int) and Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)

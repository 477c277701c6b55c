"""Reports, pages and indexes that were damaged, edited or are of somebody else: none is trusted."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.review import entries_of
from pipeline.review.seal import made_of, sealed
from tests.profiles import INPUT
from tests.unit.review.test_review import run

# Many commands over many results.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two of the samples, of which a page is soon made."""
    folder = tmp_path_factory.mktemp("two")
    paths = [str(INPUT / f"werfcoordinator-jachthaven.{form}") for form in ("txt", "html")]
    main(["convert", *paths, "--output", str(folder), "--format", "json"])
    return folder


@pytest.fixture(scope="module")
def review_of_two(two: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their review, to be copied."""
    target = tmp_path_factory.mktemp("review")
    run(two, target)
    return target


def _with_report(two: Path, folder: Path, change: Any) -> Path:
    """A copy of the results with another report."""
    shutil.copytree(two, folder)
    report = json.loads((folder / "report.json").read_bytes())
    changed = change(report)
    text = json.dumps(report if changed is None else changed)
    (folder / "report.json").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("profile", "../../../pwned"),
        ("profile", "/tmp/pwned"),
        ("profile", "a\n"),
        ("profile", ""),
        ("profile", {}),
        ("profile", []),
        ("sha256", {}),
        ("file", 7),
        ("reader", None),
        ("findings", None),
        ("findings", ["x"]),
        ("findings", [{"code": "BCP101"}]),
        ("findings", [{"code": "a", "severity": "b", "message": "c", "remedy": "d"}]),
        ("ledger", {}),
        ("ledger", "x"),
    ],
)
def test_a_report_that_was_changed_leads_to_no_other_file(
    key: str, value: Any, two: Path, tmp_path: Path, capsys: Any
) -> None:
    copy = _with_report(
        two, tmp_path / "a" / "b" / "uit", lambda r: r["documents"][1].update({key: value})
    )
    before = sorted(tmp_path.rglob("*"))

    assert main(["review", str(copy)]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"bcp: the report in {copy} is damaged (")
    assert err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda _: [],
        lambda _: "x",
        lambda _: {},
        lambda r: r.update(documents=None),
        lambda r: r.update(documents={"a": 1}),
        lambda r: r.update(documents=[None]),
        lambda r: r.update(documents=[{}]),
    ],
)
def test_a_report_of_another_shape_is_one_line(
    change: Any, two: Path, tmp_path: Path, capsys: Any
) -> None:
    assert main(["review", str(_with_report(two, tmp_path / "uit", change))]) == 2
    err = capsys.readouterr().err
    assert "is damaged" in err and "convert again" in err
    assert err.count("\n") == 1


def test_a_report_without_end_is_one_line(two: Path, tmp_path: Path, capsys: Any) -> None:
    copy = _with_report(two, tmp_path / "uit", lambda _: None)
    (copy / "report.json").write_text("[" * 1_000_000, "utf-8")

    assert main(["review", str(copy)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _emptied(_: bytes) -> bytes:
    return b'<meta name="generator" content="bcp-pipeline 0.1.0">'


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"Werf", b"Verf"),
        lambda data: data + b"<p>",
        lambda data: data.replace(b"<!-- made of ", b"<!-- made of 0"),
        lambda data: data[:5000] + data[6000:],
        _cut,
        _emptied,
    ],
)
def test_a_page_that_was_damaged_is_made_anew(
    damage: Any, two: Path, review_of_two: Path, tmp_path: Path
) -> None:
    target = tmp_path / "review"
    shutil.copytree(review_of_two, target)
    files = {path.name: path.read_bytes() for path in target.iterdir()}
    for name in ("index.html", next(name for name in files if name.endswith("-txt.html"))):
        (target / name).write_bytes(damage(files[name]))
        assert run(two, target).files == [name]
        assert {path.name: path.read_bytes() for path in target.iterdir()} == files


def test_pages_of_profiles_that_are_gone_go_too(
    two: Path, review_of_two: Path, tmp_path: Path
) -> None:
    target = tmp_path / "review"
    shutil.copytree(review_of_two, target)
    first, second = [entry.id for entry in entries_of(two, [])]
    whole = (target / f"{second}.html").read_bytes()
    (target / f"{second}.html").write_bytes(whole.replace(b"Werf", b"Verf"))
    (target / "eigen.html").write_text("van mij", "utf-8")

    run(_with_report(two, tmp_path / "none", lambda report: report.update(documents=[])), target)

    # What somebody changed is theirs, and so is what no index tells of.
    assert not (target / f"{first}.html").exists()
    assert (target / f"{second}.html").exists()
    assert (target / "eigen.html").exists()


@pytest.mark.parametrize("names", [["../buiten"], [{}], {"a": 1}, "abc", ["index"], None])
def test_an_index_leads_to_no_other_file(
    names: Any, two: Path, review_of_two: Path, tmp_path: Path
) -> None:
    target = tmp_path / "review"
    shutil.copytree(review_of_two, target)
    index = (target / "index.html").read_bytes()
    (tmp_path / "buiten.html").write_bytes(sealed(index, "x"))
    told = json.loads(made_of(target / "index.html")) | {"pages": names}
    body = index[: index.rindex(b"<!-- made of ")]
    (target / "index.html").write_bytes(sealed(body, json.dumps(told)))
    run(two, target)

    assert (tmp_path / "buiten.html").exists()
    assert len(list(target.iterdir())) == 3


def _linked(path: Path) -> None:
    (path.parent.parent / "elders.html").write_text("van mij", "utf-8")
    path.symlink_to("../elders.html")


_FOREIGN = {
    "page": lambda path: path.write_text("<!DOCTYPE html><title>van mij</title>", "utf-8"),
    "empty": lambda path: path.write_bytes(b""),
    "folder": lambda path: path.mkdir(),
    "link": _linked,
    "pipe": os.mkfifo,
}


@pytest.mark.parametrize("kind", _FOREIGN)
def test_an_index_of_somebody_else_is_never_written_over(
    kind: str, two: Path, tmp_path: Path, capsys: Any
) -> None:
    target = tmp_path / "site"
    target.mkdir()
    _FOREIGN[kind](target / "index.html")
    before = {path: path.lstat() for path in tmp_path.rglob("*")}

    assert main(["review", str(two), "--to", str(target)]) == 2
    assert capsys.readouterr().err == (
        f"bcp: {target}/index.html is not of a review, and is not written over; name another "
        "folder with --to\n"
    )
    assert {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")} == {
        path: told.st_mtime_ns for path, told in before.items()
    }


@pytest.mark.parametrize("kind", _FOREIGN)
def test_a_page_of_somebody_else_is_told_and_left(
    kind: str, two: Path, tmp_path: Path, capsys: Any
) -> None:
    target = tmp_path / "site"
    target.mkdir()
    one = entries_of(two, [])[0].id
    page = target / f"{one}.html"
    _FOREIGN[kind](page)
    before = page.lstat()

    for _ in range(2):
        assert main(["review", str(two), "--to", str(target)]) == 1
        said = [line for line in capsys.readouterr().err.splitlines() if "BCP601" in line]
        assert len(said) == 1
        assert f"{page} is not of a review; nothing was written over it" in said[0]
        assert page.lstat().st_mtime_ns == before.st_mtime_ns
    assert "Geen pagina: BCP601" in (target / "index.html").read_text("utf-8")

    page.rmdir() if kind == "folder" else page.unlink()
    assert main(["review", str(two), "--to", str(target)]) == 0
    assert made_of(page)

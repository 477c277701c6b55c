"""Documents of one name and version: who says the same, who deviates, and in what."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import convert as converted
from pipeline.batch.deviations import deviation
from pipeline.batch.executors import InThisProcess
from pipeline.batch.outcomes import Outcome, told_apart
from pipeline.batch.run import convert_all
from pipeline.batch.sources import sources_in
from pipeline.cli import main
from pipeline.core.diagnostics import Severity
from pipeline.isolation.work import work_with
from pipeline.profile.model import Profile
from pipeline.writers.order import order_of
from tests.profiles import INPUT

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
TEXT = SAMPLE.read_text("utf-8")
CALM, QUIET, STILL = (f"{word} blijven" for word in ("Kalm", "Rustig", "Bedaard"))
OTHER = TEXT.replace(CALM, QUIET)
THIRD = TEXT.replace(CALM, STILL)
POINTER = "/roles/1/competencies/"


def outcomes(folder: Path, files: Mapping[str, str]) -> list[Outcome]:
    """The outcomes of files with these texts, ids not told apart."""
    paths: list[Path] = []
    for name, text in files.items():
        # Other bytes, which say the same.
        (folder / name).write_text(f"{text}\n{' ' * len(paths)}", "utf-8")
        paths.append(folder / name)
    order = order_of(["json"])
    executor = InThisProcess(work_with(order, 10**7))
    return list(convert_all(sources_in(paths), executor, order, folder / "results").outcomes)


def said(told: list[Outcome]) -> dict[str, tuple[str, str]]:
    """By file, the code and message about its id."""
    found = {
        outcome.file: [(f.code, f.message) for f in outcome.findings if f.pointer == "/id"]
        for outcome in told
    }
    return {file: one for file, (one,) in found.items()}


def test_one_of_six_that_deviates_is_told_and_the_others_are_not_warned(tmp_path: Path) -> None:
    files = {f"{name}.txt": TEXT for name in "abcde"} | {"f.txt": OTHER}
    told = outcomes(tmp_path, files)
    found = said(told)

    assert {file[0] for file, (code, _) in found.items() if code == "BCP420"} == set("abcde")
    assert found["a.txt"][1].startswith("b.txt, c.txt, d.txt, e.txt say the same; this one got")
    code, message = found["f.txt"]
    assert code == "BCP417"
    assert message.startswith(
        "it differs from a.txt, b.txt, c.txt, d.txt, e.txt, of the same name and version, at /"
    )
    assert "('Rustig' here, 'Kalm' there)" in message
    assert [outcome.count(Severity.WARNING) for outcome in told] == [0, 0, 0, 0, 0, 1]


def test_two_that_differ_are_both_told_in_what(tmp_path: Path) -> None:
    found = said(outcomes(tmp_path, {"a.txt": TEXT, "b.txt": OTHER}))

    for file, other, here, there in (
        ("a.txt", "b.txt", "Kalm", "Rustig"),
        ("b.txt", "a.txt", "Rustig", "Kalm"),
    ):
        code, message = found[file]
        assert code == "BCP417"
        assert message.startswith(f"it differs from {other}, of the same name and version, at /r")
        assert f"({here!r} here, {there!r} there)" in message
        assert "the same;" not in message


def test_where_two_groups_are_as_large_each_names_its_own_and_the_others(tmp_path: Path) -> None:
    files = {"a.txt": TEXT, "b.txt": OTHER, "c.txt": TEXT, "d.txt": OTHER, "e.txt": THIRD}
    found = said(outcomes(tmp_path, files))

    assert {code for code, _ in found.values()} == {"BCP417"}
    assert (
        "differs from a.txt, c.txt, e.txt, of the same name and version; from a.txt at /"
        in (found["b.txt"][1])
    )
    assert "; d.txt says the same; this one got" in found["b.txt"][1]
    assert "('Bedaard' here, 'Kalm' there)" in found["e.txt"][1]


def test_those_that_deviate_in_the_same_way_are_named(tmp_path: Path) -> None:
    files = {f"{name}.txt": TEXT for name in "abc"} | {"d.txt": OTHER, "e.txt": OTHER}
    found = said(outcomes(tmp_path, files))

    assert [code for code, _ in found.values()] == ["BCP420"] * 3 + ["BCP417"] * 2
    assert "; e.txt says the same; this one got the id" in found["d.txt"][1]


def test_where_all_agree_nobody_is_warned(tmp_path: Path) -> None:
    told = outcomes(tmp_path, {"a.txt": TEXT, "b.txt": TEXT})

    assert {code for code, _ in said(told).values()} == {"BCP420"}
    assert all(outcome.count(Severity.WARNING) == 0 for outcome in told)


def test_what_is_said_does_not_depend_on_the_order(tmp_path: Path) -> None:
    files = {"a.txt": TEXT, "b.txt": OTHER, "c.txt": OTHER, "d.txt": THIRD}
    plain = outcomes(tmp_path, files)
    expected = said(plain)

    for order in itertools.permutations(plain):
        told = told_apart(order)
        assert said(told) == expected
        assert [outcome.file for outcome in told] == [outcome.file for outcome in order]
        assert len({outcome.profile_id for outcome in told}) == len(files)


@pytest.mark.slow
def test_many_files_are_not_all_named(tmp_path: Path) -> None:
    files = {f"{number:02}.txt": TEXT for number in range(12)} | {"x.txt": OTHER}

    assert "09.txt and 2 more, of the same" in said(outcomes(tmp_path, files))["x.txt"][1]


def sample() -> Profile:
    """The profile of the sample."""
    return converted(SAMPLE).profile


def test_the_first_differences_are_told_in_short() -> None:
    profile = sample()
    long = "zeer lang " * 10
    other = replace(profile, name=f"{profile.name} {long}", version="3", sector=None, roles=())

    told = deviation(other, profile)
    assert told.startswith("/name ('zeer lang zeer lang zeer la...' here, nothing there), ")
    assert "(only there)" in told
    assert told.endswith(" more")
    assert deviation(profile, other).count("/") < 12


def test_what_is_derived_may_be_all_that_differs() -> None:
    profile = sample()

    assert deviation(replace(profile, derived=None), profile) == "/derived"


@pytest.mark.slow
@pytest.mark.parametrize("formats", [["json", "csv"], ["xml"]])
def test_a_run_after_a_change_of_a_twin_ends_like_a_clean_one(
    formats: list[str], tmp_path: Path
) -> None:
    source, output, clean = (tmp_path / name for name in ("in", "out", "clean"))
    source.mkdir()
    for name, text in {"a": TEXT, "b": TEXT, "c": OTHER, "d": THIRD}.items():
        (source / f"{name}.txt").write_text(text, "utf-8")
    options = [option for name in formats for option in ("--format", name)]

    main(["convert", str(source), "--output", str(output), *options])
    (source / "b.txt").write_text(THIRD, "utf-8")
    main(["convert", str(source), "--output", str(output), *options])
    main(["convert", str(source), "--output", str(output), *options])
    main(["convert", str(source), "--output", str(clean), *options])

    report, expected = (
        json.loads((folder / "report.json").read_bytes()) for folder in (output, clean)
    )
    assert report == expected
    messages = [f["message"] for d in report["documents"] for f in d["findings"]]
    assert sum("'Bedaard' there" in message for message in messages) == 2

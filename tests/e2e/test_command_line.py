"""The command as a user gives it: files in, files out, messages, exit codes."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest
import xmlschema

from pipeline.cli import main
from pipeline.cli.arguments import limits_of
from pipeline.cli.main import parser
from pipeline.contract.resources import schema_text
from pipeline.core.versions import PROFILE, REPORT, TRACE, XML
from pipeline.interpret.values.blocks import text_blocks
from pipeline.isolation.limits import Limits
from pipeline.profile.codec import profile_from_plain
from pipeline.writers.csv_tables import read_tables
from pipeline.writers.xml_profile import profile_from_xml
from tests.profiles import INPUT, ROOT

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
TRACEBACK = "Traceback"


def bcp(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command in this process, whose start would take longer than most commands."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(ROOT.parent),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = main([*map(str, arguments)])
        except SystemExit as left:
            code = int(left.code or 0)
    assert TRACEBACK not in err.getvalue(), err.getvalue()
    return subprocess.CompletedProcess([*map(str, arguments)], code, out.getvalue(), err.getvalue())


def bcp_alone(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, outside the checkout's folder."""
    found = subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        cwd=ROOT.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert TRACEBACK not in found.stderr, found.stderr
    return found


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of converting the sample."""
    folder = tmp_path_factory.mktemp("output")
    found = bcp("convert", INPUT, "--output", folder, "--strict")
    assert found.returncode == 0, found.stderr
    return folder


def test_the_sample_converts_without_errors_or_warnings_in_all_default_formats(
    output: Path,
) -> None:
    names = set(tree(output))
    assert {
        "report.json",
        "csv/profiles.csv",
        "csv/datapackage.json",
        "csv/csv-metadata.json",
    } <= names
    for form in ("txt", "html"):
        stem = f"werfcoordinator-jachthaven-v2.1-{form}"
        assert {f"json/{stem}.json", f"json/{stem}.trace.json", f"xml/{stem}.xml"} <= names


def test_what_is_written_is_valid_by_two_engines_each(output: Path) -> None:
    profile_schema = json.loads(schema_text(PROFILE.file))
    trace_schema = json.loads(schema_text(TRACE.file))
    for path in (output / "json").glob("*.json"):
        plain = json.loads(path.read_text("utf-8"))
        schema = trace_schema if path.name.endswith(".trace.json") else profile_schema
        jsonschema.validate(plain, schema)
        jsonschema_rs.validator_for(schema).validate(plain)
    xml_schema = xmlschema.XMLSchema(schema_text(XML.file))
    for path in (output / "xml").glob("*.xml"):
        xml_schema.validate(str(path))
    report = json.loads((output / "report.json").read_text("utf-8"))
    jsonschema.validate(report, json.loads(schema_text(REPORT.file)))


@pytest.mark.slow
def test_the_written_tables_pass_frictionless_and_csvwvalidate(output: Path) -> None:
    for program, file in (
        ("frictionless", "datapackage.json"),
        ("csvwvalidate", "csv-metadata.json"),
    ):
        command = [str(Path(sys.executable).parent / program)]
        command += ["validate"] if program == "frictionless" else []
        found = subprocess.run(
            [*command, file], cwd=output / "csv", capture_output=True, text=True, check=False
        )
        assert found.returncode == 0, found.stdout + found.stderr


def test_xml_and_tables_give_the_same_profiles_again_as_the_json(output: Path) -> None:
    paths = [p for p in sorted((output / "json").iterdir()) if ".trace." not in p.name]
    profiles = [profile_from_plain(json.loads(path.read_text("utf-8"))) for path in paths]
    assert len(profiles) == 4
    assert read_tables(output / "csv") == profiles
    xml = [(output / "xml" / f"{path.stem}.xml").read_bytes() for path in paths]
    assert [profile_from_xml(data) for data in xml] == profiles


def test_the_report_names_each_written_file_with_its_size_and_digest(output: Path) -> None:
    report = json.loads((output / "report.json").read_text("utf-8"))
    listed = [file for document in report["documents"] for file in document["files"]]
    assert len(listed) == 12
    for file in listed:
        data = (output / file["path"]).read_bytes()
        assert (file["size"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert all(document["ledger"]["closed"] for document in report["documents"])


def test_the_same_input_gives_the_same_bytes_whatever_the_order_jobs_hash_seed_and_locale(
    output: Path, tmp_path: Path
) -> None:
    files = sorted(INPUT.glob("werfcoordinator-*"), reverse=True)
    again = bcp_alone(
        "convert", *files, "--output", tmp_path, "--jobs", 2,
        PYTHONHASHSEED="7", LC_ALL="C", TZ="Asia/Tokyo", PYTHONUTF8="0",
    )  # fmt: skip
    assert again.returncode == 0, again.stderr
    assert tree(tmp_path) == tree(output)


def test_a_bad_document_is_one_error_line_and_the_others_are_converted(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SAMPLE, folder)
    (folder / "brief.txt").write_text("Geachte heer,\n\nHierbij de notulen.\n", "utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7 ...")
    found = bcp("convert", folder, "--output", tmp_path / "out")
    assert found.returncode == 1
    lines = found.stderr.splitlines()
    assert sum("error BCP" in line for line in lines) == 2
    assert any("brief.txt" in line and "BCP201" in line for line in lines)
    assert any("scan.pdf" in line and "BCP141" in line and "PDF" in line for line in lines)
    assert (tmp_path / "out/json/werfcoordinator-jachthaven-v2.1.json").exists()


def test_a_document_that_fails_leaves_its_earlier_results_alone(tmp_path: Path) -> None:
    source = tmp_path / "profiel.txt"
    shutil.copy(SAMPLE, source)
    assert bcp("convert", source, "--output", tmp_path / "out").returncode == 0
    path = tmp_path / "out/json/werfcoordinator-jachthaven-v2.1.json"
    before = path.read_bytes()
    source.write_bytes(b"")
    assert bcp("convert", source, "--output", tmp_path / "out").returncode == 1
    assert path.read_bytes() == before


def test_a_ledger_that_does_not_close_makes_the_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A page in which text stands where no reader puts it: the program must say so
    # itself, since nobody else can. The fault is simulated.
    monkeypatch.setattr(
        "pipeline.interpret.filling.text_blocks", lambda passages: text_blocks(list(passages)[1:])
    )
    found = bcp("convert", SAMPLE, "--output", tmp_path)
    assert found.returncode == 1
    assert "error BCP401" in found.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["documents"][0]["ledger"]["closed"] is False


def test_strict_counts_a_warning_as_an_error(tmp_path: Path) -> None:
    source = tmp_path / "profiel.txt"
    source.write_text(SAMPLE.read_text("utf-8").replace("Attitude\t", "Kantinebeleid\t"), "utf-8")
    assert bcp("convert", source, "--output", tmp_path / "out").returncode == 0
    found = bcp("convert", source, "--output", tmp_path / "out", "--strict")
    assert found.returncode == 1
    assert "warning BCP301" in found.stderr
    assert "Kantinebeleid" in found.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convert", "/nergens", "--output", "x"], "does not exist"),
        (["convert", SAMPLE, "--output", "x", "--format", "pdf"], "there is no format 'pdf'"),
        (["validate", "/nergens"], "does not exist"),
        (["explain", "BCP999"], "there is no finding BCP999"),
        (["convert", SAMPLE], "--output"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_advice(arguments: list[object], message: str) -> None:
    found = bcp(*arguments)
    assert found.returncode == 2
    assert message in found.stderr


def test_an_empty_folder_is_nothing_to_convert(tmp_path: Path) -> None:
    found = bcp("convert", tmp_path, "--output", tmp_path / "out")
    assert found.returncode == 2
    assert "nothing to convert" in found.stderr


def test_an_output_folder_that_cannot_be_written_is_exit_code_3(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("een bestand", "utf-8")
    found = bcp("convert", SAMPLE, "--output", tmp_path / "out")
    assert found.returncode == 3
    assert "a file stands where a folder is needed" in found.stderr


def test_the_report_goes_to_standard_output_on_request(tmp_path: Path) -> None:
    found = bcp("convert", SAMPLE, "--output", tmp_path, "--report-format", "json")
    assert json.loads(found.stdout) == json.loads((tmp_path / "report.json").read_text("utf-8"))


def test_two_files_with_one_id_are_both_kept_and_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = SAMPLE.read_text("utf-8")
    (folder / "a.txt").write_text(text, "utf-8")
    (folder / "b.txt").write_text(text.replace("Kalm blijven", "Rustig blijven"), "utf-8")
    found = bcp("convert", folder, "--output", tmp_path / "out")
    assert found.stderr.count("warning BCP417") == 2
    profiles = [p for p in (tmp_path / "out/json").iterdir() if ".trace" not in p.name]
    assert len(profiles) == 2
    ids = {json.loads(path.read_text("utf-8"))["id"] for path in profiles}
    assert ids == {path.stem for path in profiles}


def test_validate_passes_what_convert_wrote(output: Path) -> None:
    found = bcp("validate", output, "--strict")
    assert found.returncode == 0, found.stderr
    assert "8 files checked" in found.stderr


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("json", '"nlqf_level": "4"', '"nlqf_level": "9"', "BCP501"),
        ("json", '"nlqf_level": "4"', '"nlqf_level": 4', "BCP501"),
        ("json", '"name": "Werfco', '"naam": "Werfco', "BCP501"),
        ("json", '"eqf_level": 4', '"eqf_level": 5', "BCP419"),
        ("json", '"date": "2025-04-07"', '"date": "1925-04-07"', "BCP412"),
        ("json", "{", "{{", "BCP503"),
        ("xml", "<nlqf_level>4<", "<nlqf_level>4++<", "BCP502"),
        ("xml", "<eqf_level>4<", "<eqf_level>3<", "BCP419"),
        ("xml", "</profile>", "", "BCP503"),
    ],
)
def test_validate_refuses_a_file_that_was_damaged(
    output: Path, tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    source = output / name / f"werfcoordinator-jachthaven-v2.1-txt.{name}"
    text = source.read_text("utf-8")
    assert old in text
    damaged = tmp_path / source.name
    damaged.write_text(text.replace(old, new, 1), "utf-8")
    found = bcp("validate", damaged, "--strict")
    assert found.returncode == 1
    assert code in found.stderr


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"date": "2025-04-07"', '"date": "2025-02-30"', "BCP501"),
        ('"year": 2024', '"year": ' + "9" * 10_000, "BCP503"),
        ('"language": "nl"', '"language": "de", "language": "nl"', "BCP503"),
    ],
)
def test_validate_has_a_finding_for_what_only_looks_like_a_profile(
    output: Path, tmp_path: Path, old: str, new: str, code: str
) -> None:
    source = output / "json" / "werfcoordinator-jachthaven-v2.1-txt.json"
    text = source.read_text("utf-8")
    assert old in text
    damaged = tmp_path / source.name
    damaged.write_text(text.replace(old, new, 1), "utf-8")
    found = bcp("validate", damaged, source)
    assert found.returncode == 1
    assert code in found.stderr
    assert "2 files checked: 1 errors" in found.stderr


def test_an_integer_written_as_a_decimal_is_valid(output: Path, tmp_path: Path) -> None:
    source = output / "json" / "werfcoordinator-jachthaven-v2.1-txt.json"
    edited = tmp_path / source.name
    edited.write_text(
        source.read_text("utf-8").replace('"year": 2024', '"year": 2024.0', 1), "utf-8"
    )
    assert bcp("validate", edited).returncode == 0


def test_a_day_that_is_not_in_the_calendar_is_refused_in_xml_too(
    output: Path, tmp_path: Path
) -> None:
    source = output / "xml" / "werfcoordinator-jachthaven-v2.1-txt.xml"
    edited = tmp_path / source.name
    edited.write_text(source.read_text("utf-8").replace("2025-04-07", "2025-02-30", 1), "utf-8")
    found = bcp("validate", edited)
    assert found.returncode == 1
    assert "BCP421" in found.stderr


def test_a_very_long_name_does_not_stop_the_run(tmp_path: Path) -> None:
    long = tmp_path / "lang.txt"
    name = "Werfcoördinator jachthaven (niveau"
    text = SAMPLE.read_text("utf-8")
    assert name in text
    long.write_text(text.replace(name, "zeer lange naam " * 40 + name, 1), "utf-8")
    found = bcp("convert", SAMPLE, long, "--output", tmp_path / "out")
    assert "2 of 2 documents converted" in found.stderr


@pytest.mark.slow
def test_documents_are_named_below_the_input_and_told_apart_by_what_is_before_it(
    tmp_path: Path,
) -> None:
    for folder in ("a", "b"):
        (tmp_path / "in" / folder).mkdir(parents=True)
        text = SAMPLE.read_text("utf-8").replace("Kalm blijven", f"Kalm blijven {folder}")
        (tmp_path / "in" / folder / "p.txt").write_text(text, "utf-8")
    ways = [["in"], ["in/b", "in/a"], ["in", "in/a/p.txt"], ["in/a"], ["in/a/p.txt"]]
    named = []
    for number, paths in enumerate(ways):
        out = tmp_path / f"out{number}"
        assert bcp("convert", *(tmp_path / p for p in paths), "--output", out).returncode == 0
        report = json.loads((out / "report.json").read_bytes())
        named.append([(d["source"], d["file"]) for d in report["documents"]])
    assert named == [
        [("../in/a/p.txt", "a/p.txt"), ("../in/b/p.txt", "b/p.txt")],
        [("../in/a/p.txt", "a/p.txt"), ("../in/b/p.txt", "b/p.txt")],
        [("../in/a/p.txt", "a/p.txt"), ("../in/b/p.txt", "b/p.txt")],
        [("../in/a/p.txt", "p.txt")],
        [("../in/a/p.txt", "p.txt")],
    ]


@pytest.mark.parametrize("what", ["nergens.txt", "."])
def test_inspect_wants_one_document(what: str, tmp_path: Path) -> None:
    found = bcp("inspect", tmp_path / what)

    assert found.returncode == 2
    assert "name one document to inspect" in found.stderr


def test_inspect_draws_a_page_of_a_pdf_and_of_nothing_else(tmp_path: Path) -> None:
    image = tmp_path / "page.png"

    drawn = bcp("inspect", SAMPLE.with_suffix(".pdf"), "--page", "2", "--image", image)
    refused = bcp("inspect", SAMPLE, "--image", image)
    beyond = bcp("inspect", SAMPLE.with_suffix(".pdf"), "--page", "99", "--image", image)

    assert drawn.returncode == 0
    assert image.read_bytes().startswith(b"\x89PNG")
    assert refused.returncode == beyond.returncode == 2
    assert "is no PDF" in refused.stderr
    assert "there is no page 99" in beyond.stderr


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    pipe = tmp_path / "profiel.txt"
    os.mkfifo(pipe)

    found = bcp("convert", pipe, "--output", tmp_path / "out")

    assert found.returncode == 1
    assert "BCP107: it is no regular file" in found.stderr


def test_inspect_shows_blocks_labels_values_and_sums() -> None:
    found = bcp("inspect", SAMPLE)
    assert found.returncode == 0
    for part in ("READER tabbed text", "LAYOUT role-based", "'Naam BCP:' -> name (exact)",
                 "/roles/0/name", "0 missing: closed"):  # fmt: skip
        assert part in found.stdout


def test_formats_lists_readers_layouts_and_writers() -> None:
    found = bcp("formats")
    assert all(name in found.stdout for name in ("markdown", "tabbed text", "role-based", "csv"))


def test_explain_says_what_a_finding_means_and_what_to_do() -> None:
    found = bcp("explain", "bcp301")
    assert found.stdout.startswith("BCP301 (warning): ")
    assert len(found.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "limits"),
    [
        ([], Limits()),
        (["--timeout", "3000"], Limits(total=3000, stall=300, idle=600)),
        (["--timeout", "5"], Limits(total=5, stall=5)),
        (["--memory", "20", "--max-bytes", "9"], Limits(memory=20_000_000, source_bytes=9)),
    ],
)
def test_a_longer_timeout_is_one_for_each_page_too(arguments: list[str], limits: Limits) -> None:
    options = parser().parse_args(["convert", "x", "--output", "y", *arguments])

    assert limits_of(options) == limits

"""Findings as CI systems read them, and file names that try to be more than names."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from pipeline.batch.outcomes import Outcome
from pipeline.batch.reports import github_annotations, junit_xml
from pipeline.core.diagnostics import Diagnostic, Place

_ERROR = Diagnostic("BCP101", "the file holds\nno text")
_WARNING = Diagnostic("BCP417", "a twin", Place(line=3, column=1))


def outcome(name: str, *findings: Diagnostic) -> Outcome:
    """What became of a file of that name."""
    return Outcome(Path(name), name, None, findings)


def test_a_document_with_an_error_is_a_failed_case() -> None:
    written = junit_xml([outcome("a.txt", _ERROR, _WARNING), outcome("b.txt")], strict=False)
    suite = etree.fromstring(written.encode())[0]

    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    (failure,) = suite[0].iter("failure")
    assert failure.get("type") == "BCP101"
    assert "BCP417" in (suite[0].findtext("system-out") or "")
    assert len(suite[1]) == 0


def test_warnings_fail_where_they_count() -> None:
    written = junit_xml([outcome("a.txt", _WARNING)], strict=True)

    assert etree.fromstring(written.encode())[0].get("failures") == "1"


def test_a_name_with_control_characters_is_still_xml() -> None:
    written = junit_xml([outcome("a\x01\ufffe<b>.txt", _ERROR)], strict=False)

    assert etree.fromstring(written.encode()).find(".//testcase") is not None


def test_an_annotation_names_file_line_and_code() -> None:
    written = github_annotations([outcome("a.txt", _WARNING)])

    assert written.startswith("::warning file=a.txt,title=BCP417,line=3::BCP417: line 3")


def test_a_name_cannot_add_a_command() -> None:
    written = github_annotations([outcome("a\n::error::x,y:z%.txt", _ERROR)])

    assert written.count("\n") == 1
    assert "file=a%0A%3A%3Aerror%3A%3Ax%2Cy%3Az%25.txt" in written

"""The findings of a run in the forms that CI systems show: JUnit XML and GitHub annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from pipeline.batch.outcomes import Outcome
from pipeline.core.diagnostics import Diagnostic, Severity, blamed
from pipeline.core.signs import UNKNOWN
from pipeline.core.text import one_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def junit_xml(outcomes: Sequence[Outcome], strict: bool) -> str:
    """A test case for each document, failed where it has an error (or, if strict, a warning)."""
    suite = etree.Element("testsuite", name="bcp convert")
    failures = 0
    for outcome in outcomes:
        case = etree.SubElement(
            suite, "testcase", name=_clean(outcome.file), classname="bcp.convert"
        )
        bad = [finding for finding in outcome.findings if finding.severity in blamed(strict)]
        others = [finding for finding in outcome.findings if finding.severity not in blamed(strict)]
        if bad:
            failures += 1
            failure = etree.SubElement(case, "failure", message=_said(bad[0]), type=bad[0].code)
            failure.text = "\n".join(map(_said, bad))
        if others:
            etree.SubElement(case, "system-out").text = "\n".join(map(_said, others))
    suite.set("tests", str(len(outcomes)))
    suite.set("failures", str(failures))
    suite.set("errors", "0")
    root = etree.Element("testsuites")
    root.append(suite)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()


def github_annotations(outcomes: Iterable[Outcome]) -> str:
    """A workflow command for each finding: GitHub shows it beside the file."""
    return "".join(
        _annotation(str(outcome.path), finding)
        for outcome in outcomes
        for finding in outcome.findings
    )


def _annotation(path: str, finding: Diagnostic) -> str:
    parts = [f"file={_property(path)}", f"title={_property(finding.code)}"]
    if finding.place is not None and finding.place.line is not None:
        parts.append(f"line={finding.place.line}")
    return f"::{_COMMANDS[finding.severity]} {','.join(parts)}::{_data(_said(finding))}\n"


def _said(finding: Diagnostic) -> str:
    place = f"{finding.place}: " if finding.place and str(finding.place) else ""
    return _clean(f"{finding.code}: {place}{finding.message} ({finding.remedy})")


def _clean(text: str) -> str:
    """The text without characters that XML forbids and lines that would end a command."""
    return "".join(char if char.isprintable() else UNKNOWN for char in text)


def _data(text: str) -> str:
    return one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

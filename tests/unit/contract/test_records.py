"""The trace file and the report as records."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline.contract.json_schema import report_schema
from pipeline.contract.records import (
    DocumentReport,
    Finding,
    KeptFile,
    LedgerRecord,
    PagePlace,
    PartPlace,
    PassedOverFile,
    Program,
    Report,
    Summary,
    TextPlace,
    TraceLeaf,
    WrittenFile,
    finding_record,
    ledger_record,
    place_record,
    record_to_plain,
)
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.versions import REPORT
from pipeline.profile.trace import Ledger, TraceEntry

DIGEST = "0" * 64
LEDGER = Ledger(source=10, markup={"tag": 4}, accounts={"fields": 6}, missing=0, invented=0)


def names(*classes: type) -> set[str]:
    """The names of the fields of classes."""
    return {field.name for cls in classes for field in fields(cls)}


def report(**changes: Any) -> dict[str, Any]:
    """The plain report of a run with one document."""
    document: dict[str, Any] = {
        "file": "a.html",
        "source": "../input/a.html",
        "sha256": DIGEST,
        "reader": "html",
        "structure": None,
        "layout": "waterraad",
        "profile": "a-v1",
        "base_id": "a-v1",
        "content_sha256": DIGEST,
        "ledger": ledger_record(LEDGER),
        "findings": (finding_record(Diagnostic("BCP501", "mis", Place(line=3), "/name")),),
        "files": (WrittenFile(path="json/a-v1.json", size=3, sha256=DIGEST),),
    }
    plain: dict[str, Any] = record_to_plain(
        Report(
            schema_version=REPORT.version,
            program=Program(name="bcp-pipeline", version="1.0.0"),
            fingerprint=DIGEST,
            interrupted=False,
            files=(),
            kept=(KeptFile(path="json/a-v0.json", size=3, sha256=DIGEST, why="superseded"),),
            passed_over=(PassedOverFile(file="~$a.docx", why="system"),),
            findings=(),
            documents=(DocumentReport(**(document | changes)),),
            summary=Summary(documents=1, converted=1, errors=1, warnings=0),
        )
    )
    return plain


def test_a_record_has_the_fields_of_the_value_that_it_stands_for() -> None:
    assert names(TextPlace, PagePlace, PartPlace) == names(Place)
    assert names(TraceLeaf) == names(TraceEntry)
    assert names(LedgerRecord) == names(Ledger) | {"content", "closed"}
    assert names(Finding) == names(Diagnostic) | {"severity", "remedy"}


@pytest.mark.parametrize(
    ("place", "record"),
    [
        (Place(line=3, column=2), TextPlace(line=3, column=2)),
        (Place(page=4, box=(1, 2, 3, 4)), PagePlace(page=4, box=(1, 2, 3, 4))),
        (Place(part="a.xml", path="/p"), PartPlace(part="a.xml", path="/p")),
        (Place(), None),
    ],
    ids=["text", "page", "part", "nothing"],
)
def test_a_place_becomes_the_record_of_its_kind(place: Place, record: object) -> None:
    assert place_record(place) == record


def test_a_ledger_record_tells_the_sums() -> None:
    record = ledger_record(LEDGER)

    assert (record.content, record.closed) == (6, True)


def test_a_finding_record_has_the_remedy_of_its_code() -> None:
    record = finding_record(Diagnostic("BCP501", "mis"))

    assert (record.severity, record.place) == ("error", None)
    assert record.remedy


def test_an_absent_field_is_left_out_and_a_required_one_is_null() -> None:
    finding = record_to_plain(finding_record(Diagnostic("BCP501", "mis")))
    document = report(profile=None, ledger=None)["documents"][0]

    assert "pointer" not in finding
    assert document["profile"] is document["ledger"] is None


def test_a_report_is_valid() -> None:
    Draft202012Validator(report_schema()).validate(report())
    Draft202012Validator(report_schema()).validate(report(profile=None, ledger=None, reader=None))


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ({"file": None}, "None is not of type 'string'"),
        ({"sha256": "abc"}, "'abc' does not match"),
        ({"profile": "A v1"}, "'A v1' does not match"),
    ],
    ids=["no file name", "a short checksum", "an id that is no slug"],
)
def test_a_damaged_report_is_refused_for_its_reason(damage: dict[str, Any], reason: str) -> None:
    (error,) = Draft202012Validator(report_schema()).iter_errors(report(**damage))

    assert reason in error.message

"""The results of a run in their folder, the report last."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.batch.outcomes import Outcome
from pipeline.batch.run import Run
from pipeline.batch.staging import Staging, output_problem
from pipeline.batch.unchanged import Earlier, fingerprint
from pipeline.contract.records import (
    DocumentReport,
    Program,
    Report,
    Summary,
    WrittenFile,
    finding_record,
    ledger_record,
    record_to_plain,
)
from pipeline.core.diagnostics import Severity
from pipeline.core.errors import OutputError
from pipeline.core.version import VERSION
from pipeline.profile.codec import profile_from_plain
from pipeline.profile.model import SCHEMA_VERSION, Profile
from pipeline.writers.json_profile import json_bytes
from pipeline.writers.order import Order

REPORT_FILE = "report.json"


def publish(run: Run, order: Order, folder: Path, earlier: Earlier | None = None) -> Report:
    """Write the results of a run, and the report last; what is unchanged stays as it is.

    Files of an earlier run's documents that are not in this one stay. Raises OutputError where
    the folder cannot be written; then what was there stays.
    """
    try:
        with Staging(folder) as staging:
            documents = []
            for outcome in run.outcomes:
                # One after the other: all files of a large run are more than memory should hold.
                own = _own_files(outcome, order)
                staging.add(own)
                documents.append(_document_report(outcome, own, earlier))
            shared, records = _run_files(run, order, folder, earlier)
            staging.add(shared)
            report = Report(
                schema_version=SCHEMA_VERSION,
                program=Program(name="bcp-pipeline", version=VERSION),
                fingerprint=fingerprint(order),
                interrupted=run.interrupted,
                documents=tuple(sorted(documents, key=lambda document: document.file)),
                files=records,
                summary=_summary(run.outcomes),
            )
            staging.add({REPORT_FILE: json_bytes(record_to_plain(report))})
            staging.publish()
        if earlier is not None:
            _remove(folder, _superseded(report, earlier))
    except OSError as error:
        raise OutputError(output_problem(folder, error)) from error
    return report


def remove_vanished(folder: Path, earlier: Earlier, names: Iterable[str]) -> int:
    """Remove the files of sources that are gone; how many were removed."""
    kept = {file["path"] for name in names for file in _files_of(earlier, name)}
    gone = [
        file["path"]
        for name in earlier.vanished(list(names))
        for file in _files_of(earlier, name)
        if file["path"] not in kept
    ]
    _remove(folder, gone)
    return len(gone)


def _files_of(earlier: Earlier, name: str) -> Sequence[Mapping[str, Any]]:
    document = earlier.documents.get(name)
    return document["files"] if document else ()


def _superseded(report: Report, earlier: Earlier) -> Iterator[str]:
    """The files of documents that have another id now."""
    written = {file.path for document in report.documents for file in document.files}
    for document in report.documents:
        if document.files:
            for file in _files_of(earlier, document.file):
                if file["path"] not in written:
                    yield file["path"]


def _remove(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            (folder / path).unlink()


def _own_files(outcome: Outcome, order: Order) -> dict[str, bytes]:
    """The files of a profile that must be written."""
    found = outcome.found
    if found is None or outcome.reused:
        return {}
    if outcome.profile_id == found.profile_id:
        return {path: found.file(path) for path in found.files}
    conversion = outcome.conversion
    return {} if conversion is None else order.files_of(conversion.profile, conversion.trace)


def _run_files(
    run: Run, order: Order, folder: Path, earlier: Earlier | None
) -> tuple[dict[str, bytes], tuple[WrittenFile, ...]]:
    """The files that hold all profiles of the run: what must be written, and all records."""
    converted = [outcome for outcome in run.outcomes if outcome.profile_id is not None]
    if earlier is not None and all(outcome.reused for outcome in converted):
        records = earlier.report.get("files", ())
        same = {o.profile_id for o in converted} == {
            d["profile"] for d in earlier.documents.values() if d["profile"] is not None
        }
        if same and earlier.hold(records):
            return {}, tuple(WrittenFile(**record) for record in records)
    files: dict[str, bytes] = {}
    if order.has_run_files and converted:
        files = order.run_files_of([_profile(outcome, folder) for outcome in converted])
    return files, _records(files)


def _profile(outcome: Outcome, folder: Path) -> Profile:
    """The profile of an outcome; of one that is reused, from its file."""
    if outcome.reused:
        path = folder / f"json/{outcome.profile_id}.json"
        return profile_from_plain(json.loads(path.read_bytes()))
    conversion = outcome.conversion
    assert conversion is not None  # only outcomes with a profile come here
    return conversion.profile


def _records(files: Mapping[str, bytes]) -> tuple[WrittenFile, ...]:
    return tuple(
        WrittenFile(path=path, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        for path, data in sorted(files.items())
    )


def _document_report(
    outcome: Outcome, files: Mapping[str, bytes], earlier: Earlier | None
) -> DocumentReport:
    found = outcome.found
    records = _records(files)
    if outcome.reused and earlier is not None:
        records = tuple(WrittenFile(**file) for file in _files_of(earlier, outcome.file))
    return DocumentReport(
        file=outcome.file,
        sha256=outcome.sha256,
        reader=found.reader if found else None,
        structure=(found.structure or None) if found else None,
        layout=found.layout if found else None,
        profile=outcome.profile_id,
        base_id=found.profile_id if found else None,
        content_sha256=found.content if found else None,
        ledger=ledger_record(found.ledger) if found else None,
        findings=tuple(finding_record(finding) for finding in outcome.findings),
        files=records,
    )


def _summary(outcomes: Sequence[Outcome]) -> Summary:
    return Summary(
        documents=len(outcomes),
        converted=sum(1 for outcome in outcomes if outcome.found is not None),
        errors=sum(outcome.count(Severity.ERROR) for outcome in outcomes),
        warnings=sum(outcome.count(Severity.WARNING) for outcome in outcomes),
    )

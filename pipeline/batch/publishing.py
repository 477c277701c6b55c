"""The results of a run in their folder: one run at a time, no half file, the report last."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.batch.outcomes import Outcome
from pipeline.batch.run import Run
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
from pipeline.isolation.work import files_of
from pipeline.profile.codec import profile_from_plain
from pipeline.profile.model import SCHEMA_VERSION, Profile
from pipeline.writers import Writer
from pipeline.writers.json_profile import json_bytes

REPORT_FILE = "report.json"
_STAGING = ".staging-"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the output folder for one run; what a killed one left half-done is swept away.

    Raises OutputError where another run holds it, and where it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The folder itself is locked, so that no file is left of the lock.
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise OutputError(_output_problem(folder, error)) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(
                f"another run writes to {folder}; wait for it, or choose another folder with "
                "--output"
            ) from error
        for left in folder.glob(f"{_STAGING}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        os.close(descriptor)


def publish(
    run: Run, writers: Sequence[Writer], folder: Path, earlier: Earlier | None = None
) -> Report:
    """Write the results of a run, and the report last; what is unchanged stays as it is.

    Files of an earlier run's documents that are not in this one stay. Raises OutputError where
    the folder cannot be written; then what was there stays.
    """
    try:
        with _Staging(folder) as staging:
            documents = []
            for outcome in run.outcomes:
                # One after the other: all files of a large run are more than memory should hold.
                own = _own_files(outcome, writers)
                staging.add(own)
                documents.append(_document_report(outcome, own, earlier))
            shared, records = _run_files(run, writers, folder, earlier)
            staging.add(shared)
            report = Report(
                schema_version=SCHEMA_VERSION,
                program=Program(name="bcp-pipeline", version=VERSION),
                fingerprint=fingerprint(writers),
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
        raise OutputError(_output_problem(folder, error)) from error
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


def _own_files(outcome: Outcome, writers: Sequence[Writer]) -> dict[str, bytes]:
    """The files of a profile that must be written."""
    found = outcome.found
    if found is None or outcome.reused:
        return {}
    if outcome.profile_id == found.profile_id:
        return {path: found.file(path) for path in found.files}
    conversion = outcome.conversion
    return {} if conversion is None else files_of(conversion, writers)


def _run_files(
    run: Run, writers: Sequence[Writer], folder: Path, earlier: Earlier | None
) -> tuple[dict[str, bytes], tuple[WrittenFile, ...]]:
    """The files that hold all profiles of the run: what must be written, and all records."""
    ours = [writer for writer in writers if writer.scope == "run"]
    converted = [outcome for outcome in run.outcomes if outcome.profile_id is not None]
    if earlier is not None and all(outcome.reused for outcome in converted):
        records = earlier.report.get("files", ())
        same = {o.profile_id for o in converted} == {
            d["profile"] for d in earlier.documents.values() if d["profile"] is not None
        }
        if same and earlier.hold(records):
            return {}, tuple(WrittenFile(**record) for record in records)
    files: dict[str, bytes] = {}
    if ours and converted:
        profiles = sorted((_profile(o, folder) for o in converted), key=lambda p: p.id)
        for writer in ours:
            files.update(writer.write(profiles))
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


class _Staging:
    """Files beside their places, until all can be renamed into them, the last one last.

    The staging folder lies inside the output folder: renaming is atomic only within one file
    system. Folders are synced too, so that a name survives a power cut.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths: list[str] = []

    def __enter__(self) -> _Staging:
        self.temporary = tempfile.TemporaryDirectory(prefix=_STAGING, dir=self.folder)
        return self

    def __exit__(self, *_: object) -> None:
        self.temporary.cleanup()

    def add(self, files: Mapping[str, bytes]) -> None:
        """Write files, whole and on the disk."""
        for path, data in files.items():
            target = Path(self.temporary.name) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            self.paths.append(path)

    def publish(self) -> None:
        """Rename all files into their places, in the order in which they were added."""
        *others, last = self.paths
        for path in others:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(Path(self.temporary.name) / path, self.folder / path)
        _sync({(self.folder / path).parent for path in others})
        os.replace(Path(self.temporary.name) / last, self.folder / last)
        _sync({self.folder})


def _sync(folders: Iterable[Path]) -> None:
    for folder in folders:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _output_problem(folder: Path, error: OSError) -> str:
    advice = {
        errno.ENOSPC: "the disk is full; free some space",
        errno.EACCES: "you may not write there; choose another folder with --output",
        errno.EROFS: "the disk is read-only; choose another folder with --output",
        errno.ENOTDIR: "a file stands where a folder is needed; choose another with --output",
        errno.EEXIST: "a file stands where a folder is needed; choose another with --output",
    }.get(error.errno or 0, "choose another folder with --output")
    return f"cannot write to {folder}: {error.strerror or error}; {advice}"

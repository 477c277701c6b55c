"""What is written into a folder of results beside its runs, told in its report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.batch.journal import Journal
from pipeline.batch.keeping import kept_file
from pipeline.batch.staging import writing_to
from pipeline.batch.state import KnownFile, State, digest, kept_in, leave_alone_newer, report_of
from pipeline.batch.unchanged import fingerprint
from pipeline.contract.records import Program, Report, Summary, record_to_plain
from pipeline.contract.resources import REPORT_FILE
from pipeline.core.version import PROGRAM, VERSION
from pipeline.core.versions import NUMBER_KEY, REPORT, parsed
from pipeline.writers.json_profile import json_bytes
from pipeline.writers.order import Order

Plain = dict[str, Any]
# Since this version a report tells of files that stay.
_TELLS_KEPT = "1.1.0"


class Recorded:
    """A folder and its report; the caller holds its lock.

    A folder without a report gets one that tells of exports alone. `is_unfinished` tells whether a
    run was stopped there and must go on first. Methods raise OutputError where the folder cannot be
    read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._journal = Journal(folder)
        leave_alone_newer(folder)
        with writing_to(folder):
            lines = self._journal.recovered()
            self.state = State.of(folder, lines)
            self._report = _current(report_of(folder) or _no_run())
        # By path, what the report tells, so that each file is found at once among many.
        self._written = {plain["path"]: plain for plain in _written(self._report)}
        self._kept = {plain["path"]: plain for plain in self._report["kept"]}
        self._made_of: dict[str, list[KnownFile]] = {}
        for known in self.state.files.values():
            if known.exported is not None:
                self._made_of.setdefault(known.exported, []).append(known)
        self.is_unfinished = any("document" in line for line in lines)
        # What an export wrote that was stopped before it told so.
        untold = [plain for line in lines for plain in line.get("exported", ())]
        for plain in untold:
            self._tell(kept_in(plain))
        self._is_changed = bool(untold)

    def still_made_of(self, made_of: str) -> list[KnownFile]:
        """The files that an export made of something, if all are as it wrote them."""
        files = self._made_of.get(made_of, [])
        with writing_to(self.folder):
            return files if self.state.hold(files) else []

    def edited(self, files: Mapping[str, bytes]) -> list[str]:
        """Which of some files would overwrite what no run and no export wrote."""
        with writing_to(self.folder):
            return self.state.edited(files)

    def write(self, files: Mapping[str, bytes], made_of: str, profile: str | None) -> None:
        """Write what an export made; files that are there with the same bytes stay."""
        with writing_to(self.folder):
            new = {path: data for path, data in files.items() if self.state.current(path) != data}
            known = [
                KnownFile(path, len(data), digest(data), profile=profile, exported=made_of)
                for path, data in files.items()
            ]
            told = {"exported": [record_to_plain(kept_file(one, "exported")) for one in known]}
            self._journal.publish(told, new)
        for one in known:
            self.state.know(one)
            self._tell(one)
        self._is_changed = True

    def remove(self, files: Sequence[KnownFile]) -> None:
        """Remove files, and tell of them no more."""
        paths = {known.path for known in files}
        with writing_to(self.folder):
            self._journal.publish({}, {}, sorted(paths))
        for path in paths:
            self._kept.pop(path, None)
        self._is_changed = True

    def close(self) -> None:
        """Tell in the report what was done; a run that was stopped goes on telling it itself."""
        if self.is_unfinished:
            return
        with writing_to(self.folder):
            if self._is_changed:
                self._report["kept"] = [self._kept[path] for path in sorted(self._kept)]
                self._journal.publish({}, {REPORT_FILE: json_bytes(self._report)})
            self._journal.close()

    def _tell(self, known: KnownFile) -> None:
        """Put a file into the report: in its place there, if a run wrote one of that path."""
        written = self._written.get(known.path)
        if written is not None:
            written |= {"size": known.size, "sha256": known.sha256}
        else:
            self._kept[known.path] = record_to_plain(kept_file(known, "exported"))


def _written(report: Plain) -> list[Plain]:
    """The files that the last run wrote, as its report tells them."""
    of_documents = [file for document in report["documents"] for file in document["files"]]
    return [*of_documents, *report["files"]]


def _current(report: Plain) -> Plain:
    """A report in which everything has its place; the first version had none for what is kept."""
    if parsed(report[NUMBER_KEY]) >= parsed(_TELLS_KEPT):
        return report
    return {**report, NUMBER_KEY: _TELLS_KEPT, "kept": [], "passed_over": [], "findings": []}


def _no_run() -> Plain:
    """The report of a folder into which nothing was converted."""
    report = Report(
        schema_version=REPORT.version,
        program=Program(name=PROGRAM, version=VERSION),
        fingerprint=fingerprint(Order()),
        interrupted=False,
        documents=(),
        files=(),
        kept=(),
        passed_over=(),
        findings=(),
        summary=Summary(documents=0, converted=0, errors=0, warnings=0),
    )
    plain: Plain = record_to_plain(report)
    return plain

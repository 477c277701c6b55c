"""What is written into a folder of results beside its runs, told in their report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.batch.journal import REPORT_FILE, Journal
from pipeline.batch.keeping import kept_file
from pipeline.batch.staging import writing_to
from pipeline.batch.state import KnownFile, State, digest, kept_in, leave_alone_newer, report_of
from pipeline.contract.records import record_to_plain
from pipeline.core.versions import NUMBER_KEY, parsed
from pipeline.writers.json_profile import json_bytes

Plain = dict[str, Any]
# Since this version a report tells of files that stay.
_TELLS_KEPT = (1, 1)


class Recorded:
    """A folder, with or without a report; the caller holds its lock.

    Where there is none, files are written and nothing is told. `is_of_a_run` tells whether a run
    has written there, `is_unfinished` whether it was stopped and must go on first. Methods raise
    OutputError where the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._journal = Journal(folder)
        leave_alone_newer(folder)
        with writing_to(folder):
            lines = self._journal.recovered()
        self.state = State.of(folder, lines)
        report = report_of(folder)
        self.is_of_a_run = report is not None or bool(lines)
        self.is_unfinished = any("document" in line for line in lines)
        # A report of the first version has no place for what is told here. One of another version
        # that has stays of it: it is only told what there is.
        has_place = report is not None and parsed(report[NUMBER_KEY])[:2] >= _TELLS_KEPT
        self._report = report if has_place else None
        # What an export wrote that was stopped before it told so.
        untold = [plain for line in lines for plain in line.get("exported", ())]
        for plain in untold:
            self._tell(kept_in(plain))
        self._is_changed = bool(untold)

    def still_made_of(self, made_of: str) -> list[KnownFile]:
        """The files that an export made of something, if all are as it wrote them."""
        files = [known for known in self.state.files.values() if known.exported == made_of]
        return files if self.state.hold(files) else []

    def write(self, files: Mapping[str, bytes], made_of: str, profile: str | None) -> None:
        """Write what an export made; files that are there with the same bytes stay."""
        new = {path: data for path, data in files.items() if self.state.current(path) != data}
        known = [
            KnownFile(path, len(data), digest(data), profile=profile, exported=made_of)
            for path, data in files.items()
        ]
        with writing_to(self.folder):
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
        if self._report is not None:
            kept = [plain for plain in self._report.get("kept", ()) if plain["path"] not in paths]
            self._report["kept"] = kept
        self._is_changed = True

    def close(self) -> None:
        """Tell in the report what was done; a run that was stopped goes on telling it itself."""
        with writing_to(self.folder):
            if self.is_unfinished:
                return
            if self._is_changed and self._report is not None:
                self._journal.publish({}, {REPORT_FILE: json_bytes(self._report)})
            self._journal.close()

    def _tell(self, known: KnownFile) -> None:
        """Put a file into the report: in its place there, if a run wrote one of that path."""
        if self._report is None:
            return
        for written in _written(self._report):
            if written["path"] == known.path:
                written |= {"size": known.size, "sha256": known.sha256}
                return
        kept = {plain["path"]: plain for plain in self._report.get("kept", ())}
        kept[known.path] = record_to_plain(kept_file(known, "exported"))
        self._report["kept"] = [kept[path] for path in sorted(kept)]


def _written(report: Plain) -> list[Plain]:
    """The files that the last run wrote, as its report tells them."""
    of_documents = [file for document in report["documents"] for file in document["files"]]
    return [*of_documents, *report["files"]]

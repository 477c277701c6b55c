"""What a folder of results holds, and of which source and run each file is.

The report of the last finished run tells it, and after it the journal of one that was not finished.
A file that differs from what is told was changed by a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch.journal import Line, is_inside
from pipeline.checks.schema import schema_findings
from pipeline.contract.records import WrittenFile
from pipeline.contract.resources import REPORT_FILE
from pipeline.core.errors import OutputError
from pipeline.core.versions import NEWER, NUMBER_KEY, REPORT

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that a run wrote: its path, its size and digest as written, and what it is of.

    `file` names the document and `source` says where it lay (None: the file holds all of a run),
    `profile` what the document gave, `base_id` that identifier before it was told apart from
    another one. `exported` is what `bcp export` made it of, `why` why a run kept it last.
    """

    path: str
    size: int
    sha256: str
    file: str | None = None
    source: str | None = None
    profile: str | None = None
    base_id: str | None = None
    exported: str | None = None
    why: str | None = None

    @property
    def format(self) -> str:
        """The name of its format, which is that of its folder."""
        return self.path.partition("/")[0]

    @property
    def written(self) -> WrittenFile:
        """The record of the file."""
        return WrittenFile(path=self.path, size=self.size, sha256=self.sha256)


@dataclass(slots=True)
class State:
    """The documents of earlier runs, and by path the files that they and exports left."""

    folder: Path
    documents: list[Plain] = field(default_factory=list)
    files: dict[str, KnownFile] = field(default_factory=dict)
    # The files of the last finished run that hold all its profiles, and whose they are.
    shared: tuple[KnownFile, ...] = ()
    shared_profiles: frozenset[str] = frozenset()

    @classmethod
    def of(cls, folder: Path, lines: Sequence[Line]) -> State:
        """The state of a folder, with what its journal tells after its report."""
        state = cls(folder)
        report = report_of(folder)
        if report is not None:
            state._add_report(report)
        for line in lines:
            state._add_line(line)
        return state

    def _add_report(self, report: Plain) -> None:
        for kept in report.get("kept", ()):
            self.know(kept_in(kept))
        for document in report["documents"]:
            self._add_document({**document, "fingerprint": report["fingerprint"]})
        self.shared = tuple(_file(plain) for plain in report["files"])
        for known in self.shared:
            self.know(known)
        found = (document["profile"] for document in self.documents)
        self.shared_profiles = frozenset(profile for profile in found if profile is not None)

    def _add_line(self, line: Line) -> None:
        for path in line["remove"]:
            self.files.pop(path, None)
        for plain in line.get("exported", ()):
            self.know(kept_in(plain))
        document = line.get("document")
        if document is not None and _is_document(document):
            same = (document["file"], document.get("source"))
            self.documents = [d for d in self.documents if (d["file"], d.get("source")) != same]
            self._add_document({**document, "resumed": True})
            self.shared_profiles = frozenset()

    def _add_document(self, document: Plain) -> None:
        self.documents.append(document)
        for known in files_of_document(document):
            self.know(known)

    def know(self, known: KnownFile) -> None:
        """A file is as a run wrote it from now on."""
        self.files[known.path] = known

    def is_as_written(self, known: KnownFile) -> bool:
        """Whether a file is there, with the bytes that were written."""
        data = self.current(known.path)
        return data is not None and len(data) == known.size and digest(data) == known.sha256

    def hold(self, files: Iterable[KnownFile]) -> bool:
        """Whether all of some files are as they were written."""
        return all(self.is_as_written(known) for known in files)

    def edited(self, files: Mapping[str, bytes]) -> list[str]:
        """Which of some files would be written over what no run wrote, and nobody could restore.

        Raises OSError where something stands there that is no file.
        """
        return [path for path, wanted in files.items() if self._is_edited(path, wanted)]

    def _is_edited(self, path: str, wanted: bytes) -> bool:
        data = self.current(path)
        if data is None or data == wanted:
            return False
        known = self.files.get(path)
        return known is None or digest(data) != known.sha256

    def current(self, path: str) -> bytes | None:
        """The bytes at a path now; None where nothing is."""
        try:
            return (self.folder / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def exists(self, known: KnownFile) -> bool:
        """Whether a file is still there, in whatever form."""
        return (self.folder / known.path).is_file()


def files_of_document(document: Plain) -> Iterator[KnownFile]:
    """The files that the report of a document names."""
    for plain in document["files"]:
        yield KnownFile(
            plain["path"],
            plain["size"],
            plain["sha256"],
            document["file"],
            document.get("source"),
            document["profile"],
            document["base_id"],
        )


def kept_in(plain: Plain) -> KnownFile:
    """A file that a report tells as kept."""
    return KnownFile(
        plain["path"],
        plain["size"],
        plain["sha256"],
        plain.get("file"),
        plain.get("source"),
        plain.get("profile"),
        plain.get("base_id"),
        plain.get("made_of"),
        plain["why"],
    )


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def report_of(folder: Path) -> dict[str, Any] | None:
    """The report of the last run; None where there is none, or one that no run wrote so.

    A report that was changed by hand is no ground to stand on. Raises OutputError for one of a
    newer program: what it tells would be lost.
    """
    try:
        found = json.loads((folder / REPORT_FILE).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    if not isinstance(found, dict):
        return None
    # A report of today is used as far as it holds: to check each anew takes a run of ten thousand
    # documents, of which none changed, ten seconds.
    is_of_today = found.get(NUMBER_KEY) == REPORT.version
    findings = () if is_of_today else schema_findings(found, REPORT)
    for finding in findings:
        if finding.code == NEWER:
            raise OutputError(
                f"the results in {folder} were made by a newer program: {finding.message}; update "
                "bcp, or name another folder"
            )
    return found if not findings and _is_report(found) else None


def leave_alone_newer(folder: Path) -> None:
    """OutputError where a newer program wrote the results, before anything is done to them."""
    report_of(folder)


def _is_report(plain: Any) -> bool:
    """Whether all that is asked of a report is there, and is what it should be."""
    try:
        return (
            isinstance(plain["fingerprint"], str)
            and isinstance(plain["schema_version"], str)
            and all(map(_is_document, plain["documents"]))
            and all(map(_is_file, plain["files"]))
            and all(
                _is_file(kept) and isinstance(kept["why"], str) for kept in plain.get("kept", ())
            )
        )
    except (KeyError, TypeError, AttributeError):
        return False


def _is_document(plain: Plain) -> bool:
    texts = ("sha256", "profile", "base_id")
    return (
        isinstance(plain["file"], str)
        and isinstance(plain.get("source"), str | None)
        and all(isinstance(plain[key], str | None) for key in texts)
        and all(map(_is_file, plain["files"]))
    )


def _is_file(plain: Plain) -> bool:
    texts = ("file", "source", "profile", "base_id", "made_of")
    return (
        is_inside(plain["path"])
        and isinstance(plain["size"], int)
        and isinstance(plain["sha256"], str)
        and all(isinstance(plain.get(key), str | None) for key in texts)
    )


def _file(plain: Plain) -> KnownFile:
    return KnownFile(plain["path"], plain["size"], plain["sha256"])

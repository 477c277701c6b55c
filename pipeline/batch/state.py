"""What a folder of results holds, and of which source and run each file is.

The report of the last finished run tells it, and after it the journal of one that was not finished.
A file that differs from what is told was changed by hand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.batch.journal import REPORT_FILE, Line
from pipeline.checks.schema import schema_findings
from pipeline.contract.records import WrittenFile
from pipeline.core.errors import OutputError
from pipeline.core.versions import NEWER, NUMBER_KEY, REPORT

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that a run wrote: its path, its size and digest as written, and what it is of.

    `source` and `folder` name the document (None: it holds all of a run), `profile` what the
    document gave, `base_id` that identifier before it was told apart from another one. `exported`
    is what `bcp export` made it of; None where a conversion wrote it.
    """

    path: str
    size: int
    sha256: str
    source: str | None = None
    folder: str | None = None
    profile: str | None = None
    base_id: str | None = None
    exported: str | None = None

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
            try:
                state._add_report(report)
            except (KeyError, TypeError, AttributeError, ValueError):
                # A report that was changed by hand is no ground to stand on.
                state = cls(folder)
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
        if "document" in line:
            document = line["document"]
            same = (document["file"], document["folder"])
            self.documents = [d for d in self.documents if (d["file"], d.get("folder")) != same]
            self._add_document(document)
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

    def edited(self, path: str, wanted: bytes) -> bool:
        """Whether what stands at a path would be lost with these bytes: no run wrote it so.

        Raises OSError where something stands there that is no file.
        """
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
            _inside(plain["path"]),
            plain["size"],
            plain["sha256"],
            document["file"],
            document.get("folder"),
            document["profile"],
            document["base_id"],
        )


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def report_of(folder: Path) -> dict[str, Any] | None:
    """The report of the last run; None where there is none, or one that is no report.

    Raises OutputError for one of a newer program: what it tells would be lost.
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
    return None if findings else found


def leave_alone_newer(folder: Path) -> None:
    """OutputError where a newer program wrote the results, before anything is done to them."""
    report_of(folder)


def _file(plain: Plain) -> KnownFile:
    return KnownFile(_inside(plain["path"]), plain["size"], plain["sha256"])


def _inside(path: str) -> str:
    """A path as a run wrote it. Raises ValueError for one that leads out of the folder."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        raise ValueError(f"{path} is no path of a result")
    return path


def kept_in(plain: Plain) -> KnownFile:
    """A file that a report tells as kept. Raises KeyError or ValueError where it is none."""
    return KnownFile(
        _inside(plain["path"]),
        plain["size"],
        plain["sha256"],
        plain.get("file"),
        plain.get("folder"),
        plain.get("profile"),
        plain.get("base_id"),
        exported=plain.get("made_of"),
    )

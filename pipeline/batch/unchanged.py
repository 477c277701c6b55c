"""What the results of an earlier run still hold: same source, same program, same files."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pipeline.batch.outcomes import Outcome
from pipeline.conversion import file_bytes
from pipeline.core.catalogue import CATALOGUE
from pipeline.core.diagnostics import Diagnostic, Place, Severity
from pipeline.core.errors import DocumentError
from pipeline.isolation.parcels import Found
from pipeline.profile.trace import Ledger
from pipeline.writers.order import Order

_CODE = (".py", ".toml", ".json", ".xsd")


@cache
def program_digest() -> str:
    """A digest of all that the program's results depend on, beside source and options."""
    digest = hashlib.sha256()
    _add(digest, resources.files("pipeline"))
    return digest.hexdigest()


def _add(digest: Any, folder: Traversable) -> None:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.is_dir() and not entry.name.startswith((".", "__")):
            _add(digest, entry)
        elif entry.name.endswith(_CODE):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())


def fingerprint(order: Order) -> str:
    """A digest of the program and of what it was asked for."""
    asked = ",".join((*sorted(order.names), order.setting.base_uri))
    return hashlib.sha256(f"{program_digest()} {asked}".encode()).hexdigest()


@dataclass(slots=True)
class Earlier:
    """The report of an earlier run into a folder, where this run asks for the same."""

    folder: Path
    report: Mapping[str, Any]
    documents: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.documents = {document["file"]: document for document in self.report["documents"]}

    @classmethod
    def of(cls, folder: Path, file: str, asked: str) -> Earlier | None:
        """The report in a folder; None where there is none, or of another program or request."""
        try:
            report = json.loads((folder / file).read_bytes())
            return cls(folder, report) if report["fingerprint"] == asked else None
        except (OSError, ValueError, KeyError, TypeError):
            # No report, or one that is not ours: all is converted.
            return None

    def outcomes(self, paths: Sequence[Path], names: Sequence[str]) -> dict[int, Outcome]:
        """The outcomes of the files that are unchanged, by their number."""
        found = {}
        for number, (path, name) in enumerate(zip(paths, names, strict=True)):
            document = self.documents.get(name)
            if document is None or not self._holds(path, document):
                continue
            with contextlib.suppress(KeyError, TypeError, ValueError):
                # A report that was changed by hand is no ground to stand on.
                found[number] = self._outcome(path, name, document)
        return found

    def _holds(self, path: Path, document: Mapping[str, Any]) -> bool:
        """Whether a source and all that was written of it are as the report says."""
        if document["profile"] is None:
            return False
        try:
            if hashlib.sha256(file_bytes(path)).hexdigest() != document["sha256"]:
                return False
        except DocumentError:
            return False
        return bool(document["files"]) and self.hold(document["files"])

    def hold(self, files: Sequence[Mapping[str, Any]]) -> bool:
        """Whether files of the results are as they were written."""
        for file in files:
            path = self.folder / file["path"]
            try:
                data = path.read_bytes()
            except OSError:
                return False
            if len(data) != file["size"] or hashlib.sha256(data).hexdigest() != file["sha256"]:
                return False
        return True

    def _outcome(self, path: Path, name: str, document: Mapping[str, Any]) -> Outcome:
        ledger = {k: v for k, v in document["ledger"].items() if k not in ("content", "closed")}
        found = Found(
            document["base_id"],
            document["content_sha256"],
            document["reader"],
            document["layout"],
            tuple(document["structure"] or ()),
            Ledger(**ledger),
            {},
            b"",
        )
        findings = tuple(_finding(plain) for plain in document["findings"])
        stored = f"json/{document['profile']}.json"
        is_there = any(file["path"] == stored for file in document["files"])
        return Outcome(
            path,
            name,
            document["sha256"],
            findings,
            found,
            document["profile"],
            reused=True,
            stored=self.folder / stored if is_there else None,
        )

    def vanished(self, names: Sequence[str]) -> list[str]:
        """The sources of the earlier run that are not among these any more."""
        return sorted(set(self.documents) - set(names))


def _finding(plain: Mapping[str, Any]) -> Diagnostic:
    place = plain.get("place")
    if place is not None and place.get("box") is not None:
        place = {**place, "box": tuple(place["box"])}
    found = Diagnostic(
        plain["code"], plain["message"], Place(**place) if place else None, plain.get("pointer")
    )
    if found.code not in CATALOGUE or found.severity is not Severity(plain["severity"]):
        raise KeyError(found.code)
    return found

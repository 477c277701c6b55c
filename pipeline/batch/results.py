"""The results of a run in their folder: each document as it is finished, then tables and report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch.document_report import document_report
from pipeline.batch.journal import Journal
from pipeline.batch.outcomes import Outcome, told_apart, with_own_ids
from pipeline.batch.sources import SourceFile
from pipeline.batch.staging import writing_to
from pipeline.batch.state import KnownFile, State, digest, leave_alone_newer
from pipeline.batch.unchanged import fingerprint, unchanged
from pipeline.contract.records import record_to_plain
from pipeline.core.diagnostics import Diagnostic
from pipeline.profile.codec import profile_from_plain
from pipeline.profile.model import Profile
from pipeline.writers.order import Order

CHANGED_BY_HAND = "BCP601"


@dataclass(frozen=True, slots=True)
class Placed:
    """A document in the results: its outcome under its id there, and the files that it has.

    `blocked` says why none was written: what stands there was changed by hand.
    """

    outcome: Outcome
    files: tuple[KnownFile, ...] = ()
    blocked: Diagnostic | None = None

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings of the document."""
        return (*self.outcome.findings, *([self.blocked] if self.blocked else ()))


class Results:
    """A folder of results during one run; the caller holds its lock.

    What an unfinished run left half-done is carried out first. Methods raise OutputError where the
    folder cannot be written.
    """

    def __init__(self, folder: Path, order: Order, *, force: bool = False) -> None:
        self.folder = folder
        self.order = order
        self.force = force
        self.journal = Journal(folder)
        leave_alone_newer(folder)
        with writing_to(folder):
            lines = self.journal.recovered()
            self.journal.begin()
        self.state = State.of(folder, lines)
        self.is_resumed = bool(lines)
        self.placed: dict[int, Placed] = {}
        self.written = 0
        self._groups: dict[str, list[int]] = {}

    def reuse(self, files: Sequence[SourceFile]) -> dict[int, Outcome]:
        """The outcomes that earlier runs have written and that still hold, by number."""
        found = unchanged(self.state, files, self.order)
        for number, (outcome, written) in found.items():
            self._enter(number, Placed(outcome, written))
        return {number: outcome for number, (outcome, _) in found.items()}

    def place(self, number: int, outcome: Outcome) -> None:
        """Write what a document gave, all of it or nothing."""
        if outcome.found is None:
            self._enter(number, Placed(outcome))
            return
        group = [n for n in self._groups.get(outcome.found.profile_id, ()) if n != number]
        others = [self.placed[n].outcome for n in group]
        self._write(number, with_own_ids([*others, outcome])[-1])

    def _renamed(self) -> Iterator[tuple[int, Outcome]]:
        """The outcomes that have another id now than their files, by number.

        An id depends on all documents of the run: of two that would have the same both get a
        suffix, also the one that was there first.
        """
        for numbers in self._groups.values():
            told = with_own_ids([self.placed[number].outcome for number in sorted(numbers)])
            for number, outcome in zip(sorted(numbers), told, strict=True):
                if outcome.profile_id != self.placed[number].outcome.profile_id:
                    yield number, outcome

    def told_apart(self) -> dict[int, Placed]:
        """All documents by number, with what is to be said of those that would have one id."""
        found = dict(self.placed)
        for numbers in self._groups.values():
            told = told_apart([self.placed[number].outcome for number in sorted(numbers)])
            for number, outcome in zip(sorted(numbers), told, strict=True):
                before = self.placed[number]
                # A run that was stopped may have left it under another id.
                own = replace(outcome, profile_id=before.outcome.profile_id)
                found[number] = replace(before, outcome=own)
        return found

    def settle(self) -> list[int]:
        """Put all documents under their final ids; those that must be read again for it."""
        again = []
        for number, outcome in list(self._renamed()):
            if outcome.reused:
                again.append(number)
            else:
                self._write(number, outcome)
        return again

    def profile(self, placed: Placed) -> Profile:
        """The profile of a document: as it stands in the results, else as it was read."""
        if placed.files:
            path = self.folder / f"json/{placed.outcome.profile_id}.json"
            return profile_from_plain(json.loads(path.read_bytes()))
        conversion = placed.outcome.conversion
        assert conversion is not None  # only documents that gave a profile are asked
        return conversion.profile

    def _enter(self, number: int, placed: Placed) -> None:
        self.placed[number] = placed
        if placed.outcome.found is not None:
            group = self._groups.setdefault(placed.outcome.found.profile_id, [])
            if number not in group:
                group.append(number)

    def _write(self, number: int, outcome: Outcome) -> None:
        """Publish the files of a document under the id that it has now."""
        files = self._files(outcome)
        with writing_to(self.folder):
            edited = self.edited(files)
        if edited:
            self._enter(number, Placed(outcome, (), changed_by_hand(edited)))
            return
        written = tuple(_known(path, data, outcome) for path, data in files.items())
        slim = outcome
        if outcome.found is not None:
            # All files of a large run are more than memory should hold.
            slim = replace(outcome, found=replace(outcome.found, files={}))
        placed = Placed(slim, written)
        with writing_to(self.folder):
            self.journal.publish({"document": self._plain(placed)}, files)
        for known in written:
            self.state.know(known)
        self._enter(number, placed)
        self.written += 1

    def _files(self, outcome: Outcome) -> Mapping[str, bytes]:
        """The files of a document, by path."""
        found = outcome.found
        if found is not None and found.files and outcome.profile_id == found.profile_id:
            return {path: found.file(path) for path in found.files}
        conversion = outcome.conversion
        assert conversion is not None  # only documents that gave a profile are written
        return self.order.files_of(conversion.profile, conversion.trace)

    def edited(self, files: Mapping[str, bytes]) -> list[str]:
        """Which of some files would overwrite what a person changed."""
        if self.force:
            return []
        return [path for path, data in files.items() if self.state.edited(path, data)]

    def _plain(self, placed: Placed) -> object:
        report = document_report(placed.outcome, placed.findings, placed.files)
        return {**record_to_plain(report), "fingerprint": fingerprint(self.order)}


def changed_by_hand(paths: Sequence[str]) -> Diagnostic:
    """The finding that files stand in the way that no run wrote as they are."""
    return Diagnostic(
        CHANGED_BY_HAND, f"{', '.join(paths)}: not as a run wrote it; nothing was written over it"
    )


def _known(path: str, data: bytes, outcome: Outcome) -> KnownFile:
    base = outcome.found.profile_id if outcome.found is not None else None
    return KnownFile(
        path,
        len(data),
        digest(data),
        outcome.file,
        outcome.folder,
        outcome.profile_id,
        base,
    )

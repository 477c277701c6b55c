"""The results of a run in their folder: each document as it is finished, under an id of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch.claims import Claims
from pipeline.batch.document_report import document_report
from pipeline.batch.journal import Journal
from pipeline.batch.outcomes import Outcome, told_apart, with_own_ids
from pipeline.batch.sources import Sources
from pipeline.batch.staging import writing_to
from pipeline.batch.state import KnownFile, State, digest, leave_alone_newer
from pipeline.batch.unchanged import fingerprint, unchanged
from pipeline.contract.records import record_to_plain
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.interrupts import uninterrupted
from pipeline.families import Family
from pipeline.profile.codec import profile_from_plain
from pipeline.profile.model import Profile
from pipeline.validate import stored_profile
from pipeline.writers.order import Order

CHANGED_BY_HAND = "BCP601"


@dataclass(frozen=True, slots=True)
class Placed:
    """A document in the results: its outcome under its id there, and the files that it has.

    `blocked` says why none was written: what stands there is not as a run wrote it.
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
    folder cannot be read or written.
    """

    def __init__(
        self,
        folder: Path,
        sources: Sources,
        order: Order,
        *,
        force: bool = False,
        families: tuple[Family, ...] | None = None,
    ) -> None:
        self.folder = folder
        self.sources = sources
        self.order = order
        self.force = force
        self.fingerprint = fingerprint(order, families=families)
        self.journal = Journal(folder)
        leave_alone_newer(folder)
        with writing_to(folder):
            lines = self.journal.recovered()
            self.journal.begin()
            self.state = State.of(folder, lines)
        self.claims = Claims(self.state, sources)
        self.is_resumed = bool(lines)
        self.placed: dict[int, Placed] = {}
        # How many documents this run wrote, what it wrote over by force, whether it is finished.
        self.written = 0
        self.overwritten: list[str] = []
        self.is_finished = False
        self._groups: dict[str, list[int]] = {}

    def reuse(self) -> dict[int, Outcome]:
        """The outcomes that earlier runs have written and that still hold, by number.

        By force only those of the same run, which was stopped.
        """
        with writing_to(self.folder):
            found = unchanged(
                self.state, self.sources, self.order, self.fingerprint, resumed=self.force
            )
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
        self._write(number, self._with_ids([*others, outcome])[-1])

    def settle(self) -> list[int]:
        """Put all documents under their final ids; those that must be read again for it.

        An id depends on all documents of the run: of two that would have the same both get a
        suffix, also the one that was there first.
        """
        again = []
        for number, outcome in list(self._renamed()):
            if outcome.reused:
                again.append(number)
            else:
                self._write(number, outcome)
        return again

    def told_apart(self) -> dict[int, Placed]:
        """All documents by number, with what is to be said of those that would have one id."""
        found = dict(self.placed)
        for numbers in self._groups.values():
            told = told_apart([self.placed[number].outcome for number in sorted(numbers)])
            for number, outcome in zip(sorted(numbers), told, strict=True):
                before = self.placed[number]
                findings = (*outcome.findings, *self.claims.findings(before.outcome))
                # A run that was stopped may have left it under another id.
                own = replace(outcome, profile_id=before.outcome.profile_id, findings=findings)
                found[number] = replace(before, outcome=own)
        return found

    def profile(self, placed: Placed) -> Profile:
        """The profile of a document: as it stands in the results, else as it was read.

        What a person made of it counts, as long as it is a profile: all else in the folder is a
        projection of the JSON.
        """
        path = self.folder / f"json/{placed.outcome.profile_id}.json"
        if placed.files:
            return profile_from_plain(json.loads(path.read_bytes()))
        stored = stored_profile(path)[0] if path.is_file() else None
        if stored is not None:
            return stored
        conversion = placed.outcome.conversion
        assert conversion is not None  # only documents that gave a profile are asked
        return conversion.profile

    def edited(self, files: Mapping[str, bytes]) -> list[str]:
        """Which of some files would overwrite what no run wrote; by force none is kept from it."""
        found = self.state.edited(files)
        if self.force:
            self.overwritten += found
            return []
        return found

    def _with_ids(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Outcomes of one id, each with one that no other document claims."""
        told = with_own_ids(outcomes)
        return [self.claims.free(outcome) for outcome in told]

    def _renamed(self) -> Iterator[tuple[int, Outcome]]:
        """The outcomes that have another id now than their files, by number."""
        for numbers in self._groups.values():
            told = self._with_ids([self.placed[number].outcome for number in sorted(numbers)])
            for number, outcome in zip(sorted(numbers), told, strict=True):
                if outcome.profile_id != self.placed[number].outcome.profile_id:
                    yield number, outcome

    def _enter(self, number: int, placed: Placed) -> None:
        self.placed[number] = placed
        self.claims.enter(placed.outcome)
        for known in placed.files:
            self.state.know(known)
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
        slim = outcome
        if outcome.found is not None:
            # All files of a large run are more than memory should hold.
            slim = replace(outcome, found=replace(outcome.found, files={}))
        placed = Placed(slim, tuple(_known(path, data, outcome) for path, data in files.items()))
        # What is published is entered, whatever stops the run.
        with writing_to(self.folder), uninterrupted():
            self.journal.publish({"document": self._plain(placed)}, files)
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

    def _plain(self, placed: Placed) -> object:
        report = document_report(placed.outcome, placed.findings, placed.files)
        return {**record_to_plain(report), "fingerprint": self.fingerprint}


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
        outcome.source,
        outcome.profile_id,
        base,
    )

"""The end of a run: what holds all its profiles, what is left of earlier runs, and the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch.document_report import document_report
from pipeline.batch.keeping import Keeping, Leftovers
from pipeline.batch.outcomes import Outcome
from pipeline.batch.results import Placed, Results, changed_by_hand
from pipeline.batch.sources import Sources
from pipeline.batch.state import KnownFile, digest
from pipeline.contract.records import (
    PassedOverFile,
    Program,
    Report,
    Summary,
    finding_record,
    record_to_plain,
)
from pipeline.contract.resources import REPORT_FILE
from pipeline.core.diagnostics import Diagnostic, Severity
from pipeline.core.interrupts import uninterrupted
from pipeline.core.version import PROGRAM, VERSION
from pipeline.core.versions import REPORT
from pipeline.writers.json_profile import json_bytes

_UNREADABLE = "BCP602"


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished run: the outcomes of the documents in the order of their paths, what is amiss
    beside them (each with the path that it concerns), the report, how many files of sources that
    are gone were removed, and the files that were written over by force.
    """

    outcomes: tuple[Outcome, ...]
    others: tuple[Outcome, ...]
    report: Report
    pruned: int
    overwritten: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[Outcome, ...]:
        """All that has findings to tell."""
        return (*self.outcomes, *self.others)


@dataclass(frozen=True, slots=True)
class _Shared:
    """The files that hold all profiles: new ones, those that the run has, what blocks the rest."""

    files: Mapping[str, bytes]
    owned: tuple[KnownFile, ...]
    blocked: tuple[tuple[str, Diagnostic], ...] = ()


def finish(results: Results, *, interrupted: bool = False, prune: bool = False) -> Finished:
    """Write tables and report of a run, and leave or remove what is not of it.

    Raises OSError where the disk does not take it; then the next run does it.
    """
    placed = results.told_apart()
    documents = [placed[number] for number in sorted(placed)]
    shared = _shared(results, documents)
    told = [_own(results, one) for one in documents]
    owned = {known.path for one in told for known in one.files}
    owned |= {known.path for known in shared.owned} | {REPORT_FILE}
    keeping = Keeping(results, [name for name, _ in shared.blocked], interrupted=interrupted)
    leftovers = keeping.leftovers(owned, prune=prune)
    others = [*_unreadable(results.sources), *shared.blocked]
    report = _report(results, told, shared, leftovers, others, interrupted)
    files = {**shared.files, REPORT_FILE: json_bytes(record_to_plain(report))}
    removed = [known.path for known in (*leftovers.renamed, *leftovers.pruned)]
    with uninterrupted():
        results.journal.publish({}, files, removed)
        results.journal.close()
        results.is_finished = True
    return Finished(
        tuple(_outcome(one) for one in documents),
        tuple(_beside(results.folder, name, finding) for name, finding in others),
        report,
        len(leftovers.pruned),
        tuple(results.overwritten),
    )


def _own(results: Results, placed: Placed) -> Placed:
    """A document with the files that are still its own.

    A run that was stopped while it told ids apart may have given their place to another one.
    """
    files = tuple(k for k in placed.files if results.state.files.get(k.path) in (None, k))
    return Placed(placed.outcome, files, placed.blocked)


def _outcome(placed: Placed) -> Outcome:
    return replace(placed.outcome, findings=placed.findings)


def _shared(results: Results, documents: Iterable[Placed]) -> _Shared:
    """What holds all profiles of the run; what is there already and still right stays."""
    converted = [placed for placed in documents if placed.outcome.found is not None]
    formats = set(results.order.names_of("run"))
    state = results.state
    before = tuple(known for known in state.shared if known.format in formats)
    if (
        not results.written
        and not results.is_resumed
        and {known.format for known in before} == formats
        and {placed.outcome.profile_id for placed in converted} == state.shared_profiles
        and not any(placed.blocked for placed in converted)
        and state.hold(before)
    ):
        return _Shared({}, before)
    if not converted or not formats:
        return _Shared({}, ())
    files = results.order.run_files_of([results.profile(placed) for placed in converted])
    blocked = {}
    for name in formats:
        if edited := results.edited(_of_format(files, name)):
            blocked[name] = changed_by_hand(edited)
    free = {path: data for path, data in files.items() if path.partition("/")[0] not in blocked}
    owned = tuple(KnownFile(path, len(data), digest(data)) for path, data in free.items())
    return _Shared(free, owned, tuple(sorted(blocked.items())))


def _of_format(files: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith(f"{name}/")}


def _unreadable(sources: Sources) -> Iterable[tuple[str, Diagnostic]]:
    """A finding for each folder that could not be searched."""
    for other in sources.passed_over:
        if other.why == "unreadable":
            name = other.name or "."
            message = f"what is in {name} was not seen; its earlier results are kept"
            yield name, Diagnostic(_UNREADABLE, message)


def _beside(folder: Path, name: str, finding: Diagnostic) -> Outcome:
    """What is amiss beside the documents, as something that can be printed like one."""
    path = Path(name) if finding.code == _UNREADABLE else folder / name
    return Outcome(path, name, None, (finding,))


def _report(
    results: Results,
    documents: Iterable[Placed],
    shared: _Shared,
    leftovers: Leftovers,
    others: Iterable[tuple[str, Diagnostic]],
    interrupted: bool,
) -> Report:
    told = list(documents)
    reports = [document_report(p.outcome, p.findings, p.files) for p in told]
    findings = [finding for placed in told for finding in placed.findings]
    return Report(
        schema_version=REPORT.version,
        program=Program(name=PROGRAM, version=VERSION),
        fingerprint=results.fingerprint,
        interrupted=interrupted,
        documents=tuple(sorted(reports, key=lambda report: report.file)),
        files=tuple(known.written for known in sorted(shared.owned, key=lambda k: k.path)),
        kept=leftovers.kept,
        passed_over=tuple(
            PassedOverFile(file=other.name, why=other.why) for other in results.sources.passed_over
        ),
        findings=tuple(finding_record(finding) for _, finding in others),
        summary=Summary(
            documents=len(reports),
            converted=sum(1 for placed in told if placed.outcome.found is not None),
            errors=_count(findings, Severity.ERROR),
            warnings=_count(findings, Severity.WARNING),
        ),
    )


def _count(findings: Iterable[Diagnostic], severity: Severity) -> int:
    return sum(1 for finding in findings if finding.severity is severity)

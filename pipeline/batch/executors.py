"""Where the work is done: in processes of this machine, or in this one where it has none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from pipeline.core.diagnostics import Diagnostic
from pipeline.families import Family
from pipeline.isolation.each import in_processes, in_this_process
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Answer
from pipeline.isolation.parcels import Parcel, received
from pipeline.isolation.work import Work, work_with
from pipeline.writers.order import Order

# So many documents are worth 0.4 s of preparation. A list that was run together asks about a
# thousand words and more, which takes 0.01 s; labels that are known take 0.015 s less.
_MANY = 50


class Executor(Protocol):
    """Does the work on files, in any order."""

    def run(self, paths: Sequence[Path]) -> Iterator[tuple[int, Parcel]]:
        """(number of the path, its parcel), as they come."""
        ...


class InProcesses:
    """The work on files in processes of their own, `jobs` at a time, within the limits."""

    def __init__(self, jobs: int, limits: Limits, work: Work) -> None:
        self.jobs = jobs
        self.limits = limits
        self.work = work

    def run(self, paths: Sequence[Path]) -> Iterator[tuple[int, Parcel]]:
        """(number of the path, its parcel), as they come; leaves no process behind."""
        for number, answer in in_processes(paths, self.work, self.jobs, self.limits):
            yield number, _parcel(answer)


class InThisProcess:
    """The work on one file after the other, without limits of time and memory."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def run(self, paths: Sequence[Path]) -> Iterator[tuple[int, Parcel]]:
        """(number of the path, its parcel), in order."""
        for number, answer in in_this_process(paths, self.work):
            yield number, _parcel(answer)


def local(
    jobs: int, order: Order, limits: Limits, families: tuple[Family, ...] | None = None
) -> Executor:
    """The executor of this machine."""
    return InProcesses(jobs, limits, work_with(order, limits.source_bytes, families))


def _parcel(answer: Answer) -> Parcel:
    """The parcel that the work gave; one of the finding alone where it gave none."""
    return Parcel(None, (answer,)) if isinstance(answer, Diagnostic) else received(answer)


def all_cores() -> int:
    """How many processes this one may run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def preload(families: tuple[Family, ...] | None = None, documents: int = 1) -> None:
    """Load what most of so many documents need, so that each process finds it loaded."""
    import pipeline.readers.docx.reader
    import pipeline.readers.pdf.reader  # noqa: F401
    from pipeline.batch.rehearsal import rehearse
    from pipeline.checks.schema import load_schema
    from pipeline.document import dutch_words
    from pipeline.families import load_families
    from pipeline.labels.matcher import matcher_of

    known = load_families() if families is None else families
    if documents >= _MANY:
        dutch_words.unpack()
        rehearse(known)
    # Neither language has it.
    dutch_words.is_word("")
    load_schema()
    for family in known:
        matcher_of(family)

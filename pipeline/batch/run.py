"""A run: what is unchanged is taken from the results, the rest is worked on and published."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.batch.executors import Executor, preload
from pipeline.batch.outcomes import Outcome
from pipeline.batch.publishing import Finished, finish
from pipeline.batch.results import Results
from pipeline.batch.sources import SourceFile, Sources
from pipeline.batch.staging import writing_to
from pipeline.core.errors import Interrupted, OutputError
from pipeline.families import Family
from pipeline.writers.order import Order

Done = Callable[[Outcome], None]
Families = tuple[Family, ...] | None
# One document is read before all that might be needed is loaded.
_WORTH_PRELOADING = 2


def outcomes_of(
    files: Sequence[SourceFile], executor: Executor, families: Families = None
) -> Iterator[tuple[int, Outcome]]:
    """(number of the file, what became of it), as they come."""
    if len(files) >= _WORTH_PRELOADING:
        preload(families, len(files))
    for number, parcel in executor.run([file.path for file in files]) if files else ():
        file = files[number]
        yield (
            number,
            Outcome(
                file.path,
                file.name,
                parcel.sha256,
                parcel.findings,
                parcel.found,
                source=file.source,
            ),
        )


def convert_all(
    sources: Sources,
    executor: Executor,
    order: Order,
    folder: Path,
    *,
    force: bool = False,
    prune: bool = False,
    families: Families = None,
    done: Done = lambda _: None,
) -> Finished:
    """Convert all files into a folder, whose lock the caller holds; `done` is told of each.

    A document is published when it is finished. `families` are those that the executor reads by,
    where they are not the program's own. On Ctrl-C tables and report are written of those
    so far. Raises OutputError where the folder cannot be written; it says what was.
    """
    results = None
    try:
        results = Results(folder, sources, order, force=force, families=families)
        interrupted = not _all_done(results, executor, done, families)
        with writing_to(folder):
            return finish(results, interrupted=interrupted, prune=prune)
    except OutputError as error:
        raise OutputError(f"{error}; {_so_far(results)}") from error
    except KeyboardInterrupt:
        raise Interrupted(_so_far(results)) from None


def _all_done(results: Results, executor: Executor, done: Done, families: Families) -> bool:
    """Do the work on all files; whether it came to its end."""
    files = results.sources.files
    try:
        known = results.reuse()
        for outcome in known.values():
            done(outcome)
        rest = [number for number in range(len(files)) if number not in known]
        for at, outcome in outcomes_of([files[number] for number in rest], executor, families):
            results.place(rest[at], outcome)
            done(outcome)
        again = results.settle()
        for at, outcome in outcomes_of([files[number] for number in again], executor, families):
            results.place(again[at], outcome)
    except KeyboardInterrupt:
        results.settle()
        return False
    results.settle()
    return True


def _so_far(results: Results | None) -> str:
    """What a run that could not be finished has written, for the end of a message."""
    if results is not None and results.is_finished:
        return "the run was at its end, and all is written"
    if results is None or not results.written:
        return "nothing of this run was written"
    return (
        f"{results.written} documents of this run are written, tables and report are not: the "
        "same command goes on from there"
    )

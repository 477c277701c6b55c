"""A run: what is unchanged is taken from the results, the rest is worked on, ids told apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.executors import Executor, preload
from pipeline.batch.outcomes import Outcome, to_do_again, told_apart
from pipeline.batch.sources import names_of
from pipeline.batch.unchanged import Earlier

Done = Callable[[Outcome], None]
# One document is read before all that might be needed is loaded.
_WORTH_PRELOADING = 2


@dataclass(frozen=True, slots=True)
class Run:
    """The outcomes of a run in the order of its paths; `interrupted` where some are missing."""

    outcomes: tuple[Outcome, ...]
    interrupted: bool = False


def convert_all(
    paths: Sequence[Path],
    executor: Executor,
    earlier: Earlier | None = None,
    done: Done = lambda _: None,
) -> Run:
    """An outcome for each file; `done` is told of each as it comes.

    What the results of an earlier run hold unchanged is taken from there. On Ctrl-C the
    outcomes so far are handed back.
    """
    names = names_of(paths)
    found: dict[int, Outcome] = {}
    if earlier is not None:
        found.update(earlier.outcomes(paths, names))
    for outcome in found.values():
        done(outcome)
    interrupted = False
    rest = [n for n in range(len(paths)) if n not in found]
    try:
        _work(rest, paths, names, executor, found, done)
        known = sorted(found)
        again = [known[at] for at in to_do_again([found[n] for n in known])]
        _work(again, paths, names, executor, found, lambda _: None)
    except KeyboardInterrupt:
        interrupted = True
    return Run(tuple(_told(found).values()), interrupted)


def _work(
    numbers: Sequence[int],
    paths: Sequence[Path],
    names: Sequence[str],
    executor: Executor,
    found: dict[int, Outcome],
    done: Done,
) -> None:
    """Do the work on some of the paths."""
    if len(numbers) >= _WORTH_PRELOADING:
        preload()
    for at, parcel in executor.run([paths[n] for n in numbers]) if numbers else ():
        number = numbers[at]
        outcome = Outcome(
            paths[number], names[number], parcel.sha256, parcel.findings, parcel.found
        )
        found[number] = outcome
        done(outcome)


def _told(found: dict[int, Outcome]) -> dict[int, Outcome]:
    """The outcomes with ids of their own, in the order of their paths."""
    numbers = sorted(found)
    return dict(zip(numbers, told_apart([found[n] for n in numbers]), strict=True))

"""A work on tasks, each in a process of its own where the system has such."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pipeline.isolation.faults import fault_of
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Answer

T = TypeVar("T")


def in_processes(
    tasks: Sequence[T], work: Callable[[T], bytes], jobs: int, limits: Limits
) -> Iterator[tuple[int, Answer]]:
    """(number of the task, what its work gave, or the finding why not), as they come.

    A process inherits what its work refers to, and hands back bytes alone; it can write no file.
    Where the system knows no such processes, the work is done here, without limits.
    """
    if hasattr(os, "fork") and hasattr(os, "pidfd_open"):
        # What it is made of cannot even be loaded elsewhere.
        from pipeline.isolation.processes import Processes

        yield from Processes(jobs, limits, work).run(tasks)
    else:
        yield from in_this_process(tasks, work)


def in_this_process(tasks: Sequence[T], work: Callable[[T], bytes]) -> Iterator[tuple[int, Answer]]:
    """(number of the task, what its work gave, or the finding why not), in order."""
    for number, task in enumerate(tasks):
        yield number, _answer(task, work)


def _answer(task: T, work: Callable[[T], bytes]) -> Answer:
    try:
        return work(task)
    except Exception as error:  # the other tasks must still be done
        return fault_of(error)

"""What runs in the process of one document: the limits first, then the work, then the answer."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pipeline.core import heartbeat
from pipeline.isolation.faults import BROKEN, OUT_OF_MEMORY, fault_of
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import BEAT, Answer, message

T = TypeVar("T")
_SET_PARENT_DEATH_SIGNAL = 1
# A process that its parent could not kill ends itself so much later.
_MARGIN = 10
_FILES = 256
_WAITING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let signals wait: Python runs code of its own around a fork, and drops what is raised there.

    An interrupt that comes in that moment would be lost. A child lets them come again once it has
    said what they do to it.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _WAITING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def run(work: Callable[[T], bytes], task: T, pipe: int, limits: Limits) -> None:
    """Do the work on a task and send the answer through the pipe; never returns."""
    code = BROKEN
    try:
        _confine(limits, pipe)
        heartbeat.listen(lambda: _send(pipe, BEAT))
        for part in message(_answer(work, task)):
            _send(pipe, part)
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        # No clean-up of the parent's objects, no flush of its streams.
        os._exit(code)


def _answer(work: Callable[[T], bytes], task: T) -> Answer:
    try:
        return work(task)
    except BaseException as error:  # also SystemExit of a library: it must not end the batch
        return fault_of(error)


def _confine(limits: Limits, pipe: int) -> None:
    """Set the limits, in a session of its own, with nothing open but the pipe."""
    os.setsid()
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _WAITING)
    signal.alarm(int(limits.total) + _MARGIN)
    # First what was open: there may be no room for one more.
    os.closerange(3, pipe)
    os.closerange(pipe + 1, _FILES)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    if nothing not in (0, 1, 2):
        os.close(nothing)
    memory = limits.memory + _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    seconds = int(limits.total) + _MARGIN
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _address_space() -> int:
    """How much the program takes before it has seen the document, in bytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * resource.getpagesize()


def _send(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]

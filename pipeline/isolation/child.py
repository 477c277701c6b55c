"""What runs in the process of one document: the limits first, then the work, then the answer."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pipeline.core import heartbeat
from pipeline.core.interrupts import WAITING
from pipeline.isolation.faults import BROKEN, OUT_OF_MEMORY, fault_of
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import BEAT, Answer, message

T = TypeVar("T")
_SET_PARENT_DEATH_SIGNAL = 1
# A process that its parent did not kill ends itself after so many seconds more of computing.
_MARGIN = 10
# More computing than this is no limit, and more than what the system takes for one.
_LONGEST = 2**31
# Seconds between signs of life: a reader may give a million of them.
_RHYTHM = 0.1
_FILES = 256


def run(work: Callable[[T], bytes], task: T, pipe: int, limits: Limits) -> None:
    """Do the work on a task and send the answer through the pipe; never returns."""
    code = BROKEN
    try:
        _confine(limits, pipe)
        # A parent that died before it was bound to us reads no more: this fails then.
        _send(pipe, BEAT)
        heartbeat.listen(_beats(pipe))
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


def _beats(pipe: int) -> Callable[[], None]:
    """What sends a sign of life unless one was sent just now."""
    next_one = 0.0

    def beat() -> None:
        nonlocal next_one
        now = time.monotonic()
        if now >= next_one:
            next_one = now + _RHYTHM
            _send(pipe, BEAT)

    return beat


def _confine(limits: Limits, pipe: int) -> None:
    """Set the limits, in a session of its own, with nothing open but the pipe."""
    os.setsid()
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, WAITING)
    # The parent measures, and its children die with it. This is for what escapes both: pages
    # without end that are waited for and not computed.
    signal.alarm(math.ceil(limits.wall))
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
    # At the first of these comes SIGXCPU, which tells why; where both are equal it is SIGKILL.
    seconds = math.ceil(min(limits.total + _MARGIN, _LONGEST))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
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

"""Starts a process for each document, some at a time, watches them and kills what hangs."""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation import child
from pipeline.isolation.limits import Limits
from pipeline.isolation.parcels import CRASH, Parcel, received
from pipeline.isolation.work import NO_MEMORY, Work

TIMEOUT, TOO_MUCH, NO_PROCESS = "BCP160", "BCP163", "BCP164"
_READ_AT_ONCE = 1 << 16
# A process that died having taken this share of its memory died of that.
_NEARLY_ALL = 0.7


@dataclass(slots=True)
class _Child:
    """A process at work. `resident` bytes were ours when it began; `why` is set if we killed it."""

    number: int
    pid: int
    process: int
    pipe: int
    started: float
    heard: float
    resident: int
    received: bytearray = field(default_factory=bytearray)
    why: Diagnostic | None = None

    def result(self) -> bytes | None:
        """The parcel that has arrived whole; None before."""
        return child.result_in(self.received)


@dataclass(slots=True)
class Processes:
    """Runs the work on files in processes of their own, `jobs` at a time."""

    jobs: int
    limits: Limits
    work: Work

    def run(self, paths: Sequence[Path]) -> Iterator[tuple[int, Parcel]]:
        """(number of the path, its parcel), as they come; leaves no process behind."""
        # What exists by now is shared with the children as long as nobody touches it.
        gc.collect()
        gc.freeze()
        watch = _Watch(self.limits, self.work)
        waiting = deque(enumerate(paths))
        try:
            while waiting or watch.children:
                while waiting and len(watch.children) < self.jobs:
                    number, path = waiting.popleft()
                    if watch.start(number, path):
                        continue
                    if watch.children:
                        # The machine has no room for one more at the moment.
                        waiting.appendleft((number, path))
                        break
                    message = "no process could be started for it"
                    yield number, Parcel(None, (Diagnostic(NO_PROCESS, message),))
                yield from watch.ended()
        finally:
            watch.kill_all()
            gc.unfreeze()


class _Watch:
    """The processes at work."""

    def __init__(self, limits: Limits, work: Work) -> None:
        self.limits = limits
        self.work = work
        self.children: dict[int, _Child] = {}
        self.selector = selectors.DefaultSelector()

    def start(self, number: int, path: Path) -> bool:
        """Start a process for a file; whether the system allowed it."""
        pipes: tuple[int, ...] = ()
        pid = 0
        try:
            pipes = os.pipe()
            resident = _resident()
            with child.uninterrupted():
                pid = os.fork()
                if pid == 0:
                    child.run(self.work, path, pipes[1], self.limits)
            process = os.pidfd_open(pid)
        except OSError:
            if pid:
                _kill_group(pid)
                os.waitpid(pid, 0)
            for pipe in pipes:
                os.close(pipe)
            return False
        os.close(pipes[1])
        os.set_blocking(pipes[0], False)
        now = time.monotonic()
        found = _Child(number, pid, process, pipes[0], now, now, resident)
        self.children[pid] = found
        self.selector.register(found.pipe, selectors.EVENT_READ, found)
        self.selector.register(found.process, selectors.EVENT_READ, found)
        return True

    def ended(self) -> Iterator[tuple[int, Parcel]]:
        """Wait until something happens; the parcels of the processes that ended."""
        events = self.selector.select(self._patience())
        dead: dict[int, _Child] = {}
        for key, _ in events:
            found: _Child = key.data
            self._receive(found)
            if key.fd == found.process or found.result() is not None:
                dead[found.pid] = found
        self._kill_the_overdue()
        for found in dead.values():
            yield found.number, self._buried(found)

    def kill_all(self) -> None:
        """Kill all processes that are left."""
        for found in list(self.children.values()):
            self._buried(found)
        self.selector.close()

    def _patience(self) -> float:
        """Seconds until the next process would be overdue."""
        ends = [self._deadline(found) for found in self.children.values() if found.why is None]
        return max(0.0, min(ends, default=time.monotonic()) - time.monotonic()) + 0.01

    def _deadline(self, found: _Child) -> float:
        return min(found.heard + self.limits.stall, found.started + self.limits.total)

    def _receive(self, found: _Child) -> None:
        """Take what has come through the pipe."""
        with contextlib.suppress(BlockingIOError):
            while data := os.read(found.pipe, _READ_AT_ONCE):
                found.heard = time.monotonic()
                found.received += data
                if len(found.received) > self.limits.result_bytes:
                    size = self.limits.result_bytes
                    self._kill(found, Diagnostic(TOO_MUCH, f"its result has over {size} bytes"))
                    return
            if found.pipe in self.selector.get_map():
                self.selector.unregister(found.pipe)

    def _kill_the_overdue(self) -> None:
        now = time.monotonic()
        for found in self.children.values():
            if found.why is None and now >= self._deadline(found):
                in_all = now - found.started >= self.limits.total
                seconds = self.limits.total if in_all else self.limits.stall
                what = "in all" if in_all else "without a page being finished"
                self._kill(found, Diagnostic(TIMEOUT, f"it took over {seconds:g} seconds {what}"))

    def _kill(self, found: _Child, why: Diagnostic) -> None:
        found.why = why
        _kill_group(found.pid)

    def _buried(self, found: _Child) -> Parcel:
        """Kill what is left of a process and its own children; what came of its document."""
        if found.why is None and found.result() is None:
            self._receive(found)
        _kill_group(found.pid)
        _, status, usage = os.wait4(found.pid, 0)
        for descriptor in (found.pipe, found.process):
            if descriptor in self.selector.get_map():
                self.selector.unregister(descriptor)
            os.close(descriptor)
        del self.children[found.pid]
        if found.why is not None:
            return Parcel(None, (found.why,))
        result = found.result()
        if result is None:
            code = os.waitstatus_to_exitcode(status)
            taken = usage.ru_maxrss * 1024 - found.resident
            return Parcel(None, (death(code, taken, self.limits),))
        return received(result)


def death(code: int, memory: int, limits: Limits) -> Diagnostic:
    """Why a process ended that sent no result, by its exit code (negative: a signal).

    `memory` is the most that it took on top of the program, in bytes.
    """
    if code == child.OUT_OF_MEMORY or (code < 0 and memory > _NEARLY_ALL * limits.memory):
        return NO_MEMORY
    if code in (-signal.SIGXCPU, -signal.SIGALRM):
        return Diagnostic(TIMEOUT, f"it took over {limits.total:g} seconds in all")
    what = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return Diagnostic(CRASH, f"the process that read it died with {what}")


def _resident() -> int:
    """How much memory this process has, which its children share."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)

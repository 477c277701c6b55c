"""Starts a process for each task, some at a time, watches them and kills what hangs."""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.interrupts import uninterrupted
from pipeline.isolation import child
from pipeline.isolation.clock import Clock, computed
from pipeline.isolation.faults import NO_PROCESS, TIMEOUT, TOO_MUCH, death
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Answer, Inbox

T = TypeVar("T")
# A pipe holds at most a million bytes; who writes for ever must not keep us from the others.
_READ_AT_ONCE, _READS = 1 << 16, 16


@dataclass(slots=True)
class _Child:
    """A process at work. `resident` bytes were ours when it began; `why` is set if we killed it."""

    number: int
    pid: int
    process: int
    pipe: int
    clock: Clock
    resident: int
    inbox: Inbox = field(default_factory=Inbox)
    why: Diagnostic | None = None


@dataclass(slots=True)
class Processes(Generic[T]):
    """Does the work on tasks in processes of their own, `jobs` at a time."""

    jobs: int
    limits: Limits
    work: Callable[[T], bytes]

    def run(self, tasks: Sequence[T]) -> Iterator[tuple[int, Answer]]:
        """(number of the task, what its work gave, or the finding why not), as they come.

        Leaves no process behind.
        """
        # What exists by now is shared with the children as long as nobody touches it. What is
        # garbage of it is not looked for: there is hardly any, and to look takes 50 ms and more.
        gc.freeze()
        watch = _Watch(self.limits, self.work)
        waiting = deque(enumerate(tasks))
        try:
            while waiting or watch.children:
                while waiting and len(watch.children) < self.jobs:
                    number, task = waiting.popleft()
                    if watch.start(number, task):
                        continue
                    if watch.children:
                        # The machine has no room for one more at the moment.
                        waiting.appendleft((number, task))
                        break
                    yield number, Diagnostic(NO_PROCESS, "no process could be started for it")
                if watch.children:
                    yield from watch.ended()
        finally:
            with uninterrupted():
                watch.kill_all()
            gc.unfreeze()


class _Watch(Generic[T]):
    """The processes at work."""

    def __init__(self, limits: Limits, work: Callable[[T], bytes]) -> None:
        self.limits = limits
        self.work = work
        self.children: dict[int, _Child] = {}
        self.selector = selectors.DefaultSelector()

    def start(self, number: int, task: T) -> bool:
        """Start a process for a task; whether the system allowed it."""
        # A stop that came amid it would leave a process that nobody knows.
        with uninterrupted():
            return self._start(number, task)

    def _start(self, number: int, task: T) -> bool:
        pipes: tuple[int, ...] = ()
        pid = 0
        try:
            pipes = os.pipe()
            resident = _resident()
            pid = os.fork()
            if pid == 0:
                child.run(self.work, task, pipes[1], self.limits)
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
        clock = Clock(self.limits, time.monotonic())
        found = _Child(number, pid, process, pipes[0], clock, resident)
        self.children[pid] = found
        self.selector.register(found.pipe, selectors.EVENT_READ, found)
        self.selector.register(found.process, selectors.EVENT_READ, found)
        return True

    def ended(self) -> Iterator[tuple[int, Answer]]:
        """Wait until something happens; the answers of the processes that ended."""
        events = self.selector.select(self._patience())
        dead: dict[int, _Child] = {}
        for key, _ in events:
            found: _Child = key.data
            self._receive(found)
            if key.fd == found.process or found.inbox.is_whole:
                dead[found.pid] = found
        self._kill_the_overdue()
        for found in dead.values():
            yield found.number, self._buried(found)

    def kill_all(self) -> None:
        """Kill all processes that are left."""
        for found in list(self.children.values()):
            self._buried(found)
        self.selector.close()

    def _patience(self) -> float | None:
        """Seconds until a process is to be looked at again; None where all are to end anyhow."""
        waits = (found.clock.patience() for found in self.children.values() if found.why is None)
        return min(waits, default=None)

    def _receive(self, found: _Child) -> None:
        """Take what has come through the pipe."""
        with contextlib.suppress(BlockingIOError):
            for _ in range(_READS):
                data = os.read(found.pipe, _READ_AT_ONCE)
                if not data:
                    if found.pipe in self.selector.get_map():
                        self.selector.unregister(found.pipe)
                    return
                found.clock.hear(time.monotonic(), computed(found.pid))
                found.inbox.add(data)
                if len(found.inbox) > self.limits.result_bytes:
                    size = self.limits.result_bytes
                    self._kill(found, Diagnostic(TOO_MUCH, f"its result has over {size} bytes"))
                    return

    def _kill_the_overdue(self) -> None:
        for found in self.children.values():
            if found.why is None and not found.inbox.is_whole:
                found.clock.look(time.monotonic(), computed(found.pid))
                if why := found.clock.overdue():
                    self._kill(found, Diagnostic(TIMEOUT, why))

    def _kill(self, found: _Child, why: Diagnostic) -> None:
        found.why = why
        _kill_group(found.pid)

    def _buried(self, found: _Child) -> Answer:
        """Kill what is left of a process and its own children; what came of its task."""
        # Half of it done, and the process could neither be waited for again nor forgotten.
        with uninterrupted():
            return self._bury(found)

    def _bury(self, found: _Child) -> Answer:
        if found.why is None and not found.inbox.is_whole:
            self._receive(found)
        _kill_group(found.pid)
        _, status, usage = os.wait4(found.pid, 0)
        for descriptor in (found.pipe, found.process):
            if descriptor in self.selector.get_map():
                self.selector.unregister(descriptor)
            os.close(descriptor)
        del self.children[found.pid]
        if found.why is not None:
            return found.why
        answer = found.inbox.answer()
        if answer is not None:
            return answer
        taken = usage.ru_maxrss * 1024 - found.resident
        return death(os.waitstatus_to_exitcode(status), taken, self.limits)


def _resident() -> int:
    """How much memory this process has, which its children share."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)

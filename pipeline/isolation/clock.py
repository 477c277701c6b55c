"""The time that a process takes: what it computes, which counts, and what it waits, hardly.

On a busy machine a second of computing takes many on the wall, for no fault of the document.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from pipeline.isolation.limits import Limits

# How the kernel numbers the clock of what a process computes (linux/posix-timers.h).
_COMPUTED = 2
# The fields of /proc/PID/stat behind the name in brackets: user and system time, in ticks.
_TICKS = slice(11, 13)
# A process is looked at so many times before it has been idle for too long, and each hour anyhow.
_LOOKS, _LONGEST = 4, 3600.0
# One that computes a thousandth of the time or less is idle: it waits in a loop. With a thousand
# others on its core, one that has work to do gets as much.
_NOTHING = 0.001
# Near a limit a process is looked at no more often than this, in seconds.
_SHORTEST = 0.05


class Clock:
    """The time of one process, as known from looking at it now and then."""

    def __init__(self, limits: Limits, now: float) -> None:
        self.limits = limits
        self._interval = min(limits.idle / _LOOKS, _LONGEST)
        self._looked = now
        self._computed = self._heard = self._awake = self._idle = 0.0

    def look(self, now: float, computed: float) -> None:
        """Note how much the process has computed by now."""
        # A look that comes late does not count in full: it was not the process that slept, but
        # this one or the machine.
        self._idle += min(now - self._looked, self._interval)
        self._looked = now
        self._computed = max(self._computed, computed)
        if self._computed - self._awake > _NOTHING * self.limits.idle:
            self._wake()

    def hear(self, now: float, computed: float) -> None:
        """Note that the process has sent something by now."""
        self.look(now, computed)
        self._heard = self._computed
        self._wake()

    def overdue(self) -> str:
        """Which limit is passed, in words; "" where none is."""
        limits = self.limits
        if self._computed >= limits.total:
            return f"it took over {limits.total:g} seconds of computing time in all"
        if self._computed - self._heard >= limits.stall:
            return (
                f"it took over {limits.stall:g} seconds of computing time without a page being "
                "finished"
            )
        if self._idle >= limits.idle:
            return f"for {limits.idle:g} seconds it computed nothing and finished no page"
        return ""

    def patience(self) -> float:
        """Seconds on the wall in which no limit can be passed, or hardly."""
        left = min(
            self.limits.total - self._computed,
            self.limits.stall - (self._computed - self._heard),
        )
        # As fast as that where it runs in as many threads; else it is looked at once more, after
        # a part of what is left then, and so on.
        soonest = left / (os.cpu_count() or 1)
        return max(_SHORTEST, min(soonest, self._interval))

    def _wake(self) -> None:
        self._idle = 0.0
        self._awake = self._computed


def computed(pid: int) -> float:
    """The seconds that a process has computed so far, in all its threads."""
    try:
        return time.clock_gettime((~pid << 3) | _COMPUTED)
    except OSError:
        return _computed_in_ticks(pid)


def _computed_in_ticks(pid: int) -> float:
    """The same in ticks of the system; 0 where not even those are told.

    A process that seems to compute nothing is taken for idle; that is the safe side.
    """
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2]
        ticks = [int(field) for field in told.split()[_TICKS]]
    except (OSError, ValueError):
        return 0.0
    return sum(ticks) / os.sysconf("SC_CLK_TCK")

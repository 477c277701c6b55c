"""How much one document may take (reliability.md, 5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

MEGABYTE = 1_000_000
# Of the time that a document may take in all, so much may go by before a page is finished, or
# without anything being done. The lower bounds hold where the whole is short; the upper bound of
# a stall is that of the standard limits.
_STALL_SHARE, _SHORT_STALL = 1 / 10, 30.0
_IDLE_SHARE, _SHORT_IDLE = 1 / 5, 60.0
# What computes, computes at least a twentieth of the time, however busy the machine is.
_SLOWEST = 20
# What a system waits for is counted in milliseconds, of which it knows two thousand million.
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one document.

    `source_bytes` of its file; `memory` in bytes on top of what the program itself takes;
    `stall` seconds of computing time without a page being finished and `total` in all; `idle`
    seconds of the clock on the wall without computing; `result_bytes` of what it hands back.

    Computing time is what the processor spends on the document: where others keep it busy, a
    document takes longer and not more of it.
    """

    source_bytes: int = 100 * MEGABYTE
    memory: int = 1500 * MEGABYTE
    stall: float = _SHORT_STALL
    total: float = 300.0
    idle: float = _SHORT_IDLE
    result_bytes: int = 50 * MEGABYTE

    @classmethod
    def within(cls, seconds: float) -> Self:
        """The limits where a document may compute for so many seconds in all; more is more and
        less is less of each."""
        return cls(
            stall=max(seconds * _STALL_SHARE, min(seconds, _SHORT_STALL)),
            total=seconds,
            idle=max(seconds * _IDLE_SHARE, _SHORT_IDLE),
        )

    @property
    def wall(self) -> float:
        """Seconds of the clock on the wall after which a process ends that nobody watches.

        So ample that no document which is read on a busy machine meets it.
        """
        return min(_SLOWEST * (self.total + self.idle), _LONGEST)

"""Why a reader decided as it did: verdicts with a name and a margin, tied to what they are about.

A reason is found by the origins of the characters on both sides of what was decided, so that it
needs no place in blocks or values: whatever has these characters has these reasons.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Verdict:
    """A yes or a no, with the rule that gave it and how near the other answer was.

    `name` is a clause in plain English (`the next word would not have fitted`). `margin` is how
    much would have had to differ for the other answer, in `unit`; a rule that measures nothing
    has no unit. `rival` names what the other answer would have been, where there was one.
    """

    holds: bool
    name: str
    margin: float = 0.0
    unit: str = ""
    rival: str = ""

    def __bool__(self) -> bool:
        return self.holds

    def __str__(self) -> str:
        by = f", by {self.margin:.1f} {self.unit}" if self.unit else ""
        return f"{self.name}{by}" + (f" (not: {self.rival})" if self.rival else "")


@dataclass(frozen=True, slots=True)
class Reason:
    """A verdict and what it is about.

    `stage` is "lines", "tables", "seams" or "furniture"; `act` what was done, in one word or two
    (`joined`, `parted`, `cell`, `left out`). A seam lies between the characters with the origins
    `first` and `last`; for anything else these are the first and the last that it holds.
    """

    stage: str
    act: str
    first: int
    last: int
    verdict: Verdict

    def __str__(self) -> str:
        return f"{self.act}: {self.verdict}"


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons of one document, looked up by origins."""

    all: tuple[Reason, ...] = ()
    _firsts: Sequence[int] = field(default=(), repr=False)

    @classmethod
    def of(cls, found: Iterable[Reason]) -> Reasons:
        """The reasons, those that begin first before the others; each once."""
        ordered = sorted(dict.fromkeys(found), key=lambda reason: (reason.first, reason.last))
        return cls(tuple(ordered), [reason.first for reason in ordered])

    def about(self, origins: Sequence[int]) -> Iterator[Reason]:
        """The reasons for a stretch: its inner seams, and what begins and ends it.

        `origins` are those of its characters, in their order, inserted ones left out.
        """
        if not origins or not self.all:
            return
        own = set(origins)
        low, high = min(own), max(own)
        for reason in self.all[: bisect_right(self._firsts, high)]:
            if reason.stage == "seams":
                if reason.first in own or reason.last in own:
                    yield reason
            elif reason.first <= low and high <= reason.last:
                yield reason

    def of_stage(self, stage: str) -> Iterator[Reason]:
        """All reasons of one stage."""
        return (reason for reason in self.all if reason.stage == stage)

"""Why a reader decided as it did: verdicts with a name and a margin, tied to what they are about.

A reason is found by the origins of the characters on both sides of what was decided, so that it
needs no place in blocks or values: whatever has these characters has these reasons.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.document.text import INSERTED, Text

SEAMS, FURNITURE = "seams", "furniture"

# So many characters of a line may stand before its value or after it, and be none of it: a marker
# with its space (`10. `), the mark of a note.
_REACH = 4


class Verdict(NamedTuple):
    """A yes or a no, with the rule that gave it and how near the other answer was.

    `name` is a clause in plain English (`the next word would not have fitted`). `margin` is how
    much would have had to differ for the other answer, in `unit`; a rule that measures nothing
    has no unit. `rival` names what the other answer would have been, where there was one; `doubt`
    is a clause that tells what speaks against the verdict where nothing decides between the two.
    """

    holds: bool
    name: str
    margin: float = 0.0
    unit: str = ""
    rival: str = ""
    doubt: str = ""

    def __bool__(self) -> bool:
        return self.holds

    def __str__(self) -> str:
        by = f", by {self.margin:.1f} {self.unit}" if self.unit else ""
        return f"{self.name}{by}" + (f" (not: {self.rival})" if self.rival else "")


class Reason(NamedTuple):
    """A verdict and what it is about.

    `stage` is "lines", "tables", "seams", "furniture" or "shapes"; `act` what was done, in one word
    or two (`joined`, `parted`, `cell`, `left out`). A seam lies between the characters with the
    origins `first` and `last`; for anything else these are the first and the last that it holds.
    """

    stage: str
    act: str
    first: int
    last: int
    verdict: Verdict

    def __str__(self) -> str:
        return f"{self.act}: {self.verdict}"

    def is_about(self, origin: int) -> bool:
        """Whether it is about the character with this origin: of a seam those on its sides."""
        if self.stage == SEAMS:
            return origin in (self.first, self.last)
        return self.first <= origin <= self.last


def seam_reasons(before: Text, after: Text, verdict: Verdict) -> Iterator[Reason]:
    """The verdict on whether a text goes on in another; nothing where one stands nowhere."""
    first = next((o for o in reversed(before.origins) if o != INSERTED), None)
    last = next((o for o in after.origins if o != INSERTED), None)
    if first is not None and last is not None:
        yield Reason(SEAMS, "joined" if verdict else "parted", first, last, verdict)


def about(stage: str, act: str, texts: Iterable[Text], verdict: Verdict) -> Iterator[Reason]:
    """What was decided of texts as a whole; nothing where they stand nowhere."""
    origins = [o for text in texts for o in text.origins if o != INSERTED]
    if origins:
        yield Reason(stage, act, min(origins), max(origins), verdict)


def left_out(text: Text, verdict: Verdict) -> Iterator[Reason]:
    """Why a text is no content; nothing where it stands nowhere."""
    return about(FURNITURE, "left out", [text], verdict)


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Which reasons hold each character: `held[n]` those from `bounds[n]` to the next bound."""

    bounds: Sequence[int] = ()
    held: Sequence[tuple[int, ...]] = ()

    @classmethod
    def of(cls, reasons: Sequence[Reason], numbers: Sequence[int]) -> _Stretches:
        begins: dict[int, list[int]] = {}
        ends: dict[int, list[int]] = {}
        for n in numbers:
            begins.setdefault(reasons[n].first, []).append(n)
            ends.setdefault(reasons[n].last + 1, []).append(n)
        bounds = sorted(begins.keys() | ends.keys())
        held: list[tuple[int, ...]] = []
        current: set[int] = set()
        for bound in bounds:
            current.difference_update(ends.get(bound, ()))
            current.update(begins.get(bound, ()))
            held.append(tuple(current))
        return cls(bounds, held)

    def holding(self, origins: Sequence[int]) -> set[int]:
        """The reasons that hold one of these (ascending)."""
        found: set[int] = set()
        start = max(bisect_right(self.bounds, origins[0]) - 1, 0)
        for n in range(start, bisect_right(self.bounds, origins[-1])):
            at = bisect_left(origins, self.bounds[n])
            end = self.bounds[n + 1] if n + 1 < len(self.bounds) else origins[-1] + 1
            if at < len(origins) and origins[at] < end:
                found.update(self.held[n])
        return found


@dataclass(frozen=True, slots=True)
class _Seams:
    """The seams in the order of one of their ends: `ends` ascending, `numbers` of the reasons."""

    ends: Sequence[int] = ()
    numbers: Sequence[int] = ()

    @classmethod
    def of(cls, ends: Iterable[tuple[int, int]]) -> _Seams:
        ordered = sorted(ends)
        return cls([end for end, _ in ordered], [number for _, number in ordered])

    def between(self, low: int, high: int) -> Iterable[tuple[int, int]]:
        """(end, reason) of those that end from `low` to `high`."""
        span = slice(bisect_left(self.ends, low), bisect_right(self.ends, high))
        return zip(self.ends[span], self.numbers[span], strict=True)


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons of one document, looked up by origins."""

    all: tuple[Reason, ...] = ()
    _stretches: _Stretches = field(default_factory=_Stretches, repr=False, compare=False)
    _by_first: _Seams = field(default_factory=_Seams, repr=False, compare=False)
    _by_last: _Seams = field(default_factory=_Seams, repr=False, compare=False)

    @classmethod
    def of(cls, found: Iterable[Reason]) -> Reasons:
        """The reasons, those that begin first before the others; each once."""
        ordered = sorted(dict.fromkeys(found), key=lambda reason: (reason.first, reason.last))
        seams = [n for n, reason in enumerate(ordered) if reason.stage == SEAMS]
        others = [n for n, reason in enumerate(ordered) if reason.stage != SEAMS]
        return cls(
            tuple(ordered),
            _Stretches.of(ordered, others),
            _Seams.of((ordered[n].first, n) for n in seams),
            _Seams.of((ordered[n].last, n) for n in seams),
        )

    def about(self, origins: Sequence[int]) -> Iterator[Reason]:
        """The reasons for a stretch: its inner seams, and what begins, ends and holds it.

        `origins` are those of its characters, in their order, inserted ones left out. A marker
        before a value, which is none of its characters, belongs to the line that it begins.
        """
        if not origins or not self.all:
            return
        own = sorted(origins)
        found = self._stretches.holding(own)
        for seams in (self._by_first, self._by_last):
            inner = seams.between(own[0], own[-1])
            found.update([number for end, number in inner if _has(own, end)])
        near = (
            *self._by_last.between(origins[0] - _REACH, origins[0]),
            *self._by_first.between(origins[-1], origins[-1] + _REACH),
        )
        # What is parted there may begin with a marker; what is joined there is another text's.
        found.update([number for _, number in near if not self.all[number].verdict.holds])
        for number in sorted(found):
            yield self.all[number]

    def of_stage(self, stage: str) -> Iterator[Reason]:
        """All reasons of one stage."""
        return (reason for reason in self.all if reason.stage == stage)


def _has(ascending: Sequence[int], wanted: int) -> bool:
    """Whether a number that is not above the last one is among them."""
    return ascending[bisect_left(ascending, wanted)] == wanted


def side_of(reason: Reason, origins: Sequence[int]) -> str:
    """Where a reason stands to a stretch: "around", "before", "after" or "" for inside it."""
    if reason.stage != SEAMS:
        return "around"
    if origins[0] - _REACH <= reason.last <= origins[0]:
        return "before"
    if origins[-1] <= reason.first <= origins[-1] + _REACH:
        return "after"
    return ""


def steps_of(found: Iterable[Reason], origins: Sequence[int]) -> tuple[str, ...]:
    """The reasons for a stretch in words, as few as will do: equal ones are counted.

    What holds it comes first, then the seam before it, those inside, and the one after it.
    """
    groups: dict[tuple[str, ...], list[Verdict]] = {}
    for reason in found:
        verdict = reason.verdict
        side = side_of(reason, origins)
        key = (side, reason.act, verdict.name, verdict.unit, verdict.rival)
        groups.setdefault(key, []).append(verdict)
    ordered = sorted(groups.items(), key=lambda pair: _ORDER[pair[0][0]])
    return tuple(_step(key[0], key[1], verdicts) for key, verdicts in ordered)


_ORDER = {"around": 0, "before": 1, "": 2, "after": 3}


def _step(side: str, act: str, verdicts: Sequence[Verdict]) -> str:
    """One step for verdicts that differ at most in their margins."""
    where = f" {side}" if side in ("before", "after") else ""
    if len(verdicts) == 1:
        return f"{act}{where}: {verdicts[0]}"
    nearest = min(verdicts, key=lambda verdict: verdict.margin)
    # What holds a value on two pages is no second decision.
    if side == "around":
        return f"{act}{where}: {nearest}"
    told = f"{act}{where} {len(verdicts)} times: {nearest.name}"
    if nearest.unit:
        told += f" (least margin {nearest.margin:.1f} {nearest.unit})"
    return told + (f" (not: {nearest.rival})" if nearest.rival else "")

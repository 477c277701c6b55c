"""Where a passage that states several things in one line is parted: candidates, weighed alike.

Each sign or form that parts things proposes a `Parting`; what the parts are worth as things of
their kind decides between these and the whole. Where that is next to nothing, a finding tells so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from pipeline.document.reasons import Verdict
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.notes import Note
from pipeline.interpret.passages import Passage

# Less between two that part a passage otherwise decides nothing; a tie leaves it whole.
_NEAR: Final = 0.2

Gap = tuple[int, int]
"""Where a part ends, and where the next one begins: what lies between only parts them."""


def gaps_at(cuts: Iterable[int]) -> tuple[Gap, ...]:
    """The gaps that single signs are."""
    return tuple((cut, cut + 1) for cut in cuts)


@dataclass(frozen=True, slots=True)
class Parting:
    """One way to part a text; without gaps it is one whole."""

    name: str
    gaps: tuple[Gap, ...] = ()

    def parts(self, text: Text) -> list[Text]:
        """The parts of a text, without white space around them."""
        starts = [0, *(following for _, following in self.gaps)]
        ends = [*(end for end, _ in self.gaps), len(text)]
        return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


_WHOLE: Final = Parting("one whole")


def best(
    text: Text, proposed: Iterable[Parting], worth: Callable[[str], float]
) -> tuple[Parting, Verdict]:
    """The parting whose parts are worth most together; of equal ones that with fewest parts."""
    every = {parting.gaps: parting for parting in (*proposed, _WHOLE) if all(parting.parts(text))}
    points = {
        parting: sum(worth(part.chars) for part in parting.parts(text))
        for parting in every.values()
    }
    ranked = sorted(points, key=lambda parting: (-points[parting], len(parting.gaps)))
    taken, *others = ranked
    if not others:
        return taken, Verdict(bool(taken.gaps), taken.name)
    margin = points[taken] - points[others[0]]
    doubt = f"{others[0].name} explains as much" if 0 < margin < _NEAR else ""
    verdict = Verdict(bool(taken.gaps), taken.name, margin, "points", others[0].name, doubt)
    return taken, verdict


def parted(
    passage: Passage, proposed: Iterable[Parting], worth: Callable[[str], float], claims: Claims
) -> tuple[list[Passage], list[Note]]:
    """The passages that one is best parted into, what parts them claimed; and what is in doubt."""
    taken, verdict = best(passage.text, proposed, worth)
    notes: list[Note] = []
    if verdict.doubt:
        notes.append(Note("BCP319", f"{verdict.name}; but {verdict.doubt}", passage.text))
    if not taken.gaps:
        return [passage], notes
    for end, following in taken.gaps:
        claims.take(passage.text[end:following], "separators")
    raw, steps = passage.raw or passage.chars, (*passage.steps, taken.name)
    found = [replace(passage, text=t, raw=raw, steps=steps) for t in taken.parts(passage.text)]
    return found, notes

"""The split of a flattened text that scores best as a whole, by dynamic programming."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.interpret.flattened.ends import KNOWN_ITEM, end_score, item_score, left_score
from pipeline.interpret.flattened.evidence import NO_EVIDENCE, Evidence
from pipeline.interpret.flattened.openers import opener_score
from pipeline.interpret.flattened.sources import all_years_bare, is_site
from pipeline.interpret.flattened.text import FlatText, ItemKind, mode_of
from pipeline.interpret.flattened.words import OPENING_MARKS, words_of

BOUNDARY_COST = 1.0  # what each cut must outweigh: unsure means not split
SURE_FROM = 2.5  # margin over the cost from which a boundary counts as sure

# More plausible boundaries than an item ever holds: they keep the work linear.
LONGEST_REACH = 64


@dataclass(frozen=True, slots=True)
class Boundary:
    """The start of an item in a flattened text, and by how much its evidence outweighs the cost."""

    offset: int
    score: float

    @property
    def is_sure(self) -> bool:
        """Whether the evidence for this boundary is more than just enough."""
        return self.score >= SURE_FROM


def split_flattened(text: str, kind: ItemKind, evidence: Evidence = NO_EVIDENCE) -> tuple[int, ...]:
    """The offsets in `text` at which items start; the first is 0."""
    return tuple(boundary.offset for boundary in find_boundaries(text, kind, evidence))


def find_boundaries(
    text: str, kind: ItemKind, evidence: Evidence = NO_EVIDENCE
) -> tuple[Boundary, ...]:
    """The starts of the items of a flattened text with how sure each is; the first is certain."""
    first = Boundary(0, KNOWN_ITEM)
    _, *others = text.split(maxsplit=1) or [""]
    # Only sources may begin with a small letter: nothing else need be looked at word by word.
    if not others or (kind != "source_documents" and others[0].islower()):
        return (first,)
    words = words_of(text)
    flat = FlatText(text, kind, words, evidence, mode_of(words), all_years_bare(words))
    return (first, *_best_cuts(flat))


def _best_cuts(flat: FlatText) -> tuple[Boundary, ...]:
    """The boundaries of the split with the highest total; of equal totals, the fewest cuts."""
    cuts = _plausible_cuts(flat)
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}  # boundary -> total, boundary before it
    far = 0  # the best boundary that is out of reach; something must precede a very long item
    for position, end in enumerate([*cuts, len(flat.words)]):
        if position > LONGEST_REACH:
            leaving = list(best)[position - LONGEST_REACH]
            far = max(far, leaving, key=lambda start: best[start][0])
        near = list(best)[-LONGEST_REACH:]
        options = []
        for start in dict.fromkeys([far, *near]):
            gain = item_score(flat, start, end)
            if end in cuts:
                gain += cuts[end] + end_score(flat, start, end)
            options.append((best[start][0] + gain, -start))
        total, negative = max(options)
        best[end] = (total, -negative)
    return _trace_back(flat, best, cuts)


def _plausible_cuts(flat: FlatText) -> dict[int, float]:
    """The candidates that could be in the best split, with their scores, in reading order.

    What an item as a whole adds is bounded, so a candidate below that bound is never worth it.
    """
    most_gained = 2 * KNOWN_ITEM if flat.evidence.known_items else 1.0
    scores = {index: _cut_score(flat, index) for index in _candidates(flat)}
    return {index: score for index, score in scores.items() if score + most_gained > 0}


def _trace_back(
    flat: FlatText, best: dict[int, tuple[float, int]], cuts: dict[int, float]
) -> tuple[Boundary, ...]:
    """The boundaries on the best path, from the last to the first, in reading order."""
    found = []
    at = best[len(flat.words)][1]
    while at > 0:
        before = best[at][1]
        score = cuts[at] + end_score(flat, before, at)
        found.append(Boundary(flat.words[at].offset, round(score, 2)))
        at = before
    return tuple(reversed(found))


def _candidates(flat: FlatText) -> list[int]:
    """The words at which an item might start."""
    sources = flat.kind == "source_documents"
    return [
        index
        for index, word in enumerate(flat.words)
        if index
        and not word.inside
        and (sources or word.written[0] not in OPENING_MARKS)
        and (word.is_capitalised or (sources and is_site(word)))
    ]


def _cut_score(flat: FlatText, index: int) -> float:
    """How well the word at `index` opens an item, and the word before ends one."""
    return opener_score(flat, index) + left_score(flat, index) - BOUNDARY_COST

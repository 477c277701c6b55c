"""Known labels, and how near a found one comes to each: by letters, by spelling, by wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.core.text import collapse, fold
from pipeline.labels.spelling import (
    MAX_DIFFERENCE,
    Spelled,
    Spellings,
    letters,
    looks,
    similarity,
    strokes,
)
from pipeline.labels.wording import Vocabulary

How = Literal["exact", "variant", "spelling", "wording", "position"]

# A label of more words than this is a sentence; nothing is inferred from it.
_MOST_WORDS = 12
# A document asks about some hundreds of texts.
_MOST_ASKED = 4096
# Confidence of inferences: the same strokes; a few wrong letters; the same notions. An inference
# never reaches the certainty of a listed label (1.0), and wording never that of spelling.
_SAME_STROKES = 0.97
_WORDING_FLOOR, _WORDING_SPAN = 0.5, 0.3
SAME_NOTIONS = _WORDING_FLOOR + _WORDING_SPAN


@dataclass(frozen=True, slots=True)
class Hit:
    """A known label that a found one may stand for: whose it is, how it was seen, how sure."""

    target: str
    how: How
    score: float
    label: str


@dataclass(frozen=True, slots=True)
class _Entry:
    target: str
    label: str
    spelled: Spelled
    notions: frozenset[str]


class Lexicon:
    """The labels of some targets (fields, sections, dimensions), ready to be looked up.

    `fillers` are, by target, the notions a label may carry or lack without a change of meaning.
    """

    def __init__(
        self,
        labels: Iterable[tuple[str, tuple[str, ...]]],
        vocabulary: Vocabulary,
        fillers: Mapping[str, frozenset[str]],
    ) -> None:
        self._vocabulary = vocabulary
        self._fillers = fillers
        self._by_letters: dict[str, dict[str, _Entry]] = defaultdict(dict)
        self._by_strokes: dict[str, dict[str, _Entry]] = defaultdict(dict)
        self._by_looks: dict[str, list[_Entry]] = defaultdict(list)
        self._by_notion: dict[str, list[_Entry]] = defaultdict(list)
        self._canonical: dict[str, str] = {}
        for target, texts in labels:
            self._canonical.setdefault(target, texts[0])
            for text in texts:
                self._add(target, text)
        self._spellings = Spellings(self._by_looks)
        # What a label that says the same may be made of.
        self._notions = frozenset(self._by_notion).union(*fillers.values())
        # One text is asked about for each scope and section that it may be a label of.
        self._listed = lru_cache(maxsize=_MOST_ASKED)(self._look_up)
        self._spelled_like = lru_cache(maxsize=_MOST_ASKED)(self._compare_spelling)
        self._worded_like = lru_cache(maxsize=_MOST_ASKED)(self._compare_wording)

    def _add(self, target: str, label: str) -> None:
        folded = fold(label, keep_suffix=True)
        spelled = self._vocabulary.spelled(folded)
        entry = _Entry(target, collapse(label), spelled, self._vocabulary.notions(label))
        self._by_letters[letters(folded)].setdefault(target, entry)
        self._by_looks[spelled.letters].append(entry)
        if spelled.strokes:
            self._by_strokes[spelled.strokes].setdefault(target, entry)
        for notion in entry.notions:
            self._by_notion[notion].append(entry)

    def canonical(self, target: str) -> str:
        """The canonical label of a target."""
        return self._canonical[target]

    def listed(self, label: str) -> tuple[Hit, ...]:
        """The targets that list this label; a bracketed suffix counts only where it is listed."""
        return self._listed(label)

    def _look_up(self, label: str) -> tuple[Hit, ...]:
        for folded in (fold(label, keep_suffix=True), fold(label)):
            if entries := self._by_letters.get(letters(folded)):
                return tuple(self._listed_hit(entry, fold(label)) for entry in entries.values())
        return ()

    def _listed_hit(self, entry: _Entry, folded: str) -> Hit:
        is_canonical = folded == fold(self._canonical[entry.target])
        return Hit(entry.target, "exact" if is_canonical else "variant", 1.0, entry.label)

    def spelled_like(self, label: str) -> tuple[Hit, ...]:
        """The targets with a label that this one is a misspelling or a misreading of."""
        return self._spelled_like(label)

    def _compare_spelling(self, label: str) -> tuple[Hit, ...]:
        return _best_of_each([*self._spelled(fold(label)), *self.spelled_with_suffix(label)])

    def spelled_with_suffix(self, label: str) -> tuple[Hit, ...]:
        """The same, where the bracketed suffix of a listed label is misspelt: `Naam (korl)`."""
        folded = fold(label, keep_suffix=True)
        return self._spelled(folded) if folded != fold(label) else ()

    def _spelled(self, folded: str) -> tuple[Hit, ...]:
        if len(folded.split()) > _MOST_WORDS or not folded:
            return ()
        same = self._by_strokes.get(strokes(folded), {})
        hits = [Hit(e.target, "spelling", _SAME_STROKES, e.label) for e in same.values()]
        return _best_of_each([*hits, *self._nearly_spelled(looks(folded))])

    def _nearly_spelled(self, found: str) -> Iterable[Hit]:
        cutoff = int(len(found) * MAX_DIFFERENCE * 1.2)
        for known in self._spellings.near(found, cutoff):
            for entry in self._by_looks[known]:
                score = similarity(found, entry.spelled)
                if score is not None:
                    yield Hit(entry.target, "spelling", min(score, _SAME_STROKES), entry.label)

    def worded_like(self, label: str) -> tuple[Hit, ...]:
        """The targets with a label that says the same as this one in other words."""
        return self._worded_like(label)

    def _compare_wording(self, label: str) -> tuple[Hit, ...]:
        if len(self._vocabulary.words(label)) > _MOST_WORDS:
            return ()
        for text in dict.fromkeys((label, fold(label))):
            for found in self._vocabulary.readings(text, self._notions):
                if hits := self._same_meaning(found, self._vocabulary.pointed_at(text)):
                    return _best_of_each(hits)
        return ()

    def _same_meaning(self, found: frozenset[str], pointed: frozenset[str]) -> list[Hit]:
        near = {id(e): e for notion in found for e in self._by_notion.get(notion, ())}
        return [
            Hit(entry.target, "wording", self._closeness(found, entry.notions), entry.label)
            for entry in near.values()
            if self._means_the_same(found, entry, pointed)
        ]

    def _means_the_same(
        self, found: frozenset[str], entry: _Entry, pointed: frozenset[str]
    ) -> bool:
        """All that the label says is found, and all that is found is explained.

        What is `pointed` at is no field by itself.
        """
        fillers = self._fillers.get(entry.target, frozenset())
        core = entry.notions - fillers
        if not core:
            return found == entry.notions
        if core <= pointed:
            return False
        return core <= found and found - entry.notions <= fillers

    def _closeness(self, found: frozenset[str], known: frozenset[str]) -> float:
        return _WORDING_FLOOR + _WORDING_SPAN * len(found & known) / len(found | known)


def _best_of_each(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The surest hit of each target, the surest first."""
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (-hit.score, hit.target, hit.label)):
        best.setdefault(hit.target, hit)
    return tuple(best.values())

"""Which element of the old version became which of the new one.

What holds others is matched first. Below two that match: by identifier, by what is said, by
likeness; what is left is looked for below others, where it may have been moved to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.comparison.assignment import best_pairs
from pipeline.comparison.elements import Element, words_below
from pipeline.profile.identifiers import folded

# So much alike is the same element in other words; below another parent it must be more so.
_ALIKE, _ALIKE_ELSEWHERE = 0.5, 0.75
# Shorter texts are alike by chance.
_TELLING = 12
_FIXED = ("object", "list", "value")


class Matching:
    """The pairs of elements of two trees."""

    def __init__(self, old: Element, new: Element) -> None:
        self.new_of: dict[Element, Element] = {}
        self.old_of: dict[Element, Element] = {}
        self._words: dict[Element, frozenset[str]] = {}
        self._pair(old, new)
        olds, news = [old], [new]
        while olds or news:
            olds = [child for element in olds for child in element.children]
            news = [child for element in news for child in element.children]
            self._match_level(olds, news)

    def _pair(self, old: Element, new: Element) -> None:
        self.new_of[old], self.old_of[new] = new, old

    def _match_level(self, olds: Sequence[Element], news: Sequence[Element]) -> None:
        """Pair the elements of one depth."""
        for key, (ours, theirs) in _grouped(olds, news).items():
            if key[0] in _FIXED:
                self._pair_equal(ours, theirs, lambda element: (self._home(element), element.key))
                continue
            for same in (
                lambda element: element.id or None,
                lambda element: (self._home(element), self._whole(element)),
                lambda element: (self._home(element), element.said) if element.text else None,
            ):
                self._pair_equal(ours, theirs, same)
            self._pair_alike(ours, theirs, _ALIKE, at_home=True)
            self._pair_equal(ours, theirs, self._telling)
            self._pair_alike(ours, theirs, _ALIKE_ELSEWHERE, at_home=False)

    def _home(self, element: Element) -> Element | None:
        """The parent, the old one where it has one: so that two homes can be compared."""
        parent = element.parent
        return self.old_of.get(parent, parent) if parent is not None else None

    def _whole(self, element: Element) -> Hashable:
        return (element.said, tuple(self._whole(child) for child in element.children))

    def _telling(self, element: Element) -> Hashable:
        """What it says, where that is enough to know it by in another place."""
        whole = self._whole(element)
        return whole if sum(map(len, self._words_of(element))) >= _TELLING else None

    def _pair_equal(
        self,
        olds: Iterable[Element],
        news: Iterable[Element],
        key_of: Callable[[Element], Hashable],
    ) -> None:
        """Pair what has the same key, in the order of the document."""
        waiting: dict[Hashable, list[Element]] = defaultdict(list)
        for old in olds:
            if old not in self.new_of and (key := key_of(old)) is not None:
                waiting[key].append(old)
        for new in news:
            if new not in self.old_of and waiting.get(key := key_of(new)):
                self._pair(waiting[key].pop(0), new)

    def _pair_alike(
        self, olds: Iterable[Element], news: Iterable[Element], least: float, *, at_home: bool
    ) -> None:
        """Pair what is most alike, so that all pairs together are as alike as can be."""
        ours = [old for old in olds if old not in self.new_of]
        theirs = [new for new in news if new not in self.old_of]
        scores = {
            (i, j): score
            for i, old in enumerate(ours)
            for j, new in enumerate(theirs)
            if not at_home or self._home(old) is self._home(new)
            if (score := self._likeness(old, new, least)) >= least
        }
        for i, j in best_pairs(scores):
            self._pair(ours[i], theirs[j])

    def _likeness(self, old: Element, new: Element, least: float) -> float:
        """How much alike two elements are, 0 to 1: by their own words, or by all that is below."""
        own = 0.0
        if old.text and new.text:
            own = fuzz.ratio(folded(old.text), folded(new.text), score_cutoff=100 * least) / 100
        ours, theirs = self._words_of(old), self._words_of(new)
        least_of_both = min(len(ours), len(theirs))
        shared = len(ours & theirs) / least_of_both if old.children and least_of_both else 0.0
        return max(own, shared)

    def _words_of(self, element: Element) -> frozenset[str]:
        if element not in self._words:
            self._words[element] = words_below(element)
        return self._words[element]


def _grouped(
    olds: Iterable[Element], news: Iterable[Element]
) -> dict[tuple[str, str], tuple[list[Element], list[Element]]]:
    """The elements of both sides by kind and section: nothing becomes something else."""
    groups: dict[tuple[str, str], tuple[list[Element], list[Element]]] = {}
    for side, element in _sided(olds, news):
        groups.setdefault((element.kind, element.section), ([], []))[side].append(element)
    return groups


def _sided(olds: Iterable[Element], news: Iterable[Element]) -> Iterator[tuple[int, Element]]:
    for side, elements in enumerate((olds, news)):
        for element in elements:
            yield side, element

"""Labels in other words: which notions a label is made of.

`Rolbeschrijving`, `Omschrijving van de rol` and `Beschrijving rol` are the notions *beschrijving*
and *rol*. Words are stripped of joining words, plural and inflection, compounds are cut into words
that the layout knows, and synonyms are made one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from pipeline.core.text import fold
from pipeline.families.model import Words
from pipeline.labels.spelling import MAX_DIFFERENCE, Spelled, Spellings, looks, similarity, spell

_WORD = re.compile(r"[^\W_]+")
# What may stand between the words of a compound: `beroep-s-houding`, `rol-len-overzicht`.
_LINKS = ("", "s", "en", "e", "n")
_SHORTEST_PART = 3
# A word is corrected only when it is long enough to leave no doubt which one is meant.
_SHORTEST_CORRECTED = 6
# ... and one word has less to go by than a label: `vergadering` is no misspelt `verandering`.
_LEAST_SIMILARITY_OF_WORDS = 0.85
# `Over dit document` speaks of the document itself, and not of others that a field would list.
_DEMONSTRATIVES = frozenset(("dit", "deze"))
_DOUBLED_VOWEL = re.compile(r"(aa|ee|oo|uu)(?=[^aeiouy]$)")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without plural and inflection; only meant to be compared with another stem."""
    if word.endswith("heden"):
        return word[:-5] + "heid"
    if word.endswith("en") and not word.endswith("een") and len(word) >= 5:
        word = _hardened(word[:-2])
    elif word.endswith("s") and len(word) > 4 and word[-2] not in "siu":
        word = word[:-1]
    if word.endswith("e") and len(word) > 4:
        word = _hardened(word[:-1])
    return _DOUBLED_VOWEL.sub(lambda vowel: vowel.group()[0], word)


def _hardened(word: str) -> str:
    """The end of a word once its ending is gone: `roll` is `rol`, `geev` is `geef`."""
    if len(word) > 2 and word[-1] == word[-2] and word[-1] not in "aeiou":
        return word[:-1]
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])


class Vocabulary:
    """The notions that the labels of one layout are made of."""

    def __init__(self, words: Words, labels: Iterable[str], fillers: Iterable[str]) -> None:
        self._stop = frozenset(words.stop)
        self._prepositions = frozenset(words.prepositions)
        self._synonym = {
            stem(fold(word)): stem(fold(group[0])) for group in words.synonyms for word in group
        }
        # Words of the document never head a compound: a `kenniswerk` is no kind of `kennis`.
        self._never_last = frozenset(stem(word) for word in words.document_fillers)
        self._known = self._never_last | frozenset(self._synonym)
        self._known |= frozenset(
            stem(word) for word in (*words.descriptive_fillers, *fillers, *words.trend_fillers)
        )
        self._known |= frozenset(stem(word) for label in labels for word in self.words(label))
        self._cut = lru_cache(maxsize=4096)(self._cut_uncached)
        self._correct = lru_cache(maxsize=4096)(self._correct_uncached)
        self._spelled: dict[str, list[tuple[str, Spelled]]] = defaultdict(list)
        for known in sorted(self._known):
            shape = spell([(part, False) for part in self.parts(known)])
            self._spelled[shape.letters].append((known, shape))
        self._spellings = Spellings(self._spelled)

    def spelled(self, folded: str) -> Spelled:
        """A folded label, cut into words and parts of compounds, to be compared by letters."""
        words = folded.replace("-", " ").replace("/", " ").split()
        return spell((part, word in self._stop) for word in words for part in self.parts(word))

    def parts(self, word: str) -> list[str]:
        """The words that a compound is made of; the word alone where it is none."""
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head, tail = word[:end], word[end:]
            if stem(tail) in self._known and self._first_part(head):
                parts = [*self.parts(head), tail]
                return parts if looks(word) == "".join(map(looks, parts)) else [word]
        return [word]

    def words(self, label: str) -> list[str]:
        """The words of a label that carry meaning, folded; a single letter carries none.

        A preposition does where it ends the label, and asks for what follows.
        """
        folded = fold(label, keep_suffix=True).replace("'s", "")
        words = _WORD.findall(folded)
        last = words[-1:] if words and words[-1] in self._prepositions else []
        return [w for w in words[: len(words) - len(last)] if self._has_meaning(w)] + last

    def _has_meaning(self, word: str) -> bool:
        return len(word) > 1 and word not in self._stop

    def notions(self, label: str) -> frozenset[str]:
        """The notions of a label."""
        return frozenset[str]().union(*(self._cut(stem(word)) for word in self.words(label)))

    def pointed_at(self, label: str) -> frozenset[str]:
        """The notions of words that a demonstrative stands before: what is at hand itself."""
        words = _WORD.findall(fold(label))
        pairs = (pair for pair in pairwise(words) if pair[0] in _DEMONSTRATIVES)
        return frozenset[str]().union(*(self._cut(stem(word)) for _, word in pairs))

    def readings(self, label: str, within: frozenset[str]) -> Iterator[frozenset[str]]:
        """The notions of a label as it stands, and with its unknown words read as misspelt ones.

        A reading with any other notion than those of `within` is none: most texts are none after
        a word or two.
        """
        found = {word: self._cut(stem(word)) for word in self.words(label)}
        unknown = [word for word, notions in found.items() if not notions <= self._known]
        if not all(found[word] <= within for word in found if word not in unknown):
            return
        if all(found[word] <= within for word in unknown):
            yield frozenset[str]().union(*found.values())
        for word in unknown:
            found[word] = self._correct(word) or found[word]
            if not found[word] <= within:
                return
        if unknown:
            yield frozenset[str]().union(*found.values())

    def _cut_uncached(self, word: str) -> frozenset[str]:
        """The notions of one stem: its synonym, the parts of a compound, or the stem itself."""
        if word in self._synonym:
            return frozenset({self._synonym[word]})
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            tail = word[end:]
            if tail not in self._known or tail in self._never_last:
                continue
            if head := self._first_part(word[:end]):
                return self._cut(head) | self._cut(tail)
        return frozenset({word})

    def _first_part(self, text: str) -> str | None:
        """The known word that `text`, the beginning of a compound, is a form of."""
        for link in _LINKS:
            bare = text.removesuffix(link) if link else text
            if len(bare) >= _SHORTEST_PART and text.endswith(link):
                if stem(bare) in self._known:
                    return stem(bare)
                if bare in self._known:
                    return bare
        return None

    def _correct_uncached(self, word: str) -> frozenset[str] | None:
        """The notions of the one known word that `word` is a misspelling of."""
        if len(word) < _SHORTEST_CORRECTED:
            return None
        found = looks(stem(word))
        # At most so many letters differ in what is alike.
        most = int(len(found) / (1 - MAX_DIFFERENCE) * MAX_DIFFERENCE)
        near = (
            known
            for letters in self._spellings.near(found, most)
            for known, shape in self._spelled[letters]
            if (similarity(found, shape) or 0.0) >= _LEAST_SIMILARITY_OF_WORDS
        )
        readings = {self._cut(known) for known in near}
        return readings.pop() if len(readings) == 1 else None

"""The words of a title that name the type of document, also when they are misspelt or divided.

`Beroepscompententieprofiel`, `Beroepscompetentie-profiel` and `B e r o e p s p r o f i e l` are
compared by their letters with the types that a layout lists, as labels are. Documents of another
kind are named by words that are listed for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.core.text import collapse, fold
from pipeline.families.model import LookAlike
from pipeline.labels.spelling import MAX_DIFFERENCE, letters, looks, similarity
from pipeline.labels.wording import Vocabulary

_WORD = re.compile(r"[^\W_]+")
# A shorter type (`BCP`) has too few letters to be recognised when some are wrong.
_SHORTEST_MISSPELT = 12


@dataclass(frozen=True, slots=True)
class TypeMatch:
    """Where a document type is named, and the listed type that it is.

    `is_inferred` tells that it is listed in another spelling.
    """

    start: int
    end: int
    label: str
    is_inferred: bool


class DocumentTypes:
    """The document types of one layout."""

    def __init__(self, kinds: Sequence[str], vocabulary: Vocabulary) -> None:
        # The longest first: `Competentieprofiel` is a part of `Beroepscompetentieprofiel`.
        self._kinds = sorted(kinds, key=lambda kind: -len(letters(kind)))
        self._spelled = {
            kind: vocabulary.spelled(fold(kind))
            for kind in self._kinds
            if len(letters(kind)) >= _SHORTEST_MISSPELT
        }

    def match(self, text: str) -> TypeMatch | None:
        """The document type that a text names.

        In this order: as whole words, at the start of a longer word (a plural), misspelt, and at
        the end of a longer word: the rest of a misspelt word is not the name of an occupation.
        """
        return (
            self._as_words(text)
            or self._as_letters(text, at_start=True)
            or self._misspelt(text)
            or self._as_letters(text, at_start=False)
        )

    def _as_words(self, text: str) -> TypeMatch | None:
        for kind in self._kinds:
            wanted = letters(kind.casefold())
            for start, end in _stretches(text, len(wanted)):
                found = text[start:end].casefold()
                if letters(found) == wanted:
                    is_listed = any(collapse(found) == known.casefold() for known in self._kinds)
                    return TypeMatch(start, end, kind, not is_listed)
        return None

    def _as_letters(self, text: str, *, at_start: bool) -> TypeMatch | None:
        edge = r"(?<![^\W_])" if at_start else ""
        for kind in self._kinds:
            found = re.search(edge + re.escape(kind), text, re.IGNORECASE)
            if found is not None:
                return TypeMatch(found.start(), found.end(), kind, False)
        return None

    def _misspelt(self, text: str) -> TypeMatch | None:
        """The stretch of whole words that is nearest to a type, within the bounds for labels."""
        best, nearest = None, 0.0
        for kind, known in self._spelled.items():
            most = int(len(known.letters) * (1 + MAX_DIFFERENCE))
            for start, end in _stretches(text, most):
                score = similarity(looks(fold(text[start:end])), known) or 0.0
                if score > nearest:
                    best, nearest = TypeMatch(start, end, kind, True), score
        return best


def _stretches(text: str, most: int) -> Iterator[tuple[int, int]]:
    """Each run of whole words with at most so many letters, by its start and end."""
    words = [match.span() for match in _WORD.finditer(text)]
    for first, (start, _) in enumerate(words):
        count = 0
        for begin, end in words[first:]:
            count += end - begin
            if count > most:
                break
            yield start, end


def first_kind(folded: str, kinds: Iterable[LookAlike]) -> tuple[int, LookAlike] | None:
    """Where another kind is named first, and which; of two words there the longer counts."""
    found = [
        (match.start(), -(match.end() - match.start()), number, kind)
        for number, kind in enumerate(kinds)
        if (match := _title_words(kind.title_words).search(folded)) is not None
    ]
    if not found:
        return None
    start, _, _, kind = min(found, key=lambda item: item[:3])
    return start, kind


@cache
def _title_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words at the start of a word, however its parts are written together."""
    longest_first = sorted(map(fold, words), key=len, reverse=True)
    parts = (r"[\W_]*".join(map(re.escape, re.findall(r"\w+", word))) for word in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts) or r'(?!)'})")

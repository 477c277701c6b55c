"""The words of a page in two readings, and where they differ, in whatever order they stand.

Both are compared as bags of words, folded to what readers must agree on. A word that only one of
them has is looked for in the letters of the other one: what a line end, a narrow gap or a blank
parts differently is made of the same letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise

from pipeline.core import signs
from pipeline.readers.pdf.settings import Limit, Share

# Dots that lead from an entry to its page number may touch the words beside them.
_LEADER = re.compile(rf"(?:[{signs.LEADERS}]\s?){{3,}}")
_UNSEEN = ("Cc", "Cf", "Co", "Cn", "Mn")
_LEFT_OUT = frozenset(signs.HYPHENS + signs.INVISIBLE + signs.UNKNOWN + signs.NON_CHARACTERS)
# A word stands for another one where they share so much of the letters of the longer.
_ALIKE: Share = 0.5
# Of more pairs than these none is looked for: the page is another one.
_MOST_PAIRS: Limit = 10_000


class Joint(Enum):
    """What parts a word from the one before it."""

    END = auto()
    """A line, a cell or a block ends there: whether it parts a word is a matter of layout."""
    BLANK = auto()
    """A blank was drawn there."""
    ROOM = auto()
    """Nothing was drawn there, and the room was taken for a blank."""
    NONE = auto()
    """Nothing: it is one word with the one before it, drawn at another time."""


@dataclass(frozen=True)
class Wording:
    """The folded words of a page in the order of one reading, and what stands before each."""

    words: Sequence[str]
    joints: Sequence[Joint]

    @cached_property
    def letters(self) -> str:
        """Those of all words."""
        return letters(self.words)

    @cached_property
    def starts(self) -> dict[int, int]:
        """The number of the word that begins at a place of the letters; their count at the end."""
        found: dict[int, int] = {}
        at = 0
        for number, word in enumerate(self.words):
            found[at] = number
            at += len(letters([word]))
        found[at] = len(self.words)
        return found

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of each word."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            found.setdefault(word, []).append(number)
        return found

    def has(self, first: int, last: int, spare: Counter[str]) -> bool:
        """Whether the words from one number to another are all to spare."""
        return Counter(self.words[first:last]) <= spare

    @cached_property
    def neighbours(self) -> frozenset[tuple[str, str]]:
        """Each word with the one after it."""
        return frozenset(pairwise(self.words))


@dataclass(frozen=True, slots=True)
class Difference:
    """Words, by their numbers, that one reading has where the other one has its own.

    Either is empty where the other reading has nothing like it. With `same_letters` one of them
    is one word, and the other one has its letters in several.
    """

    ours: tuple[int, ...]
    other: tuple[int, ...]
    same_letters: bool = False


def folded(chars: str) -> str:
    """A word by what readers must agree on: no hyphens, no accents, no signs around it."""
    if chars.isalnum() and chars.isascii():
        return chars
    kept = [char for char in unicodedata.normalize("NFKD", chars) if _is_kept(char)]
    first, last = 0, len(kept)
    while first < last and not kept[first].isalnum():
        first += 1
    while first < last and not kept[last - 1].isalnum():
        last -= 1
    return "".join(kept[first:last])


def letters(words: Iterable[str]) -> str:
    """The letters and digits of words, nothing between them."""
    return "".join(word if word.isalnum() else _alone(word) for word in words)


def _alone(word: str) -> str:
    return "".join(filter(str.isalnum, word))


def without_leaders(chars: str) -> str:
    """A text in which dots that lead to a page number are blanks; its length stays."""
    return _LEADER.sub(lambda dots: " " * len(dots[0]), chars)


def differences(ours: Wording, other: Wording) -> Iterator[Difference]:
    """What one of two readings has and the other one has not."""
    mine, theirs = Counter(ours.words), Counter(other.words)
    only_ours, only_other = mine - theirs, theirs - mine
    for word in sorted(only_ours, key=len, reverse=True):
        while only_ours[word] and (parts := _parts(word, other, only_other)):
            _use_up(only_ours, [word])
            _use_up(only_other, [other.words[n] for n in parts])
            yield Difference((_one(word, ours, other),), parts, same_letters=True)
    for word in sorted(only_other, key=len, reverse=True):
        while only_other[word] and (parts := _parts_of_ours(word, ours, other, only_ours)):
            _use_up(only_other, [word])
            _use_up(only_ours, [ours.words[n] for n in parts])
            yield Difference(parts, (_one(word, other, ours),), same_letters=True)
    yield from _unlike(ours, other, list(only_ours.elements()), list(only_other.elements()))


def is_unseen(char: str) -> bool:
    """White space, control and private-use characters, and marks that stand over a letter."""
    return char.isspace() or unicodedata.category(char) in _UNSEEN


def _is_kept(char: str) -> bool:
    return char.isalnum() or not (is_unseen(char) or char in _LEFT_OUT)


def _use_up(spare: Counter[str], words: Iterable[str]) -> None:
    """Take words, each of which is to spare."""
    for word in words:
        spare[word] -= 1
        if not spare[word]:
            del spare[word]


def _parts(word: str, wording: Wording, spare: Counter[str]) -> tuple[int, ...]:
    """The neighbours that have the letters of a word, where all of them are to spare."""
    sought = letters([word])
    at = wording.letters.find(sought)
    while at >= 0:
        first, last = wording.starts.get(at), wording.starts.get(at + len(sought))
        if first is not None and last is not None and wording.has(first, last, spare):
            return tuple(range(first, last))
        at = wording.letters.find(sought, at + 1)
    return ()


def _parts_of_ours(
    word: str, ours: Wording, other: Wording, spare: Counter[str]
) -> tuple[int, ...]:
    """Our words in one of the witness: neighbours, or two that stand side by side in columns."""
    parts = _parts(word, ours, spare)
    if parts:
        return parts
    for cut in range(1, len(word)):
        if word[:cut] in spare and word[cut:] in spare:
            return _one(word[:cut], ours, other), _one(word[cut:], ours, other)
    return ()


def _one(word: str, wording: Wording, other: Wording) -> int:
    """The number of a word: of several, one that has other neighbours in the other reading."""
    words, known = wording.words, other.neighbours

    def shared(number: int) -> int:
        return sum(pair in known for pair in pairwise(words[max(number - 1, 0) : number + 2]))

    return min(wording.places[word], key=shared)


def _unlike(
    ours: Wording, other: Wording, only_ours: list[str], only_other: list[str]
) -> Iterator[Difference]:
    """The words that are left, in pairs where they share letters."""
    few = len(only_ours) * len(only_other) <= _MOST_PAIRS
    for word in only_ours:
        twin = _twin(word, only_other) if few else ""
        if twin:
            only_other.remove(twin)
        theirs = (_one(twin, other, ours),) if twin else ()
        yield Difference((_one(word, ours, other),), theirs)
    for word in only_other:
        yield Difference((), (_one(word, other, ours),))


def _twin(word: str, words: Sequence[str]) -> str:
    """The word that shares most letters, if these are enough; empty where none does."""
    found = max(words, key=lambda other: _shared(word, other), default="")
    return found if _shared(word, found) >= _ALIKE * max(len(word), len(found)) else ""


def _shared(word: str, other: str) -> int:
    return (Counter(word) & Counter(other)).total()

"""Misspelt and misread labels: which known label a reader would take one for.

Two comparisons, both on the letters alone, so that split and hyphenated words do not matter:
the shapes that optical character recognition confuses (`rn` and `m`, `l`, `1` and `I`), and
a few wrong letters, counted word by word, so that a short word of a long label is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import extract

# Letters that look alike in most typefaces, as one of them; then the two spellings that Dutch had
# until 1996 (`risiko`, `perspektief`). Read in this order.
_LOOK_ALIKE = (("rn", "m"), ("vv", "w"), ("ij", "y"), ("ks", "x"), ("k", "c"))
_LOOK_ALIKE_CHARS = str.maketrans({"1": "i", "l": "i", "|": "i", "!": "i", "0": "o", "5": "s"})

# All but letters, digits and the two signs that are read as letters.
_NO_LETTERS = re.compile(r"[^\w|!]+|_+")

# Letters as the strokes they are made of: `kennis` and `kermis` have the same strokes.
_STROKES = str.maketrans(
    {"m": "iii", "n": "ii", "u": "ii", "r": "i", "c": "e", "d": "ei", "w": "vv", "q": "g", "8": "b"}
)

# A label is read by its strokes from this many letters on: shorter ones collide (`rol`, `nol`).
_SHORTEST_BY_STROKES = 4

# Wrong letters in one word that still leave it recognisable, by length of the word.
_WORD_BUDGETS = ((5, 0), (9, 1))
_LONG_WORD_BUDGET = 2
# A joining word may be missing (`van rol` for `van de rol`) or have one wrong letter.
_STOP_WORD_BUDGET = 1
# A misspelt short word that stands alone keeps its first letter: `rector` is no `sector`.
_FIRST_LETTER_COUNTS_BELOW = 8
# Over the whole label no more than a fifth of the letters may differ.
MAX_DIFFERENCE = 0.2


@dataclass(frozen=True, slots=True)
class Spelled:
    """A label as its letters, with the place of each word, or part of a compound, in them."""

    letters: str
    strokes: str
    words: tuple[tuple[int, int, bool], ...]


def letters(text: str) -> str:
    """Letters and digits only: what remains when spaces and hyphens do not count."""
    return text if text.isalnum() else _NO_LETTERS.sub("", text)


@lru_cache(maxsize=8192)
def looks(text: str) -> str:
    """The letters, those that look alike made equal."""
    text = letters(text).translate(_LOOK_ALIKE_CHARS)
    for pair, single in _LOOK_ALIKE:
        text = text.replace(pair, single)
    return text


def strokes(text: str) -> str:
    """The letters as strokes; empty where there are too few letters to be sure."""
    return looks(text).translate(_STROKES) if len(letters(text)) >= _SHORTEST_BY_STROKES else ""


def spell(words: Iterable[tuple[str, bool]]) -> Spelled:
    """Words, each with whether it only joins others, ready to be compared letter by letter."""
    spelled, places, text = "", [], ""
    for word, joins in words:
        shape = looks(word)
        places.append((len(spelled), len(spelled) + len(shape), joins))
        spelled += shape
        text += word
    return Spelled(spelled, strokes(text), tuple(places))


class Spellings:
    """Known letters, looked up by those found: of so many edits none differs more in its length."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(dict.fromkeys(known), key=len)
        self._lengths = [len(letters) for letters in self._known]

    def near(self, found: str, most: int) -> list[str]:
        """Those that differ from the letters `found` in at most so many edits."""
        first = bisect_left(self._lengths, len(found) - most)
        last = bisect_right(self._lengths, len(found) + most)
        among = self._known[first:last]
        # The distances are taken in C, all at once.
        near = extract(found, among, scorer=OSA.distance, score_cutoff=most, limit=None)
        return [letters for letters, _, _ in near]


def budget(length: int) -> int:
    """How many letters of a word of that length may be wrong."""
    for limit, edits in _WORD_BUDGETS:
        if length < limit:
            return edits
    return _LONG_WORD_BUDGET


def similarity(found: str, known: Spelled) -> float | None:
    """How near the letters `found` are to a known label, 0 to 1; None where they are another."""
    longest = max(len(found), len(known.letters))
    edits = OSA.distance(found, known.letters, score_cutoff=int(longest * MAX_DIFFERENCE))
    if edits > longest * MAX_DIFFERENCE or not _every_word_is_recognisable(found, known):
        return None
    return 1 - edits / longest


def _every_word_is_recognisable(found: str, known: Spelled) -> bool:
    """No word of the known label has more wrong letters than its length bears."""
    aligned = _aligned_words(found, known)
    for place, (word, part, is_stop) in enumerate(aligned):
        edits = OSA.distance(word, part)
        # The last word asks for what follows: `opgesteld op` is not `opgesteld`.
        if is_stop and not part and place < len(aligned) - 1:
            continue
        allowed = _STOP_WORD_BUDGET if is_stop else budget(len(word))
        if edits > allowed and not (edits == 1 and _is_slip(part, word)):
            return False
    stands_alone = len(known.words) == 1 and len(known.letters) < _FIRST_LETTER_COUNTS_BELOW
    return not stands_alone or found[:1] == known.letters[:1]


def _is_slip(found: str, known: str) -> bool:
    """Whether two letters changed places or one was typed twice: no other word comes of that."""
    return sorted(found) == sorted(known) or _undoubled(found) == _undoubled(known)


def _undoubled(word: str) -> str:
    return "".join(char for char, _ in groupby(word))


def _aligned_words(found: str, known: Spelled) -> list[tuple[str, str, bool]]:
    """Each word of the known label beside the letters of `found` that stand for it."""
    place = [0] * (len(known.letters) + 1)
    for step in Levenshtein.opcodes(known.letters, found):
        for offset in range(step.src_end - step.src_start):
            place[step.src_start + offset] = min(step.dest_start + offset, step.dest_end)
    # Letters before the first word or after the last one are wrong letters of that word.
    place[0], place[-1] = 0, len(found)
    return [
        (known.letters[start:end], found[place[start] : place[end]], is_stop)
        for start, end, is_stop in known.words
    ]

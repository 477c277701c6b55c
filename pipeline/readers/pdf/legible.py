"""Whether the letters of a text make words, of Dutch or of any other language.

Fonts may be written so that their codes stand for other letters than they show: then no reader can
tell what the page says. A text in another language is no such text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from pipeline.readers.pdf.settings import Count, Share

# Words that every Dutch text is full of.
_COMMON_WORDS = frozenset(
    "de het een en van in is op te dat die voor met zijn aan niet om er als bij of door naar uit "
    "ook tot over kan hun".split()
)
# They are a third of a text, and none of one whose fonts are scrambled (extraction.md, section 6).
_LEAST_COMMON: Share = 0.03
# So many of them are there: one may come of another (`de` moved on by eleven places is `op`).
_DISTINCT: Count = 4
# Fewer signs may be names and abbreviations only; they are some sixty words.
_ENOUGH: Count = 300
# Of the letters of a language vowels are 0.38 (English) to 0.46 (Turkish, pages of 150 letters and
# more: 0.37 to 0.46); of letters that were moved on in the alphabet, by one to 25 places, 0.10 to
# 0.38.
_FEWEST_VOWELS: Share = 0.32
_MOST_VOWELS: Share = 0.55
# Of the words of a language hardly one has no vowel; of 121 texts whose letters were exchanged so
# that the share of vowels stayed, 0.04 at least.
_WITHOUT_VOWEL: Share = 0.03
# Other signs than letters and figures are a twelfth of a text, leaders left out; where codes were
# numbered as they came they are more than half.
_OTHER_SIGNS: Share = 0.3
_LEADER = re.compile(r"(\W)\1+")
_VOWELS = "aeiouyæœøı"
_VOWEL = re.compile(f"[{_VOWELS}]")
# Abbreviations in capitals are spelled.
_WORD = re.compile(r"[^\W\d_]*[a-zà-ɏ][^\W\d_]+")
# The last of the Latin letters that have no accent beside them.
_LAST_LATIN = "ɏ"


def is_legible(chars: str) -> bool:
    """Whether a text is one of words or figures, or has too few signs to tell."""
    words = chars.lower().split()
    signs = "".join(words)
    if len(signs) < _ENOUGH:
        return True
    common = Counter(word for word in words if word in _COMMON_WORDS)
    if len(common) >= _DISTINCT and common.total() >= _LEAST_COMMON * len(words):
        return True
    others = sum(not sign.isalnum() for sign in _LEADER.sub("", signs))
    if others > _OTHER_SIGNS * len(signs):
        return False
    letters = [sign for sign in signs if sign.isalpha()]
    return len(letters) < _ENOUGH or _is_of_other_script(letters) or _has_vowels(chars)


def _is_of_other_script(letters: list[str]) -> bool:
    """Whether most letters are no Latin ones: of those nothing is known here."""
    return 2 * sum(char > _LAST_LATIN for char in letters) > len(letters)


def _has_vowels(chars: str) -> bool:
    """Whether vowels are as frequent as in a language, and in its words."""
    plain = unicodedata.normalize("NFD", chars).lower()
    count = sum(map(str.isalpha, plain))
    vowels = sum(map(plain.count, _VOWELS))
    words = _WORD.findall(unicodedata.normalize("NFC", chars))
    bare = sum(not _VOWEL.search(unicodedata.normalize("NFD", word).lower()) for word in words)
    return (
        _FEWEST_VOWELS * count <= vowels <= _MOST_VOWELS * count
        and bare <= _WITHOUT_VOWEL * len(words)
    )

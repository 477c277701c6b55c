"""Which words Dutch has: the lemma table of simplemma (MIT), and compounds of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

# Shorter parts of compounds are found in any row of letters.
_SHORTEST_PART = 4


@lru_cache(maxsize=1)
def lemma_table() -> Mapping[str, str]:
    """The Dutch lemma table: word form to lemma, loaded once per process, on first use."""
    return _table("nl")


def is_word(word: str) -> bool:
    """Whether a word in lower case is Dutch or English, or a Dutch compound of two words."""
    table = lemma_table()
    if word in table:
        return True
    parts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(word[:at] in table and word[at:] in table for at in parts) or word in _english()


def is_known(word: str) -> bool:
    """Whether the table has a word form (in lower case) as it is."""
    return word in lemma_table()


@lru_cache(maxsize=1)
def _english() -> Mapping[str, str]:
    return _table("en")


def _table(language: str) -> Mapping[str, str]:
    # Imported here: the import alone takes 0.05 s, and most documents need no table.
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    return DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)

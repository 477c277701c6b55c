"""Which words Dutch has: the lemma table of simplemma (MIT), and compounds of what it holds."""

from __future__ import annotations

from typing import Protocol

from pipeline.document.word_index import word_list

_DUTCH, _ENGLISH = "nl", "en"
# Shorter parts of compounds are found in any row of letters.
_SHORTEST_PART = 4


class Words(Protocol):
    """Word forms with their lemmas."""

    def get(self, word: str, /) -> str | None:
        """The lemma of a word form; None for one that is not known."""
        ...

    def __contains__(self, word: str, /) -> bool: ...


# By language; each is loaded once, on first use.
_tables: dict[str, Words] = {}


def lemma_table() -> Words:
    """The Dutch lemma table: word form to lemma."""
    return _table(_DUTCH)


def is_word(word: str) -> bool:
    """Whether a word in lower case is Dutch or English, or a Dutch compound of two words."""
    table = lemma_table()
    if word in table:
        return True
    parts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    if any(word[:at] in table and word[at:] in table for at in parts):
        return True
    return word in _table(_ENGLISH)


def is_known(word: str) -> bool:
    """Whether the table has a word form (in lower case) as it is."""
    return word in lemma_table()


def unpack() -> None:
    """Unpack the Dutch table, which takes 0.3 s and 55 MB; a word is found in a thirtieth then."""
    _tables[_DUTCH] = _unpacked(_DUTCH)


def _table(language: str) -> Words:
    if language not in _tables:
        # Of another release than that of the index, all words are unpacked.
        _tables[language] = word_list(language) or _unpacked(language)
    return _tables[language]


def _unpacked(language: str) -> Words:
    # Imported here: the import alone takes 0.05 s.
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    words: Words = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    return words

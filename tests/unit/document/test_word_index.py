"""Words that are looked up in simplemma's stream: what its own table says, for each of them."""

from __future__ import annotations

import random

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from pipeline.document import dutch_words, word_index
from pipeline.document.word_index import LANGUAGES, index, word_list

_SAMPLE = 2000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_that_of_the_list_that_is_installed(language: str) -> None:
    # Otherwise: python -m pipeline.document.word_index
    assert index(language) == word_index._index_of(language).read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_and_what_is_none_are_found_as_in_the_table(language: str) -> None:
    table = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    words = list(table)
    some = random.Random(1).sample(words, _SAMPLE)
    asked = [*words[:40], *words[-40:], *some, *(word[:-1] for word in some)]
    asked += [*(f"{word}q" for word in some), "", "\0", "\U0010ffff"]

    found = word_list(language)

    assert found is not None
    assert [found.get(word) for word in asked] == [table.get(word) for word in asked]
    assert [word in found for word in asked] == [word in table for word in asked]


def test_for_another_list_than_that_of_the_index_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = word_index._packed("nl")
    monkeypatch.setattr(word_index, "_packed", lambda _: packed + b"\0")

    assert word_list("nl") is None


def test_without_an_index_words_are_known_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dutch_words, "_tables", {})
    monkeypatch.setattr(dutch_words, "word_list", lambda _: None)

    assert dutch_words.is_known("benadert")
    assert not dutch_words.is_known("benadertx")
    assert dutch_words.is_word("the")


def test_the_unpacked_table_says_what_the_list_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dutch_words, "_tables", {})
    listed = [dutch_words.lemma_table().get(word) for word in ("benadert", "klanten", "xq")]

    dutch_words.unpack()

    assert not isinstance(dutch_words.lemma_table(), word_index.WordList)
    assert [dutch_words.lemma_table().get(w) for w in ("benadert", "klanten", "xq")] == listed

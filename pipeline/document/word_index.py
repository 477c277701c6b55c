"""A word list that is looked up where it lies, instead of being unpacked to a table.

simplemma ships its list of a language as one compressed stream: the words in alphabetical order,
each as the letters that it does not share with the one before it, with the letters that its lemma
has instead. To unpack the 370,000 words of Dutch takes 0.3 s and 55 MB, and a document asks about a
few. An index beside this module says where in the stream each sixteenth word begins; it fits that
stream alone, and tells which one by its digest. It holds no words: only what those at which it
points share with the ones before them.

    python -m pipeline.document.word_index    writes the indexes anew, for the simplemma installed
"""

from __future__ import annotations

import hashlib
import lzma
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LANGUAGES = ("nl", "en")

# Of so many words one is in the index: twice as many take twice as long to find one among.
_BLOCK = 16
_MAGIC = b"SMFC1"
# How many letters of the word its lemma lacks; or these, which stand for no number.
_SAME_LEMMA, _WHOLE_LEMMA = 254, 255


class WordList:
    """Words with their lemmas, in a stream; `starts` are offsets in it, `shared` what the words
    there share with those before them."""

    def __init__(self, stream: bytes, starts: Sequence[int], shared: Sequence[bytes]) -> None:
        self._stream = stream
        self._starts = starts
        self._shared = shared
        # Each search begins with the same few.
        self._first = cache(self._word_at)

    def get(self, word: str) -> str | None:
        """The lemma of a word; None for what is not in the list."""
        wanted = word.encode()
        block = bisect_right(range(len(self._starts)), wanted, key=self._first) - 1
        if block < 0:
            return None
        for _, key, lemma in _records(self._stream, self._starts[block], self._shared[block]):
            if key >= wanted:
                return lemma.decode() if key == wanted else None
        return None

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def _word_at(self, block: int) -> bytes:
        """The word at which a block begins."""
        return next(_records(self._stream, self._starts[block], self._shared[block]))[1]


def word_list(language: str) -> WordList | None:
    """The list of a language; None where simplemma has another one than the index is for."""
    packed = _packed(language)
    index = _index_of(language).read_bytes()
    digest = hashlib.sha256(packed).digest()
    if not index.startswith(digest):
        return None
    count = int.from_bytes(index[len(digest) : len(digest) + 4], "little")
    at = len(digest) + 4
    starts = array("I", index[at : at + 4 * count])
    return WordList(lzma.decompress(packed), starts, index[at + 4 * count :].split(b"\n"))


def index(language: str) -> bytes:
    """The index of the list that simplemma has: digest, number of words in it, offsets, letters.

    Raises ValueError where the list is no such stream.
    """
    packed = _packed(language)
    stream = lzma.decompress(packed)
    if not stream.startswith(_MAGIC) or stream[len(_MAGIC)]:
        raise ValueError(f"simplemma has its list of {language} in another form")
    starts, shared = array("I"), []
    before, since = b"", _BLOCK
    _, first = _number(stream, len(_MAGIC) + 1)
    for start, word, _ in _records(stream, first, b""):
        if since >= _BLOCK and not _has_lemma_of_last(stream, start):
            starts.append(start)
            shared.append(before[: _number(stream, start)[0]])
            since = 0
        before, since = word, since + 1
    head = hashlib.sha256(packed).digest() + len(starts).to_bytes(4, "little")
    return head + starts.tobytes() + b"\n".join(shared)


def _records(stream: bytes, at: int, before: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(offset, word, lemma) of the words from an offset on; `before` begins as the one before."""
    lemma = b""
    while at < len(stream):
        start = at
        shared, at = _number(stream, at)
        length, at = _number(stream, at)
        before = before[:shared] + stream[at : at + length]
        lacks, at = stream[at + length], at + length + 1
        if lacks != _SAME_LEMMA:
            length, at = _number(stream, at)
            kept = b"" if lacks == _WHOLE_LEMMA else before[: len(before) - lacks]
            lemma, at = kept + stream[at : at + length], at + length
        yield start, before, lemma


def _has_lemma_of_last(stream: bytes, at: int) -> bool:
    length, at = _number(stream, _number(stream, at)[1])
    return stream[at + length] == _SAME_LEMMA


def _number(stream: bytes, at: int) -> tuple[int, int]:
    """A number, seven bits a byte, and the offset after it."""
    number = stream[at]
    if number < 0x80:
        return number, at + 1
    more, end = _number(stream, at + 1)
    return number & 0x7F | more << 7, end


def _packed(language: str) -> bytes:
    """The file of simplemma, whose import alone takes 0.05 s."""
    found = find_spec("simplemma")
    folders = found.submodule_search_locations if found is not None else None
    names = ("strategies", "dictionaries", "data", f"{language}.plzma")
    for folder in folders or ():
        path = Path(folder).joinpath(*names)
        if path.is_file():
            return path.read_bytes()
    return b""


def _index_of(language: str) -> Path:
    return Path(__file__).with_name(f"words.{language}.index")


if __name__ == "__main__":
    for name in LANGUAGES:
        _index_of(name).write_bytes(index(name))

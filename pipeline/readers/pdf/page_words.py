"""The words of a document's texts, page by page: what of its glyphs reaches values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from pipeline.document.text import INSERTED, Text
from pipeline.readers.pdf.wording import Joint, folded, without_leaders

_WORD = re.compile(r"\S+")
_LINE_END = "\n"


class Word(NamedTuple):
    """A folded word, the glyphs that it is made of, and what parts it from the word before it."""

    chars: str
    origins: tuple[int, ...]
    joint: Joint


@dataclass(frozen=True)
class PageWords:
    """The texts that have glyphs of a page, and the numbers of these."""

    glyphs: range
    texts: list[Text] = field(default_factory=list)

    def raw(self) -> Iterator[str]:
        """The words as they stand; those that a page end divides are cut there."""
        for text in self.texts:
            first, last = _ends(text)
            if first in self.glyphs and last in self.glyphs:
                yield from text.chars.split()
            else:
                for start, end in self._stretches(text, text.chars):
                    yield text.chars[start:end]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The folded words that are more than signs."""
        return tuple(word for text in self.texts for word in self._words(text))

    def unread(self) -> Iterator[int]:
        """The glyphs of the page that are in none of the texts."""
        read = {origin for text in self.texts for origin in text.origins}
        return (glyph for glyph in self.glyphs if glyph not in read)

    def turns(self) -> Iterator[tuple[Word, Word]]:
        """Neighbours in one text of which the second was drawn first, numbers of items left out."""
        for text in self.texts:
            real = [origin for origin in text.origins if origin != INSERTED]
            if real == sorted(real):
                continue
            words = list(self._words(text))
            for word, following in pairwise(words):
                is_number = word is words[0] and word.chars.isdigit()
                if following.origins[0] < word.origins[0] and not is_number:
                    yield word, following

    def _words(self, text: Text) -> Iterator[Word]:
        last: int | None = None
        for start, end in self._stretches(text, without_leaders(text.chars)):
            chars = folded(text.chars[start:end])
            if chars:
                origins = text.origins[start:end]
                if INSERTED in origins:
                    origins = tuple(origin for origin in origins if origin != INSERTED)
                yield Word(chars, origins, _joint(text, last, start))
                last = end

    def _stretches(self, text: Text, chars: str) -> Iterator[tuple[int, int]]:
        """Where the words of the page begin and end in a text."""
        origins, glyphs = text.origins, self.glyphs
        for match in _WORD.finditer(chars):
            start, end = match.span()
            if origins[start] in glyphs and origins[end - 1] in glyphs:
                yield start, end
            elif there := [n for n in range(start, end) if origins[n] in glyphs]:
                yield there[0], there[-1] + 1


def words_by_page(texts: Iterable[Text], pages: Sequence[range]) -> list[PageWords]:
    """The words of each page; `pages` holds the numbers of the glyphs of each."""
    found = [PageWords(glyphs) for glyphs in pages]
    drawn = sorted((page for page in found if page.glyphs), key=lambda page: page.glyphs.start)
    starts = [page.glyphs.start for page in drawn]
    for text in texts:
        first, last = (bisect_right(starts, origin) - 1 for origin in _ends(text))
        for page in drawn[min(first, last) : max(first, last) + 1]:
            page.texts.append(text)
    return found


def _ends(text: Text) -> tuple[int, int]:
    """The first and the last glyph of a text; (-1, -1) for one that has none."""
    origins = text.origins
    if origins and origins[0] != INSERTED and origins[-1] != INSERTED:
        return origins[0], origins[-1]
    real = [origin for origin in origins if origin != INSERTED]
    return (real[0], real[-1]) if real else (INSERTED, INSERTED)


def _joint(text: Text, last: int | None, start: int) -> Joint:
    if last is None or _LINE_END in text.chars[last:start]:
        return Joint.END
    drawn = text.origins[last:start].count(INSERTED) < start - last
    return Joint.BLANK if drawn else Joint.ROOM

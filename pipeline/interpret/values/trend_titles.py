"""Titles of trends in a value: by emphasis, by number, before a colon, on a line of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.interpret.passages import Passage
from pipeline.interpret.values.sub_headings import is_set_off, with_colon
from pipeline.interpret.values.titling import Titled, Titling, Weighing, emphasised, look
from pipeline.labels.matcher import LabelMatcher

# More words than a title of a trend has make a sentence.
_MOST_WORDS: Final = 8
_LONGEST: Final = 90
_SENTENCE_ENDS = (".", "!", "?", ";")


@dataclass(frozen=True, slots=True)
class TrendTitles:
    """Tells the titles of trends, by the dimensions that the matcher knows."""

    matcher: LabelMatcher

    def of(self, passages: Sequence[Passage]) -> Titled:
        """The titles in a value; none where it is text about trends as a whole."""
        weighing = Weighing(self._of_title, self._of_body, least=0.0)
        return weighing.best(passages, self._proposed(passages))

    def names(self, chars: str) -> bool:
        """Whether words name a dimension."""
        return self.matcher.match_trend(chars.rstrip(" :.")) is not None

    # The shapes that titles have.

    def _proposed(self, passages: Sequence[Passage]) -> Iterable[Titling]:
        yield from emphasised(passages, _opens_text, _LONGEST)
        yield Titling("by their numbers", dict(self._numbered(passages)))
        yield Titling("before a colon in each item", dict(self._run_in(passages)))
        yield Titling("on lines of their own", dict(self._plain(passages)))
        yield Titling("before a colon", dict(self._before_colons(passages)))
        yield Titling("in emphasis in each item", dict(self._in_items(passages)))
        yield Titling("before a full stop", dict(self._before_stops(passages)))
        yield Titling("at the head of each row", dict(self._rows(passages)))

    def _numbered(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """Items that count on, before words that are no item of a list below a title."""
        last = 0
        for n, passage in enumerate(passages):
            named = self._is_title(passage.chars) or passage.emphasised
            counts_on = passage.number == last + 1 and _is_short(passage.chars)
            opens = passage.chars[0].isupper() and not passage.chars.endswith((".", ";", ",", ":"))
            if passage.number is not None and (named or (counts_on and opens)):
                last = passage.number
                yield n, len(passage.text)

    def _run_in(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """`- Economisch: ...`: each item is a trend of its own, where all have a title so."""
        items = {n: p for n, p in enumerate(passages) if p.is_item}
        ends = {n: passage.chars.find(":") + 1 for n, passage in items.items()}
        titles = {n: passages[n].chars[: end - 1] for n, end in ends.items() if end}
        are_titles = len(titles) == len(items) and all(map(_may_be_title, titles.values()))
        return ends.items() if are_titles and len(titles) > 1 else ()

    def _plain(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        for n, passage in enumerate(passages):
            if not passage.is_item and self._is_title(passage.chars):
                yield n, len(passage.text)

    def _before_colons(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        for n, passage in enumerate(passages):
            if not passage.is_item and (end := self._before_colon(passage)):
                yield n, end

    def _in_items(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """`1. <i>Demografisch</i> De bevolking ...`: the emphasis is the title."""
        for n, passage in enumerate(passages):
            end = passage.emphasised_prefix() if passage.is_item else 0
            title = passage.chars[:end].rstrip(" .:")
            is_title = self._is_title(title) or (
                passage.number is not None and _may_be_title(title)
            )
            if end and is_set_off(passage.chars, end) and is_title:
                yield n, with_colon(passage.chars, end)

    def _rows(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """What opens the rows of a table in the value, where one of them names a dimension."""
        opening = {n: p.chars for n, p in enumerate(passages) if p.opens_cell}
        are_titles = len(opening) > 1 and all(map(_may_be_title, opening.values()))
        if are_titles and any(map(self.names, opening.values())):
            yield from ((n, len(chars)) for n, chars in opening.items())

    def _before_stops(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """`1. Demografische ontwikkelingen. De bevolking ...`: a first sentence that is a title."""
        for n, passage in enumerate(passages):
            at = passage.chars.find(". ")
            if at > 0 and self._is_title(passage.chars[:at]):
                yield n, at + 1

    def _before_colon(self, passage: Passage) -> int:
        """The length of a title that a colon ends; 0 for none."""
        at = passage.chars.find(":")
        return at + 1 if at > 0 and self._is_title(passage.chars[:at]) else 0

    # What titles and texts look like.

    def _is_title(self, chars: str) -> bool:
        return _may_be_title(chars) and self.names(chars)

    def _of_title(self, passage: Passage, end: int, below: Passage | None) -> float:
        title = passage.chars[:end].rstrip()
        is_set_off = end < len(passage.text) and title.endswith((":", "."))
        if is_set_off:
            title = title[:-1]
        named = self.names(title)
        points = 2.0 if named else 0.0
        points += 0.5 if is_set_off else 0.0
        is_marked = passage.emphasised or passage.number is not None or passage.opens_cell
        points += 1.0 if is_marked else 0.0
        if end < len(passage.text) and not named and not is_set_off:
            points -= 1.5
        if title.endswith(_SENTENCE_ENDS) or not _is_short(title):
            points -= 3.0
        return points if below is not None else points - 2.0

    def _of_body(self, passage: Passage, heads: Sequence[Passage]) -> float:
        """What looks like the titles and is none would be one that was missed."""
        same = any(look(passage) == look(head) for head in heads)
        return -1.0 if same and self._is_title(passage.chars) else 0.0


def _opens_text(passage: Passage, end: int) -> bool:
    return is_set_off(passage.chars, end)


def _may_be_title(chars: str) -> bool:
    return bool(chars) and not chars.endswith(_SENTENCE_ENDS) and _is_short(chars)


def _is_short(chars: str) -> bool:
    return len(chars.split()) <= _MOST_WORDS

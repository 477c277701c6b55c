"""Titles in a value that name something known: a dimension of trends, a descriptor of skills.

They stand by emphasis, by number, before a colon, on a line of their own: each shape proposes its
titles, and those are taken that explain the value best, whether all of them name something or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.document.sentences import is_finished, is_open
from pipeline.interpret.passages import Passage
from pipeline.interpret.values.sub_headings import is_set_off, with_colon
from pipeline.interpret.values.titling import Titled, Titling, Weighing, emphasised, look

# More words than a title has make a sentence.
_MOST_WORDS: Final = 8
_LONGEST: Final = 90
_BEFORE_SENTENCES: Final = "before sentences"
# What a single title is worth that names nothing: an emphasised opening may be a stressed word, a
# line above a sentence anything.
_ONE_ALONE: Final = 0.5
# A capital behind a word alone: a sign between them tells by itself.
_CAPITAL = re.compile(r"(?<=\w\s)[A-Z]")
_SENTENCE_ENDS = (".", "!", "?", ";")


@dataclass(frozen=True, slots=True)
class NamedTitles:
    """Tells titles; `names` tells whether words without colon or full stop name something known.

    With `only_named` what names nothing is no title, and what does is one though nothing follows.
    """

    names: Callable[[str], object]
    only_named: bool = False

    def of(self, passages: Sequence[Passage]) -> Titled:
        """The titles in a value; none where it is one text."""
        proposed: Iterable[Titling] = self._proposed(passages)
        weighing = Weighing(self._of_title, self._of_body, _ONE_ALONE)
        if self.only_named:
            several = {n: end for n, p in enumerate(passages) if (end := self._in_some_form(p))}
            proposed = [self._named_of(titling, passages) for titling in proposed]
            proposed.append(Titling("in several forms", several))
            weighing = Weighing(self._of_title, self._of_body)
        return _in_doubt(weighing.best(passages, proposed))

    # The shapes that titles have.

    def _proposed(self, passages: Sequence[Passage]) -> Iterator[Titling]:
        for titling in emphasised(passages, lambda p, end: is_set_off(p.chars, end), _LONGEST):
            if self._tell_each_other(titling, passages):
                yield titling
        for name, find in _IN_VALUES.items():
            yield Titling(name, dict(find(self, passages)))
        for name, length in _IN_PASSAGES.items():
            ends = {n: length(self, passage) for n, passage in enumerate(passages)}
            yield Titling(name, {n: end for n, end in ends.items() if end})

    def _tell_each_other(self, titling: Titling, passages: Sequence[Passage]) -> bool:
        """Whether emphasis that names nothing, and no sign sets off, titles several passages.

        One alone is a name or a word of its sentence as well: `<b>Minister</b> Jansen`.
        """
        ends = [(passages[n], end) for n, end in titling.heads.items()]
        bare = [
            p for p, end in ends if end < len(p.text) and p.chars[:end].rstrip()[-1] not in ":."
        ]
        named = any(self.bare(p.chars[:end].rstrip()) for p, end in ends)
        return named or len(bare) != 1 or len(ends) > 1

    def _named_of(self, titling: Titling, passages: Sequence[Passage]) -> Titling:
        heads = titling.heads.items()
        return Titling(
            titling.name, {n: end for n, end in heads if self.bare(passages[n].chars[:end])}
        )

    def bare(self, chars: str) -> str:
        """A title without the sign that sets it off, where it names something; else empty."""
        bare = chars.rstrip(" :.")
        return bare if may_be_title(bare) and self.names(bare) else ""

    def numbered(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """Items that count on, before words that are no item of a list below a title."""
        last = 0
        for n, passage in enumerate(passages):
            named = (may_be_title(passage.chars) and self.bare(passage.chars)) or passage.emphasised
            opens = passage.chars[0].isupper() and not passage.chars.endswith((",", ":"))
            counts_on = passage.number == last + 1 and opens and may_be_title(passage.chars)
            if passage.number is not None and (named or counts_on):
                last = passage.number
                yield n, len(passage.text)

    def in_each_item(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """`- Economisch: ...`: each item is a part of its own, where all have a title so."""
        items = {n: p for n, p in enumerate(passages) if p.is_item}
        ends = {n: passage.chars.find(":") + 1 for n, passage in items.items()}
        titles = {n: passages[n].chars[: end - 1] for n, end in ends.items() if end}
        are_titles = len(titles) == len(items) and all(map(may_be_title, titles.values()))
        return ends.items() if are_titles and len(titles) > 1 else ()

    def at_rows(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """What opens the rows of a table in the value, where one of them names something."""
        opening = {n: p.chars for n, p in enumerate(passages) if p.opens_cell}
        are_titles = len(opening) > 1 and all(map(may_be_title, opening.values()))
        if are_titles and any(map(self.bare, opening.values())):
            yield from ((n, len(chars)) for n, chars in opening.items())

    def before_sentences(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """`Kennis Zij weten ...`: names that stand before sentences in several passages."""
        found = [(n, end) for n, p in enumerate(passages) if (end := self._before_sentence(p))]
        return found if len(found) > 1 else ()

    def _before_sentence(self, passage: Passage) -> int:
        found = None if passage.is_item else _CAPITAL.search(passage.chars)
        title = passage.chars[: found.start()].rstrip() if found else ""
        # `De economie in Nederland`: nothing ends before that capital.
        is_title = bool(title) and not is_open(title) and self.bare(title)
        return found.start() if found and is_title else 0

    def above_sentences(self, passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
        """Words by themselves where all else is sentences and items, and each has some below it.

        One line may be anything that stands above a text; several that open the value tell.
        """
        titles = [n for n, p in enumerate(passages) if not p.is_item and not is_finished(p.chars)]
        have_text = all(n + 1 < len(passages) and n + 1 not in titles for n in titles)
        are_titles = all(_opens_as_title(passages[n].chars) for n in titles)
        if len(titles) > 1 and titles[0] == 0 and have_text and are_titles:
            yield from ((n, len(passages[n].text)) for n in titles)

    def whole(self, passage: Passage) -> int:
        """The length of a passage that is a title; 0 for one that is none."""
        is_title = not passage.is_item and may_be_title(passage.chars) and self.bare(passage.chars)
        return len(passage.text) if is_title else 0

    def before_colon(self, passage: Passage) -> int:
        """`Economisch: ...`"""
        at = passage.chars.find(":")
        return at + 1 if at > 0 and not passage.is_item and self.bare(passage.chars[:at]) else 0

    def before_stop(self, passage: Passage) -> int:
        """`1. Demografische ontwikkelingen. De bevolking ...`: a first sentence that is a title."""
        at = passage.chars.find(". ")
        return at + 1 if at > 0 and self.bare(passage.chars[:at]) else 0

    def emphasis_in_item(self, passage: Passage) -> int:
        """`1. <i>Demografisch</i> De bevolking ...`: the emphasis is the title."""
        end = passage.emphasised_prefix() if passage.is_item else 0
        title = passage.chars[:end].rstrip(" .:")
        is_title = self.bare(title) or (passage.number is not None and may_be_title(title))
        return with_colon(passage.chars, end) if is_title and is_set_off(passage.chars, end) else 0

    def _in_some_form(self, passage: Passage) -> int:
        end = passage.emphasised_prefix()
        if end and is_set_off(passage.chars, end) and self.bare(passage.chars[:end]):
            return with_colon(passage.chars, end)
        return self.whole(passage) or self.before_colon(passage)

    # What titles and texts look like.

    def _of_title(self, passage: Passage, end: int, below: Passage | None) -> float:
        title = passage.chars[:end].rstrip()
        sets_off = end < len(passage.text) and title.endswith((":", "."))
        if sets_off:
            title = title[:-1]
        named = bool(self.names(title.rstrip(" :.")))
        points = 2.0 if named else 0.0
        # A sign sets the title off, or a sentence begins behind its emphasis: stress goes on.
        points += _ONE_ALONE if end < len(passage.text) else 0.0
        is_marked = passage.emphasised or passage.number is not None or passage.opens_cell
        points += 1.0 if is_marked else 0.0
        above_text = below is not None and (below.is_item or is_finished(below.chars))
        is_bare = end == len(passage.text) and _opens_as_title(title)
        points += _ONE_ALONE if above_text and is_bare else 0.0
        if not may_be_title(title):
            points -= 3.0
        return points if below is not None else points - 2.0

    def _of_body(self, passage: Passage, heads: Sequence[Passage]) -> float:
        """What looks like the titles and is none would be one that was missed."""
        same = any(look(passage) == look(head) for head in heads)
        return -1.0 if same and may_be_title(passage.chars) and self.bare(passage.chars) else 0.0


# What tells titles by more than one passage, and what by each passage alone.
_IN_VALUES: Mapping[str, Callable[[NamedTitles, Sequence[Passage]], Iterable[tuple[int, int]]]] = {
    "by their numbers": NamedTitles.numbered,
    "before a colon in each item": NamedTitles.in_each_item,
    "at the head of each row": NamedTitles.at_rows,
    _BEFORE_SENTENCES: NamedTitles.before_sentences,
    "by their place above sentences": NamedTitles.above_sentences,
}
_IN_PASSAGES: Mapping[str, Callable[[NamedTitles, Passage], int]] = {
    "on lines of their own": NamedTitles.whole,
    "before a colon": NamedTitles.before_colon,
    "in emphasis in each item": NamedTitles.emphasis_in_item,
    "before a full stop": NamedTitles.before_stop,
}


def _opens_as_title(chars: str) -> bool:
    """Whether words may be a title that nothing sets off: `Bron: ...` says where text is from."""
    return bool(may_be_title(chars)) and chars[0].isupper() and ":" not in chars


def may_be_title(chars: str) -> str:
    """Words that are few enough for a title, and end as no sentence does; else empty."""
    is_short = len(chars.split()) <= _MOST_WORDS
    return chars if is_short and not chars.endswith(_SENTENCE_ENDS) else ""


def _in_doubt(titled: Titled) -> Titled:
    """What was told, in doubt where no sign parts titles from their sentences."""
    if titled.titling.name != _BEFORE_SENTENCES:
        return titled
    doubt = "no sign parts them from what follows"
    return Titled(titled.titling, titled.verdict._replace(doubt=doubt))

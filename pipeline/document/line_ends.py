"""Which line ends inside a text are meant, and how wrapped lines are joined.

A page or a PDF-to-Markdown tool wraps lines where the column ends; a `<br>` of an
editor is meant. The document itself shows which it does: wrapped text breaks
before lower-case letters again and again, and its lines are about equally long.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.core import heartbeat
from pipeline.document.hyphens import rejoined
from pipeline.document.reasons import Verdict
from pipeline.document.seams import (
    FILLED,
    ITEM_LINES,
    Seam,
    emphasis_changes,
    line_goes_on,
    typed_line_goes_on,
)
from pipeline.document.sentences import OPEN_WORDS, is_finished, is_open
from pipeline.document.text import Text

# In wrapped Dutch text four of five line ends stand before a lower-case letter; where
# line ends are meant hardly one does. Few line ends prove nothing.
_WRAPPED_SHARE = 0.3
_FEW = 4
# A line counts as full when the next word would have passed this share of the widest
# line: proportional fonts make equally wide lines differ by some 15 % in characters.
_FULL = 0.85
_OVERLONG = 1.6
# Shorter lines may be items of a list (a job title a line); a wrapped column is wider.
_MIN_WRAPPED, _MIN_WRAPPED_WORDS = 16, 3
# An item that takes a line of its own, has no end punctuation and is followed by another in
# lower case is hardly ever so long; a line of a sentence often is.
_LONG = 45
_WORD = re.compile(r"[\w-]+")
# What opens an item: its line end is meant, and proves nothing of the others.
_OPENS_ITEM = re.compile(r"\s*(?:[^\w\s\"'(]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


@dataclass(frozen=True, slots=True)
class LineEnds:
    """What the document shows of its line ends.

    `wrapped` tells whether it wraps, `width` how many characters its widest
    wrapped line has, `words` which words it has.
    """

    wrapped: bool
    width: int
    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[Text]) -> LineEnds:
        """The evidence of the texts of a document's value cells."""
        inner = 0
        lengths: list[int] = []
        wrapped: list[int] = []
        words: set[str] = set()
        for text in texts:
            heartbeat.beat()
            words.update(_WORD.findall(text.chars.lower()))
            lines = text.lines()
            inner += _loose_line_ends(lines)
            lengths.extend(map(len, lines))
            wrapped.extend(_wrapped_lengths(lines))
        width = max(wrapped, default=0)
        enough = inner >= _FEW and len(wrapped) >= _WRAPPED_SHARE * inner
        # A document that wraps its lines has hardly any that are far longer than its columns.
        too_long = sum(length > _OVERLONG * width for length in lengths)
        return cls(enough and len(wrapped) > too_long, width, frozenset(words))

    def within(self, lines: Sequence[Text]) -> LineEnds:
        """The same evidence with the width of the column that the lines of a text stand in."""
        own = _wrapped_lengths(lines) if len(lines) > _FEW // 2 else ()
        return replace(self, width=max(own)) if len(own) >= _FEW // 2 else self

    def goes_on(self, line: Text, following: Text, in_item: bool = False) -> Verdict:
        """Whether a line goes on in the next one; `in_item` tells that a marker opened it."""
        if in_item and self.wrapped:
            return line_goes_on(Seam(emphasis=emphasis_changes(line, following)), ITEM_LINES)
        if not self.wrapped:
            return typed_line_goes_on(
                Seam(
                    lower=following[0].islower(),
                    finished=is_finished(line.chars),
                    open=not line.chars.endswith(",")
                    and (is_open(line.chars) or len(line) >= _LONG),
                    emphasis=emphasis_changes(line, following),
                )
            )
        needed = len(line) + 1 + len(following.chars.split()[0])
        seam = Seam(
            lower=following[0].islower(),
            open=line.chars.split()[-1].lower() in OPEN_WORDS,
            emphasis=emphasis_changes(line, following),
            room=_FULL * self.width - needed,
        )
        return line_goes_on(seam, FILLED, "characters")

    def joined(self, line: Text, following: Text) -> tuple[Text, Text]:
        """(the two as one text, the hyphen that was dropped): a divided word is one again."""
        return rejoined(line, following, self.words)


def _wrapped_lengths(lines: Iterable[Text]) -> list[int]:
    """The lengths of the lines of a text that break inside a sentence."""
    return [
        len(line)
        for line, following in itertools.pairwise(filter(None, lines))
        if following[0].islower()
        and not is_finished(line.chars)
        and len(line) >= _MIN_WRAPPED
        and len(line.chars.split()) >= _MIN_WRAPPED_WORDS
    ]


def _loose_line_ends(lines: Iterable[Text]) -> int:
    """Number of line ends after which no marked item and no other emphasis begins."""
    return sum(
        not _OPENS_ITEM.match(following.chars) and not emphasis_changes(line, following)
        for line, following in itertools.pairwise(filter(None, lines))
    )

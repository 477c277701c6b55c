"""Which line ends inside a text are meant, and how wrapped lines are joined.

A page or a PDF-to-Markdown tool wraps lines where the column ends; a `<br>` of an
editor is meant. The document itself shows which it does: wrapped text breaks
before lower-case letters again and again, and its lines are about equally long.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.core import heartbeat, signs
from pipeline.document.hyphens import rejoined
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.interpret.claims import Claims

LINE_END_HYPHENS = "line-end hyphens"
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
# What opens an item: its line end is meant, and proves nothing of the others.
_OPENS_ITEM = re.compile(r"\s*(?:[^\w\s\"'(]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")

_SENTENCES = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:(?:[A-Za-z]\.)+[A-Za-z]|bijv|bv|enz|etc|evt|incl|excl|ca|nr|nrs|resp|vgl|zgn|"
    r"dhr|mevr|dr|drs|ing|ir|mr|prof|st|art|blz|p|afb|fig|min|max|jl|a\.s|o\.a|m\.n|z\.g)\.$",
    re.IGNORECASE,
)
# After these words nothing can end: a sentence or an item goes on.
OPEN_WORDS = frozenset(
    "de het een der des den en of als van in op met voor aan bij naar uit over door tot te ten ter "
    "om per zonder tussen onder volgens tegen na binnen buiten via zoals dan dat die wie wat waar "
    "hun zijn haar deze dit elke ieder iedere".split()
)
_OPEN_SIGNS = (",", "/", "(", "&", *signs.DASHES_AND_HYPHENS)


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
            words.update(re.findall(r"[\w-]+", text.chars.lower()))
            inner += _loose_line_ends(text)
            lengths.extend(len(line) for line in text.lines())
            wrapped.extend(_wrapped_lengths(text))
        width = max(wrapped, default=0)
        enough = inner >= _FEW and len(wrapped) >= _WRAPPED_SHARE * inner
        # A document that wraps its lines has hardly any that are far longer than its columns.
        too_long = sum(length > _OVERLONG * width for length in lengths)
        return cls(enough and len(wrapped) > too_long, width, frozenset(words))

    def within(self, text: Text) -> LineEnds:
        """The same evidence with the width of the column that the text stands in."""
        own = _wrapped_lengths(text)
        return replace(self, width=max(own)) if len(own) >= _FEW // 2 else self

    def is_meant(self, line: Text, following: Text) -> bool:
        """Whether the line end between the two is more than wrapping."""
        if changes_emphasis(line, following):
            return True
        if not self.wrapped:
            return not _goes_on(line, following)
        if following[0].islower() or line.chars.split()[-1].lower() in OPEN_WORDS:
            return False
        first_word = following.chars.split()[0]
        return len(line) + 1 + len(first_word) <= _FULL * self.width

    def joined(self, line: Text, following: Text, claims: Claims) -> Text:
        """The two as one text: a word divided by a hyphen is rejoined, else a space is set."""
        whole, dropped = rejoined(line, following, self.words)
        claims.take(dropped, LINE_END_HYPHENS)
        return whole


def _wrapped_lengths(text: Text) -> list[int]:
    """The lengths of the lines of a text that break inside a sentence."""
    lines = [line for line in text.lines() if line]
    return [
        len(line)
        for line, following in itertools.pairwise(lines)
        if following[0].islower()
        and not is_finished(line.chars)
        and len(line) >= _MIN_WRAPPED
        and len(line.chars.split()) >= _MIN_WRAPPED_WORDS
    ]


def _loose_line_ends(text: Text) -> int:
    """Number of line ends after which no marked item and no other emphasis begins."""
    lines = [line for line in text.lines() if line]
    return sum(
        not _OPENS_ITEM.match(following.chars) and not changes_emphasis(line, following)
        for line, following in itertools.pairwise(lines)
    )


def is_finished(chars: str) -> bool:
    """Whether the text ends as a sentence does; an abbreviation's full stop ends none."""
    stripped = chars.rstrip()
    return bool(signs.SENTENCE_END.search(stripped)) and not _ABBREVIATION.search(stripped)


def has_several_sentences(chars: str) -> bool:
    """Whether a sentence ends inside and another begins: prose, and no item or title."""
    return _SENTENCES.search(chars) is not None


def is_open(chars: str) -> bool:
    """Whether the text cannot end here: a function word, comma, hyphen or open bracket is last."""
    words = chars.split()
    if not words:
        return False
    last = words[-1].lower()
    if last in OPEN_WORDS or last.endswith(_OPEN_SIGNS):
        return True
    return chars.count("(") > chars.count(")")


def _goes_on(line: Text, following: Text) -> bool:
    """A cut inside a sentence, in a document whose line ends are otherwise meant."""
    if is_finished(line.chars) or line.chars.endswith(","):
        return False
    return following[0].islower() and (is_open(line.chars) or len(line) >= _LONG)


def changes_emphasis(line: Text, following: Text) -> bool:
    """Whether an emphasised line ends here, or one begins: a heading beside text."""
    differs = _style_of_end(line) != _style_of_start(following)
    return differs and _changes_whole(line, following)


def _style_of_end(text: Text) -> int:
    return text.styles[-1] if text else 0


def _style_of_start(text: Text) -> int:
    return text.styles[0] if text else 0


def _changes_whole(line: Text, following: Text) -> bool:
    """Whether one of the two lines is wholly emphasised: a heading, not a stressed word."""
    return any(
        line.all_styled(style) != following.all_styled(style)
        and (line.all_styled(style) or following.all_styled(style))
        for style in (BOLD, ITALIC)
    )

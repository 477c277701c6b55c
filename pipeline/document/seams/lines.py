"""Whether a line goes on with the next one: in columns, over page ends, tagged, wrapped, typed."""

from __future__ import annotations

from math import inf

from pipeline.document.reasons import Verdict
from pipeline.document.seams.judgements import (
    APART,
    DIVIDED,
    EMPHASIS,
    FREE,
    FULL,
    MARKER,
    NEARLY_FULL,
    OPEN,
    ROOM,
    SIZE,
    SMALL,
)
from pipeline.document.seams.judging import (
    UNSEEN,
    Judgement,
    Seam,
    joins,
    judged,
    parts,
    unless_it_goes_on,
    when,
)
from pipeline.document.text import BOLD, ITALIC, Text

# Where the line stands, and how far from the one before.
_LEFT_OF_ITEM = parts(
    "it stands left of the text of the item", lambda s: unless_it_goes_on(s, s.left_of_item)
)
_LEFT = parts("it stands left of the lines before", lambda s: unless_it_goes_on(s, s.left))
_FIRST_LINE = parts(
    "it begins where first lines do", lambda s: unless_it_goes_on(s, when(s.first_line))
)
_LONE_MARKER = joins("a bullet stands alone before it", lambda s: when(s.lone_marker))
_SPACED = parts("there is more space than between lines", lambda s: unless_it_goes_on(s, s.spaced))
_INDENTED = parts("it is indented", lambda s: unless_it_goes_on(s, s.indented))
# What words alone tell: no item and no paragraph ends there, whatever room was left.
_RUNS_ON = joins(
    "an open sentence goes on in lower case", lambda s: when(s.lower and s.open and not s.finished)
)
_PROSE = joins(
    "a sentence of prose goes on in lower case",
    lambda s: when(s.lower and s.prose and not s.finished),
)
_ITEM_ENDS = parts(
    "it ends as items do there that had room left", lambda s: when(s.list_like and s.upper)
)

DRAWN = (
    SIZE, MARKER, EMPHASIS, _ITEM_ENDS, DIVIDED, APART, NEARLY_FULL, _RUNS_ON, _PROSE, ROOM,
    _LEFT_OF_ITEM, _LEFT, _FIRST_LINE, _LONE_MARKER, _SPACED, _INDENTED,
)  # fmt: skip
"""Judgements of the lines of a column."""
# At a page end nothing is known of distances, and the line stands where its column begins.
_PAGE_LEFT_OF_ITEM = parts(_LEFT_OF_ITEM.name, lambda s: s.left_of_item)
DRAWN_PAGES = (_PAGE_LEFT_OF_ITEM, NEARLY_FULL, _RUNS_ON, _PROSE, ROOM)
"""Judgements of the lines around a page end, in a column that goes on there."""
WRAPPED = (MARKER, FREE, ROOM)
"""Judgements of the lines of a text that was filled to one width."""
_HANGING = joins("it stands below the text of the item", lambda s: when(s.hanging))
LAID_OUT = (
    MARKER, FREE, DIVIDED, APART, _HANGING, NEARLY_FULL, OPEN, ROOM, _LEFT_OF_ITEM, _FIRST_LINE,
)  # fmt: skip
"""Judgements of the lines of a column in text that keeps its layout by blanks."""
_SENTENCE = joins(
    "a long line ends inside a sentence, which goes on in lower case",
    lambda s: s.filled if s.lower and not s.finished else UNSEEN,
)
_PARAGRAPH = parts("the tags begin a paragraph there", lambda _: inf)


def line_goes_on(
    seam: Seam, judgements: tuple[Judgement, ...] = DRAWN, unit: str = "pt"
) -> Verdict:
    """Whether a line goes on in the next one, where lines are filled as far as words allow.

    A typesetter that weighs paragraphs as a whole leaves room too, if not much.
    """
    found = judged(seam, judgements, FULL, unit)
    if seam.close and found.name == ROOM.name and seam.filled >= 0:
        return found._replace(
            doubt="paragraphs have space between them elsewhere, and here is none"
        )
    if seam.packed and found.name == FULL.name:
        return found._replace(
            doubt="paragraphs have no space between them there, and a sentence ends with the line"
        )
    return found


def paragraph_goes_on(seam: Seam) -> Verdict:
    """Whether a paragraph goes on in the next one, which its source has as one by itself.

    `filled` tells by how many characters its last line is longer than a label.
    """
    return judged(seam, (MARKER, _SENTENCE), _PARAGRAPH, "characters")


def emphasis_changes(last: Text, following: Text) -> bool:
    """Whether one of two lines is emphasised as a whole, and the other not where they meet."""
    if last.styles[-1:] == following.styles[:1]:
        return False
    for style in (BOLD, ITALIC):
        differs = last.all_styled(style) != following.all_styled(style)
        if differs and bool(last.styles[-1] & style) != bool(following.styles[0] & style):
            return True
    return False


# Line ends that somebody may have meant, in texts that show whether their lines are filled.
_MEANT = parts("line ends are meant in this document", lambda _: inf)

FILLED = (EMPHASIS, SMALL, OPEN, ROOM)
"""Judgements of lines in a document that fills them."""
ITEM_LINES = (EMPHASIS,)
"""Judgements of the lines of an item there: what begins anew has a marker."""
TYPED = (EMPHASIS, _RUNS_ON)
"""Judgements of lines in a document whose line ends are meant."""


def typed_line_goes_on(seam: Seam) -> Verdict:
    """Whether a line goes on in the next one, in a document whose line ends are meant."""
    return judged(seam, TYPED, _MEANT)


# Lines of one item between which somebody set a break.
_LISTED = parts("each line of the item ends with a semicolon", lambda s: when(s.list_like))
_SENTENCES = parts(
    "each line of the item is a sentence", lambda s: when(s.alike and s.finished and s.upper)
)
_PHRASES = parts(
    "each line of the item begins with a capital, and none has an end",
    lambda s: when(s.alike and s.upper and not s.finished),
)
_ONE_ITEM = joins("one bullet stands before both lines", lambda _: inf)


def broken_item_goes_on(seam: Seam) -> Verdict:
    """Whether a line of an item goes on in the next one, where somebody set a break between them.

    `alike` tells that all its lines have one form, and are enough of them to be a list.
    """
    found = judged(seam, (_LISTED, SMALL, OPEN, _SENTENCES, _PHRASES), _ONE_ITEM)
    if found.name == _PHRASES.name:
        return found._replace(doubt="lines without an end may be one text")
    if found.name == _ONE_ITEM.name and seam.finished and seam.upper:
        return found._replace(doubt="a sentence ends there, and another begins a line of its own")
    return found


# Headings of several lines: these are set close together, whatever room was left.
_HEADING = (SIZE, APART)
_AS_LARGE = joins("it stands right below in letters as large", lambda _: inf)


def heading_goes_on(seam: Seam) -> Verdict:
    """Whether a heading goes on in a line that is set as a heading below it."""
    return judged(seam, _HEADING, _AS_LARGE, "pt")


# Words that were too long for their line, and have no hyphen.
_WORDS = (
    parts("it is no single word that could go on", lambda s: when(not s.one_word)),
    parts("the next letter would have fitted", lambda s: s.room),
    joins("no space stands between where others keep theirs", lambda s: when(s.spaces_kept)),
    joins("both make one word", lambda s: when(s.makes_word)),
    joins("what follows is no word by itself", lambda s: when(s.no_word)),
)
_BOTH_WORDS = parts("both are words by themselves", lambda _: inf)


def word_goes_on(seam: Seam) -> Verdict:
    """Whether the one word of a line goes on in the next line, without a hyphen."""
    return judged(seam, _WORDS, _BOTH_WORDS, "pt")

"""Whether a text goes on over a line end, a cell or a page end: the one place that decides it.

Whoever asks fills in a `Seam` with what its source shows, and names the judgements that apply to
it (`DRAWN`, `WRAPPED` ...). These are asked in their order, and the first that speaks decides:
what can be nothing but a beginning or a rest stands before what only makes one likely, and room
before place. The others tell how near the other answer was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from pipeline.document.reasons import Verdict
from pipeline.document.text import BOLD, ITALIC, Text

UNSEEN = -inf
"""The measure of what a source does not show: nothing is judged by it."""


NEAR = 0.5
"""What missed speaking by less than this, in the unit of its measure, is told as a rival."""


class Seam(NamedTuple):
    """What the end of one stretch of text and the beginning of the next show.

    Measures tell by how much something is past its tolerance, 0 or more where it counts, and have
    one unit: points on drawn pages, characters elsewhere. Of a value's passages `item`, `titled`
    and `emphasised` are about the form of either, `full` tells that the first is known to reach
    the end of its line, `ended` that its form shows an end there or a beginning after it.
    """

    lower: bool = False
    """The next one begins with a small letter."""
    upper: bool = False
    """The next one begins with a capital."""
    finished: bool = False
    """The first ends as a sentence or a lead-in does."""
    open: bool = False
    """The first cannot end where it does, by its last word."""
    marked: bool = False
    """A marker opens the next one as an item."""
    free: bool = False
    """The form of the next one sets it apart: a label, a line of a table of contents."""
    emphasis: bool = False
    """One of the two is emphasised as a whole, and the other is not."""
    divided: bool = False
    """A hyphen ends the first where words are divided."""
    lone_marker: bool = False
    """The first is a bullet and nothing else."""
    first_line: bool = False
    """The next one begins where first lines of paragraphs do."""
    level: bool = False
    """Both stand on one line."""
    ruled: bool = False
    """A drawn line parts the two."""
    beside: bool = False
    """Beside the next one stands what begins anew with it."""
    inside: bool = False
    """Beside the next one a sentence goes on."""
    alike: bool = False
    """The next one opens as others do that begin anew."""

    room: float = UNSEEN
    """What would be left of the line with the first word of the next one on it."""
    filled: float = UNSEEN
    """How far the first reaches past where a typesetter may end a line that goes on."""
    resized: float = UNSEEN
    """How much more the sizes differ than those of fonts that are mixed."""
    apart: float = UNSEEN
    """How much further apart the lines stand than those of paragraphs with space between them."""
    spaced: float = UNSEEN
    """How much further apart the lines stand than those of one paragraph."""
    left_of_item: float = UNSEEN
    """How far left of the text of the open item the next line begins."""
    left: float = UNSEEN
    """How far left of all lines so far the next one begins."""
    indented: float = UNSEEN
    """How far right of the line before it the next one begins."""

    item: bool = False
    titled: bool = False
    emphasised: bool = False
    labelled: bool = False
    """An emphasised label opens the next one."""
    full: bool = False
    running: bool = False
    """The first is an item or prose, which a semicolon does not end."""
    list_like: bool = False
    """The first ends as an item of a list, or introduces one."""
    ended: bool = False

    one_word: bool = False
    """The first is one word, and the next begins where that may go on."""
    spaces_kept: bool = False
    """The source keeps the spaces between words, and has none there."""
    makes_word: bool = False
    """Both are one word that is known."""
    no_word: bool = False
    """What follows is no word by itself."""

    undrawn: bool = False
    """Of a row: it is neither drawn to an end, nor is another drawn to begin below it."""
    unlabelled: bool = False
    """Other rows have no label either."""
    outgrown: float = UNSEEN
    """How much taller the label of the next row is than this one, which has none."""

    close: bool = False
    """Paragraphs have space between them in this source, and the two lines have none."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One way to see whether a text goes on; where its measure is 0 or more it tells `joins`.

    `denies` names the judgement of which it is the plain contrary.
    """

    name: str
    joins: bool
    measure: Callable[[Seam], float]
    denies: str = ""


def judged(
    seam: Seam, judgements: tuple[Judgement, ...], otherwise: Judgement, unit: str = ""
) -> Verdict:
    """Whether the text goes on, by the first judgement that speaks, else by the last one.

    The margin is how far the one that decided was from silence, or the one that it denies from
    speaking; where another of the other answer was nearer than that and NEAR, it is the rival.
    """
    decisive, by = otherwise, inf
    near = {True: NEAR, False: NEAR}
    rivals = {True: "", False: ""}
    for judgement in judgements:
        measure = judgement.measure(seam)
        if measure >= 0:
            decisive, by = judgement, measure
            break
        if judgement.name == otherwise.denies:
            by = -measure
        elif -measure < near[judgement.joins]:
            near[judgement.joins], rivals[judgement.joins] = -measure, judgement.name
    other = not decisive.joins
    if rivals[other] and near[other] < by:
        return Verdict(decisive.joins, decisive.name, near[other], unit, rivals[other])
    if by == inf:
        return Verdict(decisive.joins, decisive.name)
    return Verdict(decisive.joins, decisive.name, by, unit)


def _if(holds: bool) -> float:
    return inf if holds else UNSEEN


def _unless_it_goes_on(seam: Seam, measure: float) -> float:
    """A measure, which says nothing where a small letter goes on with an open sentence."""
    return UNSEEN if seam.lower and not seam.finished else measure


def _parts(name: str, measure: Callable[[Seam], float]) -> Judgement:
    return Judgement(name, False, measure)


def _joins(name: str, measure: Callable[[Seam], float]) -> Judgement:
    return Judgement(name, True, measure)


# What can be nothing but a beginning.
_SIZE = _parts("the letters have another size", lambda s: s.resized)
_MARKER = _parts("a marker opens an item", lambda s: _if(s.marked))
_FREE = _parts("its form sets the next line apart", lambda s: _if(s.free))
_EMPHASIS = _parts("the emphasis of a whole line changes", lambda s: _if(s.emphasis))
# What can be nothing but a rest.
_DIVIDED = _joins("a word is divided there", lambda s: _if(s.divided and s.lower))
# Room; before it what a typesetter may do although there was some.
_APART = _parts("the lines stand far apart", lambda s: s.apart)
_NEARLY_FULL = _joins(
    "a line that is nearly full goes on in lower case",
    lambda s: s.filled if s.lower and not s.finished else UNSEEN,
)
_ROOM = _parts("the next word would have fitted", lambda s: s.room)
# Where the line stands, and how far from the one before.
_LEFT_OF_ITEM = _parts(
    "it stands left of the text of the item", lambda s: _unless_it_goes_on(s, s.left_of_item)
)
_LEFT = _parts("it stands left of the lines before", lambda s: _unless_it_goes_on(s, s.left))
_FIRST_LINE = _parts(
    "it begins where first lines do", lambda s: _unless_it_goes_on(s, _if(s.first_line))
)
_LONE_MARKER = _joins("a bullet stands alone before it", lambda s: _if(s.lone_marker))
_SPACED = _parts(
    "there is more space than between lines", lambda s: _unless_it_goes_on(s, s.spaced)
)
_INDENTED = _parts("it is indented", lambda s: _unless_it_goes_on(s, s.indented))
_FULL = Judgement("the next word would not have fitted", True, lambda _: inf, _ROOM.name)

DRAWN = (
    _SIZE, _MARKER, _EMPHASIS, _DIVIDED, _APART, _NEARLY_FULL, _ROOM, _LEFT_OF_ITEM, _LEFT,
    _FIRST_LINE, _LONE_MARKER, _SPACED, _INDENTED,
)  # fmt: skip
"""Judgements of the lines of a column."""
# At a page end nothing is known of distances, and the line stands where its column begins.
_PAGE_LEFT_OF_ITEM = _parts(_LEFT_OF_ITEM.name, lambda s: s.left_of_item)
DRAWN_PAGES = (_PAGE_LEFT_OF_ITEM, _NEARLY_FULL, _ROOM)
"""Judgements of the lines around a page end, in a column that goes on there."""
WRAPPED = (_MARKER, _FREE, _ROOM)
"""Judgements of the lines of a text that was filled to one width."""
_SENTENCE = _joins(
    "a long line ends inside a sentence, which goes on in lower case",
    lambda s: s.filled if s.lower and not s.finished else UNSEEN,
)
_PARAGRAPH = _parts("the tags begin a paragraph there", lambda _: inf)


def line_goes_on(
    seam: Seam, judgements: tuple[Judgement, ...] = DRAWN, unit: str = "pt"
) -> Verdict:
    """Whether a line goes on in the next one, where lines are filled as far as words allow.

    A typesetter that weighs paragraphs as a whole leaves room too, if not much.
    """
    found = judged(seam, judgements, _FULL, unit)
    if seam.close and found.name == _ROOM.name and seam.filled >= 0:
        return found._replace(
            doubt="paragraphs have space between them elsewhere, and here is none"
        )
    return found


def paragraph_goes_on(seam: Seam) -> Verdict:
    """Whether a paragraph goes on in the next one, which its source has as one by itself.

    `filled` tells by how many characters its last line is longer than a label.
    """
    return judged(seam, (_MARKER, _SENTENCE), _PARAGRAPH, "characters")


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
_SMALL = _joins("it goes on in lower case", lambda s: _if(s.lower))
_OPEN = _joins("nothing can end there", lambda s: _if(s.open))
_RUNS_ON = _joins(
    "an open sentence goes on in lower case", lambda s: _if(s.lower and s.open and not s.finished)
)
_MEANT = _parts("line ends are meant in this document", lambda _: inf)

FILLED = (_EMPHASIS, _SMALL, _OPEN, _ROOM)
"""Judgements of lines in a document that fills them."""
ITEM_LINES = (_EMPHASIS,)
"""Judgements of the lines of an item there: what begins anew has a marker."""
TYPED = (_EMPHASIS, _RUNS_ON)
"""Judgements of lines in a document whose line ends are meant."""


def typed_line_goes_on(seam: Seam) -> Verdict:
    """Whether a line goes on in the next one, in a document whose line ends are meant."""
    return judged(seam, TYPED, _MEANT)


# Passages on both sides of a page end: of their form and words only the end and opening tell.
_PASSAGES = (
    _MARKER,
    _parts("a heading stands there", lambda s: _if(s.titled)),
    _parts("the emphasis changes", lambda s: _if(s.emphasis)),
    _joins(
        "its last line is full and nothing sets the next one apart",
        lambda s: _if(s.full and (not s.finished or (s.lower and s.running))),
    ),
    _joins(
        "an emphasised text goes on",
        lambda s: _if(s.emphasised and not s.finished and (s.lower or s.open)),
    ),
    _parts("an emphasised text is whole", lambda s: _if(s.emphasised)),
    _parts(
        "an emphasised label opens it", lambda s: _if(s.labelled and not s.open and not s.lower)
    ),
    _OPEN,
    _joins(_SMALL.name, lambda s: _if(s.lower and not s.list_like)),
    _joins("an open item goes on", lambda s: _if(s.item and not s.finished and not s.upper)),
    _parts("an item is whole", lambda s: _if(s.item)),
    _parts(
        "a paragraph is whole, by its form or that of the next",
        lambda s: _if(s.finished and (s.ended or s.list_like)),
    ),
    _parts("a capital opens what follows", lambda s: _if(not s.finished and s.upper)),
)
_NOTHING_PARTS = _joins("nothing shows that it ends at the page end", lambda _: inf)


def passage_goes_on(seam: Seam) -> Verdict:
    """Whether a passage goes on in the next one over a page end."""
    return judged(seam, _PASSAGES, _NOTHING_PARTS)


# Cells: of a table whose rows are cut the first column tells by labels, the others by sentences.
_CELLS = (
    _FREE,
    _joins("an open sentence goes on in lower case", lambda s: _if(s.lower and not s.finished)),
)
_ANOTHER = _parts("it begins as another does", lambda _: inf)


def cell_goes_on(seam: Seam) -> Verdict:
    """Whether a cell goes on in the one below it; `free` tells that that one has a form of its own,
    such as a label."""
    return judged(seam, _CELLS, _ANOTHER)


# Labels, heads and rows of tables, cut into lines: how far these stand apart tells most.
_RULED = _parts("a drawn line parts them", lambda s: _if(s.ruled))
_CLOSE = _joins("lines stand as close as those of one label", lambda s: -s.spaced)
LABELS = (
    _RULED,
    _parts("its end closes the label", lambda s: _if(s.ended)),
    _joins(_OPEN.name, lambda s: -s.apart if s.open else UNSEEN),
    _joins(_SMALL.name, lambda s: -s.apart if s.lower else UNSEEN),
    _joins("no row begins inside a sentence", lambda s: -s.apart if s.inside else UNSEEN),
    _parts("something of its own stands beside it", lambda s: _if(s.beside)),
    _CLOSE,
)
_ANOTHER_LABEL = Judgement("it stands apart as labels do", False, lambda _: inf, _CLOSE.name)


def label_goes_on(seam: Seam) -> Verdict:
    """Whether the label of a row goes on in the next line of its column."""
    return judged(seam, LABELS, _ANOTHER_LABEL, "pt")


_HEADS = (
    _RULED, _APART, _FREE,
    _joins("emphasised heads were wrapped", lambda s: _if(s.emphasised)), _SMALL,
)  # fmt: skip
_VALUES = _parts("values begin there", lambda _: inf)


def heads_go_on(seam: Seam) -> Verdict:
    """Whether the heads of columns go on in the next line; `free` tells that it is no rest of
    theirs by place or style."""
    return judged(seam, _HEADS, _VALUES, "pt")


RULED_ROWS = (_RULED,)
"""Judgements of the lines below heads, in a table whose rows are parted by drawn lines."""
_UNRULED = Judgement("no drawn line parts them", True, lambda _: inf, _RULED.name)
_ROWS_APART = _parts("rows stand further apart than lines", lambda s: s.spaced)
SPACED_ROWS = (_SMALL, _ROWS_APART)
"""Judgements of them in a table whose rows stand apart."""
_WITHIN_ROW = Judgement("lines of one row stand so close", True, lambda _: inf, _ROWS_APART.name)
CLOSE_ROWS = (
    _SMALL,
    _parts("all that stands there begins anew", lambda s: _if(s.beside)),
    _ROOM,
    _parts("it opens as other rows do", lambda s: _if(s.alike)),
)
"""Judgements of them where all lines stand as far apart as others."""

_ROWS_OTHERWISE = {RULED_ROWS: _UNRULED, SPACED_ROWS: _WITHIN_ROW, CLOSE_ROWS: _FULL}


def row_goes_on(seam: Seam, judgements: tuple[Judgement, ...]) -> Verdict:
    """Whether a row below heads goes on in the next line."""
    return judged(seam, judgements, _ROWS_OTHERWISE[judgements], "pt")


# Headings of several lines: these are set close together, whatever room was left.
_HEADING = (_SIZE, _APART)
_AS_LARGE = _joins("it stands right below in letters as large", lambda _: inf)


def heading_goes_on(seam: Seam) -> Verdict:
    """Whether a heading goes on in a line that is set as a heading below it."""
    return judged(seam, _HEADING, _AS_LARGE, "pt")


# Words that were too long for their line, and have no hyphen.
_WORDS = (
    _parts("it is no single word that could go on", lambda s: _if(not s.one_word)),
    _parts("the next letter would have fitted", lambda s: s.room),
    _joins("no space stands between where others keep theirs", lambda s: _if(s.spaces_kept)),
    _joins("both make one word", lambda s: _if(s.makes_word)),
    _joins("what follows is no word by itself", lambda s: _if(s.no_word)),
)
_BOTH_WORDS = _parts("both are words by themselves", lambda _: inf)


def word_goes_on(seam: Seam) -> Verdict:
    """Whether the one word of a line goes on in the next line, without a hyphen."""
    return judged(seam, _WORDS, _BOTH_WORDS, "pt")


# Rows around a page end: a label that is not split goes to the next page whole.
_CUT_ROWS = (
    _joins("no rule parts the rows there", lambda s: _if(s.undrawn)),
    _parts("other rows have no label either", lambda s: _if(s.unlabelled)),
    _joins("the label below did not fit beside it", lambda s: s.outgrown),
)
_DRAWN_APART = _parts("the rows are drawn apart", lambda _: inf)


def cut_row_goes_on(seam: Seam) -> Verdict:
    """Whether the last row of a page goes on in the first of the next."""
    found = judged(seam, _CUT_ROWS, _DRAWN_APART, "pt")
    if not found and not seam.unlabelled and seam.outgrown > UNSEEN:
        return found._replace(doubt="no other row lacks a label, and the next page begins with one")
    return found

"""Whether cells, labels, heads and rows of tables go on: over page ends, or cut into lines."""

from __future__ import annotations

from math import inf

from pipeline.document.reasons import Verdict
from pipeline.document.seams.judgements import APART, FREE, FULL, MARKER, OPEN, ROOM, SMALL
from pipeline.document.seams.judging import UNSEEN, Judgement, Seam, joins, judged, parts, when

# Cells: of a table whose rows are cut the first column tells by labels, the others by sentences.
_CELLS = (
    FREE,
    joins("an open sentence goes on in lower case", lambda s: when(s.lower and not s.finished)),
)
_ANOTHER = parts("it begins as another does", lambda _: inf)


def cell_goes_on(seam: Seam) -> Verdict:
    """Whether a cell goes on in the one below it; `free` tells that that one has a form of its own,
    such as a label."""
    return judged(seam, _CELLS, _ANOTHER)


# Labels, heads and rows of tables, cut into lines: how far these stand apart tells most.
_RULED = parts("a drawn line parts them", lambda s: when(s.ruled))
_CLOSE = joins("lines stand as close as those of one label", lambda s: -s.spaced)
LABELS = (
    _RULED,
    MARKER,
    parts("its end closes the label", lambda s: when(s.ended)),
    joins(OPEN.name, lambda s: -s.apart if s.open else UNSEEN),
    parts(
        "the next word would have fitted, and something of its own stands beside it",
        lambda s: s.room if s.beside else UNSEEN,
    ),
    joins(SMALL.name, lambda s: -s.apart if s.lower else UNSEEN),
    joins("no row begins inside a sentence", lambda s: -s.apart if s.inside else UNSEEN),
    parts("something of its own stands beside it", lambda s: when(s.beside)),
    _CLOSE,
)
_ANOTHER_LABEL = Judgement("it stands apart as labels do", False, lambda _: inf, _CLOSE.name)


def label_goes_on(seam: Seam) -> Verdict:
    """Whether the label of a row goes on in the next line of its column."""
    return judged(seam, LABELS, _ANOTHER_LABEL, "pt")


_HEADS = (
    _RULED, APART, FREE,
    joins("emphasised heads were wrapped", lambda s: when(s.emphasised)), SMALL,
)  # fmt: skip
_VALUES = parts("values begin there", lambda _: inf)


def heads_go_on(seam: Seam) -> Verdict:
    """Whether the heads of columns go on in the next line; `free` tells that it is no rest of
    theirs by place or style."""
    return judged(seam, _HEADS, _VALUES, "pt")


RULED_ROWS = (_RULED,)
"""Judgements of the lines below heads, in a table whose rows are parted by drawn lines."""
_UNRULED = Judgement("no drawn line parts them", True, lambda _: inf, _RULED.name)
_ROWS_APART = parts("rows stand further apart than lines", lambda s: s.spaced)
SPACED_ROWS = (SMALL, _ROWS_APART)
"""Judgements of them in a table whose rows stand apart."""
_WITHIN_ROW = Judgement("lines of one row stand so close", True, lambda _: inf, _ROWS_APART.name)
CLOSE_ROWS = (
    SMALL,
    parts("all that stands there begins anew", lambda s: when(s.beside)),
    ROOM,
    parts("it opens as other rows do", lambda s: when(s.alike)),
)
"""Judgements of them where all lines stand as far apart as others."""

_ROWS_OTHERWISE = {RULED_ROWS: _UNRULED, SPACED_ROWS: _WITHIN_ROW, CLOSE_ROWS: FULL}


def row_goes_on(seam: Seam, judgements: tuple[Judgement, ...]) -> Verdict:
    """Whether a row below heads goes on in the next line."""
    return judged(seam, judgements, _ROWS_OTHERWISE[judgements], "pt")


# Rows around a page end: a label that is not split goes to the next page whole.
_CUT_ROWS = (
    joins("no rule parts the rows there", lambda s: when(s.undrawn)),
    parts("other rows have no label either", lambda s: when(s.unlabelled)),
    joins("the label below did not fit beside it", lambda s: s.outgrown),
)
_DRAWN_APART = parts("the rows are drawn apart", lambda _: inf)


def cut_row_goes_on(seam: Seam) -> Verdict:
    """Whether the last row of a page goes on in the first of the next."""
    found = judged(seam, _CUT_ROWS, _DRAWN_APART, "pt")
    if not found and not seam.unlabelled and seam.outgrown > UNSEEN:
        return found._replace(doubt="no other row lacks a label, and the next page begins with one")
    return found

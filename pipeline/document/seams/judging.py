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
    """The first cannot end where it does, by its last word or as a title that is cut."""
    prose: bool = False
    """A sentence ends inside the first, and another begins there."""
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
    hanging: bool = False
    """The next one stands below the text of an item, right of its marker."""
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
    packed: bool = False
    """Paragraphs have no space between them there, and one may end between the two lines."""


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


def when(holds: bool) -> float:
    return inf if holds else UNSEEN


def unless_it_goes_on(seam: Seam, measure: float) -> float:
    """A measure, which says nothing where a small letter goes on with an open sentence."""
    return UNSEEN if seam.lower and not seam.finished else measure


def parts(name: str, measure: Callable[[Seam], float]) -> Judgement:
    return Judgement(name, False, measure)


def joins(name: str, measure: Callable[[Seam], float]) -> Judgement:
    return Judgement(name, True, measure)

"""Where full lines end, and how much room a typesetter leaves at the ends of lines that go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.settings import Count, Share

# Typesetters that weigh a whole paragraph end some lines early: those that reach this far, as a
# share of their column, and so many of them, tell that one is at work.
_NEARLY_FULL: Share = 0.8
_FEWEST: Count = 3


def drawn_in(edge: float, lines: Sequence[Line], maker: LineMaker) -> float:
    """An edge, drawn in to what lines show that surely go on: their next word did not fit.

    No line ends right of it; what would have ended left of a line that is there shows nothing.
    """
    widest = max((line.x1 for line in lines), default=edge)
    needed = (maker.needed(*pair) for pair in _wrapped(lines))
    return min([edge, *(reach for reach in needed if reach >= widest)])


def narrowed(edge: float, lines: Sequence[Line], maker: LineMaker) -> float:
    """The edge of lines that stand together: their own, where they show that it is another one.

    Several that surely go on although their next word would have fitted before the edge tell of a
    narrower column.
    """
    early = sum(maker.needed(*pair) < edge for pair in _wrapped(lines))
    return drawn_in(edge, lines, maker) if early >= _FEWEST else edge


def room_left(columns: Iterable[tuple[Sequence[Line], float]], maker: LineMaker) -> float:
    """How much room, in points, lines leave although the next word would have fitted in it.

    `columns` are lines with the edge at which full ones end. 0 where lines are filled.
    """
    found = sorted(
        edge - maker.needed(last, line)
        for lines, edge in columns
        for last, line in _wrapped(lines)
        if last.x1 - last.x0 > _NEARLY_FULL * (edge - last.x0)
    )
    early = [room for room in found if room > 0]
    # One line may have been ended by hand.
    return early[-2] if len(early) >= _FEWEST else 0.0


def _wrapped(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    return (pair for pair in pairwise(lines) if is_wrapped(*pair))

"""Lines of a page parted into label and contents, at the edges that the page shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.core import signs
from pipeline.readers.layout_text.edges import DEEPEST, SAME_EDGE
from pipeline.readers.layout_text.lines import Line

# A label is set in letters of some 5 points, where tools that round places to signs take 7 for
# each: it may have so many times the signs of its column, and moves the contents to the right.
_SHOVED = 1.75
LABELS = 4
"""Where labels begin, counted from the margin, in signs: a table may be indented a little."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A line as a row has it: `edge` is 0 where it belongs to no table."""

    edge: int = 0
    label: Line | None = None
    value: Line | None = None


@dataclass(frozen=True, slots=True)
class Parting:
    """Parts the lines of a page.

    `margin` is where they begin, `edges` where contents do; `shoves` tells that the places of
    letters were rounded, so that labels may reach over edges.
    """

    margin: int
    edges: Sequence[int]
    shoves: bool

    def parts(self, line: Line, open_edge: int, beside: int, inside: bool) -> Parts:
        """A line as label and contents.

        `open_edge` is where those of the open table begin, `beside` where the next line begins
        that stands right below, if at an edge; `inside` tells that the line above ends inside a
        sentence.
        """
        if open_edge and line.column >= open_edge - SAME_EDGE:
            return Parts(min(open_edge, line.column), value=line)
        known = {*self.edges, open_edge} - {0}
        edges = sorted(known, key=lambda edge: (abs(edge - open_edge), edge))
        for edge in edges:
            if -SAME_EDGE <= line.column - edge <= DEEPEST:
                return Parts(min(edge, line.column), value=line)
        if line.column > self.margin + LABELS:
            is_rest = line.end < open_edge and line.chars[0].islower()
            return Parts(open_edge, label=line) if is_rest else Parts()
        if (at := self.at_edge(line, open_edge)) is not None:
            return Parts(at, *line.parted(at))
        for edge in edges:
            if any(-SAME_EDGE <= start - edge <= DEEPEST for start in line.starts[1:2]):
                return Parts(line.starts[1], *line.parted(line.starts[1]))
        edge = open_edge or beside or min(self.edges, default=0)
        if edge and line.end < edge:
            return Parts(edge, label=line)
        found = (_tight(line, edge, inside) for edge in (beside, open_edge) if edge)
        parts = next((parts for parts in found if parts.edge), Parts())
        if not parts.edge and open_edge and self.shoves and not line.above:
            fits = line.end <= line.column + _SHOVED * (open_edge - line.column)
            parts = Parts(open_edge, label=line) if fits else parts
        if parts.edge or not edge:
            return parts
        at = shoved_at(line, edge, _opens_list)
        return _moved(line, at, edge) if at else parts

    def at_edge(self, line: Line, edge: int) -> int | None:
        """Where a stretch of a line, not its first, begins at an edge."""
        near = (start for start in line.starts[1:] if edge and abs(start - edge) <= SAME_EDGE)
        return next(near, None)


def _tight(line: Line, edge: int, inside: bool) -> Parts:
    """A line between rows whose label fills its column, so that one blank parts it.

    `inside` tells that contents go on there inside a sentence: beside the rest of a label.
    """
    goes_on = inside and line.chars[0].islower()
    for at in (edge, edge - SAME_EDGE, edge + SAME_EDGE):
        if at > line.column and line.opens_at(at):
            if goes_on or _opens_value(line.parted(at)[1]):
                return _moved(line, at, edge)
    at = shoved_at(line, edge, _opens_value) or (
        shoved_at(line, edge, lambda _: True) if goes_on else 0
    )
    return _moved(line, at, edge) if at else Parts()


def shoved_at(line: Line, edge: int, opens: Callable[[Line], bool]) -> int:
    """Where contents begin that a long label moved to the right; 0 where nothing shows it."""
    last = line.column + int(_SHOVED * (edge - line.column))
    for at in range(edge + 1, min(last + 1, line.end)):
        if line.opens_at(at) and opens(line.parted(at)[1]):
            return at
    return 0


def _moved(line: Line, at: int, edge: int) -> Parts:
    """A line parted where its contents begin, which belong at the edge."""
    label, value = line.parted(at)
    return Parts(edge, label, replace(value, column=edge))


def _opens_value(value: Line) -> bool:
    return value.chars[0].isupper() or value.chars[0].isdigit() or _opens_list(value)


def _opens_list(value: Line) -> bool:
    """Whether contents open with a bullet or a number; a dash may stand between two words."""
    return value.marker > 0 and value.chars[0] not in signs.DASHES_AND_HYPHENS

"""Lines of a page parted into label and contents, at the edges that the page shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.core import signs
from pipeline.readers.layout_text.edges import DEEPEST, SAME_EDGE
from pipeline.readers.layout_text.lines import Line

# A label is set in letters of some 4 to 5 points, where tools that round places to signs take 7 for
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
class Around:
    """What stands around a line.

    `edge` is where contents of the open table begin, `below` where they do on the lines right
    below (0: nowhere); `inside` tells that those above end inside a sentence.
    """

    edge: int = 0
    below: int = 0
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Parting:
    """Parts the lines of a page.

    `margin` is where they begin, `edges` where contents do; `shoves` tells that the places of
    letters were rounded, so that labels may reach over edges.
    """

    margin: int
    edges: Sequence[int]
    shoves: bool

    def parts(self, line: Line, around: Around) -> Parts:
        """A line as label and contents."""
        known = {*self.edges, around.edge} - {0}
        edges = sorted(known, key=lambda edge: (abs(edge - around.edge), edge))
        found = _contents(line, around.edge, edges)
        if found is None and line.column > self.margin + LABELS:
            found = _rest_of_label(line, around.edge)
        elif found is None:
            found = _wide(line, around.edge, edges) or self._close(line, around)
        return found or Parts()

    def _close(self, line: Line, around: Around) -> Parts | None:
        """A line that begins where labels do, and has no gap in it at an edge."""
        edge = around.edge or around.below or min(self.edges, default=0)
        if not edge or line.end < edge:
            return Parts(edge, label=line) if edge else None
        tight = (_tight(line, at, around.inside) for at in (around.below, around.edge) if at)
        found = next((parts for parts in tight if parts is not None), None)
        if found is None and around.edge and self.shoves and not line.above:
            fits = line.end <= line.column + _SHOVED * (around.edge - line.column)
            found = Parts(around.edge, label=line) if fits else None
        return found or _shoved(line, edge, _opens_list)


def at_edge(line: Line, edge: int) -> int | None:
    """Where a stretch of a line, not its first, begins at an edge."""
    near = (start for start in line.starts[1:] if edge and abs(start - edge) <= SAME_EDGE)
    return next(near, None)


def _contents(line: Line, open_edge: int, edges: Sequence[int]) -> Parts | None:
    """A line with contents alone."""
    if open_edge and line.column >= open_edge - SAME_EDGE:
        return Parts(min(open_edge, line.column), value=line)
    for edge in edges:
        if -SAME_EDGE <= line.column - edge <= DEEPEST:
            return Parts(min(edge, line.column), value=line)
    return None


def _rest_of_label(line: Line, open_edge: int) -> Parts | None:
    """A line that is indented, and ends before the contents of the open table."""
    is_rest = line.end < open_edge and line.chars[0].islower()
    return Parts(open_edge, label=line) if is_rest else None


def _wide(line: Line, open_edge: int, edges: Sequence[int]) -> Parts | None:
    """A line with a gap before its contents."""
    at = at_edge(line, open_edge)
    if at is None:
        second = line.starts[1:2]
        near = (x for edge in edges for x in second if -SAME_EDGE <= x - edge <= DEEPEST)
        at = next(near, None)
    return None if at is None else Parts(at, *line.parted(at))


def _tight(line: Line, edge: int, inside: bool) -> Parts | None:
    """A line between rows whose label fills its column, so that one blank parts it.

    `inside` tells that contents go on there inside a sentence: beside the rest of a label.
    """
    goes_on = inside and line.chars[0].islower()
    for at in (edge, edge - SAME_EDGE, edge + SAME_EDGE):
        is_word = at > line.column and line.opens_at(at)
        if is_word and (goes_on or _opens_value(line.parted(at)[1])):
            return _moved(line, at, edge)
    found = _shoved(line, edge, _opens_value)
    return _shoved(line, edge, lambda _: True) if found is None and goes_on else found


def _shoved(line: Line, edge: int, opens: Callable[[Line], bool]) -> Parts | None:
    """A line parted where contents begin that a long label moved to the right."""
    last = line.column + int(_SHOVED * (edge - line.column))
    for at in range(edge + 1, min(last + 1, line.end)):
        if not line.opens_at(at):
            continue
        label, value = line.parted(at)
        if opens(value) and label.chars.count("(") == label.chars.count(")"):
            return _moved(line, at, edge)
    return None


def _moved(line: Line, at: int, edge: int) -> Parts:
    """A line parted where its contents begin, which belong at the edge."""
    label, value = line.parted(at)
    return Parts(edge, label, replace(value, column=edge))


def _opens_value(value: Line) -> bool:
    return value.chars[0].isupper() or value.chars[0].isdigit() or _opens_list(value)


def _opens_list(value: Line) -> bool:
    """Whether contents open with a bullet or a number; a dash may stand between two words."""
    return value.marker > 0 and value.chars[0] not in signs.DASHES_AND_HYPHENS

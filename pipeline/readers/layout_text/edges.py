"""Where the contents of a page's tables begin: columns that many of its lines share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.readers.layout_text.lines import Line

SAME_EDGE = 1
"""Columns that differ by so many signs are one: tools round places on the page to signs."""
DEEPEST = 6
"""What a list or a first line in a column is indented by, at most, in signs."""
NARROWEST = 8
"""Labels are longer than this, in signs: what begins nearer to the margin is indented."""
# No page has more signs in a line.
_WIDEST = 400
# An edge that fewer lines of a page share is chance, in lines.
_FEWEST = 2
# Where labels reach up to their contents no gap shows the edge: so many lines begin there, alone.
_FEWEST_ALONE = 4


def margin_of(lines: Sequence[Line]) -> int:
    """The column at which the lines of a page begin."""
    return min((line.column for line in lines), default=0)


def edges_of(lines: Sequence[Line]) -> list[int]:
    """The columns of a page at which contents begin beside labels, from left to right."""
    least = margin_of(lines) + NARROWEST
    beside: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for line in lines:
        if line.column >= least:
            alone[line.column] += 1
        elif len(line.starts) > 1 and line.starts[1] >= least:
            beside[line.starts[1]] += 1
    known = {*beside, *(x for x, n in alone.items() if n >= _FEWEST_ALONE)} & {*range(_WIDEST)}
    support = {x: _near(beside, x) + _near(alone, x) for x in known}
    found: list[int] = []
    for x in sorted(support, key=lambda x: (-support[x], -beside[x], x)):
        is_new = all(not -SAME_EDGE <= x - edge <= DEEPEST for edge in found)
        if is_new and support[x] >= _FEWEST:
            found.append(x)
    return sorted(found)


def _near(counts: Counter[int], x: int) -> int:
    return sum(counts[x + step] for step in range(-SAME_EDGE, SAME_EDGE + 1))

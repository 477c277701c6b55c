"""A line dealt out to columns whose left edges are known, wherever its words allow it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.readers.pdf.line_parts import GUTTER, SAME_EDGE
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.settings import Points

# A word may reach into the next column by less than this: kerning, slanted letters.
_OVERHANG: Points = 1.0

Parts = dict[int, Line]
"""What a line holds, by column."""


def dealt_out(line: Line, starts: Sequence[float], maker: LineMaker) -> Parts | None:
    """The parts of a line by column; None where a text reaches from one column into another."""
    glyphs, origins = maker.glyphs, line.text.origins
    cuts: list[tuple[int, int, float]] = []
    rights: list[float] = []
    right = line.x0
    for start, end in _words(line.chars):
        x0, x1 = glyphs.x0[origins[start]], glyphs.x1[origins[end - 1]]
        column = bisect_right(starts, x0 + SAME_EDGE) - 1
        if column < 0 or (column + 1 < len(starts) and x1 > starts[column + 1] + _OVERHANG):
            return None
        if not cuts or column != cuts[-1][1]:
            begins = abs(x0 - starts[column]) <= SAME_EDGE
            if cuts and not begins and x0 - right <= GUTTER * line.size:
                return None
            cuts.append((start, column, x0))
            rights.append(x1)
        right = rights[-1] = x1
    ends = [start for start, _, _ in cuts[1:]] + [len(line.text)]
    return {
        column: part
        for (start, column, x0), end, x1 in zip(cuts, ends, rights, strict=True)
        if (part := line.part(start, end, x0, x1)) is not None
    }


def _words(chars: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text begin and end."""
    start = 0
    for at, char in enumerate(f"{chars} "):
        if char.isspace():
            if at > start:
                yield start, at
            start = at + 1

"""Lines that reach over several columns, cut at their wide gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.readers.pdf.lines import GUTTER, Line
from pipeline.readers.pdf.markers import has_marker

# A marker is no column of its own.
_LONGEST_MARKER = 4
SAME_EDGE = 2.5
_SAME_START = 0.7
_WIDER_THAN_SPACE = 0.6
# Spaces of a stretched line are equal to rounding; columns hardly ever stand equally far apart.
_EQUAL_GAPS = 0.25


def line_parts(line: Line, edges: Sequence[float] = (), starts: Sequence[float] = ()) -> list[Line]:
    """A line in the parts that gaps show: wide ones, and those before a column's known edge.

    `edges` are those of the document, `starts` where other lines of the page begin: before
    these the gap must be wider than a word space. A marker goes with what it marks, and gaps
    that are equally wide are the spaces of a stretched line.
    """
    found = []
    start, left = 0, line.x0
    for index, before, after in (*line.gutters, (len(line.text), line.x1, line.x1)):
        text = line.text[start:index].strip()
        at_end = index == len(line.text)
        gap = after - before
        is_space = sum(abs(gap - width) < _EQUAL_GAPS for width in line.spaces) > 1
        parts = (
            at_end
            or any(abs(after - edge) <= SAME_EDGE for edge in edges)
            or (gap > GUTTER * line.size and not is_space)
            or (
                gap > _WIDER_THAN_SPACE * line.size
                and not is_space
                and any(abs(after - start) <= _SAME_START for start in starts)
            )
        )
        is_marker = len(text) <= _LONGEST_MARKER and has_marker(text.chars + " ")
        if not parts or (is_marker and not at_end):
            continue
        if text:
            found.append(replace(line, text=text, x0=left, x1=before, gutters=()))
        start, left = index, after
    return found

"""Lines that reach over several columns, cut at their wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.markers import is_marker
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

# A gap that is wider may part two columns.
GUTTER: Ems = 1.0
# Where columns begin differs by rounding, by what letters jut out, and by half a pixel.
SAME_EDGE: Points = 2.5
_SAME_START: Points = 0.7
# Distances of lines that differ by less are the same.
SAME_DISTANCE: Points = 0.3
# Headings are larger than what stands in tables, of its size.
OTHER_SIZE: Share = 0.12
# More than any space that is not stretched.
_WIDER_THAN_SPACE: Ems = 0.6
# So many spaces of a line tell how wide its spaces are; a gap so many times as wide is none.
_SEVERAL: Count = 4
_TIMES_SPACE: Share = 1.5
# A line of a table of contents.
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d+$")
# Spaces of a stretched line are equal but for kerning; columns hardly ever stand equally far
# apart.
_EQUAL_GAPS: Ems = 0.07
# A stretched line has this share of its spaces as wide, those of a label beside it left alone.
_STRETCHED: Share = 0.33
# In a matrix they do: no line is stretched so far.
_WIDEST_STRETCHED: Ems = 7.0
# What stands in a matrix: a cross, a letter, a number.
LONGEST_CROSS: Count = 3
# A sign that stands so far from a column is no marker in it.
_FAR: Ems = 2.5
# Text that nearly reaches the edge of its column may be this near to the next one.
_NARROW_GAP: Ems = 0.4


def parts_at(line: Line, edges: Sequence[float]) -> list[Line]:
    """A line cut at known edges of columns and nowhere else."""
    return cut(line, [gutter for gutter in line.gutters if _is_at(line, gutter, edges)])


def line_parts(line: Line, edges: Sequence[float] = (), starts: Sequence[float] = ()) -> list[Line]:
    """A line in the parts that gaps show: wide ones, and those before a column's known edge.

    `edges` are those of the document, `starts` where other lines of the page begin: before
    these the gap must be wider than a word space. A marker goes with what it marks, and gaps
    that are equally wide are the spaces of a stretched line.
    """
    if has_leader(line):
        return [line]
    cuts = []
    first = 0
    for gutter in line.gutters:
        index, before, after = gutter
        gap = after - before
        text = line.text[first:index].strip()
        if is_marker(text.chars) and not (gap > _FAR * line.size and _is_at(line, gutter, edges)):
            continue
        alike = sum(abs(gap - width) < _EQUAL_GAPS * line.size for width in line.spaces)
        is_stretched = alike > 1 and alike >= _STRETCHED * len(line.spaces)
        is_space = is_stretched and gap < _WIDEST_STRETCHED * line.size
        is_start = any(abs(after - start) <= _SAME_START for start in starts)
        wide = gap > (_least_before_start(line) if is_start else GUTTER * line.size)
        if _is_at(line, gutter, edges) or (wide and not is_space):
            cuts.append(gutter)
            first = index
    return cut(line, cuts)


def _least_before_start(line: Line) -> float:
    """How wide a gap must be, in points, where other lines of the page begin after it.

    What is much wider than the other spaces of its line is no space.
    """
    if len(line.spaces) < _SEVERAL:
        return _WIDER_THAN_SPACE * line.size
    least = max(_NARROW_GAP * line.size, _TIMES_SPACE * median(line.spaces))
    return min(least, _WIDER_THAN_SPACE * line.size)


def is_emphasised(line: Line) -> bool:
    """Whether all of a line is bold, or all of it italic."""
    return line.text.all_styled(BOLD) or line.text.all_styled(ITALIC)


def has_leader(line: Line) -> bool:
    """Whether a line is one of a table of contents: dots lead to a page number."""
    return _LEADER.search(line.chars) is not None


def is_matrix(lines: Sequence[Sequence[Line]]) -> bool:
    """Whether each line, in its parts, has a label and otherwise crosses or the like."""
    return all(
        len(parts) > 1
        and not parts[0].chars[0].islower()
        and all(len(part.chars) <= LONGEST_CROSS for part in parts[1:])
        for parts in lines
    )


def _is_at(line: Line, gutter: tuple[int, float, float], edges: Sequence[float]) -> bool:
    """Whether a column may begin after a gutter: at a known edge, and not just after a space."""
    index, before, after = gutter
    if not any(abs(after - edge) <= SAME_EDGE for edge in edges):
        return False
    is_wide = after - before > _NARROW_GAP * line.size
    styles = line.text.styles
    return is_wide or styles[index] != styles[len(line.chars[:index].rstrip()) - 1]


def cut(line: Line, cuts: Sequence[tuple[int, float, float]]) -> list[Line]:
    """The parts of a line between gutters."""
    found: list[Line] = []
    start, left = 0, line.x0
    for index, before, after in (*cuts, (len(line.text), line.x1, line.x1)):
        part = line.part(start, index, left, before)
        if part is not None:
            found.append(part)
        start, left = index, after
    return found

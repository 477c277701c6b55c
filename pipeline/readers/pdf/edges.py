"""Where full lines end: in the cells of each column, and outside tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.readers.pdf.areas import CellArea, PageLayout, all_cells
from pipeline.readers.pdf.fullness import drawn_in
from pipeline.readers.pdf.line_parts import has_leader
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Points, Share

# A left edge that this share of a column's lines have is no accident.
_USUAL: Share = 0.1
# What a ragged line leaves free: a word.
_RAGGED: Points = 35.0
# Cells are padded by up to half a centimetre.
_MOST_PADDING: Points = 16.0
# The sides of a column differ by less than this from page to page.
SAME_SIDE: Points = 4.0


def side_key(box: Box) -> tuple[int, int]:
    """What names a column over all pages: its left and right side, rounded."""
    return round(box[0] / SAME_SIDE), round(box[2] / SAME_SIDE)


def cell_edges(layouts: Sequence[PageLayout], maker: LineMaker) -> dict[tuple[int, int], float]:
    """Where full lines end in the cells of each column, by the column's rounded sides."""
    groups: dict[tuple[int, int], list[CellArea]] = defaultdict(list)
    for cell in all_cells(table for layout in layouts for table in layout.tables):
        if cell.lines:
            groups[side_key(cell.box)].append(cell)
    return {
        key: padded_right([c.box for c in cells], [line for c in cells for line in c.lines], maker)
        for key, cells in groups.items()
    }


def padded_right(boxes: Sequence[Box], lines: Sequence[Line], maker: LineMaker) -> float:
    """Where full lines end in cells of one column: as far from its right side as from its left."""
    left = median(box[0] for box in boxes)
    starts = Counter(round(line.x0 - left) for line in lines)
    usual = (at for at, count in starts.items() if at >= 0 and count >= _USUAL * len(lines))
    # Markers may hang left of the text; lists are indented further.
    padding = min(min(usual, default=0), _MOST_PADDING)
    right = median(box[2] for box in boxes)
    # One line may stand out over the edge by accident; two show where it is.
    widest = sorted(line.x1 for line in lines)[-2:][0]
    padded = max(right - padding, min(widest, right))
    return drawn_in(nearest(padded, widest, lines), lines, maker)


def nearest(edge: float, widest: float, lines: Sequence[Line]) -> float:
    """An edge, but no further from the longest of its lines than these may leave free.

    The more lines were wrapped, the nearer the longest of them comes to the edge.
    """
    wrapped = sum(is_wrapped(line, following) for line, following in pairwise(lines))
    return min(edge, widest + _RAGGED / wrapped) if wrapped else edge


def text_edge(layouts: Sequence[PageLayout], maker: LineMaker) -> float:
    """Where full lines end outside tables."""
    # Lines of a table of contents end where its page numbers do.
    areas = (area for layout in layouts for area in layout.texts)
    lines = [line for area in areas for line in area.lines if not has_leader(line)]
    tables = [table.box[2] for layout in layouts for table in layout.tables]
    longest = max((line.x1 for line in lines), default=0.0)
    edge = max(longest, median(tables)) if tables else longest
    return drawn_in(nearest(edge, longest, lines), lines, maker)

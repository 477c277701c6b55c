"""The tables that the drawing of a page may show: by rules, by shades, by lines without frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.readers.pdf.boxes import holds, size_of
from pipeline.readers.pdf.candidates import RULES, SHADES, Candidate
from pipeline.readers.pdf.grid import (
    Grid,
    GridCell,
    PageRules,
    edges,
    grids,
    merged,
    parted_by_labels,
    without_gaps,
)
from pipeline.readers.pdf.marks import Box, Page, Rule
from pipeline.readers.pdf.settings import Count, Points

# Lines between columns stand in one place on all pages, to this much.
SAME_PLACE: Points = 2.0
# A row is as high as a line of text at least.
_LINE: Points = 9.0
# Nobody shades so many places of a page; to hold each against all others takes a while.
_MOST_SHADES: Count = 500


def framed(drawn: PageRules) -> list[Candidate]:
    """The grids that the rules of a page make, and those that its shades make with them."""
    page = drawn.page
    starts = [(run.x0, run.baseline) for run in page.runs if not run.hidden]
    ruled = [Candidate(grid, RULES) for grid in grids(drawn.rules, starts)]
    shaded = [
        Candidate(parted_by_labels(grid), SHADES)
        for shown in _shown_by_shades(page)
        for grid in map(without_gaps, grids(merged([*page.rules, *shown]), starts))
        # Where only labels are shaded, the shades show rows, and alignment the columns.
        if len(grid.columns) > 2
    ]
    return [*ruled, *shaded]


def _shown_by_shades(page: Page) -> list[list[Rule]]:
    """The lines that shades may show: of those in no other one, in none of their colour, of all.

    Producers shade a cell and once more each of its lines; white lines on a ground part cells.
    """
    shades = page.shades
    if not shades:
        return []
    colours = page.shade_colours or (None,) * len(shades)
    found = [list(range(len(shades)))]
    if len(shades) <= _MOST_SHADES:
        homes = [[n for n, o in enumerate(shades) if _is_inside(box, o)] for box in shades]
        own = [n for n, inside in enumerate(homes) if all(colours[o] != colours[n] for o in inside)]
        outer = [n for n, inside in enumerate(homes) if not inside]
        found = [chosen for chosen in (outer, own, *found) if chosen]
    distinct = list(dict.fromkeys(map(tuple, found)))
    return [[*edges(shades[n] for n in chosen), *page.white_rules] for chosen in distinct]


def _is_inside(box: Box, other: Box) -> bool:
    return holds(other, box) and size_of(other) > size_of(box)


def unframed(
    drawn: PageRules, found: Sequence[Candidate], sides: Mapping[int, tuple[float, float]]
) -> Iterator[Candidate]:
    """Tables without outer sides, drawn by the line between their columns or by shaded labels.

    `sides` are those of the document, by where the line between the columns stands; `found` are
    the tables that stand already. Level lines at the line between part the rows, and so do the ends
    of the pieces that it is drawn in.
    """
    for rule in drawn.edged if sides else ():
        near = next((x for x in sides if abs(x - rule.at) <= SAME_PLACE), None)
        if rule.level or near is None or any(_touches(table.grid, rule) for table in found):
            continue
        left, right = sides[near]
        inner = {
            round(level.at, 1)
            for level in drawn.edged
            if level.level
            and rule.start + SAME_PLACE < level.at < rule.end - SAME_PLACE
            and level.start <= left + SAME_PLACE
            and level.end >= rule.at - SAME_PLACE
        }
        inner |= _ends_of_pieces(rule, drawn.page)
        rows = (rule.start, *sorted(inner), rule.end)
        cells = tuple(
            cell
            for row, (top, bottom) in enumerate(pairwise(rows))
            for cell in (
                GridCell(row, 0, 1, 1, (left, top, rule.at, bottom)),
                GridCell(row, 1, 1, 1, (rule.at, top, right, bottom)),
            )
        )
        box = (left, rule.start, right, rule.end)
        source = RULES if drawn.page.rules else SHADES
        yield Candidate(Grid(box, rows, (left, rule.at, right), cells), source)


def _ends_of_pieces(rule: Rule, page: Page) -> set[float]:
    """Where an upright goes on in another piece: browsers draw one a row. Dashes are shorter."""
    pieces = [
        piece
        for piece in page.rules
        if not piece.level
        and abs(piece.at - rule.at) <= SAME_PLACE / 2
        and rule.start <= piece.start <= rule.end
    ]
    if any(piece.end - piece.start < _LINE for piece in pieces):
        return set()
    inside = (round(piece.start, 1) for piece in pieces)
    return {start for start in inside if start > rule.start + SAME_PLACE}


def _touches(grid: Grid, rule: Rule) -> bool:
    return grid.box[1] <= (rule.start + rule.end) / 2 <= grid.box[3]

"""Which tables the drawing of a page shows: the best of the candidates by rules and by shades.

Each source proposes grids; the texts of the page say how well each explains them. Of grids that
cover the same place the best is taken, and none where its cells only hold texts of several columns:
then alignment tells more. What lost is named beside what won.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.readers.pdf.boxes import holds, overlap, size_of
from pipeline.readers.pdf.grid import (
    Grid,
    GridCell,
    all_rules,
    edges,
    grids,
    merged,
    parted_by_labels,
    without_gaps,
)
from pipeline.readers.pdf.line_parts import cut
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.markers import is_marker
from pipeline.readers.pdf.marks import Box, Page, Rule, Run
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

RULES, SHADES = "rules", "shading"

# Texts further apart than this are not of one phrase: no space that is not stretched is so wide.
_PHRASE: Ems = 0.6
# Letters reach over the side of their cell by less than this: italics, and what fills its cell.
_OVER: Points = 3.0
# Above its baseline: where a text is held to stand, so that capitals and descenders weigh alike.
_MIDDLE: Ems = 0.25
# Lines between columns stand in one place on all pages, to this much.
_SAME_PLACE: Points = 2.0
# A row is as high as a line of text at least.
_LINE: Points = 9.0
# A text that crosses a side, or stands beside another one of another column, speaks so much more
# loudly than one that fits: shades of half a row leave as many texts whole as they cut.
_AGAINST: Share = 2.0
# Nobody shades so many places of a page; to hold each against all others takes a while.
_MOST_SHADES: Count = 500
# A column without any text speaks against a grid half as much as a text that fits speaks for it:
# forms have empty columns.
_VACANT: Share = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A grid that one source proposes, and what the texts say of it.

    `fits` counts the texts that stand whole in a cell; `cut` those that cross the side of theirs;
    `beside` the cells of a single column in which texts stand beside each other (there `fits` are
    its cells with text); `vacant` the columns without text.
    """

    grid: Grid
    source: str
    fits: int = 0
    cut: int = 0
    beside: int = 0
    vacant: int = 0
    rival: str = ""

    @property
    def score(self) -> float:
        """How well the grid explains the texts; what is 0 or less explains nothing."""
        return self.fits - _AGAINST * (self.cut + self.beside) - _VACANT * self.vacant

    def __str__(self) -> str:
        against = [
            f"{count} {what}"
            for count, what in (
                (self.cut, "texts cut"),
                (self.beside, "texts side by side"),
                (self.vacant, "columns without text"),
            )
            if count
        ]
        return f"by {self.source}, {self.fits} texts fit{', '.join(['', *against])}"


def drawn_tables(pages: Sequence[Page], maker: LineMaker) -> list[tuple[Candidate, ...]]:
    """The tables that the drawing of each page shows, those of all pages being of one house.

    `maker` makes lines only to hold grids against; what it drops counts nowhere.
    """
    found = [_chosen(page, maker) for page in pages]
    sides = _inner_sides(table.grid for tables in found for table in tables)
    lone = _lone_columns(table.grid for tables in found for table in tables)
    return [
        (*_without_boxes(page, tables, lone, maker), *_open_tables(page, tables, sides))
        for page, tables in zip(pages, found, strict=True)
    ]


def _chosen(page: Page, maker: LineMaker) -> tuple[Candidate, ...]:
    """The best of the candidates of a page, from top to bottom."""
    starts = [(run.x0, run.baseline) for run in page.runs if not run.hidden]
    rules = merged(page.rules)
    every = [Candidate(grid, RULES) for grid in grids(rules, starts)]
    boxes = [box for box in every if len(box.grid.cells) == 1]
    ruled = [table for table in every if len(table.grid.cells) > 1]
    shaded = [
        Candidate(parted_by_labels(grid), SHADES)
        for shown in _shown_by_shades(page)
        for grid in map(without_gaps, grids(merged([*page.rules, *shown]), starts))
        # Where only labels are shaded, the shades show rows, and alignment the columns.
        if len(grid.columns) > 2
    ]
    if not shaded and all(len(table.grid.columns) > 2 for table in ruled):
        return _from_above([*ruled, *boxes])
    texts = _phrases(page, maker)
    told = [weighed(candidate, texts) for candidate in (*ruled, *shaded)]
    taken: list[Candidate] = []
    for candidate in sorted(told, key=lambda c: (-c.score, c.source != RULES)):
        if candidate.score <= 0 or any(_compete(candidate.grid, t.grid) for t in taken):
            continue
        rivals = (o for o in told if o is not candidate and _compete(o.grid, candidate.grid))
        rival = next((str(o) for o in rivals if o.grid.cells != candidate.grid.cells), "")
        taken.append(replace(candidate, rival=rival))
    return _from_above([*taken, *boxes])


def _from_above(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(found, key=lambda c: (c.grid.box[1], c.grid.box[0])))


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


def _compete(grid: Grid, other: Grid) -> bool:
    """Whether two grids explain the same place; a table inside a cell explains another."""
    if not overlap(grid.box, other.box):
        return False
    inner, outer = sorted((grid, other), key=lambda g: size_of(g.box))
    return not any(holds(cell.box, inner.box) for cell in outer.cells if len(outer.cells) > 1)


def _phrases(page: Page, maker: LineMaker) -> list[Line]:
    """The texts of a page as they stand by themselves on their lines."""
    found: list[Line] = []
    for line in maker.lines([run for run in page.runs if not run.hidden], page.number):
        found.extend(phrases_of(line))
    return found


def phrases_of(line: Line) -> list[Line]:
    """The texts that stand by themselves on a line."""
    cuts: list[tuple[int, float, float]] = []
    for gutter in line.gutters:
        index, before, after = gutter
        start = cuts[-1][0] if cuts else 0
        is_item = is_marker(line.chars[start:index].strip())
        if after - before > _PHRASE * line.size and not is_item:
            cuts.append(gutter)
    return cut(line, cuts) if cuts else [line]


def cell_of(text: Line | Run, grid: Grid) -> int:
    """The number of the cell that a text begins in; -1 where it begins in none."""
    return grid.cell_at(text.x0 + _OVER, text.baseline - _MIDDLE * text.size)


def weighed(candidate: Candidate, texts: Iterable[Line]) -> Candidate:
    """A candidate with what the texts of its page say of it."""
    grid = candidate.grid
    fits = cut = beside = 0
    columns: set[int] = set()
    begun: set[int] = set()
    seen: dict[tuple[int, int], int] = defaultdict(int)
    for text in texts:
        number = cell_of(text, grid)
        if number < 0:
            continue
        cell = grid.cells[number]
        columns.update(range(cell.column, cell.column + cell.colspan))
        begun.add(cell.column)
        seen[number, round(text.baseline)] += 1
        if text.x1 > cell.box[2] + _OVER and cell.box[2] < grid.box[2] - _OVER:
            cut += 1
        else:
            fits += 1
    if candidate.source == SHADES and len(begun) <= 1:
        # A ground behind text, perhaps with round corners.
        fits = 0
    elif len(grid.columns) == 2:
        # Of one column the cells speak, however many lines they have.
        fits = len({number for number, _ in seen})
        beside = len({number for (number, _), count in seen.items() if count > 1})
    vacant = len(grid.columns) - 1 - len(columns)
    return replace(candidate, fits=fits, cut=cut, beside=beside, vacant=vacant)


# Boxes of one cell, and tables without outer sides.


def _lone_columns(found: Iterable[Grid]) -> list[Grid]:
    """The tables of one column and several rows: labels may stand beside them."""
    return [grid for grid in found if len(grid.columns) == 2 and len(grid.cells) > 1]


def _without_boxes(
    page: Page, tables: Sequence[Candidate], lone: Sequence[Grid], maker: LineMaker
) -> Iterator[Candidate]:
    """The tables without boxes around something, but for those that stand as such columns do.

    What holds texts side by side is a frame around a table.
    """
    rows = [
        table
        for table in tables
        if len(table.grid.cells) == 1
        and any(_have_same_sides(table.grid, column) for column in lone)
        and not any(overlap(table.grid.box, o.grid.box) for o in tables if o is not table)
    ]
    texts = _phrases(page, maker) if rows else []
    for table in tables:
        if len(table.grid.cells) > 1 or (table in rows and weighed(table, texts).score > 0):
            yield table


def _have_same_sides(grid: Grid, other: Grid) -> bool:
    return all(abs(grid.box[side] - other.box[side]) <= _SAME_PLACE for side in (0, 2))


def _inner_sides(found: Iterable[Grid]) -> dict[int, tuple[float, float]]:
    """The outer sides of tables of two columns, by where the line between the columns stands."""
    return {
        round(grid.columns[1]): (grid.columns[0], grid.columns[2])
        for grid in found
        if len(grid.columns) == 3
    }


def _open_tables(
    page: Page, found: Sequence[Candidate], sides: dict[int, tuple[float, float]]
) -> Iterator[Candidate]:
    """Tables without outer sides, drawn by the line between their columns or by shaded labels.

    Other pages tell how far they reach; level lines at the line between part their rows, and so do
    the ends of the pieces that it is drawn in.
    """
    rules = all_rules(page)
    for rule in rules:
        near = next((x for x in sides if abs(x - rule.at) <= _SAME_PLACE), None)
        if rule.level or near is None or any(_touches(table.grid, rule) for table in found):
            continue
        left, right = sides[near]
        inner = {
            round(level.at, 1)
            for level in rules
            if level.level
            and rule.start + _SAME_PLACE < level.at < rule.end - _SAME_PLACE
            and level.start <= left + _SAME_PLACE
            and level.end >= rule.at - _SAME_PLACE
        }
        inner |= _ends_of_pieces(rule, page)
        rows = (rule.start, *sorted(inner), rule.end)
        cells = tuple(
            cell
            for row, (top, bottom) in enumerate(pairwise(rows))
            for cell in (
                GridCell(row, 0, 1, 1, (left, top, rule.at, bottom)),
                GridCell(row, 1, 1, 1, (rule.at, top, right, bottom)),
            )
        )
        columns = (left, rule.at, right)
        box = (left, rule.start, right, rule.end)
        source = RULES if page.rules else SHADES
        yield Candidate(Grid(box, rows, columns, cells), source)


def _ends_of_pieces(rule: Rule, page: Page) -> set[float]:
    """Where an upright goes on in another piece: browsers draw one a row. Dashes are shorter."""
    pieces = [
        piece
        for piece in page.rules
        if not piece.level
        and abs(piece.at - rule.at) <= _SAME_PLACE / 2
        and rule.start <= piece.start <= rule.end
    ]
    if any(piece.end - piece.start < _LINE for piece in pieces):
        return set()
    inside = (round(piece.start, 1) for piece in pieces)
    return {start for start in inside if start > rule.start + _SAME_PLACE}


def _touches(grid: Grid, rule: Rule) -> bool:
    return grid.box[1] <= (rule.start + rule.end) / 2 <= grid.box[3]

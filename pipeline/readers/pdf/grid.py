"""Rules to tables: lines that touch, the grid they span, cells merged where no line parts them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.readers.pdf.grouping import stretches
from pipeline.readers.pdf.marks import Box, Page, Rule
from pipeline.readers.pdf.settings import Count, Points, Share

# Lines that lie closer than this are one: doubled borders, neighbouring cells drawn one by one.
_SAME: Points = 3.0
# Pieces of a dashed or dotted line, and lines that meet in a corner, leave gaps up to this.
_GAP: Points = 4.0
# Where rows have room between them, a wider gap parts the uprights of a frame, whose pieces are as
# long as a line of text is high.
_ROW_GAP: Points = 12.0
_LINE: Points = 9.0
# A rule that is shorter than a letter is high frames nothing.
_SHORTEST: Points = 6.0
# Columns are wider than this: a letter and what a cell is padded by.
_NARROWEST: Points = 12.0
# The row of values below heads is a few lines high; what is higher is a frame of its own.
_TALLEST_VALUE: Points = 110.0
# A side counts as drawn when rules cover this share of it: dots and dashes leave less than half of
# it free, underlined words cover less than half of it.
_COVERED: Share = 0.6
# To tell which of two rules touch takes a thirtieth of what a field takes.
_CROSSINGS: Count = 30

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table: its first row and column, how many it takes, and its box."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on a page."""

    box: Box
    rows: tuple[float, ...]
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]

    def cell_at(self, x: float, y: float) -> int:
        """The number of the cell that holds a point; -1 where none does."""
        x0, top, x1, bottom = self.box
        if not (x0 <= x < x1 and top <= y < bottom):
            # Told at once, since most of a page stands in no table.
            return -1
        for number, cell in enumerate(self.cells):
            cx0, ctop, cx1, cbottom = cell.box
            if cx0 <= x < cx1 and ctop <= y < cbottom:
                return number
        return -1


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules with pieces of one line put together and doubled lines made one; no short ones."""
    found: list[Rule] = []
    for level in (True, False):
        lines = sorted((r for r in rules if r.level is level), key=lambda r: r.at)
        for group in _near(lines):
            at = _weighted(group)
            found.extend(
                Rule(level, at, start, end)
                for start, end in _stretches(group)
                if end - start >= _SHORTEST
            )
    return [*found, *_row_ends(found)]


def _row_ends(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Where several uprights are parted at one height: rows end there, without a level line."""
    uprights = sorted((r for r in rules if not r.level), key=lambda r: (r.at, r.start))
    gaps: dict[int, list[float]] = defaultdict(list)
    for above, below in pairwise(uprights):
        gap = below.start - above.end
        is_one = abs(above.at - below.at) <= _SAME and _GAP < gap <= _ROW_GAP
        if is_one and min(above.end - above.start, below.end - below.start) >= _LINE:
            gaps[round((above.end + below.start) / 2)].append(above.at)
    for at, places in gaps.items():
        if max(places) - min(places) > _NARROWEST:
            yield Rule(True, float(at), min(places), max(places))


def all_rules(page: Page) -> list[Rule]:
    """The rules of a page and the edges of its shades, merged."""
    return merged([*page.rules, *edges(page.shades)])


@dataclass(frozen=True, slots=True)
class PageRules:
    """A page with its rules merged, by themselves and with the edges of its shades (`edged`)."""

    page: Page
    rules: tuple[Rule, ...]
    edged: tuple[Rule, ...]

    @classmethod
    def of(cls, page: Page) -> PageRules:
        """Those of a page: worked out here, once for all that ask."""
        rules = tuple(merged(page.rules))
        return cls(page, rules, tuple(all_rules(page)) if page.shades else rules)


def _near(lines: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Rules in groups that lie on one line; groups that drift are cut at twice the tolerance."""
    return stretches(
        lines,
        lambda group, rule: rule.at - group[-1].at <= _SAME and rule.at - group[0].at <= 2 * _SAME,
    )


def _weighted(group: Sequence[Rule]) -> float:
    total = sum(rule.end - rule.start for rule in group)
    if not total:
        return group[0].at
    return sum(rule.at * (rule.end - rule.start) for rule in group) / total


def _stretches(group: Sequence[Rule]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for start, end in sorted((rule.start, rule.end) for rule in group):
        if found and start - found[-1][1] <= _GAP:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def grids(rules: Sequence[Rule], starts: Sequence[Point] = ()) -> list[Grid]:
    """The tables of a page's merged rules, from top to bottom; a box is one of a single cell.

    `starts` are the points at which its texts begin.
    """
    groups = _with_values(_touching(rules), starts)
    found = [grid for group in groups if (grid := _grid(group, starts)) is not None]
    return sorted(found, key=lambda grid: (grid.box[1], grid.box[0]))


def grid_fields(rules: Sequence[Rule], most: int) -> int:
    """How many fields the grids of merged rules have; no less than `most` + 1 if that many.

    The number of crossings, which is quick to tell, is an upper bound.
    """
    uprights = sum(not rule.level for rule in rules)
    crossings = uprights * (len(rules) - uprights)
    if crossings <= most or crossings > _CROSSINGS * most:
        return crossings
    return sum(
        len(_distinct(rule.at for rule in group if rule.level))
        * len(_distinct(rule.at for rule in group if not rule.level))
        for group in _touching(rules)
    )


def edges(shades: Iterable[Box]) -> list[Rule]:
    """The four edges of each filled area."""
    found = []
    for x0, top, x1, bottom in shades:
        found += [Rule(True, top, x0, x1), Rule(True, bottom, x0, x1)]
        found += [Rule(False, x0, top, bottom), Rule(False, x1, top, bottom)]
    return found


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in groups that are connected by crossings."""
    levels = [r for r in rules if r.level]
    uprights = [r for r in rules if not r.level]
    parent = list(range(len(rules)))
    number = {id(rule): n for n, rule in enumerate(rules)}

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for upright in uprights:
        for level in levels:
            meets = (
                level.start - _GAP <= upright.at <= level.end + _GAP
                and upright.start - _GAP <= level.at <= upright.end + _GAP
            )
            if meets:
                parent[root(number[id(upright)])] = root(number[id(level)])
    for upright, other in pairwise(sorted(uprights, key=lambda r: (r.start, r.at))):
        # On a page that a cell fills from top to bottom no level is drawn.
        if abs(upright.start - other.start) <= _GAP and abs(upright.end - other.end) <= _GAP:
            parent[root(number[id(upright)])] = root(number[id(other)])
    groups: dict[int, list[Rule]] = {}
    for n, rule in enumerate(rules):
        groups.setdefault(root(n), []).append(rule)
    return list(groups.values())


def _with_values(groups: list[list[Rule]], starts: Sequence[Point]) -> list[list[Rule]]:
    """The groups, each row of heads together with the level that ends the row below it.

    Where only heads have upright lines, the values below them are framed by levels alone.
    """
    framed = [group for group in groups if any(not rule.level for rule in group)]
    # Two tables may share a level, where one ends at the top of the other.
    every = sorted((r for g in groups for r in g if r.level), key=lambda rule: rule.at)
    for group in framed:
        levels = [rule for rule in group if rule.level]
        if len(_distinct(rule.at for rule in levels)) != 2:
            continue
        last = max(levels, key=lambda rule: rule.at)
        below = next(
            (
                rule
                for rule in every
                if rule.at > last.at
                and abs(rule.start - last.start) <= _GAP
                and abs(rule.end - last.end) <= _GAP
            ),
            None,
        )
        if below is not None and _frames_values(levels, last, below, starts):
            group.append(below)
    return framed


def _frames_values(
    levels: Sequence[Rule], last: Rule, below: Rule, starts: Sequence[Point]
) -> bool:
    """Whether what stands above a level begins below the heads, and all of it does."""
    first = min(rule.at for rule in levels)
    heads = [x for x, y in starts if first < y < last.at and last.start <= x <= last.end]
    values = [x for x, y in starts if last.at < y < below.at and last.start <= x <= last.end]
    return (
        below.at - last.at < _TALLEST_VALUE
        and len(heads) > 1
        and bool(values)
        and all(any(abs(x - head) <= _SAME for head in heads) for x in values)
    )


def _grid(rules: list[Rule], starts: Sequence[Point]) -> Grid | None:
    levels = [r for r in rules if r.level]
    uprights = [r for r in rules if not r.level]
    if not uprights:
        return None
    columns = _distinct([r.at for r in uprights] + _open_sides(levels, uprights))
    drawn_rows = _distinct([r.at for r in levels])
    # Where a page ends, a table may stay open: the ends of its uprights close it.
    tops, ends = min(r.start for r in uprights), max(r.end for r in uprights)
    rows = _distinct([*drawn_rows, tops, ends])
    if len(columns) < 2 or len(rows) < 2:
        return None
    columns = _wide(columns, rows, starts)
    cells = _compact(_cells(rows, columns, levels, uprights))
    box = (columns[0], rows[0], columns[-1], rows[-1])
    return Grid(box, tuple(rows), tuple(columns), tuple(cells))


def _wide(columns: list[float], rows: Sequence[float], starts: Sequence[Point]) -> list[float]:
    """The lines between columns, without those that part a strip from an outer side of a table.

    A bar above it or a frame around it may reach over its sides; no text begins in between.
    """
    first, last = columns[0], columns[-1]
    texts = [x for x, y in starts if rows[0] < y < rows[-1]]

    def is_strip(left: float, right: float) -> bool:
        return right - left < _NARROWEST and not any(left <= x < right - _SAME for x in texts)

    strips = [x for x in columns[1:-1] if is_strip(first, x) or is_strip(x, last)]
    return [x for x in columns if x not in strips]


def _open_sides(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[float]:
    """Where the levels end beyond the uprights: tables may have no lines at their outer sides."""
    left, right = min(r.at for r in uprights), max(r.at for r in uprights)
    lefts = [r.start for r in levels if r.start < left - _NARROWEST]
    rights = [r.end for r in levels if r.end > right + _NARROWEST]
    return [side(ends) for side, ends in ((min, lefts), (max, rights)) if len(ends) > 1]


def parted_by_labels(grid: Grid) -> Grid:
    """The grid with each row of labels a row of contents as well: shades part labels alone."""
    starts = sorted({cell.row for cell in grid.cells if cell.column == 0})
    tops = {cell.row: cell.box[1] for cell in grid.cells if cell.column == 0}
    found: list[GridCell] = []
    for cell in grid.cells:
        inner = [row for row in starts if cell.row < row < cell.row + cell.rowspan]
        if not inner:
            found.append(cell)
            continue
        x0, top, x1, bottom = cell.box
        rows = [cell.row, *inner, cell.row + cell.rowspan]
        edges = [top, *(tops[row] for row in inner), bottom]
        for n, row in enumerate(rows[:-1]):
            box = (x0, edges[n], x1, edges[n + 1])
            found.append(GridCell(row, cell.column, rows[n + 1] - row, cell.colspan, box))
    return replace(grid, cells=tuple(sorted(found, key=lambda c: (c.row, c.column))))


def without_gaps(grid: Grid) -> Grid:
    """The grid, what is too narrow for a column taken into the one on its left.

    Cells that are shaded one by one may have room between them.
    """
    cells = list(grid.cells)
    for left, right in pairwise(grid.columns[1:-1]):
        if right - left >= _NARROWEST:
            continue
        cells = [
            replace(cell, box=(*cell.box[:2], right, cell.box[3])) if cell.box[2] == left else cell
            for cell in cells
            if not (cell.box[0] == left and cell.box[2] == right)
        ]
    if len(cells) == len(grid.cells):
        return grid
    columns = sorted({cell.box[0] for cell in cells} | {grid.box[2]})
    return replace(grid, columns=tuple(columns), cells=tuple(_compact(cells)))


def _compact(cells: list[GridCell]) -> list[GridCell]:
    """The cells counted in rows and columns in which at least one cell begins.

    Underlined words and ornaments draw lines that part no cells.
    """
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})

    def counted(starts: list[int], first: int, span: int) -> tuple[int, int]:
        begin, end = bisect_left(starts, first), bisect_left(starts, first + span)
        return begin, max(end - begin, 1)

    found = []
    for cell in cells:
        row, rowspan = counted(rows, cell.row, cell.rowspan)
        column, colspan = counted(columns, cell.column, cell.colspan)
        found.append(GridCell(row, column, rowspan, colspan, cell.box))
    return found


def _distinct(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def _cells(
    rows: Sequence[float], columns: Sequence[float], levels: list[Rule], uprights: list[Rule]
) -> list[GridCell]:
    height, width = len(rows) - 1, len(columns) - 1
    beside = _parted(columns, rows, uprights)
    below = _parted(rows, columns, levels)
    taken = [[False] * width for _ in range(height)]
    found = []
    for row in range(height):
        for column in range(width):
            if taken[row][column]:
                continue
            colspan = 1
            while (
                column + colspan < width
                and not taken[row][column + colspan]
                and not beside[column + colspan][row]
            ):
                colspan += 1
            rowspan = 1
            while row + rowspan < height and _joins_down(
                row + rowspan, column, colspan, below, beside, taken, width
            ):
                rowspan += 1
            for r in range(row, row + rowspan):
                for c in range(column, column + colspan):
                    taken[r][c] = True
            box = (columns[column], rows[row], columns[column + colspan], rows[row + rowspan])
            found.append(GridCell(row, column, rowspan, colspan, box))
    return found


def _joins_down(
    row: int,
    column: int,
    colspan: int,
    below: list[list[bool]],
    beside: list[list[bool]],
    taken: list[list[bool]],
    width: int,
) -> bool:
    """Whether the stretch of a row belongs to the cell above it: no line above, none inside."""
    span = range(column, column + colspan)
    if any(below[row][c] or taken[row][c] for c in span):
        return False
    if any(beside[c][row] for c in span if c > column):
        return False
    end = column + colspan
    # A cell that goes on to the right below would not be a rectangle.
    return (end == width or beside[end][row]) and (column == 0 or beside[column][row])


def _parted(
    lines: Sequence[float], across: Sequence[float], rules: Sequence[Rule]
) -> list[list[bool]]:
    """For each line of the grid and each stretch along it: whether a rule is drawn there."""
    found = [[False] * (len(across) - 1) for _ in lines]
    for rule in rules:
        n = min(range(len(lines)), key=lambda k: abs(lines[k] - rule.at))
        first = max(bisect_right(across, rule.start) - 1, 0)
        for k in range(first, len(across) - 1):
            low, high = across[k], across[k + 1]
            if low >= rule.end:
                break
            covered = min(rule.end, high) - max(rule.start, low)
            if covered >= _COVERED * (high - low):
                found[n][k] = True
    return found

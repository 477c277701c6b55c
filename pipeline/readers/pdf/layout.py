"""A page's marks to columns of lines: tables by drawn rules, by alignment where there are none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from pipeline.readers.pdf.alignment import AlignedColumns, aligned_rows
from pipeline.readers.pdf.fullness import drawn_in
from pipeline.readers.pdf.grid import Grid, GridCell, edges, grids, merged, parted_by_labels
from pipeline.readers.pdf.headed import Drawing, HeadedTable, Heads, headed_tables
from pipeline.readers.pdf.line_parts import has_leader, is_emphasised, line_parts
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.markers import is_marker
from pipeline.readers.pdf.marks import Box, Page, Rule, Run, turned

# A left edge that this share of a column's lines have is no accident.
_USUAL = 0.1
# What a ragged line leaves free: a word.
_RAGGED = 35.0
# A dot marks the line that begins within so many letters to its right.
_DOT_REACH = 3.5
# Cells are padded by up to half a centimetre.
_MOST_PADDING = 16.0
_MARKER_REACH = 6.0
# Texts that stand this many letters apart in a row are in several columns.
_APART = 2.0
# Text outside tables ends where the widest line or table of the document ends.
_ON_RULE = 2.0


@dataclass(slots=True)
class CellArea:
    """A cell on one page with its lines; `inner` are tables drawn inside it."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    lines: list[Line] = field(default_factory=list)
    inner: list[TableArea] = field(default_factory=list)


@dataclass(slots=True)
class TableArea:
    """A table on one page. `evidence` is "rules", "shading" or "alignment"."""

    box: Box
    cells: list[CellArea]
    evidence: str
    open_top: bool = False
    open_bottom: bool = False


@dataclass(slots=True)
class TextArea:
    """Lines outside tables, from top to bottom."""

    lines: list[Line]


Area = TableArea | TextArea


@dataclass(slots=True)
class PageLayout:
    """The areas of a page in reading order, and the grids that its rules draw."""

    page: Page
    areas: list[Area]
    grids: list[Grid]
    outside: list[Line] = field(default_factory=list)


def drawn_layouts(pages: Sequence[Page], maker: LineMaker) -> list[PageLayout]:
    """The pages with their ruled tables; all other lines are still `outside`."""
    found = [drawn_grids(page) for page in pages]
    sides = _inner_sides(grid for grids_of_page, _ in found for grid in grids_of_page)
    for page, (grids_of_page, _) in zip(pages, found, strict=True):
        grids_of_page.extend(_lone_uprights(page, grids_of_page, sides))
    return [
        _drawn(page, maker, grids_of_page, evidence)
        for page, (grids_of_page, evidence) in zip(pages, found, strict=True)
    ]


def _inner_sides(found: Iterable[Grid]) -> dict[int, tuple[float, float]]:
    """The outer sides of tables of two columns, by where the line between the columns stands."""
    return {
        round(grid.columns[1]): (grid.columns[0], grid.columns[2])
        for grid in found
        if len(grid.columns) == 3
    }


def _lone_uprights(
    page: Page, found: Sequence[Grid], sides: dict[int, tuple[float, float]]
) -> Iterator[Grid]:
    """Tables without outer sides, drawn by the line between their columns or by shaded labels.

    Other pages tell how far they reach; level lines at the line between part their rows.
    """
    rules = merged([*page.rules, *edges(page.shades)])
    for rule in rules:
        near = next((x for x in sides if abs(x - rule.at) <= _ON_RULE), None)
        if rule.level or near is None or any(_touches(grid, rule) for grid in found):
            continue
        left, right = sides[near]
        inner = {
            round(level.at, 1)
            for level in rules
            if level.level
            and rule.start + _ON_RULE < level.at < rule.end - _ON_RULE
            and level.start <= left + _ON_RULE
            and level.end >= rule.at - _ON_RULE
        }
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
        yield Grid((left, rule.start, right, rule.end), rows, columns, cells, True, True)
        return


def _touches(grid: Grid, rule: Rule) -> bool:
    return grid.box[1] - 1 <= (rule.start + rule.end) / 2 <= grid.box[3] + 1


def with_flow(layouts: Sequence[PageLayout], maker: LineMaker) -> None:
    """Put the lines outside ruled tables into areas: text, and tables that alignment shows."""
    for layout in layouts[1:]:
        _take_cut_rows(layout)
    _take_headed(layouts, maker)
    columns = AlignedColumns.of([layout.outside for layout in layouts])
    for layout in layouts:
        rules = merged(layout.page.rules) + edges(layout.page.shades)
        layout.areas.extend(_flow(layout, columns, rules))
        layout.areas.sort(key=_top)


def _take_headed(layouts: Sequence[PageLayout], maker: LineMaker) -> None:
    """Take the tables whose columns only their heads show from the lines outside ruled tables."""
    before: HeadedTable | None = None
    for layout in layouts:
        rules = merged([*layout.page.rules, *edges(layout.page.shades)])
        drawing = Drawing(tuple(r for r in rules if r.level), layout.page.shades)
        tables = [area for area in layout.areas if isinstance(area, TableArea)]
        framed = [(area, heads) for area in tables if (heads := _framed_heads(area)) is not None]
        shown = [heads for _, heads in framed]
        found = list(headed_tables(layout.outside, shown, drawing, maker, before))
        gone = {id(line) for table in found for line in table.lines}
        before = found[-1] if found and found[-1].lines[-1] is layout.outside[-1] else None
        layout.outside = [line for line in layout.outside if id(line) not in gone]
        for table in found:
            heads = table.heads
            below = (a for a, own in framed if heads.lines and own.bottom == heads.bottom)
            above = next(below, None)
            if above is None:
                layout.areas.append(_headed_area(table))
            else:
                _add_below(above, table)


def _take_cut_rows(layout: PageLayout) -> None:
    """Give the first table of a page the rest of a sentence right above its second column.

    LibreOffice shades a row that a page end cut only from its next row on.
    """
    tables = [area for area in layout.areas if isinstance(area, TableArea)]
    first = min(tables, key=_top, default=None)
    above = [line for line in layout.outside if first is not None and line.top < first.box[1]]
    if first is None or not above or not above[0].chars[0].islower():
        return
    columns = sorted({cell.box[0] for cell in first.cells if cell.colspan == 1})
    near = first.box[1] - above[-1].bottom < above[-1].size
    if len(columns) != 2 or not near or any(line.x0 < columns[1] - _ON_RULE for line in above):
        return
    for cell in first.cells:
        cell.row += 1
    box = (columns[1], above[0].top, first.box[2], first.box[1])
    first.cells.insert(0, CellArea(0, 1, 1, 1, box, above))
    first.cells.insert(0, CellArea(0, 0, 1, 1, (columns[0], above[0].top, columns[1], box[3])))
    first.box = (first.box[0], above[0].top, first.box[2], first.box[3])
    layout.outside = layout.outside[len(above) :]


def _framed_heads(area: TableArea) -> Heads | None:
    """The heads that end a table which has nothing below them; None where it has no such row."""
    last = max(cell.row for cell in area.cells)
    cells = [cell for cell in area.cells if cell.row == last and cell.lines]
    if len(cells) < 2 or any(cell.inner or cell.colspan > 1 for cell in cells):
        return None
    if last and not all(is_emphasised(line) for cell in cells for line in cell.lines):
        return None
    tallest = max(len(cell.lines) for cell in cells)
    lines = (
        {n: cell.lines[row] for n, cell in enumerate(cells) if row < len(cell.lines)}
        for row in range(tallest)
    )
    return Heads(tuple(lines), tuple(min(line.x0 for line in c.lines) for c in cells))


def _add_below(area: TableArea, table: HeadedTable) -> None:
    """Add the rows below the heads that end a table to it."""
    last = max(cell.row for cell in area.cells)
    columns = [cell.column for cell in area.cells if cell.row == last and cell.lines]
    if len(columns) < len(table.heads.starts):
        columns.insert(0, 0)
    below = [cell for cell in table.cells if cell.row]
    for cell in sorted(below, key=lambda cell: (cell.row, cell.column)):
        place = (last + cell.row, columns[cell.column], cell.rowspan, 1)
        area.cells.append(CellArea(*place, cell.box, list(cell.lines)))
    area.box = _around([area.box, *(cell.box for cell in below)])


def _headed_area(table: HeadedTable) -> TableArea:
    cells = [
        CellArea(c.row, c.column, c.rowspan, 1, c.box, list(c.lines))
        for c in sorted(table.cells, key=lambda c: (c.row, c.column))
    ]
    return TableArea(_around([cell.box for cell in cells]), cells, "alignment")


def _around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of these."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _top(area: Area) -> float:
    return area.box[1] if isinstance(area, TableArea) else area.lines[0].top


def _drawn(page: Page, maker: LineMaker, found: Sequence[Grid], evidence: str) -> PageLayout:
    """The ruled tables of a page, and the lines outside them."""
    runs = [run for run in page.runs if not run.hidden]
    rules = merged(page.rules)
    tables = [_table(grid, evidence) for grid in found]
    inside: dict[tuple[int, int], list[Run]] = defaultdict(list)
    outside: list[Run] = []
    by_size = sorted(range(len(found)), key=lambda n: _area(found[n].box))
    homes = _marked_homes(runs, maker)
    for run in runs:
        x, y = _middle(homes.get(run.start, run), page)
        for number in by_size:
            cell = found[number].cell_at(x, y)
            if cell >= 0:
                inside[number, cell].append(run)
                break
        else:
            outside.append(run)
    for number in [n for n, grid in enumerate(found) if evidence == "shading"]:
        own = {cell: runs for (n, cell), runs in inside.items() if n == number}
        if _is_striped(found[number], own, maker):
            # Stripes of rows tell nothing of columns; the heads above them do.
            taken = [key for key in inside if key[0] == number]
            outside.extend(run for key in taken for run in inside.pop(key))
    areas = [tables[number].cells[cell] for number, cell in inside]
    columns = [maker.lines(members, page.number) for members in inside.values()]
    for area, marked in zip(areas, _dotted(page, columns, rules), strict=True):
        area.lines = marked
    lines = maker.lines(outside, page.number)
    for table in tables:
        _split_columns(table)
    (lines,) = _dotted(page, [lines], rules)
    kept = _nested([t for t in tables if any(a.lines for a in t.cells)])
    return PageLayout(page, list(kept), list(found), lines)


def drawn_grids(page: Page) -> tuple[list[Grid], str]:
    """The tables that are drawn on a page, and by what."""
    rules = merged(page.rules)
    starts = [(run.x0, run.baseline) for run in page.runs if not run.hidden]
    found = grids(rules, starts)
    if found or not page.shades:
        return found, "rules"
    shaded = grids(merged([*rules, *edges(page.shades)]), starts)
    # Where only labels are shaded, the shades show rows, and alignment the columns.
    return [parted_by_labels(grid) for grid in shaded if len(grid.columns) > 2], "shading"


def _is_striped(grid: Grid, inside: dict[int, list[Run]], maker: LineMaker) -> bool:
    """Whether a shaded row of a table of several columns holds texts that stand apart."""
    columns = len(grid.columns) - 1
    for number, runs in inside.items():
        cell = grid.cells[number]
        if columns < 2 or cell.colspan < columns or not cell.row:
            continue
        ordered = sorted(runs, key=lambda run: (round(run.baseline), run.x0))
        gaps = (
            after.x0 - run.x1
            for run, after in pairwise(ordered)
            if abs(run.baseline - after.baseline) < _ON_RULE and not _is_marker_run(run, maker)
        )
        if any(gap > _APART * runs[0].size for gap in gaps):
            return True
    return False


def _table(grid: Grid, evidence: str) -> TableArea:
    cells = [CellArea(c.row, c.column, c.rowspan, c.colspan, c.box) for c in grid.cells]
    return TableArea(grid.box, cells, evidence, grid.open_top, grid.open_bottom)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _marked_homes(runs: Sequence[Run], maker: LineMaker) -> dict[int, Run]:
    """The run that each marker marks, by where the marker starts.

    A marker that hangs left of its text may hang over the side of its cell.
    """
    found: dict[int, Run] = {}
    for number, (run, following) in enumerate(pairwise(runs)):
        if not _is_marker_run(run, maker):
            continue
        beside = abs(run.baseline - following.baseline) < _ON_RULE
        before = runs[number - 1] if number else None
        if before is not None and _adjoins(before, run):
            continue
        if beside and 0 < following.x0 - run.x0 < _MARKER_REACH * run.size:
            found[run.start] = following
    return found


def _is_marker_run(run: Run, maker: LineMaker) -> bool:
    return is_marker("".join(maker.glyphs.chars[run.start : run.end]).strip())


def _adjoins(before: Run, run: Run) -> bool:
    """Whether a run stands directly after another one on its line."""
    return (
        abs(run.baseline - before.baseline) < _ON_RULE and -run.size < run.x0 - before.x1 < run.size
    )


def _middle(run: Run, page: Page) -> tuple[float, float]:
    """A point of a run that lies in its cell for sure: near its start, amid the letters."""
    x = run.x0 + min((run.x1 - run.x0) / 2, run.size)
    y = run.baseline - 0.3 * run.size
    x0, top, _, _ = turned((x, y, x, y), run.direction, page.width, page.height)
    return x0, top


def _nested(tables: list[TableArea]) -> list[TableArea]:
    """The outermost tables; those drawn inside a cell of another are put into it."""
    outermost: list[TableArea] = []
    for table in sorted(tables, key=lambda t: -_area(t.box)):
        home = next(
            (cell for other in outermost for cell in other.cells if _holds(cell.box, table.box)),
            None,
        )
        if home is None:
            outermost.append(table)
        else:
            home.inner.append(table)
    return outermost


def _holds(box: Box, other: Box) -> bool:
    return (
        box[0] <= other[0] + 1
        and box[1] <= other[1] + 1
        and box[2] >= other[2] - 1
        and box[3] >= other[3] - 1
    )


def _split_columns(table: TableArea) -> None:
    """Cut cells where heads and the values below them stand apart without a line."""
    by_place = {(cell.row, cell.column): cell for cell in table.cells}
    for cell in list(table.cells):
        below = by_place.get((cell.row + 1, cell.column))
        if below is None or not cell.lines or not below.lines:
            continue
        if below.colspan > cell.colspan:
            _cut_below_heads(table, cell, below)
            continue
        head, value = _second_start(cell.lines[0]), _second_start(below.lines[0])
        if head is None or value is None or abs(head - value) > _ON_RULE:
            continue
        for part in (cell, below):
            beside = _cut_cell(part, min(head, value))
            table.cells.insert(table.cells.index(part) + 1, beside)


def _cut_below_heads(table: TableArea, first: CellArea, values: CellArea) -> None:
    """Cut a cell that reaches under several heads where its parts begin below them."""
    heads = [
        cell.lines[0].x0
        for cell in table.cells
        if cell.row == first.row and cell.column > first.column and cell.lines
    ]
    begins = [part.x0 for line in values.lines for part in line_parts(line)[1:]]
    cuts = [x for x in heads if any(abs(x - begin) <= _ON_RULE for begin in begins)]
    if len(cuts) < len(heads) or not heads:
        return
    part = values
    for column, x in enumerate(sorted(cuts), 1):
        beside = _cut_cell(part, x)
        beside.column = values.column + column
        table.cells.insert(table.cells.index(part) + 1, beside)
        part.colspan = 1
        part = beside


def _second_start(line: Line) -> float | None:
    """Where the second column of a line begins; None where it has one, or more than two."""
    parts = line_parts(line)
    return parts[1].x0 if len(parts) == 2 else None


def _cut_cell(cell: CellArea, x: float) -> CellArea:
    """Take what stands right of `x` out of a cell, as a cell of its own beside it."""
    parts = [part for line in cell.lines for part in line_parts(line)]
    right = [part for part in parts if part.x0 >= x - _ON_RULE]
    cell.lines = [part for part in parts if part.x0 < x - _ON_RULE]
    x0, top, x1, bottom = cell.box
    cell.box = (x0, top, x, bottom)
    return CellArea(cell.row, cell.column, cell.rowspan, 1, (x, top, x1, bottom), right)


def _dotted(
    page: Page, columns: Sequence[list[Line]], rules: Sequence[Rule]
) -> Sequence[list[Line]]:
    """Columns of lines, those marked that a drawn dot stands before."""
    lines = [line for column in columns for line in column]
    dots: dict[Line, float] = {}
    for x0, top, x1, bottom in page.dots:
        if any(_lies_on(rule, x0, top, x1, bottom) for rule in rules):
            continue
        middle = (top + bottom) / 2
        reached = [
            (start, n)
            for n, line in enumerate(lines)
            if line.top <= middle <= line.bottom and bottom - top < line.size
            for start in (line.x0, *(after for _, _, after in line.gutters))
            if 0 <= start - x1 + 1 <= _DOT_REACH * line.size
        ]
        if reached:
            dots[lines[min(reached)[1]]] = x1
    if not dots:
        return columns
    return [
        [replace(line, dot=dots[line]) if line in dots else line for line in column]
        for column in columns
    ]


def _lies_on(rule: Rule, x0: float, top: float, x1: float, bottom: float) -> bool:
    if rule.level:
        return (
            top - _ON_RULE <= rule.at <= bottom + _ON_RULE and rule.start <= x1 and rule.end >= x0
        )
    return x0 - _ON_RULE <= rule.at <= x1 + _ON_RULE and rule.start <= bottom and rule.end >= top


def _flow(layout: PageLayout, columns: AlignedColumns, rules: Sequence[Rule]) -> list[Area]:
    """The lines outside ruled tables: text, and rows that alignment shows."""
    found: list[Area] = []
    pending: list[Line] = []
    tables = [area for area in layout.areas if isinstance(area, TableArea)]
    for group in aligned_rows(layout.outside, columns, rules):
        if isinstance(group, Line):
            if pending and _parted(pending[-1], group, tables):
                found.append(TextArea(pending))
                pending = []
            pending.append(group)
            continue
        if pending:
            found.append(TextArea(pending))
            pending = []
        cells = [
            CellArea(n, column, 1, 1, box, lines)
            for n, row in enumerate(group)
            for column, (box, lines) in enumerate(row)
        ]
        found.append(TableArea(_around([cell.box for cell in cells]), cells, "alignment"))
    if pending:
        found.append(TextArea(pending))
    return found


def _parted(line: Line, following: Line, tables: Sequence[TableArea]) -> bool:
    """Whether a table stands between two lines."""
    return any(line.top <= table.box[1] <= following.top for table in tables)


def cell_edges(layouts: Sequence[PageLayout], maker: LineMaker) -> dict[tuple[int, int], float]:
    """Where full lines end in the cells of each column, by the column's rounded sides."""
    groups: dict[tuple[int, int], list[CellArea]] = defaultdict(list)
    tables = [a for layout in layouts for a in layout.areas if isinstance(a, TableArea)]
    for cell in all_cells(tables):
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
    wrapped = sum(is_wrapped(line, following) for line, following in pairwise(lines))
    # The more lines were wrapped, the nearer the longest of them comes to the edge.
    padded = min(padded, widest + _RAGGED / wrapped) if wrapped else padded
    return drawn_in(padded, lines, maker)


def side_key(box: Box) -> tuple[int, int]:
    """What names a column over all pages: its left and right side, to four points."""
    return round(box[0] / 4), round(box[2] / 4)


def all_cells(tables: Iterable[TableArea]) -> Iterator[CellArea]:
    """The cells of tables and of those inside them."""
    stack = list(tables)
    while stack:
        table = stack.pop()
        for cell in table.cells:
            yield cell
            stack.extend(cell.inner)


def text_edge(layouts: Sequence[PageLayout], maker: LineMaker) -> float:
    """Where full lines end outside tables."""
    areas = [a for p in layouts for a in p.areas if isinstance(a, TextArea)]
    # Lines of a table of contents end where its page numbers do.
    lines = [line for area in areas for line in area.lines if not has_leader(line)]
    tables = [a.box[2] for p in layouts for a in p.areas if isinstance(a, TableArea)]
    widest = [line.x1 for line in lines] + ([median(tables)] if tables else [])
    return drawn_in(max(widest, default=0.0), lines, maker)

"""A page's marks to columns of lines: tables by drawing, by heads, by alignment, and text.

What the drawing shows is chosen first (`choice`), filled with lines (`filling`) and put as other
tables have it (`normal`); the lines that are left make tables by their heads and by alignment.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.alignment import aligned_rows
from pipeline.readers.pdf.areas import Area, CellArea, PageLayout, TableArea, TextArea
from pipeline.readers.pdf.boxes import around
from pipeline.readers.pdf.choice import Candidate, drawn_tables
from pipeline.readers.pdf.filling import filled
from pipeline.readers.pdf.grid import all_rules, edges, merged
from pipeline.readers.pdf.headed import Drawing, HeadedTable, Heads, headed_tables
from pipeline.readers.pdf.labelled_rows import Row
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Page, Rule
from pipeline.readers.pdf.normal import (
    headed_area,
    heads_at_the_end,
    with_columns_below_heads,
    with_cut_row,
    with_empty_labels,
    with_labels_beside,
    with_labels_parted,
    with_rows_below,
)
from pipeline.readers.pdf.stripes import with_white_cells, with_white_rows


def drawn_layouts(
    pages: Sequence[Page], maker: LineMaker, tables: Sequence[Sequence[Candidate]] | None = None
) -> list[PageLayout]:
    """The pages with the tables that their drawing shows; all other lines are still `outside`.

    `tables` are these tables, where they are known already.
    """
    chosen = drawn_tables(pages, maker.apart()) if tables is None else tables
    layouts = (filled(page, maker, found) for page, found in zip(pages, chosen, strict=True))
    return with_empty_labels([_normalised(layout) for layout in layouts])


def _normalised(layout: PageLayout) -> PageLayout:
    tables = (
        with_white_cells(with_labels_parted(with_columns_below_heads(table)))
        for table in layout.tables
    )
    return with_labels_beside(replace(layout, areas=tuple(tables)))


def with_flow(layouts: Sequence[PageLayout], maker: LineMaker) -> list[PageLayout]:
    """The pages with all lines in areas: text, and tables that heads or alignment show."""
    whole = [layout if n == 0 else with_cut_row(layout) for n, layout in enumerate(layouts)]
    headed = _with_headed(whole, maker)
    columns = AlignedColumns.of([layout.outside for layout in headed])
    return [_with_text(layout, columns) for layout in headed]


def _with_headed(layouts: Sequence[PageLayout], maker: LineMaker) -> list[PageLayout]:
    """The pages with the tables whose columns only their heads show."""
    before: HeadedTable | None = None
    found: list[PageLayout] = []
    for layout in layouts:
        shown, before = _headed_on(layout, before, maker)
        found.append(shown)
    return found


def _headed_on(
    layout: PageLayout, before: HeadedTable | None, maker: LineMaker
) -> tuple[PageLayout, HeadedTable | None]:
    """A page with its headed tables, and the one that may go on on the next page."""
    rules = all_rules(layout.page)
    drawing = Drawing(tuple(rule for rule in rules if rule.level), layout.page.shades)
    tables = layout.tables
    ends = [heads_at_the_end(table) for table in tables]
    framed = [heads for heads in ends if heads is not None]
    found = list(headed_tables(layout.outside, framed, drawing, maker, before))
    gone = {id(line) for table in found for line in table.lines}
    for table in found:
        at = next((n for n, own in enumerate(ends) if _stand_over(own, table)), None)
        if at is None:
            tables.append(headed_area(table))
        else:
            tables[at] = with_rows_below(tables[at], table)
    last = found[-1] if found else None
    outside = tuple(line for line in layout.outside if id(line) not in gone)
    return replace(layout, areas=tuple(tables), outside=outside), last


def _stand_over(heads: Heads | None, table: HeadedTable) -> bool:
    """Whether heads in cells of their own are those of a table below them."""
    return heads is not None and bool(table.heads.lines) and heads.bottom == table.heads.bottom


def _with_text(layout: PageLayout, columns: AlignedColumns) -> PageLayout:
    """A page with its last lines in areas: text, and rows that alignment shows."""
    rules = _row_lines(layout.page, columns)
    found: list[Area] = list(layout.areas)
    pending: list[Line] = []
    for group in _rows_and_lines(layout, columns, rules):
        line = group if isinstance(group, Line) else None
        if pending and (line is None or _parted(pending[-1], line, layout.tables)):
            found.append(TextArea(tuple(pending)))
            pending = []
        if isinstance(group, Line):
            pending.append(group)
        else:
            found.append(_aligned(group))
    if pending:
        found.append(TextArea(tuple(pending)))
    found.sort(key=lambda area: area.top)
    return replace(layout, areas=tuple(with_white_rows(found)), outside=())


def _rows_and_lines(
    layout: PageLayout, columns: AlignedColumns, rules: Sequence[Rule]
) -> Iterator[Line | list[Row]]:
    """What alignment shows between the tables that are drawn, which end those that are aligned."""
    tops = sorted(table.top for table in layout.tables)
    for _, between in groupby(layout.outside, key=lambda line: bisect_left(tops, line.top)):
        yield from aligned_rows(list(between), columns, rules)


def _row_lines(page: Page, columns: AlignedColumns) -> list[Rule]:
    """The lines that may part rows: rules, and the edges of shades.

    Some producers shade the lines of a label alone, and its contents go on below them: there the
    top of a shade tells where a row begins, and its bottom nothing.
    """
    first = min(columns.edges, default=0.0)
    found = merged(page.rules)
    for shade in page.shades:
        top, bottom, *uprights = edges([shade])
        found += [top, *uprights] if shade[2] < first else [top, bottom, *uprights]
    return found


def _aligned(rows: Sequence[Row]) -> TableArea:
    """A table that alignment shows."""
    cells = tuple(
        CellArea(n, column, 1, 1, box, tuple(lines))
        for n, row in enumerate(rows)
        for column, (box, lines) in enumerate(row)
    )
    return TableArea(around([cell.box for cell in cells]), cells, "alignment")


def _parted(line: Line, following: Line, tables: Sequence[TableArea]) -> bool:
    """Whether a table stands between two lines."""
    return any(line.top <= table.top <= following.top for table in tables)

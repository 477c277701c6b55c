"""A page's marks to columns of lines: tables by drawing, by heads, by alignment, and text.

What the drawing shows is chosen first (`choice`, `contest`), filled with lines (`filling`) and put
as other tables have it (`normal`); what the lines that are left show by heads and by alignment are
candidates as well, of which the better one is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.areas import Area, PageLayout, TableArea, TextArea, table_of
from pipeline.readers.pdf.candidates import HEADS, Candidate, phrases, weighed
from pipeline.readers.pdf.choice import Choice, against, best, drawn_tables
from pipeline.readers.pdf.contest import contested
from pipeline.readers.pdf.filling import filled
from pipeline.readers.pdf.grid import PageRules, edges
from pipeline.readers.pdf.headed import Drawing, HeadedTable, Heads, headed_tables
from pipeline.readers.pdf.inferred import aligned, by_heads
from pipeline.readers.pdf.inner_tables import (
    inner_columns,
    with_headed_values,
    with_inner_tables,
    with_touching_tables,
)
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Page, Rule
from pipeline.readers.pdf.normal import (
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
    drawn = list(map(PageRules.of, pages))
    if tables is None:
        chosen = drawn_tables(drawn, maker.glyphs)
    else:
        chosen = [Choice(tuple(found)) for found in tables]
    chosen = contested(drawn, chosen, maker.apart())
    layouts = (filled(page, maker, choice) for page, choice in zip(drawn, chosen, strict=True))
    return with_empty_labels([_normalised(layout) for layout in layouts])


def _normalised(layout: PageLayout) -> PageLayout:
    tables = (
        with_white_cells(with_labels_parted(with_columns_below_heads(with_touching_tables(table))))
        for table in layout.tables
    )
    return with_labels_beside(replace(layout, areas=tuple(tables)))


def with_flow(layouts: Sequence[PageLayout], maker: LineMaker) -> list[PageLayout]:
    """The pages with all lines in areas: text, and tables that heads or alignment show."""
    whole = [layout if n == 0 else with_cut_row(layout) for n, layout in enumerate(layouts)]
    headed = _with_heads(whole, maker)
    columns = AlignedColumns.of([page.without_tables().outside for page in headed])
    whole = [_with_text(_decided(page, columns, maker), columns, maker) for page in headed]
    inner = inner_columns(table for layout in whole for table in layout.tables)
    return [_with_inner_tables(layout, inner, maker) for layout in whole]


def _with_inner_tables(layout: PageLayout, columns: AlignedColumns, maker: LineMaker) -> PageLayout:
    """A page, its cells with the tables in them that heads or alignment show."""
    told = columns, _drawing(layout), _row_lines(layout, columns), maker
    areas = (
        with_inner_tables(area, *told) if isinstance(area, TableArea) else area
        for area in layout.areas
    )
    return replace(layout, areas=tuple(with_headed_values(list(areas))))


def _drawing(layout: PageLayout) -> Drawing:
    return Drawing(tuple(rule for rule in layout.edged if rule.level), layout.page.shades)


@dataclass(frozen=True, slots=True)
class _HeadedPage:
    """A page, and the tables that heads among its lines outside show."""

    layout: PageLayout
    tables: tuple[HeadedTable, ...]

    def without_tables(self) -> PageLayout:
        """The page without the lines of these."""
        return _without(self.layout, self.tables)


def _with_heads(layouts: Sequence[PageLayout], maker: LineMaker) -> list[_HeadedPage]:
    """The pages with the tables whose columns only their heads show."""
    before: HeadedTable | None = None
    found: list[_HeadedPage] = []
    for layout in layouts:
        page, before = _headed_on(layout, before, maker)
        found.append(page)
    return found


def _headed_on(
    layout: PageLayout, before: HeadedTable | None, maker: LineMaker
) -> tuple[_HeadedPage, HeadedTable | None]:
    """A page with its headed tables, and the one that may go on on the next page.

    What stands below heads in drawn cells is of their table.
    """
    drawing = _drawing(layout)
    tables = layout.tables
    ends = [heads_at_the_end(table) for table in tables]
    framed = [heads for heads in ends if heads is not None]
    found = list(headed_tables(layout.outside, framed, drawing, maker, before))
    below: list[HeadedTable] = []
    for table in found:
        at = next((n for n, own in enumerate(ends) if _stand_over(own, table)), None)
        if at is not None:
            tables[at] = with_rows_below(tables[at], table)
            below.append(table)
    alone = tuple(table for table in found if not any(table is other for other in below))
    page = _without(replace(layout, areas=tuple(tables)), below)
    return _HeadedPage(page, alone), found[-1] if found else None


def _stand_over(heads: Heads | None, table: HeadedTable) -> bool:
    """Whether heads in cells of their own are those of a table below them."""
    return heads is not None and bool(table.heads.lines) and heads.bottom == table.heads.bottom


def _without(layout: PageLayout, tables: Sequence[HeadedTable]) -> PageLayout:
    """A page without the lines of these tables."""
    gone = {id(line) for table in tables for line in table.lines}
    outside = tuple(line for line in layout.outside if id(line) not in gone)
    return replace(layout, outside=outside)


def _decided(page: _HeadedPage, columns: AlignedColumns, maker: LineMaker) -> PageLayout:
    """A page with those of its headed tables of which alignment does not explain more."""
    texts = phrases(page.layout.page, maker.glyphs) if page.tables else []
    taken: list[HeadedTable] = []
    areas = list(page.layout.areas)
    for table in page.tables:
        rivals = aligned(table.lines, columns, _row_lines(page.layout, columns))
        proposed = [by_heads(table), *(c for c in rivals if isinstance(c, Candidate))]
        own = best(weighed(candidate, texts) for candidate in proposed).taken
        if own and own[0].source == HEADS:
            taken.append(table)
            areas.append(table_of(own[0], own[0].lines))
    return _without(replace(page.layout, areas=tuple(areas)), taken)


def _with_text(layout: PageLayout, columns: AlignedColumns, maker: LineMaker) -> PageLayout:
    """A page with its last lines in areas: text, and rows that alignment shows."""
    texts = phrases(layout.page, maker.glyphs) if layout.lost else []
    found: list[Area] = list(layout.areas)
    pending: list[Line] = []
    for group in _rows_and_lines(layout, columns):
        line = group if isinstance(group, Line) else None
        if pending and (line is None or _parted(pending[-1], line, layout.tables)):
            found.append(TextArea(tuple(pending)))
            pending = []
        if isinstance(group, Line):
            pending.append(group)
        else:
            won = against(weighed(group, texts), layout.lost) if layout.lost else group
            found.append(table_of(won, won.lines))
    if pending:
        found.append(TextArea(tuple(pending)))
    found.sort(key=lambda area: area.top)
    return replace(layout, areas=tuple(with_white_rows(found)), outside=())


def _rows_and_lines(layout: PageLayout, columns: AlignedColumns) -> Iterator[Line | Candidate]:
    """What alignment shows between the tables that are drawn, which end those that are aligned."""
    rules = _row_lines(layout, columns)
    tops = sorted(table.top for table in layout.tables)
    for _, between in groupby(layout.outside, key=lambda line: bisect_left(tops, line.top)):
        yield from aligned(list(between), columns, rules)


def _row_lines(layout: PageLayout, columns: AlignedColumns) -> list[Rule]:
    """The lines that may part rows: rules, and the edges of shades.

    Some producers shade the lines of a label alone, and its contents go on below them: there the
    top of a shade tells where a row begins, and its bottom nothing.
    """
    first = min(columns.edges, default=0.0)
    found = list(layout.rules)
    for shade in layout.page.shades:
        top, bottom, *uprights = edges([shade])
        found += [top, *uprights] if shade[2] < first else [top, bottom, *uprights]
    return found


def _parted(line: Line, following: Line, tables: Sequence[TableArea]) -> bool:
    """Whether a table stands between two lines."""
    return any(line.top <= table.top <= following.top for table in tables)

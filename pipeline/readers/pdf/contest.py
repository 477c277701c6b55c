"""Drawn tables that texts speak against, held against what the lines in them show.

Nearly all that is drawn is sure: nothing that lines show could explain more. For the rest heads and
alignment propose, and of these and the drawn ones the best are taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.candidates import Candidate, phrases, weighed
from pipeline.readers.pdf.choice import Choice, best
from pipeline.readers.pdf.grid import PageRules
from pipeline.readers.pdf.headed import Drawing, headed_tables
from pipeline.readers.pdf.inferred import aligned, by_heads
from pipeline.readers.pdf.lines import Line, LineMaker


def contested(
    pages: Sequence[PageRules], chosen: Sequence[Choice], maker: LineMaker
) -> list[Choice]:
    """The choices, without the drawn tables of which lines explain more than they do.

    What `maker` drops counts nowhere.
    """
    doubted = [[table for table in choice.taken if not table.is_sure] for choice in chosen]
    if not any(doubted):
        return list(chosen)
    lines = [
        _lines_in(drawn, tables, maker) if tables else []
        for drawn, tables in zip(pages, doubted, strict=True)
    ]
    columns = AlignedColumns.of(lines)
    found = []
    for drawn, choice, tables, own in zip(pages, chosen, doubted, lines, strict=True):
        texts = phrases(drawn.page, maker.glyphs) if tables else []
        proposed = [weighed(c, texts) for c in _proposed(drawn, own, columns, maker)]
        found.append(_held_against(choice, tables, proposed))
    return found


def _lines_in(drawn: PageRules, tables: Sequence[Candidate], maker: LineMaker) -> list[Line]:
    """The lines that stand in tables, not parted by their columns."""
    runs = [
        run
        for run in drawn.page.upright
        if any(table.grid.cell_at(run.x0, run.baseline) >= 0 for table in tables)
    ]
    return maker.lines(runs, drawn.page.number)


def _proposed(
    drawn: PageRules, lines: Sequence[Line], columns: AlignedColumns, maker: LineMaker
) -> Iterator[Candidate]:
    """What heads and alignment show of lines."""
    levels = tuple(rule for rule in drawn.edged if rule.level)
    drawing = Drawing(levels, drawn.page.shades)
    yield from map(by_heads, headed_tables(lines, (), drawing, maker, None))
    for found in aligned(lines, columns, levels):
        if isinstance(found, Candidate):
            yield found


def _held_against(
    choice: Choice, doubted: Sequence[Candidate], proposed: Sequence[Candidate]
) -> Choice:
    """A choice in which those in doubt stand where they are better than what is proposed."""
    kept = best([*doubted, *proposed]).taken
    own = {id(table.grid): table for table in kept}
    standing = (t if t.is_sure else own.get(id(t.grid)) for t in choice.taken)
    lost = (table for table in doubted if id(table.grid) not in own)
    return Choice(tuple(t for t in standing if t is not None), (*choice.lost, *lost))

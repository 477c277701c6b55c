"""Which tables a page has: the best of what its sources propose, over the whole document.

The texts of a page say how well each candidate explains them, and the habits of the document which
of two is the likelier. Of candidates that cover the same place the best is taken, and none where
its cells only hold texts of several columns: then lines tell more. What lost is named beside what
won, with how much was between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.readers.pdf.boxes import holds, overlap, size_of
from pipeline.readers.pdf.candidates import SOURCES, Candidate, phrases, weighed
from pipeline.readers.pdf.grid import Grid, PageRules
from pipeline.readers.pdf.marks import Glyphs
from pipeline.readers.pdf.proposals import framed, unframed
from pipeline.readers.pdf.table_habits import TableHabits


class Choice(NamedTuple):
    """The candidates of a page that were taken, from top to bottom, and those that lost.

    What lost against one that was taken is named there; `lost` are those that no other covers.
    """

    taken: tuple[Candidate, ...] = ()
    lost: tuple[Candidate, ...] = ()


def drawn_tables(pages: Sequence[PageRules], glyphs: Glyphs) -> list[Choice]:
    """The tables that the drawing of each page shows, those of all pages being of one house."""
    texts = [phrases(drawn.page, glyphs) if drawn.edged else [] for drawn in pages]
    told = [
        [weighed(candidate, own) for candidate in framed(drawn)]
        for drawn, own in zip(pages, texts, strict=True)
    ]
    plain = [best(TableHabits().told(candidates)) for candidates in told]
    habits = TableHabits.of(table for choice in plain for table in choice.taken)
    found: list[Choice] = []
    for drawn, own, candidates in zip(pages, texts, told, strict=True):
        likely = habits.told(candidates)
        choice = best(likely)
        others = [weighed(c, own) for c in unframed(drawn, choice.taken, habits.sides)]
        found.append(best([*likely, *habits.told(others)]) if others else choice)
    return found


def best(candidates: Iterable[Candidate]) -> Choice:
    """The best of the candidates of a page, each of which has its prior."""
    told = list(candidates)
    taken: list[Candidate] = []
    for candidate in sorted(told, key=_rank):
        if candidate.explained > 0 and not any(compete(candidate.grid, t.grid) for t in taken):
            taken.append(candidate)
    lost = (
        candidate
        for candidate in told
        if len(candidate.grid.cells) > 1
        and not any(compete(candidate.grid, winner.grid) for winner in taken)
    )
    won = [against(candidate, told) for candidate in taken]
    won.sort(key=lambda c: (c.grid.box[1], c.grid.box[0]))
    return Choice(tuple(won), tuple(lost))


def against(winner: Candidate, others: Iterable[Candidate]) -> Candidate:
    """A candidate with the best of the others that explain the same place as its rival."""
    rivals = [
        other
        for other in others
        if len(other.grid.cells) > 1
        and other.grid.cells != winner.grid.cells
        and compete(other.grid, winner.grid)
    ]
    return named(winner, max(rivals, key=lambda candidate: candidate.score)) if rivals else winner


def better(one: Candidate, other: Candidate) -> Candidate:
    """The better of two candidates for one place, with the other one as its rival."""
    return named(*sorted((one, other), key=_rank))


def named(winner: Candidate, rival: Candidate) -> Candidate:
    """A candidate with the one that lost against it, and with how much was between them."""
    return replace(winner, rival=str(rival), margin=winner.score - rival.score)


def _rank(candidate: Candidate) -> tuple[float, int]:
    return -candidate.score, SOURCES.index(candidate.source)


def compete(grid: Grid, other: Grid) -> bool:
    """Whether two grids explain the same place; a table inside a cell explains another.

    A box inside a cell, or around a table, is drawn around something.
    """
    if not overlap(grid.box, other.box):
        return False
    inner, outer = sorted((grid, other), key=lambda g: size_of(g.box))
    if len(inner.cells) == 1:
        return True
    return not any(holds(cell.box, inner.box) for cell in outer.cells if len(outer.cells) > 1)

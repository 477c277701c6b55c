"""Letters that were placed one by one, apart by design, to runs as one operator would show them.

Browsers and printer drivers may set a spaced label so, and leave its blanks out: every letter looks
like a word then. What is set without a distance between its letters stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.readers.pdf.marks import Glyphs, Marks, Page, Run
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

# Letters stand closer than this where no distance was set: kerning moves them by less.
_SET_APART: Ems = 0.16
# A distance that is wider parts columns: no designer sets the letters of a word so far apart.
_FARTHEST: Ems = 1.0
# Between words stands a blank besides, which is stretched to this at most.
_BLANK: Ems = 0.6
# So many distances prove that letters are set so; fewer must have one that is proved elsewhere.
_PROVE: Count = 4
# Distances that were set alike differ by rounding.
_SAME: Points = 0.15
# So many of the glyphs are letters: a scale `1 2 3 4 5` and boxes to tick are no word.
_LETTERS: Share = 0.5
# Rounding moves a baseline by less.
_SAME_BASELINE: Points = 0.01


def with_spaced_letters(marks: Marks) -> Marks:
    """The marks, letters that stand apart by design in runs of their line."""
    rows = [list(_rows(page.runs)) for page in marks.pages]
    known = frozenset(
        distance
        for found in rows
        for row in found
        if len(row) > _PROVE and (distance := _distance(row, marks.glyphs))
    )
    if not known:
        return marks
    pages = (
        _page(page, found, known, marks.glyphs)
        for page, found in zip(marks.pages, rows, strict=True)
    )
    return replace(marks, pages=tuple(pages))


def _page(
    page: Page, rows: Iterable[Sequence[Run]], known: frozenset[float], glyphs: Glyphs
) -> Page:
    runs = (run for row in rows for run in _joined(row, known, glyphs))
    return replace(page, runs=tuple(runs))


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of a page, lone glyphs that follow each other on one line in one row."""
    row: list[Run] = []
    for run in runs:
        if row and not _follows(run, row[-1]):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _follows(run: Run, before: Run) -> bool:
    """Whether a lone glyph follows another one, so that one operator might have shown both."""
    if not (before.end == run.start == run.end - 1 == before.start + 1):
        return False
    gap = run.x0 - before.x1
    return (
        _SET_APART * run.size < gap <= (2 * _FARTHEST + _BLANK) * run.size
        and abs(run.baseline - before.baseline) <= _SAME_BASELINE
        and _look(run) == _look(before)
    )


def _look(run: Run) -> tuple[object, ...]:
    return (
        run.size, run.style, run.direction, run.tag, run.artifact, run.hidden, run.askew
    )  # fmt: skip


def _distance(row: Sequence[Run], glyphs: Glyphs) -> float:
    """How far the letters of a row stand apart by design; 0 where they do not."""
    letters = sum(glyphs.chars[run.start].isalpha() for run in row)
    found = median(_gaps(row))
    is_set = letters > _LETTERS * len(row) and found <= _FARTHEST * row[0].size
    return found if is_set else 0.0


def _gaps(row: Sequence[Run]) -> list[float]:
    return [run.x0 - before.x1 for before, run in pairwise(row)]


def _joined(row: Sequence[Run], known: Iterable[float], glyphs: Glyphs) -> Iterator[Run]:
    """The runs of a row: as they are, or one for each stretch of words with a blank between."""
    if len(row) > _PROVE:
        usual = _distance(row, glyphs)
    elif len(row) > 1:
        first = min(_gaps(row))
        usual = next((one for one in known if abs(one - first) <= _SAME), 0.0)
    else:
        usual = 0.0
    if not usual:
        yield from row
        return
    start = 0
    for n, gap in enumerate((*_gaps(row), float("inf")), 1):
        if gap > 2 * usual + _BLANK * row[0].size:
            last = row[n - 1]
            yield replace(row[start], end=last.end, x1=last.x1)
            start = n

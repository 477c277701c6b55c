"""Letters that were placed a few at a time, apart by design, to runs as one operator shows them.

Browsers and printer drivers may set a spaced label so, and leave its blanks out: every letter looks
like a word then. What is set without a distance between its letters stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.readers.pdf.grouping import stretches
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
# Letters come by so many at most; what is longer tells by itself that its letters stand apart.
_PIECE: Count = 3
# Distances that were set alike differ by rounding.
_SAME: Points = 0.15
# So many of the glyphs are letters: a scale `1 2 3 4 5` and boxes to tick are no word.
_LETTERS: Share = 0.5
# Rounding moves a baseline by less.
_SAME_BASELINE: Points = 0.01


def with_spaced_letters(marks: Marks) -> Marks:
    """The marks, letters that stand apart by design in runs of their line."""
    rows = [list(_rows(page.runs, marks.glyphs)) for page in marks.pages]
    known = frozenset(
        distance
        for found in rows
        for row in found
        if _proves(row) and (distance := _distance(row, marks.glyphs))
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


def _rows(runs: Iterable[Run], glyphs: Glyphs) -> Iterator[list[Run]]:
    """The runs of a page, those that one operator might have shown in one row."""
    return stretches(runs, lambda row, run: _follows(run, row[-1]) and _are_apart(run, glyphs))


def _follows(run: Run, before: Run) -> bool:
    """Whether a few glyphs follow others on their line, at a distance."""
    if before.end != run.start or max(run.end - run.start, before.end - before.start) > _PIECE:
        return False
    gap = run.x0 - before.x1
    return (
        _SET_APART * run.size < gap <= (2 * _FARTHEST + _BLANK) * run.size
        and abs(run.baseline - before.baseline) <= _SAME_BASELINE
        and _look(run) == _look(before)
    )


def _are_apart(run: Run, glyphs: Glyphs) -> bool:
    """Whether the glyphs of a run stand apart as well, if it has several."""
    return all(gap > _SET_APART * run.size for gap in _gaps(run.start, run.end, glyphs))


def _proves(row: Sequence[Run]) -> bool:
    return len(row) > 1 and row[-1].end - row[0].start > _PROVE


def _look(run: Run) -> tuple[object, ...]:
    return (
        run.size, run.style, run.direction, run.tag, run.artifact, run.hidden, run.askew
    )  # fmt: skip


def _distance(row: Sequence[Run], glyphs: Glyphs) -> float:
    """How far the letters of a row stand apart by design; 0 where they do not."""
    start, end = row[0].start, row[-1].end
    letters = sum(map(str.isalpha, glyphs.chars[start:end]))
    found = median(_gaps(start, end, glyphs))
    is_set = letters > _LETTERS * (end - start) and found <= _FARTHEST * row[0].size
    return found if is_set else 0.0


def _gaps(start: int, end: int, glyphs: Glyphs) -> list[float]:
    return [glyphs.x0[n] - glyphs.x1[n - 1] for n in range(start + 1, end)]


def _joined(row: Sequence[Run], known: Iterable[float], glyphs: Glyphs) -> Iterator[Run]:
    """The runs of a row: as they are, or one for each stretch of words with a blank between."""
    usual = 0.0
    if _proves(row):
        usual = _distance(row, glyphs)
    elif len(row) > 1:
        first = min(_gaps(row[0].start, row[-1].end, glyphs))
        usual = next((one for one in known if abs(one - first) <= _SAME), 0.0)
    if not usual:
        yield from row
        return
    farthest = 2 * usual + _BLANK * row[0].size
    start = row[0]
    for before, run in pairwise(row):
        if run.x0 - before.x1 > farthest:
            yield replace(start, end=before.end, x1=before.x1)
            start = run
    yield replace(start, end=row[-1].end, x1=row[-1].x1)

"""The rows and cells of a table below heads: by level lines, else by the room between rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from pipeline.document.reasons import Reason, Verdict, seam_reasons
from pipeline.document.seams import CLOSE_ROWS, RULED_ROWS, SPACED_ROWS, Seam, row_goes_on
from pipeline.readers.pdf.dealing import Parts
from pipeline.readers.pdf.line_parts import LONGEST_CROSS, SAME_EDGE
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.marks import Box, Rule
from pipeline.readers.pdf.settings import Ems, Points

# Rows stand further apart than lines by so much at least: a point in letters of ten.
_ROW_GAP: Ems = 0.1
# What parts no cell is no longer than this: an underline of a letter or two.
_SHORTEST: Points = 12.0
# Cells are padded by up to half a centimetre.
_MOST_PADDING: Points = 16.0


@dataclass(frozen=True, slots=True)
class HeadedCell:
    """A cell of a headed table: its place, how many rows it takes, its box, and its lines."""

    row: int
    column: int
    rowspan: int
    box: Box
    lines: tuple[Line, ...]


def bands_of(
    rows: Sequence[Parts], levels: Sequence[Rule], maker: LineMaker
) -> tuple[list[list[Parts]], tuple[Reason, ...]]:
    """The lines of each row, and why they were parted into these."""
    verdicts = _verdicts(rows, levels, maker)
    cuts = [n for n, verdict in enumerate(verdicts, 1) if not verdict]
    bands = [list(rows[a:b]) for a, b in pairwise([0, *cuts, len(rows)])]
    return bands, tuple(reason for n in cuts for reason in _reasons(rows[: n + 1], verdicts[n - 1]))


def _reasons(rows: Sequence[Parts], verdict: Verdict) -> Iterator[Reason]:
    """The verdict on the last of these lines, about each of its texts and the one above it."""
    *before, last = rows
    for column, part in last.items():
        above = next((row[column] for row in reversed(before) if column in row), None)
        if above is not None:
            yield from seam_reasons(above.text, part.text, verdict)


def _verdicts(rows: Sequence[Parts], levels: Sequence[Rule], maker: LineMaker) -> list[Verdict]:
    """Whether each line but the first goes on with the row above it.

    Level lines tell, if there are any; else rows begin where the first column begins anew. They
    stand further apart than the lines of a cell do; where they do not, all that stands on the line
    must begin anew, or what stands there alone would have fitted on the line above.
    """
    pairs = list(pairwise([_baseline(parts) for parts in rows]))
    ruled = [any(above < level.at < below for level in levels) for above, below in pairs]
    if any(ruled):
        return [row_goes_on(Seam(ruled=is_ruled), RULED_ROWS) for is_ruled in ruled]
    lower = [not (0 in parts and _begins(parts[0])) for parts in rows[1:]]
    distances = [below - above for above, below in pairs]
    wrapped = [d for d, is_lower in zip(distances, lower, strict=True) if is_lower]
    if wrapped:
        least = median(wrapped) + _ROW_GAP * next(iter(rows[0].values())).size
        spaced = [
            row_goes_on(Seam(lower=is_lower, spaced=distance - least), SPACED_ROWS)
            for is_lower, distance in zip(lower, distances, strict=True)
        ]
        if not all(spaced):
            return spaced
    return list(_closely(rows, maker))


def _closely(rows: Sequence[Parts], maker: LineMaker) -> Iterator[Verdict]:
    """The same in a table whose lines all stand as far apart as others."""
    widest = max((parts[0].x1 for parts in rows if 0 in parts), default=0.0)
    openings = {_first_word(parts[0]) for parts in rows[:1] if 0 in parts}
    for above, parts in pairwise(rows):
        last, first = above.get(0), parts.get(0)
        seam = Seam(lower=True)
        if first is not None:
            seam = Seam(
                lower=not all(map(_begins, parts.values())),
                beside=len(parts) > 1,
                room=inf if last is None else widest - maker.needed(last, first),
                # The first word of a row that opens like the others is no rest of the row above.
                alike=_first_word(first) in openings,
            )
        verdict = row_goes_on(seam, CLOSE_ROWS)
        if first is not None and not verdict:
            openings.add(_first_word(first))
        yield verdict


def _first_word(part: Line) -> str:
    return part.chars.split()[0]


def _begins(part: Line) -> bool:
    """Whether a part may be the beginning of a text, by its first sign, or is a cross."""
    is_cross = len(part.chars) <= LONGEST_CROSS
    return is_cross or not (part.chars[0].islower() or part.chars[0] in ",.;:)")


def _baseline(parts: Parts) -> float:
    return next(iter(parts.values())).baseline


def cells_of(
    bands: Sequence[Sequence[Parts]],
    starts: Sequence[float],
    levels: Sequence[Rule],
    maker: LineMaker,
) -> Iterator[HeadedCell]:
    """The cells of the rows; one goes on over a level line that does not reach under it."""
    lefts = [level.start for level in levels if reaches_over(level, starts)]
    padding = max(0.0, min(starts[0] - min(lefts), _MOST_PADDING)) if lefts else 0.0
    every = [part for band in bands for found in band for part in found.values()]
    right = max([part.x1 for part in every] + [level.end for level in levels])
    sides = [x - padding for x in starts] + [right]
    for column in range(len(starts)):
        column_parts = [found[column] for band in bands for found in band if column in found]
        edge = min(sides[column + 1], _edge(column_parts, maker))
        tops = [0] + [
            n
            for n in range(1, len(bands))
            if _is_parted(bands[n - 1], bands[n], starts[column], levels)
        ]
        for row, end in pairwise([*tops, len(bands)]):
            members = [found for band in bands[row:end] for found in band]
            own = tuple(found[column] for found in members if column in found)
            beside = [part for found in members for part in found.values()]
            box = (
                sides[column],
                min(part.top for part in beside),
                edge,
                max(part.bottom for part in beside),
            )
            yield HeadedCell(row, column, end - row, box, own)


def _edge(parts: Sequence[Line], maker: LineMaker) -> float:
    """What a column surely does not reach: a word that was wrapped would have ended there."""
    wrapped = [pair for pair in pairwise(parts) if is_wrapped(*pair)]
    return min((maker.needed(*pair) for pair in wrapped), default=inf)


def _is_parted(
    above: Sequence[Parts], below: Sequence[Parts], start: float, levels: Sequence[Rule]
) -> bool:
    """Whether a row ends in a column: a level line lies there, or none lies between the rows."""
    between = [level for level in levels if _baseline(above[-1]) < level.at < _baseline(below[0])]
    return not between or any(is_under(level, start) for level in between)


def is_under(level: Rule, x: float) -> bool:
    """Whether a level line reaches under texts that begin at `x`."""
    return level.start <= x + SAME_EDGE and level.end >= x + _SHORTEST


def reaches_over(level: Rule, starts: Sequence[float]) -> bool:
    """Whether a level line reaches under all columns."""
    return is_under(level, starts[0]) and is_under(level, starts[-1])

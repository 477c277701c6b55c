"""Tables below a row of heads whose columns no upright line parts.

The heads show where columns begin. A line belongs to the table while its words can be dealt out to
the columns without cutting through a text; level lines part the rows, else the room between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.document.reasons import Reason, Verdict
from pipeline.document.seams import Seam, heads_go_on
from pipeline.readers.pdf.dealing import Parts, dealt_out
from pipeline.readers.pdf.headed_cells import HeadedCell, bands_of, cells_of, is_under, reaches_over
from pipeline.readers.pdf.line_parts import (
    GUTTER,
    OTHER_SIZE,
    SAME_DISTANCE,
    SAME_EDGE,
    is_emphasised,
)
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.markers import is_marker
from pipeline.readers.pdf.marks import Box, Rule
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

# Heads are a word or a few: a line of prose has some 80 letters.
_LONGEST_HEAD: Count = 60
# Lines of one cell stand no further apart than this (one and a half is the widest that forms use),
# rows of a table than that.
_LEADING: Ems = 1.75
_APART: Ems = 4.0
# No row stands so many times as far from the one before it as those above it.
_FARTHER: Share = 1.3
# What is shaded behind heads is no higher: a page or a box in which the table stands is.
_TALLEST_SHADE: Ems = 3.0
# A head begins so far inside its shade, or on its edge.
_INSIDE: Points = 1.0


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a table, line by line, and where its columns begin.

    `lines` are none where the table goes on from the page before.
    """

    lines: tuple[Parts, ...]
    starts: tuple[float, ...]

    def beside_labels(self, x: float) -> Heads:
        """The same heads beside a first column without one, whose texts begin at `x`."""
        lines = tuple({n + 1: part for n, part in parts.items()} for parts in self.lines)
        return Heads(lines, (x, *self.starts))

    @property
    def bottom(self) -> float:
        """The lowest baseline of the heads."""
        return max(part.baseline for parts in self.lines for part in parts.values())


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """A table: its heads, the lines of the page that it takes, its cells (heads are row 0).

    `goes_on`: nothing shows that it ends on its page. `reasons` say how its rows were parted.
    """

    heads: Heads
    lines: tuple[Line, ...]
    cells: tuple[HeadedCell, ...]
    goes_on: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws: level rules (the edges of shaded areas too), and shaded areas."""

    levels: tuple[Rule, ...]
    shades: tuple[Box, ...]


def headed_tables(
    lines: Sequence[Line],
    framed: Sequence[Heads],
    drawing: Drawing,
    maker: LineMaker,
    before: HeadedTable | None,
) -> Iterator[HeadedTable]:
    """The headed tables among the lines of a page, from top to bottom.

    `framed` are heads in cells of their own, drawn with nothing below them; `before` is the table
    that ended the page before.
    """
    finder = _Finder(lines, drawing, maker, tuple(heads.bottom for heads in framed))
    waiting = sorted(framed, key=lambda heads: heads.bottom)
    at = 0
    if before is not None and before.goes_on:
        table = finder.table(Heads((), before.heads.starts), 0)
        if table is not None:
            yield table
            at = len(table.lines)
    while at < len(lines):
        heads, body = None, at
        while waiting and waiting[0].bottom <= lines[at].baseline:
            heads = waiting.pop(0)
        if heads is None:
            heads, body = finder.heads(at)
        table = finder.table(heads, body) if heads is not None else None
        if table is not None:
            yield replace(table, lines=(*lines[at:body], *table.lines))
            body += len(table.lines)
        at = max(body, at + 1) if table is not None else at + 1


@dataclass(frozen=True, slots=True)
class _Finder:
    """Looks for heads and their tables among the lines of one page.

    `framed` are the lowest baselines of heads in cells of their own.
    """

    lines: Sequence[Line]
    drawing: Drawing
    maker: LineMaker
    framed: tuple[float, ...]

    def heads(self, first: int) -> tuple[Heads | None, int]:
        """The heads that begin with a line, and the first line after them."""
        lines = self.lines
        starts = _starts(lines[first], self.drawing.shades)
        parts = dealt_out(lines[first], starts, self.maker) if starts else None
        if parts is None:
            return None, first
        found, end = [parts], first + 1
        while end < len(lines) and self._goes_on(lines[end - 1], lines[end]):
            parts = dealt_out(lines[end], starts, self.maker)
            if parts is None:
                break
            found.append(parts)
            end += 1
        return Heads(tuple(found), starts), end

    def _goes_on(self, above: Line, line: Line) -> Verdict:
        """Whether heads were wrapped: more of the same style follows, and no line parts them."""
        distance = line.baseline - above.baseline
        levels = self.drawing.levels
        seam = Seam(
            ruled=any(above.baseline < level.at < line.baseline for level in levels),
            free=distance <= 0,
            emphasised=is_emphasised(line) and is_emphasised(above),
            apart=distance - _LEADING * line.size,
        )
        return heads_go_on(seam)

    def table(self, heads: Heads, body: int) -> HeadedTable | None:
        """The table below heads, from a line on; None where there is none.

        Of its lines, those of the heads are not told.
        """
        lines = self.lines
        if body >= len(lines):
            return None
        if heads.lines and lines[body].x0 < heads.starts[0] - SAME_EDGE:
            # The corner above the labels of a matrix is empty.
            heads = heads.beside_labels(lines[body].x0)
        starts = heads.starts
        top = heads.bottom if heads.lines else float("-inf")
        levels = _levels(self.drawing.levels, top - lines[body].size, starts)
        rows = self._rows(heads, body, levels)
        if not any(len(parts) > 1 for parts in rows):
            return None
        if heads.lines and len(starts) == 2 and _is_label(rows[0]):
            # `Kerntaak 1 | Title`, then labels and their contents.
            return None
        if heads.lines and not any(0 in parts for parts in rows):
            # A label, and the heads of a table that stands in its value.
            return None
        bands, reasons = bands_of(rows, levels, self.maker)
        every = [list(heads.lines), *bands] if heads.lines else bands
        end = body + len(rows)
        cells = tuple(cells_of(every, starts, levels, self.maker))
        return HeadedTable(heads, tuple(lines[body:end]), cells, end == len(lines), reasons)

    def _rows(self, heads: Heads, body: int, levels: Sequence[Rule]) -> list[Parts]:
        """The lines from `body` on that the table holds, each dealt out to its columns."""
        lines = self.lines
        found: list[Parts] = []
        # Rows stand as far apart as the first one from its heads.
        widest = lines[body].baseline - heads.bottom if heads.lines else _APART * lines[body].size
        for number in range(body, len(lines)):
            line = lines[number]
            parts = dealt_out(line, heads.starts, self.maker)
            if parts is None or is_emphasised(line):
                break
            if found:
                above = lines[number - 1]
                if any(above.baseline < bottom < line.baseline for bottom in self.framed):
                    # Heads of another table, in cells of their own.
                    break
                reach = max(_LEADING * line.size, _FARTHER * widest)
                if _is_other(line, parts, above, found, levels, reach):
                    break
                widest = max(widest, line.baseline - above.baseline)
            found.append(parts)
        return found[: _kept(lines, body, len(found), heads.starts, levels)]


def _starts(line: Line, shades: Sequence[Box]) -> tuple[float, ...]:
    """Where the heads of columns begin that a line holds; nothing where it holds none."""
    cuts = [gutter for gutter in line.gutters if gutter[2] - gutter[1] > GUTTER * line.size]
    starts = (line.x0, *(after for _, _, after in cuts))
    if len(starts) < 2 or not (is_emphasised(line) or _is_shaded(line, starts, shades)):
        return ()
    indices = [0, *(index for index, _, _ in cuts), len(line.text)]
    heads = [line.chars[first:end].strip() for first, end in pairwise(indices)]
    if is_marker(heads[0]):
        # `3.   Rollen`: the number of a title.
        return ()
    return starts if all(0 < len(h) <= _LONGEST_HEAD and not h[0].islower() for h in heads) else ()


def _is_shaded(line: Line, starts: Sequence[float], shades: Sequence[Box]) -> bool:
    """Whether shaded areas lie behind the beginnings of all heads of a line."""
    y = line.middle
    behind = [(x0, x1) for x0, top, x1, bottom in shades if top <= y <= bottom]
    tall = any(
        top <= y <= bottom and bottom - top > _TALLEST_SHADE * line.size
        for _, top, _, bottom in shades
    )
    return not tall and all(any(x0 <= x + _INSIDE <= x1 for x0, x1 in behind) for x in starts)


def _levels(levels: Sequence[Rule], top: float, starts: Sequence[float]) -> list[Rule]:
    """The level lines below a height that reach under the beginning of a column, downwards."""
    below = (level for level in levels if level.at > top)
    return sorted(
        (level for level in below if any(is_under(level, x) for x in starts)),
        key=lambda level: level.at,
    )


def _is_other(
    line: Line,
    parts: Parts,
    above: Line,
    found: Sequence[Parts],
    levels: Sequence[Rule],
    reach: float,
) -> bool:
    """Whether a line below a table is no more of it: set otherwise, a label, or far away."""
    distance = line.baseline - above.baseline
    ruled = any(above.baseline < level.at < line.baseline for level in levels)
    return (
        abs(line.size - above.size) > OTHER_SIZE * above.size
        or (_is_label(parts) and not _is_label(found[0]))
        or distance <= 0
        or (distance > reach and not ruled)
    )


def _is_label(parts: Parts) -> bool:
    return 0 in parts and is_emphasised(parts[0])


def _kept(
    lines: Sequence[Line],
    body: int,
    count: int,
    starts: Sequence[float],
    levels: Sequence[Rule],
) -> int:
    """How many of the lines below the heads are the table's.

    The last level line that reaches over all columns closes it. Without one below its first row,
    no text may follow as closely as the lines within the table do.
    """
    if not count:
        return 0
    rows = lines[body : body + count]
    following = lines[body + count] if body + count < len(lines) else None
    lowest = following.baseline if following else rows[-1].bottom + _APART * rows[-1].size
    closing = [
        level.at
        for level in levels
        if rows[0].baseline < level.at < lowest and reaches_over(level, starts)
    ]
    if closing:
        above = sum(line.baseline < closing[-1] for line in rows)
        # Where the page ends, the row that it cuts may be open.
        return count if following is None else above
    if following is None:
        return count
    distances = [b.baseline - a.baseline for a, b in pairwise(rows)]
    nearest = min(distances, default=_LEADING * rows[0].size)
    return count if following.baseline - rows[-1].baseline > nearest + SAME_DISTANCE else 0

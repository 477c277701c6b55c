"""Tables below a row of heads whose columns no upright line parts.

The heads show where columns begin. A line belongs to the table while its words can be dealt out to
the columns without cutting through a text; level lines part the rows, else the room between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median

from pipeline.readers.pdf.line_parts import LONGEST_CROSS, SAME_EDGE, is_emphasised
from pipeline.readers.pdf.lines import GUTTER, Line, LineMaker, is_wrapped
from pipeline.readers.pdf.marks import Box, Rule

# Heads are a word or a few.
_LONGEST_HEAD = 60
# Lines of one cell stand no further apart than this many letters, rows of a table than that.
_LEADING, _APART = 1.75, 4.0
# No row stands so many times as far from the one before it as those above it.
_FARTHER = 1.3
# Rows stand further apart than lines by so many letters at least.
_ROW_GAP = 0.1
# A word may reach into the next column by less than this: kerning, slanted letters. In points.
_OVERHANG = 1.0
# What parts no cell is no longer than this; cells are padded by this much at most. In points.
_SHORTEST, _MOST_PADDING = 12.0, 16.0
# Distances that differ by less are the same, in points; sizes, as a share.
_ROUNDING, _OTHER_SIZE = 0.3, 0.12

Parts = dict[int, Line]
"""What a line holds, by column."""


@dataclass(frozen=True, slots=True)
class HeadedCell:
    """A cell of a headed table: its place, how many rows it takes, its box, and its lines."""

    row: int
    column: int
    rowspan: int
    box: Box
    lines: tuple[Line, ...]


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

    `goes_on`: nothing shows that it ends on its page.
    """

    heads: Heads
    lines: tuple[Line, ...]
    cells: tuple[HeadedCell, ...]
    goes_on: bool


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
    finder = _Finder(lines, drawing, maker)
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
    """Looks for heads and their tables among the lines of one page."""

    lines: Sequence[Line]
    drawing: Drawing
    maker: LineMaker

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

    def _goes_on(self, above: Line, line: Line) -> bool:
        """Whether heads were wrapped: more of the same style follows, and no line parts them."""
        near = 0 < line.baseline - above.baseline < _LEADING * line.size
        ruled = any(above.baseline < level.at < line.baseline for level in self.drawing.levels)
        return near and not ruled and is_emphasised(line) and is_emphasised(above)

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
        bands = _bands(rows, levels, self.maker)
        every = [list(heads.lines), *bands] if heads.lines else bands
        end = body + len(rows)
        cells = tuple(_cells(every, starts, levels, self.maker))
        return HeadedTable(heads, tuple(lines[body:end]), cells, goes_on=end == len(lines))

    def _rows(self, heads: Heads, body: int, levels: Sequence[Rule]) -> list[Parts]:
        """The lines from `body` on that the table holds, each dealt out to its columns."""
        lines = self.lines
        found: list[Parts] = []
        # Rows stand as far apart as the first one from its heads.
        widest = lines[body].baseline - heads.bottom if heads.lines else _APART * lines[body].size
        for number in range(body, len(lines)):
            line = lines[number]
            parts = dealt_out(line, heads.starts, self.maker)
            if parts is None or (not found and is_emphasised(line)):
                break
            if found:
                above = lines[number - 1]
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
    return starts if all(0 < len(h) <= _LONGEST_HEAD and not h[0].islower() for h in heads) else ()


def _is_shaded(line: Line, starts: Sequence[float], shades: Sequence[Box]) -> bool:
    """Whether shaded areas lie behind the beginnings of all heads of a line."""
    y = (line.top + line.bottom) / 2
    behind = [(x0, x1) for x0, top, x1, bottom in shades if top <= y <= bottom]
    tall = any(top <= y <= bottom and bottom - top > 3 * line.size for _, top, _, bottom in shades)
    return not tall and all(any(x0 <= x + 1 <= x1 for x0, x1 in behind) for x in starts)


def dealt_out(line: Line, starts: Sequence[float], maker: LineMaker) -> Parts | None:
    """The parts of a line by column; None where a text reaches from one column into another."""
    glyphs, origins = maker.glyphs, line.text.origins
    cuts: list[tuple[int, int]] = []
    right = line.x0
    for start, end in _words(line.chars):
        drawn = [o for o in origins[start:end] if o >= 0]
        if not drawn:
            continue
        x0, x1 = glyphs.x0[drawn[0]], glyphs.x1[drawn[-1]]
        column = bisect_right(starts, x0 + SAME_EDGE) - 1
        if column < 0 or (column + 1 < len(starts) and x1 > starts[column + 1] + _OVERHANG):
            return None
        if not cuts or column != cuts[-1][1]:
            begins = abs(x0 - starts[column]) <= SAME_EDGE
            if cuts and not begins and x0 - right <= GUTTER * line.size:
                return None
            cuts.append((start, column))
        right = x1
    ends = [start for start, _ in cuts[1:]] + [len(line.text)]
    return {
        column: part
        for (start, column), end in zip(cuts, ends, strict=True)
        if (part := _part(line, start, end, maker)) is not None
    }


def _words(chars: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text begin and end."""
    start = 0
    for at, char in enumerate(f"{chars} "):
        if char.isspace():
            if at > start:
                yield start, at
            start = at + 1


def _part(line: Line, start: int, end: int, maker: LineMaker) -> Line | None:
    """The piece of a line between two indices."""
    text = line.text[start:end].strip()
    drawn = [origin for origin in text.origins if origin >= 0]
    if not drawn:
        return None
    x0, x1 = maker.glyphs.x0[drawn[0]], maker.glyphs.x1[drawn[-1]]
    dot = line.dot if 0 <= x0 - line.dot <= 4 * line.size else 0.0
    shift = start + len(line.text[start:end].chars) - len(line.text[start:end].chars.lstrip())
    marks = tuple((a - shift, b - shift) for a, b in line.note_marks if shift <= a and b <= end)
    return replace(line, text=text, x0=x0, x1=x1, dot=dot, note_marks=marks, gutters=(), spaces=())


def _levels(levels: Sequence[Rule], top: float, starts: Sequence[float]) -> list[Rule]:
    """The level lines below a height that reach under the beginning of a column, downwards."""
    below = (level for level in levels if level.at > top)
    return sorted(
        (level for level in below if any(_is_under(level, x) for x in starts)),
        key=lambda level: level.at,
    )


def _is_under(level: Rule, x: float) -> bool:
    return level.start <= x + SAME_EDGE and level.end >= x + _SHORTEST


def _reaches_over(level: Rule, starts: Sequence[float]) -> bool:
    return _is_under(level, starts[0]) and _is_under(level, starts[-1])


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
        abs(line.size - above.size) > _OTHER_SIZE * above.size
        or is_emphasised(line)
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
        if rows[0].baseline < level.at < lowest and _reaches_over(level, starts)
    ]
    if closing:
        above = sum(line.baseline < closing[-1] for line in rows)
        # Where the page ends, the row that it cuts may be open.
        return count if following is None else above
    if following is None:
        return count
    distances = [b.baseline - a.baseline for a, b in pairwise(rows)]
    nearest = min(distances, default=_LEADING * rows[0].size)
    return count if following.baseline - rows[-1].baseline > nearest + _ROUNDING else 0


def _bands(rows: Sequence[Parts], levels: Sequence[Rule], maker: LineMaker) -> list[list[Parts]]:
    """The lines of each row: by level lines between them, else by their distances."""
    baselines = [_baseline(parts) for parts in rows]
    ruled = [
        n
        for n, (above, below) in enumerate(pairwise(baselines), 1)
        if any(above < level.at < below for level in levels)
    ]
    cuts = ruled or _records(rows, baselines, maker)
    return [list(rows[a:b]) for a, b in pairwise([0, *cuts, len(rows)])]


def _records(rows: Sequence[Parts], baselines: Sequence[float], maker: LineMaker) -> list[int]:
    """The lines at which rows begin, after the first: where the first column begins anew.

    Rows stand further apart than the lines of a cell do; where they do not, all that stands on the
    line must begin anew, or what stands there alone would have fitted on the line above.
    """
    distances = {n: b - a for n, (a, b) in enumerate(pairwise(baselines), 1)}
    fresh = [n for n in distances if 0 in rows[n] and _begins(rows[n][0])]
    wrapped = [d for n, d in distances.items() if n not in fresh]
    size = next(iter(rows[0].values())).size
    if wrapped:
        least = median(wrapped) + _ROW_GAP * size
        apart = [n for n in fresh if distances[n] > least]
        if apart:
            return apart
    widest = max((parts[0].x1 for parts in rows if 0 in parts), default=0.0)
    found: list[int] = []
    for n in fresh:
        if not all(map(_begins, rows[n].values())):
            continue
        above, part = rows[n - 1].get(0), rows[n][0]
        # The first word of a row that opens like the others is no rest of the row above.
        alike = {rows[m][0].chars.split()[0] for m in (0, *found) if 0 in rows[m]}
        fits = above is None or maker.needed(above, part) <= widest
        if len(rows[n]) > 1 or fits or part.chars.split()[0] in alike:
            found.append(n)
    return found


def _begins(part: Line) -> bool:
    """Whether a part may be the beginning of a text, by its first sign, or is a cross."""
    is_cross = len(part.chars) <= LONGEST_CROSS
    return is_cross or not (part.chars[0].islower() or part.chars[0] in ",.;:)")


def _baseline(parts: Parts) -> float:
    return next(iter(parts.values())).baseline


def _cells(
    bands: Sequence[Sequence[Parts]],
    starts: Sequence[float],
    levels: Sequence[Rule],
    maker: LineMaker,
) -> Iterator[HeadedCell]:
    """The cells of the rows; one goes on over a level line that does not reach under it."""
    lefts = [level.start for level in levels if _reaches_over(level, starts)]
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
    return not between or any(_is_under(level, start) for level in between)

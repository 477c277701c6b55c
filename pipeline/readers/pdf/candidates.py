"""What a source proposes as a table, and what the texts of its page say of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from pipeline.document.reasons import Reason
from pipeline.readers.pdf.grid import Grid
from pipeline.readers.pdf.grouping import stretches
from pipeline.readers.pdf.line_parts import cut
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.markers import is_marker
from pipeline.readers.pdf.marks import Glyphs, Page, Rule, Run
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

TAGS, RULES, SHADES, HEADS, ALIGNMENT = "tags", "rules", "shading", "heads", "alignment"
SOURCES = (TAGS, RULES, SHADES, HEADS, ALIGNMENT)
"""What shows tables; of two that explain as much, the one that stands first here is believed."""
DRAWN = (RULES, SHADES)
"""Those that need no lines of text to show one."""

# Texts further apart than this are not of one phrase: no space that is not stretched is so wide.
_PHRASE: Ems = 0.6
# Runs whose baselines differ by less stand on one line: marks of notes are raised by a third.
_ONE_LINE: Ems = 0.5
# A marker has no more letters.
_LONGEST_MARKER: Count = 4
# Letters reach over the side of their cell by less than this: italics, and what fills its cell.
_OVER: Points = 3.0
# Letters stand amid their line so far above its baseline.
_AMID: Ems = 0.25
# A text that crosses a side, or stands beside another one of another column, speaks so much more
# loudly than one that fits: shades of half a row leave as many texts whole as they cut.
_AGAINST: Share = 2.0
# A text in its cell speaks so much for a table that lines show alone: they are put into cells as
# they stand, and fit wherever these are.
_UNDRAWN: Share = 0.5
# Tags are the producer's own word, and speak twice as loudly as what is drawn: in 650 tagged files
# some cells of a table are tagged as text of which others are cells, and all of them where a table
# was tagged as something else.
_TAGGED: Share = 2.0
# Rules and tags may differ in a cell or two (a merged heading row): a text in a tagged cell that
# rules part speaks as loudly as 32 that fit, so that three in a hundred are another table.
_TORN: Share = 32.0
# A column without any text speaks against a grid half as much as a text that fits speaks for it:
# forms have empty columns.
_VACANT: Share = 0.5


# How loudly a text speaks for what each source proposes, and against it.
_WEIGHTS: Final = {
    TAGS: (_TAGGED, _TORN),
    **dict.fromkeys(DRAWN, (1.0, _AGAINST)),
    **dict.fromkeys((HEADS, ALIGNMENT), (_UNDRAWN, _AGAINST)),
}


class Placed(Protocol):
    """A stretch of text on a page: where it begins and ends, its baseline and size, in points."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def baseline(self) -> float: ...
    @property
    def size(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text that stands by itself on its line; a marker by itself is of what it marks."""

    x0: float
    x1: float
    baseline: float
    size: float
    is_marker: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A grid that one source proposes, and what the texts say of it.

    `fits` counts the texts that stand whole in a cell; `cut` those that cross the side of theirs,
    or that stand in a tagged cell which rules part; `beside` the cells of a single column, or of
    one that lines alone show, in which texts stand beside each other (of a single column, `fits`
    are its cells with text); `vacant` the columns without text, `begun` those in which texts begin.
    `prior` is what the habits of the document add. Of the one that was taken, `rival` names the
    best of those that lost against it, and `margin` tells by how many texts. `lines` are those of
    each cell where lines show the table, `reasons` say how they were parted into it.
    """

    grid: Grid
    source: str
    fits: int = 0
    cut: int = 0
    beside: int = 0
    vacant: int = 0
    begun: int = 0
    prior: float = 0.0
    rival: str = ""
    margin: float = 0.0
    lines: tuple[tuple[Line, ...], ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def explained(self) -> float:
        """How many texts it explains; none where that is 0 or less.

        Columns without text say which grid explains more, and not that there is none.
        """
        speaks, against = _WEIGHTS[self.source]
        return speaks * self.fits + self.prior - against * (self.cut + self.beside)

    @property
    def is_sure(self) -> bool:
        """Whether nothing that lines show of the same texts may explain more of them."""
        return self.explained >= _UNDRAWN * (self.fits + self.cut)

    @property
    def score(self) -> float:
        """How well it explains the texts, to be held against others."""
        return self.explained - _VACANT * self.vacant

    def __str__(self) -> str:
        against = [
            f"{count} {what}"
            for count, what in (
                (self.cut, "texts cut"),
                (self.beside, "texts side by side"),
                (self.vacant, "columns without text"),
            )
            if count
        ]
        return f"by {self.source}, {self.fits} texts fit{', '.join(['', *against])}"


def phrases(page: Page, glyphs: Glyphs) -> list[Phrase]:
    """The visible texts of a page as they stand by themselves; what is turned is none.

    An upright line between two words parts them, however near to each other they stand.
    """
    walls = _Walls.of(page.rules)
    drawn = sorted(_drawn(page.upright, glyphs, walls), key=lambda phrase: phrase.baseline)
    lines = stretches(
        drawn, lambda line, p: p.baseline < line[0].baseline + _ONE_LINE * line[0].size
    )
    return [phrase for line in lines for phrase in _joined(line, walls)]


@dataclass(frozen=True, slots=True)
class _Walls:
    """The upright lines of a page from left to right: where they stand, and their reach."""

    places: Sequence[float]
    reach: Sequence[tuple[float, float]]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> _Walls:
        uprights = sorted((rule.at, rule.start, rule.end) for rule in rules if not rule.level)
        return cls([at for at, _, _ in uprights], [(top, end) for _, top, end in uprights])

    def part(self, left: float, right: float, text: Placed) -> bool:
        """Whether one stands between two places on the line of a text."""
        height = text.baseline - _AMID * text.size
        between = range(bisect_left(self.places, left), bisect_right(self.places, right))
        return any(self.reach[n][0] <= height <= self.reach[n][1] for n in between)


def _joined(line: Iterable[Phrase], walls: _Walls) -> Iterator[Phrase]:
    """The phrases of one line from left to right, those as one that were drawn apart."""

    def goes_on(group: Sequence[Phrase], phrase: Phrase) -> bool:
        first, right = group[0], _right(group)
        near = phrase.x0 - right <= _PHRASE * first.size and not walls.part(
            right, phrase.x0, phrase
        )
        return near or (len(group) == 1 and first.is_marker)

    for group in stretches(sorted(line, key=lambda phrase: phrase.x0), goes_on):
        is_marker = len(group) == 1 and group[0].is_marker
        yield replace(group[0], x1=_right(group), is_marker=is_marker)


def _drawn(runs: Iterable[Run], glyphs: Glyphs, walls: _Walls) -> Iterator[Phrase]:
    """The runs that were drawn one behind the other as phrases."""
    chars = glyphs.chars

    def goes_on(group: Sequence[Run], run: Run) -> bool:
        first, right = group[0], _right(group)
        return (
            -first.size < run.x0 - right <= _PHRASE * first.size
            and abs(run.baseline - first.baseline) < _ONE_LINE * first.size
            and not walls.part(right, run.x0, first)
        )

    seen = (run for run in runs if "".join(chars[run.start : run.end]).strip())
    for group in stretches(seen, goes_on):
        yield _phrase(group, glyphs)


def _right(group: Sequence[Placed]) -> float:
    """Where the last of them ends."""
    return max(placed.x1 for placed in group)


def _phrase(group: Sequence[Run], glyphs: Glyphs) -> Phrase:
    """The phrase that runs make; a space begins and ends none."""
    chars = glyphs.chars
    first, right = group[0], _right(group)
    start, end = first.start, group[-1].end
    if chars[end - 1].isspace():
        while chars[end - 1].isspace():
            end -= 1
        right = glyphs.x1[end - 1]
    while chars[start].isspace():
        start += 1
    short = end - start <= _LONGEST_MARKER and is_marker("".join(chars[start:end]))
    return Phrase(glyphs.x0[start], right, first.baseline, first.size, short)


def phrases_of(line: Line) -> list[Line]:
    """The texts that stand by themselves on a line."""
    cuts: list[tuple[int, float, float]] = []
    for gutter in line.gutters:
        index, before, after = gutter
        start = cuts[-1][0] if cuts else 0
        is_item = is_marker(line.chars[start:index].strip())
        if after - before > _PHRASE * line.size and not is_item:
            cuts.append(gutter)
    return cut(line, cuts) if cuts else [line]


def cell_of(text: Placed, grid: Grid) -> int:
    """The number of the cell that a text begins in; -1 where it begins in none."""
    return grid.cell_at(text.x0 + _OVER, text.baseline - _AMID * text.size)


def weighed(candidate: Candidate, texts: Iterable[Placed]) -> Candidate:
    """A candidate with what the texts of its page say of it."""
    grid = candidate.grid
    fits = crossed = beside = 0
    columns: set[int] = set()
    firsts: set[int] = set()
    seen: dict[tuple[int, int], int] = defaultdict(int)
    for text in texts:
        number = cell_of(text, grid)
        if number < 0:
            continue
        cell = grid.cells[number]
        columns.update(range(cell.column, cell.column + cell.colspan))
        firsts.add(cell.column)
        seen[number, round(text.baseline)] += 1
        right = cell.box[2]
        if candidate.source not in DRAWN:
            # The box of such a cell may end where a word was wrapped; what follows is free.
            right = max(right, grid.columns[cell.column + cell.colspan])
        if text.x1 > right + _OVER and right < grid.box[2] - _OVER:
            crossed += 1
        else:
            fits += 1
    if len(grid.columns) == 2:
        # Of one column the cells speak, however many lines they have.
        fits = len({number for number, _ in seen})
    if len(grid.columns) == 2 or candidate.source not in DRAWN:
        # In drawn columns words may stand far apart; lines show columns by nothing else.
        beside = len({number for (number, _), count in seen.items() if count > 1})
    vacant = len(grid.columns) - 1 - len(columns)
    return replace(
        candidate, fits=fits, cut=crossed, beside=beside, vacant=vacant, begun=len(firsts)
    )

"""How the lines of a document are set: how wide full ones are, what blanks and hyphens mean."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from pipeline.core.text import collapse
from pipeline.document.sentences import is_finished
from pipeline.readers.layout_text.areas import LABEL, VALUE, CellArea
from pipeline.readers.layout_text.lines import Line

# How wide letters are in Helvetica and Arial, in thousandths of their size (Adobe's metrics; serifs
# differ little in what is narrow and wide): tools count all signs alike.
_WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl'’‘|", 222), (" !,./:;ftI[]", 278), ("r-()", 333), ("cksvxyzJ", 500),
        ("FTZ", 611), ("ABEKPSVXY&", 667), ("CDHNRUw", 722), ("GOQ", 778), ("mM", 833),
        ("W%@", 944),
    )
    for letter in letters
}  # fmt: skip
_MEAN = 556
# Of the lines that surely go on this share may have ended early, for a long word or by hand.
_EARLY = 0.05
# No line is wider than full ones, but for what is unsure of letters: the widest tenth, and so much
# less than it.
_WIDEST = 0.9
_SURELY = 0.94
INDENT = 2
"""What is indented by less, in signs, was rounded."""
HALF_A_LINE = 0.5
"""Blank lines, and signs, that are fewer show nothing: tools round places to whole ones."""
# Lines that surely go on show how wide full ones are; of fewer the widest line tells, in lines.
_FEWEST = 3
# So many letters of room show that a paragraph ends with a line; what fills so much of the next
# line is no title.
_EARLY_END = 4.0
_PROSE = 0.5
# Files that divide words have a third of their long lines end in a hyphen, others up to 1.1 %.
_DIVIDES = 0.1
_LONG = 40  # signs of a line that its column ended
# Where blank lines stand inside sentences so often, as a share of those that go on, they show how a
# tool rounded the page, and no gaps.
_ROUNDED = 0.02


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lines of a document show of how it was set.

    `widths` are those of full lines by kind of column; `blanks_part` tells that blank lines stand
    between paragraphs alone, `hangs` that lines of an item stand below its text, `indents` that the
    first lines of paragraphs are indented, `packed` the kinds of columns whose paragraphs follow
    each other without a blank line.
    """

    widths: dict[str, float]
    words: frozenset[str]
    divides_words: bool
    blanks_part: bool
    hangs: bool
    indents: bool
    packed: frozenset[str]

    @classmethod
    def of(cls, cells: Iterable[CellArea]) -> Setting:
        """The setting of the document that has these cells."""
        cells = list(cells)
        widths: dict[str, list[tuple[float, float]]] = defaultdict(list)
        words: set[str] = set()
        wrapped = divided = apart = below = left = indented = 0
        widest: dict[str, float] = defaultdict(float)
        for cell in cells:
            for line in cell.lines:
                widest[cell.kind] = max(widest[cell.kind], _reach(cell, line))
                words.update(re.findall(r"(?<=\s)[\w-]+(?=\W)", line.chars.lower()))
            for line, following in _wrapped(cell):
                widths[cell.kind].append((_reach(cell, line), needed(cell, line, following)))
                wrapped += 1
                apart += following.above > 0
                divided += line.chars.endswith("-") and len(line.chars) >= _LONG
                indented += not line.marker and line.column - following.column >= INDENT
                if line.marker:
                    below += following.column >= line.column + line.marker - 1
                    left += following.column < line.column + line.marker - 1
        full = {
            kind: max(_full_width(found), widest[kind] if len(found) < _FEWEST else 0.0)
            for kind, found in widths.items()
            if len(found) >= _FEWEST or kind == VALUE
        }
        blanks_part = apart <= _ROUNDED * wrapped
        return cls(
            widths=full,
            words=frozenset(words),
            divides_words=divided >= _FEWEST and divided > _DIVIDES * wrapped,
            blanks_part=blanks_part,
            hangs=below >= left,
            indents=indented >= _FEWEST,
            packed=_packed(cells, full, blanks_part),
        )


def _packed(
    cells: Iterable[CellArea], widths: Mapping[str, float], blanks_part: bool
) -> frozenset[str]:
    """The kinds of columns in which prose follows a sentence that ended early, right below it."""
    found: Counter[str] = Counter()
    for cell in cells:
        width = widths.get(cell.kind, inf)
        for line, following in pairwise(cell.lines):
            is_prose = width_of(following.chars) > _PROSE * width and following.chars[0].isupper()
            ends_early = width - needed(cell, line, following) > _EARLY_END
            if is_prose and ends_early and is_finished(line.chars):
                found[cell.kind] += -1 if following.above and blanks_part else 1
    return frozenset(kind for kind, more in found.items() if more > 0)


def gap_of(pages: Iterable[Sequence[Line]]) -> int:
    """How many blank lines may stand between two lines of which one goes on in the other."""
    pairs = [pair for page in pages for pair in pairwise(page) if _goes_on_surely(*pair)]
    apart = sum(line.above > 0 for _, line in pairs)
    return int(apart > _ROUNDED * len(pairs))


def _goes_on_surely(line: Line, following: Line) -> bool:
    """Whether lower case follows no end."""
    is_lower = following.chars[0].islower() and not following.marker
    return is_lower and not is_finished(line.chars)


def _full_width(found: Sequence[tuple[float, float]]) -> float:
    """How wide full lines are, by how far lines that go on reach, and would with the next word."""
    reaches = sorted(reach for reach, _ in found)
    needs = sorted(need for _, need in found)
    return max(needs[int(_EARLY * len(needs))], _SURELY * reaches[int(_WIDEST * len(reaches))])


def width_of(chars: str) -> float:
    """How wide a text is set, in mean letters."""
    return sum(_WIDTHS.get(char, _MEAN) for char in collapse(chars)) / _MEAN


def _reach(cell: CellArea, line: Line) -> float:
    """How far a line reaches in its column, in mean letters."""
    return max(line.column - cell.edge, 0) + width_of(line.chars)


def needed(cell: CellArea, line: Line, following: Line) -> float:
    """How far a line would reach in its column with the first word of the next one."""
    word = next(iter(following.chars.split(maxsplit=1)), "")
    return _reach(cell, replace(line, chars=f"{line.chars} {word}"))


def _wrapped(cell: CellArea) -> Iterator[tuple[Line, Line]]:
    """The lines of a cell that surely go on."""
    if cell.kind == LABEL:
        return
    for line, following in pairwise(cell.lines):
        if _goes_on_surely(line, following):
            yield line, following

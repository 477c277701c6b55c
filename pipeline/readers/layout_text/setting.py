"""How the lines of a document are set: how wide full ones are, what blank lines and hyphens mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.core.signs import ends_sentence
from pipeline.readers.layout_text.areas import LABEL, CellArea
from pipeline.readers.layout_text.lines import Line

# How wide letters are in the fonts of text, in shares of a mean one: signs that tools count are all
# alike, and lines of one width differ by a sixth in them.
_NARROW = dict.fromkeys("iljtfrI.,:;'!|()[]-’‘ ", 0.55)
_WIDE = dict.fromkeys("mwMWGOQ@%—", 1.5)
_CAPITAL = 1.25
# Lines that surely go on show how wide full ones are; fewer are chance, in lines.
_FEWEST = 3
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
    between paragraphs alone, `hangs` that lines of an item stand below its text.
    """

    widths: dict[str, float]
    words: frozenset[str]
    divides_words: bool
    blanks_part: bool
    hangs: bool

    @classmethod
    def of(cls, cells: Iterable[CellArea]) -> Setting:
        """The setting of the document that has these cells."""
        widths: dict[str, list[float]] = defaultdict(list)
        words: set[str] = set()
        wrapped = divided = apart = below = left = 0
        for cell in cells:
            for line in cell.lines:
                words.update(re.findall(r"(?<=\s)[\w-]+(?=\W)", line.chars.lower()))
            for line, following in _wrapped(cell):
                widths[cell.kind].append(width_of(line.chars))
                wrapped += 1
                apart += following.above > 0
                divided += line.chars.endswith("-") and len(line.chars) >= _LONG
                if line.marker:
                    below += following.column >= line.column + line.marker - 1
                    left += following.column < line.column + line.marker - 1
        return cls(
            widths={kind: max(found) for kind, found in widths.items() if len(found) >= _FEWEST},
            words=frozenset(words),
            divides_words=divided >= _FEWEST and divided > _DIVIDES * wrapped,
            blanks_part=apart <= _ROUNDED * wrapped,
            hangs=below >= left,
        )


def width_of(chars: str) -> float:
    """How wide a text is set, in mean letters."""
    return sum(
        _NARROW.get(char) or _WIDE.get(char) or (_CAPITAL if char.isupper() else 1.0)
        for char in " ".join(chars.split())
    )


def _wrapped(cell: CellArea) -> Iterator[tuple[Line, Line]]:
    """The lines of a cell that surely go on: lower case follows no end."""
    if cell.kind == LABEL:
        return
    for line, following in pairwise(cell.lines):
        if following.chars[0].islower() and not following.marker and not ends_sentence(line.chars):
            yield line, following

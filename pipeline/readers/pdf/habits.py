"""What a document shows of how its producer sets lines: spaces, hyphens, distances, places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.readers.pdf.hanging import FirstLines, Hanging
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

# Word, LibreOffice and Typst leave the space at a wrapped line's end in the file, on 68 % of
# long lines or more; browsers, WeasyPrint and ReportLab on none (extraction.md, 4.1).
_KEEPS_SPACES: Share = 0.25
# Files that divide words have a third of their long lines end in a hyphen, others up to 1.1 %.
_DIVIDES_WORDS: Share = 0.10
_DIVIDED_LEAST: Count = 3
# Where no lines go on surely: what fonts are made for.
_USUAL_LEADING: Ems = 1.2
# Distances that differ by less are one.
ROUNDED: Points = 0.1
# A sign of another font on a line may push the next one down, in Carlito a hyphen on every second
# one: what a third of such lines show is no space between paragraphs.
_LOOSE: Share = 0.67
_SEVERAL: Count = 5
# Sizes that differ by less are one.
SAME_SIZE: Points = 0.1
# Lines that end so early end a paragraph; where so many of them, and most, stand so much further
# from the next than lines of one paragraph, space parts paragraphs.
_SHORT: Share = 0.6
_FEWEST_ENDS: Count = 2
_MOSTLY: Share = 0.8
_APART: Share = 1.15
# How many characters a line has that the width of its column ended, and one that may be divided.
_LONG: Count = 40
_NARROW: Count = 12


@dataclass(frozen=True, slots=True)
class Habits:
    """What a document shows of how its producer sets lines.

    `leadings` are the usual distances of baselines within paragraphs, by twice the rounded size;
    `loosest` those that a third keep or exceed where lines of one column stand unevenly.
    `spaces_paragraphs` tells that paragraphs stand further apart than their lines.
    """

    keeps_spaces: bool
    divides_words: bool
    words: frozenset[str]
    leadings: dict[int, float]
    loosest: dict[int, float]
    hanging: Hanging
    first_lines: FirstLines
    spaces_paragraphs: bool = False

    @classmethod
    def of(cls, columns: Sequence[Sequence[Line]], maker: LineMaker) -> Habits:
        """The habits that the columns of a document show."""
        wrapped = narrow = spaced = divided = 0
        words: set[str] = set()
        distances: dict[int, list[float]] = defaultdict(list)
        uneven: dict[int, list[float]] = defaultdict(list)
        for lines in columns:
            for line in lines:
                words.update(_inner_words(line.chars.lower()))
            own: dict[int, list[float]] = defaultdict(list)
            for line, following in pairwise(lines):
                if not is_wrapped(line, following):
                    continue
                if abs(line.size - following.size) < SAME_SIZE:
                    own[round(line.size * 2)].append(following.baseline - line.baseline)
                if len(line.chars) >= _LONG:
                    wrapped += 1
                    spaced += line.ends_in_space
                if len(line.chars) >= _NARROW:
                    narrow += 1
                    # U+2010 only ever divides words, and says nothing of a plain hyphen.
                    divided += line.chars.endswith("-")
            for size, found in own.items():
                distances[size].extend(found)
                if max(found) - min(found) > ROUNDED:
                    uneven[size].extend(found)
        leadings = {size: median(found) for size, found in distances.items()}
        # A hyphen takes the space's place.
        return cls(
            keeps_spaces=wrapped > 0 and spaced > _KEEPS_SPACES * max(wrapped - divided, 1),
            divides_words=divided >= _DIVIDED_LEAST and divided > _DIVIDES_WORDS * narrow,
            words=frozenset(words),
            leadings=leadings,
            loosest={
                size: sorted(found)[int(_LOOSE * len(found))]
                for size, found in uneven.items()
                if len(found) >= _SEVERAL
            },
            hanging=Hanging.of(columns, maker),
            first_lines=FirstLines.of(columns),
            spaces_paragraphs=_are_apart(columns, leadings),
        )

    def leading(self, size: float) -> float:
        """The usual distance of baselines within a paragraph of a size."""
        found = self.leadings.get(round(size * 2))
        if found is not None:
            return found
        near = min(self.leadings, key=lambda key: abs(key - 2 * size), default=None)
        ratio = self.leadings[near] / (near / 2) if near is not None else _USUAL_LEADING
        return size * ratio


def _are_apart(columns: Sequence[Sequence[Line]], leadings: dict[int, float]) -> bool:
    """Whether paragraphs stand further apart than their lines: those that end early show it."""
    apart = count = 0
    for lines in columns:
        right = max((line.x1 for line in lines), default=0.0)
        for line, following in pairwise(lines):
            usual = leadings.get(round(line.size * 2))
            is_short = line.x1 - line.x0 < _SHORT * (right - line.x0)
            begins = following.chars[0].isupper() and abs(following.size - line.size) < SAME_SIZE
            if usual is not None and is_short and begins and following.page == line.page:
                count += 1
                apart += following.baseline - line.baseline > _APART * usual
    return count >= _FEWEST_ENDS and apart > _MOSTLY * count


def _inner_words(chars: str) -> list[str]:
    """The words of a line that no line end may have cut."""
    return re.findall(r"(?<=\s)[\w-]+(?=\W)", chars)

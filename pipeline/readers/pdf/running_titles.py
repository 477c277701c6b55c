"""Running titles: heads that say on each page which section it is in, and so differ by page.

They stand where the first line of most pages does, all of one look, and each says again, in smaller
letters, what a heading of the document says. Nothing else does all of that: headings that open
pages are larger than what says them again, and labels look like other labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.grouping import alike, in_one_place
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.margins import ZONE, is_often, without_numbers
from pipeline.readers.pdf.marks import Page
from pipeline.readers.pdf.settings import Share

# A heading is larger than what says it again in a margin by more than rounding.
_LARGER: Share = 1.06
_Look = tuple[float, bool, bool]


def running_titles(
    lines: Mapping[int, Sequence[Line]], pages: Sequence[Page], maker: LineMaker
) -> frozenset[Line]:
    """The running titles among the lines in the margins of each page, by its number."""
    firsts = [
        line
        for page in pages
        if (line := _first(lines[page.number])) and line.bottom < ZONE * page.height
    ]
    for group in alike(firsts, _are_alike):
        # What says the same on each page runs in any case.
        differ = len({without_numbers(line.chars) for line in group}) > 1
        if differ and is_often(len(group), len(pages)):
            headings = _in_larger_letters(group[0].size, pages, maker)
            if all(line.chars in headings for line in group):
                return frozenset(group)
    return frozenset()


def _first(lines: Sequence[Line]) -> Line | None:
    return min(lines, key=lambda line: line.baseline, default=None)


def _are_alike(line: Line, other: Line) -> bool:
    """Whether lines have one look and stand at one height."""
    return in_one_place(line.baseline, other.baseline) and _look(line) == _look(other)


def _look(line: Line) -> _Look:
    return round(line.size, 1), line.text.all_styled(BOLD), line.text.all_styled(ITALIC)


def _in_larger_letters(size: float, pages: Sequence[Page], maker: LineMaker) -> set[str]:
    """What the lines of the document say that are set larger than a size."""
    found: set[str] = set()
    for page in pages:
        runs = [run for run in page.runs if not run.hidden and run.size > _LARGER * size]
        found.update(line.chars for line in maker.lines(runs, page.number))
    return found

"""Words printed over the pages: large and askew, or over what stands there in one spot of most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.readers.pdf.grouping import alike, in_one_place, stretches
from pipeline.readers.pdf.marks import STRUCK, Glyphs, Page, Run
from pipeline.readers.pdf.settings import Count, Ems, Points, Share
from pipeline.readers.pdf.sizes import sizes

# The letters of a watermark are so much larger than those of the text.
_MUCH_LARGER: Share = 1.6
# It is printed on all pages, but perhaps the cover or an annex; on two at least.
_MOST_PAGES: Share = 0.7
_LEAST: Count = 2
# Its letters may be set apart, by less than this.
_LETTER_SPACE: Ems = 0.5
# Text that lies over other text shares so much of its height with it, and more of its width.
_OVER: Ems = 0.3
_TOUCHING: Points = 1.5


class _Printed(NamedTuple):
    """Runs that were printed as one on a page: a line of a table strikes some of their letters."""

    page: Page
    runs: Sequence[Run]

    @property
    def run(self) -> Run:
        """The first of them."""
        return self.runs[0]


def watermarks(pages: Sequence[Page], glyphs: Glyphs) -> dict[int, list[Run]]:
    """The runs that are printed over what stands on the pages, by page number."""
    found: dict[int, list[Run]] = defaultdict(list)
    words: dict[str, list[_Printed]] = defaultdict(list)
    for page in pages:
        seen = _seen(page)
        size = _usual_size(seen) if any(run.askew for run in seen) else 0.0
        for runs in stretches(seen, lambda group, run: _is_struck_apart(group[-1], run)):
            run = runs[0]
            if run.askew and run.size > _MUCH_LARGER * size:
                found[page.number].extend(runs)
            elif len(pages) >= _LEAST:
                words["".join(glyphs.chars[run.start : runs[-1].end])].append(_Printed(page, runs))
    most = max(_LEAST, _MOST_PAGES * len(pages))
    for printed in words.values():
        if len(printed) < most:
            continue
        for spot in alike(printed, _are_in_one_spot):
            is_often = len({one.page.number for one in spot}) >= most
            if is_often and any(_lies_over(one, glyphs) for one in spot):
                for one in spot:
                    found[one.page.number].extend(one.runs)
    return found


def _seen(page: Page) -> list[Run]:
    """The runs that a reader of the page sees; the lines of a table strike what lies over it."""
    return [run for run in page.runs if run.hidden in ("", STRUCK)]


def _is_struck_apart(run: Run, following: Run) -> bool:
    """Whether a run goes on in the next one, but that one alone is struck by a line of a table."""
    return (
        run.end == following.start
        and (run.baseline, run.size) == (following.baseline, following.size)
        and run.hidden != following.hidden
        and abs(following.x0 - run.x1) <= _LETTER_SPACE * run.size
    )


def _are_in_one_spot(one: _Printed, other: _Printed) -> bool:
    """Whether runs begin in one spot of their pages, and run in one direction."""
    return (
        in_one_place(one.run.x0, other.run.x0)
        and in_one_place(one.run.baseline, other.run.baseline)
        and one.run.direction == other.run.direction
    )


def _lies_over(one: _Printed, glyphs: Glyphs) -> bool:
    """Whether it is no part of what a page says: askew, over text or lines, large beside it."""
    run, page = one.run, one.page
    if run.askew or any(part.hidden for part in one.runs):
        return True
    seen = [other for other in page.runs if not other.hidden]
    if run.direction and run.size > _MUCH_LARGER * _usual_size(seen):
        return True
    chars = glyphs.chars[run.start : run.end]
    return any(
        min(run.x1, other.x1) - max(run.x0, other.x0) > _TOUCHING
        and min(run.bottom, other.bottom) - max(run.top, other.top) > _OVER * other.size
        # Bold is faked by printing twice.
        and glyphs.chars[other.start : other.end] != chars
        # An underscore or a row of dots draws a line.
        and any(char.isalnum() for char in glyphs.chars[other.start : other.end])
        for other in seen
        if other is not run and other.direction == run.direction
    )


def _usual_size(runs: Sequence[Run]) -> float:
    return sizes((run.size, run.end - run.start) for run in runs).usual

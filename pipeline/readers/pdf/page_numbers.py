"""Printed page numbers as witnesses: pages that are missing leave a gap in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.settings import Count, Share

CODE = "BCP159"
_NUMBER = re.compile(r"\d+")
_OF = re.compile(r"(\d+)\s*(?:van|of|/)\s*(\d+)")
# Numbers that grow by one from page to page so often count pages.
_COUNTING: Share = 0.6
# Fewer pages show no habit.
_FEWEST: Count = 3
_Series = list[tuple[int, int]]
"""(page, number) in the order of the pages."""


def page_number_findings(running: Sequence[tuple[int, Line]], pages: int) -> Iterator[Diagnostic]:
    """A warning where the numbers in running lines, given with their pages, skip a page or more.

    `8 van 10` on the last of so many `pages` speaks of two more that are gone.
    """
    counting = next((found for found in _series(running) if _counts(found)), None)
    if counting is None:
        return
    for (page, number), (following, later) in pairwise(counting):
        if later - number > following - page:
            message = f"the page numbers go on from {number} to {later}"
            yield Diagnostic(CODE, message, Place(page=following))
    page, last = counting[-1]
    totals = (
        int(total)
        for on, line in running
        for number, total in _OF.findall(line.chars)
        if on == page == pages and int(number) == last
    )
    if (total := next(totals, last)) > last:
        message = f"the last page has the number {last} of {total}"
        yield Diagnostic(CODE, message, Place(page=page))


def _series(running: Iterable[tuple[int, Line]]) -> Iterator[_Series]:
    """The numbers at one place of lines that are alike but for their numbers."""
    found: dict[tuple[str, int], _Series] = defaultdict(list)
    for page, line in running:
        folded = _NUMBER.sub("#", line.chars)
        for slot, number in enumerate(_NUMBER.findall(line.chars)):
            found[folded, slot].append((page, int(number)))
    return iter([sorted(numbers) for numbers in found.values()])


def _counts(series: _Series) -> bool:
    """Whether numbers count the pages: nearly all are one more than that of the page before."""
    if len(series) < _FEWEST:
        return False
    steps = [
        later - number == following - page
        for (page, number), (following, later) in pairwise(series)
    ]
    return sum(steps) >= _COUNTING * len(steps)

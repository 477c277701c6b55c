"""Which lines run: they stand at the same place in the margins of several pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.readers.pdf.grouping import in_one_place
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.settings import Count, Share

# Headers and footers stand in the margins: the outer sixth of a page at each end.
ZONE: Share = 0.17
# They stand on every page, on every other (of five pages on two), or on all but the first.
_SHARE: Share = 0.4
_LEAST: Count = 2
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    rf"[\s{DASHES_AND_HYPHENS}]*(?:(?:pagina|pag\.?|page|blz\.?|p\.?)\s*)?"
    rf"\d{{1,3}}(?:\s*(?:/|van|of)\s*\d{{1,3}})?[\s{DASHES_AND_HYPHENS}]*",
    re.IGNORECASE,
)
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Margins:
    """The lines in the margins of a document; `heights` are those of its pages, by number.

    `seen` has them by margin and wording, `lone` those that stand once by margin and page.
    """

    heights: Mapping[int, float]
    seen: dict[_Key, list[Line]] = field(default_factory=lambda: defaultdict(list))
    lone: dict[tuple[str, int], list[Line]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, lines: Iterable[Line], heights: Mapping[int, float]) -> Margins:
        """Those among lines that may be running ones."""
        found = cls(heights)
        for line in lines:
            if zone := found._zone(line):
                found.seen[zone, without_numbers(line.chars)].append(line)
        for (zone, _), own in found.seen.items():
            for line in filter(found._is_lone, own):
                found.lone[zone, line.page].append(line)
        return found

    def runs(self, line: Line) -> bool:
        """Whether a line stands at the same place on several pages, but for its numbers.

        A label of the text may do so by chance: then a text stands between it and the edge of the
        page, or in its place on as many other pages.
        """
        there = self._twins(line)
        if not is_often(len({other.page for other in there}), len(self.heights)):
            return False
        zone = self._zone(line)
        in_its_place = {
            page
            for (_, page), others in self.lone.items()
            if any(in_one_place(other.baseline, line.baseline) for other in others)
        }
        inside = {
            twin.page
            for twin in there
            if any(self._is_outside(other, twin) for other in self.lone.get((zone, twin.page), ()))
        }
        pages = {other.page for other in there}
        return len(in_its_place - pages) < len(pages) and 2 * len(inside) < len(pages)

    def _twins(self, line: Line) -> list[Line]:
        """The lines of all pages that stand in its place and say the same but for numbers."""
        zone = self._zone(line)
        places = self.seen.get((zone, without_numbers(line.chars)), ())
        return [other for other in places if in_one_place(other.baseline, line.baseline)]

    def _is_lone(self, line: Line) -> bool:
        """Whether a line is none that runs, nor a page number."""
        pages = {other.page for other in self._twins(line)}
        return len(pages) < _LEAST and _PAGE_NUMBER.fullmatch(line.chars) is None

    def _is_outside(self, other: Line, line: Line) -> bool:
        """Whether a line of the same page and margin stands nearer to the edge of the page."""
        if other.page != line.page or in_one_place(other.baseline, line.baseline):
            return False
        is_above = other.baseline < line.baseline
        return is_above if self._zone(line) == "top" else not is_above

    def is_furniture(self, line: Line) -> bool:
        """Whether a line runs, or is a page number in a margin.

        A number by itself may be a value: then no other page has one in its place.
        """
        is_number = bool(self._zone(line)) and _PAGE_NUMBER.fullmatch(line.chars) is not None
        if is_number and line.chars.isdigit():
            places = {other.page for other in self._twins(line)}
            is_short = len(self.heights) <= _LEAST and int(line.chars) == line.page
            return len(places) >= _LEAST or is_short
        return is_number or self.runs(line)

    def _zone(self, line: Line) -> str:
        """Which margin a line stands in; empty for none."""
        height = self.heights[line.page]
        if line.bottom < ZONE * height:
            return "top"
        return "bottom" if line.top > (1 - ZONE) * height else ""


def is_often(count: int, pages: int) -> bool:
    """Whether what stands on `count` of the pages of a document is no chance."""
    return count >= max(_LEAST, _SHARE * pages)


def without_numbers(chars: str) -> str:
    """What lines that differ by the numbers of their pages have in common."""
    return _DIGITS.sub("#", " ".join(chars.split())).casefold()

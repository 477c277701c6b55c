"""Cells that a tool put on one line: paragraphs parted by blanks, items still with their markers.

`Een zin.   * dit   + daarin * dat   Nog een zin.`: more than one blank stands where a line ended,
and as many more as the next line was indented; one blank and a marker open the next item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.readers.markdown.lines import Line

_GAP = re.compile(r" +")
_ENDS = (".", ":", ";", "!", "?")
_MARKER = re.compile(r"(?:([-*+])|(\d{1,3})[.)]) (?=\s*\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph (level 0) or an item of a cell; `marker` columns of its line are its marker."""

    line: Line
    level: int = 0
    number: int | None = None
    ordered: bool = False
    opens: bool = False
    marker: int = 0


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is open: the blanks before its markers, and what they are (`1` for figures)."""

    indent: int
    sign: str


@dataclass(slots=True)
class _Splitting:
    """Goes along a cell, with the lists that are open, their first letter and last figure."""

    text: str
    levels: list[_Level]
    capital: bool = False
    number: int = 0
    doubts: int = 0

    def opens_part(self, at: int, gap: int) -> bool:
        """Whether a paragraph or item begins at a column, behind so many blanks (0: first)."""
        marker = _MARKER.match(self.text, at)
        if gap == 1:
            return marker is not None and self._is_next(marker)
        # The line of an item may have been wrapped in the page that was converted.
        is_wrapped = marker is None and bool(self.levels) and self.text[at].islower()
        return not (is_wrapped and self.text[: at - gap][-1:] not in _ENDS)

    def _is_next(self, marker: re.Match[str]) -> bool:
        """Whether behind one blank a marker opens the next item of a list that is open."""
        sign = _sign(marker)
        if all(level.sign != sign for level in self.levels):
            return False
        if marker[2]:
            return int(marker[2]) == self.number + 1
        return sign != "-" or self._is_item_behind_dash(self.text[marker.end() :].lstrip())

    def _is_item_behind_dash(self, text: str) -> bool:
        """A dash may stand in an item as well: before a figure, or another letter than its like."""
        letter = text.lstrip("*_")[:1]
        is_item = not letter.isdigit() and letter.isupper() == self.capital
        self.doubts += not is_item
        return is_item

    def part(self, at: int, gap: int, line: Line) -> Part:
        """The part of a line that begins at a column, behind so many blanks."""
        marker = _MARKER.match(self.text, at)
        if marker is None:
            self.levels.clear()
            return Part(line)
        opens = not self.levels
        self._take_level(gap, _sign(marker))
        if opens:
            self.capital = self.text[marker.end() :].lstrip(" *_")[:1].isupper()
        number = int(marker[2]) if marker[2] else None
        self.number = number or self.number
        return Part(line, len(self.levels), number, number is not None, opens, len(marker[0]))

    def _take_level(self, gap: int, sign: str) -> None:
        """Open or go back to the list of a marker: by its indent, then by its sign."""
        levels = self.levels
        if levels and gap <= levels[-1].indent + 1:
            while len(levels) > 1 and levels[-1].indent > gap:
                levels.pop()
            if any(level.sign == sign for level in levels):
                while levels[-1].sign != sign:
                    levels.pop()
                return
        levels.append(_Level(gap if levels else 1, sign))


def _sign(marker: re.Match[str]) -> str:
    return marker[1] or "1"


def parts_of(cell: Line) -> tuple[list[Part], int]:
    """The paragraphs and items of a cell, and how many dashes were left in them though unsure."""
    splitting = _Splitting(cell.text, [])
    found = list(_parts(cell, splitting))
    return found, splitting.doubts


def _parts(cell: Line, splitting: _Splitting) -> Iterator[Part]:
    started: Part | None = None
    begun = 0
    for at, gap in _stops(cell.text):
        if not splitting.opens_part(at, gap):
            continue
        if started is not None:
            yield replace(started, line=cell.part(begun, at))
        started, begun = splitting.part(at, gap, cell), at
    if started is not None:
        yield replace(started, line=cell.part(begun, len(cell.text)))


def _stops(text: str) -> Iterator[tuple[int, int]]:
    """Each column where something may begin, with the blanks before it."""
    if text and text[0] != " ":
        yield 0, 0
    for gap in _GAP.finditer(text):
        if gap.end() < len(text):
            yield gap.end(), 0 if gap.start() == 0 else len(gap[0])

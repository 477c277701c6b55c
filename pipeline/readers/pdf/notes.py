"""Footnotes: what stands at the foot of a page under a mark that the text above it bears.

A raised number is the mark of a note only where that note is there: `m²` keeps its sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.signs import NOTE_MARKS
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Rule

_MARK = re.compile(rf"\(?(?:\d{{1,2}}|[{NOTE_MARKS}]{{1,3}}|[a-z])\)?")
_OPENS_NOTE = re.compile(rf"({_MARK.pattern})[.)]?\s+(?=\S)")
# What is raised after these is a power.
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[mcdk]?m)$")
# Notes are set smaller than the text, or have a raised mark themselves.
_SMALLER = 0.97
# Word's separator is two inches long, LibreOffice's a quarter of the text, a web page's what it
# likes: shares of the page's width.
_SEPARATOR = (0.08, 0.5)
NOTE_MARKS = "note marks"


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page: all of them, and those outside tables from top to bottom.

    `separators` are the heights of short rules, such as stand above notes.
    """

    every: Sequence[Line]
    outside: Sequence[Line]
    separators: Sequence[float] = ()


def take_notes(pages: Sequence[PageLines], maker: LineMaker) -> list[list[Line]]:
    """The lines of the notes of each page; their marks are taken out of the other lines."""
    marked = {
        _bare(line.chars[a:b]) for p in pages for line in p.every for a, b in _references(line)
    }
    if not marked:
        return [[] for _ in pages]
    size = _text_size(pages)
    found = [_notes(page, marked, size) for page in pages]
    marks = {_own_mark(line) for notes in found for line in notes}
    own = {id(line) for notes in found for line in notes}
    for page in pages:
        for line in page.every:
            if id(line) not in own:
                _take_marks(line, marks, maker)
    return found


def separators(rules: Sequence[Rule], width: float) -> list[float]:
    """The heights of the level rules of a page that are as short as those above notes."""
    shortest, longest = (share * width for share in _SEPARATOR)
    return [r.at for r in rules if r.level and shortest <= r.end - r.start <= longest]


def _text_size(pages: Sequence[PageLines]) -> float:
    """The size of most of the text."""
    weight: Counter[float] = Counter()
    for page in pages:
        for line in page.every:
            weight[line.size] += len(line.text)
    return weight.most_common(1)[0][0]


def _notes(page: PageLines, marked: set[str], size: float) -> list[Line]:
    """The notes at the foot of a page: all that follows the first is no text.

    They are set smaller, raise their marks, or stand below a separator.
    """
    outside = {id(line) for line in page.outside}
    lowest = max((line.bottom for line in page.every if id(line) not in outside), default=0.0)
    first: int | None = None
    above = float("-inf")
    parted = False
    for n, line in enumerate(page.outside):
        has_mark = _own_mark(line) in marked
        parted = parted or any(above < at < line.bottom for at in page.separators)
        is_small = line.size < _SMALLER * size or parted
        if line.bottom < lowest or (not is_small and not (has_mark and _raised_mark(line))):
            first = None
        elif first is None and has_mark:
            first = n
        above = line.top
    return [] if first is None else list(page.outside[first:])


def _take_marks(line: Line, marks: set[str], maker: LineMaker) -> None:
    """Take the marks of notes out of a line; the account has them as what they are."""
    text = line.text
    for start, end in reversed(_references(line)):
        if _bare(text.chars[start:end]) in marks:
            text = text[:start] + text[end:]
            maker.dropped[NOTE_MARKS] += sum(bool(char.strip()) for char in line.chars[start:end])
    line.text = text.strip()


def _references(line: Line) -> list[tuple[int, int]]:
    """The raised stretches of a line that may be marks of notes."""
    return [
        (start, end)
        for start, end in line.note_marks
        if start > 0
        and _MARK.fullmatch(line.chars[start:end].strip())
        and not _UNIT.search(line.chars[:start])
    ]


def _own_mark(line: Line) -> str:
    """The mark that a note begins with; empty where a line begins with none."""
    raised = _raised_mark(line)
    if raised:
        return raised
    found = _OPENS_NOTE.match(line.chars)
    return _bare(found[1]) if found else ""


def _raised_mark(line: Line) -> str:
    for start, end in line.note_marks:
        if start == 0 and _MARK.fullmatch(line.chars[:end].strip()):
            return _bare(line.chars[:end])
    return ""


def _bare(mark: str) -> str:
    return mark.strip(" ()")

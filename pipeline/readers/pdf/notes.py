"""Footnotes: what stands at the foot of a page under a mark that the text above it bears.

A raised number after a word is the mark of a note; after anything else only where that note is
there: `m²` keeps its sign.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.core import signs
from pipeline.readers.asides import NOTE_MARKS, is_power, is_sure_mark
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Rule
from pipeline.readers.pdf.settings import Ems, Share
from pipeline.readers.pdf.sizes import sizes

_MARK = re.compile(rf"\(?(?:\d{{1,2}}|[{signs.NOTE_MARKS}]{{1,3}}|[a-z])\)?")
_OPENS_NOTE = re.compile(rf"({_MARK.pattern})[.)]?\s+(?=\S)")
# Notes are set smaller than the text, or have a raised mark themselves.
_SMALLER: Share = 0.97
# The lines of one note stand no further apart than this.
_LEADING: Ems = 1.5
# Word's separator is two inches long, LibreOffice's a quarter of the text, a web page's what it
# likes: shares of the page's width.
_SHORTEST: Share = 0.08
_LONGEST: Share = 0.5


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page: all of them, and those outside tables from top to bottom.

    `separators` are the heights of short rules, such as stand above notes.
    """

    every: Sequence[Line]
    outside: Sequence[Line]
    separators: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """The lines of the notes of each page, and the other lines whose marks were taken out.

    `unmarked` has the new line of each that bore a mark.
    """

    lines: tuple[tuple[Line, ...], ...]
    unmarked: dict[Line, Line]

    def without_marks(self, lines: Iterable[Line]) -> list[Line]:
        """Lines without the marks of notes; those that are notes are left out."""
        notes = {line for found in self.lines for line in found}
        return [self.unmarked.get(line, line) for line in lines if line not in notes]


def take_notes(pages: Sequence[PageLines], maker: LineMaker) -> Notes:
    """The notes at the foot of each page, and the lines that bear their marks."""
    marked = marks_on(line for page in pages for line in page.every)
    if not marked:
        return Notes(((),) * len(pages), {})
    size = sizes((line.size, len(line.text)) for page in pages for line in page.every).usual
    found = tuple(tuple(_notes(page, marked, size)) for page in pages)
    marks = {own_mark(line) for notes in found for line in notes}
    own = {line for notes in found for line in notes}
    return Notes(
        found,
        {
            line: bare
            for page in pages
            for line in page.every
            if line not in own and (bare := _without_marks(line, marks, maker)) is not line
        },
    )


def separators(rules: Sequence[Rule], width: float) -> list[float]:
    """The heights of the level rules of a page that are as short as those above notes."""
    return [
        rule.at
        for rule in rules
        if rule.level and _SHORTEST * width <= rule.end - rule.start <= _LONGEST * width
    ]


def marks_on(lines: Iterable[Line]) -> set[str]:
    """The signs that lines raise as marks of notes."""
    return {_bare(line.chars[a:b]) for line in lines for a, b in _references(line)}


def notes_among(lines: Iterable[Line], marked: Container[str]) -> list[Line]:
    """Those of lines below each other that are notes to the marks of their page, and their rest.

    The first under a mark is its note; what stands close below it goes on with it.
    """
    found: list[Line] = []
    seen: set[str] = set()
    for line in sorted(lines, key=lambda line: line.baseline):
        mark = own_mark(line)
        follows = bool(found) and line.baseline - found[-1].baseline < _LEADING * line.size
        if (mark in marked and mark not in seen) or (follows and not mark):
            found.append(line)
            seen.add(mark)
    return found


def _notes(page: PageLines, marked: set[str], size: float) -> list[Line]:
    """The notes at the foot of a page: all that follows the first is no text.

    They are set smaller, raise their marks, or stand below a separator.
    """
    outside = set(page.outside)
    lowest = max((line.bottom for line in page.every if line not in outside), default=0.0)
    first: int | None = None
    above = float("-inf")
    parted = False
    for n, line in enumerate(page.outside):
        if any(above < at < line.bottom for at in page.separators):
            # What stands below any other line is no note: headings may be underlined.
            parted = own_mark(line) in marked
        is_small = line.size < _SMALLER * size or parted
        if line.bottom < lowest or not (is_small or _raised_mark(line)):
            first = None
        elif first is None and own_mark(line) in marked:
            first = n
        above = line.top
    return [] if first is None else list(page.outside[first:])


def _without_marks(line: Line, marks: set[str], maker: LineMaker) -> Line:
    """A line without the marks of notes; the account has them as what they are."""
    text = line.text
    for start, end in reversed(_references(line)):
        mark = _bare(text.chars[start:end])
        if mark in marks or is_sure_mark(mark, text.chars[:start]):
            text = text[:start] + text[end:]
            maker.dropped[NOTE_MARKS] += sum(bool(char.strip()) for char in line.chars[start:end])
    return line if text is line.text else replace(line, text=text.strip())


def _references(line: Line) -> list[tuple[int, int]]:
    """The raised stretches of a line that may be marks of notes."""
    return [
        (start, end)
        for start, end in line.note_marks
        if start > 0 and not is_power(line.chars[:start])
    ]


def own_mark(line: Line) -> str:
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

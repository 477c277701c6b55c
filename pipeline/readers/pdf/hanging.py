"""Where lines begin: those of items below their text or their marker, first lines indented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.core.signs import ends_sentence
from pipeline.document.seams import UNSEEN
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.markers import has_marker, marker_kind, marker_length
from pipeline.readers.pdf.settings import Count, Ems

# Edges of lines that are set alike differ by a tenth of the size at most.
_ALIKE: Ems = 0.15
# A text that begins this far behind its marker was set there by a tab; words stand closer.
_TABBED: Ems = 0.5
# Enough to stand left of a text, not below it.
_OUTDENT: Ems = 0.22
# First lines are indented by so much, in two paragraphs at least.
_INDENT: Ems = 0.6
_DEEPEST: Ems = 4.0
_FEWEST: Count = 2


@dataclass(frozen=True, slots=True)
class Hanging:
    """What a document shows of its items, by the kind of their marker and how it is set.

    A bullet that was typed, a space before its text, stands beside lists of the same bullet that
    hang.
    """

    votes: Counter[tuple[str, bool]]

    @classmethod
    def of(cls, columns: Iterable[Sequence[Line]], maker: LineMaker) -> Hanging:
        """What the items of all columns show that surely go on in a second line."""
        votes: Counter[tuple[str, bool]] = Counter()
        for lines in columns:
            for line, following in pairwise(lines):
                start = text_start(line, maker)
                if start is None or not is_wrapped(line, following):
                    continue
                if abs(following.x0 - start) < _ALIKE * line.size:
                    votes[_look(line, start, maker)] += 1
                elif abs(following.x0 - line.x0) < _ALIKE * line.size:
                    votes[_look(line, start, maker)] -= 1
        return cls(votes)

    def left_of_item(self, first: Line, line: Line, maker: LineMaker) -> float:
        """How far, in points, a line stands left of the text of an item that another line opens.

        UNSEEN where that is no item, or its second lines do not stand below its text.
        """
        start = text_start(first, maker)
        if start is None:
            return UNSEEN
        look = _look(first, start, maker)
        votes = self.votes[look]
        hangs = votes > 0 if votes else look[1]
        return start - _OUTDENT * first.size - line.x0 if hangs else UNSEEN

    def item_of(self, lines: Sequence[Line], maker: LineMaker) -> Line | None:
        """The first line of the item that the last line belongs to; None where it is no item's."""
        last = lines[-1]
        for line in reversed(lines):
            start = text_start(line, maker)
            if start is not None:
                is_own = line is last or abs(start - last.x0) < _ALIKE * last.size
                return line if is_own else None
            if abs(line.x0 - last.x0) >= _ALIKE * last.size:
                return None
        return None


@dataclass(frozen=True, slots=True)
class FirstLines:
    """Where the first lines of paragraphs begin in a document that indents them."""

    places: frozenset[int]

    @classmethod
    def of(cls, columns: Iterable[Sequence[Line]]) -> FirstLines:
        """The places from which a line surely goes on in another one further left."""
        seen: Counter[int] = Counter()
        for lines in columns:
            for line, following in pairwise(lines):
                if cls._is_first(line, following):
                    seen[round(line.x0)] += 1
        return cls(frozenset(place for place, count in seen.items() if count >= _FEWEST))

    @staticmethod
    def _is_first(line: Line, following: Line | None) -> bool:
        if following is None or has_marker(line.chars) or not is_wrapped(line, following):
            return False
        return _INDENT < (line.x0 - following.x0) / line.size < _DEEPEST

    def opens(self, group: Sequence[Line], line: Line, following: Line | None) -> bool:
        """Whether a line is the first of a paragraph, by where it and the next one begin.

        Items may go on where first lines begin; there the line after it must tell.
        """
        if not self.places & {round(line.x0) - 1, round(line.x0), round(line.x0) + 1}:
            return False
        if line.chars[0].islower() and not ends_sentence(group[-1].chars):
            return False
        is_item = bool(group[0].dot) or has_marker(group[0].chars)
        return not is_item or self._is_first(line, following)


def text_start(line: Line, maker: LineMaker) -> float | None:
    """Where the text after the marker of a line begins; None where there is none."""
    if not has_marker(line.chars):
        return None
    at = marker_length(line.chars)
    while at < len(line.chars) and line.chars[at].isspace():
        at += 1
    if at >= len(line.chars):
        return None
    return maker.glyphs.x0[line.text.origins[at]]


def _look(line: Line, start: float, maker: LineMaker) -> tuple[str, bool]:
    """The kind of the marker of a line, and whether its text was set behind it by a tab."""
    return marker_kind(line.chars), _is_tabbed(line, start, maker)


def _is_tabbed(line: Line, start: float, maker: LineMaker) -> bool:
    """Whether a text stands further behind its marker than a space, and than other spaces do."""
    gap = start - maker.glyphs.x1[line.text.origins[marker_length(line.chars) - 1]]
    others = maker.spaces(line.text, marker_length(line.chars))
    return gap > _TABBED * line.size and not any(
        abs(gap - other) < _ALIKE * line.size for other in others
    )

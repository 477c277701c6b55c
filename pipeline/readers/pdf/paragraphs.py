"""Lines of a column to paragraphs: by fullness, spacing, indentation and emphasis, never by words.

A line end is wrapping where the next word would not have fitted. Where it would have, somebody
ended the line there. Wrapped lines are joined as the document's own habits tell: whether its
producer keeps the space at a line end, and whether it divides words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

from pipeline.core.signs import BULLET, SENTENCE_END, SOFT_HYPHEN, UNKNOWN
from pipeline.document.dutch_words import is_word
from pipeline.document.hyphens import ends_in_hyphen, rejoined
from pipeline.document.model import Block, ListItem, Paragraph
from pipeline.document.text import BOLD, ITALIC, Text, join
from pipeline.readers.pdf.hanging import FirstLines, Hanging
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.markers import has_bullet, has_marker, marker_kind

# Word, LibreOffice and Typst leave the space at a wrapped line's end in the file, on 68 % of
# long lines or more; browsers, WeasyPrint and ReportLab on none (extraction.md, 4.1).
_KEEPS_SPACES = 0.25
# Files that divide words have a third of their long lines end in a hyphen, others up to 1.1 %.
_DIVIDES_WORDS, _DIVIDED_LEAST = 0.10, 3
# Distances are exact to rounding, by browsers to 0.75 points; a paragraph's own spacing is a
# point or more, and less than a share of the line in small print.
_MORE_SPACE, _A_POINT = 0.08, 0.9
_MUCH_SPACE = 1.4
_USUAL_LEADING = 1.2
# A word that misses the edge by less than this may as well have been wrapped.
_EDGE = 1.6
# A marker stands this much left of the text it marks, at least.
_OUTDENT = 0.22
# Lines of one paragraph have one size; fonts that are mixed differ by a tenth at most.
_OTHER_SIZE = 0.12
# Typesetters that weigh whole paragraphs fill this share of a line that goes on.
_NEARLY_FULL = 0.85
# Sizes that differ by less are one, in points.
_SAME_SIZE = 0.1
# First lines are indented by a letter or more.
_INDENT = 0.8
_LONG, _NARROW = 40, 12
# The end of a plural before the word itself: `Hulpmiddel`, `en en gereedschap`.
_TWICE = ["en", "en"]


@dataclass(frozen=True, slots=True)
class Habits:
    """What a document shows of how its producer sets lines."""

    keeps_spaces: bool
    divides_words: bool
    words: frozenset[str]
    leadings: dict[int, float]
    hanging: Hanging
    first_lines: FirstLines

    @classmethod
    def of(cls, columns: Sequence[Sequence[Line]], maker: LineMaker) -> Habits:
        """The habits that the columns of a document show."""
        wrapped = narrow = spaced = divided = 0
        words: set[str] = set()
        distances: dict[int, list[float]] = defaultdict(list)
        for lines in columns:
            for line in lines:
                words.update(_inner_words(line.chars.lower()))
            for line, following in pairwise(lines):
                if not is_wrapped(line, following):
                    continue
                if abs(line.size - following.size) < _SAME_SIZE:
                    distances[round(line.size * 2)].append(following.baseline - line.baseline)
                if len(line.chars) >= _LONG:
                    wrapped += 1
                    spaced += line.ends_in_space
                if len(line.chars) >= _NARROW:
                    narrow += 1
                    # U+2010 only ever divides words, and says nothing of a plain hyphen.
                    divided += line.chars.endswith("-")
        # A hyphen takes the space's place.
        return cls(
            keeps_spaces=wrapped > 0 and spaced > _KEEPS_SPACES * max(wrapped - divided, 1),
            divides_words=divided >= _DIVIDED_LEAST and divided > _DIVIDES_WORDS * narrow,
            words=frozenset(words),
            leadings={size: median(found) for size, found in distances.items()},
            hanging=Hanging.of(columns, maker),
            first_lines=FirstLines.of(columns),
        )

    def leading(self, size: float) -> float:
        """The usual distance of baselines within a paragraph of a size."""
        found = self.leadings.get(round(size * 2))
        if found is not None:
            return found
        near = min(self.leadings, key=lambda key: abs(key - 2 * size), default=None)
        ratio = self.leadings[near] / (near / 2) if near is not None else _USUAL_LEADING
        return size * ratio


@dataclass(frozen=True, slots=True)
class Column:
    """Lines between two edges, from top to bottom; `right` is where a full line ends."""

    lines: tuple[Line, ...]
    left: float
    right: float


@dataclass(slots=True)
class ParagraphMaker:
    """Makes the paragraphs of columns with the habits of their document.

    `room` is what its typesetter may leave at the end of a line that goes on, in points.
    """

    line_maker: LineMaker
    habits: Habits
    room: float = 0.0

    def would_have_fitted(self, last: Line, line: Line, right: float) -> bool:
        """Whether the first word of a line would have stood on the line before it.

        A line that is nearly full and goes on in lower case was ended early by its typesetter.
        """
        width = right - last.x0
        filled = self.line_maker.natural_end(last) - last.x0
        goes_on = line.chars[0].islower() and not SENTENCE_END.search(last.chars)
        if goes_on and filled > _NEARLY_FULL * width:
            return False
        return self.line_maker.needed(last, line) <= right - _EDGE - self.room

    def blocks(self, column: Column) -> Iterator[tuple[list[Line], Block]]:
        """The paragraphs of a column with their lines; what a drawn dot marks is a list item."""
        for group in self._groups(column):
            yield group, self._block(group, column)

    def whole(self, lines: Sequence[Line], right: float) -> list[Text]:
        """The lines of one tagged paragraph: a text for each line end that is meant."""
        found: list[Text] = []
        group: list[Line] = []
        for line in lines:
            if group and (
                self._is_meant(group[-1], line, right)
                or (has_marker(group[0].chars) and _opens_item(group, line))
            ):
                found.append(self._joined(group, right))
                group = []
            group.append(line)
        if group:
            found.append(self._joined(group, right))
        return found

    def _block(self, group: list[Line], column: Column) -> Block:
        text = self._joined(group, column.right)
        if group[0].dot:
            return ListItem(text)
        return Paragraph(text, own_block=not group[0].continues, goes_on=group[-1].goes_on)

    def _groups(self, column: Column) -> Iterator[list[Line]]:
        """The lines of each paragraph."""
        group: list[Line] = []
        wrapped = [pair for pair in pairwise(column.lines) if is_wrapped(*pair)]
        for line, following in zip_longest(column.lines, column.lines[1:]):
            if group and self._begins(group, line, following, column, wrapped):
                yield group
                group = []
            group.append(line)
        if group:
            yield group

    def _begins(
        self,
        group: list[Line],
        line: Line,
        following: Line | None,
        column: Column,
        wrapped: Sequence[tuple[Line, Line]],
    ) -> bool:
        """Whether a line begins a new paragraph after those of the group."""
        last = group[-1]
        if abs(line.size - last.size) > _OTHER_SIZE * last.size:
            return True
        if _opens_item(group, line):
            return True
        if self._is_meant(last, line, column.right) or self._is_left(group, line):
            return True
        if self.habits.first_lines.opens(group, line, following):
            return True
        if has_bullet(last.chars) and len(last.chars) <= 2:
            return False
        distance = line.baseline - last.baseline
        usual = self._leading(max(line.size, last.size), wrapped)
        goes_on = line.chars.lstrip("(")[:1].islower() and not SENTENCE_END.search(last.chars)
        if distance > usual + min(_MORE_SPACE * usual, _A_POINT) and not goes_on:
            return True
        return not goes_on and _is_indented(group, line)

    def _leading(self, size: float, wrapped: Sequence[tuple[Line, Line]]) -> float:
        """The distance of lines that surely go on in a column; else what is usual in the document.

        Text outside tables is often set wider than that in cells.
        """
        own = [
            following.baseline - line.baseline
            for line, following in wrapped
            if abs(line.size - size) < _SAME_SIZE and abs(following.size - size) < _SAME_SIZE
        ]
        return median(own) if own else self.habits.leading(size)

    def _is_left(self, group: Sequence[Line], line: Line) -> bool:
        """Whether a line stands left of where the lines of the group begin.

        The second line of prose does so where first lines are indented, and that of a heading
        with a number.
        """
        if is_wrapped(group[-1], line):
            return False
        is_heading = group[0].text.all_styled(BOLD) and line.text.all_styled(BOLD)
        if not is_heading and self.habits.hanging.is_left(group[0], line, self.line_maker):
            return True
        return len(group) > 1 and line.x0 < min(g.x0 for g in group) - _OUTDENT * line.size

    def _is_meant(self, last: Line, line: Line, right: float) -> bool:
        """Whether the first word of a line would have fitted on the line before it."""
        if _changes_emphasis(last.text, line.text):
            return True
        if self.habits.divides_words and ends_in_hyphen(last.chars) and line.chars[0].islower():
            return False
        if line.page == last.page:
            usual = self.habits.leading(max(line.size, last.size))
            if line.baseline - last.baseline > _MUCH_SPACE * usual:
                return True
        return self.would_have_fitted(last, line, right)

    def _joined(self, group: Sequence[Line], right: float) -> Text:
        """The lines of a paragraph as one text."""
        text = group[0].text
        for last, line in pairwise(group):
            text = self.with_line(text, last, line, right)
        if text.chars.startswith(f"{UNKNOWN} "):
            # A sign of an unknown code that stands apart before a text is a bullet.
            text = Text(BULLET + text.chars[1:], text.origins, text.styles)
        return self._without_soft_hyphens(text)

    def with_line(self, text: Text, last: Line, line: Line, right: float) -> Text:
        """A text that ends with one line, with the next line after it."""
        if ends_in_hyphen(text.chars):
            whole, dropped = rejoined(text, line.text, self.habits.words, self.habits.divides_words)
            if dropped:
                self.line_maker.dropped["line-end hyphens"] += 1
            return whole
        if self._is_divided(last, line, right):
            return text + line.text
        return join((text, line.text))

    def _is_divided(self, last: Line, line: Line, right: float) -> bool:
        """Whether a line ends inside a word that was too long for it, without a hyphen.

        Such a word stands alone on its line, and reaches its edge.
        """
        if last.ends_in_space or not line.chars[0].islower():
            return False
        if last.chars.endswith("/") and " /" not in last.chars:
            return True
        if len(last.chars.split()) > 1 or not last.chars[-1].isalpha():
            return False
        if last.x1 + self._first_letter(line) + _EDGE < right:
            return False
        before, after = last.chars.lower(), line.chars.lower().split()[0]
        words = self.habits.words
        if self.habits.keeps_spaces or f"{before}{after}" in words or len(after) == 1:
            return True
        if is_word(f"{before}{after}") and (
            not is_word(before) or line.chars[:6].split() == _TWICE
        ):
            return True
        return after not in words and not is_word(after)

    def _first_letter(self, line: Line) -> float:
        glyphs = self.line_maker.glyphs
        origin = line.text.origins[0]
        return glyphs.x1[origin] - glyphs.x0[origin]

    def _without_soft_hyphens(self, text: Text) -> Text:
        if SOFT_HYPHEN not in text.chars:
            return text
        keep = [n for n, char in enumerate(text.chars) if char != SOFT_HYPHEN]
        self.line_maker.dropped["invisible characters"] += len(text) - len(keep)
        return Text(
            "".join(text.chars[n] for n in keep),
            tuple(text.origins[n] for n in keep),
            bytes(text.styles[n] for n in keep),
        )


def may_go_on(column: Sequence[Line], first: Line, right: float, makes: ParagraphMaker) -> None:
    """Note on the lines around a page end whether a paragraph may go on from one to the other.

    `column` are the lines above the page end, `first` is the one below it.
    """
    last = column[-1]
    owner = makes.habits.hanging.item_of(column, makes.line_maker)
    if owner is not None and makes.habits.hanging.is_left(owner, first, makes.line_maker):
        return
    if not makes.would_have_fitted(last, first, right):
        last.goes_on = first.continues = True


def _inner_words(chars: str) -> list[str]:
    """The words of a line that no line end may have cut."""
    return re.findall(r"(?<=\s)[\w-]+(?=\W)", chars)


def _opens_item(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins with a marker that stands where markers stand."""
    if line.dot:
        return True
    if not has_marker(line.chars):
        return False
    if has_bullet(line.chars):
        return True
    # A number or dash may open a wrapped line by chance: then it stands below the text.
    first = group[0]
    if has_marker(first.chars):
        # Items of one list have markers of one kind.
        alike = marker_kind(first.chars) == marker_kind(line.chars)
        return alike and line.x0 < first.x0 + _OUTDENT * line.size
    return line.x0 < group[-1].x0 - _OUTDENT * line.size or _is_first_item(group)


def _is_first_item(group: Sequence[Line]) -> bool:
    """Whether a marker opens a list after a text that introduces one."""
    return group[-1].chars.endswith(":")


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether a line stands further right than the line before it.

    The second line of an item does so: it stands below the text after the marker.
    """
    if len(group) == 1 and (group[0].dot or has_marker(group[0].chars)):
        return False
    return line.x0 - group[-1].x0 > _INDENT * line.size


def _changes_emphasis(last: Text, line: Text) -> bool:
    """Whether one of the lines is wholly emphasised and the other is not at all at the seam."""
    for style in (BOLD, ITALIC):
        before, after = last.all_styled(style), line.all_styled(style)
        if before != after and bool(last.styles[-1] & style) != bool(line.styles[0] & style):
            return True
    return False

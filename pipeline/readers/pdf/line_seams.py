"""What the lines of a page show of where paragraphs end: room, distances, places, markers.

A line end is wrapping where the next word would not have fitted. Where it would have, somebody
ended the line there. The judgements are those of `pipeline.document.seams`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import inf
from statistics import median

from pipeline.core.signs import ends_sentence
from pipeline.document.dutch_words import is_word
from pipeline.document.hyphens import ends_in_hyphen
from pipeline.document.reasons import Reason, Verdict, seam_reasons
from pipeline.document.seams import (
    DRAWN_PAGES,
    UNSEEN,
    Seam,
    emphasis_changes,
    heading_goes_on,
    line_goes_on,
    word_goes_on,
)
from pipeline.document.sentences import has_several_sentences, is_open
from pipeline.document.text import BOLD
from pipeline.readers.pdf.habits import ROUNDED, SAME_SIZE, Habits
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped
from pipeline.readers.pdf.markers import has_bullet, has_marker, marker_kind, marker_length
from pipeline.readers.pdf.settings import Count, Ems, Points, Share
from pipeline.readers.pdf.sizes import ONE_SIZE

# Distances are exact to rounding, by browsers to 0.75 points; a paragraph's own spacing is a
# point or more, and less than a share of the line in small print.
_MORE_SPACE: Share = 0.08
_A_POINT: Points = 0.9
# Of the usual distance: where so much is left free, a paragraph ends however full its last line.
_MUCH_SPACE: Share = 1.4
# A word that misses the edge by less than this may as well have been wrapped.
EDGE: Points = 1.6
# A marker stands this much left of the text it marks, at least.
_OUTDENT: Ems = 0.22
# Lines of one paragraph have one size; fonts that are mixed differ by a tenth at most.
_OTHER_SIZE: Share = 0.12
# Typesetters that weigh whole paragraphs fill this share of a line that goes on.
_NEARLY_FULL: Share = 0.85
# Of those that are at work in a document for sure, some lines that go on are no fuller than this.
_FILLED_BADLY: Share = 0.7
# First lines are indented by a letter or more.
_INDENT: Ems = 0.8
# A bullet and the space after it.
_LONE_MARKER: Count = 2
# The lines of a heading stand no further apart than this: it has more space above itself.
_HEADING_LEADING: Ems = 1.5
# A line of prose fills more of its column than this, where a word was too long for it.
_LONG: Share = 0.7
# Lines of a paragraph stand no further apart than this, where nothing else tells.
_CLOSEST: Ems = 1.75
# So many lines tell how near to each other those of their size stand; a title has two or three.
_SEVERAL: Count = 5
_ITEM_END = ";"
# Where tags tell of one paragraph, a word that fits by no more than this may have been wrapped: the
# edges of cells are known by their padding, and inside a sentence hardly anybody breaks a line.
_SURE_ROOM: Ems = 0.25
_SURE_ROOM_IN_SENTENCE: Ems = 1.0
_SURE_ROOM_IN_WORD: Ems = 0.5
# So much room shows that a paragraph ends with a line, whatever follows.
_ENDS_EARLY: Ems = 2.0
# The end of a plural before the word itself: `Hulpmiddel`, `en en gereedschap`.
_TWICE = ["en", "en"]

# What is said of most lines, which end with a word that nothing divides.
_NO_WORD = word_goes_on(Seam())


@dataclass(frozen=True, slots=True)
class Column:
    """Lines between two edges, from top to bottom; `right` is where a full line ends.

    `leading` is that of columns of its kind, where its own lines show none (see `leading_of`).
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    leading: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageEnds:
    """The lines around page ends of which nothing shows that a paragraph ends between them.

    `goes_on` are those above, `continues` those below a page end; `reasons` are all that was
    found there.
    """

    goes_on: frozenset[Line] = frozenset()
    continues: frozenset[Line] = frozenset()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class LineSeams:
    """Tells of the lines of a document whether they go on.

    `spare` is what its typesetter may leave at the end of a line that goes on, in points.
    """

    maker: LineMaker
    habits: Habits
    spare: float = 0.0

    def leading_of(self, *columns: Sequence[Line]) -> dict[int, float]:
        """The distance of the lines of columns that surely go on, by twice their rounded size.

        Few that stand far apart prove nothing: a value may begin with a small letter.
        """
        distances: dict[int, list[float]] = {}
        for line, following in chain.from_iterable(map(pairwise, columns)):
            if abs(line.size - following.size) < SAME_SIZE and is_wrapped(line, following):
                distance = following.baseline - line.baseline
                distances.setdefault(round(line.size * 2), []).append(distance)
        middle = {key: median(found) for key, found in distances.items()}
        return {
            key: found
            for key, found in middle.items()
            if len(distances[key]) >= _SEVERAL or found < _CLOSEST * key / 2
        }

    def text_leading(self, columns: Sequence[Sequence[Line]]) -> dict[int, float]:
        """That of text outside tables, which is often set wider than in cells.

        Where no line surely goes on, no lines stand closer to each other than those that do.
        """
        distances: dict[int, list[float]] = {}
        for line, following in chain.from_iterable(map(pairwise, columns)):
            key, distance = round(line.size * 2), following.baseline - line.baseline
            alike = abs(line.size - following.size) < SAME_SIZE
            if alike and 0 < distance < _CLOSEST * line.size:
                distances.setdefault(key, []).append(distance)
        nearest = {key: min(found) for key, found in distances.items() if len(found) >= _SEVERAL}
        return {**nearest, **self.leading_of(*columns)}

    def end_items(self, lines: Sequence[Line], right: float) -> bool:
        """Whether a line ends with a semicolon although there was room left: so items end there."""
        return any(
            above.chars.endswith(_ITEM_END)
            and line.chars[0].isupper()
            and self.room(above, line, right) >= 0
            for above, line in pairwise(lines)
        )

    def packs(self, lines: Sequence[Line], right: float, leading: Mapping[int, float]) -> bool:
        """Whether paragraphs follow each other without space: a sentence that ends early shows it.

        Then a line that is full and ends with a sentence may end a paragraph as well.
        """
        ends = [
            self._spaced(above, line, leading) > 0
            for above, line in pairwise(lines)
            if abs(above.size - line.size) < SAME_SIZE
            and _may_begin(above, line)
            and self.room(above, line, right) > _ENDS_EARLY * line.size
        ]
        return bool(ends) and not any(ends)

    def _spaced(self, last: Line, line: Line, leading: Mapping[int, float]) -> float:
        """How much further apart two lines stand than those of one paragraph."""
        size = max(line.size, last.size)
        usual = leading.get(round(size * 2)) or self.habits.leading(size)
        most = usual + min(_MORE_SPACE * usual, _A_POINT)
        loosest = self.habits.loosest.get(round(size * 2), 0.0) + ROUNDED
        return line.baseline - last.baseline - max(most, loosest)

    def in_column(
        self,
        group: Sequence[Line],
        line: Line,
        following: Line | None,
        right: float,
        leading: Mapping[int, float],
        ends_items: bool = False,
        packs: bool = False,
    ) -> Verdict:
        """Whether the paragraph of a group of lines goes on in the next line of its column.

        `following` is the line after that; `leading`, `ends_items` and `packs` are those of the
        column.
        """
        first, last = group[0], group[-1]
        spaced = self._spaced(last, line, leading)
        left = min(above.x0 for above in group) - _OUTDENT * line.size - line.x0
        # The second line of an item stands below the text after the marker.
        hangs = len(group) == 1 and (bool(first.dot) or has_marker(first.chars))
        is_heading = first.text.all_styled(BOLD) and line.text.all_styled(BOLD)
        seam = self._between(group, line, right)._replace(
            marked=opens_item(group, line),
            list_like=ends_items and last.chars.endswith(_ITEM_END),
            lone_marker=len(last.chars) <= _LONE_MARKER and has_bullet(last.chars),
            first_line=self.habits.first_lines.opens(group, line, following),
            resized=abs(line.size - last.size) - _OTHER_SIZE * last.size,
            spaced=spaced,
            close=self.habits.spaces_paragraphs and spaced < 0 and _may_begin(last, line),
            packed=packs and _may_begin(last, line),
            left_of_item=UNSEEN if is_heading else self._left_of_item(first, line),
            left=left if len(group) > 1 else UNSEEN,
            indented=UNSEEN if hangs else line.x0 - last.x0 - _INDENT * line.size,
        )
        return line_goes_on(seam)

    def in_tagged(
        self, group: Sequence[Line], line: Line, right: float, ends_items: bool = False
    ) -> Verdict:
        """Whether a line goes on with those before it in a paragraph that is tagged as one."""
        seam = self._between(group, line, right)
        is_item = has_marker(group[0].chars)
        runs_on = seam.lower and not seam.finished
        sure = _SURE_ROOM_IN_SENTENCE if runs_on else _SURE_ROOM
        return line_goes_on(
            seam._replace(
                marked=is_item and opens_item(group, line),
                list_like=ends_items and group[-1].chars.endswith(_ITEM_END),
                # A break inside a paragraph is meant where there was room for sure.
                room=seam.room - sure * line.size,
            )
        )

    def over_page_ends(self, ends: Iterable[tuple[Sequence[Line], Line, float]]) -> PageEnds:
        """What may go on over page ends, of (lines above, first line below, right edge)."""
        goes_on: set[Line] = set()
        continues: set[Line] = set()
        reasons: list[Reason] = []
        for above, first, right in ends:
            verdict = self._over_page_end(above, first, right)
            reasons.extend(seam_reasons(above[-1].text, first.text, verdict))
            if verdict:
                goes_on.add(above[-1])
                continues.add(first)
        return PageEnds(frozenset(goes_on), frozenset(continues), tuple(reasons))

    def in_heading(self, last: Line, line: Line) -> Verdict:
        """Whether a heading that ends with one line goes on in the next one."""
        distance = line.baseline - last.baseline
        apart = distance - _HEADING_LEADING * line.size if distance > 0 else inf
        resized = abs(line.size - last.size) - ONE_SIZE
        return heading_goes_on(Seam(resized=resized, apart=apart))

    def in_word(self, last: Line, line: Line, right: float) -> Verdict:
        """Whether a line ends inside a word that was too long for it, without a hyphen."""
        if last.ends_in_space or not line.chars[0].islower() or not last.chars[-1].isalpha():
            return _NO_WORD
        if len(last.chars.split()) > 1:
            return _NO_WORD
        room = right - EDGE - last.x1 - self._first_letter(line)
        seam = Seam(one_word=True, room=room - _SURE_ROOM_IN_WORD * line.size)
        if seam.room > 0:
            return word_goes_on(seam)
        words = self.habits.words
        before, after = last.chars.lower(), line.chars.lower().split()[0]
        whole = f"{before}{after}"
        twice = line.chars.split()[:2] == _TWICE
        return word_goes_on(
            seam._replace(
                spaces_kept=self.habits.keeps_spaces,
                makes_word=whole in words or (is_word(whole) and (twice or not is_word(before))),
                no_word=len(after) == 1 or not (after in words or is_word(after)),
            )
        )

    def room(self, last: Line, line: Line, right: float) -> float:
        """What would be left, in points, of a line with the first word of the next one on it."""
        return right - EDGE - self.spare - self.maker.needed(last, line)

    def _is_long(self, first: Line, line: Line, right: float) -> bool:
        """Whether a text begins with a capital, and a line below it is as long as those of prose.

        Items and words of a list are short, and begin as each other do.
        """
        begins = first.chars[marker_length(first.chars) :].lstrip()[:1].isupper()
        return begins and line.x1 - line.x0 >= _LONG * (right - line.x0)

    def _first_letter(self, line: Line) -> float:
        glyphs = self.maker.glyphs
        origin = line.text.origins[0]
        return glyphs.x1[origin] - glyphs.x0[origin]

    def _over_page_end(self, above: Sequence[Line], line: Line, right: float) -> Verdict:
        owner = self.habits.hanging.item_of(above, self.maker)
        seam = self._between(above, line, right)
        if owner is not None:
            seam = seam._replace(left_of_item=self._left_of_item(owner, line))
        return line_goes_on(seam, DRAWN_PAGES)

    def _left_of_item(self, first: Line, line: Line) -> float:
        return self.habits.hanging.left_of_item(first, line, self.maker)

    def _between(self, group: Sequence[Line], line: Line, right: float) -> Seam:
        """What a line and those of the paragraph above it show, wherever they stand.

        `right` is where full lines end.
        """
        last = group[-1]
        apart = UNSEEN
        if line.page == last.page:
            usual = self.habits.leading(max(line.size, last.size))
            apart = line.baseline - last.baseline - _MUCH_SPACE * usual
        filled = self.maker.natural_end(last) - last.x0
        least = _FILLED_BADLY if self.spare else _NEARLY_FULL
        first = line.chars.lstrip("(")[:1]
        # A number goes on with a sentence as a small letter does, where it marks no item.
        lower = first.islower() or (first.isdigit() and not has_marker(line.chars))
        finished = ends_sentence(last.chars)
        runs_on = lower and not finished
        return Seam(
            lower=lower,
            upper=line.chars[0].isupper(),
            finished=finished,
            open=runs_on and is_open(last.chars) and not ends_in_hyphen(last.chars),
            prose=runs_on and (_is_prose(group) or self._is_long(group[0], line, right)),
            emphasis=emphasis_changes(last.text, line.text),
            divided=self.habits.divides_words and ends_in_hyphen(last.chars),
            room=self.room(last, line, right),
            filled=filled - least * (right - last.x0),
            apart=apart,
        )


def _is_prose(group: Sequence[Line]) -> bool:
    """Whether a sentence ends inside some lines and another begins: a number ends none."""
    chars = " ".join(line.chars for line in group)
    return has_several_sentences(chars[marker_length(chars) :])


def _may_begin(last: Line, line: Line) -> bool:
    """Whether a sentence ends with one line, and another begins with the next."""
    return line.chars[0].isupper() and not has_marker(line.chars) and ends_sentence(last.chars)


def opens_item(group: Sequence[Line], line: Line) -> bool:
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
    # A text that introduces a list ends in a colon.
    return line.x0 < group[-1].x0 - _OUTDENT * line.size or group[-1].chars.endswith(":")

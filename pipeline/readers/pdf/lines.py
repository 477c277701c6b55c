"""Runs of glyphs to lines of text: reading order, spaces, accents, ligatures, double prints."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import sub
from statistics import median

from pipeline.core.signs import (
    COMBINING,
    DASHES_AND_HYPHENS,
    SOFT_HYPHEN,
    SPACING_ACCENTS,
    WITHOUT_WIDTH,
    ends_sentence,
)
from pipeline.document.text import INSERTED, Text
from pipeline.readers.pdf.markers import SIGN, has_marker, marker_length
from pipeline.readers.pdf.marks import Glyphs, Marks, Page, Run
from pipeline.readers.pdf.run_order import in_order, on_lines
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

# Word spaces are 0.2 to 0.3 em wide, kerning moves letters by less than 0.1 em.
_SPACE_GAP: Ems = 0.16
_USUAL_SPACE: Ems = 0.25
# Words of so few letters are tied to the next with a no-break space; dashes stand by a word.
_TIED: Count = 2
# Where columns begin at a known edge, the gap before it may be this narrow.
_NARROW_GUTTER: Ems = 0.2
# The space of a wide font of letters, and what is more than any font's: a typewriter's is as wide
# as its letters (Courier 0.6, DejaVu Sans Mono 0.602).
_WIDEST_SPACE: Ems = 0.32
_STRETCHED_SPACE: Ems = 0.65
# Letters stand apart by design where more than half of at least so many gaps look like spaces;
# spaces are this much wider than the gaps.
_SPACED_SHARE: Share = 0.5
_SPACED_LEAST: Count = 4
_WIDER: Share = 1.6
# Longer runs whose letters all stand apart are set so; shorter ones may be words of one letter.
_SPACED_SURELY: Count = 8
# Distances of letters that are set alike differ by rounding.
_SAME_SPACE: Points = 0.15
# Marks of notes are raised and smaller: browsers set them at 0.83 of the text, WeasyPrint at 0.89.
_MARK_SIZE: Share = 0.92
_MARK_RISE: Ems = 0.15

# So much of an accent lies over its letter; what follows one by itself overlaps by kerning only.
_ON_LETTER: Share = 0.5
# Letters whose dot gives way to an accent.
_WITH_DOTS = {"ı": "i", "ȷ": "j"}

# A dot marks what begins so near to its right, or under its edge.
_DOT_REACH: Ems = 4.0
_DOT_OVERLAP: Points = 1.0
_LONGEST_MARKER: Count = 4
# A number and what it counts may touch, where it is wider than the room that it was given.
_MARKER_OVERLAP: Ems = 0.6
_MARKER = re.compile(rf"{SIGN.pattern}|\(?\d{{1,2}}[.)]")
# What a marker marks: no number goes on with one, and no sign that closes or parts follows it.
_MARKED = re.compile(r"[^\s\d,.;:!?)\]%…]")
_SPECIAL = re.compile(f"[{COMBINING}{SOFT_HYPHEN}{WITHOUT_WIDTH}{''.join(SPACING_ACCENTS)}]")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of text and where it stands (see `Run`); no two are one, though they are alike.

    `spaces` are how wide the spaces are that stand in a line with gutters.

    `note_marks` are raised small stretches; `gutters` wide gaps: (index of the character
    after it, where it begins, where it ends). `dot` is where a dot without text ends that is
    drawn before the line or a part of it (0 for none).
    """

    text: Text
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    page: int
    ends_in_space: bool = False
    note_marks: tuple[tuple[int, int], ...] = ()
    gutters: tuple[tuple[int, float, float], ...] = ()
    spaces: tuple[float, ...] = ()
    dot: float = 0.0

    @property
    def chars(self) -> str:
        """The characters of the line."""
        return self.text.chars

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2

    def part(self, start: int, end: int, x0: float, x1: float) -> Line | None:
        """What stands between two of its characters and two places; None where that is blank."""
        stretch = self.text[start:end]
        text = stretch.strip()
        if not text:
            return None
        shift = start + len(stretch) - len(stretch.chars.lstrip())
        gutters = tuple(
            (index - shift, before, after)
            for index, before, after in self.gutters
            if shift < index < shift + len(text)
        )
        return replace(
            self,
            text=text,
            x0=x0,
            x1=x1,
            ends_in_space=self.ends_in_space if end == len(self.text) else _ends_in_space(stretch),
            dot=self.dot if -_DOT_OVERLAP <= x0 - self.dot <= _DOT_REACH * self.size else 0.0,
            note_marks=tuple(
                (a - shift, b - shift) for a, b in self.note_marks if shift <= a and b <= end
            ),
            gutters=gutters,
            spaces=self.spaces if gutters else (),
        )


@dataclass(slots=True)
class LineMaker:
    """Makes lines of the glyphs of one document; `dropped` counts what is no text, by kind.

    `letter_spaces` are the distances, in points, that its letters have by design.
    """

    glyphs: Glyphs
    letter_spaces: frozenset[float] = frozenset()
    dropped: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, marks: Marks) -> LineMaker:
        """One for a whole document."""
        return cls(marks.glyphs, letter_spaces(marks.pages, marks.glyphs))

    def apart(self) -> LineMaker:
        """One that makes the same lines, and whose drops are counted nowhere else."""
        return LineMaker(self.glyphs, self.letter_spaces)

    def lines(self, runs: Iterable[Run], page: int) -> list[Line]:
        """The lines of runs, from top to bottom; turned runs make lines of their own."""
        found: list[Line] = []
        by_direction: dict[int, list[Run]] = {}
        for run in runs:
            by_direction.setdefault(run.direction, []).append(run)
        for direction in sorted(by_direction):
            for group in on_lines(by_direction[direction]):
                line = self._line(group, page)
                if line is not None:
                    found.append(line)
        return found

    def first_word_width(self, line: Line) -> float:
        """How wide the first word of a line is, with the next one as long as it is very short.

        Editors tie short words to what follows, and few files tell such a space from others.
        """
        origins = line.text.origins
        start, end = 0, line.chars.find(" ")
        while 0 < end - start <= _TIED and _is_tied(line.chars[start:end]):
            start, end = end + 1, line.chars.find(" ", end + 1)
        last = len(origins) - 1 if end < 0 else end - 1
        while last > 0 and origins[last] == INSERTED:
            last -= 1
        return self.glyphs.x1[origins[last]] - line.x0

    def needed(self, last: Line, following: Line) -> float:
        """How far a line would have reached with the first word of the line that follows."""
        stretched = self._stretched_by(last)
        space = _WIDEST_SPACE * last.size if stretched else self._space_width(last)
        return last.x1 - stretched + space + self.first_word_width(following)

    def natural_end(self, line: Line) -> float:
        """Where a line would have ended, had it not been stretched to fill its column."""
        return line.x1 - self._stretched_by(line)

    def _stretched_by(self, line: Line) -> float:
        """How much wider a line was set to fill its column, 0 where its spaces are usual."""
        # The gap after a marker is a tab's.
        gaps: list[float] = []
        for gap in self.spaces(line.text, marker_length(line.chars)):
            if gap < _STRETCHED_SPACE * line.size:
                return 0.0
            gaps.append(gap)
        return sum(gaps) - _WIDEST_SPACE * line.size * len(gaps)

    def _space_width(self, line: Line) -> float:
        """How wide the last space of a line is; the usual width where it has none."""
        at = max(line.chars.rfind(" "), line.chars.rfind("\u00a0"))
        origins = line.text.origins
        if at > 0:
            width = self.glyphs.x0[origins[at + 1]] - self.glyphs.x1[origins[at - 1]]
            if 0 < width < line.size:
                return width
        return _USUAL_SPACE * line.size

    def _line(self, runs: list[Run], page: int) -> Line | None:
        """A line of runs in reading order; None where it holds white space only."""
        main = max(runs, key=lambda run: (run.end - run.start) * run.size)
        chars: list[str] = []
        origins: list[int] = []
        styles = bytearray()
        note_marks: list[tuple[int, int]] = []
        gutters: list[tuple[int, float, float]] = []
        ordered, again = in_order(runs, self.glyphs)
        for run in again:
            printed = self.glyphs.chars[run.start : run.end]
            self.dropped["double prints"] += sum(bool(char.strip()) for char in printed)
        right = ordered[0].x0
        previous: Run | None = None
        for run in ordered:
            if previous is not None and self._is_blank(run):
                # The space of a stretched line stands in the middle of its gap.
                self._blank(run, chars, origins, styles)
                continue
            raised = _is_raised(run, main)
            gap = run.x0 - right
            least = _SPACE_GAP * min(run.size, main.size)
            if self.letter_spaces and previous is not None:
                least += max(self._spaced_by(previous), self._spaced_by(run))
            opening = gutters[-1][0] if gutters else 0
            if _is_marker(chars[opening:]) and _MARKED.match(self.glyphs.chars[run.start]):
                least = -_MARKER_OVERLAP * run.size
            opens_with_space = self.glyphs.chars[run.start].isspace()
            if previous is not None and not raised and gap > least and not opens_with_space:
                _space(chars, origins, styles)
            if previous is not None and gap > _NARROW_GUTTER * main.size and not raised:
                gutters.append((len(chars), right, run.x0))
            start = len(chars)
            self._run(run, chars, origins, styles)
            if raised and len(chars) > start:
                note_marks.append((start, len(chars)))
            right = max(right, self._ink_end(run))
            previous = run
        text = Text("".join(chars), tuple(origins), bytes(styles))
        stripped = text.strip()
        if not stripped:
            return None
        lead = len(text.chars) - len(text.chars.lstrip())
        # What is inserted is space: a line neither begins nor ends with it.
        first, last = stripped.origins[0], stripped.origins[-1]
        return Line(
            text=stripped,
            x0=min(self.glyphs.x0[first], main.x0) if lead == 0 else self.glyphs.x0[first],
            x1=self.glyphs.x1[last],
            top=main.top,
            bottom=main.bottom,
            baseline=main.baseline,
            size=main.size,
            page=page,
            ends_in_space=text.chars[-1].isspace() or text.chars[-1] == SOFT_HYPHEN,
            note_marks=tuple((a - lead, b - lead) for a, b in note_marks),
            # What shows nothing is no part of the line, nor is the gap before it.
            gutters=tuple((n - lead, a, b) for n, a, b in gutters if n - lead < len(stripped)),
            spaces=tuple(self.spaces(stripped)) if gutters else (),
        )

    def spaces(self, text: Text, after: int = 0) -> Iterator[float]:
        """How wide the spaces of a text are that stand after an index."""
        x0, x1, chars, origins = self.glyphs.x0, self.glyphs.x1, text.chars, text.origins
        n = chars.find(" ", after + 1, -1)
        while n > 0:
            before, following = origins[n - 1], origins[n + 1]
            # Where the mark of a note was taken out, two spaces may meet that were made.
            if before != INSERTED != following:
                yield x0[following] - x1[before]
            n = chars.find(" ", n + 1, -1)

    def _ink_end(self, run: Run) -> float:
        """Where the last letter of a run ends, spaces after it left out."""
        last = run.end - 1
        while last > run.start and self.glyphs.chars[last].isspace():
            last -= 1
        return self.glyphs.x1[last]

    def _is_blank(self, run: Run) -> bool:
        return all(char.isspace() for char in self.glyphs.chars[run.start : run.end])

    def _blank(self, run: Run, chars: list[str], origins: list[int], styles: bytearray) -> None:
        """Append a run of spaces as one."""
        if chars and not chars[-1].isspace():
            chars.append(self.glyphs.chars[run.start])
            origins.append(run.start)
            styles.append(run.style)

    def _run(self, run: Run, chars: list[str], origins: list[int], styles: bytearray) -> None:
        """Append the characters of a run, with spaces where its letters stand apart."""
        source = self.glyphs.chars
        gaps = self._gaps(run)
        at = run.start
        for gap in (*gaps, run.end):
            part = source[at:gap]
            joined = "".join(part)
            # An accent that ends one run may lie over the first letter of the next.
            is_accented = at == run.start and chars and chars[-1] in SPACING_ACCENTS
            if not is_accented and not _SPECIAL.search(joined):
                chars.extend(joined)
                if len(joined) == len(part):
                    origins.extend(range(at, gap))
                else:
                    origins.extend(n for n, glyph in enumerate(part, at) for _ in glyph)
                styles.extend(bytes((run.style,)) * len(joined))
            else:
                for n in range(at, gap):
                    for char in source[n]:
                        self._special(char, n, run.style, chars, origins, styles)
            if gap < run.end:
                _space(chars, origins, styles)
            at = gap

    def _special(
        self, char: str, n: int, style: int, chars: list[str], origins: list[int], styles: bytearray
    ) -> None:
        """Append one character; accents go to their letter, invisible ones nowhere."""
        if char in WITHOUT_WIDTH:
            self.dropped["invisible characters"] += 1
            return
        accent = _pending_accent(chars, origins, self.glyphs, n)
        if accent:
            whole = _accented(char, accent)
            if len(whole) == 1:
                self.dropped["combining marks"] += 1
                chars[-1], origins[-1], styles[-1] = whole, n, style
                return
        if char in SPACING_ACCENTS and chars and _lies_over_letter(origins[-1], n, self.glyphs):
            whole = _accented(chars[-1], SPACING_ACCENTS[char])
            if len(whole) == 1:
                self.dropped["combining marks"] += 1
                chars[-1] = whole
                return
        if unicodedata.combining(char) and chars:
            whole = unicodedata.normalize("NFC", chars[-1] + char)
            if len(whole) == 1:
                self.dropped["combining marks"] += 1
                chars[-1] = whole
                return
        chars.append(char)
        origins.append(n)
        styles.append(style)

    def _gaps(self, run: Run) -> list[int]:
        """The glyphs of a run before which a space shows that no glyph stands for."""
        chars = self.glyphs.chars
        least = _SPACE_GAP * run.size
        widths = list(self._widths(run))
        if max(widths, default=least) <= least:
            return []
        usual = self._letter_space(run, sum(width > least for width in widths))
        edge = max(least, _WIDER * usual)
        found = (n for n, width in enumerate(widths, run.start + 1) if width > edge)
        return [n for n in found if chars[n] != " " and chars[n - 1] != " "]

    def _spaced_by(self, run: Run) -> float:
        """How far the letters of a run stand apart by design; 0 for a single one."""
        wide = sum(width > _SPACE_GAP * run.size for width in self._widths(run))
        return self._letter_space(run, wide) if wide else 0.0

    def _letter_space(self, run: Run, wide: int) -> float:
        """How far the letters of a run stand apart by design; 0 where they do not.

        `wide` is how many of its gaps look like spaces. Of short runs their document must tell.
        """
        inner = run.end - run.start - 1
        if inner >= _SPACED_LEAST:
            return median(self._widths(run)) if wide > _SPACED_SHARE * inner else 0.0
        widths = list(self._widths(run))
        alike = (
            space
            for space in self.letter_spaces
            if all(abs(width - space) < _SAME_SPACE for width in widths)
        )
        return next(alike, 0.0)

    def _widths(self, run: Run) -> Iterator[float]:
        lefts, rights = self.glyphs.x0, self.glyphs.x1
        return map(sub, lefts[run.start + 1 : run.end], rights[run.start : run.end - 1])


def letter_spaces(pages: Iterable[Page], glyphs: Glyphs) -> frozenset[float]:
    """How far letters stand apart by design in the runs of a document that are long enough."""
    lefts, rights = glyphs.x0, glyphs.x1
    found: Counter[float] = Counter()
    for page in pages:
        for run in page.runs:
            start = run.start
            if run.end - start <= _SPACED_SURELY:
                continue
            # Letters that touch tell at once that it is not so.
            least = _SPACE_GAP * run.size
            second, third = (lefts[start + n] - rights[start + n - 1] for n in (1, 2))
            if min(second, third) > least:
                widths = [lefts[n] - rights[n - 1] for n in range(start + 1, run.end)]
                if min(widths) > least:
                    found[round(median(widths), 1)] += 1
    return frozenset(found)


def _is_tied(word: str) -> bool:
    return word.isalnum() or word in DASHES_AND_HYPHENS


def _is_marker(chars: list[str]) -> bool:
    """Whether a line so far is a bullet or the number of an item: text by itself follows."""
    return len(chars) <= _LONGEST_MARKER and _MARKER.fullmatch("".join(chars)) is not None


def is_wrapped(line: Line, following: Line) -> bool:
    """Whether a sentence surely goes on from one line to the next: lower case follows no end.

    An `o` or `a)` before an item is no such letter.
    """
    return (
        line.page == following.page
        and following.baseline > line.baseline
        and following.chars[0].islower()
        and not has_marker(following.chars)
        and not ends_sentence(line.chars)
    )


def _ends_in_space(text: Text) -> bool:
    """Whether a space that stands in the source ends a text."""
    return text.chars[-1].isspace() and text.origins[-1] != INSERTED


def _space(chars: list[str], origins: list[int], styles: bytearray) -> None:
    if chars and not chars[-1].isspace():
        chars.append(" ")
        origins.append(INSERTED)
        styles.append(styles[-1])


def _pending_accent(chars: list[str], origins: list[int], glyphs: Glyphs, n: int) -> str:
    """The accent, as a combining mark, that was printed by itself over glyph `n`."""
    if not chars or chars[-1] not in SPACING_ACCENTS or origins[-1] == INSERTED:
        return ""
    before = origins[-1]
    overlap = glyphs.x1[before] - glyphs.x0[n]
    return SPACING_ACCENTS[chars[-1]] if overlap > 0 and before != n else ""


def _accented(letter: str, accent: str) -> str:
    """A letter with a combining accent, as one character where there is one."""
    return unicodedata.normalize("NFC", _WITH_DOTS.get(letter, letter) + accent)


def _lies_over_letter(before: int, n: int, glyphs: Glyphs) -> bool:
    """Whether glyph `n` is drawn over the one before it."""
    if before == INSERTED:
        return False
    shared = min(glyphs.x1[before], glyphs.x1[n]) - max(glyphs.x0[before], glyphs.x0[n])
    return shared > _ON_LETTER * (glyphs.x1[n] - glyphs.x0[n])


def _is_raised(run: Run, main: Run) -> bool:
    return (
        run.size < _MARK_SIZE * main.size and run.baseline < main.baseline - _MARK_RISE * main.size
    )

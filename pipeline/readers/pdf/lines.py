"""Runs of glyphs to lines of text: reading order, spaces, accents, ligatures, double prints."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median

from pipeline.core.signs import (
    COMBINING,
    DASHES_AND_HYPHENS,
    SENTENCE_END,
    SOFT_HYPHEN,
    SPACING_ACCENTS,
    WITHOUT_WIDTH,
)
from pipeline.document.text import INSERTED, Text
from pipeline.readers.pdf.markers import SIGN, marker_length
from pipeline.readers.pdf.marks import Glyphs, Run

# Word spaces are 0.2 to 0.3 em wide, kerning moves letters by less than 0.1 em.
_SPACE_GAP = 0.16
_USUAL_SPACE = 0.25
# Words of so few letters are tied to the next with a no-break space; dashes stand by a word.
_TIED = 2
# A space that letters cover by this share of its width is none.
_NO_ROOM = 0.6
# Two prints of one letter that lie closer than this are a bold that was faked.
_DOUBLE = 0.15
# Where columns begin at a known edge, the gap before it may be this narrow.
_NARROW_GUTTER = 0.2
# A gap that is wider than this many letters may part two columns.
GUTTER = 1.0
# The space of a wide font, and what is more than any font's.
_WIDEST_SPACE, _STRETCHED_SPACE = 0.32, 0.6
# Letters stand apart by design where more than half of their gaps look like spaces.
_SPACED_SHARE, _SPACED_LEAST = 0.5, 4
_WIDER = 1.6
# Runs are on one line when they share half the height of the smaller.
_SHARED_HEIGHT = 0.5
# Marks of notes are raised and small.
_MARK_SIZE, _MARK_RISE = 0.8, 0.15

_LONGEST_MARKER = 4
# A number and what it counts may touch, where it is wider than the room that it was given.
_MARKER_OVERLAP = 0.6
_MARKER = re.compile(rf"{SIGN.pattern}|\(?\d{{1,2}}[.)]")
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


@dataclass(slots=True)
class LineMaker:
    """Makes lines of the glyphs of one document; `dropped` counts what is no text, by kind."""

    glyphs: Glyphs
    dropped: Counter[str] = field(default_factory=Counter)

    def lines(self, runs: Iterable[Run], page: int) -> list[Line]:
        """The lines of runs, from top to bottom; turned runs make lines of their own."""
        found: list[Line] = []
        by_direction: dict[int, list[Run]] = {}
        for run in runs:
            by_direction.setdefault(run.direction, []).append(run)
        for direction in sorted(by_direction):
            for group in _on_lines(by_direction[direction]):
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
        gaps = list(self.spaces(line.text, marker_length(line.chars)))
        if not gaps or min(gaps) < _STRETCHED_SPACE * line.size:
            return 0.0
        return sum(gaps) - _WIDEST_SPACE * line.size * len(gaps)

    def _space_width(self, line: Line) -> float:
        """How wide the last space of a line is; the usual width where it has none."""
        at = max(line.chars.rfind(" "), line.chars.rfind("\u00a0"))
        origins = line.text.origins
        if 0 < at < len(origins) - 1 and origins[at - 1] >= 0 and origins[at + 1] >= 0:
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
        ordered = self._once(runs)
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
            opening = gutters[-1][0] if gutters else 0
            if _is_marker(chars[opening:]) and not self.glyphs.chars[run.start].isdigit():
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
        real = [o for o in stripped.origins if o != INSERTED]
        return Line(
            text=stripped,
            x0=min(self.glyphs.x0[real[0]], main.x0) if lead == 0 else self.glyphs.x0[real[0]],
            x1=self.glyphs.x1[real[-1]],
            top=main.top,
            bottom=main.bottom,
            baseline=main.baseline,
            size=main.size,
            page=page,
            ends_in_space=text.chars[-1].isspace() or text.chars[-1] == SOFT_HYPHEN,
            note_marks=tuple((a - lead, b - lead) for a, b in note_marks),
            gutters=tuple((n - lead, a, b) for n, a, b in gutters),
            spaces=tuple(self.spaces(stripped)) if gutters else (),
        )

    def spaces(self, text: Text, after: int = 0) -> Iterator[float]:
        """How wide the spaces of a text are that stand after an index."""
        x0, x1, origins = self.glyphs.x0, self.glyphs.x1, text.origins
        for n, char in enumerate(text.chars):
            if char != " " or not after < n < len(origins) - 1:
                continue
            if origins[n - 1] >= 0 and origins[n + 1] >= 0:
                yield x0[origins[n + 1]] - x1[origins[n - 1]]

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
        if not chars[-1].isspace():
            chars.append(self.glyphs.chars[run.start])
            origins.append(run.start)
            styles.append(run.style)

    def _once(self, runs: list[Run]) -> list[Run]:
        """The runs of a line from left to right, without second prints of the same text."""
        ordered = sorted(runs, key=lambda run: (run.x0, run.start))
        chars = self.glyphs.chars
        kept: list[Run] = []
        for run in self._with_room(ordered):
            text = chars[run.start : run.end]
            twin = any(
                abs(other.x0 - run.x0) < _DOUBLE * run.size
                and abs(other.baseline - run.baseline) < _DOUBLE * run.size
                and chars[other.start : other.end] == text
                for other in kept[-3:]
            )
            if twin:
                self.dropped["double prints"] += sum(bool(char.strip()) for char in text)
            else:
                kept.append(run)
        return kept

    def _with_room(self, ordered: list[Run]) -> list[Run]:
        """The runs without spaces that take no room: soft hyphens that did not divide a word."""
        chars = self.glyphs.chars
        blank = [not "".join(chars[run.start : run.end]).strip() for run in ordered]
        if not any(blank):
            return ordered
        inked = [run for run, is_blank in zip(ordered, blank, strict=True) if not is_blank]
        return [
            run
            for run, is_blank in zip(ordered, blank, strict=True)
            if not is_blank
            or not any(
                min(run.x1, other.x1) - max(run.x0, other.x0) > _NO_ROOM * (run.x1 - run.x0)
                for other in inked
            )
        ]

    def _run(self, run: Run, chars: list[str], origins: list[int], styles: bytearray) -> None:
        """Append the characters of a run, with spaces where its letters stand apart."""
        source = self.glyphs.chars
        gaps = self._gaps(run)
        at = run.start
        for gap in (*gaps, run.end):
            part = source[at:gap]
            joined = "".join(part)
            if not _SPECIAL.search(joined):
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
            whole = unicodedata.normalize("NFC", char + accent)
            if len(whole) == 1:
                self.dropped["combining marks"] += 1
                chars[-1], origins[-1], styles[-1] = whole, n, style
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
        lefts, rights, chars = self.glyphs.x0, self.glyphs.x1, self.glyphs.chars
        least = _SPACE_GAP * run.size
        found = [n for n in range(run.start + 1, run.end) if lefts[n] - rights[n - 1] > least]
        if not found:
            return found
        inner = run.end - run.start - 1
        if inner >= _SPACED_LEAST and len(found) > _SPACED_SHARE * inner:
            usual = median(lefts[n] - rights[n - 1] for n in range(run.start + 1, run.end))
            found = [n for n in found if lefts[n] - rights[n - 1] > _WIDER * usual]
        return [n for n in found if chars[n] != " " and chars[n - 1] != " "]


def _is_tied(word: str) -> bool:
    return word.isalnum() or word in DASHES_AND_HYPHENS


def _is_marker(chars: list[str]) -> bool:
    """Whether a line so far is a bullet or the number of an item: text by itself follows."""
    return len(chars) <= _LONGEST_MARKER and _MARKER.fullmatch("".join(chars)) is not None


def is_wrapped(line: Line, following: Line) -> bool:
    """Whether a sentence surely goes on from one line to the next: lower case follows no end."""
    return (
        line.page == following.page
        and following.baseline > line.baseline
        and following.chars[0].islower()
        and not SENTENCE_END.search(line.chars)
    )


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


def _is_raised(run: Run, main: Run) -> bool:
    return (
        run.size < _MARK_SIZE * main.size and run.baseline < main.baseline - _MARK_RISE * main.size
    )


def _on_lines(runs: list[Run]) -> list[list[Run]]:
    """Runs of one direction in groups that share a line, from top to bottom."""
    groups: list[list[Run]] = []
    edges: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: (run.baseline, run.x0)):
        for n in range(len(groups) - 1, max(len(groups) - 4, -1), -1):
            top, bottom = edges[n]
            shared = min(bottom, run.bottom) - max(top, run.top)
            if shared > _SHARED_HEIGHT * min(bottom - top, run.bottom - run.top):
                groups[n].append(run)
                if run.size > 1.05 * max(r.size for r in groups[n][:-1]):
                    edges[n] = (run.top, run.bottom)
                break
        else:
            groups.append([run])
            edges.append((run.top, run.bottom))
    return groups

"""The runs of a page by lines, and the runs of a line from left to right, each text once.

Runs may be drawn in any order and over one another: a sign of another font in a gap that was left
for it, an accent over its letter, a word twice to make it bold, a stamp across the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from pipeline.core.signs import SPACING_ACCENTS
from pipeline.readers.pdf.marks import Glyphs, Run
from pipeline.readers.pdf.settings import Ems, Points, Share

# Runs are on one line when they share half the height of the smaller.
_SHARED_HEIGHT: Share = 0.5
# A run that is higher than those before it is the measure of its line.
_HIGHER: Share = 1.05
# Letters that lie over others of another size so different are no text of their line: a stamp.
_MUCH_LARGER: Share = 1.6
# Two prints of one letter that lie closer than this are a bold that was faked.
_DOUBLE: Ems = 0.15
# A space that letters cover by this share of its width is none.
_NO_ROOM: Share = 0.6
# Runs that follow each other overlap by kerning and rounding; more is one over the other.
_OVERLAP: Points = 0.5
# Of its width: what is drawn into a gap of another run fills it nearly.
_FITS_GAP: Share = 0.6


def on_lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs of one direction in groups that share a line, from top to bottom."""
    stamps = _stamps(runs)
    if not stamps:
        return _grouped(runs)
    text = [run for run in runs if run not in stamps]
    groups = [*_grouped(text), *_grouped(stamps)]
    return sorted(groups, key=lambda group: group[0].baseline)


def _stamps(runs: Sequence[Run]) -> list[Run]:
    """The runs in letters so large that they cover the text that they lie over."""
    least = _MUCH_LARGER * median([run.size for run in runs] or [0.0])
    large = [run for run in runs if run.size > least]
    return [run for run in large if any(_lies_over(run, other) for other in runs)]


def _lies_over(run: Run, other: Run) -> bool:
    """Whether a run lies over one in much smaller letters."""
    beside = min(run.x1, other.x1) - max(run.x0, other.x0)
    shared = min(run.bottom, other.bottom) - max(run.top, other.top)
    return (
        run.size > _MUCH_LARGER * other.size
        and beside > other.size
        and shared > _SHARED_HEIGHT * (other.bottom - other.top)
    )


def _grouped(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs in groups that share a line. All reach above their baseline alike, for their size.

    So a run that shares the height of an earlier line shares that of the last one as well.
    """
    groups: list[list[Run]] = []
    top = bottom = 0.0
    for run in sorted(runs, key=lambda run: (run.baseline, run.x0)):
        shared = min(bottom, run.bottom) - max(top, run.top)
        if groups and shared > _SHARED_HEIGHT * min(bottom - top, run.bottom - run.top):
            if run.size > _HIGHER * max(other.size for other in groups[-1]):
                top, bottom = run.top, run.bottom
            groups[-1].append(run)
        else:
            groups.append([run])
            top, bottom = run.top, run.bottom
    return groups


def in_order(runs: Sequence[Run], glyphs: Glyphs) -> tuple[list[Run], list[Run]]:
    """The runs of a line from left to right, and those that are second prints of the same text."""
    kept: list[Run] = []
    again: list[Run] = []
    reach = float("-inf")
    for run in _with_room(sorted(runs, key=lambda run: (run.x0, run.start)), glyphs):
        is_over = run.x0 < reach - _OVERLAP
        under = [other for other in kept if other.x1 > run.x0 + _OVERLAP] if is_over else []
        reach = max(reach, run.x1)
        if under and _is_print_again(run, under, glyphs):
            again.append(run)
            continue
        for other in under:
            cut = _gap_for(run, other, glyphs)
            if cut:
                at = kept.index(other)
                kept[at : at + 1] = [
                    replace(other, end=cut, x1=glyphs.x1[cut - 1]),
                    replace(other, start=cut, x0=glyphs.x0[cut]),
                ]
        kept.append(run)
    kept.sort(key=lambda run: (run.x0, run.start))
    return kept, again


def _is_print_again(run: Run, under: Sequence[Run], glyphs: Glyphs) -> bool:
    """Whether each letter of a run lies on the same letter of runs under it."""
    chars, lefts = glyphs.chars, glyphs.x0
    near = _DOUBLE * run.size
    places = [
        (chars[n], lefts[n])
        for other in under
        if abs(other.baseline - run.baseline) < near
        for n in range(other.start, other.end)
    ]
    inked = [n for n in range(run.start, run.end) if chars[n].strip()]
    return bool(inked) and all(
        any(char == chars[n] and abs(left - lefts[n]) < near for char, left in places)
        for n in inked
    )


def _gap_for(run: Run, other: Run, glyphs: Glyphs) -> int:
    """The glyph of another run before which a run stands; 0 where it stands in no gap of it.

    An accent stands after the letter that it lies over.
    """
    lefts, rights = glyphs.x0, glyphs.x1
    middle = (run.x0 + run.x1) / 2
    is_accent = "".join(glyphs.chars[run.start : run.end]).strip() in SPACING_ACCENTS
    for n in range(other.start + 1, other.end):
        if is_accent:
            if lefts[n] > middle:
                return n
        elif lefts[n] >= middle:
            room = lefts[n] - rights[n - 1]
            return n if room > _FITS_GAP * (run.x1 - run.x0) else 0
    return 0


def _with_room(ordered: list[Run], glyphs: Glyphs) -> list[Run]:
    """The runs without spaces that take no room: soft hyphens that did not divide a word."""
    chars = glyphs.chars
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

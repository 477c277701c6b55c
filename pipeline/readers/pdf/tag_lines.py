"""Tagged runs to lines: what two elements have on one line, and what is printed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.document.text import join
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.settings import Points, Share
from pipeline.readers.pdf.tag_parts import PagedRun, TagParagraph

# A paragraph that begins on the line on which another ends overlaps it by this much of the lower of
# the two, which no line does with the next one; letters jut out over the end of the first.
_ONE_LINE: Share = 0.5
_JUTS_OUT: Points = 2.0


def lines_of_runs(runs: Sequence[PagedRun], maker: LineMaker) -> tuple[Line, ...]:
    """The lines of runs, page after page."""
    lines: list[Line] = []
    for page, members in _by_page(runs).items():
        lines += maker.lines([run for _, run in members], page)
    return tuple(lines)


def once(
    runs: Sequence[PagedRun], chars: Sequence[str]
) -> tuple[Sequence[PagedRun], Sequence[PagedRun]]:
    """Runs without those that a browser prints again on each page, as it does heads; and these."""
    if not runs or runs[0][0] == runs[-1][0]:
        return runs, ()
    first, *others = _by_page(runs).values()
    texts = {"".join("".join(chars[r.start : r.end]) for _, r in p) for p in (first, *others)}
    if len(texts) > 1:
        return runs, ()
    return first, [paged for part in others for paged in part]


def share_line(before: TagParagraph, after: TagParagraph) -> bool:
    """Whether a paragraph begins on the line on which the other ends."""
    if before.heading != after.heading or before.furniture != after.furniture:
        return False
    last, first = before.lines[-1], after.lines[0]
    if min(before.level, after.level) and all(
        has_marker(part.lines[0].chars) for part in (before, after)
    ):
        # Items of two lists that stand beside each other.
        return False
    overlap = min(last.bottom, first.bottom) - max(last.top, first.top)
    height = min(last.bottom - last.top, first.bottom - first.top)
    return (
        last.page == first.page and overlap > _ONE_LINE * height and first.x0 > last.x1 - _JUTS_OUT
    )


def as_one(before: TagParagraph, after: TagParagraph, maker: LineMaker) -> TagParagraph:
    """Two paragraphs of which one goes on on the line on which the other ends."""
    runs = (*before.runs, *after.runs)
    if maker.dropped:
        # What was dropped of their lines is dropped again, and must count once.
        apart = maker.apart()
        for part in (before, after):
            lines_of_runs(part.runs, apart)
        maker.dropped.subtract(apart.dropped)
    return replace(before, runs=runs, lines=lines_of_runs(runs, maker))


def with_label(label: Sequence[Line], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of an item with its marker before the first."""
    first = lines[0]
    text = join([*(line.text for line in label), first.text])
    return replace(first, text=text, x0=min(label[0].x0, first.x0)), *lines[1:]


def _by_page(runs: Sequence[PagedRun]) -> dict[int, list[PagedRun]]:
    """Runs by their pages, in the order of these."""
    found: dict[int, list[PagedRun]] = {}
    for page, run in sorted(runs, key=lambda paged: paged[0]):
        found.setdefault(page, []).append((page, run))
    return found

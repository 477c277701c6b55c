"""Rows whose labels stand at the middle of their contents."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.readers.pdf.lines import Line, is_wrapped
from pipeline.readers.pdf.settings import Ems

# What it costs to leave a label without contents or contents without a label, and to part a
# sentence; further away, contents are of another label.
_EMPTY: Ems = 3.0
_UNLABELLED: Ems = 2.0
_TOO_FAR: Ems = 12.0
_TORN: Ems = 2.0

Members = tuple[list[Line], list[Line]]
"""The labels and the contents of a row."""


def centred(groups: Sequence[list[Line]], contents: Sequence[Line]) -> list[Members]:
    """Rows whose labels stand at their middle.

    Of all ways to part the contents between the labels, the one is taken in which the middles
    of labels and contents differ least; contents above the first label may go on from the page
    before.
    """
    middles = [(group[0].top + group[-1].bottom) / 2 for group in groups]
    above = sum(line.bottom < middles[0] for line in contents)
    best: list[dict[int, tuple[float, int]]] = [
        {n: (_UNLABELLED if n else 0.0, 0) for n in range(above + 1)}
    ]
    for middle in middles:
        best.append(_extended(best[-1], contents, middle))
    at = len(contents) if len(contents) in best[-1] else max(best[-1])
    ends = [at]
    for costs in reversed(best[1:]):
        at = costs[at][1]
        ends.append(at)
    ends.reverse()
    found: list[Members] = [([], list(contents[: ends[0]]))] if ends[0] else []
    for group, start, end in zip(groups, ends, ends[1:], strict=False):
        found.append((group, list(contents[start:end])))
    if ends[-1] < len(contents):
        found.append(([], list(contents[ends[-1] :])))
    return found


def _extended(
    before: dict[int, tuple[float, int]], contents: Sequence[Line], middle: float
) -> dict[int, tuple[float, int]]:
    """The least cost of giving the first n contents to the labels up to the next one, by n."""
    costs: dict[int, tuple[float, int]] = {}
    for start, (cost, _) in before.items():
        for end in range(start, len(contents) + 1):
            own = _off_centre(contents[start:end], middle)
            if own is None:
                break
            if 0 < end < len(contents) and is_wrapped(contents[end - 1], contents[end]):
                own += _TORN
            if end not in costs or cost + own < costs[end][0]:
                costs[end] = (cost + own, start)
    return costs


def _off_centre(lines: Sequence[Line], middle: float) -> float | None:
    """How far, in letters, the middle of lines is from that of their label; None when too far."""
    if not lines:
        return _EMPTY
    off = (lines[0].top + lines[-1].bottom) / 2 - middle
    if off > _TOO_FAR * lines[0].size:
        return None
    return abs(off) / lines[0].size

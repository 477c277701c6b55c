"""Heads and the values below them, which begin where these do, to rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document.reasons import Reason, Verdict, seam_reasons
from pipeline.document.seams import Seam, heads_go_on
from pipeline.readers.pdf.labelled_rows import Row, Rows
from pipeline.readers.pdf.line_parts import SAME_DISTANCE, SAME_EDGE, is_matrix
from pipeline.readers.pdf.lines import Line


def header_rows(
    parts: Sequence[Sequence[Line]],
    header: Sequence[float],
    leading: float,
    records: Sequence[int],
) -> Rows:
    """A row of heads and those of values below it, each in as many lines as it takes.

    `records` are the lines at which rows begin after the first of values.
    """
    heads = 1
    reasons: list[Reason] = []
    for above, below in pairwise(parts):
        verdict = _goes_on(above, below, leading)
        reasons.extend(seam_reasons(above[0].text, below[0].text, verdict))
        if not verdict:
            break
        heads += 1
    if len(header) > 2 and is_matrix(parts[heads:]):
        records = range(heads + 1, len(parts))
    cuts = [0, heads, *(record for record in records if record > heads), len(parts)]
    rows: list[Row] = []
    for first, end in pairwise(cuts):
        members = parts[first:end]
        lines = [part for line in members for part in line]
        if not lines:
            continue
        row: Row = []
        for n, x in enumerate(header):
            right = header[n + 1] if n + 1 < len(header) else max(line.x1 for line in lines)
            own = [line for line in lines if x - SAME_EDGE <= line.x0 < right - SAME_EDGE]
            row.append(((x, lines[0].top, right, lines[-1].bottom), own))
        rows.append(row)
    return Rows(rows, tuple(reasons))


def _goes_on(above: Sequence[Line], below: Sequence[Line], leading: float) -> Verdict:
    """Whether a line holds nothing but the rest of heads that were wrapped above it."""
    stand_below = all(
        any(
            abs(part.x0 - head.x0) <= SAME_EDGE and head.text.styles[-1] == part.text.styles[0]
            for head in above
        )
        for part in below
    )
    distance = below[0].baseline - above[0].baseline
    seam = Seam(
        lower=all(part.chars[0].islower() for part in below),
        free=not stand_below,
        apart=distance - leading * below[0].size - SAME_DISTANCE,
    )
    return heads_go_on(seam)


def row_of(parts: Sequence[Line]) -> Row:
    """A row with a cell for each part of a line."""
    ends = [part.x0 for part in parts[1:]] + [parts[-1].x1]
    return [
        ((part.x0, part.top, end, part.bottom), [part])
        for part, end in zip(parts, ends, strict=True)
    ]


def has_values(parts: Sequence[Sequence[Line]], header: Sequence[float]) -> bool:
    """Whether something stands below a head other than the first."""
    return any(
        abs(part.x0 - x) <= SAME_EDGE for line in parts[1:] for part in line for x in header[1:]
    )


def is_beside_label(parts: Sequence[Sequence[Line]], header: Sequence[float]) -> bool:
    """Whether nothing stands below the first of several heads: it labels a table beside it."""
    firsts = (abs(part.x0 - header[0]) <= SAME_EDGE for line in parts[1:] for part in line)
    return len(header) > 2 and len(parts) > 1 and not any(firsts)

"""Heads and the values below them, which begin where these do, to rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document.reasons import Reason, Verdict, seam_reasons
from pipeline.document.seams import Seam, heads_go_on
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.labelled_rows import Row, Rows
from pipeline.readers.pdf.line_parts import SAME_DISTANCE, SAME_EDGE, is_matrix
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.settings import Count

# So many cells of one line, of which one alone was wrapped, are no heads: these have values.
_TWO_PAIRS: Count = 4


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
        rows.append(_row(lines, header))
    return Rows(rows, tuple(reasons))


def rows_of_cells(parts: Sequence[Sequence[Line]], header: Sequence[float]) -> Rows:
    """Rows of labels and values by turns: a label in the first column begins the next one."""
    begins = [n for n, line in enumerate(parts) if n and _has_at(line, header[0])]
    cuts = pairwise([0, *begins, len(parts)])
    return Rows([_row([p for line in parts[a:b] for p in line], header) for a, b in cuts])


def _are_pairs(parts: Sequence[Line]) -> bool:
    """Whether labels and values take turns in a line, as their style tells."""
    turns = list(zip(parts[::2], parts[1::2], strict=False))
    return len(turns) > 1 and len(parts) % 2 == 0 and all(is_pair(*turn) for turn in turns)


def is_pair(label: Line, value: Line) -> bool:
    """Whether two parts of a line show by their style that one is the label of the other."""
    is_bold = label.text.all_styled(BOLD) and not value.text.styles[0] & BOLD
    is_italic = label.text.all_styled(ITALIC) and not value.text.styles[0] & ITALIC
    return is_bold or is_italic


def _row(lines: Sequence[Line], header: Sequence[float]) -> Row:
    """The cells of lines that stand in columns, which begin where heads do."""
    row: Row = []
    for n, x in enumerate(header):
        right = header[n + 1] if n + 1 < len(header) else max(line.x1 for line in lines)
        own = [line for line in lines if x - SAME_EDGE <= line.x0 < right - SAME_EDGE]
        row.append(((x, lines[0].top, right, lines[-1].bottom), own))
    return row


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
    return any(_has_at(line, x) for line in parts[1:] for x in header[1:])


def is_one_row(parts: Sequence[Sequence[Line]], header: Sequence[float]) -> bool:
    """Whether a line of cells is a whole row: its labels and values take turns, as their style
    tells, or one alone of several goes on below it, not the first."""
    below = {n for n, x in enumerate(header) for line in parts[1:] if _has_at(line, x)}
    return _are_pairs(parts[0]) or (
        len(header) >= _TWO_PAIRS and len(below) == 1 and 0 not in below
    )


def _has_at(line: Sequence[Line], x: float) -> bool:
    return any(abs(part.x0 - x) <= SAME_EDGE for part in line)


def is_beside_label(parts: Sequence[Sequence[Line]], header: Sequence[float]) -> bool:
    """Whether nothing stands below the first of several heads: it labels a table beside it."""
    return len(header) > 2 and len(parts) > 1 and not any(_has_at(p, header[0]) for p in parts[1:])

"""Labels and contents to rows: by level lines, else by labels at the top or at the middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from pipeline.document.reasons import Reason, seam_reasons
from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.centred import Members, centred
from pipeline.readers.pdf.labels import Labels
from pipeline.readers.pdf.line_parts import SAME_EDGE, line_parts
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box, Rule
from pipeline.readers.pdf.settings import Count, Points, Share

# Labels share baselines with contents in most rows of a table that is aligned at the top.
_LEVEL_SHARE: Share = 0.6
# Cells are padded by two millimetres at most, where rules show them.
_PADDING: Points = 6.0
# So many labels of one table tell how it is aligned; fewer go with the document.
_ENOUGH_LABELS: Count = 4

Row = list[tuple[Box, list[Line]]]
"""The cells of a row: the box of each, and its lines."""


class Rows(NamedTuple):
    """The rows of a table that lines show, and how these were parted into them."""

    rows: Sequence[Row]
    reasons: tuple[Reason, ...] = ()


def labelled_rows(
    parts: Sequence[Sequence[Line]], edge: float, columns: AlignedColumns, rules: Sequence[Rule]
) -> Rows:
    """The rows of a table of labels and contents, which begin at an edge."""
    labels: list[Line] = []
    contents: list[Line] = []
    for line in parts:
        for part in line:
            (labels if part.x0 < edge - SAME_EDGE else contents).append(part)
    left = min((line.x0 for line in labels), default=edge)
    rows: list[Row] = []
    tops = [line.top for line in (*labels, *contents)]
    # What is drawn below contents alone parts the rows of a table inside them, where these stand in
    # columns; else the rows that one label has.
    are_apart = any(len(line_parts(line)) > 1 for line in contents)
    reach = edge - _PADDING if labels and are_apart else columns.right
    levels = [
        r.at for r in rules if r.level and min(tops) + 1 < r.at < max(tops) and r.start < reach
    ]
    column = Labels(labels, contents, levels, columns.right, columns.leading, columns.rows_apart)
    verdicts = column.verdicts()
    for own_labels, own_contents in _grouped(column, column.groups(verdicts), columns):
        members = [*own_labels, *own_contents]
        top, bottom = min(m.top for m in members), max(m.bottom for m in members)
        rows.append(
            [
                ((left, top, edge, bottom), own_labels),
                ((edge, top, columns.right, bottom), own_contents),
            ]
        )
    told = zip(pairwise(labels), verdicts, strict=True)
    reasons = (seam_reasons(above.text, below.text, verdict) for (above, below), verdict in told)
    return Rows(rows, tuple(chain.from_iterable(reasons)))


def _grouped(column: Labels, groups: list[list[Line]], columns: AlignedColumns) -> list[Members]:
    """The labels and contents of each row, by the lines of each label."""
    labels, contents, levels = column.labels, column.contents, column.levels
    if not levels and groups and not _stand_at_top(column, groups, columns):
        return centred(groups, contents)
    # The first row has all that stands above the others: mirrored letters end above their top.
    starts = sorted({float("-inf"), *levels, *(group[0].top - 1 for group in groups)})
    found = []
    for top, end in zip(starts, [*starts[1:], float("inf")], strict=True):
        own_labels = [line for line in labels if top <= line.middle < end]
        own_contents = [line for line in contents if top <= line.middle < end]
        if own_labels or own_contents:
            found.append((own_labels, own_contents))
    return found


def _stand_at_top(
    column: Labels, groups: Sequence[Sequence[Line]], columns: AlignedColumns
) -> bool:
    """Whether the labels of a table stand beside the first lines of their contents.

    Few labels, and some that contradict, go with the document.
    """
    # What stands beside nothing tells nothing: a list may begin below its label.
    beside = [group for group in groups if column.has_beside(group)]
    if len(beside) < _ENOUGH_LABELS or any(map(column.begins_lower, groups)):
        return columns.top_aligned
    return column.share_level(beside) >= _LEVEL_SHARE

"""Tables without upright rules: labels and contents that stand at two steady left edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.core.signs import HYPHENS
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.line_parts import (
    SAME_EDGE,
    is_emphasised,
    is_matrix,
    line_parts,
    parts_at,
)
from pipeline.readers.pdf.lines import Line, is_wrapped
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.marks import Box, Rule
from pipeline.readers.pdf.settings import Count, Ems, Points, Share

# What a list or a first line is indented by, at most: two steps of Word's 0.63 cm and a third.
_DEEPEST: Points = 48.0
# How much first lines are indented at most, beyond what edges differ by: a tab of a centimetre.
_FIRST_INDENT: Points = 30.0
# An edge that fewer lines of the document share is chance.
_FEWEST: Count = 3
# Lines of one label stand no further apart than this; those that surely go on, than that.
_LABEL_LEADING: Ems = 1.5
_WIDE_LEADING: Ems = 2.0
# Headings are larger than what stands in tables, of its size.
_OTHER_SIZE: Share = 0.12
# The next row stands further away than the next line of a value.
_NEXT_ROW: Ems = 1.7
# Distances that differ by less are the same.
_ROUNDING: Points = 0.3
# Baselines that differ by less are one: a label in another font or with a raised sign.
_ONE_BASELINE: Ems = 0.3
# A wrapped line fills so much of its column at least.
_FULL: Share = 0.7
# A label that stands above the contents beside it is this far away at most.
_NEAR_LABEL: Ems = 4.5
# Labels share baselines with contents in most rows of a table that is aligned at the top.
_LEVEL_SHARE: Share = 0.6
# So many labels of one table tell how it is aligned; fewer go with the document.
_ENOUGH_LABELS: Count = 4
# Of the labels of a document aligned at the top hardly one stands lower; at the middle, half do.
_LOWER_SHARE: Share = 0.2
# What it costs to leave a label without contents or contents without a label, and to part a
# sentence; further away, contents are of another label.
_EMPTY: Ems = 3.0
_UNLABELLED: Ems = 2.0
_TOO_FAR: Ems = 12.0
_TORN: Ems = 2.0

# After these no label ends; `Ontwikkeld door`, `Geldig tot` and `Bestemd voor` are whole.
_OPEN_WORDS = frozenset("en of van de het een".split())
_IN_BRACKETS = re.compile(r"\(.*\)\s*:?")
_OPEN_SIGNS = ("/", "&", ",", *HYPHENS)

Row = list[tuple[Box, list[Line]]]
"""The cells of a row: the box of each, and its lines."""
_Members = tuple[list[Line], list[Line]]


@dataclass(frozen=True, slots=True)
class AlignedColumns:
    """The left edges of the content columns of a document without upright rules."""

    edges: tuple[float, ...]
    right: float = 0.0
    """Where the longest of the lines ends."""
    top_aligned: bool = True
    """Whether most labels stand beside the first lines of their contents."""
    leading: float = 0.0
    """The distance of lines within a paragraph, in letters; 0 where nothing shows it."""
    size: float = 0.0
    """The size of most of the contents."""

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]]) -> AlignedColumns:
        """The edges at which second columns begin again and again."""
        starts: Counter[int] = Counter()
        sizes: Counter[float] = Counter()
        exact: dict[int, float] = {}
        for lines in pages:
            for line in lines:
                for part in line_parts(line)[1:]:
                    key = round(part.x0 / SAME_EDGE)
                    starts[key] += 1
                    sizes[part.size] += 1
                    exact.setdefault(key, part.x0)
        edges: list[float] = []
        for key, count in starts.most_common():
            # What begins a little to the right of a more common edge is indented.
            indented = any(0 < exact[key] - edge <= _DEEPEST for edge in edges)
            if count >= _FEWEST and not indented:
                edges.append(exact[key])
        right = max((line.x1 for lines in pages for line in lines), default=0.0)
        found = cls(
            tuple(sorted(_without_indent(edge, pages) for edge in edges)),
            right,
            size=sizes.most_common(1)[0][0] if sizes else 0.0,
        )
        found = replace(found, leading=_usual_leading(pages, found.edges))
        return replace(found, top_aligned=_are_top_aligned(pages, found))

    def edge_of(self, x: float) -> float | None:
        """The edge of the column that something at this x begins in, indented or not."""
        near = [e for e in self.edges if -SAME_EDGE <= x - e <= _DEEPEST]
        return max(near, default=None)


def _without_indent(edge: float, pages: Sequence[Sequence[Line]]) -> float:
    """The edge of a column in which first lines, those beside labels, are indented."""
    starts = Counter(
        round(line.x0, 1)
        for lines in pages
        for line in lines
        if SAME_EDGE <= edge - line.x0 <= _FIRST_INDENT
    )
    usual, count = max(starts.items(), key=lambda found: found[1], default=(edge, 0))
    return usual if count >= _FEWEST else edge


def aligned_rows(
    lines: Sequence[Line], columns: AlignedColumns, rules: Sequence[Rule]
) -> Iterator[Line | list[Row]]:
    """Lines that stand alone, and tables as lists of rows, from top to bottom."""
    walk = _Walk(columns, rules, lines)
    for line in lines:
        yield from walk.line(line)
    yield from walk.end()


class _Walk:
    """Goes down a page; holds the lines of the table that is open and its content edge."""

    def __init__(
        self, columns: AlignedColumns, rules: Sequence[Rule], lines: Sequence[Line]
    ) -> None:
        left = min((line.x0 for line in lines), default=0.0)
        self.starts = sorted({line.x0 for line in lines if line.x0 > left + _DEEPEST})
        self.columns = columns
        self.rules = rules
        self.parts: list[list[Line]] = []
        self.edge = 0.0
        self.header: list[float] = []
        self.records: list[int] = []
        self.opening: Line | None = None
        self.begun = False

    def line(self, line: Line) -> Iterator[Line | list[Row]]:
        """Take in a line: into the open table, or out as text."""
        if self.parts and self._is_apart(line):
            if self._is_record(line):
                self.records.append(len(self.parts))
            else:
                yield from self.end()
        if self.header:
            below = parts_at(line, self.header)
            if all(self._in_header(part) for part in below):
                self.parts.append(below)
                return
        parts = self._line_parts(line)
        edge = self._edge(parts)
        if len(parts) > 2 or (len(parts) == 2 and edge is None):
            yield from self.end()
            self.header = [part.x0 for part in parts]
            self.parts, self.opening = [parts], line
            return
        if len(parts) == 2 and edge is not None:
            if self.header or not (abs(edge - self.edge) <= SAME_EDGE or self._is_outdent(parts)):
                yield from self.end()
            self.edge = edge
            self.parts.append(parts)
        elif len(parts) == 1 and self._fits(line, edge):
            self.edge = self.edge or edge or 0.0
            self.parts.append(parts)
        else:
            yield from self.end(line)
            self.begun = True
            yield line

    def _edge(self, parts: Sequence[Line]) -> float | None:
        """Where the contents begin that a line ends with; None where nothing shows it."""
        edge = self.columns.edge_of(parts[-1].x0)
        if len(parts) != 2 or edge is not None:
            return edge
        starts = (x for x in self.starts if abs(x - parts[1].x0) <= SAME_EDGE)
        return next(starts, parts[1].x0 if _is_pair(*parts) else None)

    def _is_outdent(self, parts: Sequence[Line]) -> bool:
        """Whether a label shows by its style that the contents above it were indented."""
        if len(parts) != 2 or self.header or not _is_pair(*parts):
            return False
        return 0 < self.edge - parts[1].x0 <= _DEEPEST

    def _line_parts(self, line: Line) -> list[Line]:
        """The label and the contents of a line, or its heads; stretched lines have wide gaps."""
        if self.edge and not self.header and line.x0 >= self.edge - SAME_EDGE:
            # Heads begin where labels do.
            return [line]
        parts = line_parts(line, (*self.columns.edges, *self.header), self.starts)
        is_left = any(part.x0 < self.edge - SAME_EDGE for part in parts[1:])
        if self.edge and is_left and not self._is_outdent(parts):
            # Labels have one column.
            return parts_at(line, (self.edge,))
        is_beside = len(parts) > 2 and abs(parts[1].x0 - self.edge) <= SAME_EDGE
        if self.edge and is_beside and not is_emphasised(line):
            # Contents have one column too, in which a line may have been stretched.
            return parts_at(line, (self.edge,))
        return parts

    def end(self, following: Line | None = None) -> Iterator[Line | list[Row]]:
        """Close the open table; what stands nearer to the line that follows goes with that."""
        after = self._titles_of(following) if following is not None else []
        yield from self._close()
        yield from after

    def _titles_of(self, following: Line) -> list[Line]:
        """Take the lines at the end of the open table that are titles of what follows it."""
        found: list[Line] = []
        while not self.header and len(self.parts) > 1 and len(self.parts[-1]) == 1:
            line, above = self.parts[-1][0], self.parts[-2][-1]
            below = found[0] if found else following
            nearer = below.baseline - line.baseline < line.baseline - above.baseline - _ROUNDING
            if line.x0 >= self.edge - SAME_EDGE or not nearer:
                break
            found.insert(0, line)
            self.parts.pop()
        return found

    def _close(self) -> Iterator[Line | list[Row]]:
        parts, header = self.parts, self.header
        begun, self.begun = self.begun, self.begun or bool(self.parts)
        edge, self.edge = self.edge, 0.0
        self.parts, self.header = [], []
        records, self.records = self.records, []
        if header and self.opening is not None and not _has_values(parts, header):
            opening = self.opening
            # A wide gap in a line by itself is no column; several above a drawn line are.
            is_row = len(parts[0]) > 2 and self._is_ruled(opening)
            yield [_row_of(parts[0])] if is_row else opening
            for line in (part for below in parts[1:] for part in below):
                yield from self.line(line)
            if self.parts:
                yield from self._close()
        elif header:
            yield _header_rows(parts, header, self.columns.leading, records)
        elif any(len(part) == 2 for part in parts) or (
            # What opens a page may go on with the table before it.
            parts and not (begun and _is_text(parts))
        ):
            yield _rows(parts, edge, self.columns, self.rules)
        else:
            for part in parts:
                yield from part

    def _is_ruled(self, line: Line) -> bool:
        """Whether a line is drawn right below all of a line of text."""
        return any(
            rule.level
            and line.baseline < rule.at < line.baseline + _LABEL_LEADING * line.size
            and rule.start <= line.x0 + SAME_EDGE
            and rule.end >= line.x1 - SAME_EDGE
            for rule in self.rules
        )

    def _is_apart(self, line: Line) -> bool:
        """Whether a line is a heading between tables, or the next row after heads and values."""
        last = self.parts[-1][-1]
        if abs(line.size - last.size) > _OTHER_SIZE * last.size:
            return True
        if len(self.parts) < 2 or not self.header:
            return False
        distance = line.baseline - last.baseline
        pitch = self.parts[1][0].baseline - self.parts[0][0].baseline
        wrapped = self.columns.leading * line.size
        if wrapped and pitch > wrapped + _ROUNDING and distance > pitch - _ROUNDING:
            return True
        return distance > _NEXT_ROW * line.size

    def _is_record(self, line: Line) -> bool:
        """Whether a line is the next row of the open table: under its heads, set as its values.

        It stands as far below the row before it as that one below its own.
        """
        if not self.header or len(self.parts) < 2:
            return False
        parts, values = parts_at(line, self.header), self.parts[1]
        pitch = self.parts[1][0].baseline - self.parts[0][0].baseline
        distance = line.baseline - self.parts[-1][0].baseline
        return (
            len(parts) > 1
            and abs(parts[0].x0 - self.header[0]) <= SAME_EDGE
            and all(self._in_header(part) for part in parts)
            and abs(distance - pitch) <= _ROUNDING
            and parts[0].text.styles[0] == values[0].text.styles[0]
            and self.parts[0][0].text.styles[0] != values[0].text.styles[0]
        )

    def _is_title(self, line: Line) -> bool:
        return line.size > (1 + _OTHER_SIZE) * self.columns.size

    def _in_header(self, part: Line) -> bool:
        return any(abs(part.x0 - x) <= SAME_EDGE for x in self.header)

    def _fits(self, line: Line, edge: float | None) -> bool:
        """Whether a line with one part goes on in one of the two columns, or opens the second."""
        if self.header:
            return False
        if not self.edge:
            return edge is not None and not self._is_title(line)
        if line.x0 >= self.edge - SAME_EDGE:
            return True
        last = self.parts[-1][-1]
        near = line.baseline - last.baseline < _NEAR_LABEL * line.size
        # Contents that are all indented leave their labels more room.
        contents = (part.x0 for parts in self.parts for part in parts)
        left = min((x for x in contents if x >= self.edge - SAME_EDGE), default=self.edge)
        return line.x1 <= left - SAME_EDGE and near


def _row_of(parts: Sequence[Line]) -> Row:
    """A row with a cell for each part of a line."""
    ends = [part.x0 for part in parts[1:]] + [parts[-1].x1]
    return [
        ((part.x0, part.top, end, part.bottom), [part])
        for part, end in zip(parts, ends, strict=True)
    ]


def _is_pair(label: Line, value: Line) -> bool:
    """Whether two parts of a line show by their style that one is the label of the other."""
    is_bold = label.text.all_styled(BOLD) and not value.text.styles[0] & BOLD
    is_italic = label.text.all_styled(ITALIC) and not value.text.styles[0] & ITALIC
    return is_bold or is_italic


def _has_values(parts: Sequence[Sequence[Line]], header: Sequence[float]) -> bool:
    """Whether something stands below a head other than the first."""
    return any(
        abs(part.x0 - x) <= SAME_EDGE for line in parts[1:] for part in line for x in header[1:]
    )


def _is_text(parts: Sequence[Sequence[Line]]) -> bool:
    """Whether lines that were taken for a content column are an indented list after all."""
    return all(has_marker(part[0].chars) for part in parts)


def _header_rows(
    parts: Sequence[Sequence[Line]],
    header: Sequence[float],
    leading: float,
    records: Sequence[int],
) -> list[Row]:
    """A row of heads and those of values below it, each in as many lines as it takes.

    `records` are the lines at which rows begin after the first of values.
    """
    rows: list[Row] = []
    heads = 1
    while heads < len(parts) and _goes_on_with_head(parts[heads - 1], parts[heads], leading):
        heads += 1
    if len(header) > 2 and is_matrix(parts[heads:]):
        records = range(heads + 1, len(parts))
    cuts = [0, heads, *(record for record in records if record > heads), len(parts)]
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
    return rows


def _goes_on_with_head(above: Sequence[Line], below: Sequence[Line], leading: float) -> bool:
    """Whether a line holds nothing but the rest of heads that were wrapped above it."""
    distance = below[0].baseline - above[0].baseline
    if distance > leading * below[0].size + _ROUNDING:
        return False
    return all(
        part.chars[0].islower()
        and any(
            abs(part.x0 - head.x0) <= SAME_EDGE and head.text.styles[-1] == part.text.styles[0]
            for head in above
        )
        for part in below
    )


def _rows(
    parts: Sequence[Sequence[Line]], edge: float, columns: AlignedColumns, rules: Sequence[Rule]
) -> list[Row]:
    """The rows of a table of labels and contents."""
    labels: list[Line] = []
    contents: list[Line] = []
    for line in parts:
        for part in line:
            (labels if part.x0 < edge - SAME_EDGE else contents).append(part)
    left = min((line.x0 for line in labels), default=edge)
    rows: list[Row] = []
    for own_labels, own_contents in _grouped(labels, contents, rules, columns):
        members = [*own_labels, *own_contents]
        top, bottom = min(m.top for m in members), max(m.bottom for m in members)
        rows.append(
            [
                ((left, top, edge, bottom), own_labels),
                ((edge, top, columns.right, bottom), own_contents),
            ]
        )
    return rows


def _grouped(
    labels: Sequence[Line],
    contents: Sequence[Line],
    rules: Sequence[Rule],
    columns: AlignedColumns,
) -> list[_Members]:
    """The labels and contents of each row: by rules, else by labels at the top or the middle."""
    tops = [line.top for line in (*labels, *contents)]
    levels = [r.at for r in rules if r.level and min(tops) + 1 < r.at < max(tops)]
    groups = _label_groups(labels, contents, levels, columns)
    if not levels and groups and not _stand_at_top(groups, contents, columns):
        return _centred(groups, contents)
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
    groups: Sequence[Sequence[Line]], contents: Sequence[Line], columns: AlignedColumns
) -> bool:
    """Whether the labels of a table stand beside the first lines of their contents.

    Few labels, and some that contradict, go with the document.
    """
    against = sum(_is_beside_no_beginning(group, contents, columns.right) for group in groups)
    if len(groups) < _ENOUGH_LABELS or against:
        return columns.top_aligned
    return _share_level(groups, contents) >= _LEVEL_SHARE


def _is_beside_no_beginning(group: Sequence[Line], contents: Sequence[Line], right: float) -> bool:
    """Whether a label stands between two lines of contents, or beside the rest of a sentence."""
    beside = [n for n, line in enumerate(contents) if _share_baseline(line, group[0])]
    if not beside:
        return _is_beside(group, contents)
    return any(n and _is_rest(contents[n - 1], contents[n], right) for n in beside)


def _is_rest(above: Line, line: Line, right: float) -> bool:
    """Whether a line surely goes on with the sentence of the one above it."""
    return is_wrapped(above, line) and _is_full(above, right)


def _label_groups(
    labels: Sequence[Line],
    contents: Sequence[Line],
    levels: Sequence[float],
    columns: AlignedColumns,
) -> list[list[Line]]:
    """The lines of each label."""
    groups: list[list[Line]] = []
    for label in labels:
        before = groups[-1][-1] if groups else None
        if before is not None and _is_one_label(before, label, contents, levels, columns):
            groups[-1].append(label)
        else:
            groups.append([label])
    return groups


def _is_one_label(
    before: Line,
    label: Line,
    contents: Sequence[Line],
    levels: Sequence[float],
    columns: AlignedColumns,
) -> bool:
    """Whether a line goes on with the label above it."""
    distance = label.baseline - before.baseline
    if any(before.top < at < label.bottom for at in levels) or before.chars.endswith(":"):
        return False
    if before.chars.split()[-1].lower() in _OPEN_WORDS or before.chars.endswith(_OPEN_SIGNS):
        return distance <= _WIDE_LEADING * label.size
    is_named = label.chars.lstrip("(")[:1].isupper() and not _IN_BRACKETS.fullmatch(label.chars)
    if not (is_named or has_marker(label.chars)):
        # A label that takes several lines goes on in lower case, or with `(NLQF):`.
        return distance <= _WIDE_LEADING * label.size
    beside = [n for n, line in enumerate(contents) if _share_baseline(line, label)]
    if distance <= _WIDE_LEADING * label.size and any(
        n and _is_rest(contents[n - 1], contents[n], columns.right) for n in beside
    ):
        # No row begins inside a sentence.
        return True
    usual = max(_LABEL_LEADING, columns.leading + _ROUNDING / label.size)
    return distance <= usual * label.size and not beside


def _is_full(line: Line, right: float) -> bool:
    """Whether a line reaches far enough to have been wrapped."""
    return line.x1 - line.x0 > _FULL * (right - line.x0)


def _share_baseline(line: Line, other: Line) -> bool:
    return abs(line.baseline - other.baseline) < _ONE_BASELINE * line.size


def _usual_leading(pages: Sequence[Sequence[Line]], edges: Sequence[float]) -> float:
    """The distance, in letters, of lines of which one surely goes on with the other."""
    found: list[float] = []
    for lines in pages:
        parts = [part for line in lines for part in line_parts(line, edges)[-1:]]
        found.extend(
            (following.baseline - line.baseline) / line.size
            for line, following in pairwise(parts)
            if is_wrapped(line, following) and abs(line.x0 - following.x0) <= SAME_EDGE
        )
    return median(found) if found else 0.0


def _share_level(groups: Sequence[Sequence[Line]], contents: Sequence[Line]) -> float:
    """The share of labels that stand beside a line of contents, on one baseline."""
    level = sum(any(_share_baseline(line, group[0]) for line in contents) for group in groups)
    return level / len(groups) if groups else 1.0


def _are_top_aligned(pages: Sequence[Sequence[Line]], columns: AlignedColumns) -> bool:
    """Whether the labels of all pages stand beside the first lines of their contents."""
    total = lower = 0
    for lines in pages:
        parts = [part for line in lines for part in line_parts(line, columns.edges)]
        contents = [p for p in parts if any(abs(p.x0 - e) <= _DEEPEST for e in columns.edges)]
        inside = {id(part) for part in contents}
        first = min(columns.edges, default=0.0)
        labels = [p for p in parts if id(p) not in inside and p.x1 < first]
        # What stands by itself is text outside tables, and no label.
        groups = [
            g for g in _label_groups(labels, contents, (), columns) if _is_beside(g, contents)
        ]
        total += len(groups)
        lower += sum(_is_beside_no_beginning(group, contents, columns.right) for group in groups)
    return lower <= _LOWER_SHARE * total


def _is_beside(group: Sequence[Line], contents: Sequence[Line]) -> bool:
    """Whether contents stand beside a label, at its first line or around its middle."""
    return any(line.top < group[-1].bottom and line.bottom > group[0].top for line in contents)


def _centred(groups: Sequence[list[Line]], contents: Sequence[Line]) -> list[_Members]:
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
    found: list[_Members] = [([], list(contents[: ends[0]]))] if ends[0] else []
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

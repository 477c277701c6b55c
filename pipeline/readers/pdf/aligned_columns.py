"""Where the contents of a document without upright rules begin, and how its labels stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.readers.pdf.labels import Labels
from pipeline.readers.pdf.line_parts import SAME_EDGE, line_parts
from pipeline.readers.pdf.lines import Line, is_wrapped
from pipeline.readers.pdf.settings import Count, Points, Share

# What a list or a first line is indented by, at most: two steps of Word's 0.63 cm and a third.
DEEPEST: Points = 48.0
# Texts hang right of their markers by a step of a word processor: no column is as narrow.
_HANGING: Points = 18.0
# How much first lines are indented at most, beyond what edges differ by: a tab of a centimetre.
_FIRST_INDENT: Points = 30.0
# An edge that fewer lines of the document share is chance.
_FEWEST: Count = 3
# Of the labels of a document aligned at the top hardly one stands lower; at the middle, half do.
_LOWER_SHARE: Share = 0.2
# Where rows are set apart, all but the second lines of a few labels begin further away than lines
# do; so many labels tell it.
_ROWS_APART: Share = 0.8
_FEWEST_ROWS: Count = 5


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
    rows_apart: bool = False
    """Whether rows stand further apart than the lines of a paragraph."""
    inner: tuple[tuple[float, float], ...] = ()
    """The left edges of columns of tables inside the contents, each with that of the contents."""

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]], fewest: int = _FEWEST) -> AlignedColumns:
        """The edges at which second columns begin again and again, `fewest` times at least."""
        starts: dict[int, list[float]] = defaultdict(list)
        sizes: Counter[float] = Counter()
        exact: dict[int, float] = {}
        for lines in pages:
            for line in lines:
                for before, part in pairwise(line_parts(line)):
                    key = round(part.x0 / SAME_EDGE)
                    starts[key].append(before.x0)
                    sizes[part.size] += 1
                    exact.setdefault(key, part.x0)
        edges: list[float] = []
        for key, lefts in sorted(starts.items(), key=lambda found: -len(found[1])):
            # What begins a little to the right of a more common edge is indented.
            indented = any(0 < exact[key] - edge <= DEEPEST for edge in edges)
            if len(lefts) >= fewest and not indented:
                edges.append(exact[key])
        # What begins beside contents, and hardly ever beside labels, is of a table inside these, or
        # a line there was stretched.
        first = min(edges, default=0.0)
        outer = [
            edge
            for edge in edges
            if sum(left < first - SAME_EDGE for left in starts[round(edge / SAME_EDGE)]) >= fewest
        ]
        right = max((line.x1 for lines in pages for line in lines), default=0.0)
        found = cls(
            tuple(_without_hanging({_without_indent(edge, pages) for edge in outer})),
            right,
            size=sizes.most_common(1)[0][0] if sizes else 0.0,
        )
        within = {edge: starts[round(edge / SAME_EDGE)] for edge in edges if edge not in outer}
        found = replace(
            found, inner=tuple((edge, found._home(edge, lefts)) for edge, lefts in within.items())
        )
        found = replace(found, leading=_usual_leading(pages, found.edges))
        columns = [found.labels_on(lines) for lines in pages]
        apart = [anew for labels in columns for anew in labels.begins_anew()]
        return replace(
            found,
            top_aligned=_are_top_aligned(columns),
            rows_apart=len(apart) >= _FEWEST_ROWS and sum(apart) >= _ROWS_APART * len(apart),
        )

    def labels_on(self, lines: Sequence[Line]) -> Labels:
        """The labels and contents among the lines of a page, wherever they stand."""
        parts = [part for line in lines for part in line_parts(line, self.edges)]
        contents = [p for p in parts if any(abs(p.x0 - e) <= DEEPEST for e in self.edges)]
        inside = {id(part) for part in contents}
        first = min(self.edges, default=0.0)
        labels = [p for p in parts if id(p) not in inside and p.x1 < first]
        return Labels(labels, contents, right=self.right, leading=self.leading)

    def edge_of(self, x: float) -> float | None:
        """The edge of the column that something at this x begins in, indented or not."""
        home = next((h for e, h in self.inner if -SAME_EDGE <= x - e <= DEEPEST), None)
        if home is not None:
            return home
        near = [e for e in self.edges if -SAME_EDGE <= x - e <= DEEPEST]
        return max(near, default=None)

    def _home(self, edge: float, lefts: Sequence[float]) -> float:
        """The edge of the contents that a column stands in, by what begins left of it."""
        before = [e for e in self.edges if e < edge - SAME_EDGE]
        usual = median(lefts)
        return min(before, key=lambda e: abs(e - usual), default=edge)


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


def _without_hanging(edges: Set[float]) -> list[float]:
    """The edges from left to right, without those of texts that hang right of their markers."""
    return [e for e in sorted(edges) if not any(0 < e - left <= _HANGING for left in edges)]


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


def _are_top_aligned(columns: Sequence[Labels]) -> bool:
    """Whether the labels of all pages stand beside the first lines of their contents."""
    total = lower = 0
    for column in columns:
        # What stands by itself is text outside tables, and no label.
        groups = [group for group in column.groups(column.verdicts()) if column.has_beside(group)]
        total += len(groups)
        lower += sum(map(column.begins_lower, groups))
    return lower <= _LOWER_SHARE * total

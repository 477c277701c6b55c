"""The lines of a page to areas: text, and tables whose labels stand beside their contents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.core import heartbeat
from pipeline.core.signs import LEADERS, ends_sentence
from pipeline.document.seams import UNSEEN
from pipeline.readers.layout_text.areas import LABEL, TEXT, VALUE, Area, CellArea, TableArea
from pipeline.readers.layout_text.edges import DEEPEST, SAME_EDGE, edges_of, margin_of
from pipeline.readers.layout_text.grids import grid_at
from pipeline.readers.layout_text.inner import with_inner_columns
from pipeline.readers.layout_text.label_seams import APART, NUMBERED, goes_on, is_named
from pipeline.readers.layout_text.lines import Line
from pipeline.readers.layout_text.parting import LABELS, Around, Parting, Parts, at_edge
from pipeline.readers.layout_text.setting import width_of

# A line of a list of contents, from its end: a number, and what leads to it.
_CONTENTS = re.compile(rf"\d+\s*(?:[{LEADERS}]\s?){{4}}")
# A label has so many lines more, at most, before the contents beside it have their second.
_LABEL_LINES = 3


def areas_of(lines: Sequence[Line], gap: int = 0, above: Sequence[Area] = ()) -> list[Area]:
    """The areas of a page, from top to bottom.

    `gap` is how many blank lines may stand between lines that go on, `above` are the areas of the
    page before.
    """
    head = _head_of(above[-1]) if above else ()
    parting = Parting(margin_of(lines), edges_of(lines), gap > 0)
    walk = _Walk(lines, parting, gap, head, _widest_labels(lines))
    walk.run()
    for area in walk.areas:
        if isinstance(area, TableArea):
            _align(area)
    return [
        with_inner_columns(area, gap) if isinstance(area, TableArea) else area
        for area in walk.areas
    ]


def _head_of(area: Area) -> tuple[str, ...]:
    """What the cells of the first row of a table say; nothing for text."""
    if not isinstance(area, TableArea):
        return ()
    return tuple(" ".join(line.chars for line in cell.lines) for cell in area.rows[0])


def _widest_labels(lines: Sequence[Line]) -> dict[int, float]:
    """How wide the widest is of what stands left of a gap, by where the contents behind begin."""
    found: dict[int, float] = defaultdict(float)
    for line in lines:
        for edge in line.starts[1:2]:
            found[edge] = max(found[edge], width_of(line.parted(edge)[0].chars))
    return found


def _align(table: TableArea) -> None:
    """Let the contents of each row begin where the leftmost of them do: tools move whole rows."""
    for row in table.rows:
        for cell in row:
            if cell.kind == VALUE and cell.lines:
                cell.edge = min(line.column for line in cell.lines)


@dataclass(slots=True)
class _Walk:
    """Goes down a page; holds the table that is open, and the edge of its contents."""

    lines: Sequence[Line]
    parting: Parting
    gap: int
    head: tuple[str, ...]
    widest: Mapping[int, float]
    areas: list[Area] = field(default_factory=list)
    edge: int = 0
    before: Line | None = None

    def run(self) -> None:
        """Take in all lines."""
        n = 0
        while n < len(self.lines):
            heartbeat.beat()
            grid = None if self._has_edge(self.lines[n]) else grid_at(self.lines, n)
            if grid is not None:
                self.areas.append(grid[0])
                self.edge, self.before = 0, None
                n = grid[1]
                continue
            self._line(self.lines[n], n)
            n += 1

    def _has_edge(self, line: Line) -> bool:
        """Whether contents of the open table begin at the third stretch of a line, or later."""
        at = at_edge(line, self.edge)
        return at is not None and at != line.starts[1]

    def _line(self, line: Line, n: int) -> None:
        parts = self._parts(line, n)
        if not parts.edge or (parts.value is None and self._is_heading(line, n)):
            self._text(line)
        elif parts.label is None:
            self._value(parts, line)
        elif parts.value is None and not self.edge:
            self._text(line)
        else:
            self._row(parts, line)
        self.before = line

    def _parts(self, line: Line, n: int) -> Parts:
        if _CONTENTS.match(line.chars[::-1]):
            return Parts()
        inside = self._is_inside() and line.above <= self.gap
        parts = self.parting.parts(line, Around(self.edge, self._edge_below(n), inside))
        is_stretched = parts.value is not None and parts.value.chars[0].islower()
        # A heading may be stretched, too.
        return Parts() if is_stretched and NUMBERED.match(line.chars) else parts

    def _is_inside(self) -> bool:
        """Whether the contents of the open table end inside a sentence."""
        last = self.areas[-1] if self.edge else None
        if not isinstance(last, TableArea) or not last.rows[-1][-1].lines:
            return False
        return not ends_sentence(last.rows[-1][-1].lines[-1].chars)

    def _edge_below(self, n: int) -> int:
        """The edge at which contents begin on the lines right below one; 0 where none does."""
        for line in self.lines[n + 1 : n + 1 + _LABEL_LINES]:
            starts = (line.column, *line.starts[1:2])
            near = [e for e in self.parting.edges for x in starts if abs(x - e) <= SAME_EDGE]
            if line.above > self.gap:
                break
            if near or (line.starts[1:2] and line.column <= self.parting.margin + LABELS):
                return near[0] if near else line.starts[1]
            if line.end >= min(self.parting.edges, default=0) or is_named(line.chars):
                break
        return 0

    def _is_heading(self, line: Line, n: int) -> bool:
        """Whether a line left of the contents is none of a label.

        One that stands apart, with no contents beside it or right below, opens no row; of the last
        line these may stand on the next page.
        """
        is_last = n + 1 == len(self.lines)
        opens_none = line.above > self.gap and not self._edge_below(n) and not is_last
        return NUMBERED.match(line.chars) is not None or line.above >= APART or opens_none

    def _text(self, line: Line) -> None:
        self.edge = 0
        last = self.areas[-1] if self.areas else None
        if not isinstance(last, CellArea):
            last = CellArea(TEXT, self.parting.margin)
            self.areas.append(last)
        last.lines.append(line)

    def _table(self) -> TableArea:
        last = self.areas[-1] if self.areas else None
        if self.edge and isinstance(last, TableArea):
            return last
        table = TableArea()
        self.areas.append(table)
        return table

    def _value(self, parts: Parts, line: Line) -> None:
        """Take in a line of contents: of the open row, or of one that began on another page."""
        if not self.edge and self.areas:
            self._text(line)
            return
        table = self._table()
        self._move_edge(parts.edge)
        if not table.rows or self._is_head(table):
            table.rows.append(self._cells())
        table.rows[-1][1].lines.append(line)

    def _is_head(self, table: TableArea) -> bool:
        """Whether a table has nothing yet but the heads of the one before, printed again."""
        return len(table.rows) == 1 and bool(self.head) and _head_of(table) == self.head

    def _row(self, parts: Parts, line: Line) -> None:
        """Take in a line with a label: one of the open row, or the first of the next."""
        if line.above >= APART and parts.label is not None and not self._is_at_edge(parts):
            self.edge = 0
        table = self._table()
        goes_on = bool(table.rows) and self._goes_on(table.rows[-1][0], parts)
        if parts.value is not None or not self.edge:
            self._move_edge(parts.edge)
        if not goes_on:
            table.rows.append(self._cells())
        label, value = table.rows[-1]
        if parts.label is not None:
            label.lines.append(parts.label)
        if parts.value is not None:
            value.lines.append(parts.value)

    def _is_at_edge(self, parts: Parts) -> bool:
        """Whether contents begin where those of the open table do: it may have high rows.

        A number is the code of what begins anew, and no label.
        """
        is_label = parts.label is not None and parts.label.chars[0].isalpha()
        near = -SAME_EDGE <= parts.edge - self.edge <= DEEPEST
        return is_label and parts.value is not None and near

    def _goes_on(self, label: CellArea, parts: Parts) -> bool:
        if parts.label is None:
            return False
        beside = parts.value is not None
        room = self._room(label.lines, parts)
        return bool(goes_on(label.lines, self.before, parts.label, beside, self.gap, room))

    def _room(self, label: Sequence[Line], parts: Parts) -> float:
        """What would be left of a label's line with the next word, where contents begin anew there.

        The widest label beside that edge tells how wide their column is at least.
        """
        is_rest = parts.value is None or parts.value.chars[0].islower()
        if is_rest or parts.label is None or not label:
            return UNSEEN
        word = parts.label.chars.split(maxsplit=1)[0]
        near = range(parts.edge - SAME_EDGE, parts.edge + SAME_EDGE + 1)
        widest = max(self.widest.get(edge, 0.0) for edge in near)
        return widest - width_of(f"{label[-1].chars} {word}")

    def _move_edge(self, edge: int) -> None:
        """Note where contents of the open table begin: where the leftmost of them do."""
        is_near = self.edge and abs(edge - self.edge) <= DEEPEST
        self.edge = min(edge, self.edge) if is_near else edge

    def _cells(self) -> list[CellArea]:
        return [CellArea(LABEL, self.parting.margin), CellArea(VALUE, self.edge)]

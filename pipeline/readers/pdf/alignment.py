"""Tables without upright rules: labels and contents that stand at two steady left edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.readers.pdf.aligned_columns import DEEPEST, AlignedColumns
from pipeline.readers.pdf.header_rows import (
    has_values,
    header_rows,
    is_beside_label,
    is_one_row,
    is_pair,
    row_of,
    rows_of_cells,
)
from pipeline.readers.pdf.labelled_rows import Rows, labelled_rows
from pipeline.readers.pdf.labels import LABEL_LEADING, goes_on_in_label
from pipeline.readers.pdf.line_parts import (
    OTHER_SIZE,
    SAME_DISTANCE,
    SAME_EDGE,
    is_emphasised,
    line_parts,
    parts_at,
)
from pipeline.readers.pdf.lines import Line, is_wrapped
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.marks import Rule
from pipeline.readers.pdf.settings import Ems

# The next row stands further away than the next line of a value.
_NEXT_ROW: Ems = 1.7
# A label that stands above the contents beside it is this far away at most.
_NEAR_LABEL: Ems = 4.5


def aligned_rows(
    lines: Sequence[Line], columns: AlignedColumns, rules: Sequence[Rule]
) -> Iterator[Line | Rows]:
    """Lines that stand alone, and tables as lists of rows, from top to bottom."""
    walk = _Walk(columns, rules, lines)
    opening = _opening_label(lines, columns)
    walk.open(lines[:opening])
    for line in lines[opening:]:
        yield from walk.line(line)
    yield from walk.end()


class _Walk:
    """Goes down a page; holds the lines of the table that is open and its content edge."""

    def __init__(
        self, columns: AlignedColumns, rules: Sequence[Rule], lines: Sequence[Line]
    ) -> None:
        left = min((line.x0 for line in lines), default=0.0)
        self.starts = sorted({line.x0 for line in lines if line.x0 > left + DEEPEST})
        self.columns = columns
        self.rules = rules
        self.parts: list[list[Line]] = []
        self.edge = 0.0
        self.header: list[float] = []
        self.records: list[int] = []
        self.opening: Line | None = None
        # The last line that was cut into a label and its contents.
        self.cut: Line | None = None
        # The lines below the opening one, before they were cut at its heads.
        self.below: list[Line] = []
        self.begun = False

    def open(self, label: Sequence[Line]) -> None:
        """Open a table with the lines of a label, if there are any."""
        self.edge = min(self.columns.edges) if label else 0.0
        self.parts = [[line] for line in label]

    def line(self, line: Line) -> Iterator[Line | Rows]:
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
                self.below.append(line)
                return
        parts = self._line_parts(line)
        edge = self._edge(parts)
        if len(parts) > 2 or (len(parts) == 2 and edge is None):
            yield from self.end()
            self.header = [part.x0 for part in parts]
            self.parts, self.opening, self.below = [parts], line, []
            return
        if len(parts) == 2 and edge is not None:
            if self.header or not (abs(edge - self.edge) <= SAME_EDGE or self._is_outdent(parts)):
                yield from self.end()
            self.edge = edge
            self.parts.append(parts)
            self.cut = line
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
        return next(starts, parts[1].x0 if is_pair(*parts) else None)

    def _is_outdent(self, parts: Sequence[Line]) -> bool:
        """Whether a label shows by its style that the contents above it were indented."""
        if len(parts) != 2 or self.header or not is_pair(*parts):
            return False
        return 0 < self.edge - parts[1].x0 <= DEEPEST

    def _line_parts(self, line: Line) -> list[Line]:
        """The label and the contents of a line, or its heads; stretched lines have wide gaps."""
        if self.edge and not self.header and line.x0 >= self.edge - SAME_EDGE:
            # Heads begin where labels do.
            return [line]
        if not self.edge and not self.header and self.columns.edge_of(line.x0) is not None:
            # What opens a page in the second column may have been stretched too.
            return parts_at(line, self.columns.edges)
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

    def end(self, following: Line | None = None) -> Iterator[Line | Rows]:
        """Close the open table; what stands nearer to the line that follows goes with that."""
        after: list[Line] = []
        if following is not None and self.parts:
            after = self._run_in_line(following) or self._titles_of(following)
        yield from self._close()
        yield from after

    def _run_in_line(self, following: Line) -> list[Line]:
        """Take the last row where its contents go on below its label: a line with a wide space."""
        if self.header or self.cut is None or len(self.parts[-1]) != 2:
            return []
        label, contents = self.parts[-1]
        if abs(following.x0 - label.x0) > SAME_EDGE or not is_wrapped(contents, following):
            return []
        self.parts.pop()
        return [self.cut]

    def _titles_of(self, following: Line) -> list[Line]:
        """Take the lines at the end of the open table that are titles of what follows it."""
        found: list[Line] = []
        while not self.header and len(self.parts) > 1 and len(self.parts[-1]) == 1:
            line, above = self.parts[-1][0], self.parts[-2][-1]
            below = found[0] if found else following
            closer = line.baseline - above.baseline - (below.baseline - line.baseline)
            # Items that stand left of all contents are those of the label above them.
            has_items = has_marker(below.chars) and below.x0 < self.edge - SAME_EDGE
            nearer = closer > (-SAME_DISTANCE if has_items else SAME_DISTANCE)
            if line.x0 >= self.edge - SAME_EDGE or not nearer:
                break
            found.insert(0, line)
            self.parts.pop()
        return found

    def _close(self) -> Iterator[Line | Rows]:
        parts, header = self.parts, self.header
        begun, self.begun = self.begun, self.begun or bool(self.parts)
        edge, self.edge = self.edge, 0.0
        self.parts, self.header = [], []
        records, self.records = self.records, []
        if header and is_one_row(parts, header):
            yield rows_of_cells(parts, header)
        elif header and self.opening is not None and not has_values(parts, header):
            opening = self.opening
            # A wide gap in a line by itself is no column; several above a drawn line are.
            is_row = len(parts[0]) > 2 and self._is_ruled(opening)
            yield Rows([row_of(parts[0])]) if is_row else opening
            for line in (part for below in parts[1:] for part in below):
                yield from self.line(line)
            if self.parts:
                yield from self._close()
        elif header and self.opening is not None and is_beside_label(parts, header):
            label, *value = parts_at(self.opening, header[1:2])
            beside = [[label, *value], *([line] for line in self.below)]
            yield labelled_rows(beside, header[1], self.columns, self.rules)
        elif header:
            yield header_rows(parts, header, self.columns.leading, records)
        elif any(len(part) == 2 for part in parts) or (
            # What opens a page may go on with the table before it.
            parts and not (begun and _is_text(parts))
        ):
            yield labelled_rows(parts, edge, self.columns, self.rules)
        else:
            for part in parts:
                yield from part

    def _is_ruled(self, line: Line) -> bool:
        """Whether a line is drawn right below all of a line of text."""
        return any(
            rule.level
            and line.baseline < rule.at < line.baseline + LABEL_LEADING * line.size
            and rule.start <= line.x0 + SAME_EDGE
            and rule.end >= line.x1 - SAME_EDGE
            for rule in self.rules
        )

    def _is_apart(self, line: Line) -> bool:
        """Whether a line is a heading between tables, or the next row after heads and values."""
        last = self.parts[-1][-1]
        if abs(line.size - last.size) > OTHER_SIZE * last.size:
            return True
        if len(self.parts) < 2 or not self.header:
            return False
        distance = line.baseline - last.baseline
        pitch = self.parts[1][0].baseline - self.parts[0][0].baseline
        wrapped = self.columns.leading * line.size
        if wrapped and pitch > wrapped + SAME_DISTANCE and distance > pitch - SAME_DISTANCE:
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
            and abs(parts[0].x0 - values[0].x0) <= SAME_EDGE
            and all(self._in_header(part) for part in parts)
            and abs(distance - pitch) <= SAME_DISTANCE
            and parts[0].text.styles[0] == values[0].text.styles[0]
            and self.parts[0][0].text.styles[0] != values[0].text.styles[0]
        )

    def _is_title(self, line: Line) -> bool:
        return line.size > (1 + OTHER_SIZE) * self.columns.size

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


def _opening_label(lines: Sequence[Line], columns: AlignedColumns) -> int:
    """How many lines open a page as a label, or its rest, whose contents begin below it."""
    edge = min(columns.edges, default=0.0)
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        if columns.edge_of(line.x0) == edge:
            near = above and line.baseline - above.baseline < _NEAR_LABEL * line.size
            return number if near else 0
        if line.x1 > edge - SAME_EDGE or line.size > (1 + OTHER_SIZE) * columns.size:
            break
        if above and not goes_on_in_label(above, line, columns.leading):
            break
    return 0


def _is_text(parts: Sequence[Sequence[Line]]) -> bool:
    """Whether lines that were taken for a content column are an indented list after all."""
    return all(has_marker(part[0].chars) for part in parts)

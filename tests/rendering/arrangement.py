"""A sheet as headings and grids of cells: what DOCX and PDF print, before an engine is chosen.

A sheet says what is printed; an arrangement says in which tables, with which cells merged.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tests.rendering.sheet import Header, Piece, Row, Section, Sheet, Table

TABLES = ("section", "apart", "one")
ROLE_HEADINGS = ("row", "paragraph")
COMPETENCY_LABELS = ("empty", "merged")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The choices.

    `tables`: one table a section; each row of facts and each role apart; or one for all, in
    which section headings are rows. `role_heading` stands in a merged row or above its table.
    `competency_label` is merged over the rows of its competencies, or the cells below it are
    empty. `repeated_heads` repeats the heading row of a role on each page.
    """

    tables: str = "section"
    role_heading: str = "row"
    competency_label: str = "empty"
    repeated_heads: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns and `depth` rows."""

    pieces: tuple[Piece, ...]
    kind: Literal["label", "value", "heading"] = "value"
    span: int = 1
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells; `repeats` on each page that its table reaches.

    Cells covered by a merged cell above are absent.
    """

    cells: tuple[Cell, ...]
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows over two or three columns."""

    columns: int
    lines: tuple[Line, ...]

    @property
    def head(self) -> tuple[Line, ...]:
        """The first lines, where they repeat on each page; none where there are no others."""
        found = tuple(itertools.takewhile(lambda line: line.repeats, self.lines))
        return found if len(found) < len(self.lines) else ()

    @property
    def body(self) -> tuple[Line, ...]:
        """The lines after the head."""
        return self.lines[len(self.head) :]

    def shares(self, first: float) -> tuple[float, ...]:
        """What share of the width each column takes, where the first takes so much."""
        return (first, *([(1 - first) / (self.columns - 1)] * (self.columns - 1)))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between tables: of a section (1) or of a role (2)."""

    text: str
    level: int


Part = Heading | Grid


def arranged(sheet: Sheet, choice: Arrangement) -> tuple[Part, ...]:
    """The headings and grids of a sheet."""
    parts = [part for section in sheet.sections for part in _section(section, choice)]
    return (_joined(parts),) if choice.tables == "one" else tuple(parts)


def printed_parts(sheet: Sheet, choice: Arrangement) -> Iterator[Part]:
    """The headings and grids of a sheet, a grid in as many as most engines need for it."""
    for part in arranged(sheet, choice):
        yield from (part,) if isinstance(part, Heading) else stretches(part)


def contents_entries(sheet: Sheet) -> tuple[tuple[int, str], ...]:
    """(level, text) of each line of a table of contents."""
    return tuple(
        entry
        for section in sheet.sections
        for entry in (
            (1, section.heading),
            *((2, table.heading) for table in section.tables if table.heading),
        )
    )


def is_heading(line: Line) -> bool:
    """Whether a line is the heading of a section or role."""
    return line.cells[0].kind == "heading"


def stretches(grid: Grid) -> list[Grid]:
    """The grid parted where a repeated heading begins or ends its reign.

    Most engines repeat only the first line of a table, and to the end of the table.
    """
    found: list[list[Line]] = [[]]
    for line in grid.lines:
        parted = line.repeats or (is_heading(line) and found[-1] and found[-1][0].repeats)
        if parted and found[-1]:
            found.append([])
        found[-1].append(line)
    return [replace(grid, lines=tuple(lines)) for lines in found]


def heading_cell(text: str, columns: int) -> Cell:
    """A heading over all columns of a table."""
    return Cell((Piece("title", text),), "heading", span=columns)


def _section(section: Section, choice: Arrangement) -> Iterator[Part]:
    yield Heading(section.heading, 1)
    waiting: list[Table] = []
    for table in section.tables:
        if choice.tables == "apart" or table.heading or any(t.heading for t in waiting):
            yield from _grid(waiting, choice)
            waiting = []
        if table.heading and choice.role_heading == "paragraph":
            yield from _grid(waiting, choice)
            waiting = []
            yield Heading(table.heading, 2)
        waiting.append(table)
    yield from _grid(waiting, choice)


def _grid(tables: list[Table], choice: Arrangement) -> Iterator[Grid]:
    """The tables that stand together as one grid."""
    columns = max((len(t.header.labels) for t in tables if t.header), default=2)
    lines = [line for table in tables for line in _lines(table, columns, choice)]
    if lines:
        yield Grid(columns, tuple(lines))


def _lines(table: Table, columns: int, choice: Arrangement) -> Iterator[Line]:
    if table.header:
        yield from _header(table.header)
    if table.heading and choice.role_heading == "row":
        yield Line((heading_cell(table.heading, columns),), repeats=choice.repeated_heads)
    yield from _rows(table.rows, columns, choice)


def _header(header: Header) -> Iterator[Line]:
    yield Line(tuple(Cell((Piece("para", label),), "label") for label in header.labels))
    yield Line(tuple(Cell((Piece("para", value),)) for value in header.values))


def _rows(rows: tuple[Row, ...], columns: int, choice: Arrangement) -> Iterator[Line]:
    for merged, group in itertools.groupby(rows, lambda row: row.field == "competencies"):
        members = list(group)
        depth = len(members) if merged and choice.competency_label == "merged" else 1
        for number, row in enumerate(members):
            value = Cell(row.pieces, span=columns - 1)
            if depth > 1 and number:
                yield Line((value,))
            else:
                label = (Piece("para", row.label),) if row.label else ()
                yield Line((Cell(label, "label", depth=depth), value))


def _joined(parts: list[Part]) -> Grid:
    """One grid for all: its headings are rows, its columns as many as the widest has."""
    columns = max(part.columns for part in parts if isinstance(part, Grid))
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Heading):
            lines.append(Line((heading_cell(part.text, columns),)))
        else:
            lines.extend(_widened(line, columns - part.columns) for line in part.lines)
    return Grid(columns, tuple(lines))


def _widened(line: Line, more: int) -> Line:
    last = line.cells[-1]
    return replace(line, cells=(*line.cells[:-1], replace(last, span=last.span + more)))

"""What the tags of a document hold: paragraphs, and tables of cells of such parts; all frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Run

PagedRun = tuple[int, Run]
"""The number of a page, and a run on it."""


@dataclass(frozen=True, slots=True)
class TagParagraph:
    """A paragraph, heading or item; `heading` is its level, 0 for text.

    `level` counts the lists that it stands in; `furniture` names what is no content.
    """

    runs: tuple[PagedRun, ...]
    lines: tuple[Line, ...]
    heading: int = 0
    is_item: bool = False
    level: int = 0
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class TagCell:
    """A cell with its parts in reading order."""

    parts: tuple[TagPart, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


TagRow = tuple[TagCell, ...]


@dataclass(frozen=True, slots=True)
class TagTable:
    """A table: its rows of cells."""

    rows: tuple[TagRow, ...]


TagPart = TagParagraph | TagTable


@dataclass(frozen=True, slots=True)
class TagLayout:
    """What the tags of a document show; `loose` are the runs that they leave out, by page."""

    parts: tuple[TagPart, ...]
    loose: Mapping[int, Sequence[Run]] = field(default_factory=dict)
    artifacts: Mapping[int, Sequence[Run]] = field(default_factory=dict)


def paragraphs_of(parts: Sequence[TagPart]) -> Iterator[TagParagraph]:
    """The paragraphs, also those in the cells of tables."""
    for part in parts:
        if isinstance(part, TagParagraph):
            yield part
        else:
            for row in part.rows:
                for cell in row:
                    yield from paragraphs_of(cell.parts)


def lines_of(parts: Sequence[TagPart]) -> Iterator[Line]:
    """The lines of paragraphs and of the cells of tables."""
    return (line for paragraph in paragraphs_of(parts) for line in paragraph.lines)


def tables_of(parts: Sequence[TagPart]) -> Iterator[TagTable]:
    """The tables, those inside cells after the one around them."""
    for part in parts:
        if isinstance(part, TagTable):
            yield part
            for row in part.rows:
                for cell in row:
                    yield from tables_of(cell.parts)


def cells_of(parts: Sequence[TagPart]) -> Iterator[TagCell]:
    """The cells of all tables."""
    return (cell for table in tables_of(parts) for row in table.rows for cell in row)


def columns_below(
    reach: Mapping[int, int], row: TagRow
) -> tuple[tuple[int, ...], Mapping[int, int]]:
    """The column that each cell of a row begins in, and what its cells leave to the row below it.

    That are the columns that cells reach into from above, with how many rows further; `reach` is
    what the row above left. Columns count from 0.
    """
    left = {column: rows - 1 for column, rows in reach.items() if rows > 1}
    starts: list[int] = []
    column = 0
    for cell in row:
        while column in reach:
            column += 1
        starts.append(column)
        if cell.rowspan > 1:
            taken = range(column, column + cell.colspan)
            left.update(dict.fromkeys(taken, cell.rowspan - 1))
        column += cell.colspan
    return tuple(starts), left

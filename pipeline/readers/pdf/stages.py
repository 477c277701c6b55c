"""What a reading of a PDF came by, for those who look at it: its lines, its tables, its places.

It is told of the reading that was taken, whatever that went by; nothing is decided here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.document.model import Document
from pipeline.document.reasons import Reason, Verdict, about, left_out
from pipeline.document.text import Text
from pipeline.readers.pdf.areas import CellArea, PageLayout, TableArea
from pipeline.readers.pdf.boxes import around
from pipeline.readers.pdf.candidates import TAGS
from pipeline.readers.pdf.grid import merged
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Box, Glyphs, Page, turned
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagLayout,
    TagParagraph,
    TagTable,
    columns_below,
    lines_of,
    tables_of,
)
from pipeline.readers.pdf.turning import reading_direction


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell with its lines; rows and columns count from 0.

    `boxes` are (page, box): as drawn, or around its lines where nothing is. A cell that no page
    shows has none.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    boxes: tuple[tuple[int, Box], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table; `evidence` is what it was read by, one of `SOURCES`."""

    evidence: str
    cells: tuple[SeenCell, ...]

    @property
    def pages(self) -> list[int]:
        """The pages that it stands on."""
        return sorted({page for cell in self.cells for page, _ in cell.boxes})


@dataclass(frozen=True, slots=True)
class Seen:
    """The lines of a reading: of text outside tables, of tables, and of what is no content."""

    text: tuple[Line, ...]
    tables: tuple[SeenTable, ...]
    furniture: tuple[Line, ...] = ()

    @property
    def share_in_tables(self) -> float:
        """The share of the text that stands in tables."""
        cells = (cell for table in self.tables for cell in table.cells)
        inside = sum(len(line.text) for cell in cells for line in cell.lines)
        every = inside + sum(len(line.text) for line in self.text)
        return inside / every if every else 0.0

    def with_others(self, other: Seen) -> Seen:
        """This and what another reading saw, of other places."""
        return Seen(
            (*self.text, *other.text),
            (*self.tables, *other.tables),
            (*self.furniture, *other.furniture),
        )


@dataclass(frozen=True, slots=True)
class Stages:
    """A document with what its reader came by.

    `shown` are the pages as they are shown, `pages` as they were read, turned where their text
    lies on its side; the boxes of `seen` are measured in these.
    """

    document: Document
    shown: tuple[Page, ...]
    pages: tuple[Page, ...]
    seen: Callable[[], Seen]

    def boxes_of_cells(self, number: int) -> list[Box]:
        """Where the cells on a page are shown."""
        cells = (cell for table in self.seen().tables for cell in table.cells)
        found = (box for cell in cells for page, box in cell.boxes if page == number)
        return [self._as_shown(box, number) for box in found]

    def boxes_of_rules(self, number: int) -> list[Box]:
        """Where the rules on a page are shown, each as a box without width or height."""
        return [self._as_shown(r.box, number) for r in merged(self.pages[number - 1].rules)]

    def _as_shown(self, box: Box, number: int) -> Box:
        page = self.shown[number - 1]
        return turned(box, reading_direction(page), page.width, page.height)


# The drawn pages.


def drawn_seen(layouts: Sequence[PageLayout], furniture: Sequence[Line]) -> Seen:
    """What the areas of drawn pages hold."""
    text = (area for layout in layouts for area in layout.texts)
    tables = (
        SeenTable(table.evidence, tuple(_drawn_cell(cell, number) for cell in table.cells))
        for number, table in _drawn_tables(layouts)
    )
    return Seen(
        tuple(line for area in text for line in area.lines), tuple(tables), tuple(furniture)
    )


def drawn_reasons(layouts: Sequence[PageLayout], refused: Iterable[str]) -> Iterator[Reason]:
    """What each table was read by; `refused` says why tags were not believed, if there were any."""
    told = "; ".join(refused)
    against = [f"by tags, for {told}"] if told else []
    for page, table in _drawn_tables(layouts):
        lines = [line for cell in table.cells for line in cell.lines]
        rival = "; ".join([*against, *filter(None, [table.rival])])
        unit = "texts" if table.rival else ""
        verdict = Verdict(True, f"by {table.evidence}", table.margin, unit, rival)
        yield from _reasons(lines, {page: verdict}.__getitem__)
        yield from table.reasons


def notes_reasons(notes: Sequence[Line]) -> Iterator[Reason]:
    """Why each line of a footnote is no content."""
    for line in notes:
        why = "a mark in the text refers to what begins with it, or a rule sets it off"
        yield from left_out(line.text, Verdict(True, why))


def _drawn_tables(layouts: Sequence[PageLayout]) -> Iterator[tuple[int, TableArea]]:
    """The tables with their pages, those inside a cell after the one around them."""
    for layout in layouts:
        waiting = [area for area in reversed(layout.areas) if isinstance(area, TableArea)]
        while waiting:
            table = waiting.pop()
            yield layout.page.number, table
            waiting.extend(inner for cell in reversed(table.cells) for inner in cell.inner)


def _drawn_cell(cell: CellArea, page: int) -> SeenCell:
    place = cell.row, cell.column, cell.rowspan, cell.colspan
    return SeenCell(*place, ((page, cell.box),), tuple(cell.lines))


# The tags.


def tagged_seen(layout: TagLayout, glyphs: Glyphs, furniture: Sequence[Line]) -> Seen:
    """What the tags hold, and what they leave out."""
    # Not the maker of the document: what that one drops is counted.
    maker = LineMaker(glyphs)
    artifacts = (line for n, runs in layout.artifacts.items() for line in maker.lines(runs, n))
    margins = [*furniture, *artifacts]
    text: list[Line] = []
    for part in layout.parts:
        if isinstance(part, TagParagraph):
            (margins if part.furniture else text).extend(part.lines)
    text += [line for n, runs in layout.loose.items() for line in maker.lines(runs, n)]
    tables = (SeenTable(TAGS, tuple(_tagged_cells(t))) for t in tables_of(layout.parts))
    return Seen(tuple(text), tuple(tables), tuple(margins))


def tagged_reasons(layout: TagLayout, verdict: Callable[[int, int], Verdict]) -> Iterator[Reason]:
    """What each table was read by; `verdict` says it of its number and a page."""
    for number, table in enumerate(tables_of(layout.parts)):
        yield from _reasons(list(lines_of([table])), partial(verdict, number))


def _tagged_cells(table: TagTable) -> Iterator[SeenCell]:
    reach: Mapping[int, int] = {}
    for number, row in enumerate(table.rows):
        starts, reach = columns_below(reach, row)
        for cell, column in zip(row, starts, strict=True):
            yield _tagged_cell(cell, number, column)


def _tagged_cell(cell: TagCell, row: int, column: int) -> SeenCell:
    own = [part for part in cell.parts if isinstance(part, TagParagraph)]
    lines = tuple(lines_of(own))
    boxes: dict[int, list[Box]] = defaultdict(list)
    for line in lines:
        boxes[line.page].append((line.x0, line.top, line.x1, line.bottom))
    placed = tuple((page, around(found)) for page, found in sorted(boxes.items()))
    return SeenCell(row, column, cell.rowspan, cell.colspan, placed, lines)


def _reasons(lines: Sequence[Line], verdict: Callable[[int], Verdict]) -> Iterator[Reason]:
    """The verdict on a table that has these lines, for each page that it stands on."""
    pages: dict[int, list[Text]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line.text)
    for page, texts in pages.items():
        yield from about("tables", "table", texts, verdict(page))

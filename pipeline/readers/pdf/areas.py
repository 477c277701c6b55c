"""What a page is cut into: tables of cells, and text outside tables. All of it is frozen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.readers.pdf.grid import Grid
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box, Page


@dataclass(frozen=True, slots=True)
class CellArea:
    """A cell on one page with its lines; `inner` are tables drawn inside it.

    Rows and columns count from 0.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    lines: tuple[Line, ...] = ()
    inner: tuple[TableArea, ...] = ()


@dataclass(frozen=True, slots=True)
class TableArea:
    """A table on one page.

    `evidence` names what shows it ("rules", "shading" or "alignment"), `rival` what would have
    been read in its place, and why not. `labelled` tells that its labels stand beside its drawing.
    """

    box: Box
    cells: tuple[CellArea, ...]
    evidence: str
    rival: str = ""
    labelled: bool = False

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.box[1]


@dataclass(frozen=True, slots=True)
class TextArea:
    """Lines outside tables, from top to bottom."""

    lines: tuple[Line, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.lines[0].top


Area = TableArea | TextArea


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The areas of a page in reading order, the tables that its drawing shows, and other lines."""

    page: Page
    areas: tuple[Area, ...]
    grids: tuple[Grid, ...]
    outside: tuple[Line, ...] = ()

    @property
    def texts(self) -> list[TextArea]:
        """The texts among the areas."""
        return [area for area in self.areas if isinstance(area, TextArea)]

    @property
    def tables(self) -> list[TableArea]:
        """The tables among the areas."""
        return [area for area in self.areas if isinstance(area, TableArea)]


def all_cells(tables: Iterable[TableArea]) -> Iterator[CellArea]:
    """The cells of tables and of those inside them."""
    stack = list(tables)
    while stack:
        table = stack.pop()
        for cell in table.cells:
            yield cell
            stack.extend(cell.inner)

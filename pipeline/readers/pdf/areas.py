"""What a page is cut into: tables of cells, and text outside tables. All of it is frozen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.document.reasons import Reason
from pipeline.readers.pdf.candidates import Candidate
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box, Page, Rule


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

    `evidence` names what shows it ("rules", "shading", "heads" or "alignment"), `rival` what would
    have been read in its place, and why not; `margin` is how many more texts it explains than that.
    `labelled` tells that its labels stand beside its drawing, `reasons` how lines were parted into
    its rows.
    """

    box: Box
    cells: tuple[CellArea, ...]
    evidence: str
    rival: str = ""
    margin: float = 0.0
    labelled: bool = False
    reasons: tuple[Reason, ...] = ()

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.box[1]

    def rows(self) -> list[list[CellArea]]:
        """Its cells by the rows that they begin in, from the top."""
        found: dict[int, list[CellArea]] = {}
        for cell in self.cells:
            found.setdefault(cell.row, []).append(cell)
        return [found[row] for row in sorted(found)]


def table_of(candidate: Candidate, lines: Sequence[Sequence[Line]]) -> TableArea:
    """The table that a candidate makes with the lines of each of its cells."""
    cells = (
        CellArea(cell.row, cell.column, cell.rowspan, cell.colspan, cell.box, tuple(own))
        for cell, own in zip(candidate.grid.cells, lines, strict=True)
    )
    told = candidate.source, candidate.rival, candidate.margin
    return TableArea(candidate.grid.box, tuple(cells), *told, reasons=candidate.reasons)


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
    """The areas of a page in reading order, and other lines.

    `rules` are those of the page, merged, `edged` those with the edges of its shades; `lost` are
    the tables that its drawing might show and does not.
    """

    page: Page
    areas: tuple[Area, ...]
    outside: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()
    edged: tuple[Rule, ...] = ()
    lost: tuple[Candidate, ...] = ()

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

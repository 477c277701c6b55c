"""All pages as they are drawn: their areas, and the footnotes that stand below the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.readers.pdf.areas import Area, CellArea, PageLayout, TableArea, all_cells
from pipeline.readers.pdf.candidates import ALIGNMENT, HEADS, Candidate
from pipeline.readers.pdf.layout import drawn_layouts, with_flow
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Marks
from pipeline.readers.pdf.notes import Notes, PageLines, separators, take_notes
from pipeline.readers.pdf.page_columns import columns_of


@dataclass(frozen=True, slots=True)
class DrawnPages:
    """The pages in areas without notes, the notes, and the maker of their lines."""

    layouts: tuple[PageLayout, ...]
    notes: tuple[Line, ...]
    maker: LineMaker

    @classmethod
    def of(cls, marks: Marks, tables: Sequence[Sequence[Candidate]] | None = None) -> DrawnPages:
        """The pages of a document; `tables` are those that they show, where they are known.

        Where they are not, a page that is set in columns has a layout for each of these.
        """
        maker = LineMaker.of(marks)
        pages = marks.pages
        if tables is None:
            pages = tuple(column for page in pages for column in columns_of(page))
        layouts, notes = _without_notes(drawn_layouts(pages, maker, tables), maker)
        return cls(tuple(with_flow(layouts, maker)), notes, maker)

    def evidence(self) -> tuple[str, ...]:
        """What the tables of each page were read by."""
        found: dict[int, set[str]] = {}
        for layout in self.layouts:
            # What stands below heads is aligned with them.
            found.setdefault(layout.page.number, set()).update(
                ALIGNMENT if table.evidence == HEADS else table.evidence for table in layout.tables
            )
        return tuple(" and ".join(sorted(own)) or "text" for own in found.values())


def _without_notes(
    layouts: Sequence[PageLayout], maker: LineMaker
) -> tuple[list[PageLayout], tuple[Line, ...]]:
    """The pages without their footnotes and the marks of these, and the notes of all pages."""
    pages = [
        PageLines(
            [*(line for cell in all_cells(p.tables) for line in cell.lines), *p.outside],
            p.outside,
            separators(p.rules, p.page.width),
        )
        for p in layouts
    ]
    notes = take_notes(pages, maker)
    if not any(notes.lines) and not notes.unmarked:
        return list(layouts), ()
    return (
        [_without_marks(layout, notes) for layout in layouts],
        tuple(line for own in notes.lines for line in own),
    )


def _without_marks(layout: PageLayout, notes: Notes) -> PageLayout:
    """A page without what is of notes."""

    def bare_table(table: TableArea) -> TableArea:
        return replace(table, cells=tuple(map(bare_cell, table.cells)))

    def bare_cell(cell: CellArea) -> CellArea:
        inner = tuple(map(bare_table, cell.inner))
        return replace(cell, lines=tuple(notes.without_marks(cell.lines)), inner=inner)

    areas: tuple[Area, ...] = tuple(map(bare_table, layout.tables))
    return replace(layout, areas=areas, outside=tuple(notes.without_marks(layout.outside)))

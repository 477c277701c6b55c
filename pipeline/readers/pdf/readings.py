"""The two ways to read the pages of a PDF: by its tags, and by what is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.model import Block, Furniture
from pipeline.document.reasons import Reason
from pipeline.readers.pdf.areas import (
    Area,
    CellArea,
    PageLayout,
    TableArea,
    all_cells,
)
from pipeline.readers.pdf.choice import drawn_tables
from pipeline.readers.pdf.composing import Composing
from pipeline.readers.pdf.furniture import Repeated
from pipeline.readers.pdf.grid import merged
from pipeline.readers.pdf.layout import drawn_layouts, with_flow
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Marks
from pipeline.readers.pdf.notes import Notes, PageLines, separators, take_notes
from pipeline.readers.pdf.page_numbers import page_number_findings
from pipeline.readers.pdf.settings import Share
from pipeline.readers.pdf.stages import (
    Seen,
    drawn_reasons,
    drawn_seen,
    tagged_reasons,
    tagged_seen,
)
from pipeline.readers.pdf.tag_choice import doubt, drawn_cells, share_in_tables
from pipeline.readers.pdf.tagged import TagReading, settled
from pipeline.readers.pdf.tags import tag_layout

# A profile stands in tables, whole but for its headings; where tags leave out most of them and what
# is drawn shows them, the tags are of something else.
_FEW_IN_TABLES: Share = 0.3
_MOST_IN_TABLES: Share = 0.6


@dataclass(frozen=True, slots=True)
class Reading:
    """What one way of reading the pages gives; `dropped` counts what is no text, by kind."""

    blocks: tuple[Block, ...]
    structure: tuple[str, ...]
    dropped: Counter[str]
    reasons: tuple[Reason, ...]
    seen: Callable[[], Seen]
    findings: tuple[Diagnostic, ...] = ()


def read_tagged(repeated: Repeated) -> Reading | None:
    """What the tags give; what is drawn where they are of no use; None without tags."""
    marks = repeated.marks
    maker = LineMaker.of(marks)
    found = tag_layout(marks, maker)
    if isinstance(found, str):
        # Many a producer tags text alone: that is told by reasons, and warned about by none.
        return read_drawn(repeated, unused=found) if found else None
    drawn = drawn_tables(marks.pages, maker.apart())
    tables = {page.number: on_page for page, on_page in zip(marks.pages, drawn, strict=True)}
    cells = drawn_cells(tables)
    layout = settled(found, cells, maker)
    why = doubt(layout.parts, tables) or _drawn_holds_more(
        marks, maker, share_in_tables(layout.parts)
    )
    if why:
        return read_drawn(repeated, why)
    reading = TagReading.of(layout, cells, maker)
    running = list(repeated.lines(maker))
    blocks = (*(Furniture(kind, line.text) for kind, _, line in running), *reading.blocks())
    by_tags = tagged_reasons(layout, (page for page, on_page in tables.items() if on_page))
    return Reading(
        blocks=blocks,
        structure=("tags",) * len(marks.pages),
        dropped=maker.dropped,
        reasons=(*by_tags, *reading.paragraphs.reasons),
        seen=partial(tagged_seen, layout, marks.glyphs, [line for _, _, line in running]),
        findings=tuple(_missing_pages(running, marks)),
    )


def _missing_pages(running: Sequence[tuple[str, int, Line]], marks: Marks) -> Iterator[Diagnostic]:
    """What the page numbers among (kind, page number, line) of what repeats tell."""
    return page_number_findings([(number, line) for _, number, line in running], len(marks.pages))


def _drawn_holds_more(marks: Marks, maker: LineMaker, tagged: float) -> str:
    """Why what is drawn is to be believed, and not the tags; empty where nothing speaks for it.

    Pages made of divisions have tags for their paragraphs and none for their rows. `tagged` is the
    share of the text that stands in tagged tables.
    """
    if tagged > _FEW_IN_TABLES:
        return ""
    apart = maker.apart()
    layouts = with_flow(drawn_layouts(marks.pages, apart), apart)
    cells = all_cells(table for layout in layouts for table in layout.tables)
    inside = sum(len(line.text) for cell in cells for line in cell.lines)
    texts = (area for layout in layouts for area in layout.texts)
    every = inside + sum(len(line.text) for area in texts for line in area.lines)
    drawn = inside / every if every else 0.0
    if drawn < _MOST_IN_TABLES:
        return ""
    return f"tagged tables hold {tagged:.0%} of the text, drawn ones {drawn:.0%}"


def read_drawn(repeated: Repeated, doubt: str = "", unused: str = "") -> Reading:
    """What the drawn pages give.

    `doubt` says why the tags are not believed, `unused` why they tell nothing.
    """
    marks = repeated.marks
    maker = LineMaker.of(marks)
    running: dict[int, list[tuple[str, Line]]] = {}
    repeats = list(repeated.lines(maker))
    for kind, number, line in repeats:
        running.setdefault(number, []).append((kind, line))
    pages, notes = _without_notes(drawn_layouts(marks.pages, maker), maker)
    layouts = with_flow(pages, maker)
    composing = Composing(layouts, maker, running)
    blocks = tuple(composing.blocks())
    refused = [fault for fault in (marks.tag_fault, doubt) if fault]
    margins = [line for lines in running.values() for _, line in lines]
    by_drawing = drawn_reasons(layouts, "; ".join([*refused, *filter(None, [unused])]))
    return Reading(
        blocks=(*blocks, *(Furniture("notes", line.text) for line in notes)),
        structure=tuple(map(_evidence, layouts)),
        dropped=maker.dropped,
        reasons=(*by_drawing, *composing.paragraphs.reasons),
        seen=partial(drawn_seen, layouts, [*margins, *notes]),
        findings=(
            *(Diagnostic("BCP146", f"{fault}; the drawn page is followed") for fault in refused),
            *_missing_pages(repeats, marks),
        ),
    )


def _without_notes(
    layouts: Sequence[PageLayout], maker: LineMaker
) -> tuple[list[PageLayout], list[Line]]:
    """The pages without their footnotes and the marks of these, and the notes of all pages."""
    pages = [
        PageLines(
            [*(line for cell in all_cells(p.tables) for line in cell.lines), *p.outside],
            p.outside,
            separators(merged(p.page.rules), p.page.width),
        )
        for p in layouts
    ]
    notes = take_notes(pages, maker)
    if not any(notes.lines):
        return list(layouts), []
    return (
        [_without_marks(layout, notes) for layout in layouts],
        [line for own in notes.lines for line in own],
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


def _evidence(layout: PageLayout) -> str:
    """What the tables of a page were read by."""
    return " and ".join(sorted({table.evidence for table in layout.tables})) or "text"

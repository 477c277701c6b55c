"""The ways to read a PDF: by its tags, by what is drawn, or each where it is better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.document.model import Block, Furniture
from pipeline.document.reasons import Reason
from pipeline.readers.pdf.candidates import cell_of
from pipeline.readers.pdf.choice import drawn_tables
from pipeline.readers.pdf.composing import Composing
from pipeline.readers.pdf.drawn_pages import DrawnPages
from pipeline.readers.pdf.furniture import Repeated
from pipeline.readers.pdf.grid import PageRules
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Marks, Page, Tagged
from pipeline.readers.pdf.page_numbers import page_number_findings
from pipeline.readers.pdf.settings import Share
from pipeline.readers.pdf.side_by_side import SideBySide, side_by_side
from pipeline.readers.pdf.stages import (
    Seen,
    drawn_reasons,
    drawn_seen,
    notes_reasons,
    tagged_reasons,
    tagged_seen,
)
from pipeline.readers.pdf.tag_choice import Drawn, TagChoice, chosen, drawn_cells
from pipeline.readers.pdf.tag_parts import TagLayout
from pipeline.readers.pdf.tagged import Piece, TagReading, settled
from pipeline.readers.pdf.tags import tag_layout, why_unused

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
    """What the tags give, and what is drawn where that is better; None without tags."""
    marks = repeated.marks
    if marks.tags is None:
        return None
    maker = LineMaker.of(marks)
    layout = tag_layout(marks.tags, marks.pages, maker)
    if unused := why_unused(layout, marks.pages):
        # Many a producer tags text alone: that is told by reasons, and warned about by none.
        return _by_drawing(repeated, DrawnPages.of(marks), unused=unused)
    tables = [c.taken for c in drawn_tables(list(map(PageRules.of, marks.pages)), marks.glyphs)]
    drawn = {page.number: found for page, found in zip(marks.pages, tables, strict=True)}
    layout = settled(layout, drawn_cells(drawn), maker)
    seen = tagged_seen(layout, marks.glyphs, ())
    choice = chosen(layout.parts, seen, drawn)
    if choice.doubt:
        return _by_drawing(repeated, DrawnPages.of(marks, tables), choice.doubt)
    share = seen.share_in_tables
    if share <= _FEW_IN_TABLES:
        # Pages made of divisions have tags for their paragraphs and none for their rows.
        pages = DrawnPages.of(marks, tables)
        if (other := drawn_seen(pages.layouts, ()).share_in_tables) >= _MOST_IN_TABLES:
            doubt = f"tagged tables hold {share:.0%} of the text, drawn ones {other:.0%}"
            return _by_drawing(repeated, pages, doubt)
    beside = tuple(side_by_side(layout.parts, _starts_in(marks.pages, choice)))
    if choice.refused or beside:
        return _by_both(repeated, marks.tags, choice, beside, drawn)
    return _by_tags(repeated, layout, choice, drawn, maker)


def read_drawn(repeated: Repeated) -> Reading:
    """What the drawn pages give."""
    return _by_drawing(repeated, DrawnPages.of(repeated.marks))


def _by_tags(
    repeated: Repeated,
    layout: TagLayout,
    choice: TagChoice,
    drawn: Drawn,
    maker: LineMaker,
    others: Sequence[Piece] = (),
) -> Reading:
    marks = repeated.marks
    reading = TagReading.of(layout, drawn_cells(drawn), maker)
    running = list(repeated.lines(maker))
    furniture = (Furniture(kind, line.text) for kind, _, line in running)
    return Reading(
        blocks=(*furniture, *reading.blocks(others)),
        structure=("tags",) * len(marks.pages),
        dropped=+maker.dropped,
        reasons=(
            *tagged_reasons(layout, choice.verdict),
            *reading.paragraphs.reasons,
            *repeated.reasons(running),
        ),
        seen=partial(tagged_seen, layout, marks.glyphs, [line for _, _, line in running]),
        findings=tuple(_missing_pages(running, marks)),
    )


def _by_both(
    repeated: Repeated,
    tags: Tagged,
    choice: TagChoice,
    beside: Sequence[SideBySide],
    drawn: Drawn,
) -> Reading:
    """What the tags give, but for what is better as it is drawn: tables, and text in columns."""
    marks = repeated.marks
    starts = _starts_in(marks.pages, choice).union(*(one.starts for one in beside))
    rest, inside = _parted(marks.pages, starts)
    followed = [[o.taken for o in choice.refused if o.page == n] for n in drawn]
    pages = DrawnPages.of(replace(marks, pages=inside), followed)
    tables = [table for layout in pages.layouts for table in layout.tables]
    in_rows = [one for one in beside if one.is_in(tables)]
    if len(in_rows) < len(beside):
        # What makes no table as it is drawn keeps its tags.
        return _by_both(repeated, tags, choice, in_rows, drawn)
    columns = {n: [one.refusal for one in in_rows if one.page == n] for n in drawn}
    why = {
        n: "; ".join([*(one.refusal for one in choice.refused if one.page == n), *own])
        for n, own in columns.items()
    }
    maker = LineMaker.of(marks)
    layout = settled(tag_layout(tags, rest, maker), drawn_cells(drawn), maker)
    composing = Composing(pages.layouts, pages.maker, {})
    pieces = [
        Piece((page.page.number, area.top), page.page.number, tuple(composing.of_area(area)))
        for page in pages.layouts
        for area in page.areas
    ]
    base = _by_tags(repeated, layout, choice, drawn, maker, pieces)
    return replace(
        base,
        blocks=(*base.blocks, *(Furniture("notes", line.text) for line in pages.notes)),
        structure=tuple(
            f"tags and {evidence}" if reason else "tags"
            for evidence, reason in zip(pages.evidence(), why.values(), strict=True)
        ),
        dropped=base.dropped + pages.maker.dropped,
        reasons=(
            *base.reasons,
            *(r for p in pages.layouts for r in drawn_reasons([p], columns[p.page.number])),
            *composing.paragraphs.reasons,
            *notes_reasons(pages.notes),
        ),
        seen=lambda: base.seen().with_others(drawn_seen(pages.layouts, pages.notes)),
        findings=(
            *(
                Diagnostic("BCP146", f"{reason}; the drawn table is followed", Place(page=number))
                for number, reason in why.items()
                if reason
            ),
            *base.findings,
        ),
    )


def _parted(pages: Sequence[Page], starts: Set[int]) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """The pages without the runs that begin with these glyphs, and with no others."""
    inside, rest = (
        tuple(
            replace(page, runs=tuple(run for run in page.runs if (run.start in starts) is taken))
            for page in pages
        )
        for taken in (True, False)
    )
    return rest, inside


def _starts_in(pages: Sequence[Page], choice: TagChoice) -> frozenset[int]:
    """The first glyphs of the runs that stand in tables for which tags are refused."""
    return frozenset(
        run.start
        for one in choice.refused
        for page in pages
        for run in page.upright
        if page.number == one.page and not run.artifact and cell_of(run, one.drawn.grid) >= 0
    )


def _by_drawing(
    repeated: Repeated, pages: DrawnPages, doubt: str = "", unused: str = ""
) -> Reading:
    """What the drawn pages give; `doubt` says why the tags are not believed, `unused` why they tell
    nothing."""
    marks = repeated.marks
    running: dict[int, list[tuple[str, Line]]] = {}
    repeats = list(repeated.lines(pages.maker))
    for kind, number, line in repeats:
        running.setdefault(number, []).append((kind, line))
    composing = Composing(pages.layouts, pages.maker, running)
    blocks = tuple(composing.blocks())
    refused = [fault for fault in (marks.tag_fault, doubt) if fault]
    margins = [line for lines in running.values() for _, line in lines]
    return Reading(
        blocks=(*blocks, *(Furniture("notes", line.text) for line in pages.notes)),
        structure=pages.evidence(),
        dropped=pages.maker.dropped,
        reasons=(
            *drawn_reasons(pages.layouts, filter(None, (*refused, unused))),
            *composing.paragraphs.reasons,
            *repeated.reasons(repeats),
            *notes_reasons(pages.notes),
        ),
        seen=partial(drawn_seen, pages.layouts, [*margins, *pages.notes]),
        findings=(
            *(Diagnostic("BCP146", f"{fault}; the drawn page is followed") for fault in refused),
            *_missing_pages(repeats, marks),
        ),
    )


def _missing_pages(running: Sequence[tuple[str, int, Line]], marks: Marks) -> Iterator[Diagnostic]:
    """What the page numbers among (kind, page number, line) of what repeats tell."""
    return page_number_findings([(number, line) for _, number, line in running], len(marks.pages))

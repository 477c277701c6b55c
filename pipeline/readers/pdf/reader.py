"""The document of a PDF: marks, areas, paragraphs, in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.core.signs import UNKNOWN
from pipeline.document.model import (
    Block,
    Cell,
    Document,
    Furniture,
    Heading,
    PageEnd,
    Paragraph,
    Row,
    Table,
)
from pipeline.document.reasons import Reason, Reasons
from pipeline.document.text import Text, join
from pipeline.readers.pdf.crowded import without_crowds
from pipeline.readers.pdf.engine import INVISIBLE
from pipeline.readers.pdf.fullness import room_left
from pipeline.readers.pdf.furniture import Repeated, without_repeated
from pipeline.readers.pdf.grid import merged
from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.layout import (
    CellArea,
    PageLayout,
    TableArea,
    TextArea,
    all_cells,
    cell_edges,
    drawn_grids,
    drawn_layouts,
    side_key,
    text_edge,
    with_flow,
)
from pipeline.readers.pdf.line_seams import Column, LineSeams
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import BoxLocator, Marks, Run
from pipeline.readers.pdf.notes import PageLines, separators, take_notes
from pipeline.readers.pdf.paragraphs import ParagraphMaker
from pipeline.readers.pdf.rescue import rescued
from pipeline.readers.pdf.stages import (
    Seen,
    Stages,
    drawn_reasons,
    drawn_seen,
    tagged_reasons,
    tagged_seen,
)
from pipeline.readers.pdf.tagged import TagReading
from pipeline.readers.pdf.tags import tag_layout
from pipeline.readers.pdf.turning import upright
from pipeline.readers.pdf.witness import witness_findings

MEDIA_TYPE = "application/pdf"
# A sign or two may lack a meaning; where a fifth does, words cannot be read.
_MOST_UNKNOWN = 0.2
# Words that every Dutch text is full of: a third of it, and none of one whose fonts are
# scrambled (extraction.md, section 6).
_COMMON_WORDS = frozenset(
    "de het een en van in is op te dat die voor met zijn aan niet om er als bij of door naar uit "
    "ook tot over kan hun".split()
)
_ENOUGH_WORDS, _LEAST_COMMON = 60, 0.03
# Headings are set larger than the text by a point or more.
_LARGER = 1.06
_MAX_LEVEL = 6
# Headings have more space above them than their own lines have between them.
_HEADING_LEADING = 1.5


def read(data: bytes) -> Document:
    """The document of a PDF; raises what `stages` does."""
    return stages(data).document


def stages(data: bytes, *, without_tags: bool = False) -> Stages:
    """The document of a PDF with what its reader came by; with `without_tags` as it is drawn.

    Raises DocumentError BCP140 (password), BCP141 (damaged), BCP142 (no pages), BCP143 (a scan
    without text), BCP144 (no text).
    """
    found = rescued(data)
    drawn, crowded = without_crowds(found.marks)
    marks, shown = _revealed(drawn)
    _check_text(marks)
    pages = tuple(upright(page) for page in marks.pages)
    repeated = without_repeated(replace(marks, pages=pages))
    tagged = None if without_tags else _read_tagged(repeated)
    reading = tagged or _read_drawn(repeated)
    hidden = tuple(_hidden(repeated.marks))
    document = Document(
        media_type=MEDIA_TYPE,
        reader="pdf",
        blocks=(*reading.blocks, *(block for block, _ in hidden)),
        locator=BoxLocator.of(marks),
        source_chars=_visible(marks),
        markup=dict(sorted(reading.dropped.items())),
        findings=(
            *found.findings,
            *_complaints(marks),
            *crowded,
            *shown,
            *reading.findings,
            *_unknown(marks),
            *_unsized(marks),
            *(finding for _, finding in hidden),
            *witness_findings(found.second, marks),
        ),
        structure=reading.structure,
        reasons=Reasons.of(reading.reasons),
    )
    return Stages(document, marks.pages, pages, reading.seen)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one way of reading the pages gives; `dropped` counts what is no text, by kind."""

    blocks: tuple[Block, ...]
    structure: tuple[str, ...]
    dropped: Counter[str]
    reasons: tuple[Reason, ...]
    seen: Callable[[], Seen]
    findings: tuple[Diagnostic, ...] = ()


def _read_tagged(repeated: Repeated) -> _Reading | None:
    """What the tags give, where they are to be believed."""
    marks = repeated.marks
    maker = LineMaker.of(marks)
    layout = tag_layout(marks, maker)
    if layout is None:
        return None
    grids = {page.number: drawn_grids(page)[0] for page in marks.pages}
    heights = {page.number: page.height for page in marks.pages}
    reading = TagReading(layout, grids, heights, maker)
    doubt = reading.doubt()
    if doubt:
        return _read_drawn(repeated, doubt)
    running = (Furniture(kind, line.text) for kind, _, line in repeated.lines(maker))
    blocks = (*running, *reading.blocks())
    by_tags = tagged_reasons(layout, (page for page, found in grids.items() if found))
    return _Reading(
        blocks=blocks,
        structure=("tags",) * len(marks.pages),
        dropped=maker.dropped,
        reasons=(*by_tags, *reading.paragraphs.reasons),
        seen=partial(tagged_seen, layout, marks.glyphs),
    )


def _read_drawn(repeated: Repeated, doubt: str = "") -> _Reading:
    """What the drawn pages give; `doubt` says why the tags are not believed."""
    marks = repeated.marks
    maker = LineMaker.of(marks)
    layouts = drawn_layouts(marks.pages, maker)
    running: dict[int, list[tuple[str, Line]]] = {}
    for kind, number, line in repeated.lines(maker):
        running.setdefault(number, []).append((kind, line))
    notes = _take_notes(layouts, maker)
    with_flow(layouts, maker)
    composing = _Composing(layouts, maker, running)
    blocks = tuple(composing.blocks())
    refused = [fault for fault in (marks.tag_fault, doubt) if fault]
    margins = [line for lines in running.values() for _, line in lines]
    by_drawing = drawn_reasons(layouts, "; ".join(refused))
    return _Reading(
        blocks=(*blocks, *(Furniture("notes", line.text) for line in notes)),
        structure=tuple(map(_evidence, layouts)),
        dropped=maker.dropped,
        reasons=(*by_drawing, *composing.paragraphs.reasons),
        seen=partial(drawn_seen, layouts, [*margins, *notes]),
        findings=tuple(Diagnostic("BCP146", f"{f}; the drawn page is followed") for f in refused),
    )


def _take_notes(layouts: Sequence[PageLayout], maker: LineMaker) -> list[Line]:
    """The footnotes of all pages, taken from the lines of the layouts."""
    pages = [
        PageLines(
            [*_table_lines(p), *p.outside],
            p.outside,
            separators(merged(p.page.rules), p.page.width),
        )
        for p in layouts
    ]
    found: list[Line] = []
    notes = take_notes(pages, maker)
    for layout, own in zip(layouts, notes.lines, strict=True):
        layout.outside = notes.without_marks(layout.outside)
        for cell in all_cells(a for a in layout.areas if isinstance(a, TableArea)):
            cell.lines = notes.without_marks(cell.lines)
        found.extend(own)
    return found


def _table_lines(layout: PageLayout) -> list[Line]:
    tables = [area for area in layout.areas if isinstance(area, TableArea)]
    return [line for cell in all_cells(tables) for line in cell.lines]


def _evidence(layout: PageLayout) -> str:
    """What the tables of a page were read by."""
    kinds = {area.evidence for area in layout.areas if isinstance(area, TableArea)}
    return " and ".join(sorted(kinds)) or "text"


def _revealed(marks: Marks) -> tuple[Marks, tuple[Diagnostic, ...]]:
    """The marks of a scan with its recognised text, which is laid over the picture unseen."""
    kinds = {
        run.hidden
        for page in marks.pages
        for run in page.runs
        if any(char.strip() for char in marks.glyphs.chars[run.start : run.end])
    }
    if kinds != {INVISIBLE} or not all(page.has_images for page in marks.pages if page.runs):
        return marks, ()
    pages = tuple(
        replace(page, runs=tuple(replace(run, hidden="") for run in page.runs))
        for page in marks.pages
    )
    finding = Diagnostic("BCP150", "the text was laid over a scan by text recognition")
    return replace(marks, pages=pages), (finding,)


def _visible(marks: Marks) -> int:
    """How many glyphs of the pages are no white space."""
    glyphs = marks.glyphs.chars
    runs = (run for page in marks.pages for run in page.runs)
    return sum(bool(char.strip()) for run in runs for char in glyphs[run.start : run.end])


def _check_text(marks: Marks) -> None:
    """Refuse what has no text to read, or none that means anything."""
    signs = _visible(marks)
    if not signs:
        if any(page.has_images for page in marks.pages):
            raise DocumentError("BCP143", "its pages are pictures without a text layer")
        raise DocumentError("BCP144", "its pages hold no text")
    unknown = sum(marks.chars(page).count(UNKNOWN) for page in marks.pages)
    if unknown > _MOST_UNKNOWN * signs:
        raise DocumentError("BCP147", f"{unknown} of {signs} signs have a code without a meaning")
    words = "".join(map(marks.chars, marks.pages)).lower().split()
    if _is_gibberish(words) and _is_gibberish(_words_of_lines(marks)):
        raise DocumentError("BCP147", f"of {len(words)} words hardly one is a word of Dutch")


def _is_gibberish(words: Sequence[str]) -> bool:
    """Whether there are enough words, and hardly one that every Dutch text has."""
    common = sum(word in _COMMON_WORDS for word in words)
    return len(words) >= _ENOUGH_WORDS and common < _LEAST_COMMON * len(words)


def _words_of_lines(marks: Marks) -> list[str]:
    """The words as they stand apart on the pages; spaces need no glyphs."""
    maker = LineMaker.of(marks)
    lines = (line for page in marks.pages for line in maker.lines(page.runs, page.number))
    return [word for line in lines for word in line.chars.lower().split()]


def _unknown(marks: Marks) -> Iterator[Diagnostic]:
    """A finding for each page with signs whose code has no meaning."""
    for page in marks.pages:
        count = marks.chars(page).count(UNKNOWN)
        if count:
            message = f"{count} signs have a code without a meaning, shown as {UNKNOWN}"
            yield Diagnostic("BCP148", message, Place(page=page.number))


def _complaints(marks: Marks) -> Iterator[Diagnostic]:
    if marks.complaints:
        more = f", and {marks.complaints - 1} more" if marks.complaints > 1 else ""
        yield Diagnostic("BCP154", f"the engine met: {marks.complaint}{more}")


def _unsized(marks: Marks) -> Iterator[Diagnostic]:
    for page in marks.pages:
        if page.size_is_assumed:
            message = f"{page.width:g} by {page.height:g} points were taken for its size"
            yield Diagnostic("BCP152", message, Place(page=page.number))


def _hidden(marks: Marks) -> Iterator[tuple[Furniture, Diagnostic]]:
    """The text that a reader of the pages does not see, and a finding for each kind and page."""
    for page in marks.pages:
        by_kind: dict[str, list[Run]] = {}
        for run in page.runs:
            if run.hidden:
                by_kind.setdefault(run.hidden, []).append(run)
        for kind, runs in by_kind.items():
            text = join(_plain_text(run, marks) for run in runs).strip()
            if not text:
                continue
            message = f"{len(text.chars.split())} words are {kind}, and no content"
            yield Furniture(kind, text), Diagnostic("BCP145", message, Place(page=page.number))


def _plain_text(run: Run, marks: Marks) -> Text:
    chars: list[str] = []
    origins: list[int] = []
    for n in range(run.start, run.end):
        for char in marks.glyphs.chars[n]:
            chars.append(char)
            origins.append(n)
    return Text("".join(chars), tuple(origins), bytes(len(chars)))


class _Composing:
    """Blocks of the areas of all pages, with what the whole document shows of its setting."""

    def __init__(
        self,
        layouts: Sequence[PageLayout],
        maker: LineMaker,
        running: Mapping[int, Sequence[tuple[str, Line]]],
    ) -> None:
        self.layouts = layouts
        self.running = running
        self.edges = cell_edges(layouts, maker)
        self.text_edge = text_edge(layouts, maker)
        columns = list(_columns(layouts))
        room = room_left(self._filled(), maker)
        seams = LineSeams(maker, Habits.of(columns, maker), room)
        self.paragraphs = ParagraphMaker(seams, seams.over_page_ends(self._page_ends()))
        self.sizes = _heading_sizes(columns)

    def _filled(self) -> Iterator[tuple[Sequence[Line], float]]:
        """The lines of all columns, and where full ones end there."""
        areas = [area for layout in self.layouts for area in layout.areas]
        yield from ((area.lines, self.text_edge) for area in areas if isinstance(area, TextArea))
        for cell in all_cells(area for area in areas if isinstance(area, TableArea)):
            yield cell.lines, self.edges.get(side_key(cell.box), cell.box[2])

    def blocks(self) -> Iterator[Block]:
        """The blocks of the document, a page end between its pages."""
        for number, layout in enumerate(self.layouts):
            if number:
                yield PageEnd()
            for kind, line in self.running.get(layout.page.number, ()):
                yield Furniture(kind, line.text)
            for area in layout.areas:
                if isinstance(area, TableArea):
                    yield self._table(area)
                else:
                    yield from self._text(area)

    def _text(self, area: TextArea) -> Iterator[Block]:
        left = min(line.x0 for line in area.lines)
        column = Column(tuple(area.lines), left, self.text_edge)
        pending: tuple[list[Line], Heading] | None = None
        for group, block in self.paragraphs.blocks(column):
            level = self.sizes.get(_size_key(group[0]))
            if pending is not None and level is not None and _goes_on(pending[0][-1], group[0]):
                line = replace(group[0], text=block.text)  # type: ignore[union-attr]
                whole = self.paragraphs.with_line(
                    pending[1].text, pending[0][-1], line, column.right
                )
                pending = (group, Heading(pending[1].level, whole))
                continue
            if pending is not None:
                yield pending[1]
                pending = None
            if level is not None and isinstance(block, Paragraph):
                pending = (group, Heading(level, block.text))
            else:
                yield block
        if pending is not None:
            yield pending[1]

    def _table(self, area: TableArea) -> Table:
        rows: dict[int, list[Cell]] = {}
        for cell in area.cells:
            rows.setdefault(cell.row, []).append(self._cell(cell))
        return Table(tuple(Row(tuple(cells)) for _, cells in sorted(rows.items())))

    def _cell(self, area: CellArea) -> Cell:
        found: list[tuple[float, Block]] = [
            (inner.box[1], self._table(inner)) for inner in area.inner
        ]
        if area.lines:
            right = self.edges.get(side_key(area.box), area.box[2])
            column = Column(tuple(area.lines), area.box[0], right)
            found.extend((g[0].top, block) for g, block in self.paragraphs.blocks(column))
        found.sort(key=lambda pair: pair[0])
        return Cell(tuple(block for _, block in found), area.colspan, area.rowspan)

    def _page_ends(self) -> Iterator[tuple[Sequence[Line], Line, float]]:
        for before, after in zip(self.layouts, self.layouts[1:], strict=False):
            yield from self._seams(before, after)

    def _seams(
        self, before: PageLayout, after: PageLayout
    ) -> Iterator[tuple[Sequence[Line], Line, float]]:
        """(lines above, first line below, right edge) of the columns that meet at a page end."""
        if not before.areas or not after.areas:
            return
        upper, lower = before.areas[-1], after.areas[0]
        if isinstance(upper, TextArea) and isinstance(lower, TextArea):
            yield upper.lines, lower.lines[0], self.text_edge
        elif isinstance(upper, TableArea) and isinstance(lower, TableArea):
            firsts = {c.column: c for c in lower.cells if c.row == 0 and c.lines}
            bottom = max((c.row + c.rowspan for c in upper.cells), default=0)
            for cell in upper.cells:
                below = firsts.get(cell.column)
                if cell.row + cell.rowspan == bottom and cell.lines and below is not None:
                    right = self.edges.get(side_key(cell.box), cell.box[2])
                    yield cell.lines, below.lines[0], right


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line goes on with the heading above it: as large, and directly below."""
    distance = line.baseline - last.baseline
    return abs(line.size - last.size) < 0.5 and 0 < distance <= _HEADING_LEADING * line.size


def _columns(layouts: Iterable[PageLayout]) -> Iterator[Sequence[Line]]:
    tables: list[TableArea] = []
    for layout in layouts:
        for area in layout.areas:
            if isinstance(area, TextArea):
                yield area.lines
            else:
                tables.append(area)
    for cell in all_cells(tables):
        yield cell.lines


def _size_key(line: Line) -> float:
    return round(line.size * 2) / 2


def _heading_sizes(columns: Iterable[Sequence[Line]]) -> dict[float, int]:
    """The sizes that are larger than the text's, and the level of a heading of each."""
    weight: Counter[float] = Counter()
    for lines in columns:
        for line in lines:
            weight[_size_key(line)] += len(line.text)
    if not weight:
        return {}
    body = weight.most_common(1)[0][0]
    larger = sorted((size for size in weight if size > _LARGER * body), reverse=True)
    return {size: min(level, _MAX_LEVEL) for level, size in enumerate(larger, 1)}

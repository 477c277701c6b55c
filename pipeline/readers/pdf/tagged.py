"""The layout that tags give to blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.document.model import (
    Block,
    Cell,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Row,
    Table,
)
from pipeline.document.text import join
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.notes import Notes, PageLines, take_notes
from pipeline.readers.pdf.paragraphs import ParagraphMaker
from pipeline.readers.pdf.tag_columns import DrawnCell, under_columns
from pipeline.readers.pdf.tag_edges import TagEdges
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagLayout,
    TagParagraph,
    TagPart,
    TagRow,
    TagTable,
    columns_below,
    lines_of,
    paragraphs_of,
)


def settled(layout: TagLayout, drawn_cell: DrawnCell, maker: LineMaker) -> TagLayout:
    """A layout with all cells under their columns, and its footnotes as what they are."""
    columns = under_columns(layout.parts, drawn_cell)
    return replace(layout, parts=_without_notes(columns, maker))


def _without_notes(parts: Sequence[TagPart], maker: LineMaker) -> tuple[TagPart, ...]:
    """Parts whose footnotes are furniture, without the marks of these in the text."""
    every: dict[int, list[Line]] = defaultdict(list)
    outside: dict[int, list[Line]] = defaultdict(list)
    # A note may be tagged where its mark stands, inside a cell.
    top = {id(part) for part in parts}
    flow = [
        part
        for part in paragraphs_of(parts)
        if part.furniture or (id(part) in top and not part.heading)
    ]
    for lines, paragraphs in ((every, paragraphs_of(parts)), (outside, flow)):
        for paragraph in paragraphs:
            for line in paragraph.lines:
                lines[line.page].append(line)
    pages = [PageLines(every[n], sorted(outside[n], key=lambda line: line.baseline)) for n in every]
    notes = take_notes(pages, maker)
    own = frozenset(line for found in notes.lines for line in found)
    if not own and not notes.unmarked:
        return tuple(parts)
    return tuple(_without_marks(part, notes, own) for part in parts)


def _without_marks(part: TagPart, notes: Notes, own: frozenset[Line]) -> TagPart:
    """A part without the marks of notes; what is all of notes, outside tables, is furniture."""
    if isinstance(part, TagParagraph):
        is_note = not part.heading and all(line in own for line in part.lines)
        lines = tuple(notes.unmarked.get(line, line) for line in part.lines)
        return replace(part, lines=lines, furniture="notes" if is_note else part.furniture)

    def bare(cell: TagCell) -> TagCell:
        return replace(cell, parts=tuple(_without_marks(p, notes, frozenset()) for p in cell.parts))

    return TagTable(tuple(tuple(map(bare, row)) for row in part.rows))


Place = tuple[int, float]
"""The number of a page, and how far below its top something begins, in points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks that stand together: where they begin, and the last page that they stand on."""

    place: Place
    last: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TagReading:
    """Makes blocks of a layout that is settled."""

    layout: TagLayout
    maker: LineMaker
    edges: TagEdges
    paragraphs: ParagraphMaker

    @classmethod
    def of(cls, layout: TagLayout, drawn_cell: DrawnCell, maker: LineMaker) -> TagReading:
        """One for a document, with what all of it shows of its setting."""
        parts = layout.parts
        edges = TagEdges.of(parts, drawn_cell, maker)
        paragraphs = ParagraphMaker.of(edges.filled(parts), _page_ends(parts, edges), maker)
        return cls(layout, maker, edges, paragraphs)

    def blocks(self, others: Sequence[Piece] = ()) -> Iterator[Block]:
        """The blocks of the document, with a page end wherever something begins on a new page.

        `others` are read by other means, from the first of them on; they go where they stand.
        """
        page = 1
        for number, runs in sorted(self.layout.artifacts.items()):
            for line in self.maker.lines(runs, number):
                yield Furniture("page furniture", line.text)
        for piece in _in_order(self._pieces([other.place for other in others]), others):
            if piece.place[0] > page:
                yield PageEnd()
            page = max(page, piece.last)
            yield from piece.blocks
        for number, runs in sorted(self.layout.loose.items()):
            for line in self.maker.lines(runs, number):
                yield Paragraph(line.text, own_block=True)

    def _pieces(self, places: Sequence[Place]) -> Iterator[Piece]:
        for part in self.layout.parts:
            if isinstance(part, TagParagraph):
                blocks = tuple(self._paragraph(part, None))
                yield Piece(_place(part.lines), part.lines[-1].page, blocks)
                continue
            for rows in _parted(part, places):
                lines = [line for row in rows for cell in row for line in lines_of(cell.parts)]
                last = max(line.page for line in lines)
                yield Piece(_place(lines), last, (self._table(rows),))

    def _table(self, rows: Sequence[TagRow]) -> Table:
        return Table(tuple(Row(tuple(self._cell(cell) for cell in row)) for row in rows))

    def _cell(self, cell: TagCell) -> Cell:
        blocks: list[Block] = []
        for part in cell.parts:
            if isinstance(part, TagTable):
                blocks.append(self._table(part.rows))
            else:
                blocks.extend(self._paragraph(part, cell))
        return Cell(tuple(blocks), cell.colspan, cell.rowspan, cell.header)

    def _paragraph(self, part: TagParagraph, home: TagCell | None) -> Iterator[Block]:
        texts = self.paragraphs.whole(part.lines, self.edges.right(home, part.lines[0]))
        if part.furniture:
            yield Furniture(part.furniture, join(texts, "\n"))
        elif part.heading and home is None:
            yield Heading(part.heading, join(texts, "\n"))
        elif part.is_item and not has_marker(texts[0].chars):
            yield ListItem(join(texts, "\n"), max(part.level, 1))
        else:
            ends = self.paragraphs.page_ends
            for number, text in enumerate(texts, 1):
                yield Paragraph(
                    text,
                    own_block=number > 1 or part.lines[0] not in ends.continues,
                    goes_on=number == len(texts) and part.lines[-1] in ends.goes_on,
                )


def _in_order(own: Iterable[Piece], others: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces in their order, each of the others before the first that begins below it."""
    waiting = list(others)
    for piece in own:
        while waiting and waiting[0].place < piece.place:
            yield waiting.pop(0)
        yield piece
    yield from waiting


def _place(lines: Sequence[Line]) -> Place:
    return min((line.page, line.top) for line in lines)


def _parted(table: TagTable, places: Sequence[Place]) -> Iterator[list[TagRow]]:
    """The rows of a table, in tables that end where others stand, or a page may end in a row.

    There the next page begins with a row without a label: whether it goes on with the one above
    or not, its words must tell. A table without text is none.
    """
    group: list[TagRow] = []
    reach: Mapping[int, int] = {}
    before: Place | None = None
    last = 0
    for row in table.rows:
        lines = [line for cell in row for line in lines_of(cell.parts)]
        place = _place(lines) if lines else None
        if before is not None and place is not None:
            is_cut = place[0] > last and not reach and _lacks_label(row)
            if is_cut or any(before < other < place for other in places):
                yield group
                group = []
        group.append(row)
        before = place or before
        last = max([last, *(line.page for line in lines)])
        reach = columns_below(reach, row)[1]
    if before is not None:
        yield group


def _page_ends(
    parts: Sequence[TagPart], edges: TagEdges
) -> Iterator[tuple[Sequence[Line], Line, float]]:
    """(lines above, first line below, right edge) of the cells that meet at a page end."""
    for part in parts:
        if not isinstance(part, TagTable):
            continue
        for row, following in pairwise(part.rows):
            for upper, lower in zip(row, following, strict=False):
                above, below = list(lines_of(upper.parts)), list(lines_of(lower.parts))
                if above and below and below[0].page == above[-1].page + 1:
                    yield above, below[0], edges.right(lower)


def _lacks_label(row: TagRow) -> bool:
    return len(row) > 1 and not any(True for _ in lines_of(row[0].parts))

"""The layout that tags give to blocks, and how far the drawn rules bear it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
from pipeline.readers.pdf.choice import RULES, Candidate
from pipeline.readers.pdf.edges import padded_right, side_key
from pipeline.readers.pdf.fullness import room_left
from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.line_seams import LineSeams
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.notes import PageLines, take_notes
from pipeline.readers.pdf.paragraphs import ParagraphMaker
from pipeline.readers.pdf.settings import Count, Points, Share
from pipeline.readers.pdf.tag_columns import put_under_columns
from pipeline.readers.pdf.tags import TagCell, TagLayout, TagParagraph, TagPart, TagTable

# Rules and tags may differ in a cell or two (a merged heading row); more is another table.
_CONFLICTS: Share = 0.03
# A producer that tags each line as a paragraph cuts sentences again and again.
_CUT_PARAGRAPHS: Share = 0.1
_FEW: Count = 5
# A line that was cut inside a sentence is long; `Sluis` above `en haven` are two labels.
_LONG: Count = 30
# Cells that hold text at the same places are of one column, to so many points.
_SAME_PLACE: Points = 4.0
_Key = tuple[int, int]


@dataclass(slots=True)
class TagReading:
    """Makes blocks of a tag layout; `drawn` are the tables that are drawn on each page."""

    layout: TagLayout
    drawn: dict[int, tuple[Candidate, ...]]
    maker: LineMaker
    paragraphs: ParagraphMaker = field(init=False)
    keys: dict[int, _Key] = field(init=False)
    edges: dict[_Key, float] = field(init=False)
    text_edge: float = field(init=False)

    def __post_init__(self) -> None:
        put_under_columns(self.layout.parts, self._drawn_cell)
        self._take_notes()
        columns = [p.lines for p in _paragraphs(self.layout.parts)]
        self.text_edge = max((line.x1 for lines in columns for line in lines), default=0.0)
        self.keys = self._keys()
        self.edges = self._edges()
        room = room_left(self._filled(), self.maker)
        seams = LineSeams(self.maker, Habits.of(columns, self.maker), room)
        self.paragraphs = ParagraphMaker(seams, seams.over_page_ends(self._page_ends()))

    def _filled(self) -> Iterator[tuple[Sequence[Line], float]]:
        """The lines of all paragraphs, and where full ones end there."""
        for part in self.layout.parts:
            if isinstance(part, TagParagraph):
                yield part.lines, self.text_edge
        for cell in _cells(self.layout.parts):
            edge = self.edges.get(self.keys.get(id(cell), (0, 0)), self.text_edge)
            yield from ((part.lines, edge) for part in cell.parts if isinstance(part, TagParagraph))

    def doubt(self) -> str:
        """Why the tags are not to be believed; empty where nothing speaks against them."""
        cells = list(_cells(self.layout.parts))
        torn = sum(self._is_torn(cell) for cell in cells)
        if torn > max(1, _CONFLICTS * len(cells)):
            return f"{torn} of {len(cells)} tagged cells reach over drawn rules"
        pairs = list(_neighbours(self.layout.parts))
        cut = sum(self._is_cut(before, after) for before, after in pairs)
        if cut >= _FEW and cut > _CUT_PARAGRAPHS * len(pairs):
            return f"{cut} of {len(pairs)} tagged paragraphs end inside a sentence"
        return ""

    def share_in_tables(self) -> float:
        """The share of the text that stands in tagged tables."""
        every = sum(len(line.text) for p in _paragraphs(self.layout.parts) for line in p.lines)
        tables = [part for part in self.layout.parts if isinstance(part, TagTable)]
        inside = sum(len(line.text) for p in _paragraphs(tables) for line in p.lines)
        return inside / every if every else 1.0

    def blocks(self) -> Iterator[Block]:
        """The blocks of the document, with a page end wherever something begins on a new page."""
        page = 1
        for number, runs in sorted(self.layout.artifacts.items()):
            for line in self.maker.lines(runs, number):
                yield Furniture("page furniture", line.text)
        for part in self.layout.parts:
            for block, first, last in self._part(part):
                if first > page:
                    yield PageEnd()
                page = max(page, last)
                yield block
        for number, runs in sorted(self.layout.loose.items()):
            for line in self.maker.lines(runs, number):
                yield Paragraph(line.text, own_block=True)

    def _part(self, part: TagPart) -> Iterator[tuple[Block, int, int]]:
        """Blocks, each with its first and last page."""
        if isinstance(part, TagParagraph):
            for block in self._paragraph(part, None):
                yield block, part.lines[0].page, part.lines[-1].page
            return
        group: list[list[TagCell]] = []
        last = reach = 0
        for row in part.rows:
            pages = _pages(row)
            if last and pages and pages[0] > last and not reach and _lacks_label(row):
                # Whether it goes on with the row above it or not, its words must tell.
                yield self._table(group), _pages_of(group)[0], last
                group = []
            group.append(row)
            last = max([last, *pages])
            reach = max([reach - 1, *(cell.rowspan - 1 for cell in row), 0])
        pages = _pages_of(group)
        if pages:
            yield self._table(group), pages[0], pages[-1]

    def _table(self, rows: Sequence[Sequence[TagCell]]) -> Table:
        return Table(tuple(Row(tuple(self._cell(cell) for cell in row)) for row in rows))

    def _cell(self, cell: TagCell) -> Cell:
        key = self.keys.get(id(cell))
        blocks: list[Block] = []
        for part in cell.parts:
            if isinstance(part, TagTable):
                blocks.append(self._table(part.rows))
            else:
                blocks.extend(self._paragraph(part, key))
        return Cell(tuple(blocks), cell.colspan, cell.rowspan, cell.header)

    def _paragraph(self, part: TagParagraph, key: _Key | None) -> Iterator[Block]:
        right = self.text_edge if key is None else self.edges.get(key, self.text_edge)
        texts = self.paragraphs.whole(part.lines, right)
        if part.furniture:
            yield Furniture(part.furniture, join(texts, "\n"))
        elif part.heading and key is None:
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

    def _take_notes(self) -> None:
        """Mark the paragraphs that are footnotes, and take their marks from the text."""
        every: dict[int, list[Line]] = defaultdict(list)
        outside: dict[int, list[Line]] = defaultdict(list)
        for lines, sort in ((every, _paragraphs(self.layout.parts)), (outside, self._flow())):
            for paragraph in sort:
                for line in paragraph.lines:
                    lines[line.page].append(line)
        pages = [
            PageLines(every[n], sorted(outside[n], key=lambda line: line.baseline)) for n in every
        ]
        notes = take_notes(pages, self.maker)
        own = {line for found in notes.lines for line in found}
        for paragraph in _paragraphs(self.layout.parts):
            paragraph.lines = [notes.unmarked.get(line, line) for line in paragraph.lines]
        for paragraph in self._flow():
            if all(line in own for line in paragraph.lines):
                paragraph.furniture = "notes"

    def _flow(self) -> Iterator[TagParagraph]:
        """The paragraphs outside tables, without headings."""
        flow = (part for part in self.layout.parts if isinstance(part, TagParagraph))
        return (part for part in flow if not part.heading)

    # Columns.

    def _keys(self) -> dict[int, _Key]:
        """What names the column of each cell that holds text, by the cell's identity.

        That are its drawn sides; without them, where it begins and where the next one does.
        """
        found: dict[int, _Key] = {}
        for row in _rows(self.layout.parts):
            starts = [min((line.x0 for line in _lines(cell)), default=None) for cell in row]
            for n, cell in enumerate(row):
                start = starts[n]
                if start is None:
                    continue
                box = self._drawn_cell(next(_lines(cell)))
                following = next((x for x in starts[n + 1 :] if x is not None), -_SAME_PLACE)
                key = (round(start / _SAME_PLACE), round(following / _SAME_PLACE))
                found[id(cell)] = key if box is None else side_key(box)
        return found

    def _drawn_cell(self, line: Line) -> tuple[float, float, float, float] | None:
        for table in self.drawn.get(line.page, ()):
            number = _cell_of(line, table)
            if number >= 0:
                return table.grid.cells[number].box
        return None

    def _edges(self) -> dict[_Key, float]:
        groups: dict[_Key, list[Line]] = defaultdict(list)
        boxes: dict[_Key, list[tuple[float, float, float, float]]] = defaultdict(list)
        for cell in _cells(self.layout.parts):
            key = self.keys.get(id(cell))
            if key is None:
                continue
            lines = list(_lines(cell))
            groups[key].extend(lines)
            box = self._drawn_cell(lines[0])
            if box is not None:
                boxes[key].append(box)
        return {
            key: padded_right(boxes[key], lines, self.maker)
            if boxes[key]
            else max(line.x1 for line in lines)
            for key, lines in groups.items()
        }

    # Evidence.

    def _is_torn(self, cell: TagCell) -> bool:
        """Whether the lines of a cell lie in several drawn cells of one grid on one page."""
        seen: dict[tuple[int, int], set[int]] = defaultdict(set)
        for part in cell.parts:
            if not isinstance(part, TagParagraph):
                continue
            for line in part.lines:
                for n, table in enumerate(self.drawn.get(line.page, ())):
                    number = _cell_of(line, table)
                    # What is shaded says less than a tag does.
                    if number >= 0 and table.source == RULES:
                        seen[line.page, n].add(number)
        return any(len(numbers) > 1 for numbers in seen.values())

    def _is_cut(self, before: TagParagraph, after: TagParagraph) -> bool:
        last, first = before.lines[-1], after.lines[0]
        return (
            last.page == first.page
            # Items need no full stop, and may begin small.
            and not after.is_item
            and not has_marker(first.chars)
            and first.chars[0].islower()
            and last.chars[-1].isalnum()
            and first.baseline > last.baseline
            and len(last.chars) > _LONG
        )

    def _page_ends(self) -> Iterator[tuple[Sequence[Line], Line, float]]:
        """(lines above, first line below, right edge) of the cells that meet at a page end."""
        for part in self.layout.parts:
            if not isinstance(part, TagTable):
                continue
            for row, following in zip(part.rows, part.rows[1:], strict=False):
                for upper, lower in zip(row, following, strict=False):
                    above, below = list(_lines(upper)), list(_lines(lower))
                    if above and below and below[0].page == above[-1].page + 1:
                        right = self.edges.get(self.keys.get(id(lower), (0, 0)), self.text_edge)
                        yield above, below[0], right


def _cell_of(line: Line, table: Candidate) -> int:
    """The number of the drawn cell that the middle of a line lies in; -1 where it is in none."""
    return table.grid.cell_at((line.x0 + line.x1) / 2, line.middle)


def _paragraphs(parts: Sequence[TagPart]) -> Iterator[TagParagraph]:
    for part in parts:
        if isinstance(part, TagParagraph):
            yield part
        else:
            for row in part.rows:
                for cell in row:
                    yield from _paragraphs(cell.parts)


def _neighbours(parts: Sequence[TagPart]) -> Iterator[tuple[TagParagraph, TagParagraph]]:
    """Paragraphs that follow each other in one cell or in the flow."""
    for before, after in pairwise(parts):
        if isinstance(before, TagParagraph) and isinstance(after, TagParagraph):
            yield before, after
    for part in parts:
        if isinstance(part, TagTable):
            for row in part.rows:
                for cell in row:
                    yield from _neighbours(cell.parts)


def _rows(parts: Sequence[TagPart]) -> Iterator[list[TagCell]]:
    """The rows of all tables, also of those inside cells."""
    for part in parts:
        if isinstance(part, TagTable):
            for row in part.rows:
                yield row
                for cell in row:
                    yield from _rows(cell.parts)


def _cells(parts: Sequence[TagPart]) -> Iterator[TagCell]:
    return (cell for row in _rows(parts) for cell in row)


def _lines(cell: TagCell) -> Iterator[Line]:
    for paragraph in _paragraphs(cell.parts):
        yield from paragraph.lines


def _lacks_label(row: Sequence[TagCell]) -> bool:
    return len(row) > 1 and not any(True for _ in _lines(row[0]))


def _pages(row: Sequence[TagCell]) -> list[int]:
    return sorted({line.page for cell in row for line in _lines(cell)})


def _pages_of(rows: Sequence[Sequence[TagCell]]) -> list[int]:
    return sorted({page for row in rows for page in _pages(row)})

"""Tables of Markdown to blocks, however they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.core import heartbeat
from pipeline.document.model import Block, Cell, Furniture, ListItem, Paragraph, Row, Table
from pipeline.readers.markdown.drawn import Drawn, DrawnCell
from pipeline.readers.markdown.inline import MARKDOWN, Inline
from pipeline.readers.markdown.lines import Line
from pipeline.readers.markdown.merged import MergedCell, merged
from pipeline.readers.markdown.pipes import PipeTable
from pipeline.readers.markdown.pressed import Part, parts_of
from pipeline.readers.markdown.prose import Prose

COPIES = "copies of merged cells"
RULES = "rules"
PRESSED = "a cell holds several paragraphs or items on one line"
UNSURE = "a dash inside an item on one line may open the next one"

Within = Callable[[Sequence[Line], int], tuple[Block, ...]]
"""The blocks of the lines of a cell, which has all that a text has, and the width of the lines."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes tables of what was found, among the other blocks."""

    prose: Prose
    within: Within

    def add_pipe_table(self, found: PipeTable) -> int:
        """Add a pipe table; how many lines it takes."""
        for line in found.rules:
            self.prose.mark(line, RULES)
        for pipe in (pipe for row in found.rows for pipe in row.pipes):
            self.prose.mark(pipe, MARKDOWN)
        rows = merged(found.rows, self.prose.dialect.marks_spans)
        for name in (name for row in rows for name in row.names):
            self.prose.mark(name, MARKDOWN)
        self._add(map(self._merged_cell, row.cells) for row in rows)
        return found.height

    def add_drawn_table(self, lines: Sequence[Line], drawn: Drawn) -> int:
        """Add a drawn table of some lines; how many it takes."""
        inside = [line for row in drawn.rows for cell in row for line in cell.lines]
        self._mark_around(lines, inside)
        self._add(map(self._drawn_cell, row) for row in drawn.rows)
        return drawn.height

    def _add(self, rows: Iterable[Iterable[Cell]]) -> None:
        """Add a table of rows; an empty head is no row, an empty one further down a blank line."""
        made: list[Row] = []
        for row in rows:
            heartbeat.beat()
            cells = tuple(row)
            if made or any(cell.blocks for cell in cells):
                made.append(Row(cells))
        if made:
            self.prose.blocks.append(Table(tuple(made)))

    def _mark_around(self, lines: Sequence[Line], inside: Sequence[Line]) -> None:
        """What of some lines stands in none of the parts inside is drawn."""
        kept = {offset for part in inside for offset in range(part.start, part.end)}
        for line in lines:
            for offset in range(line.start, line.end):
                if offset not in kept:
                    self.prose.account.markup(offset, offset + 1, RULES)

    def _drawn_cell(self, cell: DrawnCell) -> Cell:
        return Cell(self.within(cell.lines, 0), cell.colspan, cell.rowspan)

    def _merged_cell(self, cell: MergedCell) -> Cell:
        self.prose.blocks += [Furniture(COPIES, self.prose.inline([line])) for line in cell.copies]
        return Cell(self._cell(cell.lines), cell.colspan, cell.rowspan)

    def _cell(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        """The blocks of a cell between pipes."""
        while len(lines) > 1 and lines[-1].is_blank:
            lines = lines[:-1]
        if len(lines) > 1:
            return self.within(lines, self.prose.dialect.width)
        (line,) = lines
        inline = self.prose.inline_of(lines)
        if not self.prose.dialect.is_pressed:
            return self.prose.fragment(line, inline)
        parts, doubts = parts_of(line)
        if doubts:
            self.prose.account.faults.setdefault(line.start, ("BCP114", UNSURE))
        if len(parts) < 2:
            return self.prose.fragment(line, inline)
        self.prose.account.faults.setdefault(parts[1].line.start, ("BCP113", PRESSED))
        return tuple(block for part in parts for block in self._part(part, inline))

    def _part(self, part: Part, inline: Inline) -> list[Block]:
        blocks = self.prose.fragment(self.prose.behind(part.line, part.marker), inline)
        return [_as_item(block, part) for block in blocks]


def _as_item(block: Block, part: Part) -> Block:
    """A block as what its part of a cell shows it to be."""
    if not isinstance(block, Paragraph):
        return block
    if part.level:
        return ListItem(block.text, part.level, part.ordered, part.opens, part.number)
    return replace(block, own_block=True)

"""The rows of a table to entries and nodes: shapes propose what a row is, the surest is taken.

Shapes: two columns; label and value more than once in a row; a head row whose values stand in the
next row, or which names the columns of all rows below; a label above its value; a merged row that
opens a node; the titles of nodes, cell by cell; an empty label cell (the same value goes on).
Each is a small function of `shapes` that proposes a match with its strength; none changes anything
before it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.core import heartbeat
from pipeline.core.text import fold
from pipeline.document.grid import GridRow, grid_rows
from pipeline.document.model import Block, Heading, Table, texts
from pipeline.document.text import Text
from pipeline.families.model import Node
from pipeline.interpret.outline import Entry, Part
from pipeline.interpret.proposals import Shape, reasons_of, strongest
from pipeline.interpret.shapes import LABEL_COLUMN, NUMBER_HEADS, SHAPES, Columns, Context, Title
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import LabelMatch


class Rows:
    """Takes the rows of tables; holds what only a table knows: its columns, its last row."""

    def __init__(self, stack: Stack, section: Callable[..., Shape | None]) -> None:
        self.stack = stack
        self.section = section
        self.columns = Columns()
        # Entries whose values stand in the next row, by the columns of a head row.
        self.awaiting: dict[int, Entry] = {}
        # Whether cells of the open table go down over several rows.
        self.merges_rows = False
        # The last row whose label cell is empty: its entry, and its first cell there.
        self.unlabelled: tuple[Entry, int] | None = None
        # Whether a page ended in the last row of the table before.
        self.cut = False

    def take(self, table: Table) -> None:
        """Take in all rows of a table."""
        stack = self.stack
        after = stack.page_end or (stack.entry is not None and not stack.entry.level)
        rows = [row for row in grid_rows(table) if row.filled()]
        self.merges_rows = any(cell.rowspan > 1 for row in table.rows for cell in row.cells)
        if not (stack.page_end and self._goes_on(rows)):
            self.columns = Columns()
        self.awaiting = {}
        for number, row in enumerate(rows):
            heartbeat.beat()
            following = rows[number + 1] if number + 1 < len(rows) else None
            # Head rows that stand again on the new page do not end the page end.
            after = not self._row(row, following, after) and after
            if LABEL_COLUMN in row.filled():
                self.unlabelled = None
            self.cut = self.cut and after
        self.cut = bool(table.rows) and table.rows[-1].goes_on

    def take_inside(self, tables: list[Table]) -> None:
        """Take in tables that stand in a cell; the columns of the table around stay its own."""
        around = self.columns, self.merges_rows
        for table in tables:
            self.take(table)
        self.columns, self.merges_rows = around

    def forget_columns(self) -> None:
        """Text between two tables parts them: the second has columns of its own."""
        self.columns = Columns()

    def _goes_on(self, rows: list[GridRow]) -> bool:
        """Whether a table after a page end has the columns of the one before it."""
        columns = self.columns
        means = columns.record or columns.titles or columns.competencies or columns.trends
        return bool(means) and bool(rows) and len(rows[0].cells) == columns.width

    def _row(self, row: GridRow, following: GridRow | None, after_page_end: bool) -> bool:
        """Take in a row by the shape that fits it best; whether it was more than furniture."""
        context = Context(self, self._without_numbering(row), following, after_page_end)
        best, verdict = strongest(propose(context) for propose in SHAPES)
        if best is None:
            return True
        for cell in context.row.cells.values():
            self.stack.outline.reasons.extend(reasons_of(verdict, texts(cell.blocks)))
        best.take()
        return best.ends_page_end

    def _without_numbering(self, row: GridRow) -> GridRow:
        """A row whose first cell holds only a number: the label stands in the next one."""
        filled = row.filled()
        if len(filled) < 3:
            return row
        number = row.cells[filled[0]].text
        is_number = number.chars.strip(".) ").replace(".", "").isdigit()
        if not is_number and fold(number.chars) not in NUMBER_HEADS:
            return row
        # Below heads of names and indicators a number stands before each name; heads of records
        # keep their own.
        is_name = is_number and self.columns.competencies
        match = self.stack.match(row.cells[filled[1]].text)
        is_label = match is not None and (is_number or match.field.kind == "competencies")
        if not (is_name or is_label):
            return row
        self.stack.claims.take(number, "numbering")
        shift = filled[1]
        cells = {column - shift: cell for column, cell in row.cells.items() if column >= shift}
        return GridRow(cells, row.covered)

    # What shapes do with a row that they are chosen for.

    def open_unlabelled(self, level: int) -> Entry:
        """Begin a text without a label: that of the innermost node, or one that is unplaced."""
        part = self.stack.innermost
        match = None
        if part.node is not None and part.node.text and not part.entries:
            found = self.stack.family.field(f"{part.scope}.{part.node.text}")
            match = LabelMatch(found, "exact", 1.0, found.labels[0], "")
        return self.stack.open_entry(Text(), match, level, "text below the heading of a node")

    def add_cells(
        self, entry: Entry, row: GridRow, columns: list[int], after_page_end: bool = False
    ) -> None:
        """Append the cells of a row to a value; a name beside indicators becomes their heading.

        So does one that stands alone where a page ends: in the column of those above it.
        """
        if len(columns) > 1 and entry.kind == "competencies":
            self.columns = replace(self.columns, name=columns[0])
        is_named = entry.kind == "competencies" and max(row.cells) != self.columns.name
        for number, column in enumerate(columns):
            blocks: tuple[Block, ...] = row.cells[column].blocks
            if is_named and column == self.columns.name:
                blocks = (Heading(6, row.cells[column].text),)
            entry.add(blocks, after_page_end and number == 0)

    def open_titles(self, titles: list[Title]) -> None:
        """Open the nodes whose titles a row holds."""
        for title in titles:
            heading = title.heading.collapse()
            if self.stack.repeats(heading, title.node.id):
                self.stack.claims.take(heading, "repeated header rows")
            else:
                self.stack.open_part(title.node, heading, title.code, title.name)

    def open_record(self, row: GridRow) -> None:
        """One row of a table whose columns are the fields of a node."""
        record = self.columns.record
        name_column = next(c for c, match in record.items() if match.field.path == "name")
        node = self.stack.family.node(record[name_column].field.node)
        part = self._part_of_record(row, name_column, node)
        for column in row.filled():
            match = record.get(column)
            if column == name_column or match is None or part is None:
                continue
            around = (p for p in reversed(self.stack.open) if p.scope == match.field.node)
            holder = part if match.field.node == node.id else next(around, part)
            self._add_to_record(holder, match, row.cells[column].blocks)

    def _part_of_record(self, row: GridRow, column: int, node: Node) -> Part | None:
        """The node that a row names in this column; without a name the last one goes on."""
        text = row.cells[column].text.collapse() if column in row.cells else Text()
        if not text:
            return next((p for p in reversed(self.stack.open) if p.node is node), None)
        code, name = self.stack.title_of(node, text) or (Text(), text)
        for other in self.columns.codes & row.cells.keys():
            code = row.cells[other].text.collapse()
            text = code + text
        return self.stack.open_part(node, text, code, name)

    def _add_to_record(self, part: Part, match: LabelMatch, blocks: tuple[Block, ...]) -> None:
        known = next((e for e in part.entries if e.field == match.field.id), None)
        entry = known or Entry(Text(), match, self.stack.section, how="column of a table")
        if known is None:
            part.entries.append(entry)
        entry.add(blocks, after_page_end=known is not None)
        self.stack.entry = entry

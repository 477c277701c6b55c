"""Tables as drawn to rows with columns: merged cells resolved, layout tables unwrapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.document.model import Block, Cell, Paragraph, Table


@dataclass(frozen=True, slots=True)
class GridRow:
    """The cells that begin in a row by their column, and the columns covered from above."""

    cells: dict[int, Cell]
    covered: frozenset[int]

    def filled(self) -> list[int]:
        """Columns whose cell holds text, from left to right."""
        return [column for column in sorted(self.cells) if self.cells[column].text]


def grid_rows(table: Table) -> Iterator[GridRow]:
    """The rows of a table, from top to bottom."""
    # Column -> how many more rows a merged cell reaches down.
    reach: dict[int, int] = {}
    for row in table.rows:
        covered = frozenset(column for column, rows in reach.items() if rows > 0)
        reach = {column: rows - 1 for column, rows in reach.items() if rows > 1}
        cells: dict[int, Cell] = {}
        column = 0
        for cell in row.cells:
            while column in covered:
                column += 1
            cells[column] = cell
            if cell.rowspan > 1:
                reach.update(dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1))
            column += cell.colspan
        yield GridRow(cells, covered)


def is_wrapper(table: Table) -> bool:
    """Whether the table only lays out others, or has a single column: its blocks are to flow."""
    return all(len(row.cells) <= 1 for row in table.rows) and not any(
        cell.colspan > 1 or cell.rowspan > 1 for row in table.rows for cell in row.cells
    )


def flowing_blocks(table: Table) -> Iterator[Block]:
    """The blocks of a wrapper's cells, in order; what is alone in its cell stands by itself."""
    for row in table.rows:
        for cell in row.cells:
            match cell.blocks:
                case (Paragraph() as alone,):
                    yield replace(alone, own_block=True)
                case blocks:
                    yield from blocks

"""A table that is the value itself: which row and which column meet in each filled cell."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.document.model import Table, texts
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.grid import GridRow, cell_text, grid_rows
from pipeline.interpret.passages import ValueCell
from pipeline.interpret.tree import Node, leaf

# A mark is a cross, a letter or a word or two; what is longer is the head of a column.
_MOST_OF_A_MARK = 12


def cells_of(cells: Iterable[ValueCell], claims: Claims) -> tuple[list[Node], list[Text]]:
    """(filled cells in reading order, texts beside the table).

    The columns are named by the lowest head row, each row by its first cell. A table that goes on
    on the next page has the columns of the one before it.
    """
    nodes: list[Node] = []
    beside: list[Text] = []
    columns: dict[int, Text] = {}
    for cell in cells:
        for block in cell.blocks:
            if isinstance(block, Table):
                columns = _take(list(grid_rows(block)), columns, nodes, claims)
            else:
                beside.extend(texts((block,)))
    return nodes, beside


def _take(
    rows: list[GridRow], columns: dict[int, Text], nodes: list[Node], claims: Claims
) -> dict[int, Text]:
    heads = _head_rows(rows)
    for row in rows[:heads]:
        for column in row.filled():
            claims.take(cell_text(row.cells[column]), "column heads")
    if heads:
        columns = {c: cell_text(rows[heads - 1].cells[c]).collapse() for c in rows[heads - 1].cells}
    for row in rows[heads:]:
        name = cell_text(row.cells[0]).collapse() if 0 in row.cells else Text()
        claims.take(name, "row heads")
        for column in (column for column in row.filled() if column):
            node: dict[str, Node] = {
                "row": leaf(name),
                "column": leaf(columns.get(column, Text())),
                "value": leaf(cell_text(row.cells[column])),
            }
            nodes.append(node)
    return columns


def _head_rows(rows: list[GridRow]) -> int:
    """How many rows stand above the first whose cells beside its name are marks."""
    for number, row in enumerate(rows):
        marks = [cell_text(row.cells[c]) for c in row.filled() if c]
        spans = any(cell.colspan > 1 for cell in row.cells.values())
        # Below a head row a mark may be a word; the first row of all is one of letters.
        longest = _MOST_OF_A_MARK if number else 2
        if marks and not spans and all(len(mark) <= longest for mark in marks):
            return _after_short_heads(rows, number)
    return 0


def _is_head(row: GridRow) -> bool:
    """Whether a row of short texts names columns: by numbers, or beside no name of its own."""
    texts_beside = [cell_text(row.cells[c]).chars for c in row.filled() if c]
    return 0 not in row.filled() or all(text.strip(". ").isdigit() for text in texts_beside)


def _after_short_heads(rows: list[GridRow], number: int) -> int:
    """Heads may be as short as marks (`1`, `2`): a row without a name of its own is a head."""
    while number < len(rows) - 1 and _is_head(rows[number]):
        number += 1
    return number

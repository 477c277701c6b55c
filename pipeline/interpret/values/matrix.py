"""A table that is the value itself: which row and which column meet in each filled cell."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.document.grid import GridRow, grid_rows
from pipeline.document.model import Table, texts
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.passages import ValueCell
from pipeline.interpret.tree import Node, leaf

# A mark is a cross, a digit, a letter or a word or two; what is longer is the head of a column.
_MOST_OF_A_MARK = 12

Heads = dict[int, Text]
"""The text that names each column; that of the first column is the corner."""


def cells_of(cells: Iterable[ValueCell], claims: Claims) -> tuple[list[Node], list[Text]]:
    """(filled cells in reading order, texts beside the table).

    The columns are named by the lowest head over each, each row by its first cell. A table that
    goes on on the next page has the columns of the one before it.
    """
    nodes: list[Node] = []
    beside: list[Text] = []
    heads: Heads = {}
    for cell in cells:
        for block in cell.blocks:
            if isinstance(block, Table):
                heads = _take(list(grid_rows(block)), heads, nodes, claims)
            else:
                beside.extend(texts((block,)))
    return nodes, beside


def _take(rows: list[GridRow], before: Heads, nodes: list[Node], claims: Claims) -> Heads:
    number = _head_rows(rows, before)
    for row in rows[:number]:
        for column in row.filled():
            claims.take(row.cells[column].text, "column heads")
    heads = _lowest(rows[:number]) if number else before
    for row in rows[number:]:
        name = _name(row)
        claims.take(name, "row heads")
        for column in _marked(row):
            node: dict[str, Node] = {
                "row": leaf(name),
                "column": leaf(heads.get(column, Text())),
                "value": leaf(row.cells[column].text),
            }
            nodes.append(node)
    return heads


def _name(row: GridRow) -> Text:
    return row.cells[0].text.collapse() if 0 in row.cells else Text()


def _marked(row: GridRow) -> list[int]:
    """The columns that a row fills beside its name."""
    return [column for column in row.filled() if column]


def _lowest(rows: list[GridRow]) -> Heads:
    """The lowest head over each column; one that reaches down over rows is the lowest there."""
    heads: Heads = {}
    for row in rows:
        heads |= {column: cell.text.collapse() for column, cell in row.cells.items()}
    return heads


def _head_rows(rows: list[GridRow], before: Heads) -> int:
    """How many rows are heads: as many as name all columns that are filled below them.

    A first row may name several columns at once, or stand over the table by itself; then the
    columns have their names in a row below it.
    """
    first = 0 if before else min(1, len(rows))
    possible = [n for n in range(first, len(rows)) if _begins(rows, n, before)]
    for number in possible:
        heads = _lowest(rows[:number]) if number else before
        used = {column for row in rows[number:] for column in _marked(row)}
        if all(heads.get(column) for column in used):
            return number
    return next(iter(possible), first)


def _begins(rows: list[GridRow], number: int, before: Heads) -> bool:
    """Whether a row may be the first below the heads: it has a name of its own, and marks."""
    row = rows[number]
    name = _name(row)
    corner = (_lowest(rows[:number]) if number else before).get(0, Text())
    marks = [row.cells[column].text for column in _marked(row)]
    spans = any(cell.colspan > 1 for cell in row.cells.values())
    is_named = bool(name) and name.chars != corner.chars
    return is_named and not spans and all(len(mark) <= _MOST_OF_A_MARK for mark in marks)

"""Where in a document the beginning of a value stands: its block, and the cells around that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.document.model import Block, Heading, ListItem, PageEnd, Table, texts
from pipeline.document.text import Text
from pipeline.inspection.links import CellLink


def holds_first(text: Text, origins: Sequence[int]) -> bool:
    """Whether the first of these stands in a text."""
    return bool(origins) and origins[0] in text.origins


def kind_of_block(blocks: Sequence[Block], origins: Sequence[int]) -> str:
    """What the source has the block as that holds the first of these; empty where none does."""
    holders = (b for b in _flat(blocks) if any(holds_first(text, origins) for text in texts([b])))
    return next(map(_kind, holders), "")


def cells_around(blocks: Sequence[Block], origins: Sequence[int]) -> Iterator[CellLink]:
    """The cells that hold the first of these, the outer ones first."""
    tables = [block for block in blocks if isinstance(block, Table)]
    for number, table in enumerate(tables, 1):
        for row_number, row in enumerate(table.rows, 1):
            for cell_number, cell in enumerate(row.cells, 1):
                if any(holds_first(text, origins) for text in texts(cell.blocks)):
                    size = len(table.rows), len(row.cells)
                    yield CellLink(number, row_number, cell_number, *size)
                    yield from cells_around(cell.blocks, origins)


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks that hold text, those in cells included."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _flat(cell.blocks)
        elif not isinstance(block, PageEnd):
            yield block


def _kind(block: Block) -> str:
    match block:
        case Heading():
            return f"heading of level {block.level}"
        case ListItem():
            return f"list item of level {block.level}"
        case _:
            return type(block).__name__.lower()

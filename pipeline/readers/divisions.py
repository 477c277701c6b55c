"""Tables that a page lays out with `div` elements: a division of rows, each a division of cells."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.readers.markup import Characters, Element

# What a cell never holds: a column that does is a part of the page.
_OF_PAGES = frozenset("h1 h2 h3 h4 h5 h6 article aside footer form header main nav section".split())
_BLOCKS = frozenset("p div ul ol dl table".split())
_FEWEST_ROWS = 2
_FEWEST_CELLS = 2


def rows_in(element: Element) -> list[list[Element]]:
    """The cells of each row; empty where the element is no such table.

    Rows have equally many cells; one cell alone is a heading over all of them. The first cell of a
    row is a label or a title: where it holds several blocks, the page sets texts side by side.
    """
    rows = [list(_parts(row)) for row in _parts(element)]
    widths = [len(cells) for cells in rows]
    width = max(widths, default=0)
    is_even = set(widths) <= {1, width} and width >= _FEWEST_CELLS
    if not is_even or widths.count(width) < _FEWEST_ROWS:
        return []
    if any(_holds_blocks(cells[0]) for cells in rows if cells):
        return []
    return [] if any(_is_part_of_page(cell) for cells in rows for cell in cells) else rows


def _parts(element: Element) -> Iterator[Element]:
    """The divisions in an element; none where anything else stands among them."""
    shown = [c for c in element.children if isinstance(c, Element) or c.chars.strip()]
    if all(isinstance(child, Element) and child.tag == "div" for child in shown):
        yield from (child for child in shown if isinstance(child, Element))


def _holds_blocks(cell: Element) -> bool:
    blocks = [c for c in cell.children if isinstance(c, Element) and c.tag in _BLOCKS]
    return len(blocks) > 1


def _is_part_of_page(cell: Element) -> bool:
    return any(
        not isinstance(child, Characters) and (child.tag in _OF_PAGES or _is_part_of_page(child))
        for child in cell.children
    )

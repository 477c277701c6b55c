"""Tables that a page lays out with `div` elements: a division of rows, each a division of cells.

Rows may also stand among other parts of the page, in wrappers of their own (columns of Elementor
and Gutenberg, fields of Drupal), or be the lines of a grid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.readers.elements import HEADINGS, characters, elements_in
from pipeline.readers.markup import Characters, Element

# What a cell never holds: a column that does is a part of the page.
_OF_PAGES = HEADINGS | frozenset("article aside footer form header main nav section".split())
_BLOCKS = frozenset("p div ul ol dl table".split())
_FEWEST_ROWS = 2
_FEWEST_CELLS = 2
_ROWS = frozenset({"div", "section", "article", "li", "details"})
# A label that stands in a line of its own element, and what holds its text.
_LABELS, _TEXTS = frozenset({"span", "label"}), frozenset({"div", "span"})
# What a style lays out beside each other need be no `div`.
_CELLS = frozenset({"div", "p", "span", "label", "strong", "b", "ul", "ol"})
_BESIDE = frozenset({"flex", "inline-flex", "table-row"})
# A label is shorter than a column of text.
_LONGEST_LABEL = 100
_REPEATED = re.compile(r"repeat\(\s*(\d{1,2})\s*,([^()]*(?:\([^()]*\)[^()]*)*)\)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NAME_OF_LINE = re.compile(r"\[[^\]]*\]")

IsContent = Callable[[Element], bool]
"""Whether an element is a part of the text of a page."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, each with its cells."""

    rows: list[list[Element]]


Part = Element | Characters | Rows


class Layout:
    """Finds the rows that stand among the parts of a page."""

    def __init__(self, is_content: IsContent) -> None:
        self._is_content = is_content
        # What was found of an element, with the element, so that its number stays its own.
        self._known: dict[int, tuple[Element, list[Element]]] = {}
        self._laying: dict[int, tuple[Element, bool]] = {}

    def parts(self, element: Element) -> list[Part]:
        """The children of an element, with rows in place of the elements that are rows of a table.

        Two rows below each other with equally many cells are some; one is where its style says
        that a label and a text stand beside each other.
        """
        if grid := self._grid(element):
            return [Rows(grid)]
        found: list[Part] = []
        run: list[Element | Characters] = []
        rows: list[list[Element]] = []
        for child in element.children:
            cells: list[Element] = []
            if isinstance(child, Element):
                cells = _without_label(child, rows[-1:]) or self._row(child)
            if rows and isinstance(child, Characters) and not child.chars.strip():
                run.append(child)
                continue
            if rows and len(cells) != len(rows[0]):
                found += _settled(run, rows)
                run, rows = [], []
            if cells:
                run.append(child)
                rows.append(cells)
            else:
                found.append(child)
        return [*found, *_settled(run, rows)]

    def _row(self, element: Element) -> list[Element]:
        """The cells of an element that is a row of a table; empty where it is none."""
        if id(element) not in self._known:
            self._known[id(element)] = element, self._cells(element)
        return self._known[id(element)][1]

    def _cells(self, element: Element) -> list[Element]:
        inner = element
        while inner.tag in _ROWS and self._is_content(inner):
            parts = _shown(inner)
            if len(parts) == 1 and isinstance(parts[0], Element):
                inner = parts[0]
                continue
            cells = _cells_among(inner, parts)
            return cells if self._are_cells(cells) else []
        return []

    def _are_cells(self, cells: list[Element]) -> bool:
        """Whether elements beside each other are a label or title and what belongs to it."""
        if len(cells) < _FEWEST_CELLS or _holds_blocks(cells[0]):
            return False
        if _letters(cells[0]) > _LONGEST_LABEL:
            return False
        if any(_is_part_of_page(cell) or not self._is_content(cell) for cell in cells):
            return False
        # What is a row or lays out rows itself is a part of the page; divisions without any name or
        # style, in a cell that has a name of its own, are its lines.
        named = len({cell.attributes.get("class", "") for cell in cells} - {""}) == len(cells)
        inner = [self._row(cell) for cell in cells]
        rows = [row for row in inner if not named or any(part.attributes for part in row)]
        return not any(rows) and not any(self._lays_out_rows(cell) for cell in cells)

    def _lays_out_rows(self, element: Element) -> bool:
        """Whether an element, or anything in it, lays out rows."""
        if id(element) not in self._laying:
            does = any(isinstance(part, Rows) for part in self.parts(element)) or any(
                isinstance(child, Element) and child.tag in _ROWS and self._lays_out_rows(child)
                for child in element.children
            )
            self._laying[id(element)] = element, does
        return self._laying[id(element)][1]

    def _grid(self, element: Element) -> list[list[Element]]:
        """The rows of a grid whose style says how many columns it has; empty for anything else."""
        columns = _columns(element)
        if columns < _FEWEST_CELLS:
            return []
        rows: list[list[Element]] = []
        for part in _shown(element):
            if not isinstance(part, Element) or part.tag not in _CELLS:
                return []
            is_open = rows and len(rows[-1]) < columns and not _spans_all(rows[-1][0], columns)
            if is_open and not _spans_all(part, columns):
                rows[-1].append(part)
            else:
                rows.append([part])
        full = [row for row in rows if not _spans_all(row[0], columns)]
        is_table = full and all(len(row) == columns and self._are_cells(row) for row in full)
        return rows if is_table else []


def _cells_among(row: Element, parts: list[Element | Characters]) -> list[Element]:
    """The parts of what may be a row, if they can be cells."""
    cells = [part for part in parts if isinstance(part, Element)]
    if row.tag == "details" and cells and cells[0] is parts[0] and cells[0].tag == "summary":
        rest = row.children[row.children.index(cells[0]) + 1 :]
        return [cells[0], Element("div", {}, rest, row.offset)]
    if len(cells) != len(parts):
        return []
    tags = [cell.tag for cell in cells]
    kinds = _CELLS if _sets_beside(row) else frozenset({"div"})
    is_label_with_text = len(tags) == 2 and tags[0] in _LABELS and tags[1] in _TEXTS
    return cells if is_label_with_text or all(tag in kinds for tag in tags) else []


def _without_label(element: Element, above: list[list[Element]]) -> list[Element]:
    """The cells of a row that leaves out its label: named as the last one of the row above is."""
    only, *more = _shown(element) or [Element("div", {})]
    name = above[0][-1].attributes.get("class") if above else None
    is_named = isinstance(only, Element) and name and only.attributes.get("class") == name
    if more or not isinstance(only, Element) or not is_named:
        return []
    empty = Element("div", {}, [], element.offset)
    return [*(empty for _ in above[0][1:]), only]


def _settled(run: list[Element | Characters], rows: list[list[Element]]) -> list[Part]:
    """A run of elements that may be rows: the rows, or the elements where they are none."""
    alone = len(rows) == 1 and isinstance(run[0], Element) and _sets_beside(run[0])
    is_pair = alone and len(rows[0]) == _FEWEST_CELLS and _letters(rows[0][0]) > 0
    return [Rows(rows)] if is_pair or len(rows) >= _FEWEST_ROWS else list(run)


def _columns(element: Element) -> int:
    """How many columns a style gives a grid; 0 where it does not say."""
    if element.style("display") not in ("grid", "inline-grid"):
        return 0
    written = _NAME_OF_LINE.sub(" ", element.style("grid-template-columns"))
    written = _REPEATED.sub(lambda found: f" {found[2]} " * int(found[1]), written)
    while _IN_BRACKETS.search(written):
        written = _IN_BRACKETS.sub("", written)
    return len(written.split()) if written != "none" else 0


def _spans_all(cell: Element, columns: int) -> bool:
    return cell.style("grid-column").replace(" ", "") in (
        "1/-1",
        f"span{columns}",
        f"1/{columns + 1}",
    )


def _sets_beside(element: Element) -> bool:
    """Whether a style sets the parts of an element beside each other."""
    display = element.style("display")
    if display.endswith("grid"):
        return _columns(element) >= _FEWEST_CELLS
    return display in _BESIDE and not element.style("flex-direction").startswith("column")


def _shown(element: Element) -> list[Element | Characters]:
    return [c for c in element.children if isinstance(c, Element) or c.chars.strip()]


def _letters(element: Element) -> int:
    return sum(char.isalpha() for node in characters(element) for char in node.chars)


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
    shown = _shown(element)
    if all(isinstance(child, Element) and child.tag == "div" for child in shown):
        yield from elements_in(element)


def _holds_blocks(cell: Element) -> bool:
    return sum(part.tag in _BLOCKS for part in elements_in(cell)) > 1


def _is_part_of_page(cell: Element) -> bool:
    return any(part.tag in _OF_PAGES or _is_part_of_page(part) for part in elements_in(cell))

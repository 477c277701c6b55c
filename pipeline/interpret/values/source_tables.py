"""Source documents in a table of their own: a row each, whose columns the head row names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.core import signs
from pipeline.core.text import fold
from pipeline.document.grid import GridRow, grid_rows
from pipeline.document.model import Table
from pipeline.document.text import Text, join
from pipeline.interpret.claims import Claims
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values.years import year_leaf

_TITLE, _PUBLISHER, _YEAR, _NUMBER = "title", "publisher", "year", "number"
_HEADS = {
    _TITLE: frozenset({"titel", "naam", "bron", "document", "brondocument", "publicatie"}),
    _PUBLISHER: frozenset(
        {"uitgever", "uitgave", "organisatie", "auteur", "auteurs", "instelling", "herkomst"}
    ),
    _NUMBER: frozenset({"nr", "nummer", "no"}),
    _YEAR: frozenset({"jaar", "jaartal", "datum", "jaar van uitgave", "jaar van publicatie"}),
}
# What fills a cell that has nothing to say.
_NOTHING = " ." + signs.DASHES_AND_HYPHENS

Columns = Mapping[int, str]


def is_source_table(table: Table) -> bool:
    """Whether the head row of a table says that its rows are sources."""
    return bool(_columns(next(iter(grid_rows(table)), None)))


def from_table(table: Table, claims: Claims) -> Iterator[Node]:
    """The sources of such a table; the head row is claimed."""
    head, *rows = grid_rows(table)
    columns = _columns(head)
    for column in head.filled():
        claims.take(head.cells[column].text, "column heads")
    for row in rows:
        cells = {n: row.cells[n].text.collapse() for n in row.filled()}
        told = {
            n: text
            for n, text in cells.items()
            if text.chars.strip(_NOTHING) and columns.get(n) != _NUMBER
        }
        for n in cells.keys() - told.keys():
            claims.take(cells[n], "numbering" if columns.get(n) == _NUMBER else "separators")
        if told:
            yield _source(told, columns)


def _columns(head: GridRow | None) -> Columns:
    """What each column holds, by the head row; empty where it names no titles and more."""
    if head is None:
        return {}
    names = {n: fold(head.cells[n].text.chars) for n in head.filled()}
    found = {
        n: kind for n, name in names.items() for kind, listed in _HEADS.items() if name in listed
    }
    whole = len(found) == len(names) > 1 and len(set(found.values())) == len(found)
    return found if whole and _TITLE in found.values() else {}


def _source(cells: Mapping[int, Text], columns: Columns) -> Node:
    text = join(cells.values())
    step = "the cells of a row, with commas between them"
    whole = ", ".join(cell.chars for cell in cells.values())
    node: dict[str, Node] = {"text": Leaf(whole, text, steps=(step,), verbatim=False)}
    if len(cells) == 1:
        node["text"] = leaf(text)
    for n, cell in cells.items():
        if columns.get(n) in (_TITLE, _PUBLISHER) and _PUBLISHER in columns.values():
            node[columns[n]] = leaf(cell)
        elif columns.get(n) == _YEAR and (year := year_leaf(cell, "in a column of years")):
            node[_YEAR] = year
    if _YEAR not in columns.values() and (year := year_leaf(text)):
        node[_YEAR] = year
    return node

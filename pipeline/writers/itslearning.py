"""A profile as learning objectives for itslearning, which imports one sheet of five columns.

Folder (sector) > Subject (profile) > Category (role, core task, and in it work process) > LO
(competency, knowledge, skill) > Criterion (indicator), as its support article on importing
objectives has it. Categories may stand in one another, so that no tree is too deep: what has one
level of nodes below it is an LO, what has more a Category.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.profile.identifiers import element_id, folded
from pipeline.writers.edition import Edition
from pipeline.writers.nodes import Node
from pipeline.writers.workbook import Book

HEADER = ("ID", "ParentID", "Title", "Description", "Type")
# Elsewhere it depends on what may stand below.
_BELOW = {"Folder": "Subject", "LO": "Criterion"}
_WIDTHS = (42, 42, 60, 80, 12)


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    book = Book(edition.tree.label, edition.moment)
    sheet = book.sheet("Objectives", _WIDTHS, repeat_head=True)
    for row, cells in enumerate([HEADER, *_rows(edition)]):
        for column, text in enumerate(cells):
            book.text(sheet, row, column, text, "text" if row else "head")
    return {f"itslearning/{edition.profile.id}.xlsx": book.data()}


def _rows(edition: Edition) -> Iterator[tuple[str, ...]]:
    profile = edition.profile
    name = profile.sector or ", ".join(profile.developed_by or ()) or "Beroepscompetentieprofielen"
    folder = element_id("itslearning folder", folded(name))
    yield folder, "", name, "", "Folder"
    types = {folder: "Folder"}
    for node, parent in edition.tree.walk():
        above = parent.id if parent else folder
        types[node.id] = _type(node, types[above])
        yield node.id, above, node.label, "\n".join(node.lines), types[node.id]


def _type(node: Node, above: str) -> str:
    """The type of a node below one of another type."""
    if above in _BELOW:
        return _BELOW[above]
    return "Category" if node.levels > 1 else "LO"

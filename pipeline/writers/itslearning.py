"""A profile as learning objectives for itslearning, which imports one sheet of five columns.

Folder (sector) > Subject (profile) > Category (role) > LO (competency, knowledge, skill) >
Criterion (indicator), as its support article on importing objectives has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.profile.identifiers import element_id, folded
from pipeline.writers.edition import Edition
from pipeline.writers.nodes import Kind
from pipeline.writers.workbook import Book

HEADER = ("ID", "ParentID", "Title", "Description", "Type")
_TYPES: dict[Kind, str] = {
    "profile": "Subject",
    "role": "Category",
    "competency": "LO",
    "knowledge": "LO",
    "skill": "LO",
    "other": "LO",
    "indicator": "Criterion",
}
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
    for node, parent in edition.tree.walk():
        description = "\n".join((node.statement, *node.description))
        above = parent.id if parent else folder
        yield node.id, above, node.label, description, _TYPES[node.kind]

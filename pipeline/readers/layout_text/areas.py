"""What a page is made of: stretches of text, and tables of cells with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.readers.layout_text.lines import Line

TEXT, LABEL, VALUE = "text", "label", "value"
"""The kinds of columns: all of the page, what stands left of an edge, and what begins there."""


@dataclass(slots=True)
class CellArea:
    """The lines of a cell; `edge` is where its column begins, `kind` which one of the page it is.

    `width` is how many signs lie before the next column; 0 where none follows.
    """

    kind: str
    edge: int
    lines: list[Line] = field(default_factory=list)
    width: int = 0


@dataclass(slots=True)
class TableArea:
    """A table: rows of cells."""

    rows: list[list[CellArea]] = field(default_factory=list)


Area = CellArea | TableArea


def cells_of(areas: list[Area]) -> Iterator[CellArea]:
    """All cells of areas; text outside tables is one, too."""
    for area in areas:
        if isinstance(area, CellArea):
            yield area
        else:
            for row in area.rows:
                yield from row

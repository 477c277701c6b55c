"""Merged cells of pipe tables, which have no sign for them: tools fill what a cell reaches over.

Some copy its text into each place, some write places of one blank in place of two, some name the
columns of a head that has no name for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.markdown.lines import Line
from pipeline.readers.markdown.pipes import PipeRow

# Shorter texts are values that stand beside their like: a cross, yes, a figure.
_FEW = 4
_NAMED = re.compile(r"^\s*Col(\d+)\s*$")


@dataclass(slots=True)
class MergedCell:
    """A cell, how far it reaches, and the copies of it that stand there."""

    lines: list[Line]
    colspan: int = 1
    rowspan: int = 1
    copies: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is written in it."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def shown(self) -> list[Line]:
        """Its lines that are not blank."""
        return [line for line in self.lines if not line.is_blank]


@dataclass(slots=True)
class MergedRow:
    """The cells that begin in a row, and the names that a tool gave to its columns."""

    cells: list[MergedCell]
    names: list[Line]


def merged(rows: Sequence[PipeRow], marks_spans: bool) -> list[MergedRow]:
    """Rows whose merged cells stand where they begin.

    `marks_spans`: a cell of one blank is a place that the cell before it reaches over.
    """
    found = [_across(row, number == 0, marks_spans) for number, row in enumerate(rows)]
    begun: list[MergedCell] = []
    for row in found:
        count = _copied_down(row, begun)
        for cell, start in zip(row.cells[:count], begun, strict=False):
            start.rowspan += 1
            start.copies += [*cell.shown, *cell.copies]
        begun = [*begun[:count], *row.cells[count:]]
        row.cells = row.cells[count:]
    return found


def _across(row: PipeRow, is_head: bool, marks_spans: bool) -> MergedRow:
    cells: list[MergedCell] = []
    names: list[Line] = []
    for number, lines in enumerate(row.cells, 1):
        cell = MergedCell(lines)
        named = _NAMED.match(cell.text) if is_head else None
        if named and int(named[1]) == number:
            names += lines
            cell.lines = [lines[0].part(0, 0)]
        if cells and _is_reached(cell, cells[-1], bool(named), marks_spans):
            cells[-1].colspan += 1
            cells[-1].copies += cell.shown
        else:
            cells.append(cell)
    return MergedRow(cells, names)


def _is_reached(cell: MergedCell, before: MergedCell, is_named: bool, marks_spans: bool) -> bool:
    """Whether the cell before reaches over the place of a cell."""
    if is_named:
        return True
    if marks_spans and len(cell.lines) == 1 and cell.lines[0].text == " ":
        return True
    return _is_copy(cell, before)


def _is_copy(cell: MergedCell, of: MergedCell) -> bool:
    letters = sum(char.isalpha() for char in cell.text)
    return letters >= _FEW and cell.text == of.text


def _copied_down(row: MergedRow, above: Sequence[MergedCell]) -> int:
    """How many of the first cells of a row are copies of those above; not all, but for a head."""
    count = 0
    for cell, start in zip(row.cells, above, strict=False):
        if not _is_copy(cell, start) or cell.colspan != start.colspan:
            break
        count += 1
    return count if count < len(row.cells) else 0

"""Word tables to rows of cells: merged cells resolved, deleted rows left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.core import heartbeat
from pipeline.readers.docx.alternatives import Drop, chosen_alternative
from pipeline.readers.docx.controls import why_left_out
from pipeline.readers.docx.names import Element, child, is_on, name, number, value
from pipeline.readers.left_out import COVERED, HIDDEN

_WRAPPERS = ("w:sdtContent", "w:customXml", "w:ins", "w:moveTo")
_MOST_COLUMNS = 1000


@dataclass(slots=True)
class TableCell:
    """A cell as drawn; `element` is None for the room that a row leaves free.

    `left_out` says why its text is no content, where a content control around it tells so.
    """

    element: Element | None
    column: int
    colspan: int = 1
    rowspan: int = 1
    left_out: str = ""


@dataclass(slots=True)
class TableRow:
    """The cells that begin in a row."""

    cells: list[TableCell] = field(default_factory=list)
    is_header: bool = False


def table_rows(table: Element, drop: Drop) -> list[TableRow]:
    """The rows of a table; text that a merged cell covers is dropped, with its kind."""
    rows: list[TableRow] = []
    open_cells: dict[int, TableCell] = {}
    for element, left_out in _inside(table, "w:tr", drop):
        heartbeat.beat()
        properties = child(element, "w:trPr")
        if child(properties, "w:del") is not None:
            drop(element, "deleted text")
            continue
        if is_on(child(properties, "w:hidden")):
            drop(element, HIDDEN)
            continue
        row = TableRow(is_header=bool(is_on(child(properties, "w:tblHeader"))))
        column = _skip(row, properties, "w:gridBefore", 0)
        before: TableCell | None = None
        for cell, why in _inside(element, "w:tc", drop, left_out):
            column, before = _cell(cell, why, row, column, before, open_cells, drop)
        _skip(row, properties, "w:gridAfter", column)
        rows.append(row)
    return rows


def _cell(
    cell: Element,
    left_out: str,
    row: TableRow,
    column: int,
    before: TableCell | None,
    open_cells: dict[int, TableCell],
    drop: Drop,
) -> tuple[int, TableCell | None]:
    """Enter a cell in its row; the column after it, and the cell itself."""
    properties = child(cell, "w:tcPr")
    if child(properties, "w:cellDel") is not None:
        drop(cell, "deleted text")
        return column, before
    span = min(max(number(value(child(properties, "w:gridSpan")), 1), 1), _MOST_COLUMNS)
    across = child(properties, "w:hMerge")
    if across is not None and value(across) in (None, "continue") and before is not None:
        before.colspan += span
        drop(cell, COVERED)
        return column + span, before
    down = child(properties, "w:vMerge")
    if down is not None and value(down) in (None, "continue") and column in open_cells:
        open_cells[column].rowspan += 1
        drop(cell, COVERED)
        return column + span, None
    found = TableCell(cell, column, span, left_out=left_out)
    row.cells.append(found)
    # What stands anew under an open cell ends it, whichever of its columns it takes.
    for ended in [
        start
        for start, above in open_cells.items()
        if start < column + span and column < start + above.colspan
    ]:
        del open_cells[ended]
    if down is not None:
        open_cells[column] = found
    return column + span, found


def _skip(row: TableRow, properties: Element | None, kind: str, column: int) -> int:
    """Room that a row leaves free at its start or end."""
    span = min(number(value(child(properties, kind))), _MOST_COLUMNS)
    if span > 0:
        row.cells.append(TableCell(None, column, span))
    return column + max(span, 0)


def _inside(
    parent: Element, wanted: str, drop: Drop, left_out: str = ""
) -> Iterator[tuple[Element, str]]:
    """The rows or cells below an element, content controls and other wrappers opened.

    With each goes why its text is no content; empty where it is.
    """
    for element in parent:
        kind = name(element)
        if kind == wanted:
            yield element, left_out
        elif kind == "w:sdt":
            content = child(element, "w:sdtContent")
            if content is not None:
                yield from _inside(content, wanted, drop, left_out or why_left_out(element))
        elif kind == "mc:AlternateContent":
            chosen = chosen_alternative(element, drop)
            if chosen is not None:
                yield from _inside(chosen, wanted, drop, left_out)
        elif kind in _WRAPPERS:
            yield from _inside(element, wanted, drop, left_out)

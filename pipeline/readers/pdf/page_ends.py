"""What meets at the ends of pages: columns that may go on there, and rows that may be cut.

A producer that cuts a row may draw it to an end on each page. Then a label that it does not split
goes to the next page whole, and leaves its place empty on the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.document.reasons import Reason, Verdict, about
from pipeline.document.seams import UNSEEN, Seam, cut_row_goes_on
from pipeline.readers.pdf.areas import CellArea, PageLayout, TableArea, TextArea
from pipeline.readers.pdf.candidates import RULES
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Ems, Points

# A rule at the edge of a table lies on it but for its own width.
_ON_EDGE: Points = 3.0
# Of two stretches of lines the one with a line more is taller by a size or more, and in another
# font those with as many differ by a third of it.
_TALLER: Ems = 0.5


class Meeting(NamedTuple):
    """Two pages, of which the first ends in a text or a table, and the next begins with one."""

    before: PageLayout
    after: PageLayout

    @property
    def texts(self) -> tuple[TextArea, TextArea] | None:
        """The texts that meet; None where a table is among them."""
        upper, lower = self.before.areas[-1], self.after.areas[0]
        if isinstance(upper, TextArea) and isinstance(lower, TextArea):
            return upper, lower
        return None

    @property
    def tables(self) -> tuple[TableArea, TableArea] | None:
        """The tables that meet; None where a text is among them."""
        upper, lower = self.before.areas[-1], self.after.areas[0]
        if isinstance(upper, TableArea) and isinstance(lower, TableArea):
            return upper, lower
        return None


def meetings(layouts: Sequence[PageLayout]) -> Iterator[Meeting]:
    """The page ends with something on either side."""
    return (Meeting(*pair) for pair in pairwise(layouts) if all(page.areas for page in pair))


def column_ends(
    found: Meeting, edge_of: Callable[[CellArea], float], text_edge: float
) -> Iterator[tuple[Sequence[Line], Line, float]]:
    """(lines above, first line below, right edge) of the columns that meet at a page end."""
    if found.texts is not None:
        upper, lower = found.texts
        yield upper.lines, lower.lines[0], text_edge
    elif found.tables is not None:
        firsts = {cell.column: cell for cell in _first_row(found.tables[1]) if cell.lines}
        for cell in _last_row(found.tables[0]):
            below = firsts.get(cell.column)
            if cell.lines and below is not None:
                yield cell.lines, below.lines[0], edge_of(cell)


class CutRow(NamedTuple):
    """A table in whose last row a page ends, and what shows it; or a doubt whether it does."""

    table: TableArea
    verdict: Verdict

    def reasons(self) -> Iterator[Reason]:
        """Why the row goes on, said of all that stands in it."""
        texts = (line.text for cell in _last_row(self.table) for line in cell.lines)
        act = "row over the page end" if self.verdict else "row before the page end"
        return about("tables", act, texts, self.verdict)


def cut_rows(layouts: Sequence[PageLayout]) -> list[CutRow]:
    """The tables in whose last rows pages end, or may, by their drawing or where a label stands."""
    unlabelled = _has_unlabelled(layouts)
    found = []
    for meeting in meetings(layouts):
        if meeting.tables is not None:
            seam = Seam(
                undrawn=_is_undrawn(meeting), unlabelled=unlabelled, outgrown=_outgrown(meeting)
            )
            verdict = cut_row_goes_on(seam)
            if verdict or verdict.doubt:
                found.append(CutRow(meeting.tables[0], verdict))
    return found


def _last_row(table: TableArea) -> list[CellArea]:
    """The cells that reach the bottom of a table."""
    bottom = max((cell.row + cell.rowspan for cell in table.cells), default=0)
    return [cell for cell in table.cells if cell.row + cell.rowspan == bottom]


def _first_row(table: TableArea) -> list[CellArea]:
    return [cell for cell in table.cells if cell.row == 0]


def _is_undrawn(meeting: Meeting) -> bool:
    """Whether no rule closes the table above a page end, and none opens the one below it."""
    assert meeting.tables is not None
    upper, lower = meeting.tables
    return upper.evidence == lower.evidence == RULES and not (
        _has_rule(meeting.before, upper.box, upper.box[3])
        or _has_rule(meeting.after, lower.box, lower.box[1])
    )


def _has_rule(layout: PageLayout, box: Box, y: float) -> bool:
    """Whether a level rule lies at a height within a box."""
    return any(
        rule.level and abs(rule.at - y) <= _ON_EDGE and rule.start < box[2] and rule.end > box[0]
        for rule in layout.page.rules
    )


def _outgrown(meeting: Meeting) -> float:
    """How much taller the first label below a page end is than the row without one above it."""
    assert meeting.tables is not None
    upper, lower = (_last_row(meeting.tables[0]), _first_row(meeting.tables[1]))
    label = next((cell.lines for cell in lower if cell.column == 0), ())
    values = [cell.lines[0] for cell in lower if cell.column and cell.lines]
    if not _is_unlabelled(upper) or not label or not values:
        return UNSEEN
    if meeting.before.areas[0] is meeting.tables[0] and any(cell.row == 0 for cell in upper):
        # The rest of a row of the page before.
        return UNSEEN
    beside = max(_height(cell.lines) for cell in upper)
    return _height(label) - beside - _TALLER * label[0].size


def _height(lines: Sequence[Line]) -> float:
    return lines[-1].bottom - lines[0].top if lines else 0.0


def _is_unlabelled(row: Sequence[CellArea]) -> bool:
    """Whether a row has a cell for its label and nothing in it, and a value."""
    firsts = [cell for cell in row if cell.column == 0]
    empty = bool(firsts) and not any(cell.lines or cell.inner for cell in firsts)
    return empty and any(cell.lines for cell in row)


def _has_unlabelled(layouts: Sequence[PageLayout]) -> bool:
    """Whether rows have no label where no page ends or begins."""
    for layout in layouts:
        for table in layout.tables:
            inner = table.rows()[table is layout.areas[0] :]
            if table is layout.areas[-1]:
                inner = inner[:-1]
            if any(map(_is_unlabelled, inner)):
                return True
    return False

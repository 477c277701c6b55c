"""Rows of pipe tables: where their cells stand, and the lines that go on with one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.markdown.lines import (
    BULLET,
    DELIMITER_ROW,
    HEADING,
    NUMBER,
    Line,
    is_table_row,
    pipes_in,
)

# How html2text ends a line that it does not fill up to its width.
_MEANT_END = "  "
# It writes the delimiter below the whole first row, however many lines that has.
_SPILLED = re.compile(r"^-{3}(?:\|-{3})+ *$")


@dataclass(slots=True)
class PipeRow:
    """A row of a table: the lines of each of its cells, and the pipes between them."""

    cells: list[list[Line]]
    pipes: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class PipeTable:
    """The rows of a table, the lines that rule it, and how many lines it takes."""

    rows: list[PipeRow]
    rules: list[Line]
    height: int


def pipe_table_at(lines: Sequence[Line], n: int) -> PipeTable | None:
    """The pipe table that begins on line n."""
    if is_table_row(lines[n].text):
        return _between_pipes(lines, n)
    if rule := _rule_of_spilling(lines, n):
        return _spilling(lines, n, rule)
    return _bare(lines, n) if heads_table(lines, n) else None


def heads_table(lines: Sequence[Line], n: int) -> bool:
    """Whether a row without outer pipes stands above a delimiter row."""
    following = lines[n + 1].text if n + 1 < len(lines) else ""
    is_ruled = "|" in following and DELIMITER_ROW.match(following) is not None
    return "|" in lines[n].text and is_ruled


def _bare(lines: Sequence[Line], n: int) -> PipeTable:
    """A table without outer pipes."""
    taken = list(itertools.takewhile(lambda line: "|" in line.text, lines[n:]))
    rules = [line for line in taken if DELIMITER_ROW.match(line.text)]
    return PipeTable([_row(line) for line in taken if line not in rules], rules, len(taken))


def _between_pipes(lines: Sequence[Line], n: int) -> PipeTable:
    """A table with outer pipes; lines of a single cell may go on with the row above."""
    taken = list(itertools.takewhile(lambda line: is_table_row(line.text), lines[n:]))
    rules = [line for line in taken if DELIMITER_ROW.match(line.text)]
    found = [_row(line) for line in taken if line not in rules]
    spills = any(_is_spilled(row, above) for above, row in itertools.pairwise(found))
    rows: list[PipeRow] = []
    for row in found:
        if spills and rows and len(rows[-1].cells) > 1 and _may_be_spilled(row):
            rows[-1].cells[-1] += row.cells[0]
            rows[-1].pipes += row.pipes
        else:
            rows.append(row)
    return PipeTable(rows, rules, len(taken))


def _is_spilled(row: PipeRow, above: PipeRow) -> bool:
    """Whether a row of a single cell shows to be a line of the last cell above it (html2text).

    It is blank or an item, as what stands below a line of a cell is; a row over all columns is
    neither.
    """
    text = row.cells[0][0].text
    is_line = not text.strip() or bool(BULLET.match(text) or NUMBER.match(text))
    return len(row.cells) == 1 and len(above.cells) > 1 and is_line


def _may_be_spilled(row: PipeRow) -> bool:
    """Whether a row has a single cell, and is no emphasised title."""
    return len(row.cells) == 1 and not row.cells[0][0].text.strip().startswith(("**", "__"))


def _rule_of_spilling(lines: Sequence[Line], n: int) -> int:
    """The delimiter row of a table of html2text that begins on line n; 0 where none does."""
    pipes = len(pipes_in(lines[n].text))
    if not pipes:
        return 0
    for at in range(n + 1, len(lines)):
        text = lines[at].text
        if _SPILLED.match(text):
            spills = at > n + 1 or lines[n].text.endswith(_MEANT_END)
            return at if spills and text.count("|") >= pipes else 0
        if HEADING.match(text) or is_table_row(text):
            return 0
        # The next row begins, so that the first had no delimiter below it.
        if pipes_in(text) and _is_ended(lines[at - 1]):
            return 0
    return 0


def _is_ended(line: Line) -> bool:
    """Whether no row goes on below a line."""
    ended = line.text.endswith(_MEANT_END) or _SPILLED.match(line.text) is not None
    return ended or line.is_blank


def _spilling(lines: Sequence[Line], n: int, rule: int) -> PipeTable:
    """A table whose cells go on in lines below, blank ones too, up to the next row (html2text).

    A row that was filled to the width goes on in the next line; all others end in two blanks.
    """
    rows = [_row(lines[n])]
    at = n + 1
    while at < len(lines) and not HEADING.match(lines[at].text):
        if at > rule and _rule_of_spilling(lines, at):
            break
        if at != rule:
            _take_spilled(rows, lines[at], lines[at - 1], at < rule)
        at += 1
    return PipeTable(rows, [lines[rule]], at - n)


def _take_spilled(rows: list[PipeRow], line: Line, before: Line, is_first: bool) -> None:
    """Take in a line below a row: the next row, the rest of a row, or of its last cell."""
    found = _row(line)
    if not found.pipes:
        rows[-1].cells[-1].append(line)
    elif _is_ended(before) and not is_first:
        rows.append(found)
    else:
        rows[-1].cells[-1] += found.cells[0]
        rows[-1].cells += found.cells[1:]
        rows[-1].pipes += found.pipes


def _row(line: Line) -> PipeRow:
    """The cells of a row."""
    pipes = pipes_in(line.text)
    edges = [-1, *pipes, len(line.text)]
    cells = [line.part(a + 1, b) for a, b in itertools.pairwise(edges)]
    stripped = line.text.strip()
    if stripped.startswith("|"):
        cells = cells[1:]
    if stripped.endswith("|") and pipes and len(cells) > 1 and stripped.startswith("|"):
        cells = cells[:-1]
    return PipeRow([[cell] for cell in cells], [line.part(at, at + 1) for at in pipes])

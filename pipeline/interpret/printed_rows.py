"""Tables in which each printed line became a row of its own, to the rows that were printed.

Some PDF tools write a table so: the label cell is empty from the second line on, text goes on
in lower case, an empty row stands for the space between paragraphs, and a label that took two
lines stands in two rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.document.model import Block, Cell, Paragraph, Row, Table
from pipeline.document.seams import Seam, cell_goes_on
from pipeline.document.sentences import is_finished
from pipeline.document.text import Text, join

# Rows without a label are common in other tables too (a row per competency); there they
# open with a capital.
_FEW = 5
_SHARE = 0.3

IsLabel = Callable[[str], bool]


def with_printed_rows(blocks: Sequence[Block], is_label: IsLabel) -> tuple[Block, ...]:
    """The blocks of a document with the rows of such tables put together.

    `is_label` tells of a text whether it certainly is a label. A document shows
    the habit in all its tables or in none.
    """
    tables = [block for block in blocks if isinstance(block, Table)]
    if not _shows_habit(tables):
        return tuple(blocks)
    return tuple(
        _merged(block, is_label) if isinstance(block, Table) and _is_plain(block) else block
        for block in blocks
    )


def _shows_habit(tables: Iterable[Table]) -> bool:
    unlabelled = going_on = 0
    for table in tables:
        if not _is_plain(table):
            continue
        previous = ""
        for row in table.rows:
            texts = [cell.text.chars for cell in row.cells]
            value = next((text for text in texts[1:] if text), "")
            if previous and value and not texts[0]:
                unlabelled += 1
                going_on += bool(cell_goes_on(_seam(previous, value)))
            previous = value
    return going_on >= _FEW and going_on >= _SHARE * unlabelled


def _is_plain(table: Table) -> bool:
    """Whether the cells hold lines of text only, and none is merged."""
    return all(
        cell.rowspan == cell.colspan == 1
        and all(isinstance(block, Paragraph) and not block.own_block for block in cell.blocks)
        for row in table.rows
        for cell in row.cells
    )


@dataclass(slots=True)
class _Group:
    """The lines of one printed row, by column; an empty text stands for a blank line."""

    columns: list[list[Text]]

    def add(self, texts: Sequence[Text]) -> None:
        """One more line."""
        for column, text in zip(self.columns, texts, strict=False):
            column.append(text)

    def label(self) -> str:
        """The label so far."""
        return join((text for text in self.columns[0] if text), "\n").chars

    def last(self) -> list[str]:
        """The last line of each column that holds text."""
        return [next((t.chars for t in reversed(column) if t), "") for column in self.columns]

    def row(self) -> Row:
        """The printed row."""
        return Row(tuple(Cell(_paragraph(column)) for column in self.columns))


def _paragraph(lines: list[Text]) -> tuple[Block, ...]:
    text = join(lines, "\n").strip()
    return (Paragraph(text),) if text else ()


def _merged(table: Table, is_label: IsLabel) -> Table:
    groups: list[_Group] = []
    for row in table.rows:
        texts = [cell.text for cell in row.cells]
        if not groups or not _goes_on(groups[-1], texts, is_label):
            groups.append(_Group([[] for _ in texts]))
        groups[-1].add(texts)
    return replace(table, rows=tuple(group.row() for group in groups))


def _goes_on(group: _Group, texts: Sequence[Text], is_label: IsLabel) -> bool:
    """Whether a line belongs to the printed row above it."""
    label = texts[0].chars if texts else ""
    if not label:
        # A line that opens a table may continue the page before: it is a row by itself.
        return True
    if group.label() and is_label(f"{group.label()}\n{label}"):
        return True
    free = is_label(label)
    return any(last and cell_goes_on(_seam(last, label, free)) for last in group.last())


def _seam(above: str, below: str, free: bool = False) -> Seam:
    return Seam(lower=below[0].islower(), finished=is_finished(above), free=free)

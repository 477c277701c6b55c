"""The text form: a table row a line, cells split by tabs, HTML inside the cells.

Blank lines end a table (they stand where a page ended or a new table begins);
rows of dashes are drawn rules. A line without a tab is a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.core import heartbeat, signs
from pipeline.document.model import Block, Cell, Document, PageEnd, Paragraph, Row, Table
from pipeline.readers.assemble import assemble
from pipeline.readers.blocks import blocks_of
from pipeline.readers.markup import parse
from pipeline.readers.source import Account, SourceText, control_characters

MEDIA_TYPE = "text/tab-separated-values"

_RULE = re.compile(rf"[=_+|{signs.DASHES_AND_HYPHENS}]+")
_OPENS_LIKE_TEXT = re.compile(
    rf"\s*(?:<|{signs.BULLET_MARKER.pattern}|{signs.DASH_MARKER.pattern}|[a-zà-ÿ])"
)
_LINE = re.compile(r"[^\n\f]*(?:\n|\f|$)")


@dataclass(slots=True)
class _Cell:
    """The stretches of the source that make up one cell."""

    ranges: list[tuple[int, int]]


@dataclass(slots=True)
class _Reading:
    text: str
    account: Account
    blocks: list[Block] = field(default_factory=list)
    rows: list[list[_Cell]] = field(default_factory=list)
    below: bool = False

    def end_table(self) -> None:
        if self.rows:
            rows = tuple(Row(tuple(self._cell(cell) for cell in row)) for row in self.rows)
            self.blocks.append(Table(rows))
            self.rows = []

    def _cell(self, cell: _Cell) -> Cell:
        found: list[Block] = []
        for start, end in cell.ranges:
            found.extend(blocks_of(parse(self.text, self.account, start, end), self.account))
        return Cell(tuple(found))

    def line(self, start: int, end: int) -> None:
        """Take in one line, from start to end, its line end not included."""
        heartbeat.beat()
        line = self.text[start:end]
        if not line.strip():
            self.end_table()
            self.below = False
        elif _is_rule(line):
            self.account.markup(start, end, "rules")
        elif "\t" in line:
            self.rows.append([_Cell([span]) for span in _cells(line, start)])
        elif self.rows and _OPENS_LIKE_TEXT.match(line):
            # A cell with a line end in it: the table has not ended, and a new
            # label or heading would open with a capital or a number.
            self.rows[-1][-1].ranges.append((start, end))
        else:
            # Directly below a row it may be a line of the last cell: only its words tell.
            by_itself = not self.rows
            self.end_table()
            inner = blocks_of(parse(self.text, self.account, start, end), self.account)
            self.blocks.extend(_paragraphs(inner) if by_itself and not self.below else inner)
            self.below = self.below or not by_itself


def read(source: SourceText) -> Document:
    """The document of a text. Raises DocumentError BCP108 for absurd nesting in a cell."""
    account = Account(source.text)
    text, findings = control_characters(source, account)
    reading = _Reading(text, account)
    for match in _LINE.finditer(text):
        end = match.end()
        stop = end - 1 if match[0].endswith(("\n", "\f")) else end
        reading.line(match.start(), stop)
        if match[0].endswith("\f"):
            reading.end_table()
            reading.blocks.append(PageEnd())
    reading.end_table()
    return assemble(source, account, reading.blocks, MEDIA_TYPE, "tabbed text", findings)


def _is_rule(line: str) -> bool:
    """A drawn rule; a single dash by itself is text, in a row of several it is a narrow column."""
    parts = [part.strip() for part in line.split("\t")]
    drawn = all(_RULE.fullmatch(part) for part in parts if part)
    return drawn and (len(parts) > 1 or len(line.strip()) > 1)


def _cells(line: str, start: int) -> list[tuple[int, int]]:
    spans = []
    for part in line.split("\t"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _paragraphs(blocks: tuple[Block, ...]) -> list[Block]:
    """A line by itself is a block of its own, whatever markup it holds."""
    return [replace(b, own_block=True) if isinstance(b, Paragraph) else b for b in blocks]

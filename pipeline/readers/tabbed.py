"""The text form: a table row a line, cells split by tabs, HTML inside the cells.

Blank lines end a table (they stand where a page ended or a new table begins);
rows of dashes are drawn rules, or underline the title above them. A line without
a tab is a paragraph, with the lines that it goes on in where the text was wrapped;
one with a bullet that is indented below the items above is an item inside theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.core import heartbeat, signs
from pipeline.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Row,
    Table,
)
from pipeline.document.model import texts as texts_of
from pipeline.document.text import join
from pipeline.readers.assemble import assemble
from pipeline.readers.blocks import blocks_of, by_themselves
from pipeline.readers.fields import Field, fields_at
from pipeline.readers.markup import Characters, parse
from pipeline.readers.nesting import Nesting
from pipeline.readers.source import Account, SourceText, control_characters
from pipeline.readers.text_builder import TextBuilder
from pipeline.readers.wrapped_lines import goes_on, width_of

MEDIA_TYPE = "text/tab-separated-values"

_RULE = re.compile(rf"[=_+|{signs.DASHES_AND_HYPHENS}]+")
# What is typed below a title to underline it is about as long as the title.
_UNDERLINE = re.compile(r"(=|-)\1{2,}")
_MOST_BEYOND = 2
_OPENS_LIKE_TEXT = re.compile(
    rf"\s*(?:<|{signs.BULLET_MARKER.pattern}|{signs.DASH_MARKER.pattern}|[a-zà-ÿ])"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line or row of the source, its line end not included; `ends_page` before a form feed."""

    text: str
    start: int
    end: int
    cells: tuple[Field, ...]
    ends_page: bool

    @property
    def is_row(self) -> bool:
        """Whether tabs part it."""
        return len(self.cells) > 1


@dataclass(slots=True)
class _Reading:
    text: str
    account: Account
    width: int = 0
    blocks: list[Block] = field(default_factory=list)
    rows: list[list[list[Field]]] = field(default_factory=list)
    below: bool = False
    nesting: Nesting = field(default_factory=Nesting)

    def run(self, lines: list[_Line]) -> None:
        """Take in all lines, those that go on in the next ones with them."""
        n = 0
        while n < len(lines):
            last = self._last_of_paragraph(lines, n)
            if last + 1 < len(lines) and _underlines(lines[last], lines[last + 1]):
                self._heading(lines[n], lines[last], lines[last + 1])
                last += 1
            else:
                self.line(lines[n], lines[last].end)
            n = last + 1
            if lines[last].ends_page:
                self.end_table()
                self.blocks.append(PageEnd())
        self.end_table()

    def _last_of_paragraph(self, lines: list[_Line], n: int) -> int:
        """The number of the line that the one at n goes on to."""
        while n + 1 < len(lines) and not lines[n].ends_page:
            line, following = lines[n], lines[n + 1]
            is_text = not (line.is_row or following.is_row or _is_rule(following.text))
            if not is_text or not goes_on(line.text, following.text, self.width):
                break
            n += 1
        return n

    def _heading(self, first: _Line, last: _Line, underline: _Line) -> None:
        """A title with the signs typed below it."""
        self.end_table()
        self.below = False
        self.account.markup(underline.start, underline.end, "rules")
        title = join(texts_of(self._blocks(Field(first.start, last.end)))).collapse()
        if title:
            level = 1 if underline.text.startswith("=") else 2
            self.blocks.append(Heading(level, title))

    def end_table(self) -> None:
        if self.rows:
            rows = tuple(Row(tuple(self._cell(cell) for cell in row)) for row in self.rows)
            self.blocks.append(Table(rows))
            self.rows = []

    def _cell(self, stretches: list[Field]) -> Cell:
        return Cell(tuple(block for part in stretches for block in self._blocks(part)))

    def _blocks(self, stretch: Field) -> tuple[Block, ...]:
        for offset in stretch.quotes:
            self.account.markup(offset, offset + 1, "cell quotes")
        tree = parse(self.text, self.account, stretch.start, stretch.end)
        return blocks_of(tree, self.account, _Feed(stretch.quotes).feed)

    def line(self, line: _Line, end: int) -> None:
        """Take in one line, or a paragraph that goes on to an offset in the lines below."""
        heartbeat.beat()
        if not line.text.strip():
            self.end_table()
            self.below = False
        elif _is_rule(line.text):
            self.account.markup(line.start, line.end, "rules")
        elif line.is_row:
            self._row(line.cells)
        elif self.rows and _OPENS_LIKE_TEXT.match(line.text):
            # A cell with a line end in it: the table has not ended, and a new
            # label or heading would open with a capital or a number.
            self.rows[-1][-1].append(Field(line.start, end))
        else:
            # Directly below a row it may be a line of the last cell: only its words tell.
            by_itself = not self.rows
            self.end_table()
            inner = self._leveled(line, self._blocks(Field(line.start, end)))
            self.blocks.extend(by_themselves(inner) if by_itself and not self.below else inner)
            self.below = self.below or not by_itself

    def _leveled(self, line: _Line, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks of a line, of which an item that is indented below others is one of theirs."""
        bare = line.text.lstrip(" ")
        column = len(line.text) - len(bare)
        if not (signs.BULLET_MARKER.match(bare) or signs.DASH_MARKER.match(bare)):
            self.nesting.text(column)
            return blocks
        level = self.nesting.item(column)
        match blocks:
            case (Paragraph(text=text),) if level > 1:
                return (ListItem(text, level),)
        return blocks

    def _row(self, cells: tuple[Field, ...]) -> None:
        """Take in a row, or the rest of one that a line end in a cell parted."""
        last = self.rows[-1] if self.rows else []
        opens_like_text = _OPENS_LIKE_TEXT.match(self.text, cells[0].start, cells[0].end)
        if last and opens_like_text and len(last) + len(cells) - 1 == len(self.rows[0]):
            last[-1].append(cells[0])
            last.extend([cell] for cell in cells[1:])
        else:
            self.rows.append([[cell] for cell in cells])


_HYPHENS = tuple([sign] for sign in signs.HYPHENS)


@dataclass(frozen=True, slots=True)
class _Feed:
    """Feeds the text of a cell or paragraph without the quotes around it and in it.

    A line end in a cell stays; in a paragraph it stays where it may divide a word.
    """

    quotes: frozenset[int]

    def feed(self, builder: TextBuilder, node: Characters, style: int) -> None:
        """Append the characters of a node."""
        for char, offset in zip(node.chars, node.offsets, strict=True):
            if char == "\n" and (self.quotes or builder.chars[-1:] in _HYPHENS):
                builder.line_end(offset)
            elif offset not in self.quotes:
                builder.add(char, offset, style)


def read(source: SourceText) -> Document:
    """The document of a text. Raises DocumentError BCP108 for absurd nesting in a cell."""
    account = Account(source.text)
    text, findings = control_characters(source, account)
    lines = list(_lines(text))
    width = width_of(["" if line.is_row else line.text for line in lines])
    reading = _Reading(text, account, width)
    reading.run(lines)
    return assemble(source, account, reading.blocks, MEDIA_TYPE, "tabbed text", findings)


def _lines(text: str) -> Iterable[_Line]:
    start = 0
    while start <= len(text):
        heartbeat.beat()
        cells, end = fields_at(text, start)
        sign = text[end : end + 1]
        yield _Line(text[start:end], start, end, tuple(cells), sign == "\f")
        start = end + 1


def _underlines(title: _Line, line: _Line) -> bool:
    """Whether a line of signs stands below a title, and is as long as that is."""
    signs_only = _UNDERLINE.fullmatch(line.text.strip())
    if signs_only is None or title.is_row or title.ends_page or _is_rule(title.text):
        return False
    return abs(len(title.text.strip()) - len(line.text.strip())) <= _MOST_BEYOND


def _is_rule(line: str) -> bool:
    """A drawn rule; a single dash by itself is text, in a row of several it is a narrow column."""
    parts = [part.strip() for part in line.split("\t")]
    drawn = all(_RULE.fullmatch(part) for part in parts if part)
    return drawn and (len(parts) > 1 or len(line.strip()) > 1)

"""Markdown as people and tools write it.

Read are headings, paragraphs, lists, rules, tables (between pipes, drawn as grids, ruled by
dashes, with lines of cells below their rows or pressed into one), HTML blocks, notes, front
matter, and the signs inside lines. A line end inside a paragraph or a cell stays a line end where
the text does not show that its lines were filled: whether it is meant is no question of form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.core import heartbeat
from pipeline.document.model import (
    Block,
    Cell,
    Document,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Row,
    Table,
    texts,
)
from pipeline.document.text import BOLD, Text
from pipeline.readers.asides import NOTE_MARKS, NOTES
from pipeline.readers.assemble import assemble
from pipeline.readers.blocks import blocks_of
from pipeline.readers.markdown.dialect import LEAD_IN, Dialect, dialect_of
from pipeline.readers.markdown.drawn import Drawn, drawn_at
from pipeline.readers.markdown.front_matter import front_matter_of
from pipeline.readers.markdown.inline import MARKDOWN, Inline
from pipeline.readers.markdown.lines import (
    BULLET,
    DEFINITION,
    FENCE,
    HEADING,
    HTML_BLOCK,
    NOTE,
    NUMBER,
    PAGE_RULE,
    QUOTE,
    UNDERLINE,
    Line,
    continues_item,
    is_marked_end,
    lines_of,
    opens_block,
)
from pipeline.readers.markdown.merged import MergedCell, merged
from pipeline.readers.markdown.pipes import PipeTable, pipe_table_at
from pipeline.readers.markdown.pressed import Part, parts_of
from pipeline.readers.markup import parse
from pipeline.readers.source import Account, SourceText, control_characters
from pipeline.readers.text_builder import TextBuilder

MEDIA_TYPE = "text/markdown"

PRESSED = "a cell holds several paragraphs or items on one line"
UNSURE = "a dash inside an item on one line may open the next one"
COPIES = "copies of merged cells"
_RULES = "rules"
# What converters make of the markers of Word's pages: a condition around a marker.
_CONDITION = re.compile(r"if !support(?:Lists|EmptyParas)(\s*\S{0,5}?)(\s*)endif")
# An address in angle brackets is text, and no tag.
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]+|[\w.+-]+@[\w.-]+\.\w+)>")
# Shown nowhere; takes the place of what is no text, so that places stay.
_NOTHING = "\u200b"


def read(source: SourceText) -> Document:
    """The document of a Markdown text. Raises DocumentError BCP108 for absurd nesting."""
    account = Account(source.text)
    text, findings = control_characters(source, account)
    text = _without_brackets(text, account)
    lines = lines_of(text)
    reading = _Reading(text, account, dialect_of(lines))
    reading.run(reading.front_matter(lines))
    return assemble(source, account, reading.blocks, MEDIA_TYPE, "markdown", findings)


def _without_brackets(text: str, account: Account) -> str:
    """The text without the brackets of addresses and the conditions of Word's pages."""

    def hidden(start: int, end: int) -> str:
        account.markup(start, end, MARKDOWN)
        return _NOTHING * (end - start)

    def address(match: re.Match[str]) -> str:
        before, after = match.span(1)
        return hidden(match.start(), before) + match[1] + hidden(after, match.end())

    def condition(match: re.Match[str]) -> str:
        before, after = match.span(1)
        blank = " " if match[2] else ""
        end = hidden(after + len(blank), match.end())
        return hidden(match.start(), before) + match[1] + blank + end

    return _CONDITION.sub(condition, _ADDRESS.sub(address, text))


@dataclass(slots=True)
class _Reading:
    """Reads lines, of the whole text or of a cell, to blocks."""

    text: str
    account: Account
    dialect: Dialect
    blocks: list[Block] = field(default_factory=list)

    def run(self, lines: Sequence[Line]) -> None:
        n = 0
        while n < len(lines):
            n = self._block(lines, n)

    def front_matter(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Read the fields that stand before the text; the lines after them."""
        found = front_matter_of(lines)
        if found is None:
            return lines
        for line in found.rules:
            self._mark(line, _RULES)
        for title in found.titles:
            self._mark(title.key, MARKDOWN)
            if text := self._inline(list(title.value)):
                self.blocks.append(Heading(1, text))
        rows = [Row((Cell(self._within([e.key])), Cell(self._within(e.value)))) for e in found.rest]
        for entry in (*found.titles, *found.rest):
            for line in entry.signs:
                self._mark(line, MARKDOWN)
        if rows:
            self.blocks.append(Table(tuple(rows)))
        return lines[found.height :]

    def _block(self, lines: Sequence[Line], n: int) -> int:
        """Read the block that starts on line n; the number of the line after it."""
        heartbeat.beat()
        line = lines[n]
        if line.is_blank:
            return n + 1
        if heading := HEADING.match(line.text):
            self._heading(line, heading)
            return n + 1
        if found := pipe_table_at(lines, n):
            return n + self._pipe_table(found)
        if drawn := drawn_at(lines, n):
            return n + self._drawn_table(lines[n : n + drawn.height], drawn)
        if note := NOTE.match(line.text):
            return self._note(lines, n, note.end())
        if PAGE_RULE.match(line.text):
            self._mark(line, _RULES)
            self.blocks.append(PageEnd())
            return n + 1
        if FENCE.match(line.text):
            self._mark(line, MARKDOWN)
            return n + 1
        if HTML_BLOCK.match(line.text):
            return self._html(lines, n)
        if BULLET.match(line.text) or NUMBER.match(line.text):
            return self._list(lines, n)
        if _is_term(lines, n):
            return self._definitions(lines, n)
        return self._paragraph(lines, n)

    def _definitions(self, lines: Sequence[Line], n: int) -> int:
        """Terms, each with what stands behind a colon below it, as rows of a table."""
        rows: list[Row] = []
        while n < len(lines) and _is_term(lines, n):
            term = self._within([lines[n]])
            found, n = self._definition(lines, n + 1)
            rows.append(Row((Cell(term, header=True), Cell(self._within(found)))))
            n = _past_blank(lines, n)
        self.blocks.append(Table(tuple(rows)))
        return n

    def _definition(self, lines: Sequence[Line], n: int) -> tuple[list[Line], int]:
        """The lines of a term's definitions, and the number of the line after them."""
        found: list[Line] = []
        n = _past_blank(lines, n)
        while n < len(lines):
            if marker := DEFINITION.match(lines[n].text):
                self._mark(lines[n].part(0, marker.end()), MARKDOWN)
                found.append(lines[n].part(marker.end(), len(lines[n].text)))
            elif lines[n].text.startswith(("    ", "\t")):
                found.append(lines[n].dedented(4))
            elif lines[n].is_blank and _is_indented(lines, n + 1):
                found.append(lines[n])
            else:
                break
            n += 1
        return found, n

    def _mark(self, line: Line, kind: str) -> None:
        self.account.markup(line.start, line.end, kind)

    def _heading(self, line: Line, match: re.Match[str]) -> None:
        title = line.part(match.start(2), match.end(2))
        self.account.markup(line.start, title.start, MARKDOWN)
        self.account.markup(title.end, line.end, MARKDOWN)
        if text := self._inline([title]):
            self.blocks.append(Heading(len(match[1]), text))

    def _pipe_table(self, found: PipeTable) -> int:
        rows: list[Row] = []
        for line in found.rules:
            self._mark(line, _RULES)
        for pipe in (pipe for row in found.rows for pipe in row.pipes):
            self._mark(pipe, MARKDOWN)
        for row in merged(found.rows, self.dialect.marks_spans):
            heartbeat.beat()
            for name in row.names:
                self._mark(name, MARKDOWN)
            cells = tuple(map(self._merged_cell, row.cells))
            # An empty header is no row, an empty row further down is a blank line.
            if rows or any(cell.blocks for cell in cells):
                rows.append(Row(cells))
        if rows:
            self.blocks.append(Table(tuple(rows)))
        return found.height

    def _drawn_table(self, lines: Sequence[Line], drawn: Drawn) -> int:
        rows: list[Row] = []
        for row in drawn.rows:
            heartbeat.beat()
            made = (Cell(self._within(one.lines), one.colspan, one.rowspan) for one in row)
            cells = tuple(made)
            if rows or any(cell.blocks for cell in cells):
                rows.append(Row(cells))
        inside = [line for row in drawn.rows for cell in row for line in cell.lines]
        self._mark_around(lines, inside)
        if rows:
            self.blocks.append(Table(tuple(rows)))
        return drawn.height

    def _mark_around(self, lines: Sequence[Line], inside: Sequence[Line]) -> None:
        """What of some lines stands in none of the parts inside is drawn."""
        kept = {offset for part in inside for offset in range(part.start, part.end)}
        for line in lines:
            for offset in range(line.start, line.end):
                if offset not in kept:
                    self.account.markup(offset, offset + 1, _RULES)

    def _merged_cell(self, cell: MergedCell) -> Cell:
        self.blocks += [Furniture(COPIES, self._inline([line])) for line in cell.copies]
        return Cell(self._cell(cell.lines), cell.colspan, cell.rowspan)

    def _cell(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        """The blocks of a cell between pipes."""
        if len(lines) > 1:
            return self._within(lines, self.dialect.width)
        (line,) = lines
        inline = self._inline_of(lines)
        if not self.dialect.is_pressed:
            return self._fragment(line, inline)
        parts, doubts = parts_of(line)
        if doubts:
            self.account.faults.setdefault(line.start, ("BCP114", UNSURE))
        if len(parts) < 2:
            return self._fragment(line, inline)
        self.account.faults.setdefault(parts[1].line.start, ("BCP113", PRESSED))
        return tuple(block for part in parts for block in self._part(part, inline))

    def _part(self, part: Part, inline: Inline) -> list[Block]:
        marker = part.line.part(0, part.marker)
        self._mark(marker, MARKDOWN)
        blocks = self._fragment(part.line.part(part.marker, len(part.line.text)), inline)
        return [_as_item(block, part) for block in blocks]

    def _fragment(self, line: Line, inline: Inline) -> tuple[Block, ...]:
        tree = parse(self.text, self.account, line.start, line.end)
        return blocks_of(tree, self.account, inline.feed)

    def _within(self, lines: Sequence[Line], width: int = 0) -> tuple[Block, ...]:
        """The blocks of the lines of a cell, which has all that a text has."""
        reading = _Reading(
            self.text, self.account, replace(self.dialect, is_wrapped=True, width=width)
        )
        reading.run(lines)
        return tuple(reading.blocks)

    def _note(self, lines: Sequence[Line], n: int, width: int) -> int:
        """A note: its lines, and what is indented below them."""
        self._mark(lines[n].part(0, width), NOTE_MARKS)
        found = [lines[n].part(width, len(lines[n].text))]
        n += 1
        while n < len(lines):
            text = lines[n].text
            is_below = text.startswith(("    ", "\t")) if lines[n - 1].is_blank else True
            if text.strip() and (not is_below or NOTE.match(text) or opens_block(text)):
                break
            found.append(lines[n])
            n += 1
        if note := self._inline(found).collapse():
            self.blocks.append(Furniture(NOTES, note))
        return n

    def _html(self, lines: Sequence[Line], n: int) -> int:
        """An HTML block: up to a blank line outside every table."""
        first = n
        depth = 0
        while n < len(lines):
            text = lines[n].text.lower()
            depth += text.count("<table") - text.count("</table")
            if not text.strip() and depth <= 0:
                break
            n += 1
        tree = parse(self.text, self.account, lines[first].start, lines[n - 1].end)
        self.blocks.extend(blocks_of(tree, self.account))
        return n

    def _list(self, lines: Sequence[Line], n: int) -> int:
        opens = True
        base = _indent(lines[n])
        while n < len(lines):
            heartbeat.beat()
            line = lines[n]
            marker = BULLET.match(line.text) or NUMBER.match(line.text)
            if marker is None:
                break
            self._mark(line.part(0, marker.end()), MARKDOWN)
            found = [line.part(marker.end(), len(line.text))]
            n += 1
            while n < len(lines) and continues_item(lines[n].text, self.dialect.is_wrapped):
                found.append(lines[n])
                n += 1
            self._item(line, found, 1 + max(_indent(line) - base, 0) // 2, opens)
            opens = False
            if n < len(lines) and lines[n].is_blank:
                following = lines[n + 1].text if n + 1 < len(lines) else ""
                if not (BULLET.match(following) or NUMBER.match(following)):
                    break
                n += 1
        return n

    def _item(self, line: Line, found: list[Line], level: int, opens: bool) -> None:
        printed = NUMBER.match(line.text)
        number = int(printed[2]) if printed else None
        text = self._inline(found)
        self.blocks.append(ListItem(text, level, printed is not None, opens, number))

    def _paragraph(self, lines: Sequence[Line], n: int) -> int:
        found: list[Line] = []
        while n < len(lines) and self._goes_on(lines[n].text, started=bool(found)):
            quote = QUOTE.match(lines[n].text)
            skip = quote.end() if quote else 0
            self._mark(lines[n].part(0, skip), MARKDOWN)
            found.append(lines[n].part(skip, len(lines[n].text)))
            n += 1
        underline = UNDERLINE.match(lines[n].text) if n < len(lines) else None
        text = self._inline(found)
        # Below a whole sentence a row of dashes is the page end that a converter drew.
        if underline is None or (underline[1] == "-" and text.chars.endswith(".")):
            self.blocks += [Paragraph(part, own_block=True) for part in self._parts(found, text)]
            return n
        self._mark(lines[n], MARKDOWN)
        if text:
            self.blocks.append(Heading(1 if underline[1] == "=" else 2, text))
        return n + 1

    def _goes_on(self, line: str, started: bool) -> bool:
        """Whether a line belongs to a paragraph, which another may have started."""
        if not line.strip():
            return False
        is_lead_in = self.dialect.has_lead_ins and LEAD_IN.match(line)
        return not started or not (opens_block(line) or is_lead_in)

    def _parts(self, lines: Sequence[Line], text: Text) -> list[Text]:
        """The text of a paragraph; where it runs on from a bold label, the label apart."""
        if self.dialect.has_lead_ins and LEAD_IN.match(lines[0].text):
            label = text.styled_prefix(BOLD)
            return [text[:label].strip(), text[label:].strip()]
        return [text] if text else []

    def _inline(self, lines: Sequence[Line]) -> Text:
        """The text of one or more lines; their line ends stay where they may be meant."""
        builder = TextBuilder(self.account)
        inline = self._inline_of(lines)
        before: Line | None = None
        for line in lines:
            heartbeat.beat()
            if before is not None and self._is_meant(before, line):
                builder.line_end(line.start)
            elif before is not None:
                builder.add(" ", line.start, 0)
            for block in self._fragment(self._without_break(line), inline):
                if isinstance(block, Furniture):
                    self.blocks.append(block)
                    continue
                for text in texts((block,)):
                    _append(builder, text)
            before = line
        return builder.take()

    def _is_meant(self, line: Line, following: Line) -> bool:
        """Whether a line ends where the text has a line end."""
        return is_marked_end(line) or not self.dialect.joins(line, following)

    def _without_break(self, line: Line) -> Line:
        """A line without the backslash that marks its end as meant."""
        end = len(line.text.rstrip())
        if not is_marked_end(line) or line.text[end - 1 : end] != "\\":
            return line
        self._mark(line.part(end - 1, end), MARKDOWN)
        return line.part(0, end - 1)

    def _inline_of(self, lines: Sequence[Line]) -> Inline:
        return Inline(self.account, self.text, lines, self.dialect)


def _as_item(block: Block, part: Part) -> Block:
    """A block as what its part of a cell shows it to be."""
    if not isinstance(block, Paragraph):
        return block
    if part.level:
        return ListItem(block.text, part.level, part.ordered, part.opens, part.number)
    return replace(block, own_block=True)


def _indent(line: Line) -> int:
    shown = line.text.expandtabs(4)
    return len(shown) - len(shown.lstrip())


def _is_term(lines: Sequence[Line], n: int) -> bool:
    """Whether a definition stands below a line."""
    below = _past_blank(lines, n + 1)
    return below < min(len(lines), n + 3) and DEFINITION.match(lines[below].text) is not None


def _past_blank(lines: Sequence[Line], n: int) -> int:
    while n < len(lines) and lines[n].is_blank:
        n += 1
    return n


def _is_indented(lines: Sequence[Line], n: int) -> bool:
    """Whether what comes next belongs to the definition above."""
    n = _past_blank(lines, n)
    text = lines[n].text if n < len(lines) else ""
    return text.startswith(("    ", "\t")) or DEFINITION.match(text) is not None


def _append(builder: TextBuilder, text: Text) -> None:
    for char, origin, style in zip(text.chars, text.origins, text.styles, strict=True):
        if char == "\n":
            builder.line_end(origin)
        else:
            builder.add(char, origin, style)

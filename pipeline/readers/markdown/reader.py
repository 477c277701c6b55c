"""Markdown as people and tools write it.

Read are headings, paragraphs, lists, rules, tables (between pipes, drawn as grids, ruled by
dashes, with lines of cells below their rows or pressed into one), HTML blocks, notes, front
matter, and the signs inside lines. A line end inside a paragraph or a cell stays a line end where
the text does not show that its lines were filled: whether it is meant is no question of form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.core import heartbeat
from pipeline.document.model import (
    Block,
    Cell,
    Document,
    Furniture,
    Heading,
    PageEnd,
    Paragraph,
    Row,
    Table,
)
from pipeline.document.text import BOLD, Text
from pipeline.readers.asides import NOTE_MARKS, NOTES
from pipeline.readers.assemble import assemble
from pipeline.readers.blocks import blocks_of
from pipeline.readers.markdown.dialect import LEAD_IN, dialect_of
from pipeline.readers.markdown.drawn import drawn_at
from pipeline.readers.markdown.front_matter import front_matter_of
from pipeline.readers.markdown.inline import MARKDOWN
from pipeline.readers.markdown.lines import (
    BULLET,
    FENCE,
    HEADING,
    HTML_BLOCK,
    NOTE,
    NUMBER,
    PAGE_RULE,
    QUOTE,
    UNDERLINE,
    Line,
    lines_of,
    opens_block,
)
from pipeline.readers.markdown.lists import Lists, is_term
from pipeline.readers.markdown.navigation import NAVIGATION, end_of_navigation
from pipeline.readers.markdown.pipes import pipe_table_at
from pipeline.readers.markdown.prose import Prose, without_brackets
from pipeline.readers.markdown.tables import RULES, Tables
from pipeline.readers.markup import parse
from pipeline.readers.source import Account, SourceText, control_characters

MEDIA_TYPE = "text/markdown"


def read(source: SourceText) -> Document:
    """The document of a Markdown text. Raises DocumentError BCP108 for absurd nesting."""
    account = Account(source.text)
    text, findings = control_characters(source, account)
    text = without_brackets(text, account)
    lines = lines_of(text)
    reading = _Reading(Prose(text, account, dialect_of(lines), []))
    reading.run(reading.navigation(reading.front_matter(lines)))
    return assemble(source, account, reading.prose.blocks, MEDIA_TYPE, "markdown", findings)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads lines, of the whole text or of a cell, to blocks."""

    prose: Prose

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
            self.prose.mark(line, RULES)
        for title in found.titles:
            self.prose.mark(title.key, MARKDOWN)
            if text := self.prose.inline(title.value).collapse():
                self.prose.blocks.append(Heading(1, text))
        rows = [Row((Cell(self._within([e.key])), Cell(self._within(e.value)))) for e in found.rest]
        for entry in (*found.titles, *found.rest):
            for line in entry.signs:
                self.prose.mark(line, MARKDOWN)
        if rows:
            self.prose.blocks.append(Table(tuple(rows)))
        return lines[found.height :]

    def navigation(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Read the links of a page that stand before its title; the lines after them."""
        end = end_of_navigation(lines)
        shown = [line for line in lines[:end] if not line.is_blank]
        if shown and (text := self.prose.inline(shown).collapse()):
            self.prose.blocks.append(Furniture(NAVIGATION, text))
        return lines[end:]

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
            return n + self._tables.add_pipe_table(found)
        if drawn := drawn_at(lines, n):
            return n + self._tables.add_drawn_table(lines[n : n + drawn.height], drawn)
        if self._takes_rule(line):
            return n + 1
        return self._text_block(lines, n)

    def _takes_rule(self, line: Line) -> bool:
        """Take a line that says nothing but that something ends."""
        if PAGE_RULE.match(line.text):
            self.prose.mark(line, RULES)
            self.prose.blocks.append(PageEnd())
            return True
        if FENCE.match(line.text):
            self.prose.mark(line, MARKDOWN)
            return True
        return False

    def _text_block(self, lines: Sequence[Line], n: int) -> int:
        """Read a note, HTML, a list or a paragraph; the number of the line after it."""
        text = lines[n].text
        if note := NOTE.match(text):
            return self._note(lines, n, note.end())
        if HTML_BLOCK.match(text):
            return self._html(lines, n)
        if BULLET.match(text) or NUMBER.match(text):
            return self._lists.add_list(lines, n)
        if is_term(lines, n):
            return self._lists.add_definitions(lines, n)
        return self._paragraph(lines, n)

    @property
    def _tables(self) -> Tables:
        return Tables(self.prose, self._within)

    @property
    def _lists(self) -> Lists:
        return Lists(self.prose, self._within)

    def _heading(self, line: Line, match: re.Match[str]) -> None:
        title = line.part(match.start(2), match.end(2))
        self.prose.account.markup(line.start, title.start, MARKDOWN)
        self.prose.account.markup(title.end, line.end, MARKDOWN)
        if text := self.prose.inline([title]):
            self.prose.blocks.append(Heading(len(match[1]), text))

    def _within(self, lines: Sequence[Line], width: int = 0) -> tuple[Block, ...]:
        """The blocks of the lines of a cell, which has all that a text has."""
        dialect = replace(self.prose.dialect, is_wrapped=True, width=width)
        reading = _Reading(replace(self.prose, dialect=dialect, blocks=[]))
        reading.run(lines)
        return tuple(reading.prose.blocks)

    def _note(self, lines: Sequence[Line], n: int, width: int) -> int:
        """A note: its lines, and what is indented below them."""
        found = [self.prose.behind(lines[n], width, NOTE_MARKS)]
        n += 1
        while n < len(lines):
            text = lines[n].text
            is_below = lines[n].is_indented if lines[n - 1].is_blank else True
            if text.strip() and (not is_below or NOTE.match(text) or opens_block(text)):
                break
            found.append(lines[n])
            n += 1
        if note := self.prose.inline(found).collapse():
            self.prose.blocks.append(Furniture(NOTES, note))
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
        tree = parse(self.prose.text, self.prose.account, lines[first].start, lines[n - 1].end)
        self.prose.blocks.extend(blocks_of(tree, self.prose.account))
        return n

    def _paragraph(self, lines: Sequence[Line], n: int) -> int:
        found: list[Line] = []
        while n < len(lines) and self._goes_on(lines[n].text, found):
            quote = QUOTE.match(lines[n].text)
            found.append(self.prose.behind(lines[n], quote.end() if quote else 0))
            n += 1
        underline = UNDERLINE.match(lines[n].text) if n < len(lines) else None
        text = self.prose.inline(found)
        # Below a whole sentence a row of dashes is the page end that a converter drew.
        if underline is None or (underline[1] == "-" and text.chars.endswith(".")):
            self.prose.blocks += [
                Paragraph(part, own_block=True) for part in self._parts(found, text)
            ]
            return n
        self.prose.mark(lines[n], MARKDOWN)
        if text:
            self.prose.blocks.append(Heading(1 if underline[1] == "=" else 2, text))
        return n + 1

    def _goes_on(self, line: str, before: Sequence[Line]) -> bool:
        """Whether a line belongs to a paragraph, of which others may stand before it.

        Pandoc begins no list there: a dash below a line end that is meant was typed.
        """
        if not line.strip():
            return False
        if not before:
            return True
        is_typed = BULLET.match(line) is not None or NUMBER.match(line) is not None
        if is_typed and self.prose.dialect.is_pandoc and before[-1].text.rstrip().endswith("\\"):
            return True
        is_lead_in = self.prose.dialect.has_lead_ins and LEAD_IN.match(line)
        # In wrapped text a figure may be the first word of a line: only a list's first opens one.
        number = NUMBER.match(line) if self.prose.dialect.is_wrapped else None
        is_figure = number is not None and int(number[2]) != 1
        return is_figure or not (opens_block(line) or is_lead_in)

    def _parts(self, lines: Sequence[Line], text: Text) -> list[Text]:
        """The text of a paragraph; where it runs on from a bold label, the label apart."""
        if self.prose.dialect.has_lead_ins and LEAD_IN.match(lines[0].text):
            label = text.styled_prefix(BOLD)
            return [text[:label].strip(), text[label:].strip()]
        return [text] if text else []

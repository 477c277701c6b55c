"""Markdown with pipe tables, `<br>` and inline HTML, as PDF-to-Markdown tools write it.

Read are the parts that such files use: headings, paragraphs, lists, rules, pipe
tables, HTML blocks, emphasis, links, images, escapes. A line end inside a
paragraph or a cell stays a line end: whether it is meant is no question of form.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

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
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.readers.asides import NOTE_MARKS, NOTES, STRUCK
from pipeline.readers.assemble import assemble
from pipeline.readers.blocks import TextBuilder, blocks_of
from pipeline.readers.markup import Characters, parse
from pipeline.readers.source import Account, SourceText, control_characters

MEDIA_TYPE = "text/markdown"

DELIMITER_ROW = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
# Setext: a row of signs below a paragraph makes a heading of it (CommonMark 4.3). One sign by
# itself is what people write for "nothing to say".
_UNDERLINE = re.compile(r"^ {0,3}(=|-)\1+[ \t]*$")
# A rule; converters of PDFs may write the number of the page before it.
_PAGE_RULE = re.compile(r"^ {0,3}(?:\{\d+\})?([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_BULLET = re.compile(r"^([ \t]*)([-*+])[ \t]+")
_NUMBER = re.compile(r"^([ \t]*)(\d{1,3})([.)])[ \t]+")
_HTML_BLOCK = re.compile(r"^ {0,3}<(table|div|p|ul|ol|dl|section|main|h[1-6])\b", re.IGNORECASE)
# A note, and the mark of one: written by processors that go beyond CommonMark, and by converters.
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_QUOTE = re.compile(r"^ {0,3}> ?")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# Emphasis within emphasis within emphasis is no Markdown that people write.
_MAX_NESTING = 4
# By the number of their signs.
_EMPHASIS = {1: ITALIC, 2: BOLD, 3: BOLD | ITALIC}
# A line end may stand in the text of a link, a blank line may not.
_LINK = re.compile(
    r"!?\[((?:[^\[\]\n]|\n(?![ \t]*\n))*)\]"
    r"\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)(?:\s+\"[^\"]*\")?\)"
)


def read(source: SourceText) -> Document:
    """The document of a Markdown text. Raises DocumentError BCP108 for absurd nesting."""
    account = Account(source.text)
    text, findings = control_characters(source, account)
    reading = _Reading(text, account)
    reading.run()
    return assemble(source, account, reading.blocks, MEDIA_TYPE, "markdown", findings)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def _lines(text: str) -> list[_Line]:
    found = []
    start = 0
    for part in text.split("\n"):
        found.append(_Line(start, start + len(part), part.rstrip("\r")))
        start += len(part) + 1
    return found


@dataclass(slots=True)
class _Reading:
    text: str
    account: Account
    blocks: list[Block] = field(default_factory=list)
    notes: frozenset[str] = frozenset()

    def run(self) -> None:
        lines = _lines(self.text)
        self.notes = frozenset(note[1] for line in lines if (note := _NOTE.match(line.text)))
        n = 0
        while n < len(lines):
            n = self._block(lines, n)

    def _block(self, lines: list[_Line], n: int) -> int:
        """Read the block that starts on line n; the number of the line after it."""
        heartbeat.beat()
        line = lines[n]
        if not line.text.strip():
            return n + 1
        if heading := _HEADING.match(line.text):
            self._heading(line, heading)
            return n + 1
        if _is_table_row(line.text) or _heads_table(lines, n):
            return self._table(lines, n)
        if note := _NOTE.match(line.text):
            return self._note(lines, n, note.end())
        if _PAGE_RULE.match(line.text):
            self.account.markup(line.start, line.end, "rules")
            self.blocks.append(PageEnd())
            return n + 1
        if _HTML_BLOCK.match(line.text):
            return self._html(lines, n)
        if _BULLET.match(line.text) or _NUMBER.match(line.text):
            return self._list(lines, n)
        return self._paragraph(lines, n)

    def _heading(self, line: _Line, match: re.Match[str]) -> None:
        start = line.start + match.start(2)
        self.account.markup(line.start, start, "Markdown")
        self.account.markup(line.start + match.end(2), line.end, "Markdown")
        text = self._inline([(start, line.start + match.end(2))])
        if text:
            self.blocks.append(Heading(len(match[1]), text))

    def _table(self, lines: list[_Line], n: int) -> int:
        rows: list[Row] = []
        is_row = _is_table_row if _is_table_row(lines[n].text) else _has_pipe
        while n < len(lines) and is_row(lines[n].text):
            heartbeat.beat()
            line = lines[n]
            n += 1
            if DELIMITER_ROW.match(line.text):
                self.account.markup(line.start, line.end, "rules")
                continue
            cells = tuple(Cell(self._fragment(*span)) for span in self._cells(line))
            # An empty header is no row, an empty row further down is a blank line.
            if rows or any(cell.blocks for cell in cells):
                rows.append(Row(cells))
        if rows:
            self.blocks.append(Table(tuple(rows)))
        return n

    def _cells(self, line: _Line) -> list[tuple[int, int]]:
        """The source ranges of the cells of a row; the pipes go to the account."""
        pipes = [
            at
            for at, char in enumerate(line.text)
            if char == "|" and not _is_escaped(line.text, at)
        ]
        for at in pipes:
            self.account.markup(line.start + at, line.start + at + 1, "Markdown")
        stripped = line.text.strip()
        edges = [-1, *pipes, len(line.text)]
        spans = [(line.start + a + 1, line.start + b) for a, b in itertools.pairwise(edges)]
        if stripped.startswith("|"):
            spans = spans[1:]
        if stripped.endswith("|") and pipes and len(spans) > 1:
            spans = spans[:-1]
        return spans

    def _note(self, lines: list[_Line], n: int, width: int) -> int:
        """A note: its lines, and what is indented below them."""
        self.account.markup(lines[n].start, lines[n].start + width, NOTE_MARKS)
        ranges = [(lines[n].start + width, lines[n].end)]
        n += 1
        while n < len(lines):
            text = lines[n].text
            is_below = text.startswith(("    ", "\t")) if not lines[n - 1].text.strip() else True
            if text.strip() and (not is_below or _NOTE.match(text) or _opens_block(text)):
                break
            ranges.append((lines[n].start, lines[n].end))
            n += 1
        if note := self._inline(ranges).collapse():
            self.blocks.append(Furniture(NOTES, note))
        return n

    def _html(self, lines: list[_Line], n: int) -> int:
        """An HTML block: up to a blank line outside every table."""
        first = n
        depth = 0
        while n < len(lines):
            text = lines[n].text.lower()
            depth += text.count("<table") - text.count("</table")
            if not text.strip() and depth <= 0:
                break
            n += 1
        self.blocks.extend(
            blocks_of(
                parse(self.text, self.account, lines[first].start, lines[n - 1].end), self.account
            )
        )
        return n

    def _list(self, lines: list[_Line], n: int) -> int:
        opens = True
        while n < len(lines):
            heartbeat.beat()
            line = lines[n]
            marker = _BULLET.match(line.text) or _NUMBER.match(line.text)
            if marker is None:
                break
            ranges = [(line.start + marker.end(), line.end)]
            self.account.markup(line.start, line.start + marker.end(), "Markdown")
            n += 1
            while n < len(lines) and _continues_item(lines[n].text):
                ranges.append((lines[n].start, lines[n].end))
                n += 1
            printed = _NUMBER.match(line.text)
            number = int(printed[2]) if printed else None
            level = 1 + len(marker[1].expandtabs(4)) // 2
            self.blocks.append(
                ListItem(self._inline(ranges), level, printed is not None, opens, number)
            )
            opens = False
            if n < len(lines) and not lines[n].text.strip():
                following = lines[n + 1].text if n + 1 < len(lines) else ""
                if not (_BULLET.match(following) or _NUMBER.match(following)):
                    break
                n += 1
        return n

    def _paragraph(self, lines: list[_Line], n: int) -> int:
        ranges: list[tuple[int, int]] = []
        while n < len(lines) and self._goes_on(lines[n].text, started=bool(ranges)):
            line = lines[n]
            quote = _QUOTE.match(line.text)
            skip = quote.end() if quote else 0
            self.account.markup(line.start, line.start + skip, "Markdown")
            ranges.append((line.start + skip, line.end))
            n += 1
        underline = _UNDERLINE.match(lines[n].text) if n < len(lines) else None
        text = self._inline(ranges)
        # Below a whole sentence a row of dashes is the page end that a converter drew.
        if underline is None or (underline[1] == "-" and text.chars.endswith(".")):
            if text:
                self.blocks.append(Paragraph(text, own_block=True))
            return n
        self.account.markup(lines[n].start, lines[n].end, "Markdown")
        if text:
            self.blocks.append(Heading(1 if underline[1] == "=" else 2, text))
        return n + 1

    @staticmethod
    def _goes_on(line: str, started: bool) -> bool:
        """Whether a line belongs to a paragraph, which another may have started."""
        if not line.strip():
            return False
        return not started or not _opens_block(line)

    def _inline(self, ranges: list[tuple[int, int]]) -> Text:
        """The text of one or more lines; their line ends stay."""
        builder = TextBuilder(self.account)
        emphasis = self._emphasis(ranges[0][0], ranges[-1][1])
        for number, (start, end) in enumerate(ranges):
            heartbeat.beat()
            if number:
                builder.line_end(start)
            tree = parse(self.text, self.account, start, end)
            for block in blocks_of(tree, self.account, emphasis.feed):
                if isinstance(block, Furniture):
                    self.blocks.append(block)
                    continue
                for text in texts((block,)):
                    _append(builder, text)
        return builder.take()

    def _emphasis(self, start: int, end: int) -> _Emphasis:
        return _Emphasis(self.account, self.text, start, end, self.notes)

    def _fragment(self, start: int, end: int) -> tuple[Block, ...]:
        emphasis = self._emphasis(start, end)
        return blocks_of(parse(self.text, self.account, start, end), self.account, emphasis.feed)


def _append(builder: TextBuilder, text: Text) -> None:
    for char, origin, style in zip(text.chars, text.origins, text.styles, strict=True):
        if char == "\n":
            builder.line_end(origin)
        else:
            builder.add(char, origin, style)


def _is_table_row(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("|") and stripped.count("|") > 1


def _has_pipe(line: str) -> bool:
    return "|" in line


def _heads_table(lines: list[_Line], n: int) -> bool:
    """Whether a row without outer pipes stands above a delimiter row."""
    following = lines[n + 1].text if n + 1 < len(lines) else ""
    return (
        _has_pipe(lines[n].text) and _has_pipe(following) and bool(DELIMITER_ROW.match(following))
    )


def _continues_item(line: str) -> bool:
    """Whether a line below one of an item goes on with it.

    One without indent does in CommonMark; converters let text of its own begin there, in a capital.
    """
    shown = line.startswith((" ", "\t")) or line[:1].islower()
    return shown and bool(line.strip()) and not _opens_block(line)


def _opens_block(line: str) -> bool:
    """Whether a line directly below a paragraph or item is none of its lines."""
    openers = (_HEADING, _UNDERLINE, _PAGE_RULE, _BULLET, _NUMBER)
    return _is_table_row(line) or any(opener.match(line) for opener in openers)


def _is_escaped(text: str, at: int) -> bool:
    slashes = 0
    while at - slashes - 1 >= 0 and text[at - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1


class _Emphasis:
    """Feeds text nodes with Markdown's inline syntax resolved; emphasis may go on over nodes."""

    def __init__(
        self, account: Account, source: str, start: int, end: int, notes: frozenset[str]
    ) -> None:
        self._account = account
        self._source = source
        self._start = start
        self._end = end
        self._lasts: dict[str, int] = {}
        self._in_code = False
        self._style = 0
        self._open: list[str] = []
        self._links = self._link_syntax() | self._note_marks(notes)

    def feed(self, builder: TextBuilder, node: Characters, style: int) -> None:
        """Append the node's characters without the syntax, styled."""
        n = 0
        while n < len(node.chars):
            if node.offsets[n] in self._links:
                self._skip(node, n, 1)
                n += 1
                continue
            width = self._syntax(node, n)
            if width:
                self._skip(node, n, width)
                if node.chars[n] == "\\":
                    builder.add(node.chars[n + 1], node.offsets[n + 1], style | self._style)
                    n += 1
                n += width
                continue
            builder.add(node.chars[n], node.offsets[n], style | self._style)
            n += 1

    def _skip(self, node: Characters, n: int, width: int) -> None:
        for offset in node.offsets[n : n + width]:
            self._account.markup(offset, offset + 1, "Markdown")

    def _link_syntax(self) -> frozenset[int]:
        """Offsets of the characters of links and images that are no text."""
        found: set[int] = set()
        for match in _LINK.finditer(self._source, self._start, self._end):
            image = match[0].startswith("!")
            found.update(range(match.start(), match.start(1)))
            found.update(range(match.end(1), match.end()))
            if image:
                found.update(range(match.start(1), match.end(1)))
        return frozenset(found)

    def _note_marks(self, notes: frozenset[str]) -> frozenset[int]:
        """Offsets of the marks of notes; one without a note is text."""
        found: set[int] = set()
        for match in _NOTE_MARK.finditer(self._source, self._start, self._end):
            if match[1] in notes:
                self._account.markup(match.start(), match.end(), NOTE_MARKS)
                found.update(range(match.start(), match.end()))
        return frozenset(found)

    def _syntax(self, node: Characters, n: int) -> int:
        """Width of the syntax at index n: 0 for text, 1 for an escape, else the delimiter's."""
        char = node.chars[n]
        following = node.chars[n + 1] if n + 1 < len(node.chars) else ""
        if self._in_code and char != "`":
            return 0
        if char == "\\":
            return 1 if following in _PUNCTUATION and following else 0
        # A character reference such as &#42; is text, never syntax.
        if char not in "*_`~" or self._source[node.offsets[n]] != char:
            return 0
        if char == "`":
            return self._code_mark(node.offsets[n])
        run = 1
        while node.chars[n + run : n + run + 1] == char:
            run += 1
        closes_later = self._last(char * run) >= node.offsets[n] + run
        return self._delimiter(node.chars, n, char * run, closes_later)

    def _last(self, delimiter: str) -> int:
        """Where the delimiter stands last in the paragraph or cell; -1 where it does not."""
        if delimiter not in self._lasts:
            self._lasts[delimiter] = self._source.rfind(delimiter, self._start, self._end)
        return self._lasts[delimiter]

    def _code_mark(self, offset: int) -> int:
        """A backtick opens code where another follows, and closes what one opened."""
        if self._in_code or self._last("`") > offset:
            self._in_code = not self._in_code
            return 1
        return 0

    def _delimiter(self, chars: str, n: int, delimiter: str, closes_later: bool) -> int:
        """Open or close emphasis with a run of `*` or `_`; its width, or 0 where it is text."""
        char, run = delimiter[0], len(delimiter)
        before = chars[n - 1] if n else " "
        after = chars[n + run] if n + run < len(chars) else " "
        left = not after.isspace()
        right = not before.isspace()
        if char == "_" and before.isalnum() and after.isalnum():
            return 0
        if run > 3 or (char == "~" and run != 2):
            return 0
        if right and self._open and self._open[-1] == delimiter:
            self._open.pop()
        elif right and run == 3 and sorted(self._open[-2:]) == [char, char * 2]:
            del self._open[-2:]
        elif left and closes_later and len(self._open) < _MAX_NESTING:
            self._open.append(delimiter)
        else:
            return 0
        self._style = 0
        for opened in self._open:
            self._style |= STRUCK if opened == "~~" else _EMPHASIS[len(opened)]
        return run

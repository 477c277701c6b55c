"""Lines of a Markdown text, each with its place, and what a line by itself shows to open."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
# Setext: a row of signs below a paragraph makes a heading of it (CommonMark 4.3). One sign by
# itself is what people write for "nothing to say".
UNDERLINE = re.compile(r"^ {0,3}(=|-)\1+[ \t]*$")
# A rule; converters of PDFs may write the number of the page before it, or that a page ends.
PAGE_RULE = re.compile(
    r"^ {0,3}(?:(?:\{\d+\})?([-*_])[ \t]*(?:\1[ \t]*){2,}"
    r"|-+ end of page[^\n]*-+|<!-- *page ?break *-->)[ \t]*$",
    re.IGNORECASE,
)
BULLET = re.compile(r"^([ \t]*)([-*+])[ \t]+")
NUMBER = re.compile(r"^([ \t]*)(\d{1,3})(\\?[.)])[ \t]+")
HTML_BLOCK = re.compile(r"^ {0,3}<(table|div|p|ul|ol|dl|section|main|h[1-6])\b", re.IGNORECASE)
# A note: written by processors that go beyond CommonMark, and by converters.
NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*")
QUOTE = re.compile(r"^ {0,3}> ?")
# A division opens or ends (pandoc).
FENCE = re.compile(r"^ {0,3}:{3,}[^\n]*$")
# What a term above it means.
DEFINITION = re.compile(r"^ {0,2}[:~][ \t]+(?=\S)")
DELIMITER_ROW = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_OPENERS = (HEADING, UNDERLINE, PAGE_RULE, BULLET, NUMBER, FENCE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one that stands in a cell: `text` is the source from start to end."""

    start: int
    end: int
    text: str

    def part(self, start: int, end: int) -> Line:
        """The columns from start to end, as far as the line has them."""
        end = min(end, len(self.text))
        start = min(start, end)
        return Line(self.start + start, self.start + end, self.text[start:end])

    def dedented(self, width: int) -> Line:
        """The line without as many blanks before it, as far as it has them."""
        shown = len(self.text) - len(self.text.lstrip(" "))
        return self.part(min(width, shown), len(self.text))

    @property
    def is_indented(self) -> bool:
        """Whether it is indented as far as what belongs to a note or a definition above it."""
        return self.text.startswith(("    ", "\t"))

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()


def lines_of(text: str) -> list[Line]:
    """The lines of a text."""
    found = []
    start = 0
    for written in text.split("\n"):
        shown = written.rstrip("\r")
        found.append(Line(start, start + len(shown), shown))
        start += len(written) + 1
    return found


def is_table_row(line: str) -> bool:
    """Whether a line is a row between pipes."""
    stripped = line.strip()
    return stripped.startswith("|") and stripped.count("|") > 1


def opens_block(line: str) -> bool:
    """Whether a line directly below a paragraph or item is none of its lines."""
    return is_table_row(line) or any(opener.match(line) for opener in _OPENERS)


def continues_item(line: str, is_wrapped: bool) -> bool:
    """Whether a line below one of an item goes on with it.

    One without indent does in CommonMark; converters let text of its own begin there, in a capital,
    but for those that fill their lines and mark which end is meant.
    """
    shown = is_wrapped or line.startswith((" ", "\t")) or line[:1].islower()
    return shown and bool(line.strip()) and not opens_block(line)


def is_escaped(text: str, at: int) -> bool:
    """Whether the sign at a place stands behind a backslash."""
    slashes = 0
    while at - slashes - 1 >= 0 and text[at - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1


def is_marked_end(line: Line) -> bool:
    """Whether the end of a line is marked as meant: by two blanks or a backslash."""
    text = line.text.rstrip()
    is_backslash = text.endswith("\\") and not is_escaped(text, len(text) - 1)
    return is_backslash or line.text.endswith("  ")


def pipes_in(text: str) -> list[int]:
    """The columns of the pipes that part cells."""
    return [at for at, char in enumerate(text) if char == "|" and not is_escaped(text, at)]

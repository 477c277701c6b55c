"""The signs inside a line of Markdown: emphasis, code, links, notes, escapes, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.asides import NOTE_MARKS, RAISED, STRUCK
from pipeline.readers.markdown.dialect import Dialect
from pipeline.readers.markdown.lines import Line
from pipeline.readers.markup import Characters
from pipeline.readers.source import Account
from pipeline.readers.text_builder import TextBuilder

MARKDOWN = "Markdown"
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
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
# Text in brackets with its attributes (pandoc): `[text]{.underline}`.
_SPAN = re.compile(r"\[([^\[\]]*)\]\{([.#][^{}\n]*|[\w-]+=\"[^{}]*)\}")
_UNDERLINED = ".underline"
_ATTRIBUTES = re.compile(r"\{([.#][^{}\n]*|[\w-]+=\"[^{}\n]*)\}[ \t]*$")
_RAISED = re.compile(r"(?<=\S)\^([^\s^]{1,8})\^")
_LOWERED = re.compile(r"(?<=\w)~([^\s~]{1,8})~(?!~)")
# How pandoc writes typography, and what it means; one with a backslash is the sign itself.
_TYPED = re.compile(r"(?<!-)---?(?!-)|(?<!\.)\.\.\.(?!\.)|(?<!\\)[\"']")
_CODE = re.compile(r"`[^`]*`")
_MEANT = {"--": "\u2013", "---": "\u2014", "...": "\u2026"}
_OPENING = {'"': "\u201c", "'": "\u2018"}
_CLOSING = {'"': "\u201d", "'": "\u2019"}


class Inline:
    """Feeds text nodes with Markdown's inline syntax resolved; emphasis may go on over nodes.

    `lines` are those of one paragraph, item or cell.
    """

    def __init__(
        self, account: Account, source: str, lines: Sequence[Line], dialect: Dialect
    ) -> None:
        self._account = account
        self._source = source
        self._text = "\n".join(source[line.start : line.end] for line in lines)
        self._offsets = [
            offset for line in lines for offset in (*range(line.start, line.end), line.end)
        ]
        self._lasts: dict[str, int] = {}
        self._in_code = False
        self._style = 0
        self._open: list[str] = []
        self._styled: dict[int, int] = {}
        self._meant: dict[int, str] = {}
        self._syntax_at = self._link_syntax() | self._note_marks(dialect.notes)
        if dialect.is_pandoc:
            self._take_pandoc()

    def feed(self, builder: TextBuilder, node: Characters, style: int) -> None:
        """Append the node's characters without the syntax, styled."""
        n = 0
        while n < len(node.chars):
            if node.offsets[n] in self._syntax_at:
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
            self._add(builder, node, n, style)
            n += 1

    def _add(self, builder: TextBuilder, node: Characters, n: int, style: int) -> None:
        offset = node.offsets[n]
        style |= self._style | self._styled.get(offset, 0)
        builder.add(self._meant.get(offset) or node.chars[n], offset, style)

    def _skip(self, node: Characters, n: int, width: int) -> None:
        for offset in node.offsets[n : n + width]:
            self._account.markup(offset, offset + 1, MARKDOWN)

    def _at(self, places: Iterable[int]) -> set[int]:
        """The offsets of places in the text of the lines."""
        return {self._offsets[place] for place in places}

    def _link_syntax(self) -> set[int]:
        """Offsets of the characters of links and images that are no text."""
        found: set[int] = set()
        for match in _LINK.finditer(self._text):
            found |= self._around(match)
            if match[0].startswith("!"):
                found |= self._at(range(match.start(1), match.end(1)))
        return found

    def _around(self, match: re.Match[str]) -> set[int]:
        """Offsets of what a match has around its first group."""
        before, after = range(match.start(), match.start(1)), range(match.end(1), match.end())
        return self._at((*before, *after))

    def _note_marks(self, notes: frozenset[str]) -> set[int]:
        """Offsets of the marks of notes; one without a note is text."""
        found: set[int] = set()
        for match in _NOTE_MARK.finditer(self._text):
            if match[1] in notes:
                marks = self._at(range(match.start(), match.end()))
                for offset in marks:
                    self._account.markup(offset, offset + 1, NOTE_MARKS)
                found |= marks
        return found

    def _take_pandoc(self) -> None:
        """What pandoc writes beyond other tools: attributes, raised text, typography."""
        self._take_spans()
        if attributes := _ATTRIBUTES.search(self._text):
            self._syntax_at |= self._at(range(attributes.start(), attributes.end()))
        for match in _RAISED.finditer(self._text):
            self._syntax_at |= self._around(match)
            self._set(match, RAISED)
        for match in _LOWERED.finditer(self._text):
            self._syntax_at |= self._around(match)
        code = {at for span in _CODE.finditer(self._text) for at in range(*span.span())}
        for match in _TYPED.finditer(self._text):
            if match.start() not in code:
                self._take_typography(match)

    def _take_spans(self) -> None:
        """Text with attributes; one may hold others."""
        text = self._text
        while found := list(_SPAN.finditer(text)):
            for match in found:
                self._syntax_at |= self._around(match)
                if _UNDERLINED in match[2].split():
                    # Stress, as where HTML underlines.
                    self._set(match, ITALIC)
                inside = text[match.start(1) : match.end(1)]
                after = " " * (match.end() - match.end(1))
                text = f"{text[: match.start()]} {inside}{after}{text[match.end() :]}"

    def _set(self, match: re.Match[str], style: int) -> None:
        """Style what a match has in its first group."""
        for offset in self._at(range(match.start(1), match.end(1))):
            self._styled[offset] = self._styled.get(offset, 0) | style

    def _take_typography(self, match: re.Match[str]) -> None:
        offset = self._offsets[match.start()]
        self._meant[offset] = _MEANT.get(match[0]) or _quote(self._text, match)
        if len(match[0]) > 1:
            self._account.reference_ends[offset] = offset + len(match[0])
            self._syntax_at |= self._at(range(match.start() + 1, match.end()))

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
            place = self._text.rfind(delimiter)
            self._lasts[delimiter] = self._offsets[place] if place >= 0 else -1
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
        if left and right and self._ends_and_opens(delimiter):
            return run
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

    def _ends_and_opens(self, delimiter: str) -> bool:
        """Whether emphasis ends and begins anew in one place, as tools write runs of one style."""
        last = self._open[-1] if self._open else ""
        return delimiter in ("****", "____") and delimiter == last * 2


def _quote(text: str, match: re.Match[str]) -> str:
    """The curly quote that a straight one stands for: one that opens has its like behind it."""
    char = match[0]
    before, after = text[: match.start()][-1:], text[match.end() :]
    opens = (not before or before in " \n([*_") and re.search(rf"\S{char}(?!\w)", after)
    return (_OPENING if opens and after[:1].strip() else _CLOSING)[char]

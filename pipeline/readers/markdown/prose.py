"""Lines of Markdown to text: HTML in them, the signs inside, the line ends that are meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core import heartbeat, signs
from pipeline.document.model import Block, Furniture, texts
from pipeline.document.text import Text
from pipeline.readers.blocks import blocks_of
from pipeline.readers.markdown.dialect import Dialect
from pipeline.readers.markdown.inline import MARKDOWN, Inline
from pipeline.readers.markdown.lines import Line, is_marked_end
from pipeline.readers.markup import parse
from pipeline.readers.source import Account
from pipeline.readers.text_builder import TextBuilder

# An address in angle brackets is text, and no tag.
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]+|[\w.+-]+@[\w.-]+\.\w+)>")
# What converters make of the markers of Word's pages: a condition around a marker.
_CONDITION = re.compile(r"if !support(?:Lists|EmptyParas)(\s*\S{0,5}?)(\s*)endif")


@dataclass(slots=True)
class Prose:
    """Makes the texts of lines; what is no content of them is put among the blocks."""

    text: str
    account: Account
    dialect: Dialect
    blocks: list[Block]

    def mark(self, line: Line, kind: str) -> None:
        """Declare a line, or a part of one, as syntax."""
        self.account.markup(line.start, line.end, kind)

    def behind(self, line: Line, width: int, kind: str = MARKDOWN) -> Line:
        """What a line has behind so many columns, which are declared as syntax."""
        self.mark(line.part(0, width), kind)
        return line.part(width, len(line.text))

    def inline(self, lines: Sequence[Line]) -> Text:
        """The text of one or more lines; their line ends stay where they may be meant."""
        builder = TextBuilder(self.account)
        inline = self.inline_of(lines)
        before: Line | None = None
        for line in lines:
            heartbeat.beat()
            if before is not None and self._is_meant(before, line):
                builder.line_end(line.start)
            elif before is not None:
                builder.add(" ", line.start, 0)
            for block in self.fragment(self._without_break(line), inline):
                if isinstance(block, Furniture):
                    self.blocks.append(block)
                    continue
                for text in texts((block,)):
                    builder.typed(text.chars, text.origins, text.styles)
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
        self.mark(line.part(end - 1, end), MARKDOWN)
        return line.part(0, end - 1)

    def inline_of(self, lines: Sequence[Line]) -> Inline:
        """What reads the signs inside some lines."""
        return Inline(self.account, self.text, lines, self.dialect)

    def fragment(self, line: Line, inline: Inline) -> tuple[Block, ...]:
        """The blocks of a part of a line, which may hold HTML."""
        tree = parse(self.text, self.account, line.start, line.end)
        return blocks_of(tree, self.account, inline.feed)


def without_brackets(text: str, account: Account) -> str:
    """The text without the brackets of addresses and the conditions of Word's pages."""

    def hidden(start: int, end: int) -> str:
        account.markup(start, end, MARKDOWN)
        return signs.NO_SIGN * (end - start)

    def address(match: re.Match[str]) -> str:
        before, after = match.span(1)
        return hidden(match.start(), before) + match[1] + hidden(after, match.end())

    def condition(match: re.Match[str]) -> str:
        before, after = match.span(1)
        blank = " " if match[2] else ""
        end = hidden(after + len(blank), match.end())
        return hidden(match.start(), before) + match[1] + blank + end

    return _CONDITION.sub(condition, _ADDRESS.sub(address, text))

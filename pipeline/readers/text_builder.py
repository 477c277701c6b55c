"""Characters of a source to a text: white space collapsed, letters in their normal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pipeline.core import signs
from pipeline.document.text import Text
from pipeline.readers.elements import characters
from pipeline.readers.markup import Characters, Element
from pipeline.readers.source import Account

# What is not taken over as it is: white space in a row, invisible, combined and joined letters.
_NEEDS_CARE = re.compile(
    rf"[{signs.LAYOUT_CONTROLS}{signs.INVISIBLE}{signs.COMBINING}{''.join(signs.LIGATURES)}]|  "
)


@dataclass(slots=True)
class TextBuilder:
    """Collects characters into one Text; HTML white space is collapsed as it comes in."""

    account: Account
    chars: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    styles: bytearray = field(default_factory=bytearray)

    def add(self, char: str, offset: int, style: int) -> None:
        """Append one character of the source, normalised (NFC, ligatures split)."""
        if char in " \t\n\r\f":
            if self.chars and self.chars[-1] not in " \n":
                self._put(" ", offset, style)
        elif char in signs.INVISIBLE:
            self.account.markup(offset, offset + 1, "invisible characters")
        elif unicodedata.combining(char) and self._composed(char):
            self.account.markup(offset, offset + 1, "combining marks")
            self.account.reference_ends[self.origins[-1]] = offset + 1
        else:
            for part in signs.LIGATURES.get(char, char):
                self._put(part, offset, style)

    def extend(self, chars: str, offset: int, style: int) -> None:
        """Append characters that follow each other in the source."""
        start = 0
        if chars[:1] == " ":
            self.add(" ", offset, style)
            start = 1
        if _NEEDS_CARE.search(chars, start):
            for n in range(start, len(chars)):
                self.add(chars[n], offset + n, style)
        else:
            self.chars.extend(chars[start:])
            self.origins.extend(range(offset + start, offset + len(chars)))
            self.styles.extend(bytes((style,)) * (len(chars) - start))

    def typed(self, chars: str, offsets: Iterable[int], styles: Iterable[int]) -> None:
        """Append characters whose line ends are meant, each with its place and style."""
        for char, offset, style in zip(chars, offsets, styles, strict=True):
            if char == "\n":
                self.line_end(offset)
            else:
                self.add(char, offset, style)

    def line_end(self, offset: int) -> None:
        """Append a line end."""
        while self.chars and self.chars[-1] == " ":
            self._drop()
        self._put("\n", offset, 0)

    def take(self) -> Text:
        """The text so far, without white space at its ends; the builder is empty after it."""
        text = Text("".join(self.chars), tuple(self.origins), bytes(self.styles)).strip()
        self.chars, self.origins, self.styles = [], [], bytearray()
        return text

    def _put(self, char: str, offset: int, style: int) -> None:
        self.chars.append(char)
        self.origins.append(offset)
        self.styles.append(style)

    def _drop(self) -> None:
        self.chars.pop()
        self.origins.pop()
        self.styles.pop()

    def _composed(self, mark: str) -> bool:
        if not self.chars:
            return False
        whole = unicodedata.normalize("NFC", self.chars[-1] + mark)
        if len(whole) != 1:
            return False
        self.chars[-1] = whole
        return True


TextFeed = Callable[[TextBuilder, Characters, int], None]
"""Feeds the characters of one text node, in a style, to a builder (Markdown has its own)."""


def feed_plain(builder: TextBuilder, node: Characters, style: int) -> None:
    """HTML text: each character as it is."""
    for char, offset in zip(node.chars, node.offsets, strict=True):
        builder.add(char, offset, style)


def text_of(element: Element, account: Account) -> Text:
    """All text of an element as one stretch, whatever its blocks."""
    builder = TextBuilder(account)
    for node in characters(element):
        feed_plain(builder, node, 0)
        builder.add(" ", node.offsets[-1], 0)
    return builder.take()

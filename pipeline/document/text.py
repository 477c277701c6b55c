"""Styled, located text: every character remembers where in the source it came from.

All of interpretation works by slicing and joining `Text`, so that provenance
needs no bookkeeping of its own: a value's origins are its characters' origins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import overload

BOLD = 1
ITALIC = 2

INSERTED = -1
"""Origin of a character that stands nowhere in the source (a space that joins two lines)."""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters with one origin and one style each.

    `origins[n]` is the reader's number for the place of `chars[n]` (for text
    sources the offset in the decoded source) or `INSERTED`; `styles[n]` is a
    sum of `BOLD` and `ITALIC`.
    """

    chars: str = ""
    origins: tuple[int, ...] = ()
    styles: bytes = b""

    def __post_init__(self) -> None:
        if not len(self.chars) == len(self.origins) == len(self.styles):
            raise ValueError("a Text needs one origin and one style for each character")

    def __len__(self) -> int:
        return len(self.chars)

    def __bool__(self) -> bool:
        return bool(self.chars)

    def __str__(self) -> str:
        return self.chars

    @overload
    def __getitem__(self, key: slice) -> Text: ...
    @overload
    def __getitem__(self, key: int) -> str: ...
    def __getitem__(self, key: slice | int) -> Text | str:
        if isinstance(key, int):
            return self.chars[key]
        return Text(self.chars[key], self.origins[key], self.styles[key])

    def __add__(self, other: Text) -> Text:
        return Text(
            self.chars + other.chars, self.origins + other.origins, self.styles + other.styles
        )

    def strip(self) -> Text:
        """Without white space at both ends."""
        if self.chars and not self.chars[0].isspace() and not self.chars[-1].isspace():
            return self
        start = len(self.chars) - len(self.chars.lstrip())
        return self[start : start + len(self.chars.strip())]

    def collapse(self) -> Text:
        """White space (no-break and line ends included) as single spaces, none at the ends."""
        if " ".join(self.chars.split()) == self.chars:
            return self
        keep: list[int] = []
        for n, char in enumerate(self.chars):
            if not char.isspace() or (keep and not self.chars[keep[-1]].isspace()):
                keep.append(n)
        if keep and self.chars[keep[-1]].isspace():
            keep.pop()
        return Text(
            "".join(" " if self.chars[n].isspace() else self.chars[n] for n in keep),
            tuple(self.origins[n] for n in keep),
            bytes(self.styles[n] for n in keep),
        )

    def lines(self) -> list[Text]:
        """The stretches between line ends, each stripped; empty ones are kept."""
        if "\n" not in self.chars:
            return [self.strip()]
        found: list[Text] = []
        start = 0
        for n, char in enumerate(self.chars):
            if char == "\n":
                found.append(self[start:n].strip())
                start = n + 1
        found.append(self[start:].strip())
        return found

    def split(self, cuts: Sequence[int]) -> list[Text]:
        """The parts between the characters at `cuts` (ascending), each stripped; no empty ones."""
        edges = [-1, *cuts, len(self.chars)]
        return [part for a, b in pairwise(edges) if (part := self[a + 1 : b].strip())]

    def stretches(self, starts: Sequence[int]) -> list[Text]:
        """The stretches that begin at `starts` (ascending), each stripped; no empty ones."""
        edges = [*starts, len(self.chars)]
        return [part for a, b in pairwise(edges) if (part := self[a:b].strip())]

    def all_styled(self, style: int) -> bool:
        """Whether all its visible characters carry the style; False for blank text."""
        if not self.styles.strip(b"\0"):
            return False
        visible = [
            self.styles[n] & style for n, char in enumerate(self.chars) if not char.isspace()
        ]
        return bool(visible) and all(visible)

    def styled_prefix(self, style: int) -> int:
        """Length of the longest opening stretch in the style; white space may lie in it."""
        end = 0
        for n, char in enumerate(self.chars):
            if char.isspace():
                continue
            if not self.styles[n] & style:
                break
            end = n + 1
        return end

    def visible_chars(self) -> str:
        """The characters that are no white space and stand in the source."""
        return "".join(
            [
                char
                for origin, char in zip(self.origins, self.chars, strict=True)
                if origin != INSERTED and not char.isspace()
            ]
        )

    def visible_origins(self) -> list[int]:
        """The origins of the characters that are no white space and stand in the source."""
        return [
            origin
            for origin, char in zip(self.origins, self.chars, strict=True)
            if origin != INSERTED and not char.isspace()
        ]

    def visible(self) -> Iterator[tuple[int, str]]:
        """(origin, character) of each character that is no white space and stands in the source."""
        for origin, char in zip(self.origins, self.chars, strict=True):
            if origin != INSERTED and not char.isspace():
                yield origin, char


def plain(chars: str) -> Text:
    """Text that stands nowhere in the source."""
    return Text(chars, (INSERTED,) * len(chars), bytes(len(chars)))


def join(texts: Iterable[Text], separator: str = " ") -> Text:
    """The texts one after the other, with an inserted separator between them."""
    chars: list[str] = []
    origins: list[int] = []
    styles = bytearray()
    for text in texts:
        if chars or origins:
            chars.append(separator)
            origins.extend((INSERTED,) * len(separator))
            styles.extend(bytes(len(separator)))
        chars.append(text.chars)
        origins.extend(text.origins)
        styles.extend(text.styles)
    return Text("".join(chars), tuple(origins), bytes(styles))

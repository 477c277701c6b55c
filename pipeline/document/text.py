"""Styled, located text: every character remembers where in the source it came from.

All of interpretation works by slicing and joining `Text`, so that provenance
needs no bookkeeping of its own: a value's origins are its characters' origins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress, pairwise
from typing import overload

# What `str.isspace` and `str.split` take for white space, so does this.
_WORD = re.compile(r"\S+")

# By the code of a character of Latin-1, whether it is visible: most texts have no other ones.
_SEEN = bytes(not chr(code).isspace() for code in range(256))

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
        chars = " ".join(self.chars.split())
        if chars == self.chars:
            return self
        if len(chars) == len(self.chars):
            # But for line ends that become spaces every character stays where it is.
            return Text(chars, self.origins, self.styles)
        # A space has the origin and the style of the first of its run.
        ends = [(start, end + 1) for start, end in _words(self.chars)]
        kept = [slice(*span) for span in ends]
        origins = tuple(chain.from_iterable([self.origins[stretch] for stretch in kept]))
        styles = b"".join([self.styles[stretch] for stretch in kept])
        return Text(chars, origins[: len(chars)], styles[: len(chars)])

    def lines(self) -> list[Text]:
        """The stretches between line ends, each stripped; empty ones are kept."""
        if "\n" not in self.chars:
            return [self.strip()]
        found: list[Text] = []
        start = 0
        for line in self.chars.split("\n"):
            found.append(self[start : start + len(line)].strip())
            start += len(line) + 1
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
        spans = _words(self.chars)
        return bool(spans) and all(
            have & style for start, end in spans for have in set(self.styles[start:end])
        )

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
        chars = self.chars
        if INSERTED in self.origins:
            chars = "".join(compress(chars, map(INSERTED.__ne__, self.origins)))
        return "".join(chars.split())

    def visible_origins(self) -> list[int]:
        """The origins of the characters that are no white space and stand in the source."""
        seen: Iterable[object]
        try:
            seen = self.chars.encode("latin-1").translate(_SEEN)
        except UnicodeEncodeError:
            # White space is all that `strip` leaves nothing of.
            seen = map(str.strip, self.chars)
        found = list(compress(self.origins, seen))
        return [origin for origin in found if origin != INSERTED] if INSERTED in found else found

    def visible(self) -> Iterator[tuple[int, str]]:
        """(origin, character) of each character that is no white space and stands in the source."""
        pairs = zip(self.origins, self.chars, strict=True)
        return (pair for pair in pairs if pair[0] != INSERTED and not pair[1].isspace())


def plain(chars: str) -> Text:
    """Text that stands nowhere in the source."""
    return Text(chars, (INSERTED,) * len(chars), bytes(len(chars)))


def join(texts: Iterable[Text], separator: str = " ") -> Text:
    """The texts one after the other, with an inserted separator between them."""
    parts = list(texts)
    if len(parts) < 2:
        return parts[0] if parts else Text()
    gap = (INSERTED,) * len(separator)
    origins = list(parts[0].origins)
    for text in parts[1:]:
        origins += gap
        origins += text.origins
    return Text(
        separator.join([text.chars for text in parts]),
        tuple(origins),
        bytes(len(separator)).join([text.styles for text in parts]),
    )


def _words(chars: str) -> list[tuple[int, int]]:
    """Start and end of each run of visible characters."""
    return [found.span() for found in _WORD.finditer(chars)]

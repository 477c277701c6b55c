"""Passages under their sub-headings: a title by itself, or the emphasised opening of a passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.document.sentences import is_finished
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.passages import Passage

_EMPHASIS_BEGINS = re.compile(rb"(?<=\x00)[^\x00]")


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-heading with its passages; `title` is None for what stands before the first."""

    title: Passage | None
    passages: list[Passage]


def parts(passages: Sequence[Passage], heads: Mapping[int, int]) -> list[Part]:
    """The passages grouped under sub-headings.

    `heads` has, by the numbers of passages, the length of the sub-heading that each opens with.
    """
    found = [Part(None, [])]
    for n, passage in enumerate(passages):
        end = heads.get(n, 0)
        if not end:
            found[-1].passages.append(passage)
            continue
        title, rest = passage.split_at(end)
        found.append(Part(title, [rest] if rest.text else []))
    return found if found[0].passages else found[1:]


def apart_at_titles(passages: Sequence[Passage], names: Callable[[str], object]) -> list[Passage]:
    """The passages, cut before each emphasised title that stands inside one.

    `names` tells whether words, without number and colon, name something known.
    """
    found: list[Passage] = []
    for passage in passages:
        rest = passage
        while start := _inner_title(rest, names):
            first, rest = rest.split_at(start)
            found.append(first)
        found.append(rest)
    return found


def _inner_title(passage: Passage, names: Callable[[str], object]) -> int:
    """Where the first emphasised title after the opening begins; 0 where there is none."""
    for begin in _EMPHASIS_BEGINS.finditer(passage.text.styles):
        start = begin.start()
        if not passage.chars[start].isspace():
            emphasised = passage.text[start:]
            end = max(emphasised.styled_prefix(BOLD), emphasised.styled_prefix(ITALIC))
            stands_apart = opens_anew(passage.chars, start) and is_set_off(emphasised.chars, end)
            if stands_apart and names(emphasised.chars[:end].rstrip(" :")):
                return start
    return 0


def opens_anew(chars: str, start: int) -> bool:
    """Whether a sentence begins there; what is stressed inside one is no title."""
    return is_finished(chars[:start].rstrip())


def is_set_off(chars: str, end: int) -> bool:
    """Whether what ends there is set off from what follows: by a sign, or a new sentence.

    Where the sentence goes on after it, its emphasis was stress.
    """
    following = chars[end:].lstrip()
    closed = chars[:end].rstrip().endswith((":", "."))
    return bool(following) and (closed or not following[0].islower())


def title_text(passage: Passage, claims: Claims) -> Text:
    """A sub-heading's words, without the colon or full stop that sets it off."""
    stripped = passage.chars.rstrip(" :." + signs.DASHES_AND_HYPHENS)
    claims.take(passage.text[len(stripped) :], "separators")
    return passage.text[: len(stripped)]


def with_colon(chars: str, end: int) -> int:
    """Where a sub-heading ends with the colon or full stop that sets it off."""
    following = re.match(r"\s*[:.]", chars[end:])
    return end + following.end() if following else end

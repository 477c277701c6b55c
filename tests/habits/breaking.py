"""Where lines of a paragraph end: the first that fit, or the best of the paragraph as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pyphen

from tests.habits.fonts import Face, width


@dataclass(frozen=True, slots=True)
class Breaking:
    """`total` breaks a paragraph as a whole; with `ties` lines also end behind hyphens, dashes and
    strokes, with a `hyphen` inside words."""

    total: bool = False
    ties: bool = False
    hyphen: str = ""


_TIES = re.compile(r"(?<=[\w)][-–/?])(?=\w)")


@dataclass(frozen=True, slots=True)
class _Part:
    """What may end a line: its text, what parts it from the one before, what it ends with then."""

    text: str
    between: str = ""
    hyphen: str = ""


def broken(text: str, face: Face, size: float, room: float, how: Breaking) -> list[str]:
    """A text in lines that fit into a room."""
    parts = [part for word in text.split(" ") for part in _word_parts(word, how)]

    def wide(first: int, behind: int) -> float:
        return width(face, _joined(parts[first:behind]), size)

    ends = (_total_fit if how.total else _greedy)(len(parts), wide, room)
    starts = [0, *ends[:-1]]
    return [_joined(parts[start:end]) for start, end in zip(starts, ends, strict=True)]


def _word_parts(word: str, how: Breaking) -> list[_Part]:
    pieces = [_Part(piece) for piece in (_TIES.split(word) if how.ties else [word])]
    if how.hyphen and len(word) > 6 and word.strip(".,;").isalpha():
        syllables = pyphen.Pyphen(lang="nl_NL", left=3, right=3).inserted(word).split("-")
        pieces = [_Part(piece, hyphen=how.hyphen) for piece in syllables[:-1]]
        pieces.append(_Part(syllables[-1]))
    return [replace(pieces[0], between=" "), *pieces[1:]]


def _joined(parts: list[_Part]) -> str:
    text = "".join(part.between + part.text for part in parts)
    return text[len(parts[0].between) :] + parts[-1].hyphen


def _greedy(count: int, wide: Callable[[int, int], float], room: float) -> list[int]:
    ends: list[int] = []
    start, at = 0, 1
    while at < count:
        last = max((n for n in range(at, count + 1) if wide(start, n) <= room), default=at)
        if last == count:
            break
        ends.append(last)
        start, at = last, last + 1
    return [*ends, count]


def _total_fit(count: int, wide: Callable[[int, int], float], room: float) -> list[int]:
    """Ends of lines such that the squares of what they leave free are least (last line apart)."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        options = []
        for start in range(end):
            free = room - wide(start, end)
            if free >= 0 or end - start == 1:
                cost = 0.0 if end == count else free**2
                options.append((best[start][0] + cost, start))
        best.append(min(options))
    ends: list[int] = []
    at = count
    while at:
        ends.insert(0, at)
        at = best[at][1]
    return ends

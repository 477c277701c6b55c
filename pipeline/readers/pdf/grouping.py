"""What belongs together on pages: things that follow each other, and things in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from pipeline.readers.pdf.settings import Points

_T = TypeVar("_T")

# What is printed in one place of several pages stands there to this much: a header that is centred
# or has a line more or less moves its lines by less.
SAME_PLACE: Points = 3.0


def stretches(items: Iterable[_T], goes_on: Callable[[list[_T], _T], bool]) -> Iterator[list[_T]]:
    """Items in groups: each goes on with the one before it, or begins another."""
    group: list[_T] = []
    for item in items:
        if group and not goes_on(group, item):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def alike(items: Iterable[_T], are_alike: Callable[[_T, _T], bool]) -> list[list[_T]]:
    """Items in groups, wherever they stand: each with the first one that it is like."""
    groups: list[list[_T]] = []
    for item in items:
        own = next((group for group in groups if are_alike(group[0], item)), None)
        if own is None:
            groups.append([item])
        else:
            own.append(item)
    return groups


def in_one_place(at: float, other: float) -> bool:
    """Whether two things stand in one place of their pages, along a side of these."""
    return abs(at - other) <= SAME_PLACE

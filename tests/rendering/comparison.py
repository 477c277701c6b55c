"""Two contents compared leaf by leaf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ABSENT = "(absent)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A leaf that differs, by its JSON Pointer."""

    pointer: str
    wanted: Any
    found: Any


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many leaves there are in either content, how many are equal, the first that is not."""

    leaves: int
    exact: int
    first: Difference | None


def compared(wanted: Any, found: Any) -> Comparison:
    """The comparison of what was put in with what came out."""
    one, other = dict(leaves(wanted)), dict(leaves(found))
    pointers = [*one, *(pointer for pointer in other if pointer not in one)]
    differing = [p for p in pointers if one.get(p, ABSENT) != other.get(p, ABSENT)]
    first = None
    if differing:
        pointer = differing[0]
        first = Difference(pointer, one.get(pointer, ABSENT), other.get(pointer, ABSENT))
    return Comparison(len(pointers), len(pointers) - len(differing), first)


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """(JSON Pointer, value) of each leaf; an empty object or list is a leaf too."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, f"{pointer}/{key}")
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{pointer}/{number}")
    else:
        yield pointer, value

"""What the converter gave against what a document holds, leaf by leaf.

Entries of `unplaced` beyond the wanted ones are free. `act` of a legitimation and `aspect` of an
indicator, which families.md asks for and the corpus leaves out, count only where both have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.core_tasks.shape import Content
from tests.rendering.comparison import ABSENT, Difference, leaves

_NOT_COMPARED = {"$schema", "schema_version", "id", "source", "derived"}
_MAY_LACK = re.compile(r"/legitimations/\d+/act|.*/indicators/\d+/aspect")


def differences(wanted: Content, found: Content) -> list[Difference]:
    """The leaves that differ."""
    wanted, found = _stripped(wanted), _stripped(found)
    differing = list(_unplaced(wanted.pop("unplaced", []), found.pop("unplaced", None) or []))
    one, other = dict(leaves(wanted)), dict(leaves(found))
    for pointer in [*one, *(pointer for pointer in other if pointer not in one)]:
        left, right = one.get(pointer, ABSENT), other.get(pointer, ABSENT)
        if left == right or (ABSENT in (left, right) and _MAY_LACK.fullmatch(pointer)):
            continue
        differing.append(Difference(pointer, left, right))
    return differing


def count(wanted: Content) -> int:
    """The leaves of a content."""
    return sum(1 for _ in leaves(_stripped(wanted)))


def _unplaced(wanted: list[Content], found: list[Content]) -> Iterator[Difference]:
    for number, entry in enumerate(wanted):
        if entry not in found:
            yield Difference(f"/unplaced/{number}", entry, ABSENT)


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _stripped(v) for k, v in value.items() if k not in _NOT_COMPARED}
    if isinstance(value, list):
        return [_stripped(inner) for inner in value]
    return value

"""What a converter gave against what a document says, leaf by leaf and by shape.

The comparison is that of the other kit; what a print leaves open to any reader is free here:
the letter or number of a competency, and what a document's `loose` names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.core_tasks.comparison import differences
from tests.rendering.comparison import ABSENT, Difference, leaves
from tests.shapes.compose import Document
from tests.shapes.content import Content

_CODE = re.compile(r"/roles/\d+/competencies/\d+/code")
_SOURCE = re.compile(r"/source_documents/\d+/(text|title|publisher)")
_ROLE_NAME = re.compile(r"/roles/\d+/name")
_ROLE_NUMBER = re.compile(r"/roles/\d+/number")
_NOT_READ = ("$schema", "schema_version", "id", "source", "derived", "unplaced")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The leaves of either side, those that differ, and both by shape."""

    leaves: int
    differing: tuple[Difference, ...]
    by_shape: dict[str, tuple[int, int]]  # leaves, differing


def compared(document: Document, found: Content) -> Comparison:
    """A document held against what came out of it."""
    wanted = dict(leaves(document.content))
    found_pointers = {p for p, _ in leaves(_without_ids(found))}
    differing = [one for one in differences(document.content, found) if not _is_free(one, document)]
    pointers = wanted.keys() | found_pointers | {one.pointer for one in differing}
    return Comparison(len(pointers), tuple(differing), _by_shape(document, wanted, differing))


def refused(document: Document) -> Comparison:
    """What it is when nothing came out."""
    wanted = dict(leaves(document.content))
    differing = [Difference(pointer, value, ABSENT) for pointer, value in wanted.items()]
    return Comparison(len(wanted), tuple(differing), _by_shape(document, wanted, differing))


def shape_of(document: Document, pointer: str) -> str:
    """The shape that printed a leaf: that of the nearest pointer above it."""
    while pointer not in document.shapes and pointer:
        pointer = pointer.rpartition("/")[0]
    return document.shapes.get(pointer, "other")


def _by_shape(
    document: Document, wanted: Iterable[str], differing: list[Difference]
) -> dict[str, tuple[int, int]]:
    wrong = Counter(shape_of(document, one.pointer) for one in differing)
    found = Counter(shape_of(document, pointer) for pointer in wanted)
    return {name: (found[name], wrong[name]) for name in sorted(found.keys() | wrong.keys())}


def _is_free(one: Difference, document: Document) -> bool:
    loose, pointer = document.loose, one.pointer
    if _CODE.fullmatch(pointer):
        return bool(one.wanted == ABSENT)
    if "case of a role" in loose and _ROLE_NAME.fullmatch(pointer):
        return str(one.wanted).casefold() == str(one.found).casefold()
    if "number of a role" in loose and _ROLE_NUMBER.fullmatch(pointer):
        return ABSENT in (one.wanted, one.found)
    if "text of a source" in loose and (kind := _SOURCE.fullmatch(pointer)):
        if kind[1] != "text":
            return bool(one.found == ABSENT)
        return set(_words(one.wanted)) == set(_words(one.found))
    return False


def _words(value: Any) -> Iterator[str]:
    yield from re.findall(r"\w+", str(value))


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_ids(v) for k, v in value.items() if k not in _NOT_READ}
    if isinstance(value, list):
        return [_without_ids(inner) for inner in value]
    return value

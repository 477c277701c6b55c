"""Optional content: layers that are switched off when the document is opened.

Source: ISO 32000-2, 8.11. A layer is an object of its own, named by its number: two may look alike.
What of it cannot be read is told, and shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.readers.pdf.engine.source import (
    Complaints,
    UnreadableError,
    dictionary,
    name,
    reference,
    resolved,
)
from pipeline.readers.pdf.settings import Limit

# Expressions of layers may be nested so deep.
_DEEPEST: Limit = 8


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers that are off, by the numbers of their objects."""

    off: frozenset[int]
    complaints: Complaints

    @classmethod
    def of(cls, document: Any, complaints: Complaints) -> Layers:
        """Those of a document; where its settings cannot be read, all is on, which is told."""
        try:
            off = frozenset(_switched_off(document, complaints))
        except UnreadableError as error:
            complaints.add(f"which of its layers are off cannot be read: {error}")
            off = frozenset()
        return cls(off, complaints)

    def hide(self, value: Any) -> bool:
        """Whether a layer is off, or a membership in layers says that what has it is not seen."""
        if value is None:
            return False
        if reference(value) in self.off:
            return True
        entries = dictionary(value)
        if "VE" in entries:
            return not self._shows(entries["VE"], 0)
        are_off = [reference(member) in self.off for member in _members(entries.get("OCGs"))]
        if not are_off:
            return False
        policy = name(entries.get("P"))
        return {
            "AllOn": any(are_off),
            "AnyOff": not any(are_off),
            "AllOff": not all(are_off),
        }.get(policy, all(are_off))

    def _shows(self, expression: Any, depth: int) -> bool:
        """What an expression of layers comes to: one of them, or `And`, `Or`, `Not` of others."""
        parts = resolved(expression)
        if isinstance(parts, dict):
            return reference(expression) not in self.off
        operator = name(parts[0]) if isinstance(parts, list) and parts else ""
        if operator not in ("And", "Or", "Not") or len(parts) < 2 or depth > _DEEPEST:
            self.complaints.add("an expression of layers cannot be read")
            return True
        shown = [self._shows(part, depth + 1) for part in parts[1:]]
        if operator == "Not":
            return not shown[0]
        return all(shown) if operator == "And" else any(shown)


def _switched_off(document: Any, complaints: Complaints) -> Iterator[int]:
    """The numbers of the layers that the document's own settings switch off."""
    properties = document.catalog.get("OCProperties")
    if resolved(properties) is None:
        return
    default = resolved(dictionary(properties).get("D"))
    if not isinstance(default, dict):
        complaints.add("nothing tells which of its layers are off")
        return
    yield from _numbers(_members(default.get("OFF")), complaints)
    if name(default.get("BaseState")) == "OFF":
        on = set(_numbers(_members(default.get("ON")), complaints))
        every = _numbers(_members(dictionary(properties).get("OCGs")), complaints)
        yield from (number for number in every if number not in on)


def _members(value: Any) -> list[Any]:
    """The layers of an array as it refers to them; a single one is the only one."""
    found = resolved(value)
    if isinstance(found, list):
        return [item for item in found if item is not None]
    return [] if found is None else [value]


def _numbers(members: Iterable[Any], complaints: Complaints) -> Iterator[int]:
    for member in members:
        number = reference(member)
        if number is None:
            complaints.add("a layer that is switched on or off is none of the file's objects")
        else:
            yield number

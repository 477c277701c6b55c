"""The tag tree of a tagged document: elements with their standard types and marked content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.readers.pdf.engine.objects import Objects
from pipeline.readers.pdf.engine.source import dictionary, name, reference, resolved
from pipeline.readers.pdf.engine.state import id_of, id_of_object
from pipeline.readers.pdf.marks import Tagged
from pipeline.readers.pdf.settings import Limit

# Real profiles are below 50 pages (contract.md, Limits).
_MAX_TAG_DEPTH: Limit = 200
_MAX_SPAN: Limit = 1000
_CELLS = ("TD", "TH")
# A role may be mapped to one that is mapped again.
_MAX_ROLES: Limit = 8


def tag_tree(document: Any, pages: dict[int, int]) -> Tagged | None:
    """The tag tree of a document; None where there is none.

    `pages` are the numbers of the pages by those of their objects.
    """
    root = dictionary(document.catalog.get("StructTreeRoot"))
    walk = _Walk(Objects(document), dictionary(root.get("RoleMap")), pages)
    kids = walk.kids(root.get("K"), None, 0)
    return Tagged("Document", tuple(kids)) if kids else None


@dataclass(slots=True)
class _Walk:
    objects: Objects
    roles: dict[str, Any]
    pages: dict[int, int]
    known_roles: dict[str, str] = field(default_factory=dict)

    def kids(self, value: Any, page: int | None, depth: int) -> list[Tagged | tuple[int, int]]:
        """The children that a K entry names; `page` is that of the parent."""
        if depth > _MAX_TAG_DEPTH:
            return []
        found: list[Tagged | tuple[int, int]] = []
        for node in self.objects.items(value):
            if isinstance(node, int):
                if page is not None:
                    found.append((page, node))
            elif isinstance(node, dict):
                found.extend(self._kid(node, page, depth))
        return found

    def _kid(
        self, node: dict[str, Any], page: int | None, depth: int
    ) -> Iterator[Tagged | tuple[int, int]]:
        own = reference(node.get("Pg"))
        if own is not None:
            page = self.pages.get(own, page)
        if "MCID" in node:
            content = resolved(node["MCID"])
            if page is not None and isinstance(content, int):
                yield page, id_of(content, reference(node.get("Stm")))
        elif name(node.get("Type")) == "OBJR":
            number = reference(node.get("Obj"))
            if page is not None and number is not None:
                yield page, id_of_object(number)
        elif "S" in node:
            role = self._role(node)
            spans = self._spans(node) if role in _CELLS else (1, 1)
            yield Tagged(role, tuple(self.kids(node.get("K"), page, depth + 1)), *spans)

    def _role(self, node: dict[str, Any]) -> str:
        kind = name(node["S"])
        found = self.known_roles.get(kind)
        if found is None:
            found = kind
            for _ in range(_MAX_ROLES):
                mapped = name(self.roles.get(found))
                if not mapped or mapped == found:
                    break
                found = mapped
            self.known_roles[kind] = found
        return found

    def _spans(self, node: dict[str, Any]) -> tuple[int, int]:
        """(columns, rows) that a cell takes, from its table attributes."""
        columns = rows = 1
        for entry in self.objects.items(node.get("A")):
            if isinstance(entry, dict):
                columns = max(columns, _count(entry.get("ColSpan")))
                rows = max(rows, _count(entry.get("RowSpan")))
        return columns, rows


def _count(value: Any) -> int:
    found = resolved(value)
    return found if isinstance(found, int) and 1 <= found <= _MAX_SPAN else 1

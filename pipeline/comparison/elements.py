"""What a profile says as a tree of elements, and back: each text, list and record is one.

How the profile was made (file, identifiers, what is concluded) is no part of it: a profile that was
read from a PDF is the same tree as the one from a Word file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.profile.codec import encode
from pipeline.profile.identifiers import folded
from pipeline.profile.model import Profile

Kind = Literal["object", "list", "value", "record", "text", "paragraph", "items"]
Plain = dict[str, Any]

_NOT_SAID = frozenset(
    {"$schema", "schema_version", "id", "source", "document_type", "family", "language", "derived"}
)
# Fields that name a record; its other texts are elements of their own.
NAMES = ("text", "name", "title", "label")
# Codes that belong to the name of their record.
_CODES = ("code", "dimension")


@dataclass(slots=True, eq=False)
class Element:
    """One thing that a profile says.

    kind: an `object` or a `list` holds others; a `value` is one field; a `record` has fields of its
    own in `values` and others below; `text` is a member of a list of names, `paragraph` and `items`
    are text blocks. `section` is the path of fields without positions, `pointer` the JSON Pointer.
    """

    kind: Kind
    key: str
    section: str
    pointer: str
    values: Plain = field(default_factory=dict)
    id: str = ""
    children: list[Element] = field(default_factory=list)
    parent: Element | None = None

    @property
    def text(self) -> str:
        """What it says itself, in one line; empty for what only holds others.

        A record without a name, such as the cell of a matrix, says all its values.
        """
        named = [self.values[name] for name in ("", *NAMES) if name in self.values]
        if named or self.kind != "record" or self.children:
            return str(named[0]) if named else ""
        return " | ".join(str(value) for value in self.values.values())

    @property
    def said(self) -> tuple[tuple[str, Any], ...]:
        """What it says itself, as it is compared."""
        return tuple(sorted(self.values.items()))

    def walk(self) -> Iterator[Element]:
        """This one and all below, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def add(self, child: Element) -> None:
        """Put an element below, at the end."""
        child.parent = self
        self.children.append(child)


def tree_of(profile: Profile) -> Element:
    """The tree of a profile."""
    plain = {key: value for key, value in encode(profile).items() if key not in _NOT_SAID}
    root = Element("object", "", "", "")
    _fill(root, plain)
    return root


def _fill(holder: Element, plain: Mapping[str, Any]) -> None:
    for key, value in plain.items():
        holder.add(_field(key, value, holder))


def _field(key: str, value: Any, holder: Element) -> Element:
    section, pointer = f"{holder.section}/{key}".lstrip("/"), f"{holder.pointer}/{key}"
    if isinstance(value, dict):
        found = Element("object", key, section, pointer)
        _fill(found, value)
    elif isinstance(value, list):
        found = Element("list", key, section, pointer)
        for number, member in enumerate(value):
            found.add(_member(member, section, f"{pointer}/{number}"))
    else:
        found = Element("value", key, section, pointer, {"": value})
    return found


def _member(member: Any, section: str, pointer: str) -> Element:
    if isinstance(member, str):
        return Element("text", "", section, pointer, {"": member})
    kind = member.get("type")
    if kind == "paragraph":
        return Element("paragraph", "", section, pointer, {"": member["text"]})
    if kind == "list":
        found = Element("items", "", section, pointer, {"ordered": member["ordered"]})
        for number, item in enumerate(member["items"]):
            found.add(Element("text", "", section, f"{pointer}/items/{number}", {"": item}))
        return found
    return _record(member, section, pointer)


def _record(plain: Plain, section: str, pointer: str) -> Element:
    """A record: its name, numbers and codes are its own, longer texts and lists stand below.

    What is told by its text alone (a source, a legitimation), and what has no name (the cell of a
    matrix), has all its fields of its own.
    """
    own: Plain = {}
    below: Plain = {}
    is_statement = isinstance(plain.get("text"), str) or not any(name in plain for name in NAMES)
    for key, value in plain.items():
        is_own = is_statement or key in (*NAMES, *_CODES) or isinstance(value, int)
        if key != "id":
            (own if is_own and not isinstance(value, list | dict) else below)[key] = value
    found = Element("record", "", section, pointer, own, plain.get("id", ""))
    _fill(found, below)
    return found


def plain_of(element: Element) -> Any:
    """What an element stands for, as plain JSON values without identifiers."""
    match element.kind:
        case "object":
            return {child.key: plain_of(child) for child in element.children}
        case "list":
            return [plain_of(child) for child in element.children]
        case "record":
            return element.values | {child.key: plain_of(child) for child in element.children}
        case "paragraph":
            return {"type": "paragraph", "text": element.values[""]}
        case "items":
            items = [plain_of(child) for child in element.children]
            return {"type": "list", **element.values, "items": items}
        case _:
            return element.values[""]


def words_below(element: Element) -> frozenset[str]:
    """All texts of an element and below it, folded: what makes it known under another name."""
    return frozenset(folded(part.text) for part in element.walk() if part.text)

"""The roles: their tables to nodes, named as in the overview of roles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline.core import heartbeat
from pipeline.core.text import fold
from pipeline.document.text import Text
from pipeline.interpret.bench import Bench, Value
from pipeline.interpret.outline import RolePart
from pipeline.interpret.pairs import leading_number
from pipeline.interpret.passages import joined_text
from pipeline.interpret.tree import Leaf, Node, labelled, leaf
from pipeline.interpret.values import structured
from pipeline.interpret.values.blocks import text_blocks

# Roles of the overview and of a heading are the same from this likeness on: endings
# and articles differ (`bewaker van de continuïteit`, `Bewaker continuïteit`).
_SAME_ROLE = 0.72
_LINKING = frozenset({"de", "het", "een", "van", "der", "den", "voor", "en"})


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A role as the overview names it, with its printed number and where that stood."""

    number: int | None
    name: Leaf
    marker: Text


def role_nodes(
    parts: list[RolePart],
    values: list[list[Value]],
    overview: list[NamedRole],
    occupation: Leaf | None,
    bench: Bench,
) -> list[Node]:
    """The roles in document order; those that only the overview names follow.

    A role without a heading in a document without an overview is named after
    the occupation.
    """
    left = list(overview)
    nodes: list[Node] = []
    for part, entries in zip(parts, values, strict=True):
        named = _in_overview(part, left)
        if named is not None:
            left.remove(named)
        if overview:
            _compare(part, named, overview.index(named) if named else -1, len(nodes), bench)
        node = _identity(part, named, occupation, bench)
        pointer = f"/roles/{len(nodes)}"
        for value in entries:
            heartbeat.beat()
            node.update(_entry(value, pointer, bench))
        nodes.append(node)
    for role in left:
        message = f"the overview names the role {role.name.value!r}, which has no table"
        bench.note("BCP411", message, role.name.text, f"/roles/{len(nodes)}")
        nodes.append({**_number(role.number, role.marker), "name": role.name})
    return nodes


def _compare(
    part: RolePart, named: NamedRole | None, listed: int, position: int, bench: Bench
) -> None:
    """Report where a role's table and the overview differ: in name, number or place."""
    pointer = f"/roles/{position}"
    if named is None:
        message = f"the role {part.name.chars!r} is not in the overview"
        bench.note("BCP411", message, part.heading, pointer)
        return
    name = str(named.name.value)
    if part.heading and _content_words(name) != _content_words(part.name.chars):
        message = f"the overview says {name!r}, the heading of the table {part.name.chars!r}"
        bench.note("BCP411", message, part.heading, f"{pointer}/name")
    if None not in (part.number, named.number) and part.number != named.number:
        message = f"{name!r} is number {named.number} in the overview, {part.number} at its table"
        bench.note("BCP411", message, part.heading, f"{pointer}/number")
    elif listed != position:
        message = f"{name!r} is role {listed + 1} of the overview, but has table {position + 1}"
        bench.note("BCP411", message, part.heading, pointer)


def _content_words(name: str) -> list[str]:
    """The words of a name without articles and `van`: `bewaker van de haven`, `Bewaker haven`."""
    return [word for word in fold(name, keep_suffix=True).split() if word not in _LINKING]


def _number(number: int | None, marker: Text) -> dict[str, Node]:
    if number is None:
        return {}
    return {"number": Leaf(number, marker, steps=("printed number",), verbatim=False)}


def _in_overview(part: RolePart, overview: list[NamedRole]) -> NamedRole | None:
    """The entry of the overview that a role's heading means: by likeness, else by number."""
    if not overview:
        return None
    if not part.heading:
        # The overview names the roles in the order of their tables.
        return overview[0]
    alike = max(overview, key=lambda role: _likeness(str(role.name.value), part.name.chars))
    if _likeness(str(alike.name.value), part.name.chars) >= _SAME_ROLE:
        return alike
    by_number = (r for r in overview if part.number is not None and r.number == part.number)
    return next(by_number, None)


def _likeness(first: str, second: str) -> float:
    a, b = fold(first), fold(second)
    if a and b and (a in b or b in a):
        return 1.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _identity(
    part: RolePart, named: NamedRole | None, occupation: Leaf | None, bench: Bench
) -> dict[str, Node]:
    """Number, name and heading of a role."""
    number, start = leading_number(part.heading.chars)
    marker = part.heading[:start]
    bench.claims.take(marker, "numbering")
    node = _number(part.number if part.number is not None else number, marker)
    if named is not None:
        node["name"] = labelled(named.name, part.heading)
    elif part.heading or occupation is None:
        node["name"] = leaf(part.name, part.heading.chars, ("role named by the heading",))
    else:
        step = "role without a heading: named after the occupation"
        node["name"] = replace(occupation, steps=(step,))
    if part.heading:
        node["heading"] = leaf(part.heading[start:])
    return node


def _entry(value: Value, pointer: str, bench: Bench) -> dict[str, Node]:
    """The fields that one labelled value of a role fills."""
    entry = value.entry
    if entry.match is None:
        bench.keep(value)
        return {}
    key = entry.field.removeprefix("role.")
    if not value.passages:
        bench.note_empty(entry.label, f"{pointer}/{key}")
        if key == "name":
            # The heading or the overview has named the role already.
            return {}
        return {key: "" if key == "responsibility" else []}
    found = _MAKERS[key](value, f"{pointer}/{key}", bench)
    return {name: labelled(node, entry.label) for name, node in found.items()}


def _description(value: Value, _pointer: str, _bench: Bench) -> dict[str, Node]:
    opening, rest = structured.role_text(value.passages)
    node: dict[str, Node] = {}
    if opening is not None:
        node["responsibility"] = leaf(opening.text, opening.raw, opening.steps)
    return {**node, "description": text_blocks(rest)}


def _responsibility(value: Value, _pointer: str, _bench: Bench) -> dict[str, Node]:
    return {"responsibility": leaf(joined_text(value.passages))}


def _consequence(value: Value, _pointer: str, _bench: Bench) -> dict[str, Node]:
    return {"consequence_of_error": text_blocks(value.passages)}


def _competencies(value: Value, pointer: str, bench: Bench) -> dict[str, Node]:
    nodes, strays, notes = structured.competencies(value.passages, bench.evidence, bench.claims)
    bench.note_all(notes, pointer)
    if strays and not nodes:
        bench.keep_part(value, strays, "no competency is named before these indicators")
        return {}
    if strays:
        bench.keep_part(value, strays, "text that is neither a competency nor an indicator")
    return {"competencies": nodes}


def _items(value: Value, pointer: str, bench: Bench) -> dict[str, Node]:
    nodes, strays, notes = structured.items(value.passages, bench.evidence, bench.claims)
    bench.note_all(notes, pointer)
    if strays:
        bench.keep_part(value, strays, "a line that leads in to items is no item")
    return {"knowledge_and_skills": nodes} if nodes or not strays else {}


def _name(value: Value, _pointer: str, _bench: Bench) -> dict[str, Node]:
    return {"name": leaf(joined_text(value.passages))}


_MAKERS: dict[str, Callable[[Value, str, Bench], dict[str, Node]]] = {
    "name": _name,
    "responsibility": _responsibility,
    "description": _description,
    "competencies": _competencies,
    "knowledge_and_skills": _items,
    "consequence_of_error": _consequence,
}

"""A family held against the model, the value kinds and itself, before any document is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin

from pipeline.core.text import fold
from pipeline.families.kinds import KINDS
from pipeline.families.model import DIMENSIONS, PROFILE, Family, Field, Node
from pipeline.families.sources import Source
from pipeline.profile.codec import field_types
from pipeline.profile.model import Profile

_PLACES = {"{n}", "{name}", "{occupation}", "{code}", "{mark}"}
_PLACE = re.compile(r"\{[^}]*\}")


def check_family(family: Family, source: Source) -> None:
    """Raise FamilyError for what does not hold; the first fault, in the order of the file."""
    sections = [section.id for section in family.sections]
    classes = _classes(family, source)
    for number, node in enumerate(family.nodes, 1):
        where = f"[[node]] number {number}"
        _check_choice(source, where, "section", node.section, sections)
        _check_openers(source, where, node)
        _check_text(source, where, node, classes[node.id])
        _check_text_field(family, source, where, node)
    _check_rivals(family, source)
    own = len(source.data.get("field", ()))
    for number, field in enumerate(family.fields, 1):
        # Those that are shared are tried by the families that come with the program.
        where = f"[[field]] number {number}" if number <= own else "shares"
        _check_choice(source, where, "section", field.section, sections)
        _check_choice(source, where, "node", field.node, family.scopes)
        _check_field(source, where, field, classes)
    for trend in family.trends:
        _check_choice(source, "[[trend]]", "dimension", trend.dimension, DIMENSIONS)
    _check_unique(source, "node", (node.id for node in family.nodes))
    _check_unique(source, "field", (field.id for field in family.fields))
    _check_unique(source, "dimension", (trend.dimension for trend in family.trends))
    _check_labels(family, source)


def _classes(family: Family, source: Source) -> dict[str, Any]:
    """The model class of the profile and of each node."""
    classes: dict[str, Any] = {PROFILE: Profile}
    left = list(enumerate(family.nodes, 1))
    while left:
        ready = [(n, node) for n, node in left if set(node.inside) <= classes.keys()]
        if not ready:
            number, node = left[0]
            where = f"[[node]] number {number}"
            known = sorted({PROFILE, *(other.id for other in family.nodes)} - {node.id})
            unknown = sorted(set(node.inside) - set(known)) or list(node.inside)
            message = f"'inside' names {unknown[0]!r}, which is no node that leads to the profile"
            source.refuse(where, message, f"use some of {known}")
        for number, node in ready:
            classes[node.id] = _class_of(source, f"[[node]] number {number}", node, classes)
        left = [pair for pair in left if pair not in ready]
    return classes


def _class_of(source: Source, where: str, node: Node, classes: dict[str, Any]) -> Any:
    if not node.inside:
        source.refuse(where, "'inside' is empty", f"name the nodes around it, or {PROFILE!r}")
    found = set()
    for parent in node.inside:
        known = field_types(classes[parent])
        nodes = sorted(name for name, hint in known.items() if _member(hint) is not None)
        if node.path not in nodes:
            message = (
                f"the model has no list of nodes {node.path!r} in {classes[parent].__name__}"
                f" ({parent!r})"
            )
            remedy = f"use one of {nodes}, or add the node's class to pipeline/profile/model.py"
            source.refuse(where, message, remedy)
        found.add(_member(known[node.path]))
    if len(found) > 1:
        names = sorted(cls.__name__ for cls in found)
        source.refuse(where, f"the model has other classes for it: {names}", "make two nodes of it")
    return found.pop()


def _member(hint: Any) -> Any:
    """The class of the nodes that a list holds; None for what holds none."""
    if get_origin(hint) is not tuple:
        return None
    cls = get_args(hint)[0]
    is_node = is_dataclass(cls) and {"id", "name"} <= {f.name for f in fields(cls)}
    return cls if is_node else None


def _check_openers(source: Source, where: str, node: Node) -> None:
    for opener in (*node.openers, *node.plain_openers):
        places = _PLACE.findall(opener)
        if unknown := sorted(set(places) - _PLACES):
            message = f"the opener {opener!r} has the place {unknown[0]}"
            source.refuse(where, message, f"use some of {sorted(_PLACES)}")
        if places.count("{name}") != 1 or len(places) != len(set(places)):
            message = f"the opener {opener!r} must hold {{name}} once, and no place twice"
            source.refuse(where, message, "correct it")
        _check_codes(source, where, node, opener)
    for opener in node.openers:
        tells = ("{mark}" in opener, "{occupation}" in opener, re.search(r"\w", _words(opener)))
        if not any(tells):
            message = f"the opener {opener!r} has no word of its own"
            source.refuse(where, message, "put it under 'plain_openers'")
    for shape in (*node.marks, *node.numbers):
        if set(_PLACE.findall(shape)) - {"{n}", "{letter}"}:
            message = f"the code {shape!r} has a place that is none of a code"
            source.refuse(where, message, "use {n} or {letter}")


def _check_codes(source: Source, where: str, node: Node, opener: str) -> None:
    if "{mark}" in opener and not node.marks:
        message = f"the opener {opener!r} asks for a mark"
        source.refuse(where, message, "say in 'marks' what it looks like")
    if "{code}" in opener and not (node.marks or node.numbers):
        message = f"the opener {opener!r} asks for a code"
        source.refuse(where, message, "say in 'marks' or 'numbers' what it looks like")


def _words(opener: str) -> str:
    return _PLACE.sub("", opener)


def _check_text(source: Source, where: str, node: Node, cls: Any) -> None:
    if node.text and not KINDS["prose"].fits(field_types(cls).get(node.text)):
        names = sorted(k for k, hint in field_types(cls).items() if KINDS["prose"].fits(hint))
        message = f"'text' names {node.text!r}, which is no text blocks of {cls.__name__}"
        source.refuse(where, message, f"use one of {names}")


def _check_text_field(family: Family, source: Source, where: str, node: Node) -> None:
    if node.text and not any(f.node == node.id and f.path == node.text for f in family.fields):
        message = f"'text' names {node.text!r}, for which the node has no field"
        source.refuse(where, message, f"add [[field]] with node {node.id!r} and that path")


def _check_rivals(family: Family, source: Source) -> None:
    """No heading may open two nodes: an opener or a mark has one owner where both may stand."""
    taken: dict[tuple[str, str], str] = {}
    for number, node in enumerate(family.nodes, 1):
        for place, opener in _claimed(node):
            earlier = taken.setdefault((place, fold(opener)), node.id)
            if earlier != node.id:
                message = f"{opener!r} opens {node.id!r} and {earlier!r}"
                remedy = "leave it with the one that it opens, or put another word in"
                source.refuse(f"[[node]] number {number}", message, remedy)


def _claimed(node: Node) -> Iterator[tuple[str, str]]:
    """(where, opener or mark) of all headings that a node claims."""
    for opener in node.openers:
        if "{mark}" not in opener:
            yield "", opener
        for mark in node.marks if "{mark}" in opener else ():
            yield "", opener.replace("{mark}", mark)
    for parent in node.inside:
        for opener in node.plain_openers:
            for number in node.numbers or ("",):
                yield f"{node.section} {parent}", opener.replace("{code}", number)


def _check_field(source: Source, where: str, field: Field, classes: dict[str, Any]) -> None:
    """The path exists, and the kind fits the type of what stands there."""
    _check_choice(source, where, "kind", field.kind, KINDS)
    if not field.labels:
        source.refuse(where, f"the field {field.id!r} has no labels", "list at least one")
    hint: Any = classes[field.node]
    for step in field.path.split("."):
        if get_origin(hint) is tuple:
            # `legitimations.date`: of the last record of the list.
            hint = get_args(hint)[0]
        known = field_types(hint) if isinstance(hint, type) and is_dataclass(hint) else {}
        if step not in known:
            holder = getattr(hint, "__name__", str(hint))
            message = f"the model has no {step!r} in {holder} (path {field.path!r})"
            names = sorted(known) or "no path: it ends here"
            source.refuse(where, message, f"use one of {names}, or add it to the model")
        hint = known[step]
    kind = KINDS[field.kind]
    if not kind.fits(hint):
        fitting = sorted(other.name for other in KINDS.values() if other.fits(hint))
        message = f"the kind {field.kind!r} gives {kind.type_in_words}; {field.path!r} is no such"
        source.refuse(where, message, f"use one of the kinds {fitting}")
    _check_sets(source, where, field, hint)


def _check_sets(source: Source, where: str, field: Field, hint: Any) -> None:
    members = get_args(hint) if get_origin(hint) is tuple else ()
    known = fields(members[0]) if members and is_dataclass(members[0]) else ()
    by_name = {f.name: f for f in known}
    for key, value in field.sets:
        if key not in by_name:
            message = f"'sets' names {key!r}, which the records of {field.path!r} do not have"
            source.refuse(where, message, f"use some of {sorted(by_name)}")
        choices = by_name[key].metadata.get("choices", ())
        if choices and value not in choices:
            source.refuse(where, f"{value!r} is no value of {key!r}", f"use one of {choices}")


def _check_choice(
    source: Source, where: str, what: str, value: str, choices: Iterable[str]
) -> None:
    if value not in choices:
        source.refuse(where, f"{what} {value!r} is unknown", f"use one of {sorted(choices)}")


def _check_unique(source: Source, what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for number, identifier in enumerate(ids, 1):
        if identifier in seen:
            message = f"{what} {identifier!r} occurs twice"
            source.refuse(f"[[{what}]] number {number}", message, "put the two together")
        seen.add(identifier)


def _check_labels(family: Family, source: Source) -> None:
    """One label, one meaning: within a section two owners may not claim the same folded label."""
    for node in family.scopes:
        own = [field for field in family.fields if field.node == node]
        # Fields of two sections may share a label: then its place decides.
        for section in dict.fromkeys(field.section for field in own):
            owners = [(f.id, f.labels) for f in own if f.section == section]
            owners.append(("[foreign]", family.foreign))
            _check_owners(source, f"node {node!r}, section {section!r}", owners)
    _check_owners(source, "sections", [(s.id, s.labels) for s in family.sections])
    _check_owners(source, "trends", [(t.dimension, t.labels) for t in family.trends])


def _check_owners(source: Source, what: str, owners: list[tuple[str, tuple[str, ...]]]) -> None:
    claimed: dict[str, str] = {}
    for owner, labels in owners:
        for label in labels:
            earlier = claimed.setdefault(fold(label, keep_suffix=True), owner)
            if earlier != owner:
                message = f"in {what} the label {label!r} is of {earlier!r} and of {owner!r}"
                source.refuse(f'"{label}"', message, "leave it with one of them")

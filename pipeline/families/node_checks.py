"""The nodes of a family held against the model and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin

from pipeline.core.text import fold
from pipeline.families.kinds import KINDS
from pipeline.families.model import PROFILE, Family, Node
from pipeline.families.sources import Whole
from pipeline.profile.codec import field_types, required_lists
from pipeline.profile.model import Profile

_MODEL = "pipeline/profile/model.py"
_PLACES = {"{n}", "{name}", "{occupation}", "{code}", "{mark}"}
_PLACES_OF_CODES = {"{n}", "{letter}"}
_PLACE = re.compile(r"\{[^}]*\}")
_SIGNS = re.compile(r"[^\w{}]+")
_NUMBER = re.compile(r"^\{n\}\W*(?=\w|\{)")
# What the walk fills of each node.
_GIVEN = {"id", "name"}


def node_classes(family: Family, wholes: Sequence[Whole]) -> dict[str, Any]:
    """The model class of the profile and of each node. Raises FamilyError where one has none."""
    classes: dict[str, Any] = {PROFILE: Profile}
    left = list(zip(family.nodes, wholes, strict=True))
    while left:
        ready = [(node, whole) for node, whole in left if set(node.inside) <= classes.keys()]
        if not ready:
            _refuse_inside(family, *left[0])
        for node, whole in ready:
            classes[node.id] = _class_of(node, whole, classes)
        left = [pair for pair in left if pair not in ready]
    return classes


def _refuse_inside(family: Family, node: Node, whole: Whole) -> None:
    known = sorted({PROFILE, *(other.id for other in family.nodes)} - {node.id})
    unknown = sorted(set(node.inside) - set(known)) or list(node.inside)
    message = f"'inside' names {unknown[0]!r}, which is no node that leads to the profile"
    whole.refuse(message, f"use some of {known}", "inside", unknown[0])


def _class_of(node: Node, whole: Whole, classes: dict[str, Any]) -> Any:
    if not node.inside:
        remedy = f"name the nodes around it, or {PROFILE!r}"
        whole.refuse("'inside' is empty", remedy, "inside")
    found = set()
    for parent in node.inside:
        holder = classes[parent]
        known = field_types(holder)
        if node.path not in known or _member(known[node.path]) is None:
            nodes = sorted(name for name, hint in known.items() if _member(hint) is not None)
            message = f"the model has no list of nodes {node.path!r} in {holder.__name__}"
            if node.path in known:
                remedy = (
                    f"use one of {nodes}, or make {node.path!r} a tuple of a dataclass with 'id' "
                    f"and 'name' in {_MODEL}"
                )
            else:
                remedy = (
                    f"use one of {nodes}, or add the node's dataclass, with 'id' and 'name', to "
                    f"{_MODEL} and a list {node.path!r} of it to {holder.__name__}"
                )
            whole.refuse(f"{message} ({parent!r})", remedy, "path")
        _check_singular(whole, holder)
        found.add(_member(known[node.path]))
    if len(found) > 1:
        names = sorted(cls.__name__ for cls in found)
        message = f"the model has other classes for it: {names}"
        whole.refuse(message, "make a node of each", "inside")
    cls = found.pop()
    _check_required(whole, cls)
    _check_singular(whole, cls)
    return cls


def _member(hint: Any) -> Any:
    """The class of the nodes that a list holds; None for what holds none."""
    if get_origin(hint) is not tuple:
        return None
    cls: Any = get_args(hint)[0]
    is_model = isinstance(cls, type) and is_dataclass(cls)
    return cls if is_model and field_types(cls).keys() >= _GIVEN else None


def _check_required(whole: Whole, cls: Any) -> None:
    """A document need not print more than the name of a node."""
    required = {f.name for f in fields(cls) if f.metadata.get("required")}
    if more := sorted(required - _GIVEN - set(required_lists(cls))):
        message = f"{cls.__name__} requires {more[0]!r}, which a document may lack"
        whole.refuse(message, f"make it optional in {_MODEL}", "path")


def _check_singular(whole: Whole, cls: Any) -> None:
    """The members of a list need a word for one of them, or no XML could be written."""
    known = field_types(cls)
    for field in fields(cls):
        hint = known[field.name]
        is_list = get_origin(hint) is tuple and not KINDS["prose"].fits(hint)
        if is_list and not field.metadata.get("singular"):
            message = f"the list {field.name!r} of {cls.__name__} has no word for one member"
            whole.refuse(message, f"add 'singular' to it in {_MODEL}", "path")


def check_nodes(family: Family, wholes: Sequence[Whole], classes: dict[str, Any]) -> None:
    """Raise FamilyError for a node that nothing opens, or whose openers say nothing."""
    for node, whole in zip(family.nodes, wholes, strict=True):
        for key, openers in (("openers", node.openers), ("plain_openers", node.plain_openers)):
            for opener in openers:
                _check_opener(whole, node, key, opener)
        for key, shapes in (("marks", node.marks), ("numbers", node.numbers)):
            for shape in shapes:
                _check_shape_of_code(whole, key, shape)
        _check_has_code(whole, node, classes[node.id])
        _check_opens(family, node, whole)
        _check_text(family, node, whole, classes[node.id])
    _check_rivals(family, wholes)


def _check_opener(whole: Whole, node: Node, key: str, opener: str) -> None:
    places = _PLACE.findall(opener)
    if unknown := sorted(set(places) - _PLACES):
        message = f"the opener {opener!r} has the place {unknown[0]}"
        whole.refuse(message, f"use some of {sorted(_PLACES)}", key, opener)
    if places.count("{name}") != 1 or len(places) != len(set(places)):
        message = f"the opener {opener!r} must hold {{name}} once, and no place twice"
        whole.refuse(message, "say where the name of the node stands", key, opener)
    if "{mark}" in places and not node.marks:
        message = f"the opener {opener!r} asks for a mark"
        whole.refuse(message, "say in 'marks' what it looks like", key, opener)
    if "{code}" in places and not (node.marks or node.numbers):
        message = f"the opener {opener!r} asks for a code"
        whole.refuse(message, "say in 'marks' or 'numbers' what it looks like", key, opener)
    says = "{mark}" in places or re.search(r"\w", _words(opener))
    if key == "openers" and not says:
        message = f"the opener {opener!r} has no word of its own: any heading would open the node"
        whole.refuse(message, "put it under 'plain_openers'", key, opener)


def _check_shape_of_code(whole: Whole, key: str, shape: str) -> None:
    places = set(_PLACE.findall(shape))
    if not places or places - _PLACES_OF_CODES:
        message = f"the code {shape!r} must have places of a code, and no others"
        whole.refuse(message, f"use some of {sorted(_PLACES_OF_CODES)}", key, shape)
    if key == "marks" and not re.search(r"\w", _words(shape)):
        message = f"the mark {shape!r} has no letter of its own: any number would open the node"
        whole.refuse(message, "put it under 'numbers'", key, shape)


def _check_has_code(whole: Whole, node: Node, cls: Any) -> None:
    """A code that is printed needs a field, or it would be lost; a mere number needs none."""
    known = field_types(cls)
    if "code" in known:
        return
    for key, shapes in (("marks", node.marks), ("numbers", node.numbers)):
        for shape in shapes:
            if "number" not in known or shape.rpartition(".")[2] != "{n}":
                message = f"the model has no 'code' in {cls.__name__} that could keep {shape!r}"
                remedy = f"add 'code', a text that may be missing, to {cls.__name__} in {_MODEL}"
                whole.refuse(message, remedy, key, shape)


def _words(opener: str) -> str:
    return _PLACE.sub("", opener)


def _check_opens(family: Family, node: Node, whole: Whole) -> None:
    """A node that nothing opens would never be found, and its text stand elsewhere."""
    named = any(f.node == node.id and f.path == "name" for f in family.fields)
    listed = any(
        f.kind == "overview" and f.node in node.inside and f.path == node.path
        for f in family.fields
    )
    if not (node.openers or node.plain_openers or node.marks or named or listed):
        whole.refuse(f"nothing opens {node.id!r}", "say in 'openers' what its headings look like")


def _check_text(family: Family, node: Node, whole: Whole, cls: Any) -> None:
    if not node.text:
        return
    if not KINDS["prose"].fits(field_types(cls).get(node.text)):
        names = sorted(k for k, hint in field_types(cls).items() if KINDS["prose"].fits(hint))
        message = f"'text' names {node.text!r}, which is no text blocks of {cls.__name__}"
        whole.refuse(message, f"use one of {names}", "text")
    if not any(f.node == node.id and f.path == node.text for f in family.fields):
        message = f"'text' names {node.text!r}, for which the node has no field"
        whole.refuse(message, f"add [[field]] with node {node.id!r} and that path", "text")


def _check_rivals(family: Family, wholes: Sequence[Whole]) -> None:
    """No heading may open two nodes: an opener or a mark has one owner where both may stand."""
    taken: dict[tuple[str, str], str] = {}
    for node, whole in zip(family.nodes, wholes, strict=True):
        for key, place, written, heading in _claimed(node):
            earlier = taken.setdefault((place, _read(heading)), node.id)
            if earlier != node.id:
                message = f"{written!r} opens {node.id!r} and {earlier!r}"
                remedy = "leave it with the one that it opens, or put another word in"
                whole.refuse(message, remedy, key, written)


def _claimed(node: Node) -> Iterator[tuple[str, str, str, str]]:
    """(key, where, as written, as printed) of all headings that a node claims."""
    for mark in node.marks:
        yield "marks", "", mark, mark
    for opener in node.openers:
        for printed in _printed(node, opener):
            yield "openers", "", opener, printed
    for parent in node.inside:
        for opener in node.plain_openers:
            for printed in _printed(node, opener):
                yield "plain_openers", f"{node.section} {parent}", opener, printed


def _printed(node: Node, opener: str) -> Iterator[str]:
    """An opener with each shape of the code that it asks for."""
    place = next((place for place in ("{mark}", "{code}") if place in opener), "")
    shapes = node.marks if place == "{mark}" else (*node.marks, *node.numbers)
    yield from (opener.replace(place, shape) for shape in shapes) if place else (opener,)


def _read(heading: str) -> str:
    """A heading without what does not count when it is read: signs, case, a number before it."""
    return " ".join(_SIGNS.sub(" ", fold(_NUMBER.sub("", heading))).split())

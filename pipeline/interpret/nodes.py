"""The nodes of an outline to records: their code and name, their labels, the nodes in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from pipeline.core.text import fold
from pipeline.document.text import Text, join
from pipeline.interpret.bench import Bench, Value
from pipeline.interpret.filling import Filling, ordered
from pipeline.interpret.headings import leading_number
from pipeline.interpret.makers import fill
from pipeline.interpret.outline import Part
from pipeline.interpret.overview import (
    Named,
    content_words,
    find,
    with_others,
    without_overview,
)
from pipeline.interpret.tree import Leaf, Node, labelled, leaf
from pipeline.profile.codec import field_types, required_lists

Values = dict[int, list[Value]]
"""The values of each node, by the identity of its part."""


def add_nodes(filling: Filling, parts: list[Part], listed: list[Named], values: Values) -> None:
    """Add the nodes inside a record: those that are described, then those only listed."""
    described, titles = without_overview(parts, filling.bench.claims)
    listed = with_others(with_others(listed, filling.listed), titles)
    paths = dict.fromkeys(
        [*(p.node.path for p in described if p.node), *(named.node.path for named in listed)]
    )
    for path in paths:
        hint = field_types(filling.cls)[path]
        cls = get_args(hint)[0]
        members = [p for p in described if p.node is not None and p.node.path == path]
        named = [n for n in listed if n.node.path == path]
        before = len(filling.tree.get(path, ()))
        pointer = f"{filling.pointer}/{path}"
        made = _Siblings(filling, cls, pointer, before, values).made(members, named)
        filling.tree[path] = [*filling.tree.get(path, ()), *made]


@dataclass(frozen=True, slots=True)
class _Siblings:
    """The nodes of one list, which stand inside the record `around`; `before` are there already."""

    around: Filling
    cls: type
    pointer: str
    before: int
    values: Values

    @property
    def bench(self) -> Bench:
        """What all builders of the profile share."""
        return self.around.bench

    def made(self, parts: list[Part], listed: list[Named]) -> list[Node]:
        """The records, in document order; those that only the overview names follow."""
        left = list(listed)
        nodes: list[Node] = []
        for part in parts:
            named = find(part, left, by_order="heading" in field_types(self.cls))
            if named is not None:
                left.remove(named)
            pointer = f"{self.pointer}/{self.before + len(nodes)}"
            if listed:
                place = listed.index(named) if named else -1
                for message, below in _differences(part, named, place, len(nodes)):
                    self.bench.note("BCP411", message, part.heading, pointer + below)
            nodes.append(self._node(part, named, pointer))
        for named in left:
            pointer = f"{self.pointer}/{self.before + len(nodes)}"
            # A node that consists of others by their names alone is described by that.
            if parts or "heading" in field_types(self.cls):
                message = f"the overview names {named.name.chars!r}, which is described nowhere"
                self.bench.note("BCP411", message, named.name, pointer)
            nodes.append(self._listed(named, pointer))
        return nodes

    def _node(self, part: Part, named: Named | None, pointer: str) -> Node:
        assert part.node is not None
        values = self.values[id(part)]
        filling = Filling(self.bench, self.cls, part.scope, pointer, values)
        filling.tree.update(self._identity(part, named))
        for value in values:
            fill(filling, value)
        inside = list(named.inside) if named else []
        add_nodes(filling, part.parts, inside, self.values)
        for key in required_lists(self.cls):
            # A competency of which only the name is printed has no indicators.
            filling.tree.setdefault(key, [])
        return ordered(filling.tree, self.cls)

    def _listed(self, named: Named, pointer: str) -> Node:
        filling = Filling(self.bench, self.cls, named.node.id, pointer, [])
        filling.tree["name"] = leaf(named.name, named.raw, named.steps)
        filling.tree.update(self._code(named.code, named.marker or named.code))
        add_nodes(filling, [], list(named.inside), self.values)
        return ordered(filling.tree, self.cls)

    def _code(self, code: Text, marker: Text) -> dict[str, Node]:
        """The printed code, as the model has it: a text, a number, or mere numbering."""
        known = field_types(self.cls)
        if "code" in known and code:
            return {"code": leaf(code, marker.chars)}
        if "number" in known and code and _last(code.chars).isdigit():
            self.bench.claims.take(marker, "numbering")
            number = int(_last(code.chars))
            return {"number": Leaf(number, marker, steps=("printed number",), verbatim=False)}
        self.bench.claims.take(marker, "numbering")
        return {}

    def _identity(self, part: Part, named: Named | None) -> dict[str, Node]:
        """Code, name and heading of a node."""
        if "heading" in field_types(self.cls):
            return self._headed(part, named)
        self.bench.claims.take(_without(part.heading, part.code, part.name), "headings")
        node = self._code(part.code, part.code)
        name = part.name or (named.name if named else Text())
        if name:
            step = "named by the heading" if part.heading else "named by the overview"
            return {**node, "name": leaf(name, part.heading.chars, (step,))}
        return {**node, **self._after_occupation()}

    def _headed(self, part: Part, named: Named | None) -> dict[str, Node]:
        """A node whose heading is kept, and whose name is that of the overview."""
        _, start = leading_number(part.heading.chars)
        marker = part.heading[:start]
        self.bench.claims.take(marker, "numbering")
        node = self._code(part.code, marker)
        if named is not None:
            name = leaf(named.name, named.raw, named.steps)
            node["name"] = labelled(name, part.heading)
        elif part.heading:
            step = f"{part.scope.replace('_', ' ')} named by the heading"
            node["name"] = leaf(part.name, part.heading.chars, (step,))
        else:
            node.update(self._after_occupation())
        if part.heading:
            node["heading"] = leaf(part.heading[start:])
        return node

    def _after_occupation(self) -> dict[str, Node]:
        """The name of a node without a heading, in a document that lists none."""
        occupation = self.around.name
        if occupation is None:
            return {"name": leaf(Text())}
        step = "without a heading: named after what it stands in"
        return {"name": replace(occupation, steps=(step,))}


def _differences(
    part: Part, named: Named | None, listed: int, position: int
) -> Iterator[tuple[str, str]]:
    """Where a node and the overview differ: in name, code or place; each with where it is said."""
    if named is None:
        yield f"{part.name.chars!r} is not in the overview", ""
        return
    name, own = named.name.chars, part.name.chars
    codes = named.code.chars, part.code.chars
    if part.heading and content_words(name) != content_words(own):
        yield f"the overview says {name!r}, the heading {own!r}", "/name"
    if all(codes) and _last(codes[0]) != _last(codes[1]):
        yield f"{name!r} is {codes[0]} in the overview, {codes[1]} where it is described", ""
    elif listed != position:
        place = f"number {listed + 1} of the overview, described as {position + 1}"
        yield f"{name!r} is {place}", ""


def _last(code: str) -> str:
    return fold(code.rsplit(".", 1)[-1])


def _without(heading: Text, *taken: Text) -> Text:
    """What a heading says besides its code and name (`Kerntaak`, a colon)."""
    known = {origin for text in taken for origin in text.visible_origins()}
    kept = [n for n, origin in enumerate(heading.origins) if origin not in known]
    return join((heading[n : n + 1] for n in kept), "")

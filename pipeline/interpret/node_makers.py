"""How nodes and what is in them fill their field: overviews, competencies, items, statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from pipeline.document.text import Text
from pipeline.families.model import Field
from pipeline.interpret.bench import Value
from pipeline.interpret.filling import Filling, ordered
from pipeline.interpret.head_rows import without_head_row
from pipeline.interpret.headings import code_and_name
from pipeline.interpret.outline import Entry
from pipeline.interpret.overview import Named
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Node, leaf
from pipeline.interpret.values import lists
from pipeline.interpret.values.competencies import competencies as named_ones
from pipeline.interpret.values.items import items as things
from pipeline.interpret.values.matrix import cells_of
from pipeline.interpret.values.records import records
from pipeline.interpret.values.statements import behind_them
from pipeline.interpret.values.statements import statements as sentences
from pipeline.labels.matcher import LabelMatch, is_certain
from pipeline.profile.codec import field_types, required_lists

Fill = Callable[[Filling, Value], None]
"""Sets what a labelled value says in a record."""

# Any words may be the name of a competency.
_NO_NAMES: Callable[[str], object] = dict[str, object]().get


def overview(filling: Filling, value: Value, own: Field) -> None:
    """Names of the nodes in this record: kept to be held against the nodes themselves."""
    bench = filling.bench
    node = next(n for n in bench.family.inside(filling.scope) if n.path == own.path)
    filling.tree.setdefault(own.path, [])
    for passage in value.passages:
        titles = [o for o in bench.matcher.openings(passage.chars) if o.node is node]
        if titles and node.marks + node.numbers:
            code, title = code_and_name(passage.text, titles[0])
            filling.listed.append(Named(node, code, title, passage.raw))
        else:
            for number, name, marker in lists.role_names([passage], bench.claims):
                digits = _digits_of(marker) if number is not None else Text()
                named = Named(node, digits, name.text, name.raw, name.steps, marker)
                filling.listed.append(named)
        bench.claims.take(passage.text, f"overview of {own.path}")


def _digits_of(marker: Text) -> Text:
    digits = [n for n, char in enumerate(marker.chars) if char.isdigit()]
    return marker[digits[0] : digits[-1] + 1] if digits else Text()


def competencies(filling: Filling, value: Value, own: Field) -> None:
    """Names, each with its indicators."""
    bench = filling.bench
    pointer = filling.pointer_of(own.path)

    def label(chars: str) -> bool:
        match = bench.matcher.match(chars, filling.scope)
        return match is not None and match.field is own

    passages = without_head_row(value.passages, bench, label=label, names=_NO_NAMES)
    nodes, strays, notes = named_ones(passages, bench.evidence, bench.claims, bench.naming_habit)
    bench.note_all(notes, pointer)
    if strays and not nodes:
        bench.keep_part(value, strays, "no competency is named before these indicators")
        return
    if strays:
        bench.keep_part(value, strays, "text that is neither a competency nor an indicator")
    filling.put(own.path, nodes, value.entry.label)


def competency_names(fill: Fill, filling: Filling, value: Value, own: Field) -> None:
    """The names of competencies, alone or above lines that label what is said of each."""
    if found := _labelled_records(fill, filling, value, own):
        filling.add(own.path, found, value.entry.label)
        return
    names = [
        name for passage in value.passages for name in behind_them(passage, filling.bench.claims)
    ]
    names = [_with_code(filling, own, name) for name in names]
    filling.add(own.path, names, value.entry.label)


def _labelled_records(fill: Fill, filling: Filling, value: Value, own: Field) -> list[Node]:
    """Records of the node that a field names, one below the other in its value."""
    bench = filling.bench
    node = next((n for n in bench.family.inside(filling.scope) if n.path == own.path), None)
    if node is None:
        return []

    def labelled(chars: str) -> tuple[LabelMatch, int] | None:
        whole = bench.matcher.match(chars, node.id)
        found = (whole, len(chars)) if whole else bench.matcher.match_label_prefix(chars, node.id)
        wanted = found is not None and is_certain(found[0]) and found[0].field.node == node.id
        return found if wanted and found is not None and found[0].field.path != "name" else None

    made: list[Node] = []
    cls = get_args(field_types(filling.cls)[own.path])[0]
    for n, (name, fields) in enumerate(records(value.passages, labelled)):
        pointer = f"{filling.pointer_of(own.path)}/{n}"
        inner = Filling(bench, cls, node.id, pointer, [])
        inner.tree.update(_with_code(filling, own, {"name": leaf(name.text)}))
        for match, part in fields:
            label = part.title.text if part.title is not None else Text()
            bench.claims.take(label, "labels")
            fill(inner, Value(Entry(label, match), part.passages))
        for key in required_lists(cls):
            inner.tree.setdefault(key, [])
        made.append(ordered(inner.tree, cls))
    return made


def _with_code(filling: Filling, own: Field, node: dict[str, Node]) -> dict[str, Node]:
    """A node that is only named, its printed code apart (`K Vakdeskundigheid toepassen`)."""
    name = node["name"]
    kinds = [n for n in filling.bench.family.inside(filling.scope) if n.path == own.path]
    for opening in filling.bench.matcher.openings(name.text.chars) if kinds else ():
        if opening.node in kinds and opening.code[1]:
            code, rest = name.text[slice(*opening.code)], name.text[slice(*opening.name)]
            return {"code": leaf(code, name.raw), **node, "name": leaf(rest, name.raw)}
    return node


def items(filling: Filling, value: Value, own: Field) -> None:
    """Things to know and to be able to do."""
    bench = filling.bench
    nodes, strays, notes = things(value.passages, bench.evidence, bench.claims)
    bench.note_all(notes, filling.pointer_of(own.path))
    if strays:
        bench.keep_part(value, strays, "a line that leads in to items is no item")
    if nodes or not strays:
        filling.put(own.path, nodes, value.entry.label)


def statements(filling: Filling, value: Value, own: Field) -> None:
    """Sentences one by one; a closing line may name the competencies behind them."""

    def is_part(passage: Passage) -> bool:
        # `gericht op het proces` names a part of the field.
        match = filling.bench.matcher.match(passage.chars, filling.scope)
        return match is not None and match.field.path == own.path and not match.is_inferred

    found = sentences(value.passages, is_part, filling.bench.claims)
    filling.add(own.path, found.nodes, value.entry.label)
    if not found.competencies:
        return
    if filling.has("competencies"):
        filling.add("competencies", found.competencies, value.entry.label)
    else:
        filling.bench.keep_part(value, found.closing, "competencies that have no place here")


def matrix(filling: Filling, value: Value, own: Field) -> None:
    """The filled cells of a table, each with its row and column."""
    cells, legend = cells_of(value.entry.cells, filling.bench.claims)
    for text in legend:
        filling.bench.claims.take(text, "legend")
    filling.add(own.path, cells, value.entry.label)

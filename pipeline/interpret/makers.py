"""How each kind of value is read: a labelled value fills the field of its record.

`pipeline.families.kinds` says what a kind is; here stands for each what its passages become. A
label that no family knows, and what a kind has no place for, ends in `unplaced`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from pipeline.core import heartbeat
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Field
from pipeline.interpret.bench import Value, shown
from pipeline.interpret.filling import Filling, ordered
from pipeline.interpret.forms import has_few_words
from pipeline.interpret.notes import Note
from pipeline.interpret.outline import Entry
from pipeline.interpret.overview import Named
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.tree import Leaf, Node, labelled, leaf
from pipeline.interpret.trends import developments, is_trend_row, trend_row
from pipeline.interpret.values import descriptions, facts, lists, sub_headings
from pipeline.interpret.values.blocks import text_blocks
from pipeline.interpret.values.competencies import competencies
from pipeline.interpret.values.items import items
from pipeline.interpret.values.legitimations import legitimations
from pipeline.interpret.values.matrix import cells_of
from pipeline.interpret.values.records import records
from pipeline.interpret.values.source_tables import from_table, tables_in
from pipeline.interpret.values.statements import behind_them, statements
from pipeline.labels.matcher import LabelMatch, is_certain
from pipeline.profile.codec import field_types, required_lists

_TRENDS = "developments"
# `Competentie | Gedragsindicatoren`: the cells of a head row.
_HEADS = 2


def fill(filling: Filling, value: Value) -> None:
    """Set what a labelled value says; a label that no family knows is kept."""
    heartbeat.beat()
    bench = filling.bench
    match = value.entry.match
    if match is None:
        path = _path_of(filling, _TRENDS)
        if path and is_trend_row(value, filling.values, bench.matcher):
            trend_row(filling, value, path)
        else:
            bench.keep(value)
        return
    own = match.field
    if value.passages or value.entry.takes_tables:
        MAKERS[own.kind](filling, value, own)
    elif _is_filled_otherwise(filling, own):
        bench.claims.take(value.entry.label, "headings")
    else:
        _empty(filling, value, own)


def _path_of(filling: Filling, kind: str) -> str:
    fields = filling.bench.family.fields
    return next((f.path for f in fields if f.node == filling.scope and f.kind == kind), "")


def _is_filled_otherwise(filling: Filling, own: Field) -> bool:
    if own.kind == _TRENDS:
        matcher = filling.bench.matcher
        return any(is_trend_row(value, filling.values, matcher) for value in filling.values)
    return filling.is_filled_otherwise(own)


def _empty(filling: Filling, value: Value, own: Field) -> None:
    """A label that is printed without a value."""
    label = value.entry.label
    if own.path == "name" and filling.scope != PROFILE:
        # The heading or the overview has named the node already.
        filling.bench.note_empty(label, filling.pointer_of(own.path))
    elif own.sets:
        filling.bench.note_empty(label, filling.pointer_of(own.path))
        filling.add(own.path, [{"text": leaf(Text()), **_said_by(own, label)}], label)
    elif own.kind == "overview" and filling.scope == PROFILE:
        filling.bench.note_empty(label)
        filling.tree.setdefault(own.path, [])
    else:
        filling.bench.note_empty(label, filling.pointer_of(own.path))
        if own.kind not in ("decided_on", "decided_at"):
            filling.put(own.path, _copy(own.value.empty), label)


def _copy(empty: object) -> object:
    """An empty value of its own: it may be added to."""
    return type(empty)(empty) if isinstance(empty, list | dict) else empty


def _said_by(own: Field, label: Text) -> dict[str, Leaf]:
    """What a label says besides."""
    step = f"said by the label {label.collapse().chars!r}"
    return {
        key: Leaf(value, label.collapse(), steps=(step,), verbatim=False) for key, value in own.sets
    }


# Single facts.


def set_name(filling: Filling, text: Text, label: Text) -> None:
    """The name of the profile, with the level and the short name that its cell may hold."""
    bench = filling.bench
    found = facts.name_cell(text, bench.claims)
    for key, node in found.fields.items():
        if key not in filling.tree:
            filling.put(key, node, label)
    if found.no_level:
        message = f"no single level in {found.no_level.chars.strip()!r}"
        bench.note("BCP305", message, found.no_level, filling.pointer_of("nlqf_level"))
        bench.keep_silently(Value(Entry(label, None), [Passage(found.no_level.strip())]))


def _name_cell(filling: Filling, value: Value, _own: Field) -> None:
    set_name(filling, joined_text(value.passages), value.entry.label)


def _text(filling: Filling, value: Value, own: Field) -> None:
    """One line, taken whole."""
    filling.put(own.path, leaf(joined_text(value.passages)), value.entry.label)


def _version(filling: Filling, value: Value, own: Field) -> None:
    found = facts.version(joined_text(value.passages), filling.bench.claims)
    filling.put(own.path, found, value.entry.label)


def _date(filling: Filling, value: Value, own: Field) -> None:
    _fact(filling, value, own, *facts.date_fact(joined_text(value.passages)))


def _level(filling: Filling, value: Value, own: Field) -> None:
    """A level of the NLQF; a text that names one is kept besides, for no field holds it."""
    text = joined_text(value.passages)
    found, notes = facts.level(text)
    _fact(filling, value, own, found, notes)
    if found is not None and facts.says_more_than_a_level(text.chars):
        filling.bench.keep_silently(value)


def _fact(
    filling: Filling, value: Value, own: Field, found: Leaf | None, notes: list[Note]
) -> None:
    """Set a fact; one that cannot be read is kept as it stands."""
    filling.bench.note_all(notes, filling.pointer_of(own.path))
    if found is None:
        filling.bench.keep_silently(value)
    else:
        filling.put(own.path, found, value.entry.label)


# Lists of the general part.


def _names(filling: Filling, value: Value, own: Field) -> None:
    _add_names(filling, value, own, by_comma=True)


def _organisations(filling: Filling, value: Value, own: Field) -> None:
    """Names that may hold a comma themselves."""
    _add_names(filling, value, own, by_comma=False)


def _add_names(filling: Filling, value: Value, own: Field, by_comma: bool) -> None:
    bench = filling.bench
    found, notes = lists.names(value.passages, bench.evidence, bench.claims, by_comma)
    bench.note_all(notes, filling.pointer_of(own.path))
    filling.put(own.path, found, value.entry.label)


def _strings(filling: Filling, value: Value, own: Field) -> None:
    """Texts one by one; a comma parts those that stand on one line."""
    found = lists.strings(value.passages, filling.bench.claims)
    filling.add(own.path, list(found), value.entry.label)


def _source_documents(filling: Filling, value: Value, own: Field) -> None:
    bench = filling.bench
    blocks = [block for cell in value.entry.cells for block in cell.blocks]
    tables = tables_in(blocks)
    if tables and len(tables) == len(blocks):
        rows = [node for table in tables for node in from_table(table, bench.claims)]
        filling.put(own.path, rows, value.entry.label)
        return
    found, notes = lists.source_documents(value.passages, bench.evidence, bench.claims)
    bench.note_all(notes, filling.pointer_of(own.path))
    filling.put(own.path, found, value.entry.label)


def _legitimations(filling: Filling, value: Value, own: Field) -> None:
    """Bodies with their dates, and what the label says of them."""
    found, notes = legitimations(value.passages, filling.bench.claims)
    filling.bench.note_all(notes, filling.pointer_of(own.path))
    said = _said_by(own, value.entry.label)
    filling.add(own.path, [{**node, **said} for node in found], value.entry.label)


def _decided_on(filling: Filling, value: Value, own: Field) -> None:
    """`Op: 19 april 2012`, below the body that decided."""
    found, notes = facts.date_fact(joined_text(value.passages))
    pointer = _decide(filling, value, own, found)
    if pointer:
        filling.bench.note_all(notes, pointer)


def _decided_at(filling: Filling, value: Value, own: Field) -> None:
    """`Te: Zoetermeer`, below the body that decided."""
    _decide(filling, value, own, leaf(joined_text(value.passages)))


def _decide(filling: Filling, value: Value, own: Field, found: Leaf | None) -> str:
    """Set a field of the last record of a list; its pointer, empty where none awaits it."""
    path, _, key = own.path.rpartition(".")
    records = filling.get(path)
    if not records or key in records[-1] or found is None:
        filling.bench.keep(value)
        return ""
    records[-1][key] = labelled(found, value.entry.label)
    return f"{filling.pointer_of(path)}/{len(records) - 1}/{key}"


# Prose.


def _prose(filling: Filling, value: Value, own: Field) -> None:
    filling.add_text(own.path, value.passages, value.entry.label)


def _stated_prose(filling: Filling, value: Value, own: Field) -> None:
    """A description whose emphasised opening states the responsibility."""
    name = str(filling.name.value) if filling.name is not None else ""
    opening, rest = descriptions.role_text(
        value.passages, name, shows_emphasis=filling.bench.shows_emphasis
    )
    label = value.entry.label
    if opening is not None and filling.has("responsibility"):
        if descriptions.STATED in opening.steps:
            message = f"taken for the statement of responsibility: {shown(opening.text)}"
            filling.bench.note("BCP320", message, opening.text)
        statement = leaf(opening.text, opening.raw, opening.steps)
        filling.put("responsibility", statement, label)
    else:
        rest = value.passages
    filling.put(own.path, text_blocks(rest), label)


def _labour_market(filling: Filling, value: Value, own: Field) -> None:
    node = descriptions.labour_market(value.passages, filling.bench.claims)
    filling.put(own.path, node, value.entry.label)


def _described_skills(filling: Filling, value: Value, own: Field) -> None:
    """The descriptors under their sub-headings; text under none of them stays unplaced."""
    bench = filling.bench

    def path_of(chars: str) -> str:
        match = bench.matcher.match(chars, filling.scope, own.section)
        below = match is not None and match.field is not own and own.holds(match.field)
        return match.field.path if match is not None and below else ""

    def is_descriptor(chars: str) -> bool:
        return bool(path_of(chars))

    passages = sub_headings.apart_at_titles(value.passages, is_descriptor)
    heads = {n: sub_headings.heading_length(p, is_descriptor) for n, p in enumerate(passages)}
    for part in sub_headings.parts(passages, heads):
        if part.title is None:
            reason = "no sub-heading names the descriptor of this text"
            bench.keep_part(value, part.passages, reason)
            continue
        bench.claims.take(part.title.text, "headings")
        filling.add_text(path_of(part.title.chars), part.passages, part.title.text)


def _developments(filling: Filling, value: Value, own: Field) -> None:
    developments(filling, value, own.path)


# Nodes and what is in them.


def _overview(filling: Filling, value: Value, own: Field) -> None:
    """Names of the nodes in this record: kept to be held against the nodes themselves."""
    bench = filling.bench
    node = next(n for n in bench.family.inside(filling.scope) if n.path == own.path)
    filling.tree.setdefault(own.path, [])
    for passage in value.passages:
        titles = [o for o in bench.matcher.openings(passage.chars) if o.node is node]
        if titles and node.marks + node.numbers:
            code, name = titles[0].code, titles[0].name
            text = passage.text
            filling.listed.append(Named(node, text[slice(*code)], text[slice(*name)], passage.raw))
            continue
        for number, name_leaf, marker in lists.role_names([passage], bench.claims):
            code_text = _digits_of(marker) if number is not None else Text()
            filling.listed.append(
                Named(node, code_text, name_leaf.text, name_leaf.raw, name_leaf.steps, marker)
            )
    for passage in value.passages:
        bench.claims.take(passage.text, f"overview of {own.path}")


def _digits_of(marker: Text) -> Text:
    digits = [n for n, char in enumerate(marker.chars) if char.isdigit()]
    return marker[digits[0] : digits[-1] + 1] if digits else Text()


def _competencies(filling: Filling, value: Value, own: Field) -> None:
    """Names, each with its indicators."""
    bench = filling.bench
    pointer = filling.pointer_of(own.path)
    passages = _without_heads(value.passages, filling, own)
    nodes, strays, notes = competencies(passages, bench.evidence, bench.claims, bench.naming_habit)
    bench.note_all(notes, pointer)
    if strays and not nodes:
        bench.keep_part(value, strays, "no competency is named before these indicators")
        return
    if strays:
        bench.keep_part(value, strays, "text that is neither a competency nor an indicator")
    filling.put(own.path, nodes, value.entry.label)


def _without_heads(passages: list[Passage], filling: Filling, own: Field) -> list[Passage]:
    """Passages without the head row of a table of names and indicators inside the value."""
    bench = filling.bench
    if len(passages) <= _HEADS or not passages[0].opens_cell:
        return passages
    match = bench.matcher.match(passages[0].chars, filling.scope)
    are_heads = all(has_few_words(passage.text) for passage in passages[:_HEADS])
    if (
        match is None
        or match.field.id != own.id
        or not are_heads
        or not passages[_HEADS].opens_cell
    ):
        return passages
    for passage in passages[:_HEADS]:
        bench.claims.take(passage.text, "column heads")
    return passages[_HEADS:]


def _competency_names(filling: Filling, value: Value, own: Field) -> None:
    """The names of competencies, alone or above lines that label what is said of each."""
    if found := _labelled_records(filling, value, own):
        filling.add(own.path, found, value.entry.label)
        return
    names = [
        name for passage in value.passages for name in behind_them(passage, filling.bench.claims)
    ]
    names = [_with_code(filling, own, name) for name in names]
    filling.add(own.path, names, value.entry.label)


def _labelled_records(filling: Filling, value: Value, own: Field) -> list[Node]:
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
    for n, record in enumerate(records(value.passages, labelled)):
        pointer = f"{filling.pointer_of(own.path)}/{n}"
        inner = Filling(bench, cls, node.id, pointer, [])
        inner.tree.update(_with_code(filling, own, {"name": leaf(record.name.text)}))
        for one in record.fields:
            bench.claims.take(one.label, "labels")
            entry = Entry(one.label, one.match)
            MAKERS[one.match.field.kind](inner, Value(entry, one.passages), one.match.field)
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


def _items(filling: Filling, value: Value, own: Field) -> None:
    """Things to know and to be able to do."""
    bench = filling.bench
    nodes, strays, notes = items(value.passages, bench.evidence, bench.claims)
    bench.note_all(notes, filling.pointer_of(own.path))
    if strays:
        bench.keep_part(value, strays, "a line that leads in to items is no item")
    if nodes or not strays:
        filling.put(own.path, nodes, value.entry.label)


def _statements(filling: Filling, value: Value, own: Field) -> None:
    """Sentences one by one; a closing line may name the competencies behind them."""
    found = statements(value.passages, lambda p: _is_part_of(filling, p, own), filling.bench.claims)
    filling.add(own.path, found.nodes, value.entry.label)
    if not found.competencies:
        return
    if filling.has("competencies"):
        filling.add("competencies", found.competencies, value.entry.label)
    else:
        filling.bench.keep_part(value, found.closing, "competencies that have no place here")


def _is_part_of(filling: Filling, passage: Passage, own: Field) -> bool:
    """Whether a sub-heading names a part of a field (`gericht op het proces`)."""
    match = filling.bench.matcher.match(passage.chars, filling.scope)
    return match is not None and match.field.path == own.path and not match.is_inferred


def _matrix(filling: Filling, value: Value, own: Field) -> None:
    """The filled cells of a table, each with its row and column."""
    cells, legend = cells_of(value.entry.cells, filling.bench.claims)
    for text in legend:
        filling.bench.claims.take(text, "legend")
    filling.add(own.path, cells, value.entry.label)


MAKERS: dict[str, Callable[[Filling, Value, Field], None]] = {
    "name_cell": _name_cell,
    "text": _text,
    "date": _date,
    "version": _version,
    "level": _level,
    "names": _names,
    "organisations": _organisations,
    "strings": _strings,
    "source_documents": _source_documents,
    "legitimations": _legitimations,
    "decided_on": _decided_on,
    "decided_at": _decided_at,
    "prose": _prose,
    "stated_prose": _stated_prose,
    "described_skills": _described_skills,
    "labour_market": _labour_market,
    "developments": _developments,
    "overview": _overview,
    "competencies": _competencies,
    "competency_names": _competency_names,
    "items": _items,
    "statements": _statements,
    "matrix": _matrix,
}
"""How each kind is read, by its name; a test holds that each kind has its reader."""

"""How single facts, and the lists of the general part, fill the field that their label is of."""

from __future__ import annotations

from pipeline.document.model import Table
from pipeline.document.text import Text
from pipeline.families.model import Field
from pipeline.interpret.bench import Value
from pipeline.interpret.filling import Filling
from pipeline.interpret.notes import Note
from pipeline.interpret.outline import Entry
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.tree import Leaf, Node, labelled, leaf
from pipeline.interpret.values import facts, lists
from pipeline.interpret.values.legitimations import legitimations as decisions
from pipeline.interpret.values.source_tables import from_table, is_source_table


def said_by(own: Field, label: Text) -> dict[str, Leaf]:
    """What a label says besides."""
    step = f"said by the label {label.collapse().chars!r}"
    return {
        key: Leaf(value, label.collapse(), steps=(step,), verbatim=False) for key, value in own.sets
    }


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


def name_cell(filling: Filling, value: Value, _own: Field) -> None:
    set_name(filling, joined_text(value.passages), value.entry.label)


def text(filling: Filling, value: Value, own: Field) -> None:
    """One line, taken whole."""
    filling.put(own.path, leaf(joined_text(value.passages)), value.entry.label)


def version(filling: Filling, value: Value, own: Field) -> None:
    found = facts.version(joined_text(value.passages), filling.bench.claims)
    filling.put(own.path, found, value.entry.label)


def date(filling: Filling, value: Value, own: Field) -> None:
    _set(filling, value, own, *facts.date_fact(joined_text(value.passages)))


def level(filling: Filling, value: Value, own: Field) -> None:
    """A level of the NLQF; a text that names one is kept besides, for no field holds it."""
    text = joined_text(value.passages)
    found, notes = facts.level(text)
    _set(filling, value, own, found, notes)
    if found is not None and facts.says_more_than_a_level(text.chars):
        filling.bench.keep_silently(value)


def _set(filling: Filling, value: Value, own: Field, found: Node, notes: list[Note]) -> None:
    """Set a field; a fact that cannot be read (None) is kept as it stands."""
    filling.bench.note_all(notes, filling.pointer_of(own.path))
    if found is None:
        filling.bench.keep_silently(value)
    else:
        filling.put(own.path, found, value.entry.label)


# Lists of the general part.


def names(filling: Filling, value: Value, own: Field, by_comma: bool = True) -> None:
    """Names one by one; `by_comma` tells that none of them holds a comma itself."""
    bench = filling.bench
    found = lists.names(value.passages, bench.evidence, bench.claims, by_comma)
    _set(filling, value, own, *found)


def strings(filling: Filling, value: Value, own: Field) -> None:
    """Texts one by one; a comma parts those that stand on one line."""
    found = lists.strings(value.passages, filling.bench.claims)
    filling.add(own.path, list(found), value.entry.label)


def source_documents(filling: Filling, value: Value, own: Field) -> None:
    bench = filling.bench
    blocks = value.entry.blocks
    tables = [one for one in blocks if isinstance(one, Table) and is_source_table(one)]
    if tables and len(tables) == len(blocks):
        rows = [node for table in tables for node in from_table(table, bench.claims)]
        filling.put(own.path, rows, value.entry.label)
        return
    found = lists.source_documents(value.passages, bench.evidence, bench.claims, bench.reasons)
    _set(filling, value, own, *found)


def legitimations(filling: Filling, value: Value, own: Field) -> None:
    """Bodies with their dates, and what the label says of them."""
    found, notes = decisions(value.passages, filling.bench.claims)
    filling.bench.note_all(notes, filling.pointer_of(own.path))
    said = said_by(own, value.entry.label)
    filling.add(own.path, [{**node, **said} for node in found], value.entry.label)


def decided_on(filling: Filling, value: Value, own: Field) -> None:
    """`Op: 19 april 2012`, below the body that decided."""
    found, notes = facts.date_fact(joined_text(value.passages))
    pointer = _decide(filling, value, own, found)
    if pointer:
        filling.bench.note_all(notes, pointer)


def decided_at(filling: Filling, value: Value, own: Field) -> None:
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

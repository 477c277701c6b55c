"""Entries of the outline to values: passages made, unknown labels inferred, equal labels merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from pipeline.core import heartbeat
from pipeline.core.text import fold
from pipeline.document.text import Text
from pipeline.families.kinds import Kind
from pipeline.interpret.bench import Bench, Value, shown
from pipeline.interpret.flattened import Evidence, gather_evidence, split_flattened
from pipeline.interpret.outline import BOILERPLATE, ON_ONE_LINE, Entry
from pipeline.interpret.passage_maker import JOINED_UNSURELY
from pipeline.interpret.passages import Passage
from pipeline.interpret.shape import BY_FORM, field_by_shape
from pipeline.interpret.values.competencies import titled_by
from pipeline.interpret.values.legitimations import is_date_only
from pipeline.labels.matcher import LabelMatch


def values_of(entries: Iterable[Entry], scope: str, bench: Bench) -> list[Value]:
    """The values of the entries of one scope; entries of one field are put together."""
    found: list[Value] = []
    by_field: dict[str, Value] = {}
    for entry in entries:
        heartbeat.beat()
        value = Value(entry, bench.maker.make(entry.cells))
        if _is_no_value(value, bench):
            continue
        _note_joins(value, bench)
        _infer(value, by_field, scope, bench)
        if entry.match is not None:
            bench.claims.take(entry.label, "labels")
        earlier = by_field.get(entry.field) if entry.match else None
        if earlier is None or _begins_record(value):
            found.append(value)
            by_field[entry.field] = value
        else:
            _put_together(value, earlier, bench)
    return found


def _begins_record(value: Value) -> bool:
    """Whether a label stands again for another record; a date alone belongs to the one above."""
    match = value.entry.match
    if match is None or not match.field.value.repeats or not value.passages:
        return False
    return value.entry.kind != "legitimations" or not all(map(is_date_only, value.passages))


def place_alike(parts: Iterable[tuple[str, Sequence[Value]]], bench: Bench) -> None:
    """Place labels that no layout has as the same words are placed in other nodes of the kind.

    What the form of a value told of a label in one role it tells of that label in the next one,
    whose value may lack that form. `parts` are the values of each node, with its scope.
    """
    every = [(scope, part) for scope, part in parts if part]
    told = {
        (scope, fold(value.entry.label.chars)): value.entry.match
        for scope, part in every
        for value in part
        if value.entry.match is not None and value.entry.match.likened_to == BY_FORM
    }
    for scope, part in every:
        taken = {value.entry.field for value in part}
        for value in part:
            match = told.get((scope, fold(value.entry.label.chars)))
            if match is not None and value.entry.match is None and match.field.id not in taken:
                value.entry.match = match
                bench.claims.take(value.entry.label, "labels")
                _note_inferred(value.entry, match, bench)


def _is_no_value(value: Value, bench: Bench) -> bool:
    """Whether an entry is but a heading, or text that says nothing of the occupation."""
    entry = value.entry
    if entry.is_title and not value.passages and not entry.takes_tables:
        bench.claims.take(entry.label, "headings")
        return True
    if entry.how == BOILERPLATE:
        for text in (entry.label, *(passage.text for passage in value.passages)):
            bench.claims.take(text, "boilerplate")
        return True
    return False


def _put_together(value: Value, earlier: Value, bench: Bench) -> None:
    """Add a value to that of the same field above it."""
    entry = value.entry
    if not value.passages:
        return
    if _says_the_same(value, earlier):
        for passage in value.passages:
            bench.claims.take(passage.text, "repeated values")
        return
    is_one_fact = entry.match is not None and entry.match.field.value.is_plain
    if earlier.entry.how == ON_ONE_LINE and is_one_fact and entry.how != ON_ONE_LINE:
        # A cover says in brief what the table says in full.
        for passage in earlier.passages:
            bench.claims.take(passage.text, "cover")
        earlier.passages[:] = value.passages
        earlier.entry = entry
        return
    if _is_repeated(entry.label, earlier.entry.label):
        bench.note("BCP306", f"the label {shown(entry.label)} occurs again", entry.label)
    earlier.passages.extend(value.passages)


def _says_the_same(value: Value, earlier: Value) -> bool:
    """Whether a fact is printed twice alike (a version on the cover and in the table)."""
    texts = [[fold(p.chars, keep_suffix=True) for p in v.passages] for v in (value, earlier)]
    return texts[0] == texts[1]


def _is_repeated(label: Text, earlier: Text) -> bool:
    """Whether a label stands twice by mistake.

    Two labels may share a field (`Benodigde kennis`, `Benodigde vaardigheden`), and
    `(vervolg)` says that it goes on.
    """
    return fold(label.chars) == fold(earlier.chars) and "vervolg" not in label.chars.casefold()


def _note_joins(value: Value, bench: Bench) -> None:
    """Report sentences of two pages that were taken for one paragraph, since no form parts them."""
    for passage in value.passages:
        if JOINED_UNSURELY in passage.steps:
            message = f"one paragraph over a page end: {shown(passage.text)}"
            bench.note("BCP311", message, passage.text)


def _infer(value: Value, taken: Collection[str], scope: str, bench: Bench) -> None:
    """Report a label that was inferred; place an unknown one by what its value looks like."""
    entry = value.entry
    if entry.match is None and entry.label and bench.matcher.foreign(entry.label.chars) is None:
        entry.match = field_by_shape(
            value.passages, scope, entry.section, taken, bench.family, bench.matcher
        )
    if entry.match is not None and entry.match.is_inferred:
        _note_inferred(entry, entry.match, bench)


def _note_inferred(entry: Entry, match: LabelMatch, bench: Bench) -> None:
    message = f"{shown(entry.label)} taken for {match.label!r} by its {match.how}"
    bench.note("BCP302", message, entry.label)


def evidence_of(values: Iterable[Value]) -> Evidence:
    """What the document's separate items and its prose show about words."""
    items: list[str] = []
    prose: list[str] = []
    for value in values:
        kind = value.entry.match.field.value if value.entry.match else None
        for passage in value.passages:
            if passage.is_item or _is_one_item(passage, kind):
                items.append(passage.chars)
            elif kind is not None and kind.is_prose:
                prose.append(passage.chars)
    return gather_evidence(items, prose)


def naming_habit(values: Iterable[Value]) -> str:
    """How most values of a document tell names of competencies; empty where there are not two."""
    found = Counter(
        titled_by(value.passages).titling.name
        for value in values
        if value.entry.kind == "competencies"
    )
    usual, count = found.most_common(1)[0] if found else ("", 0)
    return usual if count > 1 else ""


def _is_one_item(passage: Passage, kind: Kind | None) -> bool:
    """A paragraph that is an item by itself; one that may hold several is no evidence yet."""
    if kind is None or kind.recovered is None or passage.emphasised:
        return False
    return len(split_flattened(passage.chars, kind.recovered)) == 1

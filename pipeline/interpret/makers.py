"""How each kind of value is read: a labelled value fills the field of its record.

`pipeline.families.kinds` says what a kind is; here stands for each what its passages become. A
label that no family knows, and what a kind has no place for, ends in `unplaced`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pipeline.core import heartbeat
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Field
from pipeline.interpret import fact_makers, node_makers, prose_makers
from pipeline.interpret.bench import Value
from pipeline.interpret.filling import Filling
from pipeline.interpret.tree import leaf
from pipeline.interpret.trends import as_trend_row, developments, trend_row

_TRENDS = "developments"


def fill(filling: Filling, value: Value) -> None:
    """Set what a labelled value says; a label that no family knows is kept."""
    heartbeat.beat()
    bench = filling.bench
    match = value.entry.match
    if match is None:
        path = _path_of(filling, _TRENDS)
        if path and as_trend_row(value, filling.values, bench.matcher):
            trend_row(filling, value, path)
        else:
            bench.keep(value)
        return
    own = match.field
    if value.passages or value.entry.takes_tables:
        MAKERS[own.kind](filling, value, own)
    elif filling.is_filled_otherwise(own) or (
        own.kind == _TRENDS
        and any(as_trend_row(other, filling.values, bench.matcher) for other in filling.values)
    ):
        bench.claims.take(value.entry.label, "headings")
    else:
        _empty(filling, value, own)


def _path_of(filling: Filling, kind: str) -> str:
    fields = filling.bench.family.fields
    return next((f.path for f in fields if f.node == filling.scope and f.kind == kind), "")


def _empty(filling: Filling, value: Value, own: Field) -> None:
    """A label that is printed without a value."""
    label = value.entry.label
    if own.path == "name" and filling.scope != PROFILE:
        # The heading or the overview has named the node already.
        filling.bench.note_empty(label, filling.pointer_of(own.path))
    elif own.sets:
        filling.bench.note_empty(label, filling.pointer_of(own.path))
        filling.add(own.path, [{"text": leaf(Text()), **fact_makers.said_by(own, label)}], label)
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


MAKERS: dict[str, Callable[[Filling, Value, Field], None]] = {
    "name_cell": fact_makers.name_cell,
    "text": fact_makers.text,
    "date": fact_makers.date,
    "version": fact_makers.version,
    "level": fact_makers.level,
    "names": fact_makers.names,
    "organisations": partial(fact_makers.names, by_comma=False),
    "strings": fact_makers.strings,
    "source_documents": fact_makers.source_documents,
    "legitimations": fact_makers.legitimations,
    "decided_on": fact_makers.decided_on,
    "decided_at": fact_makers.decided_at,
    "prose": prose_makers.prose,
    "stated_prose": prose_makers.stated_prose,
    "described_skills": prose_makers.described_skills,
    "labour_market": prose_makers.labour_market,
    "developments": developments,
    "overview": node_makers.overview,
    "competencies": node_makers.competencies,
    "competency_names": partial(node_makers.competency_names, fill),
    "items": node_makers.items,
    "statements": node_makers.statements,
    "matrix": node_makers.matrix,
}
"""How each kind is read, by its name; a test holds that each kind has its reader."""

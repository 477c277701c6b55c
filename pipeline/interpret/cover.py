"""What a cover and the running lines of pages say, where no label says it."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.core.text import fold
from pipeline.document.text import Text
from pipeline.families.model import PROFILE
from pipeline.interpret.bench import Value
from pipeline.interpret.filling import Filling
from pipeline.interpret.makers import MAKERS, set_name
from pipeline.interpret.outline import Entry, Outline
from pipeline.interpret.passages import Passage
from pipeline.interpret.values.dates import whole_date

_STEP_ACCOUNT = "cover"


def fill_from_cover(root: Filling, outline: Outline) -> None:
    """Set the facts that only the cover says; a line that is said elsewhere is furniture.

    A line that says anything else is kept in `unplaced`.
    """
    for line in outline.cover:
        if not any(take(root, line) for take in _TAKERS):
            root.bench.keep(Value(Entry(Text(), None), [Passage(line)]))


def _labelled(root: Filling, line: Text) -> bool:
    """`Versie 3`, `Status: concept`: a fact with its label."""
    found = root.bench.matcher.match_label_prefix(line.chars, PROFILE)
    if found is None:
        return False
    match, start = found
    own, label, text = match.field, line[:start].strip(), line[start:].strip()
    if root.get(own.path) is not None:
        root.bench.claims.take(line, _STEP_ACCOUNT)
        return True
    entry = Entry(label, match, how="line of the cover")
    root.bench.claims.take(label, "labels")
    MAKERS[own.kind](root, Value(entry, [Passage(text)]), own)
    return True


def _dated(root: Filling, line: Text) -> bool:
    """A date by itself is that of the document."""
    written = whole_date(line.chars)
    own = next(
        (f for f in root.bench.family.fields if f.node == PROFILE and f.path == "date"), None
    )
    if written is None or own is None:
        return False
    if root.get("date") is None:
        MAKERS[own.kind](root, Value(Entry(Text(), None), [Passage(line)]), own)
    else:
        root.bench.claims.take(line, _STEP_ACCOUNT)
    return True


def _named(root: Filling, line: Text) -> bool:
    """The name of the occupation: the first line of the cover that says nothing else."""
    if root.name is None:
        set_name(root, line, line)
        return True
    if fold(line.chars) in fold(str(root.name.value)):
        root.bench.claims.take(line, _STEP_ACCOUNT)
        return True
    return False


_TAKERS: tuple[Callable[[Filling, Text], bool], ...] = (_labelled, _dated, _named)

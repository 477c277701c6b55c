"""Records one below the other in one value: a name, then lines that label what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.interpret.passages import Passage
from pipeline.interpret.values.sub_headings import Part, parts
from pipeline.labels.matcher import LabelMatch

# (the field that a label at the start of a text stands for, where its value starts)
Labelled = Callable[[str], tuple[LabelMatch, int] | None]


def records(
    passages: Sequence[Passage], labelled: Labelled
) -> list[tuple[Passage, list[tuple[LabelMatch, Part]]]]:
    """The records of a value: the name of each, and its labels with what stands below them.

    None where no line labels a field, or text stands above all names. A name is what stands above
    the first label of a record: emphasised, or a line by itself.
    """
    told = {n for n, passage in enumerate(passages) if labelled(passage.chars)}
    names = {n - 1 for n in told - {0}} - told
    heads = {n: len(passages[n].text) for n in names if n == 0 or _is_apart(passages[n])}
    found = []
    for record in parts(passages, heads):
        labels = {n: one for n, p in enumerate(record.passages) if (one := labelled(p.chars))}
        fields = parts(record.passages, {n: start for n, (_, start) in labels.items()})
        if record.title is None or not fields or fields[0].title is None:
            return []
        matches = (match for match, _ in labels.values())
        found.append((record.title, list(zip(matches, fields, strict=True))))
    return found


def _is_apart(passage: Passage) -> bool:
    """Whether a passage is emphasised, or a short line without an end."""
    short = not passage.is_item and passage.chars[-1] not in ".;,:"
    return passage.emphasised or short

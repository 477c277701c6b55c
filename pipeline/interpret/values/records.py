"""Records one below the other in one value: a name, then lines that label what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.document.text import Text
from pipeline.interpret.passages import Passage
from pipeline.labels.matcher import LabelMatch

# (the field that a label at the start of a text stands for, where its value starts)
Labelled = Callable[[str], tuple[LabelMatch, int] | None]


@dataclass(slots=True)
class Labelling:
    """One of the fields of a record, as it stands: its label and what is said."""

    match: LabelMatch
    label: Text
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Named:
    """The name of a record, and its fields in the order of the document."""

    name: Passage
    fields: list[Labelling] = field(default_factory=list)


def records(passages: Sequence[Passage], labelled: Labelled) -> list[Named]:
    """The records of a value; none where no line labels a field, or text stands above all names.

    A name is what stands above the first label of a record: emphasised, or a line by itself.
    """
    found: list[Named] = []
    for n, passage in enumerate(passages):
        told = labelled(passage.chars)
        if told is not None:
            match, start = told
            if not found:
                return []
            label, rest = passage.split_at(start)
            own = Labelling(match, label.text, [rest] if rest.text else [])
            found[-1].fields.append(own)
        elif _is_name(passages, n, labelled):
            found.append(Named(passage))
        elif found and found[-1].fields:
            found[-1].fields[-1].passages.append(passage)
        else:
            return []
    return found if all(one.fields for one in found) else []


def _is_name(passages: Sequence[Passage], n: int, labelled: Labelled) -> bool:
    """Whether a passage stands right above a label and is no item of what stands before it."""
    follows = passages[n + 1] if n + 1 < len(passages) else None
    above_label = follows is not None and labelled(follows.chars) is not None
    return above_label and (_is_apart(passages[n]) or n == 0)


def _is_apart(passage: Passage) -> bool:
    """Whether a passage is emphasised, or a short line without an end."""
    short = not passage.is_item and passage.chars[-1] not in ".;,:"
    return passage.emphasised or short

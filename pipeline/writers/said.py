"""What a record says beside its name and what stands below it, in words for people.

The dataclasses alone tell: a field that is added to the model is said as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.contract.shapes import Kind, ModelField, model_fields
from pipeline.profile.model import Blocks, Paragraph

# Fields that name a record, the first that it has.
_NAMES = ("name", "text", "title", "label")
# Values that are codes, in Dutch; others are said as they are.
_IN_DUTCH = {
    "content": "inhoud",
    "process": "proces",
    "result": "resultaat",
    "legitimated": "gelegitimeerd",
    "adopted": "vastgesteld",
}
# What explains a node by itself; other texts are said below their titles.
_OPENINGS = ("responsibility", "description")
# Not said of a node: its place in the document, other forms of its name and of its kind, and what
# goes wrong without it.
_NOT_SAID = frozenset({"id", "number", "code", "heading", "kind", "consequence_of_error"})


def naming_field(cls: type) -> str:
    """The field that names a record of the class; empty where none does."""
    texts = {field.name for field in model_fields(cls) if field.kind is Kind.SCALAR}
    return next((name for name in _NAMES if name in texts), "")


def in_words(field: ModelField, value: Any) -> str:
    """A value of a field as people read it."""
    text = str(value)
    return _IN_DUTCH.get(text, text) if field.choices else text


def lines_of(blocks: Blocks | None) -> tuple[str, ...]:
    """The paragraphs and the items of text blocks, a line each."""
    found: list[str] = []
    for block in blocks or ():
        found.extend([block.text] if isinstance(block, Paragraph) else block.items)
    return tuple(found)


def explanation_of(record: Any) -> Iterator[str]:
    """The lines that explain a node: its texts, lists and further facts, in model order."""
    cls: type = type(record)
    for field in model_fields(cls):
        if field.name in _NOT_SAID or field.name == naming_field(cls):
            continue
        lines = _lines(field, getattr(record, field.name))
        if field.name in _OPENINGS or not lines:
            yield from lines
        elif len(lines) == 1:
            yield f"{field.title}: {lines[0]}"
        else:
            yield from (f"{field.title}:", *lines)


def _lines(field: ModelField, value: Any) -> tuple[str, ...]:
    if field.kind is Kind.BLOCKS:
        return lines_of(value)
    if field.kind is Kind.STRINGS:
        return tuple(value or ())
    if field.kind is Kind.SCALAR and value not in (None, ""):
        return (in_words(field, value),)
    return ()

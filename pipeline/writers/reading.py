"""A profile as people read it: headings, facts, text and lists, for every format that shows it.

The order and the titles are those of the model, so that a field that is added there is shown. Left
out is what is only another form of a text that is shown: identifiers, codes, the year of a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pipeline.contract.shapes import Kind, ModelField, class_title, model_fields
from pipeline.profile.model import Blocks, Paragraph, Profile
from pipeline.writers.said import in_words, naming_field

NOTHING = "(niet ingevuld)"
# How the data is made, and codes for what stands there in words.
_NOT_READ = frozenset(
    {"schema_version", "id", "source", "document_type", "family", "language", "dimension", "number"}
)
# Of a statement these are only another form of its text, or a code for it.
_REPEATED = frozenset(
    {"id", "text", "kind", "title", "publisher", "year", "body", "date", "pointer"}
)
# What a node is called in the document stands before its name.
_CODE = "code"
# The statement that a record opens with stands above the rest, without a heading.
_OPENING = "responsibility"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the level counts from 1, `id` is that of the record, if it has one."""

    level: int
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts: the title and the lines of each."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Text blocks; `is_stressed` where they are the statement that a record opens with."""

    blocks: Blocks
    is_stressed: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of statements: the id and the text of each."""

    items: tuple[tuple[str, str], ...]


Part = Heading | Facts | Prose | Items


def reading_of(profile: Profile) -> tuple[Part, ...]:
    """The parts of a profile in the order in which they are read."""
    return (Heading(1, profile.name or NOTHING), *_record(profile, 2))


def _record(record: Any, level: int) -> Iterator[Part]:
    """What a record says below its name: what it is about, its facts, the rest under headings."""
    fields = [field for field in _fields(record) if getattr(record, field.name) is not None]
    facts = [field for field in fields if _is_fact(field)]
    about = [field for field in fields if field not in facts and _is_about(field, fields)]
    for field in about:
        yield from _value(field, getattr(record, field.name), level)
    if facts:
        rows = ((field.title, _lines(field, getattr(record, field.name))) for field in facts)
        yield Facts(tuple(rows))
    opening = getattr(record, _OPENING, None)
    if opening is not None:
        yield Prose(_paragraph(opening), is_stressed=True)
    for field in fields:
        if field not in about and field not in facts:
            yield Heading(level, field.title)
            yield from _value(field, getattr(record, field.name), level + 1)


def _fields(record: object) -> Iterator[ModelField]:
    """The fields of a record that are read, without its name."""
    cls: type = type(record)
    is_node = _has(cls, "id") and not issubclass(cls, Profile)
    apart = {naming_field(cls), _OPENING, _CODE if is_node else ""}
    for field in model_fields(cls):
        if field.name not in _NOT_READ and field.name not in apart:
            yield field


def _is_about(field: ModelField, shown: list[ModelField]) -> bool:
    """Whether a field is what its record is about, and needs no heading below that of the record:
    its text, or its indicators where they are all there is."""
    return field.name == "text" or (field.name == "indicators" and shown == [field])


def _is_fact(field: ModelField) -> bool:
    if field.kind is not Kind.OBJECTS:
        return field.kind in (Kind.SCALAR, Kind.STRINGS)
    return _says(field.member) and not _has(field.member, "id")


def _says(cls: type) -> bool:
    """Whether a record of the class is one text."""
    return any(field.name == "text" and field.kind is Kind.SCALAR for field in model_fields(cls))


def _has(cls: type, name: str) -> bool:
    return any(field.name == name for field in model_fields(cls))


def _lines(field: ModelField, value: Any) -> tuple[str, ...]:
    """The lines of a fact; what is printed without a value says so."""
    if field.kind is Kind.OBJECTS:
        return tuple(map(_statement, value)) or (NOTHING,)
    values = value if isinstance(value, tuple) else (value,)
    return tuple(in_words(field, item) or NOTHING for item in values) or (NOTHING,)


def _statement(record: Any) -> str:
    """The text of a record that is one, with what it says beside it."""
    cls: type = type(record)
    beside = [
        f"{field.title.lower()}: {in_words(field, getattr(record, field.name)) or NOTHING}"
        for field in model_fields(cls)
        if field.name not in _REPEATED and getattr(record, field.name) is not None
    ]
    text = record.text or NOTHING
    return f"{text} ({'; '.join(beside)})" if beside else text


def _value(field: ModelField, value: Any, level: int) -> Iterator[Part]:
    """The value of a field that is no fact, its own headings at this level."""
    if field.kind is Kind.OBJECT:
        yield from _record(value, level)
    elif not value:
        yield Prose(_paragraph(NOTHING))
    elif field.kind is Kind.BLOCKS:
        yield Prose(value)
    elif _says(field.member):
        yield Items(tuple((item.id, _statement(item)) for item in value))
    elif not naming_field(field.member):
        yield Facts(tuple(_cells(model_fields(field.member), value)))
    else:
        for member in value:
            yield _heading(member, level)
            yield from _record(member, level + 1)


def _heading(record: Any, level: int) -> Heading:
    """The name of a record, with its number or code where one is printed."""
    cls: type = type(record)
    name = getattr(record, naming_field(cls)) or class_title(cls)
    number, code = getattr(record, "number", None), getattr(record, _CODE, None)
    text = name if number is None else f"{number}. {name}"
    return Heading(level, f"{code} {text}" if code else text, getattr(record, "id", ""))


def _cells(
    fields: tuple[ModelField, ...], records: tuple[Any, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Records without a name, such as the cells of a matrix: by the first of what they say."""
    told = [[_told(record, field.name) for field in fields] for record in records]
    for first, rows in groupby(told, key=lambda values: values[0]):
        yield first, tuple(": ".join(values[1:]) for values in rows)


def _told(record: Any, name: str) -> str:
    value = getattr(record, name)
    return NOTHING if value in (None, "") else str(value)


def _paragraph(text: str) -> Blocks:
    return (Paragraph(text=text or NOTHING),)

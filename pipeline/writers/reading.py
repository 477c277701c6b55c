"""A profile as people read it: headings, facts, text and lists, for every format that shows it.

The order and the titles are those of the model, so that a field that is added there is shown. Left
out is what is only another form of a text that is shown: identifiers, codes, the year of a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.contract.shapes import Kind, ModelField, class_title, model_fields
from pipeline.profile.model import Blocks, Paragraph, Profile, Role

NOTHING = "(niet ingevuld)"
# How the data is made, and codes for what stands there in words.
_NOT_READ = frozenset(
    {"schema_version", "id", "source", "document_type", "language", "dimension", "number"}
)
# Fields that name the record that they belong to, the first that it has.
_NAMES = ("name", "title", "label")
# What a record is about stands below its own heading and needs none.
_ABOUT = frozenset({"text", "indicators"})


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
    """Text blocks; `is_stressed` where they are the opening statement of a role."""

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
    about = [field for field in fields if field.name in _ABOUT and not _is_fact(field)]
    facts = [field for field in fields if _is_fact(field)]
    for field in about:
        yield from _value(field, getattr(record, field.name), level)
    if facts:
        yield Facts(tuple((field.title, _lines(getattr(record, field.name))) for field in facts))
    if isinstance(record, Role) and record.responsibility is not None:
        yield Prose(_paragraph(record.responsibility), is_stressed=True)
    for field in fields:
        if field not in about and field not in facts:
            yield Heading(level, field.title)
            yield from _value(field, getattr(record, field.name), level + 1)


def _fields(record: object) -> Iterator[ModelField]:
    """The fields of a record that are read, without its name."""
    cls: type = type(record)
    apart = {_naming(cls), "responsibility" if cls is Role else ""}
    for field in model_fields(cls):
        if field.name not in _NOT_READ and field.name not in apart:
            yield field


def _naming(cls: type) -> str:
    """The field that names a record of the class; empty where none does."""
    names = {field.name for field in model_fields(cls)}
    return next((name for name in _NAMES if name in names), "")


def _is_fact(field: ModelField) -> bool:
    is_statement = field.kind is Kind.OBJECTS and _says(field.member) and not _has_id(field.member)
    return field.kind in (Kind.SCALAR, Kind.STRINGS) or is_statement


def _says(cls: type) -> bool:
    """Whether a record of the class is one text."""
    return any(field.name == "text" and field.kind is Kind.SCALAR for field in model_fields(cls))


def _has_id(cls: type) -> bool:
    return any(field.name == "id" for field in model_fields(cls))


def _lines(value: Any) -> tuple[str, ...]:
    """The lines of a fact; what is printed without a value says so."""
    values = value if isinstance(value, tuple) else (value,)
    return tuple(str(getattr(item, "text", item)) or NOTHING for item in values) or (NOTHING,)


def _value(field: ModelField, value: Any, level: int) -> Iterator[Part]:
    """The value of a field that is no fact, its own headings at this level."""
    if field.kind is Kind.OBJECT:
        yield from _record(value, level)
    elif not value:
        yield Prose(_paragraph(NOTHING))
    elif field.kind is Kind.BLOCKS:
        yield Prose(value)
    elif _says(field.member):
        yield Items(tuple((item.id, item.text or NOTHING) for item in value))
    else:
        for member in value:
            yield _heading(member, level)
            yield from _record(member, level + 1)


def _heading(record: Any, level: int) -> Heading:
    """The name of a record, with its number where one is printed."""
    name = getattr(record, _naming(type(record))) or class_title(type(record))
    number = getattr(record, "number", None)
    text = name if number is None else f"{number}. {name}"
    return Heading(level, text, getattr(record, "id", ""))


def _paragraph(text: str) -> Blocks:
    return (Paragraph(text=text or NOTHING),)

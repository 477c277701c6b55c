"""Model classes to descriptions of tables: columns, constraints and keys.

A list of objects or of strings becomes a table (see `table_records`), a single object columns with
its name as prefix, and all text blocks of all fields one table, `text_blocks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pipeline.contract.shapes import (
    Kind,
    ModelField,
    class_title,
    fields_in,
    model_fields,
)
from pipeline.contract.table_records import (
    PROFILE_RECORDS,
    Link,
    Records,
    all_records,
    flattened,
)
from pipeline.core.versions import TABLES
from pipeline.profile.model import ItemList, Paragraph

TEXT_BLOCKS = "text_blocks"
EMPTY_FIELDS = "empty_fields"

SCALAR_TYPES = {str: "string", int: "integer"}

_PROFILE_LINK = Link(PROFILE_RECORDS, always=True)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type (string, integer, boolean), documentation and constraints."""

    name: str
    type: str
    title: str
    description: str
    examples: tuple[Any, ...]
    required: bool = True
    choices: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values are the key of a row in another table."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order and its keys.

    `nullable_keys` refer to what stands around some of its rows only. They are null in the others,
    so only databases are told of them: frictionless looks up a key that is null in part,
    csvwvalidate allows no null in one.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    nullable_keys: tuple[ForeignKey, ...] = ()


def column_name(field: ModelField, records: Records, prefix: str) -> str:
    """The name of a scalar's column; an identifier is named as the tables below name it."""
    return records.link if field.name == "id" and not prefix else prefix + field.name


@cache
def all_tables() -> tuple[Table, ...]:
    """The tables, parents before children, the two common ones at the end."""
    return (*map(_table, all_records()), _text_blocks_table(), _empty_fields_table())


def _table(records: Records) -> Table:
    required, nullable = _foreign_keys(records.links)
    return Table(
        name=records.table,
        title=records.title,
        description=records.description,
        columns=(*map(_link, records.links), *_columns(records)),
        primary_key=records.key,
        foreign_keys=required,
        nullable_keys=nullable,
    )


def _columns(records: Records) -> Iterator[Column]:
    """The columns of a table behind those that name the records around."""
    if records.member is str:
        yield _position()
        yield Column(records.singular, "string", records.title, records.of_list, records.examples)
        return
    own = dict(_own_columns(records.member, records))
    if records.has_identifier:
        yield own.pop(records.link)
    yield _position()
    yield from own.values()


def _text_blocks_table() -> Table:
    """The table of all text blocks, with the links of the records that can hold one."""
    links = (_PROFILE_LINK, *_holders_of_text())
    required, nullable = _foreign_keys(links)
    return Table(
        name=TEXT_BLOCKS,
        title="Tekstblokken",
        description="All text blocks: a row per paragraph and per item of a list.",
        columns=(
            _link(_PROFILE_LINK),
            _position("Number of the row within the profile, counted from 0."),
            *map(_link, links[1:]),
            *_field_columns(),
            *_block_columns(),
        ),
        primary_key=("profile_id", "position"),
        foreign_keys=required,
        nullable_keys=nullable,
    )


def _field_columns() -> tuple[Column, ...]:
    """The columns that say which field holds a text block."""
    path, pointer = ("roles/description",), ("/roles/0/description",)
    return (
        Column("field", "string", "Veld", "The field, without positions.", path),
        Column("pointer", "string", "Vindplaats", "JSON Pointer to the field.", pointer),
    )


def _block_columns() -> tuple[Column, ...]:
    """The columns that say what a text block is; those of a list are null in a paragraph."""
    (kind, text) = model_fields(Paragraph)
    (_, ordered, items) = model_fields(ItemList)
    return (
        Column(
            "block",
            "integer",
            "Blok",
            "Number of the block within the field, counted from 0.",
            (0,),
            minimum=0,
        ),
        Column(
            kind.name,
            "string",
            kind.title,
            kind.description,
            ("paragraph",),
            choices=("paragraph", "list"),
        ),
        Column(
            ordered.name,
            "boolean",
            ordered.title,
            f"{ordered.description} Empty for a paragraph.",
            ordered.examples,
            required=False,
        ),
        Column(
            items.singular,
            "integer",
            "Onderdeel",
            "Number of the item, counted from 0; empty for a paragraph or an empty list.",
            (0,),
            required=False,
            minimum=0,
        ),
        Column(
            text.name,
            "string",
            text.title,
            "The text of the paragraph or the item.",
            text.examples,
            required=False,
        ),
    )


def _holders_of_text() -> Iterator[Link]:
    """The lists of objects whose members have text blocks; none is around all text."""
    for records in all_records()[1:]:
        below = () if records.member is str else flattened(records.member)
        if any(field.kind is Kind.BLOCKS for field in below):
            yield Link(records, always=False)


def _empty_fields_table() -> Table:
    return Table(
        name=EMPTY_FIELDS,
        title="Lege velden",
        description="Fields that are in the document but empty; all other null cells are absent.",
        columns=(
            _link(_PROFILE_LINK),
            _position("Number of the row within the profile, counted from 0."),
            Column(
                "pointer", "string", "Vindplaats", "JSON Pointer to the field.", ("/job_titles",)
            ),
        ),
        primary_key=("profile_id", "position"),
        foreign_keys=_foreign_keys((_PROFILE_LINK,))[0],
    )


def _link(link: Link) -> Column:
    """The column by which a row names a record around it."""
    records = link.records
    means = "identificatie" if records.has_identifier else "positie"
    title = f"{class_title(records.member)} ({means})"
    where = "" if link.always else "; empty outside such a record"
    column = Column(
        records.link,
        "integer",
        title,
        f"The record in the table `{records.table}` to which this belongs{where}.",
        (0,),
        required=link.always,
    )
    if not records.has_identifier:
        return column
    identifier = next(field for field in model_fields(records.member) if field.name == "id")
    return replace(column, type="string", examples=identifier.examples, pattern=identifier.pattern)


def _position(description: str = "Position within its list, counted from 0.") -> Column:
    return Column("position", "integer", "Positie", description, (0,), minimum=0)


def _own_columns(
    cls: type, records: Records, prefix: str = "", *, certain: bool = True
) -> Iterator[tuple[str, Column]]:
    """Name and column of each scalar of a class and of its single objects.

    `certain` tells whether the object is always there. An empty text is null in
    a table, so a column of texts that may be empty is not required.
    """
    for field in fields_in(cls, TABLES):
        always = certain and field.required
        if field.kind is Kind.SCALAR:
            name = column_name(field, records, prefix)
            yield name, _scalar_column(field, name, certain=always)
        elif field.kind is Kind.OBJECT:
            below = f"{prefix}{field.name}_"
            yield from _own_columns(field.hint, records, below, certain=always)


def _scalar_column(field: ModelField, name: str, *, certain: bool) -> Column:
    return Column(
        name,
        SCALAR_TYPES[field.hint],
        field.title,
        field.description,
        field.examples,
        required=certain and not field.may_be_empty,
        choices=tuple(filter(None, field.choices)) or ((field.const,) if field.const else ()),
        pattern=field.pattern,
        minimum=field.minimum,
        maximum=field.maximum,
    )


def _foreign_keys(
    links: Iterable[Link],
) -> tuple[tuple[ForeignKey, ...], tuple[ForeignKey, ...]]:
    """The keys that every row has, and those that are null in some."""
    keys = [
        (link.always, ForeignKey(link.records.reference, link.records.table, link.records.key))
        for link in links
    ]
    required = tuple(key for always, key in keys if always)
    return required, tuple(key for always, key in keys if not always)

"""Model classes to descriptions of tables: columns, constraints and keys.

A list of objects or of strings becomes a table, a single object columns with
its name as prefix, and all text blocks of all fields one table, `text_blocks`.
A record with an identifier has the key (profile_id, <singular>_id); any other
is identified by its parent and its position.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.contract.shapes import (
    Kind,
    ModelField,
    class_description,
    class_title,
    fields_in,
    model_fields,
)
from pipeline.core.versions import TABLES
from pipeline.profile.model import ItemList, Paragraph, Profile

TEXT_BLOCKS = "text_blocks"
EMPTY_FIELDS = "empty_fields"

DATA_PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCALAR_TYPES = {str: "string", int: "integer"}


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
    """One table: its columns in order and its keys."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """A list of objects that becomes a table: the class of its members and its parent."""

    table: str
    cls: type
    singular: str
    title: str
    description: str
    parent: Records | None = None

    @property
    def ancestors(self) -> tuple[Records, ...]:
        """The lists around this one, the profiles first."""
        return () if self.parent is None else (*self.parent.ancestors, self.parent)

    @property
    def has_identifier(self) -> bool:
        """Whether a record has an identifier of its own."""
        return any(field.name == "id" for field in model_fields(self.cls))

    @property
    def link(self) -> str:
        """The column by which the rows below a record name it."""
        return f"{self.singular}_{'id' if self.has_identifier else 'position'}"

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that identify a record in its own table."""
        if self.parent is None or self.has_identifier:
            return self.reference
        return (*self.parent.reference, "position")

    @property
    def reference(self) -> tuple[str, ...]:
        """The columns that identify a record in the tables below it."""
        if self.parent is None:
            return (self.link,)
        if self.has_identifier:
            return (*self.ancestors[0].reference, self.link)
        return (*self.parent.reference, self.link)


PROFILE_RECORDS = Records(
    "profiles", Profile, "profile", class_title(Profile), class_description(Profile)
)


@cache
def records_of(field: ModelField, parent: Records) -> Records:
    """The records of a list of objects within its parent."""
    return Records(
        field.name,
        field.member,
        field.singular,
        field.title,
        f"{class_description(field.member)} {field.description}",
        parent,
    )


def column_name(field: ModelField, records: Records, prefix: str) -> str:
    """The name of a scalar's column; an identifier is named as the tables below name it."""
    return records.link if field.name == "id" and not prefix else prefix + field.name


@cache
def all_tables() -> tuple[Table, ...]:
    """The tables, parents before children, the two common ones at the end."""
    return (*_tables_of(PROFILE_RECORDS), _text_blocks_table(), _empty_fields_table())


def _tables_of(records: Records) -> Iterator[Table]:
    """The table of a list of objects, then those of the lists within it."""
    yield _records_table(records)
    for field in _flattened(records.cls):
        if field.kind is Kind.STRINGS:
            yield _strings_table(field, records)
        elif field.kind is Kind.OBJECTS:
            yield from _tables_of(records_of(field, records))


def _flattened(cls: type) -> Iterator[ModelField]:
    """The fields of a class and, in their place, those of its single objects."""
    for field in model_fields(cls):
        if field.kind is Kind.OBJECT:
            yield from _flattened(field.hint)
        else:
            yield field


def _records_table(records: Records) -> Table:
    own = dict(_own_columns(records.cls, records))
    identifier = (own.pop(records.link),) if records.has_identifier else ()
    return Table(
        name=records.table,
        title=records.title,
        description=records.description,
        columns=(*_links(records), *identifier, _position(), *own.values()),
        primary_key=records.key,
        foreign_keys=_foreign_keys(records.ancestors),
    )


def _strings_table(field: ModelField, parent: Records) -> Table:
    around = (*parent.ancestors, parent)
    text = Column(field.singular, "string", field.title, field.description, field.examples)
    return Table(
        name=field.name,
        title=field.title,
        description=f"One text per row. {field.description}",
        columns=(*(_link(records) for records in around), _position(), text),
        primary_key=(*parent.reference, "position"),
        foreign_keys=_foreign_keys(around),
    )


def _text_blocks_table() -> Table:
    """The table of all text blocks, with the links of the records that can hold one.

    Those links may be null, so they are no declared foreign keys: frictionless
    looks up a key that is null in part, csvwvalidate allows no null in one.
    """
    return Table(
        name=TEXT_BLOCKS,
        title="Tekstblokken",
        description="All text blocks: a row per paragraph and per item of a list.",
        columns=(
            _link(PROFILE_RECORDS),
            _position("Number of the row within the profile, counted from 0."),
            *(_link(records, required=False) for records in _holders_of_text(PROFILE_RECORDS)),
            *_field_columns(),
            *_block_columns(),
        ),
        primary_key=("profile_id", "position"),
        foreign_keys=_foreign_keys((PROFILE_RECORDS,)),
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


def _holders_of_text(records: Records) -> Iterator[Records]:
    """The lists of objects below `records` whose members have text blocks."""
    for field in _flattened(records.cls):
        if field.kind is Kind.OBJECTS:
            below = records_of(field, records)
            if any(member.kind is Kind.BLOCKS for member in _flattened(below.cls)):
                yield below
            yield from _holders_of_text(below)


def _empty_fields_table() -> Table:
    return Table(
        name=EMPTY_FIELDS,
        title="Lege velden",
        description="Fields that are in the document but empty; all other null cells are absent.",
        columns=(
            _link(PROFILE_RECORDS),
            _position("Number of the row within the profile, counted from 0."),
            Column(
                "pointer", "string", "Vindplaats", "JSON Pointer to the field.", ("/job_titles",)
            ),
        ),
        primary_key=("profile_id", "position"),
        foreign_keys=_foreign_keys((PROFILE_RECORDS,)),
    )


def _links(records: Records) -> tuple[Column, ...]:
    return tuple(_link(ancestor) for ancestor in records.ancestors)


def _link(records: Records, *, required: bool = True) -> Column:
    """The column by which a row names the record around it."""
    means = "identificatie" if records.has_identifier else "positie"
    title = f"{class_title(records.cls)} ({means})"
    where = "" if required else "; empty for text outside such a record"
    column = Column(
        records.link,
        "integer",
        title,
        f"The record in the table `{records.table}` to which this belongs{where}.",
        (0,),
        required=required,
    )
    if not records.has_identifier:
        return column
    identifier = next(field for field in model_fields(records.cls) if field.name == "id")
    return Column(
        column.name,
        "string",
        title,
        column.description,
        identifier.examples,
        required=required,
        pattern=identifier.pattern,
    )


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


def _foreign_keys(targets: tuple[Records, ...]) -> tuple[ForeignKey, ...]:
    return tuple(ForeignKey(records.reference, records.table, records.key) for records in targets)


def package_descriptor() -> dict[str, Any]:
    """The Frictionless Data Package of the tables, without sizes and hashes of any files."""
    return {
        "$schema": DATA_PACKAGE_PROFILE,
        "name": "bcp-tables",
        "title": "Beroepscompetentieprofielen",
        "description": "Profiles as tables. schemas/README.md describes every column.",
        "version": TABLES.version,
        "resources": [_resource(table) for table in all_tables()],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "type": "table",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": {
            "fields": [_table_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.primary_key),
            "foreignKeys": [
                {
                    "fields": list(key.columns),
                    "reference": {"resource": key.table, "fields": list(key.references)},
                }
                for key in table.foreign_keys
            ],
        },
    }


def _table_field(column: Column) -> dict[str, Any]:
    constraints = {
        "required": column.required or None,
        "enum": list(column.choices) or None,
        "pattern": column.pattern or None,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    return {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
        "example": column.examples[0] if column.examples else None,
        "constraints": {key: value for key, value in constraints.items() if value is not None},
    }

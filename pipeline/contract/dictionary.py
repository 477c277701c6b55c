"""Model classes to the data dictionary: every field and every column in Markdown tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args, get_origin

from pipeline.contract.shapes import Kind, ModelField, examples_of, model_fields
from pipeline.contract.table_descriptions import Column, ForeignKey, Table, all_tables
from pipeline.contract.xml_versions import XML_NAMESPACE
from pipeline.core.versions import COMPARISON, PROFILE, REPORT, TABLES, TRACE, XML
from pipeline.profile.model import ItemList, Paragraph, Profile

SCALAR_TYPES = {str: "text", int: "whole number", bool: "true or false"}
TYPES_OF_KIND = {
    Kind.BLOCKS: "text blocks",
    Kind.STRINGS: "list of texts",
    Kind.OBJECT: "object",
    Kind.OBJECTS: "list of objects",
}

INTRODUCTION = f"""\
# Data dictionary

The formats of the results. Made by `python -m pipeline.contract` from
`pipeline/profile/model.py`; do not edit by hand.

| file | describes |
|---|---|
| `{PROFILE.file}` | `json/<id>.json`; `$schema` is `{PROFILE.uri}` |
| `{XML.file}` | `xml/<id>.xml`; the namespace is `{XML_NAMESPACE}` |
| `{TABLES.file}` | `csv/*.csv`; a Frictionless Data Package without sizes and hashes |
| `{TRACE.file}` | `json/<id>.trace.json` |
| `{REPORT.file}` | `report.json` |
| `{COMPARISON.file}` | what `bcp diff --format json` prints |

Each has a version of its own; `schema_version` in a file is that of the file, `CHANGELOG.md` lists
all. A file with another version follows another schema. The version is semantic: the first number
changes when a reader of older files breaks, the second when something optional is added, the third
when only the documentation changes. The program reads all versions with the first number of its own
up to its own, each by its own schema.

## Absent and empty

| | not in the document | in the document, but empty |
|---|---|---|
| JSON | no key | `""` or `[]` |
| XML | no element | an empty element |
| tables | a null cell, no rows | the same, and the field's JSON Pointer in `empty_fields` |

"""


def dictionary_text() -> str:
    """The data dictionary as Markdown."""
    return "".join((INTRODUCTION, *_fields_section(), *_blocks_section(), *_tables_section()))


def _fields_section() -> Iterator[str]:
    yield "## Fields\n\nThe paths are those of the JSON; `[]` stands for each member of a list.\n\n"
    yield _table(
        ("path", "title", "type", "required", "description", "example"),
        (_field_cells(path, field) for path, field in _paths(Profile, "")),
    )


def _blocks_section() -> Iterator[str]:
    yield "\n## Text blocks\n\nA list of paragraphs and lists, in document order.\n\n"
    yield _table(
        ("path", "title", "type", "required", "description", "example"),
        (
            _field_cells(f"{cls.__name__}.{field.name}", field)
            for cls in (Paragraph, ItemList)
            for field in model_fields(cls)
        ),
    )


def _tables_section() -> Iterator[str]:
    yield "\n## Tables\n\nPositions count from 0. Keys are printed in bold.\n"
    for table in all_tables():
        yield f"\n### {table.name}.csv\n\n"
        yield f"{table.title}. {table.description}{_references(table)}\n\n"
        yield _table(
            ("column", "title", "type", "required", "description", "example"),
            (_column_cells(table, column) for column in table.columns),
        )


def _paths(cls: type, prefix: str) -> Iterator[tuple[str, ModelField]]:
    """Path and field of everything below a class, text blocks as one."""
    for field in model_fields(cls):
        path = f"{prefix}{field.name}"
        yield path, field
        if field.kind is Kind.OBJECT:
            yield from _paths(field.hint, f"{path}.")
        elif field.kind is Kind.OBJECTS:
            yield from _paths(field.member, f"{path}[].")


def _field_cells(path: str, field: ModelField) -> tuple[str, ...]:
    constraints = _constraints(field.choices or (field.const,) * bool(field.const), field.pattern)
    return (
        f"`{path}`",
        field.title,
        _type_name(field),
        _yes(field.required),
        f"{field.description}{constraints}",
        _example(examples_of(field) if field.examples else ()),
    )


def _type_name(field: ModelField) -> str:
    if get_origin(field.hint) is Literal:
        return f"`{get_args(field.hint)[0]}`"
    return SCALAR_TYPES.get(field.hint) or TYPES_OF_KIND[field.kind]


def _column_cells(table: Table, column: Column) -> tuple[str, ...]:
    name = f"`{column.name}`"
    return (
        f"**{name}**" if column.name in table.primary_key else name,
        column.title,
        column.type,
        _yes(column.required),
        f"{column.description}{_constraints(column.choices, column.pattern)}",
        _example(column.examples),
    )


def _references(table: Table) -> str:
    """The sentences that name the foreign keys of a table."""
    said = (
        _listed("Refers to", table.foreign_keys),
        _listed("Where not null", table.nullable_keys),
    )
    return "".join(filter(None, said))


def _listed(word: str, keys: Iterable[ForeignKey]) -> str:
    listed = "; ".join(
        f"({', '.join(key.columns)}) in {key.table} ({', '.join(key.references)})" for key in keys
    )
    return f" {word}: {listed}." if listed else ""


def _constraints(choices: Iterable[str], pattern: str) -> str:
    listed = ", ".join(f"`{choice}`" for choice in choices if choice)
    if listed:
        return f" One of {listed}."
    return f" Pattern `{pattern}`." if pattern else ""


def _yes(required: bool) -> str:
    return "yes" if required else ""


def _example(examples: tuple[Any, ...]) -> str:
    """The first example as code; none for objects and text blocks, whose parts have their own."""
    return f"`{json.dumps(examples[0], ensure_ascii=False)}`" if examples else ""


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "".join(f"| {' | '.join(_escaped(line))} |\n" for line in lines)


def _escaped(cells: tuple[str, ...]) -> Iterator[str]:
    return (cell.replace("|", r"\|") for cell in cells)

"""Model classes to JSON Schema 2020-12: profile, trace, report of a run, comparison of versions.

Every class becomes a definition, every field a property with title,
description, examples and the constraints that the model gives it. Dates have
the precision that a document prints, so they carry a pattern, not
`format: date`.
"""

from __future__ import annotations

import builtins
import types
import typing
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin

from pipeline.contract.comparison_records import ComparisonFile
from pipeline.contract.records import Report, TraceFile
from pipeline.contract.shapes import (
    ModelField,
    class_description,
    class_title,
    classes_below,
    classes_in,
    example_object,
    examples_of,
    model_fields,
)
from pipeline.core.versions import COMPARISON, PROFILE, REPORT, TRACE, URI_KEY, Artefact
from pipeline.profile.model import ISO_DATE_PATTERN, Blocks, Profile

JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCALAR_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}

# Formats that hold for every value of a field of this name.
FORMATS = {"pointer": "json-pointer"}

DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"

Schema = dict[str, Any]


def profile_schema() -> Schema:
    """The schema of `<id>.json`."""
    return _file_schema(Profile, PROFILE)


def trace_schema() -> Schema:
    """The schema of `<id>.trace.json`."""
    return _file_schema(TraceFile, TRACE)


def report_schema() -> Schema:
    """The schema of `report.json`."""
    return _file_schema(Report, REPORT)


def comparison_schema() -> Schema:
    """The schema of what `bcp diff` prints as JSON."""
    return _file_schema(ComparisonFile, COMPARISON)


def _file_schema(cls: type, artefact: Artefact) -> Schema:
    """The schema of the files of an artefact, whose root is `cls`."""
    uri = artefact.uri
    schema = _object_schema(cls)
    example = example_object(cls, whole=True)
    if URI_KEY in artefact.keys:
        schema["properties"] = {"$schema": _schema_property(uri), **schema["properties"]}
        schema["required"] = ["$schema", *schema["required"]]
        example = {"$schema": uri, **example}
    return {
        "$schema": JSON_SCHEMA_DIALECT,
        "$id": uri,
        **schema,
        "examples": [example],
        "$defs": _definitions(cls),
    }


def _schema_property(uri: str) -> Schema:
    return {
        "title": "Schema",
        "description": "The schema that this file follows.",
        "examples": [uri],
        "type": "string",
        "format": "uri",
        "const": uri,
    }


def _definitions(root: type) -> Schema:
    below = [cls for cls in classes_below(root) if cls is not root]
    definitions = {cls.__name__: _object_schema(cls) for cls in below}
    if set(classes_in(Blocks)) <= set(below):
        definitions["Blocks"] = {
            "title": "Tekstblokken",
            "description": "Paragraphs and lists, in document order.",
            "type": "array",
            "items": _type_schema(get_args(Blocks)[0]),
        }
    return definitions


def _object_schema(cls: type) -> Schema:
    own = model_fields(cls)
    return {
        "title": class_title(cls),
        "description": class_description(cls),
        "type": "object",
        "properties": {field.name: _property(field) for field in own},
        "required": [field.name for field in own if field.required],
        "additionalProperties": False,
    }


def _property(field: ModelField) -> Schema:
    return {
        "title": field.title,
        "description": field.description,
        "examples": list(examples_of(field)),
        **_value_schema(field),
    }


def _value_schema(field: ModelField) -> Schema:
    """The type of a field with its constraints; null only where a required field may be null."""
    schema = _type_schema(field.hint) | _constraints(field)
    if not (field.required and field.nullable):
        return schema
    if "type" in schema:
        return schema | {"type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _constraints(field: ModelField) -> Schema:
    """The constraints of a field; those of an object of numbers or values hold for its members."""
    if get_origin(field.hint) is dict:
        return _map_constraints(field)
    limits = {
        "enum": list(field.choices),
        "const": field.const,
        "pattern": field.pattern,
        "format": FORMATS.get(field.name, ""),
    }
    found: Schema = {key: value for key, value in limits.items() if value} | _bounds(field)
    if field.pattern == ISO_DATE_PATTERN:
        # The pattern tells the precision; a date to the day must exist as well.
        found |= {"if": {"pattern": DAY_PATTERN}, "then": {"format": "date"}}
    return found


def _map_constraints(field: ModelField) -> Schema:
    members = _type_schema(get_args(field.hint)[1]) | _bounds(field)
    if not field.pattern:
        return {"additionalProperties": members}
    names = {"pattern": field.pattern, "format": "json-pointer"}
    return {"propertyNames": names, "additionalProperties": members}


def _bounds(field: ModelField) -> Schema:
    bounds = {"minimum": field.minimum, "maximum": field.maximum}
    return {key: value for key, value in bounds.items() if value is not None}


def _type_schema(hint: Any) -> Schema:
    if hint in SCALAR_TYPES:
        return {"type": SCALAR_TYPES[hint]}
    if hint == Blocks or is_dataclass(hint):
        return {"$ref": f"#/$defs/{'Blocks' if hint == Blocks else hint.__name__}"}
    arguments = get_args(hint)
    match get_origin(hint):
        case builtins.tuple:
            return _array_schema(arguments)
        case builtins.dict:
            return {"type": "object"}
        case typing.Literal:
            return _type_schema(type(arguments[0])) | {"const": arguments[0]}
        case types.UnionType | typing.Union:
            return {"oneOf": [_type_schema(argument) for argument in arguments]}
    raise TypeError(f"JSON Schema has no word for the type {hint}")


def _array_schema(members: tuple[Any, ...]) -> Schema:
    """A list of one type, of fixed length where the type says so; its texts are not empty."""
    items = _type_schema(members[0])
    if members[0] is str:
        items["minLength"] = 1
    if members[-1] is Ellipsis:
        return {"type": "array", "items": items}
    return {"type": "array", "items": items, "minItems": len(members), "maxItems": len(members)}

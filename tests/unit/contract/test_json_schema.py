"""The JSON Schemas of profile, trace and report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline.contract.json_schema import Schema, profile_schema, report_schema, trace_schema
from pipeline.contract.records import Report, TraceFile
from pipeline.contract.shapes import classes_below, model_fields
from pipeline.core.versions import PROFILE
from pipeline.profile.model import Profile

SCHEMAS = {"profile": profile_schema(), "trace": trace_schema(), "report": report_schema()}
each_schema = pytest.mark.parametrize("schema", SCHEMAS.values(), ids=list(SCHEMAS))


def objects(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """The root and every definition with properties."""
    yield "root", schema
    yield from ((n, d) for n, d in schema["$defs"].items() if d["type"] == "object")


def properties(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every property of every object, with its path."""
    for owner, definition in objects(schema):
        for name, described in definition["properties"].items():
            yield f"{owner}.{name}", described


def findings(schema: Schema, part: Schema, value: Any) -> list[str]:
    """What is wrong with a value according to a part of a schema."""
    validator = Draft202012Validator(
        {"$schema": schema["$schema"], "$defs": schema["$defs"], **part},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [error.message for error in validator.iter_errors(value)]


@each_schema
def test_the_schema_is_a_schema_of_draft_2020_12(schema: Schema) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@each_schema
def test_every_object_is_closed_and_described(schema: Schema) -> None:
    for name, definition in objects(schema):
        assert definition["additionalProperties"] is False, name
        assert definition["title"] and definition["description"], name


@each_schema
def test_every_property_has_a_title_a_description_and_examples(schema: Schema) -> None:
    for path, described in properties(schema):
        assert described["title"] and described["description"] and described["examples"], path


@each_schema
def test_every_example_is_valid(schema: Schema) -> None:
    assert findings(schema, schema, schema["examples"][0]) == []
    for path, described in properties(schema):
        for example in described["examples"]:
            assert findings(schema, described, example) == [], path


@pytest.mark.parametrize(
    ("schema", "root"),
    [(SCHEMAS["profile"], Profile), (SCHEMAS["trace"], TraceFile), (SCHEMAS["report"], Report)],
    ids=list(SCHEMAS),
)
def test_every_field_of_every_class_is_a_property_and_no_other(schema: Schema, root: type) -> None:
    for cls in classes_below(root):
        definition = schema if cls is root else schema["$defs"][cls.__name__]
        names = [field.name for field in model_fields(cls)]
        assert [name for name in definition["properties"] if name != "$schema"] == names


def test_a_profile_names_its_schema() -> None:
    schema = SCHEMAS["profile"]

    assert schema["$id"] == PROFILE.uri
    assert schema["properties"]["$schema"]["const"] == PROFILE.uri
    assert schema["required"][0] == "$schema"


def test_a_date_has_a_pattern_and_no_format_since_its_precision_varies() -> None:
    date = SCHEMAS["profile"]["properties"]["date"]

    assert "pattern" in date
    assert "format" not in date


def test_a_pointer_has_the_format_of_a_json_pointer() -> None:
    assert SCHEMAS["profile"]["$defs"]["Requirement"]["properties"]["pointer"]["format"] == (
        "json-pointer"
    )


def test_a_required_field_of_the_report_may_be_null_where_there_is_nothing_to_tell() -> None:
    document = SCHEMAS["report"]["$defs"]["DocumentReport"]["properties"]

    for name in ("reader", "layout", "profile", "ledger"):
        assert findings(SCHEMAS["report"], document[name], None) == []
    assert findings(SCHEMAS["report"], document["file"], None) != []


def test_a_place_is_of_one_kind() -> None:
    place = {"oneOf": SCHEMAS["report"]["$defs"]["Finding"]["properties"]["place"]["oneOf"]}

    assert findings(SCHEMAS["report"], place, {"line": 3, "column": 1}) == []
    assert findings(SCHEMAS["report"], place, {"page": 3, "box": [1.0, 2.0, 3.5, 4]}) == []
    assert findings(SCHEMAS["report"], place, {"page": 3, "box": [1.0, 2.0, 3.5]}) != []
    assert findings(SCHEMAS["report"], place, {"page": 3, "line": 1}) != []

"""What keeps to a schema for sure: tested by functions made of it, a tenth of the time.

Nearly every value that is held against a schema keeps to it. `surely_keeps` says so of nearly all
of these, and is right whenever it does; where it says no, a keyword or a form may be one that it
does not know, and jsonschema, which alone tells what is amiss, has to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pipeline.core import heartbeat

Test = Callable[[Any], bool]

_TYPES: dict[str, type] = {
    "string": str,
    "object": dict,
    "array": list,
    "integer": int,
    "boolean": bool,
}
# Addresses and pointers as our own files have them; there are others.
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?:/[\w.~-]*)*|urn:[a-z][\w-]+:[\w.:-]+", re.ASCII
)
_POINTER = re.compile(r"(?:/\w+)*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# What a keyword takes in.
_BESIDE = {"properties": ("required", "additionalProperties"), "if": ("then",)}
# What says nothing of a value.
_NOTES = frozenset(("title", "description", "examples", "$schema", "$id", "$defs", "$comment"))


def surely_keeps(schema: Mapping[str, Any]) -> Test:
    """Tells of a plain value whether it keeps to the schema for sure."""
    return _Tests(schema).of(schema)


class _Tests:
    """Makes tests of the parts of one schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._parts: Mapping[str, Any] = schema.get("$defs", {})
        self._made: dict[str, Test] = {}

    def part(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """The part of the schema that a reference names; what is no reference as it is."""
        found: Mapping[str, Any] = self._parts.get(_name(schema), schema)
        return found

    def of(self, schema: Mapping[str, Any]) -> Test:
        """The test of a part: all that its keywords ask for."""
        tests = []
        passed = _NOTES.union(*(names for word, names in _BESIDE.items() if word in schema))
        for word in schema.keys() - passed:
            if word not in _KEYWORDS:
                return _unsure
            tests.append(_KEYWORDS[word](self, schema))
        return tests[0] if len(tests) == 1 else lambda value: all(test(value) for test in tests)

    def named(self, schema: Mapping[str, Any]) -> Test:
        """The test of the part that a reference names."""
        name = _name(schema)
        if name not in self._parts:
            return _unsure
        if name not in self._made:
            # Of a part that holds itself nothing is sure.
            self._made[name] = _unsure
            self._made[name] = self.of(self._parts[name])
        return self._made[name]


def _name(schema: Mapping[str, Any]) -> str:
    return str(schema.get("$ref", "")).removeprefix("#/$defs/")


def _object(tests: _Tests, schema: Mapping[str, Any]) -> Test:
    """Keys that are all among the properties; of any other one nothing is sure."""
    inner = {name: tests.of(part) for name, part in schema["properties"].items()}
    required = frozenset(schema.get("required", ()))

    def test(value: Any) -> bool:
        heartbeat.beat()
        return (
            type(value) is dict
            and required <= value.keys() <= inner.keys()
            and all(inner[key](part) for key, part in value.items())
        )

    return test


def _list(tests: _Tests, schema: Mapping[str, Any]) -> Test:
    inner = tests.of(schema["items"])
    return lambda value: type(value) is list and all(map(inner, value))


def _kinds(tests: _Tests, schema: Mapping[str, Any]) -> Test:
    """Objects that the constant `type` tells apart: whoever has one of these is no other."""
    parts = [tests.part(part) for part in schema["oneOf"]]
    names = [part.get("properties", {}).get("type", {}).get("const") for part in parts]
    if not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return _unsure
    inner = dict(zip(names, map(tests.of, schema["oneOf"]), strict=True))

    def test(value: Any) -> bool:
        name = value.get("type") if type(value) is dict else None
        return type(name) is str and name in inner and inner[name](value)

    return test


def _in_case(tests: _Tests, schema: Mapping[str, Any]) -> Test:
    """What is asked of a text that has a form."""
    if schema["if"].keys() != {"pattern"}:
        return _unsure
    search, then = re.compile(schema["if"]["pattern"]).search, tests.of(schema.get("then", {}))
    return lambda value: type(value) is str and (search(value) is None or then(value))


def _type(_: _Tests, schema: Mapping[str, Any]) -> Test:
    wanted = _TYPES.get(schema["type"]) if isinstance(schema["type"], str) else None
    return lambda value: type(value) is wanted


def _pattern(_: _Tests, schema: Mapping[str, Any]) -> Test:
    search = re.compile(schema["pattern"]).search
    return lambda value: type(value) is str and search(value) is not None


def _no_shorter(_: _Tests, schema: Mapping[str, Any]) -> Test:
    least: int = schema["minLength"]
    return lambda value: type(value) is str and len(value) >= least


def _no_less(_: _Tests, schema: Mapping[str, Any]) -> Test:
    least: int = schema["minimum"]
    return lambda value: type(value) is int and value >= least


def _no_more(_: _Tests, schema: Mapping[str, Any]) -> Test:
    most: int = schema["maximum"]
    return lambda value: type(value) is int and value <= most


def _unsure(_: Any) -> bool:
    return False


def _one_of(values: list[Any]) -> Test:
    # `True` is 1 to Python and not to JSON.
    texts = frozenset(value for value in values if isinstance(value, str))
    return lambda value: type(value) is str and value in texts


def _is_day(value: Any) -> bool:
    if type(value) is not str or _DAY.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


_FORMATS: dict[str, Test] = {
    "date": _is_day,
    "uri": lambda value: type(value) is str and _ADDRESS.fullmatch(value) is not None,
    "json-pointer": lambda value: type(value) is str and _POINTER.fullmatch(value) is not None,
}

_KEYWORDS: dict[str, Callable[[_Tests, Mapping[str, Any]], Test]] = {
    "$ref": _Tests.named,
    "type": _type,
    "properties": _object,
    "items": _list,
    "oneOf": _kinds,
    "if": _in_case,
    "const": lambda _, schema: _one_of([schema["const"]]),
    "enum": lambda _, schema: _one_of(schema["enum"]),
    "pattern": _pattern,
    "format": lambda _, schema: _FORMATS.get(schema["format"], _unsure),
    "minLength": _no_shorter,
    "minimum": _no_less,
    "maximum": _no_more,
}

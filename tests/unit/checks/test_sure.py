"""What keeps to a schema for sure: right whenever it says so, and it says so of what we write."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline.checks import schema as checked
from pipeline.checks.schema import schema_findings
from pipeline.checks.sure import surely_keeps
from pipeline.contract.resources import schema_text
from pipeline.core.versions import PROFILE
from pipeline.profile.codec import profile_to_plain
from tests.strategies import hollow_profile, whole_profile

_OTHERS: tuple[Any, ...] = (
    *("", "x", "/a~2", "2026-02-30", "2026-13", "http://a b", "Instroom", "list"),
    *(0, -1, 9, 1.5, True, None),
    *([], [""], {}, {"type": "list"}),
)


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(schema_text(PROFILE.file)), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def _places(plain: Any) -> Iterator[tuple[Any, Any]]:
    """(what holds a value, its key or number) of each value in a plain one."""
    keys = plain if isinstance(plain, dict) else range(len(plain))
    for key in list(keys):
        yield plain, key
        if isinstance(plain[key], dict | list):
            yield from _places(plain[key])


def _damaged(plain: Any) -> Iterator[Any]:
    """A plain value with one of its own replaced, left out, or joined by another."""
    for number, (holder, key) in enumerate(_places(plain)):
        kept = holder[key]
        for other in _OTHERS:
            holder[key] = other
            yield plain
        holder[key] = kept
        if isinstance(holder, dict):
            whole = dict(holder)
            del holder[key]
            yield plain
            holder.clear()
            holder.update(whole)
            holder[f"other_{number}"] = 1
            yield plain
            del holder[f"other_{number}"]


@pytest.mark.parametrize("profile", [whole_profile(), hollow_profile()], ids=["whole", "hollow"])
def test_what_is_sure_keeps_to_the_schema(profile) -> None:  # type: ignore[no-untyped-def]
    plain = copy.deepcopy(json.loads(json.dumps(profile_to_plain(profile))))
    sure = surely_keeps(json.loads(schema_text(PROFILE.file)))

    assert sure(plain)
    wrong = 0
    for damaged in _damaged(plain):
        if sure(damaged):
            assert _validator().is_valid(damaged)
        else:
            wrong += 1
    assert wrong > len(_OTHERS)


def test_of_a_sure_profile_jsonschema_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_json_validator", None)

    assert schema_findings(profile_to_plain(whole_profile())) == []


@pytest.mark.parametrize(
    "schema",
    [
        {"not": {"type": "string"}},
        {"type": ["string", "null"]},
        {"format": "hostname"},
        {"$ref": "other.json"},
        {"oneOf": [{"type": "string"}, {"minLength": 1}]},
        {"oneOf": [{"properties": {"type": {"const": "a"}}}] * 2},
        {"if": {"minLength": 3}, "then": {"pattern": "^a"}},
        {"if": {"pattern": "^a"}, "else": {"pattern": "^b"}},
        {"required": ["a"]},
        {"$ref": "#/$defs/tree", "$defs": {"tree": {"items": {"$ref": "#/$defs/tree"}}}},
    ],
)
def test_nothing_is_sure_of_what_a_schema_may_ask_besides(schema: dict[str, Any]) -> None:
    assert not any(map(surely_keeps(schema), ["abc", {"type": "a"}, {"a": 1}, [["x"]]]))


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "integer"}, True),
        ({"enum": [1]}, True),
        ({"const": "a"}, "b"),
        ({"pattern": "^a$"}, "ba"),
        ({"minLength": 2}, "a"),
        ({"minimum": 2}, 1),
        ({"maximum": 2}, 3),
        ({"format": "date"}, "2026-02-30"),
        ({"format": "uri"}, "http://a b"),
        ({"format": "json-pointer"}, "/a~2"),
        ({"items": {"type": "string"}}, ["a", 1]),
        ({"properties": {"a": {}}, "required": ["a"]}, {}),
        ({"properties": {"a": {}}}, {"b": 1}),
        ({"if": {"pattern": "^a"}, "then": {"minLength": 2}}, "a"),
    ],
)
def test_what_a_keyword_refuses_is_not_sure(schema: dict[str, Any], value: Any) -> None:
    assert not surely_keeps(schema)(value)

"""A profile and its trace as JSON."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from pipeline.contract.json_schema import trace_schema
from pipeline.core.diagnostics import Place
from pipeline.core.versions import PROFILE
from pipeline.profile.codec import profile_to_plain
from pipeline.profile.trace import TraceEntry
from pipeline.writers.edition import Edition
from pipeline.writers.json_profile import json_bytes, profile_to_json, trace_to_json, write
from tests.strategies import whole_profile

READ = TraceEntry((Place(line=3, column=1, end_line=3, end_column=9),), "Naam:  x", "Naam", ("x",))
DERIVED = TraceEntry((), "", None, ("eqf",), derived=True)
TRACE = {"/name": READ, "/derived/eqf_level": DERIVED}


def test_the_files_are_named_after_the_profile() -> None:
    assert set(write(Edition(whole_profile(), TRACE))) == {
        "json/havenmeester-v3.json",
        "json/havenmeester-v3.trace.json",
    }


def test_the_profile_is_indented_by_two_and_keeps_letters_as_they_are() -> None:
    data = profile_to_json(whole_profile())

    assert json.loads(data) == profile_to_plain(whole_profile())
    assert data.startswith(f'{{\n  "$schema": "{PROFILE.uri}",\n'.encode())
    assert data.endswith(b"}\n")
    assert "Coördinator".encode() in data
    assert b"\r" not in data


def test_the_trace_is_valid_and_keeps_its_order() -> None:
    plain = json.loads(trace_to_json(whole_profile(), TRACE))

    Draft202012Validator(trace_schema()).validate(plain)
    assert list(plain["leaves"]) == ["/name", "/derived/eqf_level"]


def test_the_trace_tells_places_label_and_what_is_derived() -> None:
    leaves = json.loads(trace_to_json(whole_profile(), TRACE))["leaves"]

    assert leaves["/name"] == {
        "places": [{"line": 3, "column": 1, "end_line": 3, "end_column": 9}],
        "raw": "Naam:  x",
        "label": "Naam",
        "steps": ["x"],
    }
    assert leaves["/derived/eqf_level"] == {
        "places": [],
        "raw": "",
        "steps": ["eqf"],
        "derived": True,
    }


def test_a_trace_of_something_that_is_no_pointer_is_invalid() -> None:
    plain = json.loads(trace_to_json(whole_profile(), {"name": READ}))

    (error,) = Draft202012Validator(trace_schema()).iter_errors(plain)
    assert "'name' does not match" in error.message


def test_a_number_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_bytes({"box": [float("nan")]})

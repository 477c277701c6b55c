"""Learning outcomes: valid against the official description of OEAPI v6, parents and all."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
import yaml

from pipeline.profile.model import Profile
from pipeline.writers import oeapi
from pipeline.writers.edition import Edition
from tests.standards.official import official
from tests.unit.writers.tricky import samples, statements, tricky_profile

PROFILES = samples()
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
Outcome = dict[str, Any]


def outcomes(profile: Profile) -> list[Outcome]:
    """The objects of a profile."""
    (data,) = oeapi.write(Edition(profile)).values()
    found: list[Outcome] = json.loads(data)
    return found


@cache
def schema() -> dict[str, Any]:
    """A schema for a list of learning outcomes, by the official description."""
    description = yaml.safe_load(official("oeapi-v6.yaml").read_text("utf-8"))
    # YAML reads the examples of dates as dates.
    components = json.loads(json.dumps(description["components"], default=str))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "array",
        "items": {"$ref": "#/components/schemas/LearningOutcome"},
        "components": components,
    }


def errors(plain: list[Outcome]) -> tuple[list[str], list[str]]:
    """What two validators say, formats included."""
    first = jsonschema.Draft202012Validator(
        schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    second = jsonschema_rs.validator_for(schema(), validate_formats=True)
    return (
        [error.message for error in first.iter_errors(plain)],
        [error.message for error in second.iter_errors(plain)],
    )


@each_profile
def test_two_validators_find_the_outcomes_valid(profile: Profile) -> None:
    assert errors(outcomes(profile)) == ([], [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("learningOutcomeId", "bcp-1"),
        ("primaryCode", {"code": "R1"}),
        ("name", []),
        ("name", "Samenwerken"),
        ("name", [{"value": "Samenwerken"}]),
        ("abbreviation", "x" * 257),
        ("parentIds", ["R1"]),
    ],
)
def test_two_validators_refuse_a_damaged_outcome(key: str, value: Any) -> None:
    plain = copy.deepcopy(outcomes(tricky_profile()))
    plain[1][key] = value
    first, second = errors(plain)

    assert first
    assert second


def parents(plain: list[Outcome]) -> dict[str, str]:
    """Outcome -> parent by id; ValueError where a link leads nowhere or only one way."""
    known = {one["learningOutcomeId"]: one for one in plain}
    found = {}
    for one in plain:
        identifier = one["learningOutcomeId"]
        for child in one.get("childIds", ()):
            if known.get(child, {}).get("parentIds") != [identifier]:
                raise ValueError(f"{identifier} and its child {child}")
        found[identifier] = one.get("parentIds", [""])[0]
        if found[identifier] and identifier not in known[found[identifier]]["childIds"]:
            raise ValueError(f"{identifier} and its parent")
    return found


@each_profile
def test_no_statement_is_lost_and_each_has_its_parent_and_its_whole_text(profile: Profile) -> None:
    plain = outcomes(profile)
    top = Edition(profile).tree.uuid
    expected = statements(profile)
    names = {one["learningOutcomeId"]: one["name"][0]["value"] for one in plain}

    assert parents(plain) == {top: ""} | {
        key.removeprefix("bcp-"): one.parent.removeprefix("bcp-") or top
        for key, one in expected.items()
    }
    for key, statement in expected.items():
        assert names[key.removeprefix("bcp-")] == " ".join(statement.text.split())


def test_a_link_that_leads_one_way_is_found() -> None:
    plain = outcomes(tricky_profile())
    del plain[1]["parentIds"]

    with pytest.raises(ValueError, match="child"):
        parents(plain)

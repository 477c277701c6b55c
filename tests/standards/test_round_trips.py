"""Arbitrary profiles survive every format, and every validator accepts what is written of them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import cache
from io import BytesIO
from typing import Any

import jsonschema_rs
import xmlschema
from hypothesis import example, given

from pipeline.checks.schema import schema_findings
from pipeline.checks.xml_schema import xml_findings
from pipeline.contract.resources import schema_text
from pipeline.contract.tables import from_tables, to_tables
from pipeline.core.versions import PROFILE, XML
from pipeline.profile.codec import profile_from_plain
from pipeline.profile.model import Profile
from pipeline.writers import sqlite_database
from pipeline.writers.edition import Edition
from pipeline.writers.json_profile import profile_to_json
from pipeline.writers.xml_profile import profile_from_xml, profile_to_xml
from tests.sqlite_tables import tables_in
from tests.strategies import (
    ROUND_TRIP,
    core_task_profiles,
    hollow_profile,
    profiles,
    whole_profile,
)

# Some of them have a node in every list, at every depth.
ANY = profiles() | core_task_profiles()


@cache
def rust_validator() -> Any:
    return jsonschema_rs.validator_for(json.loads(schema_text(PROFILE.file)), validate_formats=True)


@cache
def python_xml_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(schema_text(XML.file))


@given(ANY)
@example(whole_profile())
@example(hollow_profile())
@ROUND_TRIP
def test_a_profile_comes_back_from_json_and_two_engines_find_its_json_valid(
    profile: Profile,
) -> None:
    plain = json.loads(profile_to_json(profile))

    assert profile_from_plain(plain) == profile
    assert schema_findings(plain) == []
    assert list(rust_validator().iter_errors(plain)) == []


@given(ANY)
@example(whole_profile())
@example(hollow_profile())
@ROUND_TRIP
def test_a_profile_comes_back_from_xml_and_two_engines_find_its_xml_valid(
    profile: Profile,
) -> None:
    data = profile_to_xml(profile)

    assert profile_from_xml(data) == profile
    assert xml_findings(data) == []
    assert list(python_xml_schema().iter_errors(BytesIO(data))) == []


@given(ANY)
@example(whole_profile())
@example(hollow_profile())
@ROUND_TRIP
def test_a_profile_comes_back_from_a_database_in_which_every_key_holds(profile: Profile) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(sqlite_database.write([Edition(profile)])[sqlite_database.FILE])

        assert from_tables(tables_in(database)) == [profile]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@given(ANY)
@example(whole_profile())
@example(hollow_profile())
@ROUND_TRIP
def test_a_profile_comes_back_from_tables(profile: Profile) -> None:
    assert from_tables(to_tables([profile])) == [profile]

"""What a file tells of its version, and whether it is read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from pipeline.core.versions import (
    ARTEFACTS,
    COMPARISON,
    NEWER,
    PROFILE,
    REPORT,
    UNCLEAR,
    VersionError,
)

LATER = replace(PROFILE, version="1.4.0")


def told(version: str, uri: str | None = None) -> dict[str, Any]:
    """The keys of a profile that tell its version."""
    return {"$schema": PROFILE.uri_of(uri or version), "schema_version": version}


@pytest.mark.parametrize("version", ["1.0.0", "1.0.7", "1.3.0", "1.4.0", "1.4.9"])
def test_each_version_up_to_the_own_minor_number_is_read(version: str) -> None:
    assert LATER.told(told(version)) == version


@pytest.mark.parametrize(
    ("plain", "code", "pointer", "message"),
    [
        (told("1.5.0"), NEWER, "/$schema", "version 1.5.0 of the profile; this program reads 1.0."),
        (told("2.0.0"), NEWER, "/$schema", "this program reads 1.0.0 to 1.4.0"),
        ({"schema_version": "1.10.0"}, NEWER, "/schema_version", "version 1.10.0"),
        (told("0.9.0"), UNCLEAR, "/$schema", "there is no version 0.9.0 of the profile"),
        (
            told("1.0.0", "1.1.0"),
            UNCLEAR,
            "/schema_version",
            "two versions: $schema tells 1.1.0 and schema_version tells 1.0.0",
        ),
        (told("1.0"), UNCLEAR, "/$schema", "expected a version like 1.0.0, found '1.0'"),
        ({"schema_version": 1}, UNCLEAR, "/schema_version", "found 1"),
        ({"schema_version": "1.0.0\n"}, UNCLEAR, "/schema_version", r"found '1.0.0\n'"),
        ({"schema_version": "v" * 500}, UNCLEAR, "/schema_version", "vvv…"),
        ({"schema_version": "01.0.0"}, UNCLEAR, "/schema_version", "found '01.0.0'"),
        ({"$schema": None}, UNCLEAR, "/$schema", "expected urn:bcp-pipeline:schema:bcp-profile:<"),
        ({"$schema": COMPARISON.uri}, UNCLEAR, "/$schema", f"found '{COMPARISON.uri}'"),
        ({"name": "x"}, UNCLEAR, "", "no version; expected the key $schema or schema_version"),
    ],
)
def test_another_version_or_none_is_one_error_that_says_why(
    plain: dict[str, Any], code: str, pointer: str, message: str
) -> None:
    with pytest.raises(VersionError, match=re.escape(message)) as refused:
        LATER.told(plain)

    assert (refused.value.code, refused.value.pointer) == (code, pointer)


def test_values_are_put_into_another_version_by_the_keys_that_tell_it_alone() -> None:
    plain = {**told("1.0.0"), "version": "1.0.0"}

    assert LATER.in_version(plain, "1.4.0") == {**told("1.4.0"), "version": "1.0.0"}
    assert REPORT.in_version({"schema_version": "1.0.0"}, "1.1.0") == {"schema_version": "1.1.0"}
    assert COMPARISON.in_version({"equal": True}, "1.1.0") == {"equal": True}


def test_no_two_artefacts_share_a_name_or_a_schema_file() -> None:
    assert len({artefact.name for artefact in ARTEFACTS}) == len(ARTEFACTS)
    assert len({(artefact.stem, artefact.ending) for artefact in ARTEFACTS}) == len(ARTEFACTS)

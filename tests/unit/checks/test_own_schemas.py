"""Each stored file is held against the schema of its own version; what has none is told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import schema
from pipeline.checks.schema import schema_findings
from pipeline.checks.xml_schema import xml_findings
from pipeline.contract import resources
from pipeline.contract.resources import released, schema_text, schema_version_for
from pipeline.contract.xml_versions import FIRST_NAMESPACE, XML_NAMESPACE, namespace_of
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.versions import PROFILE, REPORT, TRACE, XML, Artefact, VersionError
from pipeline.profile.codec import DecodeError, profile_from_plain, profile_to_plain
from pipeline.writers.xml_profile import profile_from_xml, profile_to_xml
from tests.stored_releases import RELEASES, profile_of, xml_of
from tests.strategies import whole_profile

PROFILE_XML = profile_to_xml(whole_profile()).decode()
VERSION = f"<schema_version>{XML.version}</schema_version>"
NEXT = "1.99.0"


def profile(**changes: Any) -> dict[str, Any]:
    """A whole profile as plain values, with other ones."""
    return profile_to_plain(whole_profile()) | changes


def first_profile(**changes: Any) -> dict[str, Any]:
    """A profile of version 1.0.0 as plain values, with other ones."""
    plain: dict[str, Any] = json.loads(profile_of("1.0.0").read_bytes())
    return plain | changes


def codes(findings: list[Diagnostic]) -> list[str]:
    """Their codes."""
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("changes", "pointer", "message"),
    [
        ({"salary": "x"}, "/salary", "does not have /salary"),
        ({"a/b": 1, "salary": 2}, "/a~1b", "does not have /a~1b, /salary"),
        ({f"{n}": n for n in range(9)}, "/0", "/0, /1, /2, /3, /4 and 4 more"),
    ],
)
def test_only_unknown_keys_are_one_finding_of_a_newer_program(
    changes: dict[str, Any], pointer: str, message: str
) -> None:
    (finding,) = schema_findings(profile(**changes))

    assert (finding.code, finding.pointer) == ("BCP504", pointer)
    assert message in finding.message


def test_unknown_keys_below_and_in_text_blocks_are_found_too() -> None:
    plain = profile()
    plain["roles"][0]["code"] = "B1"
    plain["career_prospects"][0]["style"] = "cursief"

    (finding,) = schema_findings(plain)

    assert finding.code == "BCP504"
    assert "/career_prospects/0/style" in finding.message
    assert "/roles/0/code" in finding.message


@pytest.mark.parametrize(
    "changes", [{"secotr": "x"}, {"salary": "x", "name": 7}, {"salary": "x", "secotr": "y"}]
)
def test_what_is_misspelt_or_wrong_besides_is_told_as_such(changes: dict[str, Any]) -> None:
    assert set(codes(schema_findings(profile(**changes)))) == {"BCP501"}


@pytest.mark.parametrize("key", ["$schema", "schema_version"])
def test_one_of_both_keys_tells_the_version_and_the_other_is_missing(key: str) -> None:
    plain = profile()
    del plain[key]

    (finding,) = schema_findings(plain)

    assert (finding.code, f"'{key}' is a required property") == ("BCP501", finding.message)


def test_a_file_without_a_version_or_with_two_is_one_finding() -> None:
    assert codes(schema_findings({})) == ["BCP505"]
    assert codes(schema_findings(profile(schema_version="1.0.0"))) == ["BCP505"]


def test_only_the_documentation_was_another_one() -> None:
    major, minor, _ = PROFILE.version.split(".")
    plain = PROFILE.in_version(profile(), f"{major}.{minor}.9")

    assert schema_findings(plain) == []
    assert codes(schema_findings({**plain, "nlqf_level": "9"})) == ["BCP501"]
    assert profile_from_plain(plain) == whole_profile()
    assert codes(schema_findings({**plain, "salary": "x"})) == ["BCP504"]


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Artefact]:
    """The profile in version 1.2.0, with a key that came in 1.1.0 and one of its own."""
    folder = tmp_path / "schemas"
    folder.mkdir()
    plain = json.loads(schema_text(PROFILE.file_of("1.0.0")))
    for version, key in (("1.0.0", None), ("1.1.0", "family"), ("1.2.0", "status")):
        if key is not None:
            plain["properties"][key] = {"type": "string"}
        plain["properties"]["$schema"]["const"] = PROFILE.uri_of(version)
        plain["properties"]["schema_version"]["const"] = version
        (folder / PROFILE.file_of(version)).write_text(json.dumps(plain), "utf-8")
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    schema_version_for.cache_clear()
    schema._json_validator.cache_clear()
    schema._sure.cache_clear()
    yield Artefact("profile", "1.2.0", PROFILE.stem, PROFILE.ending, PROFILE.keys)
    schema_version_for.cache_clear()
    schema._json_validator.cache_clear()
    schema._sure.cache_clear()


@pytest.mark.parametrize(
    ("version", "key", "code", "message"),
    [
        ("1.0.0", None, None, ""),
        ("1.1.0", "family", None, ""),
        ("1.2.0", "family", None, ""),
        ("1.0.0", "family", "BCP505", "does not have /family; the file keeps to version 1.1.0"),
        ("1.1.0", "status", "BCP505", "does not have /status; the file keeps to version 1.2.0"),
        ("1.2.0", "code", "BCP504", "version 1.2.0 of the profile does not have /code"),
        ("1.3.0", "family", "BCP504", "this program reads 1.0.0 to 1.2.0"),
    ],
)
def test_a_file_keeps_to_its_own_version_and_not_to_another_one(
    version: str, key: str | None, code: str | None, message: str, later: Artefact
) -> None:
    plain = later.in_version(first_profile(**({key: "x"} if key else {})), version)

    found = schema_findings(plain, later)

    assert codes(found) == ([code] if code else [])
    assert not message or message in found[0].message


def test_a_version_between_two_that_were_released_is_none(later: Artefact, tmp_path: Path) -> None:
    (tmp_path / "schemas" / later.file_of("1.1.0")).unlink()

    with pytest.raises(VersionError, match=re.escape("expected one of 1.0.0, 1.2.0")):
        schema_version_for(later, "1.1.0")
    assert released(later) == ("1.0.0", "1.2.0")


# XML


def test_the_namespace_has_the_major_number_alone_but_for_the_first_version() -> None:
    assert namespace_of("1.0.3") == FIRST_NAMESPACE == "urn:bcp-pipeline:bcp-profile:1.0"
    assert {namespace_of(v) for v in ("1.1.0", "1.10.2")} == {"urn:bcp-pipeline:bcp-profile:1"}
    assert namespace_of("2.0.0") == "urn:bcp-pipeline:bcp-profile:2"


@pytest.mark.parametrize("release", [None, *RELEASES])
def test_xml_of_each_version_is_read_and_held_against_its_own_schema(release: str | None) -> None:
    text = PROFILE_XML if release is None else xml_of(release).read_text("utf-8")
    expected = profile() if release is None else json.loads(profile_of(release).read_bytes())
    assert xml_findings(text.encode()) == []
    assert profile_from_xml(text.encode()) == profile_from_plain(expected)

    damaged = text.replace("<nlqf_level>4<", "<nlqf_level>9<").encode()
    findings = xml_findings(damaged)
    assert set(codes(findings)) == {"BCP502"}
    assert not any("urn:" in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (f'"{XML_NAMESPACE}"', '"urn:bcp-pipeline:bcp-profile:2"', "BCP505", ", the namespace"),
        (f'"{XML_NAMESPACE}"', f'"{FIRST_NAMESPACE}"', "BCP505", "of another version"),
        (f'"{XML_NAMESPACE}"', '"urn:bcp-pipeline:bcp-profile:1.1"', "BCP505", "is of no version"),
        (VERSION, VERSION.replace(XML.version, NEXT), "BCP504", f"version {NEXT} of the xml; this"),
        (VERSION, VERSION.replace(XML.version, "1.0.0"), "BCP505", "of another version"),
        (
            VERSION,
            VERSION.replace(XML.version, "een"),
            "BCP505",
            "expected a version like 1.0.0, found 'een'",
        ),
        (VERSION, "", "BCP502", "Expected is ( schema_version )"),
        ("<name>", "<salary><x/><y/></salary><name>", "BCP504", "not have /profile/salary"),
        ("<name>", "<nmae/><name>", "BCP502", "This element is not expected"),
        ("<name>", "<id>x</id><name>", "BCP502", "This element is not expected"),
    ],
)
def test_what_an_xml_file_tells_of_its_version(old: str, new: str, code: str, message: str) -> None:
    assert old in PROFILE_XML

    findings = xml_findings(PROFILE_XML.replace(old, new, 1).encode())

    assert findings[0].code == code
    assert message in findings[0].message
    assert len(findings) == 1 or code == "BCP502"


def test_xml_of_the_next_major_version_was_made_by_a_newer_program() -> None:
    later = VERSION.replace(XML.version, "2.0.0")
    text = PROFILE_XML.replace(XML_NAMESPACE, namespace_of("2.0.0")).replace(VERSION, later)

    assert codes(xml_findings(text.encode())) == ["BCP504"]
    with pytest.raises(VersionError):
        profile_from_xml(text.encode())
    with pytest.raises(DecodeError, match="unknown element salary"):
        profile_from_xml(PROFILE_XML.replace("<name>", "<salary/><name>", 1).encode())


def test_other_artefacts_tell_their_version_by_the_key_that_they_have() -> None:
    trace = {"$schema": TRACE.uri, "profile": "a-v1", "source": profile()["source"], "leaves": {}}

    assert schema_findings(trace, TRACE) == []
    assert codes(schema_findings({**trace, "$schema": TRACE.uri_of("1.1.0")}, TRACE)) == ["BCP504"]
    assert codes(schema_findings({**trace, "$schema": PROFILE.uri}, TRACE)) == ["BCP505"]
    assert codes(schema_findings({"schema_version": "1.2.0"}, REPORT)) == ["BCP504"]


# The keys that came with 1.1.0; none of them is a slip of a key of 1.0.0.
CAME = (
    "family code status commissioned_by steering_body aspect place act summary result "
    "role_and_responsibilities legal_requirements sector_requirements core_tasks work_processes "
    "stakeholders tools quality dilemmas behaviour applies_to components core_challenges "
    "competency_matrix"
).split()


@pytest.mark.parametrize("name", CAME)
def test_a_key_that_came_later_is_not_taken_for_one_that_is_misspelt(name: str) -> None:
    (finding,) = schema_findings(first_profile(**{name: "x"}))
    assert finding.code in ("BCP504", "BCP505")
    text = xml_of("xml-1.1.0").read_text("utf-8")
    element = f"<{name}>x</{name}>\n  <name>"
    (finding,) = xml_findings(text.replace("<name>", element, 1).encode())
    assert finding.code in ("BCP504", "BCP505")

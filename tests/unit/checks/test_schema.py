"""Profile JSON and XML against the public schemas."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.checks.schema import schema_findings
from pipeline.checks.xml_schema import xml_findings
from pipeline.contract.resources import schema_text
from pipeline.core.versions import PROFILE, REPORT, TRACE
from pipeline.profile.codec import profile_to_plain
from pipeline.writers.xml_profile import profile_to_xml
from tests.strategies import hollow_profile, whole_profile

Plain = dict[str, Any]


@pytest.mark.parametrize("profile", [whole_profile(), hollow_profile()], ids=["whole", "hollow"])
def test_a_valid_profile_has_no_findings(profile) -> None:  # type: ignore[no-untyped-def]
    assert schema_findings(profile_to_plain(profile)) == []
    assert xml_findings(profile_to_xml(profile)) == []


@pytest.mark.parametrize(
    ("damage", "pointer", "message"),
    [
        (lambda p: p.pop("name"), "", "'name' is a required property"),
        (lambda p: p.update(secotr="x"), "", "'secotr' was unexpected"),
        (lambda p: p.update(name=7), "/name", "expected a value of type string, found 7"),
        (lambda p: p.update(date="2024-13"), "/date", "expected a text like '2026-03-02'"),
        (lambda p: p.update(nlqf_level="9"), "/nlqf_level", "expected one of '"),
        (lambda p: p["job_titles"].append(""), "/job_titles/1", "a text that is not empty"),
        (lambda p: p["derived"].update(eqf_level=9), "/derived/eqf_level", "greater than"),
        (
            lambda p: p["derived"]["requirements"][0].update(pointer="/a~2"),
            "/derived/requirements/0/pointer",
            "expected a valid json-pointer like '/description",
        ),
        (
            lambda p: p["career_prospects"].append({"type": "table"}),
            "/career_prospects/2",
            "expected a text block of type 'paragraph' or 'list', found {'type': 'table'}",
        ),
        (
            lambda p: p["career_prospects"].append({"type": "paragraph"}),
            "/career_prospects/2",
            "'text' is a required property",
        ),
        (
            lambda p: p["career_prospects"][1].update(ordered=1),
            "/career_prospects/1/ordered",
            "expected a value of type boolean, found 1",
        ),
    ],
)
def test_a_violation_is_found_at_its_pointer_with_what_was_expected(
    damage: Callable[[Plain], object], pointer: str, message: str
) -> None:
    plain = profile_to_plain(whole_profile())
    damage(plain)

    (finding,) = schema_findings(plain)

    assert (finding.code, finding.pointer) == ("BCP501", pointer)
    assert message in finding.message


def test_every_violation_is_found() -> None:
    plain = profile_to_plain(whole_profile()) | {"name": 1, "version": 2}

    assert [finding.pointer for finding in schema_findings(plain)] == ["/name", "/version"]


def test_a_value_that_is_no_object_is_one_finding() -> None:
    (finding,) = schema_findings([])

    assert finding.message == "expected a value of type object, found []"


def test_a_pointer_escapes_the_two_characters_that_it_uses_itself() -> None:
    plain = profile_to_plain(whole_profile())
    plain["source"] = {"a/b~c": 1}

    assert {finding.pointer for finding in schema_findings(plain)} == {"/source"}


def test_a_long_value_is_cut_in_the_message() -> None:
    plain = profile_to_plain(whole_profile()) | {"date": "x" * 500}

    (finding,) = schema_findings(plain)

    assert finding.message.endswith("x…")
    assert len(finding.message) < 200


WHOLE_XML = profile_to_xml(whole_profile()).decode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<name>Havenmeester</name>", "", "Expected is ( name )"),
        ("<name>", "<secotr/><name>", "Element 'secotr': This element is not expected"),
        ("<nlqf_level>4<", "<nlqf_level>9<", "[facet 'enumeration'] The value '9'"),
        (">2026-03-02<", ">2 maart<", "[facet 'pattern'] The value '2 maart'"),
        ("<year>2024<", "<year>1024<", "[facet 'minInclusive']"),
        (' ordered="false"', "", "The attribute 'ordered' is required but missing"),
        ("bcp-00000000-0001-", "bcp-00000000-0000-", "Duplicate key-sequence"),
    ],
)
def test_a_violation_of_the_xsd_is_found_with_its_line(old: str, new: str, message: str) -> None:
    assert old in WHOLE_XML
    damaged = WHOLE_XML.replace(old, new, 1)

    finding = xml_findings(damaged.encode())[0]

    assert finding.code == "BCP502"
    assert message in finding.message
    assert "{urn:" not in finding.message
    assert finding.place is not None and finding.place.line is not None
    assert 1 < finding.place.line <= damaged.count("\n")


def test_a_finding_in_xml_names_the_line_of_the_element() -> None:
    line = next(n for n, text in enumerate(WHOLE_XML.splitlines(), 1) if "<nlqf_level>" in text)

    (finding, *_) = xml_findings(WHOLE_XML.replace("<nlqf_level>4<", "<nlqf_level>9<").encode())

    assert finding.place is not None
    assert finding.place.line == line


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<profile>",
        b"plain text",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "http://x.invalid/a.dtd"><a/>',
    ],
    ids=["empty", "cut off", "no markup", "an entity", "an external DTD"],
)
def test_what_is_not_well_formed_or_declares_a_document_type_is_one_finding(data: bytes) -> None:
    (finding,) = xml_findings(data)

    assert finding.code == "BCP503"
    assert finding.place is not None


def test_jsonschema_and_lxml_are_loaded_only_when_they_are_needed() -> None:
    program = (
        "import sys; import pipeline.checks.schema; "
        "sys.exit(bool({'jsonschema', 'lxml'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_every_format_that_the_schemas_use_is_checked() -> None:
    from jsonschema import Draft202012Validator

    texts = [schema_text(name) for name in (PROFILE.file, TRACE.file, REPORT.file)]
    used = {name for text in texts for name in re.findall(r'"format": "([a-z-]+)"', text)}
    assert used
    assert used <= Draft202012Validator.FORMAT_CHECKER.checkers.keys()

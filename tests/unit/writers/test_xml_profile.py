"""A profile as XML and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.profile.codec import DecodeError
from pipeline.profile.model import Description, ItemList, Paragraph
from pipeline.writers.edition import Edition
from pipeline.writers.xml_profile import (
    IllegalCharacterError,
    profile_from_xml,
    profile_to_xml,
    write,
)
from tests.strategies import hollow_profile, whole_profile

WHOLE = profile_to_xml(whole_profile()).decode()


def damaged(old: str, new: str) -> bytes:
    """The XML of the whole profile with its first `old` replaced."""
    assert old in WHOLE
    return WHOLE.replace(old, new, 1).encode()


def test_the_file_is_named_after_the_profile() -> None:
    assert set(write(Edition(whole_profile()))) == {"xml/havenmeester-v3.xml"}


def test_a_list_has_a_wrapper_and_children_in_the_singular() -> None:
    assert "<job_titles>\n    <job_title>havenmeester</job_title>\n  </job_titles>" in WHOLE


def test_text_blocks_are_paragraphs_and_lists() -> None:
    assert "<paragraph>De havenmeester werkt in een jachthaven.</paragraph>" in WHOLE
    assert '<list ordered="false">\n      <item>wijst ligplaatsen toe;</item>' in WHOLE


def test_what_is_absent_has_no_element_and_what_is_empty_an_empty_one() -> None:
    profile = replace(whole_profile(), sector=None, short_name="", job_titles=())
    data = profile_to_xml(profile)

    assert b"<sector>" not in data
    assert b"<short_name></short_name>" in data
    assert b"<job_titles/>" in data
    assert profile_from_xml(data) == profile


@pytest.mark.parametrize(
    "profile",
    [
        whole_profile(),
        hollow_profile(),
        replace(whole_profile(), derived=None, description=Description()),
        replace(
            whole_profile(),
            career_prospects=(Paragraph(text=""), ItemList(ordered=True, items=())),
        ),
        replace(whole_profile(), name="R&D < ]]> \"x\" 'y' \u00a0 \U0001f600"),
    ],
    ids=["whole", "hollow", "nothing derived", "empty blocks", "markup in text"],
)
def test_a_profile_comes_back_from_its_xml(profile) -> None:  # type: ignore[no-untyped-def]
    assert profile_from_xml(profile_to_xml(profile)) == profile


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ufffe", "\ud800"], ids=ascii)
def test_a_character_that_xml_forbids_is_refused_with_its_pointer(character: str) -> None:
    block = ItemList(ordered=False, items=("goed", f"fout{character}"))
    profile = replace(whole_profile(), career_prospects=(block,))

    with pytest.raises(IllegalCharacterError) as raised:
        profile_to_xml(profile)

    assert raised.value.pointer == "/career_prospects/0/items/1"
    assert f"U+{ord(character):04X}" in str(raised.value)


def test_comments_and_processing_instructions_are_no_data() -> None:
    data = damaged("<name>Haven", "<!-- a --><?b c?><name>Haven<!-- d -->")

    assert profile_from_xml(data) == whole_profile()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("</profile>", "", "not well-formed XML"),
        ("<profile", '<!DOCTYPE profile [<!ENTITY x "y">]><profile', "no document type"),
        ("<profile", '<!DOCTYPE profile SYSTEM "http://x.invalid/p.dtd"><profile', "no document"),
        ("urn:bcp-pipeline:", "urn:other:", "expected the root element"),
        ("<name>", "<salary>1</salary><name>", r"unknown element salary \(line"),
        ("<name>", "<name>x</name><name>", "repeated element name"),
        ("<name>", "los<name>", "unexpected text 'los'"),
        ("<name>", "<name><b>x</b>", "/name: expected text, found b"),
        ("<name>", '<name class="x">', "/name: unknown attribute class"),
        ("<job_title>", "<trade>x</trade><job_title>", "/job_titles: expected job_title"),
        ("<paragraph>", "<table/><paragraph>", "/career_prospects/0: unknown element table"),
        ('ordered="false"', 'ordered="maybe"', "/career_prospects/1/ordered: expected bool"),
        ("<year>2024", "<year>vorig", "/source_documents/0/year: expected int, found str"),
        ("<language>nl</language>", "", "the key 'language' is missing"),
    ],
)
def test_damaged_xml_is_refused_for_its_reason(old: str, new: str, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        profile_from_xml(damaged(old, new))

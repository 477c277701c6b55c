"""One change in a document changes exactly one thing in its profile."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.profiles import ROOT
from tests.rendering.render import render
from tests.rendering.style import Style

Plain = dict[str, Any]
SAMPLE = ROOT / "input" / "werfcoordinator-jachthaven.txt"
NAMES = (
    "werfcoordinator-jachthaven",
    "datacenterbeheerder",
    "hulphondentrainer",
    "beheerder-buurthuis",
)
FILE = ("/source/sha256",)


def expected(name: str) -> Plain:
    """The content of a profile of the corpus."""
    content: Plain = json.loads(
        (ROOT / "tests" / "corpus" / name / "expected.json").read_text("utf-8")
    )
    return content


def converted(data: bytes) -> Plain:
    """The whole profile of the bytes."""
    plain: Plain = profile_to_plain(convert_bytes(data, "profiel").profile)
    return plain


def printed(content: Plain, form: str = "text") -> Plain:
    """The whole profile of a content printed in a plain style."""
    return converted(render(content, Style(form="cms" if form == "cms" else "text")))


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """(JSON Pointer, value) of each leaf."""
    below: Any = ()
    if isinstance(value, dict):
        below = value.items()
    elif isinstance(value, list):
        below = enumerate(value)
    else:
        yield pointer, value
    for key, inner in below:
        yield from leaves(inner, f"{pointer}/{key}")


def changed(before: Plain, after: Plain) -> set[str]:
    """The pointers at which two profiles differ, the checksum of the file left out."""
    one, other = dict(leaves(before)), dict(leaves(after))
    return {
        pointer
        for pointer in one.keys() | other.keys()
        if one.get(pointer) != other.get(pointer) and pointer not in FILE
    }


def element_ids(plain: Plain) -> list[str]:
    """All identifiers of elements, in order."""
    return [v for pointer, v in leaves(plain) if pointer.endswith("/id") and pointer != "/id"]


def test_another_word_in_an_indicator_changes_its_text_and_id_alone() -> None:
    text = SAMPLE.read_text("utf-8")
    before = converted(text.encode())
    changed_text = text.replace("Maakt een realistische planning", "Maakt een haalbare planning")
    assert changed_text != text
    at = "/roles/0/competencies/0/indicators/1"
    assert changed(before, converted(changed_text.encode())) == {f"{at}/text", f"{at}/id"}


@pytest.mark.parametrize("form", ["text", "cms"])
@pytest.mark.parametrize("name", NAMES)
def test_another_indicator_changes_its_text_and_id_alone(name: str, form: str) -> None:
    content = expected(name)
    other = copy.deepcopy(content)
    other["roles"][0]["competencies"][-1]["indicators"][0]["text"] = "Legt uit wat er gebeurd is"
    last = len(content["roles"][0]["competencies"]) - 1
    at = f"/roles/0/competencies/{last}/indicators/0"
    assert changed(printed(content, form), printed(other, form)) == {f"{at}/text", f"{at}/id"}


def test_a_new_version_number_keeps_all_element_ids() -> None:
    text = SAMPLE.read_text("utf-8")
    other = text.replace("\t2.1\n", "\t3\n")
    assert other != text
    before, after = converted(text.encode()), converted(other.encode())
    assert changed(before, after) == {"/version", "/id"}
    assert element_ids(before) == element_ids(after)
    assert len(set(element_ids(before))) == len(element_ids(before)) > 50


@pytest.mark.parametrize("name", NAMES)
def test_another_date_changes_the_date_alone(name: str) -> None:
    content = expected(name)
    other = {**content, "date": "2021-11-30"}
    keyed = set() if "version" in content else {"/id"}
    assert changed(printed(content), printed(other)) == {"/date", *keyed}


@pytest.mark.parametrize("name", NAMES)
def test_an_added_indicator_leaves_all_other_ids_alone(name: str) -> None:
    content = expected(name)
    other = copy.deepcopy(content)
    indicators = other["roles"][0]["competencies"][0]["indicators"]
    indicators.insert(0, {"text": "Vraagt op tijd om hulp"})
    before, after = element_ids(printed(content)), element_ids(printed(other))
    assert len(after) == len(before) + 1
    assert [known for known in after if known in before] == before


@pytest.mark.parametrize("name", NAMES)
def test_indicators_in_another_order_keep_their_ids(name: str) -> None:
    content = expected(name)
    other = copy.deepcopy(content)
    for competency in other["roles"][0]["competencies"]:
        competency["indicators"].reverse()
    before, after = element_ids(printed(content)), element_ids(printed(other))
    assert before != after
    assert sorted(before) == sorted(after)


def test_the_issuer_is_part_of_the_key_of_all_ids() -> None:
    content = expected("hulphondentrainer")
    other = {**content, "developed_by": ["Ander Bureau"]}
    before, after = element_ids(printed(content)), element_ids(printed(other))
    assert not set(before) & set(after)
    assert len(before) == len(after)


def test_the_form_of_the_document_does_not_count_for_ids() -> None:
    content = expected("datacenterbeheerder")
    assert element_ids(printed(content, "text")) == element_ids(printed(content, "cms"))

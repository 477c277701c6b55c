"""Each profile comes out exactly: every leaf in order, nothing extra, ledger and places right."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pipeline import Conversion, Severity, convert
from pipeline.profile.codec import profile_to_plain
from pipeline.readers.source import decode
from tests.machine import needs
from tests.profiles import Case, content_of, own_cases, real_case

CASES = [
    *(pytest.param(case, id=case.name) for case in own_cases()),
    pytest.param(real_case(), id="facilitair-coordinator.txt", marks=needs("shared")),
]


@cache
def converted(path: Path) -> Conversion:
    """The conversion of a file, made once."""
    return convert(path)


@pytest.mark.parametrize("case", CASES)
def test_a_profile_gives_exactly_the_content_expected_of_it(case: Case) -> None:
    conversion = converted(case.source)
    found = content_of(profile_to_plain(conversion.profile))
    # As text, so that the order of keys counts too.
    assert json.dumps(found, ensure_ascii=False, indent=1) == json.dumps(
        case.expected_content(), ensure_ascii=False, indent=1
    )


@pytest.mark.parametrize("case", CASES)
def test_nothing_of_the_source_is_lost_and_no_finding_is_an_error(case: Case) -> None:
    conversion = converted(case.source)
    assert conversion.ledger.closed, conversion.ledger
    assert sum(conversion.ledger.accounts.values()) == conversion.ledger.content
    assert [f for f in conversion.findings if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("case", CASES)
def test_each_value_stands_in_the_source_where_its_trace_says(case: Case) -> None:
    conversion = converted(case.source)
    lines = decode(case.source.read_bytes()).text.split("\n")
    checked = 0
    for pointer, value, stretch in _read_values(conversion, lines):
        assert stretch, f"{pointer} has no place"
        assert _is_subsequence(_visible(value), stretch), (pointer, value, stretch)
        # The place is tight: it begins and ends with the value.
        assert (stretch[0], stretch[-1]) == (_visible(value)[0], _visible(value)[-1]), pointer
        checked += 1
    assert checked > 50


@pytest.mark.parametrize("case", CASES)
def test_every_leaf_of_the_profile_is_in_the_trace(case: Case) -> None:
    conversion = converted(case.source)
    plain = profile_to_plain(conversion.profile)
    added = {"$schema", "schema_version", "id", "source", "language", "family"}
    leaves = {
        pointer
        for key, value in plain.items()
        if key not in added
        for pointer in _leaf_pointers(value, f"/{key}")
    }
    empty = {p for p in leaves if _resolve(plain, p) in ("", [])}
    assert leaves - set(conversion.trace) - empty == set()
    assert set(conversion.trace) - leaves == set()


def _leaf_pointers(value: object, pointer: str) -> Iterator[str]:
    structural = ("id", "type", "ordered")
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in structural:
                yield from _leaf_pointers(inner, f"{pointer}/{key}")
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from _leaf_pointers(inner, f"{pointer}/{number}")
    else:
        yield pointer


def _resolve(plain: object, pointer: str) -> object:
    for part in pointer.split("/")[1:]:
        plain = plain[int(part)] if isinstance(plain, list) else plain[part]  # type: ignore[index]
    return plain


def _read_values(conversion: Conversion, lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """(pointer, value, source text at its places) of each value that is text taken as it stood."""
    plain = profile_to_plain(conversion.profile)
    for pointer, entry in conversion.trace.items():
        value = _resolve(plain, pointer)
        concluded = pointer.endswith(("/kind", "/dimension", "/date", "/document_type"))
        if entry.derived or concluded or not isinstance(value, str) or not value:
            continue
        if pointer in ("/nlqf_level", "/document_type"):
            continue
        stretch = " ".join(
            lines[(place.line or 1) - 1][(place.column or 1) - 1 : (place.end_column or 1) - 1]
            for place in entry.places
        )
        yield pointer, value, _visible(html.unescape(re.sub(r"<[^>]*>", "", stretch)))


def _visible(text: str) -> str:
    return "".join(text.split())


def _is_subsequence(wanted: str, text: str) -> bool:
    rest = iter(text)
    return all(char in rest for char in wanted)

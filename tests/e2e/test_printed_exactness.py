"""The real profile and the sample as PDF and Word document: every leaf, and where it stood."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from lxml import etree

from pipeline import Conversion, Severity, convert
from pipeline.core.diagnostics import Place
from pipeline.profile.codec import profile_to_plain
from tests.machine import needs
from tests.profiles import Case, content_of, printed_cases, printed_samples
from tests.suites import few

CASES = [
    *(pytest.param(case, id=case.source.name) for case in printed_samples()),
    *few((pytest.param(case, id=case.source.name) for case in printed_cases()), 2),
]
if not printed_cases():
    CASES.append(pytest.param(None, id="real", marks=needs("shared")))


@cache
def converted(path: Path) -> Conversion:
    """The conversion of a file, made once."""
    return convert(path)


@pytest.mark.parametrize("case", CASES)
def test_a_printed_profile_gives_exactly_the_content_expected_of_it(case: Case) -> None:
    found = content_of(profile_to_plain(converted(case.source).profile))

    assert json.dumps(found, ensure_ascii=False, indent=1) == json.dumps(
        case.expected_content(), ensure_ascii=False, indent=1
    )


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_lost_and_both_engines_read_the_same(case: Case) -> None:
    conversion = converted(case.source)

    assert conversion.ledger.closed, conversion.ledger
    serious = [f for f in conversion.findings if f.severity is not Severity.INFO]
    assert serious == []


@pytest.mark.parametrize("case", CASES)
def test_each_value_stands_where_its_trace_says(case: Case) -> None:
    conversion = converted(case.source)
    data = case.source.read_bytes()
    text_at = _words_in_boxes(data) if case.source.suffix == ".pdf" else _paragraphs(data)
    checked = 0
    for pointer, entry in conversion.trace.items():
        if entry.derived or not entry.places:
            continue
        if case.source.suffix == ".docx" and pointer.endswith("/number"):
            # Word prints an automatic number; no element of the paragraph holds it.
            assert text_at(entry.places[0]), pointer
            continue
        there = "".join(text_at(place) for place in entry.places)
        raw = _visible(entry.raw)
        # A raw text holds the marker before an item; the place is that of the value.
        assert _is_within(raw, there) or _is_within(there, raw), (pointer, raw, there)
        checked += 1
    assert checked > 100


def _visible(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def _is_within(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(char in rest for char in part)


def _words_in_boxes(data: bytes):  # type: ignore[no-untyped-def]
    """Looks up the characters inside a box, as pdfplumber reads them."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        pages = [page.chars for page in document.pages]

    def text_at(place: Place) -> str:
        assert place.page is not None
        assert place.box is not None
        x0, top, x1, bottom = place.box
        return _visible(
            "".join(
                char["text"]
                for char in pages[place.page - 1]
                if x0 - 1 <= (char["x0"] + char["x1"]) / 2 <= x1 + 1
                and top - 1 <= (char["top"] + char["bottom"]) / 2 <= bottom + 1
            )
        )

    return text_at


def _paragraphs(data: bytes):  # type: ignore[no-untyped-def]
    """Looks up the text of a paragraph by its part and path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))

    def text_at(place: Place) -> str:
        assert place.part == "word/document.xml"
        assert place.path is not None
        names: Any = root.nsmap
        found: Any = root.getroottree().xpath(place.path, namespaces=names)
        (paragraph,) = found
        return _visible("".join(paragraph.itertext("{*}t")))

    return text_at

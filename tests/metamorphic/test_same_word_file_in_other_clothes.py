"""How a Word file is written changes nothing about the profile that it shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.conversion import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.machine import needs
from tests.metamorphic.word_clothes import CHANGES, Change, in_other_clothes, in_strict_form
from tests.profiles import SHARED, content_of, printed_samples
from tests.suites import few

REAL_WORD = SHARED / "facilitair-coordinator.docx"
FILES = [
    *(
        pytest.param(case.source, id=case.name)
        for case in printed_samples()
        if case.source.suffix == ".docx"
    ),
    pytest.param(REAL_WORD, id="facilitair-coordinator.docx", marks=needs("shared")),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("source", few(FILES, 1))
def test_another_way_to_write_what_is_shown_changes_nothing(source: Path, change: Change) -> None:
    data = source.read_bytes()

    assert _content(in_other_clothes(data, change)) == _content(data)


@pytest.mark.parametrize("source", FILES)
def test_the_strict_form_says_the_same(source: Path) -> None:
    data = source.read_bytes()

    assert _content(in_strict_form(data)) == _content(data)


def _content(data: bytes) -> str:
    conversion = convert_bytes(data, "profile.docx")
    assert conversion.ledger.closed, conversion.ledger
    return json.dumps(content_of(profile_to_plain(conversion.profile)), ensure_ascii=False)

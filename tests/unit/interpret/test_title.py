"""What stands in brackets behind a name: a code, or what says of itself that it is none."""

from __future__ import annotations

import pytest

from pipeline.document.text import plain
from pipeline.interpret.title import without_code


@pytest.mark.parametrize(
    ("chars", "name", "code"),
    [
        ("Rietdekker (BOU 021)", "Rietdekker", "BOU 021"),
        ("Rietdekker (MBOUW 21)", "Rietdekker", "MBOUW 21"),
        ("Rietdekker (MBO 4)", "Rietdekker (MBO 4)", ""),
        ("Rietdekker (NLQF 4)", "Rietdekker (NLQF 4)", ""),
        ("Rietdekker (EQF-3)", "Rietdekker (EQF-3)", ""),
        ("Rietdekker (NIVEAU 4)", "Rietdekker (NIVEAU 4)", ""),
        ("Rietdekker (concept)", "Rietdekker (concept)", ""),
    ],
)
def test_letters_and_a_number_are_a_code_unless_they_name_a_level(
    chars: str, name: str, code: str
) -> None:
    found = without_code(plain(chars))

    assert (found[0].chars.strip(), found[1].chars) == (name, code)

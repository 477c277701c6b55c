"""What titles and covers say: a code in brackets behind a name, a line that names a sector."""

from __future__ import annotations

import pytest

from pipeline.document.text import plain
from pipeline.interpret.title import without_code
from tests.unit.interpret.specimens import interpreted_page


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


@pytest.mark.parametrize(
    ("line", "sector"),
    [
        ("Jachthavenbranche", "Jachthavenbranche"),
        ("Maritieme sector", "Maritieme sector"),
        ("Waterland en kust", None),
        ("Een uitgave van de raad van de hele sector", None),
    ],
)
def test_a_line_on_the_cover_names_a_sector_by_its_last_word(line: str, sector: str | None) -> None:
    title = f"Beroepscompetentieprofiel Havenmeester</h1><p>{line}</p><h1>Algemene informatie"
    found = interpreted_page("", title)

    assert found.content.get("sector") == sector

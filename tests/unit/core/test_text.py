"""Labels fold to what is compared; white space collapses; names become file names."""

from __future__ import annotations

import pytest

from pipeline.core.text import collapse, fold, shown_name, slug


@pytest.mark.parametrize(
    ("printed", "compared"),
    [
        ("Naam BCP:", "naam bcp"),
        ("Competenties -", "competenties"),
        ("COMPLEXITEIT", "complexiteit"),
        ("Werkomgeving (NLQF)", "werkomgeving"),
        ("Werkomgeving (NLQF):", "werkomgeving"),
        ("Verwante beroepen (schema) -", "verwante beroepen"),
        ("Brondocument(en)", "brondocument"),
        ("Crebonummer(s):", "crebonummer"),
        ("Kennis & vaardigheden", "kennis en vaardigheden"),
        ("Co\u00f6rdinator", "coordinator"),
        ("Coo\u0308rdinator", "coordinator"),
        ("1. Algemene informatie", "algemene informatie"),
        ("1.2 Beschrijving van het beroep", "beschrijving van het beroep"),
        ("3 Beschrijving", "beschrijving"),
        ("a. Attitude", "attitude"),
        ("a) Beschrijving van de\nrol", "beschrijving van de rol"),
        ("(2) Attitude", "attitude"),
        ("iv. Attitude", "attitude"),
        ("\u2022 Attitude", "attitude"),
        ("- op inhoud door", "op inhoud door"),
        ("functie-\nbenamin-\n gen", "functiebenamingen"),
        ("Leer-\nen ontwikkelvaardigheden", "leer- en ontwikkelvaardigheden"),
        ("zelf\u00adstandig\u00adheid", "zelfstandigheid"),
        ("Naam\u00a0\u00a0BCP", "naam bcp"),
        ("Complexiteit\u00b9", "complexiteit"),
        ("\ufb01nanci\u00ebn", "financien"),
        ("NLQF\u2013niveau", "nlqf-niveau"),
        ("Naam\u200e BCP", "naam bcp"),
        ("\u00a7 Attitude", "attitude"),
        ("\u00a7 2 Attitude", "attitude"),
        ("Deel C: Attitude", "attitude"),
        ("Hoofdstuk 3 Attitude", "attitude"),
        ("Deel a van het werk", "deel a van het werk"),
        ("Deel 2", "deel 2"),
        ("Wat houdt de rol in?", "wat houdt de rol in"),
    ],
)
def test_what_an_editor_prints_folds_to_what_is_compared(printed: str, compared: str) -> None:
    assert fold(printed) == compared


@pytest.mark.parametrize("text", ["2025", "3.0", "1 januari 2026"])
def test_folding_never_leaves_nothing_of_a_number(text: str) -> None:
    assert fold(text)


def test_a_label_that_stands_in_brackets_is_kept() -> None:
    assert fold("(schema)") == "schema"


def test_folding_nothing_gives_nothing() -> None:
    assert fold("") == "" == fold(" - ")


def test_folding_twice_changes_nothing_more() -> None:
    once = fold("2.1 Werk-\nomgeving (NLQF):")
    assert fold(once) == once


def test_an_initial_is_no_numbering() -> None:
    assert fold("e-commerce") == "e-commerce"


def test_the_words_of_a_suffix_can_be_kept() -> None:
    assert fold("Naam (kort):", keep_suffix=True) == "naam kort"


def test_no_break_spaces_collapse_like_any_other() -> None:
    assert collapse("\u00a0a \u202f\t b\n\nc ") == "a b c"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Technisch co\u00f6rdinator jachthavenbeheer",
            "technisch-coordinator-jachthavenbeheer",
        ),
        ("Slager & bakker", "slager-en-bakker"),
        ("Medewerker foto\u2019s / video", "medewerker-fotos-video"),
        ("\u00c6r\u00f8 Stra\u00dfe", "aero-strasse"),
        ("---", ""),
    ],
)
def test_a_slug_is_lower_case_ascii_with_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\tb.txt", "a%09b.txt"),
        ("a\nb\r.txt", "a%0Ab%0D.txt"),
        ("\x01\x1f\x7f", "%01%1F%7F"),
        ("\x80\x85\x9f", "%C2%80%C2%85%C2%9F"),
        ("\u2028\u2029", "%E2%80%A8%E2%80%A9"),
        ("\ufffe\uffff", "%EF%BF%BE%EF%BF%BF"),
        (b"\xff\xe9.txt".decode("utf-8", "surrogateescape"), "%FF%E9.txt"),
    ],
)
def test_what_is_no_text_in_a_name_is_shown_by_its_bytes(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize(
    "name",
    ["-rf", "100%.txt", "e\u0301", "\u202etxt", "\U0001f600", "\u00a0", "\ufffd", "\ue000", ""],
)
def test_any_other_name_stays_as_it_is(name: str) -> None:
    assert shown_name(name) == name

"""What becomes of a hyphen at a line end."""

from __future__ import annotations

import pytest

from pipeline.document.hyphens import rejoined
from pipeline.document.text import plain


@pytest.mark.parametrize(
    ("line", "following", "whole"),
    [
        ("vaardig-", "heden", "vaardigheden"),
        ("materi-", "eel", "materieel"),
        ("bedri-", "jfsleiders", "bedrijfsleiders"),
        ("wo-", "ningcorporatie", "woningcorporatie"),
        ("partij-", "en in de buurt", "partijen in de buurt"),
        ("zij-", "instromers", "zij-instromers"),
        ("foto-", "opdracht", "foto-opdracht"),
        ("e-", "commerce", "e-commerce"),
        ("arbeidsre-", "integratie", "arbeidsre-integratie"),
        ("fietsre-", "paratie", "fietsreparatie"),
        ("keukenmateri-", "eel", "keukenmaterieel"),
        ("hbo-", "opleiding", "hbo-opleiding"),
        ("assistent-", "beheerder", "assistent-beheerder"),
        ("on-", "en offline", "on- en offline"),
        ("binnen-", "en buitenland", "binnen- en buitenland"),
        ("Noord-", "Holland", "Noord-Holland"),
        ("2-12-", "2024", "2-12-2024"),
        ("HAC\u2010", "CP-regels", "HACCP-regels"),
    ],
)
def test_where_words_are_divided(line: str, following: str, whole: str) -> None:
    assert rejoined(plain(line), plain(following), frozenset())[0].chars == whole


@pytest.mark.parametrize(
    ("line", "following", "whole"),
    [
        ("ruimtelijk-", "economische", "ruimtelijk-economische"),
        ("lithium-", "ionaccu's", "lithium-ionaccu's"),
        ("organ-", "isaties", "organisaties"),
    ],
)
def test_where_the_document_divides_no_words(line: str, following: str, whole: str) -> None:
    found, _ = rejoined(plain(line), plain(following), frozenset(), divides=False)

    assert found.chars == whole


def test_the_documents_own_spelling_decides() -> None:
    kept, dropped = (
        rejoined(plain("kaas-"), plain("makerij"), frozenset({word}))[0].chars
        for word in ("kaas-makerij", "kaasmakerij")
    )

    assert (kept, dropped) == ("kaas-makerij", "kaasmakerij")


def test_the_hyphen_that_is_dropped_is_handed_back_for_the_account() -> None:
    assert rejoined(plain("vaardig-"), plain("heden"), frozenset())[1].chars == "-"


def test_a_hyphen_links_two_adjectives_where_no_words_are_divided() -> None:
    def joined(first: str, second: str, divides: bool = False) -> str:
        return rejoined(plain(first), plain(second), frozenset(), divides=divides)[0].chars

    assert joined("sociaal-", "economische") == "sociaal-economische"
    assert joined("sociaal-", "economische", divides=True) == "sociaaleconomische"
    # Neither one adjective and a noun, nor an ending that is no word, has a hyphen of its own.
    assert joined("werk-", "gever") == "werkgever"
    assert joined("natuur-", "lijke") == "natuurlijke"

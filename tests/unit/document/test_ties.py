"""Line ends between which no space belongs."""

from __future__ import annotations

import pytest

from pipeline.document.hyphens import rejoined
from pipeline.document.text import plain


def joined(line: str, following: str, spaced: bool = False) -> str:
    return rejoined(plain(line), plain(following), frozenset(), spaced=spaced)[0].chars


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Zie www.dijk.example/lijst?", "jaar=2021 voor meer"),
        ("https://dijk.example/zoek?q=dijk&", "jaar=2021"),
        ("https://dijk.example/alle/", "post-en-sluis/nu"),
        ("https://dijk.example/alle-", "posten/nu"),
        ("https://dijk.example/alle", "/posten"),
        ("Zie www.dijk.", "example/lijst"),
        ("open in april–", "juni of juli"),
        ("een verschil van 4–", "9 graden"),
        ("op mbo-", "3-niveau"),
        ("na covid-", "19 is veel anders"),
        ("Eigenaren/", "Stichtingen betalen"),
        ("gelezen en/", "of getekend"),
        ("het is koud (", "4 graden)"),
    ],
)
def test_no_space_stands_inside(line: str, following: str) -> None:
    assert joined(line, following) == line + following


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Zie www.dijk.example/lijst", "voor meer"),
        ("Zie https://dijk.example.", "Daar staat meer"),
        ("de wachter –", "meestal een man"),
        ("op mbo-4-", "of mbo-3-niveau"),
        ("in april–", "of juni"),
        ("de kok / de bakker/", "Slager"),
        ("Is het 4?", "9 is ook goed"),
        ("de dijk", "en de sluis"),
    ],
)
def test_a_space_stands_between(line: str, following: str) -> None:
    assert joined(line, following) == f"{line} {following}"


def test_a_space_of_the_source_stays() -> None:
    assert joined("Rol/", "Taak", spaced=True) == "Rol/ Taak"
    assert joined("Rol/", "Taak") == "Rol/Taak"


def test_a_hyphen_of_an_address_is_not_dropped() -> None:
    whole, dropped = rejoined(
        plain("www.dijk.example/dijk-"), plain("wacht/nu"), frozenset({"dijkwacht"})
    )

    assert (whole.chars, dropped.chars) == ("www.dijk.example/dijk-wacht/nu", "")


def test_a_word_that_begins_with_ij_is_written_as_a_word() -> None:
    line, following = plain("Daar werken IJsmees-"), plain("ters en schaatsers.")

    assert rejoined(line, following, frozenset(), True)[0].chars == (
        "Daar werken IJsmeesters en schaatsers."
    )

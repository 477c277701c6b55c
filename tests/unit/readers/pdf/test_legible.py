"""Texts of words in any language, and of letters that mean others."""

from __future__ import annotations

import random
import string

import pytest

from pipeline.readers.pdf.legible import is_legible

DUTCH = (
    "Sluiswachters bedienen schutsluizen, bruggen en gemalen. Zij houden het peil in de gaten en "
    "overleggen met schippers over de volgorde. Bij storm sluiten zij de deuren en waarschuwen de "
    "beheerder. Het werk gaat dag en nacht door, ook op feestdagen, en vraagt om rust en gezag. "
)
OTHERS = {
    "english": "Lock keepers operate gates, bridges and pumping stations. They watch the level of "
    "the water and agree with skippers on who goes first. In a gale they close the gates and warn "
    "the authority. The work goes on by day and by night, even on public holidays, and asks for "
    "calm and authority towards people who are in a hurry. ",
    "german": "Schleusenwärter bedienen Tore, Brücken und Schöpfwerke. Sie beobachten den Pegel und"
    " verständigen sich mit den Schiffern über die Reihenfolge. Bei Sturm schließen sie die Tore "
    "und warnen die Behörde. Gearbeitet wird rund um die Uhr, auch an Feiertagen. ",
    "polish": "Śluzowi obsługują wrota, mosty i przepompownie. Obserwują poziom wody i uzgadniają z"
    " szyprami kolejność przeprawy. Podczas sztormu zamykają wrota i ostrzegają zarząd. Praca trwa "
    "dzień i noc, także w święta, i wymaga spokoju. ",
    "finnish": "Sulunvartijat hoitavat portteja, siltoja ja pumppaamoja. He seuraavat veden korkeut"
    "ta ja sopivat laivureiden kanssa järjestyksestä. Myrskyssä he sulkevat portit. ",
    "ukrainian": "Шлюзові обслуговують ворота, мости та насосні станції. Вони стежать за рівнем "
    "води й домовляються зі шкіперами про чергу. Під час шторму вони зачиняють ворота. ",
    "greek": "Οι φύλακες χειρίζονται τις πύλες, τις γέφυρες και τα αντλιοστάσια του λιμανιού. ",
}
LOWER = string.ascii_lowercase


def moved(text: str, places: int) -> str:
    """A text whose letters are those so many places on in the alphabet."""
    lower = LOWER[places:] + LOWER[:places]
    return text.translate(str.maketrans(LOWER + LOWER.upper(), lower + lower.upper()))


def exchanged(text: str, seed: int) -> str:
    """A text whose letters were exchanged by chance."""
    others = list(LOWER)
    random.Random(seed).shuffle(others)
    return text.translate(str.maketrans(LOWER, "".join(others)))


def numbered(text: str) -> str:
    """A text whose signs have the codes in which they came."""
    codes: dict[str, str] = {}
    return "".join(
        " " if sign == " " else codes.setdefault(sign, chr(0x21 + len(codes))) for sign in text
    )


@pytest.mark.parametrize("text", [DUTCH, *OTHERS.values()], ids=["dutch", *OTHERS])
@pytest.mark.parametrize("times", [1, 6])
def test_a_text_in_any_language_is_legible(text: str, times: int) -> None:
    assert is_legible(text * times)
    assert is_legible((text * times).replace(" ", ""))


@pytest.mark.parametrize("places", range(1, 26))
def test_a_text_whose_letters_were_moved_on_is_not(places: int) -> None:
    assert not is_legible(moved(DUTCH * 4, places))


@pytest.mark.parametrize("seed", range(40))
def test_a_text_whose_letters_were_exchanged_is_not(seed: int) -> None:
    assert not is_legible(exchanged(DUTCH * 4, seed))


def test_a_text_of_codes_as_they_came_is_not() -> None:
    assert not is_legible(numbered(DUTCH * 4))


def test_a_few_signs_may_be_anything() -> None:
    assert is_legible("xqz " * 99)
    assert not is_legible("xqz " * 100)


def test_figures_and_abbreviations_in_capitals_are_no_words() -> None:
    assert is_legible("06-12345678 020/5556677 12,5% € 450 " * 40)
    assert is_legible(f"{OTHERS['english']} {'BPV LJKS PTT '}" * 3)
    assert not is_legible(f"{OTHERS['english']} {'bpv ljks ptt '}" * 3)


def test_of_a_hundred_words_three_common_ones_are_dutch_if_four_are_different() -> None:
    assert is_legible("xqzt " * 129 + "de het een van")
    assert not is_legible("xqzt " * 130 + "de het een van")
    assert not is_legible("xqzt " * 60 + "de het een een " * 9)

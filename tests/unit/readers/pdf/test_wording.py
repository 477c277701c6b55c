"""Two readings of a page: which words differ, and which only stand otherwise."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.wording import (
    Difference,
    Joint,
    Wording,
    differences,
    folded,
    without_leaders,
)


def wording(text: str) -> Wording:
    """Words parted by blanks, `_` for room that was taken for a blank, `/` for an end."""
    words: list[str] = []
    joints: list[Joint] = []
    joint = Joint.END
    for part in text.replace("_", " _ ").split():
        if part in "_/":
            joint = Joint.ROOM if part == "_" else Joint.END
            continue
        words.append(part)
        joints.append(joint)
        joint = Joint.BLANK
    return Wording(words, joints)


def told(ours: str, other: str) -> list[tuple[str, str]]:
    """The words of both readings that differ, in pairs."""
    mine, theirs = wording(ours), wording(other)
    return [
        (
            " ".join(mine.words[n] for n in found.ours),
            " ".join(theirs.words[n] for n in found.other),
        )
        for found in differences(mine, theirs)
    ]


@pytest.mark.parametrize(
    ("chars", "word"),
    [
        ("werk", "werk"),
        ("(werk),", "werk"),
        ("ﬁets", "fiets"),
        ("zee‑egel", "zeeegel"),
        ("ge\u00adluid", "geluid"),
        ("coördinatie", "coordinatie"),
        ("co¨ordinatie", "coordinatie"),
        ("1.234,5", "1.234,5"),
        ("2\u200b024", "2024"),
        ("•", ""),
        ("—", ""),
    ],
)
def test_words_are_folded_to_what_both_engines_write(chars: str, word: str) -> None:
    assert folded(chars) == word


def test_leaders_are_blank_and_dots_of_an_ellipsis_are_not_few() -> None:
    assert without_leaders("Inleiding......3") == "Inleiding      3"
    assert without_leaders("Inleiding . . . 3").split() == ["Inleiding", "3"]
    assert without_leaders("en dan..") == "en dan.."


def test_another_order_of_columns_is_no_difference() -> None:
    assert told("de klant / het werk", "het / de / werk klant") == []


def test_a_word_is_found_in_the_letters_of_the_other_reading() -> None:
    assert told("de Overzichtrollen", "de Overzicht rollen") == [
        ("Overzichtrollen", "Overzicht rollen")
    ]
    assert told("de over_zicht", "de overzicht") == [("over zicht", "overzicht")]


def test_signs_inside_a_word_do_not_hide_its_parts() -> None:
    assert told("klant,rol", "klant rol") == [("klant,rol", "klant rol")]


def test_words_are_used_once() -> None:
    assert told("aan vraag / aanvraag", "aanvraag / aanvraag") == [("aan vraag", "aanvraag")]
    assert told("aanvraag / aanvraag", "aan vraag") == [
        ("aanvraag", "aan vraag"),
        ("aanvraag", ""),
    ]


def test_one_word_may_be_two_of_ours_that_stand_apart() -> None:
    found = list(differences(wording("Naam BCP / de / Bouwer"), wording("Naam / BCPBouwer / de")))

    assert found == [Difference((1, 3), (1,), same_letters=True)]


def test_unlike_words_are_paired_by_their_letters() -> None:
    assert told("HO 2 en", "H2O en") == [("HO", "H2O"), ("2", "")]
    assert told("voerleg", "overleg") == [("voerleg", "overleg")]
    assert told("paard", "koe") == [("paard", ""), ("", "koe")]


def test_of_equal_words_the_one_with_other_neighbours_is_meant() -> None:
    ours, other = (
        wording("met de klant in de stal van de baas"),
        wording("met de klant in stal van de baas"),
    )

    assert list(differences(ours, other)) == [Difference((4,), ())]

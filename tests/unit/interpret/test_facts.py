"""Single facts: the name cell, levels, versions."""

from __future__ import annotations

import pytest

from pipeline.interpret.claims import Claims
from pipeline.interpret.tree import plain_values
from pipeline.interpret.values import facts
from tests.unit.interpret.specimens import located


def name_cell(chars: str) -> dict[str, str]:
    found: dict[str, str] = plain_values(facts.name_cell(located(chars), Claims()).fields)
    return found


@pytest.mark.parametrize(
    ("written", "name", "level", "short_name"),
    [
        ("Havenmeester", "Havenmeester", None, None),
        ("Havenmeester (niveau 4)", "Havenmeester", "4", None),
        (
            "Beheerder passantenhaven (niveau 4) - verder aangegeven als beheerder",
            "Beheerder passantenhaven",
            "4",
            "beheerder",
        ),
        ("Havenmeester (niveau 4+)", "Havenmeester", "4+", None),
        ("Havenmeester - mbo-niveau 3", "Havenmeester", "3", None),
        ("Havenmeester, niveau 2", "Havenmeester", "2", None),
        ("Havenmeester niveau 2", "Havenmeester", "2", None),
        ("Havenmeester (NLQF 5)", "Havenmeester", "5", None),
        ("Havenmeester (NLQF-niveau 5)", "Havenmeester", "5", None),
        ("Havenmeester [niveau: 3]", "Havenmeester", "3", None),
        ("Havenhulp (Instroom)", "Havenhulp", "Instroom", None),
        ("Havenhulp (instroomniveau)", "Havenhulp", "Instroom", None),
        ("Havenhulp (niveau instroom)", "Havenhulp", "Instroom", None),
        ("Meester haven – hierna te noemen meester", "Meester haven", None, "meester"),
        ("Meester haven (hierna: meester)", "Meester haven", None, "meester"),
        ("Meester haven, verder te noemen: “meester”", "Meester haven", None, "meester"),
        ("Meester haven (verder genoemd meester)", "Meester haven", None, "meester"),
        ("Meester haven, afgekort tot MH", "Meester haven", None, "MH"),
        ("Meester haven, in dit profiel aangeduid als meester.", "Meester haven", None, "meester"),
        ("Meester haven (niveau 3, hierna: meester)", "Meester haven", "3", "meester"),
        ("Verkoper (food)", "Verkoper (food)", None, None),
        ("Verkoper (food) (niveau 2)", "Verkoper (food)", "2", None),
        ("Brug- en sluisbediener", "Brug- en sluisbediener", None, None),
        ("Lasser TIG/MIG 2", "Lasser TIG/MIG 2", None, None),
        ("Havenmeester -", "Havenmeester", None, None),
    ],
)
def test_a_name_cell_holds_up_to_three_facts(
    written: str, name: str, level: str | None, short_name: str | None
) -> None:
    expected = {"name": name, "nlqf_level": level, "short_name": short_name}

    assert name_cell(written) == {key: value for key, value in expected.items() if value}


@pytest.mark.parametrize(
    "written",
    ["Meester haven (hierna meester) (niveau 3)", "Meester haven, hierna meester (niveau 3)"],
)
def test_a_level_after_the_short_name_is_a_level(written: str) -> None:
    assert name_cell(written) == {
        "name": "Meester haven",
        "nlqf_level": "3",
        "short_name": "meester",
    }


@pytest.mark.parametrize(
    "written",
    [
        "Meester haven (hierna “meester” genoemd)",
        "Meester haven (in dit profiel meester genoemd)",
    ],
)
def test_the_verb_may_stand_after_the_short_name(written: str) -> None:
    assert name_cell(written) == {"name": "Meester haven", "short_name": "meester"}


def test_what_a_name_cell_does_not_take_is_claimed_as_link_words() -> None:
    claims = Claims()

    facts.name_cell(located("Kok (hierna: kok)"), claims)

    assert claims.totals() == {"link words": len("(hierna:)")}


def test_the_level_in_a_name_cell_rests_on_its_own_words() -> None:
    level = facts.name_cell(located("Kok (niveau 4)"), Claims()).fields["nlqf_level"]

    assert level.text.chars.strip() == "(niveau 4)"
    assert level.raw == "Kok (niveau 4)"
    assert not level.verbatim


# Levels.


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("4", "4"),
        ("4+", "4+"),
        ("4 +", "4+"),
        ("niveau 3", "3"),
        ("NLQF 4", "4"),
        ("NLQF-niveau: 5", "5"),
        ("mbo-niveau 4", "4"),
        ("mbo 3 / NLQF 4", "4"),
        ("NLQF 4+ (EQF 4)", "4+"),
        ("Instroom", "Instroom"),
        ("instroomniveau", "Instroom"),
        ("Vergelijkbaar met niveau 2", "2"),
    ],
)
def test_a_level_is_one_of_the_nlqf(written: str, level: str) -> None:
    found, notes = facts.level(located(written))

    assert found is not None
    assert (found.value, notes) == (level, [])


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("De imker werkt op niveau 2. Hij volgt een plan en heeft een eigen stal.", "2"),
        ("De imker met 3 stallen of meer werkt als regel op niveau 4.", "4"),
        ("De imker werkt, ook waar hij alleen is, op niveau drie.", "3"),
        ("Het beroep van imker is door de branche geschat op NLQF 3.", "3"),
        ("Wie met bijen werkt doet dat meestal op mbo 3.", "3"),
    ],
)
def test_in_running_text_the_number_by_the_word_is_the_level(written: str, level: str) -> None:
    found, notes = facts.level(located(written))

    assert found is not None
    assert (found.value, notes) == (level, [])


@pytest.mark.parametrize(
    "written",
    [
        "De imker werkt op niveau 2 of 3, en volgt daarbij een plan.",
        "De imker werkt op niveau 2. Met meer dan 20 volken werkt hij op niveau 3.",
        "De imker werkt in de regel zelfstandig en volgt daarbij een plan.",
    ],
)
def test_a_text_that_names_no_single_level_states_none(written: str) -> None:
    found, notes = facts.level(located(written))

    assert found is None
    assert [note.code for note in notes] == ["BCP305"]


@pytest.mark.parametrize("written", ["9", "0", "12", "hoog", "niveau D", "10+"])
def test_what_is_no_level_is_reported_and_not_guessed(written: str) -> None:
    found, (note,) = facts.level(located(written))

    assert found is None
    assert (note.code, note.message) == ("BCP305", f"no single level in {written!r}")


def test_entree_is_mbo_1_and_not_the_level_below_it() -> None:
    found, _ = facts.level(located("entree"))

    assert found is None or found.value == "1"


# Versions.


@pytest.mark.parametrize(
    ("written", "version"),
    [
        ("3", "3"),
        ("01", "01"),
        ("2.0", "2.0"),
        ("Versie 7", "7"),
        ("versie 1.2", "1.2"),
        ("Versie: 7", "7"),
        ("versienummer 4", "4"),
        ("v3", "3"),
        ("nr. 2", "2"),
        ("concept", "concept"),
        ("Versie", "Versie"),
        ("2002-2", "2002-2"),
        ("vastgesteld", "vastgesteld"),
    ],
)
def test_a_version_is_kept_as_written_without_the_word_for_it(written: str, version: str) -> None:
    claims = Claims()

    found = facts.version(located(written), claims)

    assert found.value == version
    assert len(version.replace(" ", "")) + sum(claims.totals().values()) == len(
        written.replace(" ", "")
    )


@pytest.mark.parametrize(
    "written", ["(mbo-niveau 3/4)", "(niveau 9)", "(niveau D)", "- niveau 12", "(NLQF 3 of 4)"]
)
def test_what_stands_for_a_level_and_is_none_stays_out_of_the_name(written: str) -> None:
    found = facts.name_cell(located(f"Kok {written}"), Claims())

    assert plain_values(found.fields) == {"name": "Kok"}
    assert written.strip("- ") in found.no_level.chars


@pytest.mark.parametrize(
    "written", ["(niveau vier)", "- niveau vier", "(mbo-niveau 4)", "(NLQF 4)"]
)
def test_a_level_may_be_a_word(written: str) -> None:
    assert name_cell(f"Kok {written}") == {"name": "Kok", "nlqf_level": "4"}

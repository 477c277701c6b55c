"""Lists of short things: names, source documents, legitimations, roles."""

from __future__ import annotations

import pytest

from pipeline.document.reasons import Reasons
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import plain_values
from pipeline.interpret.values import lists
from tests.unit.interpret.specimens import located, passages


def names(*cells: str, by_comma: bool = True) -> list[str]:
    found, _ = lists.names(passages(*cells), Evidence(), Claims(), by_comma)
    return [str(item.value) for item in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("kok, bakker, slager", ["kok", "bakker", "slager"]),
        ("kok, bakker.", ["kok", "bakker"]),
        ("kok; bakker, chef", ["kok", "bakker, chef"]),
        ("kok (warm, koud), bakker", ["kok (warm, koud)", "bakker"]),
        ("<p>kok</p><p>bakker</p>", ["kok", "bakker"]),
        ("<ul><li>kok<li>bakker, chef</ul>", ["kok", "bakker, chef"]),
        ("kok,<br>bakker", ["kok", "bakker"]),
        ("• kok • bakker", ["kok", "bakker"]),
        ("Hoofd inkoop Teamleider logistiek Planner", ["Hoofd inkoop", "Teamleider logistiek", "Planner"]),  # noqa: E501
        ("kok", ["kok"]),
        ("kok,", ["kok"]),
        ("Kok, bakker en chef", ["Kok", "bakker", "chef"]),
        ("Kok, Assistent bakker en Chef", ["Kok", "Assistent bakker", "Chef"]),
        # One name, of which no part names anybody, or which goes on in lower case.
        ("Kok, Hoofd inkoop en verkoop", ["Kok", "Hoofd inkoop en verkoop"]),
        ("Kok, Medewerker tuin en water", ["Kok", "Medewerker tuin en water"]),
    ],
)  # fmt: skip
def test_job_titles_are_told_apart_by_commas_lines_and_bullets(
    written: str, expected: list[str]
) -> None:
    assert names(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("KHV", ["KHV"]),
        ("KHV, Waterraad", ["KHV", "Waterraad"]),
        ("Bureau voor handel, ambacht en dienstverlening", ["Bureau voor handel, ambacht en dienstverlening"]),  # noqa: E501
        ("KHV; Raad voor handel, ambacht", ["KHV", "Raad voor handel, ambacht"]),
    ],
)  # fmt: skip
def test_a_comma_may_belong_to_the_name_of_an_organisation(
    written: str, expected: list[str]
) -> None:
    assert names(written, by_comma=False) == expected


def test_separators_are_claimed() -> None:
    claims = Claims()

    lists.names([Passage(located("kok, bakker."))], Evidence(), claims, by_comma=True)

    assert claims.totals() == {"separators": 2}


def test_the_step_says_that_names_were_split() -> None:
    found, _ = lists.names([Passage(located("kok, bakker"))], Evidence(), Claims(), by_comma=True)

    assert [(item.raw, item.steps) for item in found] == [
        ("kok, bakker", ("split at separators",))
    ] * 2


# Source documents.


def years(*written: str) -> list[int | None]:
    found, _ = lists.source_documents(
        [Passage(located(w), is_item=True) for w in written], Evidence(), Claims(), Reasons()
    )
    return [item.get("year") for item in plain_values(found)]


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("Trendrapport, Waterraad – 2024", 2024),
        ("Vaarweg.example, Platform Veilig Varen -2025", 2025),
        ("Onderzoek 2019, Bureau Kade - 2020", 2020),
        ("Enquête (2021)", 2021),
        ("Rapport, maart 2024.", 2024),
        ("Rapport, '24", 2024),
        ("Rapport, ’24", 2024),
        ("Rapport, ´24", 2024),
        ("Rapport — 2024", 2024),
        ("Rapport − 2024", 2024),
        ("waterraad.nl, geraadpleegd op 3-5-2024", 2024),
        ("2019", 2019),
        ("Interview met leden", None),
        ("Handboek haven, 2e druk", None),
        ("Handboek haven, p. 12", None),
        ("Handboek haven, deel 3", None),
        ("Cohort 2015-2016", None),
        ("Jaarboek 2010 – 2011", None),
        ("Jaarboek 2010—2011", None),
        ("Norm NEN 12024", None),
        ("Trends 2030, een verkenning", None),
        ("Vaarweg in 2030: een verkenning", None),
        ("Rapport Kade, Waterraad, 2022, Sneek", 2022),
        ("Jansen, P., 2021. Handboek haven. Waterraad", 2021),
        ("Enquête, najaar 2020 (respons 40%)", 2020),
        ("Besluit d.d. 12-3-2019, nr. 44", 2019),
        ("Ligplaatsen in kaart ('18)", 2018),
        ("Onderzoek 2019, Bureau Kade (2020)", 2020),
        ("Onderzoek (2018), herdruk 2020", 2020),
    ],
)
def test_the_year_of_a_source_stands_where_years_of_publication_do(
    written: str, year: int | None
) -> None:
    assert years(written) == [year]


@pytest.mark.parametrize(
    "written",
    [
        "Jansen, P. (2021). Handboek haven. Waterraad",
        "Handboek haven (2021), Waterraad, 2e druk",
        "Waterraad (2021a), Havens in beeld",
        "Vacatures in havens (Q3 2021, 88 advertenties)",
        "Vacatures in havens (n = 88, 2021), eigen telling",
    ],
)
def test_a_year_in_brackets_is_a_year_wherever_it_stands(written: str) -> None:
    assert years(written) == [2021]


@pytest.mark.parametrize("written", ["Register, p. 2011", "Register, blz. 1998", "Wet, deel 2012"])
def test_the_number_of_a_page_or_a_part_is_no_year(written: str) -> None:
    assert years(written) == [None]


def test_a_source_keeps_its_text_as_printed() -> None:
    found, _ = lists.source_documents(
        [
            Passage(located("Enquête (2021).")),
        ],
        Evidence(),
        Claims(),
        Reasons(),
    )

    assert plain_values(found) == [{"text": "Enquête (2021).", "year": 2021}]


def test_flattened_sources_end_in_their_years() -> None:
    text = "Trendrapport, Waterraad - 2024 Monitor werk, Bureau Y - 2022"

    found, notes = lists.source_documents([Passage(located(text))], Evidence(), Claims(), Reasons())

    assert [item["text"] for item in plain_values(found)] == [
        "Trendrapport, Waterraad - 2024",
        "Monitor werk, Bureau Y - 2022",
    ]
    assert [note.code for note in notes] == ["BCP303"]


# The overview of roles.


def roles(*cells: str) -> list[tuple[int | None, str]]:
    found = lists.role_names(passages(*cells), Claims())
    return [(number, str(name.value)) for number, name, _ in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1. Coach<br>2. Maker", [(1, "Coach"), (2, "Maker")]),
        ("<ol><li>Coach<li>Maker</ol>", [(1, "Coach"), (2, "Maker")]),
        ("<ul><li>Coach;<li>Maker</ul>", [(None, "Coach"), (None, "Maker")]),
        ("<p>Coach</p><p>Maker</p>", [(None, "Coach"), (None, "Maker")]),
        ("Coach, maker", [(None, "Coach"), (None, "maker")]),
        ("<p>Het beroep kent de rollen:</p>• Coach • Maker", [(None, "Coach"), (None, "Maker")]),
        ("Rol 1. Coach", [(None, "Rol 1. Coach")]),
    ],
)
def test_the_overview_gives_numbers_and_names(
    written: str, expected: list[tuple[int | None, str]]
) -> None:
    assert roles(written) == expected

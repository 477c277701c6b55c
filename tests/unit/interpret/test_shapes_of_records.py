"""Records as people set them: sources, competencies, trends, roles and labels in many shapes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.interpret.specimens import GENERAL, codes, content, interpreted, interpreted_page

ROLE = "1. De havenmeester als gastheer"
ROLE_ROWS = f"{ROLE}\t\n"


def paragraph(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "text": text}


def sources(value: str) -> list[dict[str, Any]]:
    """The source documents that a row of the general part gives."""
    found: list[dict[str, Any]] = content(
        "Attitude\tOpen\n", f"{GENERAL}Brondocumenten\t{value}\n"
    )["source_documents"]
    return found


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


# Sources.


def test_sources_stand_in_a_table_with_a_row_each() -> None:
    value = table(
        ("Titel", "Uitgever", "Jaar"),
        ("Havens in beeld", "Waterraad", "2024"),
        ("Handboek haven", "Stichting Kade", "-"),
    )

    assert sources(value) == [
        {
            "text": "Havens in beeld, Waterraad, 2024",
            "title": "Havens in beeld",
            "publisher": "Waterraad",
            "year": 2024,
        },
        {
            "text": "Handboek haven, Stichting Kade",
            "title": "Handboek haven",
            "publisher": "Stichting Kade",
        },
    ]


def test_sources_may_be_numbered_in_their_table() -> None:
    value = table(("Nr.", "Bron"), ("1", "Havens in beeld, Waterraad, 2024"), ("2", "Enquête"))

    assert sources(value) == [
        {"text": "Havens in beeld, Waterraad, 2024", "year": 2024},
        {"text": "Enquête"},
    ]


def test_a_sentence_may_name_the_sources() -> None:
    value = "Voor dit profiel is gebruikgemaakt van: Havens in beeld, Waterraad; Gids, Kade - 2020"

    assert sources(value) == [
        {"text": "Havens in beeld, Waterraad"},
        {"text": "Gids, Kade - 2020", "year": 2020},
    ]


def test_a_title_with_a_colon_is_no_sentence_about_sources() -> None:
    assert sources("Zicht op 2030: een verkenning - 2024") == [
        {"text": "Zicht op 2030: een verkenning - 2024", "year": 2024}
    ]


# Competencies.

MEANT = [
    {"name": "Afmeren", "indicators": [{"text": "Legt aan"}, {"text": "Kijkt om"}]},
    {"name": "Overleggen", "indicators": [{"text": "Stemt af"}]},
]
NAMES = (("Afmeren", "<p>Legt aan</p><p>Kijkt om</p>"), ("Overleggen", "Stemt af"))


@pytest.mark.parametrize(
    "rows",
    [
        f"<tr><td>Competenties<td>{table(*NAMES)}",
        f"<tr><td>Competenties<td>{table(('Competentie', 'Gedragsindicatoren'), *NAMES)}",
        "<tr><td colspan=2>Competenties" + table(*NAMES)[7:-8],
        "<tr><td>Competentie<td>Indicatoren" + table(*NAMES)[7:-8],
        "<tr><td colspan=2><p>Competenties</p><p><u>Afmeren</u></p><p>Legt aan</p><p>Kijkt om</p>"
        "<p><u>Overleggen</u></p><p>Stemt af</p>",
        f"</table><p><b>Competenties</b></p>{table(*NAMES)}<table>",
    ],
    ids=["nested", "nested with heads", "label alone", "heads", "in one cell", "below a label"],
)
def test_names_and_indicators_stand_in_tables_of_many_kinds(rows: str) -> None:
    described = "<tr><td>Beschrijving van de rol<td>Zij ontvangen gasten."
    second = f"<table><tr><td colspan=2>2. De havenmeester als bewaker{described}</table>"
    found = interpreted_page(
        f"<h2>Rollen en competenties</h2><table><tr><td colspan=2>{ROLE}</td></tr>{described}{rows}"
        f"</table>{second}"
    )

    assert found.content["roles"][0]["competencies"] == MEANT
    assert "unplaced" not in found.content


def test_a_competency_may_be_called_what_a_label_of_the_profile_is_called() -> None:
    rows = (
        "2. Beschrijving van het beroep\n\nAttitude\tOpen\n4. Rollen en competenties\n\n"
        f"{ROLE_ROWS}Competentie\tGedragsindicatoren\nAttitude\tBlijft open\n"
    )

    found = content(rows)

    assert found["description"]["attitude"] == [paragraph("Open")]
    assert found["roles"][0]["competencies"] == [
        {"name": "Attitude", "indicators": [{"text": "Blijft open"}]}
    ]


# Roles.


@pytest.mark.parametrize(
    "sentence",
    [
        "Het beroep kent drie rollen: gastheer, bewaker en gids.",
        "De havenmeester vervult drie rollen: gastheer; bewaker; gids",
    ],
)
def test_a_sentence_may_name_the_roles(sentence: str) -> None:
    rows = f"4. Rollen en competenties\n\nOverzicht rollen\t{sentence}\n{ROLE_ROWS}Attitude\tOpen\n"

    names = [role["name"] for role in interpreted(rows).content["roles"]]
    assert names == ["gastheer", "bewaker", "gids"]


def test_a_first_sentence_says_by_the_role_what_it_is_responsible_for() -> None:
    sentence = "De gastheer is verantwoordelijk voor een goede ontvangst."
    rows = f"{ROLE_ROWS}Beschrijving van de rol\t{sentence} Zij wijzen plaatsen aan.\n"

    role = content(rows)["roles"][0]

    assert role["responsibility"] == sentence
    assert role["description"] == [paragraph("Zij wijzen plaatsen aan.")]


def test_a_sentence_about_somebody_else_is_no_statement_of_a_role() -> None:
    sentence = "De havenmeester is verantwoordelijk voor de haven."
    role = content(f"{ROLE_ROWS}Beschrijving van de rol\t{sentence}\n")["roles"][0]

    assert "responsibility" not in role
    assert role["description"] == [paragraph(sentence)]


# Trends.

TRENDS = "3. Trends en innovaties\n\n"


def trends(rows: str) -> list[tuple[str, str]]:
    """Title and first text of each trend in the rows of the section."""
    found = content(TRENDS + rows)["trends"]["developments"]
    return [(one["title"], one["text"][0]["text"]) for one in found]


@pytest.mark.parametrize(
    "rows",
    [
        "Ontwikkeling\tBetekenis voor het beroep\n"
        "1. Economie\tMinder schepen.\nVaren\tMeer stroom.\n",
        "1. Economie\tMinder schepen.\nVaren\tMeer stroom.\n",
        "Trends en ontwikkelingen\t<p><b>1. Economie.</b> Minder schepen.</p>"
        "<p><b>2. Varen.</b> Meer stroom.</p>\n",
        "Trends en ontwikkelingen\t<ul><li>Economie: Minder schepen.<li>Varen: Meer stroom.</ul>\n",
        "Trends en ontwikkelingen\t"
        + table(
            ("Ontwikkeling", "Betekenis"),
            ("Economie", "Minder schepen."),
            ("Varen", "Meer stroom."),
        )
        + "\n",
    ],
    ids=["below heads", "rows", "lead-ins", "items", "table in a cell"],
)
def test_trends_stand_in_rows_items_and_tables(rows: str) -> None:
    assert trends(rows) == [("Economie", "Minder schepen."), ("Varen", "Meer stroom.")]


def test_several_unknown_rows_about_trends_are_trends_where_no_label_tells_of_them() -> None:
    first, second = (
        "Steden verbieden dieselmotoren in de binnenstad, zodat boten elektrisch worden.",
        "Bootverhuur en watersport nemen toe, en gemeenten beperken het aantal ligplaatsen.",
    )

    assert trends(f"Elektrisch varen\t{first}\nDrukte\t{second}\n") == [
        ("Elektrisch varen", first), ("Drukte", second),
    ]  # fmt: skip
    assert "unplaced" in content(f"{TRENDS}Elektrisch varen\t{first}\n")
    assert "unplaced" in content(f"{TRENDS}Peildatum\tmaart 2020\nAantal bedrijven\t1200\n")


def test_a_row_about_a_trend_above_another_is_no_head_row() -> None:
    rows = "Meer drukte\tStrengere regels\nEconomisch\tDe markt groeit.\n"

    assert ("Meer drukte", "Strengere regels") in trends(rows)


# Labels.


def test_an_emphasised_label_may_run_on_in_its_value() -> None:
    found = interpreted_page(
        "<h2>2. Beschrijving van het beroep</h2><p><b>Attitude</b> Zij zijn open.</p><p>Altijd.</p>"
        "<p><b>Complexiteit</b> Geen dag is gelijk.</p><h2>4. Rollen en competenties</h2>"
        f"<h3>{ROLE}</h3><p><b>Afbreukrisico</b> Schade.</p>"
    )

    description = found.content["description"]
    assert description["attitude"] == [paragraph("Zij zijn open."), paragraph("Altijd.")]
    assert description["complexity"] == [paragraph("Geen dag is gelijk.")]
    assert found.content["roles"][0]["consequence_of_error"] == [paragraph("Schade.")]


def test_two_pairs_of_columns_hold_any_labels() -> None:
    general = "Naam BCP\tHavenmeester\tDatum\t2 maart 2026\nVersie\t3\tOntwikkeld door\tWaterraad\n"

    found = content("Attitude\tOpen\n", general)

    assert (found["version"], found["developed_by"]) == ("3", ["Waterraad"])


def test_the_occupation_of_a_title_is_what_headings_of_roles_name() -> None:
    general = "Versie\t3\nDatum\t2 maart 2026\nOntwikkeld door\tWaterraad\n"
    rows = f"4. Rollen en competenties\n\n{ROLE_ROWS}Afbreukrisico\tSchade\n"

    found = interpreted(rows, general, "BCP Watersport - Havenmeester")

    assert (found.content["sector"], found.content["name"]) == ("Watersport", "Havenmeester")
    assert "BCP318" not in codes(found)


def test_a_heading_further_out_ends_the_roles_and_facts_follow_it() -> None:
    body = (
        "<h2>Rollen en competenties</h2><h3>1. De havenmeester als gastheer</h3>"
        "<p><b>Beschrijving van de rol</b></p><p>Zij ontvangen.</p><h2>Colofon</h2><p>Versie: 3</p>"
    )

    assert interpreted_page(body).content["version"] == "3"


def test_names_of_competencies_may_be_called_what_labels_are_called_elsewhere() -> None:
    names = ("Samenwerken", "Communicatie", "Leren")
    lines = "".join(f"<p><b>{name}</b> Overlegt.</p>" for name in names)
    found = interpreted_page(
        f"<h2>Rollen en competenties</h2><h3>{ROLE}</h3><h4>Afbreukrisico</h4><p>Schade.</p>"
        f"<h4>Competenties</h4>{lines}"
    )

    assert tuple(one["name"] for one in found.content["roles"][0]["competencies"]) == names


def test_unknown_rows_below_competencies_are_none() -> None:
    found = interpreted_page(
        f"<h2>Rollen en competenties</h2><h3>{ROLE}</h3><h4>Afbreukrisico</h4><p>Schade.</p>"
        "<h4>Competenties</h4><p><b>Leren</b></p><ul><li>Leert</ul>"
        + table(("Tijdsbesteding", "20 procent"))
    )

    assert [one["name"] for one in found.content["roles"][0]["competencies"]] == ["Leren"]
    assert "BCP301" in codes(found)


@pytest.mark.parametrize(
    "title",
    ["Havenmeester - Definitieve versie", "Havenmeester - MBO niveau 4",
     "Havenmeester - versie juni 2019", "Havenmeester - Waterraad", "Assistent havenmeester"],
)  # fmt: skip
def test_what_else_a_title_says_is_no_sector(title: str) -> None:
    found = interpreted("Attitude\tOpen\n", title=f"Beroepscompetentieprofiel {title}")

    assert "sector" not in found.content


@pytest.mark.parametrize(
    "written", ["Hoe werken is leuk: een handboek, Utrecht 2014", "Werken wordt leuk: gids, 2015."]
)
def test_titles_with_verbs_before_a_colon_stay_whole(written: str) -> None:
    assert [one["text"] for one in sources(written)] == [written]

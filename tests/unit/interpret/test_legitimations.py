"""Legitimations: bodies with the dates of their decisions."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.interpret.claims import Claims
from pipeline.interpret.tree import plain_values
from pipeline.interpret.values.legitimations import legitimations as found_in
from tests.unit.interpret.specimens import passages


def legitimations(*cells: str) -> list[Any]:
    found: list[Any] = plain_values(found_in(passages(*cells), Claims())[0])
    return found


@pytest.mark.parametrize(
    ("written", "body", "date"),
    [
        ("Bestuur Waterraad op 7 juni '25", "Bestuur Waterraad", "2025-06-07"),
        ("Bestuur Waterraad d.d. 7-6-2025", "Bestuur Waterraad", "2025-06-07"),
        ("Bestuur Waterraad, d.d. 7-6-2025", "Bestuur Waterraad", "2025-06-07"),
        ("Bestuur Waterraad (7 juni 2025)", "Bestuur Waterraad", "2025-06-07"),
        ("Bestuur Waterraad, mei 2012", "Bestuur Waterraad", "2012-05"),
        ("Bestuur Waterraad 2012", "Bestuur Waterraad", "2012"),
        ("Bestuur Waterraad – 7 juni 2025", "Bestuur Waterraad", "2025-06-07"),
        ("Bestuur Waterraad op: 7 juni 2025", "Bestuur Waterraad", "2025-06-07"),
        ("Bestuur Waterraad per 1 mei 2024.", "Bestuur Waterraad", "2024-05-01"),
        ("7 juni 2025, Bestuur Waterraad", "Bestuur Waterraad", "2025-06-07"),
        ("Bestuur Waterraad op 7 juni 2025 te Ede", "Bestuur Waterraad te Ede", "2025-06-07"),
        (
            "Vastgesteld door het bestuur van Waterraad op 7 juni 2025",
            "Vastgesteld door het bestuur van Waterraad",
            "2025-06-07",
        ),
        ("Platform Haven 2020 op 1 mei 2024", "Platform Haven 2020", "2024-05-01"),
    ],
)
def test_the_body_is_the_text_without_the_date_and_its_link(
    written: str, body: str, date: str
) -> None:
    assert legitimations(written) == [{"text": written, "body": body, "date": date}]


def test_without_a_date_the_body_is_the_text() -> None:
    assert legitimations("Bestuur Waterraad") == [
        {"text": "Bestuur Waterraad", "body": "Bestuur Waterraad"}
    ]


@pytest.mark.parametrize(
    "placeholder",
    ["op (datum invullen)", "op (nog in te vullen datum)", "d.d. ......", "d.d. …", "op ____",
     "op [datum]", "(datum volgt)", "op dd-mm-jjjj", "op xx-xx-xxxx", ", d.d. . . . ."],
)  # fmt: skip
def test_a_date_that_was_not_filled_in_is_no_part_of_the_body(placeholder: str) -> None:
    nodes, (note,) = found_in(passages(f"Bestuur Waterraad {placeholder}"), Claims())

    assert plain_values(nodes)[0]["body"] == "Bestuur Waterraad"
    assert "date" not in plain_values(nodes)[0]
    assert (note.code, note.below) == ("BCP304", "/0/date")
    assert placeholder.strip(" ,") in note.message


def test_a_place_for_a_date_in_a_paragraph_of_its_own_belongs_to_the_body_before_it() -> None:
    (found,) = legitimations("<p>Bestuur Waterraad</p><p>d.d. ......</p>")

    assert found == {"text": "Bestuur Waterraad d.d. ......", "body": "Bestuur Waterraad"}


@pytest.mark.parametrize("written", ["Bestuur Waterraad (regio Noord)", "Bestuur Op De Dijk"])
def test_other_words_at_the_end_are_part_of_the_body(written: str) -> None:
    assert legitimations(written)[0]["body"] == written


@pytest.mark.parametrize(
    "written",
    [
        "Bestuur A op 12 januari 2026 Ledenraad B op 19 januari 2026",
        "Bestuur A op 12 januari 2026, Ledenraad B op 19 januari 2026",
        "Bestuur A op 12 januari 2026 en Ledenraad B op 19 januari 2026",
        "Bestuur A d.d. 12-1-2026 Ledenraad B d.d. 19-1-2026",
        "Bestuur A op maandag 12 januari 2026. Ledenraad B op maandag 19 januari 2026",
    ],
)
def test_a_statement_ends_with_its_date(written: str) -> None:
    assert [(i["body"], i["date"]) for i in legitimations(written)] == [
        ("Bestuur A", "2026-01-12"),
        ("Ledenraad B", "2026-01-19"),
    ]


def test_the_place_after_a_date_is_of_the_statement_before() -> None:
    found = legitimations("Bestuur A op 12 mei 2025 te Den Haag en raad B op 19 mei 2025 te Ede")

    assert [item["text"] for item in found] == [
        "Bestuur A op 12 mei 2025 te Den Haag",
        "raad B op 19 mei 2025 te Ede",
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Raad van 3 mei 2020, bijeen op 12 mei 2025",
        "Bestuur, ingesteld op 1 mei 2020, op 3 mei 2025",
    ],
)
def test_a_date_of_the_body_itself_parts_nothing(written: str) -> None:
    assert len(legitimations(written)) == 1


def test_the_words_of_a_season_are_reported() -> None:
    nodes, (note,) = found_in(passages("Bestuur Waterraad, najaar 2025"), Claims())

    assert plain_values(nodes)[0]["date"] == "2025"
    assert (note.code, note.below) == ("BCP314", "/0/date")


def test_two_statements_in_one_line_are_two() -> None:
    found = legitimations("Bestuur A op 1 mei 2024; Bestuur B op 3 mei 2024")

    assert [(item["body"], item["date"]) for item in found] == [
        ("Bestuur A", "2024-05-01"),
        ("Bestuur B", "2024-05-03"),
    ]


def test_a_semicolon_without_two_dates_parts_nothing() -> None:
    assert len(legitimations("Bestuur A; sectie B op 3 mei 2024")) == 1


def test_each_paragraph_is_a_statement() -> None:
    assert [i["body"] for i in legitimations("<p>A op 1 mei 2024</p><p>B</p>")] == ["A", "B"]


def test_a_date_in_a_paragraph_of_its_own_belongs_to_the_body_before_it() -> None:
    (found,) = legitimations("<p>Bestuur Waterraad</p><p>7 juni 2025</p>")

    assert found == {
        "text": "Bestuur Waterraad 7 juni 2025",
        "body": "Bestuur Waterraad",
        "date": "2025-06-07",
    }


def test_semicolons_part_bodies_that_have_no_date() -> None:
    found = legitimations("Bestuur Waterraad; Sectorkamer Havens")
    assert [one["body"] for one in found] == ["Bestuur Waterraad", "Sectorkamer Havens"]


def test_a_semicolon_before_what_is_no_body_parts_nothing() -> None:
    assert len(legitimations("Bestuur Waterraad; na overleg met de leden")) == 1


def test_a_date_alone_is_a_statement_without_a_body() -> None:
    assert legitimations("7 juni 2025") == [{"text": "7 juni 2025", "date": "2025-06-07"}]

"""Labels outside tables that their text stands behind: paragraphs, trends, lines, items."""

from __future__ import annotations

from tests.unit.interpret.test_core_tasks import TASK, interpreted, paragraph

DESCRIPTION = "<h2>Beschrijving van het beroep</h2>"


def test_text_runs_on_from_its_label_in_the_description() -> None:
    body = (
        "<p>Werkomgeving: Zij werkt buiten.</p><p>Soms binnen.</p>"
        "<p><b>Complexiteit:</b> Elke kast is anders.</p>"
    )
    description = interpreted(DESCRIPTION + body + TASK).content["description"]

    assert description["work_environment"] == [
        *paragraph("Zij werkt buiten."),
        *paragraph("Soms binnen."),
    ]
    assert description["complexity"] == paragraph("Elke kast is anders.")


def test_a_source_below_a_trend_is_no_list_of_source_documents() -> None:
    body = (
        "<h2>Trends en innovaties</h2><h3>Arbeidsmarkt</h3><p>Er is werk.</p>"
        "<p>Bron: Bijenraad, 2021</p><p>Technologische ontwikkelingen: De kast meet zelf.</p>"
    )
    content = interpreted(body + TASK).content

    assert content["trends"]["developments"] == [
        {
            "dimension": "technological",
            "title": "Technologische ontwikkelingen",
            "text": paragraph("De kast meet zelf."),
        }
    ]
    assert "source_documents" not in content


def test_each_line_that_begins_with_a_label_is_a_fact() -> None:
    lines = "Vastgesteld door: De Bijenraad<br>Op: 3 mei 2021<br>Te: Ede"
    content = interpreted(f"<h2>Colofon</h2><p>{lines}</p>" + TASK).content

    assert content["legitimations"] == [
        {
            "text": "De Bijenraad",
            "body": "De Bijenraad",
            "date": "2021-05-03",
            "place": "Ede",
        }
    ]


def test_items_below_a_label_may_be_its_parts() -> None:
    items = "<li>op format vereisten door:</li><li>op inhoud door: Bijenraad</li>"
    body = f"<p>Legitimering beroepscompetentieprofiel:</p><ul>{items}</ul>"
    content = interpreted(body + TASK).content

    assert content["legitimations"] == [
        {"text": "", "aspect": "format"},
        {"text": "Bijenraad", "body": "Bijenraad", "aspect": "content"},
    ]

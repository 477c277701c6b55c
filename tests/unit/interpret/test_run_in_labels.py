"""Labels outside tables that their text stands behind: paragraphs, trends, lines, items."""

from __future__ import annotations

from tests.unit.interpret.test_core_tasks import GENERAL, TASK, TITLE, interpreted, names, paragraph

DESCRIPTION = "<h2>Beschrijving van het beroep</h2>"
FACTS = GENERAL.replace("<tr><td>Ontwikkeld door<td>Bijenraad", "<tr><td>Sector<td>Dieren")


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


# Titles that nothing marks.


def competencies(body: str) -> list[tuple[str | None, str]]:
    found = interpreted(TASK + "<h2>BEROEPSCOMPETENTIES</h2>" + body).content["competencies"]
    return names(found)


def test_a_letter_before_a_few_words_opens_a_competency_in_its_section() -> None:
    body = "<p>E Samen werken</p><p>Omschrijving</p><p>Zij overlegt.</p><p>V: Doorgaan</p>"

    assert competencies(body) == [("E", "Samen werken"), ("V", "Doorgaan")]


def test_a_bare_line_above_a_label_of_a_competency_names_it() -> None:
    criteria = "<p>Beheersingscriteria:</p><p>- kijkt goed;</p><p>- telt.</p>"
    body = f"<p>Rustig kijken</p>{criteria}<p>Zuiver tellen</p>{criteria}"

    assert competencies(body) == [(None, "Rustig kijken"), (None, "Zuiver tellen")]


def test_a_bare_line_among_the_criteria_of_a_competency_names_none() -> None:
    body = (
        "<p>Rustig kijken</p><p>Beheersingscriteria:</p><p>- kijkt goed.</p>"
        "<p>Gericht op het resultaat</p><p>- De kast is heel.</p>"
    )

    assert competencies(body) == [(None, "Rustig kijken")]


def test_a_listed_title_of_a_section_may_be_long() -> None:
    title = "2 Overzicht van kerntaken en werkprocessen in het beroep"
    trends = "<h2>Trends</h2><p>Arbeidsmarkt</p><p>Er is werk.</p>"
    content = interpreted(f"{trends}<p>{title}</p>{TASK}").content

    assert content["trends"]["labour_market"]["text"] == paragraph("Er is werk.")


def test_a_label_of_other_documents_above_a_fact_is_no_part_of_a_list() -> None:
    developed = "<p>Ontwikkeld door</p><p>Bijenraad</p><p>Imkerbond</p>"
    adopted = "<p>Verantwoording</p><p>Vastgesteld door: De Bijenraad</p>"
    content = interpreted(developed + adopted + TASK, TITLE + FACTS).content

    assert content["developed_by"] == ["Bijenraad", "Imkerbond"]


def test_a_listed_label_of_several_words_runs_on_outside_its_section_too() -> None:
    body = (
        "<p>Complexiteit: Hoog.</p><p>Niveau van de beroepsuitoefening: Zij werkt op niveau 3.</p>"
    )
    content = interpreted(DESCRIPTION + body + TASK).content

    assert content["nlqf_level"] == "3"
    assert content["description"]["complexity"] == paragraph("Hoog.")


def test_a_label_of_another_kind_of_document_runs_on_among_others() -> None:
    body = "<p>Complexiteit: Hoog.</p><p>Moderne vreemde talen: Zij leest Engels.</p>"
    content = interpreted(DESCRIPTION + body + TASK).content

    assert content["description"]["complexity"] == paragraph("Hoog.")
    assert content["unplaced"] == [
        {"label": "Moderne vreemde talen", "text": paragraph("Zij leest Engels.")}
    ]


def test_a_label_in_a_node_runs_on_whatever_the_section() -> None:
    nodes = (
        "<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3><h4>Werkproces 1.1: Opent</h4>"
        "<h5>Competentie: R. Analyseren</h5><p>Prestatie-indicatoren: Zij kijkt in de kast.</p>"
    )
    (task,) = interpreted(nodes).content["core_tasks"]

    (competency,) = task["work_processes"][0]["competencies"]
    assert competency["indicators"] == [{"text": "Zij kijkt in de kast."}]


def test_a_foreign_label_above_rows_of_facts_is_no_part_of_the_value_above() -> None:
    rows = "<tr><td>Vastgesteld door:<td>De Bijenraad<tr><td>Op:<td>3 mei 2021"
    front = "<table><tr><td>In opdracht van<td>Imkersbond</table>"
    content = interpreted(
        f"<h2>Colofon</h2>{front}Verantwoording<table>{rows}</table>{TASK}"
    ).content

    assert content["commissioned_by"] == ["Imkersbond"]
    assert content["legitimations"][0]["date"] == "2021-05-03"


def test_titles_of_trends_are_rows_of_a_single_column() -> None:
    rows = (
        "<tr><th>Arbeidsmarkt<tr><td>Er is werk.<tr><th>Sociaal-culturele ontwikkelingen"
        "<tr><td>Men eet honing.<tr><th>Technologische ontwikkelingen<tr><td>De kast meet."
    )
    content = interpreted(f"<h2>Trends en innovaties</h2><table>{rows}</table>{TASK}").content

    assert content["trends"]["labour_market"]["text"] == paragraph("Er is werk.")
    assert [trend["dimension"] for trend in content["trends"]["developments"]] == [
        "socio_cultural",
        "technological",
    ]


def test_an_emphasised_name_beside_its_code_stands_above_its_text() -> None:
    row = "<tr><td>Kernopgave 1<td><b>Honing of rust</b><br><br>Zij weegt af. Dan oogst zij."
    content = interpreted(f"{TASK}<h2>Kernopgaven</h2><table>{row}</table>").content

    (challenge,) = content["core_challenges"]
    assert challenge["name"] == "Honing of rust"
    assert challenge["description"] == paragraph("Zij weegt af. Dan oogst zij.")


TRENDS = "<h2>Trends en innovaties</h2><h3>Trends en ontwikkelingen</h3>"


def trends(body: str) -> list[str]:
    """The titles of the trends of a page that has this below their label."""
    content = interpreted(TRENDS + body + TASK).content
    return [one["title"] for one in content["trends"]["developments"]]


def test_trends_below_their_label_are_told_by_one_form_whatever_they_name() -> None:
    paragraphs = (
        "<p><b>Technologische trends:</b> De kast meet zelf.</p>"
        "<p><b>Nieuwe smaken:</b> Klanten willen heidehoning.</p>"
        "<p><i>Economische trends:</i> Was wordt duur.</p>"
    )

    assert trends(paragraphs.replace("<i>", "<b>").replace("</i>", "</b>")) == [
        "Technologische trends",
        "Nieuwe smaken",
        "Economische trends",
    ]


def test_a_title_that_comes_near_the_label_of_all_trends_is_one_of_them() -> None:
    below = (
        "<h4>1. Technologische trends</h4><p>De kast meet zelf.</p>"
        "<h4>2. Veranderingen in het vak</h4><p>Imkers delen kasten.</p>"
    )
    emphasised = below.replace("<h4>", "<p><b>").replace("</h4>", "</b></p>")
    rows = (
        "<h2>Trends en innovaties</h2><table><tr><td>1. Technologische trends<td>De kast meet."
        "<tr><td>2. Veranderingen in het vak<td>Imkers delen kasten.</table>"
    )
    (*_, last) = interpreted(rows + TASK).content["trends"]["developments"]

    assert (
        trends(below) == trends(emphasised) == ["Technologische trends", "Veranderingen in het vak"]
    )
    assert (last["number"], last["title"]) == (2, "Veranderingen in het vak")


def test_emphasised_words_with_a_colon_first_in_a_section_are_a_label() -> None:
    body = "<p><i>Gevaar:</i></p><p>Bijen steken.</p><p><i>Attitude:</i></p><p>Kalm.</p>"
    content = interpreted(DESCRIPTION + body + TASK).content

    assert content["description"] == {"attitude": paragraph("Kalm.")}
    assert [one["label"] for one in content["unplaced"]] == ["Gevaar"]

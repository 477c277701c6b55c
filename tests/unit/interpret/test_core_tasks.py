"""Whole profiles of core tasks: nodes in nodes, the overview held against them, cover and title."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.core.errors import DocumentError
from pipeline.document.model import Furniture, PageEnd
from pipeline.document.text import plain
from pipeline.families import load_families
from pipeline.interpret.interpret import Interpretation, interpret
from pipeline.profile.codec import field_types
from tests.unit.interpret.specimens import codes, finding, page

TITLE = "<h1>Beroepscompetentieprofiel Imker</h1>"
GENERAL = (
    "<table><tr><td>Naam BCP<td>Imker<tr><td>Versie<td>3<tr><td>Datum<td>2 maart 2026"
    "<tr><td>Ontwikkeld door<td>Bijenraad</table>"
)
TASK = "<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3><h4>Proces</h4><p>Zij kijkt.</p>"


def interpreted(body: str, front: str = TITLE + GENERAL) -> Interpretation:
    """The interpretation of a page with its front and this body."""
    return interpret(page(front + body), load_families())


def names(nodes: list[dict[str, Any]]) -> list[tuple[str | None, str]]:
    """(code, name) of nodes."""
    return [(node.get("code"), node["name"]) for node in nodes]


def paragraph(text: str) -> list[dict[str, str]]:
    return [{"type": "paragraph", "text": text}]


# Nodes in nodes.


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3><h4>Proces</h4><p>Zij kijkt.</p>"
        "<h4>1.1 Opent de kast</h4><h5>Resultaat</h5><p>De kast is open.</p>",
        "<h2>Kerntaken</h2><table><tr><td colspan=2>Kerntaak 1: Verzorgt bijen"
        "<tr><td>Proces<td>Zij kijkt.<tr><td colspan=2>1.1 Opent de kast"
        "<tr><td>Resultaat<td>De kast is open.</table>",
        "<h2>Kerntaken</h2><table><tr><td>Kerntaak 1<td>Verzorgt bijen<tr><td>Proces<td>Zij kijkt."
        "</table><table><tr><td>Werkproces 1.1<td>Opent de kast"
        "<tr><td>Resultaat<td>De kast is open.</table>",
    ],
    ids=["headings", "merged rows", "codes beside titles"],
)
def test_a_work_process_stands_in_its_core_task(body: str) -> None:
    found = interpreted(body)

    assert found.layout == "core-tasks"
    assert found.content["core_tasks"] == [
        {
            "code": "1",
            "name": "Verzorgt bijen",
            "description": paragraph("Zij kijkt."),
            "work_processes": [
                {
                    "code": "1.1",
                    "name": "Opent de kast",
                    "result": paragraph("De kast is open."),
                }
            ],
        }
    ]
    assert found.ledger.closed
    assert "unplaced" not in found.content


def test_text_below_the_title_of_a_node_is_its_description() -> None:
    found = interpreted("<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3><p>Zij kijkt.</p>")

    assert found.content["core_tasks"][0]["description"] == paragraph("Zij kijkt.")


def test_a_number_for_which_the_record_has_no_field_is_numbering(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without_code(cls: type) -> dict[str, object]:
        return {name: hint for name, hint in field_types(cls).items() if name != "code"}

    monkeypatch.setattr("pipeline.interpret.nodes.field_types", without_code)

    found = interpreted("<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3><p>Zij kijkt.</p>")

    assert "code" not in found.content["core_tasks"][0]
    assert found.ledger.closed


def test_the_first_label_may_stand_on_the_line_of_the_title() -> None:
    found = interpreted(
        "<table><tr><td colspan=2>B1-K1: Verzorgt bijen"
        "<tr><td>B1-K1-W1: Opent de kast Omschrijving<td>Zij kijkt."
        "<tr><td>Resultaat<td>De kast is open.</table>"
    )

    assert found.content["core_tasks"][0]["work_processes"] == [
        {
            "code": "B1-K1-W1",
            "name": "Opent de kast",
            "description": paragraph("Zij kijkt."),
            "result": paragraph("De kast is open."),
        }
    ]


def test_a_closing_line_names_competencies_without_indicators() -> None:
    found = interpreted(
        f"{TASK}<h4>1.1 Opent de kast</h4><h5>Gedrag</h5><p>De imker:</p><ul><li>kijkt goed</ul>"
        "<p>De onderliggende competenties zijn: Plannen, Samenwerken</p>"
    )
    (process,) = found.content["core_tasks"][0]["work_processes"]

    assert process["behaviour"] == [{"text": "kijkt goed"}]
    assert process["competencies"] == [
        {"name": "Plannen", "indicators": []},
        {"name": "Samenwerken", "indicators": []},
    ]
    assert found.ledger.closed


def test_a_matrix_is_read_cell_by_cell() -> None:
    found = interpreted(
        f"{TASK}<h2>Competentiematrix</h2><table><tr><td>Kerntaak<td>Plannen<td>Samenwerken"
        "<tr><td>Verzorgt bijen<td>x<td></table>"
    )

    assert found.content["competency_matrix"] == [
        {"row": "Verzorgt bijen", "column": "Plannen", "value": "x"}
    ]
    assert found.ledger.closed


def test_a_number_that_does_not_count_on_opens_a_node_by_the_label_below_it() -> None:
    found = interpreted(
        f"{TASK}<h4>1.1 Opent de kast</h4><h5>Resultaat</h5><p>Open.</p>"
        "<h4>1.3 Voert de bijen</h4><h5>Resultaat</h5><p>Gevoerd.</p>"
    )

    assert names(found.content["core_tasks"][0]["work_processes"]) == [
        ("1.1", "Opent de kast"),
        ("1.3", "Voert de bijen"),
    ]


PROCESS = f"{TASK}<h4>1.1 Opent de kast</h4>"
NAMED = [
    {
        "code": "A",
        "name": "Beslissen",
        "components": ["Durven"],
        "indicators": [{"text": "Kiest."}],
    },
    {"code": "M", "name": "Analyseren", "indicators": [{"text": "Denkt na."}]},
]


@pytest.mark.parametrize(
    "below",
    [
        "<table><tr><td>Competentie<td>A Beslissen<tr><td>Component(en)<td>Durven"
        "<tr><td>Prestatie-indicator(en)<td>Kiest.<tr><td>Competentie<td>M. Analyseren"
        "<tr><td>Prestatie-indicator(en)<td>Denkt na.</table>",
        "<p><b>Competentie</b></p><p>A Beslissen</p><p><b>Component(en)</b></p><p>Durven</p>"
        "<p><b>Prestatie-indicatoren</b></p><p>Kiest.</p><p><b>Competentie</b></p>"
        "<p>M Analyseren</p><p><b>Prestatie-indicatoren</b></p><p>Denkt na.</p>",
        "<table><tr><td>Competenties<td><p><b>A Beslissen</b></p><p>Component(en): Durven</p>"
        "<p>Prestatie-indicatoren: Kiest.</p><p><b>M Analyseren</b></p>"
        "<p>Prestatie-indicatoren:</p><p>Denkt na.</p></table>",
    ],
    ids=["rows", "lines", "lines in a cell"],
)
def test_a_name_with_labels_of_its_own_is_a_competency_of_the_process(below: str) -> None:
    after = "<table><tr><td>Vakkennis en vaardigheden<td>kent bijen</table>"
    found = interpreted(PROCESS + below + after)
    (process,) = found.content["core_tasks"][0]["work_processes"]

    assert process["competencies"] == NAMED
    assert process["knowledge_and_skills"] == [{"kind": "knowledge", "text": "kent bijen"}]
    assert found.ledger.closed
    assert "unplaced" not in found.content


@pytest.mark.parametrize(
    "names_of_two",
    [
        "<table><tr><td>Competentie<td><p>A Beslissen</p><p>M Analyseren</p>{}</table>",
        "<table><tr><td>Competentie<td>A Beslissen<br>M Analyseren{}</table>",
        "<table><tr><td>Competentie<td>A Beslissen, M Analyseren{}</table>",
    ],
    ids=["paragraphs", "lines", "commas"],
)
def test_labels_below_several_names_are_of_none_of_them(names_of_two: str) -> None:
    below = names_of_two.format("<tr><td>Prestatie-indicator(en)<td>Denkt na.")
    found = interpreted(PROCESS + below)
    (process,) = found.content["core_tasks"][0]["work_processes"]

    assert names(process["competencies"]) == [("A", "Beslissen"), ("M", "Analyseren")]
    assert [one["label"] for one in found.content["unplaced"]] == ["Prestatie-indicator(en)"]


DILEMMAS = ["De imker kiest tussen honing en rust.", "Wat doet zij bij slecht weer?"]


@pytest.mark.parametrize(
    "below",
    [
        "<p>{0}</p><p>{1}</p>",
        "<p>{0}<br>{1}</p>",
        "<table><tr><td>Kernopgaven<td><p>{0}</p><p>{1}</p></table>",
        "<ul><li>{0}<li>{1}</ul>",
        "<p>- {0}</p><p>- {1}</p>",
        "<table><tr><td>{0}<tr><td>{1}</table>",
        "<table><tr><td><p>{0}</p><p>{1}</p></table>",
    ],
    ids=["paragraphs", "lines", "beside the title", "items", "bullets", "rows", "a cell"],
)
def test_a_challenge_may_be_one_sentence(below: str) -> None:
    found = interpreted(f"{TASK}<h2>Kernopgaven</h2>{below.format(*DILEMMAS)}")

    assert names(found.content["core_challenges"]) == [(None, name) for name in DILEMMAS]
    assert found.ledger.closed
    assert "unplaced" not in found.content


def test_a_number_before_a_sentence_is_the_code_of_the_challenge() -> None:
    below = "<p>1. {}</p><p>2. {}</p>".format(*DILEMMAS)
    found = interpreted(f"{TASK}<h2>Kernopgaven</h2>{below}")

    assert names(found.content["core_challenges"]) == [("1", DILEMMAS[0]), ("2", DILEMMAS[1])]
    assert found.ledger.closed


def test_a_line_that_leads_in_to_challenges_is_none() -> None:
    below = "<p>De imker staat voor:</p><ul><li>{}<li>{}</ul>".format(*DILEMMAS)
    found = interpreted(f"{TASK}<h2>Kernopgaven</h2>{below}")

    assert names(found.content["core_challenges"]) == [(None, name) for name in DILEMMAS]
    assert found.content["unplaced"] == [{"label": "", "text": paragraph("De imker staat voor:")}]


def test_a_text_above_challenges_with_titles_is_none_of_them() -> None:
    text = " ".join(DILEMMAS)
    found = interpreted(
        f"{TASK}<h2>Kernopgaven</h2><p>Zij zijn van de raad.</p><p>Elk heeft een nummer.</p>"
        f"<h3>Kernopgave 1: Honing of rust</h3><p>{text}</p>"
    )

    assert names(found.content["core_challenges"]) == [("1", "Honing of rust")]


@pytest.mark.parametrize(
    "text",
    [
        f"<p>{DILEMMAS[0]}</p>",
        f"<p>{' '.join(DILEMMAS)}</p><p>{DILEMMAS[0]}</p>",
    ],
    ids=["a single sentence", "several sentences in a paragraph"],
)
def test_a_text_that_is_no_row_of_sentences_stays_unplaced(text: str) -> None:
    found = interpreted(f"{TASK}<h2>Kernopgaven</h2>{text}")

    assert not found.content.get("core_challenges")
    assert found.content["unplaced"]


def test_a_title_beside_nothing_names_no_challenge() -> None:
    found = interpreted(f"{TASK}<table><tr><td>Kernopgaven<td></table>")

    assert not found.content.get("core_challenges")
    assert found.ledger.closed


def test_sentences_below_the_title_of_competencies_are_about_them() -> None:
    below = "<p>{}</p><p>{}</p>".format(*DILEMMAS)
    found = interpreted(f"{TASK}<h2>Overkoepelende competenties</h2>{below}")

    assert not found.content.get("competencies")


def test_a_letter_before_an_unmarked_line_opens_a_competency_by_the_label_below_it() -> None:
    found = interpreted(
        f"{TASK}<h2>Overkoepelende competenties</h2><p>Q Plannen</p>"
        "<table><tr><td>Omschrijving<td>Zij plant.<tr><td>Component(en)<td>Tijd indelen</table>"
    )

    assert names(found.content["competencies"]) == [("Q", "Plannen")]
    assert "unplaced" not in found.content


@pytest.mark.parametrize(
    ("following", "developed_by"),
    [
        ("<p>Vastgesteld door: Vakbond</p>", ["Bijenraad"]),
        ("<p>Leden van de raad</p>", ["Bijenraad", "Verantwoording", "Leden van de raad"]),
    ],
    ids=["a label follows", "text follows"],
)
def test_a_label_of_something_else_that_heads_labels_is_no_line_of_the_value_above(
    following: str, developed_by: list[str]
) -> None:
    front = "<h1>Beroepscompetentieprofiel Imker</h1><p>Ontwikkeld door</p><p>Bijenraad</p>"
    level = "<p>Niveau</p><p>3</p><p>Sector</p><p>Natuur</p>"
    found = interpreted(TASK, f"{front}<p>Verantwoording</p>{following}{level}")

    assert found.content["developed_by"] == developed_by


def test_an_unmarked_title_of_a_section_may_be_as_long_as_the_family_lists_it() -> None:
    title = "<p>2 Overzicht van kerntaken en werkprocessen in het beroep</p>"
    found = interpreted(f"<h2>Loopbaanperspectief</h2><p>Raadslid.</p>{title}{TASK}")

    assert found.content["career_prospects"] == paragraph("Raadslid.")


@pytest.mark.parametrize(
    "aspects",
    [
        "<p>- op format vereisten door: Colo op 1 mei 2026<br>- op inhoud door: Bijenraad</p>",
        "<ul><li>op format vereisten door: Colo op 1 mei 2026<li>op inhoud door: Bijenraad</ul>",
    ],
    ids=["lines", "items"],
)
def test_lines_and_items_may_each_be_one_side_of_a_value(aspects: str) -> None:
    legitimation = f"<p><b>Legitimering beroepscompetentieprofiel:</b></p>{aspects}"
    found = interpreted(TASK, TITLE + GENERAL + legitimation)

    assert found.content["legitimations"] == [
        {
            "text": "Colo op 1 mei 2026",
            "body": "Colo",
            "date": "2026-05-01",
            "aspect": "format",
        },
        {"text": "Bijenraad", "body": "Bijenraad", "aspect": "content"},
    ]


def test_a_side_of_a_value_that_is_printed_without_text_is_there_but_empty() -> None:
    legitimation = "<p><b>Legitimering:</b></p><ul><li>op inhoud door:</ul>"
    found = interpreted(TASK, TITLE + GENERAL + legitimation)

    assert found.content["legitimations"] == [{"text": "", "aspect": "content"}]


def test_two_labels_of_one_field_may_stand_side_by_side_above_their_values() -> None:
    found = interpreted(
        f"{TASK}<h2>Beroepscompetenties</h2><h3>Beroepscompetentie 1: Plannen</h3>"
        "<table><tr><td colspan=2>Beheersingscriteria"
        "<tr><td>Gericht op het proces<td>Gericht op het resultaat"
        "<tr><td><ul><li>denkt na;<li>schrijft op.</ul><td><ul><li>Er is een plan.</ul></table>"
    )

    (competency,) = found.content["competencies"]
    texts = [indicator["text"] for indicator in competency["indicators"]]
    assert texts == ["denkt na;", "schrijft op.", "Er is een plan."]


def test_in_a_value_that_is_bold_a_bold_line_is_no_label() -> None:
    found = interpreted(
        "<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3><p><b>Proces</b></p>"
        "<p><b>Zij kijkt.</b></p><p><b>Daarna volgt zij deze stappen:</b></p><p><b>Klaar.</b></p>"
    )

    (task,) = found.content["core_tasks"]
    assert [block["text"] for block in task["description"]] == [
        "Zij kijkt.",
        "Daarna volgt zij deze stappen:",
        "Klaar.",
    ]


# Overviews without codes.

UNCODED = (
    "<h2>Beschrijving van de kerntaken</h2>"
    "<h3>Verzorgt bijen</h3><h4>Opent de kast</h4><h5>Resultaat</h5><p>Open.</p>"
    "<h4>Sluit de kast</h4><h5>Resultaat</h5><p>Dicht.</p>"
    "<h3>Slingert honing</h3><h4>Ontzegelt</h4><h5>Resultaat</h5><p>Bloot.</p>"
)


@pytest.mark.parametrize(
    "overview",
    [
        "<p><b>Verzorgt bijen</b></p><p>Opent de kast<br>Sluit de kast</p>"
        "<p><b>Slingert honing</b></p><p>Ontzegelt</p>",
        "<h4>Verzorgt bijen</h4><ul><li>Opent de kast<li>Sluit de kast</ul>"
        "<h4>Slingert honing</h4><ul><li>Ontzegelt</ul>",
        "<ul><li>Verzorgt bijen<ul><li>Opent de kast<li>Sluit de kast</ul>"
        "<li>Slingert honing<ul><li>Ontzegelt</ul></ul>",
    ],
    ids=["bold above lines", "headings above items", "items in items"],
)
def test_lines_that_stand_again_as_headings_are_an_overview_without_codes(overview: str) -> None:
    found = interpreted(f"<h2>Overzicht kerntaken</h2>{overview}{UNCODED}")

    tasks = found.content["core_tasks"]
    assert names(tasks) == [(None, "Verzorgt bijen"), (None, "Slingert honing")]
    assert [[name for _, name in names(task["work_processes"])] for task in tasks] == [
        ["Opent de kast", "Sluit de kast"],
        ["Ontzegelt"],
    ]
    assert "unplaced" not in found.content
    assert found.ledger.closed


@pytest.mark.parametrize(
    ("labels", "outer"),
    [
        ("<p><b>Proces</b></p><p>Zij ruimt.</p><p><b>Complexiteit</b></p><p>Laag.</p>", True),
        ("<p><b>Gewenst resultaat</b></p><p>Schoon.</p>", False),
        ("<p><b>Omschrijving</b></p><p>Zij ruimt.</p>", False),
    ],
    ids=["labels of a core task", "labels of a work process", "labels of either"],
)
def test_a_task_without_processes_is_told_by_the_labels_below_its_heading(
    labels: str, outer: bool
) -> None:
    found = interpreted(
        "<h2>Overzicht kerntaken</h2><p><b>Verzorgt bijen</b></p><p>Opent de kast</p>"
        "<p>Sluit de kast</p><p>Ruimt op</p><h2>Beschrijving van de kerntaken</h2>"
        "<p><b>Verzorgt bijen</b></p><p><b>Proces</b></p><p>Zij kijkt.</p>"
        "<p><b>Opent de kast</b></p><p><b>Gewenst resultaat</b></p><p>Open.</p>"
        "<p><b>Sluit de kast</b></p><p><b>Gewenst resultaat</b></p><p>Dicht.</p>"
        f"<p><b>Ruimt op</b></p>{labels}"
    )

    tasks = found.content["core_tasks"]
    assert (names(tasks)[-1] == (None, "Ruimt op")) is outer
    assert len(tasks[0]["work_processes"]) == (2 if outer else 3)


def test_lines_that_do_not_stand_again_are_no_overview() -> None:
    found = interpreted(f"<h2>Kerntaken</h2><p><b>Vooraf</b></p><p>Lees dit</p>{TASK}")

    assert names(found.content["core_tasks"]) == [("1", "Verzorgt bijen")]


# The overview held against the nodes.

OVERVIEW = (
    "<h2>Overzicht van kerntaken en werkprocessen</h2><p>Kerntaak 1: Verzorgt bijen</p>"
    "<p>1.1 Opent de kast</p><p>1.2 Sluit de kast</p><p>Kerntaak 2: Slingert honing</p>"
)
DETAILS = (
    "<h2>Beschrijving van de kerntaken</h2><h3>Kerntaak 1: {}</h3><h4>Proces</h4><p>Zij kijkt.</p>"
    "<h4>1.1 Opent de kast</h4><h5>Resultaat</h5><p>Open.</p>"
    "<h4>1.2 Sluit de kast</h4><h5>Resultaat</h5><p>Dicht.</p>"
)
SECOND = "<h3>Kerntaak 2: Slingert honing</h3><h4>Proces</h4><p>Zij slingert.</p>"


def test_an_overview_that_the_details_bear_out_leaves_no_trace() -> None:
    found = interpreted(OVERVIEW + DETAILS.format("Verzorgt bijen") + SECOND)

    assert names(found.content["core_tasks"]) == [("1", "Verzorgt bijen"), ("2", "Slingert honing")]
    assert [len(task.get("work_processes", ())) for task in found.content["core_tasks"]] == [2, 0]
    assert "BCP411" not in codes(found)
    assert found.ledger.closed
    assert found.ledger.accounts["overview of nodes"] > 0


def test_a_task_that_only_the_overview_has_follows_and_is_reported() -> None:
    found = interpreted(OVERVIEW + DETAILS.format("Verzorgt bijen"))

    assert names(found.content["core_tasks"]) == [("1", "Verzorgt bijen"), ("2", "Slingert honing")]
    assert finding(found, "BCP411").message == (
        "the overview names 'Slingert honing', which is described nowhere"
    )
    assert finding(found, "BCP411").pointer == "/core_tasks/1"


def test_a_task_that_the_overview_names_otherwise_is_reported() -> None:
    found = interpreted(OVERVIEW + DETAILS.format("Verzorgt volken") + SECOND)

    assert finding(found, "BCP411").message == (
        "the overview says 'Verzorgt bijen', the heading 'Verzorgt volken'"
    )
    assert found.content["core_tasks"][0]["name"] == "Verzorgt volken"


def test_a_task_that_the_overview_lacks_is_reported() -> None:
    third = "<h3>Kerntaak 3: Kweekt moeren</h3><h4>Proces</h4><p>Zij kweekt.</p>"
    found = interpreted(OVERVIEW + DETAILS.format("Verzorgt bijen") + SECOND + third)

    assert finding(found, "BCP411").message == "'Kweekt moeren' is not in the overview"
    assert finding(found, "BCP411").pointer == "/core_tasks/2"


# Cover and title.


def front(*lines: str) -> str:
    """A cover of these lines, and a general part that leaves its facts to the cover."""
    cover = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<h1>Beroepscompetentieprofiel</h1>{cover}<h2>Algemene informatie</h2><table>"
        "<tr><td>Ontwikkeld door<td>Bijenraad<tr><td>Brondocumenten<td>Rapport 2024"
        "<tr><td>Sector<td>Landbouw<tr><td>Niveau<td>3</table>"
    )


def test_the_cover_says_what_no_label_says() -> None:
    found = interpreted(TASK, front("Imker", "Versie 3", "2 maart 2026"))

    assert (found.content["name"], found.content["version"]) == ("Imker", "3")
    assert found.content["date"] == "2026-03-02"
    assert "unplaced" not in found.content
    assert found.ledger.closed


def test_a_line_of_the_cover_may_say_the_code_of_the_profile() -> None:
    found = interpreted(TASK, front("Imker (BIJ 021)", "Versie 3"))

    assert (found.content["name"], found.content["code"]) == ("Imker", "BIJ 021")
    assert "unplaced" not in found.content
    assert found.ledger.closed


def test_the_code_may_stand_behind_a_name_that_a_label_says_too() -> None:
    cover = "<p>Imker (BIJ 021)</p><h2>Algemene informatie</h2>"
    found = interpreted(TASK, f"<h1>Beroepscompetentieprofiel</h1>{cover}{GENERAL}")

    assert (found.content["name"], found.content["code"]) == ("Imker", "BIJ 021")
    assert "unplaced" not in found.content


def test_a_bold_name_may_stand_above_the_title_of_a_cover() -> None:
    cover = front("Versie 3", "2 maart 2026").replace("h1>", "p>")
    found = interpreted(TASK, f"<p><b>Imker</b></p>{cover}")

    assert (found.content["name"], found.content["date"]) == ("Imker", "2026-03-02")
    assert "unplaced" not in found.content


def test_what_such_profiles_are_is_no_title() -> None:
    heading = "<h2>Wat is een beroepscompetentieprofiel?</h2><p>Een beschrijving.</p>"
    found = interpreted(heading + TASK, f"<h1>Imker</h1><p>Versie 3</p>{heading}{GENERAL}")

    assert found.content["name"] == "Imker"


def test_a_line_of_the_cover_that_a_label_says_too_is_furniture() -> None:
    cover = "<p>Imker</p><p>Versie 2</p><p>1 mei 2020</p><h2>Algemene informatie</h2>"
    found = interpreted(TASK, f"<h1>Beroepscompetentieprofiel</h1>{cover}{GENERAL}")

    assert (found.content["version"], found.content["date"]) == ("3", "2026-03-02")
    assert found.ledger.accounts["cover"] == len("Imker21mei2020")
    assert "unplaced" not in found.content


@pytest.mark.parametrize(
    "cover",
    [
        "<h1>Beroepscompetentieprofiel Imker</h1><p>2 maart 2026</p>",
        "<p><b>Beroepscompetentieprofiel</b></p><p><b>Imker</b></p><p><b>Landbouw</b></p>",
    ],
)
def test_a_title_page_and_the_title_after_it_are_one(cover: str) -> None:
    title = "<h1>Beroepscompetentieprofiel Landbouw - Imker</h1>"

    found = interpreted(TASK, f"{cover}{title}{GENERAL}")

    assert (found.content["sector"], found.content["name"]) == ("Landbouw", "Imker")
    assert "unplaced" not in found.content


def test_what_a_cover_says_besides_is_kept_and_reported() -> None:
    found = interpreted(TASK, front("Imker", "Voor en door de sector"))

    assert found.content["unplaced"] == [{"label": "", "text": paragraph("Voor en door de sector")}]
    assert "BCP307" in codes(found)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Beroepscompetentieprofiel Imker (AGR 014)", "AGR 014"),
        ("Beroepscompetentieprofiel Imker (niveau 4)", None),
        ("Beroepscompetentieprofiel Imker", None),
    ],
)
def test_the_title_may_end_in_the_code_of_the_profile(title: str, code: str | None) -> None:
    assert interpreted(TASK, f"<h1>{title}</h1>{GENERAL}").content.get("code") == code


def test_a_profile_without_any_core_task_is_refused() -> None:
    with pytest.raises(DocumentError) as refusal:
        interpreted("<h2>Kerntaken</h2><p>Zie het kwalificatiedossier.</p>")

    assert refusal.value.code == "BCP201"


# What only the first page or running lines say.

FACTS = (
    "<table><tr><td>Versie<td>3<tr><td>Datum<td>2 maart 2026<tr><td>Ontwikkeld door<td>Bijenraad"
    "<tr><td>Sector<td>Dieren</table>"
)


def test_a_line_above_the_bare_title_is_the_name() -> None:
    front = "<p>Imker</p><p>Beroepscompetentieprofiel</p><h2>Algemene informatie</h2>" + FACTS

    assert interpreted(TASK, front).content["name"] == "Imker"


def test_the_name_in_running_lines_counts_where_nothing_else_says_it() -> None:
    front = "<p>Beroepscompetentieprofiel</p><h2>Algemene informatie</h2>" + FACTS
    document = page(front + TASK)
    running = tuple(
        Furniture("page furniture", plain(f"Beroepscompetentieprofiel Imker Pagina {n}/3"))
        for n in (1, 2, 3)
    )
    found = interpret(replace(document, blocks=(*running, *document.blocks)), load_families())

    assert found.content["name"] == "Imker"


def test_a_row_with_the_name_of_the_open_node_opens_no_second_one_on_the_next_page() -> None:
    head = "<tr><td>Werkproces<td>Kijkt in de kast"
    first = f"<table>{head}<tr><td>Omschrijving<td>Zij kijkt.</table>"
    second = f"<table>{head}<tr><td>Resultaat<td>Een gezond volk.</table>"
    before, after = page(TITLE + GENERAL + TASK + first), page(second)
    document = replace(before, blocks=(*before.blocks, PageEnd(), *after.blocks))
    (task,) = interpret(document, load_families()).content["core_tasks"]

    assert names(task["work_processes"]) == [(None, "Kijkt in de kast")]
    assert task["work_processes"][0]["result"] == paragraph("Een gezond volk.")


@pytest.mark.parametrize("sign", ["|", "·", "-", "–"])
def test_a_date_beside_a_version_on_one_line_is_another_fact(sign: str) -> None:
    front = f"{TITLE}<p>Versie 1.2 {sign} 2 maart 2026</p><h2>Algemene informatie</h2>"
    found = interpreted(TASK, front + "<table><tr><td>Sector<td>Dieren<tr><td>Niveau<td>3</table>")

    assert (found.content["version"], found.content["date"]) == ("1.2", "2026-03-02")
    assert found.ledger.closed

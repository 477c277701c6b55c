"""Labels and values, in each shape that they are printed in."""

from __future__ import annotations

import pytest

from pipeline.document.text import plain
from pipeline.interpret.claims import Claims
from pipeline.interpret.headings import leading_number, number_and_name
from tests.unit.interpret.specimens import CORE_TASKS, outline, page, pairs, tabs

# Tables.


def test_two_columns_are_label_and_value() -> None:
    assert pairs(tabs("Naam BCP:\tHavenmeester\nVersie\t3")) == [
        "Naam BCP: -> name: Havenmeester",
        "Versie -> version: 3",
    ]


def test_label_and_value_may_stand_more_than_once_in_a_row() -> None:
    assert pairs(tabs("Naam BCP:\tHavenmeester\tDatum:\t2 maart 2026\tVersie:\t3")) == [
        "Naam BCP: -> name: Havenmeester",
        "Datum: -> date: 2 maart 2026",
        "Versie: -> version: 3",
    ]


def test_a_further_label_may_hold_its_value() -> None:
    assert pairs(tabs("Naam BCP:\tHavenmeester\tversie: 3")) == [
        "Naam BCP: -> name: Havenmeester",
        "versie: -> version: 3",
    ]


def test_the_values_of_a_header_row_stand_in_the_next_row() -> None:
    source = "Naam BCP:\tdatum:\tversie:\nHavenmeester\t2 maart '26\t3\nOntwikkeld door:\tKCH\t"

    assert pairs(tabs(source)) == [
        "Naam BCP: -> name: Havenmeester",
        "datum: -> date: 2 maart '26",
        "versie: -> version: 3",
        "Ontwikkeld door: -> developed_by: KCH",
    ]


def test_a_header_row_may_hold_one_of_the_values_itself() -> None:
    assert pairs(tabs("Naam BCP:\tversie: 3\nHavenmeester\t")) == [
        "Naam BCP: -> name: Havenmeester",
        "versie: -> version: 3",
    ]


def test_a_value_that_reads_like_a_label_makes_no_header_row() -> None:
    assert pairs(tabs("Sector\tNaam\nVersie\t3")) == [
        "Sector -> sector: Naam",
        "Versie -> version: 3",
    ]


def test_a_label_may_stand_above_its_value() -> None:
    source = "<table><tr><td colspan=2>Attitude<tr><td colspan=2>Zijn eerlijk en open.</table>"

    assert pairs(page(source)) == ["Attitude -> description.attitude: Zijn eerlijk en open."]


def test_a_merged_row_opens_a_role() -> None:
    source = (
        "<table><tr><td colspan=2>1. De havenmeester als coördinator"
        "<tr><td>Afbreukrisico<td>Er gaat iets mis.</table>"
    )

    assert pairs(page(source)) == [
        "role 1 coördinator",
        "  Afbreukrisico -> role.consequence_of_error: Er gaat iets mis.",
    ]


def test_a_row_with_an_empty_second_cell_opens_a_role() -> None:
    assert pairs(tabs("2. De havenmeester als gastheer\t\nAfbreukrisico\tSchade.")) == [
        "role 2 gastheer",
        "  Afbreukrisico -> role.consequence_of_error: Schade.",
    ]


def test_a_label_cell_may_be_merged_over_rows() -> None:
    source = "<table><tr><td rowspan=2>Attitude<td>Eerlijk<tr><td>Open<tr><td>Versie<td>3</table>"

    assert pairs(page(source)) == [
        "Attitude -> description.attitude: Eerlijk || Open",
        "Versie -> version: 3",
    ]


def test_under_an_empty_label_cell_the_value_goes_on() -> None:
    assert pairs(tabs("Attitude\tEerlijk\n\tOpen")) == [
        "Attitude -> description.attitude: Eerlijk || Open"
    ]


@pytest.mark.parametrize("end", ["\n\n", "\f", "\n---\t--\n\n"])
def test_after_a_page_end_the_value_goes_on_in_a_new_table(end: str) -> None:
    assert pairs(tabs(f"Attitude\tEerlijk en{end}\topen\nVersie\t3")) == [
        "Attitude -> description.attitude: Eerlijk en || ^open",
        "Versie -> version: 3",
    ]


def test_a_label_that_word_repeats_on_the_next_page_opens_nothing() -> None:
    claims = Claims()
    source = tabs("Attitude\tEerlijk en\f\nAttitude\topen")

    assert pairs(source) == ["Attitude -> description.attitude: Eerlijk en || ^open"]
    outline(source, claims)
    assert claims.totals() == {"repeated labels": len("Attitude")}


def test_a_role_heading_that_word_repeats_on_the_next_page_opens_nothing() -> None:
    rows = "1. De havenmeester als gast\t\nAfbreukrisico\tSchade aan\f1. De havenmeester als gast\t\n\tboten"  # noqa: E501

    assert pairs(tabs(rows)) == [
        "role 1 gast",
        "  Afbreukrisico -> role.consequence_of_error: Schade aan || ^boten",
    ]


def test_the_heads_of_columns_are_no_pair() -> None:
    assert pairs(tabs("Onderwerp\tBeschrijving\nVersie\t3")) == ["Versie -> version: 3"]


def test_a_column_of_numbers_before_the_labels_is_numbering() -> None:
    assert pairs(tabs("1.1\tVersie\t3\n1.2\tSector\tHaven")) == [
        "Versie -> version: 3",
        "Sector -> sector: Haven",
    ]


def test_names_and_indicators_may_stand_in_columns_of_their_own() -> None:
    source = "1. De havenmeester als gast\t\nCompetentie\tGedragsindicatoren\nSamenwerken\tLuistert\nLeiden\tLeidt"  # noqa: E501

    assert pairs(tabs(source)) == [
        "role 1 gast",
        "  Competentie -> role.competencies: h6:Samenwerken || Luistert || h6:Leiden || Leidt",
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sector: Havens en water", "Sector: -> sector: Havens en water"),
        ("Datum: 2 maart 2026", "Datum: -> date: 2 maart 2026"),
        ("Ontwikkeld door KCH", "Ontwikkeld door -> developed_by: KCH"),
    ],
)
def test_label_and_value_may_share_one_cell(cell: str, expected: str) -> None:
    source = f"<table><tr><td colspan=2>{cell}<tr><td>Attitude<td>Open</table>"

    assert pairs(page(source)) == [expected, "Attitude -> description.attitude: Open"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("Versie: 3", "Versie: -> version: 3"), ("Niveau: 4", "Niveau: -> nlqf_level: 4")],
)
def test_a_value_of_one_sign_may_share_the_cell_of_its_label(cell: str, expected: str) -> None:
    source = f"<table><tr><td colspan=2>{cell}<tr><td>Attitude<td>Open</table>"

    assert pairs(page(source)) == [expected, "Attitude -> description.attitude: Open"]


def test_a_table_that_lays_out_others_is_read_through() -> None:
    source = "<table><tr><td><table><tr><td>Versie<td>3</table></td></tr></table>"

    assert pairs(page(source)) == ["Versie -> version: 3"]


def test_a_definition_list_is_a_table() -> None:
    assert pairs(page("<dl><dt>Versie<dd>3<dt>Sector<dd>Haven</dl>")) == [
        "Versie -> version: p:3",
        "Sector -> sector: p:Haven",
    ]


def test_a_section_row_is_a_heading() -> None:
    assert pairs(tabs("2. Beschrijving van het beroep\t\nAttitude\tOpen")) == [
        "Attitude -> description.attitude: Open"
    ]


def test_a_caption_may_be_the_heading_of_a_role() -> None:
    source = "<table><caption>Rol 1: gastheer</caption><tr><td>Afbreukrisico<td>Schade.</table>"

    assert pairs(page(source)) == [
        "role 1 gastheer",
        "  Afbreukrisico -> role.consequence_of_error: Schade.",
    ]


def test_a_label_that_no_layout_knows_keeps_its_value() -> None:
    assert pairs(tabs("Rijbewijs\tB\nVersie\t3")) == ["Rijbewijs -> ?: B", "Versie -> version: 3"]


def test_a_row_without_any_text_is_nothing() -> None:
    assert pairs(page("<table><tr><td><td><tr><td>Versie<td>3</table>")) == ["Versie -> version: 3"]


# Outside tables.


def test_headings_are_labels_of_the_text_below_them() -> None:
    source = "<h2>2. Beschrijving van het beroep</h2><h3>Attitude</h3><p>Open.</p><p>Eerlijk.</p>"

    assert pairs(page(source)) == ["Attitude -> description.attitude: p:Open.; p:Eerlijk."]


@pytest.mark.parametrize("label", ["<b>Attitude</b>", "<i>Attitude:</i>", "Attitude:", "Attitude"])
def test_a_line_by_itself_may_be_a_label(label: str) -> None:
    (found,) = pairs(page(f"<p>{label}</p><ul><li>Open</ul>"))

    assert found.endswith("-> description.attitude: +-Open")


def test_a_sentence_that_begins_like_a_label_is_text() -> None:
    source = "<h3>Attitude</h3><p>Complexiteit is een woord dat hier vaker valt.</p>"

    assert pairs(page(source)) == [
        "Attitude -> description.attitude: p:Complexiteit is een woord dat hier vaker valt."
    ]


def test_label_and_value_may_stand_on_one_line() -> None:
    assert pairs(page("<p>Versie: 3</p><p>Datum: 2 maart 2026</p>")) == [
        "Versie: -> version: 3",
        "Datum: -> date: 2 maart 2026",
    ]


def test_a_heading_of_a_role_opens_it() -> None:
    source = "<h3>Rol 2 - Gastheer</h3><h4>Afbreukrisico</h4><p>Schade.</p>"

    assert pairs(page(source)) == [
        "role 2 Gastheer",
        "  Afbreukrisico -> role.consequence_of_error: p:Schade.",
    ]


def test_a_lower_heading_belongs_to_the_value_under_way() -> None:
    source = "<h3>Kennis en vaardigheden</h3><h4>Kennis</h4><p>Veel.</p>"
    section = "<h2>Beschrijving van het beroep</h2>"

    assert pairs(page(section + source)) == [
        "Kennis en vaardigheden -> description.knowledge_and_skills: h4:Kennis; p:Veel."
    ]


def test_a_heading_that_no_layout_knows_keeps_its_text() -> None:
    assert pairs(page("<h3>Rijbewijs</h3><p>B</p>")) == ["Rijbewijs -> ?: p:B"]


def test_text_before_every_label_has_none() -> None:
    assert pairs(page("<p>Een woord vooraf van de redactie over dit werk.</p>")) == [
        "(no label) -> ?: p:Een woord vooraf van de redactie over dit werk."
    ]


def test_a_role_without_a_known_heading_is_opened_by_its_first_label() -> None:
    source = (
        "<h2>Rollen en competenties</h2>"
        "<h3>Gastheer</h3><table><tr><td>Beschrijving van de rol<td>Ontvangt.</table>"
        "<h3>Planner</h3><table><tr><td>Beschrijving van de rol<td>Plant.</table>"
    )

    assert pairs(page(source)) == [
        "role Gastheer",
        "  Beschrijving van de rol -> role.description: Ontvangt.",
        "role Planner",
        "  Beschrijving van de rol -> role.description: Plant.",
    ]


def test_a_heading_that_the_overview_names_opens_its_role() -> None:
    source = (
        "<table><tr><td>Overzicht rollen<td>1. Gastheer<br>2. Planner</table>"
        "<h3>Gastheer</h3><h4>Afbreukrisico</h4><p>Schade.</p>"
    )

    assert pairs(page(source))[1:] == [
        "role Gastheer",
        "  Afbreukrisico -> role.consequence_of_error: p:Schade.",
    ]


def test_a_label_for_the_name_of_a_role_opens_it() -> None:
    source = "Naam van de rol\t1. Gastheer\nAfbreukrisico\tSchade."

    assert pairs(tabs("4. Rollen en competenties\n" + source)) == [
        "role 1 Gastheer",
        "  Afbreukrisico -> role.consequence_of_error: Schade.",
    ]


def test_one_label_means_another_field_inside_a_role() -> None:
    rows = (
        "Kennis en vaardigheden\tEen\n1. De havenmeester als gast\t\nKennis en vaardigheden\tTwee"
    )

    assert pairs(tabs("2. Beschrijving van het beroep\n" + rows)) == [
        "Kennis en vaardigheden -> description.knowledge_and_skills: Een",
        "role 1 gast",
        "  Kennis en vaardigheden -> role.knowledge_and_skills: Twee",
    ]


# What is no pair.


@pytest.mark.parametrize(
    ("line", "account"),
    [
        ("Pagina 2 van 18", "page furniture"),
        ("BCP Havenmeester 2", "page furniture"),
        ("12", "page furniture"),
        ("Attitude .......... 4", "table of contents"),
        ("Inhoudsopgave", "table of contents"),
        ("Waar hij staat kan ook zij worden gelezen.", "boilerplate"),
        ("2. Beschrijving van het beroep", "headings"),
    ],
)
def test_what_a_page_says_of_itself_is_claimed(line: str, account: str) -> None:
    claims = Claims()
    document = page(f"<table><tr><td>Versie<td>3</table><p>{line}</p>")

    assert pairs(document) == ["Versie -> version: 3"]
    outline(document, claims)
    assert claims.totals() == {account: len(line.replace(" ", ""))}


def test_a_table_of_contents_ends_where_no_page_number_follows() -> None:
    source = "<p>Inhoud</p><p>Attitude 3</p><p>Complexiteit 4</p><p><b>Attitude</b></p><p>Open.</p>"

    assert pairs(page(source)) == ["Attitude -> description.attitude: p:Open."]


def test_contents_without_page_numbers_are_what_stands_again() -> None:
    claims = Claims()
    listed = "<p>Inhoudsopgave</p><p>1. Attitude</p><p>2. Complexiteit</p><p>Rollen</p>"
    # `Rollen` stands nowhere else: it may be what the document goes on with.
    source = page(f"{listed}<h3>1. Attitude</h3><p>Open.</p><h3>2. Complexiteit</h3><p>Hoog.</p>")

    assert pairs(source) == [
        "Rollen -> roles:",
        "1. Attitude -> description.attitude: p:Open.",
        "2. Complexiteit -> description.complexity: p:Hoog.",
    ]
    outline(source, claims)
    assert claims.totals()["table of contents"] == len("Inhoudsopgave1.Attitude2.Complexiteit")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        # A fact says what it is, and names no page.
        ("<p>Inhoud</p><p>Attitude 3</p><p>Niveau 4</p>", ["Niveau -> nlqf_level: 4"]),
        # What the text itself repeats is no contents the second time.
        ("<p>Inhoud</p><p>Attitude</p><p>Complexiteit</p><h3>Attitude</h3><p>Open.</p>"
         "<h3>Complexiteit</h3><p>Hoog.</p><h3>Attitude</h3><p>Eerlijk.</p>",
         ["Attitude -> description.attitude: p:Open.",
          "Complexiteit -> description.complexity: p:Hoog.",
          "Attitude -> description.attitude: p:Eerlijk."]),
        # The cover may say what the contents do not.
        ("<p>Attitude</p><p>Inhoud</p><p>Attitude</p><p>Open.</p>", None),
    ],
)  # fmt: skip
def test_contents_end_where_the_document_begins(body: str, found: list[str] | None) -> None:
    told = pairs(page(body))

    if found is None:
        assert told[-1].startswith("Attitude -> description.attitude")
        assert told[-1].endswith("p:Open.")
    else:
        assert told == found


def test_a_running_line_in_a_value_does_not_part_it() -> None:
    source = "<h3>Attitude</h3><p>Zijn open en</p><p>Pagina 2 van 3</p><p>eerlijk.</p>"

    assert pairs(page(source)) == [
        "Attitude -> description.attitude: p:Zijn open en || ^p:eerlijk."
    ]


def test_the_title_is_kept_and_its_repetition_on_a_cover_claimed() -> None:
    claims = Claims()
    source = page("<h1>Beroepscompetentieprofiel Havenmeester</h1><p>Beroepscompetentieprofiel</p>")

    assert pairs(source) == ["title Beroepscompetentieprofiel Havenmeester"]
    outline(source, claims)
    assert claims.totals() == {"title": len("Beroepscompetentieprofiel")}


def test_lines_below_the_title_that_nothing_explains_are_of_the_cover() -> None:
    source = (
        "<h1>Beroepscompetentieprofiel</h1><p>Havenmeester</p><p>Waterraad, 2026</p>"
        "<h2>1. Algemene informatie</h2><p>Een woord vooraf.</p>"
    )

    assert pairs(page(source)) == [
        "title Beroepscompetentieprofiel",
        "cover Havenmeester",
        "cover Waterraad, 2026",
        "(no label) -> ?: p:Een woord vooraf.",
    ]


def test_without_a_title_there_is_no_cover() -> None:
    assert pairs(page("<p>Havenmeester</p>")) == ["(no label) -> ?: p:Havenmeester"]


# Nodes in nodes.


def test_a_node_in_a_node_has_labels_of_its_own() -> None:
    source = (
        "<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3><h4>Proces</h4><p>Zij kijkt.</p>"
        "<h4>1.1 Opent de kast</h4><h5>Resultaat</h5><p>Open.</p>"
        "<h3>Kerntaak 2: Slingert honing</h3><h4>Resultaat</h4><p>Honing.</p>"
    )

    assert pairs(page(source), CORE_TASKS) == [
        "core_task 1 Verzorgt bijen",
        "  Proces -> core_task.description: p:Zij kijkt.",
        "  work_process 1.1 Opent de kast",
        "    Resultaat -> work_process.result: p:Open.",
        "core_task 2 Slingert honing",
        "  Resultaat -> core_task.result: p:Honing.",
    ]


def test_a_label_of_the_outer_node_closes_the_inner_one() -> None:
    rows = (
        "Kerntaak 1: Verzorgt bijen\t\nWerkproces 1.1: Opent de kast\t\n"
        "Gewenst resultaat\tOpen.\nComplexiteit\tHoog."
    )

    assert pairs(tabs(rows), CORE_TASKS) == [
        "core_task 1 Verzorgt bijen",
        "  Complexiteit -> core_task.complexity: Hoog.",
        "  work_process 1.1 Opent de kast",
        "    Gewenst resultaat -> work_process.result: Open.",
    ]


def test_sentences_below_a_section_of_names_are_nodes() -> None:
    source = "<h2>Kernopgaven</h2><ul><li>Kiest zij tempo of ambacht?<li>Wacht zij af?</ul>"

    assert pairs(page(source), CORE_TASKS) == [
        "core_challenge Kiest zij tempo of ambacht?",
        "core_challenge Wacht zij af?",
    ]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1. Gastheer", (1, 3)),
        ("2) Gastheer", (2, 3)),
        ("Rol 3: Gastheer", (3, 7)),
        ("Rol 3 - Gastheer", (3, 8)),
        ("Gastheer 2", (None, 0)),
        ("2026 gasten", (None, 0)),
    ],
)
def test_the_number_of_a_heading_is_told_from_its_words(
    heading: str, expected: tuple[int | None, int]
) -> None:
    assert leading_number(heading) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("1. Gastheer", ("1", "Gastheer")),
        ("01. Gastheer", ("01", "Gastheer")),
        ("Rol 3: Gastheer", ("3", "Gastheer")),
        ("(2) Gastheer", ("2", "Gastheer")),
        ("Gastheer 2", ("", "Gastheer 2")),
    ],
)
def test_the_code_of_a_counted_heading_is_its_digits(
    heading: str, expected: tuple[str, str]
) -> None:
    number, name = number_and_name(plain(heading))

    assert (number.chars, name.chars) == expected

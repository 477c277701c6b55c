"""Roles: named as in the overview, whether by likeness or by number; what lacks is reported."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.core.errors import DocumentError
from tests.unit.interpret.specimens import (
    codes,
    content,
    finding,
    interpreted,
    interpreted_page,
)

OVERVIEW = "4. Rollen en competenties\n\nOverzicht rollen\t{}\n\n"
ROLE = "{}\t\nBeschrijving van de rol\tZij werken.\n\n"


def roles(overview: str, *headings: str) -> list[dict[str, Any]]:
    rows = OVERVIEW.format(overview) + "".join(ROLE.format(heading) for heading in headings)
    found: list[dict[str, Any]] = content(rows)["roles"]
    return found


def test_a_role_has_its_number_heading_and_the_name_of_the_overview() -> None:
    (role,) = roles("1. Coördinator", "1. De havenmeester als coördinator")

    assert role == {
        "number": 1,
        "name": "Coördinator",
        "heading": "De havenmeester als coördinator",
        "description": [{"type": "paragraph", "text": "Zij werken."}],
    }


def test_a_role_is_found_in_the_overview_by_likeness() -> None:
    found = roles(
        "1. Bewaker continuïteit<br>2. Gastheer",
        "De havenmeester als gastheer",
        "De havenmeester als bewaker van de continuïteit",
    )

    assert [role["name"] for role in found] == ["Gastheer", "Bewaker continuïteit"]


def test_a_role_in_other_words_is_found_in_the_overview_by_its_number() -> None:
    found = roles(
        "1. Gastheer<br>2. Planner",
        "1. De havenmeester als ontvanger van bezoek",
        "2. De havenmeester als planner",
    )

    assert [role["name"] for role in found] == ["Gastheer", "Planner"]
    assert found[0]["heading"] == "De havenmeester als ontvanger van bezoek"


def test_a_role_that_the_overview_does_not_name_keeps_the_words_of_its_heading() -> None:
    rows = OVERVIEW.format("Gastheer") + ROLE.format("De havenmeester als gastheer")
    found = interpreted(rows + ROLE.format("De havenmeester als wachter"))

    assert [role["name"] for role in found.content["roles"]] == ["Gastheer", "wachter"]
    assert finding(found, "BCP411").message == "'wachter' is not in the overview"
    assert finding(found, "BCP411").pointer == "/roles/1"


def test_a_role_without_a_table_is_kept_by_its_name() -> None:
    found = interpreted(
        OVERVIEW.format("1. Gastheer<br>2. Planner")
        + ROLE.format("1. De havenmeester als gastheer")
    )

    assert found.content["roles"][1] == {"number": 2, "name": "Planner"}
    assert finding(found, "BCP411").message == (
        "the overview names 'Planner', which is described nowhere"
    )


def test_without_an_overview_roles_are_named_by_their_headings() -> None:
    found = interpreted(ROLE.format("1. De havenmeester als gastheer"))

    assert found.content["roles"][0]["name"] == "gastheer"
    assert "BCP411" not in codes(found)


def test_without_heading_and_overview_the_role_is_the_occupation() -> None:
    (role,) = content("4. Rollen en competenties\n\nBeschrijving van de rol\tZij werken.\n")[
        "roles"
    ]

    assert role["name"] == "Havenmeester"
    assert "heading" not in role
    assert "number" not in role


def test_without_a_heading_the_role_is_the_first_of_the_overview() -> None:
    rows = OVERVIEW.format("Gastheer") + "Beschrijving van de rol\tZij werken.\n"

    assert [role["name"] for role in content(rows)["roles"]] == ["Gastheer"]


def test_an_overview_without_a_value_is_reported() -> None:
    found = interpreted(
        OVERVIEW.format("") + ROLE.format("1. De havenmeester als gastheer"),
    )

    assert [role["name"] for role in found.content["roles"]] == ["gastheer"]
    assert finding(found, "BCP308").message == "the label 'Overzicht rollen' has no value"
    assert "BCP411" not in codes(found)


@pytest.mark.parametrize("overview", ["Overzicht rollen\t\n", ""])
def test_a_profile_without_any_role_is_refused(overview: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        interpreted(f"Attitude\tOpen\n\n4. Rollen en competenties\n\n{overview}")

    assert refusal.value.code == "BCP201"


def role(rows: str) -> dict[str, Any]:
    """The content of a role with these rows."""
    found: dict[str, Any] = content(f"1. De havenmeester als gastheer\t\n{rows}")["roles"][0]
    return found


def test_the_emphasised_opening_of_the_description_is_the_responsibility() -> None:
    found = role(
        "Beschrijving van de rol\t<p><i>Is verantwoordelijk voor gasten</i></p><p>Zij werken.</p>"
    )

    assert found["responsibility"] == "Is verantwoordelijk voor gasten"
    assert found["description"] == [{"type": "paragraph", "text": "Zij werken."}]


def test_the_opening_may_stand_in_the_paragraph_of_the_description() -> None:
    found = role(
        "Beschrijving van de rol\t<p><i>Is verantwoordelijk voor gasten.</i> Zij werken.</p>"
    )

    assert found["responsibility"] == "Is verantwoordelijk voor gasten."
    assert found["description"] == [{"type": "paragraph", "text": "Zij werken."}]


@pytest.mark.parametrize(
    ("written", "statement", "rest"),
    [
        ("<i>Verantwoordelijk voor steigers.</i> Keurt ze.",
         "Verantwoordelijk voor steigers.", "Keurt ze."),
        ("<b>Toezicht</b> Loopt rond.", "Toezicht", "Loopt rond."),
        ("<i>Verantwoordelijk voor steigers</i>. Keurt ze.",
         "Verantwoordelijk voor steigers.", "Keurt ze."),
        ("<i>Houdt toezicht.</i> 's Ochtends meet hij de stand.",
         "Houdt toezicht.", "'s Ochtends meet hij de stand."),
        ("<i>Houdt toezicht.</i> (Ook 's nachts.)", "Houdt toezicht.", "(Ook 's nachts.)"),
        ("<i>Houdt toezicht.</i> 24 uur per dag is er iemand.",
         "Houdt toezicht.", "24 uur per dag is er iemand."),
        ("<i>Verantwoordelijk voor steigers</i>.", "Verantwoordelijk voor steigers.", ""),
    ],
)  # fmt: skip
def test_a_statement_is_told_by_its_emphasis_and_the_sentence_after_it(
    written: str, statement: str, rest: str
) -> None:
    found = role(f"Beschrijving van de rol\t<p>{written}</p>")

    assert found["responsibility"] == statement
    assert [block["text"] for block in found["description"]] == ([rest] if rest else [])


@pytest.mark.parametrize(
    "written", ["<b>Zij</b> werken.", "<i>Elke ochtend vroeg</i> gaan zij rond.",
                "<b>Zij</b>, Piet en de anderen, werken.", "<i>T.a.v.</i> de haven werken zij."]
)  # fmt: skip
def test_a_stressed_word_is_no_responsibility(written: str) -> None:
    found = role(f"Beschrijving van de rol\t<p>{written}</p>")

    assert "responsibility" not in found


def test_the_responsibility_may_have_a_label_of_its_own() -> None:
    found = role("Verantwoordelijkheid\tIs verantwoordelijk.\nBeschrijving van de rol\tZij werken.")

    assert found["responsibility"] == "Is verantwoordelijk."


COMPETENCIES = [
    {"name": "Samenwerken", "indicators": [{"text": "Luistert goed"}, {"text": "Vraagt door"}]},
    {"name": "Plannen", "indicators": [{"text": "Stelt doelen"}]},
]


@pytest.mark.parametrize(
    "rows",
    [
        "Competenties -\t<p><i>Samenwerken</i></p><p>Luistert goed</p><p>Vraagt door</p>\n"
        "\t<p><i>Plannen</i></p><p>Stelt doelen</p>",
        "Competenties\t<p><b>Samenwerken:</b></p><ul><li>Luistert goed<li>Vraagt door</ul>"
        "<p><b>Plannen:</b></p><ul><li>Stelt doelen</ul>",
        "Competenties\t<p><i>Samenwerken</i> Luistert goed Vraagt door</p>"
        "<p><i>Plannen</i> Stelt doelen</p>",
        "Competenties\tSamenwerken<br>• Luistert goed<br>• Vraagt door<br>Plannen<br>• Stelt doelen",  # noqa: E501
        "Competenties\t<ol><li>Samenwerken</ol><ul><li>Luistert goed<li>Vraagt door</ul>"
        "<ol start=2><li>Plannen</ol><ul><li>Stelt doelen</ul>",
        "Competenties\t<ol start=4><li>Samenwerken</ol><ul><li>Luistert goed<li>Vraagt door</ul>"
        "<ol start=5><li>Plannen</ol><ul><li>Stelt doelen</ul>",
        "Competenties\t1. Samenwerken<br>- Luistert goed<br>- Vraagt door<br>2. Plannen<br>- Stelt doelen",  # noqa: E501
        "Competenties\t1. <i>Samenwerken</i><br>- Luistert goed<br>- Vraagt door<br>2. <i>Plannen</i><br>- Stelt doelen",  # noqa: E501
        "Competentie\tGedragsindicatoren\nSamenwerken\tLuistert goed<br>Vraagt door\nPlannen\tStelt doelen",  # noqa: E501
    ],
    ids=[
        "paragraphs",
        "lists",
        "flattened",
        "lines",
        "numbered names",
        "numbered on",
        "typed numbers",
        "emphasised numbered names",
        "columns",
    ],
)
def test_competencies_have_names_and_indicators(rows: str) -> None:
    assert role(rows)["competencies"] == COMPETENCIES


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("A. Samenwerken", "B. Plannen", ["A", "B"]),
        ("(E) Samenwerken", "(Q) Plannen", ["E", "Q"]),
        ("1. Samenwerken", "2. Plannen", ["1", "2"]),
        ("2.1 Samenwerken", "2.2 Plannen", ["2.1", "2.2"]),
    ],
)
def test_a_number_or_letter_before_the_name_of_a_competency_is_its_code(
    first: str, second: str, codes: list[str]
) -> None:
    indicators = "<ul><li>Luistert goed</li></ul>"
    rows = "".join(f"<h4>{name}</h4>{indicators}" for name in (first, second))
    found = interpreted_page(
        "<h2>Rollen en competenties</h2><h3>Rol 1: Gastheer</h3>"
        f"<table><tr><td>Competenties<td>{rows}</table>"
    )

    names = [(c["code"], c["name"]) for c in found.content["roles"][0]["competencies"]]
    assert names == [(codes[0], "Samenwerken"), (codes[1], "Plannen")]
    assert "BCP401" not in {finding.code for finding in found.findings}


@pytest.mark.parametrize("name", ["E.H.B.O. verlenen", "5.S toepassen", "3 D-tekenen"])
def test_what_opens_a_name_and_no_space_follows_is_no_code(name: str) -> None:
    (found,) = role(f"Competenties\t<b>{name}</b><br>- Luistert goed")["competencies"]

    assert (found["name"], "code" in found) == (name, False)


def test_numbered_sentences_with_points_of_their_own_are_no_names() -> None:
    rows = (
        "Competenties\t<ol><li>Luistert goed</ol><ul><li>naar gasten</ul>"
        "<ol start=2><li>Vraagt door</ol><ul><li>bij collega's</ul>"
    )

    assert "competencies" not in role(rows)


def test_a_competency_without_indicators_has_an_empty_list() -> None:
    (first, _) = role("Competenties\t<p><b>Samenwerken</b></p><p><b>Plannen</b></p><p>Stelt doelen</p>")["competencies"]  # fmt: skip  # noqa: E501

    assert first == {"name": "Samenwerken", "indicators": []}


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("Kennis van knopen", "knowledge"),
        ("Heeft kennis van knopen", "knowledge"),
        ("Heeft inzicht in het weer", "knowledge"),
        ("Kan varen", "skill"),
        ("Beheerst de marifoon", "skill"),
        ("Vaarbewijs II", "other"),
    ],
)
def test_the_opening_words_of_an_item_tell_its_kind(item: str, kind: str) -> None:
    rows = f"Benodigde kennis en vaardigheden\t<p>{item}</p><p>Kennis van boten</p>"

    assert role(rows)["knowledge_and_skills"][0] == {"kind": kind, "text": item}


def test_a_heading_among_items_tells_their_kind() -> None:
    rows = "Benodigde kennis en vaardigheden\t<p>Kennis:</p><p>knopen</p><p>Vaardigheden</p><p>varen</p>"  # noqa: E501

    assert role(rows)["knowledge_and_skills"] == [
        {"kind": "knowledge", "text": "knopen"},
        {"kind": "skill", "text": "varen"},
    ]


def test_a_lead_in_before_items_is_kept_without_a_place() -> None:
    found = content(
        "1. De havenmeester als gastheer\t\nBenodigde kennis en vaardigheden\t<p>Nodig is:</p>"
        "<p>Kan varen</p>\n"
    )

    assert found["roles"][0]["knowledge_and_skills"] == [{"kind": "skill", "text": "Kan varen"}]
    assert found["unplaced"] == [
        {
            "label": "Benodigde kennis en vaardigheden",
            "text": [{"type": "paragraph", "text": "Nodig is:"}],
        }
    ]


def test_indicators_without_the_name_of_a_competency_are_kept_and_the_reason_given() -> None:
    found = interpreted(
        "1. De havenmeester als gastheer\t\n"
        "Competenties\t<ul><li>Luistert goed</li><li>Vraagt door</li></ul>\n"
    )

    assert "competencies" not in found.content["roles"][0]
    assert found.content["unplaced"] == [
        {
            "label": "Competenties",
            "text": [{"type": "list", "ordered": False, "items": ["Luistert goed", "Vraagt door"]}],
        }
    ]
    assert codes(found) == ["BCP313"]
    assert finding(found, "BCP313").message == (
        "under the label 'Competenties': no competency is named before these indicators"
    )
    assert finding(found, "BCP313").pointer == "/unplaced/0"
    assert str(finding(found, "BCP313").place).startswith("line 9, column 22")


def test_an_unknown_row_of_a_role_is_kept() -> None:
    found = interpreted("1. De havenmeester als gastheer\t\nRijbewijs\tB\nAfbreukrisico\tSchade.\n")

    assert found.content["unplaced"][0]["label"] == "Rijbewijs"
    assert found.content["roles"][0]["consequence_of_error"][0]["text"] == "Schade."


def test_a_label_of_a_role_without_a_value_is_reported_at_its_key() -> None:
    found = interpreted("1. De havenmeester als gastheer\t\nAfbreukrisico\t\nCompetenties\t\n")

    assert found.content["roles"][0]["consequence_of_error"] == []
    assert [f.pointer for f in found.findings if f.code == "BCP308"] == [
        "/roles/0/consequence_of_error",
        "/roles/0/competencies",
    ]


def test_a_label_for_the_name_without_a_value_leaves_the_name_of_the_heading() -> None:
    found = interpreted("1. De havenmeester als gastheer\t\nNaam rol\t\nAfbreukrisico\tSchade.\n")

    assert found.content["roles"][0]["name"] == "gastheer"
    assert [f.pointer for f in found.findings if f.code == "BCP308"] == ["/roles/0/name"]


def test_roles_on_a_page_with_headings() -> None:
    found = interpreted_page(
        "<h2>Rollen en competenties</h2><h3>Rol 1: Gastheer</h3><h4>Afbreukrisico</h4><p>Schade.</p>"  # noqa: E501
    )

    assert [r["name"] for r in found.content["roles"]] == ["Gastheer"]


_PLAIN_TITLE = "<p>{}</p><table><tr><td>Beschrijving van de rol</td><td>Let op.</td></tr></table>"


@pytest.mark.parametrize(
    ("titles", "numbers", "headings"),
    [
        (("Gastheer", "Planner"), [None, None], ["Gastheer", "Planner"]),
        (("1. Gastheer", "2. Planner"), [1, 2], ["Gastheer", "Planner"]),
        (("Havenmeester als gastheer", "Havenmeester als planner"), [None, None],
         ["Havenmeester als gastheer", "Havenmeester als planner"]),
    ],
)  # fmt: skip
def test_a_line_that_nothing_marks_is_the_title_of_a_role_above_a_label_of_one(
    titles: tuple[str, ...], numbers: list[int | None], headings: list[str]
) -> None:
    tables = "".join(map(_PLAIN_TITLE.format, titles))
    found = interpreted_page(f"<h2>Rollen en competenties</h2>{tables}").content["roles"]

    assert [role.get("number") for role in found] == numbers
    assert [role["heading"] for role in found] == headings


def test_a_counted_line_that_no_overview_lists_is_no_title_by_its_words_alone() -> None:
    body = (
        "<h2>Rollen en competenties</h2><h3>Overzicht rollen</h3>"
        "<p>1. Gastheer</p><p>2. Planner</p>"
        "<h3>1. De havenmeester als gastheer</h3><h4>Benodigde kennis en vaardigheden</h4>"
        "<p>1. Kent de haven</p><p>2. Kan rekenen ook als het druk is</p>"
        "<h3>2. De havenmeester als planner</h3><h4>Afbreukrisico</h4><p>Schade.</p>"
    )
    found = interpreted_page(body).content["roles"]

    assert [role["name"] for role in found] == ["Gastheer", "Planner"]


def test_a_line_above_a_label_that_the_open_role_lacks_is_no_title() -> None:
    body = _PLAIN_TITLE.format("Gastheer") + "<p>Hij kent de haven</p>"
    risk = "<table><tr><td>Afbreukrisico</td><td>Schade.</td></tr></table>"
    found = interpreted_page(f"<h2>Rollen en competenties</h2>{body}{risk}").content["roles"]

    assert [role["heading"] for role in found] == ["Gastheer"]


@pytest.mark.parametrize(
    ("overview", "headings", "message"),
    [
        ("1. Snoeier<br>2. Planner", ["1. De kok als snoeier", "2. De kok als adviseur"],
         "the overview says 'Planner', the heading 'adviseur'"),
        ("1. Snoeier<br>2. Bomenadviseur", ["1. De kok als snoeier", "2. De kok als adviseur"],
         "the overview says 'Bomenadviseur', the heading 'adviseur'"),
        ("1. Adviseur<br>2. Snoeier", ["1. De kok als snoeier", "2. De kok als adviseur"],
         "'Snoeier' is 2 in the overview, 1 where it is described"),
        ("Adviseur<br>Snoeier", ["De kok als snoeier", "De kok als adviseur"],
         "'Snoeier' is number 2 of the overview, described as 1"),
    ],
)  # fmt: skip
def test_overview_and_tables_that_differ_are_reported(
    overview: str, headings: list[str], message: str
) -> None:
    found = interpreted(OVERVIEW.format(overview) + "".join(ROLE.format(h) for h in headings))

    assert message in [f.message for f in found.findings if f.code == "BCP411"]


def test_articles_and_case_make_no_difference_between_overview_and_table() -> None:
    found = interpreted(
        OVERVIEW.format("1. Bewaker haven") + ROLE.format("1. De kok als bewaker van de haven")
    )

    assert found.content["roles"][0]["name"] == "Bewaker haven"
    assert "BCP411" not in codes(found)


NEEDED = "1. De havenmeester als gastheer\t\nBenodigde kennis en vaardigheden\t{}\n"


def test_a_box_that_is_not_ticked_is_told_where_others_are() -> None:
    found = interpreted(NEEDED.format("☒ Kan varen<br>☐ Kan zeilen<br>☑ Kan roeien"))

    items = found.content["roles"][0]["knowledge_and_skills"]
    assert [item["text"] for item in items] == ["Kan varen", "Kan zeilen", "Kan roeien"]
    assert finding(found, "BCP316").pointer == "/roles/0/knowledge_and_skills/1/text"
    assert finding(found, "BCP316").message == (
        "the box before 'Kan zeilen' is not ticked, as others are"
    )


@pytest.mark.parametrize("box", ["☐", "☒"])
def test_boxes_that_are_all_alike_are_bullets(box: str) -> None:
    found = interpreted(NEEDED.format(f"{box} Kan varen<br>{box} Kan zeilen"))

    assert len(found.content["roles"][0]["knowledge_and_skills"]) == 2
    assert "BCP316" not in codes(found)


def test_a_label_means_in_one_role_what_its_value_showed_it_to_mean_in_another() -> None:
    label = "Wat hiervoor in huis moet zijn"
    rows = (
        f"1. De havenmeester als gastheer\t\n{label}\tKennis van talen Kan luisteren\n"
        f"2. De havenmeester als bewaker\t\n{label}\t<p>Kennis van sloten</p><p>Kan lopen</p>\n"
    )

    found = interpreted(rows)

    items = [
        [item["text"] for item in role["knowledge_and_skills"]] for role in found.content["roles"]
    ]
    assert items == [["Kennis van talen", "Kan luisteren"], ["Kennis van sloten", "Kan lopen"]]
    assert "unplaced" not in found.content
    assert codes(found).count("BCP302") == 2


def test_a_role_of_which_the_overview_is_a_sentence_is_known_by_its_name() -> None:
    body = (
        "<h2>Rollen en competenties</h2><p><b>Overzicht rollen</b></p>"
        "<p>Het beroep kent twee rollen: gastheer en bewaker.</p>"
        "<p><b>1. Gastheer</b></p><table><tr><td>Afbreukrisico<td>Schade.</table>"
        "<p><b>2. Bewaker</b></p><p><b>Afbreukrisico</b></p><p>Letsel.</p>"
    )
    found = interpreted_page(body).content["roles"]

    assert [(role["number"], role["name"], role["heading"]) for role in found] == [
        (1, "gastheer", "Gastheer"),
        (2, "bewaker", "Bewaker"),
    ]


def test_a_role_is_named_behind_the_occupation_and_behind_no_other_words() -> None:
    body = (
        "<h2>Rollen en competenties</h2><p><b>Havenmeester als gastheer</b></p>"
        "<p><b>Competenties</b></p><p><b>Optreden als team</b></p><ul><li>Helpt.<li>Wacht.</ul>"
        "<p><b>Havenmeester als bewaker</b></p><p><b>Afbreukrisico</b></p><p>Letsel.</p>"
    )
    found = interpreted_page(body).content["roles"]

    assert [role["name"] for role in found] == ["gastheer", "bewaker"]
    assert [one["name"] for one in found[0]["competencies"]] == ["Optreden als team"]


def test_among_competencies_what_only_the_profile_has_is_a_name() -> None:
    """`Leervermogen` is a label of the description as well."""
    table = (
        "<tr><th>Competentie<th>Gedragsindicatoren<tr><td>Durf<td>Springt bij.<br>Meldt zich."
        "<tr><td>Leervermogen<td>Vraagt door.<br>Oefent vaak."
    )
    body = (
        "<h2>Rollen en competenties</h2><h3>Rol 1: Gastheer</h3><h4>Competenties</h4>"
        f"<table>{table}</table>"
    )
    content = interpreted_page(body).content

    assert [one["name"] for one in content["roles"][0]["competencies"]] == ["Durf", "Leervermogen"]
    assert "description" not in content


def test_before_the_occupation_is_known_the_overview_tells_a_role_behind_other_words() -> None:
    body = (
        "<h2>Rollen en competenties</h2><p><b>Overzicht rollen</b></p><p>Gids; Bewaker</p>"
        "<p><b>Sluiswachter als gids</b></p><table><tr><td>Afbreukrisico<td>Schade.</table>"
        "<p><b>Sluiswachter als bewaker</b></p><table><tr><td>Afbreukrisico<td>Letsel.</table>"
    )
    found = interpreted_page(body).content["roles"]

    assert [(role["name"], role["heading"]) for role in found] == [
        ("Gids", "Sluiswachter als gids"),
        ("Bewaker", "Sluiswachter als bewaker"),
    ]

"""Small documents in which generated profiles once went wrong; each says what the contract asks."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.profiles import content_of

FACTS = (
    "Beroepscompetentieprofiel Wijk - Molenaar\n\n1. Algemene informatie\n\n"
    "Naam BCP:\tMolenaar\nOntwikkeld door:\tKCW\n"
)
DESCRIPTION = "\n2. Beschrijving van het beroep\n\n"
TRENDS = "\n3. Trends en innovaties\n\n"
ROLES = (
    "\n4. Rollen en competenties\n\nOverzicht rollen\t<ol><li>Planner</li></ol>\n\n"
    "1. De molenaar als planner\t\n"
    "Beschrijving van de rol\t<p><i>De planner is verantwoordelijk.</i></p>\n"
)
PAGE_END = "---\t---\n\n\t"


def content(text: str) -> dict[str, Any]:
    """What the document says."""
    return content_of(profile_to_plain(convert_bytes(text.encode(), "profiel").profile))


def paragraph(text: str) -> dict[str, Any]:
    """A paragraph of the profile."""
    return {"type": "paragraph", "text": text}


def items(*texts: str, ordered: bool = False) -> dict[str, Any]:
    """A list of the profile."""
    return {"type": "list", "ordered": ordered, "items": list(texts)}


def work_environment(value: str) -> Any:
    """The value of a cell under `Werkomgeving`."""
    found = content(f"{FACTS}{DESCRIPTION}Werkomgeving\t{value}\n{ROLES}")
    return found["description"]["work_environment"]


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_list_in_tags_goes_on_over_a_page_end_as_one(tag: str) -> None:
    found = work_environment(
        f"<p>Zij letten op:</p> <{tag}><li>De kosten.</li></{tag}>\n{PAGE_END}"
        f'<{tag} start="2"><li>De sleutels.</li><li>De planning.</li></{tag}>'
    )
    expected = items("De kosten.", "De sleutels.", "De planning.", ordered=tag == "ol")
    assert found == [paragraph("Zij letten op:"), expected]


def test_a_list_goes_on_below_the_item_that_a_page_end_cut() -> None:
    found = work_environment(
        f"<p>Zij letten op:</p> <ul><li>Letten op elkaar en steken</li></ul>\n{PAGE_END}"
        "<p>graag de handen uit.</p> <ul><li>Denken na.</li></ul>"
    )
    expected = items("Letten op elkaar en steken graag de handen uit.", "Denken na.")
    assert found == [paragraph("Zij letten op:"), expected]


def test_typed_numbers_in_a_line_go_on_counting_after_a_page_end() -> None:
    found = work_environment(
        f"<p>Zij letten op:</p> <ol>1. de kosten; 2. de sleutels;\n{PAGE_END}"
        "<ol>3. de planning; 4. de afspraken."
    )
    expected = items("de kosten;", "de sleutels;", "de planning;", "de afspraken.", ordered=True)
    assert found == [paragraph("Zij letten op:"), expected]


@pytest.mark.parametrize(
    "written",
    [
        "<ol><li>de kosten;</li><li>de sleutels.</li></ol>",
        "<p>1. de kosten;</p> <p>2. de sleutels.</p>",
    ],
    ids=["in tags", "typed"],
)
def test_a_numbered_list_may_stand_below_the_title_of_a_development(written: str) -> None:
    found = content(
        f"{FACTS}{TRENDS}Trends en ontwikkelingen\t<p>1. Economische ontwikkelingen</p> "
        f"<p>Zij letten op:</p> {written} <p>2. Ecologische ontwikkelingen</p> "
        f"<p>Het wordt warmer.</p>\n{ROLES}"
    )
    first, second = found["trends"]["developments"]
    assert first["text"] == [
        paragraph("Zij letten op:"),
        items("de kosten;", "de sleutels.", ordered=True),
    ]
    assert second["title"] == "Ecologische ontwikkelingen"


def test_an_unknown_row_may_stand_below_the_descriptors() -> None:
    found = content(
        f"{FACTS}{DESCRIPTION}Kennis en vaardigheden\t<p><i>Kennis</i></p> <p>Zij weten veel.</p>\n"
        f"Werktijden\tMolenaars werken overdag.\n{ROLES}"
    )
    assert found["description"] == {
        "knowledge_and_skills": {"knowledge": [paragraph("Zij weten veel.")]}
    }
    assert found["unplaced"] == [
        {"label": "Werktijden", "text": [paragraph("Molenaars werken overdag.")]}
    ]


def test_sections_may_follow_the_roles() -> None:
    found = content(
        f"{FACTS}{ROLES}Benodigde kennis en vaardigheden\tKan plannen\n{DESCRIPTION}"
        "Werkomgeving\tZij werken buiten.\nComplexiteit\tHet werk is zwaar.\n"
    )
    assert found["description"] == {
        "work_environment": [paragraph("Zij werken buiten.")],
        "complexity": [paragraph("Het werk is zwaar.")],
    }
    assert "unplaced" not in found


def test_each_line_of_the_job_titles_is_one_also_in_lower_case() -> None:
    titles = ["molenaar", "molenaarsgezel", "beheerder korenmolen", "gids", "molenmaker"]
    found = content(f"{FACTS}Mogelijke functiebenamingen\t{'<br>'.join(titles)}\n{ROLES}")
    assert found["job_titles"] == titles


MARKDOWN = """# Beroepscompetentieprofiel Wijk - Molenaar

## 1. Algemene informatie

|**Naam BCP**|Molenaar|
|---|---|
|**Ontwikkeld door**|KCW|

## 2. Beschrijving van het beroep

|**Werkomgeving**|{work_environment}|
|---|---|

## 3. Trends en innovaties

|**Trends en ontwikkelingen**|{developments}|
|---|---|

## 4. Rollen en competenties

|**Overzicht rollen**|1. Planner|
|---|---|

|**1. De molenaar als planner**||
|---|---|
|**Competenties**|*Plannen*<br>- Bewaakt de tijd<br>- Meldt fouten<br>- Stelt een planning op|
||*Leren*<br>- Vraagt om hulp<br>- Volgt cursussen<br>- Geeft fouten toe|
"""
WRAPPED = (
    "Zij lossen redelijk complexe problemen zelfstandig op binnen de<br>kaders van de organisatie. "
    "Belangen kunnen botsen en<br>dan zoeken zij naar een uitweg waar allen mee<br>verder kunnen. "
    "Een derde van de collega’s is<br>zzp’er en werkt in<br>deeltijd."
)


def test_a_line_that_breaks_inside_a_sentence_is_joined_beside_typed_items() -> None:
    found = content(
        MARKDOWN.format(
            work_environment="Zij lossen complexe problemen zelfstandig op binnen de kaders<br>"
            "van de organisatie. Belangen kunnen botsen.",
            developments="*1. Economische ontwikkelingen*<br>Alles wordt duurder.",
        )
    )
    assert found["description"]["work_environment"] == [
        paragraph(
            "Zij lossen complexe problemen zelfstandig op binnen de kaders van de organisatie. "
            "Belangen kunnen botsen."
        )
    ]


def test_an_emphasised_title_ends_with_its_emphasis_in_wrapped_text() -> None:
    found = content(
        MARKDOWN.format(
            work_environment=WRAPPED,
            developments="*1. Economische ontwikkelingen*<br>Alles wordt duurder.",
        )
    )
    (development,) = found["trends"]["developments"]
    assert development["title"] == "Economische ontwikkelingen"
    assert development["text"] == [paragraph("Alles wordt duurder.")]


def test_each_line_of_the_job_titles_is_one_also_where_titles_are_long() -> None:
    titles = [
        "medewerker receptie en balie",
        "conciërge van het buurthuis",
        "toezichthouder openbare ruimte",
        "gids",
        "molenmaker",
    ]
    found = content(f"{FACTS}Mogelijke functiebenamingen\t{'<br>'.join(titles)}\n{ROLES}")
    assert found["job_titles"] == titles


FULL_LINES = (
    "Zij stemmen de planning af met de leidinggevende (of diens vervanger).<br>"
    "Het werk hangt af van seizoen, weer en drukte; routine is er nauwelijks.<br>"
    "Coördinatoren werken bij gemeenten."
)


@pytest.mark.xfail(strict=True, reason="two wrapped lines in a document are taken for too few")
def test_full_lines_that_each_end_a_sentence_are_one_paragraph_in_wrapped_text() -> None:
    wrapped = (
        "Het werk bestaat uit overleg met bewoners, gemeenten en corporaties in de<br>"
        "wijk. Dat vraagt om kennis van de AVG.<br><br>Een derde van de collega’s is zzp’er."
    )
    found = content(
        MARKDOWN.format(work_environment=FULL_LINES, developments=f"*1. Economie*<br>{wrapped}")
    )
    assert found["description"]["work_environment"] == [paragraph(FULL_LINES.replace("<br>", " "))]

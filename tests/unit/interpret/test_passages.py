"""Blocks of a value to passages: bullets, numbers, inline lists, and stretches that a page cut."""

from __future__ import annotations

import pytest

from pipeline.core.signs import BULLETS, SECTION
from pipeline.document.line_ends import LineEnds
from pipeline.interpret.claims import Claims
from pipeline.interpret.passage_maker import JOINED, JOINED_UNSURELY
from pipeline.interpret.tree import plain_values
from pipeline.interpret.values.blocks import text_blocks
from tests.unit.interpret.specimens import passages, shown_passages

WRAPPED = LineEnds(wrapped=True, width=40, words=frozenset())


def shown(*cells: str, cut: bool = False) -> list[str]:
    return shown_passages(passages(*cells, cut=cut))


# Markers.


@pytest.mark.parametrize("bullet", BULLETS + SECTION)
def test_every_kind_of_bullet_makes_an_item(bullet: str) -> None:
    assert shown(f"<p>{bullet} Eerlijk</p>") == ["-Eerlijk"]


@pytest.mark.parametrize("box", ["☐", "☑", "☒"])
def test_a_box_before_a_text_makes_an_item(box: str) -> None:
    assert shown(f"<p>{box} Eerlijk</p>") == ["-Eerlijk"]
    assert shown(f"<ul><li>{box}Eerlijk</ul>") == ["-Eerlijk"]


def test_boxes_between_which_somebody_chose_are_kept() -> None:
    assert shown("<p>☒ Ja ☐ Nee</p>") == ["☒ Ja ☐ Nee"]


@pytest.mark.parametrize("dash", ["-", "–", "—", "−", "*", "+"])
def test_a_dash_and_a_space_make_an_item(dash: str) -> None:
    assert shown(f"<p>{dash} Eerlijk</p>") == ["-Eerlijk"]


def test_the_letter_o_before_a_word_is_a_bullet_of_word() -> None:
    assert shown("<p>o Eerlijk</p>") == ["-Eerlijk"]
    assert shown("<p>o leest</p><p>o 2</p>") == ["-leest", "o 2"]


@pytest.mark.parametrize("number", ["2.", "2)", "(2)"])
def test_a_typed_number_makes_an_item_with_that_number(number: str) -> None:
    assert shown(f"<p>{number} Eerlijk</p>") == ["2=Eerlijk"]


@pytest.mark.parametrize("letter", ["b.", "b)", "(b)", "iv."])
def test_a_typed_letter_makes_an_ordered_item_without_a_number(letter: str) -> None:
    assert shown(f"<p>{letter} Eerlijk</p>") == ["=Eerlijk"]


@pytest.mark.parametrize(
    "text",
    [
        "-5 graden",
        "−5 graden",
        "§ 3.2 Veiligheid",
        "§ 12",
        "§12",
        "O en O-fondsen",
        "2026 was een goed jaar",
        "1.5 meter afstand",
        "3e druk",
        "A. Jansen schreef",
        "Haven - water",
    ],
)
def test_what_only_resembles_a_marker_is_text(text: str) -> None:
    assert shown(f"<p>{text}</p>") == [text]


@pytest.mark.parametrize("text", ["2 - 3 dagen per week werken zij buiten", "4 – 6 weken stage"])
def test_a_range_of_numbers_is_text(text: str) -> None:
    assert shown(f"<p>{text}</p>") == [text]


def test_a_marker_is_claimed() -> None:
    claims = Claims()

    passages("<p>• Eerlijk</p>", claims=claims)

    assert claims.totals() == {"list markers": 1}


def test_a_marker_without_text_is_no_passage() -> None:
    assert shown("<p>•</p><p>Eerlijk</p>") == ["Eerlijk"]


def test_an_item_of_the_source_loses_a_marker_that_was_typed_as_well() -> None:
    assert shown("<ul><li>• Eerlijk<li>- Open</ul>") == ["-Eerlijk", "-Open"]


def test_a_numbered_item_of_the_source_keeps_its_number() -> None:
    assert shown("<ol start=4><li>Eerlijk</ol>") == ["4=Eerlijk"]


# Lists inside a line.


def test_inline_bullets_part_items() -> None:
    assert shown("• Eerlijk • Open • Rustig") == ["-Eerlijk", "-Open", "-Rustig"]


def test_inline_signs_of_a_section_part_items_but_not_before_a_number() -> None:
    assert shown("<ul> § kent § 3.2 van de wet § kan lezen </ul>") == [
        "-kent § 3.2 van de wet",
        "-kan lezen",
    ]
    assert shown("<p>Zie § Veiligheid en § Milieu</p>") == ["Zie § Veiligheid en § Milieu"]


def test_the_dash_that_opens_a_list_without_items_stands_before_each() -> None:
    assert shown("<ul>- Eerlijk - kan goed zeilen") == ["-Eerlijk", "-kan goed zeilen"]


@pytest.mark.parametrize("sign", ["e", "«", "©", "¢", "*", "."])
def test_a_sign_that_recurs_before_the_items_of_a_list_is_its_bullet(sign: str) -> None:
    assert shown(f"<ul>{sign} Is eerlijk. {sign} Is open.") == ["-Is eerlijk.", "-Is open."]
    assert shown(f"<ul>{sign} het varen; {sign} het zeilen.") == ["-het varen;", "-het zeilen."]


@pytest.mark.parametrize(
    "written",
    [
        "u vaart en u zeilt.",
        "e Is eerlijk.",
        "e Is eerlijk. e is open.",
        "e het varen e het zeilen",
    ],
)
def test_what_parts_no_items_is_no_bullet(written: str) -> None:
    assert len(shown(f"<ul>{written}")) == 1


def test_outside_a_list_nothing_is_taken_for_its_bullet() -> None:
    assert shown("<p>e Is eerlijk. e Is open.</p>") == ["e Is eerlijk. e Is open."]


def test_a_dash_that_comes_again_and_again_parts_items() -> None:
    assert shown("- kent knopen - kan zeilen - weet raad") == [
        "-kent knopen",
        "-kan zeilen",
        "-weet raad",
    ]


@pytest.mark.parametrize("text", ["Handboek - deel twee", "Handboek - deel twee - de haven"])
def test_a_dash_inside_an_item_parts_nothing(text: str) -> None:
    assert shown(f"- {text}") == [f"-{text}"]


def test_a_number_and_any_dash_make_an_item() -> None:
    assert shown("<p>1 — Eerlijk</p>") == ["1=Eerlijk"]


def test_arrows_in_a_sentence_part_nothing() -> None:
    assert shown("<p>Van intake → plan</p>") == ["Van intake → plan"]


@pytest.mark.parametrize(
    ("lines", "shown_as"),
    [
        (["Is open.", "Is eerlijk.", "Is op tijd."], ["-Is open.", "-Is eerlijk.", "-Is op tijd."]),
        (["Is open.", "Is eerlijk.", "Is op tijd"], ["-Is open.", "-Is eerlijk.", "-Is op tijd"]),
        (["is open;", "is eerlijk"], ["-is open;", "-is eerlijk"]),
        (["Knopen", "Seinen", "Zeilen"], ["-Knopen", "-Seinen", "-Zeilen"]),
        (["Is open.", "Dat merkt iedereen."], ["-Is open. Dat merkt iedereen."]),
        (["Werkt samen met", "Havenmeesters"], ["-Werkt samen met Havenmeesters"]),
        (["Knopen", "en seinen", "Zeilen."], ["-Knopen en seinen Zeilen."]),
        (["Knopen", "Seinen", "Zeilen."], ["-Knopen Seinen Zeilen."]),
        (["Is open. Is er.", "Is op tijd.", "Is kalm."], ["-Is open. Is er. Is op tijd. Is kalm."]),
    ],
)
def test_lines_of_one_item_that_are_all_alike_are_items(
    lines: list[str], shown_as: list[str]
) -> None:
    assert shown(f"<ul><li>{'<br>'.join(lines)}</li></ul>") == shown_as


def test_what_has_a_number_is_one_item_however_many_lines_it_has() -> None:
    assert shown("<ol><li>Is open.<br>Is eerlijk.<br>Is op tijd.</li></ol>") == [
        "1=Is open. Is eerlijk. Is op tijd."
    ]


def test_the_line_before_the_first_bullet_is_a_paragraph() -> None:
    assert shown("Havenmeesters: • Zijn eerlijk • Zijn open") == [
        "Havenmeesters:",
        "-Zijn eerlijk",
        "-Zijn open",
    ]


@pytest.mark.parametrize("text", ["Zelf·standig werken", "de term «haven» of »water"])
def test_a_middle_dot_or_guillemet_in_a_word_is_no_bullet(text: str) -> None:
    assert shown(f"<p>{text}</p>") == [text]


def test_inline_numbers_that_count_on_part_items() -> None:
    assert shown("1. Coach 2. Maker 3. Leider") == ["1=Coach", "2=Maker", "3=Leider"]


def test_inline_numbers_that_do_not_count_on_part_nothing() -> None:
    assert shown("1. Coach 3. Maker") == ["1=Coach 3. Maker"]


def test_a_number_before_lower_case_parts_nothing_outside_a_list() -> None:
    assert shown("1. Zie 2. onder") == ["1=Zie 2. onder"]


def test_in_a_list_without_items_a_number_before_lower_case_parts_too() -> None:
    assert shown("<ol>1. coach 2. maker</ol>") == ["1=coach", "2=maker"]


def test_a_line_in_a_list_without_items_is_an_item() -> None:
    assert shown("<ul>Eerlijk<br>Open</ul>") == ["-Eerlijk", "-Open"]


# Lines and paragraphs.


def test_paragraphs_are_passages() -> None:
    assert shown("<p>Een</p><p>Twee</p>") == ["Een", "Twee"]


def test_lines_that_are_meant_are_passages() -> None:
    assert shown("Begroet gasten<br>Wijst plaatsen toe") == ["Begroet gasten", "Wijst plaatsen toe"]


def test_a_blank_line_parts_passages() -> None:
    assert shown("Een zin<br><br>die doorloopt") == ["Een zin", "die doorloopt"]


def test_wrapped_lines_are_one_passage_with_its_lines_kept_raw() -> None:
    (found,) = passages(
        "Zij werken aan het water, in de haven en<br>op kantoor.", line_ends=WRAPPED
    )

    assert found.chars == "Zij werken aan het water, in de haven en op kantoor."
    assert found.raw == "Zij werken aan het water, in de haven en\nop kantoor."


def test_a_wrapped_item_is_one_item() -> None:
    found = passages("• Zijn eerlijk en<br>open<br>• Zijn rustig", line_ends=WRAPPED)

    assert shown_passages(found) == ["-Zijn eerlijk en open", "-Zijn rustig"]


def test_a_table_in_a_cell_is_read_cell_by_cell() -> None:
    source = "<table><caption>Kop</caption><tr><td>Een<td>Twee<tr><td>• Drie</table>"

    assert shown(source) == ["Kop", "Een", "Twee", "-Drie"]


def test_furniture_in_a_cell_is_claimed_and_no_passage() -> None:
    claims = Claims()

    found = passages("Een<nav>Menu</nav>", claims=claims)

    assert shown_passages(found) == ["Een"]
    assert claims.totals() == {"navigation": 4}


def test_a_heading_is_an_emphasised_passage() -> None:
    assert shown("<h4>Kennis</h4>Tekst") == ["*Kennis", "Tekst"]


# Page ends.


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Zij werken in de haven", "en op kantoor.", "Zij werken in de haven en op kantoor."),
        ("Zij werken in de", "Haven van Ede.", "Zij werken in de Haven van Ede."),
        ("<p>Zij werken in de haven,</p>", "<p>samen.</p>", "Zij werken in de haven, samen."),
        ("Zij hebben vaardig-", "heden nodig.", "Zij hebben vaardigheden nodig."),
        ("Kennis van de in-", "en uitgaande post", "Kennis van de in- en uitgaande post"),
        ("Zij werken.", "zij rusten.", "Zij werken. zij rusten."),
        ("Kennis van bijv.", "knopen", "Kennis van bijv. knopen"),
        (
            "<i>Is verantwoordelijk voor de</i>",
            "<i>haven</i>",
            "*Is verantwoordelijk voor de haven",
        ),
    ],
)
def test_a_stretch_that_a_page_end_cut_is_joined(first: str, second: str, whole: str) -> None:
    (found,) = passages(first, second, cut=True)

    assert shown_passages([found]) == [whole]
    assert found.steps == (JOINED,)


def test_an_item_that_a_page_end_cut_is_joined() -> None:
    assert shown("• Eerlijk<br>• Open voor de", "wensen van gasten<br>• Rustig", cut=True) == [
        "-Eerlijk",
        "-Open voor de wensen van gasten",
        "-Rustig",
    ]


def test_two_sentences_that_no_form_parts_are_joined_and_marked_as_unsure() -> None:
    (found,) = passages("Zij werken.", "Zij rusten.", cut=True)

    assert found.chars == "Zij werken. Zij rusten."
    assert found.steps == (JOINED_UNSURELY,)


def test_a_join_keeps_both_stretches_raw() -> None:
    (found,) = passages("Zij werken in de", "haven.", cut=True)

    assert found.raw == "Zij werken in de\nhaven."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<p>Zij werken.</p>", "<p>Zij rusten.</p>"),
        ("Zij werken.", "<p>Zij rusten.</p>"),
        ("<p>Zij werken.</p>", "Zij rusten."),
        ("Havenmeesters zijn:", "Eerlijk en open"),
        ("eerlijk;", "open;"),
        ("Begroet gasten", "Wijst plaatsen toe"),
        ("Zij werken in de haven", "<p><b>Kennis</b></p>"),
        ("<p><b>Kennis</b></p>", "van knopen"),
        ("<h4>Kennis</h4>", "van knopen"),
        ("Zij werken", "<b>Kennis</b> Zij weten veel"),
        ("<i>Samenwerken</i>", "<i>Leidinggeven</i>"),
    ],
)
def test_what_a_page_end_parted_only_by_chance_stays_apart(first: str, second: str) -> None:
    assert len(passages(first, second, cut=True)) == 2


def test_an_item_never_goes_on_with_an_item() -> None:
    assert shown("• Open voor de", "• Rustig", cut=True) == ["-Open voor de", "-Rustig"]


def test_without_a_page_end_nothing_is_joined() -> None:
    assert shown("Zij werken in de", "haven.") == ["Zij werken in de", "haven."]


# Text blocks.


def blocks(*cells: str, cut: bool = False) -> list[str]:
    found = plain_values(text_blocks(passages(*cells, cut=cut)))
    return [
        block["text"]
        if block["type"] == "paragraph"
        else f"{'1' if block['ordered'] else '•'} {' / '.join(block['items'])}"
        for block in found
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<p>Zij:</p>• a<br>• b", ["Zij:", "• a / b"]),
        ("• a<p>Tekst</p>• b", ["• a", "Tekst", "• b"]),
        ("1. a<br>2. b", ["1 a / b"]),
        ("1. a<br>2. b<br>1. c", ["1 a / b", "1 c"]),
        ("• a<br>1. b", ["• a", "1 b"]),
        ("<ul><li>a</ul><ul><li>b</ul>", ["• a", "• b"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["• a / b / c"]),
        ("<ol><li>a<li>b</ol>", ["1 a / b"]),
        ("• a;<br>• b.", ["• a; / b."]),
    ],
)
def test_items_that_follow_each_other_are_a_list(written: str, expected: list[str]) -> None:
    assert blocks(written) == expected


def test_one_list_goes_on_over_a_page_end() -> None:
    assert blocks("• a<br>• b", "• c", cut=True) == ["• a / b / c"]


def test_the_only_item_of_a_list_is_parted_where_its_text_counts_on() -> None:
    """A reader took the first number of a list in one line for that of an item."""
    assert shown("<ol><li>Is kalm. 2) Is eerlijk. 3) Is sterk.</ol>") == [
        "1=Is kalm.",
        "2=Is eerlijk.",
        "3=Is sterk.",
    ]
    assert shown("<ol><li>Leest deel 2. Schrijft.<li>Rekent.</ol>") == [
        "1=Leest deel 2. Schrijft.",
        "2=Rekent.",
    ]


def test_letters_count_on_as_numbers_do() -> None:
    assert shown("<p>a. Is kalm. b. Is eerlijk.</p>") == ["=Is kalm.", "=Is eerlijk."]
    assert shown("<p>b. Is kalm. c. Is eerlijk.</p>") == ["=Is kalm. c. Is eerlijk."]


def test_one_dash_more_parts_the_only_line_that_opens_with_one() -> None:
    assert shown("<p>- Sluiswachter - Havenmeester</p>") == ["-Sluiswachter", "-Havenmeester"]
    assert shown("<p>- Handboek - deel 2</p>") == ["-Handboek - deel 2"]
    assert shown("<p>- Gids - Noord</p><p>- Gids - Zuid</p>") == ["-Gids - Noord", "-Gids - Zuid"]

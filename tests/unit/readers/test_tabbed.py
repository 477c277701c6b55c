"""Tabbed text to blocks: a row a line, cells split by tabs, HTML in cells."""

from __future__ import annotations

import pytest

from tests.unit.readers.notation import tabbed_blocks as blocks


def test_a_line_with_tabs_is_a_row() -> None:
    assert blocks("Naam:\tKok\nDatum:\t2026\n") == "{Naam: | Kok // Datum: | 2026}"


def test_a_line_without_tabs_is_a_paragraph_of_its_own() -> None:
    assert blocks("Titel\nNog een\n") == "p:Titel; p:Nog een"


def test_a_blank_line_ends_a_table() -> None:
    assert blocks("a\tb\n \nc\td") == "{a | b}; {c | d}"


def test_an_empty_first_cell_is_a_cell() -> None:
    assert blocks("a\tb\n\tc") == "{a | b //  | c}"


def test_a_trailing_tab_is_an_empty_cell() -> None:
    assert blocks("a\tb\t") == "{a | b | }"


@pytest.mark.parametrize(
    "rule", ["-----\t--", "--\t---", "=====", "------", "---\t---\t--", "____"]
)
def test_a_row_of_dashes_is_a_drawn_rule(rule: str) -> None:
    assert blocks(f"a\tb\n{rule}\nc\td") == "{a | b // c | d}"


def test_a_single_dash_in_a_cell_is_text() -> None:
    assert blocks("Versie\t-") == "{Versie | -}"


def test_a_form_feed_ends_a_page_and_a_table() -> None:
    assert blocks("a\tb\fc\td") == "{a | b}; ---; {c | d}"


def test_a_line_that_opens_in_lower_case_goes_on_with_the_last_cell() -> None:
    assert blocks("a\tEen zin\ndie doorloopt\nb\tc") == "{a | Een zin; die doorloopt // b | c}"


def test_a_line_with_a_bullet_or_a_tag_goes_on_with_the_last_cell() -> None:
    assert blocks("a\tb:\n• c\n<p>d</p>") == "{a | b:; • c; p:d}"


def test_a_line_that_opens_with_a_capital_ends_the_table_but_is_not_shown_to_be_a_block() -> None:
    assert blocks("a\tb\nNieuwe kop\nc\td") == "{a | b}; Nieuwe kop; {c | d}"
    assert blocks("a\tb\n\nNieuwe kop\n\nc\td") == "{a | b}; p:Nieuwe kop; {c | d}"


def test_html_in_a_cell_is_read() -> None:
    assert blocks("a\t<p><i>b</i></p><ul>• c • d") == "{a | p:_b_; ul>• c • d}"


def test_html_in_a_cell_ends_with_the_cell() -> None:
    assert blocks("a\t<b>b\nc\td") == "{a | *b* // c | d}"


def test_html_in_a_line_by_itself_is_read() -> None:
    assert blocks("<h1>Titel</h1>\n<b>Kop</b>") == "h1:Titel; p:*Kop*"


def test_carriage_returns_are_no_text() -> None:
    assert blocks("a\tb\r\n\r\nc\td\r\n") == "{a | b}; {c | d}"


def test_character_references_are_read() -> None:
    assert blocks("R&amp;D\tcaf&eacute; R&D toe") == "{R&D | café R&D toe}"


def test_an_ampersand_in_the_last_word_of_a_cell_is_kept() -> None:
    assert blocks("R&D\tMedewerker R&D") == "{R&D | Medewerker R&D}"


def test_a_sign_that_opens_no_tag_is_text() -> None:
    assert blocks("a\t< 5 km en > 2") == "{a | < 5 km en > 2}"


@pytest.mark.parametrize("marker", ["■", "\uf0b7", "§", "–", "−", "o", "✓"])
def test_every_bullet_or_dash_goes_on_with_the_last_cell(marker: str) -> None:
    assert blocks(f"a\tb:\n{marker} Lezen") == f"{{a | b:; {marker} Lezen}}"


def test_the_number_of_a_section_ends_the_table() -> None:
    assert blocks("a\tb\n§ 3 Rollen\nc\td") == "{a | b}; § 3 Rollen; {c | d}"

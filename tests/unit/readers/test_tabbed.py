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


# Titles with a line of signs below.


def test_signs_as_long_as_the_title_above_underline_it() -> None:
    assert blocks("Titel\n=====\n\nKop\n---\ntekst") == "h1:Titel; h2:Kop; p:tekst"


def test_signs_of_another_length_are_a_drawn_rule() -> None:
    assert blocks("Een zin van woorden\n-----\nb") == "p:Een zin van woorden; p:b"


# Cells quoted as spreadsheets do.


def test_a_quoted_cell_holds_its_line_ends() -> None:
    assert blocks('a\t"b\nc"\nd\te') == "{a | b/c // d | e}"


def test_doubled_quotes_in_a_quoted_cell_are_one() -> None:
    assert blocks('a\t"de ""klant"" zelf"\tb') == '{a | de "klant" zelf | b}'


def test_a_quoted_cell_may_hold_a_tab_and_blank_lines() -> None:
    assert blocks('"a\n\nb"\t"c\td"') == "{a//b | c d}"


@pytest.mark.parametrize("cell", ['"klant"', '"klant" en gast', '"een zin die niet eindigt', '12"'])
def test_quotes_that_a_spreadsheet_need_not_set_are_text(cell: str) -> None:
    assert blocks(f"a\t{cell}\nb\tc") == f"{{a | {cell} // b | c}}"


def test_quoted_lines_without_a_tab_are_text() -> None:
    assert blocks('"Een\ntwee"') == 'p:"Een; p:twee"'


# Bullets and line ends in cells.


def test_a_tab_behind_a_bullet_parts_no_cells() -> None:
    assert blocks("a\t•\tb\n•\tc\nd\te") == "{a | • b; • c // d | e}"


def test_a_tab_behind_a_dash_does_in_the_middle_of_a_row() -> None:
    assert blocks("a\t-\tb") == "{a | - | b}"
    assert blocks("a\tb:\n-\tc") == "{a | b:; - c}"


def test_a_row_of_marks_has_a_cell_for_each() -> None:
    assert blocks("a\t•\t•\t\t•") == "{a | • | • |  | •}"


def test_a_line_end_in_a_cell_does_not_part_its_row() -> None:
    assert blocks("a\tb\tc\nd\t• e\n• f\tg") == "{a | b | c // d | • e; • f | g}"


# Text wrapped to one width.

WRAPPED = (
    "De dijkwachter loopt iedere dag zijn ronde\n"
    "en let op scheuren, kale plekken en wild\n"
    "dat graaft. Bij hoog water loopt hij ook\n"
    "in de nacht, en nooit alleen.\n"
    "\n"
    "Materiaal\n"
    "Hij neemt een lamp, een stok en touw mee\n"
    "Bovenal draagt hij een vest dat drijft en\n"
    "warm is.\n"
    "- laarzen\n"
)


def test_a_line_without_room_for_the_next_word_goes_on() -> None:
    assert blocks(WRAPPED) == (
        "p:De dijkwachter loopt iedere dag zijn ronde en let op scheuren, kale plekken en wild dat "
        "graaft. Bij hoog water loopt hij ook in de nacht, en nooit alleen.; p:Materiaal; "
        "p:Hij neemt een lamp, een stok en touw mee Bovenal draagt hij een vest dat drijft en "
        "warm is.; p:- laarzen"
    )


def test_a_hyphen_at_the_end_of_a_wrapped_line_may_divide_a_word() -> None:
    divided = WRAPPED.replace("loopt hij ook\nin", "loopt hij bui-\nten")
    assert "loopt hij bui-/ten de nacht" in blocks(divided)


def test_lines_that_leave_room_are_not_wrapped() -> None:
    listed = "een lange regel van woorden\nkort\nwoord\nnog een\nregel\nen meer\n"
    assert blocks(listed).count("p:") == 6


def test_a_label_opens_its_own_line_however_full_the_one_above_is() -> None:
    labels = "Ontwikkeld door: Raad voor de dijken te\nMogelijke functiebenamingen: Dijkwachter\n\n"
    assert blocks(labels + WRAPPED).startswith(
        "p:Ontwikkeld door: Raad voor de dijken te; p:Mogelijke functiebenamingen: Dijkwachter; "
    )


def test_lines_of_a_contents_page_do_not_go_on() -> None:
    contents = "Materiaal .......................... 1\nDe dijkwachter in de winter ........ 2\n\n"
    assert blocks(contents + WRAPPED).startswith(
        "p:Materiaal .......................... 1; p:De dijkwachter in de winter ........ 2; p:De"
    )


def test_a_bullet_that_is_indented_below_others_opens_an_item_inside_theirs() -> None:
    source = "* Knopen\n   * Legt een steek\n     - Met dun touw\n\n   * Trekt aan\n* Splitsen\n"
    found = "p:* Knopen; --* Legt een steek; ---- Met dun touw; --* Trekt aan; p:* Splitsen"
    assert blocks(source) == found


def test_a_list_that_is_indented_as_a_whole_has_one_level() -> None:
    assert blocks("De baan:\n  - Haspel\n  - Lier\n") == "p:De baan:; p:- Haspel; p:- Lier"
    assert blocks("- Haspel\n - Lier\n") == "p:- Haspel; p:- Lier"


def test_text_at_the_margin_ends_a_list_and_its_levels() -> None:
    assert blocks("- Haspel\nDe baan:\n  - Lier\n") == "p:- Haspel; p:De baan:; p:- Lier"

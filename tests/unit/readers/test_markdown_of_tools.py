"""Markdown as converters write it, to blocks: each kind in a few lines of our own."""

from __future__ import annotations

import pytest

from pipeline.readers import READERS, markdown
from pipeline.readers.source import SourceText
from tests.unit.readers.notation import content_count, places_of
from tests.unit.readers.notation import markdown_blocks as blocks


def _codes(source: str) -> list[str]:
    return [found.code for found in markdown.read(SourceText(source, "utf-8")).findings]


# What stands in a cell, pressed into one line.

PRESSED = "|  |  |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Een zin.  Nog een.", "p:Een zin.; p:Nog een."),
        ("De imker:   * zaait; * oogst.", "p:De imker:; +-zaait;; -oogst."),
        ("* een * twee   Daarna.", "+-een; -twee; p:Daarna."),
        ("* een   + half   + heel * twee  Rest", "+-een; --half; --heel; -twee; p:Rest"),
        ("* een  + half + heel  * twee", "+-een; --half; --heel; -twee"),
        ("* een die  doorgaat; * twee", "+-een die doorgaat;; -twee"),
        ("- een     - half - twee  Rest", "+-een; --half; -twee; p:Rest"),
        ("Zo:   1. een 2. twee 3. drie", "p:Zo:; +1=een; 2=twee; 3=drie"),
        ("Zo:   1. een 2. twee van 5. soort", "p:Zo:; +1=een; 2=twee van 5. soort"),
        ("*Kennis*  De imker  weet.", "p:_Kennis_; p:De imker; p:weet."),
    ],
)
def test_paragraphs_and_items_of_a_pressed_cell_are_parted(written: str, read: str) -> None:
    assert blocks(f"{PRESSED}| a | {written} |") == "{a | " + read + "}"


def test_a_dash_in_an_item_of_a_pressed_list_is_told() -> None:
    source = f"{PRESSED}| a | - Boek - 2024 - Blad, deel 2  Bron |"
    assert blocks(source) == "{a | +-Boek - 2024; -Blad, deel 2; p:Bron}"
    assert _codes(source) == ["BCP114", "BCP113"]


def test_a_pressed_cell_is_told() -> None:
    assert _codes(f"{PRESSED}| a | Een.  Twee. |") == ["BCP113"]


@pytest.mark.parametrize("row", ["| a | b<br>c |", "|x   |y|"])
def test_two_blanks_are_no_line_end_where_rows_show_none(row: str) -> None:
    assert "Een. Twee." in blocks(f"{PRESSED}{row}\n| a | b<br>Een.  Twee. |")


def test_two_blanks_are_no_line_end_where_somebody_types_them() -> None:
    typed = "Een zin.  En nog een.\n\n" * 3
    assert "{a | Een. Twee.}" in blocks(f"{typed}{PRESSED}| a | Een.  Twee. |")


# Merged cells.


def test_a_copy_of_the_cell_at_the_left_is_a_merged_cell() -> None:
    source = "|Naam|datum|versie|\n|---|---|---|\n|Bron|Een boek|Een boek|"
    assert blocks(source) == (
        "(copies of merged cells: Een boek); {Naam | datum | versie // Bron | 1x2>Een boek}"
    )


def test_short_values_are_no_copies() -> None:
    assert blocks("|a|x|x|\n|-|-|-|\n|b|ja|ja|") == "{a | x | x // b | ja | ja}"


def test_copies_of_the_first_cells_above_are_merged_downwards() -> None:
    source = "|Taak|Werk|\n|---|---|\n|Bouwt kasten|zaagt|\n|Bouwt kasten|lijmt|"
    assert blocks(source) == (
        "(copies of merged cells: Bouwt kasten); {Taak | Werk // 2x1>Bouwt kasten | zaagt // lijmt}"
    )


def test_a_whole_row_that_stands_twice_stays() -> None:
    source = "|Taak|Werk|\n|---|---|\n|Taak een|Werk een|\n|Taak een|Werk een|"
    assert blocks(source) == "{Taak | Werk // Taak een | Werk een // Taak een | Werk een}"


def test_names_that_a_tool_gave_to_columns_are_no_text() -> None:
    assert blocks("|Algemeen|Col2|\n|---|---|\n|a|b|") == "{1x2>Algemeen // a | b}"
    assert blocks("|Col1|Col2|\n|---|---|\n|a|b|") == "{a | b}"


def test_places_of_one_blank_are_reached_over_where_empty_cells_have_two() -> None:
    source = "|  |  |  |\n| --- | --- | --- |\n| Kop | | |\n| a |  | c |"
    assert blocks(source) == "{1x3>Kop // a |  | c}"


# Tables drawn as grids.

GRID = """\
+----------+---------------------+
| **Kop**  | Een lange zin die   |
| boven    | verdergaat.         |
|          |                     |
|          | - een               |
|          |                     |
|          | - twee\\             |
|          |   regels            |
+==========+=====================+
| Over beide                     |
+----------+---------------------+
"""


def test_cells_of_a_grid_have_all_that_a_text_has() -> None:
    assert blocks(GRID) == (
        "{p:*Kop* boven | p:Een lange zin die verdergaat.; +-een; -twee/regels // 1x2>p:Over beide}"
    )


def test_a_cell_of_a_grid_may_reach_over_rows() -> None:
    grid = "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n"
    assert blocks(grid) == "{2x1>p:a | p:b // p:c}"


def test_columns_of_a_grid_are_counted_as_they_are_seen() -> None:
    grid = "+-------+---+\n| ka\u00adas  | b |\n+-------+---+\n"
    assert blocks(grid) == "{p:kaas | p:b}"


def test_what_is_drawn_is_accounted_for() -> None:
    document = markdown.read(SourceText(GRID, "utf-8"))
    assert content_count(document) + sum(document.markup.values()) == document.source_chars


def test_text_of_a_grid_knows_its_place() -> None:
    document = markdown.read(SourceText(GRID, "utf-8"))
    assert places_of(document, "verdergaat") == ["3:14-3:24"]


@pytest.mark.parametrize("broken", ["+---+\n", "+---+---+\ntekst\n", "+---+---+\n| a\n"])
def test_a_grid_that_is_none_is_no_fault(broken: str) -> None:
    document = markdown.read(SourceText(broken, "utf-8"))
    assert content_count(document) + sum(document.markup.values()) == document.source_chars


# Tables with columns ruled by dashes.


def test_rows_of_several_lines_are_parted_by_blank_lines() -> None:
    source = (
        "  ---------------------\n  **Taak**   **Werk**\n  ---------- ----------\n"
        "  Bouwt      Zaagt het\n  kasten     hout\n\n  Zet af     Rekent\n"
        "  ---------------------\n\nDaarna"
    )
    assert blocks(source) == (
        "{p:*Taak* | p:*Werk* // p:Bouwt kasten | p:Zaagt het hout // p:Zet af | p:Rekent}; "
        "p:Daarna"
    )


def test_rows_of_one_line_need_no_blank_lines() -> None:
    assert blocks("  ------ ----\n  Naam   Kok\n  Datum  2026\n  ------ ----\n") == (
        "{p:Naam | p:Kok // p:Datum | p:2026}"
    )
    assert blocks("  Naam   Datum\n  ------ -----\n  Kok    2026\n\nDaarna") == (
        "{p:Naam | p:Datum // p:Kok | p:2026}; p:Daarna"
    )


# Cells that go on in lines below their row.


def test_cells_may_go_on_below_their_row() -> None:
    source = (
        "Naam| datum  \n---|---  \nKok| mei\n2026  \nTaken | \n\n  * kookt\n  * bakt\n\n  \n"
        "Eisen| geen  \n  \n## Kop"
    )
    assert blocks(source) == (
        "{Naam | datum // Kok | p:mei 2026 // Taken | +-kookt; -bakt // Eisen | geen}; h2:Kop"
    )


def test_the_rule_may_stand_below_all_of_the_first_row() -> None:
    source = "Werk|  De kok kookt.\n\n  * soep\n\n  \n---|---  \nEisen| geen  \n"
    assert blocks(source) == "{Werk | p:De kok kookt.; +-soep // Eisen | geen}"


def test_lines_of_a_cell_may_stand_in_rows_of_a_single_cell() -> None:
    source = "| a | b |\n|---|---|\n| Bron | |\n| |\n|  * een |\n|  * twee |\n| **Kop** |\n"
    assert blocks(source) == "{a | b // Bron | +-een; -twee // *Kop*}"


# Lines.


def test_line_ends_are_blanks_where_those_that_are_meant_are_marked() -> None:
    assert blocks("Een\\\ntwee\n\nDrie\nvier") == "p:Een/twee; p:Drie vier"


def test_a_figure_that_was_wrapped_begins_no_list() -> None:
    assert (
        blocks("Een\\\ntwee\n\nKok (niveau\n4) - bakker") == "p:Een/twee; p:Kok (niveau 4) - bakker"
    )


def test_a_paragraph_below_a_bold_label_on_its_line_is_apart() -> None:
    source = "**Werk** De kok kookt.\n\n**Plek** In de keuken.\n**Eisen** Geen.\n"
    assert (
        blocks(source) == "p:*Werk*; p:De kok kookt.; p:*Plek*; p:In de keuken.; p:*Eisen*; p:Geen."
    )


def test_a_bold_word_alone_begins_no_label() -> None:
    assert blocks("**Let op** De pan is heet.") == "p:*Let op* De pan is heet."


def test_runs_of_one_style_are_one() -> None:
    assert blocks("**De ko****k kookt**") == "p:*De kok kookt*"


def test_the_end_of_a_page_may_be_told_in_words() -> None:
    assert blocks("a\n\n--- end of page=0 ---\n\nb") == "p:a; ---; p:b"


def test_an_address_in_brackets_is_text() -> None:
    assert blocks("Zie <https://kok.example/a>, <i>nu</i>.") == "p:Zie https://kok.example/a, _nu_."


def test_conditions_of_a_word_page_are_no_text() -> None:
    assert blocks("if !supportLists·      endifKookt") == "p:· Kookt"


# What only pandoc writes.


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[Kop]{.underline} a", "_Kop_ a"),
        ('[[a]{style="x: y;"}]{.b} c', "a c"),
        ("een -- twee --- drie ... 'vier' \\'26", "een – twee — drie … ‘vier’ '26"),
        ('"een" en collega\'s', "“een” en collega’s"),
        ("zaal^1^ water H~2~O", "zaal water H2O"),
        ("`een -- twee`", "een -- twee"),
    ],
)
def test_attributes_and_typography_of_pandoc(written: str, read: str) -> None:
    assert f"p:{read}" in blocks(f"::: blok\n{written}\n:::").replace("(note marks: 1); ", "")


def test_dashes_are_signs_where_pandoc_did_not_write_them() -> None:
    assert blocks("een -- twee") == "p:een -- twee"


def test_a_heading_loses_its_attributes() -> None:
    assert blocks("# Kop {#kop .x}") == "h1:Kop"


# Before the text, and lists that are none.


def test_fields_before_the_text_are_a_title_and_a_table() -> None:
    source = '---\ntitle: "Profiel\n  Kok"\ndatum: 2026\n---\n\nTekst'
    assert blocks(source) == "h1:Profiel Kok; {p:datum | p:2026}; p:Tekst"


def test_a_rule_before_the_text_is_a_rule() -> None:
    assert blocks("---\n\nTekst\n\n---\n") == "---; p:Tekst; ---"


def test_links_before_the_title_are_navigation() -> None:
    source = "[Site](/)\n\n* [Nieuws](/n)\n\n[Site](/) › Kok\n\n# Kok\n\n[Meer](/m)"
    assert blocks(source) == "(navigation: Site * Nieuws Site › Kok); h1:Kok; p:Meer"


def test_text_before_the_title_is_no_navigation() -> None:
    assert blocks("[Site](/)\n\nTekst\n\n# Kok") == "p:Site; p:Tekst; h1:Kok"


def test_terms_and_what_they_mean_are_rows() -> None:
    source = "Naam:\n:   Kok\n\nTaken\n\n:   - kookt\n    - bakt\n\nDaarna"
    assert blocks(source) == "{!p:Naam: | p:Kok // !p:Taken | +-kookt; -bakt}; p:Daarna"


def test_bold_items_with_one_below_each_are_terms() -> None:
    source = "- **Naam**\n    - Kok\n- **Bron**\n- **Taken**\n        - kookt\n        - bakt\n"
    assert blocks(source) == "{!p:*Naam* | p:Kok // !p:*Bron* |  // !p:*Taken* | --kookt; --bakt}"


def test_a_bold_item_with_several_below_it_stays_a_list() -> None:
    assert blocks("- **A**\n  - b\n  - c\n- **D**\n  - e\n") == "+-*A*; --b; --c; -*D*; --e"


@pytest.mark.parametrize("source", [GRID, "  ----- ----\n  Naam  Kok\n  ----- ----\n"])
def test_drawn_tables_alone_show_that_a_text_is_markdown(source: str) -> None:
    assert [reader.name for reader in READERS if reader.claims(source)] == ["markdown"]


def test_below_a_marked_line_end_pandoc_begins_no_list() -> None:
    written = "::: blok\n\\- Meert af.\\\n- Peilt.\n:::"

    assert "p:- Meert af./- Peilt." in blocks(written)

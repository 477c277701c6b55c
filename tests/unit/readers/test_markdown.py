"""Markdown to blocks."""

from __future__ import annotations

import pytest

from tests.unit.readers.notation import markdown_blocks as blocks


def test_headings_have_their_level_and_lose_their_closing_signs() -> None:
    assert blocks("# Een\n\n### Drie ###\n") == "h1:Een; h3:Drie"


def test_a_heading_needs_a_space() -> None:
    assert blocks("#Een") == "p:#Een"


def test_seven_signs_are_no_heading() -> None:
    assert blocks("####### Zeven") == "p:####### Zeven"


def test_text_above_a_row_of_equals_signs_or_dashes_is_a_heading() -> None:
    assert blocks("Een\n===\n\nTwee\n---\ndrie") == "h1:Een; h2:Twee; p:drie"


def test_a_heading_above_a_row_of_signs_may_take_several_lines() -> None:
    assert blocks("Een lange\ntitel\n=====") == "h1:Een lange/titel"


def test_a_line_in_lower_case_below_an_item_goes_on_with_it() -> None:
    assert blocks("- Een\ntwee\n- Drie\nVier") == "+-Een/twee; -Drie; p:Vier"


def test_a_link_may_go_on_in_the_next_line() -> None:
    assert blocks("[Een\ntwee](#een-twee) drie") == "p:Een/twee drie"


def test_one_sign_below_text_underlines_nothing() -> None:
    assert blocks("Eisen\n-") == "p:Eisen/-"


def test_dashes_below_a_whole_sentence_are_a_page_end() -> None:
    assert blocks("Een zin.\n---\nVerder") == "p:Een zin.; ---; p:Verder"


def test_a_paragraph_keeps_its_line_ends() -> None:
    assert blocks("Een\ntwee\n\nDrie") == "p:Een/twee; p:Drie"


def test_a_line_break_of_html_is_a_line_end() -> None:
    assert blocks("Een<br>twee<br/>drie") == "p:Een/twee/drie"


def test_a_paragraph_ends_at_a_heading_a_table_a_rule_and_a_list() -> None:
    assert (
        blocks("a\n# b\nc\n|d|e|\nf\n***\ng\n- h") == "p:a; h1:b; p:c; {d | e}; p:f; ---; p:g; +-h"
    )


@pytest.mark.parametrize("rule", ["---", "***", "___", "- - -", "*****", "{12}-----"])
def test_a_rule_is_a_page_end(rule: str) -> None:
    assert blocks(f"a\n\n{rule}\n\nb") == "p:a; ---; p:b"


def test_a_quotation_is_a_paragraph_without_its_signs() -> None:
    assert blocks("> Een\n> twee") == "p:Een/twee"


# Emphasis.


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("*x*", "_x_"),
        ("_x_", "_x_"),
        ("**x**", "*x*"),
        ("__x__", "*x*"),
        ("***x***", "*_x_*"),
        ("**x *y* z**", "*x **_y_** z*"),
        ("a **b** c", "a *b* c"),
        ("vaar**dig**heden", "vaar*dig*heden"),
        ("snake_case_naam", "snake_case_naam"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("5* hotel", "5* hotel"),
        (r"\*x\*", "*x*"),
        (r"a\_b", "a_b"),
        (r"C:\temp", r"C:\temp"),
        ("&#42;x&#42;", "*x*"),
    ],
)
def test_emphasis_is_told_by_its_signs(written: str, read: str) -> None:
    assert blocks(f"Tekst {written}") == f"p:Tekst {read}"


def test_one_run_of_signs_may_close_italic_and_bold() -> None:
    assert blocks("**x *y*** z") == "p:*x **_y_* z"


def test_code_is_literal() -> None:
    assert blocks("Zie `a *b* c`") == "p:Zie a *b* c"


def test_emphasis_goes_on_over_line_breaks() -> None:
    assert blocks("**Een<br>twee** drie") == "p:*Een*/*twee* drie"


def test_emphasis_goes_on_over_lines_of_the_source() -> None:
    assert blocks("*Een\ntwee* drie") == "p:_Een_/_twee_ drie"


def test_a_sign_that_is_never_closed_is_text() -> None:
    assert blocks("**Een") == "p:**Een"


def test_emphasis_does_not_leave_its_cell() -> None:
    assert blocks("|*a|b*|\n|-|-|") == "{*a | b*}"


def test_html_emphasis_counts_too() -> None:
    assert blocks("<b>Een</b> twee") == "p:*Een* twee"


# Links, images, code.


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Zie [KCH](https://kch.nl/a_(b)) nu", "Zie KCH nu"),
        ('[KCH](https://kch.nl "De site")', "KCH"),
        ("[sic] en [x]", "[sic] en [x]"),
        ("[*KCH*](x)", "_KCH_"),
        ("a![logo](logo.png)b", "ab"),
        ("`kch`", "kch"),
        ("een ` teken", "een ` teken"),
    ],
)
def test_links_images_and_code_leave_their_text(written: str, read: str) -> None:
    assert blocks(written) == f"p:{read}"


def test_a_url_with_underscores_has_no_emphasis() -> None:
    assert blocks("[x](http://a/_b_) c") == "p:x c"


# Lists.


@pytest.mark.parametrize("sign", ["-", "*", "+"])
def test_a_bullet_makes_an_item(sign: str) -> None:
    assert blocks(f"{sign} Een\n{sign} Twee") == "+-Een; -Twee"


def test_a_number_makes_an_item_with_that_number() -> None:
    assert blocks("3. Drie\n4) Vier") == "+3=Drie; 4=Vier"


def test_a_year_at_the_start_of_a_line_makes_no_item() -> None:
    assert blocks("2026. Een jaar") == "p:2026. Een jaar"


def test_an_indented_item_has_the_next_level() -> None:
    assert blocks("- Een\n  - Half\n- Twee") == "+-Een; --Half; -Twee"


def test_an_indented_line_goes_on_with_its_item() -> None:
    assert blocks("- Een\n  nog\n- Twee") == "+-Een/nog; -Twee"


def test_a_list_goes_on_over_a_blank_line() -> None:
    assert blocks("- Een\n\n- Twee\n\nDrie") == "+-Een; -Twee; p:Drie"


def test_a_dash_without_a_space_is_text() -> None:
    assert blocks("-5 graden") == "p:-5 graden"


# Tables.


def test_a_pipe_table_has_rows_and_cells() -> None:
    assert blocks("| a | b |\n|---|:-:|\n| c |  |") == "{a | b // c | }"


def test_an_escaped_pipe_is_text() -> None:
    assert blocks("| a \\| b | c |\n|--|--|") == "{a | b | c}"


def test_a_row_may_lack_its_last_pipe() -> None:
    assert blocks("| a | b\n|---|---\n| c | d") == "{a | b // c | d}"


def test_a_break_in_a_cell_is_a_line_end() -> None:
    assert blocks("| a | b<br>c |\n|-|-|") == "{a | b/c}"


def test_a_cell_may_hold_a_list_of_html() -> None:
    assert blocks("| a | <ul><li>b</li><li>c</li></ul> |\n|-|-|") == "{a | +-b; -c}"


def test_a_row_of_dashes_that_a_page_break_left_is_no_row() -> None:
    assert blocks("|a|b|\n|-|-|\n|c|d|\n|---|---|\n|e|f|") == "{a | b // c | d // e | f}"


def test_a_row_without_text_is_a_row_of_empty_cells() -> None:
    assert blocks("| a | b |\n|-|-|\n|  |  |\n| c | d |") == "{a | b //  |  // c | d}"


def test_rows_without_a_first_pipe_make_a_table_where_a_delimiter_row_says_so() -> None:
    assert blocks("Naam | Kok\n--- | ---\nDatum | 2026") == "{Naam | Kok // Datum | 2026}"


# HTML.


def test_an_html_block_is_read_as_html() -> None:
    assert blocks("<table>\n<tr><td>a</td></tr>\n\n<tr><td>*b*</td></tr>\n</table>\n\nc") == (
        "{a // *b*}; p:c"
    )


def test_comments_are_no_text() -> None:
    assert blocks("a <!-- x --> b") == "p:a b"


def test_character_references_are_read() -> None:
    assert blocks("caf&eacute; &amp; bar") == "p:café & bar"

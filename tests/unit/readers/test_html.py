"""HTML to blocks: one behaviour of the HTML standard, of Word or of browsers a test."""

from __future__ import annotations

import pytest

from pipeline.readers import html
from pipeline.readers.source import SourceText
from tests.unit.readers.notation import html_blocks as blocks
from tests.waiting import lines_run

# Paragraphs and inline text.


def test_a_paragraph_is_a_block_of_its_own() -> None:
    assert blocks("<p>Een</p><p>Twee</p>") == "p:Een; p:Twee"


def test_loose_text_is_a_paragraph_that_nothing_marks() -> None:
    assert blocks("Los<p>Eigen</p>Weer los") == "Los; p:Eigen; Weer los"


def test_a_paragraph_may_lack_its_end_tag() -> None:
    assert blocks("<p>Een<p>Twee<ul><li>Drie</ul>") == "p:Een; p:Twee; +-Drie"


def test_a_div_ends_an_unclosed_paragraph() -> None:
    assert blocks("<p>Een<div>Twee</div>Drie") == "p:Een; p:Twee; Drie"


def test_text_in_a_div_after_its_inner_block_is_a_block_of_the_div() -> None:
    assert blocks("<div>Een<p>Twee</p>Drie</div>") == "p:Een; p:Twee; p:Drie"


def test_white_space_is_collapsed_and_line_ends_of_the_source_are_spaces() -> None:
    assert blocks("<p>  Een \n\t twee&#32; drie </p>") == "p:Een twee drie"


def test_a_no_break_space_is_kept_as_it_is() -> None:
    assert blocks("<p>§&nbsp;2</p>") == "p:§\u00a02"


def test_a_break_is_a_line_end() -> None:
    assert blocks("<p>Een <br> twee<br/>drie</p>") == "p:Een/twee/drie"


def test_a_word_goes_on_over_inline_elements() -> None:
    assert blocks("<p>vaar<span>dig</span><b>heden</b></p>") == "p:vaardig*heden*"


def test_an_unknown_element_is_inline() -> None:
    assert blocks("<p>Een <o:p>twee</o:p> <x-y>drie</x-y></p>") == "p:Een twee drie"


def test_an_end_tag_without_a_start_is_ignored() -> None:
    assert blocks("<p>Een</i></div> twee</p>") == "p:Een twee"


def test_misnested_emphasis_ends_with_its_paragraph_at_the_latest() -> None:
    assert blocks("<p><b>Een</p><p>Twee</p>").startswith("p:*Een*; p:")


def test_headings_have_their_level() -> None:
    assert blocks("<h1>Een</h1><h6>Zes</h6>") == "h1:Een; h6:Zes"


def test_a_rule_parts_loose_text() -> None:
    assert blocks("Een<hr>Twee") == "Een; Twee"


def test_a_page_break_of_word_is_a_page_end() -> None:
    source = '<p>Een</p><br clear=all style="page-break-before:always"><p>Twee</p>'

    assert blocks(source) == "p:Een; ---; p:Twee"


def test_an_image_has_no_text() -> None:
    assert blocks('<p>Een<img alt="logo" src="x.png">twee</p>') == "p:Eentwee"


# Characters.


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&eacute;", "é"),
        ("&#233;", "é"),
        ("&#xE9;", "é"),
        ("&#8211;", "–"),
        ("&#150;", "–"),
        ("A&amp;O", "A&O"),
        ("&lt;b&gt;", "<b>"),
        ("R&D", "R&D"),
        ("B&B; ontbijt", "B&B; ontbijt"),
        ("Jansen & Co", "Jansen & Co"),
        ("a < b", "a < b"),
        ("&bull;", "•"),
        ("&hellip;", "…"),
    ],
)
def test_character_references_are_read_as_browsers_do(written: str, read: str) -> None:
    assert blocks(f"<p>{written}</p>") == f"p:{read}"


@pytest.mark.parametrize("written", ["R&D", "Verkoop A&O", "&D"])
def test_an_ampersand_in_the_last_word_of_the_source_is_kept(written: str) -> None:
    assert blocks(f"<p>{written}") == f"p:{written}"


@pytest.mark.parametrize("reference", ["&#1;", "&#x0b;", "&#xFFFE;"])
def test_a_reference_to_a_character_that_html_forbids_is_passed_over(reference: str) -> None:
    assert blocks(f"<p>a{reference}b</p>") == "p:ab"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("e\u0301\u00e9n", "één"),
        ("con\ufb01ict o\ufb03ce", "confiict office"),
        ("vaar\u00addig", "vaardig"),
        ("vaar&shy;dig", "vaardig"),
        ("a\u200bb\ufeffc", "abc"),
        ("a\u200eb\u2069c", "abc"),
        ("x\u0338", "x\u0338"),
    ],
    ids=[
        "combining mark",
        "ligatures",
        "soft hyphen",
        "its name",
        "zero width",
        "directions",
        "no composition",
    ],
)
def test_characters_are_brought_to_their_normal_form(written: str, read: str) -> None:
    assert blocks(f"<p>{written}</p>") == f"p:{read}"


def test_a_mark_after_a_tag_is_composed_with_the_letter_before_it() -> None:
    assert blocks("<p>e<span>\u0301</span></p>") == "p:é"


# Emphasis.


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<b>x</b>", "*x*"),
        ("<strong>x</strong>", "*x*"),
        ("<i>x</i>", "_x_"),
        ("<em>x</em>", "_x_"),
        ("<b><i>x</i></b>", "*_x_*"),
        ('<span style="font-weight:bold">x</span>', "*x*"),
        ('<span style="FONT-WEIGHT: 700">x</span>', "*x*"),
        ('<span style="font-weight:400">x</span>', "x"),
        ('<span style="font-style: italic">x</span>', "_x_"),
        ('<b style="font-weight:normal">x</b>', "x"),
        ('<b>x<span style="font-weight:normal">y</span></b>', "*x*y"),
        ('<i>x<span style="font-style:normal">y</span></i>', "_x_y"),
        ("<u>x</u>", "_x_"),
        ('<span style="text-decoration:underline">x</span>', "_x_"),
    ],
)
def test_bold_and_italic_are_told_by_element_and_by_style(written: str, read: str) -> None:
    assert blocks(f"<p>{written}</p>") == f"p:{read}"


def test_a_block_passes_its_style_on() -> None:
    assert blocks('<p style="font-weight:bold">Een <i>twee</i></p>') == "p:*Een **_twee_*"


# Lists.


def test_items_know_their_list() -> None:
    assert blocks("<ul><li>Een</li><li>Twee</li></ul>") == "+-Een; -Twee"


def test_items_may_lack_their_end_tags() -> None:
    assert blocks("<ul><li>Een<li>Twee<p>nog</ul>na") == "+-Een; -Twee; p:nog; na"


def test_numbered_items_have_the_number_that_a_reader_sees() -> None:
    assert blocks('<ol start="3"><li>a<li>b<li value="9">c<li>d</ol>') == "+3=a; 4=b; 9=c; 10=d"


def test_a_nested_list_has_the_next_level() -> None:
    assert blocks("<ul><li>Een<ul><li>Half</li></ul></li><li>Twee</ul>") == "+-Een; +--Half; -Twee"


def test_a_nested_list_that_stands_between_the_items_has_the_next_level() -> None:
    assert blocks("<ul><li>Een</li><ul><li>Half</li></ul><li>Twee</ul>") == "+-Een; +--Half; -Twee"


def test_text_after_a_nested_list_is_no_item_of_it() -> None:
    assert blocks("<ul><li>Een<ol><li>Half</ol>slot</ul>") == "+-Een; +1==Half; slot"


def test_a_list_without_items_says_so_of_its_text() -> None:
    assert blocks("<ul>• Een • Twee</ul>") == "ul>• Een • Twee"


def test_a_list_that_is_never_closed_ends_with_the_cell() -> None:
    source = "<table><tr><td><ul>• Een<td>Twee</table>na"

    assert blocks(source) == "{ul>• Een | Twee}; na"


def test_a_paragraph_in_an_item_is_the_item() -> None:
    assert blocks("<ul><li><p>Een</p></li></ul>") == "+-Een"


def test_two_lists_are_two() -> None:
    assert blocks("<ul><li>a</ul><ul><li>b</ul>") == "+-a; +-b"


# Lists of Word, which have no list elements.

BULLET = (
    "<p class=MsoListParagraph{place} style='margin-left:36pt;mso-list:l0 level{level} lfo{of}'>"
    "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>"
    "{marker}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span>"
    "<![endif]>{text}</p>"
)


def word(place: str, marker: str, text: str, level: int = 1, of: int = 1) -> str:
    return BULLET.format(place=place, marker=marker, text=text, level=level, of=of)


def test_a_list_paragraph_of_word_is_an_item_and_its_marker_furniture() -> None:
    source = word("CxSpFirst", "·", "Een") + word("CxSpLast", "·", "Twee")

    assert blocks(source) == "(list markers: ·); +-Een; (list markers: ·); -Twee"


def test_list_paragraphs_of_word_that_follow_each_other_are_one_list_whatever_their_class() -> None:
    source = word("", "·", "Een") + "\n" + word("", "·", "Twee")

    assert blocks(source) == "(list markers: ·); +-Een; (list markers: ·); -Twee"


def test_text_between_list_paragraphs_of_word_parts_two_lists() -> None:
    source = word("", "·", "Een") + "<p>Tekst</p>" + word("", "·", "Twee")

    assert blocks(source).endswith("p:Tekst; (list markers: ·); +-Twee")


def test_a_list_paragraph_of_word_that_was_deleted_parts_no_list() -> None:
    source = word("", "·", "Een") + word("", "·", "<del>Oud</del>") + word("", "·", "Twee")

    assert blocks(source).startswith("(list markers: ·); +-Een; ")
    assert blocks(source).endswith("(deleted text: Oud); (list markers: ·); -Twee")


def test_list_paragraphs_of_word_that_name_another_list_are_another_list() -> None:
    source = word("CxSpFirst", "·", "Een", of=1) + word("CxSpLast", "·", "Twee", of=2)

    assert blocks(source) == "(list markers: ·); +-Een; (list markers: ·); +-Twee"


def test_a_numbered_list_paragraph_of_word_has_its_number() -> None:
    assert blocks(word("", "4.", "Een")) == "(list markers: 4.); +4=Een"


def test_a_lettered_list_paragraph_of_word_is_numbered_without_a_number() -> None:
    assert blocks(word("", "b)", "Een")) == "(list markers: b)); +=Een"


def test_the_letter_o_of_word_is_a_bullet() -> None:
    assert blocks(word("", "o", "Half", 2)) == "(list markers: o); +--Half"


def test_a_list_paragraph_of_word_without_marker_is_a_paragraph() -> None:
    assert blocks("<p style='mso-list:none'>Een</p>") == "p:Een"


# Definition lists.


def test_a_definition_list_is_a_table_of_two_columns() -> None:
    assert (
        blocks("<dl><dt>Naam<dd>Kok<dt>Datum<dd>2026</dl>") == "{!Naam | p:Kok // !Datum | p:2026}"
    )


def test_all_definitions_of_a_term_are_one_cell() -> None:
    assert blocks("<dl><dt>Doet</dt><dd>a</dd><dd>b</dd></dl>") == "{!Doet | p:a; p:b}"


def test_definitions_may_stand_in_groups() -> None:
    assert blocks("<dl><div><dt>a</dt><dd>b</dd></div></dl>") == "{!a | p:b}"


# Tables of divisions.


def rows(*written: str) -> str:
    """A division of rows, each of divisions: `Naam|Kok`."""
    cells = ("".join(f"<div>{cell}</div>" for cell in row.split("|")) for row in written)
    return f"<div class=blok>{''.join(f'<div class=rij>{row}</div>' for row in cells)}</div>"


def test_divisions_of_equally_many_divisions_are_rows_of_a_table() -> None:
    assert blocks(rows("Naam|Kok", "Datum|<p>2026</p>")) == "{Naam | Kok // Datum | p:2026}"


def test_a_division_alone_is_a_row_among_rows() -> None:
    assert blocks(rows("Naam|Kok", "Over", "Datum|2026")) == "{Naam | Kok // Over // Datum | 2026}"


BESIDE = "style='display:flex'"
GRID = "style='display:grid; grid-template-columns: {}'"


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (
            "<h2>Een</h2><div><div>Naam</div><div>Kok</div></div>"
            "<div><div>Datum</div><div><p>2026</div></div><h2>Twee</h2>",
            "h2:Een; {Naam | Kok // Datum | p:2026}; h2:Twee",
        ),
        (
            "<section><div><div><div><p>Naam</p></div></div><div><div>Kok</div></div></div></section>"
            "<section><div><div><div><p>Datum</p></div></div><div><div>3</div></div></div></section>",
            "{p:Naam | p:Kok // p:Datum | p:3}",
        ),
        (f"<div {BESIDE}><div>Naam</div><div>Kok</div></div>", "{Naam | Kok}"),
        (f"<div {BESIDE}><p>Naam</p><ul><li>Kok</ul></div>", "{p:Naam | +-Kok}"),
        (
            f"<ul><li {BESIDE}><b>Naam</b><span>Kok</span></li><li {BESIDE}><b>Datum</b>"
            "<span>3</span></li></ul>",
            "{*Naam* | Kok // *Datum* | 3}",
        ),
        (
            "<div><span>Naam</span><div>Kok</div></div><div><span>Datum</span><div>3</div></div>",
            "{Naam | Kok // Datum | 3}",
        ),
        (
            "<details><summary>Naam</summary>Kok</details>"
            "<details><summary>Doet</summary><p>a<p>b</details>",
            "{Naam | Kok // Doet | p:a; p:b}",
        ),
        (
            f"<div {GRID.format('[a] 1fr minmax(10em, 3fr)')}><div>Naam</div><div>Kok</div>"
            "<div>Datum</div><div>3</div></div>",
            "{Naam | Kok // Datum | 3}",
        ),
        (
            f"<div {GRID.format('repeat(2, 1fr)')}><div style='grid-column: 1 / -1'>Over</div>"
            "<div>Naam</div><div>Kok</div></div>",
            "{Over // Naam | Kok}",
        ),
        (
            f"<div {BESIDE}><div>a</div><div>b</div><div>c</div></div>"
            f"<div {BESIDE}><div>1</div><div>2</div><div>3</div></div>",
            "{a | b | c // 1 | 2 | 3}",
        ),
        (
            # A row without a name for its own, and lines in a cell that has one.
            "<div><div class=k>Naam</div><div class=w><div>Kok</div><div>Kelner</div></div></div>"
            "<div><div class=w>Gastheer</div></div>"
            "<div><div class=k>Datum</div><div class=w>3</div></div>",
            "{Naam | p:Kok; p:Kelner //  | Gastheer // Datum | 3}",
        ),
    ],
)
def test_a_label_and_a_text_that_are_laid_out_beside_each_other_are_a_row(
    source: str, read: str
) -> None:
    assert blocks(source) == read


@pytest.mark.parametrize(
    "source",
    [
        "<div><div>Naam</div><div>Kok</div></div>",
        f"<div {BESIDE}><div>Naam</div><div>Kok</div><div>3</div></div>",
        "<div style='display:flex; flex-direction:column'><div>Naam</div><div>Kok</div></div>",
        f"<div {BESIDE}><div>{'lang ' * 30}</div><div>Kok</div></div>",
        f"<div {BESIDE}><div></div><div>Kok</div></div>",
        f"<div {BESIDE}><div>Naam</div>los<div>Kok</div></div>",
        f"<div {BESIDE}><div><h3>Naam</h3></div><div>Kok</div></div>",
        f"<div {BESIDE}><nav>Naam</nav><div>Kok</div></div>",
        f"<div {GRID.format('1fr 1fr')}><div>Naam</div><div>Kok</div><div>Datum</div></div>",
        f"<div {GRID.format('none')}><div>Naam</div><div>Kok</div></div>",
        f"<div {GRID.format('1fr 1fr')}><div>Naam</div><h3>Kok</h3></div>",
        "<div><p>a</p><p>b</p></div><div><p>c</p><p>d</p></div>",
    ],
)
def test_what_else_stands_beside_each_other_is_no_row(source: str) -> None:
    assert "{" not in blocks(source)


def test_rows_in_a_column_of_the_page_are_rows_and_the_columns_are_not() -> None:
    menu = "<div><div>Menu</div></div>"
    inner = rows("Naam|Kok", "Datum|2026")

    assert blocks(f"<div {BESIDE}>{menu}<div>{inner}</div></div>") == (
        "p:Menu; {Naam | Kok // Datum | 2026}"
    )


def test_deeply_nested_divisions_take_no_time() -> None:
    source = "<div><div>a</div>" * 100 + "x" + "</div>" * 100

    assert lines_run(lambda: blocks(source)) < 40 * lines_run(lambda: blocks(source[: 17 * 10]))


def test_definition_lists_that_follow_each_other_are_one_table() -> None:
    source = "<dl><dt>Naam<dd>Kok</dl>\n<dl><dt>Datum<dd>3</dl>"

    assert blocks(source) == "{!Naam | p:Kok // !Datum | p:3}"
    assert blocks(source.replace("\n", "los")).count("{") == 2


def test_a_bold_line_above_a_text_is_a_paragraph_by_itself() -> None:
    assert blocks("<p><b>Attitude</b><br>Zij zijn open.<br>En eerlijk.") == (
        "p:*Attitude*; p:Zij zijn open./En eerlijk."
    )
    assert blocks("<p><b>Attitude</b><br><b>Zij</b> zijn open.") == "p:*Attitude*/*Zij* zijn open."
    assert blocks("<table><tr><td><b>Attitude</b><br>open</table>") == "{*Attitude*/open}"


@pytest.mark.parametrize(
    "source",
    [
        rows("Naam|Kok"),
        rows("Naam|Kok", "Datum|2026|mei"),
        rows("Naam", "Kok"),
        rows("Naam|Kok", "Datum|<h2>2026</h2>"),
        rows("Naam|Kok", "Datum|2026").replace("<div class=rij>", "<div class=rij>Los", 1),
        rows("Naam|Kok", "Datum|2026").replace("class=rij", "class=sidebar", 1),
        rows("<p>Kookt<p>Omschrijving|<p>Bakt<p>Omschrijving", "<p>Kijkt<p>Goed|<p>Proeft<p>Goed"),
    ],
    ids=[
        "one row",
        "uneven rows",
        "one column",
        "parts of a page",
        "loose text",
        "navigation",
        "texts side by side",
    ],
)
def test_other_divisions_lay_out_the_page(source: str) -> None:
    assert "{" not in blocks(source)


# Tables.


def test_a_table_has_rows_and_cells() -> None:
    source = "<table><tr><th>a</th><td>b</td></tr><tr><td></td><td><p>c</p></td></tr></table>"

    assert blocks(source) == "{!a | b //  | p:c}"


def test_cells_and_rows_may_lack_their_end_tags() -> None:
    assert blocks("<table><tr><td>a<td>b<tr><td>c<td><p>d</table>") == "{a | b // c | p:d}"


def test_parts_of_a_table_do_not_matter() -> None:
    source = "<table><thead><tr><th>a</thead><tbody><tr><td>b<tfoot><tr><td>c</tfoot></table>"

    assert blocks(source) == "{!a // b // c}"


def test_a_caption_belongs_to_its_table() -> None:
    assert blocks("<table><caption>Rol 1</caption><tr><td>a</table>") == "{caption: Rol 1 // a}"


def test_merged_cells_have_their_spans() -> None:
    source = "<table><tr><td rowspan=2>a<td colspan='3'>b<tr><td>c</table>"

    assert blocks(source) == "{2x1>a | 1x3>b // c}"


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "1.5", "100%"])
def test_a_span_that_is_no_count_is_one(span: str) -> None:
    assert blocks(f"<table><tr><td colspan='{span}'>a</table>") == "{a}"


@pytest.mark.parametrize(
    "source",
    ["<table><tr><td colspan='²'>a</table>", "<ol start='①'><li>a</ol>", "<li value='³'>a</li>"],
)
def test_a_raised_digit_is_no_number(source: str) -> None:
    assert "a" in blocks(f"<ol>{source}</ol>")


def test_a_huge_span_is_capped() -> None:
    assert blocks("<table><tr><td rowspan=65534>a</table>") == "{100x1>a}"


def test_a_table_in_a_cell_is_a_block_of_the_cell() -> None:
    source = "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>"

    assert blocks(source) == "{a; {b}; c | d}"


def test_a_row_ends_no_list_of_the_cell_around_its_table() -> None:
    source = "<table><tr><td><ul><li>a<table><tr><td>b</table></ul><td>c</table>"

    assert blocks(source) == "{+-a; {b} | c}"


def test_text_beside_the_cells_is_kept_after_the_table() -> None:
    assert blocks("<table>los<tr><td>a</td></tr></table>") == "{a}; p:los"


@pytest.mark.parametrize(
    "source",
    ["<table><td>a</td></table>", "<table><tr></tr><td>a</table>", "<table><tr><p><td>a</table>"],
)
def test_a_cell_without_a_row_is_not_lost(source: str) -> None:
    assert blocks(source) in ("{a}", "{ // a}")


def test_a_definition_before_the_first_term_is_not_lost() -> None:
    assert "Kok" in blocks("<dl><dd>Kok</dd><dt>Naam</dt><dd>Bakker</dd></dl>")


# What is no content.


@pytest.mark.parametrize(
    "source",
    [
        "<p style='display:none'>x</p>",
        "<p style='visibility: hidden'>x</p>",
        "<p hidden>x</p>",
        "<p style='mso-hide:all'>x</p>",
    ],
)
def test_hidden_text_is_furniture(source: str) -> None:
    assert blocks(source + "<p>y</p>") == "(hidden text: x); p:y"


def test_hidden_words_in_running_text_are_furniture_and_do_not_part_it() -> None:
    source = "<p>Een <span style='display:none'>geheim </span>twee</p>"

    assert blocks(source) == "(hidden text: geheim); p:Een twee"


def test_deleted_text_is_furniture_and_inserted_text_is_text() -> None:
    source = "<p>Zij <del>leerd</del><ins>leert</ins> door</p>"

    assert blocks(source) == "(deleted text: leerd); p:Zij leert door"


def test_a_deletion_of_word_is_furniture() -> None:
    assert blocks("<p>a<span class=msoDel>b</span>c</p>") == "(deleted text: b); p:ac"


@pytest.mark.parametrize(
    "source",
    [
        "<nav>x</nav>",
        "<footer>x</footer>",
        "<aside>x</aside>",
        "<div role=navigation>x</div>",
        "<div class='Breadcrumbs small'>x</div>",
        "<ul class=kruimelpad><li>x</ul>",
        "<div id=CookieBanner><p>x</div>",
        "<div class='cky-consent-bar'>x</div>",
        "<div id=footer>x</div>",
        "<div class='wrap footer'>x</div>",
        "<div id=hoofdmenu><ul><li><a href='/'>x</a></ul></div>",
        "<ul class=main-nav><li><a href='/'>x</a></ul>",
        "<button>x</button>",
        "<p><a href='#top'>x</a></p>",
    ],
)
def test_navigation_is_furniture(source: str) -> None:
    assert blocks(f"<p>a</p>{source}<p>b</p>") == "p:a; (navigation: x); p:b"


@pytest.mark.parametrize(
    "source",
    [
        "<ul class=menu><li>x</ul>",
        "<h3 id=kennis-delen>x</h3>",
        "<div id=kennis-delen>x</div>",
        "<h3 id=cookies>x</h3>",
        "<ul class=bronnen><li><a href='/'>x</a></ul>",
        "<div class=card-footer>x</div>",
        "<article><div class=footer>x</div></article>",
    ],
)
def test_what_has_such_a_name_and_may_be_content_is_text(source: str) -> None:
    assert "navigation" not in blocks(source)


def test_what_stands_around_the_main_content_is_navigation() -> None:
    source = "<body><div>Menu</div><div><main><p>Tekst</p></main><p>Zie ook</p></div>Slot</body>"

    assert blocks(source) == "(navigation: Menu); p:Tekst; (navigation: Zie ook Slot)"


def test_main_content_may_be_told_by_its_role() -> None:
    assert blocks("Kop<div role=main><p>Tekst</div>") == "(navigation: Kop); p:Tekst"


def test_a_header_without_title_is_navigation_and_one_with_title_is_text() -> None:
    assert blocks("<header>Logo</header>") == "(navigation: Logo)"
    assert blocks("<header><h1>Titel</h1></header>") == "h1:Titel"


def test_a_table_of_contents_of_word_is_furniture() -> None:
    assert blocks("<p class=MsoToc1>Inleiding 2</p>") == "(table of contents: Inleiding 2)"


def test_a_link_in_running_text_is_text() -> None:
    assert blocks("<p>Zie <a href='#x'>hier</a> verder</p>") == "p:Zie hier verder"


@pytest.mark.parametrize(
    "source",
    [
        "<!-- x -->",
        "<!--[if gte mso 9]><p>x</p><![endif]-->",
        "<script>if (a < b) document.write('<p>x</p>')</script>",
        "<style>p { color: red }</style>",
        "<head><title>x</title></head>",
        "<template><p>x</p></template>",
        "<head><noscript><style>p { color: red }</style></noscript></head>",
        "<svg><title>x</title></svg>",
        "<?xml version='1.0'?>",
        "<!DOCTYPE html>",
    ],
)
def test_what_browsers_do_not_show_is_markup(source: str) -> None:
    assert blocks(f"{source}<p>y</p>") == "p:y"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<noscript><p>x</p></noscript>", "text for pages without scripts"),
        ("<svg><g><text>x</text></g></svg>", "text of drawings"),
        ("<svg><svg></svg><text>x</text></svg>", "text of drawings"),
        ("<math><mi>x</mi></math>", "text of drawings"),
        ("<iframe src='/'>x</iframe>", "hidden text"),
        ("<object><p>x</p></object>", "hidden text"),
    ],
)
def test_what_stands_for_something_else_is_furniture_of_its_kind(source: str, kind: str) -> None:
    assert blocks(f"{source}<p>y</p>") == f"({kind}: x); p:y"
    assert blocks(f"<p>a{source}b</p>") == f"({kind}: x); p:ab"
    assert blocks(f"<table><tr>{source}<td>y</table>") == f"{{y}}; ({kind}: x)"


def test_hidden_links_are_navigation() -> None:
    assert blocks("<ul hidden><li><a href='/'>x</a></ul><p>y</p>") == "(navigation: x); p:y"


def test_a_downlevel_revealed_comment_shows_its_content() -> None:
    assert blocks("<p><![if !vml]>Een<![endif]></p>") == "p:Een"


def test_a_script_that_is_never_closed_does_not_raise() -> None:
    document = html.read(SourceText("<p>a</p><script>var x = 1;", "utf-8"))

    assert document.source_chars == sum(document.markup.values()) + 1


def test_a_table_in_a_row_but_in_no_cell_ends_the_table_around_it() -> None:
    inner = "<table><tr><td>twee</table>"

    assert blocks(f"<table><tr><td>een<tr>{inner}") == "{een // }; {twee}"
    assert blocks(f"<table><tr><td>een<tr><section><p>los</p>{inner}") == "{een // }; p:los; {twee}"
    assert blocks(f"<table><tr><td>een{inner}</table>") == "{een; {twee}}"

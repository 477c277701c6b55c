"""What joins paragraphs, what ends a page, and what is shown but is no content."""

from __future__ import annotations

import pytest

from pipeline.readers import read
from tests.unit.readers.docx.test_merged_and_alternative import MC, blocks, cell, row
from tests.unit.readers.docx.words import W, document, p, r, table, word_file
from tests.unit.readers.notation import shown as notation

WHO = 'w:id="1" w:author="A"'
HEADING = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'


def mark(properties: str) -> str:
    """The properties of a paragraph's mark."""
    return f"<w:rPr>{properties}</w:rPr>"


def field(code: str, *result: str) -> str:
    """A complex field with its result."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{begin}{instruction}{separate}{''.join(result)}{end}"


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("removed", [f"<w:del {WHO}/>", f"<w:moveFrom {WHO}/>", "<w:vanish/>"])
def test_a_paragraph_whose_mark_is_gone_goes_on_in_the_next(removed: str) -> None:
    assert blocks(p(r("Een "), props=mark(removed)) + p(r("geheel"))) == "p:Een geheel"


def test_joined_paragraphs_have_the_form_of_the_mark_that_is_left() -> None:
    deleted = f"<w:del {WHO}><w:r><w:delText>Kop</w:delText></w:r></w:del>"
    body = p(deleted, props=f'<w:pStyle w:val="H"/>{mark(f"<w:del {WHO}/>")}') + p(r("Tekst"))

    assert blocks(body, styles=HEADING) == "p:Tekst"


def test_a_paragraph_whose_mark_is_gone_does_not_go_on_in_a_table() -> None:
    body = p(r("Een"), props=mark(f"<w:del {WHO}/>")) + table([p(r("twee"))]) + p(r("drie"))

    assert blocks(body) == "p:Een; {p:twee}; p:drie"


def test_a_style_separator_ends_a_heading_on_the_line_of_its_text() -> None:
    separator = mark("<w:vanish/><w:specVanish/>")
    body = p(r("Kop"), props=f'<w:pStyle w:val="H"/>{separator}') + p(r("Tekst"))

    assert blocks(body, styles=HEADING) == "h1:Kop; p:Tekst"


@pytest.mark.parametrize(
    "body",
    [
        p(r("a"), props=mark(f"<w:ins {WHO}/>")),
        f"<w:tbl>{row(cell('a'), properties=f'<w:ins {WHO}/>')}</w:tbl>",
        p(f"<w:del {WHO}><w:r><w:delText>a</w:delText></w:r></w:del>"),
    ],
)
def test_each_kind_of_tracked_change_is_told(body: str) -> None:
    assert [f.code for f in document(body).findings] == ["BCP122"]


def test_a_page_ends_at_a_break_before_a_paragraph_and_at_a_section() -> None:
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    continuous = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'

    assert blocks(p(page_break, r("Kop"), props='<w:pStyle w:val="H"/>'), styles=HEADING) == (
        "---; h1:Kop"
    )
    assert blocks(p(r("a"), props="<w:pageBreakBefore/>")) == "---; p:a"
    assert blocks(p(r("a"), props="<w:sectPr/>") + p(r("b")) + "<w:sectPr/>") == "p:a; ---; p:b"
    assert blocks(p(r("a"), props="<w:sectPr/>") + p(r("b")) + continuous) == "p:a; p:b"


def test_what_is_left_out_stands_in_no_cell() -> None:
    body = table([p(r("Naam"), r("intern", "<w:vanish/>")), p(r("Kok"))]) + p(r("Eind"))

    assert blocks(body) == "{p:Naam | p:Kok}; (hidden text: intern); p:Eind"


def test_a_field_that_was_not_filled_in_has_no_value() -> None:
    empty = control(r("Vul hier in"), "<w:showingPlcHdr/>")

    assert blocks(p(r("Naam: "), empty)) == "p:Naam:; (placeholder text: Vul hier in)"
    assert [f.code for f in document(control(p(r("x")), "<w:showingPlcHdr/>")).findings] == [
        "BCP127"
    ]


def test_contents_that_a_control_or_a_field_makes_are_furniture() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'

    assert blocks(control(p(r("Rollen 3")), gallery) + p(r("Tekst"))) == (
        "(table of contents: Rollen 3); p:Tekst"
    )
    assert blocks(p(field(r' TOC \o "1-3" ', r("Rollen 3"))) + p(r("Tekst"))) == (
        "(table of contents: Rollen 3); p:Tekst"
    )


def test_the_result_of_a_field_inside_the_code_of_another_is_not_shown() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>IF </w:instrText></w:r>"
    body = p(begin, code, field("PAGE", r("3")), separate, r("ja"), end)

    assert blocks(body) == "p:ja"


def test_a_drop_down_of_a_form_shows_its_entry() -> None:
    entries = '<w:result w:val="1"/><w:listEntry w:val="niveau 3"/><w:listEntry w:val="niveau 4"/>'
    body = p(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
        f"{entries}</w:ddList></w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>'
        "</w:r>"
    )

    assert blocks(body) == "p:niveau 4"


@pytest.mark.parametrize(
    ("box", "sign"),
    [
        ("<w:default/>", "☒"),
        ('<w:default w:val="0"/>', "☐"),
        ('<w:default w:val="0"/><w:checked/>', "☒"),
        ('<w:default/><w:checked w:val="0"/>', "☐"),
        ("", "☐"),
    ],
)
def test_a_check_box_of_a_form_shows_whether_it_is_ticked(box: str, sign: str) -> None:
    body = p(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
        f"{box}</w:checkBox></w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>'
        "</w:r>",
        r(" Kan varen"),
    )

    assert blocks(body) == f"p:{sign} Kan varen"


def test_the_mark_of_a_note_is_not_in_the_text() -> None:
    own = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'

    assert blocks(p(r("Kok"), own)) == "p:Kok; (note marks: *)"


def test_a_formula_by_itself_and_a_tab_to_a_margin_are_text() -> None:
    namespaces = f'{W} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = "<m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara>"
    found = read(word_file(formula, namespaces=namespaces))

    assert notation(found.blocks) == "p:a+b"
    assert blocks(p("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>")) == "p:a b"


@pytest.mark.parametrize("code", ["", "FFFFFFFF", "110000", "D800", "0", "x"])
def test_a_symbol_without_a_possible_code_shows_nothing(code: str) -> None:
    body = p(f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>', r("tekst"))

    assert blocks(body) == "p:tekst"


def test_a_part_in_another_file_is_reported() -> None:
    assert [f.code for f in document(p("<w:subDoc/>", r("a"))).findings] == ["BCP124"]


def test_emphasis_of_the_whole_table_counts_and_defaults_are_not_toggled_off() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    styles = (
        f'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>{bold}</w:style>'
        f'<w:style w:type="character" w:styleId="C"><w:name w:val="C"/>{bold}</w:style>'
    )
    grid = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>{row(cell("a"))}</w:tbl>'
    defaults = f"<w:docDefaults><w:rPrDefault>{bold}</w:rPrDefault></w:docDefaults>"

    assert blocks(grid, styles=styles) == "{p:*a*}"
    assert blocks(p(r("a", '<w:rStyle w:val="C"/>')), styles=defaults + styles) == "p:*a*"


def test_a_table_in_a_text_box_is_content_after_its_paragraph() -> None:
    box = f"<w:drawing><w:txbxContent>{table([p(r('a'))])}</w:txbxContent></w:drawing>"
    found = read(word_file(p(r("Tekst"), f"<w:r>{box}</w:r>"), namespaces=MC))

    assert notation(found.blocks) == "p:Tekst; {p:a}"


MERGED = '<w:vMerge w:val="restart"/>'
LONG = "Zij leggen elke dag de boten aan en tellen de gasten"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (p(r(LONG, "<w:vanish/>")), "hidden text"),
        (p(r(LONG[:23], "<w:vanish/>"), r(LONG[23:], "<w:vanish/>")), "hidden text"),
        (f"<w:tbl>{row(cell(LONG), properties='<w:hidden/>')}</w:tbl>", "hidden text"),
        (
            f"<w:tbl>{row(cell('a', MERGED))}{row(cell(LONG, '<w:vMerge/>'))}</w:tbl>",
            "covered cells",
        ),
        (control(p(r(LONG)), "<w:showingPlcHdr/>"), "placeholder text"),
    ],
)
def test_much_that_was_left_out_and_stands_nowhere_else_is_told(body: str, kind: str) -> None:
    told = [f for f in document(body).findings if f.code == "BCP156"]
    said = [f for f in document(body + p(r(LONG))).findings if f.code == "BCP156"]

    assert [f.message.split(",")[0] for f in told] == [f"11 words are {kind}"]
    assert not said


def test_the_long_prompt_of_a_form_is_none_of_that() -> None:
    style = '<w:style w:type="character" w:styleId="P"><w:name w:val="Placeholder Text"/></w:style>'
    prompt = control(p(r(LONG, '<w:rStyle w:val="P"/>')), "<w:showingPlcHdr/>")

    assert [f.code for f in document(prompt, styles=style).findings] == ["BCP127"]


def test_text_that_is_deleted_in_no_deletion_is_told() -> None:
    found = document(p(r("a"), "<w:r><w:delText>Zeil</w:delText></w:r>"))

    assert notation(found.blocks) == "p:a"
    assert [f.code for f in found.findings] == ["BCP125"]


def test_styles_that_are_referred_to_and_in_no_part_are_told() -> None:
    found = document(p(r("Kop"), props='<w:pStyle w:val="H"/>'))

    assert [f.code for f in found.findings] == ["BCP128"]

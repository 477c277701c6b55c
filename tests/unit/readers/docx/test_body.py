"""What of a Word document is content, what is not, and how lists and tables come out."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.core.errors import DocumentError
from pipeline.document.model import Heading, ListItem, PageEnd, Paragraph, Table
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers import read
from tests.unit.readers.docx.words import W, document, furniture, p, r, shown, table, word_file

WHO = 'w:id="1" w:author="A"'


def test_insertions_are_content_and_deletions_are_not() -> None:
    body = p(
        r("Leidt "),
        f"<w:ins {WHO}>{r('zelf ')}</w:ins>",
        f"<w:del {WHO}><w:r><w:delText>niet </w:delText></w:r></w:del>",
        r("de ploeg"),
    )

    assert shown(body) == ["Leidt zelf de ploeg"]
    assert [f.code for f in document(body).findings] == ["BCP122"]


def test_moved_text_is_read_where_it_stands_now() -> None:
    body = p(f"<w:moveFrom {WHO}>{r('Eerst.')}</w:moveFrom>") + p(
        f"<w:moveTo {WHO}>{r('Eerst.')}</w:moveTo>"
    )

    assert shown(body) == ["Eerst."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p(r("Een "), props=f"<w:rPr><w:del {WHO}/></w:rPr>") + p(r("geheel"))

    assert shown(body) == ["Een geheel"]


def test_a_deleted_row_is_gone() -> None:
    rows = (
        f"<w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{p(r('weg'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p(r('hier'))}</w:tc></w:tr>"
    )

    assert shown(f"<w:tbl>{rows}</w:tbl>") == ["hier"]


@pytest.mark.parametrize(
    "body",
    [
        f"<w:sdt><w:sdtContent>{p(r('Tekst'))}</w:sdtContent></w:sdt>",
        p(f"<w:sdt><w:sdtContent>{r('Tekst')}</w:sdtContent></w:sdt>"),
        p(f"<w:hyperlink>{r('Tekst')}</w:hyperlink>"),
        p(f"<w:smartTag>{r('Tekst')}</w:smartTag>"),
        p(f"<w:customXml>{r('Tekst')}</w:customXml>"),
        p(f'<w:fldSimple w:instr="DATE">{r("Tekst")}</w:fldSimple>'),
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>"
        f"{p(r('Tekst'))}</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
    ],
)
def test_wrappers_stand_for_what_they_hold(body: str) -> None:
    assert shown(body) == ["Tekst"]


def test_of_a_field_the_result_is_shown() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert shown(p(r("Zie bladzijde "), field)) == ["Zie bladzijde 12"]


def test_hidden_text_is_reported_and_no_content() -> None:
    body = p(r("Zichtbaar"), r("geheim", "<w:vanish/>"))

    assert shown(body) == ["Zichtbaar"]
    assert furniture(body) == {"hidden text": "geheim"}
    assert [f.code for f in document(body).findings] == ["BCP145"]


def test_breaks_tabs_and_hyphens() -> None:
    body = p(
        r("Na"), "<w:r><w:noBreakHyphen/></w:r>", r("scholing"), "<w:r><w:tab/></w:r>", r("volgt"),
        "<w:r><w:br/></w:r>", r("werk"), "<w:r><w:softHyphen/></w:r>", r("plek"),
    )  # fmt: skip

    assert shown(body) == ["Na-scholing volgt", "werkplek"]


def test_a_page_break_ends_the_page() -> None:
    blocks = document(p(r("Een"), '<w:r><w:br w:type="page"/></w:r>', r("Twee"))).blocks

    assert [type(block) for block in blocks] == [Paragraph, PageEnd, Paragraph]


def test_a_symbol_is_its_sign() -> None:
    body = p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', r(" 20 graden"))

    assert shown(body) == ["≥ 20 graden"]


def test_a_text_box_is_a_stamp_and_read_once() -> None:
    box = f"<w:txbxContent>{p(r('CONCEPT'))}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = p(
        r("Tekst"),
        f"<w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )

    assert shown(body) == ["Tekst"]
    assert furniture(body) == {"text box": "CONCEPT"}


def test_headers_footers_notes_and_comments_are_furniture() -> None:
    note = f'<w:footnote w:id="2">{p(r("Bron onbekend."))}</w:footnote>'
    comment = f'<w:comment w:id="1">{p(r("Nakijken"))}</w:comment>'

    found = furniture(p(r("Tekst")), footnotes=note, comments=comment)

    assert found == {"notes": "Bron onbekend.", "comments": "Nakijken"}


def test_merged_cells_stand_where_they_begin() -> None:
    down = "<w:tcPr><w:vMerge{}/></w:tcPr>"
    body = table(
        ['<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p(r("Kop"))],
        [down.format(' w:val="restart"') + p(r("Label")), p(r("een"))],
        [down.format("") + p(), p(r("twee"))],
    )

    (grid,) = document(body).blocks

    assert isinstance(grid, Table)
    spans = [[(c.colspan, c.rowspan) for c in row.cells] for row in grid.rows]
    assert spans == [[(2, 1)], [(1, 2), (1, 1)], [(1, 1)]]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def numbered(text: str, number: int, level: int = 0, props: str = "") -> str:
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(r(text, props), props=mark)


def test_lists_count_by_level_and_restart() -> None:
    body = "".join(
        numbered(text, number, level)
        for text, number, level in (
            ("een", 1, 0), ("twee", 1, 0), ("a", 1, 1), ("drie", 1, 0), ("opnieuw", 3, 0),
            ("punt", 2, 0),
        )
    )  # fmt: skip

    items = [b for b in document(body, numbering=NUMBERING).blocks if isinstance(b, ListItem)]

    assert [(i.text.chars, i.ordered, i.number, i.level) for i in items] == [
        ("een", True, 1, 1), ("twee", True, 2, 1), ("a", True, None, 2), ("drie", True, 3, 1),
        ("opnieuw", True, 1, 1), ("punt", False, None, 1),
    ]  # fmt: skip


def test_the_number_of_a_numbered_heading_is_printed_with_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p(r("Algemeen"), props='<w:pStyle w:val="Kop1"/>')

    (heading,) = document(body, numbering=NUMBERING, styles=styles).blocks

    assert isinstance(heading, Heading)
    assert (heading.level, heading.text.chars) == (1, "1. Algemeen")


def test_number_zero_switches_a_list_off() -> None:
    assert isinstance(document(numbered("Tekst", 0), numbering=NUMBERING).blocks[0], Paragraph)


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Vet"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Ook"><w:rPr><w:b/><w:i/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "run", "style"),
    [
        ("", "<w:b/>", BOLD),
        ("", "<w:i/>", ITALIC),
        ("Vet", "", BOLD),
        ("Vet", '<w:b w:val="0"/>', 0),
        ("Vet", '<w:rStyle w:val="Ook"/>', ITALIC),
        ("", '<w:rStyle w:val="Ook"/>', BOLD | ITALIC),
    ],
)
def test_emphasis_comes_from_run_and_styles_and_toggles(
    paragraph: str, run: str, style: int
) -> None:
    props = f'<w:pStyle w:val="{paragraph}"/>' if paragraph else ""

    (block,) = document(p(r("Tekst", run), props=props), styles=STYLES).blocks

    assert isinstance(block, Paragraph)
    assert set(block.text.styles) == {style}


def test_a_table_of_contents_is_furniture() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
    body = p(r("1. Algemeen 2"), props='<w:pStyle w:val="Inhopg1"/>')

    assert furniture(body, styles=styles) == {"table of contents": "1. Algemeen 2"}


def test_text_in_an_unknown_element_is_reported() -> None:
    body = p(r("Tekst"), f"<w:nieuw>{r('meer')}</w:nieuw>")

    found = document(body)

    assert [f.code for f in found.findings] == ["BCP125"]
    assert found.markup == {"unknown elements": 4}


def test_strict_documents_are_read() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'

    found = read(word_file(p(r("Tekst")), namespaces=strict))

    assert [b.text.chars for b in found.blocks if isinstance(b, Paragraph)] == ["Tekst"]


def test_a_value_has_the_path_of_its_paragraph() -> None:
    found = document(p(r("Een")) + table([p(r("Twee"))]))
    (grid,) = (b for b in found.blocks if isinstance(b, Table))
    (block,) = grid.rows[0].cells[0].blocks
    assert isinstance(block, Paragraph)

    (place,) = found.locator.places(block.text.origins)

    assert (place.part, place.path) == (
        "word/document.xml",
        "/w:document/w:body/w:tbl/w:tr/w:tc/w:p",
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (word_file(p(r("x")), root="workbook"), "no Word document"),
        (word_file("<w:p>"), "no well-formed XML"),
        (word_file(p(r("x")))[:-60], "cannot be opened"),
    ],
)
def test_a_damaged_file_is_refused_with_its_reason(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as refusal:
        read(data)

    assert refusal.value.code == "BCP120"


def test_a_document_type_declaration_is_refused() -> None:
    main = f"<!DOCTYPE d [<!ENTITY a 'b'>]><w:document {W}><w:body><w:p/></w:body></w:document>"

    with pytest.raises(DocumentError, match="declares a document type"):
        read(_packed_anew(word_file(""), main))


def test_what_unpacks_to_far_too_much_is_refused() -> None:
    main = f"<w:document {W}><w:body>{p(r('a' * 12_000_000))}</w:body></w:document>"

    with pytest.raises(DocumentError, match="unpack to") as refusal:
        read(_packed_anew(word_file(""), main))

    assert refusal.value.code == "BCP121"


def _packed_anew(data: bytes, main: str) -> bytes:
    """The package, compressed, with another main part."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, main if name == "word/document.xml" else old.read(name))
    return stream.getvalue()


@pytest.mark.parametrize("written", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_text_is_reported_and_no_content(written: str) -> None:
    body = p(r("Zij kopen "), r("soms ", written), r("zelf in"))

    assert shown(body) == ["Zij kopen zelf in"]
    assert furniture(body) == {"struck-through text": "soms"}
    assert [f.code for f in document(body).findings] == ["BCP145"]


def test_text_that_is_struck_no_more_is_text() -> None:
    assert shown(p(r("Zij "), r("kopen", '<w:strike w:val="0"/><w:dstrike w:val="0"/>'))) == [
        "Zij kopen"
    ]


def test_the_typed_marks_of_notes_and_the_notes_are_no_content() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = p(r("een logboek"), r("1", raised), r(" van 3 m"), r("2", raised))
    body += p(r("1", raised), r(" Dat van de werf."))

    assert shown(body) == ["een logboek van 3 m2"]
    assert furniture(body) == {"note marks": "1", "notes": "1 Dat van de werf."}

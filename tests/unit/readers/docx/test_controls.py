"""Content controls around text, cells and rows, filled in or not; and the drop cap of a text."""

from __future__ import annotations

import pytest

from pipeline.document.model import Document
from tests.unit.readers.docx.test_numbering import style
from tests.unit.readers.docx.words import document, p, r, table
from tests.unit.readers.notation import shown as notation

EMPTY = "<w:showingPlcHdr/>"
PLACEHOLDER = style("P", "Placeholder Text").replace('"paragraph"', '"character"')


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(text: str) -> str:
    """A cell."""
    return f"<w:tc>{p(r(text))}</w:tc>"


def codes(found: Document) -> list[str]:
    """The codes of what was told."""
    return [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    "rows",
    [
        f"<w:tr>{cell('Naam')}{control(cell('Vul in'), EMPTY)}</w:tr>",
        control(f"<w:tr>{cell('Naam')}{control(cell('Vul in'), EMPTY)}</w:tr>"),
    ],
)
def test_a_cell_that_was_not_filled_in_has_no_text(rows: str) -> None:
    found = document(f"<w:tbl>{rows}</w:tbl>" + p(r("Eind")))

    assert notation(found.blocks) == "{p:Naam | }; (placeholder text: Vul in); p:Eind"
    assert codes(found) == ["BCP127"]


def test_a_row_that_was_not_filled_in_has_no_text() -> None:
    row = control(f"<w:tr>{cell('Naam')}{cell('Kok')}</w:tr>", EMPTY)
    found = document(f"<w:tbl>{row}<w:tr>{cell('Datum')}{cell('mei')}</w:tr></w:tbl>")

    assert notation(found.blocks) == (
        "{ |  // p:Datum | p:mei}; (placeholder text: Naam); (placeholder text: Kok)"
    )


def test_text_in_the_style_of_placeholders_is_one_inside_a_control_only() -> None:
    typed = r("Vul in", '<w:rStyle w:val="P"/>')

    inside = document(p(r("Naam: "), control(typed)), styles=PLACEHOLDER)
    outside = document(p(r("Naam: "), typed), styles=PLACEHOLDER)

    assert notation(inside.blocks) == "p:Naam:; (placeholder text: Vul in)"
    assert (codes(inside), codes(outside)) == (["BCP127"], [])
    assert notation(outside.blocks) == "p:Naam: Vul in"


def test_a_cell_in_a_control_that_was_filled_in_is_read() -> None:
    body = f"<w:tbl><w:tr>{cell('Naam')}{control(cell('Kok'))}</w:tr></w:tbl>"

    assert notation(document(body).blocks) == "{p:Naam | p:Kok}"


@pytest.mark.parametrize("place", ["drop", "margin"])
def test_a_drop_cap_begins_the_text_below_it(place: str) -> None:
    cap = p(r("H"), props=f'<w:framePr w:dropCap="{place}" w:lines="3"/>')

    assert notation(document(cap + p(r("avenmeesters zien toe."))).blocks) == (
        "p:Havenmeesters zien toe."
    )
    assert notation(document(table([cap + p(r("ij vaart.")), p(r("b"))])).blocks) == (
        "{p:Hij vaart. | p:b}"
    )


def test_other_frames_are_paragraphs() -> None:
    framed = p(r("Kader"), props='<w:framePr w:dropCap="none" w:w="900"/>')

    assert notation(document(framed + p(r("tekst"))).blocks) == "p:Kader; p:tekst"

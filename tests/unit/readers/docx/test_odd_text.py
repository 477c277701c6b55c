"""Text in other elements than Word's own, between elements, and around comments of the XML."""

from __future__ import annotations

import pytest

from pipeline.document.model import Document
from tests.unit.readers.docx.words import document, p, r
from tests.unit.readers.notation import shown as notation

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def codes(found: Document) -> list[str]:
    """The codes of what was told."""
    return [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    "inner",
    ["Hijst <!-- nog nakijken -->het zeil", "Hijst <?x y?>het zeil", "Hijst <![CDATA[het]]> zeil"],
)
def test_a_text_is_one_whatever_stands_inside_it(inner: str) -> None:
    found = document(p(f"<w:r><w:t>{inner}</w:t></w:r>"))

    assert notation(found.blocks) == "p:Hijst het zeil"
    assert not found.findings


def test_an_element_inside_a_text_does_not_end_it() -> None:
    found = document(p("<w:r><w:t>Hijst <w:proofErr/>het zeil</w:t></w:r>"))

    assert notation(found.blocks) == "p:Hijst het zeil"


def test_the_text_of_drawings_is_text_where_it_stands_in_a_run() -> None:
    found = document(p(f"<w:r><a:t {A}>Hijst het zeil</a:t></w:r>"))

    assert notation(found.blocks) == "p:Hijst het zeil"
    assert not found.findings


@pytest.mark.parametrize(
    "odd",
    [
        p("<w:r>los</w:r>"),
        p("<w:r><w:br/>los</w:r>"),
        p(r("tekst"), "los"),
        p('<w:r><x:t xmlns:x="urn:x">los</x:t></w:r>'),
        f"{p(r('tekst'))}los",
    ],
)
def test_characters_in_no_text_are_left_out_and_told(odd: str) -> None:
    found = document(p(r("Voor")) + odd)

    assert codes(found) == ["BCP125"]
    assert found.markup == {"unknown elements": len("los")}


def test_what_is_data_is_no_text() -> None:
    data = '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>AAAA</w:fldData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    offset = '<w:r><w:drawing><x:posOffset xmlns:x="urn:x">120</x:posOffset></w:drawing></w:r>'
    found = document(p(data, end, offset, r("tekst")))

    assert notation(found.blocks) == "p:tekst"
    assert found.source_chars == len("tekst")

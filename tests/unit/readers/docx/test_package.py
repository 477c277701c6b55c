"""What a package and its parts may hold: refused, salvaged with a warning, or read as it is."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from pipeline.core.errors import DocumentError
from pipeline.document.model import Paragraph
from pipeline.readers import read
from pipeline.readers.docx import package
from tests.unit.readers.docx.words import W, document, word_file

FORBIDDEN = [
    "\x01",
    "\x00",
    "\x0b",
    "\ufffe",
    "&#1;",
    "&#x0;",
    "&#xD800;",
    "&#xFFFF;",
    "&#1114112;",
]
ALLOWED = ["&#233;", "&#x20AC;", "&amp;", "\t", "é", "&#x1F600;"]


def paragraph(text: str) -> str:
    """A paragraph as Word writes it."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with other bytes for one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for known in old.namelist():
            new.writestr(known, content if known == name else old.read(known))
    return out.getvalue()


def refusal(data: bytes) -> DocumentError:
    """Why a file is refused."""
    with pytest.raises(DocumentError) as found:
        read(data)
    return found.value


@pytest.mark.parametrize("character", FORBIDDEN)
def test_a_character_that_xml_forbids_becomes_a_blank_and_is_told(character: str) -> None:
    found = document(paragraph(f"een{character}twee") + paragraph("drie"))

    assert [b.text.chars for b in found.blocks if isinstance(b, Paragraph)] == ["een twee", "drie"]
    (finding,) = found.findings
    assert (finding.code, str(finding.place)) == ("BCP105", "word/document.xml")
    assert finding.message == "1 characters that XML forbids were replaced by blanks"


@pytest.mark.parametrize("character", ALLOWED)
def test_other_characters_are_read_as_they_are(character: str) -> None:
    assert document(paragraph(f"a{character}b")).findings == ()


def test_a_part_in_utf_16_is_salvaged_too() -> None:
    xml = (
        f'<?xml version="1.0" encoding="UTF-16"?><w:document {W}><w:body>'
        f"{paragraph('café&#2;terras')}</w:body></w:document>"
    )
    data = with_part(word_file(""), "word/document.xml", xml.encode("utf-16"))

    assert [b.text.chars for b in read(data).blocks if isinstance(b, Paragraph)] == ["café terras"]


def test_a_style_sheet_with_such_a_character_is_told_by_its_name() -> None:
    found = document(paragraph("x"), styles='<w:style w:styleId="a&#7;"/>')

    assert [str(finding.place) for finding in found.findings] == ["word/styles.xml"]


@pytest.mark.parametrize(
    "content",
    [
        b"<w:document", b"", b"<a>&#1;</b>", b"<a>caf\xe9 &#1;</a>",
        f"<w:document {W}><w:body>&onbekend;</w:body></w:document>".encode(),
    ],
)  # fmt: skip
def test_any_other_fault_of_the_xml_is_refused(content: bytes) -> None:
    error = refusal(with_part(word_file(""), "word/document.xml", content))

    assert error.code == "BCP120"
    assert "word/document.xml is no well-formed XML" in error.message


def test_a_document_type_behind_a_forbidden_character_is_refused() -> None:
    content = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}>&#1;&a;</w:document>'.encode()

    assert (
        "declares a document type"
        in refusal(with_part(word_file(""), "word/document.xml", content)).message
    )


def test_more_parts_than_a_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word_file(paragraph("x"))
    monkeypatch.setattr(package, "MAX_ENTRIES", 4)
    assert read(data).blocks

    monkeypatch.setattr(package, "MAX_ENTRIES", 3)
    error = refusal(data)

    assert (error.code, error.message) == ("BCP121", "its package has 4 parts")


def test_parts_that_lie_over_each_other_are_refused() -> None:
    data = word_file(paragraph("Attitude " * 100))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    # The second entry of the directory points to the first part.
    damaged = data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]

    error = refusal(damaged)

    assert error.code == "BCP121"
    assert "lie over each other" in error.message


def test_a_part_that_stands_twice_is_refused() -> None:
    stream = io.BytesIO(word_file(paragraph("een")))
    with pytest.warns(UserWarning), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", b"<x/>")

    assert "more than once" in refusal(stream.getvalue()).message

"""A relation whose target is missing costs what that part holds, not the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from typing import Any

import docx
import pytest

from pipeline.core.errors import DocumentError
from pipeline.document.model import Document, Furniture, Paragraph
from pipeline.readers import read
from tests.suites import few

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_MICROSOFT = "http://schemas.microsoft.com/office/2007/relationships/"
_TOP, _MAIN = "_rels/.rels", "word/_rels/document.xml.rels"
_NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"</Relationships>"
)
_HEADER = "word/_rels/header1.xml.rels"


@cache
def generated() -> bytes:
    """What python-docx writes, with a header."""
    document = docx.Document()
    document.add_paragraph("Naam BCP: Havenmeester")
    document.sections[0].header.paragraphs[0].text = "Kopregel"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def without(*names: str) -> bytes:
    """The generated file without some of its parts."""
    parts = parts_of(generated())
    for name in names:
        del parts[name]
    return packed(parts)


def related(
    where: str, type_: str, target: str, mode: str = "", identifier: str = "rId99"
) -> bytes:
    """The generated file with one relation more."""
    parts = parts_of(generated())
    mode = f' TargetMode="{mode}"' if mode else ""
    more = f'<Relationship Id="{identifier}" Type="{type_}" Target="{target}"{mode}/>'
    listed = parts.get(where, _NO_RELATIONS).decode()
    parts[where] = listed.replace("</Relationships>", f"{more}</Relationships>").encode()
    return packed(parts)


def with_target(old: str, new: str, where: str = _MAIN) -> bytes:
    """The generated file with a target written otherwise."""
    parts = parts_of(generated())
    assert f'Target="{old}"'.encode() in parts[where]
    parts[where] = parts[where].replace(f'Target="{old}"'.encode(), f'Target="{new}"'.encode())
    return packed(parts)


def body(document: Document) -> list[str]:
    """The texts of the body."""
    return [block.text.chars for block in document.blocks if isinstance(block, Paragraph)]


def headers(document: Document) -> list[str]:
    """The texts of running headers."""
    return [
        block.text.chars
        for block in document.blocks
        if isinstance(block, Furniture) and block.kind == "running headers"
    ]


_WITHOUT_TEXT = (
    f"{_PACKAGE}thumbnail", f"{_PACKAGE}core-properties", f"{_OFFICE}extended-properties",
    f"{_OFFICE}custom-properties", f"{_OFFICE}image", f"{_STRICT}image", f"{_OFFICE}theme",
    f"{_OFFICE}settings", f"{_OFFICE}fontTable", f"{_OFFICE}printerSettings",
    f"{_OFFICE}customXml", f"{_OFFICE}hyperlink", f"{_OFFICE}webSettings",
    f"{_MICROSOFT}stylesWithEffects", f"{_OFFICE}attachedTemplate", "",
)  # fmt: skip
_NOWHERE = (
    "media/image9.png", "NULL", "#bladwijzer", "", " ", "/", "..", "../../../etc/hosts"
)  # fmt: skip


def combined(*choices: tuple[str, ...], fast: int) -> list[Any]:
    """All combinations as parameters, of which so many are fast; every choice is among these."""
    cases = few((pytest.param(*chosen) for chosen in product(*choices)), fast)
    chosen = zip(*(case.values for case in cases if not case.marks), strict=True)
    assert [set(values) for values in chosen] == [set(values) for values in choices]
    return cases


@pytest.mark.parametrize(
    ("where", "type_", "target"),
    combined((_TOP, _MAIN, _HEADER), _WITHOUT_TEXT, _NOWHERE, fast=55),
)
def test_a_missing_part_without_text_costs_nothing(where: str, type_: str, target: str) -> None:
    found = read(related(where, type_, target))

    assert (body(found), headers(found)) == (["Naam BCP: Havenmeester"], ["Kopregel"])
    assert found.findings == ()


@pytest.mark.parametrize(
    "names",
    [
        ("docProps/core.xml",), ("docProps/app.xml",), ("docProps/thumbnail.jpeg",),
        ("word/theme/theme1.xml", "word/settings.xml", "word/fontTable.xml"),
        ("customXml/item1.xml", "customXml/_rels/item1.xml.rels"),
    ],
)  # fmt: skip
def test_parts_that_python_docx_writes_may_be_missing(names: tuple[str, ...]) -> None:
    found = read(without(*names))

    assert (body(found), found.findings) == (["Naam BCP: Havenmeester"], ())


_WITH_TEXT_OR_FORM = (
    "header", "footer", "footnotes", "endnotes", "comments", "styles", "numbering", "aFChunk",
    "subDocument", "package", "oleObject",
)  # fmt: skip
_NO_PART = ("ontbreekt.xml", "NULL", "#x", "", "file:///c:/x.xml")


@pytest.mark.parametrize(
    ("where", "office", "kind", "target"),
    combined((_MAIN, _HEADER), (_OFFICE, _STRICT), _WITH_TEXT_OR_FORM, _NO_PART, fast=53),
)
def test_a_missing_part_that_may_hold_text_or_its_form_is_told(
    where: str, office: str, kind: str, target: str
) -> None:
    found = read(related(where, f"{office}{kind}", target))

    assert body(found) == ["Naam BCP: Havenmeester"]
    (finding,) = found.findings
    source = where.replace("_rels/", "").removesuffix(".rels")
    assert (finding.code, str(finding.place)) == ("BCP128", source)
    assert f"the {kind} {target!r} is not in the file" in finding.message


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("word/header1.xml", "its text, if it has any, is missing"),
        ("word/styles.xml", "headings, lists and emphasis"),
        ("word/numbering.xml", "numbers and bullets"),
    ],
)
def test_the_message_says_what_is_lost(name: str, lost: str) -> None:
    found = read(without(name))

    assert body(found) == ["Naam BCP: Havenmeester"]
    assert [lost in finding.message for finding in found.findings] == [True]


def test_a_header_that_the_body_refers_to_by_no_relation_is_told() -> None:
    found = read(without(_MAIN))

    assert body(found) == ["Naam BCP: Havenmeester"]
    (finding,) = found.findings
    assert (finding.code, finding.message[:26]) == ("BCP128", "the header of the relation")


@pytest.mark.parametrize("mode", ["External", "external", " EXTERNAL "])
def test_what_lies_outside_is_no_part_of_the_file(mode: str) -> None:
    elsewhere = read(related(_MAIN, f"{_OFFICE}subDocument", "deel2.docx", mode))
    header = read(related(_MAIN, f"{_OFFICE}header", "header1.xml", mode))

    assert elsewhere.findings == ()
    # A program that makes this shows no header; it is told, as one that is missing.
    assert [finding.code for finding in header.findings] == ["BCP128"]


@pytest.mark.parametrize(
    "target",
    [
        "/word/header1.xml", "./header1.xml", "../word/header1.xml", ".\\header1.xml",
        "\\word\\header1.xml", "Header1.xml", "/WORD/header1.XML", "header%31.xml",
        " header1.xml ", "header1.xml#boven", "//word//header1.xml",
    ],
)  # fmt: skip
def test_a_target_may_be_written_in_many_ways(target: str) -> None:
    found = read(with_target("header1.xml", target))

    assert (headers(found), found.findings) == (["Kopregel"], ())


@pytest.mark.parametrize(
    "target",
    ["/word/document.xml", "WORD/Document.xml", "word\\document.xml", "./word/document.xml"],
)
def test_so_may_that_of_the_main_part(target: str) -> None:
    assert body(read(with_target("word/document.xml", target, _TOP))) == ["Naam BCP: Havenmeester"]


@pytest.mark.parametrize(
    "spelt",
    [
        lambda name: name.replace("/", "\\"),
        lambda name: name.upper(),
        lambda name: f"/{name}",
        lambda name: name.replace("header", "%68eader"),
    ],
)  # fmt: skip
def test_parts_may_be_named_in_many_ways(spelt: Callable[[str], str]) -> None:
    found = read(packed({spelt(name): content for name, content in parts_of(generated()).items()}))

    assert (body(found), headers(found)) == (["Naam BCP: Havenmeester"], ["Kopregel"])
    assert found.findings == ()


def test_names_in_other_letters_are_found_by_their_percent_signs() -> None:
    parts = parts_of(with_target("header1.xml", "kop%C3%A9.xml"))
    parts["word/kopé.xml"] = parts.pop("word/header1.xml")

    assert headers(read(packed(parts))) == ["Kopregel"]


def test_a_part_that_is_referred_to_twice_is_read_once() -> None:
    again = related(_MAIN, f"{_OFFICE}header", "/word/header1.xml")
    same = related(_MAIN, f"{_OFFICE}header", "header1.xml", identifier="rId1")
    as_footer = related(_MAIN, f"{_OFFICE}footer", "header1.xml")

    for data in (again, same, as_footer):
        assert (headers(read(data)), read(data).findings) == (["Kopregel"], ())


def test_two_relations_of_one_id_are_both_followed() -> None:
    parts = parts_of(related(_MAIN, f"{_OFFICE}footer", "footer9.xml", identifier="rId1"))
    parts["word/footer9.xml"] = parts["word/header1.xml"].replace(b"Kopregel", b"Voetregel")

    found = read(packed(parts))

    texts = {block.text.chars for block in found.blocks if isinstance(block, Furniture)}
    assert texts == {"Kopregel", "Voetregel"}


def test_a_part_that_refers_to_itself_is_read_once() -> None:
    found = read(related(_MAIN, f"{_OFFICE}header", "document.xml"))

    assert (body(found), found.findings) == (["Naam BCP: Havenmeester"], ())


def test_a_damaged_part_that_holds_no_text_is_not_looked_at() -> None:
    parts = parts_of(generated())
    data = bytearray(packed(parts))
    at = data.index(parts["word/theme/theme1.xml"])
    data[at + 500 : at + 510] = b"##########"

    assert body(read(bytes(data))) == ["Naam BCP: Havenmeester"]


def test_a_damaged_part_that_holds_text_is_refused() -> None:
    parts = parts_of(generated())
    data = bytearray(packed(parts))
    at = data.index(parts["word/header1.xml"])
    data[at + 500 : at + 510] = b"##########"

    with pytest.raises(DocumentError, match="cannot be read") as refusal:
        read(bytes(data))
    assert refusal.value.code == "BCP120"


@pytest.mark.parametrize(
    "target", ["word/ontbreekt.xml", "NULL", "#x", "", "file:///word/document.xml", "docProps"]
)
def test_without_its_main_part_a_file_is_refused(target: str) -> None:
    with pytest.raises(DocumentError, match="names no main document") as refusal:
        read(with_target("word/document.xml", target, _TOP))
    assert refusal.value.code == "BCP120"


def test_a_file_that_lacks_its_main_part_or_all_relations_is_refused() -> None:
    for data in (without("word/document.xml"), without(_TOP)):
        with pytest.raises(DocumentError, match="names no main document"):
            read(data)


def test_a_second_main_relation_stands_in_for_one_that_leads_nowhere() -> None:
    parts = parts_of(generated())
    nowhere = f'<Relationship Id="rId0" Type="{_OFFICE}officeDocument" Target="NULL"/>'.encode()
    parts[_TOP] = parts[_TOP].replace(b"<Relationship ", nowhere + b"<Relationship ", 1)

    assert body(read(packed(parts))) == ["Naam BCP: Havenmeester"]

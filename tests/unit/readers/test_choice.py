"""The choice of a reader by content, and what is refused with its remedy."""

from __future__ import annotations

import codecs

import pytest

from pipeline.core.catalogue import CATALOGUE
from pipeline.core.errors import DocumentError
from pipeline.readers import READERS, read


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("<!DOCTYPE html>\n<title>x</title><p>Naam", "html"),
        ("<html><body>Naam\tdatum</body></html>", "html"),
        ("<table><tr><td>Naam</td></tr></table>", "html"),
        ("<p>Naam</p>\n<p>Datum</p>", "html"),
        ("<h2>Algemeen</h2><dl><dt>Naam<dd>Kok</dl>", "html"),
        ("# Profiel\n\nTekst", "markdown"),
        ("| Naam | Kok |\n|---|---|\n| Datum | 2026 |", "markdown"),
        ("# Profiel\n\n<table><tr><td>Naam</td></tr></table>", "markdown"),
        ("Profiel\n=======\n\n**Naam:** Kok\n\n**Datum:** 2026", "markdown"),
        ("Profiel\n=======\n\n** let op **\n\nNaam: Kok", "tabbed text"),
        ("**Naam:**\tKok\n**Datum:**\t2026", "tabbed text"),
        ("Naam:\tKok\nDatum:\t2026", "tabbed text"),
        ("Naam:\t<p>Een</p><p>Twee</p>\nDatum:\t2026", "tabbed text"),
        ("Naam:\tKok\n\n# 1 van de 3", "tabbed text"),
        ("Gewone tekst zonder vorm", "tabbed text"),
    ],
)
def test_the_reader_is_chosen_by_content(text: str, reader: str) -> None:
    assert read(text.encode()).reader == reader


@pytest.mark.parametrize(
    "source",
    [
        "<table>\n\t<tr>\n\t\t<td>Naam</td>\n\t\t<td>Kok</td>\n\t</tr>\n</table>\n",
        "<h1>BCP Kok</h1><table><tr><td>Naam</td>\t<td>Kok</td></tr></table>",
        "<ul>\n\t<li>Een</li>\n\t<li>Twee</li>\n</ul><p>Drie</p>",
    ],
)
def test_a_fragment_of_html_with_tabs_between_its_tags_is_html(source: str) -> None:
    assert read(source.encode()).reader == "html"


@pytest.mark.parametrize(
    "text",
    ["<p>a</p><p>b</p>", "# a\n", "a\tb", "|a|b|\n|-|-|", "a", "<html># a\n\tb", "<br>", "#\ta"],
)
def test_exactly_one_reader_claims_a_text(text: str) -> None:
    assert sum(reader.claims(text) for reader in READERS) == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "a ZIP container without a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc), or one with a password"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
    ],
)
def test_a_known_binary_form_is_refused_by_its_name_with_what_to_do(data: bytes, kind: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        read(data)

    assert refusal.value.code == "BCP102"
    assert refusal.value.message.startswith(f"the file is {kind}")
    assert "Save the profile as PDF, DOCX, HTML, text or Markdown" in CATALOGUE["BCP102"].remedy


@pytest.mark.parametrize(
    "data", [bytes(range(1, 32)) * 8, b"\x01\x02\x03tekst", b"GIF89a\x01\x00\x01\x00\x00\x02"]
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError) as refusal:
        read(data)

    assert refusal.value.code in ("BCP102", "BCP103")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(DocumentError, match="holds no text") as refusal:
        read(b"\n\n")

    assert refusal.value.code == "BCP101"


def test_absurd_nesting_is_refused_with_its_line() -> None:
    with pytest.raises(DocumentError, match="nest deeper than 256 at line 2") as refusal:
        read(b"<html>\n" + b"<div>" * 300)

    assert refusal.value.code == "BCP108"
    assert refusal.value.line == 2


def test_absurd_nesting_in_a_cell_is_refused_with_the_line_of_the_file() -> None:
    with pytest.raises(DocumentError) as refusal:
        read(b"Naam:\tKok\nSoort:\tgoed\nTekst:\t" + b"<span>" * 300)

    assert refusal.value.line == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252"])
def test_the_reader_does_not_depend_on_the_encoding(encoding: str) -> None:
    document = read("<html><body><p>Coördinator café".encode(encoding))

    assert document.reader == "html"
    assert [str(block.text) for block in document.blocks if hasattr(block, "text")] == [
        "Coördinator café"
    ]


def test_findings_about_the_encoding_reach_the_document() -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>café</p></body></html>'

    assert [f.code for f in read(page.encode("cp1252")).findings] == ["BCP104"]
    assert read(codecs.BOM_UTF8 + page.encode()).findings == ()


@pytest.mark.parametrize(
    "source", ['{"name": "Kok"}', '[{"a": 1}]', "<?xml version='1.0'?><profile/>"]
)
def test_a_data_file_is_refused_with_the_command_that_checks_it(source: str) -> None:
    with pytest.raises(DocumentError, match="bcp validate") as caught:
        read(source.encode())
    assert caught.value.code == "BCP102"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_web_archive_is_refused_as_what_it_is(end: str) -> None:
    head = ["From: <Saved by Blink>", "MIME-Version: 1.0", "Content-Type: multipart/related;"]
    head += ['\ttype="text/html"', "", "Naam BCP\tKok"]

    with pytest.raises(DocumentError, match=r"web archive \(\.mht\)") as refusal:
        read(end.join(head).encode())
    assert refusal.value.code == "BCP102"


def test_a_text_that_begins_as_a_message_does_is_read() -> None:
    assert read(b"Naam:\tKok\nContent-Type: tekst\n").reader == "tabbed text"

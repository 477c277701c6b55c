"""Text where the format knows none: left out, as every program does, and told."""

from __future__ import annotations

import random

import pytest

from pipeline.core.errors import DocumentError
from pipeline.document.model import texts
from pipeline.readers import read
from pipeline.readers.docx.body import BodyReader
from tests.hostile.fuzz import with_another_structure
from tests.hostile.others import SAMPLE
from tests.unit.readers.docx.words import document, p, r, shown, table, word_file

BOX = "<w:txbxContent><w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl></w:txbxContent>"


@pytest.mark.parametrize(
    "odd",
    [
        f"<w:tbl>{p(r('los'))}</w:tbl>",
        f"<w:tbl><w:tr>{p(r('los'))}</w:tr></w:tbl>",
        f"<w:tbl><w:tc>{p(r('los'))}</w:tc></w:tbl>",
        f"<w:tr><w:tc>{p(r('los'))}</w:tc></w:tr>",
        p(p(r("los"))),
        r("los"),
        "<w:t>los</w:t>",
        "<w:p><w:pPr><w:r><w:t>los</w:t></w:r></w:pPr></w:p>",
        p("<w:bookmarkStart><w:r><w:t>los</w:t></w:r></w:bookmarkStart>"),
        p("<w:r><w:t>een<w:t>los</w:t></w:t></w:r>"),
        p("<w:r><w:br><w:t>los</w:t></w:br></w:r>"),
        p("<w:r><w:drawing><w:t>los</w:t></w:drawing></w:r>"),
        f"<w:sdt>{p(r('los'))}</w:sdt>",
        f"<w:sdt><w:sdtContent>{p(r('een'))}</w:sdtContent><w:sdtContent>{p(r('los'))}"
        "</w:sdtContent></w:sdt>",
        f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        f'2006">{p(r("los"))}</mc:AlternateContent>',
    ],
)
def test_text_where_none_may_stand_is_left_out_and_told(odd: str) -> None:
    found = document(p(r("twee")) + odd + p(r("drie")))

    assert sum(found.markup.values()) == 3
    assert [finding.code for finding in found.findings] == ["BCP125"]


def test_a_second_body_is_told() -> None:
    data = word_file(f"{p(r('een'))}</w:body><w:body>{p(r('twee'))}")

    assert [finding.code for finding in read(data).findings] == ["BCP125"]


def test_text_at_its_place_is_read_wherever_that_is() -> None:
    body = (
        p(r("een"), f"<w:ins>{r('twee')}</w:ins>", f"<w:hyperlink>{r('drie')}</w:hyperlink>")
        + table([f"<w:sdt><w:sdtContent>{p(r('vier'))}</w:sdtContent></w:sdt>"])
        + p(f"<w:r><w:pict>{BOX.format(p(r('vijf')))}</w:pict></w:r>")
    )

    assert shown(body) == ["eentweedrie", "vier", "vijf"]
    assert [finding.code for finding in document(body).findings] == ["BCP122"]


def test_what_the_reader_overlooks_at_its_place_stays_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(BodyReader, "_chars", lambda *_: None)
    found = read(word_file(p(r("een"))))

    assert (found.markup, found.findings) == ({}, ())
    assert found.source_chars == 3


@pytest.mark.parametrize("seed", range(25))
def test_a_file_of_another_structure_has_a_ledger_that_closes(seed: int) -> None:
    data = with_another_structure(SAMPLE.read_bytes(), random.Random(seed))
    try:
        found = read(data)
    except DocumentError as error:
        assert error.code == "BCP120"
        return

    content = {o for text in texts(found.blocks) for o in text.visible_origins()}
    assert found.source_chars - sum(found.markup.values()) == len(content)


def test_text_boxes_of_early_strict_files_are_read() -> None:
    early = 'xmlns:e="http://schemas.microsoft.com/office/word/2006/wordml"'
    box = f"<e:txbxContent {early}>{p(r('stempel'))}</e:txbxContent>"

    found = document(p(r("een"), f"<w:r><w:drawing>{box}</w:drawing></w:r>"))

    assert [finding.code for finding in found.findings] == ["BCP123"]

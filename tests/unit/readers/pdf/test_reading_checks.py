"""What the reader refuses, and what it says of a whole document or page."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.core.errors import DocumentError
from pipeline.document.model import Document, texts
from pipeline.readers.pdf.reader import read
from tests.hostile.pdfs import page, pdf
from tests.unit.readers.pdf.drawing import Draw, drawn, lines, together


def code_of(data: bytes) -> str:
    """The code of the refusal; empty for what is read."""
    try:
        read(data)
    except DocumentError as error:
        return error.code
    return ""


def typed(text: str) -> bytes:
    """A file with one line of text."""
    return pdf(page(b"BT /F1 6 Tf 20 700 Td (%s) Tj ET" % text.encode("latin-1")))


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


@pytest.mark.parametrize(
    ("signs", "code"), [("\001\001dijkwacht", ""), ("\001\001\001dijkwacht", "BCP147")]
)
def test_a_fifth_of_the_signs_may_lack_a_meaning(signs: str, code: str) -> None:
    assert code_of(typed(signs)) == code


def test_signs_without_a_meaning_are_told_with_their_page() -> None:
    (found,) = [f for f in read(typed("\001dijkwachter")).findings if f.code == "BCP148"]

    assert found.message.startswith("1 signs")
    assert found.place is not None and found.place.page == 1


def unseen(canvas: Canvas) -> None:
    """Text that is not painted."""
    canvas.drawString(50, 350, "Naam van het beroep", mode=3)


def picture(canvas: Canvas) -> None:
    """A picture over the page."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, "PNG")
    canvas.drawImage(ImageReader(stream), 0, 0, 400, 400)


def blank(canvas: Canvas) -> None:
    """A space alone."""
    canvas.drawString(50, 350, " ")


@pytest.mark.parametrize(
    ("pages", "revealed"),
    [
        ([together(picture, unseen)], True),
        ([unseen], False),
        ([together(picture, unseen, lines("Zichtbaar.", top=300))], False),
        ([together(picture, unseen), lines()], True),
        ([together(picture, unseen), unseen], False),
        ([together(picture, unseen), blank], False),
    ],
)
def test_text_over_a_scan_is_read_where_all_of_it_lies_unseen_over_pictures(
    pages: list[Draw], revealed: bool
) -> None:
    found = drawn(*pages)

    assert ("BCP150" in codes(found)) is revealed
    read_texts = [block.chars for block in texts(found.blocks)]
    assert "Naam van het beroep" in read_texts
    assert ("BCP145" in codes(found)) is not revealed


def test_a_page_with_a_picture_and_blanks_alone_is_told() -> None:
    body = lines("Zij werken in de stal en op het land.")

    assert codes(drawn(body, together(picture, blank))) == ["BCP158"]
    assert codes(drawn(body, together(picture, body))) == []


def damaged(count: int) -> list[str]:
    """What is told of a page that names so many streams which are not there."""
    objects = page()
    lacking = b" ".join(b"%d 0 R" % (90 + n) for n in range(count))
    objects[3] = objects[3].replace(b"/Contents 4 0 R", b"/Contents [4 0 R %s]" % lacking)
    return [f.message for f in read(pdf(objects)).findings if f.code == "BCP154"]


def test_damage_that_was_passed_over_is_told_once_and_counted() -> None:
    assert damaged(0) == []
    (one,), (two,), (three,) = (damaged(count) for count in (1, 2, 3))

    assert one.startswith("the engine met: ") and " more" not in one
    assert two.endswith(", and 1 more")
    assert three.endswith(", and 2 more")

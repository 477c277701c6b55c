"""What the reader refuses, and what it says of a whole document or page."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.core.errors import DocumentError
from pipeline.document.model import Document, texts
from pipeline.readers.pdf.reader import read, stages
from tests.hostile.pdfs import page, pdf
from tests.unit.readers.pdf.drawing import Draw, drawn, furniture, lines, together
from tests.unit.readers.pdf.tagging import At, Tag, tagged_pdf


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


def test_tags_are_read_unless_they_are_not_asked_for() -> None:
    rows = [
        Tag("TR", [Tag("TH", [At(50, y, label)]), Tag("TD", [At(150, y, value)])])
        for y, label, value in ((55, "Sector", "Haven en water"), (85, "Functie", "Sluiswachter"))
    ]
    data = tagged_pdf(Tag("Table", rows), drawing="40 300 300 60 re S 140 300 m 140 360 l S")

    assert read(data).structure == ("tags",)
    assert stages(data, without_tags=True).document.structure == ("rules",)


def test_what_was_dropped_is_counted_in_the_order_of_its_names() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (50.0, 50.4):
            canvas.drawString(x, 350, "Competenties")
        canvas.drawString(50, 300, "Zij is cafe")
        canvas.drawString(50 + canvas.stringWidth("Zij is caf"), 300, "\u00b4")

    assert list(drawn(draw).markup.items()) == [("combining marks", 1), ("double prints", 12)]


def test_what_form_fields_show_is_read_and_not_told_again() -> None:
    def fields(canvas: Canvas) -> None:
        for n, value in enumerate(("Stalhulp", "Boerderij")):
            canvas.acroForm.textfield(
                name=f"veld{n}", value=value, x=50, y=300 - 40 * n, width=100, height=20
            )

    found = drawn(together(lines("Zij werken in de stal."), fields))

    assert [text.chars for text in texts(found.blocks)][-2:] == ["Stalhulp", "Boerderij"]
    assert codes(found) == []


def test_hidden_text_is_kept_without_the_blanks_around_it() -> None:
    def unpainted(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "  geheim ", mode=3)

    assert furniture(together(lines("Zij werken in de stal."), unpainted)) == [
        ("invisible text", "geheim")
    ]

"""What a viewer shows above a page: fields are read where they show something, the rest is told."""

from __future__ import annotations

import io

import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.document.model import texts
from pipeline.readers import read
from pipeline.readers.pdf.second_engine import bare_text
from pipeline.readers.pdf.second_engine.annotations import Annotation, annotation_findings
from tests.hostile.pdfs import page
from tests.hostile.pdfs import pdf as hostile_pdf
from tests.unit.readers.pdf.drawing import Draw, lines, pdf, together

BODY = lines("Zij werken in de stal en op het land.")
ABOVE = ("BCP126", "BCP157", "BCP158")


def told(*pages: Draw) -> list[Diagnostic]:
    """What is told of texts above the pages, and of pages without any."""
    return [f for f in read(pdf(*pages)).findings if f.code in ABOVE]


def field(value: str) -> Draw:
    """A form field with a value."""

    def draw(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name="naam", value=value, x=50, y=300, width=100, height=20)

    return draw


def box(canvas: Canvas) -> None:
    """A box that was ticked."""
    canvas.acroForm.checkbox(name="ja", checked=True, x=50, y=300)


def put(text: str, flags: int = 4) -> Draw:
    """A text that was put on the page by a viewer."""

    def draw(canvas: Canvas) -> None:
        canvas.freeTextAnnotation(
            text, "/Helv 10 Tf", Rect=(50, 200, 150, 220), addtopage=1, F=flags
        )

    return draw


def link(canvas: Canvas) -> None:
    """A link on the page."""
    canvas.linkURL("https://voorbeeld.example", (50, 200, 150, 220), contents="voorbeeld")


def comment(canvas: Canvas) -> None:
    """A sticky note."""
    canvas.textAnnotation("Klopt dit?", Rect=(50, 100, 70, 120), addtopage=1)


def picture(canvas: Canvas) -> None:
    """A page that is one picture."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(stream, "PNG")
    canvas.drawImage(ImageReader(stream), 0, 0, 400, 400)


def test_a_filled_field_is_read_as_text_of_the_page() -> None:
    found = read(pdf(together(BODY, field("Stalhulp"))))

    assert [text.chars for text in texts(found.blocks)] == [
        "Zij werken in de stal en op het land.", "Stalhulp"
    ]  # fmt: skip
    assert found.findings == ()


def test_a_field_in_the_middle_of_a_sentence_is_no_difference_between_engines() -> None:
    page = together(lines("Zij werken", x=2, top=306), lines("in de stal", x=155, top=306))
    found = read(pdf(together(page, field("morgen"))))

    assert "morgen" in " ".join(text.chars for text in texts(found.blocks))
    assert found.findings == ()


def test_a_filled_field_that_shows_nothing_is_told_with_its_place() -> None:
    data = pdf(together(BODY, field("Stalhulp")))
    (found,) = read(data.replace(b"/AP ", b"/Ap ")).findings

    assert (found.code, found.message) == ("BCP157", "a form field says `Stalhulp`")
    assert found.place is not None and found.place.box == (50, 80, 150, 100)


def test_an_empty_field_and_a_box_to_tick_are_not_told() -> None:
    assert told(together(BODY, field(""))) == []
    assert told(together(BODY, box)) == []


def test_text_that_was_put_on_a_page_is_told_where_it_is_seen() -> None:
    assert [f.code for f in told(together(BODY, put("NLQF 3")))] == ["BCP157"]
    assert told(together(BODY, put("NLQF 3", flags=2))) == []


def test_comments_are_a_note_and_links_are_nothing() -> None:
    assert [f.code for f in told(together(BODY, comment, comment))] == ["BCP126"]
    assert told(together(BODY, link)) == []


def test_a_page_that_is_a_picture_is_told_among_others() -> None:
    (found,) = told(BODY, picture)

    assert found.code == "BCP158"
    assert found.place is not None and found.place.page == 2
    assert told(together(BODY, picture)) == []
    assert told(BODY, together()) == []


def noted(
    text: str, box: str = "0 0 400 400", entries: str = "", rect: str = "50 100 70.26 120"
) -> Annotation:
    """A comment with this text on a page with this media box."""
    objects = page(box=f"/MediaBox [{box}]".encode(), entries=f"{entries} /Annots [6 0 R]".encode())
    objects[6] = f"<< /Type /Annot /Subtype /FreeText /Rect [{rect}] /Contents ({text}) >>".encode()
    (found,) = bare_text(hostile_pdf(objects)).annotations
    return found


def test_a_place_is_counted_from_the_corner_of_the_paper_and_rounded() -> None:
    found = noted("NLQF 3", box="10 20 410 420")

    assert found.place == Place(page=1, box=(40, 300, 60.3, 320))


def test_on_a_page_that_is_shown_turned_only_the_page_is_known() -> None:
    assert noted("NLQF 3", entries="/Rotate 90").place == Place(page=1)


@pytest.mark.parametrize(("count", "shown"), [(60, "x" * 60), (61, f"{'x' * 60}...")])
def test_sixty_characters_of_a_text_are_shown(count: int, shown: str) -> None:
    (found,) = annotation_findings((noted("x" * count),), {})

    assert found.message == f"text put on the page says `{shown}`"


@pytest.mark.parametrize(("count", "kept"), [(2047, 1), (2048, 0)])
def test_a_text_that_is_much_longer_is_not_read(count: int, kept: int) -> None:
    objects = page(entries=b"/Annots [6 0 R]")
    objects[6] = b"<< /Subtype /Text /Rect [0 0 9 9] /Contents (%s) >>" % (b"x" * count)

    assert len(bare_text(hostile_pdf(objects)).annotations) == kept


def test_a_text_of_one_letter_is_whole_and_blanks_are_single() -> None:
    assert noted("x").text == "x"
    assert noted("  NLQF   3 ").text == "NLQF 3"


def test_comments_are_counted_and_the_first_has_its_place() -> None:
    first, second = (Annotation("", "Klopt dit?", Place(page=n)) for n in (3, 7))
    (found,) = annotation_findings((first, second), {})

    assert (found.message, found.place) == ("2 comments", Place(page=3))


def test_a_text_is_looked_for_on_its_own_page() -> None:
    def told_of(place: Place) -> int:
        found = Annotation("a form field", "vijf  en\ntwintig", place)
        return len(list(annotation_findings((found,), {1: "Aantal: vijf en twintig"})))

    assert [told_of(place) for place in (Place(page=1), Place(page=2), Place())] == [0, 1, 1]


def test_what_is_no_annotation_is_passed_over_and_all_that_are_opened_are_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[object] = []
    get, close = pdfium.FPDFPage_GetAnnot, pdfium.FPDFPage_CloseAnnot

    def opening(page: object, index: int) -> object:
        found = get(page, index)
        opened.extend([found] if found else [])
        return found

    def closing(annotation: object) -> None:
        opened.remove(annotation)
        close(annotation)

    monkeypatch.setattr(pdfium, "FPDFPage_GetAnnot", opening)
    monkeypatch.setattr(pdfium, "FPDFPage_CloseAnnot", closing)
    objects = page(entries=b"/Annots [null 6 0 R 5 7 0 R 8 0 R]")
    for number, kind in enumerate((b"Text", b"Link", b"FreeText"), 6):
        objects[number] = b"<< /Subtype /%s /Rect [0 0 9 9] /Contents (een) >>" % kind

    assert len(bare_text(hostile_pdf(objects)).annotations) == 2
    assert opened == []

"""PDFium's bare text, where our engine fails: the same words at the same places, and a warning."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.conversion import convert_bytes
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.document.model import Document, texts
from pipeline.profile.codec import profile_to_plain
from pipeline.readers.pdf import rescue
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.lines import LineMaker
from pipeline.readers.pdf.marks import Glyphs, Marks
from pipeline.readers.pdf.reader import read
from pipeline.readers.pdf.second_engine.marks import bare_pages
from tests.hostile.pdfs import Objects, page, pdf, stream
from tests.profiles import INPUT, content_of
from tests.unit.readers.pdf.drawing import lines
from tests.unit.readers.pdf.drawing import pdf as drawn_pdf

SAMPLE = (INPUT / "werfcoordinator-jachthaven.pdf").read_bytes()
# Our engine stops at a filter that it does not know; PDFium takes the bytes as they are.
UNKNOWN_FILTER = b"/Filter /ASCII85Decod"


def shown(*words: str, entries: bytes = b"") -> bytes:
    """A content stream with a line for each text."""
    drawn = b"".join(b"(%s) Tj 0 -14 Td " % word.encode() for word in words)
    return stream(b"BT /F1 12 Tf 50 700 Td " + drawn + b"ET", entries)


def three_pages(second: bytes) -> bytes:
    """A PDF whose middle page has this content."""
    objects = page()
    for number, content in ((3, shown("De eerste pagina.")), (6, second), (8, shown("De derde."))):
        objects[number] = objects[3].replace(b"4 0 R", b"%d 0 R" % (number + 1))
        objects[number + 1] = content
    objects[5] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R 8 0 R] /Count 3 >>"
    return pdf(objects)


def words(document: Document) -> str:
    """All words of a document; its account must add up."""
    content = {origin for text in texts(document.blocks) for origin in text.visible_origins()}
    assert document.source_chars - sum(document.markup.values()) == len(content)
    return " ".join(" ".join(text.chars for text in texts(document.blocks)).split())


def warned(document: Document) -> list[Diagnostic]:
    """The warnings of bare text."""
    return [finding for finding in document.findings if finding.code == rescue.BARE_TEXT]


def test_one_page_that_fails_is_read_as_bare_text_and_the_others_are_not() -> None:
    document = read(three_pages(shown("De tweede pagina is beschadigd.", entries=UNKNOWN_FILTER)))

    assert words(document) == "De eerste pagina. De tweede pagina is beschadigd. De derde."
    (warning,) = warned(document)
    assert warning.place is not None
    assert warning.place.page == 2
    assert "guessed" in warning.message
    second = next(text for text in texts(document.blocks) if "tweede" in text.chars)
    (place,) = document.locator.places(second.visible_origins())
    assert (place.page, place.box) == (2, (50.0, 133.0, 226.8, 145.0))


def test_a_sound_file_is_read_by_our_engine_alone() -> None:
    assert warned(read(SAMPLE)) == []
    assert warned(read(three_pages(shown("De tweede pagina.")))) == []


def test_a_page_on_which_far_less_is_found_is_read_as_bare_text() -> None:
    objects = page()
    objects[2] = objects[2].replace(b"/Type /Pages", b"/Type /Page")

    document = read(pdf(objects))

    assert words(document) == "De medewerker werkt in de haven."
    assert [f.place.page for f in warned(document) if f.place] == [1]


def test_pages_that_only_pdfium_finds_are_read_as_bare_text() -> None:
    objects: Objects = page()
    objects[6] = objects[3].replace(b"4 0 R", b"7 0 R")
    objects[7] = shown("De tweede pagina staat er ook.")
    objects[2] = b"<< /Type /Page /Kids [3 0 R 6 0 R] /Count 2 >>"

    document = read(pdf(objects))

    assert words(document) == "De medewerker werkt in de haven. De tweede pagina staat er ook."
    assert len(warned(document)) == 1


def test_what_no_engine_reads_of_a_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescue, "bare_pages", lambda *_: {})

    document = read(three_pages(shown("Weg.", entries=UNKNOWN_FILTER)))

    assert words(document) == "De eerste pagina. De derde."
    assert ["missing" in finding.message for finding in warned(document)] == [True]


def test_a_file_that_our_engine_cannot_open_gives_the_same_profile_by_bare_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = content_of(profile_to_plain(convert_bytes(SAMPLE, "sample.pdf").profile))

    def refuse(_: bytes) -> Marks:
        raise DocumentError("BCP141", "the PDF cannot be opened")

    monkeypatch.setattr(rescue, "read_marks", refuse)
    found = convert_bytes(SAMPLE, "sample.pdf")

    assert content_of(profile_to_plain(found.profile)) == expected
    assert found.ledger.closed
    assert [f.code for f in found.findings if f.code.startswith("BCP15")] == [rescue.BARE_TEXT]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_bare_text_stands_where_our_engine_finds_it(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        lines("Een regel van de pagina", "en nog een")(canvas)
        canvas.setPageRotation(turn)

    data = drawn_pdf(draw)
    ours = read_marks(data)
    glyphs = Glyphs()
    bare = Marks(tuple(bare_pages(data, [1], glyphs).values()), glyphs, None)

    assert _lines(bare) == _lines(ours)


def _lines(marks: Marks) -> list[tuple[str, int, int, int]]:
    (only,) = marks.pages
    found = LineMaker(marks.glyphs).lines(only.runs, 1)
    return [(line.chars, round(line.x0), round(line.x1), round(line.baseline)) for line in found]


def test_invisible_text_is_no_content_in_bare_text_either() -> None:
    content = stream(
        b"BT /F1 12 Tf 50 700 Td (Zichtbaar.) Tj 3 Tr 0 -14 Td (Verborgen.) Tj ET", UNKNOWN_FILTER
    )
    document = read(three_pages(content))

    assert "BCP145" in [finding.code for finding in document.findings]


def test_damage_that_was_passed_over_is_told() -> None:
    objects = page()
    objects[3] = objects[3].replace(b"/Contents 4 0 R", b"/Contents [4 0 R 9 0 R]")

    assert [f.code for f in read(pdf(objects)).findings] == ["BCP154"]
    assert [f.code for f in read(pdf(page())).findings] == []

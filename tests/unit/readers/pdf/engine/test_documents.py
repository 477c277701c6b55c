"""A document as a whole: what is told of it once all of its pages are read."""

from __future__ import annotations

from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Tagged
from tests.hostile.pdfs import Objects, page, pdf, stream
from tests.unit.readers.pdf.engine.object_streams import with_stream_of_objects

COURIER = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"


def two_pages(first: str, second: str, catalog: bytes = b"") -> Objects:
    """The objects of a file with these letters of Courier on its pages, 3 and 6."""
    objects = page(b"BT /F1 10 Tf 50 300 Td (%s) Tj ET" % first.encode())
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    objects[5] = COURIER
    objects[6] = objects[3].replace(b"4 0 R", b"7 0 R")
    objects[7] = stream(b"BT /F1 10 Tf 50 300 Td (%s) Tj ET" % second.encode())
    return objects


def test_pages_are_numbered_from_one_in_their_order() -> None:
    marks = read_marks(pdf(two_pages("een", "twee")))

    assert [page.number for page in marks.pages] == [1, 2]
    assert [marks.chars(page) for page in marks.pages] == ["een", "twee"]


def test_whether_a_letter_is_a_bullet_is_told_by_all_pages() -> None:
    assert "".join(read_marks(pdf(two_pages("o", "o"))).glyphs.chars) == "◦◦"
    assert "".join(read_marks(pdf(two_pages("o", "ook"))).glyphs.chars) == "oook"


def test_tags_name_pages_by_their_numbers() -> None:
    kids = b"<< /S /P /Pg 6 0 R /K 4 >> << /S /P /Pg 3 0 R /K 5 >>"
    tree = b"/StructTreeRoot << /Type /StructTreeRoot /K [%s] >>" % kids

    assert read_marks(pdf(two_pages("een", "twee", tree))).tags == Tagged(
        "Document", (Tagged("P", ((2, 4),)), Tagged("P", ((1, 5),)))
    )


def test_a_tag_tree_that_cannot_be_read_is_told_and_the_pages_are_read() -> None:
    objects = two_pages("een", "twee", b"/StructTreeRoot 20 0 R")
    inside = {20: b"<< /Type /StructTreeRoot /K << /S /P >> >>"}
    marks = read_marks(with_stream_of_objects(objects, inside, b"/Filter /Unknown"))

    assert marks.tags is None
    assert marks.tag_fault.startswith("its tag tree cannot be read: ")
    assert [marks.chars(page) for page in marks.pages] == ["een", "twee"]


def test_a_document_whose_tag_tree_can_be_read_has_no_fault() -> None:
    inside = {20: b"<< /Type /StructTreeRoot /K 21 0 R >>", 21: b"<< /S /P /Pg 6 0 R /K 4 >>"}
    objects = two_pages("een", "twee", b"/StructTreeRoot 20 0 R")
    marks = read_marks(with_stream_of_objects(objects, inside))

    assert (marks.tags, marks.tag_fault) == (Tagged("Document", (Tagged("P", ((2, 4),)),)), "")


def test_streams_before_one_that_cannot_be_found_are_read() -> None:
    objects = two_pages("een", "twee")
    objects[3] = objects[3].replace(b"4 0 R", b"[4 0 R 20 0 R]")

    marks = read_marks(with_stream_of_objects(objects, {20: b"<< >>"}, b"/Filter /Unknown"))

    assert marks.chars(marks.pages[0]) == "een"
    assert marks.pages[0].fault

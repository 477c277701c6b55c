"""The marks of a PDF: an interpreter of content streams of our own, over playa's document layer."""

from __future__ import annotations

from dataclasses import replace

from pipeline.readers.pdf.engine.fonts import Fonts
from pipeline.readers.pdf.engine.layers import Layers
from pipeline.readers.pdf.engine.pages import PageReader
from pipeline.readers.pdf.engine.source import (
    READING_FAULTS,
    Complaints,
    opened,
    pages_of,
    said,
)
from pipeline.readers.pdf.engine.tag_tree import tag_tree
from pipeline.readers.pdf.engines import guarded
from pipeline.readers.pdf.marks import INVISIBLE, Glyphs, Marks

__all__ = ["INVISIBLE", "read_marks"]


@guarded
def read_marks(data: bytes) -> Marks:
    """The marks of a PDF.

    Raises DocumentError BCP140 (needs a password), BCP141 (damaged) or BCP142 (no pages).
    """
    with Complaints() as complaints:
        marks = _marks(data, complaints)
    return replace(marks, complaints=complaints.count, complaint=complaints.first)


def _marks(data: bytes, complaints: Complaints) -> Marks:
    document = opened(data)
    sheets = pages_of(document, complaints)
    reader = PageReader(Fonts(document, complaints), Layers.of(document), complaints, Glyphs())
    pages = tuple(reader.page(sheet, number) for number, sheet in enumerate(sheets, 1))
    reader.fonts.tell_bullets(reader.glyphs)
    by_object = {sheet.number_of_object: number for number, sheet in enumerate(sheets, 1)}
    try:
        tags = tag_tree(document, by_object)
    except READING_FAULTS as error:
        # The drawn page has all that is needed; the reader says that the tags were of no use.
        return Marks(pages, reader.glyphs, None, f"its tag tree cannot be read: {said(error)}")
    return Marks(pages, reader.glyphs, tags)

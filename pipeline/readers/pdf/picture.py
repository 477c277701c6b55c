"""A PDF page as a picture, with what the reader saw drawn over it, by pdfplumber."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pdfplumber
import pypdfium2

from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.grid import merged
from pipeline.readers.pdf.layout import drawn_grids
from pipeline.readers.pdf.marks import Box, Rule

# Dots per inch at which the smallest print can be read.
_RESOLUTION = 110
# For a page on a screen: pixels to a point, and WebP quality.
_SCALE, _QUALITY = 1.35, 45
_RULES, _CELLS, _FIELDS = (220, 30, 30), (30, 60, 220, 40), (20, 150, 60)
_NOTHING = (0, 0, 0, 0)


def draw_page(data: bytes, number: int, fields: Sequence[Box]) -> bytes:
    """A page as PNG: rules red, cells shaded blue, the boxes of fields green.

    Raises ValueError where the PDF has no such page.
    """
    marks = read_marks(data)
    if not 1 <= number <= len(marks.pages):
        raise ValueError(f"the PDF has pages 1 to {len(marks.pages)}; there is no page {number}")
    page = marks.pages[number - 1]
    with pdfplumber.open(io.BytesIO(data)) as document:
        picture = document.pages[number - 1].to_image(resolution=_RESOLUTION)
        for grid in drawn_grids(page)[0]:
            picture.draw_rects([cell.box for cell in grid.cells], fill=_CELLS, stroke=_CELLS)
        picture.draw_lines([_ends(rule) for rule in merged(page.rules)], stroke=_RULES)
        picture.draw_rects(list(fields), fill=_NOTHING, stroke=_FIELDS)
        stream = io.BytesIO()
        picture.save(stream, format="PNG")
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as WebP: its width and height in pixels, and what of the page is shown.

    `shown` is left, top, width and height in points, in the measure of the places of a trace.
    """

    data: bytes
    pixels: tuple[int, int]
    shown: Box


def page_pictures(data: bytes) -> Iterator[Picture]:
    """The pages of a PDF as small pictures, drawn by PDFium.

    Raises ValueError where PDFium cannot open it.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"PDFium cannot draw it: {error}") from error
    try:
        for page in document:
            image = page.render(scale=_SCALE).to_pil().convert("RGB")
            stream = io.BytesIO()
            image.save(stream, format="WEBP", quality=_QUALITY, method=4)
            yield Picture(stream.getvalue(), image.size, _shown(page))
    finally:
        document.close()


def _shown(page: Any) -> Box:
    width, height = page.get_size()
    if page.get_rotation():
        return (0.0, 0.0, width, height)
    left, _, _, top = page.get_mediabox()
    shown_left, _, _, shown_top = page.get_cropbox()
    return (shown_left - left, top - shown_top, width, height)


def _ends(rule: Rule) -> tuple[tuple[float, float], tuple[float, float]]:
    if rule.level:
        return (rule.start, rule.at), (rule.end, rule.at)
    return (rule.at, rule.start), (rule.at, rule.end)

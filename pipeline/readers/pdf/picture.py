"""A PDF page as a picture, with what the reader saw drawn over it, by pdfplumber."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pdfplumber

from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.grid import merged
from pipeline.readers.pdf.layout import drawn_grids
from pipeline.readers.pdf.marks import Box, Rule

# Dots per inch at which the smallest print can be read.
_RESOLUTION = 110
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


def _ends(rule: Rule) -> tuple[tuple[float, float], tuple[float, float]]:
    if rule.level:
        return (rule.start, rule.at), (rule.end, rule.at)
    return (rule.at, rule.start), (rule.at, rule.end)

"""Small PDF files, drawn with ReportLab, and what the reader makes of them."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from pipeline.document.model import (
    Block,
    Document,
    Furniture,
    Heading,
    ListItem,
    Paragraph,
    Table,
)
from pipeline.readers import read

Draw = Callable[[Canvas], None]
# The reader refuses text without a common word of Dutch, if there is enough of it.
PAPER = (400.0, 400.0)


def pdf(*pages: Draw, **options: object) -> bytes:
    """A PDF with a page for each function."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=PAPER, invariant=True, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def drawn(*pages: Draw) -> Document:
    """The document of the pages; its account must add up."""
    found = read(pdf(*pages))
    content = {o for text in _texts(found.blocks) for o in text.text.visible_origins()}
    assert found.source_chars - sum(found.markup.values()) == len(content)
    return found


def lines(*texts: str, x: float = 50, top: float = 350, leading: float = 12) -> Draw:
    """Lines of text below each other."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(x, top - number * leading, text)

    return draw


def together(*parts: Draw) -> Draw:
    """All of these on one page."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def ruled(columns: list[float], rows: list[float]) -> Draw:
    """A grid of lines."""

    def draw(canvas: Canvas) -> None:
        for y in rows:
            canvas.line(columns[0], y, columns[-1], y)
        for x in columns:
            canvas.line(x, rows[0], x, rows[-1])

    return draw


def _texts(blocks: tuple[Block, ...]) -> list[Heading | Paragraph | ListItem | Furniture]:
    found: list[Heading | Paragraph | ListItem | Furniture] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    found.extend(_texts(cell.blocks))
        elif isinstance(block, Heading | Paragraph | ListItem | Furniture):
            found.append(block)
    return found


def shown(*pages: Draw) -> list[str]:
    """The texts that are content."""
    found = _texts(drawn(*pages).blocks)
    return [block.text.chars for block in found if not isinstance(block, Furniture)]


def furniture(*pages: Draw) -> list[tuple[str, str]]:
    """The texts that are no content, with their kinds."""
    found = _texts(drawn(*pages).blocks)
    return [(b.kind, b.text.chars) for b in found if isinstance(b, Furniture)]


def cells(*pages: Draw) -> list[list[list[str]]]:
    """The texts of each cell of each row of all tables."""
    return [
        [[block.text.chars for block in _texts(cell.blocks)] for cell in row.cells]
        for block in drawn(*pages).blocks
        if isinstance(block, Table)
        for row in block.rows
    ]

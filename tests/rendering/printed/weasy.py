"""PDF by WeasyPrint: a style sheet for paper, margin boxes, Dutch hyphenation by pyphen."""

from __future__ import annotations

from tests.rendering.printed.style import PdfStyle
from tests.rendering.printed.web import web_page
from tests.rendering.sheet import Sheet


def weasyprint_pdf(sheet: Sheet, style: PdfStyle) -> bytes:
    """The PDF of a sheet, tagged where the style says so."""
    import weasyprint

    page = weasyprint.HTML(string=web_page(sheet, style, margin_boxes=True))
    written: bytes = page.write_pdf(pdf_tags=style.tagged)
    return written

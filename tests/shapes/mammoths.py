"""mammoth and markdownify as producers: what markitdown makes of a Word file is made by both."""

from __future__ import annotations

import io

import mammoth
from markdownify import markdownify

from tests.shapes.compose import Document
from tests.shapes.wordfile import docx_of


def html_of(document: Document, underlined: str = "u") -> bytes:
    """The page that mammoth makes of a Word file: a fragment without head or style.

    Unless it is told to keep it, it drops what is underlined.
    """
    style = f"u => {underlined}"
    page = mammoth.convert_to_html(io.BytesIO(docx_of(document)), style_map=style).value
    return str(page).encode()


def markdown_of(document: Document) -> bytes:
    """The Markdown that markdownify makes of that page."""
    page = html_of(document, "strong").decode()
    return str(markdownify(page, heading_style="ATX")).encode()

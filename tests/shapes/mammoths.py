"""mammoth and markdownify as producers: what markitdown makes of a Word file is made by both."""

from __future__ import annotations

import io

import mammoth
from markdownify import markdownify

from tests.shapes.compose import Document
from tests.shapes.wordfile import docx_of


def html_of(document: Document) -> bytes:
    """The page that mammoth makes of a Word file: a fragment without head or style.

    Unless it is told to keep it, it drops what is underlined.
    """
    result = mammoth.convert_to_html(io.BytesIO(docx_of(document)), style_map="u => u")
    return str(result.value).encode()


def markdown_of(document: Document) -> bytes:
    """The Markdown that markdownify makes of that page."""
    return str(markdownify(html_of(document).decode(), heading_style="ATX")).encode()

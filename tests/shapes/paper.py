"""PDF of the pages of HTML by WeasyPrint, Chromium and Qt, and its text by pdftotext -layout."""

from __future__ import annotations

import random
import subprocess
from typing import Any

from tests.rendering.printed.chromium import Chromium
from tests.rendering.printed.qt_print import qt_printed
from tests.shapes.compose import Document
from tests.shapes.web import Look, page

_INCHES = 1 / 2.54
_OPTIONS: dict[str, Any] = {
    "paperWidth": 21 * _INCHES,
    "paperHeight": 29.7 * _INCHES,
    **{f"margin{side}": 2 * _INCHES for side in ("Top", "Bottom", "Left", "Right")},
    "printBackground": True,
}


def _page(document: Document, roomy: bool) -> str:
    return page(document, Look("style", roomy=roomy)).decode()


def weasyprint_pdfs(documents: list[Document], roomy: bool = False) -> list[bytes]:
    """The PDF of each document, tagged in every second one."""
    import weasyprint

    return [
        weasyprint.HTML(string=_page(one, roomy)).write_pdf(pdf_tags=_is_tagged(one))
        for one in documents
    ]


def chromium_pdfs(documents: list[Document], roomy: bool = False) -> list[bytes]:
    """The same by a browser."""
    with Chromium() as browser:
        return [
            browser.printed(_page(one, roomy), {**_OPTIONS, "generateTaggedPDF": _is_tagged(one)})
            for one in documents
        ]


def qt_pdf(document: Document) -> bytes:
    """The same by wkhtmltopdf: an old WebKit, without tags."""
    return qt_printed(_page(document, roomy=False), ["--page-size", "A4"], "20mm")


def layout_text(pdf: bytes) -> bytes:
    """The text of a PDF as it stands on its pages."""
    command = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


def _is_tagged(document: Document) -> bool:
    return random.Random(document.number).random() < 0.5

"""The tools that write the text of a PDF with its layout kept by blanks."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from tests.machine import message_of

_UTF_8 = "utf-8"
_PAGE_END = "\f"


@dataclass(frozen=True, slots=True)
class Tool:
    """How one program writes layout text. `needs`: of the machine, by their names there."""

    name: str
    written: Callable[[bytes], bytes]
    needs: tuple[str, ...] = ()

    def missing(self) -> str:
        """What is not installed, and how to get it."""
        return message_of(self.needs)


def poppler_layout(pdf: bytes) -> bytes:
    """The text as `pdftotext -layout` writes it; a form feed ends each page."""
    command = ["pdftotext", "-q", "-layout", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


def pdfplumber_layout(pdf: bytes) -> bytes:
    """The text of all pages as `extract_text(layout=True)` gives it, as scripts put it together."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as file:
        pages = [page.extract_text(layout=True) for page in file.pages]
    return _PAGE_END.join(pages).encode(_UTF_8)


def words_of(pdf: bytes) -> set[str]:
    """The words of a file, as PDFium finds them."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as file:
        return {word for page in file for word in page.get_textpage().get_text_bounded().split()}


TOOLS = {
    tool.name: tool
    for tool in (
        Tool("pdftotext", poppler_layout, ("poppler",)),
        Tool("pdfplumber", pdfplumber_layout),
    )
}

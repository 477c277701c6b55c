"""How long a conversion takes, beside what the engines take alone, in one run on one file.

`make bench` prints milliseconds, the best of several, and ratios to `extract_tables` of
pdfplumber on the same file. The PDF is drawn anew from our own profiles: ten pages and more.
"""

from __future__ import annotations

import ctypes
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline import convert_bytes
from pipeline.readers import read
from pipeline.readers.pdf.engine import read_marks
from tests.rendering.engines import sheet_for
from tests.rendering.matrix import corpus_profiles
from tests.rendering.printed.houses import HOUSES
from tests.rendering.printed.reportlab_pages import reportlab_pdf
from tests.rendering.printed.typst_pages import typst_pdf
from tests.rendering.word import houses as word
from tests.rendering.word.document import docx_of

_RUNS = 7
_PROFILE = "werfcoordinator-jachthaven"


def best(action: Callable[[], object]) -> float:
    """Milliseconds of the fastest of several runs."""
    times = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return min(times) * 1000


def bare_text(data: bytes) -> None:
    """PDFium: the text of all pages."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def characters_and_paths(data: bytes) -> None:
    """PDFium through ctypes: each character with its box, each object with its bounds."""
    document = pypdfium2.PdfDocument(data)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    for page in document:
        text = page.get_textpage()
        for n in range(pdfium.FPDFText_CountChars(text)):
            pdfium.FPDFText_GetUnicode(text, n)
            pdfium.FPDFText_GetCharBox(text, n, left, right, bottom, top)
        for n in range(pdfium.FPDFPage_CountObjects(page)):
            part = pdfium.FPDFPage_GetObject(page, n)
            pdfium.FPDFPageObj_GetBounds(part, x0, y0, x1, y1)
    document.close()


def tables(data: bytes) -> None:
    """pdfplumber: the tables of all pages."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()


def cold(data: bytes, ending: str) -> float:
    """Milliseconds of a whole process that converts the file once."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"profile.{ending}"
        path.write_bytes(data)
        code = f"from pipeline import convert; convert({str(path)!r})"
        return best(lambda: subprocess.run([sys.executable, "-c", code], check=True))


def report(title: str, data: bytes) -> None:
    """The figures of a PDF."""
    pages = len(read_marks(data).pages)
    base = best(lambda: tables(data))
    print(f"{title}, {pages} pages")
    for name, took in (
        ("pdfplumber extract_tables", base),
        ("our whole conversion, witness included", best(lambda: convert_bytes(data, "x.pdf"))),
        ("  reading (marks, tables, paragraphs, witness)", best(lambda: read(data))),
        ("  marks alone", best(lambda: read_marks(data))),
        ("PDFium characters and paths by ctypes", best(lambda: characters_and_paths(data))),
        ("PDFium bare text", best(lambda: bare_text(data))),
        ("cold: a process for one conversion", cold(data, "pdf")),
    ):
        print(f"  {name:48} {took:7.0f} ms   {base / took:5.1f} x as fast as extract_tables")


def main() -> None:
    """Print the figures of a drawn and of a tagged PDF, and of the Word document."""
    content = corpus_profiles()[_PROFILE]
    paper = replace(HOUSES["kenniscentrum"], size=11.0, margin=70.0, leading=1.4)
    sheet = sheet_for(content, paper)
    report("PDF drawn line by line, untagged", reportlab_pdf(sheet, paper))
    report("PDF by Typst, tagged", typst_pdf(sheet, paper))
    dress = word.HOUSES["kenniscentrum"]
    document = docx_of(sheet_for(content, dress), dress)
    print("Word document")
    print(f"  our whole conversion {best(lambda: convert_bytes(document, 'x.docx')):7.0f} ms")
    print(f"  cold                 {cold(document, 'docx'):7.0f} ms")


if __name__ == "__main__":
    main()

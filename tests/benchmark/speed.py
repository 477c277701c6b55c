"""How long a conversion takes, beside what the engines take alone, in one run on one file.

`make bench` prints milliseconds, the best of several, and ratios to `extract_tables` of
pdfplumber on the same file. The PDF is drawn anew from our own profiles: ten pages and more.
"""

from __future__ import annotations

import ctypes
import io
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline import convert_bytes
from pipeline.checks.schema import schema_findings
from pipeline.families import load_families
from pipeline.interpret.interpret import interpret
from pipeline.profile.codec import profile_to_plain
from pipeline.readers import read
from pipeline.readers.pdf.engine import read_marks
from pipeline.writers.order import order_of
from tests.benchmark.documents import MAKERS, PAPER, PROFILE, pdf_of, with_roles, word_file_of
from tests.rendering.engines import sheet_for
from tests.rendering.printed.typst_pages import typst_pdf

_RUNS = 7
_GROWTH = (1, 2, 4, 8)


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


def command(*arguments: str) -> float:
    """Milliseconds of the command `bcp`, from its start to its end."""
    line = [sys.executable, "-m", "pipeline", *arguments]
    return best(lambda: subprocess.run(line, check=True, capture_output=True))


def cold(data: bytes, ending: str) -> float:
    """Milliseconds of the command that converts the file and nothing else."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"profile.{ending}"
        path.write_bytes(data)
        return command("convert", str(path), "--output", f"{name}/output", "--force")


def grow(kind: str) -> None:
    """Print how the time grows from the profile to eight times its roles, as a power of both."""
    sizes, times = [], []
    for factor in _GROWTH:
        data = MAKERS[kind](with_roles(factor))
        sizes.append(pages_of(data) if kind == "pdf" else factor)
        times.append(best(lambda data=data: convert_bytes(data, f"x.{kind}")))  # type: ignore[misc]
    power = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    shown = ", ".join(f"{size}: {took:.0f} ms" for size, took in zip(sizes, times, strict=True))
    print(
        f"  {'pages' if kind == 'pdf' else 'times the roles'} {shown}; to the power of {power:.2f}"
    )


def pages_of(data: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdfium2.PdfDocument(data))


def stages(data: bytes, ending: str) -> dict[str, float]:
    """Milliseconds of the stages of one conversion in a warm process."""
    document = read(data)
    layouts = load_families()
    conversion = convert_bytes(data, f"x.{ending}")
    order = order_of(["json", "xml"])
    return {
        "reading (for a PDF the witness included)": best(lambda: read(data)),
        "interpreting": best(lambda: interpret(document, layouts)),
        "checking": best(lambda: schema_findings(profile_to_plain(conversion.profile))),
        "writing json and xml": best(lambda: order.files_of(conversion.profile, conversion.trace)),
    }


def report(title: str, data: bytes) -> None:
    """The figures of a PDF."""
    base = best(lambda: tables(data))
    print(f"{title}, {pages_of(data)} pages")
    rows = {
        "pdfplumber extract_tables": base,
        "our whole conversion": best(lambda: convert_bytes(data, "x.pdf")),
        **{f"  {name}": took for name, took in stages(data, "pdf").items()},
        "our marks alone": best(lambda: read_marks(data)),
        "PDFium characters and paths by ctypes": best(lambda: characters_and_paths(data)),
        "PDFium bare text": best(lambda: bare_text(data)),
        "cold: bcp convert of this file": cold(data, "pdf"),
    }
    for name, took in rows.items():
        print(f"  {name:48} {took:7.0f} ms   {base / took:6.1f} x as fast as extract_tables")


def report_word(data: bytes) -> None:
    """The figures of a Word document."""
    print("Word document")
    rows = {
        "python-docx text alone": best(lambda: cells(data)),
        "our whole conversion": best(lambda: convert_bytes(data, "x.docx")),
        **{f"  {name}": took for name, took in stages(data, "docx").items()},
        "cold: bcp convert of this file": cold(data, "docx"),
        "cold: bcp --help": command("--help"),
    }
    for name, took in rows.items():
        print(f"  {name:48} {took:7.0f} ms")


def cells(data: bytes) -> None:
    """python-docx: the text of all cells."""
    for table in docx.Document(io.BytesIO(data)).tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def main() -> None:
    """Print the figures of a drawn and of a tagged PDF, and of the Word document."""
    report("PDF drawn line by line, untagged", pdf_of(PROFILE))
    grow("pdf")
    report("PDF by Typst, tagged", typst_pdf(sheet_for(PROFILE, PAPER), PAPER))
    report_word(word_file_of(PROFILE))
    grow("docx")


if __name__ == "__main__":
    main()

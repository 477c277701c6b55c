"""How long batches take: profiles of many names, 1 and 2 processes, twice, beside bare engines.

`python -m tests.benchmark.batch [N]` prints seconds for N PDFs (default 100) and for as many Word
documents, ratios to what pdfplumber and python-docx take for the same files, the growth with the
number of files, and the most memory of the parent.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pdfplumber
import pypdfium2

from tests.rendering.engines import sheet_for
from tests.rendering.matrix import corpus_profiles
from tests.rendering.printed.houses import HOUSES
from tests.rendering.printed.reportlab_pages import reportlab_pdf
from tests.rendering.sheet import Content
from tests.rendering.word import houses as word
from tests.rendering.word.document import docx_of

_PROFILE = "werfcoordinator-jachthaven"


def profiles(count: int) -> list[Content]:
    """So many profiles that differ in their names, so that each has an id of its own."""
    content = corpus_profiles()[_PROFILE]
    return [{**content, "name": f"{content['name']} {number}"} for number in range(count)]


def files(folder: Path, count: int, kind: str) -> Path:
    """A folder of so many files of a kind."""
    target = folder / f"{kind}-{count}"
    target.mkdir()
    paper, dress = HOUSES["kenniscentrum"], word.HOUSES["kenniscentrum"]
    for number, content in enumerate(profiles(count)):
        data = (
            reportlab_pdf(sheet_for(content, paper), paper)
            if kind == "pdf"
            else docx_of(sheet_for(content, dress), dress)
        )
        (target / f"{number}.{kind}").write_bytes(data)
    return target


def seconds(action: Callable[[], object]) -> float:
    """How long something takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def convert(source: Path, output: Path, *options: str) -> None:
    """A run of the command, in a process of its own."""
    command = [sys.executable, "-m", "pipeline", "convert", str(source), "--output", str(output)]
    subprocess.run([*command, *options], check=True, stderr=subprocess.DEVNULL)


def tables(source: Path) -> None:
    """pdfplumber: the tables of all pages of all files."""
    for path in source.iterdir():
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_tables()


def texts(source: Path) -> None:
    """PDFium: the text of all pages of all files."""
    for path in source.iterdir():
        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()


def paragraphs(source: Path) -> None:
    """python-docx: the text of all cells of all files."""
    for path in source.iterdir():
        document = docx.Document(io.BytesIO(path.read_bytes()))
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    _ = cell.text


def report(folder: Path, kind: str, count: int) -> None:
    """The figures of one kind of file."""
    source = files(folder, count, kind)
    output = folder / f"out-{kind}-{count}"
    bare = ("pdfplumber extract_tables", tables) if kind == "pdf" else ("python-docx", paragraphs)
    base = seconds(lambda: bare[1](source))
    one = seconds(lambda: convert(source, folder / f"one-{kind}-{count}", "--jobs", "1"))
    two = seconds(lambda: convert(source, output, "--jobs", "2"))
    again = seconds(lambda: convert(source, output))
    print(f"{count} files of kind {kind}")
    rows = [(f"{bare[0]}, one process", base)]
    if kind == "pdf":
        rows.append(("PDFium bare text, one process", seconds(lambda: texts(source))))
    rows += [("bcp convert --jobs 1", one), ("bcp convert --jobs 2", two), ("again", again)]
    for name, took in rows:
        each = 1000 * took / count
        print(f"  {name:32} {took:7.1f} s  {each:7.1f} ms a file  {base / took:5.1f} x {bare[0]}")


def main(arguments: list[str]) -> None:
    """Print the figures of PDFs and Word documents, of a tenth as many first."""
    count = int(arguments[0]) if arguments else 100
    with tempfile.TemporaryDirectory() as name:
        for kind in ("pdf", "docx"):
            for number in (max(count // 10, 1), count):
                report(Path(name), kind, number)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"the largest process of all took {most:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])

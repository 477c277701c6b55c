"""How long batches take: profiles of many names, 1 and 2 processes, twice, beside bare engines.

`python -m tests.benchmark.batch [N]` prints seconds for a tenth of N files and for N (default 100)
of each kind, ratios to what pdfplumber and python-docx take for the same files in the same run, the
growth with the number of files, and the most memory of the command and of its workers.
"""

from __future__ import annotations

import io
import math
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pdfplumber
import pypdfium2

from tests.benchmark.documents import PROFILE, folder_of, pdf_of

_OFTEN = 0.02
_MOST_MEMORY = re.compile(r"VmHWM:\s+(\d+) kB")


@dataclass(frozen=True, slots=True)
class Took:
    """What a run took: seconds, and the most memory of the command and of a worker in MB."""

    seconds: float
    command: float = 0.0
    worker: float = 0.0


def convert(source: Path, output: Path, *options: str) -> Took:
    """A run of the command, in a process of its own."""
    command = [sys.executable, "-m", "pipeline", "convert", str(source), "--output", str(output)]
    started = time.perf_counter()
    own = worker = 0.0
    with subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            own = max(own, *_most_memory([run.pid]))
            worker = max(worker, *_most_memory(_children(run.pid)))
            time.sleep(_OFTEN)
    if run.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {run.returncode}")
    return Took(time.perf_counter() - started, own, worker)


def _children(process: int) -> list[int]:
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    except OSError:  # it has ended
        return []
    return [int(child) for child in found.split()]


def _most_memory(processes: list[int]) -> Iterator[float]:
    """The most memory that each has had, in MB; 0 before them."""
    yield 0.0
    yield 0.0
    for process in processes:
        try:
            found = _MOST_MEMORY.search(Path(f"/proc/{process}/status").read_text("utf-8"))
        except OSError:  # it has ended
            continue
        if found is not None:
            yield int(found[1]) / 1024


def bare(action: Callable[[Path], object], source: Path) -> Took:
    """An engine alone on all files of a folder."""
    started = time.perf_counter()
    for path in source.iterdir():
        action(path)
    return Took(time.perf_counter() - started)


def tables(path: Path) -> None:
    """pdfplumber: the tables of all pages."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def text(path: Path) -> None:
    """PDFium: the text of all pages."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def cells(path: Path) -> None:
    """python-docx: the text of all cells."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


ENGINES: dict[str, dict[str, Callable[[Path], None]]] = {
    "pdf": {"pdfplumber extract_tables alone": tables, "PDFium bare text alone": text},
    "docx": {"python-docx text alone": cells},
}


def report(folder: Path, kind: str, count: int) -> float:
    """Print the figures of so many files of a kind; the seconds with two processes."""
    source = folder_of(folder, count, kind)
    output = folder / f"out-{kind}-{count}"
    rows = {name: bare(engine, source) for name, engine in ENGINES[kind].items()}
    baseline, base = next(iter(rows.items()))
    rows["bcp convert --jobs 1"] = convert(source, folder / f"one-{kind}-{count}", "--jobs", "1")
    rows["bcp convert --jobs 2"] = two = convert(source, output, "--jobs", "2")
    rows["again, unchanged"] = convert(source, output)
    print(f"{count} files of kind {kind}; ratios to {baseline}")
    for name, took in rows.items():
        each = 1000 * took.seconds / count
        line = f"  {name:32} {took.seconds:7.1f} s  {each:6.0f} ms a file"
        line += f"  {base.seconds / took.seconds:6.1f} x"
        if took.command:
            line += f"  command {took.command:4.0f} MB, a worker {took.worker:4.0f} MB"
        print(line)
    return two.seconds


def main(arguments: list[str]) -> None:
    """Print the figures of both kinds, of a tenth as many files first."""
    count = int(arguments[0]) if arguments else 100
    few = max(count // 10, 1)
    pages = len(pypdfium2.PdfDocument(pdf_of(PROFILE)))
    print(f"a PDF has {pages} pages")
    with tempfile.TemporaryDirectory() as name:
        for kind in ENGINES:
            less, more = (report(Path(name), kind, number) for number in (few, count))
            growth = math.log(more / less) / math.log(count / few)
            print(f"  seconds grow with files to the power of {growth:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])

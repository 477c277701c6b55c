"""Tagged files read by their tags and as they are drawn: which cells and rows are in both.

    python -m tests.rendering.agreement [--engines chromium,...] [--drawn N] [--shown N]
        [--least PERCENT]

A cell is the letters that stand in it on one page, by their places: what the tags hold as one
cell, and a page end cut, are two. Of the cells and rows that the tags tell of, the share is
printed that the drawn page gives too. The files are of the makers that tag, of both kits. Exit
code 1: fewer cells agree than --least; 2: a maker's program is missing.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from pipeline.core.errors import DocumentError
from pipeline.document.model import Cell, Document, Heading, Paragraph, Table, texts
from pipeline.document.text import INSERTED
from pipeline.readers.pdf.marks import BoxLocator
from pipeline.readers.pdf.reader import stages
from tests.core_tasks.looks import LOOKS
from tests.core_tasks.make import made, subjects
from tests.rendering.engines import ENGINES
from tests.rendering.matrix import Job, corpus_profiles, drawn_jobs, house_jobs

# Of the kit of profiles of roles, and of that of core tasks.
_ENGINES = ("typst", "weasyprint", "chromium", "fop", "libreoffice-tagged", "writer-tagged")
_LOOKS = ("pdf-office-tagged", "pdf-chromium-tagged", "pdf-typst", "pdf-fop", "pdf-weasyprint")
_TAG_ALWAYS = ("libreoffice-tagged", "writer-tagged")
_WORKERS = 2
_SHOWN = 90  # characters of a cell

Letters = frozenset[int]  # a cell on a page, by the numbers of its glyphs
CellsOfPage = dict[Letters, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one file: how many cells and rows its tags tell of, how many are drawn; the others."""

    maker: str
    name: str
    cells: int
    drawn_cells: int
    rows: int
    drawn_rows: int
    missing: tuple[str, ...]
    refused: bool = False


def main(arguments: list[str]) -> int:
    """Print the files, read them both ways and print the shares."""
    options = _options().parse_args(arguments)
    names = options.engines.split(",") if options.engines else [*_ENGINES, *_LOOKS]
    absent = {name: why for name in names if (why := _maker(name).missing())}
    for name, why in absent.items():
        print(f"{name}: {why}", file=sys.stderr)
    work = [(name, options.drawn, options.seed) for name in names if name not in absent]
    with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
        found = [one for part in pool.map(_of_maker, work) for one in part]
    print("\n".join(report(found, options.shown)))
    if absent:
        return 2
    return int(bool(options.least) and _share(found) < options.least)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.rendering.agreement")
    parser.add_argument("--engines", default="", help=f"of {', '.join([*_ENGINES, *_LOOKS])}")
    parser.add_argument("--drawn", type=int, default=8, help="drawn looks an engine")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn")
    parser.add_argument("--shown", type=int, default=0, help="cells a file to print")
    parser.add_argument("--least", type=float, metavar="PERCENT", help="of the cells")
    return parser


def _maker(name: str) -> Any:
    return LOOKS[name] if name in LOOKS else ENGINES[name]


# ------------------------------------------------------------------------------------- files


def _of_maker(work: tuple[str, int, int]) -> list[Agreement]:
    name, drawn, seed = work
    found = (agreement(name, file, data) for file, data in _files(name, drawn, seed))
    return [one for one in found if one is not None]


def _files(name: str, drawn: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Each house style with one profile in turn, and some drawn looks; those that are tagged."""
    if name in LOOKS:
        yield from ((one.file_name, one.data) for one in made(LOOKS[name], subjects()))
        return
    jobs = [*house_jobs(name, corpus_profiles(), 1), *drawn_jobs(name, drawn, seed)]
    tagged = [job for job in jobs if _is_tagged(job)]
    files = ENGINES[name].printed([(job.content, job.dress) for job in tagged])
    yield from ((job.file_name, data) for job, data in zip(tagged, files, strict=True))


def _is_tagged(job: Job) -> bool:
    return job.engine in _TAG_ALWAYS or job.dress.tagged


# ----------------------------------------------------------------------------------- reading


def agreement(maker: str, name: str, data: bytes) -> Agreement | None:
    """How far both readings of a file agree; None where it has no tags after all."""
    try:
        by_tags, as_drawn = stages(data).document, stages(data, without_tags=True).document
    except DocumentError:
        return None
    if "tags" not in by_tags.structure:
        refused = any(finding.code == "BCP146" for finding in by_tags.findings)
        return Agreement(maker, name, 0, 0, 0, 0, (), refused=True) if refused else None
    rows, other = list(_rows(by_tags)), list(_rows(as_drawn))
    cells, drawn = _cells(rows), _cells(other)
    whole, drawn_rows = Counter(map(tuple, rows)), Counter(map(tuple, other))
    # A row of one cell over all columns is a heading as well.
    alone = (whole - drawn_rows) & _outside(as_drawn)
    drawn += Counter(row[0] for row in alone)
    shown = {letters: text for row in rows for letters, text in row.items()}
    return Agreement(
        maker,
        name,
        cells.total(),
        (cells & drawn).total(),
        whole.total(),
        (whole & (drawn_rows + alone)).total(),
        tuple(shown[letters] for letters in cells - drawn),
    )


def _cells(rows: list[CellsOfPage]) -> Counter[Letters]:
    return Counter(letters for row in rows for letters in row)


def _outside(document: Document) -> Counter[tuple[Letters, ...]]:
    """What stands outside tables, as rows of one cell."""
    blocks = (b for b in document.blocks if isinstance(b, Heading | Paragraph))
    rows = (_pages((Cell((block,)),), _locator(document)) for block in blocks)
    return Counter(tuple(row) for pages in rows for row in pages)


def _locator(document: Document) -> BoxLocator:
    locator = document.locator
    if not isinstance(locator, BoxLocator):
        raise TypeError("a PDF has places on pages")
    return locator


def _rows(document: Document) -> Iterator[CellsOfPage]:
    """The rows of a document's tables, page by page; cells without letters are left out."""
    locator = _locator(document)
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from _pages(row.cells, locator)


def _pages(cells: Sequence[Cell], locator: BoxLocator) -> Iterator[CellsOfPage]:
    parts = [_parts(cell, locator) for cell in cells]
    for page in sorted({page for part in parts for page in part}):
        yield {
            frozenset(origins): text
            for part in parts
            if page in part
            for origins, text in (part[page],)
        }


def _parts(cell: Cell, locator: BoxLocator) -> dict[int, tuple[list[int], str]]:
    """The letters of a cell by page; the figures, where it has no letters."""
    placed = [
        (origin, char)
        for text in texts(cell.blocks)
        for origin, char in zip(text.origins, text.chars, strict=True)
        if origin != INSERTED and char.isalnum()
    ]
    # The numbers of a list are text for one reading, and marks for the other.
    letters = [(origin, char) for origin, char in placed if char.isalpha()] or placed
    found: dict[int, tuple[list[int], str]] = {}
    for origin, char in letters:
        page = locator.runs[bisect_right(locator.starts, origin) - 1][0].number
        origins, text = found.get(page, ([], ""))
        origins.append(origin)
        found[page] = (origins, text + char)
    return found


# ------------------------------------------------------------------------------------ report


def report(found: list[Agreement], shown: int) -> Iterator[str]:
    """A line for each maker, the sum, and cells that only the tags tell of."""
    head = ("maker", "files", "tags refused", "cells", "drawn too", "rows", "drawn too")
    yield _line(head)
    makers = list(dict.fromkeys(one.maker for one in found))
    for maker in makers:
        yield _line(_figures(maker, [one for one in found if one.maker == maker]))
    yield _line(_figures("all", found))
    for one in found if shown else ():
        for text in one.missing[:shown]:
            yield f"{one.name}: {text[:_SHOWN]}"


def _line(cells: Iterable[str]) -> str:
    return "".join(cell.ljust(22 if n == 0 else 14) for n, cell in enumerate(cells))


def _figures(maker: str, found: list[Agreement]) -> tuple[str, ...]:
    rows = sum(one.rows for one in found)
    drawn = sum(one.drawn_rows for one in found)
    return (
        maker,
        str(len(found)),
        str(sum(one.refused for one in found)),
        str(sum(one.cells for one in found)),
        f"{_share(found):.2f} %",
        str(rows),
        f"{100 * drawn / rows:.2f} %" if rows else "-",
    )


def _share(found: list[Agreement]) -> float:
    """The percentage of the tags' cells that are drawn too."""
    cells = sum(one.cells for one in found)
    return 100 * sum(one.drawn_cells for one in found) / cells if cells else 100.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The reader of text that shows pages as they were laid out, columns kept apart by blanks.

`pdftotext -layout` and pdfplumber's `extract_text(layout=True)` write it: each line of a page is a
line, its words stand where they stood, and a form feed ends a page. Tables are known by the
columns that many lines share; lines are joined as those of drawn pages are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pipeline.document.model import Block, Document, Furniture, PageEnd
from pipeline.document.reasons import Reasons
from pipeline.readers.assemble import assemble
from pipeline.readers.layout_text.areas import Area, cells_of
from pipeline.readers.layout_text.edges import SAME_EDGE, edges_of
from pipeline.readers.layout_text.filling import Filling
from pipeline.readers.layout_text.joining import Joining
from pipeline.readers.layout_text.lines import Line, pages_of
from pipeline.readers.layout_text.rows import areas_of
from pipeline.readers.layout_text.running import running_lines
from pipeline.readers.layout_text.setting import Setting, gap_of
from pipeline.readers.source import Account, SourceText, control_characters

MEDIA_TYPE = "text/plain"
_RUNNING = "page furniture"
_PAGE_END = "\f"
# Lines share columns by chance where fewer do, in lines, and as a share of all.
_FEWEST = 4
_SHARE = 0.1


def is_laid_out(text: str) -> bool:
    """Whether a text has pages, or many lines with a second column at places that they share."""
    if _PAGE_END in text.strip():
        return True
    lines = list(chain.from_iterable(pages_of(text)))
    edges = edges_of(lines)
    shared = sum(
        any(abs(line.starts[1] - edge) <= SAME_EDGE for edge in edges)
        for line in lines
        if len(line.starts) > 1
    )
    return shared >= max(_FEWEST, _SHARE * len(lines))


def read(source: SourceText) -> Document:
    """The document of a text that was laid out."""
    account = Account(source.text)
    text, findings = control_characters(source, account)
    pages = list(pages_of(text))
    running = running_lines(pages)
    layouts = _layouts(pages, running)
    setting = Setting.of(cell for areas in layouts for cell in cells_of(areas))
    filling = Filling(Joining(account, setting), setting)
    blocks = list(_blocks(filling, layouts, running))
    document = assemble(source, account, blocks, MEDIA_TYPE, "layout text", findings)
    return replace(document, reasons=Reasons.of(filling.reasons))


def _layouts(
    pages: Sequence[Sequence[Line]], running: Sequence[Sequence[Line]]
) -> list[list[Area]]:
    """The areas of each page, what runs left out."""
    gap = gap_of(pages)
    layouts: list[list[Area]] = []
    for page, gone in zip(pages, running, strict=True):
        lines = [line for line in page if line not in gone]
        layouts.append(areas_of(lines, gap, layouts[-1] if layouts else ()))
    return layouts


def _blocks(
    filling: Filling, layouts: Sequence[list[Area]], running: Sequence[Sequence[Line]]
) -> Iterator[Block]:
    for number, (areas, gone) in enumerate(zip(layouts, running, strict=True)):
        if number:
            yield PageEnd()
        for line in gone:
            yield Furniture(_RUNNING, filling.joining.text(line))
        for area in areas:
            yield from filling.blocks(area)

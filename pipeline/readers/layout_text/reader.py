"""The reader of text that shows pages as they were laid out, columns kept apart by blanks.

`pdftotext -layout` and the layout modes of other tools write it: each line of a page is a line, its
words stand where they stood, and a form feed ends a page. Tables are known by the
columns that many lines share; lines are joined as those of drawn pages are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pipeline.document.model import Block, Document, Furniture, PageEnd
from pipeline.document.reasons import Reasons
from pipeline.readers.assemble import assemble
from pipeline.readers.layout_text.areas import Area, CellArea, TableArea, cells_of
from pipeline.readers.layout_text.edges import SAME_EDGE, edges_of
from pipeline.readers.layout_text.filling import Filling
from pipeline.readers.layout_text.joining import Joining
from pipeline.readers.layout_text.lines import Line, pages_of
from pipeline.readers.layout_text.parting import at_edge
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
# Indented lines alone are no columns: so many stand beside others, in lines.
_LEAST_BESIDE = 2


def is_laid_out(text: str) -> bool:
    """Whether a text has pages, or many lines with a second column at places that they share."""
    if _PAGE_END in text.strip():
        return True
    lines = list(chain.from_iterable(pages_of(text)))
    edges = edges_of(lines)
    beside = sum(any(at_edge(line, edge) for edge in edges) for line in lines)
    below = sum(any(abs(line.column - edge) <= SAME_EDGE for edge in edges) for line in lines)
    return beside >= _LEAST_BESIDE and beside + below >= max(_FEWEST, _SHARE * len(lines))


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


def _layouts(pages: Sequence[Sequence[Line]], running: Sequence[list[Line]]) -> list[list[Area]]:
    """The areas of each page, what runs left out; a title that a page repeats is added to that."""
    gap = gap_of(pages)
    layouts: list[list[Area]] = []
    title = ""
    for page, gone in zip(pages, running, strict=True):
        lines = [line for line in page if line not in gone]
        if title and lines and lines[0].chars == title:
            gone.append(lines.pop(0))
        layouts.append(areas_of(lines, gap, layouts[-1] if layouts else ()))
        title = _title_of_open(layouts[-1], title)
    return layouts


def _title_of_open(areas: Sequence[Area], before: str) -> str:
    """The line above the table that a page ends with: printed again where that goes on.

    `before` is that line for the table that the page begins with.
    """
    match areas:
        case [*_, CellArea(lines=[*_, line]), TableArea()]:
            return line.chars
        case [TableArea()]:
            return before
    return ""


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

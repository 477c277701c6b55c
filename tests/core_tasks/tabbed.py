"""Tab-separated text as tools of OCR leave it: one row a line, tags, rows cut by page ends."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace

from tests.core_tasks.parts import (
    Bullets,
    Cell,
    Contents,
    Document,
    Grid,
    Heading,
    Inner,
    Labelled,
    Lines,
    PageEnd,
    Para,
    Part,
    Row,
    places,
)

_PAGE = 2400  # characters on a page, about
_LONG = 120  # characters of a paragraph that may be cut
_LEAST = 4  # words on each side of a cut


def tabbed_of(document: Document, entities: bool) -> str:
    """The text of the file."""
    return _Writer(document, entities).text()


class _Writer:
    def __init__(self, document: Document, entities: bool) -> None:
        self.document = document
        self.entities = entities
        self.page = 1
        self.filled = 0
        self.pages = 2 + sum(map(_size, document.parts)) // _PAGE

    def text(self) -> str:
        lines = [line for part in self.document.parts for line in self._part(part)]
        return "\n\n" + "\n".join(lines) + "\n"

    def _safe(self, text: str) -> str:
        return html.escape(text, quote=False) if self.entities else text

    def _part(self, part: Part) -> Iterator[str]:
        if isinstance(part, Heading):
            yield from ("", "", self._safe(part.text), "")
        elif isinstance(part, Grid):
            yield from self._grid(part)
            yield ""
        elif isinstance(part, Labelled):
            yield from ("", self._safe(part.label))
            for inner in part.parts:
                yield from self._outside(inner)
        elif isinstance(part, Contents):
            yield from (self._safe(line) for _, line in part.lines)
        elif isinstance(part, PageEnd):
            yield from self._page_end()
        else:
            yield from self._outside(part)

    def _outside(self, part: Inner) -> Iterator[str]:
        self.filled += _size(part)
        if isinstance(part, Para):
            label = f"{part.label} " if part.label else ""
            yield self._safe(label + part.text)
        elif isinstance(part, Lines):
            yield from (self._safe(text) for text in part.texts)
        else:
            yield from (self._safe(text) for text in self._marked(part))
            yield ""

    def _marked(self, part: Bullets) -> Iterator[str]:
        mark = part.typed or self.document.dress.bullet
        for number, text in enumerate(part.items, 1):
            yield f"{f'{number}.' if part.ordered else mark} {text}"

    def _page_end(self) -> Iterator[str]:
        foot = self.document.foot.replace("{page}", str(self.page))
        yield from ("", foot.replace("{pages}", str(self.pages)), "")
        self.page += 1
        self.filled = 0
        if self.document.head:
            yield from (self.document.head, "")

    def _grid(self, grid: Grid) -> Iterator[str]:
        heads = [row for row in grid.rows if row.repeats]
        deep = [0] * len(grid.widths)
        for number, row in enumerate(grid.rows):
            size = sum(_size(part) for cell in row.cells for part in cell.parts)
            cut = self._cut(row) if self.filled + size > _PAGE and number else None
            if cut is None:
                yield self._row(row, deep)
                self.filled += size
                continue
            before, after = cut
            yield self._row(before, deep)
            yield from self._page_end()
            if heads and len(grid.widths) > 2:
                yield from (self._row(head, [0] * len(grid.widths)) for head in heads)
            yield self._row(after, deep, goes_on=True)

    def _cut(self, row: Row) -> tuple[Row, Row] | None:
        """The row parted inside a sentence or between two items of its last cell."""
        if len(row.cells) != 2 or row.cells[0].kind != "label" or row.cells[1].kind != "value":
            return None
        cell = row.cells[1]
        for number, part in enumerate(cell.parts):
            parted = _parted(part)
            if parted:
                before = Cell((*cell.parts[:number], parted[0]))
                after = Cell((parted[1], *cell.parts[number + 1 :]))
                empty = Cell((), row.cells[0].kind)
                return (
                    replace(row, cells=(row.cells[0], replace(before, span=cell.span))),
                    replace(row, cells=(empty, replace(after, span=cell.span))),
                )
        return None

    def _row(self, row: Row, deep: list[int], goes_on: bool = False) -> str:
        cells = places(row, deep)
        return "\t".join(self._cell(cell, goes_on) if cell else "" for cell in cells)

    def _cell(self, cell: Cell, goes_on: bool) -> str:
        if cell.kind != "value":
            return " ".join(self._safe(part.text) for part in cell.parts if isinstance(part, Para))
        only = cell.parts[0] if len(cell.parts) == 1 else None
        if isinstance(only, Para) and only.face == "plain" and not goes_on:
            return self._safe(only.text)
        return " ".join(self._tagged(part) for part in cell.parts)

    def _tagged(self, part: Inner) -> str:
        if isinstance(part, Para):
            tag = {"italic": "i", "bold": "b", "title": "b"}.get(part.face, "")
            text = self._safe(part.text)
            return f"<p><{tag}>{text}</{tag}></p>" if tag else f"<p>{text}</p>"
        if isinstance(part, Lines):
            return " ".join(f"<p>{self._safe(text)}</p>" for text in part.texts)
        tag = "ol" if part.ordered else "ul"
        items = " ".join(self._safe(text) for text in self._marked(part))
        return f'<{tag} style="list-style-type: none;"> {items}'


def _size(part: Part) -> int:
    if isinstance(part, Para):
        return len(part.text)
    if isinstance(part, Bullets):
        return sum(map(len, part.items))
    if isinstance(part, Labelled):
        return sum(map(_size, part.parts))
    if isinstance(part, Grid):
        return sum(_size(p) for row in part.rows for cell in row.cells for p in cell.parts)
    return 40


def _parted(part: Inner) -> tuple[Inner, Inner] | None:
    if isinstance(part, Bullets) and len(part.items) > 1 and not part.ordered:
        return replace(part, items=part.items[:1]), replace(part, items=part.items[1:])
    if isinstance(part, Para) and len(part.text) > _LONG:
        words = part.text.split(" ")
        for at in range(len(words) // 2, len(words) - _LEAST):
            if at >= _LEAST and words[at][0].islower() and words[at - 1][-1].isalpha():
                first = replace(part, text=" ".join(words[:at]))
                return first, replace(part, text=" ".join(words[at:]))
    return None

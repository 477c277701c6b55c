"""A small notation for specimens: what a reader made of a source, on one line.

Blocks are parted by `; `. A paragraph of its own is `p:text`, loose text is `text`, in a list
without items `ul>text`; a heading `h2:text`; an item `-text` (`=text` where it is numbered,
`3=text` with its number), one dash a level, `+` before the first of its list; a table
`{cell | cell // cell}` with `{caption: ...}`, `!` before a header cell and `2x3>` before one of
two rows and three columns; a page end `---`; furniture `(kind: text)`.
In text `/` is a line end, `*...*` bold and `_..._` italic.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.document.model import (
    Block,
    Cell,
    Document,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Row,
    Table,
    texts,
)
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.readers import html, markdown, tabbed
from pipeline.readers.layout_text import reader as layout
from pipeline.readers.source import SourceText


def layout_blocks(source: str) -> str:
    """The blocks that the reader of laid out text makes of a source."""
    return shown(layout.read(SourceText(source, "utf-8")).blocks)


def html_blocks(source: str) -> str:
    """The blocks that the HTML reader makes of a source."""
    return shown(html.read(SourceText(source, "utf-8")).blocks)


def markdown_blocks(source: str) -> str:
    """The blocks that the Markdown reader makes of a source."""
    return shown(markdown.read(SourceText(source, "utf-8")).blocks)


def tabbed_blocks(source: str) -> str:
    """The blocks that the reader of tabbed text makes of a source."""
    return shown(tabbed.read(SourceText(source, "utf-8")).blocks)


def shown(blocks: Sequence[Block]) -> str:
    """Blocks in the notation of this module."""
    return "; ".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"h{block.level}:{shown_text(block.text)}"
        case Paragraph():
            form = "p:" if block.own_block else f"{block.in_list}>" if block.in_list else ""
            return f"{form}{shown_text(block.text)}"
        case ListItem():
            return _item(block)
        case Table():
            caption = [f"caption: {shown_text(block.caption)}"] if block.caption else []
            return "{" + " // ".join([*caption, *(_row(row) for row in block.rows)]) + "}"
        case PageEnd():
            return "---"
        case Furniture():
            return f"({block.kind}: {shown_text(block.text)})"


def _item(item: ListItem) -> str:
    number = "" if item.number is None else str(item.number)
    sign = "=" if item.ordered else "-"
    opens = "+" if item.opens else ""
    return f"{opens}{number}{sign * item.level}{shown_text(item.text)}"


def _row(row: Row) -> str:
    return " | ".join(_cell(cell) for cell in row.cells)


def _cell(cell: Cell) -> str:
    spans = f"{cell.rowspan}x{cell.colspan}>" if (cell.rowspan, cell.colspan) != (1, 1) else ""
    return f"{'!' if cell.header else ''}{spans}{shown(cell.blocks)}"


def shown_text(text: Text) -> str:
    """A text with its line ends and styles."""
    pieces = []
    pairs = zip(text.chars, text.styles, strict=True)
    for style, group in itertools.groupby(pairs, key=lambda pair: pair[1]):
        chars = "".join(char for char, _ in group).replace("\n", "/")
        chars = f"_{chars}_" if style & ITALIC else chars
        pieces.append(f"*{chars}*" if style & BOLD else chars)
    return "".join(pieces)


def places_of(document: Document, wanted: str) -> list[str]:
    """Where the first occurrence of some words stands: `line:column-line:column`, end exclusive."""
    for text in texts(document.blocks):
        at = text.chars.find(wanted)
        if at >= 0:
            origins = sorted({origin for origin, _ in text[at : at + len(wanted)].visible()})
            return [
                f"{p.line}:{p.column}-{p.end_line}:{p.end_column}"
                for p in document.locator.places(origins)
            ]
    raise AssertionError(f"{wanted!r} is in no block of {shown(document.blocks)}")


def content_count(document: Document) -> int:
    """How many characters of the source stand in the blocks."""
    return len({origin for text in texts(document.blocks) for origin, _ in text.visible()})

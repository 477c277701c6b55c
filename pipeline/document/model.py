"""Blocks, tables and the whole document, as a reader leaves them. No meaning is decided here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.document.reasons import Reasons
from pipeline.document.text import Text, join


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the source marks as one; level 1 is the highest."""

    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. Line ends inside `text` are those of the source, meant or not.

    `own_block` tells that the source marks it as a paragraph of its own;
    `in_list` is "ul" or "ol" for loose text inside a list without items; `goes_on`
    tells that a page ends after it and its form does not show that it ends as well.
    """

    text: Text
    own_block: bool = False
    in_list: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item that the source marks as one. Level 1 is the outermost list.

    `opens` tells that it is the first of its list; `number` is the number that a
    reader of the document sees before it, where it is one.
    """

    text: Text
    level: int = 1
    ordered: bool = False
    opens: bool = False
    number: int | None = None


@dataclass(frozen=True)
class Cell:
    """A table cell; `rowspan` and `colspan` count rows and columns from 1."""

    blocks: tuple[Block, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    header: bool = False

    @cached_property
    def text(self) -> Text:
        """All its text, its blocks joined by line ends."""
        return join((text for text in texts(self.blocks) if text), "\n").strip()


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, as drawn: a merged cell stands only where it begins.

    `goes_on` tells that a page ends in it: neither is it drawn to an end, nor a row to begin there.
    """

    cells: tuple[Cell, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `caption` is printed with it."""

    rows: tuple[Row, ...]
    caption: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class PageEnd:
    """The source shows that a page ends here."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that by its form is no content: navigation, scripts, hidden text. `kind` says which."""

    kind: str
    text: Text


Block = Heading | Paragraph | ListItem | Table | PageEnd | Furniture


class Locator(Protocol):
    """Turns origins into places."""

    def places(self, origins: Sequence[int]) -> tuple[Place, ...]:
        """The places of the stretch that has these origins (ascending, none INSERTED)."""
        ...


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader saw.

    `source_chars` is the number of visible characters of the decoded source and
    `markup` how many of them were syntax, by kind: the reader's own account,
    which the ledger adds up against the blocks. `structure` tells for each page
    of a paged source what its tables were read by; `reasons` why it was read so.
    """

    media_type: str
    reader: str
    blocks: tuple[Block, ...]
    locator: Locator
    source_chars: int
    markup: dict[str, int]
    findings: tuple[Diagnostic, ...] = ()
    structure: tuple[str, ...] = ()
    reasons: Reasons = field(default_factory=Reasons)


def texts(blocks: Sequence[Block]) -> Iterator[Text]:
    """Every text of the blocks, tables included, in document order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | ListItem() | Furniture():
                yield block.text
            case Table():
                yield block.caption
                for row in block.rows:
                    for cell in row.cells:
                        yield from texts(cell.blocks)
            case PageEnd():
                pass

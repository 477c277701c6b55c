"""The neutral tree that a shape gives and a producer writes: headings, paragraphs, lists, tables.

A line break inside a paragraph is a newline in the text of a run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Emphasis = Literal["", "bold", "italic", "both", "underline"]
Rules = Literal["grid", "horizontal", "none"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one face."""

    text: str
    emphasis: Emphasis = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the title of the document."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A real list, with markers of the producer's own; an item may hold further blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: tuple[Block, ...]
    span: int = 1
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `shares` are the widths of its columns."""

    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]
    has_head: bool = False
    rules: Rules = "grid"


@dataclass(frozen=True, slots=True)
class PageEnd:
    """The end of a page."""


Block = Heading | Para | Items | Table | PageEnd
Tree = tuple[Block, ...]


def para(*parts: str | Run) -> Para:
    """A paragraph of plain texts and runs."""
    return Para(tuple(Run(part) if isinstance(part, str) else part for part in parts))


def items(texts: list[str], ordered: bool = False) -> Items:
    """A real list of plain texts."""
    return Items(tuple((para(text),) for text in texts), ordered)


def cell(*blocks: Block | str, span: int = 1) -> Cell:
    """A cell with values."""
    return Cell(tuple(para(b) if isinstance(b, str) else b for b in blocks), span)


def label(text: str, span: int = 1) -> Cell:
    """A cell with a label."""
    return Cell((para(text),) if text else (), span, is_label=True)


def plain(found: Para) -> str:
    """The text of a paragraph."""
    return "".join(run.text for run in found.runs)


def texts(tree: tuple[Block, ...]) -> Iterator[str]:
    """All texts of a tree, in order."""
    for block in tree:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Para):
            yield plain(block)
        elif isinstance(block, Items):
            for item in block.items:
                yield from texts(item)
        elif isinstance(block, Table):
            for row in block.rows:
                for one in row:
                    yield from texts(one.blocks)

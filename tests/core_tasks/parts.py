"""A document as parts, before any program prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Face = Literal["plain", "bold", "italic", "title"]
CellKind = Literal["label", "value", "head", "title"]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `label` opens it, in the face of labels where the maker has one."""

    text: str
    face: Face = "plain"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one paragraph."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `typed` is the mark that was typed by hand, empty where it is a list."""

    items: tuple[str, ...]
    ordered: bool = False
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with what is said below it or beside it, outside a table."""

    label: str
    parts: tuple[Para | Lines | Bullets, ...]


Inner = Para | Lines | Bullets


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns and `depth` rows."""

    parts: tuple[Inner, ...]
    kind: CellKind = "value"
    span: int = 1
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `repeats` on each page that its table reaches. Covered cells are absent."""

    cells: tuple[Cell, ...]
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the widths are shares of one."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A page of contents: (level, line) with dots and a page number in it."""

    title: str
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PageEnd:
    """A new page."""


Part = Para | Lines | Bullets | Labelled | Grid | Heading | Contents | PageEnd


@dataclass(frozen=True, slots=True)
class Dress:
    """Fonts, paper and rules."""

    font: str
    size: float
    paper: Literal["a4", "letter", "landscape"]
    margin: float  # centimetres
    rules: Literal["grid", "horizontal", "shaded", "none"]
    bullet: str
    heading_styles: bool = True
    justified: bool = False
    hyphenated: bool = False
    padding: float = 3.0
    gap: float = 5.0


@dataclass(frozen=True, slots=True)
class Document:
    """All that is printed; `foot` holds {page} and {pages}."""

    title: str
    cover: tuple[str, ...]
    parts: tuple[Part, ...]
    head: str
    foot: str
    dress: Dress
    tags: dict[str, str] = field(default_factory=dict)


def cell_of(text: str, kind: CellKind = "value", span: int = 1) -> Cell:
    """A cell of one paragraph; an empty text is an empty cell."""
    return Cell((Para(text),) if text else (), kind, span)


def places(row: Row, deep: list[int]) -> list[Cell | None]:
    """What each place of a row without merged cells holds: a cell where it begins, else nothing.

    `deep` counts for each column the rows that a cell above covers yet; it is carried from row to
    row.
    """
    found: list[Cell | None] = []
    cells = list(row.cells)
    while len(found) < len(deep):
        at = len(found)
        if deep[at]:
            deep[at] -= 1
            found.append(None)
            continue
        cell = cells.pop(0)
        deep[at] = cell.depth - 1
        found += [cell, *[None] * (cell.span - 1)]
    return found

"""The pieces of a cell as passages: what a word processor or a typesetter sets one by one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tests.rendering.sheet import Piece

Look = Literal["plain", "title", "emphasis"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one paragraph, parted by meant line breaks; `head` opens it, emphasised.

    `look`: emphasised as a whole, a plain title, or plain. Both first stay with what follows.
    """

    lines: tuple[str, ...]
    look: Look = "plain"
    head: str = ""


@dataclass(frozen=True, slots=True)
class MarkedList:
    """Items with markers of their own, in a hanging indent."""

    items: tuple[str, ...]
    ordered: bool
    start: int = 1


Passage = Paragraph | MarkedList


def passages(pieces: tuple[Piece, ...], bullet: str) -> Iterator[Passage]:
    """The passages of a cell; `bullet` marks the items whose marker is typed."""
    for (is_item, form, ordered), group in itertools.groupby(
        pieces, lambda p: (p.kind == "item", p.form, p.ordered)
    ):
        members = list(group)
        if is_item:
            yield from _items(members, form, ordered, bullet)
        else:
            yield from (_paragraph(piece) for piece in members)


def _paragraph(piece: Piece) -> Paragraph:
    looks: dict[str, Look] = {"emph": "emphasis", "title": "title"}
    return Paragraph((piece.text,), looks.get(piece.kind, "plain"), piece.head)


def _items(items: list[Piece], form: str, ordered: bool, bullet: str) -> Iterator[Passage]:
    texts = tuple(item.text for item in items)
    marked = tuple(
        f"{item.number}. {item.text}" if ordered else f"{bullet} {item.text}" for item in items
    )
    if form == "li":
        yield MarkedList(texts, ordered, items[0].number or 1)
    elif form == "br":
        yield Paragraph(marked)
    elif form == "lines":
        yield Paragraph(texts)
    elif form == "flat":
        yield Paragraph((" ".join(texts),))
    else:
        shown = marked if form in ("typed", "unclosed") else texts
        yield from (Paragraph((text,)) for text in shown)

"""Passages: the whole paragraphs and list items that a value is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pipeline.document.model import Block
from pipeline.document.text import BOLD, ITALIC, Text, join


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a list item.

    `number` is the printed number of an item; `opens` marks the first item of a
    list that the source marks as one; `own_block` tells that its form shows it to
    begin a paragraph, `closed` that its form shows where that ends, `goes_on` that its
    last line is full where the page ends; `opens_cell` that a table cell begins with it.
    `level` is that of a nested list's item.
    """

    text: Text
    is_item: bool = False
    ordered: bool = False
    number: int | None = None
    opens: bool = False
    own_block: bool = False
    closed: bool = False
    goes_on: bool = False
    opens_cell: bool = False
    heading: bool = False
    level: int = 1
    raw: str = ""
    steps: tuple[str, ...] = ()
    marker: Text = field(default_factory=Text)

    @property
    def chars(self) -> str:
        """The passage's characters."""
        return self.text.chars

    @property
    def emphasised(self) -> bool:
        """Whether all of it is bold, italic or a heading."""
        return self.heading or self.text.all_styled(BOLD) or self.text.all_styled(ITALIC)

    def emphasised_prefix(self) -> int:
        """Length of an emphasised opening that is not the whole, 0 where there is none."""
        if self.emphasised:
            return 0
        return max(self.text.styled_prefix(BOLD), self.text.styled_prefix(ITALIC))

    def split_at(self, end: int) -> tuple[Passage, Passage]:
        """The passage in two, white space at the cut dropped."""
        first = replace(self, text=self.text[:end].strip(), raw="")
        second = replace(
            self,
            text=self.text[end:].strip(),
            raw="",
            is_item=False,
            number=None,
            opens_cell=False,
            own_block=True,
        )
        return first, second


@dataclass(frozen=True, slots=True)
class ValueCell:
    """The blocks of one cell of a value.

    `after_page_end` tells that a page may have ended before it, so that its
    opening may continue what the cell before it began.
    """

    blocks: tuple[Block, ...]
    after_page_end: bool = False


def rows_of(passages: Iterable[Passage]) -> list[list[Passage]]:
    """The passages by the rows of the tables that they stand in; text before any is one too."""
    rows: list[list[Passage]] = []
    for passage in passages:
        if passage.opens_cell or not rows:
            rows.append([])
        rows[-1].append(passage)
    return rows


def joined_text(passages: Iterable[Passage]) -> Text:
    """All passages as one text."""
    return join(passage.text for passage in passages)

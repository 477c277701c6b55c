"""Numbered paragraphs: items of a list, or lines with the number that Word prints before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.document.model import Block, Furniture, ListItem, PageEnd, Paragraph
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.readers.docx.names import Element
from pipeline.readers.docx.numbering import Marker

# What people type before the items of a list.
_TYPED_NUMBER = re.compile(r"\(?\d{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph of a list before it is known what stands beside it."""

    text: Text
    marker: Marker
    paragraph: Element
    depth: int

    def item(self, opens_list: bool) -> ListItem:
        """The paragraph as an item."""
        marker = self.marker
        level = max(marker.level, self.depth) + 1
        return ListItem(
            self.text, level, marker.ordered, marker.opens or opens_list, _plain_number(marker)
        )


def settled(
    found: Sequence[Block | Numbered],
    in_table: bool,
    with_number: Callable[[Numbered], Text],
) -> list[Block]:
    """The blocks, each numbered paragraph as an item of a list or as a line with its number."""
    beside = [block for block in found if not isinstance(block, Furniture | PageEnd)]
    blocks: list[Block] = []
    at = -1
    for block in found:
        at += not isinstance(block, Furniture | PageEnd)
        if not isinstance(block, Numbered):
            blocks.append(block)
            continue
        before, after = beside[:at][-1:], beside[at + 1 :][:1]
        if not block.text and len(beside) > 1:
            continue
        if _is_line(block, _is_lone(*before, *after), in_table):
            blocks.append(Paragraph(with_number(block), own_block=True))
        elif block.text:
            opens_list = not before or not isinstance(before[0], Numbered)
            blocks.append(block.item(opens_list))
    return blocks


def _is_line(block: Numbered, is_lone: bool, in_table: bool) -> bool:
    """Whether a numbered paragraph is a title or a sentence rather than one of several items.

    A lone number in a cell is one that a typed list could have, or the cell's title. Of a list
    that the file lacks it is not known whether it had numbers: its titles stand by themselves.
    """
    marker = block.marker
    if marker.lost:
        return _is_emphasised(block.text) or (is_lone and not in_table)
    if not marker.ordered:
        return False
    if marker.worded or not block.text or _is_emphasised(block.text):
        return True
    return is_lone and (not in_table or bool(_TYPED_NUMBER.fullmatch(marker.text)))


def _is_lone(*beside: Block | Numbered) -> bool:
    return not any(isinstance(block, Numbered) for block in beside)


def _is_emphasised(text: Text) -> bool:
    return text.all_styled(BOLD) or text.all_styled(ITALIC)


def _plain_number(marker: Marker) -> int | None:
    return marker.number if marker.ordered and marker.text.strip(" ().").isdigit() else None

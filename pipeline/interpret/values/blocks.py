"""Passages to text blocks: paragraphs and lists, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Node, leaf


def text_blocks(passages: Iterable[Passage]) -> list[Node]:
    """The blocks of prose; items that follow each other are one list.

    A list ends where text stands between, where numbers and bullets change, and
    where the source opens a new one or counts from the beginning again.
    """
    blocks: list[Node] = []
    previous: Passage | None = None
    for passage in passages:
        node = leaf(passage.text, passage.raw, passage.steps)
        if not passage.is_item:
            blocks.append({"type": "paragraph", "text": node})
        elif previous is not None and _same_list(previous, passage):
            blocks[-1]["items"].append(node)
        else:
            blocks.append({"type": "list", "ordered": passage.ordered, "items": [node]})
        previous = passage
    return blocks


def _same_list(before: Passage, item: Passage) -> bool:
    if not before.is_item or before.ordered != item.ordered:
        return False
    if item.number is not None and before.number is not None and item.number <= before.number:
        return False
    return not item.opens

"""Boxes that were left open where others are ticked: what stands behind them may not be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.core import signs
from pipeline.core.diagnostics import Diagnostic
from pipeline.document.model import Document, texts
from pipeline.document.text import INSERTED
from pipeline.interpret.tree import Placed

_OPENS = re.compile(rf"(?m)^\s*([{signs.TICKED}{signs.UNTICKED}])\s*(?=\S)")


def unticked(document: Document, found: Sequence[Placed]) -> Iterator[Diagnostic]:
    """A finding for each value behind a box that is not ticked; none where no box is."""
    boxes = [
        (match[1], text.origins[match.end()])
        for text in texts(document.blocks)
        for match in _OPENS.finditer(text.chars)
    ]
    if not any(box in signs.TICKED for box, _ in boxes):
        return
    behind = {origin for box, origin in boxes if box in signs.UNTICKED} - {INSERTED}
    values: dict[int, Placed] = {}
    # Of what is read from one text, its kind among them, the text itself is told.
    for item in sorted(found, key=lambda item: len(item.origins)):
        if item.origins and item.origins[0] in behind:
            values[item.origins[0]] = item
    for origin, item in sorted(values.items()):
        message = f"the box before {item.leaf.text.chars[:40]!r} is not ticked, as others are"
        yield Diagnostic("BCP316", message, document.locator.places([origin])[0], item.pointer)

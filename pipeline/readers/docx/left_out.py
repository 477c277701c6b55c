"""What of the body was left out although a reader of the file may have meant it as content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.model import Block, Furniture, Locator, texts
from pipeline.document.text import Text, join
from pipeline.readers.docx.controls import PLACEHOLDER

HIDDEN, COVERED, TOO_MUCH = "hidden text", "covered cells", "BCP156"
# Letters: some five words. Marks that somebody hid, and what merging left in a cell, have fewer.
_FEW = 30
_SHOWN = 60


def left_out_findings(
    blocks: Sequence[Block], locator: Locator, doubtful: Set[int]
) -> Iterator[Diagnostic]:
    """A finding for each stretch that was left out, is more than a mark, and stands nowhere else.

    Of prompts only those are meant whose origins are in `doubtful`: they do not look like one.
    """
    content = [block for block in blocks if not isinstance(block, Furniture)]
    said = ""
    for kind, text in _stretches(blocks):
        origins = sorted(text.visible_origins())
        letters = _letters(text)
        if len(letters) <= _FEW or (kind == PLACEHOLDER and doubtful.isdisjoint(origins)):
            continue
        said = said or "".join(map(_letters, texts(content)))
        if letters not in said:
            chars = " ".join(text.chars.split())
            shown = chars if len(chars) <= _SHOWN else f"{chars[:_SHOWN]}..."
            message = f"{len(chars.split())} words are {kind}, and no content: `{shown}`"
            yield Diagnostic(TOO_MUCH, message, locator.places(origins)[0])


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[str, Text]]:
    """What was left out, each with its kind; runs of one stretch are put together."""
    for kind, run in groupby(blocks, lambda b: b.kind if isinstance(b, Furniture) else ""):
        if kind in (HIDDEN, COVERED, PLACEHOLDER):
            yield kind, join((b.text for b in run if isinstance(b, Furniture)), "\n")


def _letters(text: Text) -> str:
    return "".join(filter(str.isalpha, text.chars))

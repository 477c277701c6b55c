"""What a text source holds and does not show: told, as a warning where it may be content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.model import Block, Furniture, Table
from pipeline.document.model import texts as texts_of
from pipeline.document.text import Text
from pipeline.readers.source import LineLocator

HIDDEN = "hidden text"
DELETED, STRUCK = "deleted text", "struck-through text"
SCRIPTLESS, DRAWN = "text for pages without scripts", "text of drawings"
TOLD, TOO_MUCH = "BCP145", "BCP156"
# Letters, of each kind: what has more, and stands nowhere else, may have been content. Of hidden
# text some five words, as in a PDF; that scripts are needed is said in a sentence or two. Who
# strikes text out says that it is none.
_FEW = {HIDDEN: 30, SCRIPTLESS: 150, DRAWN: 30}
_STRUCK = (DELETED, STRUCK)
# A message shows so many characters of what was left out.
_SHOWN = 60


def left_out_findings(blocks: Sequence[Block], locator: LineLocator) -> Iterator[Diagnostic]:
    """A finding for each kind of text that was left out, at the first place of it."""
    left: dict[str, list[Text]] = defaultdict(list)
    kept: list[Text] = []
    for block in _flat(blocks):
        if isinstance(block, Furniture):
            left[block.kind].append(block.text)
        else:
            kept += texts_of((block,))
    if left.keys() & {*_FEW, *_STRUCK}:
        yield from _findings(left, _letters(kept), locator)


def _findings(left: dict[str, list[Text]], kept: str, locator: LineLocator) -> Iterator[Diagnostic]:
    for kind, few in _FEW.items():
        alone = [text for text in left[kind] if _letters([text]) not in kept]
        if len(_letters(alone)) > few:
            yield _finding(TOO_MUCH, kind, alone, "and stand nowhere else", locator)
        elif left[kind]:
            yield _finding(TOLD, kind, left[kind], "and no content", locator)
    for kind in _STRUCK:
        if left[kind]:
            yield _finding(TOLD, kind, left[kind], "and no content", locator)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with those of cells in place of their tables."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _flat(cell.blocks)
        else:
            yield block


def _letters(texts: Iterable[Text]) -> str:
    return "".join(char for text in texts for char in text.chars if char.isalpha())


def _finding(
    code: str, kind: str, texts: Sequence[Text], where: str, locator: LineLocator
) -> Diagnostic:
    chars = " ".join(" ".join(text.chars.split()) for text in texts)
    shown = chars if len(chars) <= _SHOWN else f"{chars[:_SHOWN]}..."
    place = locator.places(texts[0].visible_origins()[:1])[0]
    return Diagnostic(code, f"{len(chars.split())} words are {kind}, {where}: `{shown}`", place)

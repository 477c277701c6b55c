"""What a text source holds and does not show: told, as a warning where it may be content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.text import beginning, collapse
from pipeline.document.model import Block, Furniture, Locator, Table
from pipeline.document.model import texts as texts_of
from pipeline.document.text import Text

HIDDEN, WHITE = "hidden text", "white text"
DELETED, STRUCK = "deleted text", "struck-through text"
COVERED, PLACEHOLDER = "covered cells", "placeholder text"
SCRIPTLESS, DRAWN = "text for pages without scripts", "text of drawings"
TOLD, TOO_MUCH = "BCP145", "BCP156"
# Letters, of each kind: what has more, and stands nowhere else, may have been content. Of hidden
# text some five words, as in a PDF; that scripts are needed is said in a sentence or two. Who
# strikes text out says that it is none.
_FEW = {HIDDEN: 30, WHITE: 30, SCRIPTLESS: 150, DRAWN: 30, COVERED: 30, PLACEHOLDER: 30}
_STRUCK = (DELETED, STRUCK)
_KINDS = (*_FEW, *_STRUCK)
# What a reader tells by itself, and here only where it may be content.
_TOLD_ELSEWHERE = (PLACEHOLDER,)
# A message shows so many characters of what was left out.
_SHOWN = 60


def left_out_findings(
    blocks: Sequence[Block], locator: Locator, kinds: Sequence[str] = _KINDS
) -> Iterator[Diagnostic]:
    """A finding for each of some kinds of text that was left out, at the first place of it."""
    left: dict[str, list[Text]] = defaultdict(list)
    kept: list[Text] = []
    for block in _flat(blocks):
        if isinstance(block, Furniture):
            left[block.kind].append(block.text)
        else:
            kept += texts_of((block,))
    for kind in kinds:
        found = _finding(kind, left[kind], kept, locator) if left[kind] else None
        if found is not None and (found.code == TOO_MUCH or kind not in _TOLD_ELSEWHERE):
            yield found


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
    kind: str, texts: Sequence[Text], kept: Sequence[Text], locator: Locator
) -> Diagnostic:
    code, where = TOLD, "and no content"
    if kind in _FEW:
        content = _letters(kept)
        alone = [text for text in texts if _letters([text]) not in content]
        if len(_letters(alone)) > _FEW[kind]:
            code, where, texts = TOO_MUCH, "and stand nowhere else", alone
    chars = collapse(" ".join(text.chars for text in texts))
    shown = beginning(chars, _SHOWN)
    place = locator.places(texts[0].visible_origins()[:1])[0]
    return Diagnostic(code, f"{len(chars.split())} words are {kind}, {where}: `{shown}`", place)

"""Page ends of a PDF that leave in doubt whether a paragraph ends there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from tests.shapes.tree import Block, Heading, Items, Para, Table, plain

_TAIL, _HEAD = 24, 12  # characters around a page end that tell where it falls
_FULL = 0.85  # of the longest line near it: a last line of this length may be a full one
_NEAR = 12  # lines
_END = "\0"  # of a paragraph that another one follows


def has_doubt(tree: tuple[Block, ...], pdf: bytes) -> bool:
    """Whether a paragraph ends with a full line at a page end, and another one follows."""
    passages = [_squeezed(text) for text in _passages(tree)]
    for before, after in itertools.pairwise(_pages(pdf)):
        mark = f"{_squeezed(before)[-_TAIL:]}{_END}{_squeezed(after)[:_HEAD]}"
        if _ends_full(before) and any(mark in text for text in passages):
            return True
    return False


def _ends_full(page: str) -> bool:
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    return not lines or len(lines[-1]) >= _FULL * max(len(line) for line in lines[-_NEAR:])


def _passages(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Paragraphs that follow each other in one place, joined."""
    joined: list[str] = []
    for block in blocks:
        if isinstance(block, Para):
            joined.append(plain(block))
            continue
        yield _END.join(joined)
        joined = []
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _passages(cell.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from _passages(item)
        elif isinstance(block, Heading):
            yield block.text
    yield _END.join(joined)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\x02\u00ad\ufffe\u2010-]+", "", text)


def _pages(pdf: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()

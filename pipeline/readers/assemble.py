"""The last step of every text reader: blocks and account to a Document."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.model import Block, Document, texts
from pipeline.readers.source import Account, LineLocator, SourceText


def assemble(
    source: SourceText,
    account: Account,
    blocks: Sequence[Block],
    media_type: str,
    reader: str,
    findings: Sequence[Diagnostic],
) -> Document:
    """The document, with the reader's sum of characters."""
    content = (origin for text in texts(blocks) for origin in text.visible_origins())
    source_chars, markup = account.totals(content)
    return Document(
        media_type=media_type,
        reader=reader,
        blocks=tuple(blocks),
        locator=LineLocator.of(source.text, account.reference_ends),
        source_chars=source_chars,
        markup=markup,
        findings=(*source.findings, *findings),
    )

"""The last step of every text reader: blocks and account to a Document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

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
    locator = LineLocator.of(source.text, account.reference_ends)
    return Document(
        media_type=media_type,
        reader=reader,
        blocks=tuple(blocks),
        locator=locator,
        source_chars=source_chars,
        markup=markup,
        findings=(*source.findings, *findings, *_faults(account, locator)),
    )


def _faults(account: Account, locator: LineLocator) -> Iterator[Diagnostic]:
    """One finding for each kind of fault, at its first place."""
    count = Counter(account.faults.values())
    for offset, message in sorted(account.faults.items()):
        if number := count.pop(message, 0):
            more = f" (and at {number - 1} more places)" if number > 1 else ""
            (place,) = locator.places((offset,))
            yield Diagnostic("BCP109", f"{message}{more}", place)

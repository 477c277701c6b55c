"""The last step of every text reader: blocks and account to a Document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.model import Block, Document, texts
from pipeline.readers.asides import without_asides
from pipeline.readers.left_out import left_out_findings
from pipeline.readers.source import Account, LineLocator, SourceText, counted


def assemble(
    source: SourceText,
    account: Account,
    blocks: Sequence[Block],
    media_type: str,
    reader: str,
    findings: Sequence[Diagnostic],
) -> Document:
    """The document, with the reader's sum of characters."""
    blocks = without_asides(blocks)
    content = (origin for text in texts(blocks) for origin in text.visible_origins())
    source_chars, markup = account.totals(content)
    locator = LineLocator.of(source.text, account.reference_ends)
    return Document(
        media_type=media_type,
        reader=reader,
        blocks=blocks,
        locator=locator,
        source_chars=source_chars,
        markup=markup,
        findings=(
            *source.findings,
            *findings,
            *_faults(account, locator),
            *left_out_findings(blocks, locator),
        ),
    )


def _faults(account: Account, locator: LineLocator) -> Iterator[Diagnostic]:
    """One finding for each kind of fault, at its first place."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for offset, (code, message) in sorted(account.faults.items()):
        places[code, message].append(offset)
    for (code, message), offsets in places.items():
        yield from counted(code, message, offsets, locator)

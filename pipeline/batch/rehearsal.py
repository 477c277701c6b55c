"""A document that no reader made, interpreted before others are: what is worked out once is then.

Labels folded and compared, expressions compiled: the first document of a process pays for these.
Processes that begin as copies of one that has rehearsed find them done.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from pipeline.core.diagnostics import Place
from pipeline.core.errors import DocumentError
from pipeline.document.model import Block, Cell, Document, Heading, Paragraph, Row, Table
from pipeline.document.text import plain
from pipeline.families.model import Family
from pipeline.interpret.interpret import interpret

# More labels of each field are of no use to most documents: the rehearsal takes 0.1 s with these.
_LABELS = 2


class _Nowhere:
    """What the document says stands nowhere."""

    def places(self, _: Sequence[int]) -> tuple[Place, ...]:
        return ()


def rehearse(families: tuple[Family, ...]) -> None:
    """Interpret a document with the labels of each family."""
    for family in families:
        blocks = (
            Heading(1, plain(family.document_types[0])),
            *(Heading(2, plain(section.labels[0])) for section in family.sections),
            *_tables(family),
        )
        document = Document("text/plain", "rehearsal", blocks, _Nowhere(), 0, {})
        # Whether it would be a profile does not matter.
        with contextlib.suppress(DocumentError):
            interpret(document, families)


def _tables(family: Family) -> list[Block]:
    """A table for each field: its first labels, each beside a sentence."""
    return [Table(tuple(map(_row, field.labels[:_LABELS]))) for field in family.fields]


def _row(label: str) -> Row:
    return Row((_cell(label), _cell(f"De {label} is goed.")))


def _cell(chars: str) -> Cell:
    return Cell((Paragraph(plain(chars)),))

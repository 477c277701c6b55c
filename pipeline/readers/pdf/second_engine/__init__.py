"""PDFium, the second engine: what opens a file, the text of each page, and copies written anew.

The only place that names its library; `marks` makes marks of its bare text.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pypdfium2

from pipeline.core import heartbeat
from pipeline.readers.pdf.engines import guarded
from pipeline.readers.pdf.second_engine.annotations import Annotation, annotations_of
from pipeline.readers.pdf.settings import Limit

# Real profiles are below 50 pages (contract.md, Limits); a file may claim billions.
MOST_PAGES: Limit = 5_000
# How PDFium writes a hyphen at a line end.
HYPHEN = "\u0002"
SecondEngineError = pypdfium2.PdfiumError
"""What PDFium says that it cannot do."""


@dataclass(frozen=True, slots=True)
class BareText:
    """What PDFium reads of a PDF.

    `pages` holds the text of each page, as far as `count`, the number of pages that it has, is
    not absurd; `faults` tells why a page has none, by its number from 1; `fault` tells why the
    file cannot be opened; `annotations` are the texts above its pages.
    """

    count: int = 0
    pages: tuple[str, ...] = ()
    faults: Mapping[int, str] = field(default_factory=dict)
    fault: str = ""
    annotations: tuple[Annotation, ...] = ()


@guarded
def bare_text(data: bytes) -> BareText:
    """The text of a PDF by PDFium, page by page."""
    texts: list[str] = []
    above: list[Annotation] = []
    faults: dict[int, str] = {}
    try:
        with opened(data) as document:
            count = len(document)
            for number in range(1, min(count, MOST_PAGES) + 1):
                heartbeat.beat()
                try:
                    page = document[number - 1]
                    texts.append(page.get_textpage().get_text_range())
                    above.extend(annotations_of(page, number))
                except SecondEngineError as error:
                    texts.append("")
                    faults[number] = str(error)
    except SecondEngineError as error:
        return BareText(fault=str(error))
    return BareText(count, tuple(texts), faults, annotations=tuple(above))


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document, as long as it is needed. Raises SecondEngineError where it does not open."""
    document = guarded(pypdfium2.PdfDocument)(data)
    try:
        yield document
    finally:
        guarded(document.close)()


@guarded
def rewritten(data: bytes) -> bytes | None:
    """The PDF as PDFium understands it, written anew; None where it does not."""
    stream = io.BytesIO()
    try:
        with opened(data) as document:
            if not len(document):
                return None
            document.save(stream)
    except SecondEngineError:
        return None
    return stream.getvalue()

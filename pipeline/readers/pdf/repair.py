"""Copies of a damaged PDF that may be read: one with a new end, one that PDFium writes anew."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2

from pipeline.readers.pdf.engines import guarded

_CATALOG = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/Type\s*/Catalog")
_END = b"\nendobj\ntrailer\n<< /Root %s 0 R >>\nstartxref\n0\n%%%%EOF\n"


def repaired_copies(data: bytes) -> Iterator[bytes]:
    """Repaired copies, the nearest to the original first."""
    catalogs = _CATALOG.findall(data)
    if catalogs:
        # A file that was cut has lost the end that says where its objects are.
        yield data + _END % catalogs[-1]
    rewritten = _rewritten(data)
    if rewritten is not None:
        yield rewritten


@guarded
def _rewritten(data: bytes) -> bytes | None:
    """The PDF as PDFium understands it, written anew; None where it does not."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    stream = io.BytesIO()
    try:
        if not len(document):
            return None
        document.save(stream)
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    return stream.getvalue()

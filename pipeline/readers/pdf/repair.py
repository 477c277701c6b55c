"""A second try on a damaged PDF: a copy with a new end, or one that PDFium writes anew."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Marks

REPAIRED = "BCP151"
# What another copy may cure: damage, and pages that were not found.
_CURABLE = ("BCP141", "BCP142")
_CATALOG = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/Type\s*/Catalog")
_END = b"\nendobj\ntrailer\n<< /Root %s 0 R >>\nstartxref\n0\n%%%%EOF\n"


def marks_of(data: bytes) -> tuple[Marks, bytes, tuple[Diagnostic, ...]]:
    """The marks of a PDF, the bytes that they were read from, and a warning if those are a copy.

    Raises DocumentError as `read_marks` does, where no copy is better.
    """
    try:
        return read_marks(data), data, ()
    except DocumentError as error:
        if error.code not in _CURABLE:
            raise
        for copy in _copies(data):
            try:
                marks = read_marks(copy)
            except DocumentError:
                continue
            message = f"{error.message}; it was read from a repaired copy"
            return marks, copy, (Diagnostic(REPAIRED, message),)
        raise


def _copies(data: bytes) -> Iterator[bytes]:
    """Repaired copies, the nearest to the original first."""
    catalogs = _CATALOG.findall(data)
    if catalogs:
        # A file that was cut has lost the end that says where its objects are.
        yield data + _END % catalogs[-1]
    rewritten = _rewritten(data)
    if rewritten is not None:
        yield rewritten


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

"""A second try on a damaged PDF: PDFium mends the table of its objects and writes it anew."""

from __future__ import annotations

import io

import pypdfium2

from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Marks

REPAIRED = "BCP151"
# What another copy may cure: damage, and pages that were not found.
_CURABLE = ("BCP141", "BCP142")


def marks_of(data: bytes) -> tuple[Marks, bytes, tuple[Diagnostic, ...]]:
    """The marks of a PDF, the bytes that they were read from, and a warning if those are a copy.

    Raises DocumentError as `read_marks` does, where the copy is no better.
    """
    try:
        return read_marks(data), data, ()
    except DocumentError as error:
        copy = _copy(data) if error.code in _CURABLE else None
        if copy is None:
            raise
        try:
            marks = read_marks(copy)
        except DocumentError:
            raise error from None
        message = f"{error.message}; it was read from a copy that PDFium made"
        return marks, copy, (Diagnostic(REPAIRED, message),)


def _copy(data: bytes) -> bytes | None:
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

"""What a viewer shows above a page by PDFium: filled form fields, text put on it, comments."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.readers.pdf.settings import Limit

SHOWN, COMMENTS = "BCP157", "BCP126"
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
# Where the text of each kind is that is shown on the page.
_TEXT_OF = {
    pdfium.FPDF_ANNOT_WIDGET: ("a form field", b"V"),
    pdfium.FPDF_ANNOT_FREETEXT: ("text put on the page", b"Contents"),
    pdfium.FPDF_ANNOT_STAMP: ("a stamp", b"Contents"),
}
# Links show nothing of their own, and the window of a comment has its text.
_SILENT = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
# A message shows so many characters of a text.
_LONGEST_SHOWN: Limit = 60
# Bytes; a text that is longer is cut, as the message is anyway.
_LONGEST: Limit = 4096


@dataclass(frozen=True, slots=True)
class Annotation:
    """A text above a page: what shows it (empty for a comment), and where, if that is known."""

    kind: str
    text: str
    place: Place


def annotations_of(page: Any, number: int) -> Iterator[Annotation]:
    """The annotations of a page of PDFium that have a text and are seen."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind, key = _TEXT_OF.get(pdfium.FPDFAnnot_GetSubtype(annotation), ("", b"Contents"))
        is_seen = not pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN
        if is_seen and pdfium.FPDFAnnot_GetSubtype(annotation) not in _SILENT:
            text = " ".join(_string(annotation, key).split())
            if text:
                yield Annotation(kind, text, _place(annotation, page, number))
        pdfium.FPDFPage_CloseAnnot(annotation)


def annotation_findings(
    found: tuple[Annotation, ...], read: Mapping[int, str]
) -> Iterator[Diagnostic]:
    """A warning for each text that is shown and was not read, a note for all comments.

    `read` is the text of the form fields of each page, as far as it was.
    """
    for one in found:
        was_read = _bare(one.text) in _bare(read.get(one.place.page or 0, ""))
        if one.kind and not was_read:
            cut = "..." if len(one.text) > _LONGEST_SHOWN else ""
            message = f"{one.kind} says `{one.text[:_LONGEST_SHOWN]}{cut}`"
            yield Diagnostic(SHOWN, message, one.place)
    comments = [one for one in found if not one.kind]
    if comments:
        yield Diagnostic(COMMENTS, f"{len(comments)} comments", comments[0].place)


def _bare(text: str) -> str:
    """A text without its white space: a field breaks its lines where they end."""
    return "".join(text.split())


def _string(annotation: Any, key: bytes) -> str:
    """A text of an annotation; empty for the name of a state, as boxes to tick have."""
    if pdfium.FPDFAnnot_GetValueType(annotation, key) != pdfium.FPDF_OBJECT_STRING:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST)
    letters = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, letters, _LONGEST)
    # Its end is two zero bytes; nothing is written of what does not fit.
    return buffer.raw[: size - 2].decode("utf-16-le", "replace") if 2 < size <= _LONGEST else ""


def _place(annotation: Any, page: Any, number: int) -> Place:
    """The place of an annotation; the page alone where it is shown turned."""
    box = pdfium.FS_RECTF()
    if page.get_rotation() or not pdfium.FPDFAnnot_GetRect(annotation, box):
        return Place(page=number)
    left, _, _, top = page.get_mediabox()
    edges = (box.left - left, top - box.top, box.right - left, top - box.bottom)
    x0, y0, x1, y1 = (round(edge, 1) for edge in edges)
    return Place(page=number, box=(x0, y0, x1, y1))

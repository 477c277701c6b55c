"""A second engine as witness: the characters of each page according to PDFium against ours.

Both read the same page by different code, so a difference is a fault of one of them, or of the
file. What they are known to write differently (ligatures, hyphens, spaces) is folded first.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

import pypdfium2

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.readers.pdf.marks import Marks, Page

_CODE = "BCP149"
# PDFium marks a hyphen at a line end with U+0002, and what it cannot read with these.
_HYPHENS = "-\u2010\u2011\u00ad\u0002"
_UNREADABLE = "\ufffd\ufffe\uffff"
# A message shows this many of the characters that differ.
_SHOWN = 12


def witness_findings(data: bytes, marks: Marks) -> Iterator[Diagnostic]:
    """A finding for each page on which PDFium reads other characters than `marks` holds."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield Diagnostic(_CODE, f"PDFium cannot open the file that was read: {error}")
        return
    try:
        if len(document) != len(marks.pages):
            message = f"PDFium counts {len(document)} pages, {len(marks.pages)} were read"
            yield Diagnostic(_CODE, message)
        for page in marks.pages[: len(document)]:
            try:
                text = document[page.number - 1].get_textpage().get_text_range()
            except pypdfium2.PdfiumError as error:
                message = f"PDFium cannot read the page: {error}"
                yield Diagnostic(_CODE, message, Place(page=page.number))
                continue
            finding = _compared(page, marks, text)
            if finding is not None:
                yield finding
    finally:
        document.close()


def _compared(page: Page, marks: Marks, other: str) -> Diagnostic | None:
    ours = "".join("".join(marks.glyphs.chars[run.start : run.end]) for run in page.runs)
    only_ours = _counted(ours) - _counted(other)
    only_other = _counted(other) - _counted(ours)
    if not only_ours and not only_other:
        return None
    parts = []
    if only_other:
        parts.append(f"PDFium alone reads {_listed(only_other)}")
    if only_ours:
        parts.append(f"PDFium does not read {_listed(only_ours)}")
    return Diagnostic(_CODE, "; ".join(parts), Place(page=page.number))


def _counted(text: str) -> Counter[str]:
    """How often each visible character occurs, folded."""
    folded = unicodedata.normalize("NFKD", text)
    found = Counter(folded)
    for char in list(found):
        if char in _HYPHENS or char in _UNREADABLE or _is_unseen(char):
            del found[char]
    return found


def _is_unseen(char: str) -> bool:
    """White space, control and private-use characters, and marks that stand over a letter."""
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn", "Mn")


def _listed(chars: Counter[str]) -> str:
    shown = "".join(sorted(chars.elements()))
    rest = "" if len(shown) <= _SHOWN else f" and {len(shown) - _SHOWN} more"
    return f"{len(shown)} characters: {shown[:_SHOWN]!r}{rest}"

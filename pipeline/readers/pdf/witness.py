"""A second engine as witness: the characters of each page according to PDFium against ours.

Both read the same page by different code, so a difference is a fault of one of them, or of the
file. What they are known to write differently (ligatures, hyphens, spaces) is folded first.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from pipeline.core import signs
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.readers.pdf.marks import Marks, Page
from pipeline.readers.pdf.pdfium import HYPHEN, BareText

_CODE = "BCP149"
_HYPHENS = signs.HYPHENS + signs.SOFT_HYPHEN + HYPHEN
_UNREADABLE = signs.UNKNOWN + signs.NON_CHARACTERS
# A message shows this many of the characters that differ.
_SHOWN = 12


def witness_findings(other: BareText, marks: Marks) -> Iterator[Diagnostic]:
    """A finding for each page on which PDFium reads other characters than `marks` holds."""
    if other.fault:
        yield Diagnostic(_CODE, f"PDFium cannot open the file that was read: {other.fault}")
        return
    if other.count != len(marks.pages):
        message = f"PDFium counts {other.count} pages, {len(marks.pages)} were read"
        yield Diagnostic(_CODE, message)
    for page in marks.pages:
        if page.number > len(other.pages):
            return
        if page.number in other.faults:
            message = f"PDFium cannot read the page: {other.faults[page.number]}"
            yield Diagnostic(_CODE, message, Place(page=page.number))
            continue
        finding = _compared(page, marks, other.pages[page.number - 1])
        if finding is not None:
            yield finding


def _compared(page: Page, marks: Marks, other: str) -> Diagnostic | None:
    ours = marks.chars(page)
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

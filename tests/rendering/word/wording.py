"""Whether all words of a sheet are in a Word document, whatever its marks look like."""

from __future__ import annotations

import io
import re
from collections import Counter

import docx
from docx.oxml.ns import qn

from tests.rendering.printed.doubts import words_of
from tests.rendering.sheet import Sheet

_NUMBER = re.compile(r"\d+\.")
_SHOWN = {qn("w:noBreakHyphen"): "-", qn("w:tab"): " ", qn("w:br"): " ", qn("w:p"): " "}


def missing_words(data: bytes, sheet: Sheet) -> list[str]:
    """The words that the document has fewer times than the sheet.

    Numbers of lists and headings are left out: they may be automatic.
    """
    shown: list[str] = []
    for found in docx.Document(io.BytesIO(data)).element.body.iter():
        if found.tag == qn("w:t"):
            shown.append((found.text or "").replace("\u00ad", ""))
        elif found.tag in _SHOWN:
            shown.append(_SHOWN[found.tag])
    there = Counter("".join(shown).split())
    wanted = Counter(word for word in words_of(sheet) if not _NUMBER.fullmatch(word))
    return sorted(word for word, count in wanted.items() if there[word] < count)

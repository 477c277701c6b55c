"""Characters that stand between elements, or in elements that are there for none.

No program that writes Word files puts any there; a damaged or hand-made file may. They are counted
like all others, so that the ledger knows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container

from pipeline.readers.docx.names import Element, name

# What holds data in place of text: of a field, and of a picture, its measures among them.
_DATA = frozenset("w:fldData w:binData w:drawing w:pict w:object".split())


def stray_text(root: Element, texts: Container[str]) -> dict[Element, str]:
    """The characters of a part that no element of a kind in `texts` holds, by what they stand in.

    What follows an element inside one of `texts` is among them, for no text is parted so.
    """
    found: defaultdict[Element, str] = defaultdict(str)
    for element in root.iter():
        if _is_said(element.text) and name(element) not in texts and not _is_data(element):
            found[element] += element.text or ""
        parent = element.getparent() if _is_said(element.tail) else None
        if parent is not None and not _is_data(parent):
            found[parent] += element.tail or ""
    return dict(found)


def _is_said(chars: str | None) -> bool:
    return bool((chars or "").strip())


def _is_data(element: Element | None) -> bool:
    while element is not None:
        # A text box is a document of its own inside a picture.
        if name(element) in (*_DATA, "w:txbxContent"):
            return name(element) != "w:txbxContent"
        element = element.getparent()
    return False

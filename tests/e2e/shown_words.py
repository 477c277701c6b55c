"""The words that a Word file shows, by the letter of ECMA-376 and by no reader of ours.

Shown is each `w:t` of the main story and each no-break hyphen, unless it is deleted or moved
away, stands in the second form of alternate content or in the code of a field, prompts for what
a field of a form should hold, or is hidden by its run, its styles or its row. Text boxes count as
shown; automatic numbers and notes are no `w:t` of the story, or stand in parts of their own.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Any

from lxml import etree

_NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_W = f"{{{_NS['w']}}}"
_GONE = (
    "ancestor::w:del or ancestor::w:moveFrom or ancestor::mc:Fallback "
    "or ancestor::w:tr[w:trPr/w:del or w:trPr/w:hidden] or ancestor::w:tc[w:tcPr/w:cellDel] "
    "or ancestor::w:sdt[w:sdtPr/w:showingPlcHdr] or ancestor::w:rt "
    "or ancestor::w:r[w:rPr/w:vanish[not(@w:val) or @w:val='1' or @w:val='true']]"
)
_OFF = ("0", "false", "off")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def shown_letters(data: bytes) -> Counter[str]:
    """How often each letter and sign is shown, spaces and soft hyphens left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = _tree(archive.read("word/document.xml"))
        hidden = _hidden_styles(_tree(archive.read("word/styles.xml")))
    codes = _in_codes(body)
    found: Counter[str] = Counter()
    for text in _found(body, f"//w:t[not({_GONE})]"):
        if text in codes:
            continue
        run = next(text.iterancestors())
        paragraph = next(run.iterancestors(f"{_W}p"))
        styles = (_style(run, "w:rPr/w:rStyle"), _style(paragraph, "w:pPr/w:pStyle"))
        if not hidden.isdisjoint(styles) and not _is_unhidden(run):
            continue
        found.update(c for c in text.text or "" if c.strip() and c != "\u00ad")
    found["-"] += len(_found(body, f"//w:noBreakHyphen[not({_GONE})]"))
    return +found


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data.replace(_STRICT, _NS["w"].encode()))


def _found(body: etree._Element, path: str) -> list[etree._Element]:
    found: Any = body.xpath(path, namespaces=_NS)
    return list(found)


def _in_codes(body: etree._Element) -> set[etree._Element]:
    """The texts between the beginning of a field and the mark before its result."""
    found: set[etree._Element] = set()
    in_code: list[bool] = []
    for element in body.iter(f"{_W}fldChar", f"{_W}t"):
        kind = element.get(f"{_W}fldCharType")
        if kind == "begin":
            in_code.append(True)
        elif kind == "separate" and in_code:
            in_code[-1] = False
        elif kind == "end" and in_code:
            in_code.pop()
        elif kind is None and any(in_code):
            found.add(element)
    return found


def _hidden_styles(root: etree._Element) -> set[str]:
    """The styles that hide their text, also through the style that they are based on."""
    styles = {s.get(f"{_W}styleId", ""): s for s in root.iter(f"{_W}style")}
    found: set[str] = set()
    for identifier in styles:
        at, seen = identifier, set()
        while at in styles and at not in seen:
            seen.add(at)
            vanish = styles[at].find("w:rPr/w:vanish", _NS)
            if vanish is not None:
                if vanish.get(f"{_W}val") not in _OFF:
                    found.add(identifier)
                break
            below = styles[at].find("w:basedOn", _NS)
            at = "" if below is None else below.get(f"{_W}val", "")
    return found


def _style(element: etree._Element, path: str) -> str:
    style = element.find(path, _NS)
    return "" if style is None else style.get(f"{_W}val", "")


def _is_unhidden(run: etree._Element) -> bool:
    vanish = run.find("w:rPr/w:vanish", _NS)
    return vanish is not None and vanish.get(f"{_W}val") in _OFF

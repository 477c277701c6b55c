"""Text where no Word file may have any, so that no program shows it.

The walk over the body looks where text may stand. What it left is told apart here: text at a place
that the format does not know was left out for that; text at any other place was overlooked, and
the ledger says so.
"""

from __future__ import annotations

from pipeline.readers.docx.names import Element, child, name
from pipeline.readers.docx.stories import TEXTS

_STORIES = frozenset("w:body w:hdr w:ftr w:footnote w:endnote w:comment w:txbxContent".split())
_BLOCK_HOLDERS = _STORIES | {"w:tc"}
_RUNS = frozenset({"w:r", "m:r"})
_SIGNS = frozenset("w:br w:cr w:tab w:ptab w:fldChar w:sym w:noBreakHyphen".split()) | TEXTS
# What of an element is read: the first part of this name.
_ONLY_PART = {"w:sdt": "w:sdtContent", "w:document": "w:body"}
_PICTURES = frozenset({"w:drawing", "w:pict", "w:object"})
# What each may stand in, wrappers aside (ECMA-376, part 1, 17.2 to 17.4 and 22.1).
_HOLDERS = {
    **dict.fromkeys(_SIGNS, _RUNS),
    "w:r": _RUNS | {"w:p"},
    "m:r": _BLOCK_HOLDERS | _RUNS | {"w:p"},
    "w:p": _BLOCK_HOLDERS,
    "w:tbl": _BLOCK_HOLDERS,
    "w:tc": frozenset({"w:tr"}),
    "w:tr": frozenset({"w:tbl"}),
}
_STRUCTURE = _STORIES | _HOLDERS.keys()


def is_misplaced(element: Element, without_text: frozenset[str]) -> bool:
    """Whether an element with text stands where none may; some elements never hold any."""
    inner = below = element
    for outer in element.iterancestors():
        kind = name(outer)
        if kind in without_text or _is_wrong_part(outer, below, kind):
            return True
        if kind in _PICTURES and name(inner) != "w:txbxContent":
            return True
        if kind in _STRUCTURE:
            if kind not in _HOLDERS.get(name(inner), _STRUCTURE):
                return True
            inner = outer
        below = outer
    return name(inner) not in _STORIES


def _is_wrong_part(outer: Element, part: Element, kind: str) -> bool:
    """Whether an element stands beside what its holder is there for."""
    if kind in _ONLY_PART:
        return part is not child(outer, _ONLY_PART[kind])
    return kind == "mc:AlternateContent" and name(part) not in ("mc:Choice", "mc:Fallback")

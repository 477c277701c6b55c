"""The title line of a profile: document type, sector, name."""

from __future__ import annotations

from pipeline.core.text import fold
from pipeline.document.text import Text
from pipeline.interpret.tree import Leaf
from pipeline.layouts.model import Layout


def title_parts(title: Text, layout: Layout, name: Leaf | None) -> tuple[Text, Text, Text]:
    """(document type, sector, name) of a title line, each empty where it has none."""
    text = title.collapse()
    kinds = sorted(layout.evidence.document_types, key=len, reverse=True)
    lower = text.chars.casefold()
    kind = next((k for k in kinds if k.casefold() in lower), None)
    if kind is None:
        return Text(), Text(), Text()
    at = lower.find(kind.casefold())
    rest = text[at + len(kind) :] if at == 0 or not text[:at].strip() else text[:at]
    parts = _dash_parts(rest)
    if len(parts) > 1:
        sector, named = parts[0], parts[-1]
        if not sector.chars or not _is_sector(sector, named, name):
            sector = Text()
        return text[at : at + len(kind)], sector, named
    return text[at : at + len(kind)], Text(), parts[0] if parts else Text()


def _is_sector(sector: Text, named: Text, name: Leaf | None) -> bool:
    """What stands before the dash is a sector where the name follows, or where it says so."""
    if "sector" in sector.chars.casefold() or "branche" in sector.chars.casefold():
        return True
    return name is not None and fold(str(name.value)) == fold(named.chars)


def _dash_parts(text: Text) -> list[Text]:
    """The parts of a title between its dashes and colons."""
    cuts = [
        n
        for n, char in enumerate(text.chars)
        if char in "–—|:" or (char == "-" and _stands_free(text.chars, n))
    ]
    return text.split(cuts)


def _stands_free(chars: str, at: int) -> bool:
    """A hyphen that ends a word (`Brug- en sluisbediener`) parts no title."""
    return chars[at - 1 : at].isspace()

"""The title line of a profile: document type, sector, name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.core.text import fold
from pipeline.document.text import Text
from pipeline.interpret.tree import Leaf
from pipeline.labels.document_types import TypeMatch
from pipeline.labels.matcher import LabelMatcher

_NONE = Text()
# Letters and a number: `(niveau 4)` is none, nor are `(MBO 4)` and `(concept)`.
_CODE = re.compile(
    r"\s*\(((?!(?i:niveau|versie|nlqf|eqf|mbo|hbo)\b)[A-Z]{2,6}[\s.-]?\d{1,4}[a-z]?)\)\s*$"
)
# What parts the parts of a title; a hyphen does so where it stands free.
_CUTS = "|:" + signs.DASHES
_DASHES = signs.DASHES + signs.HYPHENS


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What a title line says, each part empty where it has none; `type_match` names the type."""

    kind: Text = _NONE
    sector: Text = _NONE
    name: Text = _NONE
    code: Text = _NONE
    type_match: TypeMatch | None = None


def title_parts(title: Text, matcher: LabelMatcher, name: Leaf | None) -> TitleParts:
    """The document type, sector and name of a title line; `name` is that of a label, if any."""
    text = title.collapse()
    found = matcher.match_document_type(text.chars)
    if found is None:
        return TitleParts()
    kind, before = text[found.start : found.end], text[: found.start]
    rest = before if before.strip() else text[found.end :]
    rest, code = without_code(rest)
    parts = _dash_parts(rest)
    if len(parts) < 2:
        sector, named = _sector_before(parts[0] if parts else Text(), name)
        return TitleParts(kind, sector, named, code, found)
    sector, named = parts[0], parts[-1]
    is_sector = bool(sector.chars) and _is_sector(sector, named, name)
    return TitleParts(kind, sector if is_sector else Text(), named, code, found)


def without_code(rest: Text) -> tuple[Text, Text]:
    """A name and the code in brackets behind it (`Rietdekker (BOU 021)`)."""
    found = _CODE.search(rest.chars)
    if found is None:
        return rest, Text()
    return rest[: found.start()], rest[found.start(1) : found.end(1)]


def _is_sector(sector: Text, named: Text, name: Leaf | None) -> bool:
    """What stands before the dash is a sector where the name follows, or where it says so."""
    if _says_sector(sector):
        return True
    return name is not None and fold(str(name.value)) == fold(named.chars)


def _sector_before(text: Text, name: Leaf | None) -> tuple[Text, Text]:
    """The sector and the name in a text that nothing parts, such as two lines of a title.

    Only where a label says the name can it be told from the sector.
    """
    if name is None or not _says_sector(text):
        return Text(), text
    at = text.chars.casefold().rfind(str(name.value).casefold())
    if at < 0:
        return text, Text()
    before = text[:at].strip()
    return (before, text[at:]) if _says_sector(before) else (Text(), text)


def _says_sector(text: Text) -> bool:
    chars = text.chars.casefold()
    return "sector" in chars or "branche" in chars


def _dash_parts(text: Text) -> list[Text]:
    """The parts of a title between its dashes and colons."""
    cuts = [
        n
        for n, char in enumerate(text.chars)
        if char in _CUTS or (char in signs.HYPHENS and _stands_free(text.chars, n))
    ]
    return text.split(cuts)


def free_cuts(text: Text) -> list[int]:
    """Where bars, middle dots and dashes stand that part the facts of a line."""
    return [
        n
        for n, char in enumerate(text.chars)
        if char in signs.FACT_BARS or (char in _DASHES and _is_between(text.chars, n))
    ]


def _is_between(chars: str, at: int) -> bool:
    return chars[at - 1 : at].isspace() and chars[at + 1 : at + 2].isspace()


def _stands_free(chars: str, at: int) -> bool:
    """A hyphen that ends a word (`Brug- en sluisbediener`) parts no title."""
    return chars[at - 1 : at].isspace()

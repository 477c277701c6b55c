"""The title line of a profile: document type, sector, name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core import months, signs
from pipeline.core.text import fold
from pipeline.document.text import Text, plain
from pipeline.interpret.tree import Leaf
from pipeline.labels.dates import whole_date
from pipeline.labels.document_types import TypeMatch
from pipeline.labels.grammar import is_agent
from pipeline.labels.matcher import LabelMatcher
from pipeline.labels.word_classes import FUNCTION_WORDS

_NONE = Text()
# Letters and a number: `(niveau 4)` is none, nor are `(MBO 4)` and `(concept)`.
_CODE = re.compile(
    r"\s*\(((?!(?i:niveau|versie|nlqf|eqf|mbo|hbo)\b)[A-Z]{2,6}[\s.-]?\d{1,4}[a-z]?)\)\s*$"
)
# What parts the parts of a title; a hyphen that ends a word (`Brug- en sluisbediener`) does not.
_CUT = re.compile(rf"[|:{signs.DASHES}]|(?<=\s)[{signs.HYPHENS}]")
# What parts the facts of a line.
_FREE_CUT = re.compile(rf"[{re.escape(signs.FACT_BARS)}]|(?<=\s)[{signs.DASHES_AND_HYPHENS}](?=\s)")
# What may stand in a title and is neither: the date, the version, the level, the state.
_FACT = re.compile(
    r"(?:(?:(?:werk|eind)?versie|v\.?|nr\.?|niveau|nlqf|mbo|hbo|concept|definitie(?:f|ve)|"
    r"vastgesteld|herzien\w*|bijlage|handleiding|een|twee|drie|vier|vijf|zes|"
    rf"{months.EXPRESSION})\b|[\s\d.:+()-])*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
# What a word of a title may have more than the same word of a name (`Molenaars`, `Facilitaire`).
_ENDINGS = ("", "e", "n", "en", "s")
_SECTOR = re.compile(r"(?:sector|branche)$", re.IGNORECASE)
# `de`, `die`: words in -e that are no adjectives.
_LONGEST_ARTICLE = 3
# Of its words so many are those of the name where a part of a title says the name.
_NAMING = 0.5


@dataclass(frozen=True, slots=True)
class TitleParts:
    """What a title line says, each part empty where it has none; `type_match` names the type.

    `others` are the parts that say anything else.
    """

    kind: Text = _NONE
    sector: Text = _NONE
    name: Text = _NONE
    code: Text = _NONE
    others: tuple[Text, ...] = ()
    type_match: TypeMatch | None = None


def title_parts(
    title: Text, matcher: LabelMatcher, name: Leaf | None, below: Sequence[Text] = ()
) -> TitleParts:
    """The document type, sector and name of a title line; `name` is that of a label, if any.

    The sector is what a title names besides type and occupation, before the one or behind it; the
    occupation may stand on a line `below`.
    """
    text = title.strip()
    found = matcher.match_document_type(text.chars)
    if found is None:
        return TitleParts()
    kind, before = text[found.start : found.end].collapse(), text[: found.start]
    rest, code = without_code(text[found.end :])
    own = None if name is None else str(name.value)
    parts = [*_parts(before, own), *_parts(rest, own)]
    named = _naming(parts, name)
    left = [part for part in parts if part is not named and not _is_fact(part)]
    said = [part for part in left if _says_sector(part)]
    is_named = bool(named) or (own is not None and any(_says(line, own) for line in below))
    if not said and name is not None and is_named and len(left) == 1:
        # What shares its words with a name that nothing else says whole is a part of that.
        is_whole = not named or not _others_of(str(name.value), named)
        said = [part for part in left if is_whole or not _share_of(str(name.value), part)]
    sector = said[0] if said else _NONE
    others = tuple(part for part in left if part is not sector and _says_anything(part))
    return TitleParts(kind, sector, named, code, others, found)


def _says(line: Text, name: str) -> bool:
    """Whether a line says no more than the name of the occupation."""
    return _share_of(name, line) >= _NAMING and not _is_fact(line)


def _naming(parts: list[Text], name: Leaf | None) -> Text:
    """The part that says the name of the occupation: by the name that a label gives, or the last.

    Empty where the label's name is not in the title.
    """
    if name is None:
        return next((part for part in reversed(parts) if not _says_sector(part)), _NONE)
    said = str(name.value)
    naming = [part for part in parts if _share_of(said, part) >= _NAMING]
    return min(naming, key=lambda part: len(_others_of(said, part)), default=_NONE)


def _share_of(name: str, part: Text) -> float:
    """How many of the words of a part of a title are words of the name, as a share."""
    words = _WORD.findall(fold(part.chars))
    return 1.0 - len(_others_of(part.chars, plain(name))) / len(words) if words else 0.0


def _others_of(chars: str, text: Text) -> list[str]:
    """The words that another text lacks."""
    own = _WORD.findall(fold(text.chars))
    said = _WORD.findall(fold(chars))
    return [word for word in said if not any(_is_same(word, other) for other in own)]


def _is_same(word: str, other: str) -> bool:
    """Whether two words are one, but for its ending."""
    short, long = sorted((word, other), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


def _is_fact(part: Text) -> bool:
    return whole_date(part.chars) is not None or _FACT.fullmatch(part.chars) is not None


def _says_anything(part: Text) -> bool:
    return any(word not in FUNCTION_WORDS for word in _WORD.findall(fold(part.chars)))


def _parts(rest: Text, name: str | None) -> list[Text]:
    """The parts of a title: between dashes, colons and line ends, or else around the name."""
    found = [part.collapse() for line in rest.lines() for part in line.split(_cuts(_CUT, line))]
    if len(found) != 1 or name is None:
        return found
    (whole,) = found
    by_comma = whole.split([n for n, char in enumerate(whole.chars) if char == ","])
    if len(by_comma) == 2:
        return by_comma
    at = whole.chars.casefold().find(name.casefold())
    around = (whole[:at], whole[at : at + len(name)], whole[at + len(name) :])
    before, after = around[0].strip(), around[2].strip()
    stands_beside = bool(before) != bool(after) and (before or after).chars[0].isupper()
    # `Assistent havenmeester` is another occupation.
    stands_beside = stands_beside and not is_agent(
        before.chars.split()[-1].lower() if before else ""
    )
    if at >= 0 and (stands_beside or any(map(_says_sector, around))):
        return [part.strip() for part in around if part.strip()]
    return found


def without_code(rest: Text) -> tuple[Text, Text]:
    """A name and the code in brackets behind it (`Rietdekker (BOU 021)`)."""
    found = _CODE.search(rest.chars)
    if found is None:
        return rest, Text()
    return rest[: found.start()], rest[found.start(1) : found.end(1)]


def _says_sector(text: Text) -> bool:
    chars = text.chars.casefold()
    return "sector" in chars or "branche" in chars


def is_sector(text: Text) -> bool:
    """Whether a line is a name of a sector and nothing else: `Houtbranche`, `Groene sector`.

    `Stichting Houtbranche` is a body, `Adviseur publieke sector` an occupation.
    """
    *adjectives, last = text.chars.split()
    named = bool(adjectives) or not _SECTOR.fullmatch(last)
    alike = all(word.endswith("e") and len(word) > _LONGEST_ARTICLE for word in adjectives)
    return bool(_SECTOR.search(last)) and named and alike


def free_cuts(text: Text) -> list[int]:
    """Where bars, middle dots and dashes stand that part the facts of a line."""
    return _cuts(_FREE_CUT, text)


def _cuts(signs_between: re.Pattern[str], text: Text) -> list[int]:
    return [found.start() for found in signs_between.finditer(text.chars)]

"""The year that a reference to a source prints as its own, among the numbers that look like one.

Each year of a reference is held against where years of publication stand: at the end, by itself
between commas or behind a dash, in brackets, in a date. What stands amid words is of the title
(`Arbeidsmarkt 2030 in beeld`), and a page, a part or a range of years is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.document.text import Text
from pipeline.interpret.tree import Leaf
from pipeline.labels.dates import find_dates

# `2019`, `'19`, and `2019a` of two that one author wrote in one year.
_YEAR = re.compile(
    rf"(?<![\w{signs.APOSTROPHES}])(?:(?P<whole>(?:19|20)\d\d)(?P<letter>[a-z])?"
    rf"|[{signs.APOSTROPHES}](?P<short>\d\d))(?!\w|[.:]\d)"
)
# The number of a page or part may look like a year.
_NUMBERED = re.compile(
    r"\b(?:pp?|pag(?:ina)?|blz|bladzijde|deel|nr|nummer|art(?:ikel)?|hoofdstuk|par)\.?\s*$",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(rf"\d{{4}}\s?[/{signs.DASHES_AND_HYPHENS}]\s?$")
_RANGE_AFTER = re.compile(rf"\s?[/{signs.DASHES_AND_HYPHENS}]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)")
# What a title looks ahead to: `Werken in 2030`.
_AHEAD = re.compile(r"\b(?:in|voor|naar|tot|richting)\s*$", re.IGNORECASE)
_LATEST_SHORT = 49
_ENDS = re.compile(r"[\s)\].,;]*$")
_PARTED_BEFORE = re.compile(rf"(?:^|[,;(\[]|[\s,.][{signs.DASHES_AND_HYPHENS}])\s*$")
_PARTED_AFTER = re.compile(r"\s*[,;:.)\]]")


@dataclass(frozen=True, slots=True)
class PrintedYear:
    """A year as it stands in a text, from `start` to `end`, and by what it is one of publication.

    `weight` orders several: the end of a reference says more than brackets inside it.
    """

    year: int
    start: int
    end: int
    where: str
    weight: int


def printed_year(chars: str) -> PrintedYear | None:
    """The year of a reference: of several the one that stands where such years do, or the last."""
    dated = {date.end for date in find_dates(chars) if date.end - date.start > len("2019")}
    found = [
        year
        for match in _YEAR.finditer(chars)
        if (year := _as_publication(chars, match, is_dated=match.end() in dated))
    ]
    return max(found, key=lambda year: (year.weight, year.start), default=None)


def year_leaf(text: Text, where: str = "") -> Leaf | None:
    """The year that a reference prints, as a value; `where` says where, if the text does not."""
    found = printed_year(text.chars)
    if found is None:
        return None
    written = text[found.start : found.end]
    step = f"year read from {written.chars!r}, {where or found.where}"
    return Leaf(found.year, written, steps=(step,), verbatim=False)


def _as_publication(chars: str, match: re.Match[str], *, is_dated: bool) -> PrintedYear | None:
    """A year where it stands as one of publication does; None amid other words."""
    before, after = chars[: match.start()], chars[match.end() :]
    if _NUMBERED.search(before) or _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after):
        return None
    end = match.end("whole") if match["whole"] else match.end()
    year = int(match["whole"] or f"20{match['short']}")
    if not match["whole"] and int(match["short"]) > _LATEST_SHORT:
        # `de jaren '90`
        return None
    is_parted = _PARTED_BEFORE.search(before) and _PARTED_AFTER.match(after)
    closes = after.lstrip()[:1] == ")" and before.rfind("(") > before.rfind(")")
    for holds, where, weight in (
        (_ENDS.match(after), "at the end", 1 if _AHEAD.search(before) else 3),
        (closes, "in brackets", 2),
        (is_parted, "by itself", 1),
        (is_dated, "in a date", 1),
    ):
        if holds:
            return PrintedYear(year, match.start(), end, where, weight)
    return None

"""Dates as Dutch documents write them, to ISO 8601 at the precision that is written.

`2 maart '26`, `14 mei 25`, `11-6-2004`, `11-juni-2004`, `september 2010`, `05-2025`,
`1 jan. 2026`, `2026-03-02`, `najaar 2002`, `2e kwartaal 2025` and `2025`: day first, a two-digit
year is of this century. A season or quarter has the precision of its year, and its words are
dropped. Nothing is guessed: what has no plausible day and month is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.core import months, signs

_MONTH = rf"(?P<month>{months.EXPRESSION})\.?"
_YEAR = rf"(?P<year>(?:19|20)\d{{2}}|[{signs.APOSTROPHES}]\s?\d{{2}})"
_SHORT_YEAR = rf"(?P<year>(?:19|20)\d{{2}}|[{signs.APOSTROPHES}]?\d{{2}})"
# `2015-2016` is a school year or a cohort.
_RANGE = re.compile(
    rf"(?<!\d)(?:19|20)\d{{2}}\s?[/{signs.DASHES_AND_HYPHENS}]\s?(?:(?:19|20)\d{{2}}|\d{{2}})(?![\d-])"
)
_PART_OF_YEAR = (
    r"(?P<dropped>najaar|voorjaar|zomer|winter|herfst|lente|begin|medio|eind|q\s?[1-4]|"
    r"(?:[1-4]\s?(?:e|ste|de)|eerste|tweede|derde|vierde)\s+(?:kwartaal|helft)|kwartaal\s+[1-4])"
)
_START, _END = r"(?<![\w-])", r"(?![\w-]|[./]\d)"

_PATTERNS = (
    re.compile(rf"{_START}(?P<year>(?:19|20)\d{{2}})-(?P<number>\d{{2}})-(?P<day>\d{{2}}){_END}"),
    re.compile(
        rf"(?<![\d-])(?P<day>\d{{1,2}})(?:e|ste|de)?[\s-]+{_MONTH}[\s,-]*{_SHORT_YEAR}{_END}(?!\s*uur\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_START}(?P<day>\d{{1,2}})\s?[-/.]\s?(?P<number>\d{{1,2}})\s?[-/.]\s?{_SHORT_YEAR}{_END}"
    ),
    re.compile(rf"{_START}{_MONTH}[\s,-]*{_YEAR}{_END}", re.IGNORECASE),
    re.compile(r"(?<![\w/.-])(?P<number>\d{1,2})\s?[-/]\s?(?P<year>(?:19|20)\d{2})(?!\w|[-./]\d)"),
    re.compile(rf"{_START}{_PART_OF_YEAR},?\s+(?:van\s+)?{_YEAR}{_END}", re.IGNORECASE),
    re.compile(rf"{_START}{_YEAR}[\s-]*(?P<dropped>q[1-4]){_END}", re.IGNORECASE),
    re.compile(rf"{_START}{_YEAR}{_END}"),
)

WEEKDAY = "(?:maan|dins|woens|donder|vrij|zater|zon)dag"
# What may stand beside a date and says no more than that it is one.
_LINKS = re.compile(
    rf"\b(?:d\.?\s?d\.?|op|per|ma|di|wo|do|vr|za|zo|{WEEKDAY})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: its ISO form, its precision (day, month, year), and where it stands.

    `dropped` are its words that the ISO form cannot say (`najaar`, `2e kwartaal`).
    """

    iso: str
    precision: str
    start: int
    end: int
    dropped: str = ""


def find_dates(chars: str) -> list[WrittenDate]:
    """The dates of a text, in order; the more precise reading wins where two overlap."""
    found: list[WrittenDate] = []
    taken = [match.span() for match in _RANGE.finditer(chars)]
    for pattern in _PATTERNS:
        for match in pattern.finditer(chars):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            # Taken even where the day does not exist: `31 april 2024` is not `april 2024`.
            taken.append(match.span())
            found.extend(_read(match))
    return sorted(found, key=lambda d: d.start)


def whole_date(chars: str) -> WrittenDate | None:
    """The date that the text is, apart from a weekday, `d.d.` or punctuation around it."""
    dates = find_dates(chars)
    return dates[0] if len(dates) == 1 and not words_beside(chars, dates) else None


def words_beside(chars: str, dates: list[WrittenDate]) -> str:
    """The words of a text that stand outside its dates and link nothing to them."""
    starts = [0, *(date.end for date in dates)]
    ends = [*(date.start for date in dates), len(chars)]
    stretches = (
        _LINKS.sub("", chars[start:end]).strip(f" \t\n,;:.()[]{signs.DASHES_AND_HYPHENS}")
        for start, end in zip(starts, ends, strict=True)
    )
    return " ".join(words for words in stretches if re.search(r"\w", words))


def _read(match: re.Match[str]) -> Iterator[WrittenDate]:
    groups = match.groupdict()
    digits = re.sub(r"\D", "", groups["year"])
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    month = _month(groups)
    day = int(groups["day"]) if groups.get("day") else None
    iso, precision = f"{year:04}", "year"
    if month is not None:
        iso, precision = f"{iso}-{month:02}", "month"
        try:
            date(year, month, day if day is not None else 1)
        except ValueError:
            return
    if day is not None:
        iso, precision = f"{iso}-{day:02}", "day"
    yield WrittenDate(iso, precision, match.start(), match.end(), groups.get("dropped") or "")


def _month(groups: dict[str, str | None]) -> int | None:
    if number := groups.get("number"):
        return int(number)
    name = groups.get("month")
    return months.number_of(name) if name else None

"""ISO dates as Dutch editors write them."""

from __future__ import annotations

_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_SHORT = "jan. febr. mrt. apr. mei juni juli aug. sept. okt. nov. dec.".split()


def written_date(iso: str, style: int) -> str:
    """The date in one of the usual ways, at its own precision."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    year, month = parts[0], parts[1]
    if len(parts) == 2:
        return f"{_MONTHS[month - 1]} {year}"
    day = parts[2]
    ways = (
        f"{day} {_MONTHS[month - 1]} '{year % 100:02d}",
        f"{day} {_MONTHS[month - 1]} {year}",
        f"{day}-{month}-{year}",
        f"{day:02d}-{month:02d}-{year}",
        f"{day} {_SHORT[month - 1]} {year}",
        f"{day} {_MONTHS[month - 1]} ’{year % 100:02d}",
        f"{day}/{month}/{year}",
    )
    return ways[style % len(ways)]

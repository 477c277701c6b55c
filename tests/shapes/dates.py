"""Dates as people write them."""

from __future__ import annotations

from tests.shapes.draw import Draw

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def written(draw: Draw, iso: str) -> str:
    """A day or a month in one of the forms in use."""
    year, month, *day = iso.split("-")
    name = _MONTHS[int(month) - 1]
    if not day:
        return f"{name} {year}"
    number = int(day[0])
    forms = (
        f"{number} {name} {year}",
        f"{number} {name} '{year[2:]}",
        f"{number}-{int(month)}-{year}",
        f"{number:02d}-{month}-{year}",
    )
    return forms[draw.always("form of dates", range(len(forms)))]

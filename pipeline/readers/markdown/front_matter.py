"""Fields that stand before a text, between two lines of dashes (YAML front matter)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.readers.markdown.lines import Line

_RULE = re.compile(r"^(?:---|\.\.\.)[ \t]*$")
_FIELD = re.compile(r"^([^\W\d][\w ()/.-]{0,60}?):(?:[ \t]+|$)")
_TITLE = re.compile(r"^(?:title|titel|subtitle|ondertitel)$", re.IGNORECASE)
_QUOTES = ('"', "'")
# A quote, and something in it.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its name, the lines of its value, the signs between and around them."""

    key: Line
    value: tuple[Line, ...]
    signs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The titles among the fields, the others, and how many lines they all take."""

    titles: tuple[Entry, ...]
    rest: tuple[Entry, ...]
    rules: tuple[Line, ...]
    height: int


def front_matter_of(lines: Sequence[Line]) -> FrontMatter | None:
    """The fields before a text; None where it does not begin with any."""
    if not lines or lines[0].text.rstrip() != "---":
        return None
    end = next((n for n, line in enumerate(lines[1:], 1) if _RULE.match(line.text)), 0)
    inside = [line for line in lines[1:end] if not line.is_blank]
    if not inside or not _FIELD.match(inside[0].text):
        return None
    found: list[list[Line]] = []
    for line in inside:
        if _FIELD.match(line.text):
            found.append([line])
        else:
            found[-1].append(line)
    entries = [_entry(field) for field in found]
    titles = tuple(one for one in entries if _TITLE.match(one.key.text))
    rest = tuple(one for one in entries if one not in titles)
    return FrontMatter(titles, rest, (lines[0], lines[end]), end + 1)


def _entry(lines: Sequence[Line]) -> Entry:
    first = lines[0]
    match = _FIELD.match(first.text)
    name, width = (match.end(1), match.end()) if match else (0, 0)
    value = first.part(width, len(first.text))
    colon = first.part(name, name + 1)
    lines = [value, *lines[1:]]
    quote = value.text[:1]
    last = lines[-1].text.rstrip()
    if quote not in _QUOTES or len(value.text) < _SHORTEST or not last.endswith(quote):
        return Entry(first.part(0, name), tuple(lines), (colon,))
    end = lines[-1].part(len(last) - 1, len(last))
    lines[-1] = lines[-1].part(0, len(last) - 1)
    begin = lines[0].part(0, 1)
    lines[0] = lines[0].part(1, len(lines[0].text))
    return Entry(first.part(0, name), tuple(lines), (colon, begin, end))

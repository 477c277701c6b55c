"""Fields that stand before a text, between two lines of dashes (YAML front matter)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.readers.markdown.lines import Line

_RULE = re.compile(r"^(?:---|\.\.\.)[ \t]*$")
_FIELD = re.compile(r"^([^\W\d][\w ()/.-]{0,60}?):(?:[ \t]+|$)")
_TITLE = re.compile(r"^(?:title|titel|subtitle|ondertitel)$", re.IGNORECASE)
_QUOTED = re.compile(r"^([\"'])(.*)\1[ \t]*$")


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
    quoted = _QUOTED.match(value.text)
    if quoted is None:
        return Entry(first.part(0, name), (value, *lines[1:]), (colon,))
    end = quoted.end(2)
    signs = (colon, value.part(0, 1), value.part(end, end + 1))
    return Entry(first.part(0, name), (value.part(1, end), *lines[1:]), signs)

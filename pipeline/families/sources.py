"""TOML files as text and as data, so that a fault is told by the line on which it stands.

A *source* is a file, an *entry* one table of it, a *whole* what several entries say together: a
field with the labels that a family adds to it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NoReturn

from pipeline.families.errors import FamilyError

_HEADING = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*(?:=|\.)")
_LINE_OF_TOML = re.compile(r"\(at line (\d+),")


class Rank(IntEnum):
    """Whose word counts: what a user adds, then the family's own file, then what it shares."""

    ADDED = 0
    OWN = 1
    SHARED = 2


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name, its text, its data, and whose word it is."""

    file: str
    text: str
    data: dict[str, Any]
    rank: Rank = Rank.OWN

    def entries(self, table: str) -> list[Entry]:
        """The tables of a list (`[[field]]`), or the one of that name; none where it has none."""
        found = self.data.get(table, [])
        if isinstance(found, list):
            return [Entry(self, table, number, data) for number, data in enumerate(found, 1)]
        return [Entry(self, table, 0, found)]


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of a file: the `number`th of its list, from 1; 0 where it is no list."""

    source: Source
    table: str
    number: int
    data: dict[str, Any]

    @property
    def where(self) -> str:
        """The entry in words."""
        return f"[[{self.table}]] number {self.number}" if self.number else f"[{self.table}]"

    def refuse(self, message: str, remedy: str, key: str = "", word: str = "") -> NoReturn:
        """Raise FamilyError for the entry, with the line of its key, and of a word there."""
        line = self._line(key, word)
        raise FamilyError(self.source.file, line, f"{self.where}: {message}", remedy)

    def _line(self, key: str, word: str) -> int:
        """The line of a word of a key; of the key, or of the entry, where that is not found."""
        lines = list(self._lines())
        if not lines:
            return _first(self.source.text.splitlines(), self.table)
        at_key = [n for n, (_, line) in enumerate(lines) if _key_of(line) == key] if key else []
        if not at_key:
            return lines[0][0]
        below = lines[at_key[0] :]
        written = (json.dumps(word, ensure_ascii=False), f"'{word}'") if word else ()
        with_word = (n for n, line in below if any(form in line for form in written))
        return next(with_word, below[0][0])

    def _lines(self) -> Iterator[tuple[int, str]]:
        """The numbered lines of the entry, its heading first."""
        seen = 0
        inside = False
        for number, line in enumerate(self.source.text.splitlines(), 1):
            heading = _HEADING.match(line)
            if heading:
                seen += heading[1] == self.table
                is_below = heading[1].startswith(f"{self.table}.")
                inside = seen == max(self.number, 1) and (is_below or heading[1] == self.table)
            if inside:
                yield number, line


@dataclass(frozen=True, slots=True)
class Whole:
    """What one or more entries say together of one field, node or section."""

    data: dict[str, Any]
    entries: tuple[Entry, ...]

    def refuse(self, message: str, remedy: str, key: str = "", word: str = "") -> NoReturn:
        """Raise FamilyError for the entry that says it: the first with that word, or that key."""
        having = [entry for entry in self.entries if key in entry.data]
        saying = [entry for entry in having if word in entry.data[key]] if word else []
        (saying or having or self.entries)[0].refuse(message, remedy, key, word)


def parsed(text: str, file: str, rank: Rank = Rank.OWN) -> Source:
    """The source that a TOML text is. Raises FamilyError where it is none."""
    try:
        return Source(file, text, tomllib.loads(text), rank)
    except tomllib.TOMLDecodeError as error:
        at = _LINE_OF_TOML.search(str(error))
        line = int(at[1]) if at else len(text.splitlines())
        raise FamilyError(file, line, f"not valid TOML: {error}", "correct it there") from error


def _key_of(line: str) -> str:
    found = _KEY.match(line)
    return found[1] if found else ""


def _first(lines: list[str], key: str) -> int:
    """The first line that sets a key outside of all tables; 0 where none does."""
    return next((n for n, line in enumerate(lines, 1) if _key_of(line) == key), 0)

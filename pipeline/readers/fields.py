"""A line of text to its cells: split at tabs, with the quotes that spreadsheets set.

A cell that holds a line end, a tab or a quote is quoted when it is copied out of a spreadsheet,
and the quotes in it are doubled. Word sets a tab behind a bullet, which parts no cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.core import signs

# Spreadsheets quote a cell for what is in it; quotes around a word are the author's.
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=\t|\r?\n|\r?\f|\r?\Z)')
_NEEDS_QUOTES = re.compile(r'[\n\t]|""')
_PLAIN = re.compile(r"[^\t\n\f]*")
_BULLET_ALONE = re.compile(rf"\s*[{signs.ALWAYS_BULLETS}{signs.SECTION}]\s*")
_DASH_ALONE = re.compile(rf"\s*[{signs.DASHES_AND_HYPHENS}]\s*")


@dataclass(frozen=True, slots=True)
class Field:
    """Where a cell stands in the source; `quotes` are the places of the signs that quote it."""

    start: int
    end: int
    quotes: frozenset[int] = frozenset()


def fields_at(text: str, start: int) -> tuple[list[Field], int]:
    """(the cells of the row or line that begins at an offset, where it ends)."""
    found: list[Field] = []
    at = start
    while True:
        field = _quoted(text, at, opens_line=not found) or _plain(text, at)
        found.append(field)
        at = field.end + bool(field.quotes)
        if text[at : at + 1] != "\t":
            # A carriage return belongs to the line end.
            end = _PLAIN.match(text, at)
            return _with_their_bullets(text, found), end.end() if end else at
        at += 1


def _quoted(text: str, at: int, *, opens_line: bool) -> Field | None:
    match = _QUOTED.match(text, at) if text[at : at + 1] == '"' else None
    if match is None or not _NEEDS_QUOTES.search(match[1]):
        return None
    if opens_line and text[match.end() : match.end() + 1] != "\t":
        # Lines of text in quotes, and no row.
        return None
    doubled = {match.start(1) + found.end() - 1 for found in re.finditer('""', match[1])}
    return Field(
        match.start(1), match.end(1), frozenset(doubled | {match.start(), match.end() - 1})
    )


def _plain(text: str, at: int) -> Field:
    match = _PLAIN.match(text, at)
    return Field(at, match.end() if match else at)


def _with_their_bullets(text: str, fields: list[Field]) -> list[Field]:
    """The cells, a bullet and the text that a tab parts from it as one.

    A dash alone may say that a cell is empty: only in front of a line it can be but a bullet.
    """
    found: list[Field] = []
    for field in fields:
        written = text[field.start : field.end]
        before = text[found[-1].start : found[-1].end] if found else ""
        is_bullet = _BULLET_ALONE.fullmatch(before) is not None
        is_bullet |= len(found) == 1 and _DASH_ALONE.fullmatch(before) is not None
        is_sign = _BULLET_ALONE.fullmatch(written) or _DASH_ALONE.fullmatch(written)
        if is_bullet and written.strip() and not is_sign and not field.quotes:
            found[-1] = Field(found[-1].start, field.end)
        else:
            found.append(field)
    return found

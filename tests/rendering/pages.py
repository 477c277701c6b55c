"""Page ends: a row is cut where the page was full, and goes on below an empty label cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from tests.rendering.sheet import Piece, Row, Sheet, Table
from tests.rendering.style import Cut

T = TypeVar("T")

# A cut inside a sentence is certain only before a word in lower case.
_SENTENCE_ENDS = (".", "?", "!", ":", ";")
_ABBREVIATIONS = ("bijv.", "o.a.", "m.b.t.", "ca.", "incl.", "m.b.v.")
_LEAST = 3  # words on each side of a cut


def cut_sheet(sheet: Sheet, cuts: tuple[Cut, ...]) -> Sheet:
    """The sheet with each page end carried out, as far as it has such a place."""
    for cut in cuts:
        places = list(_places(sheet, cut.kind))
        if places:
            sheet = _with_cut(sheet, places[cut.place % len(places)])
    return sheet


Place = tuple[int, int, int, int, int]  # section, table, row, piece, word


def _places(sheet: Sheet, kind: str) -> Iterator[Place]:
    for s, section in enumerate(sheet.sections):
        for t, table in enumerate(section.tables):
            for r, row in enumerate(table.rows):
                for piece, word in _row_places(row, kind, first=r == 0):
                    yield s, t, r, piece, word


def _row_places(row: Row, kind: str, first: bool) -> Iterator[tuple[int, int]]:
    if row.after_page:
        return
    if kind == "rows":
        if not first and row.label:
            yield 0, 0
    elif kind == "competency":
        if row.field == "competencies" and not row.label:
            yield 0, 0
    else:
        yield from _inner_places(row, kind)


def _inner_places(row: Row, kind: str) -> Iterator[tuple[int, int]]:
    for number, piece in enumerate(row.pieces):
        before = row.pieces[number - 1] if number else None
        if kind in ("sentence", "item"):
            wanted = "para" if kind == "sentence" else "item"
            if piece.kind == wanted and not _is_statement_row(row):
                yield from ((number, word) for word in _word_places(piece.text))
        elif before is not None and kind == "paragraphs":
            # Full sentences on both sides, each in its own paragraph.
            if before.kind == piece.kind == "para" and before.text.endswith("."):
                yield number, 0
        elif before is not None and before.kind == piece.kind == "item":
            yield number, 0


def _is_statement_row(row: Row) -> bool:
    """Names and dates are no sentences: where a page end cut one, its form shows nothing."""
    return row.field in (
        "name date version level short_name developed_by legitimations job_titles "
        "related_occupations roles_overview source_documents".split()
    )


def _word_places(text: str) -> Iterator[int]:
    words = text.split(" ")
    for n in range(_LEAST, len(words) - _LEAST + 1):
        before, after = words[n - 1], words[n]
        ends = before.endswith(_SENTENCE_ENDS) and before not in _ABBREVIATIONS
        if not ends and after[0].islower() and before[-1] not in "-–":
            yield n


def _with_cut(sheet: Sheet, place: Place) -> Sheet:
    s, t, r, piece, word = place
    section = sheet.sections[s]
    table = section.tables[t]
    rows = (*table.rows[:r], *_cut_row(table.rows[r], piece, word), *table.rows[r + 1 :])
    tables = _replaced(section.tables, t, replace(table, rows=rows))
    return replace(sheet, sections=_replaced(sheet.sections, s, replace(section, tables=tables)))


def _replaced(values: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    return (*values[:at], value, *values[at + 1 :])


def _cut_row(row: Row, piece: int, word: int) -> list[Row]:
    if piece == 0 and word == 0:
        return [replace(row, after_page=True)]
    if word == 0:
        before, after = row.pieces[:piece], row.pieces[piece:]
    else:
        first, second = _cut_piece(row.pieces[piece], word)
        before = (*row.pieces[:piece], first)
        after = (second, *row.pieces[piece + 1 :])
    return [replace(row, pieces=before), Row("", after, row.field, after_page=True)]


def _cut_piece(piece: Piece, word: int) -> tuple[Piece, Piece]:
    words = piece.text.split(" ")
    first = replace(piece, text=" ".join(words[:word]))
    return first, replace(piece, text=" ".join(words[word:]), head="", goes_on=True)


def pages(table: Table) -> list[list[Row]]:
    """The rows of a table by page."""
    found: list[list[Row]] = [[]]
    for row in table.rows:
        if row.after_page and found[-1]:
            found.append([])
        found[-1].append(row)
    return found

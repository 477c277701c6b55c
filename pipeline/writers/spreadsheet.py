"""A profile as an Excel workbook for people: what it is, the profile to read, all its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.contract.table_descriptions import Column, Table, all_tables
from pipeline.contract.tables import Row, to_tables
from pipeline.core.signs import BULLET
from pipeline.profile.model import Blocks, Paragraph
from pipeline.writers.edition import PROGRAM, Edition
from pipeline.writers.nodes import counts_of
from pipeline.writers.reading import Facts, Heading, Items, Part, reading_of
from pipeline.writers.workbook import DEEPEST_HEADING, Book

_NARROWEST, _WIDEST = 10, 60
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_ABOUT, _READING = "Over dit bestand", "Profiel"


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    book = Book(f"Beroepscompetentieprofiel {edition.tree.label}", edition.moment)
    rows = to_tables([edition.profile])
    tables = [table for table in all_tables() if rows[table.name]]
    names = _sheet_names(tables)
    _write_about(book, edition, [(names[t.name], t, len(rows[t.name])) for t in tables])
    _write_reading(book, edition)
    for table in tables:
        _write_table(book, names[table.name], table, rows[table.name])
    return {f"xlsx/{edition.profile.id}.xlsx": book.data()}


def _sheet_names(tables: Sequence[Table]) -> dict[str, str]:
    """By table, names that Excel takes: short, without signs, no two equal whatever their case."""
    taken = {_ABOUT.casefold(), _READING.casefold(), "vervolg", "history"}
    found = {}
    for table in tables:
        bare = _NOT_IN_SHEET_NAMES.sub(" ", table.title).strip()[:_LONGEST_SHEET_NAME]
        name, number = bare, 1
        while name.casefold() in taken:
            number += 1
            name = f"{bare[: _LONGEST_SHEET_NAME - 4]} ({number})"
        taken.add(name.casefold())
        found[table.name] = name
    return found


def _write_about(book: Book, edition: Edition, sheets: Sequence[tuple[str, Table, int]]) -> None:
    sheet = book.sheet(_ABOUT, (34, 90))
    book.text(sheet, 0, 0, edition.tree.statement, "level 1")
    row = 1
    for label, text in _facts(edition):
        row += 1
        book.text(sheet, row, 0, label, "label")
        book.text(sheet, row, 1, text)
    row += 2
    book.text(sheet, row, 0, "De bladen", "level 2")
    book.text(sheet, row, 1, "", "level 2")
    listed = [(_READING, _how_to_read(edition))]
    listed += [(name, f"{_title(table)}: {count} rijen.") for name, table, count in sheets]
    for label, text in listed:
        row += 1
        book.text(sheet, row, 0, label, "label")
        book.text(sheet, row, 1, text)


def _how_to_read(edition: Edition) -> str:
    """What the profile is read by: `rol voor rol`, `kerntaak voor kerntaak`."""
    titles = [node.title.lower() for node in edition.tree.children[:1]]
    return "".join(["Het profiel om te lezen", *(f", {one} voor {one}" for one in titles), "."])


def _title(table: Table) -> str:
    return f"Tabel {table.title} ({table.name} in de CSV-bestanden)"


def _facts(edition: Edition) -> Iterator[tuple[str, str]]:
    profile = edition.profile
    concluded = profile.derived
    level = concluded.eqf_level if concluded else None
    facts = (
        ("Soort document", "Beroepscompetentieprofiel"),
        ("Identificatie", profile.id),
        ("Versie", profile.version),
        ("Datum", profile.date),
        ("Gelegitimeerd op", concluded.legitimated_on if concluded else None),
        ("NLQF-niveau", profile.nlqf_level),
        ("EQF-niveau (afgeleid)", str(level) if level else None),
        ("Sector", profile.sector),
        ("Ontwikkeld door", "\n".join(profile.developed_by or ())),
        ("Inhoud", ", ".join(f"{n} {word.lower()}" for word, n in counts_of(profile).items())),
        ("Bronbestand", profile.source.file),
        ("SHA-256 van de bron", profile.source.sha256),
        ("Gemaakt door", PROGRAM),
        ("Gebruik", "Om te lezen, te filteren en te printen; om in te lezen: JSON of CSV."),
    )  # fmt: skip
    return ((label, text) for label, text in facts if text)


def _write_reading(book: Book, edition: Edition) -> None:
    sheet = book.sheet(_READING, (36, 110))
    row = 0
    for part in reading_of(edition.profile):
        for label, text, look in _lines(part):
            book.text(sheet, row, 0, label, look if label and look != "text" else "label")
            book.text(sheet, row, 1, text, look)
            row += 1


def _lines(part: Part) -> Iterator[tuple[str, str, str]]:
    """(label, text, look) of each row of a part."""
    match part:
        case Heading():
            yield part.text, "", f"level {min(part.level, DEEPEST_HEADING)}"
        case Facts():
            yield from ((title, "\n".join(lines), "text") for title, lines in part.rows)
        case Items():
            yield from (("", f"{BULLET} {text}", "text") for _, text in part.items)
        case _:
            look = "label" if part.is_stressed else "text"
            yield from (("", text, look) for text in _texts(part.blocks))


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif block.ordered:
            yield from (f"{n}. {item}" for n, item in enumerate(block.items, start=1))
        else:
            yield from (f"{BULLET} {item}" for item in block.items)


def _write_table(book: Book, name: str, table: Table, rows: Sequence[Row]) -> None:
    widths = tuple(_width(column, rows) for column in table.columns)
    sheet = book.sheet(name, widths, repeat_head=True)
    sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
    # Numbers as text are meant: a level `4+` and an id are no numbers.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for number, column in enumerate(table.columns):
        book.text(sheet, 0, number, column.title, "head")
        for at, row in enumerate(rows, start=1):
            _write_cell(book, sheet, (at, number), row[column.name])


def _write_cell(book: Book, sheet: Any, place: tuple[int, int], value: str | int | None) -> None:
    if isinstance(value, bool):
        book.text(sheet, *place, "ja" if value else "nee")
    elif isinstance(value, int):
        book.number(sheet, *place, value)
    elif value is not None:
        book.text(sheet, *place, value)


def _width(column: Column, rows: Sequence[Row]) -> float:
    """As wide as the longest cell, within bounds; longer ones are wrapped."""
    longest = max((len(str(row[column.name] or "")) for row in rows), default=0)
    return float(min(max(longest, len(column.title) + 3, _NARROWEST), _WIDEST) + 1)

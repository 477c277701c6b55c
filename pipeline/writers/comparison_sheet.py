"""Comparisons as an Excel workbook: a row for each change, to filter and to sign off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.contract.comparison_records import ChangeRecord, ComparisonFile
from pipeline.writers.comparison_text import DUTCH, summary_of, title_of
from pipeline.writers.workbook import Book

HEADER = (
    "Profiel",
    "Wijziging",
    "Verplaatst",
    "Wat",
    "Waar",
    "Oude tekst",
    "Nieuwe tekst",
    "Oude vindplaats",
    "Nieuwe vindplaats",
    "Opmerking",
)
_WIDTHS = (24, 13, 12, 22, 34, 60, 60, 34, 34, 30)
# No clock: the same comparison is the same file.
_NO_DATE = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def workbook_of(comparisons: Sequence[ComparisonFile]) -> bytes:
    """The workbook of comparisons: what was compared, and all changes in one sheet."""
    book = Book("Verschillen tussen beroepscompetentieprofielen", _NO_DATE)
    about = book.sheet("Overzicht", (60, 60, 50), repeat_head=True)
    for row, cells in enumerate([("Oud", "Nieuw", "Verschillen"), *map(_overview, comparisons)]):
        for column, text in enumerate(cells):
            book.text(about, row, column, text, "text" if row else "head")
    sheet = book.sheet("Verschillen", _WIDTHS, repeat_head=True)
    rows = [_cells(c.new.name, change) for c in comparisons for change in c.changes]
    for row, cells in enumerate([HEADER, *rows]):
        for column, text in enumerate(cells):
            book.text(sheet, row, column, text, "text" if row else "head")
    sheet.autofilter(0, 0, len(rows), len(HEADER) - 1)
    return book.data()


def _overview(comparison: ComparisonFile) -> tuple[str, ...]:
    return title_of(comparison.old), title_of(comparison.new), summary_of(comparison)


def _cells(name: str, change: ChangeRecord) -> tuple[str, ...]:
    return (
        name,
        DUTCH[change.change],
        "ja" if change.moved else "nee",
        change.what,
        " > ".join(change.where),
        change.old or "",
        change.new or "",
        change.old_pointer or "",
        change.new_pointer or "",
        "",
    )

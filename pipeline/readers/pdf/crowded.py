"""Pages with more rules than anybody draws: read as text, since their grids would take minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.readers.pdf.grid import all_rules, grid_fields, merged
from pipeline.readers.pdf.marks import Marks, Page
from pipeline.readers.pdf.settings import Count

TOO_COMPLEX = "BCP155"
# A field of a grid takes some ten microseconds, and looking for the field of this many runs as
# much again: five seconds in all. A full page of small cells has ten thousand fields.
MOST_FIELDS: Count = 400_000
_RUNS: Count = 700


def without_crowds(marks: Marks) -> tuple[Marks, tuple[Diagnostic, ...]]:
    """The marks without the drawing of pages whose grids would take too long, and warnings."""
    crowded = {page.number: fields for page in marks.pages if (fields := _crowd(page))}
    if not crowded:
        return marks, ()
    pages = tuple(
        replace(page, rules=(), shades=(), dots=()) if page.number in crowded else page
        for page in marks.pages
    )
    return replace(marks, pages=pages), tuple(_findings(crowded))


def _crowd(page: Page) -> int:
    """The number of fields of a page's grids where it is too large; 0 where it is not."""
    most = int(MOST_FIELDS / (1 + len(page.runs) / _RUNS))
    fields = grid_fields(merged(page.rules), most)
    if fields <= most and page.shades:
        fields = grid_fields(all_rules(page), most)
    return fields if fields > most else 0


def _findings(crowded: dict[int, int]) -> Iterator[Diagnostic]:
    for number, fields in crowded.items():
        message = f"its rules make {fields} fields or more; it was read as text without them"
        yield Diagnostic(TOO_COMPLEX, message, Place(page=number))

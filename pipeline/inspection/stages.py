"""One stage of the reading of a PDF as lines of text: its lines, its tables, its seams."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.conversion import file_bytes
from pipeline.document.reasons import FURNITURE, SEAMS, Reason
from pipeline.document.text import BOLD, INSERTED, ITALIC, Text
from pipeline.readers import is_pdf

if TYPE_CHECKING:
    from pipeline.readers.pdf.lines import Line
    from pipeline.readers.pdf.stages import SeenCell, SeenTable, Stages

_SHOWN, _SHOWN_OF_A_SEAM = 90, 40
LEFT_OUT = "left out"
# A line, and where in the reading it stands.
_Placed = tuple["Line", str]


def stage_lines(
    path: Path, stage: str, page: int | None = None, *, without_tags: bool = False
) -> Iterator[str]:
    """One of the `STAGES` of the reading of a PDF, on one page or on all.

    Raises DocumentError where the file cannot be read, ValueError where it is no PDF or has no
    such page.
    """
    found = stages_of(file_bytes(path), path, page, without_tags=without_tags)
    return STAGES[stage](found, page)


def stages_of(data: bytes, path: Path, page: int | None, *, without_tags: bool) -> Stages:
    """What the reader of PDFs came by; raises as `stage_lines` does."""
    if not is_pdf(data):
        raise ValueError(f"{path} is no PDF: only pages of a PDF can be drawn or read in stages")
    from pipeline.readers.pdf import reader

    found = reader.stages(data, without_tags=without_tags)
    if page is not None and page > len(found.shown):
        raise ValueError(f"the PDF has pages 1 to {len(found.shown)}; there is no page {page}")
    return found


def placed_lines(found: Stages) -> list[_Placed]:
    """All lines from top to bottom, page by page, each with where in the reading it stands."""
    seen = found.seen()
    lines = [(line, "text") for line in seen.text]
    lines += [(line, LEFT_OUT) for line in seen.furniture]
    for number, table in enumerate(seen.tables, 1):
        for cell in table.cells:
            lines += [(line, f"table {number}, {_place(cell)}") for line in cell.lines]
    return sorted(lines, key=lambda pair: (pair[0].page, pair[0].baseline, pair[0].x0))


def line_words(line: Line) -> str:
    """The measures of a line, in points, and how it is set."""
    return (
        f"x {line.x0:.1f} to {line.x1:.1f}, baseline {line.baseline:.1f}, "
        f"{', '.join((f'{line.size:.1f} pt', *emphasis_of(line.text)))}"
    )


def emphasis_of(text: Text) -> list[str]:
    """How all of a text is emphasised."""
    return [name for style, name in ((BOLD, "bold"), (ITALIC, "italic")) if text.all_styled(style)]


def table_words(number: int, table: SeenTable) -> str:
    """What a table is called, where it stands and what it was read by."""
    pages = ", ".join(map(str, table.pages)) or "none"
    return f"table {number} on page {pages}, by {table.evidence}"


def _lines(found: Stages, page: int | None) -> Iterator[str]:
    wanted = [pair for pair in placed_lines(found) if page in (None, pair[0].page)]
    for number, group in groupby(wanted, key=lambda pair: pair[0].page):
        sheet = found.pages[number - 1]
        yield f"PAGE {number}, {sheet.width:.1f} by {sheet.height:.1f} points"
        for line, home in group:
            why = _why_left_out(found, line) if home == LEFT_OUT else ""
            yield f"  {line_words(line)}; {home}{why}: {_shown(line.chars)}"


def _why_left_out(found: Stages, line: Line) -> str:
    about = found.document.reasons.about(_origins([line]))
    why = dict.fromkeys(reason.verdict.name for reason in about if reason.stage == FURNITURE)
    return "".join(f", {name}" for name in why)


def _tables(found: Stages, page: int | None) -> Iterator[str]:
    for number, table in enumerate(found.seen().tables, 1):
        if page is not None and page not in table.pages:
            continue
        yield table_words(number, table).capitalize()
        origins = [o for cell in table.cells for o in _origins(cell.lines)]
        about = (r for r in found.document.reasons.about(origins) if r.stage == "tables")
        yield from (f"  {reason}" for reason in dict.fromkeys(map(str, about)))
        for cell in table.cells:
            if page is None or any(own == page for own, _ in cell.boxes) or not cell.boxes:
                yield f"  {_place(cell)}{_spans(cell)}{_boxes(cell)}: {_text(cell)}"


def _seams(found: Stages, page: int | None) -> Iterator[str]:
    lines = by_origin(found)
    seams = list(found.document.reasons.of_stage(SEAMS))
    if not seams:
        yield "No verdict on a seam is on record"
    for seam in seams:
        number = found.document.locator.places([seam.first])[0].page
        if page in (None, number):
            end, start = ends_of(seam, lines)
            yield f"page {number}: {end!r} | {start!r} {seam}"


def ends_of(seam: Reason, lines: Mapping[int, Line]) -> tuple[str, str]:
    """The end of the line before a seam, and the beginning of the one after it."""
    before, after = lines.get(seam.first), lines.get(seam.last)
    return (
        before.chars[-_SHOWN_OF_A_SEAM:] if before is not None else "?",
        after.chars[:_SHOWN_OF_A_SEAM] if after is not None else "?",
    )


def by_origin(found: Stages) -> dict[int, Line]:
    """The line that each character stands in."""
    return {o: line for line, _ in placed_lines(found) for o in _origins([line])}


def _origins(lines: Sequence[Line]) -> list[int]:
    return [o for line in lines for o in line.text.origins if o != INSERTED]


def _place(cell: SeenCell) -> str:
    return f"row {cell.row + 1}, column {cell.column + 1}"


def _spans(cell: SeenCell) -> str:
    columns = f", over {cell.colspan} columns" if cell.colspan > 1 else ""
    return columns + (f", over {cell.rowspan} rows" if cell.rowspan > 1 else "")


def _boxes(cell: SeenCell) -> str:
    return "".join(
        f" [page {page}: {' '.join(f'{side:.1f}' for side in box)}]" for page, box in cell.boxes
    )


def _text(cell: SeenCell) -> str:
    return _shown(" / ".join(line.chars for line in cell.lines)) if cell.lines else "empty"


def _shown(chars: str) -> str:
    return repr(chars if len(chars) <= _SHOWN else f"{chars[: _SHOWN - 3]}...")


STAGES: dict[str, Callable[[Stages, int | None], Iterator[str]]] = {
    "lines": _lines,
    "tables": _tables,
    "seams": _seams,
}

"""Tables that alignment shows: no line of theirs is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document.text import Text
from pipeline.readers.pdf.alignment import AlignedColumns, aligned_rows
from pipeline.readers.pdf.lines import Line


def line(chars: str, x0: float, top: float, size: float = 10.0) -> Line:
    """A line of text; letters of a negative size stand on their heads."""
    text = Text(chars, tuple(range(len(chars))), bytes(len(chars)))
    return Line(text, x0, x0 + 50, top, top + size, top + 0.8 * size, size, 1)


@pytest.mark.parametrize("size", [10.0, -10.0])
def test_a_line_of_mirrored_letters_stays_in_its_row(size: float) -> None:
    columns = AlignedColumns((300.0,), 500.0, leading=1.2, size=10.0)

    (rows,) = aligned_rows([line("waarde", 300.0, 100.0, size)], columns, [])

    assert not isinstance(rows, Line)
    assert [member.chars for row in rows for _, lines in row for member in lines] == ["waarde"]


def test_what_stands_outside_tables_does_not_tell_how_labels_are_aligned() -> None:
    table = [
        line("Omschrijving", 50, 100), line("De kok leest het recept en", 200, 100),
        line("bereidt het voor.", 200, 112), line("Resultaat", 50, 130),
        line("Een gerecht dat klopt.", 200, 130), line("Gedrag", 50, 148),
        line("werkt netjes;", 200, 148), line("luistert goed.", 200, 160),
    ]  # fmt: skip
    items = [line(f"Nummer {n}", 50, 300 + 20 * n) for n in range(12)]
    # Labels and contents that share a line are one with a gap in it.
    whole = [_beside(table[0], table[1]), table[2], _beside(table[3], table[4]),
             _beside(table[5], table[6]), table[7], *items]  # fmt: skip
    assert AlignedColumns.of([whole]).top_aligned


def _beside(label: Line, content: Line) -> Line:
    text = label.text + Text(" ", (-1,), b"\0") + content.text
    gutter = (len(label.text) + 1, label.x1, content.x0)
    return replace(label, text=text, x1=content.x1, gutters=(gutter,))

"""Tables that alignment shows: no line of theirs is lost."""

from __future__ import annotations

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

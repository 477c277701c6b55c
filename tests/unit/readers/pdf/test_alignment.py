"""Tables that alignment shows: no line of theirs is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document.text import Text
from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.alignment import aligned_rows
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
    assert [member.chars for row in rows.rows for _, lines in row for member in lines] == ["waarde"]


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


LABELS = ("Context", "Houding", "Niveau", "Complexiteit")
FULL = "De dijkwachter loopt zijn ronde langs de dijk en meldt wat"
REST = "hij ziet aan de post."


def _as_wide(text: Line) -> Line:
    """A line as wide as its letters are."""
    return replace(text, x1=text.x0 + 5.0 * len(text.chars))


@pytest.mark.parametrize("lower", [0.0, 6.0], ids=["at the top", "at the middle"])
def test_labels_at_the_top_and_at_the_middle_of_two_lines_have_both(lower: float) -> None:
    facts = [
        _beside(_as_wide(line(f"Feit {n}", 40, 20 * n)), _as_wide(line("Ja.", 200, 20 * n)))
        for n in range(3)
    ]
    lines = list(facts)
    for number, name in enumerate(LABELS):
        top = 100.0 + 30 * number
        label, first = (_as_wide(line(name, 40, top + lower)), _as_wide(line(FULL, 200, top)))
        lines += [first, label] if lower else [_beside(label, first)]
        lines.append(_as_wide(line(REST, 200, top + 12)))
    (rows,) = aligned_rows(lines, AlignedColumns.of([lines, lines]), ())

    assert not isinstance(rows, Line)
    found = [[[part.chars for part in parts] for _, parts in row] for row in rows.rows]
    assert found[len(facts) :] == [[[label], [FULL, REST]] for label in LABELS]

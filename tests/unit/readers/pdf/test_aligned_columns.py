"""Where the contents of a document begin: which places are one edge, and what indents hide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.lines import Line
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import typed_row

# Sixty letters reach from 200 to 500.
FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de"
REST = "sluis, en meldt wat hij ziet."
TYPED = Typed()


def pairs(*starts: float, label: float = 50, first: float = 100) -> list[Line]:
    """Rows of a label and contents, of which these are the places where contents begin."""
    return [
        typed_row(TYPED, first + 40 * n, (label, "Rol"), (x, "Wachter"))
        for n, x in enumerate(starts)
    ]


def edges(*lines: Sequence[Line]) -> tuple[float, ...]:
    return AlignedColumns.of(lines).edges


def test_places_that_differ_by_rounding_are_one_edge() -> None:
    assert edges(pairs(200, 200.9, 199.3)) == (200,)
    # On either side of a place at which they are rounded, three each.
    assert edges(pairs(201.2, 201.2, 201.2, 201.3, 201.3, 201.3)) == (201.2,)


def test_the_more_common_of_two_near_places_is_the_edge_wherever_it_stands() -> None:
    assert edges(pairs(220, 220, 220, 200, 200, 200, 200)) == (200,)
    # A place left of the most common one is no indent of it.
    assert edges(pairs(200, 200, 200), pairs(220, 220, 220, 220)) == (200, 220)


def test_edges_are_told_from_left_to_right() -> None:
    assert edges(pairs(300, 300, 300, 300, 150, 150, 150)) == (150, 300)


def indented(*starts: float) -> tuple[float, ...]:
    """The edges of contents whose first lines begin at 210, and these others elsewhere."""
    lines = []
    for n, x in enumerate(starts):
        lines += pairs(210, first=100 + 40 * n)
        lines.append(TYPED.line("op de dijk", x, 112 + 40 * n))
    return edges(lines)


def test_the_lines_below_indented_ones_stand_at_the_edge_but_for_rounding() -> None:
    assert indented(200, 199.96, 200.04) == (200,)
    assert indented(200, 199.8, 200.2) == (210,)


def test_a_document_without_pairs_has_no_edges() -> None:
    found = AlignedColumns.of([[TYPED.line(FULL, 50)]])

    assert (found.edges, found.right, found.size, found.leading) == ((), 350, 0, 0)
    nothing = AlignedColumns.of([])
    assert (nothing.edges, nothing.right, nothing.size, nothing.leading) == ((), 0, 0, 0)


# The distance of lines.


def leading(*rows: Sequence[tuple[float, str]]) -> float:
    """What lines show, each its texts and where these begin, 13 points below each other."""
    lines = [typed_row(TYPED, 100 + 13 * n, *row) for n, row in enumerate(rows)]
    return AlignedColumns.of([pairs(200, 200, 200, first=500), lines]).leading


def test_labels_beside_all_lines_of_contents_hide_no_distance() -> None:
    assert leading([(50, "Rol en"), (200, FULL)], [(50, "taken"), (200, REST)]) == 1.3


@pytest.mark.parametrize(("x", "found"), [(202.4, 1.3), (197.6, 1.3), (202.6, 0.0), (197.4, 0.0)])
def test_lines_that_begin_elsewhere_show_no_distance(x: float, found: float) -> None:
    assert leading([(200, FULL)], [(x, REST)]) == found


# Labels and contents.


def test_text_that_reaches_into_the_contents_is_no_label() -> None:
    columns = AlignedColumns.of([pairs(200, 200, 200)])
    texts = [TYPED.line("Eisen", 50, 300), TYPED.line(FULL, 50, 320), TYPED.line("Fit", 210, 340)]
    found = columns.labels_on([*pairs(200), *texts])

    assert [line.chars for line in found.labels] == ["Rol", "Eisen"]
    assert [line.chars for line in found.contents] == ["Wachter", "Fit"]
    assert found.right == columns.right


def test_texts_that_hang_right_of_their_markers_have_no_edge_of_their_own() -> None:
    assert edges(pairs(*[216.0] * 4), pairs(*[210.0] * 3)) == (210.0,)
    assert edges(pairs(*[270.0] * 4), pairs(*[210.0] * 3)) == (210.0, 270.0)

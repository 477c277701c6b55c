"""Labels and contents to rows: which contents are a label's, and the boxes of their cells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.labelled_rows import Row, labelled_rows
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Rule
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level

EDGE = 200.0
AT_TOP = AlignedColumns((EDGE,), 500.0, leading=1.2, size=10.0)
MIDDLE = replace(AT_TOP, top_aligned=False)


def rows(
    *texts: tuple[str, float, float], columns: AlignedColumns = AT_TOP, rules: tuple[Rule, ...] = ()
) -> list[Row]:
    """The rows of lines, each a text with where it begins and its baseline."""
    typed = Typed()
    parts: list[list[Line]] = [[typed.line(*text)] for text in texts]
    return list(labelled_rows(parts, EDGE, columns, rules).rows)


def texts(found: list[Row]) -> list[list[str]]:
    return [[" / ".join(line.chars for line in own) for _, own in row] for row in found]


def test_the_cells_of_a_row_reach_over_all_its_lines_and_from_the_leftmost_label() -> None:
    found = rows(
        ("Rol", 60, 100), ("Wachter", 210, 100), ("aan de dijk", 200, 112),
        ("Taak", 50, 140), ("en eis", 70, 152), ("Waken", 200, 140),
    )  # fmt: skip

    # Lines reach from 7.5 above their baselines to 2.5 below them.
    assert [[box for box, _ in row] for row in found] == [
        [(50, 92.5, 200, 114.5), (200, 92.5, 500, 114.5)],
        [(50, 132.5, 200, 154.5), (200, 132.5, 500, 154.5)],
    ]


def test_contents_without_labels_have_cells_without_width_before_them() -> None:
    (row,) = rows(("Wachter", 210, 100))

    assert [box for box, _ in row] == [(200, 92.5, 200, 102.5), (200, 92.5, 500, 102.5)]


@pytest.mark.parametrize(("x", "is_label"), [(197.4, True), (197.6, False)])
def test_labels_begin_left_of_where_contents_do(x: float, *, is_label: bool) -> None:
    assert texts(rows(("Rol", x, 100))) == [["Rol", ""] if is_label else ["", "Rol"]]


@pytest.mark.parametrize(("y", "first"), [(133.8, "Een. / Twee."), (134.2, "Een.")])
def test_contents_are_those_of_a_label_from_a_point_above_it_on(y: float, first: str) -> None:
    # The label begins at 132.5; the middle of the contents is 2.5 above their baseline.
    found = rows(("Rol", 50, 100), ("Een.", 200, 100), ("Taak", 50, 140), ("Twee.", 200, y))

    assert texts(found)[0] == ["Rol", first]


@pytest.mark.parametrize(("at", "is_row"), [(93.2, False), (93.8, True), (99.3, True)])
def test_a_level_line_amid_the_lines_parts_rows_and_one_above_them_does_not(
    at: float, *, is_row: bool
) -> None:
    # The first line begins at 92.5; labels at the middle have what stands above them as well.
    lines = (("Een.", 200.0, 100.0), ("Rol", 50.0, 107.0), ("Twee.", 200.0, 112.0))
    found = texts(rows(*lines, columns=MIDDLE, rules=(level(at),)))

    assert found == ([["", "Een."], ["Rol", "Twee."]] if is_row else [["Rol", "Een. / Twee."]])


def test_a_level_line_right_above_or_below_all_lines_parts_nothing() -> None:
    lines = (("Een.", 200.0, 100.0), ("Rol", 50.0, 107.0), ("Twee.", 200.0, 112.0))

    for at in (92.0, 104.6):
        assert texts(rows(*lines, columns=MIDDLE, rules=(level(at),))) == [["Rol", "Een. / Twee."]]


@pytest.mark.parametrize(("start", "count"), [(50.0, 2), (193.9, 2), (194.1, 1), (210.0, 1)])
def test_a_line_drawn_below_contents_alone_is_of_a_table_inside_them(
    start: float, count: int
) -> None:
    drawn = (Rule(True, 103.5, start, 400.0),)
    typed = Typed()
    beside = typed.maker.lines([typed.run("Een", 200), typed.run("2021", 300)], 1)
    parts = [[typed.line("Bron"), *beside], [typed.line("Twee", 200, 112)]]

    assert len(labelled_rows(parts, EDGE, AT_TOP, drawn).rows) == count
    # Contents that stand in no columns are rows of one label, and so are items.
    for text in ("Een", "• Een"):
        assert len(rows(("Bron", 50, 100), (text, 200, 100), ("Twee", 200, 112), rules=drawn)) == 2

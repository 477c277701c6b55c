"""Rows and cells below heads: by level lines that reach under them, else by the room between."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.readers.pdf.headed_cells import bands_of, cells_of, is_under, reaches_over
from pipeline.readers.pdf.marks import Rule
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import dealt, level

STARTS = (50.0, 150.0)
Texts = tuple[float, str, str]
Cell = tuple[int, int, int, list[str]]


def sizes(lines: Sequence[Texts], *levels: Rule) -> list[int]:
    """How many lines each row takes."""
    typed = Typed()
    rows = [dealt(typed, y, *texts, starts=STARTS) for y, *texts in lines]
    return [len(band) for band in bands_of(rows, levels, typed.maker)[0]]


def cells(bands: Sequence[Sequence[Texts]], *levels: Rule) -> list[Cell]:
    typed = Typed()
    rows = [[dealt(typed, y, *texts, starts=STARTS) for y, *texts in band] for band in bands]
    return [
        (cell.row, cell.column, cell.rowspan, [line.chars for line in cell.lines])
        for cell in cells_of(rows, STARTS, levels, typed.maker)
    ]


def test_a_level_line_between_two_baselines_parts_rows() -> None:
    lines = [(100, "Bewaken", "de dijk"), (112, "", "en de sluis"), (124, "Melden", "aan de post")]

    assert sizes(lines, level(117)) == [2, 1]
    assert sizes(lines, level(90), level(130)) == [3]


@pytest.mark.parametrize(("distance", "found"), [(13.2, [2, 2]), (12.9, [4])])
def test_rows_stand_further_apart_than_lines_by_a_tenth_of_a_letter(
    distance: float, found: list[int]
) -> None:
    below = 112 + distance
    lines = [
        (100, "Bewaken", "de dijk en de"), (112, "van wie", "sluis"),
        (below, "Melden", "de schade"), (below + 12, "", "aan de post"),
    ]  # fmt: skip

    assert sizes(lines) == found


def why(lines: Sequence[Texts], *levels: Rule) -> list[tuple[str, str, str]]:
    """What was parted: the last letter above, the first below, and the reason."""
    typed = Typed()
    rows = [dealt(typed, y, *texts, starts=STARTS) for y, *texts in lines]
    chars = typed.glyphs.chars
    return [
        (chars[reason.first], chars[reason.last], str(reason))
        for reason in bands_of(rows, levels, typed.maker)[1]
    ]


def test_why_rows_were_parted_is_told_of_each_of_their_texts() -> None:
    lines = [(100, "Bewaken", "de dijk"), (112, "", "en de sluis"), (130, "Melden", "aan de post")]
    apart = "parted: rows stand further apart than lines, by 5.0 pt"

    assert why(lines) == [("n", "M", apart), ("s", "a", apart)]
    ruled = "parted: a drawn line parts them"
    assert why(lines, level(117)) == [("n", "M", ruled), ("s", "a", ruled)]
    close = [(100, "Bewaken", "De"), (112, "Melden", "")]
    assert why([*close, (124, "Dijken en sluizen", "De")])[0] == (
        "n", "M", "parted: the next word would have fitted, by 17.5 pt",
    )  # fmt: skip
    assert why(lines[:2]) == []


def test_a_label_that_goes_on_in_lower_case_begins_no_row() -> None:
    lines = [(100, "Bewaken", "De dijk"), (112, "", "en meer"), (126, "van alles", "en de sluis")]

    assert sizes(lines) == [3]


def test_rows_that_stand_as_close_as_lines_begin_where_all_parts_do() -> None:
    lines = [
        (100, "Bewaken", "De dijk en de"), (112, "", "sluis."),
        (124, "Melden", "De schade"), (136, "Afsluiten", "en de post"),
    ]  # fmt: skip

    # The last line opens its label, but goes on with its contents.
    assert sizes(lines) == [2, 2]


def test_a_label_by_itself_begins_a_row_where_it_would_have_fitted_above() -> None:
    assert sizes([(100, "Bewaken van dijken", "De"), (112, "Melden", "")]) == [2]
    three = [(100, "Bewaken", "De"), (112, "Melden", ""), (124, "Dijken en sluizen", "De")]
    assert sizes(three) == [1, 1, 1]


def test_a_label_that_opens_as_another_one_begins_a_row() -> None:
    lines = [(100, "Taak van dijkgraven", "Een"), (112, "Taak van sluizen", "")]

    assert sizes(lines) == [1, 1]


def test_numbers_and_crosses_begin_rows() -> None:
    assert sizes([(100, "Taak", "x"), (112, "Rol", "x")]) == [1, 1]
    assert sizes([(100, "Taak", "De dijk"), (112, ", rol", "De sluis")]) == [2]


def test_cells_have_their_lines_and_rows() -> None:
    bands = [[(100.0, "Bewaken", "de dijk"), (112.0, "", "en meer")], [(130.0, "Melden", "")]]

    assert cells(bands) == [
        (0, 0, 1, ["Bewaken"]), (1, 0, 1, ["Melden"]), (0, 1, 1, ["de dijk", "en meer"]),
        (1, 1, 1, []),
    ]  # fmt: skip


def test_a_cell_goes_on_over_a_line_that_does_not_reach_under_it() -> None:
    bands = [[(100.0, "Bewaken", "de dijk")], [(120.0, "", "de sluis")]]

    assert cells(bands, level(110, start=145)) == [
        (0, 0, 2, ["Bewaken"]), (0, 1, 1, ["de dijk"]), (1, 1, 1, ["de sluis"]),
    ]  # fmt: skip


def boxes(*levels: Rule) -> list[tuple[float, float, float, float]]:
    typed = Typed()
    rows = [dealt(typed, 100, "Bewaken", "de dijk", starts=STARTS)]
    return [cell.box for cell in cells_of([rows], STARTS, levels, typed.maker)]


def test_cells_are_padded_as_far_as_the_lines_begin_before_the_texts() -> None:
    assert boxes(level(90, 44, 300)) == [(44, 92.5, 144, 102.5), (144, 92.5, 300, 102.5)]
    assert boxes(level(90, 10, 300))[0][0] == 34
    # Of several lines the one that begins first tells.
    assert boxes(level(90, 44, 300), level(106, 46, 300))[0][0] == 44
    # A line that does not reach over all columns tells of no padding, nor does none.
    assert boxes(level(90, 44, 120))[0][0] == 50
    assert boxes() == [(50, 92.5, 150, 102.5), (150, 92.5, 185, 102.5)]
    assert boxes(level(90, 52, 300))[0][0] == 50


def test_a_box_is_as_high_as_all_that_stands_in_its_row() -> None:
    typed = Typed()
    parts = {0: typed.line("Bewaken", y=100), 1: typed.line("de dijk", 150, 96, 20)}
    boxes = [cell.box for cell in cells_of([[parts]], STARTS, [], typed.maker)]

    assert {(top, bottom) for _, top, _, bottom in boxes} == {(81, 102.5)}


def test_a_column_does_not_reach_a_word_that_was_wrapped() -> None:
    def right(*words: str) -> float:
        typed = Typed()
        lines = zip((100, 112, 124, 136), words, ("x", "", "", ""), strict=True)
        rows = [dealt(typed, y, *texts, starts=STARTS) for y, *texts in lines]
        return next(cells_of([rows], STARTS, [], typed.maker)).box[2]

    assert right("Bewaken van dijken", "en sluizen", "Of het gemaal", "bedienen") == 150
    # `Of het` ends at 80, and would have ended at 125 with a space and the word of eight letters.
    assert right("Bewaken van dijken", "en sluizen", "Of het", "bedienen") == 125


def test_a_line_reaches_under_a_text_by_more_than_an_underline() -> None:
    assert is_under(level(90, 52.4, 62.1), 50)
    assert not is_under(level(90, 52.6, 100), 50)
    assert not is_under(level(90, 40, 61.9), 50)
    assert reaches_over(level(90, 50, 170), STARTS)
    assert not reaches_over(level(90, 50, 161), STARTS)
    assert not reaches_over(level(90, 60, 170), STARTS)

"""What the texts of a page are, and what they say of a table that somebody proposes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.candidates import (
    ALIGNMENT,
    HEADS,
    RULES,
    TAGS,
    Candidate,
    phrases,
    weighed,
)
from pipeline.readers.pdf.grid import Grid, GridCell, grids
from tests.unit.readers.pdf.sketch import Sketch, frame, sketched
from tests.unit.readers.pdf.typed import Typed

(GRID,) = grids(frame(0, 100, 200, rows=(0.0, 30.0, 60.0)))


def told(sketch: Sketch) -> list[tuple[float, float]]:
    """Where the phrases of the last page begin and end."""
    return [(found.x0, found.x1) for found in phrases(sketch.page, sketch.typed.glyphs)]


def page(*texts: tuple[str, float], y: float = 20.0) -> Sketch:
    """A page with texts on one line, each with where it begins."""
    sketch = sketched(".")
    runs = [sketch.typed.run(text, x, y) for text, x in texts]
    sketch.change(runs=tuple(runs))
    return sketch


@pytest.mark.parametrize(("gap", "count"), [(5.9, 1), (6.1, 2)])
def test_a_gap_that_is_wider_than_a_space_parts_phrases(gap: float, count: int) -> None:
    assert len(told(page(("Niveau", 10), ("4", 40 + gap)))) == count


def test_a_phrase_reaches_from_its_first_to_its_last_letter() -> None:
    assert told(page(("Niveau", 10), ("van", 44), ("4", 90))) == [(10, 59), (90, 95)]
    # Spaces at the ends are none of it, and what is drawn later may stand before.
    assert told(page(("4 ", 60), (" Niveau", 5))) == [(10, 40), (60, 65)]
    assert told(page(("   ", 10))) == []


def test_a_marker_is_of_one_phrase_with_what_it_marks() -> None:
    assert told(page(("•", 10), ("lassen", 40))) == [(10, 70)]
    assert told(page(("10.", 10), ("lassen", 40))) == [(10, 70)]
    assert len(told(page(("2010.", 10), ("lassen", 60)))) == 2


def test_what_nobody_sees_and_what_is_turned_is_no_phrase() -> None:
    sketch = page(("Niveau", 10))
    (run,) = sketch.page.runs
    sketch.change(runs=(replace(run, hidden="white text"),))
    assert told(sketch) == []
    sketch.change(runs=(replace(run, direction=1),))
    assert told(sketch) == []


def placed(*texts: tuple[str, float, float, float]) -> list[tuple[float, float, float]]:
    """Where phrases begin and end, and their baselines; texts have x, baseline and size."""
    sketch = sketched(".")
    runs = [sketch.typed.run(text, x, y, size) for text, x, y, size in texts]
    sketch.change(runs=tuple(runs))
    found = phrases(sketch.page, sketch.typed.glyphs)
    return [(phrase.x0, phrase.x1, phrase.baseline) for phrase in found]


def test_a_raised_mark_is_of_the_phrase_that_it_stands_in() -> None:
    head = ("Niveau", 10, 20, 10)

    assert placed(head, ("1", 40, 15.5, 5), ("van", 45, 20, 10)) == [(10, 60, 20)]
    assert placed(head, ("boven", 40, 15, 10)) == [(40, 65, 15), (10, 40, 20)]


def test_what_was_drawn_later_goes_into_its_phrase() -> None:
    parts = [("Ni", 10, 20, 10), ("eau", 26, 20, 10), ("v", 20, 20, 10)]

    assert placed(*parts) == [(10, 41, 20)]
    assert placed(*reversed(parts)) == [(10, 41, 20)]
    # What is printed twice is there once, and what reaches less far ends nothing.
    assert placed(("Niveau", 10, 20, 10), ("Niveau", 10.3, 20, 10)) == [(10, 40.3, 20)]
    assert placed(("Niveau", 10, 20, 10), ("v", 20, 20, 10)) == [(10, 40, 20)]
    # So is a marker that was drawn behind its text.
    assert placed(("lassen", 40, 20, 10), ("•", 10, 20, 10)) == [(10, 70, 20)]


@pytest.mark.parametrize(("down", "count"), [(4.9, 1), (5.1, 2)])
def test_runs_on_other_lines_are_other_phrases(down: float, count: int) -> None:
    assert len(placed(("Niveau", 10, 20, 10), ("van", 42, 20 + down, 10))) == count
    assert len(placed(("van", 42, 20 + down, 10), ("Niveau", 10, 20, 10))) == count


def test_phrases_of_several_lines_stand_from_left_to_right() -> None:
    found = placed(("c", 50, 40, 10), ("a", 10, 20, 10), ("d", 90, 40, 10), ("b", 60, 20, 10))

    assert [x0 for x0, _, _ in found] == [10, 60, 50, 90]


def test_a_text_speaks_half_as_loud_for_a_table_that_lines_show() -> None:
    assert Candidate(GRID, RULES, fits=8, cut=1).explained == 6
    assert Candidate(GRID, ALIGNMENT, fits=8, cut=1).explained == 2


def test_a_text_speaks_twice_as_loud_for_tags_and_much_louder_where_rules_part_its_cell() -> None:
    assert Candidate(GRID, TAGS, fits=8).explained == 16
    assert Candidate(GRID, TAGS, fits=8, cut=1).explained == -16
    assert str(Candidate(GRID, TAGS, fits=8, cut=1)) == "by tags, 8 texts fit, 1 texts cut"


def test_columns_without_text_do_not_say_that_there_is_no_table() -> None:
    found = Candidate(GRID, RULES, fits=1, vacant=4)

    assert (found.explained, found.score) == (1, -1)


@pytest.mark.parametrize(("cut", "is_sure"), [(1, True), (2, False)])
def test_a_table_is_sure_that_explains_more_than_lines_could(cut: int, *, is_sure: bool) -> None:
    # Of ten texts lines might explain five: 9 - 2 is more, 8 - 4 is not.
    assert Candidate(GRID, RULES, fits=10 - cut, cut=cut).is_sure is is_sure


def test_what_the_document_has_adds_to_what_texts_say() -> None:
    assert Candidate(GRID, RULES, fits=4, cut=2, prior=1.0).explained == 1


def test_texts_side_by_side_speak_against_columns_that_lines_show() -> None:
    typed = Typed()
    texts = [typed.line("Kerntaak", 110, 20), typed.line("Rol", 160, 20), typed.line("x", 10, 20)]
    found = [weighed(Candidate(GRID, source), texts) for source in (ALIGNMENT, HEADS, RULES)]

    assert [(one.fits, one.beside) for one in found] == [(3, 1), (3, 1), (3, 0)]


def test_a_column_that_lines_show_reaches_to_the_next_one() -> None:
    typed = Typed()
    cells = (GridCell(0, 0, 1, 1, (0, 0, 60, 30)), GridCell(0, 1, 1, 1, (100, 0, 200, 30)))
    narrow = Grid((0, 0, 200, 30), (0, 30), (0, 100, 200), cells)

    def cut(text: str, source: str) -> int:
        return weighed(Candidate(narrow, source), [typed.line(text, 10, 20)]).cut

    assert [cut("Vakmanschap op", HEADS), cut("Vakmanschap op", RULES)] == [0, 1]
    assert cut("Vakmanschap op niveau", HEADS) == 1

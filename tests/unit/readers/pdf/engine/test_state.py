"""What holds at the beginning of a page, and the numbers of marked contents."""

from __future__ import annotations

from pipeline.readers.pdf.engine.colours import BLACK
from pipeline.readers.pdf.engine.matrices import IDENTITY
from pipeline.readers.pdf.engine.paths import WHOLE
from pipeline.readers.pdf.engine.state import State, id_of, id_of_object
from tests.unit.readers.pdf.engine.sheets import Sheet

BEGIN = State(IDENTITY, WHOLE)


def test_a_page_begins_as_the_standard_says() -> None:
    # ISO 32000-2, tables 51 and 103.
    assert (BEGIN.fill, BEGIN.stroke, BEGIN.opacity, BEGIN.normal) == (BLACK, BLACK, 1, True)
    assert (BEGIN.line_width, BEGIN.stretch, BEGIN.mode) == (1, 1, 0)
    assert (BEGIN.letter, BEGIN.word, BEGIN.leading, BEGIN.rise, BEGIN.size) == (0,) * 5
    assert BEGIN.face is None


def test_what_is_kept_is_another_state_of_the_same_values() -> None:
    kept = BEGIN.saved()

    assert kept == BEGIN
    kept.size = 10
    assert BEGIN.size == 0


def test_without_a_leading_the_next_line_is_the_same_one() -> None:
    runs = Sheet("BT /F 10 Tf 50 300 Td (a) Tj T* (b) Tj ET").page().runs

    assert {run.baseline for run in runs} == {100.0}


def test_contents_of_forms_have_numbers_of_their_own() -> None:
    assert id_of(5, None) == 5
    assert id_of(0, 7) - id_of(0, 6) == 1_000_000
    assert id_of(5, 7) == id_of(0, 7) + 5


def test_an_object_that_the_tree_names_has_the_last_number_of_its_form() -> None:
    assert id_of_object(7) == id_of(0, 8) - 1
    assert id_of_object(1) == 1_999_999
    assert id_of_object(0) == -1

"""Runs that are drawn in any order, over one another, and twice."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.lines import LineMaker, letter_spaces
from pipeline.readers.pdf.marks import Page, Run
from pipeline.readers.pdf.run_order import in_order, on_lines
from tests.unit.readers.pdf.typed import Typed


def test_runs_of_a_line_stand_from_left_to_right_whenever_they_were_drawn() -> None:
    typed = Typed()
    typed.run("de dijk", x=100)
    typed.run("Langs ", x=70)

    assert typed.shown() == ["Langs de dijk"]


def test_a_sign_drawn_later_stands_in_the_gap_that_was_left_for_it() -> None:
    typed = Typed()
    typed.run("CO_-uitstoot van NO_ en ozon")
    typed.run("₂", x=60)
    typed.run("₂", x=145)

    assert typed.shown() == ["CO₂-uitstoot van NO₂ en ozon"]


def test_a_word_set_in_another_style_stands_in_its_gap() -> None:
    typed = Typed()
    typed.run("Zij is ______ open")
    typed.run("altijd", x=85, style=1)

    assert typed.shown() == ["Zij is altijd open"]


def test_what_lies_over_letters_and_in_no_gap_cuts_no_word() -> None:
    typed = Typed()
    host = typed.run("de dijkwacht")
    stamp = typed.run("XX", x=72.0)

    ordered, again = in_order([host, stamp], typed.glyphs)
    assert (ordered, again) == ([host, stamp], [])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_accent_is_of_the_letter_that_it_lies_over(order: tuple[int, int]) -> None:
    typed = Typed()
    for part in order:
        if part:
            typed.run("¨", x=80.2)
        else:
            typed.run("Zij beeindigen het")

    assert typed.shown() == ["Zij beëindigen het"]


def test_an_accent_over_a_letter_without_its_dot() -> None:
    typed = Typed()
    typed.run("reünıst")
    typed.run("´", x=70.1)

    assert typed.shown() == ["reüníst"]


def test_an_accent_beside_a_letter_stays_a_sign() -> None:
    typed = Typed()
    typed.run("code")
    typed.run("´", x=70)

    assert typed.shown() == ["code´"]


def test_text_printed_twice_is_read_once_though_it_is_cut_otherwise() -> None:
    typed = Typed()
    typed.run("Attitude")
    typed.run("Atti", x=50.4)
    typed.run("tude", x=70.4)
    maker = typed.maker

    assert [line.chars for line in maker.lines(typed.runs, 1)] == ["Attitude"]
    assert maker.dropped == {"double prints": 8}


@pytest.mark.parametrize(("x", "y"), [(52.0, 100.0), (50.4, 101.6)])
def test_letters_that_are_not_at_one_place_are_no_double_print(x: float, y: float) -> None:
    typed = Typed()
    first, second = typed.run("Attitude"), typed.run("Attitude", x=x, y=y)

    assert in_order([first, second], typed.glyphs)[1] == []


def test_large_letters_over_text_are_no_part_of_its_lines() -> None:
    typed = Typed()
    typed.run("CONCEPT", x=60, y=112, size=40)
    typed.run("Langs de dijk", y=100)
    typed.run("en de sluis", y=112)

    assert typed.shown() == ["Langs de dijk", "en de sluis", "CONCEPT"]


def test_a_large_first_letter_beside_text_is_of_its_line() -> None:
    typed = Typed()
    typed.run("L", x=50, y=101, size=18)
    typed.run("angs de dijk", x=59)

    assert typed.shown() == ["Langs de dijk"]


def test_letters_a_little_larger_are_no_stamp() -> None:
    typed = Typed()
    small, large = typed.run("dijk"), typed.run("SLUIS", x=52, size=15)

    assert on_lines([small, large]) == [[small, large]]


def spaced(typed: Typed) -> LineMaker:
    page = Page(1, 400, 400, tuple(typed.runs), (), (), (), False)
    return LineMaker(typed.glyphs, letter_spaces([page], typed.glyphs))


def test_a_short_run_is_spaced_as_the_long_ones_of_its_document() -> None:
    typed = Typed()
    typed.run("Toezichthouder", gap=4)
    year, point = typed.run("2025", y=120, gap=4), typed.run("1.", y=140, gap=4)
    maker = spaced(typed)

    assert maker.letter_spaces == {4.0}
    assert [line.chars for line in maker.lines([year, point], 1)] == ["2025", "1."]


def test_a_short_run_with_other_gaps_is_words_of_one_letter() -> None:
    typed = Typed()
    typed.run("Toezichthouder", gap=4)
    letters = typed.run("abc", y=120, gap=5)

    assert [line.chars for line in spaced(typed).lines([letters], 1)] == ["a b c"]


def test_letters_that_touch_somewhere_are_not_set_apart() -> None:
    typed = Typed()
    typed.run("De dijkwachter")
    typed.run("Twee_woorden", y=120)
    typed.run("kort", y=140, gap=4)

    assert spaced(typed).letter_spaces == frozenset()


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("(7)", ", dan", "(7), dan"),
        ("(7)", ". Dan", "(7). Dan"),
        ("(7)", "De", "(7) De"),
        ("•", "€5 fooi", "• €5 fooi"),
        ("1.", "4", "1.4"),
    ],
)
def test_what_touches_a_number_is_marked_by_it_unless_it_closes(
    before: str, after: str, whole: str
) -> None:
    typed = Typed()
    typed.run(before)
    typed.run(after, x=50 + 5 * len(before))

    assert typed.shown() == [whole]


def test_a_part_of_a_line_has_its_own_marks_and_its_own_dot() -> None:
    typed = Typed()
    typed.run("De dijk")
    typed.run("1", x=85, y=95, size=6)
    typed.run("en de sluis", x=120)
    whole = typed.maker.lines(typed.runs, 1)[0]
    second = whole.part(9, len(whole.text), 120.0, 175.0)
    first = whole.part(3, 9, 65.0, 88.0)

    assert whole.chars == "De dijk1 en de sluis"
    assert first is not None and second is not None
    assert (first.chars, first.note_marks) == ("dijk1", ((4, 5),))
    assert (second.chars, second.note_marks, second.x0) == ("en de sluis", (), 120.0)
    assert whole.part(8, 9, 0.0, 0.0) is None


def test_a_stamp_lies_over_text_and_is_much_larger_than_most() -> None:
    typed = Typed()
    text = [typed.run("Langs de dijk", y=100), typed.run("en de sluis", y=112)]
    over = typed.run("XX", x=60, y=104, size=20)
    below = typed.run("XX", x=60, y=140, size=20)
    beside = typed.run("XX", x=160, y=104, size=20)

    def alone(run: Run) -> bool:
        return [run] in on_lines([*text, run])

    assert (alone(over), alone(below)) == (True, True)
    assert not alone(beside)


def test_a_large_first_letter_below_other_text_is_of_its_line() -> None:
    typed = Typed()
    typed.run("De sluis", y=80)
    # It reaches a point and a half into the line above.
    typed.run("L", x=50, y=99, size=24)
    typed.run("angs de dijk", x=62, y=99)

    assert typed.shown() == ["De sluis", "Langs de dijk"]


def test_where_nothing_stands_there_are_no_lines() -> None:
    assert on_lines([]) == []


def test_a_run_that_overlaps_the_end_of_another_cuts_it_nowhere() -> None:
    typed = Typed()
    runs = [typed.run("dijk"), typed.run("wacht", x=69)]

    assert in_order(runs, typed.glyphs) == (runs, [])


def test_the_highest_run_of_a_line_tells_what_belongs_to_it() -> None:
    typed = Typed()
    small, high = typed.run("n", y=100, size=6), typed.run("D", x=60, y=101, size=20)
    low = typed.run("ijk", x=70, y=104, size=10)
    other = typed.run("onder", y=112, size=10)

    assert on_lines([other, low, high, small]) == [[small, high, low], [other]]


@pytest.mark.parametrize(("y", "lines"), [(104.9, 1), (105.1, 2)])
def test_runs_share_a_line_where_half_of_the_smaller_does(y: float, lines: int) -> None:
    typed = Typed()

    assert len(on_lines([typed.run("dijk"), typed.run("wacht", x=80, y=y)])) == lines


def test_a_run_that_is_half_as_high_again_is_the_measure_of_its_line() -> None:
    typed = Typed()
    first, higher = typed.run("dijk", y=100), typed.run("D", x=80, y=102, size=15)
    last = typed.run("en", x=90, y=107)

    assert on_lines([first, higher, last]) == [[first, higher, last]]


def test_a_narrow_letter_that_is_printed_again_is_read_once() -> None:
    typed = Typed()
    runs = [typed.run("l", size=2), typed.run("l", x=50.2, size=2)]

    assert in_order(runs, typed.glyphs) == (runs[:1], runs[1:])


def test_a_run_a_little_higher_is_no_measure_of_its_line() -> None:
    typed = Typed()
    first, higher = typed.run("dijk", y=100), typed.run("D", x=80, y=104, size=10.4)
    last = typed.run("en", x=90, y=107, size=10)

    # Half of it would share the height of the second, and does not share that of the first.
    assert on_lines([first, higher, last]) == [[first, higher], [last]]


def test_letters_are_no_stamp_for_a_raised_sign_beside_them() -> None:
    typed = Typed()
    text, sign = typed.run("de dijk"), typed.run("2", x=84, y=96, size=6)

    assert on_lines([text, sign]) == [[sign, text]]


def test_a_sign_wider_than_its_gap_stands_in_none() -> None:
    typed = Typed()
    host = typed.run("CO_-uitstoot")
    fits, too_wide = typed.run("2", x=60, size=16), typed.run("2", x=58.5, size=18)

    assert [run.start for run in in_order([host, fits], typed.glyphs)[0]] == [0, fits.start, 2]
    assert in_order([host, too_wide], typed.glyphs)[0] == [host, too_wide]


def test_a_space_that_letters_cover_is_none() -> None:
    typed = Typed()
    word, covered = typed.run("dijkwacht"), typed.run(" ", x=72.5)
    beside = typed.run(" ", x=95.0)

    assert in_order([word, covered, beside], typed.glyphs) == ([word, beside], [])

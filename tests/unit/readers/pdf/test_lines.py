"""Letters on a page become lines: which gaps are spaces, how wide words are, what accents lie on.

Letters that are typed here are five points wide and of size ten; their top is 7.5 above the
baseline, their bottom 2.5 below.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document.text import BOLD, INSERTED, Text
from pipeline.readers.pdf.lines import Line, LineMaker, is_wrapped, letter_spaces
from pipeline.readers.pdf.marks import Marks, Page
from tests.unit.readers.pdf.typed import Typed


def row(*parts: tuple[float, str], size: float = 10.0) -> tuple[Typed, Line]:
    """One line of parts, each with the place at which it begins."""
    typed = Typed()
    for x, chars in parts:
        typed.run(chars, x, size=size)
    (line,) = typed.maker.lines(typed.runs, 1)
    return typed, line


def page(typed: Typed) -> Page:
    return Page(1, 400, 400, tuple(typed.runs), (), (), (), has_images=False)


# Spaces.


@pytest.mark.parametrize(("gap", "chars"), [(1.5, "dijkwacht"), (1.7, "dijk wacht")])
def test_a_gap_of_a_sixth_of_the_size_is_a_space(gap: float, chars: str) -> None:
    _, line = row((50, "dijk"), (70 + gap, "wacht"))

    assert line.chars == chars
    assert (INSERTED in line.text.origins) == (" " in chars)


@pytest.mark.parametrize(("gap", "chars"), [(1.5, "dijkwacht"), (1.7, "dijk wacht")])
def test_a_gap_within_a_run_is_as_wide_for_a_space(gap: float, chars: str) -> None:
    typed = Typed()
    run = typed.run("dijkwacht")
    for n in range(4, 9):
        typed.glyphs.x0[n] += gap
        typed.glyphs.x1[n] += gap

    assert [line.chars for line in typed.maker.lines([run], 1)] == [chars]


def test_the_smaller_of_two_sizes_tells_what_a_space_is() -> None:
    typed = Typed()
    typed.run("Rollen", 50, size=20)
    typed.run("van de dijk", 112, size=8)

    # Two points are less than a sixth of 20 and more than one of 8.
    assert typed.shown() == ["Rollen van de dijk"]


def test_so_it_does_where_the_larger_one_stands_last() -> None:
    typed = Typed()
    small = typed.run("van de dijk en meer", 50, size=8)
    typed.run("R", small.x1 + 2, size=12)

    assert typed.shown() == ["van de dijk en meer R"]


def test_a_space_that_was_drawn_is_not_made_a_second_time() -> None:
    _, line = row((50, "dijk "), (78, "wacht"))
    _, other = row((50, "dijk"), (73, " wacht"))

    assert line.chars == other.chars == "dijk wacht"
    assert INSERTED not in line.text.origins + other.text.origins


def test_spaces_drawn_alone_in_a_stretched_gap_are_one_space() -> None:
    _, line = row((50, "dijk"), (80, "  "), (100, "wacht"))

    assert line.chars == "dijk wacht"
    assert INSERTED not in line.text.origins
    # The gap is seen beside it, from letter to letter.
    assert line.gutters == ((5, 70.0, 100.0),)


def test_spaces_are_measured_between_letters_behind_a_place() -> None:
    typed, line = row((50, "de"), (63, "dijk"), (87, "is"))
    maker = typed.maker

    assert list(maker.spaces(line.text)) == [3, 4]
    assert list(maker.spaces(line.text, 1)) == [3, 4]
    assert list(maker.spaces(line.text, 2)) == [4]
    made = Text("a  b ", (0, INSERTED, INSERTED, 1, 2), bytes(5))
    assert list(maker.spaces(made)) == []


def test_a_space_drawn_after_a_space_is_none() -> None:
    _, line = row((50, "dijk "), (80, " "), (100, "wacht"))

    assert line.chars == "dijk wacht"


def test_a_line_begins_where_its_first_letter_does() -> None:
    typed = Typed()
    mark = typed.run("1", 44, 96, size=6)
    text = typed.run("Zie de wet.", 50)
    (line,) = typed.maker.lines([mark, text], 1)
    assert line.x0 == 44
    (line,) = typed.maker.lines([replace(text, x0=48.0)], 1)
    assert line.x0 == 48
    (line,) = typed.maker.lines([typed.run(" dijk", 50)], 1)
    assert line.x0 == 55


def test_spaces_before_a_line_are_no_part_of_it() -> None:
    _, line = row((40, "  dijk"), (80, "  "))

    assert (line.chars, line.x0, line.x1) == ("dijk", 50.0, 70.0)
    assert line.ends_in_space


def test_white_space_alone_is_no_line() -> None:
    typed = Typed()
    typed.run("   ")

    assert typed.shown() == []


def test_a_line_ends_in_a_space_where_it_shows_one_or_a_word_is_divided() -> None:
    assert row((50, "dijk "))[1].ends_in_space
    assert row((50, "dijk\u00ad"))[1].ends_in_space
    assert not row((50, "dijk"))[1].ends_in_space


@pytest.mark.parametrize(("gap", "seen"), [(1.9, ()), (2.1, ((5, 70.0, 72.1),))])
def test_gaps_of_a_fifth_of_the_size_may_part_columns(
    gap: float, seen: tuple[tuple[int, float, float], ...]
) -> None:
    assert row((50, "dijk"), (70 + gap, "wacht"))[1].gutters == seen


def test_the_spaces_of_a_line_are_measured_where_it_has_gaps() -> None:
    assert row((50, "de dijk"), (90, "en"))[1].spaces == (5.0, 5.0)
    assert row((50, "de dijk en"))[1].spaces == ()


# Letters that stand apart.


def test_letters_that_all_stand_apart_are_words_by_their_wider_gaps() -> None:
    typed = Typed()
    run = typed.run("DIJKWACHT", gap=2)
    for n in range(4, 9):
        typed.glyphs.x0[n] += 3
        typed.glyphs.x1[n] += 3

    # Five points are more than 1.6 times two.
    assert [line.chars for line in typed.maker.lines([run], 1)] == ["DIJK WACHT"]


def test_where_half_of_the_gaps_are_usual_the_others_are_spaces() -> None:
    typed = Typed()
    run = typed.run("abcde")
    # Gaps of 2.4 and 1.4 points, whose middle is 1.9.
    for n, left in enumerate([50, 57.4, 63.8, 71.2, 77.6]):
        typed.glyphs.x0[n], typed.glyphs.x1[n] = left, left + 5

    assert [line.chars for line in typed.maker.lines([run], 1)] == ["a bc de"]


def test_a_document_shows_how_far_letters_stand_apart_in_runs_of_nine() -> None:
    typed, short = Typed(), Typed()
    typed.run("DIJKWACHT", gap=2.04)
    short.run("DIJKWACH", gap=2.04)

    assert letter_spaces([page(typed)], typed.glyphs) == {2.0}
    assert letter_spaces([page(short)], short.glyphs) == frozenset()


@pytest.mark.parametrize("at", [1, 2, 5])
def test_letters_of_which_two_touch_are_not_set_apart(at: int) -> None:
    typed = Typed()
    typed.run("DIJKWACHT", gap=2)
    typed.glyphs.x0[at] -= 2

    assert letter_spaces([page(typed)], typed.glyphs) == frozenset()


def test_runs_of_letters_set_apart_need_more_room_between_them() -> None:
    typed = Typed()
    typed.run("DIJKWACHT", 50, gap=2)
    typed.run("EN", 114.4, gap=2)
    typed.run("SLUIS", 133, gap=2)
    maker = LineMaker.of(Marks((page(typed),), typed.glyphs, None))

    # 3.4 points are free after the first run, 6.6 after the second; their letters need two.
    assert [line.chars for line in maker.lines(typed.runs, 1)] == ["DIJKWACHTEN SLUIS"]


def test_a_maker_apart_makes_the_same_lines_and_counts_for_itself() -> None:
    typed = Typed()
    typed.run("DIJKWACHT", gap=2)
    typed.run("\u200bEN", y=112, gap=2)
    maker = LineMaker.of(Marks((page(typed),), typed.glyphs, None))
    apart = maker.apart()

    assert [line.chars for line in apart.lines(typed.runs, 1)] == ["DIJKWACHT", "EN"]
    assert apart.dropped == {"invisible characters": 1}
    assert not maker.dropped


# Markers and raised signs.


@pytest.mark.parametrize(("before", "chars"), [("1.", "1. Dijk"), ("(12)", "(12) Dijk")])
@pytest.mark.parametrize("overlap", [-0.2, 5.9])
def test_a_number_is_parted_from_what_it_counts_though_they_touch(
    before: str, chars: str, overlap: float
) -> None:
    assert row((50, before), (50 + 5 * len(before) - overlap, "Dijk"))[1].chars == chars


def test_a_longer_number_is_no_marker() -> None:
    assert row((50, "(123)"), (75, "Dijk"))[1].chars == "(123)Dijk"


@pytest.mark.parametrize(
    ("size", "rise", "marks"),
    [(9.1, 1.6, ((4, 5),)), (9.3, 1.6, ()), (9.1, 1.4, ())],
)
def test_a_small_sign_that_is_raised_is_the_mark_of_a_note(
    size: float, rise: float, marks: tuple[tuple[int, int], ...]
) -> None:
    typed = Typed()
    typed.run("dijk", 50)
    typed.run("2", 73, 100 - rise, size=size)
    (line,) = typed.maker.lines(typed.runs, 1)

    assert line.note_marks == marks
    # What is raised stands by its word, whatever the gap.
    assert line.chars == ("dijk2" if marks else "dijk 2")


def test_a_raised_sign_opens_no_column() -> None:
    typed = Typed()
    typed.run("dijk", 50)
    typed.run("2", 85, 97, size=6)
    (line,) = typed.maker.lines(typed.runs, 1)

    assert (line.gutters, line.note_marks) == ((), ((4, 5),))


def test_marks_and_gaps_are_counted_from_what_the_line_shows() -> None:
    typed = Typed()
    typed.run("  dijk", 40)
    typed.run("2", 70, 97, size=6)
    typed.run("wacht", 90)
    (line,) = typed.maker.lines(typed.runs, 1)

    assert line.chars == "dijk2 wacht"
    assert line.note_marks == ((4, 5),)
    assert [index for index, _, _ in line.gutters] == [6]


# Where lines stand.


def test_lines_stand_from_top_to_bottom_and_turned_ones_after_them() -> None:
    typed = Typed()
    typed.run("onder", y=130)
    typed.runs[0] = replace(typed.runs[0], direction=1)
    typed.run("later", y=118)
    typed.run("eerst", y=100)

    assert typed.shown() == ["eerst", "later", "onder"]


def test_the_size_of_a_line_is_that_of_most_of_it() -> None:
    typed = Typed()
    typed.run("A", 50, size=12)
    typed.run("lange woorden", 60, size=10)
    (line,) = typed.maker.lines(typed.runs, 1)

    assert (line.size, line.top, line.bottom, line.baseline) == (10, 92.5, 102.5, 100)
    assert line.middle == 97.5


def test_a_part_of_a_line_keeps_its_dot_where_it_begins_near_it() -> None:
    line = replace(row((50, "dijk en sluis"))[1], dot=45.0)
    parts = [line.part(0, 13, x, 115) for x in (44.1, 43.9, 84.9, 85.1)]

    assert [part.dot for part in parts if part] == [45.0, 0.0, 45.0, 0.0]
    assert line.part(4, 5, 70, 75) is None


# How wide words are.


@pytest.mark.parametrize(
    ("chars", "width"),
    [
        ("sluis en dijk", 25),
        ("sluis", 25),
        ("de sluis en dijk", 40),
        ("in de sluis", 55),
        ("een sluis", 15),
        ("– dijk en", 30),
        ("a; dijk", 10),
        ("de", 10),
    ],
)
def test_the_first_word_has_very_short_ones_before_it_with_it(chars: str, width: float) -> None:
    typed = Typed()
    line = typed.line(chars)

    assert typed.maker.first_word_width(line) == width


def test_a_space_that_was_made_is_no_end_of_a_word() -> None:
    typed, line = row((50, "sluis"), (80, "dijk"))

    assert typed.maker.first_word_width(line) == 25


def test_a_line_needs_room_for_a_space_and_the_next_word() -> None:
    typed = Typed()
    last, following, bare = typed.line("de dijk"), typed.line("sluis en"), typed.line("dijken")

    # The line's own space is five points wide; a line without one has the usual one.
    assert typed.maker.needed(last, following) == 85 + 5 + 25
    assert typed.maker.needed(bare, following) == 80 + 2.5 + 25


@pytest.mark.parametrize(("gap", "space"), [(9.9, 9.9), (10.1, 2.5), (0.0, 2.5)])
def test_a_space_wider_than_the_size_is_none(gap: float, space: float) -> None:
    typed = Typed()
    last = typed.line("• dijk")
    for n in range(2, 6):
        typed.glyphs.x0[n] += gap - 5
        typed.glyphs.x1[n] += gap - 5

    # After a marker a wide gap stretches nothing.
    assert typed.maker.needed(last, typed.line("sluis")) == pytest.approx(80 + space + 25)


def test_a_stretched_line_would_have_ended_earlier() -> None:
    typed, line = row((50, "een"), (75, "dijk"), (105, "en"))
    narrow, usual = row((50, "een"), (70, "dijk"), (95, "en"))

    # Two gaps of ten points, which 3.2 would have filled.
    assert typed.maker.natural_end(line) == pytest.approx(115 - 2 * (10 - 3.2))
    assert narrow.maker.natural_end(usual) == usual.x1


def test_the_gap_after_a_marker_stretches_nothing() -> None:
    typed, line = row((50, "•"), (75, "dijk"))

    assert typed.maker.natural_end(line) == line.x1


def test_what_a_stretched_line_needs_is_told_by_the_widest_space() -> None:
    typed, line = row((50, "een"), (75, "dijk"), (105, "en"))
    following = typed.line("sluis")
    end = typed.maker.natural_end(line)

    assert typed.maker.needed(line, following) == pytest.approx(end + 3.2 + 25)


# Accents and signs without width.


def over(letter: str, accent: str, shift: float, after: bool = True) -> list[str]:
    """A letter and an accent, shifted from where it is drawn right over it."""
    typed = Typed()
    if after:
        typed.run(letter, 50)
        typed.run(accent, 50 + shift)
    else:
        typed.run(accent, 50 + shift)
        typed.run(letter, 50)
    run = replace(typed.runs[0], end=2, x1=55 + max(shift, 0))
    return [line.chars for line in typed.maker.lines([run], 1)]


@pytest.mark.parametrize(("shift", "chars"), [(0, "é"), (2.4, "é"), (2.6, "e´")])
def test_an_accent_is_of_the_letter_that_half_of_it_lies_on(shift: float, chars: str) -> None:
    assert over("e", "´", shift) == [chars]


def test_a_letter_without_its_dot_takes_an_accent() -> None:
    assert over("ı", "¨", 0) == ["ï"]
    assert over("ı", "¨", 0, after=False) == ["ï"]


def test_an_accent_drawn_first_goes_to_the_letter_under_it() -> None:
    assert over("e", "´", 0, after=False) == ["é"]
    assert over("e", "´", -4.5, after=False) == ["é"]
    assert over("e", "´", -5, after=False) == ["´e"]


def test_what_makes_no_letter_together_stays_apart() -> None:
    assert over("w", "¸", 0) == ["w¸"]


def test_a_combining_mark_goes_to_the_letter_before_it_and_is_counted() -> None:
    typed = Typed()
    run = typed.run("cafe\u0301s")
    maker = typed.maker
    (line,) = maker.lines([run], 1)

    assert line.chars == "cafés"
    assert line.text.origins == (0, 1, 2, 3, 5)
    assert maker.dropped == {"combining marks": 1}


def test_signs_without_width_are_no_text_and_counted() -> None:
    typed = Typed()
    run = typed.run("dijk\u200bwacht")
    maker = typed.maker
    (line,) = maker.lines([run], 1)

    assert line.chars == "dijkwacht"
    assert line.text.origins == (0, 1, 2, 3, 5, 6, 7, 8, 9)
    assert maker.dropped == {"invisible characters": 1}


def test_text_that_is_printed_twice_is_counted_without_its_blanks() -> None:
    typed = Typed()
    typed.run("de dijk", 50)
    typed.run("de dijk", 50.4)
    maker = typed.maker

    assert [line.chars for line in maker.lines(typed.runs, 1)] == ["de dijk"]
    assert maker.dropped == {"double prints": 6}


def test_a_ligature_has_all_its_letters_at_one_place_and_their_style() -> None:
    typed = Typed()
    typed.run("xer", 50, style=BOLD)
    typed.glyphs.chars[0] = "fi"
    (line,) = typed.maker.lines(typed.runs, 1)

    assert (line.chars, line.text.origins) == ("fier", (0, 0, 1, 2))
    assert line.text.styles == bytes((BOLD,)) * 4


# Sentences.


@pytest.mark.parametrize(
    ("last", "following", "found"),
    [
        ("de dijk", "en de sluis", True),
        ("de dijk", "En de sluis", False),
        ("de dijk.", "en de sluis", False),
    ],
)
def test_lower_case_goes_on_where_no_sentence_ended(last: str, following: str, found: bool) -> None:
    one, other = Typed().lines(last, following)

    assert is_wrapped(one, other) is found


def test_a_line_goes_on_below_it_on_its_page() -> None:
    one, other = Typed().lines("de dijk", "en de sluis")

    assert not is_wrapped(one, replace(other, page=2))
    assert not is_wrapped(one, replace(other, baseline=one.baseline))

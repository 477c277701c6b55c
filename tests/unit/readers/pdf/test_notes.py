"""Which lines at the foot of a page are notes, and which raised signs are their marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from pipeline.readers.asides import NOTE_MARKS
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Rule
from pipeline.readers.pdf.notes import (
    PageLines,
    marks_on,
    notes_among,
    separators,
    take_notes,
)
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level

PROSE = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de sluis."


@dataclass
class Sheet:
    """Lines of a page with raised signs."""

    typed: Typed = field(default_factory=Typed)
    lines: list[Line] = field(default_factory=list)

    def text(self, text: str, y: float, mark: str = "", size: float = 10) -> Sheet:
        runs = [self.typed.run(text, 50, y, size)]
        if mark:
            runs.append(self.typed.run(mark, runs[0].x1, y - 0.4 * size, 0.6 * size))
        self.lines.append(self.typed.maker.lines(runs, 1)[0])
        return self

    def note(self, mark: str, text: str, y: float, size: float = 10) -> Sheet:
        """A note that raises its own mark."""
        raised = self.typed.run(mark, 50, y - 0.4 * size, 0.6 * size)
        run = self.typed.run(text, raised.x1 + 3, y, size)
        self.lines.append(self.typed.maker.lines([raised, run], 1)[0])
        return self

    def taken(
        self, tables: Sequence[Line] = (), separators: Sequence[float] = ()
    ) -> tuple[list[str], list[str]]:
        """(notes, other lines as they are then)."""
        maker = self.typed.maker
        outside = [line for line in self.lines if line not in tables]
        notes = take_notes([PageLines(self.lines, outside, separators)], maker)
        (found,) = notes.lines
        rest = notes.without_marks(self.lines)
        self.dropped = maker.dropped[NOTE_MARKS]
        return [line.chars for line in found], [line.chars for line in rest]


def marked(mark: str = "1", text: str = "Attitude") -> Sheet:
    """A page with a line that bears a mark."""
    return Sheet().text(PROSE, 40).text(text, 60, mark)


@pytest.mark.parametrize("mark", ["1", "12", "(1)", "*", "**", "a"])
def test_small_lines_under_their_marks_are_notes(mark: str) -> None:
    sheet = marked(mark).text(f"{mark} Zie de wet.", 700, size=7)

    assert sheet.taken() == ([f"{mark} Zie de wet."], [PROSE, "Attitude"])
    assert sheet.dropped == len(mark)


@pytest.mark.parametrize("mark", ["123", "ab", "A", "x1"])
def test_other_raised_signs_are_no_marks(mark: str) -> None:
    assert marked(mark).text(f"{mark} Zie de wet.", 700, size=7).taken()[0] == []


@pytest.mark.parametrize(("size", "is_note"), [(9.6, True), (9.8, False)])
def test_a_note_is_smaller_than_the_text(size: float, *, is_note: bool) -> None:
    notes, _ = marked().text("1 Zie de wet.", 700, size=size).taken()

    assert bool(notes) is is_note


def test_a_note_of_full_size_raises_its_mark_or_stands_below_a_separator() -> None:
    assert marked().note("1", "Zie de wet.", 700).taken()[0] == ["1 Zie de wet."]
    sheet = marked().text("1 Zie de wet.", 700)
    assert sheet.taken(separators=[690])[0] == ["1 Zie de wet."]
    assert sheet.taken(separators=[710])[0] == []
    assert sheet.taken()[0] == []


def test_all_that_follows_the_first_note_is_of_the_notes() -> None:
    sheet = marked().text("1 Zie de wet", 700, size=7).text("en het besluit.", 708, size=7)

    assert sheet.taken()[0] == ["1 Zie de wet", "en het besluit."]


def test_what_stands_above_text_or_a_table_is_no_note() -> None:
    assert marked().text("1 Zie de wet.", 300, size=7).text(PROSE, 400).taken()[0] == []
    sheet = marked().text("1 Zie de wet.", 300, size=7).text("Rol", 400)
    assert sheet.taken(tables=sheet.lines[-1:])[0] == []
    # Nor is what stands between two lines of tables.
    sheet = (
        Sheet().text("Rol", 20).text(PROSE, 40, "1").text("1 Wet.", 300, size=7).text("Rol", 400)
    )
    assert sheet.taken(tables=[sheet.lines[0], sheet.lines[-1]])[0] == []


def test_a_number_after_a_word_is_a_mark_also_where_its_note_is_not_there() -> None:
    assert marked("2").text("1 Zie de wet.", 700, size=7).taken() == (
        [], [PROSE, "Attitude", "1 Zie de wet."],
    )  # fmt: skip
    sheet = marked("1").text("Niveau", 80, "2").text("1 Zie de wet.", 700, size=7)
    assert sheet.taken()[1] == [PROSE, "Attitude", "Niveau"]


def test_a_letter_that_nobody_explains_stays() -> None:
    assert marked("b").text("a Zie de wet.", 700, size=7).taken()[1][1] == "Attitudeb"


@pytest.mark.parametrize("text", ["Een dak van 40 m", "10 cm", "x", "10", "12,5 km", "kg/m"])
def test_a_power_is_no_mark(text: str) -> None:
    sheet = marked().text(text, 80, "1").text("1 Zie de wet.", 700, size=7)

    assert sheet.taken()[1][-1] == f"{text}1"


@pytest.mark.parametrize("text", ["Het team", "een dakm"])
def test_words_that_end_as_a_unit_does_have_marks(text: str) -> None:
    sheet = marked().text(text, 80, "1").text("1 Zie de wet.", 700, size=7)

    assert sheet.taken()[1][-1] == text


def test_a_mark_in_a_note_stays() -> None:
    sheet = marked().text("1 Zie de wet", 700, "1", size=7)

    assert sheet.taken()[0] == ["1 Zie de wet1"]
    assert sheet.dropped == 1


def test_several_notes_are_taken_and_those_below_a_separator_all_of_them() -> None:
    sheet = marked().text("Niveau", 80, "2")
    sheet.text("1 Zie de wet", 700, size=7).text("2 Zie het besluit", 710, size=7)
    assert sheet.taken()[0] == ["1 Zie de wet", "2 Zie het besluit"]
    sheet = marked().text("1 Zie de wet", 700).text("en het besluit.", 712)
    assert sheet.taken(separators=[690])[0] == ["1 Zie de wet", "en het besluit."]


def test_a_note_that_nobody_refers_to_stands_below_one_that_is() -> None:
    sheet = marked().note("1", "Zie de wet.", 700).note("2", "Zie het besluit.", 712)

    assert sheet.taken()[0] == ["1 Zie de wet.", "2 Zie het besluit."]
    # By itself it is none.
    assert Sheet().text(PROSE, 40).note("1", "Zie de wet.", 700).taken()[0] == []
    assert marked("123").note("123", "Zie de wet.", 700, 7).taken()[0] == []


def test_a_power_at_the_beginning_of_a_line_raises_no_mark() -> None:
    assert marked("12").text("1", 700, "2").taken()[0] == []


def test_a_note_keeps_its_own_mark() -> None:
    sheet = marked().note("1", "Zie de wet.", 700, size=7)

    assert sheet.taken()[0] == ["1 Zie de wet."]
    assert sheet.dropped == 1


@pytest.mark.parametrize(("length", "is_one"), [(47, False), (49, True), (299, True), (301, False)])
def test_a_separator_is_a_short_level_rule(length: float, *, is_one: bool) -> None:
    assert separators([level(690, 50, 50 + length)], 600) == ([690] if is_one else [])
    assert separators([Rule(False, 690, 50, 150)], 600) == []


# Lines of notes among others.


def test_marks_are_raised_behind_a_text() -> None:
    sheet = marked("2").text("10 m", 100, "2").note("3", "Zie de wet.", 700)

    assert marks_on(sheet.lines) == {"2"}


def among(*notes: tuple[str, str, float], marks: str = "12") -> list[str]:
    sheet = Sheet()
    for mark, text, y in notes:
        _ = sheet.note(mark, text, y) if mark else sheet.text(text, y)
    return [line.chars for line in notes_among(reversed(sheet.lines), set(marks))]


def test_what_is_under_a_mark_of_the_page_is_a_note() -> None:
    assert among(("1", "De wet.", 700), ("2", "De norm.", 712)) == ["1 De wet.", "2 De norm."]
    assert among(("1", "De wet.", 700), marks="3") == []
    # Text without a mark is no note, though none were a mark.
    assert among(("", "De wet.", 700)) == []


def test_a_mark_has_one_note() -> None:
    assert among(("1", "De wet.", 700), ("1", "Profiel.", 730)) == ["1 De wet."]


@pytest.mark.parametrize(("y", "count"), [(714.9, 2), (715.1, 1)])
def test_a_note_goes_on_close_below_it(y: float, count: int) -> None:
    assert len(among(("1", "De wet van 1995,", 700), ("", "en de norm.", y))) == count
    assert among(("", "Profiel.", 690), ("1", "De wet.", 700)) == ["1 De wet."]

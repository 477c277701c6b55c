"""Letters that were placed one by one: words where they stand apart by design, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.text import BOLD
from pipeline.readers.pdf.lines import LineMaker
from pipeline.readers.pdf.marks import Marks, Page, Run
from pipeline.readers.pdf.spaced import with_spaced_letters
from tests.unit.readers.pdf.typed import Typed


def placed(typed: Typed, chars: str, gap: float, x: float = 50.0, y: float = 100.0) -> list[Run]:
    """Letters of ten points one by one, so far apart; blanks are left out."""
    found = []
    for n, char in enumerate(chars):
        if char != " ":
            found.append(typed.run(char, x + n * (5.0 + gap), y))
    return found


def page_of(*runs: Run) -> Page:
    return Page(1, 600.0, 800.0, tuple(runs), (), (), (), has_images=False)


def shown(typed: Typed, *pages: list[Run]) -> list[str]:
    """The lines of all pages."""
    marks = with_spaced_letters(Marks(tuple(page_of(*runs) for runs in pages), typed.glyphs, None))
    maker = LineMaker.of(marks)
    return [line.chars for page in marks.pages for line in maker.lines(page.runs, 1)]


def runs_of(typed: Typed, runs: list[Run]) -> list[str]:
    (page,) = with_spaced_letters(Marks((page_of(*runs),), typed.glyphs, None)).pages
    return ["".join(typed.glyphs.chars[run.start : run.end]) for run in page.runs]


def test_letters_apart_make_words_with_a_blank_where_the_distance_is_twice_and_more() -> None:
    typed = Typed()

    assert shown(typed, placed(typed, "Soort sluis", 3.0)) == ["Soort sluis"]


def test_a_run_reaches_from_its_first_letter_to_its_last() -> None:
    typed = Typed()
    marks = Marks((page_of(*placed(typed, "Sluis", 3.0)),), typed.glyphs, None)
    (run,) = with_spaced_letters(marks).pages[0].runs

    assert (run.start, run.end, run.x0, run.x1) == (0, 5, 50.0, 87.0)


def test_letters_that_kerning_alone_parts_are_left_as_they_are() -> None:
    typed = Typed()

    assert runs_of(typed, placed(typed, "Sluis", 1.6)) == list("Sluis")
    assert runs_of(typed, placed(typed, "Sluis", 1.7)) == ["Sluis"]


def test_letters_further_apart_than_their_size_are_columns() -> None:
    typed = Typed()

    assert runs_of(typed, placed(typed, "Sluis", 10.0)) == ["Sluis"]
    assert runs_of(typed, placed(typed, "Sluis", 10.1)) == list("Sluis")


def test_a_gap_of_more_than_a_blank_parts_the_runs() -> None:
    typed = Typed()
    # Between words: twice the distance and 0.6 of the size.
    runs = placed(typed, "Sluis", 3.0)
    near, far = 87.0 + 12.0, 87.0 + 12.1

    assert runs_of(typed, [*runs, *placed(typed, "wacht", 3.0, near)]) == ["Sluiswacht"]
    other = Typed()
    parts = [*placed(other, "Sluis", 3.0), *placed(other, "wacht", 3.0, far)]
    assert runs_of(other, parts) == ["Sluis", "wacht"]


def test_the_wider_letters_stand_apart_the_wider_a_blank_may_be() -> None:
    typed = Typed()
    # Twice eight points and 0.6 of the size are 22.
    runs = [*placed(typed, "Sluis", 8.0), *placed(typed, "wacht", 8.0, 107.0 + 20.0)]

    assert runs_of(typed, runs) == ["Sluiswacht"]


def test_a_short_word_is_spaced_where_a_long_one_has_the_same_distance() -> None:
    typed = Typed()
    alone = placed(typed, "Taak", 3.0)

    assert shown(typed, alone) == ["T a a k"]
    assert shown(typed, alone, placed(typed, "Soort sluis", 3.1)) == ["Taak", "Soort sluis"]
    assert shown(typed, alone, placed(typed, "Soort sluis", 3.2))[0] == "T a a k"


def test_letters_of_a_short_word_stay_apart_where_long_ones_have_another_distance() -> None:
    for other, whole in ((3.1, True), (3.2, False), (2.8, False)):
        typed = Typed()
        pages = [page_of(*placed(typed, "Taak", 3.0)), page_of(*placed(typed, "Sluizen", other))]
        found = with_spaced_letters(Marks(tuple(pages), typed.glyphs, None)).pages

        assert [len(page.runs) for page in found] == [1 if whole else 4, 1]


def test_four_distances_prove_it() -> None:
    typed = Typed()

    assert runs_of(typed, placed(typed, "Dijk", 3.0)) == list("Dijk")
    assert runs_of(typed, placed(typed, "Dijks", 3.0)) == ["Dijks"]


def test_figures_of_a_scale_are_no_word() -> None:
    typed = Typed()

    assert runs_of(typed, placed(typed, "123456", 3.0)) == list("123456")
    assert runs_of(typed, placed(typed, "12345abcde", 3.0)) == list("12345abcde")
    assert runs_of(typed, placed(typed, "12345abcdef", 3.0)) == ["12345abcdef"]


def test_letters_of_another_look_or_line_do_not_go_on() -> None:
    for change in ({"style": BOLD}, {"size": 9.0}, {"tag": 3}, {"baseline": 100.1}):
        typed = Typed()
        runs = placed(typed, "Sluiswacht", 3.0)
        changed = [*runs[:5], *(replace(run, **change) for run in runs[5:])]

        assert runs_of(typed, changed) == ["Sluis", "wacht"]


def test_letters_that_were_drawn_between_others_do_not_go_on() -> None:
    typed = Typed()
    runs = placed(typed, "Sluis", 3.0)
    typed.run("x", 300.0)

    assert runs_of(typed, [*runs, *placed(typed, "wacht", 3.0, 90.0)]) == ["Sluis", "wacht"]


def test_pages_without_lone_letters_are_the_same() -> None:
    typed = Typed()
    marks = Marks((page_of(typed.run("Sluis"), typed.run("wacht", 200.0)),), typed.glyphs, None)

    assert with_spaced_letters(marks) is marks


def test_letters_that_come_by_two_or_three_are_words_where_they_stand_apart_as_well() -> None:
    def pieces(size: int, inner: float) -> list[str]:
        typed = Typed()
        runs, x = [], 50.0
        for at in range(0, 12, size):
            run = typed.run("Sluiswachter"[at : at + size], x, gap=inner)
            runs.append(run)
            x = run.x1 + 3.0
        return runs_of(typed, runs)

    assert pieces(2, 3.0) == pieces(3, 3.0) == ["Sluiswachter"]
    assert pieces(4, 3.0) == ["Slui", "swac", "hter"]
    assert pieces(2, 0.0) == ["Sl", "ui", "sw", "ac", "ht", "er"]
    assert pieces(2, 1.6) == ["Sl", "ui", "sw", "ac", "ht", "er"]

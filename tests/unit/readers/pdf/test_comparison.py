"""What two readings of a page must agree on, and how near parts of a word stand."""

from __future__ import annotations

import pytest

from pipeline.document.text import Text, join
from pipeline.readers.pdf.marks import BoxLocator, Marks, Page
from pipeline.readers.pdf.second_engine import BareText
from pipeline.readers.pdf.witness import witness_findings
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.witnessed import Sheet, spaced, without


@pytest.mark.parametrize(("gap", "told"), [(0.9, 1), (1.1, 0), (-0.9, 1), (-1.1, 0)])
def test_parts_in_two_cells_are_one_word_where_less_than_a_tenth_parts_them(
    gap: float, told: int
) -> None:
    sheet = Sheet()
    left, right = sheet.run("dijk", x=50), sheet.run("wacht", x=70 + gap)

    assert len(sheet.findings(["dijkwacht"], left, right)) == told


@pytest.mark.parametrize(("drop", "told"), [(0.9, 1), (-0.9, 1), (1.1, 0), (-1.1, 0)])
def test_parts_of_a_word_stand_on_one_line(drop: float, told: int) -> None:
    sheet = Sheet()
    left, right = sheet.run("dijk", x=50), sheet.run("wacht", x=70, y=100 + drop)

    assert len(sheet.findings(["dijkwacht"], left, right)) == told


def test_parts_of_which_one_is_turned_or_unseen_are_on_no_line() -> None:
    for direction, hidden in ((1, ""), (0, "white text")):
        sheet = Sheet()
        left, right = sheet.run("dijk", x=50), sheet.run("wacht", x=70, hidden=hidden)
        run = sheet.runs[0][1]
        sheet.runs[0][1] = type(run)(
            run.start, run.end, run.x0, run.x1, run.top, run.bottom, run.baseline, run.size,
            0, direction, hidden=hidden,
        )  # fmt: skip

        assert sheet.findings(["dijkwacht"], left, right) == []


@pytest.mark.parametrize(("blanks", "pieces"), [(2, 0), (3, 1)])
def test_glyphs_in_turn_have_two_others_between_them_at_most(blanks: int, pieces: int) -> None:
    sheet = Sheet()
    # What was drawn between them is no part of the word, and nothing parts it on the page.
    drawn = sheet.run("dijk") + sheet.run(" " * blanks, x=70) + sheet.run("wacht", x=70)
    text = drawn[:4] + drawn[4 + blanks :]

    # In pieces it has the letters of two words of the witness.
    assert len(sheet.findings(["dijk wacht"], text)) == 1 - pieces


def test_three_words_are_told_and_the_others_counted() -> None:
    sheet = Sheet()
    text = sheet.run("aap noot mies wim")

    found = sheet.messages(["ezel kou vos lux"], text)

    assert len(found) == 4
    assert found[-1].endswith("more words differ there")
    four = Sheet()
    assert len(four.findings(["aap ezel koe vos"], four.run("aap"))) == 3


def test_the_count_of_other_words_is_placed_on_its_page() -> None:
    sheet = Sheet()
    *_, last = sheet.findings(["ezel kou vos lux"], sheet.run("aap noot mies wim"))

    assert last.place is not None
    assert (last.place.page, last.place.box) == (1, None)


def test_so_many_signs_are_shown_and_the_others_counted() -> None:
    for count, shown in ((12, "12 characters: ';;;;;;;;;;;;'"), (13, "13 characters: ")):
        sheet = Sheet()
        (message,) = sheet.messages(["dijk"], sheet.run(f"dijk{';' * count}"))
        assert message.startswith(f"the witness does not read {shown}")
        assert message.endswith(" and 1 more") is (count == 13)


def test_signs_that_nobody_reads_alike_are_not_compared() -> None:
    sheet = Sheet()

    assert sheet.findings(["dijk\u2010\u00ad"], sheet.run("dijk\u200b")) == []


def test_a_sign_of_text_that_is_not_seen_may_be_read_or_not() -> None:
    sheet = Sheet()
    text, hidden = sheet.run("dijk"), sheet.run(";", y=150, hidden="white text")

    assert sheet.findings(["dijk;"], text, hidden) == []
    assert sheet.findings(["dijk"], text, hidden) == []
    assert sheet.messages(["dijk:"], text, hidden) == ["the witness alone reads 1 characters: ':'"]


@pytest.mark.parametrize(("before", "known"), [(3, True), (4, False)])
def test_a_word_that_we_do_not_have_is_placed_by_one_of_the_four_before_it(
    before: int, known: bool
) -> None:
    sheet = Sheet()
    text = sheet.run(f"dijk {'en ' * before}wal".replace("wal", "").strip())
    (found,) = sheet.findings([f"dijk {'en ' * before}sluis"], text)

    assert found.place is not None
    assert (found.place.box is not None) is known
    assert found.place.page == 1


def test_a_word_before_one_that_we_do_not_have_tells_its_place_only_where_it_is_alone() -> None:
    sheet = Sheet()
    text = sheet.run("dijk en wal en")
    (found,) = sheet.findings(["dijk en wal en sluis"], text)

    # `en` stands there twice, `wal` once.
    assert found.place is not None
    assert found.place.box == (90.0, 92.5, 105.0, 102.5)


def test_letters_that_were_left_out_are_used_up() -> None:
    sheet = Sheet()
    text = sheet.run("de noot en de boot")
    sheet.run("7", x=145, y=96)

    assert len(sheet.findings(["de noot7 en de boot7"], text)) == 1


def test_letters_in_another_order_are_no_more_letters() -> None:
    sheet = Sheet()
    text = sheet.run("de noot")
    sheet.run("7", x=85, y=96)

    assert sheet.messages(["de noto7"], text) == ["`noot` was read, `noto7` by the witness"]


def test_a_word_of_two_pages_is_placed_where_it_stands() -> None:
    sheet = Sheet()
    first = sheet.run("de dijk")
    sheet.page()
    second = sheet.run("en sluis")
    (found,) = sheet.findings(["de dijk", "en sluizen"], first, second)

    assert found.place is not None
    assert (found.place.page, found.place.box) == (2, (65.0, 92.5, 90.0, 102.5))


def test_words_of_several_pages_at_once_are_on_no_page() -> None:
    sheet = Sheet()
    first = sheet.run("de dijk")
    sheet.page()
    second = sheet.run("en sluis")
    # The witness counts three pages, so that all are compared at once.
    *_, last = sheet.findings(["de dijk", "", "en sluis wal;"], first, second)

    assert last.message == "the witness alone reads `wal`"
    assert last.place is not None and last.place.page == 2
    *_, signs = sheet.findings(["de dijk", "", "en sluis;"], first, second)
    assert signs.message == "the witness alone reads 1 characters: ';'"
    assert signs.place is None


def test_words_in_another_order_are_told_where_no_column_parts_them() -> None:
    for x, told in ((104, 1), (106, 0)):
        sheet = Sheet()
        later = sheet.run("uur", x=x)
        first = sheet.run("zes", x=80)
        text = first + spaced(later, 0)[:1] + later

        # The second was drawn first, and the witness reads it so.
        assert len(sheet.findings(["uur zes"], text)) == told


def test_words_that_stand_on_two_lines_are_in_no_order() -> None:
    sheet = Sheet()
    later = sheet.run("uur", y=112)
    first = sheet.run("36")

    assert sheet.findings(["uur 36"], join([first, later])) == []


def test_the_words_in_another_order_have_the_place_of_both() -> None:
    sheet = Sheet()
    later = sheet.run("uur", x=67)
    first = sheet.run("zes", x=50)
    (found,) = sheet.findings(["uur zes"], first + spaced(later, 0)[:1] + later)

    assert found.message == "`zes uur` was read, in another order by the witness"
    assert found.place is not None
    assert found.place.box == (50.0, 92.5, 82.0, 102.5)


def test_a_lost_blank_in_text_that_is_not_seen_is_no_difference() -> None:
    sheet = Sheet()
    text = sheet.run("de dijk")
    hidden = without(sheet.run("de wal", y=150, hidden="white text"), 2)

    assert sheet.findings(["de dijk de wal"], text, hidden) == []


def test_dots_that_lead_to_a_number_part_words_for_both() -> None:
    sheet = Sheet()

    assert sheet.findings(["Inleiding ....3"], sheet.run("Inleiding....3")) == []


def test_a_page_without_glyphs_has_none() -> None:
    typed = Typed()
    marks = Marks((Page(1, 9, 9, (), (), (), (), has_images=False),), typed.glyphs, None)
    texts: list[Text] = []

    (found,) = witness_findings(BareText(1, ("wal",)), marks, texts, BoxLocator.of(marks))
    assert found.message == "the witness alone reads `wal`"

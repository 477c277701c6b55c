"""The second engine as witness: what is told, where, and what is known to differ and is not."""

from __future__ import annotations

import pytest

from pipeline.document.text import Text, join
from pipeline.readers.pdf.marks import BoxLocator, Marks, Page
from pipeline.readers.pdf.second_engine import BareText
from pipeline.readers.pdf.witness import witness_findings
from tests.unit.readers.pdf.drawing import drawn, lines
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.witnessed import Sheet, spaced, without


def test_equal_words_are_silent() -> None:
    sheet = Sheet()
    text = sheet.run("de klant betaalt")

    assert sheet.findings(["de klant\r\nbetaalt"], text) == []


def test_a_lost_blank_is_told_with_its_place() -> None:
    sheet = Sheet()
    text = without(sheet.run("de klant betaalt"), 8)

    (found,) = sheet.findings(["de klant betaalt"], text)

    assert found.code == "BCP149"
    assert found.message == "`klantbetaalt` was read, `klant betaalt` by the witness"
    assert found.place is not None
    assert (found.place.page, found.place.box) == (1, (65.0, 92.5, 130.0, 102.5))


def test_a_word_that_a_line_end_divides_is_one() -> None:
    sheet = Sheet()
    text = sheet.run("arbeidsmarkt")

    for other in (
        "arbeids\r\nmarkt",
        "arbeids\u0002markt",
        "arbeids\u2010\r\nmarkt",
        "arbeids-\nmarkt",
    ):
        assert sheet.findings([other], text) == []


def test_a_divided_word_that_was_not_joined_is_no_difference() -> None:
    sheet = Sheet()
    first, second = sheet.run("vet arbeids-"), sheet.run("markt klaar", y=112)

    assert sheet.findings(["vet arbeids\u0002markt klaar zo"], first, second) != []
    assert sheet.messages(["vet arbeids\u0002markt klaar zo"], first, second) == [
        "the witness alone reads `zo`"
    ]


def test_a_split_word_is_told_where_nothing_parts_it() -> None:
    sheet = Sheet()
    text = sheet.run("nummer 2025 klaar")

    assert sheet.messages(["nummer 2025 klaar"], spaced(text, 9)) == [
        "`20 25` was read, `2025` by the witness"
    ]


def test_words_of_two_columns_may_be_one_to_the_witness() -> None:
    sheet = Sheet()
    left, right = sheet.run("vaardigheden", x=50), sheet.run("Kennis", x=112)

    assert sheet.findings(["vaardighedenKennis"], left, right) == []


def test_a_word_that_an_edge_of_a_cell_cuts_is_told() -> None:
    sheet = Sheet()
    left, right = sheet.run("Arbeidsmarktinf", x=50), sheet.run("ormatie", x=125)

    assert sheet.messages(["Arbeidsmarktinformatie"], left, right) == [
        "`Arbeidsmarktinf ormatie` was read, `Arbeidsmarktinformatie` by the witness"
    ]


def test_parts_on_two_lines_are_parted() -> None:
    sheet = Sheet()
    text = join([sheet.run("zo binnen"), sheet.run("en uit", y=112)])

    assert sheet.findings(["zo binnenen uit"], text) == []


def test_a_blank_that_was_drawn_parts_cells_that_touch() -> None:
    sheet = Sheet()
    left, right = sheet.run("door ", x=50), sheet.run("Torenwerk", x=70)

    assert sheet.findings(["doorTorenwerk"], left.strip(), right) == []


@pytest.mark.parametrize(("x", "told"), [(75, []), (300, ["`NO2` was read, `NO` by the witness"])])
def test_a_small_number_may_be_drawn_later_where_it_touches(x: float, told: list[str]) -> None:
    sheet = Sheet()
    first, second = sheet.run("de NO"), sheet.run(" bij", x=80)
    small = sheet.run("2", x=x, y=102)

    found = sheet.messages(["de NO bij\r\n2"], first + small + second)

    assert found[:1] == told


@pytest.mark.parametrize(("x", "told"), [(99, 1), (101, 0)])
def test_parts_a_letter_apart_are_columns_even_where_room_alone_tells(x: float, told: int) -> None:
    sheet = Sheet()
    text = join([sheet.run("twaalf 1"), sheet.run("2", x=x)])

    assert len(sheet.findings(["twaalf 12"], text)) == told


def test_a_glyph_in_a_wrong_place_is_told() -> None:
    sheet = Sheet()
    text = sheet.run("met overleg")
    swapped = text[:4] + text[5:6] + text[4:5] + text[6:]

    assert sheet.messages(["met overleg"], swapped) == [
        "`voerleg` was read, `overleg` by the witness"
    ]


def test_words_that_were_drawn_the_other_way_round_are_told() -> None:
    sheet = Sheet()
    text = sheet.run("van 36 uur")
    swapped = text[:4] + text[7:] + text[6:7] + text[4:6]

    assert sheet.messages(["van 36 uur"], swapped) == [
        "`uur 36` was read, in another order by the witness"
    ]
    assert sheet.messages(["van uur 36"], swapped) == []


def test_the_number_of_an_item_may_be_drawn_after_it() -> None:
    sheet = Sheet()
    item, number = sheet.run("het volk", x=70), sheet.run("1.", x=58)

    assert sheet.findings(["het volk\r\n1."], join([number, item])) == []


def test_hidden_words_are_no_difference() -> None:
    sheet = Sheet()
    text, hidden = sheet.run("de klant"), sheet.run("geheim", y=150, hidden="white text")

    assert sheet.findings(["de klant"], text, hidden) == []
    assert sheet.findings(["de klant gehe im"], text, hidden) == []
    assert sheet.messages(["de klant open"], text, hidden) == ["the witness alone reads `open`"]


def test_letters_that_the_reader_left_out_are_in_its_account() -> None:
    sheet = Sheet()
    text = sheet.run("de noot")
    sheet.run("7", x=85, y=96)

    assert sheet.findings(["de noot7"], text) == []
    assert sheet.messages(["de noot8"], text) == ["`noot` was read, `noot8` by the witness"]


def test_a_word_is_counted_on_its_page_and_cut_at_the_page_end() -> None:
    sheet = Sheet()
    first = sheet.run("lang arbeids")
    sheet.page()
    text = first + sheet.run("markt klaar")

    assert sheet.findings(["lang arbeids", "markt klaar"], text) == []
    assert sheet.messages(["lang arbeids", "kraam klaar"], text) == [
        "`markt` was read, `kraam` by the witness"
    ]


def test_pages_are_compared_at_once_where_their_counts_differ() -> None:
    sheet = Sheet()
    text = sheet.run("de klant betaalt")

    found = sheet.findings(["de klant", "betaalt"], text)

    assert [finding.message for finding in found] == ["the witness counts 2 pages, 1 were read"]


def told(other: BareText, *texts: str) -> list[tuple[str, int | None]]:
    """The messages for pages with these texts, each with its page."""
    typed = Typed()
    pages = tuple(
        Page(n, 400, 400, (typed.run(chars),), (), (), (), has_images=False)
        for n, chars in enumerate(texts, 1)
    )
    marks = Marks(pages, typed.glyphs, None)
    read = [
        Text(chars, tuple(range(run.start, run.end)), bytes(len(chars)))
        for chars, run in zip(texts, typed.runs, strict=True)
    ]
    found = witness_findings(other, marks, read, BoxLocator.of(marks))
    return [(f.message, f.place.page if f.place else None) for f in found]


def test_a_file_that_the_witness_cannot_open_is_told_once() -> None:
    assert told(BareText(fault="no xref"), "de dijk") == [
        ("the witness cannot open the file that was read: no xref", None)
    ]


def test_a_page_that_the_witness_cannot_read_is_told_and_the_others_are_compared() -> None:
    other = BareText(2, ("", "en wal"), faults={1: "no content"})

    assert told(other, "de dijk", "en sluis") == [
        ("the witness cannot read the page: no content", 1),
        ("the witness does not read `sluis`", 2),
        ("the witness alone reads `wal`", 2),
    ]


def test_pages_of_which_one_cannot_be_read_are_not_compared_at_once() -> None:
    other = BareText(2, ("", "en wal"), faults={1: "no content"})

    assert told(other, "de dijk") == [
        ("the witness counts 2 pages, 1 were read", None),
        ("the witness cannot read the page: no content", 1),
    ]


def test_few_words_of_a_page_are_shown_and_the_others_counted() -> None:
    sheet = Sheet()
    text = sheet.run("aap noot mies wim zus")

    *_, last = sheet.findings(["ezel koe vos das lynx"], text)

    assert last.message == "7 more words differ there"


def test_signs_are_compared_where_the_words_agree() -> None:
    sheet = Sheet()
    text = sheet.run("de klant;")

    assert sheet.messages(["de klant:"], text) == [
        "the witness alone reads 1 characters: ':'; the witness does not read 1 characters: ';'"
    ]


def test_a_word_that_only_the_witness_has_is_placed_by_the_one_before_it() -> None:
    sheet = Sheet()
    text = sheet.run("de klant")

    (found,) = sheet.findings(["de klant betaalt"], text)

    assert found.place is not None
    assert found.place.box == (65.0, 92.5, 90.0, 102.5)


@pytest.mark.parametrize(
    "words", ["De coördinator is er voor één klant.", "Zij werken in de stal."]
)
def test_a_drawn_page_is_silent(words: str) -> None:
    assert [f for f in drawn(lines(words, "- een - twee")).findings if f.code == "BCP149"] == []

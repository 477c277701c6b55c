"""Whether a text goes on: each judgement by itself, in its order, and how near it was."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.document.seams import (
    CLOSE_ROWS,
    DRAWN_PAGES,
    FILLED,
    ITEM_LINES,
    SPACED_ROWS,
    WRAPPED,
    Seam,
    broken_item_goes_on,
    cell_goes_on,
    cut_row_goes_on,
    emphasis_changes,
    heading_goes_on,
    heads_go_on,
    label_goes_on,
    line_goes_on,
    paragraph_goes_on,
    passage_goes_on,
    row_goes_on,
    typed_line_goes_on,
    word_goes_on,
)
from pipeline.document.text import BOLD, ITALIC, Text

FULL = Seam(room=-20.0)


def test_a_line_goes_on_where_the_next_word_would_not_have_fitted() -> None:
    verdict = line_goes_on(Seam(room=-3.0))

    assert verdict.holds
    assert str(verdict) == "the next word would not have fitted, by 3.0 pt"


@pytest.mark.parametrize(
    ("seam", "name"),
    [
        (FULL._replace(resized=0.5), "the letters have another size"),
        (FULL._replace(marked=True), "a marker opens an item"),
        (FULL._replace(emphasis=True), "the emphasis of a whole line changes"),
        (FULL._replace(apart=1.0), "the lines stand far apart"),
        (FULL._replace(room=0.0), "the next word would have fitted"),
        (FULL._replace(left_of_item=2.0), "it stands left of the text of the item"),
        (FULL._replace(left=2.0), "it stands left of the lines before"),
        (FULL._replace(first_line=True), "it begins where first lines do"),
        (FULL._replace(spaced=0.2), "there is more space than between lines"),
        (FULL._replace(indented=3.0), "it is indented"),
    ],
)
def test_what_parts_two_lines_of_a_column(seam: Seam, name: str) -> None:
    verdict = line_goes_on(seam)

    assert (verdict.holds, verdict.name) == (False, name)


@pytest.mark.parametrize("place", ["left_of_item", "left", "spaced", "indented"])
def test_an_open_sentence_in_lower_case_goes_on_wherever_its_line_stands(place: str) -> None:
    measure: dict[str, Any] = {place: 5.0}
    seam = FULL._replace(**measure, lower=True)

    assert line_goes_on(seam)
    assert not line_goes_on(seam._replace(finished=True))
    assert not line_goes_on(seam._replace(lower=False))


def test_a_first_line_may_not_go_on_in_lower_case_after_an_end() -> None:
    assert line_goes_on(FULL._replace(first_line=True, lower=True))
    assert not line_goes_on(FULL._replace(first_line=True, lower=True, finished=True))


def test_a_divided_word_goes_on_whatever_room_there_was() -> None:
    divided = Seam(room=30.0, divided=True, lower=True)

    assert line_goes_on(divided).name == "a word is divided there"
    assert not line_goes_on(divided._replace(lower=False))


def test_a_line_that_is_nearly_full_goes_on_in_lower_case_although_there_was_room() -> None:
    seam = Seam(room=4.0, filled=1.0, lower=True)

    assert line_goes_on(seam).name == "a line that is nearly full goes on in lower case"
    assert not line_goes_on(seam._replace(filled=-1.0))
    assert not line_goes_on(seam._replace(finished=True))
    assert not line_goes_on(seam._replace(lower=False))


def test_lines_far_apart_are_parted_although_the_line_is_nearly_full() -> None:
    assert not line_goes_on(Seam(apart=2.0, filled=1.0, lower=True))


def test_a_bullet_alone_goes_on_over_space_but_not_over_room() -> None:
    alone = FULL._replace(lone_marker=True, spaced=3.0)

    assert line_goes_on(alone).name == "a bullet stands alone before it"
    assert not line_goes_on(alone._replace(room=5.0))


def test_what_nearly_gave_the_other_answer_is_told_as_the_rival() -> None:
    joined = line_goes_on(Seam(room=-8.0, spaced=-0.25, left=-0.5))

    assert (joined.margin, joined.rival) == (0.25, "there is more space than between lines")
    parted = line_goes_on(Seam(filled=-0.25, lower=True, room=7.0))
    assert (parted.margin, parted.rival) == (
        0.25,
        "a line that is nearly full goes on in lower case",
    )


def test_what_was_far_from_the_other_answer_or_gave_the_same_is_no_rival() -> None:
    assert line_goes_on(Seam(room=-8.0, spaced=-0.75)).margin == 8.0
    parted = line_goes_on(Seam(resized=-0.25, room=7.0))
    assert (parted.margin, parted.rival) == (7.0, "")


def test_a_judgement_that_measures_nothing_has_no_margin() -> None:
    assert str(line_goes_on(Seam(marked=True))) == "a marker opens an item"


def test_at_a_page_end_the_place_of_an_item_counts_in_lower_case_too() -> None:
    seam = Seam(left_of_item=1.0, lower=True, room=-9.0)

    assert not line_goes_on(seam, DRAWN_PAGES)
    assert line_goes_on(seam._replace(left_of_item=-1.0), DRAWN_PAGES)
    assert not line_goes_on(Seam(room=1.0), DRAWN_PAGES)


def test_wrapped_text_knows_markers_forms_and_room() -> None:
    assert line_goes_on(Seam(room=-1), WRAPPED, "characters")
    assert not line_goes_on(Seam(room=0), WRAPPED, "characters")
    assert not line_goes_on(Seam(room=-1, marked=True), WRAPPED, "characters")
    assert not line_goes_on(Seam(room=-1, free=True), WRAPPED, "characters")


def test_where_lines_are_filled_words_may_tell_that_nothing_ends() -> None:
    assert line_goes_on(Seam(lower=True, room=9.0), FILLED)
    assert line_goes_on(Seam(open=True, room=9.0), FILLED)
    assert not line_goes_on(Seam(room=9.0), FILLED)
    assert not line_goes_on(Seam(lower=True, emphasis=True), FILLED)
    assert not line_goes_on(Seam(emphasis=True), ITEM_LINES)
    assert line_goes_on(Seam(room=9.0), ITEM_LINES)


def test_typed_line_ends_are_meant_unless_an_open_sentence_goes_on() -> None:
    seam = Seam(lower=True, open=True)

    assert typed_line_goes_on(seam)
    assert not typed_line_goes_on(seam._replace(lower=False))
    assert not typed_line_goes_on(seam._replace(open=False))
    assert not typed_line_goes_on(seam._replace(finished=True))
    assert not typed_line_goes_on(seam._replace(emphasis=True))


PLAIN = Seam(finished=True)


@pytest.mark.parametrize(
    ("seam", "goes_on"),
    [
        (PLAIN, True),
        (PLAIN._replace(ended=True), False),
        (PLAIN._replace(list_like=True), False),
        (PLAIN._replace(marked=True), False),
        (PLAIN._replace(titled=True), False),
        (PLAIN._replace(emphasis=True), False),
        (Seam(upper=True), False),
        (Seam(), True),
        (Seam(upper=True, open=True), True),
        (Seam(lower=True, ended=True), True),
        (Seam(lower=True, list_like=True, finished=True), False),
        (Seam(upper=True, full=True), True),
        (PLAIN._replace(full=True, ended=True), False),
        (PLAIN._replace(full=True, ended=True, lower=True, running=True, list_like=True), True),
        (Seam(item=True), True),
        (Seam(item=True, upper=True), False),
        (PLAIN._replace(item=True), False),
        (Seam(emphasised=True, lower=True), True),
        (Seam(emphasised=True, open=True, upper=True), True),
        (Seam(emphasised=True), False),
        (PLAIN._replace(emphasised=True, open=True), False),
        (Seam(labelled=True), False),
        (Seam(labelled=True, open=True), True),
        (Seam(labelled=True, lower=True), True),
    ],
)
def test_passages_over_a_page_end(seam: Seam, goes_on: bool) -> None:
    assert passage_goes_on(seam).holds == goes_on


def test_a_cell_goes_on_in_lower_case_unless_it_is_a_label_or_a_sentence_has_ended() -> None:
    assert cell_goes_on(Seam(lower=True))
    assert not cell_goes_on(Seam(lower=True, free=True))
    assert not cell_goes_on(Seam(lower=True, finished=True))
    assert not cell_goes_on(Seam())


def styled(chars: str, styles: int | bytes) -> Text:
    every = bytes((styles,)) * len(chars) if isinstance(styles, int) else styles
    return Text(chars, tuple(range(len(chars))), every)


def test_a_paragraph_goes_on_where_a_long_line_of_it_ends_inside_a_sentence() -> None:
    cut = Seam(lower=True, filled=3)

    assert str(paragraph_goes_on(cut)) == (
        "a long line ends inside a sentence, which goes on in lower case, by 3.0 characters"
    )
    for whole in (cut._replace(lower=False), cut._replace(finished=True), cut._replace(filled=-1)):
        assert str(paragraph_goes_on(whole)) == "the tags begin a paragraph there"
    assert not paragraph_goes_on(cut._replace(marked=True))


def test_a_line_wholly_in_bold_beside_a_plain_one_changes_the_emphasis() -> None:
    plain, bold = styled("de dijk", 0), styled("Attitude", BOLD)

    assert emphasis_changes(bold, plain)
    assert emphasis_changes(plain, styled("Let op", ITALIC))
    assert not emphasis_changes(bold, bold)
    assert not emphasis_changes(bold, styled("de dijk", bytes([BOLD] * 2 + [0] * 5)))
    assert not emphasis_changes(styled("de dijk", bytes([0] * 5 + [BOLD] * 2)), plain)


@pytest.mark.parametrize(
    ("seam", "holds", "doubt"),
    [
        (Seam(list_like=True, lower=True), False, False),
        (Seam(upper=True, finished=True, alike=True), False, False),
        (Seam(upper=True, alike=True), False, True),
        (Seam(upper=True, finished=True), True, True),
        (Seam(upper=True), True, False),
        (Seam(lower=True, finished=True, alike=True), True, False),
    ],
)
def test_a_broken_item_is_a_list_where_its_lines_are_alike(
    seam: Seam, holds: bool, doubt: bool
) -> None:
    found = broken_item_goes_on(seam)

    assert (found.holds, bool(found.doubt)) == (holds, doubt)


def test_a_heading_goes_on_in_a_line_as_large_right_below() -> None:
    assert str(heading_goes_on(Seam())) == "it stands right below in letters as large"
    assert str(heading_goes_on(Seam(resized=0.5))) == "the letters have another size, by 0.5 pt"
    assert str(heading_goes_on(Seam(apart=2.0))) == "the lines stand far apart, by 2.0 pt"
    # What nearly parted it is told.
    assert heading_goes_on(Seam(apart=-0.25)).rival == "the lines stand far apart"


@pytest.mark.parametrize(
    ("seam", "holds", "name"),
    [
        (Seam(no_word=True), False, "it is no single word that could go on"),
        (Seam(one_word=True, no_word=True, room=2.0), False, "the next letter would have fitted"),
        (
            Seam(one_word=True, spaces_kept=True, room=-1.0),
            True,
            "no space stands between where others keep theirs",
        ),
        (Seam(one_word=True, makes_word=True), True, "both make one word"),
        (Seam(one_word=True, no_word=True), True, "what follows is no word by itself"),
        (Seam(one_word=True), False, "both are words by themselves"),
    ],
)
def test_a_word_too_long_for_its_line_goes_on(seam: Seam, holds: bool, name: str) -> None:
    verdict = word_goes_on(seam)

    assert (verdict.holds, verdict.name) == (holds, name)


@pytest.mark.parametrize(
    ("seam", "holds", "told"),
    [
        (Seam(), False, "the rows are drawn apart"),
        (Seam(undrawn=True, unlabelled=True), True, "no rule parts the rows there"),
        (Seam(outgrown=7.5), True, "the label below did not fit beside it, by 7.5 pt"),
        (Seam(outgrown=7.5, unlabelled=True), False, "other rows have no label either"),
        (Seam(outgrown=-0.1), False, "the rows are drawn apart, by 0.1 pt "),
    ],
)
def test_a_row_that_a_page_end_cuts_goes_on(seam: Seam, holds: bool, told: str) -> None:
    verdict = cut_row_goes_on(seam)

    assert verdict.holds is holds
    assert str(verdict).startswith(told)


def test_lines_without_the_space_between_paragraphs_are_parted_in_doubt() -> None:
    seam = Seam(room=20.0, filled=3.0, close=True)

    assert line_goes_on(seam).doubt.startswith("paragraphs have space between them elsewhere")
    for sure in ({"close": False}, {"filled": -0.1}, {"room": -1.0}, {"marked": True}):
        assert not line_goes_on(seam._replace(**sure)).doubt


def test_a_row_without_a_label_before_one_with_a_label_is_in_doubt() -> None:
    assert cut_row_goes_on(Seam(outgrown=-2.0)).doubt.startswith("no other row lacks a label")
    for sure in (Seam(), Seam(outgrown=2.0), Seam(outgrown=-2.0, unlabelled=True)):
        assert not cut_row_goes_on(sure).doubt


# Labels, heads and rows of tables.


@pytest.mark.parametrize(
    ("seam", "joins", "name"),
    [
        (Seam(apart=-5, spaced=-1), True, "lines stand as close as those of one label"),
        (Seam(apart=-5, spaced=1), False, "it stands apart as labels do"),
        (Seam(apart=-5, spaced=-1, ruled=True), False, "a drawn line parts them"),
        (Seam(apart=-5, spaced=-1, ended=True), False, "its end closes the label"),
        (Seam(apart=-1, spaced=1, open=True), True, "nothing can end there"),
        (Seam(apart=1, spaced=1, open=True), False, "it stands apart as labels do"),
        (Seam(apart=-1, spaced=1, lower=True), True, "it goes on in lower case"),
        (Seam(apart=1, spaced=1, lower=True), False, "it stands apart as labels do"),
        (Seam(apart=-1, spaced=1, inside=True), True, "no row begins inside a sentence"),
        (Seam(apart=1, spaced=1, inside=True), False, "it stands apart as labels do"),
        (Seam(apart=-5, spaced=-1, beside=True), False, "something of its own stands beside it"),
        (Seam(apart=-5, spaced=-1, beside=True, lower=True), True, "it goes on in lower case"),
        (Seam(apart=-5, spaced=0.0), True, "lines stand as close as those of one label"),
    ],
)
def test_a_label_goes_on(seam: Seam, name: str, *, joins: bool) -> None:
    verdict = label_goes_on(seam)

    assert (verdict.holds, verdict.name) == (joins, name)


def test_the_margin_of_a_label_is_how_far_it_stands_apart() -> None:
    assert str(label_goes_on(Seam(apart=-2, spaced=3.0))) == (
        "it stands apart as labels do, by 3.0 pt"
    )
    near = label_goes_on(Seam(apart=0.2, spaced=5.0, lower=True))
    assert (near.margin, near.rival) == (0.2, "it goes on in lower case")


@pytest.mark.parametrize(
    ("seam", "joins", "name"),
    [
        (Seam(apart=-1, emphasised=True), True, "emphasised heads were wrapped"),
        (Seam(apart=-1, lower=True), True, "it goes on in lower case"),
        (Seam(apart=-1), False, "values begin there"),
        (Seam(apart=0, emphasised=True), False, "the lines stand far apart"),
        (Seam(apart=-1, emphasised=True, ruled=True), False, "a drawn line parts them"),
        (Seam(apart=-1, lower=True, free=True), False, "its form sets the next line apart"),
    ],
)
def test_heads_go_on(seam: Seam, name: str, *, joins: bool) -> None:
    verdict = heads_go_on(seam)

    assert (verdict.holds, verdict.name) == (joins, name)


@pytest.mark.parametrize(
    ("seam", "joins", "name"),
    [
        (Seam(spaced=2), False, "rows stand further apart than lines"),
        (Seam(spaced=-2), True, "lines of one row stand so close"),
        (Seam(spaced=2, lower=True), True, "it goes on in lower case"),
    ],
)
def test_a_row_goes_on_where_rows_stand_apart(seam: Seam, name: str, *, joins: bool) -> None:
    verdict = row_goes_on(seam, SPACED_ROWS)

    assert (verdict.holds, verdict.name) == (joins, name)
    assert seam.lower or verdict.margin == 2


@pytest.mark.parametrize(
    ("seam", "joins", "name"),
    [
        (Seam(room=-3), True, "the next word would not have fitted"),
        (Seam(room=3), False, "the next word would have fitted"),
        (Seam(room=3, lower=True), True, "it goes on in lower case"),
        (Seam(room=-3, beside=True), False, "all that stands there begins anew"),
        (Seam(room=-3, alike=True), False, "it opens as other rows do"),
    ],
)
def test_a_row_goes_on_where_all_lines_stand_alike(seam: Seam, name: str, *, joins: bool) -> None:
    verdict = row_goes_on(seam, CLOSE_ROWS)

    assert (verdict.holds, verdict.name) == (joins, name)

"""What the lines of a column show of where paragraphs end, and the reasons that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from pipeline.document.model import Paragraph
from pipeline.document.reasons import Verdict
from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.line_seams import Column, LineSeams, opens_item
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.paragraphs import ParagraphMaker
from tests.unit.readers.pdf.typed import Typed

# Forty letters are two hundred points wide.
FIRST = "De dijkwachter loopt elke ochtend langs"
SECOND = "de dijk en de sluis, en meldt wat hij ziet"
RIGHT = 262.0


def seams_of(typed: Typed, *columns: Sequence[Line], spare: float = 0.0) -> LineSeams:
    return LineSeams(typed.maker, Habits.of(columns, typed.maker), spare)


def verdicts(typed: Typed, lines: Sequence[Line], right: float = RIGHT) -> list[Verdict]:
    """What is made of each seam, all lines before it being one paragraph."""
    seams = seams_of(typed, lines)
    leading = seams.leading_of(lines)
    return [
        seams.in_column(lines[:n], line, next(iter(lines[n + 1 :]), None), right, leading)
        for n, line in enumerate(lines[1:], 1)
    ]


def test_a_line_that_the_next_word_did_not_fit_on_goes_on() -> None:
    typed = Typed()
    (verdict,) = verdicts(
        typed, typed.lines("Wie de dijk bewaakt, kijkt elke dag naar", "Zeeland.")
    )

    assert verdict.holds
    # The line ends at 250; a space of five points and eight letters would have gone to 295, the
    # edge less what a word may miss it by is 260.4.
    assert (verdict.name, round(verdict.margin, 1)) == ("the next word would not have fitted", 34.6)


def test_a_word_fits_that_ends_just_before_the_edge() -> None:
    typed = Typed()
    lines = typed.lines("Wie de dijk bewaakt, kijkt naar", "Goes, Tholen.")
    # 205 and a space and five letters.
    assert verdicts(typed, lines, right=236.7)[0].name == "the next word would have fitted"
    assert verdicts(typed, lines, right=236.5)[0].holds


def test_what_a_typesetter_spares_counts_as_no_room() -> None:
    typed = Typed()
    lines = typed.lines("Wie de dijk bewaakt, kijkt naar", "Goes, Tholen.")
    seams = seams_of(typed, lines, spare=4.0)

    assert seams.in_column(lines[:1], lines[1], None, 240.0, {}).holds
    assert not seams.in_column(lines[:1], lines[1], None, 241.0, {}).holds


def test_lines_go_on_less_full_where_the_typesetter_is_known_to_end_them_early() -> None:
    typed = Typed()
    # 200 of 280 points, and 165.
    for text, joined in (
        ("Wie de dijk bewaakt, kijkt elke dag heen", True),
        ("Wie de dijk" * 3, False),
    ):
        lines = typed.lines(text, "de sluis.")
        assert (
            seams_of(typed, lines, spare=1.0).in_column(lines[:1], lines[1], None, 330.0, {}).holds
            is joined
        )
        assert not seams_of(typed, lines).in_column(lines[:1], lines[1], None, 330.0, {}).holds


FULL = "Wie de dijk bewaakt, kijkt elke dag naar"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"size": 11.3}, "the letters have another size"),
        ({"baseline": 130.0}, "the lines stand far apart"),
        ({"baseline": 113.2}, "there is more space than between lines"),
        ({"x0": 58.1}, "it is indented"),
        ({"dot": 45.0}, "a marker opens an item"),
    ],
)
def test_how_a_full_line_ends_a_paragraph(change: dict[str, Any], name: str) -> None:
    typed = Typed()
    first, second = typed.lines(FULL, "Zeeland en Tholen.")
    moved = replace(second, **change)

    assert verdicts(typed, [first, second])[0].holds
    assert verdicts(typed, [first, moved])[0].name == name


@pytest.mark.parametrize(
    "change", [{"size": 11.1}, {"baseline": 112.8}, {"x0": 57.9}, {"x0": 45.0}]
)
def test_small_differences_are_of_one_paragraph(change: dict[str, Any]) -> None:
    typed = Typed()
    first, second = typed.lines(FULL, "Zeeland en Tholen.")

    assert verdicts(typed, [first, replace(second, **change)])[0].holds


def test_a_third_line_left_of_the_first_two_is_of_another_paragraph() -> None:
    typed = Typed()
    first, second, third = typed.lines(FULL, FULL, "Zeeland.")

    assert verdicts(typed, [first, second, third])[1].holds
    left = verdicts(typed, [first, second, replace(third, x0=47.7)])[1]
    assert left.name == "it stands left of the lines before"
    assert verdicts(typed, [first, second, replace(third, x0=47.9)])[1].holds


def test_lines_that_a_sign_of_another_font_pushes_apart_are_one_paragraph() -> None:
    typed = Typed()
    gaps = (12.0, 13.0, 12.0, 13.0, 12.0, 13.0)
    y = 100.0
    lines = []
    for gap in gaps:
        lines.append(typed.line(f"en {FULL[3:]}", y=y))
        y += gap
    even = typed.lines(FULL, "Zeeland.", y=300, leading=13.0)
    seams = seams_of(typed, lines)

    assert seams.habits.loosest == {20: 13.0}
    assert seams.in_column(even[:1], even[1], None, RIGHT, {20: 12.0}).holds
    wider = replace(even[1], baseline=313.2)
    assert not seams.in_column(even[:1], wider, None, RIGHT, {20: 12.0}).holds


def test_distances_of_even_columns_make_none_uneven() -> None:
    typed = Typed()
    close = typed.lines(*[f"en {FULL[3:]}"] * 6)
    wide = typed.lines(*[f"en {FULL[3:]}"] * 6, y=300, leading=13.0)

    assert Habits.of([close, wide], typed.maker).loosest == {}


def test_a_paragraph_is_tagged_as_one_but_for_line_ends_with_room() -> None:
    typed = Typed()
    lines = typed.lines(FULL, "Zeeland.", "Wie dat niet doet, krijgt bezoek van de", "dijkgraaf.")
    maker = ParagraphMaker(seams_of(typed, lines))

    assert [text.chars for text in maker.whole(lines, RIGHT)] == [
        f"{FULL} Zeeland.",
        "Wie dat niet doet, krijgt bezoek van de dijkgraaf.",
    ]
    assert [str(reason) for reason in maker.reasons] == [
        "joined: the next word would not have fitted, by 37.1 pt",
        "parted: the next word would have fitted, by 150.4 pt",
        "joined: a line that is nearly full goes on in lower case, by 14.8 pt",
    ]


def test_a_word_that_just_fits_parts_no_paragraph_that_is_tagged_as_one() -> None:
    typed = Typed()
    lines = typed.lines("Wie de dijk bewaakt, kijkt verder.", "Goes, Tholen.")

    def parted(right: float) -> int:
        return len(ParagraphMaker(seams_of(typed, lines)).whole(lines, right))

    # 220 and a space and five letters end at 250; a quarter of a letter's height more is sure.
    assert [parted(right) for right in (251.5, 254.0, 254.2)] == [1, 1, 2]


def test_a_sentence_goes_on_in_lower_case_whatever_room_was_left() -> None:
    for text, name in (
        ("De wachter loopt langs de", "an open sentence goes on in lower case"),
        ("Hij waakt. De wachter", "a sentence of prose goes on in lower case"),
        # The number of an item ends no sentence, and a list of words may have such lines.
        ("4. De wachter", "the next word would have fitted"),
        ("wachter", "the next word would have fitted"),
    ):
        typed = Typed()
        assert verdicts(typed, typed.lines(text, "dijk is hoog."))[0].name == name


def test_items_end_with_semicolons_where_one_had_room_left() -> None:
    typed = Typed()
    full = "Luistert naar wie vragen heeft over dijken;"
    lines = typed.lines(full, "Meldt gebreken;", "Bewaakt de dijk.")
    assert [p.text.chars for p in paragraphs_of(ParagraphMaker(seams_of(typed)), *lines)] == [
        full, "Meldt gebreken;", "Bewaakt de dijk.",
    ]  # fmt: skip
    assert len(ParagraphMaker(seams_of(typed)).whole(lines, RIGHT)) == 3

    running = typed.lines(full, "Meldt gebreken en bewaakt", y=200)
    assert len(paragraphs_of(ParagraphMaker(seams_of(typed)), *running)) == 1
    assert len(ParagraphMaker(seams_of(typed)).whole(running, RIGHT)) == 1


def paragraphs_of(maker: ParagraphMaker, *lines: Line, right: float = RIGHT) -> list[Paragraph]:
    found = [block for _, block in maker.blocks(Column(lines, 50.0, right))]
    return [block for block in found if isinstance(block, Paragraph)]


def test_each_seam_of_a_column_is_recorded_between_its_characters() -> None:
    typed = Typed()
    lines = typed.lines(FULL, "Zeeland.", "Wie dat doet.")
    maker = ParagraphMaker(seams_of(typed, lines))
    found = paragraphs_of(maker, *lines)

    assert [block.text.chars for block in found] == [f"{FULL} Zeeland.", "Wie dat doet."]
    assert [(r.act, r.first, r.last) for r in maker.reasons] == [
        ("joined", len(FULL) - 1, len(FULL)),
        ("parted", len(FULL) + 7, len(FULL) + 8),
    ]


def over_page_end(above: str, below: str, right: float = RIGHT) -> tuple[bool, bool]:
    """Whether blocks on both sides of a page end say that they may be one paragraph."""
    typed = Typed()
    last, first = typed.line(above, y=380), replace(typed.line(below), page=2)
    seams = seams_of(typed, [last], [first])
    maker = ParagraphMaker(seams, seams.over_page_ends([([last], first, right)]))
    (before,) = paragraphs_of(maker, last, right=right)
    (after,) = paragraphs_of(maker, first, right=right)
    assert len(maker.reasons) == 1
    return before.goes_on, not after.own_block


def test_a_full_line_may_go_on_over_a_page_end_and_a_short_one_does_not() -> None:
    assert over_page_end(FULL, "Zeeland en Tholen.") == (True, True)
    assert over_page_end("Wie de dijk bewaakt.", "Zeeland en Tholen.") == (False, False)


def test_below_a_page_end_what_stands_left_of_an_item_is_no_part_of_it() -> None:
    assert over_page_end(f"1.  {FULL[4:]}", "Zeeland en Tholen.") == (False, False)


LEAD = "De dijkwachter heeft drie taken, en wel:"


@pytest.mark.parametrize(
    ("above", "line", "x", "is_item"),
    [
        (FULL, "• ziet toe", 50.0, True),
        (LEAD, "- ziet toe", 50.0, True),
        (FULL, "- ziet toe", 50.0, False),
        (FULL, "- ziet toe", 47.7, True),
        (FULL, "- ziet toe", 47.9, False),
        (FULL, "ziet toe", 40.0, False),
        (f"- {FULL}", "- ziet toe", 50.0, True),
        (f"- {FULL}", "- ziet toe", 52.3, False),
        (f"- {FULL}", "2. ziet toe", 50.0, False),
        (f"1. {FULL}", "2. ziet toe", 50.0, True),
    ],
)
def test_a_marker_opens_an_item_where_markers_stand(
    above: str, line: str, x: float, is_item: bool
) -> None:
    typed = Typed()

    assert opens_item([typed.line(above)], typed.line(line, x=x, y=112)) == is_item


def test_a_drawn_dot_opens_an_item_whatever_follows() -> None:
    typed = Typed()
    line = replace(typed.line("ziet toe", y=112), dot=45.0)

    assert opens_item([typed.line(FULL)], line)


def test_the_leading_of_a_column_is_that_of_lines_that_surely_go_on() -> None:
    typed = Typed()
    lines = [
        typed.line(text, y=y)
        for text, y in (
            (FULL, 100), ("de dijk en de sluis,", 113), ("die er zijn.", 127), ("Zij loopt", 150),
            ("en meldt", 164),
        )
    ]  # fmt: skip
    seams = seams_of(typed, lines)

    assert seams.leading_of(lines) == {20: 14.0}
    assert seams.leading_of(lines[:2]) == {20: 13.0}
    assert seams.leading_of(lines[2:4]) == {}


def test_the_wider_leading_of_text_outside_tables_makes_no_paragraphs() -> None:
    typed = Typed()
    cell = typed.lines(f"en {FULL[3:]}", f"en {FULL[3:]}", leading=11.0)
    first, second = typed.lines(FULL, "Zeeland.", y=300, leading=13.0)
    seams = seams_of(typed, cell)

    assert seams.in_column([first], second, None, RIGHT, {20: 13.0}).holds
    assert not seams.in_column([first], second, None, RIGHT, {}).holds


def test_small_print_is_parted_by_less_than_a_point() -> None:
    typed = Typed()
    first = typed.line(FULL, size=5.0)
    second = typed.line("Zeeland.", y=106.6, size=5.0)
    seams = seams_of(typed, [first, second])

    assert not seams.in_column([first], second, None, 155.0, {10: 6.0}).holds
    assert seams.in_column([first], replace(second, baseline=106.4), None, 155.0, {10: 6.0}).holds


def test_large_print_is_parted_by_a_point() -> None:
    typed = Typed()
    first, second = typed.line(FULL, size=20.0), typed.line("Zeeland.", y=124.8, size=20.0)
    seams = seams_of(typed, [first, second])

    assert seams.in_column([first], second, None, 474.0, {40: 24.0}).holds
    assert not seams.in_column(
        [first], replace(second, baseline=125.0), None, 474.0, {40: 24.0}
    ).holds


def test_a_hyphen_goes_on_in_lower_case_only_where_words_are_divided() -> None:
    typed = Typed()
    first, second = typed.lines("Wie de dijk-", "wachter ziet")
    seams = seams_of(typed, [first, second])
    divides = replace(seams, habits=replace(seams.habits, divides_words=True))

    assert divides.in_column([first], second, None, RIGHT, {}).holds
    assert not seams.in_column([first], second, None, RIGHT, {}).holds
    plain = replace(first, text=first.text[:-1])
    assert not divides.in_column([plain], second, None, RIGHT, {}).holds


def test_a_blank_as_wide_as_a_typewriters_is_not_stretched() -> None:
    typed = Typed()

    def stretched_by(wide: float) -> float:
        first = typed.run("Wie", 50.0)
        (line,) = typed.maker.lines([first, typed.run("is", first.x1 + wide)], 1)
        return line.x1 - typed.maker.natural_end(line)

    assert stretched_by(6.4) == 0
    assert stretched_by(6.6) == pytest.approx(3.4)


# Lines of headings, and words that were too long for their line.


def in_heading(distance: float, size: float = 14.0) -> Verdict:
    typed = Typed()
    last, line = (
        typed.line("Het beroep", size=14),
        typed.line("van wachter", 50, 100 + distance, size),
    )
    return seams_of(typed, [last, line]).in_heading(last, line)


def test_a_heading_goes_on_on_a_line_that_follows_closely() -> None:
    assert in_heading(20.9)
    assert in_heading(21.5).name == "the lines stand far apart"
    assert round(in_heading(21.5).margin, 3) == 0.5
    assert in_heading(16, size=14.4)
    assert in_heading(16, size=14.6).name == "the letters have another size"


@pytest.mark.parametrize("distance", [0.0, -16.0])
def test_a_heading_does_not_go_on_beside_itself_or_above(distance: float) -> None:
    assert in_heading(distance).name == "the lines stand far apart"


def in_word(
    first: str, second: str, *others: str, right: float = 100.0, spaced: bool = False
) -> Verdict:
    typed = Typed()
    last, line, *more = typed.lines(first, second, *others)
    last = replace(last, ends_in_space=spaced)
    return seams_of(typed, [last, line, *more]).in_word(last, line, right)


def test_a_word_that_reaches_the_edge_goes_on_where_both_make_a_word() -> None:
    # Ten letters end at 100.
    assert in_word("verantwoor", "delijkheid").name == "both make one word"
    assert in_word("zuigmondst", "ukken", "een zuigmondstukken ja").name == "both make one word"
    assert in_word("Hulpmiddel", "en en gereedschap").name == "both make one word"
    assert in_word("Hulpmiddel", "en gereedschap").name != "both make one word"


def test_a_word_goes_on_in_a_single_letter_and_in_what_is_none() -> None:
    assert in_word("Vaardighed", "xqen zijn er").name == "what follows is no word by itself"
    assert in_word("Hulpmiddel", "s").name == "what follows is no word by itself"
    assert in_word("Vaardighed", "xqen zijn er", "de xqen is een").name == (
        "both are words by themselves"
    )


def test_two_words_are_two() -> None:
    assert in_word("wachterzijn", "dijk").name == "both are words by themselves"


def test_a_word_with_room_behind_it_is_whole() -> None:
    # It ends at 100, the next letter is five wide, and may miss the edge by 1.6; the edge of a cell
    # is known to half of a letter's height.
    assert not in_word("verantwoor", "delijkheid", right=111.7)
    verdict = in_word("verantwoor", "delijkheid", right=112)
    assert (verdict.name, round(verdict.margin, 1)) == ("the next letter would have fitted", 0.4)


@pytest.mark.parametrize(
    ("first", "second", "spaced"),
    [
        ("verantwoor", "delijkheid", True),
        ("verantwoor", "Delijkheid", False),
        ("verantwoor,", "delijkheid", False),
        ("is verantw", "oordelijkheid", False),
    ],
)
def test_what_is_no_single_word_ends_with_its_line(
    first: str, second: str, *, spaced: bool
) -> None:
    assert in_word(first, second, spaced=spaced).name == "it is no single word that could go on"


def test_the_second_line_of_an_item_is_not_indented_and_a_third_may_be() -> None:
    typed = Typed()
    first, second, third = typed.lines(f"• {FULL}", FULL, "Zeeland.")
    seams = seams_of(typed, [first])

    assert seams.in_column([first], replace(second, x0=60), None, RIGHT, {}).holds
    assert seams.in_column(
        [replace(first, dot=45.0)], replace(second, x0=60), None, RIGHT, {}
    ).holds
    below = seams.in_column([first, second], replace(third, x0=60), None, RIGHT, {})
    assert (below.holds, below.name) == (False, "it is indented")


def test_of_a_heading_that_is_numbered_the_second_line_may_stand_left_of_its_text() -> None:
    typed = Typed()
    hanging = [typed.line("1. de dijk", y=300), typed.line("en de sluis", 65, 312)] * 2
    plain = typed.lines(f"1. {FULL[3:]}", "Zeeland.")
    bold = [replace(line, text=replace(line.text, styles=b"\1" * len(line.text))) for line in plain]
    seams = seams_of(typed, hanging)

    left = seams.in_column(plain[:1], plain[1], None, RIGHT, {})
    assert (left.holds, left.name) == (False, "it stands left of the text of the item")
    assert seams.in_column(bold[:1], bold[1], None, RIGHT, {}).holds


def test_in_a_tagged_paragraph_a_marker_opens_an_item_below_another_one_only() -> None:
    typed = Typed()
    text, item = typed.line(FULL), typed.line(f"- {FULL[2:]}")
    below = typed.line("- en Zeeland.", y=112)
    seams = seams_of(typed, [text])

    assert seams.in_tagged([text], below, RIGHT).holds
    assert not seams.in_tagged([item], below, RIGHT).holds
    assert seams.in_tagged([item], typed.line("Zeeland.", y=112), RIGHT).holds


def test_a_small_letter_in_brackets_is_one() -> None:
    typed = Typed()
    nearly_full = typed.line(FULL[:37])
    seams = seams_of(typed, [nearly_full])

    def goes_on(chars: str) -> bool:
        return seams.in_column([nearly_full], typed.line(chars, y=112), None, RIGHT, {}).holds

    assert goes_on("(en de") and goes_on("en de")
    assert not goes_on("(En de")


def test_how_far_lines_stand_apart_is_told_by_the_larger_size() -> None:
    typed = Typed()
    first, second = typed.line(FULL), typed.line("Zeeland.", y=117.5, size=11.0)
    seams = seams_of(typed, [first])

    # 1.4 times the usual 13.2 points of eleven.
    assert seams.in_tagged([first], second, RIGHT).holds
    assert seams.in_tagged([replace(first, size=11.0)], replace(second, size=10.0), RIGHT).holds
    assert not seams.in_tagged([first], replace(second, size=10.0), RIGHT).holds


def test_close_lines_are_parted_in_doubt_where_paragraphs_stand_apart() -> None:
    typed = Typed()
    prose = [
        *typed.lines("De dijkwachter loopt elke ochtend langs de", "dijk en de sluis."),
        *typed.lines("De sluis en de dijk bewaakt hij des nachts", "ook al.", y=130),
        typed.line("Hij meldt alles.", y=160),
    ]

    def doubt(last: str, line: str, distance: float = 12.0) -> bool:
        pair = [typed.line(last, y=300), typed.line(line, y=300 + distance)]
        seams = seams_of(typed, prose, pair)
        assert seams.habits.spaces_paragraphs
        verdict = seams.in_column(pair[:1], pair[1], None, RIGHT, seams.leading_of(prose))
        assert not verdict
        return bool(verdict.doubt)

    assert doubt("De wachter sluit elke avond de poort.", "Dan is.")
    assert not doubt("De wachter sluit elke avond de poort.", "Dan is.", 18.0)
    assert not doubt("De wachter sluit elke avond de poort", "Dan is.")
    assert not doubt("De wachter sluit elke avond de poort.", "dan is.")
    assert not doubt("De wachter sluit de poort.", "Dan is.")


def test_full_lines_are_joined_in_doubt_where_paragraphs_end_without_space() -> None:
    typed = Typed()
    full = "De dijkwachter loopt elke dag langs de zee."

    def found(last: str, *others: tuple[str, float]) -> Verdict:
        pair = [typed.line(last), typed.line("De poort.", y=112)]
        column = [*pair, *(typed.line(text, y=y) for text, y in others)]
        right = max(line.x1 for line in pair)
        seams = seams_of(typed, column)
        packs = seams.packs(column, right, {})
        return seams.in_column(pair[:1], pair[1], None, right, {}, packs=packs)

    # Below: a sentence that ends early, and another close to it, or not.
    assert found(full, ("De zee.", 124)).doubt
    assert found(full).holds
    assert not found(full).doubt
    assert not found(full, ("De zee.", 130)).doubt
    assert not found(full, ("- De zee.", 124)).doubt
    assert not found(full.replace("zee.", "zee "), ("De zee.", 124)).doubt


def test_a_bullet_that_stands_alone_goes_on_however_far_below_it_its_text_stands() -> None:
    typed = Typed()
    bullet, word = typed.line("•"), typed.line("o")
    text = typed.line("Zeeland.", y=114)
    seams = seams_of(typed, [bullet])

    # The text would not have fitted beside either.
    found = seams.in_column([bullet], text, None, 80.0, {})
    assert (found.holds, found.name) == (True, "a bullet stands alone before it")
    longer = seams.in_column([typed.line("• o")], text, None, 90.0, {})
    assert longer.name == "there is more space than between lines"
    assert not seams.in_column([word], text, None, 80.0, {}).holds


def test_a_numbered_line_below_an_item_opens_one_where_its_marker_stands_left_of_the_text() -> None:
    typed = Typed()
    first = typed.line("1. De dijk", 50)

    assert opens_item([first], typed.line("2. De sluis", 52.1))
    assert not opens_item([first], typed.line("2. De sluis", 52.3))
    assert not opens_item([first], typed.line("- de sluis", 50))


def test_capitals_do_not_hide_a_word_that_a_line_end_cuts() -> None:
    typed = Typed()
    # A word of the document, of which the second half is one by itself.
    words = typed.lines("en blorkhuis is blorkhuis en", "en blorkhuis is")
    last, rest = typed.line("Blork", y=200), typed.line("huis", y=212)
    seams = seams_of(typed, words)

    assert seams.in_word(last, rest, 76.0).holds
    assert not seams_of(typed).in_word(last, rest, 76.0).holds


def test_text_that_never_surely_goes_on_has_the_distance_of_its_nearest_lines() -> None:
    typed = Typed()
    lines = typed.lines(*["De dijk is hoog."] * 6, leading=14.0)
    seams = seams_of(typed, lines)

    assert seams.text_leading([lines]) == {20: 14.0}
    # A title of two lines tells nothing, nor do lines that stand far apart.
    assert seams.text_leading([lines[:5]]) == {}
    assert seams.text_leading([typed.lines(*["De dijk is hoog."] * 6, y=300, leading=18)]) == {}


def test_few_lines_that_stand_far_apart_tell_no_distance_of_lines() -> None:
    typed = Typed()
    # A value that begins with a small letter stands below another one.
    values = typed.lines("Gemeente Zierikzee", "september 2019", leading=18)

    assert seams_of(typed, values).leading_of(values) == {}
    wide = typed.lines("de dijkwachter", *["loopt langs de dijk"] * 5, leading=24)
    assert seams_of(typed, wide).leading_of(wide) == {20: 24}


def test_inside_a_sentence_nobody_breaks_a_tagged_line_that_is_all_but_full() -> None:
    typed = Typed()
    lines = typed.lines("De dijkwachter zorgt voor een droge", "binnenstad.")
    # The line with the next word on it would end at 285.
    seams = seams_of(typed, lines)
    assert seams.in_tagged(lines[:1], lines[1], right=295)
    assert not seams.in_tagged(lines[:1], lines[1], right=298)
    others = typed.lines("De dijkwachter zorgt voor een droge", "Binnenstad.")
    assert not seams.in_tagged(others[:1], others[1], right=295)


@pytest.mark.parametrize(
    ("rest", "joined"), [("2040 weer", True), ("Zeeland", False), ("2. Zeeland", False)]
)
def test_a_number_goes_on_with_a_sentence_where_it_marks_no_item(
    rest: str, *, joined: bool
) -> None:
    typed = Typed()
    pair = [typed.line("De wachter loopt elke dag zijn ronde langs de dijk en de kade"[:60])]
    pair.append(typed.line(rest, y=112))
    # A word that fits, on a line that is nearly full.
    right = pair[0].x1 + 50

    assert seams_of(typed, pair).in_column(pair[:1], pair[1], None, right, {}).holds is joined

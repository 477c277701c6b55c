"""Text that was laid out by blanks to blocks: columns, rows, labels, paragraphs, pages."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.model import texts
from pipeline.readers import read
from pipeline.readers.layout_text import reader
from pipeline.readers.source import SourceText
from tests.suites import examples
from tests.unit.readers.notation import layout_blocks as blocks
from tests.waiting import lines_run

_PROSE = """\
Werkplek          De touwslager werkt in een lange, koele baan naast de haven en vaak
                  ook op de kade, waar hij trossen keurt en splitst voor de vissers die
                  er binnenlopen. In de winter is er meer werk aan de machines dan aan
                  het touw.
Houding           De touwslager werkt met geduld en let op zijn collega's, want een lijn
                  onder spanning vergeeft niets. Hij luistert naar de haspel en naar wie
                  het vak al langer kent.
"""


def test_labels_and_contents_stand_in_two_columns() -> None:
    source = "Vak        Touwslager\nUitgave    4\nMaker      Baanbond\n"
    assert blocks(source) == "{Vak | p:Touwslager // Uitgave | p:4 // Maker | p:Baanbond}"


def test_lines_that_were_filled_are_joined() -> None:
    found = blocks(_PROSE)
    assert "De touwslager werkt in een lange, koele baan naast de haven en vaak ook op" in found
    assert found.count("//") == 1


def test_a_line_that_left_room_ends_its_paragraph() -> None:
    source = (
        _PROSE + "Bronnen           Haspelboek, 1931\n                  Gesprek met een oude baas\n"
    )
    assert "p:Haspelboek, 1931; p:Gesprek met een oude baas" in blocks(source)


def test_a_label_goes_on_in_lower_case() -> None:
    source = "Gevraagde         Splitsen\nvaardigheden      Knopen\nUitgave           4\n"
    assert blocks(source) == "{Gevraagde vaardigheden | p:Splitsen; p:Knopen // Uitgave | p:4}"


def test_a_word_that_a_narrow_label_column_cut_is_rejoined() -> None:
    source = "Verantwoordelijkhe     Let op de lijn.\nden                    Keurt.\nJaar    4\n"
    assert "{Verantwoordelijkheden | " in blocks(source)


def test_a_numbered_line_between_tables_is_text() -> None:
    source = (
        "Vak        Touwslager\nUitgave    4\n2. Het werk\nPlek       Een baan\nTijd       Dag\n"
    )
    assert "}; p:2. Het werk; {" in blocks(source)


def test_one_blank_parts_a_label_that_fills_its_column() -> None:
    source = "Verantwoordelijk Voor de lijn.\nPlek             De baan\nTijd             Overdag\n"
    assert blocks(f"Vak              Slager\n{source}").startswith(
        "{Vak | p:Slager // Verantwoordelijk | p:Voor de lijn. // "
    )


def test_a_label_that_is_too_long_moves_its_contents() -> None:
    source = (
        "Vak         Touwslager\n"
        "Verdere loopbaan Baas van de baan, of keurder\n"
        "Tijd        Overdag\n"
    )
    assert "// Verdere loopbaan | p:Baas van de baan, of keurder //" in blocks(source)


def test_three_columns_that_lines_share_are_a_table_of_three() -> None:
    source = (
        "Naam                datum           versie\n\n"
        "Touwslager          3 mei 2021      7\n(niveau 2)\n\n"
        "Maker               Baanbond\nPlek                Kade\n"
    )
    assert blocks(source).startswith(
        "{p:Naam | p:datum | p:versie // p:Touwslager; p:(niveau 2) | p:3 mei 2021 | p:7}; {Maker |"
    )


_KNOTS = """\
Plek       Een lange baan
           bij het water
Taken      Splitsen         Legt een oog in de lijn
                            en keurt het.

           Meten en         Meet de slag van elke streng en
           wegen            weegt haar.

           Teren
                            Houdt het vuur laag.
Tijd       Overdag
"""


def test_contents_with_columns_of_their_own_are_rows_of_three_columns() -> None:
    found = blocks(_KNOTS)
    assert found == (
        "{Plek | 1x2>p:Een lange baan bij het water"
        " // Taken | Splitsen | p:Legt een oog in de lijn en keurt het."
        " //  | Meten en wegen | p:Meet de slag van elke streng en weegt haar."
        " //  | Teren | p:Houdt het vuur laag."
        " // Tijd | 1x2>p:Overdag}"
    )


def test_rows_that_stand_far_apart_are_of_one_table_where_their_contents_begin_alike() -> None:
    rows = ("Plek     Een baan", "Tijd     Overdag", "Maker    Baanbond")
    assert blocks("\n\n\n".join(rows)) == (
        "{Plek | p:Een baan // Tijd | p:Overdag // Maker | p:Baanbond}"
    )


def test_a_row_of_several_labels_and_values_may_stand_alone() -> None:
    source = (
        "Vak      Touwslager op een      Uitgave      4\n         lange baan\n\nMaker    Baanbond\n"
    )
    assert blocks(f"Baan\n{source}") == (
        "p:Baan; {p:Vak | p:Touwslager op een lange baan | p:Uitgave | p:4}; {Maker | p:Baanbond}"
    )


def test_a_bracket_that_closes_is_no_marker_of_contents() -> None:
    source = (
        "Vak: Touwslager aan een baan (uitgave 2) bij zee\n\n\nPlek      Een baan\nTijd      Dag\n"
    )
    assert blocks(source).startswith("p:Vak: Touwslager aan een baan (uitgave 2) bij zee; {")


def test_numbers_before_contents_are_no_column_of_names() -> None:
    source = _KNOTS.replace("Splitsen  ", "1.1       ").replace("Meten en  ", "1.2       ")
    assert "1x2>" not in blocks(source)


def test_bullets_and_numbers_open_items() -> None:
    source = (
        "Bronnen     • Handboek touw,\n              tweede druk\n            • Keurboek\n"
        "Stappen     1. drogen\n            2. slaan\n"
    )
    assert blocks(source) == (
        "{Bronnen | p:• Handboek touw, tweede druk; p:• Keurboek // "
        "Stappen | p:1. drogen; p:2. slaan}"
    )


def test_lines_that_are_indented_in_their_cell_are_items_whose_bullets_were_drawn() -> None:
    source = (
        "Kan         Samenwerken\n               Luistert naar de baas\n"
        "               Vraagt door\n            Keuren\n               Ziet elke breuk\n"
        "Jaar        4\n"
    )
    assert "| p:Samenwerken; -Luistert naar de baas; -Vraagt door; p:Keuren; -Ziet" in blocks(
        source
    )


def test_lines_that_are_indented_outside_tables_are_items_as_well() -> None:
    source = f"{_PROSE}\n\n2. Werk\n\nHij let op:\n\n   De haspel\n   Het vuur\n\nLater meer.\n"
    assert blocks(source).endswith("p:Hij let op:; -De haspel; -Het vuur; p:Later meer.")


def test_a_capital_opens_an_item_whose_bullet_was_drawn_where_the_line_before_is_nearly_full() -> (
    None
):
    source = (
        f"{_PROSE}Taken             Hij doet dit:\n"
        "                    Keurt elke dag alle trossen die er op de kade liggen bij\n"
        "                    Splitst de lijnen van de vissers\n"
    )
    assert "; -Keurt elke dag alle trossen die er op de kade liggen bij; -Splitst" in blocks(source)


def test_a_title_opens_an_item_whose_bullet_was_drawn_as_another_did() -> None:
    source = (
        f"{_PROSE}Trends            Wat er speelt:\n"
        "                    Afzet: er is meer vraag naar touw, en de prijs stijgt.\n"
        "                    Verduurzaming: vlas komt terug.\n"
    )
    assert "; -Afzet: er is meer vraag naar touw, en de prijs stijgt.; -Verd" in blocks(source)


def test_a_short_line_that_cannot_end_goes_on_in_lower_case() -> None:
    assert blocks(f"2. Touwslager als\nkeurder\n\n{_PROSE}").startswith(
        "p:2. Touwslager als keurder;"
    )


def test_a_year_in_brackets_belongs_to_the_line_before_it() -> None:
    source = (
        f"{_PROSE}Bronnen           Haspelboek van de Baanbond in Oudewater\n{18 * ' '}(1931)\n"
    )
    assert blocks(source).endswith("p:Haspelboek van de Baanbond in Oudewater (1931)}")


def test_what_runs_on_the_pages_is_furniture() -> None:
    rows = ("Vak    Touwslager", "Plek    Een baan", "Tijd     Overdag")
    pages = [f"Touw van nu\n\n{row}\n\n      blad {n} van 3\n" for n, row in enumerate(rows, 1)]
    found = blocks("\f".join(pages))
    assert found.count("(page furniture: Touw van nu)") == 2
    assert found.count("(page furniture: blad") == 3
    assert found.startswith("(page furniture: blad 1 van 3); p:Touw van nu")


def test_a_row_goes_on_over_a_page_end() -> None:
    source = "Vak     Slager\nPlek    De baan en\f        ook de kade\nTijd    Overdag en soms\n"
    assert "}; ---; { | p:ook de kade // Tijd |" in blocks(source)


def test_heads_that_a_page_prints_again_take_in_no_contents() -> None:
    source = (
        "Een lijn.\nTwee lijnen.\nDrie lijnen.\nVier lijnen.\n\n"
        "Taak         Werkproces\nSlaat        Spant de draden\nKookt        Roert het teer\n"
        "Haalt        Trekt de kar\nStaat        Blijft staan\nWacht        Zit aan de kade\n\f"
        "Taak         Werkproces\n             Draait de haspel\nKeurt        Trekt aan de lijn\n"
    )
    assert "---; {Taak | p:Werkproces //  | p:Draait de haspel // Keurt |" in blocks(source)


def test_blank_lines_that_a_tool_rounded_in_part_nothing() -> None:
    lines = _PROSE.splitlines()
    spread = "\n".join(itertools.chain(lines[:2], [""], lines[2:6], [""], lines[6:]))
    assert blocks(spread) == blocks(_PROSE)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (_PROSE, "layout text"),
        ("Eerste blad\n\fTweede blad\n", "layout text"),
        ("Vak\tTouwslager\nUitgave\t4\n", "tabbed text"),
        ("Een zin over touw.\nNog een zin.\n", "tabbed text"),
    ],
)
def test_the_reader_is_chosen_by_shared_columns_or_pages(source: str, name: str) -> None:
    assert read(source.encode()).reader == name


def test_where_a_full_line_ends_a_sentence_it_is_told_that_the_seam_is_unsure() -> None:
    document = reader.read(SourceText(_PROSE, "utf-8"))
    assert document.reasons.all
    assert all(reason.verdict.name for reason in document.reasons.all)


_SIGNS = st.text(alphabet="ab Z.:•-1\u00a0\u200b  \n\n\f", max_size=300)


@given(_SIGNS)
@examples(fast=60, slow=1000)
def test_no_character_is_lost_or_invented(source: str) -> None:
    document = reader.read(SourceText(source, "utf-8"))
    found = sorted(o for text in texts(document.blocks) for o in text.visible_origins())
    assert len(found) == len(set(found))
    visible = [n for n, char in enumerate(source) if not char.isspace()]
    assert len(found) + sum(document.markup.values()) == len(visible)


def test_twice_the_text_takes_twice_the_work() -> None:
    once = lines_run(lambda: reader.read(SourceText(_PROSE * 40, "utf-8")))
    twice = lines_run(lambda: reader.read(SourceText(_PROSE * 80, "utf-8")))
    assert twice < 2.5 * once


def test_a_line_apart_without_contents_below_opens_no_row() -> None:
    table = "Vak        Touwslager\nUitgave    4\n"
    assert blocks(table + "\nGereedschap van de baan\n• Haspel\n• Lier\n") == (
        "{Vak | p:Touwslager // Uitgave | p:4}; p:Gereedschap van de baan; p:• Haspel; p:• Lier"
    )
    # Contents right below are its own, and a row may stand close to the others.
    assert "Spullen | p:Haspel" in blocks(table + "\nSpullen\n           Haspel\n")
    assert "// Spullen |  // Maker" in blocks(table + "Spullen\nMaker      Baanbond\n")


def test_a_line_that_opens_with_a_title_as_its_paragraph_does_begins_another() -> None:
    source = _PROSE + (
        "Taken             Splitsen: legt een oog in de lijn, klopt het vast en keurt het met\n"
        "                  de baas. Daarna gaat de lijn naar de haven, waar zij op de kade ligt.\n"
        "                  Meten: telt de slagen.\n"
    )
    assert blocks(source).endswith("op de kade ligt.; p:Meten: telt de slagen.}")


def test_few_lines_that_go_on_show_how_wide_a_column_is_at_least() -> None:
    source = (
        "Vak               Touwslager\n"
        "Bronnen           • Haspelboek voor de lange baan en de korte, Haven van\n"
        "                    Enkhuizen, 1931\n"
        "                  • Gesprekken met bazen, Baanbond\n"
        "Loopbaan          De touwslager wordt na een aantal jaren baas van de\n"
        "                  baan.\n"
    )
    found = "p:• Haspelboek voor de lange baan en de korte, Haven van Enkhuizen, 1931; p:• Gesprek"
    assert found in blocks(source)


def test_a_short_label_in_lower_case_beside_contents_opens_a_row_of_its_own() -> None:
    source = "Vak              Touwslager\nUitgave          4\ndatum            1931\n"
    wide = "Baan van dit vak  Noord\n"
    assert "// Uitgave | p:4 // datum | p:1931" in blocks(source + wide)
    # Where contents go on beside it, or the word would not have fitted, it is the rest of one.
    assert "Uitgave datum | " in blocks(source.replace("1931", "en los") + wide)
    assert "Uitgave verschenen | " in blocks(source.replace("datum     ", "verschenen") + wide)


def test_a_full_sentence_is_joined_in_doubt_where_no_blank_lines_part_paragraphs() -> None:
    below = "\n" + 18 * " "
    full = "Wie splitst, let op de lijn en op de haspel, en keurt wat hij maakt."
    early = "Daarna gaat de tros naar de haven, waar men het touw."

    def doubts(parts: str, *lines: str) -> int:
        text = _PROSE + 18 * " " + parts.join(lines)
        reasons = reader.read(SourceText(text, "utf-8")).reasons.all
        return sum("no space between" in reason.verdict.doubt for reason in reasons)

    assert doubts(below, full, early, early, full)
    assert not doubts("\n" + below, full, early, early, full)
    assert not doubts(below)


def test_a_counted_title_above_a_narrow_column_goes_on_in_lower_case() -> None:
    title = "\n\n2. De baas van de\nbaan en de haspel\nin de haven\n\n"
    found = blocks(_PROSE + title + _PROSE)
    assert "}; p:2. De baas van de baan en de haspel in de haven; {" in found
    assert "p:2. De haspel.; p:baan" in blocks(_PROSE + "\n\n2. De haspel.\nbaan\n\n" + _PROSE)


def test_the_title_of_a_table_that_goes_on_is_furniture_where_a_page_repeats_it() -> None:
    table, rest = _PROSE.split("Houding")
    pages = f"De baan van Noord\n\n{table}\fDe baan van Noord\n\nHouding{rest}"
    found = blocks(pages)
    assert "---; (page furniture: De baan van Noord); {Houding | " in found
    assert found.count("p:De baan van Noord") == 1

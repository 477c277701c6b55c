"""What was left out of pages is told, as a warning where it may have been content."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.core.diagnostics import Diagnostic
from tests.unit.readers.pdf.drawing import Draw, drawn, lines, together

BODY = lines("Zij werken in de stal en op het land.", top=250)
SENTENCE = "Zij voeren de paarden en de koeien elke dag"


def told(*pages: Draw) -> list[Diagnostic]:
    """What is told of text that was left out."""
    return [f for f in drawn(*pages).findings if f.code in ("BCP145", "BCP156")]


def unseen(text: str, y: float = 200) -> Draw:
    """Text in a render mode that draws nothing."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, y, text, mode=3)

    return draw


def off(text: str) -> Draw:
    """Text below the page."""
    return lines(text, top=-50)


def white(text: str) -> Draw:
    """White text on the paper."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        canvas.drawString(50, 200, text)
        canvas.setFillGray(0)

    return draw


@pytest.mark.parametrize("hide", [unseen, off, white])
def test_hidden_sentences_are_a_warning_with_words_and_place(hide: object) -> None:
    (found,) = told(together(BODY, hide(SENTENCE)))  # type: ignore[operator]

    assert found.code == "BCP156"
    assert SENTENCE in found.message
    assert found.place is not None and found.place.page == 1 and found.place.box is not None


def test_hidden_marks_are_a_note() -> None:
    assert [f.code for f in told(together(BODY, unseen("versie 2")))] == ["BCP145"]
    assert told(together(BODY, unseen(" "))) == []


def test_a_hidden_line_that_is_on_most_pages_is_a_note() -> None:
    page = together(BODY, unseen(SENTENCE))

    assert [f.code for f in told(page, page)] == ["BCP145", "BCP145"]
    assert [f.code for f in told(page, page, BODY, BODY)] == ["BCP145", "BCP145"]
    assert [f.code for f in told(page, page, BODY, BODY, BODY)] == ["BCP156", "BCP156"]


def test_more_than_a_hidden_line_on_each_page_is_a_warning() -> None:
    def both(more: str) -> list[str]:
        page = together(BODY, unseen("Zij poetsen", 220), unseen(f"{'haver ' * 17}{more}"))
        return [f.code for f in told(page, page)]

    # Ten letters, and eighty-five and five.
    assert both("stro a") == ["BCP145", "BCP145"]
    assert both("stro ab") == ["BCP156", "BCP156"]


def test_a_running_line_of_two_pages_is_none_of_what_is_hidden() -> None:
    page = together(lines("Stichting Paard en Land, profiel van de stalmeester", top=380), BODY)

    assert told(page, page, BODY, BODY, BODY) == []


def test_what_repeats_and_is_content_as_well_is_not_lost() -> None:
    page = together(BODY, unseen(f"{SENTENCE} {SENTENCE} {SENTENCE}"))
    said = lines(SENTENCE, SENTENCE, SENTENCE)

    assert {f.code for f in told(page, page)} == {"BCP156"}
    assert {f.code for f in told(page, page, said)} == {"BCP145"}


def test_hidden_text_that_is_content_elsewhere_is_a_note() -> None:
    assert [f.code for f in told(together(BODY, unseen(SENTENCE)), lines(SENTENCE))] == ["BCP145"]


def test_long_text_is_cut_in_the_message() -> None:
    (found,) = told(together(BODY, unseen(f"{SENTENCE}, {SENTENCE}")))

    assert found.message.startswith("18 words are invisible text, and no content: `Zij voeren")
    assert found.message.endswith("...`")


def test_running_lines_are_silent_and_a_page_of_them_is_not() -> None:
    head = lines("Stichting Paard en Land, profiel 2024", top=380)
    page = together(head, BODY)
    assert told(page, page, page) == []

    crowd = lines(
        *(f"{SENTENCE} bij boer {letter * 9}" for letter in "abcdefghij"), top=395, leading=5
    )
    found = told(*[together(crowd, BODY)] * 3)
    assert [f.code for f in found] == ["BCP156"] * 3
    assert "on each of its pages" in found[0].message


@pytest.mark.parametrize(("letters", "code"), [(30, "BCP145"), (31, "BCP156")])
def test_hidden_text_of_thirty_letters_is_no_sentence(letters: int, code: str) -> None:
    text = " ".join(["koeien"] * 5 + ["x"] * (letters - 30))

    assert [f.code for f in told(together(BODY, unseen(f"{text} 2024!")))] == [code]


@pytest.mark.parametrize(("letters", "codes"), [(500, []), (501, ["BCP156"] * 3)])
def test_so_much_that_runs_on_each_page_is_a_warning(letters: int, codes: list[str]) -> None:
    texts = [f"{'koeien ' * 8}{letter * 2}" for letter in "abcdefghij"]
    texts[-1] += "x" * (letters - 500)
    page = together(lines(*texts, top=395, leading=5), BODY)

    assert [f.code for f in told(*[page] * 3)] == codes


@pytest.mark.parametrize("letters", [60, 61])
def test_sixty_characters_are_shown(letters: int) -> None:
    text = f"{'koeien ' * 8}{'x' * (letters - 56)}"
    (found,) = told(together(BODY, unseen(text)))

    end = "..." if letters > 60 else ""
    assert found.message.endswith(f"`{text[:60]}{end}`")


def test_hidden_text_in_several_pieces_has_the_place_of_the_first() -> None:
    (found,) = told(together(BODY, unseen("versie 3", y=150), unseen("versie 2")))

    assert found.message == "4 words are invisible text, and no content: `versie 3 versie 2`"
    assert found.place is not None and found.place.box is not None
    assert found.place.box[3] == pytest.approx(252.5, abs=1)

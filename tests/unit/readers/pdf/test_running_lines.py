"""Lines that stand at one place on several pages: furniture, or labels by chance."""

from __future__ import annotations

from tests.unit.readers.pdf.drawing import Draw, lines, shown, together
from tests.unit.readers.pdf.drawing import furniture as kinds_and_texts

# The pages are 400 points high; their margins are the outer 68.
TEXT = "De dijkwachter loopt zijn ronde langs de dijk en meldt wat hij ziet."


def furniture(*pages: Draw) -> list[str]:
    """The texts of lines that are no content."""
    return [text for _, text in kinds_and_texts(*pages)]


def page(number: int, *parts: Draw) -> Draw:
    """A page with a header, a page number and some text."""
    header = lines("BCP Dijkwachter", top=385)
    return together(
        header, lines(f"{number} van 4", top=15), lines(f"{TEXT} {number}", top=300), *parts
    )


def test_what_pages_repeat_in_their_margins_is_furniture() -> None:
    found = furniture(page(1), page(2), page(3), page(4))

    assert found.count("BCP Dijkwachter") == 4
    assert found[-1] == "4 van 4"


def test_a_label_above_its_text_at_the_foot_of_two_pages_is_none() -> None:
    label = lines("Hulpmiddelen", top=60)
    first = page(1, label, lines("Een kaart en een lamp.", top=46))
    second = page(2, label, lines("Een sleutel van het gemaal.", top=46))

    assert "Hulpmiddelen" not in furniture(first, second, page(3))
    assert shown(first, second, page(3)).count("Hulpmiddelen") == 2


def test_a_label_at_the_head_of_two_pages_is_none_where_others_begin_there_too() -> None:
    label = lines("Verantwoordelijkheid", top=340)
    others = [page(n, lines(f"Tekst {word}", top=340)) for n, word in ((3, "een"), (4, "zoveel"))]

    assert "Verantwoordelijkheid" not in furniture(page(1, label), page(2, label), *others)


def test_a_number_alone_is_the_page_s_or_a_value() -> None:
    level = page(2, lines("Niveau", top=60), lines("4", top=40))

    assert "4" not in furniture(page(1), level)
    assert "2" in furniture(page(1), together(lines(TEXT, top=300), lines("2", top=40)))

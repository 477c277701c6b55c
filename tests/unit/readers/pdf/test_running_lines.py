"""Lines that stand at one place on several pages: furniture, or labels by chance."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.unit.readers.pdf.drawing import Draw, cells, lines, ruled, shown, together
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


def framed(number: int, *parts: Draw) -> Draw:
    """A page with a header of two ruled cells."""
    header = together(
        ruled([40, 200, 360], [370, 394]),
        lines("BCP Dijkwachter", top=380),
        lines(f"blad {number}", x=210, top=380),
    )
    return together(header, *parts)


def two_rows(word: str, top: float = 340) -> Draw:
    """A ruled table of two rows."""
    return together(
        ruled([40, 200, 360], [top, top - 24, top - 48]),
        lines("Werkomgeving", x=44, top=top - 14),
        lines(f"Langs de {word}", x=204, top=top - 14),
        lines("Attitude", x=44, top=top - 38),
        lines(f"Let op de {word}", x=204, top=top - 38),
    )


def test_a_ruled_header_is_furniture_with_its_lines_on_every_page() -> None:
    pages = [framed(n, two_rows(word)) for n, word in enumerate(("dijk", "sluis", "gracht"), 1)]

    assert furniture(*pages) == [f"BCP Dijkwachter blad {n}" for n in (1, 2, 3)]
    assert len(cells(*pages)) == 6


def test_a_ruled_header_that_touches_the_table_below_it_leaves_that_one_whole() -> None:
    pages = [framed(n, two_rows(word, top=370)) for n, word in ((1, "dijk"), (2, "sluis"))]

    assert cells(*pages)[0] == [["Werkomgeving"], ["Langs de dijk"]]
    assert len(cells(*pages)) == 4


def test_a_head_row_that_a_table_repeats_is_none_with_uprights() -> None:
    def head(word: str) -> Draw:
        return together(
            ruled([40, 200, 360], [390, 366, 342]),
            lines("Competentie", x=44, top=376),
            lines("Gedrag", x=204, top=376),
            lines(f"Toezien {word}", x=44, top=352),
            lines(f"Meldt een {word}", x=204, top=352),
        )

    assert furniture(head("lek"), head("scheur"), head("kwel")) == []


def test_a_head_row_that_a_table_repeats_is_none_without_uprights() -> None:
    def head(word: str) -> Draw:
        def level(canvas: Canvas) -> None:
            for y in (390, 366, 342):
                canvas.line(40, y, 360, y)

        return together(
            level,
            lines("Competentie", x=44, top=376),
            lines("Gedrag", x=204, top=376),
            lines(f"Toezien {word}", x=44, top=352),
            lines(f"Meldt een {word}", x=204, top=352),
        )

    assert furniture(head("lek"), head("scheur"), head("kwel")) == []


def across(size: float) -> Draw:
    """A word over the text of a page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(60, 296, "CONCEPT")
        canvas.setFont("Helvetica", 10)

    return draw


def test_a_large_word_over_the_text_of_all_pages_is_a_watermark() -> None:
    pages = [together(lines(f"{TEXT} {n}", top=300), across(40)) for n in (1, 2)]

    assert kinds_and_texts(*pages) == [("watermark", "CONCEPT")] * 2
    assert shown(*pages) == [f"{TEXT} 1", f"{TEXT} 2"]


def test_a_title_above_the_text_is_none() -> None:
    def title(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 24)
        canvas.drawString(50, 320, "Dijkwachter")
        canvas.setFont("Helvetica", 10)

    pages = [together(title, lines(f"{TEXT} {n}", top=300)) for n in (1, 2)]

    assert kinds_and_texts(*pages) == []


def askew(text: str, size: float) -> Draw:
    """A text at 30 degrees."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(60, 150)
        canvas.rotate(30)
        canvas.setFont("Helvetica", size)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    return draw


def test_a_large_word_askew_is_a_watermark_on_one_page_as_well() -> None:
    assert kinds_and_texts(together(lines(TEXT), askew("CONCEPT", 40))) == [
        ("watermark", "CONCEPT")
    ]


def test_a_small_text_askew_on_one_page_is_content() -> None:
    assert kinds_and_texts(together(lines(TEXT), askew("Niveau 4 is geldig", 10))) == []

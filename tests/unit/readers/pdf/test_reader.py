"""What a PDF shows: lines to paragraphs, rules to tables, and what is not seen."""

from __future__ import annotations

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline.core.errors import DocumentError
from pipeline.document.model import Heading, ListItem
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers import read
from tests.unit.readers.pdf.drawing import (
    Draw,
    cells,
    drawn,
    furniture,
    lines,
    pdf,
    ruled,
    shown,
    together,
)

WIDE = "De medewerker ontvangt de gasten aan de balie en wijst hun de weg"
AFTER = "in het gebouw, ook als het druk is."


def test_a_full_line_is_wrapped_and_a_short_one_ends_its_paragraph() -> None:
    assert shown(lines(WIDE, AFTER, "Daarna volgt een nieuwe alinea.")) == [
        f"{WIDE} {AFTER}",
        "Daarna volgt een nieuwe alinea.",
    ]


def test_space_between_lines_parts_paragraphs() -> None:
    page = together(lines(WIDE), lines(WIDE, top=330), lines(WIDE, AFTER, top=310))

    assert shown(page) == [WIDE, WIDE, f"{WIDE} {AFTER}"]


def test_a_point_of_space_parts_two_names_of_which_the_second_would_not_have_fitted() -> None:
    wrapped = (WIDE, AFTER)
    names = ("Kenniscentrum Horeca en Bakkerij, afdeling onderwijs en werk", "Vakverenigingen")
    page = together(
        lines(*wrapped, leading=12.6), lines(*wrapped, top=300, leading=12.6),
        lines(*names, top=200, leading=13.6),
    )  # fmt: skip

    assert shown(page)[-2:] == list(names)


@pytest.mark.parametrize(
    ("line", "rest", "whole"),
    [
        ("De medewerker ontvangt de gasten aan de balie van het gebouw-", "complex en helpt.",
         "De medewerker ontvangt de gasten aan de balie van het gebouw-complex en helpt."),
        ("De medewerker ontvangt de gasten aan de balie voor binnen-", "en buitenland.",
         "De medewerker ontvangt de gasten aan de balie voor binnen- en buitenland."),
    ],
)  # fmt: skip
def test_a_hyphen_stays_where_the_document_divides_no_words(
    line: str, rest: str, whole: str
) -> None:
    assert shown(lines(WIDE, AFTER), lines(line, rest))[-1] == whole


def test_words_are_rejoined_where_the_document_divides_them() -> None:
    opening = "De medewerker ontvangt de gasten aan de balie en legt hun de vaardig"
    divided = (f"{opening}-", "heden uit.")

    found = shown(*(lines(*divided, top=300 - 40 * n) for n in range(4)))

    assert found == [f"{opening}heden uit."] * 4


def test_rules_part_cells_and_a_row_goes_over_the_page_end() -> None:
    first = together(
        ruled([40, 140, 360], [370, 340, 200]),
        lines("Label", x=45),
        lines("Waarde", x=145),
        lines("Attitude", x=45, top=320),
        lines(WIDE[:36], x=145, top=320),
    )
    second = together(ruled([40, 140, 360], [370, 330]), lines("ook de weg.", x=145))

    assert cells(first, second) == [
        [["Label"], ["Waarde"]],
        [["Attitude"], ["De medewerker ontvangt de gasten aan"]],
        [[], ["ook de weg."]],
    ]


@pytest.mark.parametrize("kind", ["boxes", "dashed", "each", "double", "open"])
def test_however_the_rules_are_drawn(kind: str) -> None:
    def draw(canvas: Canvas) -> None:
        for left, right in ((40, 140), (140, 360)):
            for bottom, top in ((340, 370), (300, 340)):
                _border(canvas, kind, left, bottom, right, top)

    page = together(draw, lines("Een", x=45), lines("Twee", x=145),
                    lines("Drie", x=45, top=320), lines("Vier", x=145, top=320))  # fmt: skip

    assert cells(page) == [[["Een"], ["Twee"]], [["Drie"], ["Vier"]]]


def _border(canvas: Canvas, kind: str, x0: float, y0: float, x1: float, y1: float) -> None:
    if kind == "boxes":
        for x, y, w, h in ((x0, y0, x1 - x0, 0.5), (x0, y1, x1 - x0, 0.5), (x0, y0, 0.5, y1 - y0),
                           (x1, y0, 0.5, y1 - y0)):  # fmt: skip
            canvas.rect(x, y, w, h, stroke=0, fill=1)
    elif kind == "double":
        canvas.rect(x0, y0, x1 - x0, y1 - y0)
        canvas.rect(x0 + 1.5, y0 + 1.5, x1 - x0 - 3, y1 - y0 - 3)
    elif kind == "open":
        # The outer sides are not drawn.
        canvas.line(x0, y0, x1, y0)
        canvas.line(x0, y1, x1, y1)
        canvas.line(140, y0, 140, y1)
    else:
        canvas.setDash(2, 1) if kind == "dashed" else canvas.setDash()
        canvas.rect(x0, y0, x1 - x0, y1 - y0)


def test_a_merged_label_cell_reaches_over_rows() -> None:
    page = together(
        ruled([40, 140, 360], [370, 200]),
        lambda canvas: canvas.line(140, 300, 360, 300),
        lines("Label", x=45), lines("een", x=145), lines("twee", x=145, top=280),
    )  # fmt: skip

    found = drawn(page).blocks[0]

    assert [[c.rowspan for c in row.cells] for row in found.rows] == [[2, 1], [1]]  # type: ignore[union-attr]


def test_labels_and_contents_that_only_stand_apart_are_a_table() -> None:
    labels, values = ("Naam", "Datum", "Versie"), ("Kok", "2 maart 2026", "3")
    page = together(
        *(lines(label, x=50, top=350 - 25 * n) for n, label in enumerate(labels)),
        *(lines(value, x=170, top=350 - 25 * n) for n, value in enumerate(values)),
    )

    assert cells(page) == [[[a], [b]] for a, b in zip(labels, values, strict=True)]


def test_running_lines_and_page_numbers_are_furniture() -> None:
    def page(number: int) -> Draw:
        return together(
            lines(f"Tekst van bladzijde {number} over het werk.", top=250),
            lines(f"Profiel Pagina {number}/3", x=170, top=20),
        )

    found = furniture(*(page(n) for n in (1, 2, 3)))

    assert found == [("page furniture", f"Profiel Pagina {n}/3") for n in (1, 2, 3)]


def test_a_dot_that_is_drawn_marks_an_item() -> None:
    page = together(
        lines("De medewerker:"),
        lines("ontvangt gasten", x=64, top=336),
        lambda canvas: canvas.circle(55, 339, 1.6, stroke=0, fill=1),
    )

    last = drawn(page).blocks[-1]

    assert isinstance(last, ListItem)
    assert last.text.chars == "ontvangt gasten"


def test_larger_type_is_a_heading() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(50, 350, "Algemene informatie")
        canvas.setFont("Helvetica", 10)

    first = drawn(together(draw, lines(WIDE, AFTER, top=320))).blocks[0]

    assert isinstance(first, Heading)
    assert first.level == 1


def _hidden(kind: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(400 + 50 if kind == "text off the page" else 50, 200)
        if kind == "invisible text":
            text.setTextRenderMode(3)
        text.setFont("Helvetica", 0.5 if kind == "text without size" else 10)
        if kind == "white text":
            text.setFillGray(1)
        text.textOut("geheim")
        canvas.drawText(text)
        if kind == "struck-through text":
            canvas.line(48, 203, 86, 203)

    return draw


@pytest.mark.parametrize(
    "kind",
    [
        "invisible text",
        "white text",
        "text without size",
        "text off the page",
        "struck-through text",
    ],
)
def test_what_the_page_does_not_show_is_reported_and_no_content(kind: str) -> None:
    page = together(lines("Zichtbaar."), _hidden(kind))

    assert shown(page) == ["Zichtbaar."]
    assert furniture(page) == [(kind, "geheim")]
    assert [f.code for f in drawn(page).findings] == ["BCP145"]


def test_white_letters_on_a_coloured_ground_are_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 0.5)
        canvas.rect(40, 340, 200, 25, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(50, 350, "Algemeen")

    assert shown(draw) == ["Algemeen"]


def test_bold_that_is_printed_twice_is_read_once() -> None:
    page = together(lines("Competenties"), lines("Competenties", x=50.4))

    assert shown(page) == ["Competenties"]


def test_letters_that_stand_apart_are_one_word() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 350)
        text.setCharSpace(4)
        text.textOut("PROFIEL VOOR HET VAK")
        canvas.drawText(text)

    assert shown(draw) == ["PROFIEL VOOR HET VAK"]


def test_emphasis_is_read_from_the_font_and_from_slant() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-BoldOblique", 10)
        canvas.drawString(50, 350, "Vet en schuin")
        text = canvas.beginText()
        text.setFont("Helvetica", 10)
        text.setTextTransform(1, 0, 0.25, 1, 50, 300)
        text.textOut("Alleen schuin")
        canvas.drawText(text)

    first, second = drawn(draw).blocks

    assert set(first.text.styles) == {BOLD | ITALIC}  # type: ignore[union-attr]
    assert set(second.text.styles) == {ITALIC}  # type: ignore[union-attr]


def test_text_on_its_side_is_read_upright_with_places_on_the_page_as_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(300, 60)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Naam van het beroep")
        canvas.restoreState()

    found = drawn(draw)
    (block,) = found.blocks
    (place,) = found.locator.places(block.text.origins)  # type: ignore[union-attr]

    assert block.text.chars == "Naam van het beroep"  # type: ignore[union-attr]
    assert place.box is not None
    x0, top, x1, bottom = place.box
    assert (290 < x0 < x1 < 305) and bottom - top > 80
    assert bottom == pytest.approx(340, abs=1)


def test_a_file_with_a_password_is_refused() -> None:
    data = pdf(lines("Geheim"), encrypt=StandardEncryption("wachtwoord"))

    with pytest.raises(DocumentError) as refusal:
        read(data)

    assert refusal.value.code == "BCP140"


def test_a_file_that_opens_without_its_owners_password_is_read() -> None:
    data = pdf(lines("Openbaar"), encrypt=StandardEncryption("", "eigenaar"))

    assert [block.text.chars for block in read(data).blocks] == ["Openbaar"]  # type: ignore[union-attr]


def test_scans_and_empty_pages_are_told_apart() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("RGB", (40, 40), "grey"))

    with pytest.raises(DocumentError) as scan:
        read(pdf(lambda canvas: canvas.drawImage(picture, 0, 0, 400, 400)))
    with pytest.raises(DocumentError) as empty:
        read(pdf(lambda canvas: canvas.line(0, 0, 10, 10)))

    assert (scan.value.code, empty.value.code) == ("BCP143", "BCP144")


def test_recognised_text_over_a_scan_is_read_with_a_warning() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("RGB", (40, 40), "white"))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture, 0, 0, 400, 400)
        text = canvas.beginText(50, 350)
        text.setTextRenderMode(3)
        text.textOut("Naam van het beroep")
        canvas.drawText(text)

    found = drawn(draw)

    assert [block.text.chars for block in found.blocks] == ["Naam van het beroep"]  # type: ignore[union-attr]
    assert [f.code for f in found.findings] == ["BCP150"]


def test_scrambled_fonts_are_refused() -> None:
    nonsense = "Ef cgfgx wp gfp xgthgx bqqt hgx yhtm oq gf ipg hip"

    with pytest.raises(DocumentError) as refusal:
        read(pdf(lines(*[nonsense] * 12)))

    assert refusal.value.code == "BCP147"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"%PDF-1.7\n" + b"\x00\xff" * 200])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError) as refusal:
        read(data)

    assert refusal.value.code in ("BCP141", "BCP142")

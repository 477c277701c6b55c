"""The marks of PDFium's bare text: where its letters stand, and where a run ends."""

from __future__ import annotations

import pytest

from pipeline.core.signs import UNKNOWN
from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.marks import INVISIBLE, OFF_PAGE, Glyphs, Page, Run
from pipeline.readers.pdf.second_engine.marks import bare_pages
from tests.hostile.pdfs import page, pdf

COURIER = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s >>"


def bare(
    content: str, box: str = "0 0 400 300", entries: str = "", font: str = "Courier"
) -> tuple[Page, Glyphs]:
    """A page in Courier of ten points, whose letters are six wide."""
    objects = page(
        f"BT /F1 10 Tf {content} ET".encode("cp1252"), f"/MediaBox [{box}]".encode(),
        entries=entries.encode(),
    )  # fmt: skip
    objects[5] = COURIER % font.encode()
    glyphs = Glyphs()
    return bare_pages(pdf(objects), [1], glyphs)[1], glyphs


def texts(content: str) -> list[str]:
    found, glyphs = bare(content)
    return ["".join(glyphs.chars[run.start : run.end]) for run in found.runs]


def only(content: str, **options: str) -> Run:
    (run,) = bare(content, **options)[0].runs
    return run


def placed(run: Run) -> tuple[int, int, int]:
    return round(run.x0), round(run.x1), round(run.baseline)


def test_a_run_stands_where_its_letters_do() -> None:
    run = only("50 200 Td (dijk) Tj")

    assert placed(run) == (50, 74, 100)
    assert (run.size, run.direction, run.hidden, run.style) == (10, 0, "", 0)
    # As our engine has it, three quarters of the size are above the baseline.
    assert (run.top, run.bottom) == pytest.approx((92.5, 102.5))


def test_letters_are_measured_as_they_are_drawn() -> None:
    run = only("2 0 0 2 50 200 Tm (dijk) Tj")

    assert (placed(run), run.size) == ((50, 98, 100), 20)


def test_each_glyph_has_its_place() -> None:
    _, glyphs = bare("50 200 Td (dijk) Tj")

    assert glyphs.chars == list("dijk")
    assert [round(x) for x in glyphs.x0] == [50, 56, 62, 68]
    assert [round(x) for x in glyphs.x1] == [56, 62, 68, 74]


def test_each_piece_that_is_shown_is_a_run() -> None:
    assert texts("50 200 Td (dijk) Tj (wacht) Tj 0 -14 Td (sluis) Tj") == ["dijk", "wacht", "sluis"]
    # Spaces and line ends that PDFium makes of the room between them are left out.
    assert texts("50 200 Td (dijk) Tj 60 0 Td (wacht) Tj") == ["dijk", "wacht"]


@pytest.mark.parametrize(("room", "runs"), [(990, 1), (1010, 2)])
def test_a_run_ends_where_as_much_room_is_left_as_it_is_high(room: int, runs: int) -> None:
    assert len(texts(f"50 200 Td [(dijk) -{room} (wacht)] TJ")) == runs


@pytest.mark.parametrize(("back", "runs"), [(590, 1), (610, 2)])
def test_a_run_ends_where_its_letters_go_back(back: int, runs: int) -> None:
    assert len(texts(f"50 200 Td [(dijk) {back} (wacht)] TJ")) == runs


def test_a_raised_piece_is_a_run_of_its_own() -> None:
    found, _ = bare("50 200 Td (dijk) Tj 3 Ts (2) Tj")

    assert [round(run.baseline) for run in found.runs] == [100, 97]


def test_letters_that_are_written_downwards_are_on_lines_of_their_own() -> None:
    objects = page(b"BT /F1 10 Tf 50 200 Td <004400450046> Tj ET", b"/MediaBox [0 0 400 300]")
    objects[5] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Courier /Encoding /Identity-V "
        b"/DescendantFonts [6 0 R] >>"
    )
    objects[6] = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Courier /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>"
    )
    objects[7] = b"<< /Type /FontDescriptor /FontName /Courier /Flags 4 >>"
    (found,) = bare_pages(pdf(objects), [1], Glyphs()).values()

    assert len(found.runs) == 3
    first, second, third = (round(run.baseline) for run in found.runs)
    assert second - first == third - second == 10


@pytest.mark.parametrize(
    ("font", "style"),
    [("Courier", 0), ("Courier-Bold", BOLD), ("Courier-Oblique", ITALIC),
     (f"{'Dijk' * 25}-Bold", BOLD)],
)  # fmt: skip
def test_the_name_of_the_font_tells_the_style(font: str, style: int) -> None:
    assert only("50 200 Td (dijk) Tj", font=font).style == style


@pytest.mark.parametrize("mode", [3, 7])
def test_letters_that_are_not_painted_are_unseen(mode: int) -> None:
    assert only(f"50 200 Td {mode} Tr (dijk) Tj").hidden == INVISIBLE


@pytest.mark.parametrize(
    ("x", "y", "hidden"),
    [(50, 50, ""), (350, 250, ""), (15, 50, OFF_PAGE), (385, 50, OFF_PAGE), (50, 8, OFF_PAGE),
     (50, 292, OFF_PAGE)],
)  # fmt: skip
def test_what_is_outside_the_crop_box_is_off_the_page(x: int, y: int, hidden: str) -> None:
    crop = "/CropBox [20 10 380 290]"

    assert only(f"{x} {y} Td (d) Tj", entries=crop).hidden == hidden


def test_places_are_counted_from_the_corner_of_the_paper() -> None:
    found, _ = bare("150 250 Td (dijk) Tj", box="100 50 500 350")

    assert (found.width, found.height) == (400, 300)
    assert placed(found.runs[0]) == (50, 74, 100)


@pytest.mark.parametrize(
    ("turn", "size", "direction", "place"),
    [
        (0, (400, 300), 0, (50, 74, 100)),
        (90, (300, 400), 1, (50, 74, 100)),
        (180, (400, 300), 2, (50, 74, 100)),
        (270, (300, 400), 3, (50, 74, 100)),
    ],
)
def test_a_turned_page_is_as_large_as_it_is_shown(
    turn: int, size: tuple[int, int], direction: int, place: tuple[int, int, int]
) -> None:
    found, _ = bare("50 200 Td (dijk) Tj", entries=f"/Rotate {turn}")
    (run,) = found.runs

    assert (found.width, found.height) == size
    assert (run.direction, placed(run)) == (direction, place)


@pytest.mark.parametrize(("matrix", "direction"), [("0 1 -1 0", 3), ("0 -1 1 0", 1)])
def test_text_that_goes_up_or_down_has_its_direction(matrix: str, direction: int) -> None:
    assert only(f"{matrix} 200 150 Tm (dijk) Tj").direction == direction


def test_codes_without_a_meaning_are_unknown_and_blanks_are_kept() -> None:
    assert texts("50 200 Td (d\u00a0k) Tj") == ["d\u00a0k"]
    assert texts("50 200 Td (d k) Tj") == ["d k"]
    assert texts(r"50 200 Td (d\001k) Tj") == [f"d{UNKNOWN}k"]


def test_pages_are_numbered_as_they_were_asked_for() -> None:
    objects = page()
    objects[6] = objects[3]
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"

    assert list(bare_pages(pdf(objects), [2], Glyphs())) == [2]


def test_a_page_that_pdfium_cannot_load_is_left_out() -> None:
    objects = page()
    objects[2] = b"<< /Type /Pages /Kids [9 0 R 3 0 R] /Count 2 >>"

    assert list(bare_pages(pdf(objects), [1, 2], Glyphs())) == [2]
    assert bare_pages(b"De dijk", [1], Glyphs()) == {}

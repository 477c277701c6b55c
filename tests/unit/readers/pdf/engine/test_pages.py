"""The page as it is shown: its size, its turns, its boxes, and what of it is damaged."""

from __future__ import annotations

from contextvars import copy_context

import pytest

from pipeline.core import heartbeat
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import OFF_PAGE
from tests.hostile.pdfs import page
from tests.unit.readers.pdf.engine.object_streams import with_stream_of_objects
from tests.unit.readers.pdf.engine.sheets import Sheet, hidden

# The corner of the paper at which the text begins, and how it is turned to read upright.
UPRIGHT = {
    0: "1 0 0 1 {x} {y}",
    90: "0 1 -1 0 {x} {y}",
    180: "-1 0 0 -1 {x} {y}",
    270: "0 -1 1 0 {x} {y}",
}


def placed(turn: int, width: float, height: float, origin: tuple[float, float]) -> str:
    """The matrix of a text that is shown 30 points from the left and 50 from the top."""
    x, y = {
        0: (30.0, height - 50),
        90: (50.0, 30.0),
        180: (width - 30, 50.0),
        270: (width - 50, height - 30),
    }[turn]
    return UPRIGHT[turn].format(x=x + origin[0], y=y + origin[1])


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(("width", "height"), [(400, 600), (600, 400)])
@pytest.mark.parametrize("origin", [(0, 0), (-100, 70)])
def test_a_page_is_as_large_as_it_is_shown_and_its_text_is_where_it_is_seen(
    turn: int, width: float, height: float, origin: tuple[float, float]
) -> None:
    x, y = origin
    page = Sheet(
        f"BT /F 10 Tf {placed(turn, width, height, origin)} Tm (Naam) Tj ET",
        box=f"{x} {y} {x + width} {y + height}",
        entries=f"/Rotate {turn}",
    ).page()

    (run,) = page.runs
    assert (page.width, page.height) == ((height, width) if turn % 180 else (width, height))
    assert (run.direction, run.hidden) == (0, "")
    assert [run.x0, run.baseline] == pytest.approx([30, 50])


@pytest.mark.parametrize(("written", "turns"), [(-90, 3), (450, 1), (45, 0), (360, 0)])
def test_turns_are_whole_quarters(written: int, turns: int) -> None:
    page = Sheet("BT /F 10 Tf 5 5 Td (a) Tj ET", entries=f"/Rotate {written}").page()

    assert page.runs[0].direction == turns


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_text_outside_what_is_shown_of_a_turned_page_is_off_the_page(turn: int) -> None:
    sheet = Sheet(
        "BT /F 10 Tf 60 60 Td (in) Tj 200 200 Td (uit) Tj ET",
        entries=f"/CropBox [50 50 150 150] /Rotate {turn}",
    )

    assert hidden(sheet) == {"in": "", "uit": OFF_PAGE}


def test_text_that_is_shown_in_part_is_on_the_page() -> None:
    sheet = Sheet("BT /F 10 Tf -5 60 Td (deels) Tj 0 338 Td (boven) Tj -100 0 Td (links) Tj ET")

    assert hidden(sheet) == {"deels": "", "boven": "", "links": OFF_PAGE}


def test_a_page_without_a_size_is_taken_to_be_of_some_size() -> None:
    assert Sheet("", box="0 0 300").page().size_is_assumed
    assert not Sheet("").page().size_is_assumed


def test_a_page_without_content_is_told_and_one_with_empty_content_is_not() -> None:
    assert Sheet([]).marks().complaint == "page 1 has no content"
    assert Sheet("").marks().complaints == 0


def test_what_stands_before_a_stream_that_cannot_be_read_is_kept() -> None:
    data = Sheet(["BT /F 10 Tf (a) Tj ET", "BT /F 10 Tf (b) Tj ET"]).data()
    broken = data.replace(b"<< /Length 21  >>", b"<< /Length 21 /Filter /Unknown >>")
    # Only the second is broken.
    start = broken.index(b"/Filter /Unknown")
    broken = broken[:start] + b"                " + broken[start + 16 :]

    (page,) = read_marks(broken).pages
    assert ("Unknown" in page.fault, len(page.runs)) == (True, 1)


def test_a_page_that_cannot_be_read_at_all_is_told_and_the_others_are_read() -> None:
    objects = page(b"BT /F1 10 Tf 5 300 Td (a) Tj ET")
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    objects[6] = objects[3]
    objects[3] = objects[3].replace(b"/Contents 4 0 R", b"/Contents [20 0 R]")
    marks = read_marks(with_stream_of_objects(objects, {20: b"<< >>"}, b"/Filter /Unknown"))

    broken, sound = marks.pages
    assert (broken.number, broken.runs, "Unknown" in broken.fault) == (1, (), True)
    # A page of A4 is made up for it.
    assert (broken.width, broken.height) == (595, 842)
    assert (sound.number, len(sound.runs), sound.fault) == (2, 1, "")


def test_each_page_is_a_sign_of_life() -> None:
    beats: list[int] = []

    def listening() -> None:
        heartbeat.listen(lambda: beats.append(1))
        read_marks(Sheet("").data())

    copy_context().run(listening)
    assert beats == [1]


def test_a_list_of_pages_that_counts_too_many_is_told() -> None:
    data = Sheet("").data().replace(b"/Count 1", b"/Count 3")
    assert read_marks(data).complaint == "its list of pages counts 3, and has 1"

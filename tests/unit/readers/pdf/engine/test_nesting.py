"""Marked content, forms and pictures: how deep, where, and whose."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine.nesting import matrix_of
from pipeline.readers.pdf.marks import CLIPPED, COVERED, INVISIBLE
from tests.unit.readers.pdf.engine.sheets import Sheet, hidden, streamed, texts

TEXT = "BT /F 10 Tf 50 300 Td (a) Tj ET"
COVER = "q 400 0 0 400 0 0 cm {} Q"


def form(content: str, entries: str = "/BBox [0 0 400 400]") -> bytes:
    return streamed(content, f"/Type /XObject /Subtype /Form {entries}")


def test_a_form_that_draws_itself_is_drawn_twelve_deep() -> None:
    sheet = Sheet("/X Do", resources="/XObject << /X 20 0 R >>", others=[form(f"{TEXT} /X Do")])

    assert len(texts(sheet)) == 12


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"Matrix": [1, 2, 3, 4, 5, 6]}, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), ({}, None),
        ({"Matrix": [1, 2, 3, 4, 5]}, None), ({"Matrix": [1, 2, 3, 4, 5, "6"]}, None),
    ],
)  # fmt: skip
def test_a_matrix_has_six_numbers(
    entries: dict[str, object], expected: tuple[float, ...] | None
) -> None:
    assert matrix_of(entries) == expected


def test_a_form_without_a_box_shows_all_and_one_beside_the_clip_nothing() -> None:
    def why(entries: str, clip: str = "") -> str:
        content = f"{clip} /X Do"
        return hidden(
            Sheet(content, resources="/XObject << /X 20 0 R >>", others=[form(TEXT, entries)])
        )["a"]

    assert why("") == why("/BBox [0 0 400 400]") == ""
    assert why("/BBox [0 0 9 9]") == CLIPPED
    assert why("/BBox [0 0 9 9]", "20 20 9 9 re W n") == CLIPPED


def test_what_a_form_sets_ends_with_it() -> None:
    inner = form("/G 30 Tf 99 0 0 99 0 0 cm BT 7 7 Td ET q q")
    sheet = Sheet(
        "BT /F 10 Tf 50 300 Td /X Do (a) Tj ET",
        resources="/XObject << /X 20 0 R >>",
        others=[inner],
    )
    (run,) = sheet.page().runs

    assert (run.x0, run.baseline, run.size) == (50.0, 100.0, 10.0)


def test_a_form_has_the_resources_of_the_page_where_it_has_none() -> None:
    own = "/BBox [0 0 400 400] /Resources << /Font << >> >>"
    for entries in ("/BBox [0 0 400 400]", own):
        sheet = Sheet("/X Do", resources="/XObject << /X 20 0 R >>", others=[form(TEXT, entries)])
        assert texts(sheet) == ["a"]


IMAGE = "/Type /XObject /Subtype /Image /Width 1 /Height 1"


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ("", INVISIBLE), ("/SMask 21 0 R", ""), ("/Mask [0 0]", ""), ("/ImageMask true", ""),
        ("/SMaskInData 1", ""), ("/ImageMask false", INVISIBLE), ("/SMaskInData 0", INVISIBLE),
    ],
)  # fmt: skip
def test_a_picture_covers_what_it_lets_nothing_through_of(entries: str, why: str) -> None:
    sheet = Sheet(
        f"{TEXT} {COVER.format('/X Do')}",
        resources="/XObject << /X 20 0 R >>",
        others=[streamed("x", f"{IMAGE} {entries}"), streamed("x", IMAGE)],
    )

    assert hidden(sheet)["a"] == why
    assert sheet.page().has_images


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ("/W 1 /H 1", INVISIBLE), ("/W 1 /IM true", ""), ("/ImageMask true", ""),
        ("/IM false", INVISIBLE), ("/W true", INVISIBLE),
    ],
)  # fmt: skip
def test_a_picture_in_the_stream_covers_but_for_a_stencil(entries: str, why: str) -> None:
    sheet = Sheet(f"{TEXT} {COVER.format(f'BI {entries} ID x EI')}")

    assert hidden(sheet)["a"] == why


@pytest.mark.parametrize("state", ["/ca .5", "/BM /Multiply", "/SMask << >>"])
def test_a_picture_that_lets_something_through_covers_nothing(state: str) -> None:
    sheet = Sheet(
        f"{TEXT} /S gs {COVER.format('/X Do')}",
        resources=f"/XObject << /X 20 0 R >> /ExtGState << /S << {state} >> >>",
        others=[streamed("x", IMAGE)],
    )

    assert hidden(sheet) == {"a": ""}


def test_what_is_no_stream_or_of_no_kind_is_passed_over() -> None:
    sheet = Sheet(
        f"/X Do /Y Do /Z Do {TEXT}",
        resources="/XObject << /X 20 0 R /Y 21 0 R >>",
        others=["<< /Subtype /Form >>", streamed(TEXT, "/Subtype /PS")],
    )

    assert texts(sheet) == ["a"]
    assert sheet.marks().complaints == 0


def test_an_end_without_a_beginning_ends_nothing() -> None:
    assert hidden(Sheet(f"EMC EMC 0 0 9 9 re f {TEXT} EMC")) == {"a": ""}


def test_a_covered_text_is_so_by_paint() -> None:
    assert hidden(Sheet(f"{TEXT} 40 290 100 30 re f"))["a"] == COVERED


def test_a_form_in_a_form_without_parents_is_part_of_what_it_is_drawn_in() -> None:
    sheet = Sheet(
        "/P <</MCID 4>> BDC /X Do EMC",
        resources="/XObject << /X 20 0 R >>",
        others=[form(f"/P <</MCID 9>> BDC {TEXT} EMC")],
    )

    assert [run.tag for run in sheet.page().runs] == [4]


def test_a_picture_is_as_large_as_its_matrix_makes_the_unit_square() -> None:
    sheet = Sheet(
        "q 6 0 0 4 50 50 cm /X Do Q q 4 0 0 6 80 50 cm BI /W 1 /H 1 ID x EI Q",
        resources="/XObject << /X 20 0 R >>",
        others=[streamed("x", IMAGE)],
    )

    assert sheet.page().dots == ((50, 346, 56, 350), (80, 344, 84, 350))


def test_a_form_in_a_form_that_cannot_be_read_is_a_fault_of_the_page() -> None:
    inner = form(TEXT, "/BBox [0 0 400 400] /Filter /Unknown")
    sheet = Sheet(
        f"/X Do {TEXT}",
        resources="/XObject << /X 20 0 R /Y 21 0 R >>",
        others=[form(f"/Y Do {TEXT}"), inner],
    )

    assert "Unknown" in sheet.page().fault
    assert texts(sheet) == ["a", "a"]

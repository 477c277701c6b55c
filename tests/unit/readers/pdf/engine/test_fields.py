"""What form fields show, above the page: where it stands, and what is no value or not seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import LIKE_ITS_GROUND, SWITCHED_OFF, Marks, Tagged
from tests.hostile.pdfs import page
from tests.unit.readers.pdf.engine.object_streams import with_stream_of_objects
from tests.unit.readers.pdf.engine.sheets import HELVETICA, Sheet, hidden, streamed, text_of

WIDGET = "/Type /Annot /Subtype /Widget /Rect [100 200 180 220] /AP << /N 21 0 R >>"
SHOWN = "/Tx BMC 1 g 0 0 80 20 re f 0 0 80 20 re S BT /F 10 Tf 0 g 2 5 Td (vijf) Tj ET EMC"
LOOK = f"/Subtype /Form /BBox [0 0 80 20] /Resources << /Font << /F {HELVETICA} >> >>"


def sheet(entries: str = "/FT /Tx", widget: str = WIDGET, shown: str = SHOWN, look: str = LOOK,
          content: str = "BT /F 10 Tf 5 300 Td (a) Tj ET", catalog: str = "") -> Sheet:  # fmt: skip
    return Sheet(
        content, others=[f"<< {widget} {entries} >>", streamed(shown, look), "<< /FT /Tx >>",
                         "<< /Parent 22 0 R >>", "<< /Type /OCG >>",
                         "<< /Type /StructTreeRoot /K << /S /Form /K "
                         "<< /Type /OBJR /Pg 3 0 R /Obj 20 0 R >> >> >>"],
        entries="/Annots [20 0 R]", catalog=catalog,
    )  # fmt: skip


def fields(marks: Marks) -> list[str]:
    """The texts of fields."""
    return [text_of(run, marks.glyphs) for run in marks.pages[0].runs if run.field]


def test_a_field_stands_in_its_room_and_its_frame_is_none_of_the_page() -> None:
    page = sheet().page()
    plain, field = page.runs

    assert not plain.field
    assert (field.field, field.x0, field.baseline, field.size) == (True, 102.0, 195.0, 10.0)
    assert (page.rules, page.shades, page.white_rules) == ((), (), ())


@pytest.mark.parametrize(
    ("look", "x", "baseline", "size"),
    [
        (LOOK.replace("80 20", "40 10"), 104.0, 190.0, 20.0),
        (LOOK.replace("[0 0 80", "[-10 0 70"), 112.0, 195.0, 10.0),
        (f"{LOOK} /Matrix [2 0 0 2 0 0]", 102.0, 195.0, 10.0),
        (f"{LOOK} /Matrix [1 0 0 1 30 40]", 102.0, 195.0, 10.0),
        (LOOK.replace("80 20", "0 0"), 102.0, 195.0, 10.0),
        (LOOK.replace("[0 0 80", "[30 0 70"), 44.0, 195.0, 10.0),
        (LOOK.replace("[0 0 80 20", "[0 50 40 70"), 104.0, 245.0, 10.0),
    ],
)
def test_what_a_field_shows_is_fitted_to_its_room(
    look: str, x: float, baseline: float, size: float
) -> None:
    field = sheet(look=look).page().runs[-1]

    assert (field.x0, field.baseline, field.size) == pytest.approx((x, baseline, size))


def test_a_room_may_be_given_by_any_two_corners() -> None:
    turned = sheet(widget=WIDGET.replace("100 200 180 220", "180 220 100 200"))

    assert turned.page() == sheet().page()


@pytest.mark.parametrize(
    ("entries", "seen"),
    [
        ("/FT /Tx", True), ("/FT /Ch", True), ("/Parent 22 0 R", True), ("/Parent 23 0 R", True),
        ("/FT /Btn", False), ("/FT /Sig", False), ("", False), ("/FT /Tx /F 4", True),
        ("/FT /Tx /F 2", False), ("/FT /Tx /F 36", False), ("/FT /Btn /Parent 22 0 R", False),
        ("/FT /Tx /F 1", True), ("/FT /Tx /F 32", False),
        ("/Parent 20 0 R", False),
    ],
)  # fmt: skip
def test_values_are_read_where_they_are_seen(entries: str, seen: bool) -> None:
    assert fields(sheet(entries).marks()) == ["vijf"] * seen


@pytest.mark.parametrize(
    "widget",
    [
        WIDGET.replace("Widget", "FreeText"), WIDGET.replace("/AP", "/Ap"),
        WIDGET.replace("/N 21 0 R", "/N << /Off 21 0 R >>"), WIDGET.replace("180 220", ""),
    ],
)  # fmt: skip
def test_what_is_no_field_or_shows_nothing_is_left_out(widget: str) -> None:
    marks = sheet(widget=widget).marks()

    assert (fields(marks), marks.complaints) == ([], 0)


def test_a_field_that_cannot_be_read_is_told_and_costs_nothing_else() -> None:
    marks = sheet(look=f"{LOOK} /Filter /Unknown").marks()

    assert [text_of(run, marks.glyphs) for run in marks.pages[0].runs] == ["a"]
    assert marks.complaint.startswith("a form field cannot be read: ")


def test_a_field_on_a_layer_that_is_off_is_not_seen() -> None:
    off = "/OCProperties << /OCGs [24 0 R] /D << /OFF [24 0 R] >> >>"

    assert hidden(sheet("/FT /Tx /OC 24 0 R", catalog=off)) == {"a": "", "vijf": SWITCHED_OFF}
    assert hidden(sheet("/FT /Tx", catalog=off)) == {"a": "", "vijf": ""}


def test_the_ground_of_a_field_hides_letters_in_its_colour() -> None:
    shown = "1 0 0 rg 0 0 80 20 re f BT /F 10 Tf 2 5 Td (vijf) Tj ET"

    assert hidden(sheet(shown=shown))["vijf"] == LIKE_ITS_GROUND


def test_the_tag_tree_names_a_field_by_its_object() -> None:
    marks = sheet(catalog="/StructTreeRoot 25 0 R").marks()

    tag = marks.pages[0].runs[-1].tag
    assert marks.tags == Tagged("Document", (Tagged("Form", ((1, tag),)),))
    assert tag != marks.pages[0].runs[0].tag == -1


@pytest.mark.parametrize(("parents", "kind"), [(7, "vijf"), (8, "")])
def test_the_kind_of_a_field_is_that_of_seven_parents_at_most(parents: int, kind: str) -> None:
    numbers = range(22, 22 + parents)
    lineage = [f"<< /Parent {number} 0 R >>" for number in numbers[1:]]
    made = sheet("/Parent 22 0 R")
    others = [*made.others[:2], *lineage, "<< /FT /Tx >>"]

    assert fields(replace(made, others=others).marks()) == [kind] * bool(kind)


def test_a_field_that_is_no_object_of_its_own_has_no_tag() -> None:
    made = sheet()
    page = replace(made, entries=f"/Annots [<< {WIDGET} /FT /Tx >>]").page()

    assert [(run.field, run.tag) for run in page.runs] == [(False, -1), (True, -1)]


def test_what_stands_above_a_page_is_told_where_it_cannot_be_read() -> None:
    objects = page(entries=b"/Annots 20 0 R")
    marks = read_marks(with_stream_of_objects(objects, {20: b"[]"}, b"/Filter /Unknown"))

    assert (len(marks.pages[0].runs), marks.complaints) == (1, 1)
    assert marks.complaint.startswith("its form fields cannot be read: ")


def test_a_page_whose_annotations_are_no_list_has_none() -> None:
    assert Sheet("BT /F 10 Tf (a) Tj ET", entries="/Annots 5").marks().complaints == 0

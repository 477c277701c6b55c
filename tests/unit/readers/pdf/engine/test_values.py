"""What the file has, whatever it should be."""

from __future__ import annotations

import pytest
from playa.pdftypes import PSLiteral
from reportlab.lib.pdfencrypt import StandardEncryption

from pipeline.core.errors import DocumentError
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.engine.source import (
    Complaints,
    content_of,
    dictionary,
    items,
    name,
    numbers,
    object_at,
    opened,
    pages_of,
    reference,
    resolved,
    said,
    stream,
)
from tests.unit.readers.pdf.drawing import lines
from tests.unit.readers.pdf.drawing import pdf as drawn_pdf
from tests.unit.readers.pdf.engine.sheets import Sheet, streamed

SHEET = Sheet(
    "BT ET",
    others=["[1 2.5 null]", streamed("inhoud", "/K /V"), "/Naam", "<< /A 20 0 R >>"],
    entries="/Others [20 0 R 21 0 R 22 0 R 23 0 R]",
)


@pytest.fixture(scope="module")
def others() -> list[object]:
    """References to the objects of the sheet."""
    document = opened(SHEET.data())
    (sheet,) = pages_of(document, Complaints())
    found = sheet.source.attrs["Others"]
    # References hold their document by a weak thread.
    return [document, *found]


def test_values_are_what_they_refer_to(others: list[object]) -> None:
    _, array, stream_, name_, entries = others

    assert (resolved(array), resolved(5)) == ([1, 2.5, None], 5)
    assert (items(array), items(5), items(None)) == ([1, 2.5, None], [5], [])
    assert dictionary(stream_)["K"] == PSLiteral("V")
    assert (items(dictionary(entries)["A"]), dictionary(array)) == ([1, 2.5, None], {})
    assert (name(name_), name(array), name(None)) == ("Naam", "", "")
    assert (reference(array), reference(5)) == (20, None)


def test_streams_are_told_from_dictionaries(others: list[object]) -> None:
    _, array, stream_, _, entries = others

    assert content_of(stream(stream_)) == b"inhoud"
    assert stream(array) is stream(entries) is stream(None) is None


@pytest.mark.parametrize(
    ("value", "count", "expected"),
    [
        ([1, 2.5], 2, (1.0, 2.5)), ([1, 2.5], 3, None), ([1, b"2"], 2, None), ([], 0, ()),
        (5, 1, (5.0,)), (None, 1, None),
    ],
)  # fmt: skip
def test_numbers_are_as_many_as_asked_for(
    value: object, count: int, expected: tuple[float, ...] | None
) -> None:
    assert numbers(value, count) == expected


def test_an_object_in_a_stream_is_found_with_its_end() -> None:
    assert object_at(b"  [1 [2]] Tj", 2) == ([1, [2]], 9)
    assert object_at(b"   ", 0) == (None, 1)
    assert object_at(b"", 0) == (None, 1)


def test_an_exception_is_told_by_what_it_says_or_by_its_kind() -> None:
    assert (said(ValueError("zo")), said(EOFError())) == ("zo", "EOFError")


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 450, -90])
@pytest.mark.parametrize("box", ["0 0 300 200", "300 200 0 0", "10 20 310 220"])
def test_a_page_is_turned_with_all_that_is_on_it(turn: int, box: str) -> None:
    (sheet,) = pages_of(opened(Sheet("", box=box, entries=f"/Rotate {turn}").data()), Complaints())

    assert sheet.turns() == turn // 90 % 4
    assert sheet.size() == ((200.0, 300.0) if turn // 90 % 2 else (300.0, 200.0))
    assert sheet.has_size()
    assert sheet.number_of_object == 3


def test_complaints_of_fonts_are_made_up_for_and_others_count() -> None:
    import logging

    with Complaints() as complaints:
        logging.getLogger("playa.font").warning("van een lettertype")
        logging.getLogger("playa.cmapdb").warning("van een kaart")
        logging.getLogger("playa.document").warning("van een %s", "object")
        logging.getLogger("playa.document").warning("nog een")
        logging.getLogger("playa.document").info("niets")
    logging.getLogger("playa.document").warning("te laat")

    assert (complaints.first, complaints.count) == ("van een object", 2)


def test_a_list_of_pages_that_cannot_be_read_or_is_empty_is_refused() -> None:
    data = Sheet("").data()
    with pytest.raises(DocumentError) as empty:
        read_marks(data.replace(b"/Kids [3 0 R]", b"/Kids [     ]"))

    assert empty.value.code == "BCP142"
    assert read_marks(data.replace(b"/Count 1", b"/Count 9")).complaints == 1
    assert read_marks(data.replace(b"/Count 1", b"/Count 0")).complaints == 0
    assert read_marks(data.replace(b"/Count 1", b"/Count/A")).complaints == 0


def test_a_file_that_opens_with_a_password_only_is_told_from_a_damaged_one() -> None:
    closed = drawn_pdf(lines("Geheim"), encrypt=StandardEncryption("wachtwoord"))
    for data, code in ((closed, "BCP140"), (b"%PDF-1.7\ngeen", "BCP141")):
        with pytest.raises(DocumentError) as refused:
            opened(data)
        assert refused.value.code == code


def test_a_sheet_has_what_its_page_names() -> None:
    made = Sheet("BT ET", box="0 0 300 200", entries="/Annots [5] /CropBox [10 20 110 120]")
    document = opened(made.data())
    (sheet,) = pages_of(document, Complaints())

    assert sheet.annotations == [5]
    assert sheet.crop() == (10, 20, 110, 120)
    assert list(sheet.contents()) == [b"BT ET"]
    assert sheet.has_contents()
    assert set(sheet.resources) == {"Font"}

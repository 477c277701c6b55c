"""Objects by their numbers: those that stand by themselves are read here, the others by playa."""

from __future__ import annotations

from typing import Any

import pytest
from playa.document import Document
from playa.pdftypes import ObjRef, PSLiteral
from playa.worker import _ref_document
from reportlab.lib.pdfencrypt import StandardEncryption

from pipeline.readers.pdf.engine.objects import Objects
from pipeline.readers.pdf.engine.source import opened, resolved
from tests.hostile.pdfs import page, pdf
from tests.unit.readers.pdf.drawing import lines
from tests.unit.readers.pdf.drawing import pdf as drawn_pdf
from tests.unit.readers.pdf.engine.object_streams import with_stream_of_objects

A, B, P = PSLiteral("A"), PSLiteral("B"), PSLiteral("P")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the objects that playa was asked for."""
    numbers: list[int] = []
    found = Document.__getitem__

    def noted(document: Document, number: int) -> Any:
        numbers.append(number)
        return found(document, number)

    monkeypatch.setattr(Document, "__getitem__", noted)
    return numbers


def objects_of(data: bytes, asked: list[int]) -> Objects:
    """The objects of a file; what playa was asked for as it was opened does not count."""
    objects = Objects(opened(data))
    asked.clear()
    return objects


def file(*bodies: str) -> bytes:
    """A file of one page whose objects from 20 on are these."""
    others = {number: body.encode("latin-1") for number, body in enumerate(bodies, 20)}
    return pdf({**page(), **others})


def to(objects: Objects, number: int) -> ObjRef:
    """A reference to an object."""
    return ObjRef(_ref_document(objects.document), number)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("<< /S /P >>", {"S": P}), ("<</S/P>>", {"S": P}), ("<< /#53 /#50 >>", {"S": P}),
        ("<< /A 7 /B -1.5 >>", {"A": 7, "B": -1.5}), ("[1 +2 .5]", [1, 2, 0.5]), ("7", 7),
        ("<< /A (een \\(twee\\)) >>", {"A": b"een (twee)"}), ("<4A4b>", b"JK"), ("/A", A),
        ("[/A [/B [] 1] << /A /B >> (x)]", [A, [B, [], 1], {"A": B}, b"x"]),
        ("<< /A << /B [<< >>] >> /B 2 >>", {"A": {"B": [{}]}, "B": 2}), ("<< >>", {}), ("[]", []),
        ("<< /A /A /B /B /C /C >>", {"A": A, "B": B, "C": PSLiteral("C")}),
    ],
)  # fmt: skip
def test_an_object_that_stands_by_itself_is_read_without_playa(
    body: str, value: object, asked: list[int]
) -> None:
    objects = objects_of(file(body), asked)

    assert objects.resolved(to(objects, 20)) == value
    assert asked == []
    assert resolved(to(objects, 20)) == value


def test_references_in_an_object_stay_what_they_are(asked: list[int]) -> None:
    objects = objects_of(file("<< /K 21 0 R /A [22 0 R 3] >>", "5"), asked)
    found = objects.resolved(to(objects, 20))

    assert (found["K"].objid, found["A"][0].objid, found["A"][1]) == (21, 22, 3)
    assert (objects.resolved(found["K"]), objects.resolved(found["A"][0])) == (5, None)


def test_what_nobody_asks_of_an_element_is_left_out(asked: list[int]) -> None:
    element = "<< /Type /StructElem /S /P /P 19 0 R /Lang (nl-NL) /K 4 >>"
    objects = objects_of(file(element, element.replace("StructElem", "OBJR")), asked)

    assert objects.resolved(to(objects, 20)) == {"S": P, "K": 4}
    assert "Type" in objects.resolved(to(objects, 21))
    assert asked == []


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("<< /A true >>", {"A": True}), ("<< /A 1 % een\n >>", {"A": 1}), ("null", None),
        ("<< /A (een (twee) drie (vier (vijf))) >>", {"A": b"een (twee) drie (vier (vijf))"}),
    ],
)  # fmt: skip
def test_what_elements_do_not_have_is_left_to_playa(
    body: str, value: object, asked: list[int]
) -> None:
    objects = objects_of(file(body), asked)

    assert objects.resolved(to(objects, 20)) == value
    assert set(asked) == {20}


@pytest.mark.parametrize(
    "body",
    [
        "<< /A 1", "[1 2", "<< /A 1 ]", "[1 2 >>", "<< /A >>", "<< 1 2 >>", "<< /A 1 2 >>", ">>",
        "]", "7 8", "/A /B", "", "<< /A 1.2.3 >>", "<< /A - >>", "<< /A [1 >> ]", "[ << /A 1 ] >>",
        "<< /A 1 3 4 >>",
    ],
)  # fmt: skip
def test_what_is_written_wrong_is_what_playa_makes_of_it(body: str, asked: list[int]) -> None:
    objects = objects_of(file(body, "7"), asked)
    found = objects.resolved(to(objects, 20))

    assert 20 in asked
    assert found == resolved(to(objects, 20))
    # The objects around it are what they are.
    assert objects.resolved(to(objects, 21)) == 7


def test_an_object_is_read_once_whoever_reads_it(asked: list[int]) -> None:
    objects = objects_of(file("<< /A 1 >>", "<< /A true >>"), asked)
    first = [objects.resolved(to(objects, number)) for number in (20, 21)]
    again = [objects.resolved(to(objects, number)) for number in (20, 21)]

    assert [one is other for one, other in zip(first, again, strict=True)] == [True, True]
    assert asked == [21]


def test_what_is_no_reference_is_itself_and_what_is_not_there_is_nothing(asked: list[int]) -> None:
    objects = objects_of(file("5"), asked)

    assert (objects.resolved(5), objects.resolved(None), objects.resolved([1])) == (5, None, [1])
    assert objects.resolved(to(objects, 99)) is None


def test_items_are_resolved_and_a_single_value_is_the_only_one(asked: list[int]) -> None:
    objects = objects_of(file("[1 21 0 R]", "<< /A 2 >>", "null"), asked)

    assert objects.items(to(objects, 20)) == [1, {"A": 2}]
    assert objects.items(to(objects, 21)) == [{"A": 2}]
    assert objects.items(to(objects, 22)) == objects.items(None) == []
    assert objects.items(7) == [7]


def test_an_object_in_a_stream_of_objects_is_left_to_playa(asked: list[int]) -> None:
    inside = {20: b"<< /A 1 >>", 21: b"[/B]"}
    objects = objects_of(with_stream_of_objects(page(), inside), asked)

    assert objects.resolved(to(objects, 20)) == {"A": 1}
    assert objects.resolved(to(objects, 21)) == [B]
    assert set(asked) >= {20, 21}


def test_an_object_at_whose_place_another_one_stands_is_looked_for_by_playa(
    asked: list[int],
) -> None:
    data = file("<< /A 1 >>", "<< /A 2 >>")
    # The table has each where the other is.
    first, second = (b"%010d 00000 n" % data.index(b"%d 0 obj" % number) for number in (20, 21))
    both = b"%s \n%s" % (first, second)
    objects = objects_of(data.replace(both, b"%s \n%s" % (second, first)), asked)

    assert objects.resolved(to(objects, 20)) == {"A": 1}
    assert 20 in asked


def test_an_object_without_an_end_is_left_to_playa(asked: list[int]) -> None:
    data = file("<< /A 1 >>")
    last = data.rindex(b"endobj")
    objects = objects_of(data[:last] + b"      " + data[last + 6 :], asked)

    assert objects.resolved(to(objects, 20)) == {"A": 1}
    assert 20 in asked


def test_of_two_versions_of_an_object_the_newer_one_counts(asked: list[int]) -> None:
    data = file("<< /A 1 >>", "<< /B 1 >>")
    at, table = len(data), data.index(b"xref\n0")
    newer = (
        b"20 0 obj\n<< /A 2 >>\nendobj\nxref\n20 1\n%010d 00000 n \n"
        b"trailer\n<< /Size 22 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    )
    objects = objects_of(data + newer % (at, table, at + 29), asked)

    assert objects.resolved(to(objects, 20)) == {"A": 2}
    assert objects.resolved(to(objects, 21)) == {"B": 1}
    assert asked == []


def test_objects_of_a_file_that_is_encrypted_are_left_to_playa(asked: list[int]) -> None:
    data = drawn_pdf(lines("Openbaar"), encrypt=StandardEncryption("", "eigenaar"))
    objects = objects_of(data, asked)
    (info,) = (one["Info"] for xref in objects.document.xrefs if (one := xref.trailer))
    title = objects.resolved(info)["Title"]

    assert asked == [info.objid]
    assert title == resolved(info)["Title"]
    assert title not in data

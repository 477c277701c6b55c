"""What a broken file may raise is told of the file; a fault of ours is ours."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.readers.pdf.engine import content, fonts, layers, nesting, read_marks, source
from pipeline.readers.pdf.engine.source import Complaints, UnreadableError, asking_playa
from tests.unit.readers.pdf.engine.sheets import HELVETICA, Sheet, streamed, texts

FORM = streamed(
    "BT /F 10 Tf (a) Tj ET", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [1 0 0 1 0 0]"
)
SHEET = Sheet(
    "/P <</MCID 1>> BDC q 1 0 0 1 5 5 cm Q /X Do BT /F 10 Tf 5 5 Td (a) Tj ET EMC",
    resources="/XObject << /X 20 0 R >>",
    others=[FORM, "<< /Type /StructTreeRoot /K << /S /P /K << /S /Span >> >> >>"],
    catalog="/StructTreeRoot 21 0 R /OCProperties << /OCGs [] /D << >> >>",
)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (nesting, "product"), (nesting, "box_of"), (nesting, "common"), (content, "product"),
        (fonts, "style_of_name"), (fonts, "Widths"), (fonts, "Characters"),
        (layers, "_switched_off"), (source, "dictionary"), (fonts, "string_of"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("fault", [AttributeError, KeyError, IndexError, RuntimeError, TypeError])
def test_a_fault_of_ours_is_not_blamed_on_the_file(
    module: Any, name: str, fault: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise fault("ours")

    read_marks(SHEET.data())
    if name == "common":
        monkeypatch.setattr(nesting, "box_of", lambda *_: (0, 0, 1, 1))
    monkeypatch.setattr(module, name, broken)
    with pytest.raises(fault, match="ours"):
        read_marks(SHEET.data())


def test_what_playa_raises_is_told_as_what_cannot_be_read() -> None:
    for fault in (KeyError("x"), StopIteration(), RecursionError("x"), AssertionError("x")):
        with pytest.raises(UnreadableError), asking_playa():
            raise fault
    with pytest.raises(MemoryError), asking_playa():
        raise MemoryError


def test_what_says_nothing_is_told_by_its_kind() -> None:
    with pytest.raises(UnreadableError, match=r"^AssertionError$"), asking_playa():
        raise AssertionError
    with pytest.raises(UnreadableError, match=r"^x$"), asking_playa():
        raise ValueError("x")


@pytest.mark.parametrize(
    ("broken", "operator"),
    [
        ("/N Tc", "Tc"), ("(x) Tw", "Tw"), ("[1] Tz", "Tz"), ("/N TL", "TL"), ("/N Ts", "Ts"),
        ("/N w", "w"), ("/F /N Tf", "Tf"), ("1 0 0 1 /N 5 Tm", "Tm"), ("/N 5 Td", "Td"),
        ("1 0 0 1 /N 5 cm", "cm"), ("(x) 1 (y) \"", '"'), ("/N Tr", "Tr"), ("1 Do", "Do"),
        ("5 gs", "gs"), ("/N 1 m", "m"), ("1 1 /N 1 re", "re"), ("(x) g", "g"), ("(x) scn", "scn"),
        ("5 Tj", "Tj"), ("[/N << >>] TJ", "TJ"), ("5 cs", "cs"), ("5 5 BDC", "BDC"),
        ("9" * 400 + " Tr", "Tr"),
    ],
)  # fmt: skip
def test_an_operand_of_a_wrong_kind_is_told_at_once_and_changes_nothing(
    broken: str, operator: str
) -> None:
    sound = Sheet("BT /F 10 Tf 5 300 Td (a) Tj ET").marks()
    found = Sheet(f"BT /F 10 Tf {broken} 5 300 Td (a) Tj ET").marks()

    assert found.complaint.startswith(f"{operator} fails: ")
    assert found.complaints == 1
    assert found.pages == sound.pages


def test_numbers_without_end_are_no_ids() -> None:
    page = Sheet(f"/P <</MCID {'1' * 5000}>> BDC BT /F 10 Tf (a) Tj ET EMC").page()

    assert (page.runs[0].tag, page.fault) == (-1, "")


def test_a_font_of_no_kind_shows_its_codes_also_the_second_hyphen_of_windows() -> None:
    assert texts(Sheet("BT /F 10 Tf (a\255b) Tj ET", fonts={"F": "<< /Type /Font >>"})) == ["a-b"]


def test_a_set_of_parameters_with_half_a_font_leaves_the_font() -> None:
    sheet = Sheet(
        "BT /F 9 Tf /State gs (a) Tj ET",
        resources="/ExtGState << /State << /Font [20 0 R /N] >> >>",
        others=[HELVETICA],
    )

    assert (sheet.page().runs[0].size, sheet.marks().complaints) == (9.0, 0)


def test_a_complaint_is_cut_and_counted() -> None:
    complaints = Complaints()
    complaints.add("\x07" + "x" * 200)
    complaints.add("y")

    assert (complaints.first, complaints.count) == (" " + "x" * 99, 2)

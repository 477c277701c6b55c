"""Which layers are off, and what has them: told where it cannot be read."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.marks import SWITCHED_OFF
from tests.unit.readers.pdf.engine.sheets import Sheet, hidden

ONE = "<< /Type /OCG /Name (zelfde) >>"


def sheet(properties: str, setting: str = "/D << /OFF [20 0 R] >>", entries: str = "") -> Sheet:
    """A page with text on the layer `L`; layer 20 is off and 21 on, and they look alike."""
    return Sheet(
        "/OC /L BDC BT /F 10 Tf 5 300 Td (a) Tj ET EMC",
        resources=f"/Properties << /L {properties} >>",
        others=[ONE, ONE],
        catalog=f"/OCProperties << /OCGs [20 0 R 21 0 R] {setting} >> {entries}",
    )


def is_off(made: Sheet) -> bool:
    return hidden(made)["a"] == SWITCHED_OFF


def test_of_two_layers_that_look_alike_the_one_is_off_that_is_named() -> None:
    assert is_off(sheet("20 0 R"))
    assert not is_off(sheet("21 0 R"))


@pytest.mark.parametrize(
    ("members", "policy", "expected"),
    [
        ("20 0 R", "", True), ("[20 0 R]", "", True), ("[21 0 R]", "", False), ("[]", "", False),
        ("[20 0 R 21 0 R]", "", False), ("[20 0 R 21 0 R]", "/P /AnyOn", False),
        ("[20 0 R 21 0 R]", "/P /AllOn", True), ("[21 0 R]", "/P /AllOn", False),
        ("[20 0 R 21 0 R]", "/P /AnyOff", False), ("[21 0 R]", "/P /AnyOff", True),
        ("[20 0 R 21 0 R]", "/P /AllOff", True), ("[20 0 R]", "/P /AllOff", False),
        ("[20 0 R null]", "", True),
    ],
)  # fmt: skip
def test_a_membership_hides_by_its_policy(members: str, policy: str, expected: bool) -> None:
    assert is_off(sheet(f"<< /Type /OCMD /OCGs {members} {policy} >>")) is expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("20 0 R", True), ("21 0 R", False), ("[/Not 20 0 R]", False), ("[/Not 21 0 R]", True),
        ("[/And 20 0 R 21 0 R]", True), ("[/Or 20 0 R 21 0 R]", False),
        ("[/And [/Not 20 0 R] 21 0 R]", False), ("[/Or 20 0 R [/Not 21 0 R]]", True),
    ],
)  # fmt: skip
def test_an_expression_tells_more_than_the_members(expression: str, expected: bool) -> None:
    made = sheet(f"<< /Type /OCMD /OCGs 21 0 R /VE {expression} >>")

    assert is_off(made) is expected
    assert made.marks().complaints == 0


@pytest.mark.parametrize("expression", ["[/Xor 20 0 R]", "[]", "[/Not]", "5", "[[/Not 20 0 R]]"])
def test_an_expression_that_means_nothing_hides_nothing_and_is_told(expression: str) -> None:
    made = sheet(f"<< /Type /OCMD /VE {expression} >>")

    assert not is_off(made)
    assert made.marks().complaint == "an expression of layers cannot be read"


@pytest.mark.parametrize(("depth", "count"), [(9, 0), (10, 1)])
def test_an_expression_without_end_is_told(depth: int, count: int) -> None:
    nested = "[/Not " * depth + "20 0 R" + "]" * depth

    assert sheet(f"<< /Type /OCMD /VE {nested} >>").marks().complaints == count


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("", "nothing tells which of its layers are off"),
        ("/D 5", "nothing tells which of its layers are off"),
        ("/D << /OFF 30 0 R >>", ""),
        ("/D << /OFF [(x)] >>", "a layer that is switched on or off is none of the file's objects"),
        (f"/D << /OFF [{ONE}] >>",
         "a layer that is switched on or off is none of the file's objects"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_read_are_told_and_all_is_on(setting: str, said: str) -> None:
    made = sheet("20 0 R", setting)

    assert not is_off(made)
    assert made.marks().complaint == said


def test_layers_that_are_off_but_for_some() -> None:
    base = "/D << /BaseState /OFF /ON [21 0 R] >>"

    assert is_off(sheet("20 0 R", base))
    assert not is_off(sheet("21 0 R", base))


def test_a_form_on_a_layer_that_is_off_is_not_seen() -> None:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /OC 20 0 R /Length 25 >>\nstream\n"
        b"BT /F 10 Tf 5 5 Td (b) Tj ET\nendstream"
    )
    made = Sheet(
        "/X Do", resources="/XObject << /X 21 0 R >>", others=[ONE, form],
        catalog="/OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>",
    )  # fmt: skip

    assert hidden(made) == {"b": SWITCHED_OFF}


def test_where_no_layer_is_off_a_membership_may_hide_all_the_same() -> None:
    assert is_off(sheet("<< /Type /OCMD /OCGs 21 0 R /P /AllOff >>", setting=""))
    assert is_off(sheet("<< /Type /OCMD /VE [/Not 21 0 R] >>", setting=""))
    assert not is_off(sheet("<< /Type /OCMD /OCGs 21 0 R >>", setting=""))

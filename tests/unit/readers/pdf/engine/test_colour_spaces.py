"""Colours by their space: inks, tables, profiles, and what has no one colour."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine.colours import alike, is_white, of_device
from pipeline.readers.pdf.marks import Colour
from tests.unit.readers.pdf.engine.sheets import Sheet, streamed

BLUE = "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] /C1 [0 0 1] >>"
FOUR = "<< /FunctionType 4 /Domain [0 1] >>"


def colour_of(space: str, values: str, *others: str | bytes) -> Colour | None:
    """The colour of an area; of one that is white none is seen, so that it lies on a dark one."""
    page = Sheet(
        f"0 0 0 rg 0 0 400 400 re f /S cs {values} scn 50 300 20 20 re f",
        resources=f"/ColorSpace << /S {space} >>",
        others=others,
    ).page()
    (colour,) = page.shade_colours[-1:]
    return colour


@pytest.mark.parametrize(
    ("space", "values", "colour"),
    [
        ("/DeviceGray", ".25", (0.25, 0.25, 0.25)),
        ("/DeviceRGB", ".1 .2 .3", (0.1, 0.2, 0.3)),
        ("/DeviceCMYK", ".1 .2 .3 .4", (0.5, 0.4, 0.3)),
        ("/DeviceCMYK", ".9 .2 .3 .4", (0.0, 0.4, 0.3)),
        ("[/CalRGB << >>]", ".1 .2 .3", (0.1, 0.2, 0.3)),
        ("[/Lab << >>]", "50 20 -20", (0.5, 0.5, 0.5)),
        (f"[/Separation /Blauw /DeviceRGB {BLUE}]", ".5", (0.5, 0.5, 1.0)),
        (
            f"[/Separation /Blauw /DeviceRGB {BLUE.replace('/N 1', '/N 2')}]",
            ".5",
            (0.75, 0.75, 1.0),
        ),
        (f"[/Separation /Blauw /DeviceRGB {BLUE}]", "2", (0.0, 0.0, 1.0)),
        ("[/Separation /Grijs /DeviceGray << /FunctionType 2 /N 1 >>]", ".25", (0.25, 0.25, 0.25)),
        (f"[/Separation /Black /DeviceGray {FOUR}]", ".25", (0.75, 0.75, 0.75)),
        (f"[/Separation /All /DeviceGray {FOUR}]", ".25", (0.75, 0.75, 0.75)),
        (f"[/Separation /Blauw /DeviceGray {FOUR}]", ".25", None),
        (f"[/DeviceN [/Blauw /Geel] /DeviceRGB {FOUR}]", ".5 .5", None),
        (f"[/DeviceN [/Blauw] /DeviceRGB {BLUE}]", ".5", (0.5, 0.5, 1.0)),
    ],
)
def test_each_space_has_its_colours(space: str, values: str, colour: Colour | None) -> None:
    assert colour_of(space, values) == (None if colour is None else pytest.approx(colour))


@pytest.mark.parametrize(
    ("base", "table", "index", "colour"),
    [
        ("/DeviceRGB", "<00FF00FF0000>", 0, (0.0, 1.0, 0.0)),
        ("/DeviceRGB", "<00FF00FF0000>", 1, (1.0, 0.0, 0.0)),
        ("/DeviceGray", "<33FF>", 0, (0.2, 0.2, 0.2)),
        ("/DeviceCMYK", "<FF000000000000FF>", 0, (0.0, 1.0, 1.0)),
        ("/DeviceCMYK", "<FF000000000000FF>", 1, (0.0, 0.0, 0.0)),
        ("[/CalGray << >>]", "<33FF>", 0, (0.2, 0.2, 0.2)),
        ("[/CalRGB << >>]", "<0000FF>", 0, (0.0, 0.0, 1.0)),
        ("[/ICCBased 20 0 R]", "<0000FF>", 0, (0.0, 0.0, 1.0)),
        ("[/DeviceN [/A /B] /DeviceRGB null]", "<0000>", 0, None),
    ],
)
def test_tables_have_the_colours_of_their_base(
    base: str, table: str, index: int, colour: Colour | None
) -> None:
    found = colour_of(f"[/Indexed {base} 1 {table}]", str(index), streamed("", "/N 3"))

    assert found == (None if colour is None else pytest.approx(colour))


def test_a_table_may_be_a_stream() -> None:
    table = streamed("abc", "/Filter /ASCIIHexDecode").replace(b"abc", b"00FF00>")
    table = table.replace(b"/Length 3", b"/Length 7")

    assert colour_of("[/Indexed /DeviceRGB 0 20 0 R]", "0", table) == (0.0, 1.0, 0.0)


def nested(depth: int) -> str:
    """A space of one ink in one of one ink, and so on."""
    inner = "/DeviceRGB"
    for _ in range(depth):
        function = BLUE if inner == "/DeviceRGB" else "<< /FunctionType 2 /N 1 >>"
        inner = f"[/Separation /Blauw {inner} {function}]"
    return inner


def test_spaces_may_be_nested_and_not_without_end() -> None:
    assert colour_of(nested(4), ".5") == pytest.approx((0.5, 0.5, 1.0))
    assert colour_of(nested(6), ".5") is None


@pytest.mark.parametrize(
    ("space", "values"),
    [
        (f"[/Separation /Blauw /DeviceRGB {BLUE}]", "0"),
        (f"[/DeviceN [/A /B] /DeviceRGB {FOUR}]", "0 0"),
        ("[/Lab << >>]", "100 0 0"),
        ("/DeviceGray", ".98"),
    ],
)
def test_no_ink_and_the_lightest_grey_are_white(space: str, values: str) -> None:
    page = Sheet(f"/S cs {values} scn 50 300 20 20 re f", resources=f"/ColorSpace << /S {space} >>")

    assert page.page().shades == ()


@pytest.mark.parametrize(
    ("values", "colour"),
    [
        ([0.5], (0.5, 0.5, 0.5)),
        ([-1], (0.0, 0.0, 0.0)),
        ([2, -1, 0.5], (1.0, 0.0, 0.5)),
        ([0, 0.5, 1, 0.25], (0.75, 0.25, 0.0)),
        ([0.1, 0.2], None),
        ([], None),
        ([0.1] * 5, None),
    ],
)
def test_how_many_values_there_are_tells_the_device(
    values: list[float], colour: Colour | None
) -> None:
    assert of_device(values) == colour


def test_colours_are_alike_within_rounding() -> None:
    assert alike((0.5, 0.5, 0.5), (0.52, 0.48, 0.5))
    assert not alike((0.5, 0.5, 0.5), (0.5, 0.5, 0.53))
    assert is_white((0.98, 1.0, 1.0)) and not is_white((1.0, 0.97, 1.0))
    assert not is_white(None)

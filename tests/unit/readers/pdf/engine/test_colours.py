"""Colours of every space: what they come to, and which are one."""

from __future__ import annotations

import pytest
from playa.pdftypes import PSLiteral

from pipeline.readers.pdf.engine.colours import BLACK, WHITE, alike, is_white, of_device, of_space

GREY, RGB, CMYK = (PSLiteral(f"Device{name}") for name in ("Gray", "RGB", "CMYK"))


def named(*parts: object) -> list[object]:
    """A colour space: its kind and what it consists of."""
    return [PSLiteral(part) if isinstance(part, str) else part for part in parts]


def test_colours_are_alike_that_rounding_parts() -> None:
    assert alike((0.5, 0.5, 0.5), (0.52, 0.48, 0.5))
    for near in ((0.4799, 0.5, 0.5), (0.5, 0.5202, 0.5), (0.5, 0.5, 0.5202)):
        assert not alike((0.5, 0.5, 0.5), near)


def test_what_has_no_one_colour_is_not_white() -> None:
    assert is_white(WHITE)
    assert is_white((0.98, 1.0, 1.0))
    assert not is_white(None)
    assert not is_white((0.979, 1.0, 1.0))


@pytest.mark.parametrize(
    ("values", "colour"),
    [
        ((0.25,), (0.25, 0.25, 0.25)), ((2.0,), WHITE), ((-1.0,), BLACK),
        ((0.1, 0.2, 0.3), (0.1, 0.2, 0.3)), ((0.1, 0.2, 0.3, 0.4), (0.5, 0.4, 0.3)),
        ((0.9, 0.2, 0.3, 0.4), (0.0, 0.4, 0.3)), ((0, 0, 0, 0), WHITE), ((), None),
        ((0.1, 0.2), None), ((0.1,) * 5, None),
    ],
)  # fmt: skip
def test_a_device_tells_by_how_many_values_a_colour_has(
    values: tuple[float, ...], colour: tuple[float, float, float] | None
) -> None:
    found = of_device(values)

    assert found == (colour if colour is None else pytest.approx(colour))


@pytest.mark.parametrize(
    ("space", "values", "colour"),
    [
        (RGB, [0.1, 0.2, 0.3], (0.1, 0.2, 0.3)), (PSLiteral("Pattern"), [0.5], None),
        (named("Pattern", RGB), [0.5], None), (named("Lab", {}), [50.0, 3, 3], (0.5, 0.5, 0.5)),
        (named("Lab", {}), [], None), (named("ICCBased", {}), [0.5], (0.5, 0.5, 0.5)),
        (named("Indexed", RGB, 1, b"\0\0\0\xff\0\x33"), [1], (1.0, 0.0, 0.2)),
        (named("Indexed", RGB, 1, b"\0\0\0\xff\0\x33"), [], None),
        (named("Indexed", GREY, 1, b"\xff\x33"), [1], (0.2, 0.2, 0.2)),
        (named("Indexed", CMYK, 0, b"\0\0\0\xff"), [0], BLACK),
        (named("Indexed", named("CalRGB", {}), 0, b"\0\xff\0"), [0], (0.0, 1.0, 0.0)),
        (named("Indexed", named("CalGray", {}), 0, b"\xff"), [0], WHITE),
        (named("Indexed", named("Unknown"), 0, b"\xff"), [0], None),
        (named("Indexed", RGB, 0, 5), [0], None), (named("Indexed", RGB, 0), [0], (0, 0, 0)),
        (named("Indexed", RGB, 0, b""), [0], None),
        (named("Separation", "Goud", RGB), [0.4], (0.4, 0.4, 0.4)),
        (named("Separation", "Goud", RGB, {}), [0.0], WHITE),
        (named("Separation", "Goud", RGB, {}), [0.4], None),
        (named("Separation", "Black", RGB, {}), [0.4], (0.6, 0.6, 0.6)),
        (named("Separation", "All", RGB, {}), [2.0], BLACK),
        (named("DeviceN", [PSLiteral("Goud")], RGB, {}), [0.4, 0.3], None),
    ],
)  # fmt: skip
def test_a_space_tells_what_its_values_are(
    space: object, values: list[float], colour: tuple[float, float, float] | None
) -> None:
    found = of_space(space, values)

    assert found == (colour if colour is None else pytest.approx(colour))


def test_an_indexed_profile_has_as_many_values_as_it_says() -> None:
    def first(entries: dict[str, object]) -> object:
        return of_space(named("Indexed", named("ICCBased", entries), 0, b"\0\0\xff"), [0])

    assert first({"N": 3}) == (0.0, 0.0, 1.0)
    assert first({"N": 1}) == BLACK
    assert first({"N": "3"}) is first({}) is None


@pytest.mark.parametrize(
    ("function", "values", "colour"),
    [
        ({"C0": [1, 1, 1], "C1": [0, 0.5, 1], "N": 1}, [0.5], (0.5, 0.75, 1.0)),
        ({"C0": [1, 1, 1], "C1": [0, 0.5, 1], "N": 2}, [0.5], (0.75, 0.875, 1.0)),
        ({"N": 1}, [0.25], (0.25, 0.25, 0.25)), ({"C0": [0, 0], "C1": [1], "N": 1}, [0.5], None),
        ({"C0": [1, 1, 1], "C1": [0, 0, 0], "N": None}, [0.5], None),
        ({"C0": [1, 1, 1], "C1": [0, 0, 0], "N": 1}, [0.5, 0.5], None),
    ],
)  # fmt: skip
def test_inks_are_mixed_by_a_power(
    function: dict[str, object], values: list[float], colour: tuple[float, float, float] | None
) -> None:
    space = named("Separation", "Goud", RGB, {"FunctionType": 2, **function})
    found = of_space(space, values)

    assert found == (colour if colour is None else pytest.approx(colour))
    other = named("Separation", "Goud", RGB, {"FunctionType": 0, **function})
    assert of_space(other, values) is None


def test_spaces_in_spaces_end() -> None:
    def nested(times: int) -> object:
        space: object = GREY
        for _ in range(times):
            mix = {"FunctionType": 2, "C0": [1.0], "C1": [0.0], "N": 1}
            space = named("Separation", "Goud", space, mix)
        return of_space(space, [0.5])

    assert nested(4) == (0.5, 0.5, 0.5)
    assert nested(5) is None

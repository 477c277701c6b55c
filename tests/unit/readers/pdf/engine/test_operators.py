"""Operators take the operands right before them; what they set is kept, and used."""

from __future__ import annotations

import pytest

from pipeline.document.text import BOLD
from pipeline.readers.pdf.marks import COVERED, INVISIBLE, Marks
from tests.unit.readers.pdf.engine.sheets import HELVETICA, Sheet, hidden, run_of, streamed

TEXT = "BT /F 10 Tf 50 300 Td (a) Tj ET"
DASH = "50 50 m 90 50 l S"
AREA = "50 50 20 20 re f"


@pytest.mark.parametrize(
    "content",
    [
        "{} q 3 w {} Q " + DASH, "{} 2 0 0 2 0 0 cm " + DASH, "{} 9 w " + DASH, "{} /S gs " + AREA,
        "{} 50 50 m {} 90 50 l {} S", "{} 50 50 40 40 re {} s", "{} 50 50 20 20 re {} f",
        "50 50 20 20 re {} F", "50 50 20 20 re {} f*", "50 50 m 90 50 l 90 90 l {} h S",
        "50 50 20 20 re {} B", "50 50 20 20 re {} B*", "50 50 20 20 re {} b",
        "50 50 20 20 re {} b*",
        "53 50 m {} 53 54 47 54 47 50 c {} 47 46 53 50 v {} 53 51 53 50 y f",
        "50 50 9 9 re {} W n 0 50 99 9 re f", "50 50 9 9 re {} W* n 0 50 99 9 re f",
        "50 50 9 9 re {} n " + DASH, "{} .5 g " + AREA, "{} .2 .4 .6 rg " + AREA,
        "{} .1 .2 .3 .4 k " + AREA, "9 w {} .5 G " + DASH, "9 w {} .2 .4 .6 RG " + DASH,
        "9 w {} .1 .2 .3 .4 K " + DASH, "{} /DeviceRGB cs 1 0 0 sc " + AREA,
        "{} /DeviceRGB CS 1 0 0 SC 9 w " + DASH, "50 290 40 40 re W n {} /H sh 1 g " + TEXT,
        "{} /P <</MCID 1>> BDC " + TEXT + " {} EMC {} /Artifact BMC " + TEXT + " {} EMC " + TEXT,
        "5 0 0 5 50 50 cm {} /X Do",
    ],
)  # fmt: skip
def test_an_operator_takes_the_operands_right_before_it(content: str) -> None:
    def marks(before: str) -> Marks:
        return Sheet(
            content.format(*[before] * content.count("{}")),
            resources="/XObject << /X 20 0 R >> /ExtGState << /S << /ca 0 >> >>",
            others=[streamed("x", "/Subtype /Image /Width 1 /Height 1")],
        ).marks()

    expected, found = marks(""), marks("7")
    assert (found.pages, found.complaints) == (expected.pages, 0)


@pytest.mark.parametrize(
    ("space", "values", "colour"),
    [
        ("/Ink", ".5", (0.5, 0.5, 0.5)), ("/Ink", "/P", None), ("/Unknown", ".5", (0.5, 0.5, 0.5)),
        ("/DeviceRGB", ".2 .4 .6", (0.2, 0.4, 0.6)), ("/Pattern", ".5", None),
        ("/Pattern", ".2 .4 .6 /P", None),
    ],
)  # fmt: skip
def test_a_colour_is_what_its_space_makes_of_its_values(
    space: str, values: str, colour: tuple[float, ...] | None
) -> None:
    inks = "/ColorSpace << /Ink [/Separation /Black /DeviceGray << /FunctionType 4 >>] >>"
    for fill, stroke in (("sc", "SC"), ("scn", "SCN")):
        filled = f"{space} cs {values} {fill} {AREA}"
        stroked = f"{space} CS {values} {stroke} 9 w {DASH}"
        page = Sheet(f"{filled} {stroked}", resources=inks).page()
        assert page.shade_colours == (colour, colour)


def test_a_space_begins_with_black_and_ends_with_a_colour_of_the_device() -> None:
    page = Sheet(
        f"1 0 0 rg /DeviceGray cs {AREA} /Pattern cs .2 .4 .6 rg {AREA} .1 .3 .5 sc {AREA} "
        f"9 w 1 0 0 RG /DeviceGray CS {DASH} /Pattern CS .2 .4 .6 RG {DASH} .1 .3 .5 SC {DASH}"
    ).page()

    assert page.shade_colours == ((0.0, 0.0, 0.0), (0.2, 0.4, 0.6), (0.1, 0.3, 0.5)) * 2


# States that are kept.


def test_ten_thousand_states_are_kept_and_no_more() -> None:
    kept = "q " * 9_999
    # The state of mode 3 is the last one that is kept: that of mode 0 is not.
    sheet = Sheet(f"{kept} 3 Tr q 0 Tr q 1 Tr Q {TEXT}")

    assert hidden(sheet) == {"a": INVISIBLE}


# Sets of parameters.


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ("", COVERED), ("/ca 1", COVERED), ("/ca .5", ""), ("/ca /N", COVERED), ("/CA .5", COVERED),
        ("/BM /Normal", COVERED), ("/BM /Compatible", COVERED), ("/BM /Multiply", ""),
        ("/BM [/Normal /Multiply]", COVERED), ("/BM [/Multiply /Normal]", ""), ("/BM []", COVERED),
        ("/SMask /None", COVERED), ("/SMask << >>", ""), ("/SMask 20 0 R", ""),
    ],
)  # fmt: skip
def test_paint_covers_where_its_parameters_let_nothing_through(entries: str, why: str) -> None:
    sheet = Sheet(
        f"{TEXT} /State gs 1 g 40 290 100 30 re f",
        resources=f"/ExtGState << /State << {entries} >> >>",
        others=["<< /Type /Mask >>"],
    )

    assert hidden(sheet)["a"] == why


def test_a_blend_mode_ends_where_a_normal_one_is_set() -> None:
    states = "/ExtGState << /Mixed << /BM /Multiply >> /Plain << /BM /Normal >> >>"
    paint = "1 g 40 290 100 30 re f"

    assert hidden(Sheet(f"{TEXT} /Mixed gs {paint}", resources=states))["a"] == ""
    assert hidden(Sheet(f"{TEXT} /Mixed gs /Plain gs {paint}", resources=states))["a"] == COVERED


def test_the_width_of_lines_may_come_from_a_set_of_parameters() -> None:
    line = "/State gs 50 300 m 150 300 l S"
    wide = Sheet(line, resources="/ExtGState << /State << /LW 20 >> >>").page()
    other = Sheet(line, resources="/ExtGState << /State << /LW /N >> >>").page()

    assert (wide.shades, len(wide.rules)) == (((50, 90, 150, 110),), 0)
    assert (other.shades, len(other.rules)) == ((), 1)


def test_the_font_of_a_set_of_parameters_is_the_one_that_it_names() -> None:
    bold = HELVETICA.replace("Helvetica", "Helvetica-Bold")
    states = f"/ExtGState << /State << /Font [{bold} 12] >> >>"
    run = run_of("BT /State gs 50 50 Td (a) Tj ET", resources=states)

    assert (run.style, run.size) == (BOLD, 12.0)


@pytest.mark.parametrize(
    ("matrix", "line", "width"),
    [
        ("1 0 0 1 0 0", "50 300 m 150 300 l", 6), ("2 0 0 2 0 0", "25 150 m 75 150 l", 12),
        (".5 0 0 .5 0 0", "100 600 m 300 600 l", None), ("2 0 0 8 0 0", "25 37.5 m 75 37.5 l", 24),
        ("1.5 1.5 -1.5 1.5 200 200", "-50 50 m 0 0 l", 12.7279),
        ("0 2 2 0 0 0", "150 25 m 150 75 l", 12),
    ],
)  # fmt: skip
def test_a_line_is_as_wide_as_its_matrix_stretches_areas(
    matrix: str, line: str, width: float | None
) -> None:
    shades = Sheet(f"{matrix} cm 6 w {line} S").page().shades

    heights = [bottom - top for _, top, _, bottom in shades]
    assert heights == ([] if width is None else [pytest.approx(width, abs=0.001)])

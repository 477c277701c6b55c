"""What a shape is by its size and its corners, and what lies under a white line."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.marks import COVERED, Rule
from tests.unit.readers.pdf.engine.sheets import Sheet, hidden, streamed


def level(at: float, start: float, end: float) -> Rule:
    return Rule(True, at, start, end)


def upright(at: float, start: float, end: float) -> Rule:
    return Rule(False, at, start, end)


def rounded(width: float, height: float, x: float = 50, y: float = 50) -> str:
    """A path of curves in a room of this size."""
    middle, x1, y1 = x + width / 2, x + width, y + height
    right = f"{x1} {y} {x1} {y1} {middle} {y1} c"
    return f"{middle} {y} m {right} {x} {y1} {x} {y} {middle} {y} c"


# Dots.


@pytest.mark.parametrize(
    ("width", "height", "is_dot"),
    [
        (1.3, 1.3, True), (1.1, 1.1, False), (1.6, 1.1, False), (1.1, 1.6, False),
        (8.9, 8.9, True), (9.1, 9.1, False), (8, 9.5, False), (9.5, 8, False),
        (5, 8.4, True), (5, 8.6, False), (8.4, 5, True), (8.6, 5, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("paint", ["f", "S"])
def test_a_dot_is_about_as_wide_as_high_and_as_large_as_a_bullet(
    width: float, height: float, is_dot: bool, paint: str
) -> None:
    page = Sheet(f"{rounded(width, height)} {paint}").page()

    assert (len(page.dots), page.rules) == (int(is_dot), ())


def test_a_small_filled_square_is_a_dot_and_what_lines_and_corners_are_made_of() -> None:
    for width, height, dots in ((3, 2, 1), (2, 3, 1), (1, 1, 0)):
        page = Sheet(f"50 300 {width} {height} re f").page()
        assert page.rules == (
            level(100 - height / 2, 50, 50 + width), upright(50 + width / 2, 100 - height, 100),
        )  # fmt: skip
        assert len(page.dots) == dots


@pytest.mark.parametrize(
    "content", ["1 1 1 RG {} S", "1 1 1 rg {} f", "q 100 100 9 9 re W n {} S Q"]
)
def test_a_dot_that_is_white_or_clipped_away_is_none(content: str) -> None:
    assert Sheet(content.format(rounded(6, 6))).page().dots == ()


def test_an_open_outline_as_small_as_a_dot_is_lines() -> None:
    page = Sheet("50 50 m 56 50 l 56 56 l 50 56 l S 80 50 6 6 re S").page()

    assert (len(page.rules), page.dots) == (3, ((80, 344, 86, 350),))


# Lines.


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("50 300 m 150 300.6 l", 1), ("50 300 m 150 301 l", 0), ("50 300 m 50.6 200 l", 1),
        ("50 300 m 51 200 l", 0), ("50 300 m 50 300 l", 0), ("50 300 m 50.5 300.5 l", 0),
        ("50 300 m h", 0), ("50 300 m", 0), ("50 300 m 150 300 l 150 200 l 50 300 l h", 2),
        ("50 300 m 150 300 l 150 200 l 50 200 l 50 300 l h", 4),
    ],
)  # fmt: skip
def test_a_line_is_a_rule_where_it_is_as_good_as_level_or_upright(line: str, count: int) -> None:
    assert len(Sheet(f"{line} S").page().rules) == count


@pytest.mark.parametrize(
    ("width", "shown"), [(0.1, False), (0.5, False), (0.7, True), (1, True), (2, True)]
)
@pytest.mark.parametrize(
    "line",
    [
        "100 200.8 m 200 200.8 l", "100 99.2 m 200 99.2 l", "99.2 100 m 99.2 200 l",
        "200.8 100 m 200.8 200 l",
    ],
)  # fmt: skip
def test_a_line_beside_its_clip_shows_where_half_of_it_reaches_in(
    line: str, width: float, shown: bool
) -> None:
    page = Sheet(f"100 100 100 100 re W n {width} w {line} S").page()

    assert (len(page.rules) == 1) == shown


# Areas.


@pytest.mark.parametrize(
    ("path", "is_shade"),
    [
        ("50 200 m 150 200 l 150 300 l 50 300 l", True),
        ("50 200 m 150 200 l 150 300 l 50 300 l 50 200 l", True),
        ("50 200 m 150 200.5 l 149.5 300 l 50.5 299.5 l", True),
        ("50 200 m 150 200 l 150 300 l", False), ("50 200 m 150 200 l 100 300 l", False),
        ("100 200 m 150 250 l 100 300 l 50 250 l", False),
        ("50 200 m 100 200 l 150 250 l 150 300 l 50 300 l", False),
        ("50 200 m 150 200 l 150 250 l 100 300 l 50 300 l", False),
        ("50 200 m 150 200 l 150 300 l 50 298 l", False),
    ],
)  # fmt: skip
def test_an_area_is_a_shade_where_all_its_corners_are_those_of_a_box(
    path: str, is_shade: bool
) -> None:
    shades = Sheet(f".5 g {path} f").page().shades

    assert shades == (((50, 100, 150, 200),) if is_shade else ())


TEXT = "BT /F 10 Tf 50 300 Td (a) Tj ET"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("40 290 100 30 re", COVERED), ("40 290 100 30 re 300 20 50 50 re", ""),
        # Its sides are bent, though all its points are corners.
        ("40 290 m 140 290 140 290 140 320 c 40 320 l", ""), ("40 290 m 140 290 l 40 320 l", ""),
    ],
)  # fmt: skip
def test_one_whole_box_covers_what_is_under_it(path: str, why: str) -> None:
    assert hidden(Sheet(f"{TEXT} 1 g {path} f"))["a"] == why


# What lies under a white line.


def white_rules(ground: str, line: str = "50 296 m 150 296 l") -> int:
    """How many white rules a white line is on what was painted before."""
    sheet = Sheet(
        f"{ground} 1 G 1 w {line} S",
        resources="/XObject << /X 20 0 R >>",
        others=[streamed("x", "/Subtype /Image /Width 1 /Height 1")],
    )
    return len(sheet.page().white_rules)


@pytest.mark.parametrize(
    "ground",
    [
        ".5 g 40 290 200 10 re f", "q 200 0 0 10 40 290 cm /X Do Q", "20 w 40 296 m 240 296 l S",
        "q 40 290 200 10 re W n /H sh Q", "/H sh", f".5 g {rounded(200, 10, 40, 290)} f",
        ".5 g 40 290 200 10 re f 1 g 40 290 200 10 re f", "/Pattern cs /P scn 40 290 200 10 re f",
    ],
)  # fmt: skip
def test_a_white_line_parts_what_is_coloured_under_it(ground: str) -> None:
    assert white_rules(ground) == 1


@pytest.mark.parametrize(
    "ground",
    [
        "", "1 g 40 290 200 10 re f", ".5 g 40 200 200 10 re f", ".5 g 120 290 200 10 re f",
        # What is thin is a line, and no ground.
        ".5 g 40 294.5 200 3 re f", ".5 g 99 100 3 290 re f", "q 40 100 9 9 re W n /H sh Q",
        "1 G 20 w 40 296 m 240 296 l S", "q 40 100 9 9 re W n 200 0 0 10 40 290 cm /X Do Q",
    ],
)  # fmt: skip
def test_a_white_line_on_paper_is_nothing(ground: str) -> None:
    assert white_rules(ground) == 0


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("60 300 m 60 350 l", 1), ("60 300 m 60 210 l", 1), ("60 210 m 60 10 l", 0),
        ("40 300 m 290 300 l", 1), ("10 300 m 70 300 l", 0), ("10 300 m 100 300 l", 1),
        ("300 300 m 350 300 l", 0), ("100 380 m 100 399 l", 0),
    ],
)  # fmt: skip
def test_the_middle_of_a_white_line_tells_what_is_under_it(line: str, count: int) -> None:
    assert white_rules(".5 g 50 200 200 170 re f", line) == count


@pytest.mark.parametrize(
    ("strip", "found"),
    [
        ("60 300 1 50 re", (upright(60.5, 50, 100),)),
        ("60 210 100 1 re", (level(189.5, 60, 160),)),
        ("60 210 50 50 re", ()), ("300 210 1 50 re", ()), ("60 10 1 150 re", ()),
        ("60 300 m 61 300 l 60 350 l", ()),
    ],
)  # fmt: skip
def test_a_thin_white_area_is_a_white_rule_on_what_is_coloured(
    strip: str, found: tuple[Rule, ...]
) -> None:
    page = Sheet(f".5 g 50 200 200 170 re f 1 g {strip} f").page()

    assert page.white_rules == found


@pytest.mark.parametrize(("count", "found"), [(1999, 1), (2000, 0)])
def test_so_many_grounds_are_looked_at_and_no_more(count: int, found: int) -> None:
    many = "1 g " + "9 9 9 9 re f " * count

    assert white_rules(f".5 g 40 290 200 10 re f {many}") == found


@pytest.mark.parametrize(
    ("line", "count"),
    [("0 300 m .8 300 l", 1), ("0 300 m 0 399 l", 1), ("100 399.8 m 150 399.8 l", 1)],
)
def test_a_shading_without_a_clip_fills_the_page_to_its_edges(line: str, count: int) -> None:
    assert white_rules("/H sh", line) == count


def test_a_shading_or_picture_that_shows_nothing_is_none() -> None:
    clip = "q 40 100 9 9 re W n 300 300 9 9 re W n"

    assert white_rules(f"{clip} /H sh Q") == 0
    assert white_rules(f"{clip} 9 0 0 9 40 100 cm /X Do Q") == 0

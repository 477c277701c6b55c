"""What the operators of text set, and where the next text stands. Letters of Courier are 0.6 em."""

from __future__ import annotations

import pytest

from tests.unit.readers.pdf.engine.sheets import Sheet, run_of, text_of

FONTS = {"F": "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"}


def places(content: str) -> list[tuple[str, float, float]]:
    """Text, left side and baseline (from below) of each run."""
    marks = Sheet(f"BT /F 10 Tf {content} ET", fonts=FONTS).marks()
    return [
        (text_of(run, marks.glyphs), round(run.x0, 2), round(400 - run.baseline, 2))
        for run in marks.pages[0].runs
    ]


def ends(content: str) -> list[float]:
    """Where the glyphs end."""
    marks = Sheet(f"BT /F 10 Tf {content} ET", fonts=FONTS).marks()
    return [round(x, 2) for x in marks.glyphs.x1]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("50 300 Td (a) Tj 10 -20 Td (b) Tj", [("a", 50, 300), ("b", 60, 280)]),
        ("1 0 0 1 50 300 Tm (a) Tj 1 0 0 1 70 200 Tm (b) Tj", [("a", 50, 300), ("b", 70, 200)]),
        (
            "50 300 Td (a) Tj 0 -14 TD (b) Tj T* (c) Tj",
            [("a", 50, 300), ("b", 50, 286), ("c", 50, 272)],
        ),
        ("50 300 Td 15 TL (a) Tj (b) '", [("a", 50, 300), ("b", 50, 285)]),
        ('50 300 Td 15 TL (a) Tj 3 2 (b c) "', [("a", 50, 300), ("b c", 50, 285)]),
        ("50 300 Td (a) Tj ET BT 20 100 Td (b) Tj", [("a", 50, 300), ("b", 20, 100)]),
        ("50 300 Td 4 Ts (a) Tj", [("a", 50, 304)]),
        ("2 0 0 2 50 300 Tm (a) Tj 10 -20 Td (b) Tj", [("a", 50, 300), ("b", 70, 260)]),
    ],
)
def test_where_the_next_text_stands(content: str, found: list[tuple[str, float, float]]) -> None:
    assert places(content) == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("0 0 Td (ab) Tj", [6, 12]),
        ("0 0 Td 2 Tc (ab) Tj", [6, 14]),
        ("0 0 Td 3 Tw (a b) Tj", [6, 12, 21]),
        ("0 0 Td 50 Tz (ab) Tj", [3, 6]),
        ("0 0 Td 200 Tz 1 Tc (ab) Tj", [12, 26]),
        ("0 0 Td [(a) -500 (b)] TJ", [6, 17]),
        ("0 0 Td [(a) 100 (b)] TJ", [6, 11]),
        ('0 0 Td 3 2 (a b) "', [6, 14, 25]),
    ],
)
def test_how_far_letters_reach(content: str, found: list[float]) -> None:
    assert ends(content)[: len(found)] == found


def test_what_was_set_holds_for_what_comes_after_and_ends_with_its_state() -> None:
    content = "BT /F 10 Tf ET q BT /F 20 Tf 2 Tc 50 300 Td (a) Tj ET Q BT 50 200 Td (bc) Tj ET"
    first, second = Sheet(content, fonts=FONTS).page().runs

    assert (first.size, second.size) == (20, 10)
    assert second.x1 - second.x0 == pytest.approx(12)


def test_a_mode_that_paints_nothing_is_a_whole_number_of_any_writing() -> None:
    assert run_of("BT /F 10 Tf 3 Tr 50 300 Td (a) Tj ET").hidden
    assert run_of("BT /F 10 Tf 3.0 Tr 50 300 Td (a) Tj ET").hidden
    assert not run_of("BT /F 10 Tf 0 Tr 50 300 Td (a) Tj ET").hidden


@pytest.mark.parametrize(
    "content",
    [
        "0 0 Td {} 2 Tc (ab) Tj", "0 0 Td {} 3 Tw (a b) Tj", "0 0 Td {} 50 Tz (ab) Tj",
        "0 0 Td {} (ab) Tj", "0 0 Td {} [(a) -500 (b)] TJ", "0 0 Td {} 3 2 (a b) \"",
        "{} 5 0 Td (ab) Tj", "{} 1 0 0 1 5 0 Tm (ab) Tj", "{} /F 20 Tf 0 0 Td (ab) Tj",
    ],
)  # fmt: skip
def test_an_operator_takes_the_operands_right_before_it(content: str) -> None:
    assert ends(content.format("7")) == ends(content.format(""))


@pytest.mark.parametrize(
    "content",
    [
        "50 300 Td {} 9 TL (a) '", "50 300 Td {} 4 Ts (a) Tj", "50 300 Td {} 0 -14 TD T* (a) Tj",
        "50 300 Td {} (a) '", "50 300 Td 9 TL {} T* (a) Tj",
    ],
)  # fmt: skip
def test_so_do_those_that_move_the_line(content: str) -> None:
    assert places(content.format("7")) == places(content.format(""))

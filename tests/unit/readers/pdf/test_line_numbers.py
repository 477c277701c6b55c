"""Numbers left of all text that count lines are no content."""

from __future__ import annotations

from tests.unit.readers.pdf.drawing import Draw, furniture, lines, shown, together

TEXT = ("De dijkwachter loopt zijn ronde.", "Hij meldt wat hij ziet.", "Dan gaat hij naar huis.",
        "Daar schrijft hij het op.")  # fmt: skip


def numbered(*numbers: str, x: float = 30) -> Draw:
    """A page with numbers left of its four lines."""
    return together(lines(*TEXT), lines(*numbers, x=x))


def test_numbers_of_lines_are_no_content() -> None:
    page = numbered("1", "2", "3", "4")

    assert furniture(page) == [("line numbers", number) for number in "1234"]
    assert " ".join(shown(page)) == " ".join(TEXT)


def test_lines_may_be_numbered_by_fives() -> None:
    assert len(furniture(numbered("5", "10", "15", "20"))) == 4


def test_numbers_of_one_digit_and_of_two_are_flush_on_the_left() -> None:
    assert len(furniture(numbered("8", "9", "10", "11"))) == 4


def test_numbers_that_do_not_count_are_content() -> None:
    assert furniture(numbered("7", "2", "9", "4")) == []


def test_numbers_that_text_stands_left_of_are_content() -> None:
    page = together(numbered("1", "2", "3", "4"), lines("Nr", x=20, top=380))

    assert furniture(page) == []


def test_three_numbers_are_too_few() -> None:
    assert furniture(numbered("1", "2", "3")) == []

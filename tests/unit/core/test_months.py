"""The names of months, in full and shortened."""

from __future__ import annotations

import pytest

from pipeline.core import months


@pytest.mark.parametrize("word", ["maart", "mrt", "mrt.", "Sept.", "MEI", "febr."])
def test_names_of_months(word: str) -> None:
    assert months.is_month(word)


@pytest.mark.parametrize("word", ["maartje", "kwartaal", "", "."])
def test_what_is_no_name_of_a_month(word: str) -> None:
    assert not months.is_month(word)


@pytest.mark.parametrize("text", ["mrt. 2026", "Maart 2026", "septenber 2026"])
def test_a_text_opens_with_a_month(text: str) -> None:
    assert months.opens_with_month(text)
    assert not months.opens_with_month(f"({text})")

"""Accounts: each character is in one, and the first claim of it stands."""

from __future__ import annotations

from pipeline.document.text import Text, join
from pipeline.interpret.claims import Claims


def located(chars: str, start: int = 0) -> Text:
    """Text that stands in the source from an offset on."""
    return Text(chars, tuple(range(start, start + len(chars))), bytes(len(chars)))


def test_the_first_claim_of_a_character_stands() -> None:
    claims = Claims()

    claims.take(located("een twee"), "labels")
    claims.take(join([located("twee", 4), located("drie", 20)]), "fields")
    claims.enter([1, 30, 30], "cover")

    assert claims.totals() == {"cover": 1, "fields": 4, "labels": 7}


def test_an_account_without_a_character_of_its_own_is_none() -> None:
    claims = Claims()

    claims.take(located("een"), "labels")
    claims.take(located("een"), "fields")
    claims.take(located(" ", 9), "separators")

    assert claims.totals() == {"labels": 3}


def test_what_nobody_claimed_is_missing() -> None:
    claims = Claims()

    claims.take_signs(located("a;b"), [1])

    assert claims.missing({0, 1, 2}) == [0, 2]

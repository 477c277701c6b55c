"""Dates as profiles write them (domain.md 3.7)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.interpret.values.facts import date_fact
from pipeline.labels.dates import find_dates, whole_date
from tests.suites import examples
from tests.unit.interpret.specimens import located

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


def iso(chars: str) -> str | None:
    """The ISO form of the date that a text is."""
    found = whole_date(chars)
    return found.iso if found else None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2 maart '26", "2026-03-02"),
        ("2 maart ’26", "2026-03-02"),
        ("2 maart ‘26", "2026-03-02"),
        ("2 maart ´26", "2026-03-02"),
        ("2 maart ‛26", "2026-03-02"),
        ("9-2-2004", "2004-02-09"),
        ("26-8-2004", "2004-08-26"),
        ("11-6-2004", "2004-06-11"),
        ("11-februari-2004", "2004-02-11"),
        ("11-juni-2004", "2004-06-11"),
        ("14 februari 2013", "2013-02-14"),
        ("8 oktober 2009", "2009-10-08"),
        ("21 januari 2009", "2009-01-21"),
        ("d.d. 21 juni 2012", "2012-06-21"),
        ("01-08-2021", "2021-08-01"),
        ("1 augustus 2015", "2015-08-01"),
        ("1 jan. 2026", "2026-01-01"),
        ("3 mrt 2024", "2024-03-03"),
        ("1e mei 2024", "2024-05-01"),
        ("2026-03-02", "2026-03-02"),
        ("1/5/2024", "2024-05-01"),
        ("1.5.2024", "2024-05-01"),
        ("1-5-24", "2024-05-01"),
        ("29 februari 2024", "2024-02-29"),
        ("maandag 2 maart 2026", "2026-03-02"),
        ("2  maart\u00a02026", "2026-03-02"),
        ("2 MAART 2026", "2026-03-02"),
        ("2 maart 2026.", "2026-03-02"),
        ("(2 maart 2026)", "2026-03-02"),
        ("14 mei 25", "2025-05-14"),
        ("3-okt-24", "2024-10-03"),
        ("14.5.2025", "2025-05-14"),
    ],
)
def test_a_day_is_read_day_first(written: str, expected: str) -> None:
    assert iso(written) == expected
    assert find_dates(written)[0].precision == "day"


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_has_its_number(number: int) -> None:
    assert iso(f"1 {MONTHS[number - 1]} 2020") == f"2020-{number:02}-01"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("september 2010", "2010-09"),
        ("April 2009", "2009-04"),
        ("mei 2002", "2002-05"),
        ("sept. '10", "2010-09"),
        ("05-2025", "2025-05"),
        ("5/2025", "2025-05"),
        ("12 / 2024", "2024-12"),
    ],
)
def test_a_month_stays_a_month(written: str, expected: str) -> None:
    assert iso(written) == expected
    assert find_dates(written)[0].precision == "month"


@pytest.mark.parametrize(
    ("written", "expected"), [("2025", "2025"), ("najaar 2002", "2002"), ("Zomer 2019", "2019")]
)
def test_a_year_or_a_season_stays_a_year(written: str, expected: str) -> None:
    assert iso(written) == expected
    assert find_dates(written)[0].precision == "year"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "(datum invullen)",
        "Vastgesteld d.d.:",
        "2002-2",
        "2015-2016",
        "31-2-2024",
        "0-5-2024",
        "32-1-2024",
        "12-13-2024",
        "2024-13-01",
        "2024-02-30",
        "1 mei",
        "12 mei 24 uur",
        "13-2025",
        "0/2025",
        "versie 2.0",
        "1.2.3",
        "10:30",
        "1234",
        "123-4-2024-5",
        "06-12345678",
    ],
)
def test_what_has_no_plausible_day_and_month_is_no_date(written: str) -> None:
    assert find_dates(written) == []


@pytest.mark.parametrize("written", ["Cohort 2010 - 2011", "2 maart 2026 of 3 maart 2026"])
def test_a_text_with_two_dates_is_not_one(written: str) -> None:
    fact, (note,) = date_fact(located(written))

    assert fact is None
    assert (note.code, note.message) == ("BCP304", f"no single date in {written!r}")


@pytest.mark.parametrize("written", ["Cohort 2010 - 2011", "2015–2016", "2015/2016"])
def test_a_range_of_years_holds_no_date(written: str) -> None:
    assert find_dates(written) == []


@pytest.mark.parametrize("written", ["31 februari 2024", "31 april '24", "45 mei 2024"])
def test_an_impossible_day_is_not_read_as_its_month(written: str) -> None:
    assert find_dates(written) == []


def test_a_date_that_is_glued_to_a_word_keeps_its_precision() -> None:
    assert [d.iso for d in find_dates("Dijk12-Juni 2001")] == ["2001-06-12"]


def test_a_date_in_a_sentence_is_found_where_it_stands() -> None:
    (found,) = find_dates("Waterraad, op 17 april '25 te Ede")

    assert (found.iso, found.start, found.end) == ("2025-04-17", 14, 26)


def test_dates_are_found_in_order() -> None:
    found = find_dates("van 1 mei 2020, herzien juni 2021 en 2022-01-03")

    assert [d.iso for d in found] == ["2020-05-01", "2021-06", "2022-01-03"]


def test_words_beside_a_date_make_it_no_whole_date() -> None:
    assert iso("Bestuur KCH op 2 maart 2026") is None


@pytest.mark.parametrize(
    ("written", "expected", "dropped"),
    [
        ("najaar 2002", "2002", "najaar"),
        ("Q2 2025", "2025", "Q2"),
        ("2025-Q2", "2025", "Q2"),
        ("2e kwartaal 2025", "2025", "2e kwartaal"),
        ("tweede kwartaal van 2025", "2025", "tweede kwartaal"),
        ("eind 2025", "2025", "eind"),
        ("Concept, voorjaar 2025", "2025", "voorjaar Concept"),
    ],
)
def test_words_that_a_date_cannot_say_are_reported(
    written: str, expected: str, dropped: str
) -> None:
    fact, (note,) = date_fact(located(written))

    assert fact is not None
    assert (fact.value, note.code) == (expected, "BCP314")
    assert note.message == f"of {written!r} the date leaves out {dropped!r}"


def test_a_date_cell_may_say_more_than_its_one_date() -> None:
    fact, (note,) = date_fact(located("Ede, 2 maart 2026"))

    assert fact is not None
    assert (fact.value, fact.verbatim) == ("2026-03-02", False)
    assert note.message == "of 'Ede, 2 maart 2026' the date leaves out 'Ede'"
    assert fact.steps == ("date read from 'Ede, 2 maart 2026', precision day",)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["{d} {m} {y}", "{d}-{n}-{y}", "{d:02}-{n:02}-{y}", "{y}-{n:02}-{d:02}"]))  # fmt: skip  # noqa: E501
@examples(fast=30, slow=300)
def test_every_day_is_read_in_every_form(day, form: str) -> None:  # type: ignore[no-untyped-def]
    written = form.format(d=day.day, n=day.month, m=MONTHS[day.month - 1], y=day.year)

    assert iso(written) == day.isoformat()

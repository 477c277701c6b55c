"""A comparison as people and programs read it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import jsonschema_rs
import lxml.html
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison.record import compared
from pipeline.comparison.words import marked
from pipeline.contract.records import record_to_plain
from pipeline.contract.resources import schema_text
from pipeline.core.versions import COMPARISON
from pipeline.profile.model import Profile, SourceDocument
from pipeline.writers.comparison_page import page_of
from pipeline.writers.comparison_sheet import HEADER, workbook_of
from pipeline.writers.comparison_text import lines_of
from tests.strategies import ROUND_TRIP, TEXTS, whole_profile
from tests.unit.comparison.test_changes import BASE, CALM, INSTRUCTIONS, LISTENING, version
from tests.unit.comparison.versions import any_pairs, edited_pairs
from tests.unit.writers.test_web_page import HOSTILE

REWORDED = "Geeft zeer heldere uitleg"
NEW = version(("Gids", {"Leiden": [REWORDED, LISTENING, "Telt de kas"], "Rust": []}))


def plain(old: Profile, new: Profile) -> dict[str, Any]:
    """The comparison as JSON values."""
    found = {"$schema": COMPARISON.uri, **record_to_plain(compared(old, new))}
    copied: dict[str, Any] = json.loads(json.dumps(found))
    return copied


def errors(found: dict[str, Any]) -> tuple[bool, bool]:
    """Whether two validators find a comparison invalid."""
    schema = json.loads(schema_text(COMPARISON.file))
    kind = jsonschema.validators.validator_for(schema)
    first = kind(schema, format_checker=kind.FORMAT_CHECKER)
    second = jsonschema_rs.validator_for(schema, validate_formats=True)
    return not first.is_valid(found), not second.is_valid(found)


@given(any_pairs() | edited_pairs())
@ROUND_TRIP
def test_every_comparison_is_valid_by_its_schema(pair: tuple[Profile, Profile]) -> None:
    assert errors(plain(*pair)) == (False, False)


@pytest.mark.parametrize(
    ("key", "value"),
    [("change", "anders"), ("moved", "ja"), ("what", None), ("old_pointer", "name"), ("x", 1)],
)
def test_a_damaged_comparison_is_refused(key: str, value: object) -> None:
    found = plain(BASE, NEW)
    found["changes"][0][key] = value

    assert errors(found) == (True, True)


@given(any_pairs() | edited_pairs())
@ROUND_TRIP
def test_what_differs_shows_at_least_one_change(pair: tuple[Profile, Profile]) -> None:
    found = compared(*pair)

    assert found.equal == (not found.changes)


@given(TEXTS, TEXTS)
@ROUND_TRIP
def test_the_words_make_up_both_texts(old: str, new: str) -> None:
    words = marked(old, new)

    assert "".join(w.text for w in words if w.kind != "added") == old
    assert "".join(w.text for w in words if w.kind != "removed") == new


def test_words_are_words_and_numbers_are_whole() -> None:
    found = [
        (w.kind, w.text) for w in marked("Versie 2.1 van 's avonds", "Versie 2.10 van 's avonds")
    ]

    assert found == [
        ("same", "Versie "),
        ("removed", "2.1"),
        ("added", "2.10"),
        ("same", " van 's avonds"),
    ]


def test_a_change_says_what_and_where_it_is() -> None:
    found = [(c.change, c.what, c.where, c.old, c.new) for c in compared(BASE, NEW).changes]
    leading = ("Rol Gids", "Competentie Leiden")

    assert found == [
        ("changed", "Gedragsindicator", leading, INSTRUCTIONS, REWORDED),
        ("added", "Gedragsindicator", leading, None, "Telt de kas"),
        ("removed", "Gedragsindicator", ("Rol Gids", "Competentie Rust"), CALM, None),
    ]


def test_a_field_beside_the_text_is_shown_where_it_is_what_differs() -> None:
    sources = [(SourceDocument(text="Trendrapport", year=year),) for year in (2023, 2024)]
    old, new = (replace(whole_profile(), source_documents=source) for source in sources)
    (change,) = compared(old, new).changes

    assert (change.old, change.new) == ("Trendrapport [year: 2023]", "Trendrapport [year: 2024]")


def test_what_is_empty_is_shown_to_people_and_left_as_it_is_in_json() -> None:
    old, new = (replace(whole_profile(), version=written) for written in ("", "3.0"))
    comparison = compared(old, new)
    found = plain(old, new)["changes"][0]

    assert (found["old"], found["new"], found["words"]) == (
        "",
        "3.0",
        [{"kind": "added", "text": "3.0"}],
    )
    assert errors(plain(old, new)) == (False, False)
    assert any("(leeg) -> 3.0" in line for line in lines_of(comparison))
    assert '<span class="none">(leeg)</span>' in page_of(comparison).decode()


def test_text_for_the_terminal_marks_words_without_colour() -> None:
    assert list(lines_of(compared(BASE, NEW)))[1:] == [
        "  Rol Gids > Competentie Leiden",
        "    ~ Gedragsindicator: Geeft{+ zeer+} heldere [-instructies-]{+uitleg+}",
        "    + Gedragsindicator: Telt de kas",
        "  Rol Gids > Competentie Rust",
        f"    - Gedragsindicator: {CALM}",
    ]


def test_the_page_marks_the_words_of_each_side() -> None:
    tree: Any = lxml.html.fromstring(page_of(compared(BASE, NEW)))

    assert [e.text for e in tree.xpath("//del")] == ["instructies", CALM]
    assert [e.text for e in tree.xpath("//ins")] == [" zeer", "uitleg", "Telt de kas"]
    cells = ["".join(cell.itertext()) for cell in tree.xpath("//tbody/tr/td")]
    assert cells[1:3] == [INSTRUCTIONS, REWORDED]


def test_texts_of_a_page_are_never_markup() -> None:
    old = version((HOSTILE, {HOSTILE: [HOSTILE, CALM]}))
    new = version((HOSTILE, {HOSTILE: [f"{HOSTILE} x", f"{HOSTILE} y"]}))
    tree: Any = lxml.html.fromstring(page_of(compared(replace(old, name=HOSTILE), new)))

    assert not tree.xpath("//script | //img | //@onerror")
    assert HOSTILE in "".join(tree.itertext())


def test_the_workbook_has_a_row_for_each_change_and_the_same_bytes() -> None:
    comparison = compared(BASE, NEW)
    data = workbook_of([comparison, comparison])
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = [[cell.value for cell in row] for row in book["Verschillen"].iter_rows()]

    assert data == workbook_of([comparison, comparison])
    assert rows[0] == list(HEADER)
    assert [row[1] for row in rows[1:]] == ["gewijzigd", "toegevoegd", "vervallen"] * 2
    assert rows[1][4:7] == ["Rol Gids > Competentie Leiden", INSTRUCTIONS, REWORDED]
    assert book["Verschillen"].auto_filter.ref == "A1:J7"
    assert {cell.data_type for row in book["Verschillen"].iter_rows() for cell in row} <= {"s", "n"}


@given(st.lists(TEXTS, min_size=1, max_size=5))
@ROUND_TRIP
def test_any_text_stays_on_the_line_of_its_change(texts: list[str]) -> None:
    new = version(("Gids", {"Leiden": texts}))
    lines = list(lines_of(compared(version(("Gids", {"Leiden": []})), new)))

    assert all("\n" not in line and "\r" not in line for line in lines)

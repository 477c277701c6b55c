"""Whatever tree of nodes a profile has, each format tells all of it, and knows none by name."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape

import openpyxl
import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from pipeline.profile.model import Profile
from pipeline.writers import WRITERS, markdown, skos, spreadsheet, web_page
from pipeline.writers.edition import Edition
from tests.unit.writers import test_any_profile
from tests.unit.writers.core_tasks import core_task_profile, wider_profile
from tests.unit.writers.test_workbooks import data_of
from tests.unit.writers.tricky import statements

PROFILES = {"core tasks": core_task_profile, "a tree that is new": wider_profile}
each_profile = pytest.mark.parametrize("make", PROFILES.values(), ids=PROFILES)
Reader = Callable[[Profile], set[str]]


def _skos(profile: Profile) -> set[str]:
    turtle = next(data for name, data in skos.write(Edition(profile)).items() if "ttl" in name)
    concepts = Graph().parse(data=turtle, format="turtle").subjects(RDF.type, SKOS.Concept)
    return {str(concept).replace("urn:uuid:", "bcp-") for concept in concepts}


def _markdown(profile: Profile) -> str:
    return re.sub(r"\\(.)", r"\1", data_of(markdown, profile).decode())


def _html(profile: Profile) -> str:
    return unescape(data_of(web_page, profile).decode())


def _xlsx(profile: Profile) -> str:
    sheet = openpyxl.load_workbook(io.BytesIO(data_of(spreadsheet, profile)))["Profiel"]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)


BY_ID: dict[str, Reader] = {
    "moodle": test_any_profile.moodle_ids,
    "canvas": test_any_profile.canvas_ids,
    "itslearning": test_any_profile.itslearning_ids,
    "case": test_any_profile.case_ids,
    "oeapi": test_any_profile.oeapi_ids,
    "skos": _skos,
}
BY_TEXT = {"markdown": _markdown, "html": _html, "xlsx": _xlsx}
# These have all that the model has; they are tested by their round trips.
WHOLE = {"json", "xml", "csv", "sqlite"}


def test_no_format_goes_untested() -> None:
    assert {writer.name for writer in WRITERS} == {*BY_ID, *BY_TEXT, *WHOLE}


@each_profile
@pytest.mark.parametrize("name", BY_ID)
def test_every_statement_is_found_by_its_id(make: Callable[[], Profile], name: str) -> None:
    profile = make()

    assert set(statements(profile)) <= BY_ID[name](profile)


@each_profile
@pytest.mark.parametrize("name", BY_TEXT)
def test_every_statement_is_read_as_often_as_it_is_made(
    make: Callable[[], Profile], name: str
) -> None:
    profile = make()
    said = [statement.text for statement in statements(profile).values()]
    shown = BY_TEXT[name](profile)

    for text in said:
        assert shown.count(text) >= said.count(text), text


def test_headings_deeper_than_a_format_has_say_how_deep_they_are() -> None:
    profile = core_task_profile()

    assert "\n\n**E Samenwerken**\n\n" in _markdown(profile)
    assert re.search(r'<h6 id="bcp-[0-9a-f-]+" aria-level="7">E Samenwerken</h6>', _html(profile))
    assert "#######" not in _markdown(profile)

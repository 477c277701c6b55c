"""The outcomes as Canvas' importer takes them: known headers, parents above, groups as parents."""

from __future__ import annotations

import csv
import io
from html import unescape

import pytest

from pipeline.profile.model import Profile
from pipeline.writers import canvas
from pipeline.writers.edition import Edition
from tests.unit.writers.tricky import samples, statements, tricky_profile

PROFILES = samples()
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
GROUPS = {"roles", "core_tasks", "work_processes", "competencies"}
REQUIRED = {"vendor_guid", "object_type", "title"}
OPTIONAL = {
    "canvas_id", "course_id", "description", "friendly_description", "display_name",
    "parent_guids", "calculation_method", "calculation_int", "mastery_points", "workflow_state",
}  # fmt: skip


def imported(data: bytes) -> dict[str, dict[str, str]]:
    """The rows by id as `Outcomes::CSVImporter` takes them (interop.md, 3.5); ValueError if not."""
    header, *rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    named = header[: header.index("ratings")]
    if not set(named) >= REQUIRED or set(named) - REQUIRED - OPTIONAL:
        raise ValueError("Invalid fields")
    if any(header[len(named) + 1 :]):
        raise ValueError("ratings must be the last header")
    found: dict[str, dict[str, str]] = {}
    for cells in rows:
        row = dict(zip(named, cells, strict=False))
        _check_row(row, cells[len(named) :], found)
        found[row["vendor_guid"]] = row
    return found


def _check_row(row: dict[str, str], ratings: list[str], above: dict[str, dict[str, str]]) -> None:
    guid = row["vendor_guid"]
    if not guid or any(char.isspace() or char == ":" for char in guid) or guid in above:
        raise ValueError(f"vendor_guid {guid!r}")
    if not row["title"] or row["object_type"] not in ("group", "outcome"):
        raise ValueError(f"title or object_type of {guid}")
    parents = row["parent_guids"].split()
    if any(above.get(parent, {}).get("object_type") != "group" for parent in parents):
        raise ValueError(f"parents of {guid}")
    if len(row["friendly_description"]) > 255:
        raise ValueError(f"friendly_description of {guid}")
    if row["object_type"] == "group":
        if len(parents) > 1 or any(ratings) or row["calculation_method"] or row["mastery_points"]:
            raise ValueError(f"group {guid}")
        return
    points = [float(cell) for cell in ratings[::2] if cell]
    if points != sorted(points, reverse=True) or len(points) < 2:
        raise ValueError(f"ratings of {guid}")
    if not min(points) <= float(row["mastery_points"]) <= max(points):
        raise ValueError(f"mastery_points of {guid}")


def file_of(profile: Profile) -> bytes:
    """The file of a profile."""
    (data,) = canvas.write(Edition(profile)).values()
    return data


@each_profile
def test_no_statement_is_lost_and_each_has_its_parent_and_its_whole_text(profile: Profile) -> None:
    found = imported(file_of(profile))
    tree = Edition(profile).tree
    expected = statements(profile)

    assert found[tree.id]["parent_guids"] == ""
    for key, statement in expected.items():
        row = found[key]
        parent = row["parent_guids"]
        is_of_ours = parent not in expected and parent != tree.id
        above = found[parent]["parent_guids"] if is_of_ours else parent
        first = unescape(row["description"].partition("</p>")[0].removeprefix("<p>"))

        assert first == " ".join(statement.text.split())
        assert above == (statement.parent or tree.id)
        is_group = statement.kind in GROUPS
        assert row["object_type"] == ("group" if is_group else "outcome")


def test_a_second_import_of_the_same_statement_updates_it() -> None:
    first, second = imported(file_of(tricky_profile())), imported(file_of(tricky_profile()))

    assert set(first) == set(second)


DATA = file_of(tricky_profile()).decode()
LINES = DATA.split("\r\n")


@pytest.mark.parametrize(
    "damaged",
    [
        DATA.replace("friendly_description", "kind_description", 1),
        DATA.replace("ratings,", "ratings,extra", 1),
        "\r\n".join([LINES[0], *reversed(LINES[1:-1]), ""]),
        "\r\n".join([*LINES[:3], *LINES[2:]]),
        DATA.replace(",outcome,1.1,", ",uitkomst,1.1,", 1),
        DATA.replace(",outcome,1.1,", ",outcome,,", 1),
        DATA.replace("bcp-", "urn:uuid:", 1),
        DATA.replace("latest,2,2,", "latest,9,2,", 1),
        DATA.replace("2,Bekwaam,1,", "0,Bekwaam,1,", 1),
    ],
)
def test_what_canvas_refuses_is_refused(damaged: str) -> None:
    assert damaged != DATA

    with pytest.raises(ValueError, match=r"\w"):
        imported(damaged.encode())

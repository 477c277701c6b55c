"""Lists of one name are one table, also those of a tree that nobody thought of."""

from __future__ import annotations

from dataclasses import make_dataclass
from typing import Any

import pytest

from pipeline.contract.table_records import Records, tables_below
from pipeline.profile.model import Competency, described

IDENTIFIER = ("id", str, described("Identificatie", "", required=True))


def node(name: str, *fields: tuple[str, Any, Any]) -> Any:
    """A class of nodes with those fields."""
    return make_dataclass(name, (IDENTIFIER, *fields), frozen=True, kw_only=True)


def many(name: str, member: Any, singular: str) -> tuple[str, Any, Any]:
    """A field with a list of such members."""
    hint = tuple[member, ...] | None
    return name, hint, described(name.title(), "", singular=singular)


Criterion = node("Criterion", many("sources", str, "source"))
Task = node("Task", many("criteria", Criterion, "criterion"))
Area = node("Area", many("criteria", Criterion, "criterion"), many("tasks", Task, "task"))


def tables(*fields: tuple[str, Any, Any]) -> dict[str, Records]:
    """The tables of a file whose root has those lists."""
    return tables_below(Records("files", node("File", *fields), "file", "Bestand"))


def test_a_list_that_stands_below_one_thing_or_another_is_one_table() -> None:
    found = tables(many("areas", Area, "area"), many("criteria", Criterion, "criterion"))

    assert list(found) == ["files", "areas", "tasks", "criteria", "sources"]
    links = [(link.records.table, link.always) for link in found["criteria"].links]
    assert links == [("files", True), ("areas", False), ("tasks", False)]
    assert found["criteria"].key == ("file_id", "criterion_id")
    assert found["sources"].link_columns == ("file_id", "area_id", "task_id", "criterion_id")
    assert found["sources"].key == ("file_id", "criterion_id", "position")
    assert found["tasks"].link_columns == ("file_id", "area_id")


def test_an_area_may_hold_what_the_model_has() -> None:
    found = tables(
        many("areas", node("Other", many("competencies", Competency, "competency")), "area")
    )

    assert found["indicators"].link_columns == ("file_id", "area_id", "competency_id")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (many("criteria", Task, "criterion"), "the lists named criteria hold different things"),
        (many("criteria", Criterion, "demand"), "the lists named criteria hold different things"),
        (many("works", Task, "task"), "the lists tasks and works both call a member task"),
        (many("sources", str, "source"), "criteria, files hold lists named sources without ident"),
    ],
)
def test_lists_that_cannot_be_one_table_are_refused(
    other: tuple[str, Any, Any], reason: str
) -> None:
    with pytest.raises(TypeError, match=reason):
        tables(many("tasks", Task, "task"), other)

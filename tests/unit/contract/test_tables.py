"""Profiles as tables and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from pipeline.contract.shapes import Kind, classes_below, model_fields
from pipeline.contract.table_descriptions import Table, all_tables
from pipeline.contract.table_versions import stored_columns
from pipeline.contract.tables import Tables, TablesError, from_tables, to_tables
from pipeline.profile.codec import DecodeError
from pipeline.profile.model import Description, ItemList, Paragraph, Profile, Trends
from tests.strategies import hollow_profile, whole_profile

TABLES = {table.name: table for table in all_tables()}


def profile(**changes: object) -> Profile:
    """The profile with nothing but its required fields, changed."""
    optional = [field.name for field in model_fields(Profile) if not field.required]
    values: dict[str, Any] = dict.fromkeys(optional) | changes
    return replace(whole_profile(), **values)


def scalars(cls: type, prefix: str = "") -> Iterator[str]:
    """The column names of a class."""
    for field in model_fields(cls):
        if field.kind is Kind.SCALAR:
            yield prefix + field.name
        elif field.kind is Kind.OBJECT:
            yield from scalars(field.hint, f"{prefix}{field.name}_")


def column_names(table: Table) -> list[str]:
    """The names of the columns of a table."""
    return [column.name for column in table.columns]


def test_all_lists_of_one_name_are_one_table() -> None:
    lists = {
        field.name
        for cls in classes_below(Profile)
        if cls not in (Paragraph, ItemList)
        for field in model_fields(cls)
        if field.kind in (Kind.STRINGS, Kind.OBJECTS)
    }

    assert set(TABLES) == {"profiles", *lists, "text_blocks", "empty_fields"}
    assert len(TABLES) == len(all_tables())


def test_every_scalar_of_every_class_is_a_column() -> None:
    for cls in classes_below(Profile):
        for field in model_fields(cls) if cls not in (Paragraph, ItemList) else ():
            if field.kind is Kind.OBJECTS:
                columns = set(column_names(TABLES[field.name]))
                own_id = f"{field.singular}_id"
                assert {own_id if n == "id" else n for n in scalars(field.member)} <= columns
    assert set(scalars(Profile)) - {"id"} <= set(column_names(TABLES["profiles"]))


def test_every_column_is_named_once_and_described() -> None:
    for table in all_tables():
        assert len(column_names(table)) == len(set(column_names(table)))
        assert all(c.title and c.description and c.examples for c in table.columns)


def test_every_table_has_a_primary_key_a_position_and_refers_to_its_profile() -> None:
    for table in all_tables():
        assert set(table.primary_key) <= set(column_names(table))
        assert "position" in column_names(table)
        assert table.name == "profiles" or table.foreign_keys[0].table == "profiles"


def test_every_foreign_key_is_the_primary_key_of_its_table() -> None:
    for table in all_tables():
        for key in (*table.foreign_keys, *table.nullable_keys):
            assert key.references == TABLES[key.table].primary_key
            assert set(key.columns) <= set(column_names(table))


def test_a_key_is_nullable_exactly_where_one_of_its_columns_is() -> None:
    for table in all_tables():
        required = {column.name for column in table.columns if column.required}
        assert all(set(key.columns) <= required for key in table.foreign_keys)
        assert not any(set(key.columns) <= required for key in table.nullable_keys)


def test_a_table_comes_after_those_that_its_rows_name() -> None:
    names = list(TABLES)

    for table in all_tables():
        for key in (*table.foreign_keys, *table.nullable_keys):
            assert names.index(key.table) < names.index(table.name)


def test_the_columns_of_a_version_are_all_in_the_next_and_in_their_order() -> None:
    for name, stored in stored_columns("1.0.0").items():
        old = [column.name for column in stored]
        assert [column for column in column_names(TABLES[name]) if column in old] == old


def test_an_indicator_names_its_competency_and_its_role() -> None:
    row = to_tables([whole_profile()])["indicators"][0]
    (role,) = whole_profile().roles or ()
    (competency,) = role.competencies or ()

    assert (row["role_id"], row["competency_id"]) == (role.id, competency.id)
    assert row["core_task_id"] is row["work_process_id"] is None
    assert row["text"] == competency.indicators[0].text


def test_a_competency_names_what_stands_around_it_and_nothing_else() -> None:
    (role,) = whole_profile().roles or ()
    (task,) = whole_profile().core_tasks or ()
    (process,) = task.work_processes or ()

    around = ("role_id", "core_task_id", "work_process_id")
    rows = to_tables([whole_profile()])["competencies"]
    assert [tuple(row[column] for column in around) for row in rows] == [
        (role.id, None, None),
        (None, task.id, None),
        (None, task.id, process.id),
        (None, None, None),
    ]
    assert {row["position"] for row in rows} == {0}


def test_a_single_object_becomes_columns_with_its_name_as_prefix() -> None:
    (row,) = to_tables([whole_profile()])["profiles"]

    assert row["source_file"] == "profiel.txt"
    assert row["derived_eqf_level"] == 4


def test_a_text_block_tells_its_field_and_the_record_that_holds_it() -> None:
    (role,) = whole_profile().roles or ()
    rows = to_tables([whole_profile()])["text_blocks"]

    (paragraph, first, second) = [row for row in rows if row["field"] == "roles/description"]
    assert {row["pointer"] for row in (paragraph, first, second)} == {"/roles/0/description"}
    assert {row["role_id"] for row in (paragraph, first, second)} == {role.id}
    assert (paragraph["type"], paragraph["block"], paragraph["item"]) == ("paragraph", 0, None)
    assert (first["type"], first["block"], first["item"]) == ("list", 1, 0)
    assert second["item"] == 1


def test_a_text_block_outside_any_record_names_none() -> None:
    rows = to_tables([whole_profile()])["text_blocks"]

    assert {row["role_id"] for row in rows if row["field"] == "career_prospects"} == {None}


def test_what_is_empty_stands_in_the_table_of_empty_fields() -> None:
    given = profile(
        short_name="", job_titles=(), description=Description(), trends=Trends(developments=())
    )

    pointers = [row["pointer"] for row in to_tables([given])["empty_fields"]]
    assert pointers == ["/short_name", "/job_titles", "/description", "/trends/developments"]


@pytest.mark.parametrize(
    "given",
    [
        profile(),
        profile(short_name="", job_titles=(), description=Description(), roles=()),
        profile(career_prospects=(Paragraph(text=""), ItemList(ordered=True, items=()))),
        whole_profile(),
        hollow_profile(),
    ],
    ids=["bare", "empty fields", "empty blocks", "whole", "hollow"],
)
def test_a_profile_comes_back_from_its_tables(given: Profile) -> None:
    assert from_tables(to_tables([given])) == [given]


def test_profiles_with_the_same_elements_come_back_apart_and_in_their_order() -> None:
    given = [replace(whole_profile(), id=name) for name in ("b-v2", "a-v1")]

    assert from_tables(to_tables(given)) == given


def test_the_order_of_the_rows_does_not_matter() -> None:
    tables = {name: rows[::-1] for name, rows in to_tables([whole_profile()]).items()}

    assert from_tables(tables) == [whole_profile()]


def test_two_profiles_with_one_id_are_refused() -> None:
    with pytest.raises(TablesError, match=r"profiles: 2 rows have the key \(profile_id\)"):
        to_tables([profile(), profile()])


def test_two_elements_with_one_identifier_are_refused() -> None:
    (role,) = whole_profile().roles or ()

    with pytest.raises(TablesError, match=r"roles: 2 rows have the key"):
        to_tables([profile(roles=(role, role))])


def without_table(tables: Tables) -> None:
    """Takes a table away."""
    del tables["roles"]


def without_parent(tables: Tables) -> None:
    """Takes a role away and leaves what is in it."""
    tables["roles"].clear()


def with_two_parents(tables: Tables) -> None:
    """Puts a competency into a role and into a core task."""
    tables["competencies"][0]["core_task_id"] = tables["core_tasks"][0]["core_task_id"]


def without_field(tables: Tables) -> None:
    """Lets a text block belong to a field that does not exist."""
    tables["text_blocks"][-1]["pointer"] = "/salary"


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (without_table, "the table roles is missing"),
        (without_parent, r"knowledge_and_skills: 1 of \d+ rows belong to no profile"),
        (with_two_parents, r"competencies: 1 of \d+ rows belong to no profile"),
        (without_field, "text_blocks: 1 of"),
    ],
)
def test_tables_that_do_not_stand_for_profiles_are_refused(damage, reason: str) -> None:  # type: ignore[no-untyped-def]
    tables = to_tables([whole_profile()])
    damage(tables)

    with pytest.raises(TablesError, match=reason):
        from_tables(tables)


def test_a_row_without_a_required_value_is_refused_with_its_pointer() -> None:
    tables = to_tables([whole_profile()])
    tables["unplaced"][0]["label"] = None

    with pytest.raises(DecodeError, match="/unplaced/0: the key 'label' is missing"):
        from_tables(tables)

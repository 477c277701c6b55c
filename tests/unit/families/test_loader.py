"""Families are put together from their own file, from what they share, and from what users add."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.families import (
    DIMENSIONS,
    KINDS,
    PROFILE,
    Family,
    FamilyError,
    load_families,
    parse_family,
)
from pipeline.families.model import Field
from tests.unit.families.written import FILE, SMALL, changed, line_of, refused, with_field

SHARED = load_families()[0].field("developed_by").labels


def field(path: str, labels: str, *lines: str) -> str:
    """An entry of a field, as it is added."""
    return "\n".join(["[[field]]", f'path = "{path}"', *lines, f"labels = {labels}", ""])


def add(folder: Path, *entries: str, name: str = "role-based", file: str = "more.toml") -> Path:
    """A file that adds entries to a family."""
    path = folder / file
    path.write_text("\n".join([f'[family]\nname = "{name}"\n', *entries]), "utf-8")
    return path


def family(name: str, *added: Path) -> Family:
    """A family, with what files add."""
    return next(found for found in load_families(added) if found.name == name)


NAMES = [found.name for found in load_families()]


def test_the_families_that_come_with_the_program_load() -> None:
    assert {"core-tasks", "role-based"} <= set(NAMES)


def test_loading_twice_gives_the_same_families() -> None:
    assert load_families() is load_families()


def test_every_kind_is_used_by_some_field() -> None:
    used = {field.kind for family in load_families() for field in family.fields}

    assert used == set(KINDS)


@pytest.mark.parametrize("found", load_families(), ids=lambda found: found.name)
def test_every_dimension_has_its_titles(found: Family) -> None:
    assert [trend.dimension for trend in found.trends] == list(DIMENSIONS)


def test_a_field_is_found_by_its_id() -> None:
    assert family("role-based").field("role.consequence_of_error").labels[0] == "Afbreukrisico"
    assert family("core-tasks").field("legitimations.content").sets == (("aspect", "content"),)


def test_all_of_a_family_is_text_that_is_written_again_in_other_programs() -> None:
    def leaves(value: Any) -> set[type]:
        if is_dataclass(value):
            value = tuple(getattr(value, f.name) for f in fields(value))
        return {type(value)} if not isinstance(value, tuple) else set().union(*map(leaves, value))

    assert leaves(load_families()) == {str, int}


# Within one file and what it shares.


def test_a_shared_field_gets_a_label_of_the_family_which_is_the_canonical_one() -> None:
    found = parse_family(SMALL + field("developed_by", '["Uitgedacht door"]'), FILE)

    assert found.field("developed_by").labels == ("Uitgedacht door", *SHARED)
    assert found.field("developed_by").kind == "organisations"


def test_an_own_meaning_of_a_label_counts_and_not_the_shared_one() -> None:
    text = with_field("code", "text", section="general_information")
    found = parse_family(text.replace("Bijzonderheden", "UITGAVE:"), FILE)

    assert "Uitgave" not in found.field("version").labels
    assert "UITGAVE:" in found.field("code").labels


def test_a_shared_field_may_stand_in_another_section_of_the_family() -> None:
    more = field("developed_by", '["Ontwikkeld door"]', 'section = "tasks"')
    found = parse_family(SMALL + more, FILE)

    assert found.field("developed_by").section == "tasks"
    assert found.field("developed_by").labels == SHARED


def test_fields_that_set_different_things_are_different_fields() -> None:
    text = SMALL
    for aspect in ("format", "content"):
        lines = ('kind = "legitimations"', 'section = "general_information"')
        label = f'["Legitimering ({aspect})"]'
        text += field("legitimations", label, *lines, f'sets = {{ aspect = "{aspect}" }}')
    found = parse_family(text, FILE)

    assert [f.id for f in found.fields if f.path == "legitimations"] == [
        "legitimations.format",
        "legitimations.content",
        "legitimations",
    ]


def test_one_field_twice_in_one_file_is_told() -> None:
    text = SMALL + field("developed_by", '["Uitgedacht door"]')
    text += field("developed_by", '["Bedacht door"]')
    told = refused(text)

    assert "is that of [[field]] number 4 again" in told.message
    assert told.line == line_of(text, "Bedacht") - 2


def test_shared_sections_come_before_the_own_ones_and_take_titles() -> None:
    titles = 'id = "trends"\nlabels = ["Vooruitblik"]\n\n[[section]]\nid = "tasks"'
    found = parse_family(changed('id = "tasks"', titles), FILE)

    ids = ["general_information", "description", "trends", "tasks"]
    assert [section.id for section in found.sections] == ids
    assert found.sections[2].labels[:2] == ("Vooruitblik", "Trends en innovaties")


# What users add.


def test_an_added_label_is_one_of_the_field_and_the_canonical_one_stays(tmp_path: Path) -> None:
    more = add(tmp_path, field("developed_by", '["Uitgedacht door"]'))

    assert family("role-based", more).field("developed_by").labels == (
        SHARED[0],
        "Uitgedacht door",
        *SHARED[1:],
    )
    assert "Uitgedacht door" not in family("core-tasks", more).field("developed_by").labels


def test_what_is_added_changes_nothing_else(tmp_path: Path) -> None:
    more = add(tmp_path, field("developed_by", '["Uitgedacht door"]'))
    before, after = family("role-based"), family("role-based", more)

    def others(found: Family) -> list[Field]:
        return [f for f in found.fields if f.id != "developed_by"]

    assert others(before) == others(after)
    assert (before.nodes, before.sections, before.words) == (
        after.nodes,
        after.sections,
        after.words,
    )


def test_an_added_label_of_another_field_is_taken_from_it(tmp_path: Path) -> None:
    more = add(tmp_path, field("developed_by", '["Uitgave"]'))
    found = family("role-based", more)

    assert "Uitgave" not in found.field("version").labels
    assert "Uitgave" in found.field("developed_by").labels


def test_a_foreign_label_becomes_known_when_it_is_added(tmp_path: Path) -> None:
    label = family("role-based").foreign[0]
    found = family("role-based", add(tmp_path, field("developed_by", f'["{label}"]')))

    assert label not in found.foreign


def test_what_a_family_prints_proves_no_other_document(tmp_path: Path) -> None:
    more = add(tmp_path, field("developed_by", '["Studiebelastingsuren"]'))

    def proofs(found: Family) -> set[str]:
        return {label for kind in found.look_alikes for label in kind.proofs}

    assert proofs(family("role-based")) - proofs(family("role-based", more)) == {
        "Studiebelastingsuren"
    }


def test_a_new_field_of_the_model_can_be_added(tmp_path: Path) -> None:
    lines = ('kind = "decided_at"', 'section = "general_information"')
    found = family("role-based", add(tmp_path, field("legitimations.place", '["Plaats"]', *lines)))

    assert found.fields[-1] == Field(
        "legitimations.place", "decided_at", "general_information", ("Plaats",), PROFILE
    )


def test_an_opener_can_be_added_to_a_node(tmp_path: Path) -> None:
    more = add(tmp_path, '[[node]]\nid = "role"\nopeners = ["Functierol {n}: {name}"]\n')
    before, after = family("role-based").node("role"), family("role-based", more).node("role")

    assert after.openers == ("Functierol {n}: {name}", *before.openers)
    assert (after.path, after.inside, after.text) == (before.path, before.inside, before.text)


def test_a_family_of_its_own_is_one_more(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, "utf-8")

    assert [f.name for f in load_families([path])] == [*NAMES, "small"]
    more = add(tmp_path, field("core_tasks", '["Alle taken"]'), name="small")
    labels = family("small", path, more).field("core_tasks").labels
    assert labels == ("Overzicht van de taken", "Alle taken")


@pytest.mark.parametrize(
    ("entry", "part", "message"),
    [
        (field("developed_bye", '["X y"]'), "[[field]]", "has no field 'developed_bye'"),
        (field("developed_by", '["X y"]', 'kind = "text"'), 'kind = "text"',
         "'kind' is 'organisations' in shared/profile.toml"),
        (field("developed_by", '["X y"]', 'section = "roles"'), "section = ",
         "'section' is 'general_information' in shared/profile.toml"),
        (field("developed_by", '["X y"]', 'node = "role"'), "[[field]]",
         "has no field 'developed_by' of node 'role'"),
        (field("responsibility", '["X y"]'), "[[field]]",
         "has no field 'responsibility' of the profile itself"),
        ('[[node]]\nid = "roll"\nopeners = ["Rolletje {n} {name}"]', "[[node]]",
         "has no node 'roll'"),
        ('[[node]]\nid = "role"\npath = "core_tasks"', "path = ", "'path' is 'roles'"),
        ("[evidence]\nminimum_with_title = 1\nminimum_without_title = 2", "[evidence]",
         "only a family of its own has it"),
        ('[words]\nstop = ["de"]', "[words]", "only a family of its own has it"),
        ("[foreign]", "[foreign]", "the key 'labels' is missing"),
        (field("developed_by", '["X y"]') + field("version", '["x  Y:"]'), '"X y"',
         "is of 'version' and of 'developed_by'"),
        ('[foreign]\nlabels = ["Versie"]', "Versie", "is of 'version' and of '[foreign]'"),
    ],
)  # fmt: skip
def test_an_addition_that_does_not_fit_is_told_in_the_file_of_the_user(
    entry: str, part: str, message: str, tmp_path: Path
) -> None:
    more = add(tmp_path, entry)
    with pytest.raises(FamilyError) as refusal:
        load_families([more])

    assert message in refusal.value.message
    assert refusal.value.file == str(more)
    assert refusal.value.line == line_of(more.read_text("utf-8"), part)


def test_what_two_added_files_say_of_one_label_must_agree(tmp_path: Path) -> None:
    one = add(tmp_path, field("developed_by", '["X y"]'), file="een.toml")
    two = add(tmp_path, field("version", '["X y"]'), file="twee.toml")

    with pytest.raises(FamilyError, match="is of 'version' and of 'developed_by'"):
        load_families([one, two])


def test_a_name_that_no_family_has_is_told_with_those_there_are(tmp_path: Path) -> None:
    more = add(tmp_path, field("developed_by", '["X y"]'), name="role-basd")
    with pytest.raises(FamilyError) as refusal:
        load_families([more])

    assert "there is no family 'role-basd' to add to" in refusal.value.message
    assert str(NAMES) in refusal.value.remedy
    assert refusal.value.line == 2


def test_a_family_with_a_name_that_is_taken_is_told(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(changed('name = "small"', 'name = "role-based"'), "utf-8")

    with pytest.raises(FamilyError, match="give the family another name") as refusal:
        load_families([path])
    assert "the family 'role-based' is there" in refusal.value.message
    assert "its 'title' is that of role_based.toml" in refusal.value.message


def test_a_file_with_a_byte_order_mark_and_line_ends_of_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())

    assert family("small", path) == parse_family(SMALL)


def test_a_file_that_is_given_twice_says_the_same(tmp_path: Path) -> None:
    more = add(tmp_path, field("developed_by", '["Uitgedacht door"]'))

    assert family("role-based", more, more) == family("role-based", more)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FamilyError, match=r"none\.toml: cannot be read: No such file"):
        load_families([tmp_path / "none.toml"])
    path = tmp_path / "latin.toml"
    path.write_bytes(b'[family]\nname = "caf\xe9"\n')
    with pytest.raises(FamilyError, match=r"latin\.toml, line 2: is not UTF-8"):
        load_families([path])


@pytest.mark.parametrize(
    "path",
    [
        "status", "steering_body", "commissioned_by", "description.summary", "description.result",
        "legal_requirements", "sector_requirements",
    ],
)  # fmt: skip
def test_what_the_form_of_one_family_asks_of_an_occupation_all_families_know(path: str) -> None:
    assert all(family(name).field(path).labels for name in NAMES)

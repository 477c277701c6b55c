"""A layout file is read whole or refused with the place of its fault."""

from __future__ import annotations

from importlib.resources import files

import pytest

from pipeline.layouts import DIMENSIONS, KINDS, FamilyError, parse_family

ROLE_BASED = files("pipeline.layouts").joinpath("role_based.toml").read_text("utf-8")


def changed(old: str, new: str) -> str:
    assert old in ROLE_BASED
    return ROLE_BASED.replace(old, new, 1)


def test_the_layouts_that_come_with_the_program_load() -> None:
    assert [layout.name for layout in load_families()] == ["role-based"]


def test_loading_twice_gives_the_same_layouts() -> None:
    assert load_families() is load_families()


def test_every_kind_is_used_by_some_field() -> None:
    assert {field.kind for field in load_families()[0].fields} == set(KINDS)


def test_every_dimension_has_its_titles() -> None:
    assert [trend.dimension for trend in load_families()[0].trends] == list(DIMENSIONS)


def test_a_field_is_found_by_its_id() -> None:
    layout = load_families()[0]
    assert layout.field("role.consequence_of_error").labels[0] == "Afbreukrisico"
    with pytest.raises(KeyError):
        layout.field("salary")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "name_cell"', 'kind = "nonsense"', "kind 'nonsense' is unknown"),
        ('scope = "role"', 'scope = "roll"', "scope 'roll' is unknown"),
        ('section = "trends"', 'section = "fashion"', "section 'fashion' is unknown"),
        ('dimension = "economic"', 'dimension = "magic"', "dimension 'magic' is unknown"),
        ('title = "Rol', 'colour = "red"\ntitle = "Rol', "[layout]: unknown key 'colour'"),
        ('id = "sector"\n', "", "number 3: key 'id' is missing"),
        ('id = "sector"', 'id = "name"', "field 'name' occurs twice"),
        ('"Naam BCP", "Naam van het BCP"', '"Versie", "Naam BCP"', "duplicate label 'Versie'"),
        ('"Kerntaken", "Kerntaak",', '"Attitude", "Kerntaak",', "duplicate label 'Attitude'"),
        ("minimum_with_title = 4", 'minimum_with_title = "4"', "must be int"),
        ('pattern = "Rol {n}: {role}"', 'pattern = "Rol {n}"', "must hold {role} once"),
        ('"Rollen en competenties", ', '"", ', "strings that are not empty"),
        ('name = "role-based"', "name = ", "not valid TOML"),
    ],
)
def test_a_faulty_layout_is_refused_with_its_place(old: str, new: str, message: str) -> None:
    with pytest.raises(FamilyError, match=r"^mine\.toml: ") as refusal:
        parse_family(changed(old, new), "mine.toml")
    assert message in str(refusal.value)

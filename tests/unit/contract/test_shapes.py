"""Model classes as descriptions."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.contract.shapes import (
    Kind,
    class_description,
    class_title,
    classes_below,
    example_object,
    examples_of,
    model_fields,
)
from pipeline.profile.model import ItemList, Paragraph, Profile, Role, described


def field_of(cls: type, name: str):  # type: ignore[no-untyped-def]
    """One field of a class."""
    return next(field for field in model_fields(cls) if field.name == name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", Kind.SCALAR),
        ("career_prospects", Kind.BLOCKS),
        ("job_titles", Kind.STRINGS),
        ("description", Kind.OBJECT),
        ("roles", Kind.OBJECTS),
    ],
)
def test_a_field_knows_what_its_value_is_made_of(name: str, kind: Kind) -> None:
    assert field_of(Profile, name).kind is kind


def test_a_type_that_no_projection_knows_is_refused() -> None:
    @dataclass
    class Weighed:
        """Gewogen: a class with a number that is not whole."""

        weight: float = described("Gewicht", "In kilograms.", 1.5, required=True)

    with pytest.raises(TypeError, match="weight: no projection knows the type"):
        _ = model_fields(Weighed)[0].kind


def test_the_docstring_of_a_class_holds_its_dutch_title_and_its_description() -> None:
    assert class_title(Role) == "Rol"
    assert class_description(Role) == "A role in which the occupation is practised."


def test_each_class_below_the_profile_is_found_once() -> None:
    found = classes_below(Profile)

    assert found[0] is Profile
    assert {Role, Paragraph, ItemList} < set(found)
    assert len(found) == len(set(found))


def test_a_list_of_texts_has_one_example_that_is_a_list() -> None:
    assert examples_of(field_of(Profile, "job_titles")) == (["havenmeester"],)


def test_a_whole_example_has_every_field_and_a_short_one_the_required_fields() -> None:
    every = [field.name for field in model_fields(Role)]
    required = [field.name for field in model_fields(Role) if field.required]

    assert list(example_object(Role, whole=True)) == every
    assert list(example_object(Role, whole=False)) == required


def test_a_text_or_a_date_may_be_empty_and_an_identifier_a_constant_or_a_number_may_not() -> None:
    assert field_of(Profile, "date").may_be_empty
    assert field_of(Profile, "name").may_be_empty
    assert not field_of(Profile, "document_type").may_be_empty
    assert not field_of(Profile, "id").may_be_empty
    assert not field_of(Role, "number").may_be_empty
